package support

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/verify/citations"
	"example.org/verify/fetch/page"
)

// pair is a claim, a passage and the verdict that a person would give at most.
type pair struct{ verdict, claim, passage string }

func kept(t testing.TB) (out []pair) {
	t.Helper()
	b, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' || line[0] == '=' {
			continue
		}
		f := strings.SplitN(line, " | ", 3)
		if len(f) != 3 {
			t.Fatalf("no pair: %s", line)
		}
		out = append(out, pair{f[0], f[1], f[2]})
	}
	return out
}

// pageOf is a page that shows a passage.
func pageOf(passage string) *page.Page {
	p := &page.Page{Kind: page.Article, Language: citations.DetectLanguage(passage)}
	for _, s := range strings.Split(passage, " ¶ ") {
		p.Blocks = append(p.Blocks, page.Block{Text: s})
	}
	return p
}

// TestPairs holds the verdict of each pair.
func TestPairs(t *testing.T) {
	all := kept(t)
	if len(all) < 120 {
		t.Errorf("%d pairs; want 120 at least", len(all))
	}
	for _, p := range all {
		r := Judge(Claim{Text: p.claim}, pageOf(p.passage))
		if string(r.Verdict) != p.verdict {
			t.Errorf("%s, want %s: %s\n\tclaim   %s\n\tpassage %s\n\tchecks  %+v", r.Verdict, p.verdict, r.Why, p.claim, p.passage, r.Checks)
		}
		if n := utf8.RuneCountInString(r.Passage); n > longestPassage+4 {
			t.Errorf("a passage of %d characters: %s", n, r.Passage)
		}
	}
}
