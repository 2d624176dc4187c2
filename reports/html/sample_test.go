package html

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
	"example.org/verify/score"
)

const sampleText = `LIBYA: A WELL WITHOUT WATER

Nadira Tolmayeva

Gunmen killed two guards near Sebha, residents said (CAJ News, May 15; Alnabaa, April 14). The council denied it [1]. Nobody claimed the attack.

NOTES

1. A. Author, A Title, 2017.
`

// made is a document that is put together by hand, so that what the parser learns changes nothing here.
type made struct {
	txt *text.Text
	doc *citations.Document
}

// at is where a text stands: in the file and in the clean text.
func (m *made) at(s string) (citations.Span, citations.Range) {
	i := strings.Index(m.txt.Clean, s)
	r := citations.Range{Start: i, End: i + len(s)}
	return m.txt.Source(r), r
}

// sample is an analysis with one of everything: claims of several levels, a note and its marker, findings of each severity.
func sample(t testing.TB) *score.Analysis {
	t.Helper()
	txt, err := text.Parse("libya.txt", []byte(sampleText), text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	published := dates.Date{From: dates.Ymd{Y: 2018, M: 5, D: 18}, Precision: dates.Day, Year: dates.YearStated}
	m := &made{txt: txt, doc: &citations.Document{Text: txt, Publication: "Terrorism Monitor", PublicationBy: "flag", Published: published, PublishedBy: "flag"}}
	m.doc.Articles = []citations.Article{m.article(published)}
	env := score.Env{Registry: outlets.Default(), Settings: "00ff", Before: func(_, k int) bool { return k == 1 }}
	a := score.Analyse(m.doc, env, score.Count(m.doc, env))
	a.Findings = m.findings()
	return a
}

func (m *made) article(published dates.Date) citations.Article {
	art := citations.Article{Title: "LIBYA: A WELL WITHOUT WATER", Authors: []string{"Nadira Tolmayeva"}, Language: "en", Published: published,
		PublishedBy: "flag", Range: citations.Range{Start: 0, End: len(m.txt.Clean)}, Span: citations.Span{Start: 0, End: len(m.txt.Raw)}}
	parts := []citations.Part{citations.Title, citations.Byline, citations.Body, citations.NotesHead, citations.NoteEntry}
	for i, b := range m.txt.Blocks {
		art.Paragraphs = append(art.Paragraphs, citations.Paragraph{Part: parts[min(i, len(parts)-1)], Range: b.Range})
	}
	claim := func(s string, worth citations.Worth, of ...int) {
		span, r := m.at(s)
		art.Claims = append(art.Claims, citations.Claim{Span: span, Range: r, Text: s, Paragraph: 2, Citations: of, Worth: worth})
	}
	claim("Gunmen killed two guards near Sebha, residents said", citations.Death|citations.Figure, 0, 1, 2)
	claim("The council denied it", citations.Accusation, 3)
	claim("Nobody claimed the attack", citations.NamedAct)
	art.Claims[2].CoveredBy = []int{3}
	art.Citations = m.citations()
	span, r := m.at("[1]")
	art.Markers = []citations.Marker{{Span: span, Range: r, Label: "1", Note: 0, Paragraph: 2}}
	span, r = m.at("1. A. Author, A Title, 2017.")
	art.Notes = []citations.Note{{Span: span, Range: r, Label: "1", Text: "A. Author, A Title, 2017.", Kind: citations.NoteBook, RefersTo: -1, Citations: []int{3}}}
	return art
}

func (m *made) citations() []citations.Citation {
	cite := func(c citations.Citation, raw string) citations.Citation {
		c.Raw, c.Inside = raw, -1
		c.Span, c.Range = m.at(raw)
		return c
	}
	named := func(id, name, how string) *citations.Outlet {
		return &citations.Outlet{Printed: name, Match: outlets.Match{ID: id, Name: name, Entry: outlets.Default().ByID(id), How: how, Confidence: 1, Why: "the name"}}
	}
	on := func(y, mo, d int, printed string, from dates.YearFrom) *dates.Date {
		return &dates.Date{From: dates.Ymd{Y: y, M: mo, D: d}, Precision: dates.Day, Year: from, Printed: printed, Why: "the latest before publication"}
	}
	return []citations.Citation{
		cite(citations.Citation{Group: 1, Note: -1, Outlet: named("caj-news", "CAJ News", outlets.Exact), Date: on(2018, 5, 15, "May 15", dates.YearInferred)}, "CAJ News, May 15"),
		cite(citations.Citation{Group: 1, Note: -1, Outlet: named("~alnabaa", "Alnabaa", outlets.Provisional), Date: on(2018, 4, 14, "April 14", dates.YearInferred)}, "Alnabaa, April 14"),
		cite(citations.Citation{Kind: citations.Attribution, Role: citations.Via, Class: citations.ClassBody, Named: "residents", Note: -1}, "residents"),
		cite(citations.Citation{Kind: citations.FromNote, Class: citations.ClassPublisher, Note: 0, Named: "A. Author",
			Date: &dates.Date{From: dates.Ymd{Y: 2017}, Precision: dates.Year, Year: dates.YearStated, Printed: "2017"}}, "A. Author, A Title, 2017"),
	}
}

func (m *made) findings() []score.Finding {
	find := func(rule string, s score.Severity, quote, message, suggestion string) score.Finding {
		span, _ := m.at(quote)
		p := m.txt.Position(span.Start)
		return score.Finding{Rule: rule, Severity: s, Claim: -1, Citation: -1, Note: -1, Span: span, Line: p.Line, Column: p.Column, Message: message,
			Suggestion: suggestion, Fingerprint: rule}
	}
	before := find("date.precedes-event", score.Warning, "Alnabaa, April 14", "dated 14 April 2018, before the event, 15 May 2018", "look the item up")
	before.Claim, before.Citation = 0, 1
	unknown := find("outlet.unknown", score.Suggestion, "Alnabaa", "no registry entry for Alnabaa", "")
	unknown.Silenced = &score.Silence{By: "standards", Reason: "known to the desk", Until: "2027-01-01"}
	future := find("date.future", score.Error, "2017", "after the publication date", "2016")
	future.Edit, future.RestsOnGuess = &citations.Edit{Span: future.Span, Text: "2016"}, true
	return []score.Finding{before, unknown, future}
}

// fixed are options that give the same page whenever it is made.
var fixed = Options{Version: "0.1.0", By: "Jane Roe", Now: time.Date(2026, 1, 2, 3, 4, 0, 0, time.UTC)}

// page is what is written for some analyses.
func write(t testing.TB, o Options, docs ...*score.Analysis) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, slices.Values(docs), o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// sampleAbout is what a desk knows beside the sample.
func sampleAbout(*score.Analysis) About {
	return About{
		Ratings:   score.Ratings{"caj-news": {Letter: "C", By: "Desk list, 2018"}},
		Elsewhere: [][][]Elsewhere{{{{Document: "An older issue", Text: "Gunmen killed guards", Likeness: .7}}}},
	}
}

// lookedUp is the sample with what was found for its citations: one that differs, in a copy that was corrected, one that was not found, one that
// carries its claim, and a party that is not looked up.
func lookedUp(t testing.TB) *score.Analysis {
	t.Helper()
	a := sample(t)
	a.SetAnswers([]score.Answer{{Citation: 0, Evidence: differing()}, {Citation: 1, Evidence: missing()},
		{Citation: 2, Evidence: &fetch.Evidence{Result: support.Result{Verdict: support.NotSought, Why: "it is the party that the source quotes"}}},
		{Claim: 1, Citation: 3, Evidence: carrying()}})
	return a
}

func differing() *fetch.Evidence {
	ev := &fetch.Evidence{Page: "https://example.org/a?b=c&d", Capture: "https://web.archive.org/web/20180517120000id_/https://example.org/a?b=c&d",
		Captured: time.Date(2018, 5, 17, 12, 0, 0, 0, time.UTC), Title: "Guards killed at the well", Day: "2018-05-14", DayFrom: "json-ld", Changed: "2018-05-16",
		Language: "en", Correction: "Correction: an earlier version misspelt the name of the well.", Met: fetch.Attempt{At: time.Date(2019, 1, 2, 0, 0, 0, 0, time.UTC), Outcome: "gone"}}
	ev.Verdict, ev.Why, ev.Passage = support.Differs, "the claim has “two guards”, the page “three guards”", "Three guards were killed near Sebha, residents said."
	ev.Checks = support.Checks{Date: support.DateCheck{Asked: true, Cited: "2018-05-15", Page: "2018-05-14", State: support.Near, Days: -1},
		Figures: []support.FigureCheck{{Text: "two guards", State: support.Contrary, Page: "three guards"}},
		Names:   support.NameCheck{Of: 2, Found: 1, Missing: []string{"Gunmen"}}, Words: support.WordCheck{Of: 5, Found: 4, Share: .8}}
	return ev
}

func missing() *fetch.Evidence {
	ev := &fetch.Evidence{Resolvers: []fetch.Resolved{{Name: "address", Why: "the citation gives no address"}, {Name: "day archive", Why: "the registry has none"},
		{Name: "sitemaps", Why: "the registry has none"}, {Name: "Wayback Machine", Why: "it has no capture of alnabaa.example", Answered: true, Archive: true}}}
	ev.Verdict, ev.Why = support.NotFound, "no resolver found a page that fits"
	return ev
}

func carrying() *fetch.Evidence {
	ev := &fetch.Evidence{Page: "https://example.com/title", Title: "A Title", Day: "2017-03-01", DayFrom: "meta", Language: "en"}
	ev.Verdict, ev.Why, ev.Passage = support.Supported, "names, figures and quotations of the claim stand on the page", "The council denied it."
	ev.Checks.Words = support.WordCheck{Of: 2, Found: 2, Share: 1}
	return ev
}
