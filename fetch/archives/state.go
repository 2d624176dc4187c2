package archives

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"example.org/verify/fetch"
	"example.org/verify/fetch/cache"
	"example.org/verify/fetch/page"
	"example.org/verify/fetch/support"
	"example.org/verify/fetch/transport"
)

// statusState is the state that a status alone shows.
func statusState(status int) fetch.State {
	switch {
	case status == http.StatusNotFound || status == http.StatusGone:
		return fetch.Gone
	case status == http.StatusTooManyRequests:
		return fetch.RateLimited
	case status >= 500, status == http.StatusRequestTimeout:
		return fetch.Unreachable
	case status >= 400:
		return fetch.Refused
	case status >= 300:
		return fetch.Moved
	}
	return fetch.Alive
}

// errorState is the state of an address that gave no answer.
func errorState(err error) fetch.State {
	switch {
	case transport.Ends(err):
		return fetch.Unreachable
	case errors.Is(err, transport.ErrRobots):
		return fetch.Robots
	case errors.Is(err, transport.ErrStopped):
		return fetch.RateLimited
	case ends(err), errors.Is(err, cache.ErrOffline), errors.Is(err, transport.ErrAddress), errors.Is(err, transport.ErrGuard):
		return fetch.NotTried
	case errors.Is(err, transport.ErrTooLarge), errors.Is(err, transport.ErrEncoding):
		return fetch.Unreadable
	}
	return fetch.Unreachable
}

// ends reports whether an error ends the whole run.
func ends(err error) bool {
	return errors.Is(err, transport.ErrBudget) || errors.Is(err, transport.ErrUnkept) || transport.Ends(err) || errors.Is(err, context.Canceled)
}

// meet says how an address was met, before its page is judged, with the reason for all but Alive.
func meet(a *Answer) (s fetch.State, why string) {
	s = statusState(a.Status)
	switch {
	case s == fetch.Moved:
		return fetch.Unreadable, fmt.Sprintf("status %d without an address to go to", a.Status)
	case s != fetch.Alive:
		return s, fmt.Sprintf("status %d", a.Status)
	}
	asked, err1 := url.Parse(a.Asked)
	final, err2 := url.Parse(a.Final)
	if err1 != nil || err2 != nil || sameAddress(asked, final) {
		return fetch.Alive, ""
	}
	switch {
	case root(final.Path) && final.RawQuery == "" && !(root(asked.Path) && asked.RawQuery == ""):
		return fetch.Home, "it leads to " + a.Final
	case says404(final.Path):
		return fetch.SoftGone, "it leads to " + a.Final
	}
	return fetch.Moved, "it leads to " + a.Final
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
func seen(s fetch.State, p *page.Page, r *support.Result) fetch.State {
	switch {
	case p.Kind == page.SoftGone:
		return fetch.SoftGone
	case p.Kind == page.Parked:
		return fetch.Parked
	case p.Kind == page.Login, p.Kind == page.Consent:
		return fetch.Refused
	case p.Kind == page.Paywalled:
		return fetch.Paywalled
	case s == fetch.Alive && r.Checks.Date.Asked && r.Checks.Date.State == support.Contrary:
		return fetch.OtherDay
	}
	return s
}
