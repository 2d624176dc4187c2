package citations_test

import (
	"os"
	"path/filepath"
	"testing"
)

// counts is what is counted of a document in all its articles.
type counts struct{ citations, notes, markers int }

// extra is what a format gives beyond plain text, and why.
var extra = map[string]counts{
	"harbour": {citations: 1}, // a link in the text, whose address plain text does not hold
}

// TestCountsOverFormats holds that each of the six articles gives as many citations, notes and markers in every format as in plain text. With -v it
// prints the table.
func TestCountsOverFormats(t *testing.T) {
	files := []string{"article.md", "article.html", "article.docx", "article.odt", "libreoffice.docx", "chromium.pdf", "libreoffice.pdf"}
	for _, name := range documents {
		folder := filepath.Join("../testdata/documents", name)
		plain := count(t, filepath.Join(folder, "article.txt"))
		t.Logf("%-9s %-17s %+v", name, "article.txt", plain)
		want := counts{plain.citations + extra[name].citations, plain.notes + extra[name].notes, plain.markers + extra[name].markers}
		for _, file := range files {
			path := filepath.Join(folder, file)
			if _, err := os.Stat(path); os.IsNotExist(err) && file == "libreoffice.docx" {
				continue
			}
			got := count(t, path)
			t.Logf("%-9s %-17s %+v", name, file, got)
			if got != want {
				t.Errorf("%s/%s: %+v, want %+v", name, file, got, want)
			}
		}
	}
}

func count(t *testing.T, path string) (n counts) {
	t.Helper()
	doc := parseFile(t, path)
	for i := range doc.Articles {
		a := &doc.Articles[i]
		n.citations += len(a.Citations)
		n.notes += len(a.Notes)
		n.markers += len(a.Markers)
	}
	return n
}
