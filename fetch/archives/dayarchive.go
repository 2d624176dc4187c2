package archives

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/publicsuffix"

	"example.org/verify/citations/outlets"
	"example.org/verify/fetch"
)

// DayArchive is the resolver that asks the outlet itself what it published around the cited day: the REST API of WordPress, and where that
// is not there or shut, the archive page of the day.
type DayArchive struct{}

// maxPages is how many pages of an archive are followed.
const maxPages = 5

// Name is what people read.
func (DayArchive) Name() string { return "day archive" }

// Asks is the first page of the API, or of the archive where there is no API.
func (DayArchive) Asks(q *Question) []string {
	day, ok := q.Day()
	if q.Outlet == nil || !ok {
		return nil
	}
	if base := wordpress(q.Outlet); base != "" {
		return []string{posts(base, day, 1)}
	}
	if t := template(q.Outlet); t != "" {
		return []string{fill(t, day)}
	}
	return nil
}

// Find lists what the outlet published on the cited day and its neighbours.
func (d DayArchive) Find(ctx context.Context, w *Web, q *Question, log *Log) ([]Candidate, string, error) {
	day, ok := q.Day()
	switch {
	case q.Outlet == nil:
		return nil, "the outlet is not in the registry", nil
	case !ok:
		return nil, "the citation gives no day", nil
	case d.Asks(q) == nil:
		return nil, "the registry has no archive of the outlet by day", nil
	}
	why := ""
	if base := wordpress(q.Outlet); base != "" {
		found, said, err := d.api(ctx, w, base, day, log)
		log.Listed = err == nil && (len(found) > 0 || said == noPosts)
		if err != nil || said == "" || len(found) > 0 {
			return found, said, err
		}
		if said == noPosts {
			return nil, noPosts + " " + span(day), nil
		}
		why = said + "; "
	}
	found, said, err := d.pages(ctx, w, q.Outlet, day, log)
	log.Listed = len(found) > 0
	if said != "" {
		said = why + said
	}
	return found, said, err
}

func span(day time.Time) string {
	return day.AddDate(0, 0, -1).Format(time.DateOnly) + " to " + day.AddDate(0, 0, 1).Format(time.DateOnly)
}

// noPosts is the API's answer that there is nothing, which the archive page need not confirm.
const noPosts = "the outlet's WordPress has no post from"

// wordpress is the base of an outlet's WordPress, "" if it has none.
func wordpress(o *outlets.Outlet) string {
	switch {
	case o.WordPress != "":
		return strings.TrimSuffix(o.WordPress, "/")
	case o.Archive == "wordpress" && len(o.Domains) > 0:
		return "https://" + o.Domains[0]
	}
	return ""
}

// siteOf is the address of the outlet's site, without a last slash, "" if it is not known.
func siteOf(o *outlets.Outlet) string {
	if base := wordpress(o); base != "" {
		return base
	}
	if u, err := url.Parse(o.Archive); err == nil && u.Host != "" {
		return u.Scheme + "://" + u.Host
	}
	if len(o.Domains) > 0 {
		return "https://" + o.Domains[0]
	}
	return ""
}

// template is the address of an outlet's archive for a day, "" if it has none.
func template(o *outlets.Outlet) string {
	if strings.Contains(o.Archive, "{yyyy}") {
		return o.Archive
	}
	if base := wordpress(o); base != "" {
		return base + "/{yyyy}/{mm}/{dd}/"
	}
	return ""
}

func fill(template string, day time.Time) string {
	return strings.NewReplacer("{yyyy}", day.Format("2006"), "{mm}", day.Format("01"), "{dd}", day.Format("02")).Replace(template)
}

// posts is a page of the API's list for the day and its neighbours. The bounds are exclusive, and without a zone they are the site's own
// (wordpress.md).
func posts(base string, day time.Time, page int) string {
	v := url.Values{"after": {day.AddDate(0, 0, -2).Format(time.DateOnly) + "T23:59:59"}, "before": {day.AddDate(0, 0, 2).Format(time.DateOnly) + "T00:00:00"},
		"per_page": {"100"}, "orderby": {"date"}, "order": {"asc"}, "_fields": {"date,link,title,excerpt"}}
	if page > 1 {
		v.Set("page", strconv.Itoa(page))
	}
	return base + "/wp-json/wp/v2/posts?" + v.Encode()
}

// post is what is read of one.
type post struct {
	Date    string   `json:"date"`
	Link    string   `json:"link"`
	Title   rendered `json:"title"`
	Excerpt rendered `json:"excerpt"`
}

type rendered struct {
	Rendered string `json:"rendered"`
}

// api follows the pages of the list to its end. why is set where the API does not answer as one.
func (DayArchive) api(ctx context.Context, w *Web, base string, day time.Time, log *Log) (found []Candidate, why string, err error) {
	site, err := url.Parse(base)
	if err != nil {
		return nil, fmt.Sprintf("%q is no address", base), nil //nolint:nilerr // a reason why nothing was found, not a failure of the run
	}
	for n := 1; n <= maxPages; n++ {
		a, err := w.Get(ctx, posts(base, day, n), log)
		if err != nil {
			return nil, "", err
		}
		var list []post
		if a.Status != http.StatusOK || json.Unmarshal(a.Body, &list) != nil {
			if s := statusState(a.Status); s == fetch.Unreachable || s == fetch.RateLimited {
				return nil, "", &stateError{s, fmt.Sprintf("%s answers with status %d", base, a.Status)}
			}
			return found, fmt.Sprintf("its WordPress API does not answer (status %d)", a.Status), nil
		}
		for i := range list {
			if c, ok := list[i].candidate(site); ok {
				found = append(found, c)
			}
		}
		if total, err := strconv.Atoi(a.Header.Get("X-WP-TotalPages")); err != nil || n >= total {
			break
		}
	}
	if len(found) == 0 {
		return nil, noPosts, nil
	}
	return found, "", nil
}

// candidate makes one of a post that lies on the site that was asked.
func (p *post) candidate(site *url.URL) (Candidate, bool) {
	u, err := url.Parse(p.Link)
	if err != nil || !sameSite(u, site) {
		return Candidate{}, false
	}
	day, _ := time.Parse(time.DateOnly, p.Date[:min(len(p.Date), len(time.DateOnly))])
	return Candidate{Address: p.Link, Original: p.Link, Title: plain(p.Title.Rendered) + " " + plain(p.Excerpt.Rendered), Day: day}, true
}

// plain is the text of a piece of HTML, for comparing words: tags are blanks.
func plain(s string) string {
	var b strings.Builder
	inside := false
	for _, r := range s {
		switch {
		case r == '<':
			inside = true
			b.WriteByte(' ')
		case r == '>':
			inside = false
		case !inside:
			b.WriteRune(r)
		}
	}
	return html.UnescapeString(b.String())
}

// pages follows the archive of the day to its end and takes the links that lie on the same site. A day without articles is a 404.
func (DayArchive) pages(ctx context.Context, w *Web, o *outlets.Outlet, day time.Time, log *Log) ([]Candidate, string, error) {
	first := fill(template(o), day)
	seen := map[string]int{}
	var found []Candidate
	for n := 1; n <= maxPages; n++ {
		address := first
		if n > 1 {
			address = strings.TrimSuffix(first, "/") + "/page/" + strconv.Itoa(n) + "/"
		}
		a, err := w.GetLinks(ctx, address, "", log)
		if err != nil {
			return nil, "", err
		}
		if s, why := meet(a); s != fetch.Alive {
			if n > 1 {
				break
			}
			if s == fetch.Unreachable || s == fetch.RateLimited || s == fetch.Refused {
				return nil, "", &stateError{s, address + ": " + why}
			}
			return nil, "the outlet's archive has no page for " + day.Format(time.DateOnly), nil
		}
		before := len(found)
		found = articles(found, seen, a, first, day)
		if len(found) == before || !strings.HasSuffix(first, "/") {
			break
		}
	}
	if len(found) == 0 {
		return nil, "the outlet's archive page for " + day.Format(time.DateOnly) + " links to no article", nil
	}
	return found, "", nil
}

// articles adds the links of an archive page that may lead to articles, the words of several links to one joined.
func articles(found []Candidate, seen map[string]int, a *Answer, first string, day time.Time) []Candidate {
	at, err := url.Parse(first)
	if err != nil {
		return found
	}
	for _, l := range a.Links {
		u, err := url.Parse(l.Address)
		if err != nil || !sameSite(u, at) || !articlePath(u.Path, at.Path) {
			continue
		}
		u.Fragment = ""
		if i, ok := seen[u.String()]; ok {
			found[i].Title += " " + l.Text
			continue
		}
		seen[u.String()] = len(found)
		c := Candidate{Address: u.String(), Original: u.String(), Title: l.Text}
		if strings.HasPrefix(u.Path, at.Path) {
			c.Day = day
		}
		found = append(found, c)
	}
	return found
}

// articlePath reports whether a path may be an article's: it lies below the archive of the day, or its last part has the length of a
// headline or a number.
func articlePath(path, archive string) bool {
	path = strings.TrimSuffix(path, "/")
	last := path[strings.LastIndexByte(path, '/')+1:]
	switch rest, below := strings.CutPrefix(path, strings.TrimSuffix(archive, "/")+"/"); {
	case path == strings.TrimSuffix(archive, "/"), strings.Contains(path, "/page/"), strings.Contains(path, "/feed"), strings.Contains(path, "/wp-"):
		return false
	case below && rest != "":
		return true
	}
	return strings.Count(last, "-") >= 3 || strings.ContainsAny(last, "0123456789") && len(last) > 6
}

// sameSite reports whether two addresses are of one registered domain; hosts in figures must be equal, port and all.
func sameSite(a, b *url.URL) bool {
	if a.Scheme != "http" && a.Scheme != "https" {
		return false
	}
	if strings.EqualFold(a.Host, b.Host) {
		return true
	}
	x, err1 := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(a.Hostname()))
	y, err2 := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(b.Hostname()))
	return err1 == nil && err2 == nil && x == y && strings.Trim(x, "0123456789.") != ""
}

// stateError is an answer that is as good as none.
type stateError struct {
	state fetch.State
	what  string
}

func (e *stateError) Error() string { return e.what }
