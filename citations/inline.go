package citations

import (
	"slices"
	"sort"
	"strings"
)

// inlineCitations adds the citations of the groups, in order, and gives for each group the indices of its citations.
func (p *parser) inlineCitations(a *Article, groupsOf [][]int) map[int][]int {
	refs := map[int][]int{}
	n := 0
	for _, gs := range groupsOf {
		for _, g := range gs {
			n += len(p.groups[g].Cites)
		}
	}
	a.Citations = slices.Grow(a.Citations, n)
	n = 0
	for _, gs := range groupsOf {
		for _, g := range gs {
			n++
			p.look()
			for k := range p.groups[g].Cites {
				refs[g] = append(refs[g], len(a.Citations))
				a.Citations = append(a.Citations, p.inlineCitation(&p.groups[g], &p.groups[g].Cites[k], n))
			}
		}
	}
	return refs
}

func (p *parser) inlineCitation(g *group, c *cited, n int) Citation {
	out := Citation{Kind: Inline, Group: n, Range: c.Range, Signal: c.Signal, Date: c.Date, Note: -1, Inside: -1}
	out.Span = p.t.Outer(c.Range)
	if g.Kind == 'l' {
		out.Span = p.t.Outer(g.Range)
	}
	out.Raw = p.t.Printed(out.Span)
	if c.Person {
		out.Class, out.Named = ClassPerson, p.t.Slice(c.Outlet)
	} else if !c.Outlet.Empty() {
		out.Outlet = &Outlet{Printed: strings.Join(words(p.t.Slice(c.Outlet)), " "), Span: p.t.Source(c.Outlet), Range: c.Outlet}
	}
	out.URL = c.Address
	for _, l := range p.linksIn(c.Range) {
		if out.URL == "" {
			out.URL = l.URL
		}
	}
	return out
}

// sortCitations brings the citations of an article into document order and corrects what points at them.
func sortCitations(a *Article, refs map[int][]int) {
	if sort.SliceIsSorted(a.Citations, func(i, j int) bool { return a.Citations[i].Range.Start < a.Citations[j].Range.Start }) {
		return
	}
	order := make([]int, len(a.Citations))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return a.Citations[order[i]].Range.Start < a.Citations[order[j]].Range.Start })
	to := make([]int, len(order))
	sorted := make([]Citation, len(order))
	for i, k := range order {
		to[k] = i
		sorted[i] = a.Citations[k]
	}
	a.Citations = sorted
	for i := range a.Notes {
		for k, c := range a.Notes[i].Citations {
			a.Notes[i].Citations[k] = to[c]
		}
	}
	for _, cs := range refs {
		for k, c := range cs {
			cs[k] = to[c]
		}
	}
}
