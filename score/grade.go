package score

import "slices"

// DigitLine is a line of the table that the digit is read from: the first that fits counts.
type DigitLine struct {
	Digit int
	Test  string // "standing ≥ 2"
	Words string // what it is said as
	fits  func(*Counts) bool
}

// Fits reports whether the line's test holds.
func (l *DigitLine) Fits(n *Counts) bool { return l.fits(n) }

// DigitTable is the table of the Admiralty code's digits (NATO AJP-2.1; US FM 2-22.3, Appendix B), as design/scoring.md has it. Its last line always
// fits. 6 means that no source is given, not that the claim is false.
var DigitTable = []DigitLine{
	{5, "differing > 0 and standing = 0", "contradicted", func(n *Counts) bool { return n.Differs > 0 && n.Corroboration == 0 }},
	{4, "differing > 0", "contradicted by one source", func(n *Counts) bool { return n.Differs > 0 }},
	{1, "read ≥ 2", "carried by two sources read", func(n *Counts) bool { return n.Read >= 2 }},
	{2, "standing ≥ 2", "two sources, not all read", func(n *Counts) bool { return n.Corroboration >= 2 }},
	{3, "standing = 1", "one source", func(n *Counts) bool { return n.Corroboration == 1 }},
	{4, "citations > 0", "weak: no standing source (own, not found, gone, or before the event)", func(n *Counts) bool { return n.Citations > 0 }},
	{6, "otherwise", "no source", func(*Counts) bool { return true }},
}

// Credibility is the digit: that of the first line of DigitTable that fits.
func Credibility(n *Counts) int { return digitLine(n).Digit }

// SayCredibility says in words what the digit rests on.
func SayCredibility(n *Counts) string { return digitLine(n).Words }

func digitLine(n *Counts) *DigitLine {
	for i := range DigitTable {
		if DigitTable[i].fits(n) {
			return &DigitTable[i]
		}
	}
	panic("the last line fits")
}

// letters lists the letter of each standing origin, best first: that of the best of its standing citations.
func (t *ArticleTrail) letters(origins []Origin) []string {
	var letters []string
	for i := range origins {
		if best := t.best(&origins[i]); best >= 0 {
			letters = append(letters, t.Cited[best].Letter)
		}
	}
	slices.Sort(letters)
	return letters
}

// best is the standing citation of an origin with the best letter, the first of several; -1 if none stands.
func (t *ArticleTrail) best(o *Origin) int {
	best := -1
	for _, i := range o.Citations {
		if t.Cited[i].Standing && (best < 0 || t.Cited[i].Letter < t.Cited[best].Letter) {
			best = i
		}
	}
	return best
}

// points is what the best three standing origins leave no doubt about: 100·(1 − Π(1 − w)), half up. It sorts lists, it is no
// probability.
func points(letters []string, w Weights) int {
	weights := make([]float64, len(letters))
	for i, l := range letters {
		weights[i] = w.of(l)
	}
	slices.SortFunc(weights, func(a, b float64) int {
		switch {
		case a > b:
			return -1
		case a < b:
			return 1
		}
		return 0
	})
	doubt := 1.0
	for _, x := range weights[:min(3, len(weights))] {
		doubt *= 1 - x
	}
	return int(100*(1-doubt) + .500001)
}
