package cache

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// How long an answer is fresh that does not say so itself, and the least and most for any. RFC 9111, 4.2.2, suggests a tenth of the time
// since the page was last changed.
const (
	least     = time.Hour
	heuristic = 24 * time.Hour
	most      = 365 * 24 * time.Hour
)

// never is when a copy of an archive expires.
var never = time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)

// freshUntil says until when an answer that came at now is not asked again.
func freshUntil(status int, h http.Header, now time.Time) time.Time {
	return now.Add(min(max(lifetime(status, h, now), least), most))
}

// clocksApart is how far the clocks of two machines that share a file, or one that was set, may be apart.
const clocksApart = time.Hour

// standsAt reports whether an answer is not asked again at now: it is fresh, or was got within atLeast. Of one that came later than now it is not known how old it is: the
// clock was wrong then, or is.
func (e *entry) standsAt(now time.Time, atLeast time.Duration) bool {
	switch {
	case e.fresh.Equal(never):
		return true
	case e.checked.After(now.Add(clocksApart)):
		return false
	}
	return now.Before(e.fresh) || now.Before(e.checked.Add(atLeast))
}

func lifetime(status int, h http.Header, now time.Time) time.Duration {
	age, told := maxAge(h)
	if told {
		return age - seconds(h.Get("Age"))
	}
	if v := h.Get("Expires"); v != "" {
		at, err := http.ParseTime(v)
		if err != nil {
			return 0 // RFC 9111, 5.3: "0" and the like have expired
		}
		date, err := http.ParseTime(h.Get("Date"))
		if err != nil {
			date = now
		}
		return at.Sub(date)
	}
	if !guessed(status) {
		return 0
	}
	if at, err := http.ParseTime(h.Get("Last-Modified")); err == nil && at.Before(now) {
		return min(now.Sub(at)/10, heuristic)
	}
	return heuristic
}

// guessed reports whether an answer that says nothing of its age may be taken to last (RFC 9110, 15.1).
func guessed(status int) bool {
	switch status {
	case http.StatusOK, http.StatusNonAuthoritativeInfo, http.StatusNoContent, http.StatusMultipleChoices, http.StatusMovedPermanently,
		http.StatusPermanentRedirect, http.StatusNotFound, http.StatusMethodNotAllowed, http.StatusGone, http.StatusRequestURITooLong:
		return true
	}
	return false
}

// maxAge is what Cache-Control says. no-cache and no-store are an age of 0.
func maxAge(h http.Header) (age time.Duration, told bool) {
	for _, directive := range strings.Split(strings.Join(h.Values("Cache-Control"), ","), ",") {
		name, value, _ := strings.Cut(strings.ToLower(strings.TrimSpace(directive)), "=")
		switch name {
		case "no-cache", "no-store":
			return 0, true
		case "max-age":
			age, told = seconds(strings.Trim(value, `" `)), true
		}
	}
	return age, told
}

func seconds(s string) time.Duration {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return time.Duration(min(max(n, 0), 1<<31)) * time.Second
}

// keeps reports whether a status is an answer: it says something of the page. 429 and 5xx speak of the server.
func keeps(status int) bool {
	switch status {
	case http.StatusRequestTimeout, http.StatusTooEarly, http.StatusTooManyRequests, http.StatusPartialContent, http.StatusNotModified:
		return false
	}
	return status >= 200 && status < 500
}
