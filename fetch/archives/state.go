package archives

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"example.org/verify/fetch/cache"
	"example.org/verify/fetch/page"
	"example.org/verify/fetch/support"
	"example.org/verify/fetch/transport"
)

// State is how an address was met.
type State string

// The states of an address.
const (
	Alive       State = "alive"
	OtherDay    State = "alive, of another day"
	Moved       State = "moved"
	Home        State = "led to the home page"
	SoftGone    State = "soft 404"
	Parked      State = "parked"
	Gone        State = "gone"
	Refused     State = "refused"
	Paywalled   State = "paywalled"
	RateLimited State = "rate limited"
	Robots      State = "robots.txt"
	Unreachable State = "unreachable"
	NotTried    State = "not tried"
	Unreadable  State = "unreadable" // it is there, and is no page that can be read
)

// Verdict is what a state that shows no page comes to; "" where the page is to be judged.
func (s State) Verdict() support.Verdict {
	switch s {
	case Home, SoftGone, Parked, Gone:
		return support.Gone
	case Refused, Robots, Unreadable:
		return support.Blocked
	case RateLimited, Unreachable:
		return support.Unreachable
	case NotTried:
		return support.NotSought
	}
	return ""
}

// statusState is the state that a status alone shows.
func statusState(status int) State {
	switch {
	case status == http.StatusNotFound || status == http.StatusGone:
		return Gone
	case status == http.StatusTooManyRequests:
		return RateLimited
	case status >= 500, status == http.StatusRequestTimeout:
		return Unreachable
	case status >= 400:
		return Refused
	case status >= 300:
		return Moved
	}
	return Alive
}

// errorState is the state of an address that gave no answer.
func errorState(err error) State {
	switch {
	case errors.Is(err, transport.ErrRobots):
		return Robots
	case errors.Is(err, transport.ErrStopped):
		return RateLimited
	case ends(err), errors.Is(err, cache.ErrOffline), errors.Is(err, transport.ErrAddress), errors.Is(err, transport.ErrGuard):
		return NotTried
	case errors.Is(err, transport.ErrTooLarge), errors.Is(err, transport.ErrEncoding):
		return Unreadable
	}
	return Unreachable
}

// ends reports whether an error ends the whole run.
func ends(err error) bool {
	return errors.Is(err, transport.ErrBudget) || errors.Is(err, context.Canceled)
}

// meet says how an address was met, before its page is judged, with the reason for all but Alive.
func meet(a *Answer) (s State, why string) {
	s = statusState(a.Status)
	switch {
	case s == Moved:
		return Unreadable, fmt.Sprintf("status %d without an address to go to", a.Status)
	case s != Alive:
		return s, fmt.Sprintf("status %d", a.Status)
	}
	asked, err1 := url.Parse(a.Asked)
	final, err2 := url.Parse(a.Final)
	if err1 != nil || err2 != nil || sameAddress(asked, final) {
		return Alive, ""
	}
	switch {
	case root(final.Path) && final.RawQuery == "" && !(root(asked.Path) && asked.RawQuery == ""):
		return Home, "it leads to " + a.Final
	case says404(final.Path):
		return SoftGone, "it leads to " + a.Final
	}
	return Moved, "it leads to " + a.Final
}

// sameAddress holds http and https, www and a last slash for equal.
func sameAddress(a, b *url.URL) bool {
	return bare(a.Host) == bare(b.Host) && strings.TrimSuffix(a.Path, "/") == strings.TrimSuffix(b.Path, "/") && a.RawQuery == b.RawQuery
}

func bare(host string) string {
	return strings.TrimPrefix(strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(host), ":80"), ":443"), "www.")
}

// root reports whether a path is that of a home page, or of one language's.
func root(path string) bool {
	path = strings.Trim(strings.ToLower(path), "/")
	switch path {
	case "", "index.html", "index.php", "index.htm", "home", "default.aspx":
		return true
	}
	return len(path) == 2 && path[0] >= 'a' && path[0] <= 'z' && path[1] >= 'a' && path[1] <= 'z'
}

// says404 reports whether a path is that of an error page. "error" alone is in the addresses of articles too.
func says404(path string) bool {
	path = strings.ToLower(path)
	for _, mark := range []string{"/404.", "/404/", "/notfound", "/not-found", "/page-not-found", "/pagenotfound"} {
		if strings.Contains(path+"/", mark) {
			return true
		}
	}
	return false
}

// seen refines the state by what reading and judging the page has shown.
func seen(s State, p *page.Page, r *support.Result) State {
	switch {
	case p.Kind == page.SoftGone:
		return SoftGone
	case p.Kind == page.Parked:
		return Parked
	case p.Kind == page.Login, p.Kind == page.Consent:
		return Refused
	case p.Kind == page.Paywalled:
		return Paywalled
	case s == Alive && r.Checks.Date.Asked && r.Checks.Date.State == support.Contrary:
		return OtherDay
	}
	return s
}
