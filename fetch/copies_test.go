package fetch

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// prose makes n words, the same from one seed.
func prose(seed uint64, n int) []string {
	r := rand.New(rand.NewPCG(seed, 1))
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", r.IntN(5000))
	}
	return words
}

func TestShingles(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Ships resumed unloading at noon.", "SHIPS, resumed: unloading – at “noon”", true},
		{"Ships resumed unloading at noon.", "Ships resumed unloading at night.", false},
		{"one two three four", "five six seven", true}, // neither has any
		{"利比亚南部城市", "利比亚 南部 城市", true},
	} {
		if got := slices.Equal(Shingles(c.a), Shingles(c.b)); got != c.same {
			t.Errorf("%q, %q: the same %v", c.a, c.b, got)
		}
	}
	if n := len(Shingles(strings.Join(prose(1, 60), " "))); n != 56 {
		t.Errorf("60 words have %d shingles", n)
	}
}

func TestNearCopies(t *testing.T) {
	wire := prose(1, 300)
	page := func(parts ...[]string) []uint32 { return Shingles(strings.Join(slices.Concat(parts...), " ")) }
	for name, c := range map[string]struct {
		pages [][]uint32
		want  []Pair
	}{
		"one text in two frames": {[][]uint32{page(prose(2, 90), wire), page(prose(3, 80)), page(wire, prose(4, 30))}, []Pair{{0, 2, .91}}},
		"a part of a long one":   {[][]uint32{page(prose(5, 2000), wire, prose(6, 2000)), page(wire)}, []Pair{{0, 1, 1}}},
		"less than half":         {[][]uint32{page(wire[:140], prose(7, 200)), page(wire[:140], prose(8, 200))}, nil},
		"a flash":                {[][]uint32{page(wire[:50]), page(wire[:50])}, nil},
		"not read":               {[][]uint32{nil, page(wire), nil}, nil},
	} {
		if got := NearCopies(c.pages); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}

// TestNearCopiesOfManyPages holds that all pages of one text are joined, by pairs that grow with their number and not with its square.
func TestNearCopiesOfManyPages(t *testing.T) {
	wire := prose(1, 400)
	pages := make([][]uint32, 500)
	for i := range pages {
		pages[i] = Shingles(strings.Join(slices.Concat(prose(uint64(i+10), 60), wire), " "))
	}
	pairs := NearCopies(pages)
	joined := map[int]bool{0: true}
	for _, p := range pairs {
		if joined[p.A] {
			joined[p.B] = true
		}
	}
	if len(joined) != len(pages) || len(pairs) > mates*len(pages) {
		t.Errorf("%d of %d pages are joined, by %d pairs", len(joined), len(pages), len(pairs))
	}
}

func BenchmarkShingles(b *testing.B) {
	text := strings.Join(prose(1, 1700), " ")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Shingles(text)
	}
}
