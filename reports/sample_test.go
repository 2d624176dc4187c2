package reports

import (
	"strings"
	"testing"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
	"example.org/verify/score"
)

// sampleText is a document with an Arabic and a Chinese name, a tab, a long line and escape sequences that must reach no terminal.
const sampleText = "LIBYA: A WELL WITHOUT WATER\n\nNadira Tolmayeva\n\n" +
	"Gunmen killed two guards at a checkpoint near Sebha on May 15 (CAJ News, May 15; Alnabaa, April 31).\n" +
	"The council denied it (الشرق الأوسط, 14 May; 新华社, May 1[5).\n" +
	"\tThe fighters\x1b[31m left\u202e again, residents said, and nobody has seen them since the first days of the month, when a column of " +
	"vehicles crossed the plain towards the border and the wells that lie beyond it.1\n" +
	"Nobody claimed \"the attack\" <b>& that</b>\u2028.\n\nNOTES\n\n1. A. Author, A Title, 2017. https://example.org/a\n2. Ibid.\n"

// at is the span of the n-th occurrence of s in the sample, counting from 0.
func at(s string, n int) citations.Span {
	from := 0
	for ; n > 0; n-- {
		from += strings.Index(sampleText[from:], s) + len(s)
	}
	i := from + strings.Index(sampleText[from:], s)
	return citations.Span{Start: i, End: i + len(s)}
}

func outlet(id, name, printed, how string, confidence float64) *citations.Outlet {
	return &citations.Outlet{Printed: printed, Span: at(printed, 0), Match: outlets.Match{ID: id, Name: name, How: how, Confidence: confidence, Why: "the name"}}
}

func day(y, m, d int, printed string, year dates.YearFrom) *dates.Date {
	return &dates.Date{From: dates.Ymd{Y: y, M: m, D: d}, Precision: dates.Day, Year: year, Printed: printed, Why: "the latest before publication"}
}

// sample is an analysis that has everything: each kind of source, date, note and finding.
func sample(t testing.TB) *score.Analysis {
	t.Helper()
	txt, err := text.Parse("libya.txt", []byte(sampleText), text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc := &citations.Document{
		Text: txt, Publication: "Terrorism Monitor", PublicationBy: "flag", PublishedBy: "flag",
		Published: dates.Date{From: dates.Ymd{Y: 2018, M: 5, D: 18}, Precision: dates.Day, Year: dates.YearStated},
		Articles:  []citations.Article{sampleArticle()},
	}
	env := score.Env{Settings: "00ff", Registry: outlets.Default()}
	a := score.Analyse(doc, env, score.Count(doc, env))
	a.Findings = sampleFindings(txt)
	return a
}

func sampleArticle() citations.Article {
	return citations.Article{
		Title: "LIBYA: A WELL WITHOUT WATER", Authors: []string{"Nadira Tolmayeva"}, Span: citations.Span{Start: 0, End: len(sampleText)}, Language: "en",
		Published: dates.Date{From: dates.Ymd{Y: 2018, M: 5, D: 18}, Precision: dates.Day}, PublishedBy: "flag",
		Claims: []citations.Claim{
			{Span: at("Gunmen killed two guards at a checkpoint near Sebha on May 15", 0), Text: "Gunmen killed two guards at a checkpoint near Sebha on May 15", Citations: []int{0, 1}, Worth: citations.Death | citations.Figure},
			{Span: at("The council denied it", 0), Text: "The council denied it", Citations: []int{2, 3}, Worth: citations.Accusation},
			{Span: at("The fighters", 0), Text: "The fighters\x1b[31m left\u202e again, residents said", Citations: []int{4, 5}, Orphan: []int{1}},
			{Span: at("Nobody claimed \"the attack\" <b>& that</b>\u2028", 0), Text: "Nobody claimed \"the attack\" & that\u2028", CoveredBy: []int{4}, Worth: citations.Quotation},
		},
		Citations: sampleCitations(),
		Markers: []citations.Marker{
			{Span: citations.Span{Start: at("it.1", 0).End - 1, End: at("it.1", 0).End}, Label: "1", Note: 0, Glued: true},
			{Span: at("[5", 0), Label: "5", Note: -1},
		},
		Notes: []citations.Note{
			{Span: at("1. A. Author, A Title, 2017. https://example.org/a", 0), Label: "1", Text: "A. Author, A Title, 2017. https://example.org/a", Kind: citations.NoteBook,
				Authors: []string{"A. Author"}, Title: "A Title", Publisher: "Press", RefersTo: -1, Citations: []int{4},
				Date:     &dates.Date{From: dates.Ymd{Y: 2017}, Precision: dates.Year, Year: dates.YearStated, Printed: "2017"},
				Accessed: day(2018, 5, 1, "accessed May 1, 2018", dates.YearStated), URLs: []citations.URL{{Address: "https://example.org/a"}}},
			{Span: at("2. Ibid.", 0), Label: "2", Text: "Ibid.", Kind: citations.NoteIbid, RefersTo: 0},
		},
	}
}

func sampleCitations() []citations.Citation {
	ambiguous := outlet("", "新华社", "新华社", outlets.Ambiguous, .3)
	ambiguous.Candidates = []outlets.Candidate{{ID: "xinhua", Why: "the agency"}, {ID: "xinhua-daily", Why: "the paper"}}
	return []citations.Citation{
		{Kind: citations.Inline, Group: 1, Span: at("CAJ News, May 15", 0), Raw: "CAJ News, May 15", Outlet: outlet("caj-news", "CAJ News", "CAJ News", outlets.Exact, 1), Date: day(2018, 5, 15, "May 15", dates.YearInferred), Note: -1},
		{Kind: citations.Inline, Group: 1, Span: at("Alnabaa, April 31", 0), Raw: "Alnabaa, April 31", Signal: "see", Outlet: outlet("~alnabaa", "Alnabaa", "Alnabaa", outlets.Provisional, .5), Date: &dates.Date{Precision: dates.None, NoDate: true}, Note: -1},
		{Kind: citations.Inline, Group: 2, Span: at("الشرق الأوسط, 14 May", 0), Raw: "الشرق الأوسط, 14 May", Outlet: outlet("asharq-al-awsat", "Asharq Al-Awsat", "الشرق الأوسط", outlets.Exact, 1), Date: day(2018, 5, 14, "14 May", dates.YearStated), Note: -1},
		{Kind: citations.Inline, Group: 2, Span: at("新华社, May 1", 0), Raw: "新华社, May 1", Outlet: ambiguous, Date: &dates.Date{From: dates.Ymd{M: 5, D: 1}, Precision: dates.Day, Printed: "May 1", Candidates: []string{"2018-05-01", "2018-01-05"}}, Note: -1},
		{Kind: citations.FromNote, Class: citations.ClassPublisher, Span: at("A. Author, A Title, 2017. https://example.org/a", 0), Raw: "A. Author, A Title, 2017. https://example.org/a", Outlet: outlet("~press", "Press", "A Title", outlets.Provisional, .5), Note: 0, URL: "https://example.org/a"},
		{Kind: citations.Attribution, Role: citations.Via, Class: citations.ClassBody, Span: at("residents", 0), Raw: "residents", Named: "residents", Note: -1, Inside: 2},
	}
}

func sampleFindings(txt *text.Text) []score.Finding {
	finding := func(rule string, s score.Severity, span citations.Span, message, suggestion string) score.Finding {
		p := txt.Position(span.Start)
		return score.Finding{Rule: rule, Severity: s, Claim: -1, Citation: -1, Note: -1, Span: span, Line: p.Line, Column: p.Column,
			Message: message, Suggestion: suggestion, Fingerprint: "f" + rule}
	}
	impossible := finding("date.impossible", score.Error, at("April 31", 0), "April has no day 31", "April 30")
	impossible.Citation, impossible.Edit = 1, &citations.Edit{Span: at("April 31", 0), Text: "April 30"}
	malformed := finding("cite.malformed", score.Warning, at("新华社, May 1[5", 0), "a bracket inside the date", "")
	malformed.RestsOnGuess = true
	unknown := finding("outlet.unknown", score.Suggestion, at("Alnabaa", 0), "no registry entry for Alnabaa", "")
	unknown.Silenced = &score.Silence{By: "standards", Reason: "known to the desk"}
	missing := finding("note.missing", score.Error, at("[5", 0), "no note 5", "")
	far := finding("claim.vague-attribution", score.Warning, at("residents said", 0), "who said it?", "name them")
	far.Claim = 2
	document := finding("article.over-reliance", score.Warning, citations.Span{}, "one outlet has\nmore than its share", "")
	document.Article = -1
	return []score.Finding{document, unknown, impossible, malformed, missing, far}
}
