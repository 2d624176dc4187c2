package browser

import (
	"fmt"
	"strings"
	"testing"

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
	v := open(t, report(t, html.Options{Version: evil[0], By: evil[1], About: evilAbout}, a), 1280, scheme("light"), counting)
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

func evilAbout(a *score.Analysis) html.About {
	var about html.About
	for n := range a.Document.Articles {
		var list []html.Evidence
		for i := range a.Document.Articles[n].Citations {
			e := evil[i%len(evil)]
			list = append(list, html.Evidence{Verdict: e, Page: e, Capture: "https://example.org/" + e, When: e, Passage: e, Lang: e, Why: e, Checks: []html.Check{{Name: e, Result: e}}})
		}
		about.Evidence = append(about.Evidence, list)
	}
	return about
}

// about gives every citation a page that was read.
func about(a *score.Analysis) html.About {
	var about html.About
	for n := range a.Document.Articles {
		list := make([]html.Evidence, len(a.Document.Articles[n].Citations))
		for i := range list {
			list[i] = html.Evidence{Verdict: [...]string{"supported", "differs", "not found"}[i%3], Page: "https://example.org/a", When: "captured 2 days after",
				Passage: "At least 18 civilians were killed.", Lang: "en", Checks: []html.Check{{Name: "figures", Result: "1 of 1"}, {Name: "names", Result: "0 of 2", Fails: true}}}
		}
		about.Evidence = append(about.Evidence, list)
	}
	return about
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
