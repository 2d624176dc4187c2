package archives

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"example.org/verify/fetch"
	"example.org/verify/fetch/transport"
)

// Wayback is the resolver that asks the Wayback Machine: for captures of the address that is given, else for what it captured of the outlet
// around the cited day. Facts about it stand in archives.md, B2 and B3.
type Wayback struct {
	Base    string          // https://web.archive.org, without a last slash
	Private map[string]bool // host:port of servers of the desk's own, of which a public archive is told nothing
}

// How many captures a query lists, how many queries one list is followed over, how long after the cited day a capture may lie, and how far
// from the second that was asked for the one that is served.
const (
	captures   = 3000
	maxQueries = 5
	after      = 14
	drift      = 24 * time.Hour
	stampForm  = "20060102150405"
	stampDay   = "20060102"
)

// Paces are the pauses that the Internet Archive asks for: 24 index queries and 480 copies a minute (archives.md, B2).
func (w Wayback) Paces() map[string][]transport.Pace {
	u, err := url.Parse(w.Base)
	if err != nil {
		return nil
	}
	return map[string][]transport.Pace{transport.HostPort(u): {{Prefix: u.Path + "/cdx/", Pause: 2500 * time.Millisecond}, {Prefix: u.Path + "/web/", Pause: 125 * time.Millisecond}}}
}

// Forever reports whether an answer is a capture: it does not change.
func (w Wayback) Forever(r *http.Request, resp *http.Response) bool {
	return resp.StatusCode == http.StatusOK && resp.Header.Get("Memento-Datetime") != "" && strings.HasPrefix(r.URL.String(), w.Base+"/web/")
}

// Name is what people read.
func (Wayback) Name() string { return "Wayback Machine" }

// Asks is the first query.
func (w Wayback) Asks(q *Question) []string {
	queries := queries(q)
	if queries == nil || w.Base == "" || w.private(q) {
		return nil
	}
	return []string{w.address(queries[0])}
}

func (w Wayback) address(v url.Values) string { return w.Base + "/cdx/search/cdx?" + v.Encode() }

// queries are what the index is asked, the next where the list of one is too long for it; nil if there is nothing to ask for. What is asked
// for a page without an address is the same for all days of a month, so that one answer, which is kept, serves them all.
func queries(q *Question) []url.Values {
	day, dated := q.Day()
	switch {
	case q.Address != "":
		v := newQuery(q.Address)
		v["filter"] = []string{"statuscode:(200|-)", "mimetype:(text/html|warc/revisit)"} // "-" is a copy equal to an earlier one, not a missing one
		v.Set("collapse", "timestamp:8")
		if dated {
			v.Set("from", day.AddDate(0, 0, -1).Format(stampDay))
		}
		return []url.Values{v}
	case !dated || q.Outlet == nil:
		return nil
	}
	month := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
	from, to := month.AddDate(0, 0, -1), month.AddDate(0, 1, after)
	if base := wordpress(q.Outlet); base != "" {
		u, err := url.Parse(base)
		if err != nil {
			return nil
		}
		return []url.Values{prefixQuery(u.Host+u.Path+month.Format("/2006/01/"), from, to), prefixQuery(u.Host+u.Path+day.Format("/2006/01/02/"), from, to)}
	}
	if len(q.Outlet.Domains) == 0 {
		return nil
	}
	prefix := q.Outlet.Domains[0] + "/"
	return []url.Values{prefixQuery(prefix, from, to), prefixQuery(prefix, day.AddDate(0, 0, -1), day.AddDate(0, 0, 2))}
}

// newQuery asks for the captures of an address that show a page.
func newQuery(address string) url.Values {
	return url.Values{"output": {"json"}, "fl": {"original,timestamp"}, "filter": {"statuscode:200", "mimetype:text/html"}, "showResumeKey": {"true"},
		"limit": {fmt.Sprint(captures)}, "url": {address}}
}

// prefixQuery asks for the first capture of each address that begins so, within some days.
func prefixQuery(prefix string, from, to time.Time) url.Values {
	v := newQuery(prefix)
	v.Set("matchType", "prefix")
	v.Set("collapse", "urlkey")
	v.Set("from", from.Format(stampDay))
	v.Set("to", to.Format(stampDay))
	return v
}

// closed says why the archive is not asked, "" if it is.
func (w Wayback) closed(q *Question) string {
	switch {
	case w.Base == "":
		return "it is switched off by [fetch] wayback"
	case w.private(q):
		return "the page lies on a server of your own, of which a public archive is not told"
	}
	return ""
}

// Find lists the captures.
func (w Wayback) Find(ctx context.Context, web *Web, q *Question, log *Log) ([]Candidate, string, error) {
	if why := w.closed(q); why != "" {
		return nil, why, nil
	}
	asked := queries(q)
	if asked == nil {
		return nil, "there is neither an address nor a day and a domain to ask for", nil
	}
	var list listing
	for _, v := range asked {
		var err error
		if list, err = w.list(ctx, web, v, log); err != nil {
			return nil, "", err
		}
		if list.whole || list.why != "" {
			break
		}
	}
	found := w.take(list.rows, q)
	switch {
	case len(found) > 0:
		return found, "", nil
	case list.why != "":
		return nil, list.why, nil
	case !list.whole && len(list.rows) == 0:
		return nil, "", &stateError{fetch.Unreachable, "its index does not answer in time (status 504)"}
	case !list.whole:
		return nil, fmt.Sprintf("its list of captures is too long to be read to the end, and none of the first %d is of the day", len(list.rows)), nil
	}
	return nil, "it has no capture of " + asked[0].Get("url") + within(q), nil
}

// private reports whether the question would tell a public archive of a server that is the desk's own.
func (w Wayback) private(q *Question) bool {
	if w.Private[hostOf(w.Base)] {
		return false
	}
	return w.Private[hostOf(q.Address)] || q.Address == "" && q.Outlet != nil && w.Private[hostOf(wordpress(q.Outlet))]
}

// within says between which days a capture was sought.
func within(q *Question) string {
	day, dated := q.Day()
	switch {
	case !dated:
		return ""
	case q.Address != "":
		return " from " + day.AddDate(0, 0, -1).Format(time.DateOnly) + " on"
	}
	return " from " + day.AddDate(0, 0, -1).Format(time.DateOnly) + " to " + day.AddDate(0, 0, after).Format(time.DateOnly)
}

// take makes candidates of the captures that are of web pages and of the days asked for.
func (w Wayback) take(rows []row, q *Question) (found []Candidate) {
	for _, r := range rows {
		original, err := url.Parse(r.original)
		if err != nil || (original.Scheme != "http" && original.Scheme != "https") || original.User != nil || !wanted(original, r.at, q) {
			continue
		}
		found = append(found, Candidate{Address: w.replay(r.at, r.original), Original: r.original, Captured: r.at, Day: dayInPath(original.Path)})
	}
	return found
}

// replay is the address of a capture as it came, without what the archive would write into it.
func (w Wayback) replay(at time.Time, original string) string {
	return w.Base + "/web/" + at.Format(stampForm) + "id_/" + original
}

// wanted drops what the index takes for the same address and is another, front pages where an article is sought, and what is of
// another day by its capture or its path.
func wanted(original *url.URL, at time.Time, q *Question) bool {
	if q.Address != "" {
		asked, err := url.Parse(q.Address)
		return err == nil && sameAddress(asked, original)
	}
	day, _ := q.Day()
	if root(original.Path) || at.Before(day.AddDate(0, 0, -1)) || at.After(day.AddDate(0, 0, after+1)) {
		return false
	}
	dated := dayInPath(original.Path)
	return dated.IsZero() || apart(dated, day) <= 1
}
