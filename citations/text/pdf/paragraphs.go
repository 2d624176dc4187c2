package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphs finds the lines that paragraphs begin with.
func (t *typesetter) paragraphs() {
	lines := t.doc.Lines
	margins, leading := t.margins(), t.leading()
	last := map[Role]int{Body: -1, Note: -1, Caption: -1}
	start := map[Role]int{}
	for i := range lines {
		l := &lines[i]
		m, ok := margins[marginKey{l.Page, l.col}]
		if !ok {
			m = margins[marginKey{0, l.col}]
		}
		l.Heading = l.Role == Body && (l.size > 1.12*t.body || l.bold) && len(l.text()) < 300
		l.indent = l.x0-m.left > 0.7*l.size
		p := last[l.Role]
		last[l.Role] = i
		if p < 0 || l.Label != "" {
			l.Break = Sure
			start[l.Role] = i
			continue
		}
		c := pair{a: &lines[p], b: l, begin: &lines[start[l.Role]], count: p - start[l.Role] + 1, left: m.left, leading: leading}
		c.right = m.right
		if am, ok := margins[marginKey{c.a.Page, c.a.col}]; ok {
			c.right = am.right
		}
		l.Break = c.judge()
		if l.Break != Runs {
			start[l.Role] = i
		}
	}
}

// leading is the usual distance between baselines for each type size in half points, 0 where it is not known.
func (t *typesetter) leading() map[int]float64 {
	gaps := map[int][]float64{}
	lines := t.doc.Lines
	for i := 1; i < len(lines); i++ {
		a, b := &lines[i-1], &lines[i]
		if d := a.y - b.y; !b.Jump && near(a.size, b.size, 0.3) && d > 0.5*b.size && d < 3*b.size {
			gaps[sizeKey(b.size)] = append(gaps[sizeKey(b.size)], d)
		}
	}
	out := map[int]float64{}
	for k, g := range gaps {
		slices.SortFunc(g, cmp.Compare[float64])
		out[k] = g[len(g)*2/5]
	}
	return out
}

func sizeKey(s float64) int { return int(math.Round(s * 2)) }

// pair is a line, the one before it, and what is known of their paragraph.
type pair struct {
	a, b, begin *Line
	count       int // lines of the paragraph so far
	left, right float64
	leading     map[int]float64
}

// judge decides whether a paragraph begins with b.
func (c *pair) judge() Break {
	a, b := c.a, c.b
	if !near(a.size, b.size, 0.08*max(a.size, b.size)) || a.bold != b.bold {
		return Sure
	}
	entry := startsEntry(c.begin.text())
	room := a.x1+0.28*a.size+b.first < c.right-0.4*a.size
	if b.Jump {
		return c.jump(room)
	}
	lead := c.leading[sizeKey(b.size)]
	if lead == 0 {
		lead = 1.25 * b.size
	}
	switch d := a.y - b.y; {
	case d > 1.28*lead && d > 1.25*b.size:
		return Sure
	case startsEntry(b.text()) && (room || endsStop(a.text()) || entry && near(b.x0, c.begin.x0, 2)):
		return Sure
	case a.Heading:
		return Runs
	case entry:
		if b.x0 < c.begin.x0-2 || room {
			return Likely
		}
		return Runs
	case b.x0-a.x0 > 0.7*b.size && b.indent && (c.count > 1 || !a.indent):
		return Sure
	case c.count > 1 && a.x0-b.x0 > 0.7*b.size:
		return Sure
	case room:
		return Likely
	}
	return Runs
}

// jump decides it at the top of a column or page. Where the text before was set to the full width, it goes on.
func (c *pair) jump(room bool) Break {
	switch {
	case startsEntry(c.b.text()) && endsStop(c.a.text()):
		return Sure
	case room, c.b.indent && !c.a.indent, c.a.Heading:
		return Likely
	}
	return Runs
}

func endsStop(s string) bool {
	s = strings.TrimRight(s, "”\"’')»] ")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "/")
}

// startsEntry reports whether a line opens a list item or a note: "• ", "[4] ", "12. ", "(a) ", "4 “".
func startsEntry(s string) bool {
	r, rest := rune(0), ""
	for i, c := range s {
		if i == 0 {
			r = c
			continue
		}
		rest = s[i:]
		break
	}
	if strings.ContainsRune("-*•·–—▪◦●‣", r) {
		return strings.HasPrefix(rest, " ")
	}
	label, after := labelOf(s)
	return label != "" && after != ""
}

// labelOf cuts the label of a note or item off a line: "4 Text", "[4] Text", "4. Text", "4) Text", "* Text". label is "" if it has none.
func labelOf(s string) (label, rest string) {
	t := strings.TrimLeft(s, "[(")
	open := len(s) - len(t)
	k := 0
	for k < len(t) && k < 4 && t[k] >= '0' && t[k] <= '9' {
		k++
	}
	if k == 0 && open > 0 && len(t) > 1 {
		for k < len(t) && k < 5 && t[k] >= 'a' && t[k] <= 'z' {
			k++
		}
	}
	if k == 0 && open == 0 {
		for k < len(t) && k < 3 && (t[k] == '*') {
			k++
		}
		if sign := strings.TrimLeft(t, "†‡§"); k == 0 && len(sign) < len(t) {
			k = len(t) - len(sign)
		}
	}
	if k == 0 || k == len(t) || k == 4 {
		return "", ""
	}
	label, rest = t[:k], t[k:]
	closed := strings.TrimLeft(rest, ".)]:")
	if open > 0 && len(closed) == len(rest) || !strings.HasPrefix(closed, " ") && open == 0 || open > 1 {
		return "", ""
	}
	body := strings.TrimLeft(closed, " ")
	if open == 0 && len(closed) == len(rest) && label[0] >= '0' && label[0] <= '9' && !opensNote(body) {
		return "", ""
	}
	return label, body
}

// opensNote reports whether the text behind a bare number begins as a note does: with a capital, a quotation or an address; a month does not.
func opensNote(s string) bool {
	if r, _ := utf8.DecodeRuneInString(s); s != "" {
		if unicode.IsUpper(r) || strings.ContainsRune("“\"„«‘'", r) || strings.HasPrefix(s, "http") || unicode.IsLetter(r) && !unicode.IsLower(r) {
			return !months[strings.TrimRight(strings.SplitN(s, " ", 2)[0], ".,;)")]
		}
		return strings.HasPrefix(strings.ToLower(s), "ibid")
	}
	return false
}

// months begin no note: "12 May 2018" is a date cut by a line's end.
var months = map[string]bool{"January": true, "February": true, "March": true, "April": true, "May": true, "June": true, "July": true, "August": true, "September": true,
	"October": true, "November": true, "December": true, "Jan": true, "Feb": true, "Mar": true, "Apr": true, "Jun": true, "Jul": true, "Aug": true, "Sep": true, "Sept": true, "Oct": true, "Nov": true, "Dec": true,
	"Januar": true, "Februar": true, "März": true, "Mai": true, "Juni": true, "Juli": true, "Oktober": true, "Dezember": true}
