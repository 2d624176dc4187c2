package citations

import (
	"strconv"
	"strings"

	"example.org/verify/citations/text"
)

// notes reads the notes of an article. A block may hold several; a block without a label goes on with the note before it.
func (p *parser) notes(a *Article, o *outline) {
	list := -1
	lists := 0
	for i := o.first; i < o.last; i++ {
		p.look()
		switch o.parts[i-o.first] {
		case NotesHead:
			list = lists
			lists++
		case NoteEntry:
			if p.beginsAnew(a, i) {
				list = max(list, 0) + 1
				lists = list + 1
			}
			p.noteBlock(a, i, max(list, 0))
		}
	}
	for i := range a.Notes {
		p.look()
		p.noteFields(a, i)
	}
	for i := range a.Notes {
		p.look()
		p.resolveIbid(a, i)
	}
	p.shortForms(a)
}

// beginsAnew reports whether block i is note 1 at the foot of a page and another note 1 stands at the foot of an earlier one: each page numbers its own.
func (p *parser) beginsAnew(a *Article, i int) bool {
	b := &p.t.Blocks[i]
	if b.Kind != text.Footnote || b.Label != "1" || b.Mark.Empty() || len(a.Notes) == 0 {
		return false
	}
	last := &a.Notes[len(a.Notes)-1]
	for k := len(a.Notes) - 1; k >= 0 && a.Notes[k].List == last.List; k-- {
		if a.Notes[k].Label == "1" {
			return true
		}
	}
	return false
}

// noteBlock adds the notes of one block.
func (p *parser) noteBlock(a *Article, i, list int) {
	b := &p.t.Blocks[i]
	s := p.clean[b.Range.Start:b.Range.End]
	if b.Kind == text.Footnote || b.Kind == text.Item && b.Label != "" {
		p.footnote(a, i, list)
		return
	}
	label, style, n := labelAt(s)
	if isNumber(s) && len(s) <= 3 { // its text stands in the next block
		p.addNote(a, list, s, b.Range, Range{Start: b.Range.End, End: b.Range.End})
		return
	}
	if lead := caretLead(s); label == "" && lead > 0 {
		label, n = p.nextInList(a, list), lead
		p.addNote(a, list, label, b.Range, Range{Start: b.Range.Start + n, End: b.Range.End})
		return
	}
	if label == "" {
		if k := len(a.Notes); k > 0 {
			p.goOn(a, k-1, b.Range)
		}
		return
	}
	p.noteRun(a, list, b.Range, n, label, style)
}

// nextInList is the number of the next note of a list whose notes bear none.
func (p *parser) nextInList(a *Article, list int) string {
	n := 1
	for i := len(a.Notes) - 1; i >= 0 && a.Notes[i].List == list; i-- {
		n++
	}
	return strconv.Itoa(n)
}

// noteRun adds the notes of the text at r: the one that bears label, whose text begins n bytes in, and those that stand on its line.
func (p *parser) noteRun(a *Article, list int, r Range, n int, label string, style labelStyle) {
	s, at := p.clean[r.Start:r.End], r.Start
	for {
		p.look()
		next, nextLabel, nextN := p.runOn(s, n, label, style)
		end := len(s)
		if next > 0 {
			end = next
		}
		p.addNote(a, list, label, trimRange(p.clean, Range{Start: at + labelStart(s[:n]), End: at + end}), Range{Start: at + n, End: at + end})
		if next <= 0 {
			return
		}
		if span := p.t.Source(Range{Start: at + next, End: at + next + nextN}); !p.opensLine(span.Start) {
			p.defect(Defect{Kind: RunOn, Note: len(a.Notes), Citation: -1, Span: span})
		}
		at, s = at+next, s[next:]
		label, n = nextLabel, nextN
	}
}

// goOn lets note i go on over the block at r, which is its text where its label stands alone.
func (p *parser) goOn(a *Article, i int, r Range) {
	n := &a.Notes[i]
	n.Range.End = r.End
	if !p.bodies[i].Empty() || n.Text != "" {
		return
	}
	body := trimRange(p.clean, r)
	p.bodies[i], n.Text = body, p.clean[body.Start:body.End]
	n.Span = p.t.Outer(n.Range)
}

// opensLine reports whether nothing but blanks stands before byte at of the source on its line: lines that were joined to one block part notes, too.
func (p *parser) opensLine(at int) bool {
	for at > 0 && (p.t.Raw[at-1] == ' ' || p.t.Raw[at-1] == '\t') {
		at--
	}
	return at == 0 || p.t.Raw[at-1] == '\n' || p.t.Raw[at-1] == '\r'
}

// labelStart is where the label stands in what precedes a note's text: past a list's dash.
func labelStart(s string) int {
	for i := range len(s) {
		if c := s[i]; c == '[' || c == '(' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c == '^' || c >= 0xC2 && c != 0xE2 || c == 0xE2 && i+2 < len(s) && s[i+1] == 0x81 {
			return i
		}
	}
	return 0
}

// footnote adds the footnote of block i, which the format marks, or goes on with it. Where a program has printed the label, the next note may stand on the same line.
func (p *parser) footnote(a *Article, i, list int) {
	b := &p.t.Blocks[i]
	if k := len(a.Notes); k > 0 && b.Mark.Empty() && a.Notes[k-1].Label == b.Label {
		a.Notes[k-1].Range.End = b.Range.End
		a.Notes[k-1].Span.End = p.t.OuterEnd(b.Range.End)
		return
	}
	first := len(a.Notes)
	if next := nextLabel(b.Label); b.Kind == text.Footnote && next != "" && !p.labelled(i+1, next) {
		p.noteRun(a, list, b.Range, 0, b.Label, p.printedStyle(b.Mark))
	} else {
		p.addNote(a, list, b.Label, b.Range, b.Range)
	}
	n := &a.Notes[first]
	if !b.Mark.Empty() {
		n.Span.Start = b.Mark.Start
		n.LabelSpan = b.Mark
	}
}

// labelled reports whether block i is a footnote that bears label.
func (p *parser) labelled(i int, label string) bool {
	return i < len(p.t.Blocks) && p.t.Blocks[i].Kind == text.Footnote && p.t.Blocks[i].Label == label
}

// printedStyle is how the label of a footnote is set in the source; noLabel where it is not printed as one of text.
func (p *parser) printedStyle(mark Span) labelStyle {
	const reach = 2 // bytes behind the label: a blank and the text's first
	_, style, _ := labelAt(string(p.t.Raw[mark.Start:min(mark.End+reach, len(p.t.Raw))]))
	return style
}

func (p *parser) addNote(a *Article, list int, label string, whole, body Range) {
	body = trimRange(p.clean, body)
	body = trimRange(p.clean, Range{Start: body.Start + backReference(p.clean[body.Start:body.End]), End: body.End})
	body.End = body.Start + len(withoutReturn(p.clean[body.Start:body.End]))
	a.Notes = append(a.Notes, Note{
		Span: p.t.Outer(whole), Range: whole, Label: label, LabelSpan: p.t.Source(Range{Start: whole.Start, End: max(whole.Start, min(body.Start, whole.End))}),
		RefersTo: -1, List: list, Text: strings.TrimSpace(p.clean[body.Start:body.End]),
	})
	p.bodies = append(p.bodies, body)
}

// withoutReturn takes the arrow off that a program prints behind a note to lead back to its marker: "↩", "↩︎".
func withoutReturn(s string) string {
	return strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(s, "\uFE0E"), "\uFE0F"), "↩"), " \u00A0")
}

// backReference is the width of what an encyclopedia prints before a note to lead back to its markers: "↑ ", "^ a b ".
func backReference(s string) int {
	at := 0
	for _, arrow := range [...]string{"↑", "^", "↩"} {
		if strings.HasPrefix(s, arrow) {
			at = len(arrow)
		}
	}
	if at == 0 {
		return 0
	}
	at = skipBlanks(s, at, len(s))
	end, letters := at, 0
	for end+1 < len(s) && s[end] == byte('a'+letters) && blankAt(s, end+1) > 0 && letters < 26 {
		end = skipBlanks(s, end+1, len(s))
		letters++
	}
	if letters >= 2 {
		return end
	}
	return at
}

// runOn finds where the next note begins within s, the text of one that bears label: the label one higher in the same style, behind the end of an entry
// and before a capital, a quotation or "ibid.". It returns 0 if there is none.
func (p *parser) runOn(s string, from int, label string, style labelStyle) (at int, next string, n int) {
	want := nextLabel(label)
	if want == "" {
		return 0, "", 0
	}
	printed := want
	if style == raised {
		printed = raise(want)
	}
	for i := from; i < len(s); {
		k := strings.Index(s[i:], printed)
		if k < 0 {
			return 0, "", 0
		}
		k += i
		i = k + len(printed)
		begin := k
		if style == square || style == paren {
			begin--
		}
		if begin <= from || k+len(printed) >= len(s) {
			continue
		}
		l, st, n := labelAt(s[begin:])
		if l != want || st != style || !entryEnds(s[:begin], style) || !entryBegins(s[begin+n:]) {
			continue
		}
		return begin, want, n
	}
	return 0, "", 0
}

// raise is a number in superior digits: "¹²" for "12".
func raise(number string) string {
	var b strings.Builder
	for _, digit := range number {
		if digit >= '0' && digit <= '9' {
			digit = []rune(superDigits)[digit-'0']
		}
		b.WriteRune(digit)
	}
	return b.String()
}

// nextLabel is the label that follows another in its system, "" if it has none.
func nextLabel(label string) string {
	n := labelNumber(label)
	switch {
	case n == 0:
		return ""
	case isNumber(label):
		return strconv.Itoa(n + 1)
	case len(label) == 1 && roman(label) == 0 && label < "z":
		return string(rune(label[0] + 1))
	}
	return toRoman(n + 1)
}

func toRoman(n int) string {
	var b strings.Builder
	for _, u := range []struct {
		n int
		s string
	}{{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= u.n; n -= u.n {
			b.WriteString(u.s)
		}
	}
	return b.String()
}

// entryEnds reports whether an entry can end with s.
func entryEnds(s string, style labelStyle) bool {
	t := strings.TrimRight(s, " \u00A0")
	if t == "" {
		return false
	}
	switch t[len(t)-1] {
	case '.', '"', ')', '/', '?', '!':
		return style == square || t != s || strings.HasSuffix(t, ".")
	}
	return strings.HasSuffix(t, "”") || strings.HasSuffix(t, "»") || strings.Contains(lastField(t), "/") || style == square && t != s
}

// entryBegins reports whether an entry can begin with s: with a capital, a quotation mark or ibid.
func entryBegins(s string) bool {
	s = strings.TrimLeft(s, " \u00A0\u202F*_«“„‘\"'")
	return s != "" && (capitalised(words(s)[0]) || strings.HasPrefix(strings.ToLower(s), "ibid") || caseless(s[:min(len(s), 8)]) || strings.HasPrefix(s, "http"))
}
