package citations

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/text"
)

// article parses a short article with a title and a byline, the body being s.
func article(t testing.TB, s string, o Options) *Document {
	t.Helper()
	return document(t, "x.txt", "A Title That Is Long Enough to Be One\n\nMarta Quill\n\n"+s, o)
}

func document(t testing.TB, name, src string, o Options) *Document {
	t.Helper()
	x, err := text.Parse(name, []byte(src), text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return Parse(x, o)
}

func published(s string) Options {
	d, err := dates.ParseISO(s)
	if err != nil {
		panic(err)
	}
	return Options{Published: d, PublishedBy: "flag"}
}

// inline lists the inline citations of a document as "printed name = outlet's id, ISO date".
func inline(d *Document) []string {
	out := []string{}
	for a := range d.Articles {
		for _, c := range d.Articles[a].Citations {
			if c.Kind != Inline {
				continue
			}
			s := "-"
			if c.Outlet != nil {
				s = c.Outlet.Printed
			}
			if c.Date != nil {
				s += ", " + c.Date.ISO()
			}
			out = append(out, s)
		}
	}
	return out
}

// What stands between two brackets, and what is cited by it. The survey of forms gives each its section.
func TestBrackets(t *testing.T) {
	for _, c := range []struct{ bracket, want string }{
		{"(Tuko, April 23)", "Tuko, 2018-04-23"},
		{"(New Vision, February 18, 2016)", "New Vision, 2016-02-18"},
		{"(Medias 24, May 15, 2017)", "Medias 24, 2017-05-15"},
		{"(Daily Nation December 14, 2017)", "Daily Nation, 2017-12-14"},
		{"(CAJ News, May 15; Koaci, May 14)", "CAJ News, 2018-05-15|Koaci, 2018-05-14"},
		{"(Ahram, July 18, 2013; MEE, March 13)", "Ahram, 2013-07-18|MEE, 2018-03-13"},
		{"(see EDM, January 21, 25, 2017)", "EDM, 2017-01-21|EDM, 2017-01-25"},
		{"(AFP, Infobae, Argentina, Oct. 11)", "AFP, 2017-10-11|Infobae, 2017-10-11"},
		{"(La Nación, Infobae, Infocampo, 03/04/2018)", "La Nación, 2018-03-04|Infobae, 2018-03-04|Infocampo, 2018-03-04"},
		{"(“Three Held, Two Freed,” EDM, July 14)", "EDM, 2017-07-14"},
		{"(El-Khabar [Algiers], August 29)", "El-Khabar [Algiers], 2017-08-29"},
		{"(El Diario-La Prensa (NY) 2/27/18 from EFE)", "El Diario-La Prensa (NY), 2018-02-27"},
		{"(BBC News, 18, 22 and 25 April 2018, checked 1 May 2018)", "BBC News, 2018-04-18|BBC News, 2018-04-22|BBC News, 2018-04-25"},
		{"(Folha de S. Paulo, 31/05/2009, C18)", "Folha de S. Paulo, 2009-05-31"},
		{"(USAID Fact Sheet #2, FY 2013, January 25, 2013)", "USAID Fact Sheet #2, 2013-01-25"},
		{"(Xinhua, Sept 2017)", "Xinhua, 2017-09"},
		{"(BBC, n.d.)", "BBC, "},
		{"(the FT, republished by the Irish Times, 26 April)", "the FT, 2018-04-26"},
		{"（人民日报，2017-10-15）", "人民日报, 2017-10-15"},
		{"(«Коммерсантъ», 14.02.2018)", "«Коммерсантъ», 2018-02-14"},
		{"(الشرق الأوسط، ١٤ مارس ٢٠١٨)", "الشرق الأوسط, 2018-03-14"},
		{"[Reuters, 2018-04-04]", "Reuters, 2018-04-04"},
		{"(via Reuters, March 2018)", "Reuters, 2018-03"},

		{"(LNA)", ""},
		{"(a.k.a. Abdirahman Warsame)", ""},
		{"(New York: Vintage Books, 2006)", ""},
		{"(37 of whom were born in Syria and Iraq)", ""},
		{"(AFP, AP, Reuters, Xinhua, etc.)", ""},
		{"(e.g., Reuters, BBC)", ""},
		{"(since May 2017)", ""},
		{"(Paris, 13 November 2015)", ""},
		{"(Leeds, April 25; Harrogate, April 26)", ""},
		{"(D.S. No. 43, May 3, 2013)", ""},
		{"(der Standard, an dem sich alle messen)", ""},
		{"(Le Monde, 15 chapters)", ""},
		{"(Court of Appeal, July 3, 1999)", ""},
		{"(photo: Felipe Dana/AP)", ""},
		{"[the March 2017 Westminster bridge attacker]", ""},
		{"(see Table 3)", ""},
		{"(October 2018)", ""},
	} {
		t.Run(c.bracket, func(t *testing.T) {
			d := article(t, "The army of the north withdrew from the town before the winter "+c.bracket+". It did not return.", published("2018-05-18"))
			if got := strings.Join(inline(d), "|"); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestClaims(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       []string // text ← outlets
	}{
		{"two in a sentence", `He spoke of an "error" (Tuko, May 1), which the ministry denied (Daily Nation, May 2).`,
			[]string{`He spoke of an "error" ← Tuko`, "which the ministry denied ← Daily Nation"}},
		{"behind the stop", "Eleven men were held. They were fined. (Tuko, May 1) The town was quiet.",
			[]string{"Eleven men were held ← ", "They were fined. ← Tuko"}},
		{"two brackets share one claim", "Eleven men were held in the town (Tuko, May 1) [Daily Nation, May 2].",
			[]string{"Eleven men were held in the town ← Tuko, Daily Nation"}},
		{"a stop inside a name ends no sentence", "The U.S. envoy, Gen. J. P. Dull, left at 5 p.m. on Monday (Tuko, May 1).",
			[]string{"The U.S. envoy, Gen. J. P. Dull, left at 5 p.m. on Monday ← Tuko"}},
		{"an attribution alone", "According to Reuters, the bridge was closed for a week in March.",
			[]string{"According to Reuters, the bridge was closed for a week in March ← Reuters"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := article(t, c.body, published("2018-05-18"))
			var got []string
			for _, cl := range d.Articles[0].Claims {
				var names []string
				for _, k := range cl.Citations {
					if o := d.Articles[0].Citations[k].Outlet; o != nil {
						names = append(names, o.Printed)
					}
				}
				got = append(got, cl.Text+" ← "+strings.Join(names, ", "))
			}
			want := c.want
			if len(got) > len(want) { // what no source is given for may be a claim too; it is weighed elsewhere
				got = withSources(got)
				want = withSources(want)
			}
			if strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

func withSources(claims []string) []string {
	var out []string
	for _, c := range claims {
		if !strings.HasSuffix(c, "← ") {
			out = append(out, c)
		}
	}
	return out
}

func TestMarkersThatLostTheirRaising(t *testing.T) {
	body := `The men came from the coast.1 They had fought from 2008 to 20092—that is, for two winters, and held 40 m² of PM2.5 dust near the A3 with a Mi-8.3 In the end “nobody knew,”4 said one.

NOTES

1. “Men from the coast,” Tuko, May 3, 2017.
2. Ibid.
3. Telephone interview with a pilot, May 14, 2017.
4. “What nobody knew,” Daily Nation, June 1, 2017.`
	d := article(t, body, published("2018-05-18"))
	var got []string
	for _, m := range d.Articles[0].Markers {
		got = append(got, fmt.Sprintf("%s→%d", m.Label, m.Note+1))
	}
	if s := strings.Join(got, " "); s != "1→1 2→2 3→3 4→4" {
		t.Errorf("markers %s", s)
	}
	if n := d.Articles[0].Notes[1]; n.Kind != NoteIbid || n.RefersTo != 0 {
		t.Errorf("ibid. is %v, refers to %d", n.Kind, n.RefersTo)
	}
}

func TestAddresses(t *testing.T) {
	for _, c := range []struct{ note, want, broken string }{
		{"Available at: http://a.example/path/x.pdf", "http://a.example/path/x.pdf", ""},
		{"see https://vlast.example/goroda/ the-price-of-cold-6104.html.", "https://vlast.example/goroda/the-price-of-cold-6104.html", "blank"},
		{"Ferries of the Western Aegean, https://rcc.example/from-the-west-ern-balkans", "https://rcc.example/from-the-western-balkans", "hyphen"},
		{"https://a.example/x accessed May 3, 2017", "https://a.example/x", ""},
		{"(https://a.example/x_(y))", "https://a.example/x_(y)", ""},
	} {
		d := article(t, "The men came from the coast. [1]\n\nNOTES\n\n[1] "+c.note, published("2018-05-18"))
		urls := d.Articles[0].Notes[0].URLs
		if len(urls) != 1 || urls[0].Address != c.want || urls[0].Broken != c.broken {
			t.Errorf("%q: %+v", c.note, urls)
		}
	}
}

// check holds what every Document promises.
func check(t *testing.T, d *Document) {
	t.Helper()
	x := d.Text
	span := func(what string, s Span) {
		if s.Start < 0 || s.End < s.Start || s.End > len(x.Raw) {
			t.Fatalf("%s has span %v of %d", what, s, len(x.Raw))
		}
		if x.Encoding == "utf-8" && (!boundary(x.Raw, s.Start) || !boundary(x.Raw, s.End)) {
			t.Fatalf("%s: span %v cuts a character", what, s)
		}
	}
	for i := range d.Articles {
		a := &d.Articles[i]
		span("article", a.Span)
		for k := range a.Citations {
			c := &a.Citations[k]
			span("citation", c.Span)
			if x.Printed(c.Span) != c.Raw {
				t.Fatalf("citation's raw %q is not its span's text %q", c.Raw, x.Printed(c.Span))
			}
			if k > 0 && c.Range.Start < a.Citations[k-1].Range.Start {
				t.Fatalf("citations out of order at %d", k)
			}
			if c.Outlet != nil && c.Outlet.How == "" {
				t.Fatalf("outlet %q was not resolved", c.Outlet.Printed)
			}
			if c.Note >= len(a.Notes) {
				t.Fatalf("citation of note %d of %d", c.Note, len(a.Notes))
			}
		}
		for k := range a.Claims {
			cl := &a.Claims[k]
			span("claim", cl.Span)
			if strings.TrimSpace(cl.Text) == "" {
				t.Fatalf("empty claim at %v", cl.Span)
			}
			if k > 0 && cl.Range.Start < a.Claims[k-1].Range.Start {
				t.Fatalf("claims out of order at %d", k)
			}
			for n, c := range cl.Citations {
				if c < 0 || c >= len(a.Citations) || n > 0 && c <= cl.Citations[n-1] {
					t.Fatalf("claim's citations %v of %d", cl.Citations, len(a.Citations))
				}
			}
		}
		for k := range a.Markers {
			span("marker", a.Markers[k].Span)
			if k > 0 && a.Markers[k].Span.Start < a.Markers[k-1].Span.Start && !moved(x) {
				t.Fatalf("markers out of order at %d", k)
			}
			if n := a.Markers[k].Note; n >= 0 && a.Notes[n].Label != a.Markers[k].Label {
				t.Fatalf("marker %q leads to note %q", a.Markers[k].Label, a.Notes[n].Label)
			}
		}
		for k := range a.Notes {
			span("note", a.Notes[k].Span)
		}
	}
	for _, f := range d.Defects {
		span("defect", f.Span)
		if f.Edit != nil {
			span("edit", f.Edit.Span)
		}
	}
}

// moved reports whether a footnote of plain text was moved behind the text that it cut.
func moved(x *text.Text) bool {
	return slices.ContainsFunc(x.Blocks, func(b text.Block) bool { return b.Kind == text.Footnote })
}

func boundary(b []byte, i int) bool { return i >= len(b) || utf8.RuneStart(b[i]) }

func FuzzParse(f *testing.F) {
	inputs, _ := filepath.Glob("../testdata/cases/*/input.*")
	for _, p := range inputs {
		if b, err := os.ReadFile(p); err == nil && len(b) < 8000 {
			f.Add(string(b), strings.HasSuffix(p, ".md"))
		}
	}
	f.Add("T\n\nBy A B\n\nx (Reuters, May 1) [1] y.2 (“a,” EDM, 3 May; AP/AFP, n.d.\n\nNOTES\n\n[1] Ibid. [2] z http://a/ b-c.\n[1] q", false)
	f.Fuzz(func(t *testing.T, s string, md bool) {
		name := "x.txt"
		if md {
			name = "x.md"
		}
		x, err := text.Parse(name, []byte(s), text.Options{})
		if err != nil {
			return
		}
		d := Parse(x, Options{})
		check(t, d)
		if again := Parse(x, Options{}); !reflect.DeepEqual(d.Articles, again.Articles) || !reflect.DeepEqual(d.Defects, again.Defects) {
			t.Fatalf("parsed again, it is another document: %q", s)
		}
	})
}

// corpus is the text that benchmarks run on.
func corpus(b testing.TB) []byte {
	files, _ := filepath.Glob("../testdata/corpus/*.txt")
	var out []byte
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		out = append(append(out, raw...), "\n\n"...)
	}
	if len(out) == 0 {
		b.Skip("no corpus in testdata/corpus")
	}
	return out
}

// BenchmarkDocument measures bytes to document: read, split, parse, resolve.
func BenchmarkDocument(b *testing.B) {
	raw := []byte(strings.Repeat(string(corpus(b)), 8))
	Parse(must(text.Parse("x.txt", raw, text.Options{})), Options{}) // the registry is loaded once
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(must(text.Parse("x.txt", raw, text.Options{})), Options{})
	}
}

func must(x *text.Text, err error) *text.Text {
	if err != nil {
		panic(err)
	}
	return x
}
