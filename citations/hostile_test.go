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

// Every name behind a cue was compared with all that its sentence had named before.
func TestSentenceOfCues(t *testing.T) {
	raw := []byte(strings.Repeat("according to Reuters according to the BBC ", 5_000))
	d := Parse(must(text.Parse("x.txt", raw, text.Options{})), Options{})
	n, end := 0, 0
	for i := range d.Articles {
		for k := range d.Articles[i].Citations {
			c := &d.Articles[i].Citations[k]
			if n++; c.Range.Start < end {
				t.Fatalf("citation %d at %d begins inside the one before", k, c.Range.Start)
			}
			end = c.Range.End
		}
	}
	if n != 10_000 {
		t.Errorf("%d sources, want 10000", n)
	}
}

// Every link was compared with all citations of its article.
func TestArticleOfLinks(t *testing.T) {
	const n = 5_000
	raw := []byte(strings.Repeat("It was [Reuters, May 3, 2020](https://news.example/a) so, and [so](https://news.example/b).\n\n", n))
	d := Parse(must(text.Parse("x.md", raw, text.Options{})), Options{})
	urls := map[string]int{}
	for i := range d.Articles {
		for k := range d.Articles[i].Citations {
			urls[d.Articles[i].Citations[k].URL]++
		}
	}
	if urls["https://news.example/a"] != n || urls["https://news.example/b"] != n || len(urls) != 2 {
		t.Errorf("addresses of citations: %v", urls)
	}
}

// The days of one bracket were counted in a byte: 256 of them ended the program.
func TestBracketOfDays(t *testing.T) {
	const n = 280
	raw := []byte("It rained all of that May (Reuters" + strings.Repeat(", 7 May", n) + ").\n")
	d := Parse(must(text.Parse("x.txt", raw, text.Options{})), Options{})
	if got := len(d.Articles[0].Citations); got != n {
		t.Errorf("%d citations, want %d", got, n)
	}
}
