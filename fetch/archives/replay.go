package archives

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"example.org/verify/fetch"
)

// meetCapture says how the copy of an archive was met. Its error page without the archive's mark is the archive's own.
func (s *search) meetCapture(a *Answer, c *Candidate, ev *fetch.Evidence) (fetch.State, string) {
	if a.Header.Get("Memento-Datetime") == "" {
		switch state := statusState(a.Status); state {
		case fetch.Unreachable, fetch.RateLimited:
			return state, fmt.Sprintf("the archive answers with status %d", a.Status)
		case fetch.Gone:
			return fetch.Unreadable, "the archive has no copy of it"
		}
		return fetch.Unreadable, "the archive answered in place of the copy"
	}
	at, why := capture(a, c)
	if why != "" {
		return fetch.Unreadable, why
	}
	live := *a
	live.Asked, live.Final = c.Original, originalOf(a, c.Original)
	ev.Page, ev.Capture, ev.Captured = live.Final, replayed(a), at
	return meet(&live)
}

// capture says whether an answer is the capture that was asked for, with the reason if it is not. The archive serves another one, also months
// away, where it has none of that second (archives.md, B3).
func capture(a *Answer, c *Candidate) (at time.Time, why string) {
	at, err := http.ParseTime(a.Header.Get("Memento-Datetime"))
	if err != nil {
		return at, "the archive answered in place of the copy"
	}
	late := max(c.Late, drift)
	if d := at.Sub(c.Captured); !c.Captured.IsZero() && (d > late || d < -drift) {
		return at, "the archive has another day's copy in its place, of " + at.Format(time.DateOnly)
	}
	return at, ""
}

// replayed is the address of a copy: a TimeGate may answer with it at once and say in Content-Location where it lies (RFC 7089, 4.2).
func replayed(a *Answer) string {
	from, err1 := url.Parse(a.Final)
	to, err2 := url.Parse(a.Header.Get("Content-Location"))
	if err1 != nil || err2 != nil || to.String() == "" {
		return a.Final
	}
	return from.ResolveReference(to).String()
}

// originalOf is the address of the page that a copy shows: what the archive says of it, else what stands in the copy's address.
func originalOf(a *Answer, otherwise string) string {
	for _, l := range a.Header.Values("Link") {
		if original := linked(l, "original"); original != "" {
			return original
		}
	}
	if i := strings.Index(a.Final, "id_/"); i >= 0 && strings.Contains(a.Final[i+4:], "://") {
		return a.Final[i+4:]
	}
	return otherwise
}

// linked is the target with a relation in a Link header (RFC 8288, 3), "" if there is none. Targets hold commas and semicolons: what
// stands in angles is read first.
func linked(header, rel string) string {
	for {
		_, rest, ok := strings.Cut(header, "<")
		if !ok {
			return ""
		}
		target, params, ok := strings.Cut(rest, ">")
		if !ok {
			return ""
		}
		mine, _, _ := strings.Cut(params, "<")
		for _, p := range strings.Split(mine, ";") {
			name, value, _ := strings.Cut(strings.Trim(p, " ,"), "=")
			if strings.EqualFold(name, "rel") && hasWord(strings.Trim(value, `"`), rel) {
				return target
			}
		}
		header = params
	}
}

func hasWord(list, word string) bool {
	for _, w := range strings.Fields(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}
