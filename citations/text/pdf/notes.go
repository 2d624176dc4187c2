package pdf

import (
	"slices"
	"strings"
	"unicode"
)

// roles finds footnotes and captions among the lines of a page.
func (t *typesetter) roles(s *sheet, lines []Line) {
	if len(lines) > crowded {
		return
	}
	t.captions(s, lines)
	t.raised = map[string]bool{}
	for i := range lines {
		for k, p := range lines[i].Pieces {
			if p.Raised && (k > 0 || i == 0) {
				for _, l := range strings.FieldsFunc(p.Text, func(r rune) bool {
					return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '*' && r != '†' && r != '‡' && r != '§'
				}) {
					t.raised[l] = true
				}
			}
		}
	}
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && lines[to].col == lines[from].col {
			to++
		}
		if t.footOf(lines, from, to) {
			t.footnotes(lines[from:to])
		}
		from = to
	}
}

// footOf reports whether nothing of its own column or over all columns stands below the lines [from, to).
func (t *typesetter) footOf(lines []Line, from, to int) bool {
	low := &lines[to-1]
	for i := range lines {
		if (i < from || i >= to) && lines[i].y < low.y-1 && (lines[i].col == low.col || lines[i].col < 0 || low.col < 0) {
			return false
		}
	}
	return true
}

// footnotes marks the notes at the end of a column: small type, or what stands below a thin line, from the first label on, if a superscript
// on the page leads to that. Small type before the first label goes on with a note of the page before.
func (t *typesetter) footnotes(col []Line) {
	from := len(col)
	for from > 0 && col[from-1].Role == Body && col[from-1].size < 0.94*t.body {
		from--
	}
	for i := len(col) - 1; i >= 0; i-- {
		if col[i].ruled && i <= from && col[i].size < 1.02*t.body {
			for i > 0 && col[i-1].ruled { // the second line of a note may be as near to the thin line as the first
				i--
			}
			from = i
			break
		}
	}
	first, led := -1, false
	for i := from; i < len(col) && first < 0; i++ {
		if l, _ := noteLabel(&col[i]); l != "" && l[0] != '0' {
			first, led = i, t.raised[l]
		}
	}
	if first < 0 || !led || slices.ContainsFunc(col[:from], func(l Line) bool { return notesHead(l.text()) }) {
		if first >= 0 || from == len(col) || !col[from].ruled || !t.noted || col[from].size > 0.94*t.body {
			return
		}
		first = from
	}
	if first > from && !t.noted {
		from = first
	}
	t.label(col[from:])
}

// label makes notes of lines and takes their labels out of the text.
func (t *typesetter) label(lines []Line) {
	t.noted = true
	for i := range lines {
		l := &lines[i]
		l.Role = Note
		label, rest := noteLabel(l)
		if label == "" || l.lead == "" && !t.raised[label] {
			continue
		}
		l.Label = label
		l.cutTo(len(rest))
	}
}

// cutTo drops what stands before the last n bytes of a line.
func (l *Line) cutTo(n int) {
	drop := len(l.text()) - n
	for drop > 0 && len(l.Pieces) > 0 {
		k := min(drop, len(l.Pieces[0].Text))
		l.Pieces[0].Text = l.Pieces[0].Text[k:]
		drop -= k
		if l.Pieces[0].Text == "" {
			l.Pieces = l.Pieces[1:]
		}
	}
}

// noteLabel cuts the label off a line: the one that is raised before its text, or one as labelOf knows it.
func noteLabel(l *Line) (label, rest string) {
	s := l.text()
	if l.lead != "" {
		return l.lead, strings.TrimLeft(strings.TrimPrefix(s, l.lead), " .)")
	}
	return labelOf(s)
}

var notesHeads = map[string]bool{"notes": true, "endnotes": true, "references": true, "sources": true, "citations": true, "anmerkungen": true, "quellen": true, "fußnoten": true,
	"notas": true, "fuentes": true, "références": true, "note": true, "fonti": true, "примечания": true, "источники": true, "przypisy": true, "noten": true, "kaynaklar": true, "الهوامش": true, "المصادر": true}

func notesHead(s string) bool { return notesHeads[strings.ToLower(strings.Trim(s, " :.*"))] }

// captions marks the lines below a picture: smaller or slanted type that begins within two lines of it, in its width.
func (t *typesetter) captions(s *sheet, lines []Line) {
	for _, b := range s.pictures {
		if b.x1-b.x0 < 50 || b.y1-b.y0 < 35 || (b.x1-b.x0)*(b.y1-b.y0) > 0.6*s.width*s.height {
			continue
		}
		edge := b.y0
		for i := range lines {
			l := &lines[i]
			if l.y > edge || edge-l.y > 2.3*l.size || l.x0 < b.x0-12 || l.x0 > b.x1 || l.x1 > b.x1+0.15*(b.x1-b.x0)+20 || l.Role != Body {
				continue
			}
			if l.size > 0.96*t.body && !l.italic && !captionWord(l.text()) && edge == b.y0 || edge != b.y0 && edge-l.y > 1.6*l.size {
				continue
			}
			if edge != b.y0 && i > 0 && lines[i-1].Role == Caption && !near(l.size, lines[i-1].size, 0.4) {
				break
			}
			l.Role = Caption
			edge = l.y
		}
	}
}

func captionWord(s string) bool {
	for _, w := range []string{"Figure ", "Fig. ", "Photo", "Image", "Picture:", "Abb", "Foto", "Bild:", "Рис", "Фото", "Source:", "Table ", "Map "} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}
