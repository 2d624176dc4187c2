package reports

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/score"
)

// ExplainClaim works the score of one claim out, line by line: its sources and how they were read, the origins that they make, the counts,
// both marks and the points. trail and weights are those that a was scored with.
func ExplainClaim(w io.Writer, a *score.Analysis, trail *score.Trail, weights score.Weights, article, claim int, o Options) error {
	if o.Width <= 0 {
		o.Width = 80
	}
	b := bufio.NewWriter(w)
	x := &explainer{terminal: terminal{w: b, Options: o}, art: &a.Document.Articles[article], trail: &trail.Articles[article],
		claim: &a.Document.Articles[article].Claims[claim], score: &a.Articles[article].Claims[claim], weights: weights}
	line := a.Document.Text.Position(x.claim.Span.Start).Line
	x.line(bold, fmt.Sprintf("%s:%d, claim %s", Visible(a.Document.Text.Name), line, citations.ClaimID(article, claim)))
	x.say("", Visible(x.claim.Text))
	for _, part := range []func(){x.sources, x.origins, x.counts, x.marks, x.points, x.because} {
		part()
	}
	return b.Flush()
}

type explainer struct {
	terminal
	art     *citations.Article
	trail   *score.ArticleTrail
	claim   *citations.Claim
	score   *score.Claim
	weights score.Weights
}

func (x *explainer) head(s string) {
	x.line("", "")
	x.line(bold, s)
}

// say prints a line under a heading, behind a sign or a number.
func (x *explainer) say(sign, s string) { x.lines("", "  "+sign, strings.Repeat(" ", len(sign)), s) }

func (x *explainer) sources() {
	x.head("Sources")
	if len(x.claim.Citations) == 0 {
		x.say("", "none is given")
	}
	for _, i := range x.claim.Citations {
		c, k := &x.art.Citations[i], &x.trail.Cited[i]
		x.say("- ", Visible(source(x.art, c)))
		if o := c.Outlet; o != nil {
			x.say("  ", fmt.Sprintf("outlet: printed %q, %s, confidence %g: %s", Visible(o.Printed), o.How, o.Confidence, Visible(o.Why)))
		}
		if d := c.Date; d != nil {
			x.say("  ", strings.TrimSuffix(fmt.Sprintf("date: printed %q, year %s: %s", Visible(d.Printed), d.Year, Visible(d.Why)), ": "))
		}
		x.say("  ", standing(k))
	}
}

// standing says what a citation does for the claim.
func standing(k *score.Cited) string {
	switch {
	case k.Own:
		return "the publication's own: not counted"
	case k.Role == citations.Via:
		return "whom a source is said to quote: not counted"
	case !k.Counted:
		return "nobody is named: not counted"
	case k.Why != "":
		return "does not stand: " + Visible(k.Why)
	}
	return "stands, letter " + k.Letter
}

func (x *explainer) origins() {
	if len(x.score.Origins) == 0 {
		return
	}
	x.head("Origins: sources that a tie joins are one")
	for n := range x.score.Origins {
		o := &x.score.Origins[n]
		names := make([]string, len(o.Citations))
		for i, k := range o.Citations {
			names[i] = sourceName(&x.art.Citations[k])
		}
		line := strings.Join(names, " + ")
		if o.Tie != "" {
			line += " (" + o.Tie + ")"
		}
		if o.Standing {
			line += ": stands"
		} else {
			line += ": does not stand: " + o.Why
		}
		x.say(fmt.Sprintf("%d  ", n+1), Visible(line))
	}
}

func (x *explainer) counts() {
	n := &x.score.Counts
	x.head("Counts")
	x.say("", fmt.Sprintf("citations %d, of them the publication's own %d", n.Citations, n.Own))
	x.say("", fmt.Sprintf("outlets %d, countries %d, languages %d; owner known for %d of %d, distinct owners %d", n.Outlets, n.Countries, n.Languages, n.OwnersKnown, n.Outlets, n.Owners))
	x.say("", fmt.Sprintf("origins %d, standing (corroboration) %d, read %d, differing %d", n.Origins, n.Corroboration, n.Read, n.Differs))
	x.say("", fmt.Sprintf("diversity %.2f: as many outlets, cited equally often, would be as diverse", n.Diversity))
	if n.LagKnown {
		x.say("", fmt.Sprintf("lag %d days from source to publication, the lower median", n.Lag))
	}
}

func (x *explainer) marks() {
	x.head("Grade " + firstOf(x.score.Grade, "(none printed: no ratings are loaded and no page was sought)"))
	rating := "no rating of a standing source is loaded"
	if r := x.score.Rating; r.Letter != "" {
		rating = "rated by " + firstOf(Visible(r.By), "the desk")
	}
	x.say("", fmt.Sprintf("reliability %s: %s", x.score.Reliability, rating))
	x.say("", fmt.Sprintf("credibility %d: %s", x.score.Credibility, score.SayCredibility(&x.score.Counts)))
}

// points writes out what is computed: 100 · (1 − Π(1 − w)) over the best three standing origins.
func (x *explainer) points() {
	letters := x.letters()
	letters = letters[:min(3, len(letters))]
	x.head(fmt.Sprintf("Points %d, for sorting only", x.score.Points))
	if len(letters) == 0 {
		x.say("", "no standing origin adds any")
		return
	}
	var factors, whose []string
	for _, l := range letters {
		w := weight(x.weights, l)
		factors = append(factors, fmt.Sprintf("(1 − %.2f)", w))
		whose = append(whose, fmt.Sprintf("%s %.2f", l, w))
	}
	x.say("", fmt.Sprintf("100 · (1 − %s) = %d; weights by letter: %s", strings.Join(factors, " · "), x.score.Points, strings.Join(whose, ", ")))
}

// letters are the best letter of each standing origin, that with the largest weight first.
func (x *explainer) letters() []string {
	var letters []string
	for n := range x.score.Origins {
		best := ""
		for _, k := range x.score.Origins[n].Citations {
			if c := &x.trail.Cited[k]; c.Standing && (best == "" || c.Letter < best) {
				best = c.Letter
			}
		}
		if best != "" {
			letters = append(letters, best)
		}
	}
	slices.SortStableFunc(letters, func(a, b string) int {
		return int(1000*weight(x.weights, b)) - int(1000*weight(x.weights, a))
	})
	return letters
}

func weight(w score.Weights, letter string) float64 {
	if w == (score.Weights{}) {
		w = score.DefaultWeights
	}
	return map[string]float64{"A": w.A, "B": w.B, "C": w.C, "D": w.D, "E": w.E, "F": w.F}[letter]
}

func (x *explainer) because() {
	x.head("In words")
	for _, reason := range x.score.Because {
		x.say("- ", Visible(reason))
	}
}
