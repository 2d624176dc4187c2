package text

import (
	"math/rand/v2"
	"testing"
)

// TestEight holds what is looked at eight bytes at a time to what is looked at one by one.
func TestEight(t *testing.T) {
	alphabets := []string{"ab ", "aZ09-_ .", "<&*_\\|\t \xC2\xE2\xEF\xE1x", "\x00\x1C\x3C\x5C\x7C\x7F\x80\xFF -", "\x01\x20\x21\x09\x08\x0A"}
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 40000 {
		s := make([]byte, r.IntN(150))
		letters := alphabets[n%len(alphabets)]
		for i := range s {
			s[i] = letters[r.IntN(len(letters))]
			if n%7 == 0 {
				s[i] = byte(r.IntN(256))
			}
		}
		b := &builder{src: s}
		to, from := len(s), r.IntN(len(s)+1)
		want := from
		for want < to && !stops(s, want) {
			want++
		}
		if got := b.plainTo(from, to); got != want {
			t.Fatalf("plainTo(%q, %d) = %d, want %d", s, from, got, want)
		}
		var bits uint64
		for i, c := range s[from:min(to, from+64)] {
			if hyphenedBytes[c] {
				bits |= 1 << i
			}
		}
		if got := wordBits(s, from); got != bits {
			t.Fatalf("wordBits(%q, %d) = %b, want %b", s, from, got, bits)
		}
	}
}

// TestSeek finds the words that stand whole, hyphens at their ends aside, wherever they lie.
func TestSeek(t *testing.T) {
	for lead := range 140 {
		src := make([]byte, lead)
		for i := range src {
			src[i] = ' '
		}
		src = append(src, "--Plantation, well-\nknown re-\ngion, plan-\ntation Region"...)
		l := newLexicon(src)
		for word, whole := range map[string]bool{"plantation": true, "region": true, "wellknown": false, "well-known": false} {
			if l.has([]byte(word)) != whole {
				t.Errorf("behind %d blanks %q is whole: %t", lead, word, !whole)
			}
		}
	}
}
