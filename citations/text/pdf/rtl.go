package pdf

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// letters writes the shapes that Arabic letters take as the letters themselves.
func letters(s string) string {
	for _, r := range s {
		if r >= 0xFB1D && r < 0xFDFE || r >= 0xFE70 && r < 0xFEFF {
			return norm.NFKC.String(s)
		}
	}
	return s
}

// mirror lays a page that reads from right to left on its other side: then lines, columns and indents run as they do elsewhere. Words keep
// their text.
func (s *sheet) mirror() {
	if !s.rtl {
		return
	}
	for i := range s.words {
		w := &s.words[i]
		w.x0, w.x1 = s.width-w.x1, s.width-w.x0
		w.before, w.after = w.after, w.before
	}
	for _, boxes := range [][]box{s.rules, s.pictures} {
		for i, b := range boxes {
			boxes[i].x0, boxes[i].x1 = s.width-b.x1, s.width-b.x0
		}
	}
}

// inOrder brings the words of a row, sorted by place, into the order in which they are read: runs against the row's own direction are turned.
func inOrder(ws []word, rtl bool) {
	own := left
	if rtl {
		own = right
	}
	for i := 0; i < len(ws); i++ {
		if ws[i].side == own || ws[i].side == neutral {
			continue
		}
		last := i
		for k := i + 1; k < len(ws) && ws[k].side != own; k++ {
			if ws[k].side != neutral {
				last = k
			}
		}
		turn(ws[i : last+1])
		i = last
	}
}

// turn reverses a run of words; the blanks around it and in it stay where they are.
func turn(ws []word) {
	before, after := ws[0].before, ws[len(ws)-1].after
	slices.Reverse(ws)
	for i := range ws {
		ws[i].before, ws[i].after = ws[i].after, ws[i].before
	}
	ws[0].before, ws[len(ws)-1].after = before, after
}

var otherBracket = map[rune]rune{'(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«', '{': '}', '}': '{', '<': '>', '>': '<'}

// mirrorBrackets turns the brackets of a page that reads from right to left where the file gives their shapes: then most of those that stand
// before a word close.
func mirrorBrackets(rows []row, gap float64) {
	opens, closes := 0, 0
	for _, r := range rows {
		spaced(r.words, gap)
		for i := range r.words {
			w := &r.words[i]
			if len(w.text) > 2 || w.side != neutral || (i == 0 || w.before) == (i == len(r.words)-1 || w.after) {
				continue
			}
			switch first := i == 0 || w.before; {
			case strings.ContainsAny(w.text, "([«"):
				opens, closes = opens+btoi(first), closes+btoi(!first)
			case strings.ContainsAny(w.text, ")]»"):
				opens, closes = opens+btoi(!first), closes+btoi(first)
			}
		}
	}
	if closes <= opens {
		return
	}
	for _, r := range rows {
		for i := range r.words {
			if r.words[i].side != left {
				r.words[i].text = strings.Map(other, r.words[i].text)
			}
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func other(r rune) rune {
	if o, ok := otherBracket[r]; ok {
		return o
	}
	return r
}
