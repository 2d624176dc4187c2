package html

import (
	"cmp"
	"slices"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/score"
)

// tile is one figure that matters, with its meaning in a sentence. Of and Share are set where it is a part of a whole that is large
// enough for its share to mean something.
type tile struct {
	Name, Figure, Of, Meaning string
	Share                     int // of 100, -1 for none
}

// enough is from how many sentences or citations on a share is drawn (scoring.md: no share below ten sentences, no ranking below ten
// citations).
const enough = 10

// figures adds up those of the articles, as far as they can be added.
func (m *maker) figures() *score.Figures {
	var f score.Figures
	for i := range m.a.Articles {
		x := &m.a.Articles[i].Figures
		f.Citations += x.Citations
		f.Own += x.Own
		f.Checkworthy += x.Checkworthy
		f.Sourced += x.Sourced
		f.TwoOrigins += x.TwoOrigins
		f.StateControlled += x.StateControlled
		f.UnknownOutlets += x.UnknownOutlets
		f.Sought += x.Sought
		f.Carried += x.Carried
	}
	return &f
}

// verdict is the first thing that is read.
func verdict(f *score.Figures) string {
	if f.Checkworthy == 0 {
		return "Nothing here could be checked against a source."
	}
	s := of(f.Sourced, f.Checkworthy) + " checkable claims are sourced"
	switch {
	case f.Sourced == 0 && f.Checkworthy == 1:
		return "The one checkable claim has no source."
	case f.Sourced == 0:
		return "None of the " + itoa(f.Checkworthy) + " checkable claims is sourced."
	case f.Checkworthy == 1:
		s = "The one checkable claim is sourced"
	}
	switch {
	case f.TwoOrigins == 0:
		return s + ", none by two origins."
	case f.Checkworthy == 1:
		return s + ", by two origins or more."
	}
	return s + ", " + itoa(f.TwoOrigins) + " of them by two origins or more."
}

func (m *maker) tiles() []tile {
	f := m.figures()
	tiles := []tile{
		part("Sourced", f.Sourced, f.Checkworthy, "checkable claims for which a source is given, or which stand in front of one that may cover them"),
		part("Two origins", f.TwoOrigins, f.Checkworthy, "checkable claims that rest on two sources or more between which no tie is known"),
		m.distinct(),
	}
	if t, ok := m.largest(); ok {
		tiles = append(tiles, t)
	}
	if f.StateControlled > 0 {
		tiles = append(tiles, part("State-controlled", f.StateControlled, f.Citations, "citations of outlets whose editorial line a state decides"))
	}
	if f.Sought > 0 {
		tiles = append(tiles, part("Read", f.Carried, f.Sought, "citations that were sought, whose page was found to carry the claim wholly or partly"))
	} else {
		tiles = append(tiles, tile{Name: "Read", Figure: "—", Meaning: "No page was sought. The counts say who is named, not what the pages say.", Share: -1})
	}
	return tiles
}

// part is a tile that shows a part of a whole.
func part(name string, n, all int, meaning string) tile {
	t := tile{Name: name, Figure: itoa(n), Of: "of " + itoa(all), Meaning: meaning, Share: -1}
	if all >= enough {
		t.Share = n * 100 / all
	}
	return t
}

func (m *maker) distinct() tile {
	n, cited := 0, 0
	for _, r := range m.sources.list {
		if r.Citations > 0 {
			n++
			cited += r.Citations
		}
	}
	t := tile{Name: "Sources", Figure: itoa(n), Meaning: "different sources in " + say(cited, "citation"), Share: -1}
	if len(m.a.Articles) == 1 {
		if e := m.a.Articles[0].Figures.EffectiveSources; e != nil {
			t.Meaning += ": as diverse as " + decimal(*e) + " cited equally often, ties counted"
		}
	}
	return t
}

// largest is the outlet that carries the most of an article; there is none below ten citations.
func (m *maker) largest() (tile, bool) {
	if len(m.a.Articles) != 1 || m.a.Articles[0].Figures.LargestOutlet == nil {
		return tile{}, false
	}
	s := m.a.Articles[0].Figures.LargestOutlet
	name := s.ID
	for _, r := range m.sources.list {
		if r.Key == s.ID {
			name = r.Name
		}
	}
	return part("Largest outlet", s.N, s.Of, "citations are of "+visible(name)), true
}

// decimal prints a number with one decimal.
func decimal(x float64) string {
	n := int(x*10 + .5)
	return itoa(n/10) + "." + itoa(n%10)
}

// few is how many things the page asks to be looked at first.
const few = 5

// first picks what an editor should see first: the gravest findings, and the claims of weight that rest on the least.
func (m *maker) first(d *document) {
	var open []int
	for i := range m.a.Findings {
		if f := &m.a.Findings[i]; f.Silenced == nil && f.Severity >= score.Warning {
			open = append(open, i)
		}
	}
	slices.SortStableFunc(open, func(x, y int) int {
		return cmp.Compare(m.a.Findings[y].Severity, m.a.Findings[x].Severity)
	})
	for _, i := range open[:min(few, len(open))] {
		d.First = append(d.First, m.refer(i))
	}
	d.Weakest = m.weakest(d)
}

func (m *maker) weakest(d *document) []weak {
	type candidate struct{ article, claim, order int }
	var all []candidate
	for n := range m.a.Document.Articles {
		art := &m.a.Document.Articles[n]
		for i := range art.Claims {
			if c := &art.Claims[i]; c.Worth&citations.Grave != 0 && m.level(n, i) != twoOrigins && m.level(n, i) != readTwice {
				all = append(all, candidate{n, i, order(c, m.level(n, i))})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y candidate) int { return cmp.Compare(y.order, x.order) })
	var list []weak
	for _, x := range all[:min(few, len(all))] {
		c := &d.Articles[x.article].Cards[x.claim]
		list = append(list, weak{ID: c.ID, Number: c.Number, Mark: c.Mark, Text: shorten(c.Text, 130), Dir: direction(c.Text), Level: c.Level})
	}
	return list
}

// strip is claims in reading order, as a skyline: the more origins, the taller.
type strip struct {
	Desc string
	Runs []run
}

// run is a row of claims of one level. X and W are per cent of the width, Y and H pixels of 26.
type run struct {
	Class, X, W string
	Y, H        int
}

// heights are how tall each level stands in a strip.
var heights = [...]int{readTwice: 26, twoOrigins: 26, oneOrigin: 17, fallen: 10, contradicted: 10, covered: 6, unsourced: 3}

// strip draws the claims of some articles, one article behind the other.
func (m *maker) strip(articles ...int) strip {
	var all []int // levels
	count := make([]int, len(levels))
	for _, n := range articles {
		for i := range m.a.Document.Articles[n].Claims {
			l := m.level(n, i)
			all = append(all, l)
			count[l]++
		}
	}
	var s strip
	for i := 0; i < len(all); {
		l, from := all[i], i
		for ; i < len(all) && all[i] == l; i++ {
		}
		s.Runs = append(s.Runs, run{levels[l].Class, percent(from, len(all)), percent(i-from, len(all)), 26 - heights[l], heights[l]})
	}
	var parts []string
	for l, k := range count {
		if k > 0 {
			parts = append(parts, itoa(k)+" "+levels[l].Words)
		}
	}
	s.Desc = firstOf(strings.Join(parts, ", "), "no claims")
	return s
}
