package archives

import (
	"cmp"
	"math"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"
)

// stem is how many letters of a word are compared: "strikes" and "strike" are one.
const stem = 6

// rank sorts candidates by how much of the claim their titles and addresses have, rare words first: what all pages of a day have tells
// nothing. Of equals the one of the cited day comes first, then the order of addresses.
func rank(found []Candidate, text string, day time.Time) {
	words := bag(text)
	bags := make([]map[string]bool, len(found))
	frequency := map[string]int{}
	for i := range found {
		bags[i] = bag(found[i].Title + " " + slug(found[i].Original))
		for w := range bags[i] {
			frequency[w]++
		}
	}
	type scored struct {
		c     Candidate
		score float64
	}
	all := make([]scored, len(found))
	for i := range found {
		all[i] = scored{found[i], score(words, bags[i], frequency, len(found))}
	}
	slices.SortStableFunc(all, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(apart(a.c.Day, day), apart(b.c.Day, day)), cmp.Compare(a.c.Original, b.c.Original))
	})
	for i := range all {
		found[i] = all[i].c
	}
}

// score adds up in a set order, so that equal candidates have equal scores to the last bit.
func score(words, have map[string]bool, frequency map[string]int, n int) float64 {
	var hits []float64
	for w := range words {
		if have[w] {
			hits = append(hits, math.Log(1+float64(n)/float64(frequency[w])))
		}
	}
	slices.Sort(hits)
	sum := 0.0
	for _, h := range hits {
		sum += h
	}
	return sum / math.Sqrt(10+float64(len(have)))
}

// apart is how far a day is from the cited one; a day that is not known is far.
func apart(day, cited time.Time) int {
	if day.IsZero() || cited.IsZero() {
		return 99
	}
	d := int(day.Sub(cited).Hours() / 24)
	return max(d, -d)
}

// bag is the words of a text, cut to their stems; short words of letters are left out.
func bag(text string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		letters := []rune(w)
		if len(letters) > 3 || unicode.IsDigit(letters[0]) || letters[0] > 0x2000 {
			all[string(letters[:min(len(letters), stem)])] = true
		}
	}
	return all
}

// slug is the words of an address: its path, unescaped.
func slug(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return u.Path
}
