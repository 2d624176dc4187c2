package transport

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"
)

// portal tells answers of hosts from those of a network that answers in their place: before one has logged in to the Wi-Fi of a hotel or a train, every
// address shows one login page, leads to one, or has the certificate of another host. It lies below what keeps answers, and sees those of the network alone.
//
// What a network in the way does shows in robots.txt, which is asked before anything else of a host: as a page of HTML, or a redirect to another site's
// address. One host may well do that by itself. So another is asked for its robots.txt, one of the run's own: where it answers as hosts do, the
// network is honest; where it shows the same, nothing that was answered counts, and nothing more is asked. Nor is it where there is no way to the
// first host of a run, and none to others.
type portal struct {
	next      http.RoundTripper
	once      http.RoundTripper // for second opinions, which are asked once
	clock     Clock
	allow     map[string]bool
	ignore    map[string]bool
	kin       func(a, b string) bool
	judgement chan struct{} // has room for the one who asks others

	mu        sync.Mutex
	ended     error // why nothing is asked any more: ErrPortal or ErrUnconnected
	reached   bool  // something has answered in this run
	witnesses []*url.URL
	shown     map[string]string  // what was shown in place of a robots.txt, and the first host that did
	asked     map[string]bool    // scheme and host whose robots.txt the network was asked for, or that a robots.txt led to
	honest    map[bool]time.Time // when a host last answered for robots.txt as hosts do; apart for those of Options.Allow, which need no way out
}

func newPortal(next, once http.RoundTripper, o *Options) *portal {
	return &portal{next: next, once: once, clock: o.Clock, allow: o.Allow, ignore: o.IgnoreRobots, kin: o.Kin, judgement: make(chan struct{}, 1),
		shown: map[string]string{}, asked: map[string]bool{}, honest: map[bool]time.Time{}}
}

// What keeps a second opinion within bounds: how many hosts are remembered for it, how many of them are asked, all where they may be as dead as the first, and for how long an
// honest answer counts.
const (
	maxWitnesses = 16
	maxOpinions  = 3
	honestFor    = time.Minute
)

// witness names hosts that may be asked for a second opinion. The first that are named are asked first.
func (p *portal) witness(addresses []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, a := range addresses {
		u, err := url.Parse(a)
		if err != nil || checkURL(u, p.allow) != nil || len(p.witnesses) == maxWitnesses {
			continue
		}
		at := robotsOf(u)
		if !slices.ContainsFunc(p.witnesses, func(w *url.URL) bool { return *w == *at }) {
			p.witnesses = append(p.witnesses, at)
		}
	}
}

func robotsOf(u *url.URL) *url.URL { return &url.URL{Scheme: u.Scheme, Host: u.Host, Path: robotsPath} }

// RoundTrip sends the request, and gives ErrPortal for this and all that follow once the network was found to answer in the place of hosts, ErrUnconnected once
// there was found to be none.
func (p *portal) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := p.lost(); err != nil {
		return nil, err
	}
	if err := p.firstContact(r); err != nil {
		return nil, err
	}
	resp, err := p.next.RoundTrip(r)
	return p.judged(r, resp, err)
}

// lost is ErrPortal once the network was found out, ErrUnconnected once there was found to be none.
func (p *portal) lost() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.ended
}

// firstContact asks for robots.txt before anything else of a host, if it was not asked in this run because it is kept, until one host was found honest.
func (p *portal) firstContact(r *http.Request) error {
	host := HostPort(r.URL)
	p.mu.Lock()
	needless := r.URL.Path == robotsPath || p.allow[host] || p.ignore[r.URL.Hostname()] || p.asked[siteKey(r.URL)] || !p.honest[false].IsZero()
	p.mu.Unlock()
	if needless {
		return nil
	}
	own := p.request(r, robotsOf(r.URL))
	resp, err := p.next.RoundTrip(own)
	if resp, err = p.judged(own, resp, err); err == nil {
		resp.Body.Close()
	}
	p.mu.Lock()
	p.asked[siteKey(r.URL)] = true
	p.mu.Unlock()
	if Ends(err) || errors.Is(err, ErrBudget) || r.Context().Err() != nil {
		return err
	}
	return nil // any other error is the request's own to meet
}

// request is one for another address, by whoever sends r.
func (p *portal) request(r *http.Request, u *url.URL) *http.Request {
	own := (&http.Request{Method: http.MethodGet, URL: u, Host: u.Host, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: http.Header{}}).WithContext(r.Context())
	own.Header.Set("User-Agent", r.UserAgent())
	return own
}

// judged gives an answer on, or ErrPortal in its place, and errors by their kind.
func (p *portal) judged(r *http.Request, resp *http.Response, err error) (*http.Response, error) {
	m := p.markOf(r, resp, err)
	if err == nil {
		p.reach()
	}
	if m == asHosts {
		p.trust(r.URL)
		return resp, nil
	}
	honest := true
	if m != noMark {
		var doubt error
		if honest, doubt = p.secondOpinion(r, m); doubt != nil {
			if err == nil {
				resp.Body.Close()
			}
			return nil, doubt
		}
	}
	if err != nil {
		return nil, byKind(r.URL, err, honest)
	}
	return resp, nil
}

// trust remembers that a host has answered as hosts do.
func (p *portal) trust(u *url.URL) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.asked[siteKey(u)] = true
	p.honest[p.allow[HostPort(u)]] = p.clock.Now()
}

func siteKey(u *url.URL) string { return u.Scheme + "://" + HostPort(u) }

// secondOpinion asks others whether they show the same. honest is whether one has answered as hosts do; where none could say, a host that is alone with
// what it shows is believed.
func (p *portal) secondOpinion(r *http.Request, m string) (honest bool, err error) {
	select {
	case p.judgement <- struct{}{}:
	case <-r.Context().Done():
		return false, r.Context().Err()
	}
	defer func() { <-p.judgement }()
	if err := p.lost(); err != nil {
		return false, err
	}
	without := 0 // hosts to which there is no way either
	opinions := p.opinions(r.URL, m)
	for _, at := range opinions {
		if p.trusted(r.URL) {
			break
		}
		other := p.opinion(r, at)
		switch {
		case r.Context().Err() != nil:
			return false, r.Context().Err()
		case other == asHosts:
			p.trust(at)
		case noWayTo(other):
			without++
		case other == m:
			return false, p.end(ErrPortal)
		}
	}
	switch {
	case p.trusted(r.URL):
		return true, nil
	case noWayTo(m) && without > 0 && without == len(opinions) && p.unreached():
		return false, p.end(ErrUnconnected)
	}
	return false, p.alone(r.URL, m)
}

// noWayTo reports whether a mark is one of a host that could not be looked for.
func noWayTo(m string) bool { return m == noName || m == noWay }

// reach remembers that something has answered.
func (p *portal) reach() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.reached = true
}

// unreached reports whether nothing has answered in this run.
func (p *portal) unreached() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return !p.reached
}

// opinion is what a host shows for its robots.txt, which may lie a few redirects within its own site away.
func (p *portal) opinion(r *http.Request, at *url.URL) (m string) {
	for range 3 {
		own := p.request(r, at)
		resp, err := p.once.RoundTrip(own)
		if m = p.markOf(own, resp, err); err != nil {
			return m
		}
		p.reach()
		resp.Body.Close()
		to, err := resp.Location()
		if m != noMark || err != nil || checkURL(to, p.allow) != nil {
			return m
		}
		at = to
	}
	return m
}

// trusted reports whether a host that is reached the same way has just answered as hosts do.
func (p *portal) trusted(u *url.URL) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	at := p.honest[p.allow[HostPort(u)]]
	return !at.IsZero() && p.clock.Now().Sub(at) < honestFor
}

// opinions are the hosts to ask about one that has a mark: the first that have nothing to do with it.
func (p *portal) opinions(u *url.URL, m string) (all []*url.URL) {
	most := maxOpinions
	if m == noName {
		most = maxWitnesses
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, w := range p.witnesses {
		if len(all) < most && p.allow[HostPort(w)] == p.allow[HostPort(u)] && !p.related(w.Hostname(), u.Hostname()) {
			all = append(all, w)
		}
	}
	return all
}

// alone judges what nobody could say anything about: by what other hosts have shown.
func (p *portal) alone(u *url.URL, m string) error {
	p.mu.Lock()
	first, known := p.shown[m]
	if !known {
		p.shown[m] = u.Hostname()
	}
	p.asked[siteKey(u)] = true
	p.mu.Unlock()
	if m == loginWanted || !noWayTo(m) && known && !p.related(first, u.Hostname()) {
		return p.end(ErrPortal)
	}
	return nil
}

// end lets nothing through any more.
func (p *portal) end(why error) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ended = why
	return why
}

// byKind wraps an error that is not about the page: of a certificate, or of this machine's network. Where a name is unknown and no host could be reached that is
// known to be there, nothing is known of the name.
func byKind(u *url.URL, err error, honest bool) error {
	switch m := failureMark(err); {
	case errors.Is(err, context.Canceled):
		return err
	case wrongCertificate(err) != nil:
		return refuseFor(u, ErrCertificate, err)
	case m == noWay, m == noName && !honest:
		return refuseFor(u, ErrNetwork, err)
	}
	return err
}
