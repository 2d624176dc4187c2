package archives

import (
	"context"
	"testing"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
	"example.org/verify/fetch/support"
)

// TestFits holds which page of the day is taken for the one that is cited without an address: a page that gives another figure, or has half of the
// words with the figure, is the one to look at; one of which words alone are shared is not.
func TestFits(t *testing.T) {
	w := newWorld(t, blog(false, 3), none)
	for _, c := range []struct {
		claim   string
		day     string
		verdict support.Verdict
		page    string // slug, "" for none
	}{
		{"The council approved a water budget of 48.5 million by 19 votes to 9.", "2024-05-14", support.Partly, "council-approves-water-budget"},
		{"Port workers were promised 1,420 wage claims.", "2024-05-14", support.Partly, "port-workers-end-three-day-strike"},
		{"The closure at the airfield took 11 days.", "2024-06-02", support.Partly, "airport-reopens-after-11-days"},
		{"The council approved a school for 19 children.", "2024-05-14", support.NotFound, ""},
		{"The finance chair bought a boat.", "2024-05-14", support.NotFound, ""},
		{"Port workers bought 30 lorries.", "2024-05-14", support.NotFound, ""},
		{"Из порта ушли 1240 рабочих.", "2024-05-14", support.OtherLanguage, "port-workers-end-three-day-strike"},
		{"Из порта ушли 25 рабочих.", "2024-05-14", support.NotFound, ""},
	} {
		q := w.question(c.claim, c.day, "")
		q.Language = ""
		ev := w.One(context.Background(), &q)
		want := ""
		if c.page != "" {
			s := story{day: c.day, slug: c.page}
			want = w.site.URL + s.path()
		}
		if ev.Verdict != c.verdict || ev.Page != want {
			t.Errorf("%s\n\tgot %s, %s (%s), want %s, %s; %+v", c.claim, ev.Verdict, ev.Page, ev.Why, c.verdict, want, ev.Resolvers)
		}
	}
}

// TestQuestionOfALink holds that a link in parentheses of its own is no part of the claim, and one that the sentence needs is.
func TestQuestionOfALink(t *testing.T) {
	for _, c := range []struct{ text, raw, want string }{
		{"The port handled 340 ships (Lab Herald)", "[Lab Herald](https://herald.example/a)", "The port handled 340 ships"},
		{"The port handled 340 ships (Lab Herald)", `<a href="https://herald.example/a">Lab <b>Herald</b></a>`, "The port handled 340 ships"},
		{"The port handled 340 ships", "[handled 340 ships](https://herald.example/a)", "The port handled 340 ships"},
		{"The port (in the east) handled 340 ships", "[east](https://herald.example/a)", "The port (in the east) handled 340 ships"},
		{"The port () handled 340 ships", "[](https://herald.example/a)", "The port () handled 340 ships"},
	} {
		if got := withoutLink(c.text, c.raw); got != c.want {
			t.Errorf("%s, %s: %s", c.text, c.raw, got)
		}
	}
}

// TestOutletWithSitemapAlone holds that an outlet of which the desk knows nothing but its sitemap is sought there.
func TestOutletWithSitemapAlone(t *testing.T) {
	w := newWorld(t, maps("", map[string]string{"/own.xml": urlset(entry(stories[0].slug, ""))}), none)
	w.Resolvers = []Resolver{Given{}, DayArchive{}, Sitemaps{}}
	q := w.question(strike, "2024-05-14", "")
	q.Outlet = &outlets.Outlet{ID: "coast", Name: "Coast", Sitemap: w.site.URL + "/own.xml"}
	q.Skip = skip(&citations.Citation{Outlet: &citations.Outlet{Match: outlets.Match{Entry: q.Outlet}}}, &q)
	if ev := w.One(context.Background(), &q); ev.Verdict != support.Supported {
		t.Errorf("%s (%s); %+v", ev.Verdict, ev.Why, ev.Resolvers)
	}
}
