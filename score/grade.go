package score

import "slices"

// Credibility is the digit of the Admiralty code (NATO AJP-2.1; US FM 2-22.3, Appendix B): the first line of the table that
// fits. 6 means that no source is given, not that the claim is false.
func Credibility(n *Counts) int {
	switch {
	case n.Differs > 0 && n.Corroboration == 0:
		return 5
	case n.Differs > 0:
		return 4
	case n.Read >= 2:
		return 1
	case n.Corroboration >= 2:
		return 2
	case n.Corroboration == 1:
		return 3
	case n.Citations > 0:
		return 4
	}
	return 6
}

// SayCredibility says in words what the digit rests on.
func SayCredibility(n *Counts) string {
	switch Credibility(n) {
	case 1:
		return "carried by two sources read"
	case 2:
		return "two sources, not all read"
	case 3:
		return "one source"
	case 5:
		return "contradicted"
	case 6:
		return "no source"
	}
	if n.Differs > 0 {
		return "contradicted by one source"
	}
	return "weak: no standing source (own, not found, gone, or before the event)"
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
