package archives

import (
	"context"
	"net/url"
	"slices"
	"time"

	"example.org/verify/fetch"
)

// WaybackFront is the resolver that reads the outlet's home page as the Wayback Machine captured it next to the cited day: the links that it had
// then lead to copies of the articles, whatever their addresses look like.
type WaybackFront struct{ Wayback }

// How many home pages are read for one question, and how long after the cited day they may have been captured: a headline stays a few days.
const (
	fronts     = 2
	frontAfter = 5
)

// Name is what people read.
func (WaybackFront) Name() string { return "Wayback front page" }

// Asks is the query for the captures of the home page.
func (w WaybackFront) Asks(q *Question) []string {
	v := w.query(q)
	if v == nil || w.Base == "" || w.private(q) {
		return nil
	}
	return []string{w.address(v)}
}

// query asks for one capture a day of the outlet's home page, for all days of the month at once.
func (WaybackFront) query(q *Question) url.Values {
	day, dated := q.Day()
	if q.Address != "" || !dated || q.Outlet == nil || home(q) == "" {
		return nil
	}
	month := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
	v := newQuery(home(q))
	v.Set("collapse", "timestamp:8")
	v.Set("from", month.Format(stampDay))
	v.Set("to", month.AddDate(0, 1, frontAfter).Format(stampDay))
	return v
}

// home is the address of the outlet's home page, without a scheme, "" if it is not known.
func home(q *Question) string {
	if u, err := url.Parse(siteOf(q.Outlet)); err == nil && u.Host != "" {
		return u.Host + u.Path + "/"
	}
	return ""
}

// Find lists the copies of what the home page linked to.
func (w WaybackFront) Find(ctx context.Context, web *Web, q *Question, log *Log) ([]Candidate, string, error) {
	if why := w.closed(q); why != "" {
		return nil, why, nil
	}
	v := w.query(q)
	if v == nil {
		return nil, "there is no home page and day to ask for", nil
	}
	list, err := w.list(ctx, web, v, log)
	if err != nil || list.why != "" {
		return nil, list.why, err
	}
	if !list.whole && len(list.rows) == 0 {
		return nil, "", &stateError{fetch.Unreachable, "its index does not answer in time (status 504)"}
	}
	nearest := nearestFronts(list.rows, q)
	if len(nearest) == 0 {
		return nil, "it has no copy of the home page from the cited day or the five days after", nil
	}
	var found []Candidate
	said := ""
	for _, r := range nearest {
		cs, why, err := w.links(ctx, web, r, log)
		if err != nil {
			return nil, "", err
		}
		found, said = append(found, cs...), why
	}
	if len(found) == 0 {
		return nil, said, nil
	}
	return found, "", nil
}

// nearestFronts are the captures of the home page that come first after the cited day began.
func nearestFronts(rows []row, q *Question) []row {
	day, _ := q.Day()
	rows = slices.DeleteFunc(slices.Clone(rows), func(r row) bool {
		u, err := url.Parse(r.original)
		return err != nil || !root(u.Path) || r.at.Before(day) || r.at.After(day.AddDate(0, 0, frontAfter+1))
	})
	slices.SortStableFunc(rows, func(a, b row) int { return a.at.Compare(b.at) })
	return rows[:min(len(rows), fronts)]
}

// links reads one copy of the home page.
func (w WaybackFront) links(ctx context.Context, web *Web, r row, log *Log) (found []Candidate, why string, err error) {
	a, err := web.GetLinks(ctx, w.replay(r.at, r.original), r.original, log)
	if err != nil {
		return nil, "", err
	}
	if a.Header.Get("Memento-Datetime") == "" {
		if s := statusState(a.Status); s == fetch.Unreachable || s == fetch.RateLimited {
			return nil, "", &stateError{s, "the copy of the home page cannot be had"}
		}
	}
	if _, why := capture(a, &Candidate{Captured: r.at}); why != "" {
		return nil, "of the home page " + why, nil
	}
	for _, c := range articles(nil, map[string]int{}, a, r.original, time.Time{}) {
		u, err := url.Parse(c.Original)
		if err != nil {
			continue
		}
		found = append(found, Candidate{Address: w.replay(r.at, c.Original), Original: c.Original, Title: c.Title, Day: dayInPath(u.Path), Captured: r.at, Late: after * 24 * time.Hour})
	}
	return found, "the home page of " + r.at.Format(time.DateOnly) + " links to no article", nil
}
