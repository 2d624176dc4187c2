package archives

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/fetch/cache"
	"example.org/verify/fetch/transport"
)

// still is a clock that does not wait.
type still struct {
	mu  sync.Mutex
	now time.Time
}

// Now is the time of the test.
func (c *still) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Sleep moves the time on.
func (c *still) Sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(max(d, 0))
	return ctx.Err()
}

// world is an outlet and an archive on loopback, with a finder over the whole policy.
type world struct {
	*Finder
	clock   *still
	budget  *transport.Budget
	store   *cache.Store
	outlet  *outlets.Outlet
	site    *httptest.Server // the outlet
	wayback *httptest.Server
	cache   *cache.Transport
	limits  transport.Limits

	mu    sync.Mutex
	asked []string // of both
}

// newWorld serves what site and archive say.
func newWorld(t *testing.T, site, archive http.HandlerFunc) *world {
	t.Helper()
	w := &world{clock: &still{now: time.Date(2024, 6, 20, 12, 0, 0, 0, time.UTC)}, budget: transport.NewBudget(-1), limits: transport.Limits{Header: 2 * time.Second, Total: 4 * time.Second}}
	note := func(h http.HandlerFunc) http.HandlerFunc {
		return func(rw http.ResponseWriter, r *http.Request) {
			w.mu.Lock()
			w.asked = append(w.asked, r.Host+r.URL.String())
			w.mu.Unlock()
			h(rw, r)
		}
	}
	w.site, w.wayback = httptest.NewServer(note(site)), httptest.NewServer(note(archive))
	t.Cleanup(w.site.Close)
	t.Cleanup(w.wayback.Close)
	var err error
	if w.store, err = cache.Open(""); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.store.Close() })
	w.outlet = &outlets.Outlet{ID: "lab-herald", Name: "Lab Herald", WordPress: w.site.URL, Domains: []string{hostOf(w.site.URL)}}
	w.rebuild(t)
	return w
}

// rebuild begins another run: the pages that are kept stay, all else is new.
func (w *world) rebuild(t *testing.T) { w.allow(t, hostOf(w.site.URL)) }

// allow lets a host be reached, beside the archive.
func (w *world) allow(t *testing.T, host string) {
	t.Helper()
	w.reach(t, map[string]bool{host: true, hostOf(w.wayback.URL): true})
}

// reach lets some hosts be reached.
func (w *world) reach(t *testing.T, allow map[string]bool) {
	t.Helper()
	wb := Wayback{Base: w.wayback.URL, Private: allow}
	kept := func(next http.RoundTripper) *cache.Transport {
		return &cache.Transport{Store: w.store, Next: next, Now: w.clock.Now, Forever: wb.Forever}
	}
	tr, err := transport.New(transport.Options{Clock: w.clock, Contact: "desk@example.org", Allow: allow, Budget: w.budget, Paces: wb.Paces(),
		Limits: w.limits, Cached: func(n http.RoundTripper) http.RoundTripper { return kept(n) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tr.Close)
	w.cache = kept(tr)
	w.Finder = &Finder{Web: NewWeb(w.cache), Resolvers: []Resolver{Given{}, DayArchive{}, Sitemaps{}, wb, WaybackFront{wb}}, Registry: outlets.Default(), Now: w.clock.Now}
}

// question asks for a claim and a day, at an address of the site or without one.
func (w *world) question(claim, day, path string) Question {
	q := Question{Text: claim, Language: "en", Outlet: w.outlet}
	q.Cited, _ = dates.ParseISO(day)
	if path != "" {
		q.Address = w.site.URL + path
	}
	return q
}

// none is a server that has nothing and forbids nothing.
func none(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) }

// articlePage is a page as WordPress makes it: its date stands in a time element.
func articlePage(title, day, text string) string {
	return fmt.Sprintf(`<!DOCTYPE html><html lang="en"><head><title>%s – Lab Herald</title></head><body><header><a href="/">Lab Herald</a></header><main><article><h1>%s</h1><time datetime="%sT08:15:00+02:00">%s</time><p>%s</p></article></main></body></html>`,
		title, title, day, day, text)
}

// story is a post of the outlet.
type story struct{ day, slug, title, text string }

var stories = []story{
	{"2024-05-14", "port-workers-end-three-day-strike", "Port workers end three day strike", `Port workers in the harbour ended a three day strike on Tuesday after the transport ministry agreed to pay 1,240 wage claims. The union secretary said: "We accept the written offer." Ships resumed unloading at noon.`},
	{"2024-05-14", "council-approves-water-budget", "Council approves water budget of 48.5 million", "The council approved a water budget of 48.5 million on Tuesday evening by 21 votes to 9. The finance chair called the vote a first step."},
	{"2024-05-15", "correction-strike-figures", "Correction: strike figures", "An earlier report gave 1,420 wage claims. The correct figure is 1,240."},
	{"2024-06-02", "airport-reopens-after-11-days", "Airport reopens after 11 days", "The airport reopened on Sunday after a closure of 11 days. Two flights landed before dusk."},
}

func (s *story) path() string { return "/" + strings.ReplaceAll(s.day, "-", "/") + "/" + s.slug + "/" }

// blog answers as WordPress does: REST with exclusive bounds and pages, day archives with pages, articles, 404. shut switches REST off.
func blog(shut bool, perPage int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=UTF-8")
		for i := range stories {
			if r.URL.Path == stories[i].path() {
				fmt.Fprint(w, articlePage(stories[i].title, stories[i].day, stories[i].text))
				return
			}
		}
		switch {
		case strings.HasPrefix(r.URL.Path, "/wp-json/") && !shut:
			rest(w, r, perPage)
		case strings.HasPrefix(r.URL.Path, "/20"):
			dayPage(w, r, perPage)
		default:
			missingPage(w)
		}
	}
}

func missingPage(w http.ResponseWriter) {
	w.WriteHeader(http.StatusNotFound)
	fmt.Fprint(w, "<html><head><title>Page not found – Lab Herald</title></head><body><h1>Page not found</h1></body></html>")
}

func rest(w http.ResponseWriter, r *http.Request, perPage int) { restOf(w, r, stories, perPage) }

func restOf(w http.ResponseWriter, r *http.Request, stories []story, perPage int) {
	v := r.URL.Query()
	var list []map[string]any
	for i := range stories {
		s := &stories[i]
		if at := s.day + "T08:15:00"; at > v.Get("after") && at < v.Get("before") {
			list = append(list, map[string]any{"date": at, "link": "http://" + r.Host + s.path(), "title": rendered{s.title}, "excerpt": rendered{"<p>" + s.text[:20] + "</p>"}})
		}
	}
	page := 1
	fmt.Sscan(v.Get("page"), &page)
	total := (len(list) + perPage - 1) / perPage
	w.Header().Set("Content-Type", "application/json; charset=UTF-8")
	w.Header().Set("X-WP-TotalPages", fmt.Sprint(total))
	if page > 1 && page > total {
		w.WriteHeader(http.StatusBadRequest)
		fmt.Fprint(w, `{"code":"rest_post_invalid_page_number"}`)
		return
	}
	json.NewEncoder(w).Encode(list[min((page-1)*perPage, len(list)):min(page*perPage, len(list))])
}

func dayPage(w http.ResponseWriter, r *http.Request, perPage int) {
	day, rest, _ := strings.Cut(strings.Trim(r.URL.Path, "/"), "/page/")
	page := 1
	fmt.Sscan(rest, &page)
	var list []*story
	for i := range stories {
		if strings.ReplaceAll(stories[i].day, "-", "/") == day {
			list = append(list, &stories[i])
		}
	}
	if (page-1)*perPage >= len(list) {
		missingPage(w)
		return
	}
	fmt.Fprint(w, `<html><body><a href="/about/">About</a><a href="https://elsewhere.example/2024/05/14/a-b-c-d-e/">Ad</a>`)
	for _, s := range list[(page-1)*perPage : min(page*perPage, len(list))] {
		fmt.Fprintf(w, `<h2><a href="%s">%s</a></h2>`, s.path(), s.title)
	}
	fmt.Fprint(w, `</body></html>`)
}

// shelfOf answers as the Wayback Machine does: the index as JSON with a header row and a key to go on with, copies under id_.
func shelfOf(held map[string]string, perQuery int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/cdx/search/cdx":
			index(w, r.URL.Query(), held, perQuery)
		case strings.HasPrefix(r.URL.Path, "/web/"):
			replay(w, r, held)
		default:
			http.NotFound(w, r)
		}
	}
}

// held maps "timestamp original" to the body of a copy.
func index(w http.ResponseWriter, v url.Values, held map[string]string, perQuery int) {
	rows := [][]string{{"original", "timestamp"}}
	plain := func(s string) string { return strings.TrimPrefix(strings.TrimPrefix(s, "http://"), "https://") }
	keys := sorted(held)
	slices.SortStableFunc(keys, func(a, b string) int { return strings.Compare(plain(a[15:]), plain(b[15:])) }) // by address, then time
	for _, key := range keys {
		ts, original, _ := strings.Cut(key, " ")
		hit := plain(original) == plain(v.Get("url")) || v.Get("matchType") == "prefix" && strings.HasPrefix(plain(original), v.Get("url"))
		if hit && (v.Get("from") == "" || ts >= v.Get("from") && (v.Get("to") == "" || ts[:8] <= v.Get("to"))) {
			rows = append(rows, []string{original, ts})
		}
	}
	rows = collapse(rows, v.Get("collapse"))
	start := 0
	fmt.Sscan(v.Get("resumeKey"), &start)
	out := [][]string{}
	if len(rows) > 1 {
		end := min(1+start+perQuery, len(rows))
		out = append(append(out, rows[0]), rows[1+start:end]...)
		if end < len(rows) {
			out = append(out, []string{}, []string{fmt.Sprint(end - 1)})
		}
	}
	json.NewEncoder(w).Encode(out)
}

// collapse drops rows whose neighbour before them is of the same address, or of the same day.
func collapse(rows [][]string, by string) [][]string {
	last := ""
	return slices.DeleteFunc(rows, func(r []string) bool {
		key := r[0]
		if by == "timestamp:8" {
			key = r[1][:min(8, len(r[1]))]
		}
		same := key == last
		last = key
		return same
	})
}

func replay(w http.ResponseWriter, r *http.Request, held map[string]string) {
	ts, original, _ := strings.Cut(strings.TrimPrefix(r.URL.String(), "/web/"), "id_/")
	body, ok := held[ts+" "+original]
	if !ok {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	at, _ := time.Parse(stampForm, ts)
	if rest, other := strings.CutPrefix(body, "served as "); other {
		at, _ = time.Parse(stampForm, rest)
	}
	w.Header().Set("Memento-Datetime", at.Format(http.TimeFormat))
	w.Header().Set("Content-Type", "text/html")
	fmt.Fprint(w, body)
}

func sorted(m map[string]string) (keys []string) {
	for k := range m {
		keys = append(keys, k)
	}
	for i := range keys {
		for j := i; j > 0 && keys[j] < keys[j-1]; j-- {
			keys[j], keys[j-1] = keys[j-1], keys[j]
		}
	}
	return keys
}

// reopened is the same world with nothing kept and nothing asked.
func reopened(t *testing.T, w *world) *world {
	t.Helper()
	n := &world{clock: w.clock, budget: w.budget, outlet: w.outlet, site: w.site, wayback: w.wayback, limits: w.limits}
	note := func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
			n.mu.Lock()
			n.asked = append(n.asked, r.Host+r.URL.String())
			n.mu.Unlock()
			h.ServeHTTP(rw, r)
		})
	}
	n.site.Config.Handler, n.wayback.Config.Handler = note(w.site.Config.Handler), note(w.wayback.Config.Handler)
	var err error
	if n.store, err = cache.Open(""); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { n.store.Close() })
	n.rebuild(t)
	return n
}
