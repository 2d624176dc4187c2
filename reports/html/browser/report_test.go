package browser

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"example.org/verify/citations/text"
	"example.org/verify/reports/html"
	"example.org/verify/score"
)

// TestLoads: the page asks for nothing and has nothing to complain of; nor does it on a phone.
func TestLoads(t *testing.T) {
	page := report(t, html.Options{Version: "test"}, analyse(t, "libya.txt", article))
	for _, width := range []int64{1280, 390, 320} {
		v := open(t, page, width, scheme("light"))
		v.want("nothing is wider than the page", "document.documentElement.scrollWidth <= innerWidth")
		v.quiet()
	}
}

// TestIssueLoads: 1,000 claims open, each with its card. How fast is told and not judged: that depends on the machine.
func TestIssueLoads(t *testing.T) {
	if testing.Short() {
		t.Skip("-short")
	}
	v := open(t, report(t, html.Options{}, analyse(t, "issue.txt", issue(1000))), 1280, scheme("light"))
	v.quiet()
	v.want("every claim has its card", "document.querySelectorAll('.card').length === 1000")
	t.Logf("loaded after %.0f ms", v.loaded())
}

// axeScript is the script of axe-core, or skips the test where it is not.
func axeScript(t *testing.T) string {
	t.Helper()
	path := os.Getenv("AXE_CORE")
	if path == "" {
		path = "node_modules/axe-core/axe.min.js"
	}
	axe, err := os.ReadFile(path)
	if err != nil {
		t.Skip("axe-core is missing: npm install in reports/html/browser, or name axe.min.js in $AXE_CORE")
	}
	return string(axe)
}

// accessible holds a page against the rules of axe for WCAG 2.2 AA.
func accessible(v *visit, axe, where string) {
	v.t.Helper()
	eval[bool](v, axe+"; true")
	found := eval[[]string](v, `axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).then(r =>
		r.violations.flatMap(x => x.nodes.slice(0, 3).map(n => x.id + ": " + n.html.slice(0, 160) + " " + n.failureSummary.slice(0, 300))))`)
	for _, f := range found {
		v.t.Errorf("%s: %s", where, f)
	}
}

// TestAxe: no violation of WCAG 2.2 AA in light, dark and narrow, also with an index and with a claim selected.
func TestAxe(t *testing.T) {
	axe := axeScript(t)
	one := analyse(t, "libya.txt", article)
	arabic := analyse(t, "khabur.txt", "مياه الخابور\n\nليلى العاني\n\nفي ليلة ٤ مارس أغلق مسلحون بوابات السد قرب تل تمر، فانقطعت المياه عن إحدى وعشرين قرية (الشرق الأوسط، ٦ مارس؛ عنب بلدي، ٧ مارس).\n")
	pages := map[string][]byte{"one": report(t, html.Options{Version: "test"}, one), "looked up": report(t, html.Options{}, looked(analyse(t, "libya.txt", article))), "index": report(t, html.Options{}, one, arabic)}
	for name, page := range pages {
		for _, look := range []struct {
			scheme string
			width  int64
		}{{"light", 1280}, {"dark", 1280}, {"light", 320}, {"dark", 390}} {
			v := open(t, page, look.width, scheme(look.scheme))
			for _, at := range []string{"", "a1.c2"} {
				eval[string](v, "location.hash = '"+at+"'")
				accessible(v, axe, fmt.Sprintf("%s, %s, %d px, #%s", name, look.scheme, look.width, at))
			}
		}
	}
}

// TestKeyboard: from the claim in the text to what it rests on and back, by keys alone.
func TestKeyboard(t *testing.T) {
	v := open(t, report(t, html.Options{}, looked(analyse(t, "libya.txt", article))), 1280, scheme("light"))
	v.do(chromedp.KeyEvent(kb.Tab))
	v.want("the first stop skips to the report", "document.activeElement.matches('.skip')")
	v.do(chromedp.Focus(chromedp.CSS(".text .b.w2")), chromedp.KeyEvent(kb.Enter))
	v.want("the claim's card is selected", "document.querySelector('.card:target') !== null")
	v.want("its text is marked", "document.querySelectorAll('.text .c.on').length > 0")
	v.do(chromedp.KeyEvent(kb.Tab))
	v.want("the next stop is in the card", "document.activeElement.closest('.card:target') !== null")
	v.want("the card has the evidence", "document.querySelector('.card:target .pass blockquote') !== null")
	v.do(chromedp.KeyEvent(kb.Escape))
	v.want("Escape leads back to the text", "document.activeElement.matches('.text .b')")
	v.do(chromedp.KeyEvent("jj"))
	v.want("j goes on", "document.querySelector('.card:target') !== null")
	at := eval[string](v, "location.hash")
	v.do(chromedp.KeyEvent("jk"))
	v.want("k goes back", "location.hash === '"+at+"'")
	v.do(chromedp.KeyEvent("n"))
	v.want("n goes to a finding", "document.querySelector('.find:target') !== null")
	eval[bool](v, "document.getElementById('keys').click(), true")
	at = eval[string](v, "location.hash")
	v.do(chromedp.KeyEvent("n"))
	v.want("the keys can be switched off", "location.hash === '"+at+"'")
	v.quiet()
}

// TestClick: a claim is selected where it is clicked, and by its address.
func TestClick(t *testing.T) {
	v := open(t, report(t, html.Options{}, analyse(t, "libya.txt", article)), 390, scheme("light"))
	v.do(chromedp.Click(chromedp.CSS(".text span.c.w2")))
	v.want("the card lies over the page", "document.querySelector('.card:target') !== null && getComputedStyle(document.querySelector('.card:target')).position === 'fixed'")
	v.want("the claim is still seen", "document.querySelector('.text .c.on')?.getBoundingClientRect().top < innerHeight * .4 || false")
	v.do(chromedp.Click(chromedp.CSS(".card:target h3 a")))
	v.want("the card is closed", "document.querySelector('.card:target') === null")
	v.quiet()
}

// TestFilterAndSort: findings by severity, sources by a column, cards by level.
func TestFilterAndSort(t *testing.T) {
	v := open(t, report(t, html.Options{}, analyse(t, "libya.txt", article)), 1280, scheme("light"))
	choose := func(selector, value string) {
		eval[bool](v, "{const s = document.querySelector('"+selector+"'); s.value = '"+value+"'; s.dispatchEvent(new Event('change', {bubbles: true}))}; true")
	}
	choose(".by-sign", "e")
	v.want("errors alone are listed", "[...document.querySelectorAll('.find')].every(f => f.hidden !== f.classList.contains('e')) && document.querySelectorAll('.find:not([hidden])').length > 0")
	eval[string](v, "location.hash = document.querySelector('.find[hidden]').id")
	v.want("a finding that is linked to is shown", "!document.querySelector('.find:target').hidden")
	choose(".show", "w2")
	v.want("claims of one level alone are shown", "[...document.querySelectorAll('.card')].every(c => c.hidden !== c.classList.contains('w2'))")
	choose(".sort", "p")
	v.want("the weakest claim is first", "document.querySelector('.card').dataset.p === String(Math.max(...[...document.querySelectorAll('.card')].map(c => +c.dataset.p)))")
	v.do(chromedp.Click(chromedp.CSS("table.sort th:first-child button")))
	v.want("the sources are sorted by name", `(names => names.join() === [...names].sort(new Intl.Collator("en-u-kn").compare).join())([...document.querySelectorAll("table.sort tbody tr")].map(r => r.cells[0].textContent.trim()))`)
	v.want("and it is said which way", "document.querySelector('table.sort th').getAttribute('aria-sort') === 'ascending'")
	v.quiet()
}

// TestWithoutScript: everything can be read, and a claim be selected, where the script does not run.
func TestWithoutScript(t *testing.T) {
	v := open(t, report(t, html.Options{}, analyse(t, "libya.txt", article)), 390, scheme("light"), withoutScript)
	v.do(chromedp.Click(chromedp.CSS(".text a.b.w2")), chromedp.WaitVisible(chromedp.CSS(".card:target")))
	v.do(chromedp.Click(chromedp.CSS(".card:target h3 a")), chromedp.WaitVisible(chromedp.CSS(".text .b:target")))
	v.do(chromedp.WaitNotVisible(chromedp.CSS(".findings form")))
	v.quiet()
}

// TestEvidence: from the count of a verdict at the head to the claim that has it, to the reasons of a page that was not found, by keys alone; on a
// phone too nothing is wider than the page, and paper has the reasons unfolded.
func TestEvidence(t *testing.T) {
	page := report(t, html.Options{}, looked(analyse(t, "libya.txt", article)))
	for _, width := range []int64{1280, 390, 320} {
		v := open(t, page, width, scheme("light"))
		v.do(chromedp.Focus(chromedp.CSS(".looked li:nth-child(4) a")), chromedp.KeyEvent(kb.Enter))
		v.want("the verdict leads to a claim that has it", "document.querySelector('.card:target .pass .ev').textContent !== '' && [...document.querySelectorAll('.card:target .pass h4 .ev')].some(e => e.textContent === 'not found')")
		v.want("the reasons are folded", "!document.querySelector('.card:target .pass details').open")
		v.do(chromedp.Focus(chromedp.CSS(".card:target .pass summary")), chromedp.KeyEvent(kb.Enter))
		v.want("and unfold", "document.querySelector('.card:target .pass details').open")
		v.want("claim and passage stand beside or below one another", "document.querySelectorAll('.card:target .side blockquote').length > 1")
		v.want("nothing is wider than the page", "document.documentElement.scrollWidth <= innerWidth")
		v.want("nor than its card", "[...document.querySelectorAll('.card:target, .card:target .pass, .card:target .pass *')].every(e => e.scrollWidth <= e.clientWidth + 1 || getComputedStyle(e).display === 'inline')")
		v.quiet()
	}
	paper := letters(printedText(t, page))
	for _, want := range []string{"4 of 31 pages were read", "Correction: an earlier version", "captured on 17 May 2018"} {
		if !strings.Contains(paper, letters(want)) {
			t.Errorf("paper does not say %q", want)
		}
	}
}

// TestPrint: paper has the article, all findings and all sources.
func TestPrint(t *testing.T) {
	a := analyse(t, "libya.txt", article)
	clean := printedText(t, report(t, html.Options{}, a))
	paper := letters(clean)
	for _, want := range printed(a) {
		if !strings.Contains(paper, letters(want)) {
			t.Errorf("paper lacks %q", want)
		}
	}
	if t.Failed() {
		t.Logf("%.3000s", clean)
	}
}

// printedText is what can be read of a page on paper.
func printedText(t *testing.T, page []byte) string {
	t.Helper()
	v := open(t, page, 1280, scheme("dark"))
	pdf, err := chromedp.Run(v.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground()))
	if err != nil {
		t.Fatal(err)
	}
	txt, err := text.Parse("report.pdf", pdf, text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return txt.Clean
}

// printed are texts that paper must have.
func printed(a *score.Analysis) []string {
	list := []string{"Two families fought over the last deep well", "The guard was hired in 2013", "dug by hand last year", "The Brigades of Sebha", "CAJ News", "Koaci"}
	for i := range a.Findings {
		list = append(list, a.Findings[i].Message)
	}
	return list
}

// letters are the letters and digits of a text; a PDF has the signs and breaks elsewhere.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, s)
}
