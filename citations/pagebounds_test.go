package citations

import (
	"os"
	"strings"
	"testing"
)

// testdata/pages.txt holds pages as they are saved from the web: the lines <<<< and >>>> stand where the article begins and ends, "@en" for a text in English.
func TestArticlesAreCutOutOfTheirPages(t *testing.T) {
	raw, err := os.ReadFile("testdata/pages.txt")
	if err != nil {
		t.Fatal(err)
	}
	texts, pages := map[string]string{}, 0
	for _, entry := range strings.Split("\n"+string(raw), "\n== ")[1:] {
		first, page, _ := strings.Cut(entry, "\n")
		if lang, ok := strings.CutPrefix(first, "text "); ok {
			texts[lang] = strings.TrimSpace(page)
			continue
		}
		pages++
		want := strings.Split(strings.TrimPrefix(first, "page "), "|")
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		page = strings.ReplaceAll(page, "@"+want[0], texts[want[0]])
		before, rest, _ := strings.Cut(page, "<<<<\n")
		body, after, _ := strings.Cut(rest, "\n>>>>")
		t.Run(want[1], func(t *testing.T) { cutOut(t, want, before, body, strings.TrimPrefix(after, "\n")) })
	}
	if pages < 20 {
		t.Errorf("only %d pages were read", pages)
	}
}

func cutOut(t *testing.T, want []string, before, body, after string) {
	doc := document(t, "x.txt", before+body+"\n"+after, Options{})
	for i := range doc.Articles {
		if i > 0 {
			t.Errorf("a further article %q", doc.Articles[i].Title)
		}
	}
	a := &doc.Articles[0]
	if a.Title != want[1] {
		t.Errorf("title %q", a.Title)
	}
	if got := strings.Join(a.Authors, ", "); got != want[2] {
		t.Errorf("authors %q", got)
	}
	if got := a.Published.ISO(); got != want[3] {
		t.Errorf("published %q", got)
	}
	all := before + body + "\n" + after
	if from := len(before); a.Span.Start != from {
		t.Errorf("begins at %q", all[a.Span.Start:min(len(all), a.Span.Start+40)])
	}
	if to := len(before) + len(body); a.Span.End != to {
		t.Errorf("ends with %q, %d bytes off", all[max(0, a.Span.End-60):a.Span.End], a.Span.End-to)
	}
}
