package ledger

import (
	"slices"
	"strings"
	"unicode"
)

// What makes two claims similar: design/scoring.md, "Similar claims elsewhere".
const (
	minWords  = 8  // distinct content words that both must have
	minLike   = .6 // Jaccard
	bands     = 20 // of bandRows values each: pairs with Jaccard .6 meet in one of the bands in 80 % of cases, of .8 in all but 1 of 2000
	bandRows  = 5
	maxBucket = 200 // claims that meet in a band; more are a formula, not a likeness
)

// gist is a claim reduced to what is compared. The zero gist is like nothing.
type gist struct {
	words    []uint64 // hashes of the distinct content words, stemmed, ascending
	names    []string // distinct capitalised words that do not begin the claim, ascending
	numbers  []string // all numbers, ascending
	negative int      // negations
}

// gistOf reads a claim.
func gistOf(text string) gist {
	var g gist
	tokens := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '\'' && r != '’' && !unicode.IsMark(r)
	})
	for i, token := range tokens {
		word := strings.ToLower(strings.Trim(token, "'’"))
		switch {
		case word == "" || stopWords[word]:
			continue
		case negations[word] || strings.HasSuffix(word, "n't") || strings.HasSuffix(word, "n’t"):
			g.negative++
			continue
		case numerals[word] != "":
			word = numerals[word]
		}
		if word[0] >= '0' && word[0] <= '9' {
			g.numbers = append(g.numbers, word)
		} else if first := []rune(token)[0]; i > 0 && unicode.IsUpper(first) {
			g.names = append(g.names, word)
		}
		g.words = append(g.words, hashOf(stem(word)))
	}
	slices.Sort(g.words)
	slices.Sort(g.names)
	slices.Sort(g.numbers)
	g.words, g.names = slices.Compact(g.words), slices.Compact(g.names)
	return g
}

// enough reports whether the claim has words enough to be compared.
func (g *gist) enough() bool { return len(g.words) >= minWords }

// likeness is the Jaccard index of the words of two similar claims, 0 for two that are not similar.
func (g *gist) likeness(h *gist) float64 {
	if !g.enough() || !h.enough() || g.negative != h.negative || !slices.Equal(g.numbers, h.numbers) {
		return 0
	}
	if n := common(g.names, h.names); n < min(len(g.names), len(h.names)) {
		return 0
	}
	both := common(g.words, h.words)
	j := float64(both) / float64(len(g.words)+len(h.words)-both)
	if j < minLike {
		return 0
	}
	return j
}

// common counts what two ascending lists share.
func common[T string | uint64](a, b []T) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// bands are the hashes under which a claim is found, each with its band's number mixed in (A. Broder, On the resemblance and containment of documents, 1997; banded as in
// Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, chapter 3).
func (g *gist) bands() (hashes [bands]uint32) {
	for b := range hashes {
		h := uint64(b) + 1
		for r := range bandRows {
			seed := mix(uint64(b*bandRows+r) + 1)
			low := ^uint64(0)
			for _, w := range g.words {
				low = min(low, mix(w^seed))
			}
			h = mix(h ^ low)
		}
		hashes[b] = uint32(h >> 32)
	}
	return hashes
}

// mix is the finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of x decides about every bit of the result.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// hashOf is FNV-1a, 64 bits: the same on every machine, since bands are kept.
func hashOf(word string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * 1099511628211
	}
	return h
}

// stem cuts what inflects a word, lightly and without regard to the language: plural and possessive s, -ed, -ing.
func stem(word string) string {
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
	for _, end := range [...]string{"ing", "ed", "es", "s"} {
		if s, ok := strings.CutSuffix(word, end); ok && len(s) >= 4 && !strings.HasSuffix(s, "s") {
			return strings.TrimSuffix(s, "e")
		}
	}
	return strings.TrimSuffix(word, "e")
}

// setOf is a set of words parted by blanks.
func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// stopWords carry no content, in the languages of the registry's largest presses.
var stopWords = setOf(`a about after all also an and any are as at be been before being between both but by can could did do does during
each for from had has have he her his how i if in into is it its may more most of on only or other our over own said say says she should
since so some such than that the their them then there these they this those through to under until up was we were what when where which
while who will with would you your
au aux avec ce ces cette dans de des du elle en est et il ils la le les leur lui mais ou par pour qui que sa se ses son sont sur un une
aber als am an auf aus bei bis das dass dem den der des die ein eine einem einen einer er es für hat im ist mit nach sich sie sind und
von war wie wird zu zum zur
al como con del el ella ellos entre era es esta este fue ha han la las lo los más para pero por se ser su sus un una y`)

// negations are counted and must be equal.
var negations = setOf(`no not never none nobody nothing neither nor without ne pas jamais aucun sans nicht kein keine keinen nie ohne ni
nunca ningún sin`)

// numerals are the numbers that are written out.
var numerals = map[string]string{"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
	"nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
	"seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20"}
