package transport

import (
	"net/http"
	"net/netip"
	"net/url"
	"strings"
)

// rules refuses what can be told from the address alone, before a name is looked up, and sets the headers that every request has. What it
// cannot tell is left to the guard, which sees where the connection goes.
type rules struct {
	next  http.RoundTripper
	allow map[string]bool
	agent string
}

// RoundTrip refuses an address or hands the request on, with our headers and no others that tell where it came from.
func (t *rules) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := checkURL(r.URL, t.allow); err != nil {
		return nil, err
	}
	r = r.Clone(r.Context())
	r.Header.Set("User-Agent", t.agent)
	for _, name := range []string{"Referer", "Cookie", "Authorization", "Proxy-Authorization"} {
		r.Header.Del(name)
	}
	return t.next.RoundTrip(r)
}

// checkURL wants a plain http or https address on its usual port, or one that is allowed by name.
func checkURL(u *url.URL, allow map[string]bool) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return refuse(u, ErrAddress, "only http and https are asked")
	case u.User != nil:
		return refuse(u, ErrAddress, "it carries credentials; take them out")
	case u.Hostname() == "":
		return refuse(u, ErrAddress, "it names no host")
	case allow[HostPort(u)]:
		return nil
	case u.Port() != "" && u.Port() != "80" && u.Port() != "443":
		return refuse(u, ErrAddress, "only ports 80 and 443 are asked; a server of your own is opened by [fetch] allow = [\""+HostPort(u)+"\"]")
	case localName(u.Hostname()):
		return refuse(u, ErrAddress, "the name is one of a local network; a server of your own is opened by [fetch] allow = [\""+HostPort(u)+"\"]")
	}
	if a, err := netip.ParseAddr(u.Hostname()); err == nil && special(a) != "" {
		return refuse(u, ErrGuard, notPublic(a)) // the guard would say so too, but only when the request is counted
	}
	return nil
}

// HostPort is the host and port that an address leads to, in lower case, as [fetch] allow names it.
func HostPort(u *url.URL) string {
	host, port := strings.ToLower(u.Hostname()), u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	return host + ":" + port
}

// localSuffixes are names that no public outlet has: RFC 6761, RFC 6762, RFC 8375, RFC 9476, and those of metadata servers.
var localSuffixes = []string{"localhost", "local", "internal", "home.arpa", "onion", "alt", "test", "invalid", "lan", "intranet", "corp", "home"}

// localName reports whether a name is no name of the public network. An address in figures is none.
func localName(host string) bool {
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	if _, err := netip.ParseAddr(host); err == nil {
		return false
	}
	for _, s := range localSuffixes {
		if host == s || strings.HasSuffix(host, "."+s) {
			return true
		}
	}
	return !strings.Contains(host, ".") // a bare name is completed by the search list of the machine
}
