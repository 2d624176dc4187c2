package html

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
	"example.org/verify/score"
	"example.org/verify/score/rules"
)

// evil are strings that have broken out of one context or another elsewhere.
var evil = []string{
	"<script>hit()</script>", "</script><script>hit()</script>", "</style><script>hit()</script>", "</title><img src=x onerror=hit()>", `"><svg onload=hit()>`,
	"' onmouseover='hit()", `" autofocus onfocus="hit()`, "javascript:hit()", "data:text/html,<script>hit()</script>", "<!--", "-->", "]]>", "<![CDATA[",
	"{{.}}", "${hit()}", "\\u003cscript\\u003e", "&lt;script&gt;", "&#x3c;script&#x3e;", "<base href=//evil.example>", "<meta http-equiv=refresh content=0>",
	"<iframe srcdoc='<script>hit()</script>'>", "<math><mtext><style><img src=x onerror=hit()>", "<svg><desc><script>hit()</script>", "</desc></svg><script>hit()</script>",
	"\u202egnp.exe", "\u2066\u2067\u2069", "\x00\x01\x1b[31m", "\ufeff\u200b", "\ud7ff\uffff\ufffe", "=HYPERLINK(\"http://evil.example\")", "@SUM(1)", "\"\"\"\n[[silence]]", "`", "\u2028\u2029",
	"العربية", "新华社", "a\u0300\u0301\u0302", strings.Repeat("wide ", 400), strings.Repeat("x", 3000), "<plaintext>", "<textarea>", "<template><script>hit()</script></template>",
}

// hostile draws a string of evil pieces and plain ones.
func hostile() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(evil), rapid.String(), rapid.SampledFrom([]string{" ", "Reuters", "May 15", "; ", ", "})), 1, 4).Draw(t, "parts")
		return strings.Join(parts, "")
	})
}

// TestHostileAnalysis: whatever the strings of an analysis hold, nothing but the page's own script can run.
func TestHostileAnalysis(t *testing.T) {
	a := lookedUp(t)
	rapid.Check(t, func(t *rapid.T) {
		next := func(name string) string { return hostile().Draw(t, name) }
		o := Options{Version: next("version"), By: next("by"), About: func(*score.Analysis) About {
			about := sampleAbout(nil)
			about.Policy = next("policy")
			about.Elsewhere[0][0][0] = Elsewhere{next("document"), next("text"), .5}
			about.Ratings["caj-news"] = score.Rating{Letter: next("letter"), By: next("rated by")}
			return about
		}}
		spoil(a, next)
		sound(t, write2(t, o, a))
	})
}

// spoil fills every string of an analysis that comes from a document, a desk or an archive.
func spoil(a *score.Analysis, next func(string) string) {
	doc := a.Document
	doc.Publication, doc.Text.Meta.Title, a.Settings = next("publication"), next("meta"), next("settings")
	art := &doc.Articles[0]
	art.Title, art.Authors, art.Language = next("title"), []string{next("author")}, next("language")
	for i := range art.Claims {
		art.Claims[i].Text = next("claim")
		a.Articles[0].Claims[i].Because = []string{next("because")}
		a.Articles[0].Claims[i].Grade = next("grade")
		for o := range a.Articles[0].Claims[i].Origins {
			a.Articles[0].Claims[i].Origins[o].Tie, a.Articles[0].Claims[i].Origins[o].Why = next("tie"), next("why")
		}
	}
	for i := range art.Citations {
		c := &art.Citations[i]
		c.Raw, c.Named, c.URL = next("raw"), next("named"), next("url")
		if c.Outlet != nil {
			entry := outlets.Outlet{ID: "x", Country: next("country"), Kind: outlets.Kind(next("kind")), Owner: next("owner"), Control: next("control")}
			c.Outlet.Match = outlets.Match{ID: next("id"), Name: next("name"), Entry: &entry, How: next("how"), Why: next("why")}
			c.Outlet.Printed = next("printed")
		}
		if c.Date != nil {
			c.Date.Printed, c.Date.Why, c.Date.Candidates = next("printed"), next("why"), []string{next("x"), next("y")}
		}
	}
	for i := range a.Answers {
		spoilEvidence(a.Answers[i].Evidence, next)
	}
	art.Markers[0].Label, art.Notes[0].Label = next("label"), next("label")
	for i := range a.Findings {
		f := &a.Findings[i]
		f.Rule, f.Message, f.Suggestion = next("rule"), next("message"), next("suggestion")
		f.Silenced = &score.Silence{By: next("by"), Reason: next("reason"), Until: next("until")}
		if f.Edit != nil {
			f.Edit.Text = next("edit")
		}
	}
}

// spoilEvidence fills every string of what came from a page or an archive.
func spoilEvidence(ev *fetch.Evidence, next func(string) string) {
	if ev.Verdict == support.NotSought {
		return
	}
	ev.Why, ev.Passage, ev.Page, ev.Capture = next("why"), next("passage"), next("page"), "https://example.org/"+next("capture")
	ev.Day, ev.DayFrom, ev.Changed, ev.Title, ev.Language, ev.Correction = next("day"), next("from"), next("changed"), next("title"), next("lang"), next("correction")
	ev.Met.Outcome = next("met")
	ev.Resolvers = []fetch.Resolved{{Name: next("resolver"), Why: next("reason")}, {Name: next("resolver"), Why: next("reason")}}
	ev.Checks.Quotations = []support.QuoteCheck{{Text: next("quote"), State: support.Near, Page: next("quote")}}
	ev.Checks.Figures = []support.FigureCheck{{Text: next("figure"), State: support.Contrary, Page: next("figure")}}
	ev.Checks.Negation = support.NegationCheck{Word: next("word"), In: "claim"}
	ev.Checks.Names = support.NameCheck{Of: 2, Missing: []string{next("name")}}
	ev.Checks.Date.Page = next("day")
}

// write2 is write for a test of properties.
func write2(t *rapid.T, o Options, a *score.Analysis) string {
	var b strings.Builder
	err := Write(&b, func(yield func(*score.Analysis) bool) { yield(a) }, o)
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestHostileText: a document of evil sentences goes through the whole program, and its article stands on the page as it is read.
func TestHostileText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		b.WriteString(hostile().Draw(t, "title") + "\n\n")
		for range rapid.IntRange(1, 4).Draw(t, "paragraphs") {
			b.WriteString("Gunmen killed 18 guards near " + hostile().Draw(t, "place") + " on May 11 (" + hostile().Draw(t, "outlet") + ", May 15; Reuters, May 14). \"" +
				hostile().Draw(t, "quote") + "\" said nobody [1].\n\n")
		}
		b.WriteString("NOTES\n\n1. " + hostile().Draw(t, "note") + "\n")
		a := parsed(t, strings.ReplaceAll(b.String(), "\x00", "")) // a text with NUL is refused before it comes here
		root := sound(t, write2(t, fixed, a))
		asRead(t, a, root)
	})
}

// parsed is analyse for a text that nobody would write. Where the parser itself gives up, there is no page to look at: its own fuzz tests
// are for that.
func parsed(t *rapid.T, content string) (a *score.Analysis) {
	defer func() {
		if r := recover(); r != nil {
			t.Skip("the parser panics:", r)
		}
	}()
	return analyse(t, "evil.txt", content)
}

// analyse takes a text through the program, without a ledger.
func analyse(t interface{ Fatal(...any) }, name, content string) *score.Analysis {
	txt, err := text.Parse(name, []byte(content), text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc := citations.Parse(txt, citations.Options{Names: outlets.Default()})
	env := score.Env{Registry: outlets.Default(), Before: rules.FindEvents(doc).Before}
	a := score.Analyse(doc, env, score.Count(doc, env))
	a.Findings = rules.Check(doc, a, rules.Options{})
	return a
}
