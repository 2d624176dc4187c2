package browser

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// flawed writes an archive of 500 pieces, sound but for the flaws that TestArchiveWalk looks for, and its catalogue.
func flawed(t *testing.T, dir string) {
	t.Helper()
	write := func(name, content string) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var catalogue strings.Builder
	catalogue.WriteString("path,date,title,authors,section\n")
	for i := range 500 {
		year := 2005 + i%10
		name := fmt.Sprintf("%d/piece-%03d.txt", year, i)
		write(name, piece(i, year))
		section, author := []string{"News", "Features"}[i%2], []string{"Nadira Tolmayeva", "Ian Castellow", "Salma Okumu"}[i%3]
		if i == 77 {
			section, author = "Letters", "Pavel Herrera"
		}
		fmt.Fprintf(&catalogue, "%s,%d-06-15,,%s,%s\n", name, year, author, section)
	}
	write("2014/copy.txt", piece(3, 2008))
	write("2014/packed.pdf", "%PDF-1.7\nnot one\n")
	write("catalogue.csv", catalogue.String())
}

// piece is one piece. Sound ones have two sources without a tie for each claim; the numbers of the others are those of TestArchiveWalk.
func piece(i, year int) string {
	first, second := "Libya Herald", "Reuters"
	switch {
	case year == 2011: // a year that leans on states
		first, second = "Xinhua", "TASS"
	case year < 2008 && i%3 == 0: // an outlet that vanishes
		second = "Daily Monitor"
	case i%50 == 9: // a name that is misspelt
		first = "Libya Herold"
	case i%50 == 19: // one that the registry does not know
		second = "Quarry Gazette"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Notes from the Harbour, Part %d\n", i)
	source := fmt.Sprintf(" (%s, March 3, %d; %s, March 4, %d)", first, year, second, year)
	if i == 77 {
		source = "" // nothing is given
	}
	for k := range 4 {
		fmt.Fprintf(&b, "\nThe port council arrested %d %s near the old pier in %s%s.\n", 11+i%40+k, []string{"drivers", "guards", "traders", "divers"}[k], []string{"Sebha", "Tripoli", "Goma", "Torit"}[k], source)
	}
	switch i {
	case 123:
		fmt.Fprintf(&b, "\nThe minister opened two bridges and 14 ferries there (Reuters, June 3, %d).\n", year+4)
	case 200, 201, 202:
		fmt.Fprintf(&b, "\nSoldiers killed %d villagers at the well of Traghen (Koaci, March 5, %d).\n", i-180, year)
	}
	return b.String()
}

// audit runs verify audit over an archive. The program is made from the module that this one stands in.
func audit(t *testing.T, dir string, args ...string) {
	t.Helper()
	program := filepath.Join(dir, "verify")
	if _, err := os.Stat(program); err != nil {
		build := exec.Command("go", "build", "-o", program, "./cmd/verify")
		build.Dir = "../../.."
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	cmd := exec.Command(program, append([]string{"audit", "archive", "-o", "out", "--no-config"}, args...)...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); cmd.ProcessState.ExitCode() != 3 { // one file cannot be read
		t.Fatalf("%v: %s", err, out)
	}
}

// walk is a dashboard that is walked from a folder.
type walk struct {
	*visit
	home string
}

// walked opens the dashboard of an audit, as a reader does who has it on a file share.
func walked(t *testing.T, out string, width int64, before ...chromedp.Action[chromedp.Void]) *walk {
	t.Helper()
	w := &walk{&visit{t: t, ctx: start(t)}, "file://" + filepath.Join(out, "index.html")}
	if err := chromedp.Listen(w.ctx, w.hear); err != nil {
		t.Fatal(err)
	}
	w.do(enable, chromedp.EmulateViewport(width, 900))
	w.do(before...)
	w.do(chromedp.Navigate(w.home), chromedp.WaitReady(chromedp.CSS("main")))
	return w
}

// row wants a row of a section with some texts in it, once the section's search, where it has one, was asked for the first of them.
func (w *walk) row(section string, texts ...string) {
	w.t.Helper()
	search := fmt.Sprintf("document.querySelector('#%s input[type=search]')", section)
	eval[bool](w.visit, fmt.Sprintf("{const s = %s; if (s) { s.value = %q; s.dispatchEvent(new Event('input')); }}; true", search, texts[0]))
	var found []string
	for _, text := range texts {
		found = append(found, fmt.Sprintf("r.textContent.includes(%q)", text))
	}
	w.want(fmt.Sprintf("%s has a row with %q", section, texts), fmt.Sprintf("[...document.querySelectorAll('#%s tbody tr')].some(r => %s)", section, strings.Join(found, " && ")))
}

// follow clicks the link with a text in a section, and waits for the page that it leads to.
func (w *walk) follow(section, text string) {
	w.t.Helper()
	link := fmt.Sprintf("[...document.querySelectorAll('%s a')].find(a => a.textContent.includes(%q))", section, text)
	to := eval[string](w.visit, link+"?.href || ''")
	if to == "" {
		w.t.Errorf("%s has no link %q", section, text)
		return
	}
	eval[bool](w.visit, "setTimeout(() => "+link+".click()), true")
	w.do(chromedp.WaitReady(chromedp.CSS("main")))
	w.want("the link leads to "+to, fmt.Sprintf("location.href === %q && document.readyState === 'complete'", to))
}

// back follows the page's own way back.
func (w *walk) back() {
	w.t.Helper()
	w.follow(".brand", "archive")
	w.want("the way back leads to the dashboard", fmt.Sprintf("location.href === %q", w.home))
}

// TestArchiveWalk finds, in the dashboard of 500 pieces and by its links, searches and tables alone, every flaw that was planted in them.
func TestArchiveWalk(t *testing.T) {
	if testing.Short() {
		t.Skip("-short")
	}
	dir := t.TempDir()
	flawed(t, filepath.Join(dir, "archive"))
	audit(t, dir, "--manifest", filepath.Join("archive", "catalogue.csv"), "--now", "2026-01-02")
	w := walked(t, filepath.Join(dir, "out"), 1280)
	w.want("nothing is wider than the page", "document.documentElement.scrollWidth <= innerWidth")

	// The worst-sourced document stands first, and its page has the claims.
	w.want("the piece without sources is the first to mend", "document.querySelector('#documents tbody tr').textContent.includes('Part 77')")
	w.follow("#documents", "Part 77")
	w.want("its page has the finding", "document.body.textContent.includes('article.unsourced') || document.body.textContent.includes('claim.uncited')")
	w.back()

	// A source from the future: by its rule.
	w.follow("#findings", "date.future")
	w.row("list", "Part 123")
	w.follow("#list", "Part 123")
	w.want("its page has the finding", "document.body.textContent.includes('date.future')")
	w.back()

	// Grave claims that rest on one origin, over the whole archive.
	w.row("origins", "Koaci", "3", "< 1 %")
	w.follow("#origins", "Koaci")
	for _, i := range []int{200, 201, 202} {
		w.row("list", fmt.Sprint("Part ", i), "killed "+strconv.Itoa(i-180), "grave")
	}
	w.back()

	// A name written in two ways, and an outlet that the registry does not know, with lines to copy.
	w.row("spellings", "Libya Herald", "Libya Herold (40)", `"Libya Herold"`, "Copy")
	w.row("unregistered", "Quarry Gazette", "[[outlet]]", `id = "quarry-gazette"`)
	eval[bool](w.visit, "document.querySelector('#unregistered td button').click(), true")
	w.want("the lines are copied, or selected where that may not be", "['Copied', 'Selected'].includes(document.querySelector('#unregistered td button').textContent)")
	w.follow("#findings", "outlet.misspelt")
	w.row("list", "Part 9", "Libya Herald")
	w.back()

	// A year that leans on states, an outlet that vanishes, an author and a section of one unsourced piece.
	w.row("years", "2011", "100 %")
	w.want("the chart shows it", "[...document.querySelectorAll('rect.part title')].some(t => t.textContent.startsWith('2011: 100 %'))")
	w.row("outlets", "Monitor", "2005", "2007")
	w.row("sections", "Letters", "(0 %)")
	w.row("authors", "Pavel Herrera", "(0 %)")

	// What cannot be read, and what is there twice.
	w.row("failures", "packed.pdf")
	w.row("duplicates", "2014/copy.txt", "piece-003.txt")

	// Page by page, and sorted.
	w.row("documents", "", "")
	eval[bool](w.visit, "[...document.querySelectorAll('#documents .pager button')].at(-1).click(), true")
	w.want("there is a second page of documents", "document.querySelector('#documents .pager').textContent.includes('201–400 of 500')")
	w.asks()

	// One piece is mended, and the dashboard says so.
	mended := strings.ReplaceAll(piece(123, 2008), "2012", "2008")
	if err := os.WriteFile(filepath.Join(dir, "archive", "2008", "piece-123.txt"), []byte(mended), 0o644); err != nil {
		t.Fatal(err)
	}
	audit(t, dir, "--now", "2026-01-03")
	w.do(chromedp.Reload(), chromedp.WaitReady(chromedp.CSS("main")))
	w.want("what has changed is said", "document.querySelector('.since').textContent.includes('0 new, 1 changed, 499 as before')")
	w.want("the rule has gone", "![...document.querySelectorAll('#findings a')].some(a => a.textContent === 'date.future')")
	w.row("sections", "Letters", "(0 %)") // which the first audit was told
	shots(t, dir)
}

// asks holds that nothing but files was asked for, and that the browser had nothing to say.
func (w *walk) asks() {
	w.t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, r := range w.requests {
		if !strings.HasPrefix(r, "file://") {
			w.t.Errorf("asked for: %s", r)
		}
	}
	if len(w.said) > 0 {
		w.t.Errorf("the browser says: %s", strings.Join(w.said, "\n"))
	}
}

// shots takes pictures of the dashboard into the folder that $VERIFY_SHOTS names, to be looked at.
func shots(t *testing.T, dir string) {
	t.Helper()
	to := os.Getenv("VERIFY_SHOTS")
	if to == "" {
		return
	}
	for _, look := range []struct {
		scheme string
		width  int64
	}{{"light", 1280}, {"dark", 390}} {
		w := walked(t, filepath.Join(dir, "out"), look.width, scheme(look.scheme))
		picture, err := chromedp.Run(w.ctx, chromedp.FullScreenshot(90))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(to, fmt.Sprintf("%s-%d.jpg", look.scheme, look.width)), picture, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
