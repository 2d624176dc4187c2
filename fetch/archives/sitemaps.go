package archives

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"example.org/verify/fetch"
)

// Sitemaps is the resolver that looks through the outlet's sitemaps where it has no archive by day: those that the registry or its robots.txt
// name, else /sitemap.xml. Of an index the sitemaps are read whose names or dates lie next to the cited month.
type Sitemaps struct{}

// maxSitemaps is how many sitemaps are read for one question, indexes among them. They are kept: for the next question of the month none is
// asked again.
const maxSitemaps = 8

// Name is what people read.
func (Sitemaps) Name() string { return "sitemaps" }

// Asks is what Find asks first.
func (Sitemaps) Asks(q *Question) []string {
	day, dated := q.Day()
	if q.Outlet == nil || !dated || siteOf(q.Outlet) == "" && q.Outlet.Sitemap == "" {
		return nil
	}
	if q.Outlet.Sitemap != "" {
		return []string{fill(q.Outlet.Sitemap, day)}
	}
	return []string{robotsOf(q)}
}

// robotsOf is the address of the outlet's robots.txt.
func robotsOf(q *Question) string {
	u, err := url.Parse(siteOf(q.Outlet))
	if err != nil {
		return ""
	}
	return u.Scheme + "://" + u.Host + "/robots.txt"
}

// Find lists the entries that are of the cited day or its neighbours, and those without a day whose address has words of the claim.
func (s Sitemaps) Find(ctx context.Context, w *Web, q *Question, log *Log) ([]Candidate, string, error) {
	asks := s.Asks(q)
	switch {
	case asks == nil:
		return nil, "there is no site and day to ask for", nil
	case log.Listed:
		return nil, "the outlet's archive has listed the day", nil
	}
	site, err := url.Parse(asks[0])
	if err != nil {
		return nil, fmt.Sprintf("%q is no address", asks[0]), nil //nolint:nilerr // a reason why nothing was found, not a failure of the run
	}
	first := asks
	if q.Outlet.Sitemap == "" {
		if first, err = named(ctx, w, site, log); err != nil {
			return nil, "", err
		}
	}
	c := newSitemapSearch(q, site)
	for _, address := range first {
		c.add(&sitemapEntry{loc: address})
	}
	return c.follow(ctx, w, log)
}

// What is read of robots.txt: more than the 500 KiB that RFC 9309, section 2.5, asks for. A longer line is passed over; no address is so long.
const (
	maxRobots     = 512 << 10
	maxRobotsLine = 64 << 10
)

// named are the sitemaps that robots.txt names, and /sitemap.xml where it names none.
func named(ctx context.Context, w *Web, site *url.URL, log *Log) (all []string, err error) {
	a, err := w.Get(ctx, site.String(), log)
	if err != nil {
		return nil, err
	}
	if a.Status == http.StatusOK {
		for line := range bytes.Lines(a.Body[:min(len(a.Body), maxRobots)]) {
			name, value, _ := strings.Cut(string(line[:min(len(line), maxRobotsLine)]), ":")
			if len(line) <= maxRobotsLine && strings.EqualFold(strings.TrimSpace(name), "sitemap") {
				all = append(all, strings.TrimSpace(value))
			}
		}
	}
	if len(all) == 0 {
		all = []string{site.Scheme + "://" + site.Host + "/sitemap.xml"}
	}
	return all, nil
}

// sitemapSearch is one way through an outlet's sitemaps.
type sitemapSearch struct {
	site    *url.URL
	day     time.Time
	words   map[string]bool // of the claim
	waiting []waitingMap
	known   map[string]bool
	found   []Candidate
	read    int
	why     string // of the last that could not be read
}

// waitingMap is a sitemap that is not read yet; the one with the least far is read next.
type waitingMap struct {
	address string
	far     int
}

func newSitemapSearch(q *Question, site *url.URL) *sitemapSearch {
	day, _ := q.Day()
	return &sitemapSearch{site: site, day: day, words: bag(q.Text), known: map[string]bool{}}
}

// add puts a sitemap on the list, unless it is another site's or surely of another time.
func (c *sitemapSearch) add(e *sitemapEntry) {
	u, err := c.site.Parse(e.loc)
	if err != nil || !sameSite(u, c.site) || c.known[u.String()] {
		return
	}
	if far, ok := c.far(u, e.modified); ok {
		c.known[u.String()] = true
		c.waiting = append(c.waiting, waitingMap{u.String(), far})
	}
}

// far says how far from the cited month a sitemap may be: one that names the month is next, then one that names the year, then what was
// changed soonest after the day. One that names another month or was last changed before the day cannot hold it.
func (c *sitemapSearch) far(u *url.URL, modified time.Time) (days int, ok bool) {
	name := u.Path + "?" + u.RawQuery
	year, month := dateInName(name)
	switch {
	case year != 0 && year != c.day.Year(), month != 0 && month != int(c.day.Month()):
		return 0, false
	case month != 0:
		return 0, true
	case year != 0:
		return 1, true
	case modified.IsZero():
		return 1 << 20, true
	case modified.Before(c.day.AddDate(0, 0, -1)):
		return 0, false
	}
	return 2 + apart(modified, c.day), true
}

// follow reads the sitemaps, those next to the cited month first.
func (c *sitemapSearch) follow(ctx context.Context, w *Web, log *Log) ([]Candidate, string, error) {
	for len(c.waiting) > 0 && c.read < maxSitemaps {
		slices.SortStableFunc(c.waiting, func(a, b waitingMap) int { return cmp.Compare(a.far, b.far) })
		next := c.waiting[0]
		c.waiting = c.waiting[1:]
		if len(c.found) > 0 && next.far > 1 && c.dated() {
			break
		}
		c.read++
		if err := c.one(ctx, w, next.address, log); err != nil {
			return nil, "", err
		}
	}
	switch {
	case len(c.found) > 0:
		return c.found, "", nil
	case c.why != "":
		return nil, c.why, nil
	case len(c.waiting) > 0:
		return nil, fmt.Sprintf("none of the %d sitemaps that are next to the month has an article of the day; %d were left", c.read, len(c.waiting)), nil
	}
	return nil, "the outlet's sitemaps have no article from " + span(c.day), nil
}

// dated reports whether something was found that is surely of the day.
func (c *sitemapSearch) dated() bool {
	return slices.ContainsFunc(c.found, func(f Candidate) bool { return !f.Day.IsZero() })
}

// one reads a sitemap.
func (c *sitemapSearch) one(ctx context.Context, w *Web, address string, log *Log) error {
	a, err := w.Get(ctx, address, log)
	if err != nil {
		if ends(err) {
			return err
		}
		c.why = err.Error()
		return nil
	}
	if s := statusState(a.Status); s != fetch.Alive {
		if s == fetch.Unreachable || s == fetch.RateLimited {
			return &stateError{s, fmt.Sprintf("%s: status %d", address, a.Status)}
		}
		c.why = fmt.Sprintf("%s: status %d", address, a.Status)
		return nil
	}
	if err := readSitemap(a.Body, c.entry); err != nil {
		c.why = address + ": " + err.Error()
	}
	return nil
}

func (c *sitemapSearch) entry(e *sitemapEntry, index bool) {
	if index {
		c.add(e)
	} else {
		c.take(e)
	}
}

// take makes a candidate of an entry that is of the day, or has no day and speaks of the claim.
func (c *sitemapSearch) take(e *sitemapEntry) {
	u, err := c.site.Parse(e.loc)
	if err != nil || !sameSite(u, c.site) || root(u.Path) || c.known[u.String()] {
		return
	}
	day := e.published
	if day.IsZero() {
		day = dayInPath(u.Path)
	}
	switch {
	case !day.IsZero() && apart(day, c.day) > 1:
		return
	case day.IsZero() && !e.modified.IsZero() && e.modified.Before(c.day.AddDate(0, 0, -1)):
		return
	case day.IsZero() && c.common(e.title+" "+u.Path) < 2:
		return
	}
	c.known[u.String()] = true
	c.found = append(c.found, Candidate{Address: u.String(), Original: u.String(), Title: e.title, Day: day})
}

// common is how many words of the claim a title or address has.
func (c *sitemapSearch) common(text string) (n int) {
	for w := range bag(text) {
		if c.words[w] {
			n++
		}
	}
	return n
}
