package score_test

import (
	"strings"
	"testing"

	"example.org/verify/citations"
)

// twice is five citations A 3, B 1, C 1, two times over: an article may be ranked from ten on.
var twice = []string{"a", "a", "a", "b", "c", "a", "a", "a", "b", "c"}

func TestEffectiveSourcesOnPaper(t *testing.T) {
	tests := []struct {
		name          string
		cited         []string
		owner         string // of A and B
		concentration float64
		effective     float64
	}{
		{"no tie", twice, "", .38, 2.59},                 // (6·5 + 2·1 + 2·1)/(10·9) = .377…
		{"one owner for A and B", twice, "o", .38, 1.65}, // p = .8, .2
		{"one state for two outlets", []string{"rt", "rt", "rt", "rt", "rt", "sputnik", "sputnik", "sputnik", "sputnik", "sputnik"}, "", .44, 1.33},
		{"one outlet", []string{"a", "a", "a", "a", "a", "a", "a", "a", "a", "a"}, "", 1, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := known()
			r["a"].Owner, r["b"].Owner = test.owner, test.owner
			p := newPaper(r)
			p.claim(test.cited...)
			f := p.tally().Figures[0]
			if *f.Concentration != test.concentration || *f.EffectiveSources != test.effective {
				t.Errorf("got %v, %v; want %v, %v", *f.Concentration, *f.EffectiveSources, test.concentration, test.effective)
			}
		})
	}
}

func TestFewerThanTenAreNotRanked(t *testing.T) {
	p := newPaper(known())
	p.claim(twice[:9]...)
	p.cite("own:tm", "via:officials", "ibid")
	f := p.analyse().Articles[0].Figures
	if f.LargestOutlet != nil || f.LargestOwner != nil || f.Concentration != nil || f.EffectiveSources != nil {
		t.Errorf("got %+v", f)
	}
	if got := strings.Join(f.Because, " | "); got != "1 of 1 checkable claims are sourced; too few for a share | fewer than 10 counted citations: no ranking" {
		t.Error(got)
	}
}

func TestLargestAndCounts(t *testing.T) {
	p := newPaper(known())
	p.claim(append([]string{"rt", "~kifache", "?The Star", "daily-nation", "ntv-kenya", "own:tm"}, twice...)...)
	f := p.tally().Figures[0]
	if s := f.LargestOutlet; s == nil || s.ID != "a" || s.N != 6 || s.Of != 15 {
		t.Errorf("largest outlet: %+v", s)
	}
	if s := f.LargestOwner; s == nil || s.ID != "nation-media" || s.N != 2 || s.Of != 15 {
		t.Errorf("largest owner: %+v", s)
	}
	if f.StateControlled != 1 || f.UnknownOutlets != 2 {
		t.Errorf("got %+v", f)
	}
}

func TestCoverage(t *testing.T) {
	p := newPaper(known())
	for range 9 {
		p.claim("a")
	}
	if _, ok := coverage(p); ok {
		t.Error("a share of nine sentences")
	}
	p.claim("a", "b")
	p.claim().CoveredBy = []int{0}
	p.claim().Orphan = []int{0}
	p.article().Markers = []citations.Marker{{Label: "7"}}
	p.claim()
	p.claim().Worth = 0
	f := p.tally().Figures[0]
	if f.Checkworthy != 13 || f.Sourced != 12 || f.TwoOrigins != 1 {
		t.Errorf("got %+v", f)
	}
	if share, ok := coverage(p); !ok || share != 12./13 {
		t.Errorf("got %v, %v", share, ok)
	}
}

func coverage(p *paper) (float64, bool) {
	f := p.tally().Figures[0]
	return f.Coverage()
}
