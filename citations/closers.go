package citations

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// closer ends a claim: a group of inline citations, or a marker.
type closer struct {
	Range  Range
	group  int // index into parser.groups, -1 for markers
	marks  []int
	weight bool // false for the marker of a remark, which closes nothing
}

// closers are the closers of a paragraph in order. Markers of one bracket are one closer.
func (p *parser) closers(a *Article, par int, groups []int) []closer {
	var out []closer
	for _, g := range groups {
		out = append(out, closer{Range: p.groups[g].Range, group: g, weight: true})
	}
	first := sort.Search(len(a.Markers), func(i int) bool { return a.Markers[i].Paragraph >= par })
	for i := first; i < len(a.Markers) && a.Markers[i].Paragraph == par; i++ {
		m := &a.Markers[i]
		if n := len(out); n > 0 && out[n-1].group < 0 && out[n-1].Range == m.Range {
			out[n-1].marks = append(out[n-1].marks, i)
			out[n-1].weight = out[n-1].weight || closes(a, m)
			continue
		}
		out = append(out, closer{Range: p.withPage(m.Range), group: -1, marks: []int{i}, weight: closes(a, m)})
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Range.Start < out[j].Range.Start })
	return out
}

// withPage is a marker in brackets with the page that an encyclopedia prints behind it: "[4]:12", "[4]: 12–14".
func (p *parser) withPage(r Range) Range {
	s := p.clean[r.End:min(len(p.clean), r.End+16)]
	if p.clean[r.End-1] != ']' || !strings.HasPrefix(s, ":") {
		return r
	}
	k := skipBlanks(s, 1, len(s))
	e := k
	for e < len(s) && (s[e] >= '0' && s[e] <= '9' || e > k && (s[e] == '-' || strings.HasPrefix(s[e:], "–"))) {
		if s[e] >= utf8.RuneSelf {
			e += len("–")
			continue
		}
		e++
	}
	if e == k || e < len(s) && wordChar(s, e) {
		return r
	}
	return Range{Start: r.Start, End: r.End + e}
}

// closes reports whether a marker closes a claim: one whose note is a remark does not; one without a note does.
func closes(a *Article, m *Marker) bool { return m.Note < 0 || a.Notes[m.Note].Kind != NoteComment }

func ranges(cs []closer) []Range {
	out := make([]Range, len(cs))
	for i := range cs {
		out[i] = cs[i].Range
	}
	return out
}

func anyWeight(run []closer) bool {
	for i := range run {
		if run[i].weight {
			return true
		}
	}
	return false
}
