package score_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"example.org/verify/score"
)

var anySource = []string{"a", "b", "c", "koaci 05-14", "daily-nation 05-01", "ntv-kenya", "rt", "sputnik", "~kifache", "?The Star", "efe",
	"own:tm", "via:officials", "person:Vlado Azinovic", "body:officials", "ibid"}

// drawPaper draws a document of one article with a few claims, and what was found for some citations.
func drawPaper(t *rapid.T) *paper {
	p := newPaper(known())
	for range rapid.IntRange(1, 4).Draw(t, "claims") {
		p.claim(rapid.SliceOfN(rapid.SampledFrom(anySource), 0, 6).Draw(t, "cited")...)
	}
	found := []score.Evidence{{}, carried, differs, missing, gone, {Read: true, Agency: "efe"}}
	if rapid.Bool().Draw(t, "sought") {
		for i := range p.article().Citations {
			p.found(i, rapid.SampledFrom(found).Draw(t, "found"))
		}
	}
	return p
}

// counted are the counts of an origin, those that a tie may lower and never raise.
func counted(n *score.Counts) [4]int { return [4]int{n.Origins, n.Corroboration, n.Read, n.Differs} }

func TestEqualOutletsGiveTheirNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, each := rapid.IntRange(1, 40).Draw(t, "n"), rapid.IntRange(1, 5).Draw(t, "each")
		p := newPaper(known())
		var cited []string
		for i := range n * each {
			cited = append(cited, fmt.Sprintf("~outlet%d", i%n))
		}
		p.claim(cited...)
		y := p.tally()
		if c := y.Claims[0][0]; c.Diversity != float64(n) || c.Outlets != n || c.Origins != n {
			t.Fatalf("got %+v", c)
		}
		if f := y.Figures[0]; f.EffectiveSources != nil && *f.EffectiveSources != float64(n) {
			t.Fatalf("got %v", *f.EffectiveSources)
		}
	})
}

func TestTieNeverRaisesACount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawPaper(t)
		n := len(p.article().Citations)
		if n < 2 {
			return
		}
		before := p.analyse()
		i, j := rapid.IntRange(0, n-1).Draw(t, "i"), rapid.IntRange(0, n-1).Draw(t, "j")
		p.article().Citations[i].Agency, p.article().Citations[j].Agency = "wire", "wire"
		after := p.analyse()
		for c := range before.Articles[0].Claims {
			b, a := before.Articles[0].Claims[c], after.Articles[0].Claims[c]
			for k, x := range counted(&b.Counts) {
				if y := counted(&a.Counts)[k]; y > x {
					t.Fatalf("a tie made %v of %v", counted(&a.Counts), counted(&b.Counts))
				}
			}
			if a.Points > b.Points {
				t.Fatalf("a tie made %d points of %d", a.Points, b.Points)
			}
		}
	})
}

func TestUnreadCitationOfTheSameOriginAddsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := newPaper(known())
		p.claim(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "koaci", "daily-nation", "rt", "~kifache"}), 1, 6).Draw(t, "cited")...)
		before := p.first()
		n := len(p.article().Citations)
		again := p.article().Citations[rapid.IntRange(0, n-1).Draw(t, "again")]
		p.article().Citations = append(p.article().Citations, again)
		p.article().Claims[0].Citations = append(p.article().Claims[0].Citations, n)
		after := p.first()
		if after.Counts.Citations != before.Counts.Citations+1 {
			t.Fatalf("%d citations after %d", after.Counts.Citations, before.Counts.Citations)
		}
		a, b := after.Counts, before.Counts
		a.Citations, b.Citations = 0, 0
		a.Diversity, b.Diversity = 0, 0 // shares of citations move
		if a != b || after.Credibility != before.Credibility || after.Points != before.Points {
			t.Fatalf("before %+v\nafter  %+v", before, after)
		}
	})
}

func TestFiguresAreNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawPaper(t).analyse()
		f := a.Articles[0].Figures
		for _, c := range append([]score.Counts{f.Counts}, counts(a)...) {
			if math.IsNaN(c.Diversity) || c.Diversity < 0 || (c.Outlets == 0) != (c.Diversity == 0) {
				t.Fatalf("got %+v", c)
			}
			if c.Read > c.Corroboration || c.Corroboration > c.Origins || c.Origins > c.Outlets || c.Own > c.Citations {
				t.Fatalf("got %+v", c)
			}
		}
		for _, x := range []*float64{f.Concentration, f.EffectiveSources} {
			if x != nil && (math.IsNaN(*x) || *x < 0) {
				t.Fatalf("got %v", *x)
			}
		}
	})
}

func counts(a *score.Analysis) []score.Counts {
	var all []score.Counts
	for _, c := range a.Articles[0].Claims {
		all = append(all, c.Counts)
	}
	return all
}
