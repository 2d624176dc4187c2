package citations

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// between is the text of a claim from pos to end, without blanks, and past the punctuation that a closer left behind.
func (c *claimer) between(pos, end int, first bool) Range {
	r := trimRange(c.p.clean, Range{Start: pos, End: max(pos, end)})
	for !first && !r.Empty() {
		ch, n := utf8.DecodeRuneInString(c.p.clean[r.Start:r.End])
		if !strings.ContainsRune(",;:.!?)،؛，；。", ch) {
			break
		}
		r = trimRange(c.p.clean, Range{Start: r.Start + n, End: r.End})
	}
	if !first {
		for _, d := range [...]string{"–", "—", "-", "”", "\""} {
			if strings.HasPrefix(c.p.clean[r.Start:r.End], d+" ") || c.p.clean[r.Start:r.End] == d {
				r = trimRange(c.p.clean, Range{Start: r.Start + len(d), End: r.End})
			}
		}
	}
	for strings.HasSuffix(c.p.clean[r.Start:r.End], "(") { // "((Wafa, May 20)"
		r = trimRange(c.p.clean, Range{Start: r.Start, End: r.End - 1})
	}
	if !hasWord(c.p.clean[r.Start:r.End]) {
		return Range{Start: r.Start, End: r.Start}
	}
	return r
}

func hasWord(s string) bool {
	for i := range len(s) {
		if wordChar(s, i) {
			return true
		}
	}
	return false
}

// stop is where a sentence ends before its closing stop; one inside quotation marks stays.
func (c *claimer) stop(s Range) int {
	return s.Start + len(stopMarks.trimRight(c.p.clean[s.Start:s.End]))
}

// stopMarks close a sentence.
var stopMarks = marks(".!? \n。！？؟।")

// readable is a range as a reader reads it: without markers, blanks single.
func (c *claimer) readable(r Range) string {
	s := c.p.clean[r.Start:r.End]
	var marks []Range
	first := sort.Search(len(c.a.Markers), func(i int) bool { return c.a.Markers[i].Range.Start >= r.Start })
	for i := first; i < len(c.a.Markers) && c.a.Markers[i].Range.Start < r.End; i++ {
		if m := c.a.Markers[i].Range; r.Contains(m) && (len(marks) == 0 || marks[len(marks)-1] != m) {
			marks = append(marks, m)
		}
	}
	if len(marks) == 0 && !strings.Contains(s, "\u00A0") && !strings.Contains(s, "  ") {
		return s
	}
	var b strings.Builder
	at := r.Start
	for _, m := range marks {
		if m.Start >= at {
			b.WriteString(c.p.clean[at:m.Start])
			at = m.End
		}
	}
	b.WriteString(c.p.clean[at:r.End])
	return strings.Join(words(b.String()), " ")
}
