package archives

import (
	"context"
	"encoding/json"
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

// How many captures a query lists, how many queries are made for one question, how long after the cited day a capture may lie, and how far
// from the second that was asked for the one that is served.
const (
	captures   = 1000
	maxQueries = 3
	after      = 14
	drift      = 24 * time.Hour
	stampForm  = "20060102150405"
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
	v := query(q)
	if v == nil || w.Base == "" || w.private(q) {
		return nil
	}
	return []string{w.Base + "/cdx/search/cdx?" + v.Encode()}
}

// query is what the index is asked, nil if there is nothing to ask it for.
func query(q *Question) url.Values {
	day, dated := q.Day()
	v := url.Values{"output": {"json"}, "fl": {"original,timestamp"}, "filter": {"statuscode:200", "mimetype:text/html"}, "showResumeKey": {"true"}}
	v.Set("limit", fmt.Sprint(captures))
	if dated {
		v.Set("from", day.AddDate(0, 0, -1).Format("20060102"))
		v.Set("to", day.AddDate(0, 0, after).Format("20060102"))
	}
	switch {
	case q.Address != "":
		v.Set("url", q.Address)
		v["filter"] = []string{"statuscode:(200|-)", "mimetype:(text/html|warc/revisit)"} // "-" is a copy equal to an earlier one, not a missing one
		v.Set("collapse", "timestamp:8")
	case !dated || q.Outlet == nil:
		return nil
	default:
		prefix := prefixOf(q, day)
		if prefix == "" {
			return nil
		}
		v.Set("url", prefix)
		v.Set("matchType", "prefix")
		v.Set("collapse", "urlkey")
	}
	return v
}

// prefixOf is the beginning of the addresses of the day: the outlet's dated path, else its domain.
func prefixOf(q *Question, day time.Time) string {
	if base := wordpress(q.Outlet); base != "" {
		u, err := url.Parse(fill(base+"/{yyyy}/{mm}/{dd}/", day))
		if err != nil {
			return ""
		}
		return u.Host + u.Path
	}
	if len(q.Outlet.Domains) == 0 {
		return ""
	}
	return q.Outlet.Domains[0] + "/"
}

// Find lists the captures.
func (w Wayback) Find(ctx context.Context, web *Web, q *Question, log *Log) ([]Candidate, string, error) {
	if w.Base == "" {
		return nil, "it is switched off by [fetch] wayback", nil
	}
	v := query(q)
	if v == nil {
		return nil, "there is neither an address nor a day and a domain to ask for", nil
	}
	if w.private(q) {
		return nil, "the page lies on a server of your own, of which a public archive is not told", nil
	}
	var found []Candidate
	for range maxQueries {
		a, err := web.Get(ctx, w.Base+"/cdx/search/cdx?"+v.Encode(), log)
		if err != nil {
			return nil, "", err
		}
		if why, err := refusal(a); why != "" || err != nil {
			return nil, why, err
		}
		rows, resume, err := readRows(a.Body)
		if err != nil {
			return nil, "", &stateError{fetch.Unreachable, "its index answers with something else than a list"}
		}
		found = w.take(found, rows, q)
		if resume == "" {
			break
		}
		v.Set("resumeKey", resume)
	}
	if len(found) == 0 {
		return nil, "it has no capture of " + v.Get("url") + within(v), nil
	}
	return found, "", nil
}

// private reports whether the question would tell a public archive of a server that is the desk's own.
func (w Wayback) private(q *Question) bool {
	if w.Private[hostOf(w.Base)] {
		return false
	}
	return w.Private[hostOf(q.Address)] || q.Address == "" && q.Outlet != nil && w.Private[hostOf(wordpress(q.Outlet))]
}

func within(v url.Values) string {
	if v.Get("from") == "" {
		return ""
	}
	return " from " + v.Get("from") + " to " + v.Get("to")
}

// refusal is what the index says in place of a list.
func refusal(a *Answer) (why string, err error) {
	for _, name := range []string{"AdministrativeAccessControlException", "RobotAccessControlException"} {
		if strings.Contains(string(a.Body[:min(len(a.Body), 4096)]), name) {
			return "the site is excluded from the archive", nil
		}
	}
	switch s := statusState(a.Status); s {
	case fetch.Alive:
		return "", nil
	case fetch.Unreachable, fetch.RateLimited:
		return "", &stateError{s, fmt.Sprintf("its index answers with status %d", a.Status)}
	}
	return fmt.Sprintf("its index refuses the query with status %d", a.Status), nil
}

// readRows reads the answer of the index: a header row, captures, and behind an empty row the key to go on with.
func readRows(body []byte) (rows [][]string, resume string, err error) {
	if len(strings.TrimSpace(string(body))) == 0 {
		return nil, "", nil
	}
	if err := json.Unmarshal(body, &rows); err != nil {
		return nil, "", err
	}
	if n := len(rows); n >= 2 && len(rows[n-2]) == 0 && len(rows[n-1]) == 1 {
		rows, resume = rows[:n-2], rows[n-1][0]
	}
	if len(rows) > 0 {
		rows = rows[1:]
	}
	return rows, resume, nil
}

// take makes candidates of the rows that are captures of web pages within the days asked for.
func (w Wayback) take(found []Candidate, rows [][]string, q *Question) []Candidate {
	for _, row := range rows {
		if len(row) < 2 {
			continue
		}
		at, err := time.Parse(stampForm, row[1])
		original, err2 := url.Parse(row[0])
		if err != nil || err2 != nil || (original.Scheme != "http" && original.Scheme != "https") || original.User != nil || !w.wanted(original, q) {
			continue
		}
		found = append(found, Candidate{Address: w.Base + "/web/" + row[1] + "id_/" + row[0], Original: row[0], Captured: at})
	}
	return found
}

// wanted drops what the index takes for the same address and is another, and front pages where an article is sought.
func (w Wayback) wanted(original *url.URL, q *Question) bool {
	if q.Address == "" {
		return !root(original.Path)
	}
	asked, err := url.Parse(q.Address)
	return err == nil && sameAddress(asked, original)
}

// capture says whether an answer is the capture that was asked for, with the reason if it is not.
func capture(a *Answer, c *Candidate) (at time.Time, why string) {
	at, err := http.ParseTime(a.Header.Get("Memento-Datetime"))
	if err != nil {
		return at, "the archive answered in place of the copy"
	}
	if d := at.Sub(c.Captured); d > drift || d < -drift {
		return at, "the archive has another day's copy in its place, of " + at.Format(time.DateOnly)
	}
	return at, ""
}
