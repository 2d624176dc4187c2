package reports

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/score"
)

// ExplainArticle works the figures of one article out, line by line: its claims, the origins of all its citations, the counts, and what only a
// whole article has. trail is that which a was scored with.
func ExplainArticle(w io.Writer, a *score.Analysis, trail *score.Trail, article int, o Options) error {
	if o.Width <= 0 {
		o.Width = 80
	}
	b := bufio.NewWriter(w)
	art, at, figures := &a.Document.Articles[article], &trail.Articles[article], &a.Articles[article].Figures
	all := make([]int, len(art.Citations))
	for i := range all {
		all[i] = i
	}
	x := &articleExplainer{figures: figures, article: article, claims: a.Articles[article].Claims}
	x.explainer = explainer{terminal: terminal{w: b, Options: o}, art: art, trail: at, // as if all citations were given for one claim
		claim: &citations.Claim{Citations: all}, score: &score.Claim{Counts: figures.Counts, Origins: at.Origins}}
	x.line(bold, fmt.Sprintf("%s:%d, article %s", Visible(a.Document.Text.Name), a.Document.Text.Position(art.Span.Start).Line, citations.ArticleID(article)))
	x.say("", Visible(firstOf(art.Title, "(no title)")))
	for _, part := range []func(){x.sourced, x.origins, x.counts, x.kinds, x.concentration} {
		part()
	}
	x.head("In words")
	for _, reason := range figures.Because {
		x.say("- ", Visible(reason))
	}
	return b.Flush()
}

type articleExplainer struct {
	explainer
	figures *score.Figures
	article int
	claims  []score.Claim
}

// sourced lists the checkable claims, and which of them are sourced.
func (x *articleExplainer) sourced() {
	f := x.figures
	x.head("Checkable claims")
	x.counted("checkable", f.Checkworthy, x.which(func(i int) bool { return true }))
	x.counted("sourced", f.Sourced, x.which(func(i int) bool {
		c := &x.art.Claims[i]
		return len(c.Citations)+len(c.CoveredBy)+len(c.Orphan) > 0
	}))
	x.counted("with two origins or more", f.TwoOrigins, x.which(func(i int) bool { return x.claims[i].Counts.Origins >= 2 }))
	if share, ok := f.Coverage(); ok {
		x.say("", fmt.Sprintf("%d / %d = %.0f %% are sourced", f.Sourced, f.Checkworthy, 100*share))
	} else {
		x.say("", fmt.Sprintf("no share is given below %d checkable claims", score.MinSentences))
	}
}

// which are the checkable claims for which is holds.
func (x *articleExplainer) which(is func(i int) bool) []string {
	var ids []string
	for i := range x.art.Claims {
		if x.art.Claims[i].Checkworthy() && is(i) {
			ids = append(ids, citations.ClaimID(x.article, i))
		}
	}
	return ids
}

// kinds says what is counted by citation.
func (x *articleExplainer) kinds() {
	f := x.figures
	x.counted("state-controlled", f.StateControlled, x.names(func(k *score.Cited) bool { return k.Counted && k.Source.Controlled() }))
	x.counted("outlets that the registry does not know", f.UnknownOutlets, x.names(func(k *score.Cited) bool { return k.Counted && k.Source.Outlet && !k.Source.Known }))
	x.counted("sought", f.Sought, nil)
	x.counted("carried", f.Carried, nil)
}

// tally is how often each counted outlet is cited.
type tally struct {
	id, name string
	n        int
}

// outlets are the counted outlets, most cited first.
func (x *articleExplainer) outlets() (all []tally, total int) {
	x.each(func(k *score.Cited) {
		total++
		for i := range all {
			if all[i].id == k.Source.ID {
				all[i].n++
				return
			}
		}
		all = append(all, tally{k.Source.ID, k.Source.Name, 1})
	})
	slices.SortStableFunc(all, func(a, b tally) int { return cmp.Or(b.n-a.n, cmp.Compare(a.id, b.id)) })
	return all, total
}

// concentration writes out what is given from ten counted citations on.
func (x *articleExplainer) concentration() {
	f := x.figures
	x.head("Shares and concentration")
	all, total := x.outlets()
	if f.Concentration == nil {
		x.say("", fmt.Sprintf("none is given below %d counted citations; %d are counted", score.MinCitations, total))
		return
	}
	var terms []string
	pairs := 0
	for _, o := range all {
		x.say("", Visible(fmt.Sprintf("%s: %d of %d", o.name, o.n, total)))
		pairs += o.n * (o.n - 1)
		if o.n > 1 {
			terms = append(terms, fmt.Sprintf("%d·%d", o.n, o.n-1))
		}
	}
	x.say("", fmt.Sprintf("concentration %.2f = Σ n(n − 1) / N(N − 1) = (%s) / (%d·%d) = %d / %d", *f.Concentration, firstOf(strings.Join(terms, " + "), "0"),
		total, total-1, pairs, total*(total-1)))
	if f.LargestOwner != nil {
		x.say("", Visible(fmt.Sprintf("largest owner %s: %d of %d", f.LargestOwner.ID, f.LargestOwner.N, f.LargestOwner.Of)))
	}
	x.say("", fmt.Sprintf("effective sources %.2f: the diversity with ties; citations of one origin count as one source, origins that one state controls as half", *f.EffectiveSources))
}
