package citations

import (
	"strings"
	"testing"

	"example.org/verify/citations/text"
)

// Every name of a biography was followed by a look at all the words behind it: this took minutes where it takes a moment.
func TestLongBiography(t *testing.T) {
	raw := []byte("A Title of a Piece\n\n" + strings.Repeat("John Smith is a writer. ", 20_000))
	d := Parse(must(text.Parse("x.txt", raw, text.Options{})), Options{})
	for i := range d.Articles {
		if n := len(d.Articles[i].Authors); n > mostAuthors+1 {
			t.Errorf("%d authors", n)
		}
	}
}
