package reports

import (
	"fmt"
	"slices"
	"strings"

	"example.org/verify/score"
)

// marks works out the two marks of the grade.
func (x *explainer) marks() {
	x.head("Grade " + firstOf(x.score.Grade, "(none printed: no ratings are loaded and no page was sought)"))
	x.say("", fmt.Sprintf("reliability %s: %s", x.score.Reliability, x.rating()))
	for _, o := range x.best() {
		x.say("  ", Visible(fmt.Sprintf("origin %d: %s, as %s", o.number, o.letter, o.name)))
	}
	x.say("", fmt.Sprintf("credibility %d: %s; the first line that fits", x.score.Credibility, score.SayCredibility(&x.score.Counts)))
	x.digit()
}

// rating says whose the letter is.
func (x *explainer) rating() string {
	r := x.score.Rating
	if r.Letter == "" {
		return "no standing source is rated; F is not unreliable"
	}
	said := "the best standing origin's, rated by " + firstOf(Visible(r.By), "the desk")
	if r.On != "" {
		said += ", " + Visible(r.On)
	}
	return said
}

// digit prints the table down to the line that fits.
func (x *explainer) digit() {
	n := &x.score.Counts
	for i := range score.DigitTable {
		line := &score.DigitTable[i]
		if line.Fits(n) {
			x.say("  ", fmt.Sprintf("%s: yes, %d", line.Test, line.Digit))
			x.say("    ", fmt.Sprintf("citations %d, standing %d, read %d, differing %d", n.Citations, n.Corroboration, n.Read, n.Differs))
			return
		}
		x.say("  ", line.Test+": no")
	}
}

// standingOrigin is an origin that stands, with its best letter and who has it.
type standingOrigin struct {
	number int // from 1
	letter string
	name   string
	weight float64
}

// best lists the standing origins in their order.
func (x *explainer) best() []standingOrigin {
	var all []standingOrigin
	for n := range x.score.Origins {
		best := standingOrigin{number: n + 1}
		for _, i := range x.score.Origins[n].Citations {
			if k := &x.trail.Cited[i]; k.Standing && (best.letter == "" || k.Letter < best.letter) {
				best.letter, best.name = k.Letter, k.Source.Name
			}
		}
		if best.letter != "" {
			best.weight = weight(x.weights, best.letter)
			all = append(all, best)
		}
	}
	return all
}

// points writes out what is computed: 100 · (1 − Π(1 − w)) over the best three standing origins.
func (x *explainer) points() {
	all := x.best()
	x.head(fmt.Sprintf("Points %d, for sorting only", x.score.Points))
	if len(all) == 0 {
		x.say("", "no standing origin adds any")
		return
	}
	slices.SortStableFunc(all, func(a, b standingOrigin) int { return int(1000*b.weight) - int(1000*a.weight) })
	var factors []string
	doubt := 1.0
	for i, o := range all {
		if i == 3 {
			x.say("", fmt.Sprintf("%s more add nothing: three are counted", count(len(all)-3, "origin")))
			break
		}
		x.say("", fmt.Sprintf("origin %d: letter %s, weight %.2f, leaves 1 − %.2f = %.2f of the doubt", o.number, o.letter, o.weight, o.weight, 1-o.weight))
		factors = append(factors, fmt.Sprintf("%.2f", 1-o.weight))
		doubt *= 1 - o.weight
	}
	x.say("", fmt.Sprintf("100 · (1 − %s) = %.2f, rounded %d", strings.Join(factors, " · "), 100*(1-doubt), x.score.Points))
}

func weight(w score.Weights, letter string) float64 {
	if w == (score.Weights{}) {
		w = score.DefaultWeights
	}
	return map[string]float64{"A": w.A, "B": w.B, "C": w.C, "D": w.D, "E": w.E, "F": w.F}[letter]
}
