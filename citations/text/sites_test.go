package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSites holds what is read of pages in the shapes that publishing systems give them: blocks and classic themes of WordPress, Ghost, Drupal, Arc,
// newsletters, AMP, tables that lay a page out, live blogs, microdata, paywalls. Their events are made up; of most, what is wanted was
// written before the reader saw them.
func TestSites(t *testing.T) {
	pages, err := filepath.Glob("../../testdata/sites/*.html")
	if err != nil || len(pages) < 12 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for _, name := range pages {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".html"), func(t *testing.T) {
			want, err := os.ReadFile(strings.TrimSuffix(name, "html") + "want")
			if err != nil {
				t.Fatal(err)
			}
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			x := readBytes(t, name, raw)
			compare(t, properties(x)+render(x), string(want))
		})
	}
}

// properties are what a page says of itself, a line each.
func properties(x *Text) string {
	var b strings.Builder
	for _, p := range [][2]string{{"title", x.Meta.Title}, {"by", strings.Join(x.Meta.Authors, ", ")}, {"published", x.Meta.Published}, {"publication", x.Meta.Publication}} {
		if p[1] != "" {
			b.WriteString(p[0] + ": " + p[1] + "\n")
		}
	}
	for _, n := range x.Notices {
		b.WriteString("notice: " + n + "\n")
	}
	return b.String()
}
