package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestLinksInUnpartedText holds that a link of a text without blanks covers its own characters, not its line.
func TestLinksInUnpartedText(t *testing.T) {
	const size, left = 12, 50
	text := []rune("港口否认（人民日报，五月）。")
	codes, ranges := "", ""
	for i, r := range text {
		codes += fmt.Sprintf("%04X", i+1)
		ranges += fmt.Sprintf("<%04X> <%04X> ", i+1, r)
	}
	area := func(from, to int) string { return fmt.Sprintf("[%d 698 %d 712]", left+size*from, left+size*to) }
	raw := onePage(fmt.Sprintf("BT /F %d Tf %d 700 Td <%s> Tj ET", size, left, codes),
		object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources 5 0 R/Annots[8 0 R 9 0 R]>>"),
		object(6, "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</DW 1000>>]/ToUnicode 10 0 R>>"),
		object(8, "<</Type/Annot/Subtype/Link/Rect"+area(5, 9)+"/A<</S/URI/URI(https://renmin.example/a)>>>>"),
		object(9, "<</Type/Annot/Subtype/Link/Rect"+area(10, 12)+"/A<</S/URI/URI(https://renmin.example/b)>>>>"),
		streamOf(10, "", fmt.Sprintf("%d beginbfchar %s endbfchar", len(text), ranges)))
	d, err := Read(raw, alone)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range d.Lines {
		for _, p := range l.Pieces {
			got = append(got, strings.TrimPrefix(p.URL, "https://renmin.example/")+":"+p.Text)
		}
	}
	if want := []string{":港口否认（", "a:人民日报", ":，", "b:五月", ":）。"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
