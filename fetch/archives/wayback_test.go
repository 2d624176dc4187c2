package archives

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"example.org/verify/fetch/support"
)

func body(i int) string { return articlePage(stories[i].title, stories[i].day, stories[i].text) }

// queriesOf are the questions that the index was asked.
func (w *world) queriesOf() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(w.asked), func(s string) bool { return !strings.Contains(s, "/cdx/") })
}

// TestWaybackByMonth holds that all days of a month are served by one list of captures, over as many answers as it takes, and that what is of
// another day by its path or its capture is no candidate.
func TestWaybackByMonth(t *testing.T) {
	for _, perQuery := range []int{2, 1000} {
		held := map[string]string{}
		w := newWorld(t, none, shelfOf(held, perQuery))
		w.Resolvers = w.Resolvers[3:4]
		for i := range stories {
			held[strings.ReplaceAll(stories[i].day, "-", "")+"120000 "+w.site.URL+stories[i].path()] = body(i)
		}
		held["20240520120000 "+w.site.URL+"/2024/05/20/port-workers-end-three-day-strike/"] = body(0)
		for i, day := range []string{"2024-05-14", "2024-05-14", "2024-05-15", "2024-05-13", "2024-05-16", "2024-05-28"} {
			q := w.question(stories[min(i, 2)].text, day, "")
			want := support.Supported
			if i > 3 {
				want = support.NotFound
			}
			if i == 3 { // the neighbour of a day is not the day of the third story
				want = support.NotFound
			}
			if ev := w.One(context.Background(), &q); i != 4 && ev.Verdict != want {
				t.Errorf("%d a query, %s: %s (%s), want %s; %+v", perQuery, day, ev.Verdict, ev.Why, want, ev.Resolvers)
			}
		}
		if n, most := len(w.queriesOf()), map[int]int{2: 2, 1000: 1}[perQuery]; n != most {
			t.Errorf("%d a query: %d queries, want %d: %v", perQuery, n, most, w.queriesOf())
		}
	}
}

// TestWaybackNarrows holds that a list that is too long, or takes the archive too long, is asked for by the day, and that what was too much
// is not asked again in the run.
func TestWaybackNarrows(t *testing.T) {
	held := map[string]string{}
	heavy := false
	shelf := shelfOf(held, 3)
	w := newWorld(t, none, func(rw http.ResponseWriter, r *http.Request) {
		if heavy && strings.HasSuffix(r.URL.Query().Get("url"), "/2024/05/") {
			rw.WriteHeader(http.StatusGatewayTimeout)
			return
		}
		shelf(rw, r)
	})
	for i := range 40 {
		held[fmt.Sprintf("20240503120000 %s/2024/05/03/an-article-of-the-day-%d/", w.site.URL, i)] = "<p>goats"
	}
	held["20240514120000 "+w.site.URL+stories[0].path()] = body(0)
	for _, heavy = range []bool{false, true} {
		w.asked = nil
		w.store.Close()
		w = reopened(t, w)
		w.Resolvers = w.Resolvers[3:4]
		for range 2 {
			q := w.question(strike, "2024-05-14", "")
			if ev := w.One(context.Background(), &q); ev.Verdict != support.Supported {
				t.Errorf("heavy %v: %s; %+v", heavy, ev.Verdict, ev.Resolvers)
			}
		}
		want := maxQueries + 1
		if heavy {
			want = 3 + 1 // a 5xx is tried three times
		}
		if n := len(w.queriesOf()); n != want {
			t.Errorf("heavy %v: %d queries, want %d", heavy, n, want)
		}
	}
}

// TestWaybackFront finds an article whose address tells nothing by the home page of the day, and says how far its copy is from that.
func TestWaybackFront(t *testing.T) {
	held := map[string]string{}
	w := newWorld(t, none, shelfOf(held, 1000))
	w.Resolvers = w.Resolvers[4:5]
	front := func(i int) string {
		return fmt.Sprintf(`<html><body><a href="/a/8812%d">%s</a><a href="/about/">About</a><a href="https://elsewhere.example/a-b-c-d-e">Ad</a></body></html>`, i, stories[i].title)
	}
	host := w.site.URL
	held["20240513120000 "+host+"/"] = front(3)
	held["20240514180000 "+host+"/"] = front(0)
	held["20240602180000 "+host+"/"] = front(3)
	held["20240514180000 "+host+"/a/88120"] = body(0)
	held["20240602180000 "+host+"/a/88123"] = "served as 20260101000000" // a copy of another year
	for _, c := range []struct {
		claim, day string
		verdict    support.Verdict
		said       string
	}{
		{strike, "2024-05-14", support.Supported, ""}, {stories[3].text, "2024-06-02", support.NotFound, "another day's copy in its place, of 2026-01-01"},
		{strike, "2024-05-15", support.NotFound, "no copy of the home page"}, {strike, "2024-03-15", support.NotFound, "no copy of the home page"},
	} {
		q := w.question(c.claim, c.day, "")
		ev := w.One(context.Background(), &q)
		if ev.Verdict != c.verdict || !strings.Contains(ev.Resolvers[0].Why, c.said) {
			t.Errorf("%s: %s; %+v", c.day, ev.Verdict, ev.Resolvers)
		}
		if c.verdict == support.Supported && (ev.Page != host+"/a/88120" || ev.Captured.Format(time.DateOnly) != "2024-05-14") {
			t.Errorf("%s, captured %v", ev.Page, ev.Captured)
		}
	}
	if n := len(w.queriesOf()); n != 3 {
		t.Errorf("%d queries for three months: %v", n, w.queriesOf())
	}
}

// gate answers as a TimeGate: by a redirect, or as pywb does at once with Content-Location.
func gate(direct bool, held map[string]string) http.HandlerFunc {
	copyOf := func(w http.ResponseWriter, ts, original string) {
		at, _ := time.Parse(stampForm, ts)
		w.Header().Set("Memento-Datetime", at.Format(http.TimeFormat))
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Link", fmt.Sprintf(`<http://x.example/a,b;c>; rel="first memento"; datetime="Mon, 01 Jan 2024 00:00:00 GMT", <%s>; rel="original", <x>; rel=timegate`, original))
		fmt.Fprint(w, held[ts+" "+original])
	}
	return func(w http.ResponseWriter, r *http.Request) {
		if ts, original, ok := strings.Cut(strings.TrimPrefix(r.URL.String(), "/at/"), "/"); ok && strings.HasPrefix(r.URL.Path, "/at/") {
			copyOf(w, ts, original)
			return
		}
		original, isGate := strings.CutPrefix(r.URL.String(), "/gate/")
		asked, err := http.ParseTime(r.Header.Get("Accept-Datetime"))
		best, far := "", time.Duration(1<<62)
		for key := range held {
			ts, of, _ := strings.Cut(key, " ")
			at, _ := time.Parse(stampForm, ts)
			if d := at.Sub(asked).Abs(); of == original && d < far {
				best, far = ts, d
			}
		}
		switch {
		case !isGate || best == "":
			http.NotFound(w, r)
		case err != nil:
			w.WriteHeader(http.StatusBadRequest)
		case direct:
			w.Header().Set("Content-Location", "/at/"+best+"/"+original)
			w.Header().Set("Vary", "accept-datetime")
			copyOf(w, best, original)
		default:
			w.Header().Set("Location", "/at/"+best+"/"+original)
			w.WriteHeader(http.StatusFound)
		}
	}
}

// TestTimeGate holds that an archive is asked for the cited day, that two days are two questions, and that the copy is known by its own address.
func TestTimeGate(t *testing.T) {
	for _, direct := range []bool{false, true} {
		held := map[string]string{}
		w := newWorld(t, none, gate(direct, held))
		w.Resolvers = []Resolver{Given{}, TimeGate{Base: w.wayback.URL + "/gate/", Private: map[string]bool{hostOf(w.wayback.URL): true}}}
		host := w.site.URL
		held["20240516000000 "+host+"/x"] = body(0)
		held["20240601000000 "+host+"/x"] = body(3)
		for _, c := range []struct {
			claim, day, path string
			verdict          support.Verdict
			capture          string
		}{
			{strike, "2024-05-14", "/x", support.Supported, "/at/20240516000000/" + host + "/x"}, {stories[3].text, "2024-06-01", "/x", support.Supported, "/at/20240601000000/" + host + "/x"},
			{strike, "2024-05-14", "/never", support.Gone, ""}, {strike, "2024-07-14", "/x", support.Gone, ""},
		} {
			q := w.question(c.claim, c.day, c.path)
			ev := w.One(context.Background(), &q)
			if ev.Verdict != c.verdict || c.capture != strings.TrimPrefix(ev.Capture, w.wayback.URL) || c.capture != "" && ev.Page != host+c.path {
				t.Errorf("direct %v, %s %s: %s, capture %q, page %q; %+v", direct, c.day, c.path, ev.Verdict, ev.Capture, ev.Page, ev.Resolvers)
			}
		}
		n := len(w.asked)
		q := w.question(strike, "2024-05-14", "/x")
		if ev := w.One(context.Background(), &q); ev.Verdict != support.Supported || len(w.asked) != n {
			t.Errorf("a second look made %d requests: %v", len(w.asked)-n, w.asked[n:])
		}
	}
}

func TestLinked(t *testing.T) {
	for header, want := range map[string]string{
		`<http://a.example/x,y;z?q=1>; rel="original"`: "http://a.example/x,y;z?q=1", `<a>; rel="memento"; datetime="Mon, 01 Jan 2024 00:00:00 GMT", <b>; rel="timegate original"`: "b",
		`<a>; rel=original`: "a", `<a>; rel="originals"`: "", `rel="original"`: "", `<a; rel="original"`: "", "": "",
	} {
		if got := linked(header, "original"); got != want {
			t.Errorf("%s: %q, want %q", header, got, want)
		}
	}
}

// TestArchivedAnswers holds that what an archive holds is judged as the live page would be: its own errors, redirects and soft 404 too.
func TestArchivedAnswers(t *testing.T) {
	w := newWorld(t, none, nil)
	host := w.site.URL
	w.wayback.Config.Handler = http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		stamp := func() {
			rw.Header().Set("Memento-Datetime", "Wed, 15 May 2024 00:00:00 GMT")
			rw.Header().Set("Content-Type", "text/html")
		}
		switch {
		case strings.HasPrefix(r.URL.Path, "/cdx/"):
			asked, _ := url.QueryUnescape(r.URL.Query().Get("url"))
			fmt.Fprintf(rw, `[["original","timestamp"],[%q,"20240515000000"]]`, asked)
		case strings.HasSuffix(r.URL.Path, "id_/"+host+"/soft"):
			stamp()
			fmt.Fprint(rw, "<html><head><title>Page not found</title></head><body><h1>Page not found</h1></body></html>")
		case strings.HasSuffix(r.URL.Path, "/front"):
			stamp()
			rw.Header().Set("Location", "/web/20240515000001id_/"+host+"/")
			rw.WriteHeader(http.StatusFound)
		case strings.HasSuffix(r.URL.Path, "/moved"):
			stamp()
			rw.Header().Set("Location", "/web/20240515000001id_/"+host+"/elsewhere")
			rw.WriteHeader(http.StatusMovedPermanently)
		case strings.HasSuffix(r.URL.Path, "/elsewhere"):
			stamp()
			fmt.Fprint(rw, body(0))
		case strings.HasSuffix(r.URL.Path, "/circle"):
			stamp()
			rw.Header().Set("Location", r.URL.Path)
			rw.WriteHeader(http.StatusFound)
		case strings.HasSuffix(r.URL.Path, "/429"):
			stamp()
			rw.WriteHeader(http.StatusTooManyRequests)
		case r.URL.Path == "/web/20240515000001id_/"+host+"/":
			stamp()
			fmt.Fprint(rw, "<h1>Lab Herald</h1>")
		default:
			http.NotFound(rw, r)
		}
	})
	for path, want := range map[string]support.Verdict{"/soft": support.Gone, "/front": support.Gone, "/moved": support.Supported, "/circle": support.Gone, "/429": support.Gone, "/none": support.Gone} {
		w = reopened(t, w)
		w.Resolvers = []Resolver{Given{}, w.Resolvers[3]}
		q := w.question(strike, "2024-05-14", path)
		if ev := w.One(context.Background(), &q); ev.Verdict != want || path == "/moved" && ev.Page != host+"/elsewhere" {
			t.Errorf("%s: %s at %s (%s), want %s; %+v", path, ev.Verdict, ev.Page, ev.Why, want, ev.Resolvers)
		}
	}
}
