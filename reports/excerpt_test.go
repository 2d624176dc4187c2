package reports

import (
	"strings"
	"testing"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
)

// An excerpt can be cut wherever a span lies and however wide it is: in letters of several bytes, and in bytes that are no text.
func TestExcerptAnywhere(t *testing.T) {
	for _, s := range []string{strings.Repeat("данные", 200), strings.Repeat("記録を読む", 90), "a" + strings.Repeat("\x8c\xd0", 300), strings.Repeat("é", 500) + "\n"} {
		doc, err := text.Parse("long.txt", []byte(s), text.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for start := 0; start < len(doc.Raw); start += 7 {
			for _, end := range []int{start, start + 1, start + 383, start + 384, start + 385, len(doc.Raw)} {
				excerptOf(doc, citations.Span{Start: start, End: min(end, len(doc.Raw))}, 80)
			}
		}
	}
}
