package reports

import (
	"bufio"
	"fmt"
	"io"
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
	x := &explainer{terminal: terminal{w: b, Options: o}, art: &a.Document.Articles[article], trail: trail.Articles[article].For(claim, a.Document.Articles[article].Claims[claim].Citations),
		answer: func(k int) *score.Answer { return a.AnswerTo(article, claim, k) }, claim: &a.Document.Articles[article].Claims[claim], score: &a.Articles[article].Claims[claim], weights: weights}
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
	answer  func(citation int) *score.Answer // what it came to for the claim, nil where nobody asked
	score   *score.Claim
	weights score.Weights
}

func (x *explainer) head(s string) {
	x.line("", "")
	x.line(bold, s)
}

// say prints a line under a heading, behind a sign or a number; where it is wrapped, the rest stands under its beginning.
func (x *explainer) say(sign, s string) {
	for _, l := range wrap(s, x.Width-2-columns(sign)) {
		x.line("", strings.TrimRight("  "+sign+l, " "))
		sign = strings.Repeat(" ", columns(sign))
	}
}

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
		if a := x.answer(i); a != nil && a.Evidence.Sought() {
			x.evidence(a)
		}
		x.say("  ", standing(k))
	}
}

// evidence says what a citation came to when it was looked up, and by which requests.
func (x *explainer) evidence(a *score.Answer) {
	f := newFound(x.art, a)
	x.say("  ", Visible("looked up: "+f.verdict+": "+a.Evidence.Why))
	if a.Evidence.Page != "" {
		x.say("  ", Visible("page: "+a.Evidence.Page))
	}
	if f.passage != "" {
		x.say("  ", Visible("passage: “"+f.passage+"”"))
	}
	for _, note := range f.notes {
		x.say("  ", Visible(note))
	}
	for _, r := range a.Evidence.Resolvers {
		if r.Why != "" {
			x.say("  ", Visible(r.Name+": "+r.Why))
		}
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

func (x *explainer) because() {
	x.head("In words")
	for _, reason := range x.score.Because {
		x.say("- ", Visible(reason))
	}
}
