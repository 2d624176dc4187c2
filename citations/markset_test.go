package citations

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestMarkSet holds the set to the functions of package strings that it stands for, over texts made of its signs and others.
func TestMarkSet(t *testing.T) {
	const list = ",. \u00A0–—»”\"’"
	m, letters := marks(list), []rune(list+"ab«éж“х、")
	r := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		var b strings.Builder
		for range r.IntN(8) {
			b.WriteRune(letters[r.IntN(len(letters))])
		}
		s := b.String()
		if m.index(s) != strings.IndexAny(s, list) || m.in(s) != strings.ContainsAny(s, list) || m.lastIn(s) != strings.LastIndexAny(s, list) || m.trimRight(s) != strings.TrimRight(s, list) {
			t.Errorf("%q: %d, %d, %q", s, m.index(s), m.lastIn(s), m.trimRight(s))
		}
	}
}
