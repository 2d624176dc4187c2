package text

import (
	"strings"
	"testing"
)

// TestMostOfAText holds that what would take a GiB of memory is no article, said at once.
func TestMostOfAText(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"x.md", strings.Repeat("*a* ", maxMarks/2+1), "marks of Markdown"},
		{"x.md", strings.Repeat("- - \n", maxMarks/3+1), "marks of Markdown"},
		{"x.txt", strings.Repeat("\n", maxParagraphs) + "x", "lines"},
		{"x.txt", strings.Repeat("\f", maxParagraphs) + "x", "lines"},
		{"x.html", "<html>" + strings.Repeat("<p>", maxTags), "tags"},
		{"x.html", "<html>" + strings.Repeat("<b "+strings.Repeat("a ", mostAttrs+1)+">", maxTags*4/mostAttrs), "tags"},
	} {
		if _, err := Parse(c.name, []byte(c.raw), Options{}); err == nil || !strings.Contains(err.Error(), c.want) || !IsFileFault(err) {
			t.Errorf("%s %q…: got %v", c.name, c.raw[:10], err)
		}
	}
}

// TestRoomFor holds that a list grows to what the rest will need, and never by less than a quarter or more than thrice.
func TestRoomFor(t *testing.T) {
	for _, c := range []struct{ n, done, all, least, most int }{
		{1023, 1, 1 << 20, 1023, 1023}, {2000, 50, 100, 4000, 4500}, {2000, 100, 100, 2500, 2800}, {2000, 0, 100, 8000, 9000}, {2000, 90, 80, 2500, 2800},
	} {
		if got := cap(roomFor(make([]int64, c.n), c.done, c.all)); got < c.least || got > c.most {
			t.Errorf("%+v: room for %d", c, got)
		}
	}
}

// TestMarkdownBounds holds that signs without an end are text, that what stands behind some thousands of them still is, and that what articles have is read as ever.
func TestMarkdownBounds(t *testing.T) {
	long := "https://news.example/" + strings.Repeat("a/", 5000)
	for _, test := range []struct {
		name, src  string
		clean      string // how the clean text ends
		links      int
		kind       BlockKind // of the last block
		codes, all int       // code spans, blocks
	}{
		{"a long address", "It was [so](" + long + ") then.", "It was so then.", 1, Para, 0, 1},
		{"a title on the next line", "It was [so](a \"b\nc\") then.", "It was so then.", 1, Para, 0, 1},
		{"angle brackets", "It was [so](<a b>) then.", "It was so then.", 1, Para, 0, 1},
		{"a reference", "It was [so][1] then.\n\n[1]: https://news.example/a", "It was so then.", 1, Para, 0, 1},
		{"open brackets, the next paragraph", strings.Repeat("[", 1000) + "\n\nIt was [so](a).", "It was so.", 1, Para, 0, 2},
		{"open addresses", strings.Repeat("[a](<b ", 30_000) + "[c](d) e", "[c](d) e", 0, Para, 0, 1},
		{"open titles", "[a](b 'c [c](d) e", "[a](b 'c c e", 1, Para, 0, 1},
		{"code", "It was `so [a](b)` then.", "It was so [a](b) then.", 0, Para, 1, 1},
		{"code over two lines", "It was ``so\n` [a](b)`` then.", "then.", 0, Para, 1, 1},
		{"table", "|a|b|\n|-|-|\n|c|d|\n", "d", 0, Cell, 0, 4},
		{"short rows of a table", "|a|b|\n|-|-|\n|c\n|d\n", "d\n\n", 0, Cell, 0, 4},
		{"nearly empty table", strings.Repeat("|a", 1000) + "|\n" + strings.Repeat("|-", 1000) + "|\n" + strings.Repeat("|b|\n", 1000), "|b|", 0, Para, 0, 1},
	} {
		x, err := Parse("x.md", []byte(test.src), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(x.Blocks) != test.all || x.Blocks[len(x.Blocks)-1].Kind != test.kind || len(x.Links) != test.links || len(x.Code) != test.codes || !strings.HasSuffix(x.Clean, test.clean) {
			t.Errorf("%s: %d blocks, the last of kind %d, %d links, %d code spans, …%q", test.name, len(x.Blocks), x.Blocks[len(x.Blocks)-1].Kind, len(x.Links), len(x.Code), x.Clean[max(0, len(x.Clean)-40):])
		}
	}
}
