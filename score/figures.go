package score

import (
	"math"

	"example.org/verify/citations"
)

const (
	// MinCitations is how many counted citations it takes before outlets are ranked or a concentration is given.
	MinCitations = 10
	// MinSentences is how many checkable claims it takes before a share of them is given.
	MinSentences = 10
)

// Coverage is the share of checkworthy claims that are sourced, 0 to 1; ok is false below MinSentences of them.
func (f *Figures) Coverage() (share float64, ok bool) { return f.share(f.Sourced) }

// TwoOriginsShare is the share of checkworthy claims with two origins or more, 0 to 1; ok is false below MinSentences of them.
func (f *Figures) TwoOriginsShare() (share float64, ok bool) { return f.share(f.TwoOrigins) }

func (f *Figures) share(n int) (float64, bool) {
	if f.Checkworthy < MinSentences {
		return 0, false
	}
	return float64(n) / float64(f.Checkworthy), true
}

// figures counts an article as a whole.
func (t *ArticleTrail) figures(art *citations.Article, claims []Counts) Figures {
	all := make([]int, len(t.Cited))
	for i := range all {
		all[i] = i
	}
	f := Figures{Counts: t.counts(all, t.Origins)}
	for c := range art.Claims {
		claim := &art.Claims[c]
		if !claim.Checkworthy() {
			continue
		}
		f.Checkworthy++
		if len(claim.Citations)+len(claim.CoveredBy)+len(claim.Orphan) > 0 {
			f.Sourced++
		}
		if claims[c].Origins >= 2 {
			f.TwoOrigins++
		}
	}
	t.citations(&f)
	return f
}

// citations counts what is counted by citation.
func (t *ArticleTrail) citations(f *Figures) {
	var outlets, owners bag
	for i := range t.Cited {
		k := &t.Cited[i]
		if k.Evidence.Sought {
			f.Sought++
		}
		if k.Evidence.Carries {
			f.Carried++
		}
		if !k.Counted {
			continue
		}
		if k.Source.Controlled() {
			f.StateControlled++
		}
		if k.Source.Outlet && !k.Source.Known {
			f.UnknownOutlets++
		}
		outlets.add(k.Source.ID)
		if k.Source.Owner != "" {
			owners.add(k.Source.Owner)
		}
	}
	n := outlets.total()
	if n < MinCitations {
		return
	}
	f.LargestOutlet, f.LargestOwner = outlets.largest(n), owners.largest(n)
	f.Concentration = ptr(outlets.concentration())
	f.EffectiveSources = ptr(t.effective(n))
}

// largest is the name that occurs most often, of several the first by name; nil for an empty bag.
func (b *bag) largest(of int) *Share {
	var s *Share
	for _, x := range b.names {
		if s == nil || x.n > s.N || x.n == s.N && x.name < s.ID {
			s = &Share{x.name, x.n, of}
		}
	}
	return s
}

// concentration is the chance that two citations drawn at random name one outlet, Σn(n−1)/N(N−1), without the bias of Σp² for
// small N. It is rounded in integers, half up. It takes two citations or more.
func (b *bag) concentration() float64 {
	same, n := 0, b.total()
	for _, x := range b.names {
		same += x.n * (x.n - 1)
	}
	pairs := n * (n - 1)
	return float64((200*same+pairs)/(2*pairs)) / 100
}

// effective is the effective number of sources with ties (T. Leinster, C. Cobbold, Measuring diversity: the importance of species
// similarity, Ecology 93, 2012; order 1) over the n counted citations: exp(−Σ p ln Zp), with Z = 1 within an origin, .5 between
// two origins controlled by one state, 0 otherwise.
func (t *ArticleTrail) effective(n int) float64 {
	type group struct {
		origin int
		state  string
	}
	groups := map[group]int{}
	var order []group
	byOrigin, byState := map[int]int{}, map[string]int{}
	for o := range t.Origins {
		for _, i := range t.Origins[o].Citations {
			if !t.Cited[i].Counted {
				continue
			}
			g := group{o, t.Cited[i].Source.State()}
			if groups[g] == 0 {
				order = append(order, g)
			}
			groups[g]++
			byOrigin[g.origin]++
			byState[g.state]++
		}
	}
	sum := 0.0
	for _, g := range order {
		alike := float64(byOrigin[g.origin])
		if g.state != "" {
			alike += float64(byState[g.state]-groups[g]) / 2
		}
		sum += float64(groups[g]) * math.Log(alike)
	}
	return round2(math.Exp(math.Log(float64(n)) - sum/float64(n)))
}

func ptr(x float64) *float64 { return &x }
