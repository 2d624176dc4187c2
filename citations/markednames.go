package citations

import "sort"

// A marker that lost its raising stands glued to the name before it, "the satellites of Orlow Watch4 show", or before the sentence that follows its own: "].7 The Institute found".

// gluedMarks are the places of the article's markers that are glued to a word, in the order of the text.
func gluedMarks(a *Article) []Range {
	var out []Range
	for i := range a.Markers {
		if a.Markers[i].Glued {
			out = append(out, a.Markers[i].Range)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// markIn is the first glued marker that begins in s[from:to] of the clean text, empty where none does.
func (p *parser) markIn(from, to int) Range {
	if len(p.marks) == 0 {
		return Range{}
	}
	i := sort.Search(len(p.marks), func(i int) bool { return p.marks[i].Start >= from })
	if i == len(p.marks) || p.marks[i].Start >= to {
		return Range{}
	}
	return p.marks[i]
}

// behindMark is sentence s without the marker of the sentence before with which it begins.
func (p *parser) behindMark(s Range) Range {
	if m := p.markIn(s.Start, s.Start+1); !m.Empty() && m.End < s.End {
		s.Start = skipBlanks(p.clean, m.End, s.End)
	}
	return s
}

// unmarked is the name at r without the marker that is glued to its end.
func (p *parser) unmarked(r Range) Range {
	const longest = 4 // bytes of a label
	if m := p.markIn(max(r.Start+1, r.End-longest), r.End); !m.Empty() && m.End == r.End {
		r.End = m.Start
	}
	return r
}
