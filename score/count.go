package score

import (
	"math"
	"slices"

	"example.org/verify/citations"
)

// Tally is the counts of a document, as Count or the ledger gives them.
type Tally struct {
	Claims  [][]Counts // parallel to Document.Articles and their Claims
	Figures []Figures  // parallel to Document.Articles; Because is nil
}

// Count counts a document in plain Go. The ledger's views give the same; a test holds the two equal.
func Count(doc *citations.Document, env Env) Tally { return Trace(doc, env).Count(doc) }

// Count counts what Trace found.
func (t *Trail) Count(doc *citations.Document) Tally {
	n := len(doc.Articles)
	y := Tally{Claims: make([][]Counts, n), Figures: make([]Figures, n)}
	for a := range doc.Articles {
		art, at := &doc.Articles[a], &t.Articles[a]
		y.Claims[a] = make([]Counts, len(art.Claims))
		for c := range art.Claims {
			y.Claims[a][c] = at.counts(art.Claims[c].Citations, at.Claims[c])
		}
		y.Figures[a] = at.figures(art, y.Claims[a])
	}
	return y
}

// counts counts some citations of the article and the origins that they make.
func (t *ArticleTrail) counts(among []int, origins []Origin) Counts {
	var n Counts
	var owners, countries, languages set
	outlets := bag{names: make([]named, 0, len(among))}
	var lags []int
	for _, i := range among {
		k := &t.Cited[i]
		if k.Own {
			n.Own++
		}
		if k.Own || k.Role == citations.Source {
			n.Citations++
		}
		if !k.Counted {
			continue
		}
		if outlets.add(k.Source.ID) && k.Source.Owner != "" {
			n.OwnersKnown++
		}
		owners.add(k.Source.Owner)
		countries.add(k.Source.Country)
		languages.add(k.Source.Language)
		if k.LagKnown {
			lags = append(lags, k.Lag)
		}
	}
	n.Outlets, n.Owners, n.Countries, n.Languages = len(outlets.names), len(owners), len(countries), len(languages)
	n.Diversity = outlets.effective()
	n.Lag, n.LagKnown = lowerMedian(lags)
	n.origins(origins)
	return n
}

func (n *Counts) origins(all []Origin) {
	for i := range all {
		o := &all[i]
		if o.Own {
			continue
		}
		n.Origins++
		if o.Standing {
			n.Corroboration++
		}
		if o.Read {
			n.Read++
		}
		if o.Differs {
			n.Differs++
		}
	}
}

// set holds distinct names; "" is none.
type set []string

func (s *set) add(name string) {
	if name != "" && !slices.Contains(*s, name) {
		*s = append(*s, name)
	}
}

// bag counts how often each name occurs. The names are in the order in which they came.
type bag struct {
	names []named
	at    map[string]int // index in names; nil for as few as are found faster by looking at each
}

type named struct {
	name string
	n    int
}

// fewNames is how many names are looked at one by one.
const fewNames = 16

// add reports whether the name is new.
func (b *bag) add(name string) bool {
	if i := b.find(name); i >= 0 {
		b.names[i].n++
		return false
	}
	b.names = append(b.names, named{name, 1})
	switch {
	case b.at != nil:
		b.at[name] = len(b.names) - 1
	case len(b.names) > fewNames:
		b.at = make(map[string]int, 2*len(b.names))
		for i := range b.names {
			b.at[b.names[i].name] = i
		}
	}
	return true
}

// find is the index of a name, -1 if it is not there.
func (b *bag) find(name string) int {
	if b.at == nil {
		return slices.IndexFunc(b.names, func(x named) bool { return x.name == name })
	}
	if i, ok := b.at[name]; ok {
		return i
	}
	return -1
}

func (b *bag) total() int {
	total := 0
	for _, x := range b.names {
		total += x.n
	}
	return total
}

// effective is the Hill number of order 1 (L. Jost, Entropy and diversity, Oikos 113, 2006): exp(−Σ pᵢ ln pᵢ), written as
// exp(ln N − Σ n ln n / N) so that it sums integers' terms; 0 for an empty bag.
func (b *bag) effective() float64 {
	total := float64(b.total())
	if total == 0 {
		return 0
	}
	sum := 0.0
	for _, x := range b.names {
		sum += float64(x.n) * math.Log(float64(x.n))
	}
	return round2(math.Exp(math.Log(total) - sum/total))
}

// round2 rounds half up to two decimals. The millionth of a hundredth that it adds lies far above the error of any sum here and
// far below what is printed: so the order of summing, and another library's logarithm, cannot change a figure.
func round2(x float64) float64 { return math.Floor(x*100+.500001) / 100 }

// lowerMedian is the middle one, the lower of two; ok is false for none.
func lowerMedian(days []int) (median int, ok bool) {
	if len(days) == 0 {
		return 0, false
	}
	slices.Sort(days)
	return days[(len(days)-1)/2], true
}
