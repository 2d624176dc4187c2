package fetch

import (
	"slices"
	"unicode"
)

// What makes two pages near-copies (design/scoring.md, "Origins"): half of the shorter one's shingles of five words, of which it must have
// fifty. A shorter text, a news flash, is alike by chance.
const (
	shingleWords = 5
	minShingles  = 50
	minContained = 0.5
)

// maxShingled is how many words of a text count, and mates how many other pages a page is compared with: where one text stands on very many
// pages, each is compared with the first of them, which is enough to join all.
const (
	maxShingled = 20_000
	mates       = 16
)

// Shingles are the hashes of the runs of five words of a text, ascending, each once; case and punctuation aside. In a script that is written
// without blanks each letter is a word. A text of fewer than five words has none.
func Shingles(text string) []uint32 {
	const prime = 1099511628211 // FNV-1a, 64 bit
	var run [shingleWords]uint64
	var all []uint32
	word, letters, n := uint64(14695981039346656037), 0, 0
	end := func() {
		if letters == 0 || n >= maxShingled {
			return
		}
		run[n%shingleWords] = word
		n++
		word, letters = 14695981039346656037, 0
		if n < shingleWords {
			return
		}
		h := uint64(0)
		for i := range shingleWords {
			h = (h ^ run[(n+i)%shingleWords]) * prime
		}
		all = append(all, uint32(h>>32))
	}
	for _, r := range text {
		switch {
		case r < unicode.MaxLatin1 && latin[r] == 0, r >= unicode.MaxLatin1 && !unicode.IsLetter(r) && !unicode.IsNumber(r) && (letters == 0 || !unicode.IsMark(r)):
			end()
		case r < unicode.MaxLatin1:
			word = (word ^ uint64(latin[r])) * prime
			letters++
		default:
			alone := r >= firstWithoutBlanks && unicode.In(r, withoutBlanks...)
			if alone {
				end()
			}
			word = (word ^ uint64(unicode.ToLower(r))) * prime
			if letters++; alone {
				end()
			}
		}
	}
	end()
	slices.Sort(all)
	return slices.Compact(all)
}

// latin are the small letters and digits of the characters below U+00FF, 0 for all that parts words: most texts have few others.
var latin = func() (t [unicode.MaxLatin1]rune) {
	for r := range rune(unicode.MaxLatin1) {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			t[r] = unicode.ToLower(r)
		}
	}
	return t
}()

// firstWithoutBlanks is below the first letter of a script that parts no words, which is Thai.
const firstWithoutBlanks = 0x0E00

// withoutBlanks are those scripts.
var withoutBlanks = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

// Pair is two pages that are near-copies.
type Pair struct {
	A, B        int     // indices, A < B
	Containment float64 // the share of the shorter one's shingles that the other has, 0.5 to 1
}

// NearCopies finds the pages that are nearly one text, from their Shingles; nil, or too few of them, is a page that is like none. The time
// grows with the number of shingles: a page is compared only with those, sixteen at most, that share most with it. So likeness is told
// in pairs that join all pages of one text, but not each with each where these are more than sixteen. In order of A and B.
func NearCopies(pages [][]uint32) []Pair {
	var pairs []Pair
	holders := map[uint32][]int32{} // of a shingle, the first pages that have it
	shared := make([]int32, len(pages))
	for b, own := range pages {
		if len(own) < minShingles {
			continue
		}
		var met []int32
		for _, h := range own {
			for _, a := range holders[h] {
				if shared[a]++; shared[a] == 1 {
					met = append(met, a)
				}
			}
			if len(holders[h]) < mates {
				holders[h] = append(holders[h], int32(b))
			}
		}
		slices.SortFunc(met, func(x, y int32) int {
			if d := shared[y] - shared[x]; d != 0 {
				return int(d)
			}
			return int(x - y)
		})
		for _, a := range met[:min(len(met), mates)] {
			if c := containment(pages[a], own); c >= minContained {
				pairs = append(pairs, Pair{int(a), b, c})
			}
		}
		for _, a := range met {
			shared[a] = 0
		}
	}
	slices.SortFunc(pairs, func(x, y Pair) int {
		if x.A != y.A {
			return x.A - y.A
		}
		return x.B - y.B
	})
	return pairs
}

// containment is the share of the shorter one's shingles that the longer has, to two decimals, half up.
func containment(a, b []uint32) float64 {
	both, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			both, i, j = both+1, i+1, j+1
		}
	}
	shorter := min(len(a), len(b))
	return float64((200*both+shorter)/(2*shorter)) / 100
}
