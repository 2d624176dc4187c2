package citations

import (
	"cmp"
	"slices"
	"sort"
	"strings"
)

// links adds the links of an article's running text that no group has taken.
func (p *parser) links(a *Article) {
	taken := byStart(a.Citations)
	var last Range // of the links that were added
	for _, l := range p.linksIn(a.Range) {
		if !strings.HasPrefix(l.URL, "http://") && !strings.HasPrefix(l.URL, "https://") || !a.Range.Contains(l.Range) || p.inGroup(l.Range.Start) {
			continue
		}
		if par := a.ParagraphAt(l.Range); par < 0 || a.Paragraphs[par].Sentences == nil {
			continue
		}
		c := Citation{Kind: Link, Class: ClassPublisher, Range: l.Range, Span: p.t.Outer(l.Range), URL: l.URL, Note: -1, Inside: -1}
		c.Raw = p.t.Printed(c.Span)
		if host := hostOf(l.URL); host != "" {
			c.Outlet = &Outlet{Printed: host, Span: c.Span, Range: l.Range}
		}
		if under := taken.overlapping(l.Range); len(under) > 0 {
			for _, i := range under {
				if a.Citations[i].URL == "" {
					a.Citations[i].URL = l.URL
				}
			}
			continue
		}
		if last.Overlaps(l.Range) {
			continue
		}
		a.Citations, last = append(a.Citations, c), l.Range
	}
}

// starts are citations by where they begin.
type starts struct {
	cs    []Citation
	order []int // indices of cs
	ends  []int // parallel to order: the furthest end of a citation up to that one
}

func byStart(cs []Citation) *starts {
	s := &starts{cs: cs, order: make([]int, len(cs)), ends: make([]int, len(cs))}
	for i := range cs {
		s.order[i] = i
	}
	slices.SortStableFunc(s.order, func(i, j int) int { return cmp.Compare(cs[i].Range.Start, cs[j].Range.Start) })
	end := 0
	for k, i := range s.order {
		end = max(end, cs[i].Range.End)
		s.ends[k] = end
	}
	return s
}

// overlapping are the indices of the citations that share a byte with r.
func (s *starts) overlapping(r Range) []int {
	var under []int
	k := sort.Search(len(s.order), func(k int) bool { return s.cs[s.order[k]].Range.Start >= r.End })
	for k--; k >= 0 && s.ends[k] > r.Start; k-- {
		if i := s.order[k]; s.cs[i].Range.Overlaps(r) {
			under = append(under, i)
		}
	}
	return under
}
