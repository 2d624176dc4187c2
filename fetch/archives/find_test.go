package archives

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
	"example.org/verify/fetch/transport"
)

const strike = "Port workers in the harbour ended a three day strike after the transport ministry agreed to pay 1,240 wage claims"

// states is a server with a page for each state that a link may be in.
func states(once map[string]bool) http.HandlerFunc {
	good := articlePage(stories[0].title, stories[0].day, stories[0].text)
	return func(w http.ResponseWriter, r *http.Request) {
		first := !once[r.URL.Path]
		once[r.URL.Path] = true
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		switch r.URL.Path {
		case "/robots.txt":
			fmt.Fprint(w, "User-agent: *\nDisallow: /private/\n")
		case "/good", "/moved-to", "/private/x":
			fmt.Fprint(w, good)
		case "/other-day":
			fmt.Fprint(w, articlePage(stories[0].title, "2024-03-01", stories[0].text))
		case "/unrelated":
			fmt.Fprint(w, articlePage("Goats win the cup", "2024-05-14", "The goats of the upper valley won the cup for the best cheese, said the mayor at the fair, and their keepers danced until dawn."))
		case "/moved":
			http.Redirect(w, r, "/moved-to", http.StatusMovedPermanently)
		case "/front":
			http.Redirect(w, r, "/", http.StatusFound)
		case "/section/any":
			http.Redirect(w, r, "/section/", http.StatusFound)
		case "/section/":
			fmt.Fprint(w, articlePage("All of the section", "2024-06-01", "The goats of the upper valley won the cup for the best cheese."))
		case "/soft":
			fmt.Fprint(w, "<html><head><title>Page not found</title></head><body><h1>Page not found</h1><p>Sorry.</p></body></html>")
		case "/parked":
			fmt.Fprint(w, "<html><head><title>herald.example</title></head><body><h1>This domain is for sale</h1><p>Buy this domain.</p></body></html>")
		case "/410":
			w.WriteHeader(http.StatusGone)
		case "/403":
			w.WriteHeader(http.StatusForbidden)
		case "/paywalled":
			fmt.Fprint(w, `<html lang="en"><head><title>Port workers</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Port workers","datePublished":"2024-05-14","isAccessibleForFree":false}</script></head><body><article><h1>Port workers</h1><p>Subscribe to read on.</p></article></body></html>`)
		case "/429":
			w.WriteHeader(http.StatusTooManyRequests)
		case "/503-once":
			if first {
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
			fmt.Fprint(w, good)
		case "/503":
			w.WriteHeader(http.StatusServiceUnavailable)
		case "/circle":
			http.Redirect(w, r, "/circle2", http.StatusFound)
		case "/circle2":
			http.Redirect(w, r, "/circle", http.StatusFound)
		case "/inside":
			http.Redirect(w, r, "http://169.254.169.254/latest/", http.StatusFound)
		case "/pdf":
			w.Header().Set("Content-Type", "application/pdf")
			io.WriteString(w, "%PDF-1.4")
		case "/slow":
			<-r.Context().Done()
		case "/":
			fmt.Fprint(w, "<html><head><title>Lab Herald</title></head><body><h1>Lab Herald</h1></body></html>")
		default:
			switch {
			case strings.HasPrefix(r.URL.Path, "/section/"):
				http.Redirect(w, r, "/section/", http.StatusFound)
			case strings.HasPrefix(r.URL.Path, "/same/"):
				fmt.Fprint(w, articlePage("Herald", "2024-06-01", "We have a new look. Read the best of the week, listen to our podcast, and tell us what you think of the colours. You asked for "+r.URL.Path))
			default:
				http.NotFound(w, r)
			}
		}
	}
}

func TestLinkStates(t *testing.T) {
	for _, c := range []struct {
		path    string
		state   fetch.State
		verdict support.Verdict
	}{
		{"/good", fetch.Alive, support.Supported},
		{"/other-day", fetch.OtherDay, support.Partly},
		{"/unrelated", fetch.Alive, support.Unrelated},
		{"/moved", fetch.Moved, support.Supported},
		{"/front", fetch.Home, support.Gone},
		{"/soft", fetch.SoftGone, support.Gone},
		{"/section/any", fetch.SoftGone, support.Gone},
		{"/same/2024/port.html", fetch.SoftGone, support.Gone},
		{"/parked", fetch.Parked, support.Gone},
		{"/404", fetch.Gone, support.Gone},
		{"/410", fetch.Gone, support.Gone},
		{"/403", fetch.Refused, support.Blocked},
		{"/paywalled", fetch.Paywalled, support.Blocked},
		{"/429", fetch.RateLimited, support.Unreachable},
		{"/503-once", fetch.Alive, support.Supported},
		{"/503", fetch.Unreachable, support.Unreachable},
		{"/circle", fetch.Unreachable, support.Unreachable},
		{"/slow", fetch.Unreachable, support.Unreachable},
		{"/private/x", fetch.Robots, support.Blocked},
		{"/inside", fetch.NotTried, support.NotSought},
		{"/pdf", fetch.Unreadable, support.Blocked},
	} {
		w := newWorld(t, states(map[string]bool{}), none)
		w.Resolvers = []Resolver{Given{}}
		q := w.question(strike, "2024-05-14", c.path)
		ev := w.One(context.Background(), &q)
		if ev.Verdict != c.verdict || ev.Why == "" {
			t.Errorf("%s: %s (%s), want %s", c.path, ev.Verdict, ev.Why, c.verdict)
		}
		if ev.Met.Outcome != string(c.state) && (c.state != fetch.NotTried || ev.Attempts[len(ev.Attempts)-1].Outcome != string(c.state)) {
			t.Errorf("%s: met %+v of %+v, want %s", c.path, ev.Met, ev.Attempts, c.state)
		}
	}
}

// TestSiblingIsAskedOnce holds that a folder is asked for an address that nobody has made once, however many pages of it are doubted, and
// that a home page is never compared with it.
func TestSiblingIsAskedOnce(t *testing.T) {
	w := newWorld(t, states(map[string]bool{}), none)
	w.Resolvers = []Resolver{Given{}}
	for _, path := range []string{"/same/a.html", "/same/b.html", "/same/c.html", "/"} {
		q := w.question(strike, "2024-05-14", path)
		want := support.Gone
		if path == "/" {
			want = support.Unrelated
		}
		if ev := w.One(context.Background(), &q); ev.Verdict != want {
			t.Errorf("%s: %s (%s), want %s", path, ev.Verdict, ev.Why, want)
		}
	}
	made := slices.DeleteFunc(slices.Clone(w.asked), func(s string) bool { return !strings.Contains(s, "/verify-") })
	if len(made) != 1 || !strings.HasSuffix(made[0], ".html") || !strings.Contains(made[0], "/same/") {
		t.Errorf("asked %v", made)
	}
	for address, want := range map[string]bool{"http://e.example/": false, "http://e.example/en/": false, "http://e.example/a": true, "http://e.example/a/b/": true, "::": false} {
		if made, ok := sibling(address); ok != want || strings.HasSuffix(address, "/") && ok != strings.HasSuffix(made, "/") {
			t.Errorf("%s: %q, %v", address, made, ok)
		}
	}
}

// TestDayArchive finds pages without an address by the API, and where that is shut by the archive of the day, over several pages of either.
func TestDayArchive(t *testing.T) {
	for _, shut := range []bool{false, true} {
		for _, perPage := range []int{1, 100} {
			w := newWorld(t, blog(shut, perPage), none)
			for _, c := range []struct {
				claim, day string
				verdict    support.Verdict
				page       string
			}{
				{strike, "2024-05-14", support.Supported, stories[0].path()},
				{"The council approved a water budget of 48.5 million by 21 votes to 9", "2024-05-14", support.Supported, stories[1].path()},
				{"The council approved a water budget of 52 million by 21 votes to 9", "2024-05-14", support.Differs, stories[1].path()},
				{"The airport reopened after a closure of 11 days", "2024-06-02", support.Supported, stories[3].path()},
				{"Rebels shelled the refinery at Zawiya and killed 14 firemen", "2024-05-14", support.NotFound, ""},
				{"Rebels shelled the refinery at Zawiya and killed 14 firemen", "2024-02-02", support.NotFound, ""},
				{strike, "2024-06-02", support.NotFound, ""},
			} {
				q := w.question(c.claim, c.day, "")
				ev := w.One(context.Background(), &q)
				if ev.Verdict != c.verdict || strings.TrimPrefix(ev.Page, w.site.URL) != c.page {
					t.Errorf("shut %v, %d a page: %.30s of %s: %s at %q (%s), want %s at %q; %+v", shut, perPage, c.claim, c.day, ev.Verdict, ev.Page, ev.Why, c.verdict, c.page, ev.Resolvers)
				}
				if c.verdict == support.NotFound && (len(ev.Resolvers) != len(w.Resolvers) || slices.ContainsFunc(ev.Resolvers, func(r fetch.Resolved) bool { return r.Why == "" })) {
					t.Errorf("not found without a reason: %+v", ev.Resolvers)
				}
				if len(ev.Passage) > 300*4 || c.page != "" && (ev.Passage == "" || ev.Day != c.day) {
					t.Errorf("passage %q, day %q", ev.Passage, ev.Day)
				}
			}
		}
	}
}

func TestWayback(t *testing.T) {
	held := map[string]string{}
	w := newWorld(t, none, shelfOf(held, 1))
	host := w.site.URL
	body := func(i int) string { return articlePage(stories[i].title, stories[i].day, stories[i].text) }
	for i := range 3 {
		held["20240516120000 "+host+stories[i].path()] = body(i)
	}
	held["20240517000000 "+host+"/2024/05/14/"] = "<title>an archive</title>"
	held["20240601000000 "+host+"/old-address"] = body(0)
	held["20240515000000 "+host+"/old-address"] = body(0)
	held["20240515000000 "+host+"/drifted"] = "served as 20230101000000"
	for _, c := range []struct {
		claim, day, path string
		verdict          support.Verdict
		capture          string
	}{
		{strike, "2024-05-14", "", support.Supported, "20240516120000"},
		{strike, "2024-05-14", "/old-address", support.Supported, "20240515000000"},
		{strike, "2024-05-14", "/drifted", support.Gone, ""},
		{strike, "2024-05-14", "/never-captured", support.Gone, ""},
		{"Rebels shelled the refinery at Zawiya and killed 14 firemen", "2024-05-14", "", support.NotFound, ""},
		{strike, "2024-02-02", "", support.NotFound, ""},
	} {
		q := w.question(c.claim, c.day, c.path)
		ev := w.One(context.Background(), &q)
		if ev.Verdict != c.verdict || (ev.Capture == "") != (c.capture == "") || !strings.Contains(ev.Capture, c.capture) {
			t.Errorf("%.20s of %s at %q: %s, capture %q (%s); want %s, %q; %+v", c.claim, c.day, c.path, ev.Verdict, ev.Capture, ev.Why, c.verdict, c.capture, ev.Resolvers)
		}
		if c.capture != "" && (ev.Captured.IsZero() || !strings.HasPrefix(ev.Page, host)) {
			t.Errorf("captured %v, page %q", ev.Captured, ev.Page)
		}
	}
}

// TestWaybackRefuses holds that an archive that is excluded, busy or broken is never taken for one that has nothing.
func TestWaybackRefuses(t *testing.T) {
	for _, c := range []struct {
		status  int
		body    string
		verdict support.Verdict
	}{
		{403, "org.archive.util.io.AdministrativeAccessControlException: blocked", support.NotFound}, {429, "slow down", support.Unreachable},
		{504, "too much", support.Unreachable}, {200, "<html>maintenance</html>", support.Unreachable}, {200, "[]", support.NotFound}, {200, "", support.NotFound},
	} {
		w := newWorld(t, blog(false, 100), func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/robots.txt" {
				http.NotFound(w, r)
				return
			}
			w.WriteHeader(c.status)
			io.WriteString(w, c.body)
		})
		q := w.question("Rebels shelled the refinery at Zawiya and killed 14 firemen", "2024-05-14", "")
		if ev := w.One(context.Background(), &q); ev.Verdict != c.verdict {
			t.Errorf("%d %q: %s (%s), want %s", c.status, c.body, ev.Verdict, ev.Why, c.verdict)
		}
	}
}

// TestNothingPrivateIsTold holds that a public archive is asked neither for an address that the guard refuses nor for one of the desk's own.
func TestNothingPrivateIsTold(t *testing.T) {
	w := newWorld(t, none, none)
	for _, address := range []string{"http://10.0.0.1/memo", "http://intranet/memo", "http://user:pw@example.org/", "http://169.254.169.254/"} {
		q := Question{Text: strike, Address: address}
		if ev := w.One(context.Background(), &q); ev.Verdict != support.NotSought || len(w.asked) > 0 {
			t.Errorf("%s: %s, asked %v", address, ev.Verdict, w.asked)
		}
	}
	wb := Wayback{Base: "https://web.archive.org", Private: map[string]bool{hostOf(w.site.URL): true}}
	q := w.question(strike, "2024-05-14", "/memo")
	if asks := wb.Asks(&q); asks != nil {
		t.Errorf("asks %v", asks)
	}
	if q.Address = ""; wb.Asks(&q) != nil {
		t.Errorf("asks %v", wb.Asks(&q))
	}
}

// TestSecondRun holds that a run that was cut off is completed without a repeated request, that a second one makes none, and that an
// offline one says the same.
func TestSecondRun(t *testing.T) {
	var qs []Question
	ask := func(w *world) []Question {
		qs = nil
		for i := range stories {
			qs = append(qs, w.question(stories[i].text, stories[i].day, ""), w.question(strike, stories[i].day, stories[i].path()))
		}
		qs = append(qs, w.question(strike, "2024-01-01", "/nowhere"), w.question("Rebels shelled the refinery at Zawiya", "2024-05-14", ""))
		return qs
	}
	w := newWorld(t, blog(false, 2), shelfOf(map[string]string{}, 10))
	whole := w.All(context.Background(), ask(w), func(*fetch.Evidence) {})
	want := len(w.asked)

	w = newWorld(t, blog(false, 2), shelfOf(map[string]string{}, 10))
	ctx, cancel := context.WithCancel(context.Background())
	var n atomic.Int32
	w.All(ctx, ask(w), func(*fetch.Evidence) {
		if n.Add(1) == 3 {
			cancel()
		}
	})
	w.rebuild(t)
	got := w.All(context.Background(), ask(w), func(*fetch.Evidence) {})
	if len(w.asked) > want+1 || len(distinct(w.asked)) != want { // one may have been on its way when the run ended
		t.Errorf("%d requests, %d distinct, in two parts; a whole run makes %d", len(w.asked), len(distinct(w.asked)), want)
	}
	asked := len(w.asked)
	w.rebuild(t)
	w.cache.Offline = true
	again := w.All(context.Background(), ask(w), func(*fetch.Evidence) {})
	if len(w.asked) != asked {
		t.Errorf("the second run made %d requests", len(w.asked)-asked)
	}
	for i := range whole {
		if got[i].Verdict != whole[i].Verdict || again[i].Verdict != whole[i].Verdict || again[i].Passage != got[i].Passage {
			t.Errorf("%d: %s, %s, %s", i, whole[i].Verdict, got[i].Verdict, again[i].Verdict)
		}
	}
	if e := w.Estimate(qs); e.Sought != len(qs) || e.Hosts != 2 || want < e.Least || want > e.Most {
		t.Errorf("estimate %+v, made %d", e, want)
	}
}

func distinct(all []string) []string {
	all = slices.Clone(all)
	slices.Sort(all)
	return slices.Compact(all)
}

// TestBudgetSpent holds that what could not be asked any more is not called missing.
func TestBudgetSpent(t *testing.T) {
	w := newWorld(t, blog(false, 100), none)
	w.budget = transport.NewBudget(1)
	w.rebuild(t)
	q := w.question(strike, "2024-05-14", "")
	if ev := w.One(context.Background(), &q); ev.Verdict != support.NotSought || !strings.Contains(ev.Why, "budget") {
		t.Errorf("%s: %s", ev.Verdict, ev.Why)
	}
}

func TestOfflineMiss(t *testing.T) {
	w := newWorld(t, blog(false, 100), none)
	w.cache.Offline = true
	q := w.question(strike, "2024-05-14", "/good")
	if ev := w.One(context.Background(), &q); ev.Verdict != support.NotSought || len(w.asked) > 0 {
		t.Errorf("%s: %s, asked %v", ev.Verdict, ev.Why, w.asked)
	}
}

// TestForeignLinks holds that an outlet cannot send the reader to another site: neither by its API nor by its archive.
func TestForeignLinks(t *testing.T) {
	w := newWorld(t, func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/wp-json/") {
			w.Header().Set("X-WP-TotalPages", "1")
			fmt.Fprint(w, `[{"date":"2024-05-14T08:00:00","link":"http://169.254.169.254/port-workers-strike/","title":{"rendered":"Port workers strike"}},{"date":"","link":":","title":{}}]`)
			return
		}
		http.NotFound(w, r)
	}, none)
	q := w.question(strike, "2024-05-14", "")
	ev := w.One(context.Background(), &q)
	for _, a := range ev.Attempts {
		if strings.Contains(a.URL, "169.254") {
			t.Errorf("asked %s", a.URL)
		}
	}
}

func TestSameSite(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"http://www.a.example/x", "https://a.example/"}: true, {"http://a.co.uk/", "http://b.co.uk/"}: false, {"http://10.0.0.1/", "http://11.0.0.1/"}: false,
		{"http://127.0.0.1:1/", "http://127.0.0.1:2/"}: false, {"ftp://a.example/", "ftp://a.example/"}: false, {"http://127.0.0.1:1/", "http://127.0.0.1:1/x"}: true,
	} {
		a, _ := url.Parse(pair[0])
		b, _ := url.Parse(pair[1])
		if got := sameSite(a, b); got != want {
			t.Errorf("%v: %v", pair, got)
		}
	}
}

func TestDeclaredCharset(t *testing.T) {
	a := &Answer{Page: fetch.Page{Type: "text/html; charset=windows-1251", Body: []byte("<p>\xcf\xf0\xe8\xe2\xe5\xf2</p>")}}
	if got := string(decoded(a)); got != "\ufeff<p>Привет</p>" {
		t.Errorf("got %q", got)
	}
	for _, lie := range []string{"text/html; charset=utf-16", "text/html; charset=none", "text/html; charset=utf-8", "text/html", ";;"} {
		a.Type = lie
		if got := string(decoded(a)); got != string(a.Body) {
			t.Errorf("%s: %q", lie, got)
		}
	}
}

func TestRank(t *testing.T) {
	day := time.Date(2024, 5, 14, 0, 0, 0, 0, time.UTC)
	cs := []Candidate{{Original: "http://a/2024/05/14/weather", Day: day}, {Original: "http://a/2024/05/15/port-strike-ends", Day: day.AddDate(0, 0, 1)}, {Original: "http://a/2024/05/14/port-strike-ends", Day: day}}
	rank(cs, strike, day)
	if cs[0].Original != "http://a/2024/05/14/port-strike-ends" || cs[2].Original != "http://a/2024/05/14/weather" {
		t.Errorf("got %v", cs)
	}
}

// TestOddAddresses holds that what is no web address is not sought, rather than tried again for ever.
func TestOddAddresses(t *testing.T) {
	w := newWorld(t, none, none)
	for _, address := range []string{"mailto:desk@example.org", "http://", "http://a b/", "https:///x", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "not an address"} {
		q := Question{Text: strike, Address: address}
		if ev := w.One(context.Background(), &q); ev.Verdict != support.NotSought || ev.Why == "" || len(w.asked) > 0 {
			t.Errorf("%s: %s (%s), asked %v", address, ev.Verdict, ev.Why, w.asked)
		}
	}
	for printed, want := range map[string]string{"www.example.org/x": "https://www.example.org/x", "http://a.example": "http://a.example", "": "", "//a.example/x": "https://a.example/x"} {
		if got := whole(printed); got != want {
			t.Errorf("%s: %s", printed, got)
		}
	}
}

// TestNestedTags holds that an archive page of ten million bytes of nested tags is read in linear time: quadratic time would not end before the test's own limit.
func TestNestedTags(t *testing.T) {
	n := 1 << 18
	if testing.Short() {
		n = 1 << 14
	}
	page := "<html><body>" + strings.Repeat("<div>", 4*n) + strings.Repeat("<a href=/x>", n)
	w := newWorld(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, page)
	}, none)
	q := w.question(strike, "2024-05-14", "")
	if ev := w.One(context.Background(), &q); ev.Verdict != support.NotFound {
		t.Errorf("%s (%s)", ev.Verdict, ev.Why)
	}
}

// trap is a resolver that fails.
type trap struct{ Given }

// Find panics.
func (trap) Find(context.Context, *Web, *Question, *Log) ([]Candidate, string, error) {
	panic("out of range")
}

// TestOneFailure holds that a fault of the program ends one question and not the run.
func TestOneFailure(t *testing.T) {
	w := newWorld(t, none, none)
	w.Resolvers = []Resolver{trap{}}
	all := w.All(context.Background(), []Question{{Text: strike}, {Text: strike, Skip: "x"}}, func(*fetch.Evidence) {})
	if all[0].Verdict != support.Blocked || !strings.Contains(all[0].Why, "out of range") || all[1].Verdict != support.NotSought {
		t.Errorf("%+v", all)
	}
}

// TestDeadLink holds that an address is dead after three runs that lie three days apart, that a run from the pages that are kept is none,
// and that one answer is enough to be alive.
func TestDeadLink(t *testing.T) {
	alive := false
	w := newWorld(t, func(rw http.ResponseWriter, r *http.Request) {
		if alive && r.URL.Path == "/x" {
			fmt.Fprint(rw, articlePage(stories[0].title, stories[0].day, stories[0].text))
			return
		}
		http.NotFound(rw, r)
	}, none)
	run := func(days int, dead bool, failures int) {
		t.Helper()
		w.clock.now = w.clock.now.AddDate(0, 0, days)
		w.rebuild(t)
		w.Resolvers, w.History = []Resolver{Given{}}, w.store
		q := w.question(strike, "2024-05-14", "/x")
		ev := w.One(context.Background(), &q)
		now := w.clock.Now()
		if met := ev.Addressed(); fetch.Dead(met, now) != dead || len(fetch.Failures(met, now)) != failures {
			t.Errorf("on %v: %+v, want dead %v by %d failures", now, met, dead, failures)
		}
	}
	run(0, false, 1)
	run(0, false, 1) // from the pages that are kept
	run(1, false, 1)
	run(3, false, 2)
	run(3, true, 3)
	alive = true
	run(3, false, 0)
}
