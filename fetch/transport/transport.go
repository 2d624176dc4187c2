// Package transport holds the policy of every request that verify sends: whom it may reach, how much it reads, how often it asks and what
// it does when it is refused. A Transport is an http.RoundTripper; each hop of a redirect passes through all of it.
//
// From the outside in: rules (scheme, credentials, port and name of the address), robots.txt, portal (a network that answers in the place of hosts),
// retries, the gate of the host with its pause,
// the budget, the caps, and the guard, which looks at the address of the connection itself. robots.txt is asked through the same layers.
// Nothing is taken from the environment: no proxy, no cookies, no credentials.
//
// New makes a Transport, which many goroutines may share: the gates of the hosts, the Budget and what was learned of a network are in it. The Clock is handed in, so
// that tests wait for nothing.
package transport

import (
	"errors"
	"net/http"
	"time"
)

// Agent is the product token of the User-Agent, and the name that robots.txt knows verify by.
const Agent = "verify"

// Options say how a Transport behaves. Clock and Contact are required; other zero values mean the default.
type Options struct {
	Clock        Clock
	Contact      string                 // address or page of who asks; goes into the User-Agent
	Version      string                 // of verify, for the User-Agent
	Allow        map[string]bool        // host:port that may be reached although the guard would refuse it
	IgnoreRobots map[string]bool        // host names, without port, whose robots.txt is not asked
	Pause        time.Duration          // between the end of a request to a host and the next; 0 is DefaultPause
	Quick        time.Duration          // the pause for hosts in Allow, 0 for none
	Paces        map[string][]Pace      // by host:port: parts of a host that have a pause of their own
	Silent       map[string]time.Time   // by host:port: until when a host has asked for silence in an earlier run
	Kin          func(a, b string) bool // whether two host names are known to be of one owner; nil for never
	Budget       *Budget                // nil sets no bound
	Limits       Limits
	Cached       func(http.RoundTripper) http.RoundTripper // what robots.txt is kept in; nil keeps it for this Transport alone
}

// DefaultPause lies between two requests to one host: InternetArchiveBot waits as long (archives.md, B8).
const DefaultPause = time.Second

// Transport is the policy as an http.RoundTripper. It may be used by several goroutines.
type Transport struct {
	outer  http.RoundTripper
	portal *portal
	base   *http.Transport
}

// New makes a Transport. It opens no connection.
func New(o Options) (*Transport, error) {
	if err := CheckContact(o.Contact); err != nil {
		return nil, err
	}
	o.Limits = o.Limits.orDefault()
	if o.Pause == 0 {
		o.Pause = DefaultPause
	}
	base := newBase(o.Allow, o.Limits)
	g := newGate(o)
	once := &gated{next: &spender{next: &capped{next: base, limits: o.Limits}, budget: o.Budget}, gate: g}
	honest := newPortal(&retrier{next: once, clock: o.Clock}, once, &o)
	polite := &robots{next: honest, files: cachedBy(o.Cached, honest), ignore: o.IgnoreRobots, gate: g, known: map[string]*robotsFile{}}
	ruled := &rules{next: polite, allow: o.Allow, agent: userAgent(o)}
	polite.client = &http.Client{Transport: &rules{next: polite.files, allow: o.Allow, agent: ruled.agent}, CheckRedirect: robotsHops}
	return &Transport{outer: ruled, portal: honest, base: base}, nil
}

func cachedBy(wrap func(http.RoundTripper) http.RoundTripper, next http.RoundTripper) http.RoundTripper {
	if wrap == nil {
		return next
	}
	return wrap(next)
}

// RoundTrip sends one request under the policy. The body of the answer is in memory, decompressed and within the caps; until it is closed the host is asked
// nothing more. Errors are those of this package, wrapped with the address; compare with errors.Is.
func (t *Transport) RoundTrip(r *http.Request) (*http.Response, error) { return t.outer.RoundTrip(r) }

// Witness names addresses of hosts that the run may ask: where a host answers as a network does that answers for all, their robots.txt is asked for a second
// opinion, of those that were named first; as where there is no way to a host.
func (t *Transport) Witness(addresses ...string) { t.portal.witness(addresses) }

// Lost is ErrPortal once the network was found to answer in the place of hosts, ErrUnconnected once there was found to be none, after which nothing is asked any
// more; else nil.
func (t *Transport) Lost() error { return t.portal.lost() }

// Close closes the connections that are idle.
func (t *Transport) Close() { t.base.CloseIdleConnections() }

// userAgent says who asks, why, and whom to write to.
func userAgent(o Options) string {
	version := o.Version
	if version == "" {
		version = "0"
	}
	return Agent + "/" + version + " (checks citations of articles; contact: " + o.Contact + ")"
}

// CheckContact says what is wrong with the contact of a User-Agent.
func CheckContact(contact string) error {
	if contact == "" {
		return errors.New("no contact is given for the User-Agent; write [fetch] contact = \"desk@example.org\" in your own configuration file, or name one with --contact")
	}
	if !plainContact(contact) {
		return errors.New("the contact for the User-Agent has characters that a header may not carry; write an e-mail or web address")
	}
	return nil
}

func plainContact(s string) bool {
	for _, r := range s {
		if r < ' ' || r > '~' || r == '(' || r == ')' {
			return false
		}
	}
	return true
}
