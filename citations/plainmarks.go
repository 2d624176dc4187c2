package citations

import (
	"slices"
	"strings"
)

// caretMarks reads superscripts as plain text and pandoc's Markdown write them: "coast.^1", "coast.^1^". Behind a number or a unit a caret is a power.
func (p *parser) caretMarks(block int, labels map[string]bool) (out []mark) {
	r := p.t.Blocks[block].Range
	p.each(block, '^', func(k int) int {
		e := digitsEnd(p.clean[:r.End], k+1)
		next := max(k+1, e)
		label := p.clean[k+1 : e]
		if !labels[label] || k == r.Start || alnum(p.clean[k-1]) && (isNumber(p.clean[k-1:k]) || unitBefore(p.clean[r.Start:k])) {
			return next
		}
		if e < r.End && p.clean[e] == '^' {
			e++
		} else if e < r.End && wordChar(p.clean, e) {
			return next
		}
		out = append(out, mark{Range{Start: k, End: e}, label, block, raisedUp})
		return e
	})
	return out
}

// parenMarks reads "(1)" and "(1, 3)" where a clause ends: "on the coast (1).", "to the hills.(2)". A number that leads a clause on, "(1) the mayor", is one of
// an enumeration. pair is the two brackets: "{1}" is read so, too.
func (p *parser) parenMarks(block int, labels map[string]bool, pair string) (out []mark) {
	const longest = 20 // bytes up to the closing bracket
	r := p.t.Blocks[block].Range
	p.each(block, pair[0], func(k int) int {
		e := strings.IndexByte(p.clean[k:min(r.End, k+longest)], pair[1])
		end := k + e + 1
		if e < 2 || k == r.Start || !p.clauseEnds(r, k, end) {
			return k + 1
		}
		list := labelList(withoutNoteWord(p.clean[k+1:end-1]), false, labels)
		if slices.ContainsFunc(list, func(l string) bool { return !labels[l] }) {
			return end
		}
		for _, l := range list {
			out = append(out, mark{Range{Start: k, End: end}, l, block, bracketed})
		}
		return end
	})
	return out
}

// clauseEnds reports whether a bracket stands at the end of a clause of block r: a stop, a comma, the end of a quotation or nothing behind it, be it over a blank
// as French sets it, or a stop right before it.
func (p *parser) clauseEnds(r Range, open, end int) bool {
	if end == r.End || strings.IndexByte(".,;:!?", p.clean[end]) >= 0 {
		return true
	}
	behind := strings.TrimLeft(p.clean[end:min(r.End, end+8)], " \u00A0\u202F")
	for _, sign := range [...]string{";", ":", "!", "?", "»", "”", "。", "，", "、", "؛", "،"} {
		if strings.HasPrefix(behind, sign) {
			return true
		}
	}
	return strings.IndexByte(".!?", p.clean[open-1]) >= 0 && blankAt(p.clean, end) > 0
}

// countUp reports whether marks are those of a list of notes: new labels come in order from 1 on, one in eight and one more aside, which an author may have
// interchanged, and half of the notes or more have one.
func countUp(marks []mark, labels map[string]bool) bool {
	seen, last, odd := map[int]bool{}, 0, 0
	for i := range marks {
		n := labelNumber(marks[i].Label)
		if n > last+1 {
			odd++
		}
		seen[n], last = true, max(last, n)
	}
	return seen[1] && odd <= 1+len(marks)/8 && labelNumber(marks[0].Label) == 1 && 2*len(seen) >= len(labels)
}

// digitsEnd is where the digits end that stand at byte i of s, of at most three.
func digitsEnd(s string, i int) int {
	e := i
	for e < len(s) && e < i+3 && s[e] >= '0' && s[e] <= '9' {
		e++
	}
	return e
}
