package archives

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
	"example.org/verify/fetch/transport"
)

// places and matters make posts that have much in common: the same words, other places and figures.
var places = []string{"Sebha", "Ubari", "Murzuq", "Ghat", "Kufra", "Misrata", "Zawiya", "Derna", "Tobruk", "Sirte"}

var matters = []struct{ title, text, claim, loose string }{
	{"Gunmen kill %[2]d in attack near %[1]s", "Gunmen in four cars killed %[2]d civilians at a checkpoint near %[1]s late on Monday, the municipal council said. The attackers fled south. No group has claimed the attack.", "Gunmen killed %[2]d civilians at a checkpoint near %[1]s", "%[2]d civilians died when armed men attacked a checkpoint near %[1]s"},
	{"Fuel reaches %[1]s after weeks", "A convoy of %[2]d tankers reached the depot at %[1]s after three weeks without fuel. Drivers waited in long lines. The fuel committee promised a second convoy.", "A convoy of %[2]d tankers reached the depot at %[1]s after three weeks without fuel", "%[1]s received fuel for the first time in three weeks when %[2]d tankers came in by convoy"},
	{"%[1]s hospital runs out of medicine", "The hospital of %[1]s has treated %[2]d patients since the fighting began and has run out of medicine, its director said. He called on the health ministry to send supplies.", "The hospital of %[1]s treated %[2]d patients and ran out of medicine", "After %[2]d patients the director of the hospital in %[1]s called for medicine"},
	{"Smugglers arrested in %[1]s", "Police in %[1]s arrested %[2]d smugglers and seized two trucks on the road to the border. The trucks carried migrants and cigarettes, the security directorate said.", "Police in %[1]s arrested %[2]d smugglers and seized two trucks", "%[2]d smugglers with trucks full of migrants were caught by police in %[1]s"},
	{"Water cut off in %[1]s", "Armed men closed the valves of the water pipeline at %[1]s and left %[2]d families without water. The water authority asked the elders to mediate.", "Armed men closed the valves of the water pipeline at %[1]s and left %[2]d families without water", "%[2]d families have no water since the pipeline at %[1]s was shut by armed men"},
	{"Teachers in %[1]s stop work", "Teachers at %[2]d schools in %[1]s stopped work to demand their wages of the last five months. The union said that the strike would go on until they are paid.", "Teachers at %[2]d schools in %[1]s stopped work to demand their wages", "A strike over unpaid wages closed %[2]d schools in %[1]s"},
}

// corpus is 60 posts of ten days, six a day, and what each is cited for, near to its words and in others.
func corpus() (posts []story, claims, loose []string) {
	for i := range 60 {
		m, place, n := &matters[i%6], places[(i*7+i/6)%10], 11+i*3
		title := fmt.Sprintf(m.title, place, n)
		if i := strings.Index(title, "%!(EXTRA"); i >= 0 {
			title = title[:i]
		}
		day := fmt.Sprintf("2024-03-%02d", 1+i/6)
		posts = append(posts, story{day, fmt.Sprintf("%s-%d", strings.ToLower(strings.Join(strings.Fields(title), "-")), i), title, fmt.Sprintf(m.text, place, n)})
		claims, loose = append(claims, fmt.Sprintf(m.claim, place, n)), append(loose, fmt.Sprintf(m.loose, place, n))
	}
	return posts, claims, loose
}

// TestHundredCitations looks up a hundred citations of two outlets without an address: of 80 the page is there, 20 cite what was never
// published. A fifth says what the page says in other words. At least 95 must find their page, and no absent one may be given one.
func TestHundredCitations(t *testing.T) {
	posts, claims, loose := corpus()
	kept := stories
	stories = posts
	defer func() { stories = kept }()
	half := func(odd int) http.HandlerFunc { // an outlet has every second post
		return func(w http.ResponseWriter, r *http.Request) {
			for i := range posts {
				if i%2 != odd && strings.HasPrefix(r.URL.Path, posts[i].path()) {
					missingPage(w)
					return
				}
			}
			odds{odd, w, r}.serve()
		}
	}
	right, wrong, missed := 0, 0, 0
	first, second := newWorld(t, half(0), shelfOf(nil, 10)), newWorld(t, half(1), shelfOf(nil, 10))
	for i := range 100 {
		k := (i * 37) % 60
		w, absent := first, i%5 == 4
		if k%2 == 1 {
			w = second
		}
		claim := claims[k]
		if i%5 == 1 {
			claim = loose[k]
		}
		if absent { // the same matter at a place and with a figure that no post of these days has
			claim = fmt.Sprintf(matters[k%6].claim, "Nalut", 700+i)
		}
		q := w.question(claim, posts[k].day, "")
		ev := w.One(context.Background(), &q)
		page := strings.TrimPrefix(ev.Page, w.site.URL)
		switch {
		case absent && ev.Verdict == support.NotFound, !absent && page == posts[k].path() && (i%5 == 1 || ev.Verdict == support.Supported):
			right++
		default:
			if page != "" && page != posts[k].path() || absent {
				wrong++
			} else {
				missed++
			}
			t.Logf("%d: %s of %s: %s at %q (%s)", i, claim, posts[k].day, ev.Verdict, page, ev.Why)
		}
	}
	t.Logf("%d of 100 right, %d with a wrong page, %d missed", right, wrong, missed)
	if right < 95 || wrong > 0 {
		t.Errorf("%d of 100 right, %d with a wrong page; want 95 and none", right, wrong)
	}
}

// odds answers as blog does, with every second post alone.
type odds struct {
	odd int
	w   http.ResponseWriter
	r   *http.Request
}

func (o odds) serve() {
	if !strings.HasPrefix(o.r.URL.Path, "/wp-json/") {
		blog(false, 100)(o.w, o.r)
		return
	}
	var mine []story
	for i := range stories {
		if i%2 == o.odd {
			mine = append(mine, stories[i])
		}
	}
	restOf(o.w, o.r, mine, 100)
}

// TestRealWordPress asks a stock WordPress with the five posts of the project's check, where VERIFY_WORDPRESS names its address.
func TestRealWordPress(t *testing.T) {
	base := os.Getenv("VERIFY_WORDPRESS")
	if base == "" {
		t.Skip("VERIFY_WORDPRESS names no WordPress on loopback, as http://127.0.0.1:8091")
	}
	for _, outlet := range []*outlets.Outlet{{ID: "api", WordPress: base}, {ID: "pages", Archive: base + "/{yyyy}/{mm}/{dd}/"}} {
		w := newWorld(t, none, none)
		w.allow(t, hostOf(base))
		for _, c := range []struct {
			claim, day, address string
			verdict             support.Verdict
			page                string
		}{
			{strike, "2024-05-14", "", support.Supported, "/2024/05/14/port-workers-end-three-day-strike/"},
			{"The council approved a water budget of 48.5 million by 21 votes to 9", "2024-05-14", "", support.Supported, "/2024/05/14/council-approves-water-budget-of-48-5-million/"},
			{"The ministry reported fuel stocks for 45 days at the end of the year", "2023-12-31", "", support.Supported, "/2023/12/31/year-end-ministry-reports-fuel-stocks/"},
			{"The airport reopened after a closure of 11 days", "2024-06-02", "", support.Supported, "/2024/06/02/airport-reopens-after-11-days/"},
			{"Rebels shelled the refinery at Zawiya and killed 14 firemen", "2024-05-14", "", support.NotFound, ""},
			{strike, "2024-05-13", base + "/2024/05/13/", support.Gone, "/2024/05/13/"},
			{strike, "2024-05-14", base + "/2024/05/14/port-workers/", support.Supported, "/2024/05/14/port-workers-end-three-day-strike/"},
		} {
			q := Question{Text: c.claim, Language: "en", Outlet: outlet, Address: c.address}
			if c.address != "" {
				q.Outlet = nil
			}
			q.Cited, _ = dates.ParseISO(c.day)
			if ev := w.One(context.Background(), &q); ev.Verdict != c.verdict || strings.TrimPrefix(ev.Page, base) != c.page {
				t.Errorf("%s: %.30s: %s at %q (%s), want %s; %+v", outlet.ID, c.claim, ev.Verdict, ev.Page, ev.Why, c.verdict, ev.Resolvers)
			}
		}
	}
}

// TestManyHosts looks up a thousand links of fifty hosts without a pause: hosts are asked side by side.
func TestManyHosts(t *testing.T) {
	w := newWorld(t, none, none)
	allow, good := map[string]bool{}, articlePage(stories[0].title, stories[0].day, stories[0].text)
	var qs []Question
	for range 50 {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			if r.URL.Path == "/robots.txt" {
				w.WriteHeader(http.StatusNotFound)
				return
			}
			fmt.Fprint(w, good)
		}))
		defer s.Close()
		allow[hostOf(s.URL)] = true
		for i := range 20 {
			q := Question{Text: strike, Language: "en", Address: fmt.Sprintf("%s/port-workers-%d", s.URL, i)}
			q.Cited, _ = dates.ParseISO("2024-05-14")
			qs = append(qs, q)
		}
	}
	w.limits = transport.DefaultLimits // a machine may be busy
	w.reach(t, allow)
	start := time.Now()
	evidence := w.All(context.Background(), qs, func(*fetch.Evidence) {})
	took := time.Since(start)
	for i := range evidence {
		if evidence[i].Verdict != support.Supported {
			t.Fatalf("%s: %s (%s)", qs[i].Address, evidence[i].Verdict, evidence[i].Why)
		}
	}
	t.Logf("1000 links of 50 hosts in %v, %d requests", took, w.budget.Spent())
}
