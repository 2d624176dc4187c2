package citations

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/text"
)

// links adds the links of an article's running text that no group has taken.
func (p *parser) links(a *Article) {
	taken := byStart(a.Citations)
	var last Range // of the links that were added
	for _, l := range p.linksIn(a.Range) {
		p.look()
		if !strings.HasPrefix(l.URL, "http://") && !strings.HasPrefix(l.URL, "https://") || !a.Range.Contains(l.Range) || p.inGroup(l.Range.Start) {
			continue
		}
		par := a.ParagraphAt(l.Range)
		if par < 0 || a.Paragraphs[par].Sentences == nil {
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
		last = l.Range
		if name := p.linkedName(l); !name.Empty() {
			if s := a.Paragraphs[par].sentenceAt(name); p.citesLink(l, name, s) {
				p.addAttribution(a, s, name, cue{body: true}, name.Start)
				a.Citations[len(a.Citations)-1].URL = l.URL
				continue
			}
		}
		a.Citations = append(a.Citations, c)
	}
}

// sentenceAt is the sentence that r begins in; the paragraph where there is none.
func (pp *Paragraph) sentenceAt(r Range) Range {
	k := sort.Search(len(pp.Sentences), func(k int) bool { return pp.Sentences[k].End > r.Start })
	if k == len(pp.Sentences) || pp.Sentences[k].Start > r.Start {
		return pp.Range
	}
	return pp.Sentences[k]
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

// linkedGroups takes links whose text is a citation by itself ("[Reuters, December 2025](https://…)") as groups.
func (p *parser) linkedGroups() {
	n := len(p.groups)
	for _, l := range p.t.Links {
		p.look()
		if p.inGroupAmong(l.Range.Start, n) {
			continue
		}
		if p.leadsSentence(l.Range.Start) {
			continue
		}
		cs := p.items(l.Range, l.Range.Start)
		if len(cs) == 0 || !dated(cs) || !p.bracketCites(cs) {
			continue
		}
		p.groups = append(p.groups, group{Range: l.Range, Block: p.blockAt(l.Range.Start), Kind: 'l', Cites: cs})
	}
	if len(p.groups) > n {
		sort.SliceStable(p.groups, func(i, j int) bool { return p.groups[i].Range.Start < p.groups[j].Range.Start })
	}
}

// leadsSentence reports whether no more than a word or two stand before a link in its block: it opens a sentence ("Per [Bloomberg, …](…), the …") and
// closes none.
func (p *parser) leadsSentence(at int) bool {
	b := p.t.Blocks[min(p.blockAt(at), len(p.t.Blocks)-1)].Range
	before := p.clean[b.Start:max(b.Start, at)]
	found, inside := 0, false
	for i := len(before); i > 0 && found < 3; {
		c, n := utf8.DecodeLastRuneInString(before[:i])
		if i -= n; strings.ContainsRune(".!?", c) {
			break
		}
		if !blank(c) && !inside {
			found++
		}
		if inside = !blank(c); len(before)-i > longestSentence {
			return false
		}
	}
	return found < 3
}

// linkFrom is the index of the first link that ends behind an offset.
func (p *parser) linkFrom(off int) int {
	return sort.Search(len(p.t.Links), func(i int) bool { return p.t.Links[i].Range.End > off })
}

func (p *parser) linksIn(r Range) []text.Link {
	var out []text.Link
	for i := p.linkFrom(r.Start); i < len(p.t.Links) && p.t.Links[i].Range.Start < r.End; i++ {
		out = append(out, p.t.Links[i])
	}
	return out
}

// linkIn reports whether the format itself gives a link within a range.
func (p *parser) linkIn(r Range) bool {
	i := p.linkFrom(r.Start)
	return i < len(p.t.Links) && r.Overlaps(p.t.Links[i].Range)
}
