package citations

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"example.org/verify/citations/text"
)

// hostileTexts make texts of n bytes that ask for more work than an article does; "plain" is the article to compare them with.
var hostileTexts = []struct {
	name string
	make func(testing.TB, int) string
}{
	{"plain", func(b testing.TB, n int) string { return over(string(corpus(b)), n) }},
	{"random ASCII", noise(printable())},
	{"random brackets", noise("()[];, 12aB")},
	{"open with a date", repeated("(Reuters, May 3 ")},
	{"open square", repeated("[")},
	{"open square, words", repeated("[Reuters 5 ")},
	{"open round", repeated("(")},
	{"open full-width", repeated("（2")},
	{"open before stops", repeated("(a. 1 b. 2 ")},
	{"homoglyphs", repeated("They said so (Rеuters, Мay 3, 2020). ")},
	{"code spans", repeated("`x (Reuters, May 3, 2020)` and so on (Reuters, May 3, 2020). ")},
	{"ibid.", func(_ testing.TB, n int) string { return ibids(n) }},
	{"dash tails", repeated("They came. – ABC News, March 1\n\n")},
	{"links", repeated("It was [Reuters, May 3, 2020](https://news.example/a) so. ")},
	{"cues", repeated("according to Reuters according to the BBC ")},
	{"semicolons", repeated("(A 1; B 2; C 3; D 4; ")},
	{"dates", repeated("May 3, 2020, 4 June 2021; ")},
	{"nested, closed", repeated(strings.Repeat("(1 ", 300) + strings.Repeat(")", 300) + " ")},
	{"nested", func(_ testing.TB, n int) string { return strings.Repeat("(", n/2) + strings.Repeat(")", n/2) }},
}

func repeated(s string) func(testing.TB, int) string {
	return func(_ testing.TB, n int) string { return over(s, n) }
}

// over repeats s to n bytes, give or take one s.
func over(s string, n int) string { return strings.Repeat(s, n/len(s)+1) }

// noise is made of the bytes of an alphabet at random, the same on each run.
func noise(alphabet string) func(testing.TB, int) string {
	return func(_ testing.TB, n int) string {
		r := rand.New(rand.NewPCG(1, 2))
		out := make([]byte, n)
		for i := range out {
			out[i] = alphabet[r.IntN(len(alphabet))]
		}
		return string(out)
	}
}

// printable are the printable characters of ASCII.
func printable() string {
	var b strings.Builder
	for c := byte(' '); c <= '~'; c++ {
		b.WriteByte(c)
	}
	return b.String()
}

// ibids is an article with a chain of notes, all of which lean on the first.
func ibids(n int) string {
	var said, notes strings.Builder
	notes.WriteString("\n\nNotes\n\n1. “A Piece,” Reuters, May 3, 2020.\n")
	for i := 1; said.Len()+notes.Len() < n; i++ {
		fmt.Fprintf(&said, "It was so.[%d] ", i)
		fmt.Fprintf(&notes, "%d. Ibid.\n", i+1)
	}
	return said.String() + notes.String()
}

// BenchmarkHostile is BenchmarkDocument on hostile texts of growing size, in Markdown, since that has most signs. No text may cost more than three times what plain text of its
// size costs, and twice the text no more than about twice the time.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostileTexts {
		for _, kb := range []int{125, 250, 500} {
			b.Run(fmt.Sprintf("%s/%dKB", h.name, kb), func(b *testing.B) {
				raw := []byte(h.make(b, kb<<10))
				b.SetBytes(int64(len(raw)))
				b.ReportAllocs()
				for b.Loop() {
					Parse(must(text.Parse("x.md", raw, text.Options{})), Options{})
				}
			})
		}
	}
}
