package browser

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
	"example.org/verify/reports/html"
	"example.org/verify/score"
)

// evil calls hit, or asks a server, wherever it breaks out.
var evil = []string{
	"<script>hit()</script>", "</script><script>hit()</script>", "</style><script>hit()</script>", "</title><script>hit()</script>", "<img src=/x onerror=hit()>",
	`"><svg onload=hit()>`, `" autofocus onfocus="hit()`, "' onmouseover='hit()", "</desc></svg><script>hit()</script>", "<iframe src=/x></iframe>",
	"<link rel=stylesheet href=/x.css>", "<base href=//evil.example>", "<style>@import '/x.css'</style>", "--><script>hit()</script>", "<math><mtext><style><img src=/x onerror=hit()>",
	"javascript:hit()", "url(/x)", "</textarea><script>hit()</script>", "\u202e<script>hit()</script>",
}

// TestHostileContent: names, titles, claims and passages that try to run something run nothing and fetch nothing.
func TestHostileContent(t *testing.T) {
	var b strings.Builder
	for i, e := range evil {
		fmt.Fprintf(&b, "TITLE %s HERE\n\nJane %s Roe\n\nGunmen killed %d guards near %s on May 11 (%s, May 15; Reuters %s, May 14). \"Nobody knows %s at all\", said no one [1].\n\nNOTES\n\n1. %s, A Title, 2016. https://example.org/%s\n\n\n",
			e, e, i+2, e, e, e, e, e, e)
	}
	a := analyse(t, "evil.txt", b.String())
	spoil(a)
	evilAnswers(a)
	v := open(t, report(t, html.Options{Version: evil[0], By: evil[1]}, a), 1280, scheme("light"), counting)
	eval[bool](v, "document.querySelectorAll('details').forEach(d => d.open = true), document.querySelectorAll('[tabindex], a, button').forEach(e => { e.focus(); e.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})) }), true")
	if hits := eval[float64](v, "window.hits"); hits != 0 {
		t.Errorf("hostile content ran %.0f times", hits)
	}
	v.want("the page's own script ran", "document.documentElement.classList.contains('js')")
	v.quiet()
}

// spoil writes evil into what does not come from the text itself.
func spoil(a *score.Analysis) {
	e := func(i int) string { return evil[i%len(evil)] }
	a.Document.Publication = e(3)
	for n := range a.Document.Articles {
		art := &a.Document.Articles[n]
		art.Title, art.Authors = e(n), []string{e(n + 1)}
		for i := range art.Citations {
			if o := art.Citations[i].Outlet; o != nil {
				o.Name, o.Printed, o.Why = e(i), e(i+1), e(i+2)
			}
		}
		for i := range a.Articles[n].Claims {
			a.Articles[n].Claims[i].Because = []string{e(i), e(i + 5)}
		}
	}
	for i := range a.Findings {
		a.Findings[i].Message, a.Findings[i].Suggestion, a.Findings[i].Rule = e(i), e(i+1), e(i+2)
	}
}

// evilAnswers gives every citation evidence in which every string is evil.
func evilAnswers(a *score.Analysis) {
	n := 0
	answer(a, func(ev *fetch.Evidence) {
		e := evil[n%len(evil)]
		ev.Verdict = [...]fetch.Verdict{support.Differs, fetch.Verdict(e), support.Supported}[n%3]
		ev.Why, ev.Passage, ev.Page, ev.Capture, ev.Title, ev.Language, ev.Correction = e, e, e, "https://example.org/"+e, e, e, e
		ev.Day, ev.DayFrom, ev.Changed, ev.Met.Outcome = e, e, e, e
		ev.Resolvers = []fetch.Resolved{{Name: e, Why: e}}
		ev.Checks.Figures = []support.FigureCheck{{Text: e, State: support.Contrary, Page: e}}
		ev.Checks.Quotations = []support.QuoteCheck{{Text: e, State: support.Near, Page: e}}
		ev.Checks.Names = support.NameCheck{Of: 1, Missing: []string{e}}
		n++
	})
}

// looked gives the citations of an analysis evidence of each kind in turn.
func looked(a *score.Analysis) *score.Analysis {
	n := 0
	answer(a, func(ev *fetch.Evidence) {
		kinds[n%len(kinds)](ev)
		n++
	})
	return a
}

// kinds fill evidence: a page that differs, in a corrected copy; one not found; one that carries the claim; one in part; one behind a wall.
var kinds = [...]func(ev *fetch.Evidence){
	func(ev *fetch.Evidence) {
		ev.Verdict, ev.Why, ev.Passage = support.Differs, "the claim has “18 villagers”, the page “8 villagers”", "At least 8 villagers were killed when two families fought over the last deep well of Traghen, the council said."
		ev.Page, ev.Capture, ev.Captured = "https://www.example.org/2018/05/15/a-well", "https://web.archive.org/web/20180517120000id_/https://www.example.org/2018/05/15/a-well", time.Date(2018, 5, 17, 12, 0, 0, 0, time.UTC)
		ev.Title, ev.Day, ev.DayFrom, ev.Changed, ev.Language = "Eight die at a well in Traghen", "2018-05-15", "json-ld", "2018-05-19", "en"
		ev.Correction = "Correction: an earlier version of this article gave the number of the dead as 18."
		ev.Met = fetch.Attempt{At: time.Date(2019, 5, 3, 0, 0, 0, 0, time.UTC), Outcome: "gone"}
		ev.Checks = support.Checks{Date: support.DateCheck{Asked: true, Cited: "2018-05-15", Page: "2018-05-15", State: support.Found},
			Figures: []support.FigureCheck{{Text: "18 villagers", State: support.Contrary, Page: "8 villagers"}},
			Names:   support.NameCheck{Of: 3, Found: 2, Missing: []string{"Sebha"}}, Words: support.WordCheck{Of: 9, Found: 7, Share: 7. / 9}}
	},
	func(ev *fetch.Evidence) {
		ev.Verdict, ev.Why = support.NotFound, "no resolver found a page that fits"
		ev.Resolvers = []fetch.Resolved{{Name: "address", Why: "the citation gives no address"}, {Name: "day archive", Why: "the registry knows no archive of this outlet"},
			{Name: "sitemaps", Why: "the registry knows no archive of this outlet"}, {Name: "Wayback Machine", Why: "4 of 31 pages were read and none fits; “Rain at last” is unrelated: no passage has more than 2 of the claim's 9 words", Answered: true, Archive: true}}
	},
	func(ev *fetch.Evidence) {
		ev.Verdict, ev.Why, ev.Passage = support.Supported, "names, figures and quotations of the claim stand on the page, and the passage has 9 of 9 words", "The fights were worst at the old fort, where the guards of the well live."
		ev.Page, ev.Title, ev.Day, ev.DayFrom, ev.Language = "https://www.example.net/libya/traghen-well", "Night of fights at the fort of Traghen", "2018-05-13", "meta", "en"
		ev.Checks.Date, ev.Checks.Words = support.DateCheck{Asked: true, Page: "2018-05-13", State: support.Found}, support.WordCheck{Of: 9, Found: 9, Share: 1}
	},
	func(ev *fetch.Evidence) {
		ev.Verdict, ev.Why, ev.Passage = support.Partly, "the quotation “a thief among thieves” does not stand there", "The commander of the guard was arrested in October."
		ev.Page, ev.Title, ev.Day, ev.DayFrom, ev.Language = "https://www.example.com/a/very/long/address/that/does/not/break/anywhere-since-it-has-no-blank", "", "2018-12-03", "url", "en"
		ev.Checks.Quotations = []support.QuoteCheck{{Text: "a thief among thieves", State: support.Missing}}
	},
	func(ev *fetch.Evidence) {
		ev.Verdict, ev.Why, ev.Page = support.Blocked, "refused: status 403", "https://www.example.org/wall"
		ev.Resolvers = []fetch.Resolved{{Name: "address", Why: "refused, status 403"}, {Name: "Wayback Machine", Why: "it is switched off by [fetch] wayback"}}
	},
}

// answer puts an answer to each citation of each claim into an analysis.
func answer(a *score.Analysis, fill func(ev *fetch.Evidence)) {
	var all []score.Answer
	for n := range a.Document.Articles {
		art := &a.Document.Articles[n]
		for i := range art.Claims {
			for _, k := range art.Claims[i].Citations {
				ev := &fetch.Evidence{}
				fill(ev)
				all = append(all, score.Answer{Article: n, Claim: i, Citation: k, Evidence: ev})
			}
		}
	}
	a.SetAnswers(all)
}

// issue is a text with n cited sentences.
func issue(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "On May %d armed men from district %d attacked a convoy on the road to the border and killed %d soldiers and wounded %d others, the governor told reporters (Reuters, May %d; Tuko, May %d). ",
			i%28+1, i, i%17+2, i%9+3, i%28+1, i%28+2)
		if i%5 == 4 {
			b.WriteString("\n\n")
		}
	}
	return b.String()
}
