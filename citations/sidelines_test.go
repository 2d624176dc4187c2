package citations

import (
	"os"
	"strings"
	"testing"
)

// testdata/heads.txt holds, by language, a text and the heads under which it may stand: each with the title, the authors and the day that a reader would
// take from it, and its lines.
func TestTitlesAreToldFromTheLinesAroundThem(t *testing.T) {
	raw, err := os.ReadFile("testdata/heads.txt")
	if err != nil {
		t.Fatal(err)
	}
	texts, heads := map[string]string{}, 0
	for _, entry := range strings.Split(string(raw), "== ")[1:] {
		first, lines, _ := strings.Cut(entry, "\n")
		if lang, ok := strings.CutPrefix(first, "text "); ok {
			texts[lang] = lines
			continue
		}
		heads++
		want := strings.Split(strings.TrimPrefix(first, "head "), " | ")
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		t.Run(want[1], func(t *testing.T) {
			doc := document(t, "x.txt", lines+"\n"+texts[want[0]], Options{})
			if len(doc.Articles) != 1 {
				t.Fatalf("%d articles", len(doc.Articles))
			}
			a := &doc.Articles[0]
			if got := a.Title; got != want[1] {
				t.Errorf("title %q, want %q", got, want[1])
			}
			if got := strings.Join(a.Authors, ", "); got != want[2] {
				t.Errorf("authors %q, want %q", got, want[2])
			}
			if got := a.Published.ISO(); want[3] != "" && got != want[3] {
				t.Errorf("published %q, want %q", got, want[3])
			}
		})
	}
	if heads < 40 {
		t.Errorf("only %d heads were read", heads)
	}
}
