package browser

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// spelt are words as they are printed in a claim, and how they are looked for.
var spelt = []struct {
	printed string
	asked   []string
}{
	{"Łódź", []string{"łódź", "LODZ", "lod"}},
	{"Straßenbahn", []string{"strassenbahn", "STRASSEN", "Straßenbahn"}},
	{"Çeşme İzmir", []string{"cesme izmir", "ÇEŞME İZMİR"}},
	{"Ærøskøbing", []string{"aeroskobing", "Ærøskøbing"}},
	{"Đà Nẵng", []string{"da nang", "Đà nẵng"}},
	{"ΕΛΛΑΣ Ἀθῆναι", []string{"ελλας", "Ελλάσ αθηναι"}},
	{"Київ Ёлкино", []string{"киів елкино", "Київ"}},
	{"الْمَدِينَة", []string{"المدينة", "المد"}},
	{"हिन्दी", []string{"हिन्दी"}},
	{"서울특별시", []string{"서울", "서울특별시"}},
	{"东京都政府", []string{"东京", "京都", "政府", "东"}},
	{"カタカナ", []string{"ｶﾀｶﾅ", "カタ"}},
	{"กรุงเทพมหานคร", []string{"กรุงเทพ"}},
	{"Ⅻ", []string{"xii"}},
	{"𠀀𠀁𠀂", []string{"𠀀𠀁", "𠀁"}},
	{"1,234.56", []string{"1 234 56", "1,234"}},
	{"constructor toString", []string{"constructor", "tostring"}},
}

// searched writes an archive whose claims are looked for: one claim a spelling, hostile ones, and as many others as fill several files.
func searched(t *testing.T, dir string) {
	t.Helper()
	var odd, evils, many strings.Builder
	odd.WriteString("Spellings from Everywhere\n")
	for i, s := range spelt {
		fmt.Fprintf(&odd, "\nPolice arrested %d people near %s on the third day (Reuters, March 3, 2014).\n", i+2, s.printed)
	}
	fmt.Fprintf(&evils, "Hostile %s Words\n", evil[0])
	for i, e := range evil {
		fmt.Fprintf(&evils, "\nPolice arrested %d hackers near %s in Torit (Reuters, March 3, 2014).\n", i+2, e)
	}
	many.WriteString("A Long List of Harbours\n")
	for i := range 3000 {
		fmt.Fprintf(&many, "\nPolice arrested %d divers near harbour%dq on pier%dx (Reuters, March 3, 2014; AFP, March 4, 2014).\n", i+2, i*i%100003, i*7919%100019)
	}
	for name, content := range map[string]string{"odd.txt": odd.String(), "evil.txt": evils.String(), "many.txt": many.String(), "packed.pdf": "%PDF-1.7\nnot one\n"} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// ask looks for words and waits for the answer, which must have some words in it.
func (w *walk) ask(words, answer string) {
	w.t.Helper()
	eval[bool](w.visit, fmt.Sprintf("{const q = document.getElementById('q'); q.value = %q; q.form.requestSubmit()}; true", words))
	w.want(fmt.Sprintf("%q is answered with %q", words, answer),
		fmt.Sprintf("document.getElementById('said').textContent.includes(%q) && new URLSearchParams(location.hash.slice(1)).get('q') === %q", answer, words))
}

// first wants a text in the first claim that is shown.
func (w *walk) first(text string) {
	w.t.Helper()
	w.want("the first claim has "+text, fmt.Sprintf("document.querySelector('#results li')?.textContent.includes(%q)", text))
}

// TestSearch looks for claims on the page of an audit's search, opened from a disk.
func TestSearch(t *testing.T) {
	if testing.Short() {
		t.Skip("-short")
	}
	dir := t.TempDir()
	searched(t, filepath.Join(dir, "archive"))
	audit(t, dir, "--now", "2026-01-02")
	w := walked(t, filepath.Join(dir, "out"), 1280)
	eval[bool](w.visit, "window.hits = 0, true")
	w.follow(".find", "Search all claims")
	eval[bool](w.visit, "window.hits = 0, window.hit = () => { window.hits++ }, true")
	w.want("the cursor stands in the field", "document.activeElement.id === 'q'")

	for _, s := range spelt {
		for _, asked := range s.asked {
			w.ask(asked, "1 claim.")
			w.first(s.printed)
			w.want("what was asked for is marked in "+s.printed, "document.querySelectorAll('#results mark').length > 0")
		}
	}

	// Several words are all wanted, beginnings are enough, what is frequent is shown by and by.
	w.ask("torit hack arrest", fmt.Sprint(len(evil), " claims."))
	w.want("no hostile text has become an element", "window.hits === 0 && !document.querySelector('#results :not(li, a, p, bdi, small, mark, span)')")
	w.ask("harbour4q", "1 claim.")
	w.first("harbour4q on pier15838x")
	w.first("2 origins")
	w.ask("harbour4q torit", "No claim has all of that.")
	w.ask("police arrested", fmt.Sprintf("3\u202f%03d claims, the first 25 of them shown.", len(spelt)+len(evil)))
	eval[bool](w.visit, "document.getElementById('more').click(), true")
	w.want("the next are shown too", "document.querySelectorAll('#results li').length === 50 && document.activeElement === document.querySelectorAll('#results li > a')[25]")
	w.ask("?! …", "No word")

	// A claim leads to its place on the page of its document, and the way back shows the search again.
	w.ask("harbour4q", "1 claim.")
	w.follow("#results", "harbour4q")
	w.want("the claim is on the page", "document.getElementById('t.' + location.hash.slice(1)).closest('p').textContent.includes('harbour4q')")
	w.do(chromedp.NavigateBack())
	w.want("the search is there again", "document.getElementById('said').textContent === '1 claim.'")
	w.asks()

	// The plain pages have everything too, and need no script.
	w.want("the search names its plain pages", "document.querySelectorAll('#pages a').length > 3")
	w.follow("#pages", "Hostile")
	w.want("the plain page has the claims", "document.body.textContent.includes('hackers near') && !document.querySelector('main script, main iframe, main svg')")
	w.follow("nav", "Next")
	w.want("and the next page the next", "document.querySelector('h1').textContent === 'All claims, page 2'")

	// A file that is missing is said.
	builds, err := filepath.Glob(filepath.Join(dir, "out", "search", "*", "c*.js"))
	if err != nil || len(builds) < 3 {
		t.Fatalf("%d files of claims, %v", len(builds), err)
	}
	for _, name := range builds {
		if info, err := os.Stat(name); err != nil || info.Size() > 65<<10 {
			t.Errorf("%s: %d bytes, %v", name, info.Size(), err)
		}
		os.Remove(name)
	}
	w.do(chromedp.Navigate("file://" + filepath.Join(dir, "out", "search", "index.html") + "#" + url.Values{"q": {"harbour4q"}}.Encode()))
	w.want("a missing file is said", "document.getElementById('said').textContent.startsWith('A file of the search is missing')")
}

// TestSearchIsAccessible holds the pages of a search against the rules of axe, wide and narrow, light and dark, and takes pictures where $VERIFY_SHOTS wants them.
func TestSearchIsAccessible(t *testing.T) {
	if testing.Short() {
		t.Skip("-short")
	}
	axe := axeScript(t)
	dir := t.TempDir()
	searched(t, filepath.Join(dir, "archive"))
	audit(t, dir, "--now", "2026-01-02")
	for _, look := range []struct {
		scheme string
		width  int64
	}{{"light", 1280}, {"dark", 1280}, {"light", 360}, {"dark", 360}} {
		w := walked(t, filepath.Join(dir, "out", "search"), look.width, scheme(look.scheme))
		w.ask("torit arrested", "claims")
		w.want("claims are shown", "document.querySelectorAll('#results li').length > 10")
		w.want("nothing is wider than the page", "document.documentElement.scrollWidth <= innerWidth")
		accessible(w.visit, axe, fmt.Sprint(look.scheme, " ", look.width))
		if to := os.Getenv("VERIFY_SHOTS"); to != "" {
			picture, err := chromedp.Run(w.ctx, chromedp.CaptureScreenshot())
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(to, fmt.Sprintf("search-%s-%d.png", look.scheme, look.width)), picture, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		w.follow("#pages", "Hostile")
		w.want("nothing is wider than the page", "document.documentElement.scrollWidth <= innerWidth")
		accessible(w.visit, axe, fmt.Sprint("list ", look.scheme, " ", look.width))
	}
}

// TestSearchWithoutScript: the plain pages are there for a browser that runs none.
func TestSearchWithoutScript(t *testing.T) {
	if testing.Short() {
		t.Skip("-short")
	}
	dir := t.TempDir()
	searched(t, filepath.Join(dir, "archive"))
	audit(t, dir, "--now", "2026-01-02")
	w := walked(t, filepath.Join(dir, "out", "search"), 1280, withoutScript)
	w.want("there is no form", "document.getElementById('search').hidden")
	w.want("there are pages", "document.querySelectorAll('#pages a').length > 3")
}
