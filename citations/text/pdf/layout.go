package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// layout makes lines of the words of all pages.
func (r *reader) layout() {
	pages := make([][]row, len(r.sheets))
	own := make([][]gutter, len(r.sheets))
	for i, s := range r.sheets {
		pages[i] = s.rows()
		r.look()
	}
	markFurniture(pages, r.sheets)
	r.doc.Heads = heads(pages)
	for i, s := range r.sheets {
		pages[i] = slices.DeleteFunc(pages[i], func(r row) bool { return r.furniture })
		own[i] = gutters(pages[i], s.width)
		r.look()
	}
	shared := common(own)
	var all []row
	for i := range pages {
		all = append(all, pages[i]...)
	}
	t := typesetter{body: bodySize(all), doc: r.doc}
	for i, s := range r.sheets {
		gs := own[i]
		if len(gs) < len(shared) {
			gs = shared
		}
		t.page(s, pages[i], gs)
		s.words = nil
		r.look()
	}
	t.paragraphs()
}

// heads are the lines of furniture that say more than a number.
func heads(pages [][]row) []string {
	const most = 8
	var out []string
	seen := map[string]bool{}
	for _, rows := range pages {
		for i := range rows {
			if s := tidy(rowText(rows[i].words)); rows[i].furniture && len(out) < most && !pageNumber(s) && !browserHead(s) && !seen[furnitureKey(s)] {
				seen[furnitureKey(s)] = true
				out = append(out, s)
			}
		}
	}
	return out
}

// browserHead knows what a browser prints around a page: the day of printing and the address, which say nothing of the text.
func browserHead(s string) bool {
	f := strings.Fields(s)
	if len(f) >= 2 && strings.ContainsRune(f[1], ':') && strings.Trim(f[0], "0123456789/.,-") == "" {
		return true
	}
	return len(f) >= 1 && strings.Contains(f[0], "://") && (len(f) == 1 || pageNumber(f[len(f)-1]))
}

// typesetter undoes what a typesetter does.
type typesetter struct {
	body   float64 // type size of the text
	doc    *Document
	raised map[string]bool // superscripts of the page at hand
	noted  bool            // a column before this one has notes, which can go on
}

// page adds the lines of one page in reading order.
func (t *typesetter) page(s *sheet, rows []row, gs []gutter) {
	cols := make([][]Line, len(gs)+1)
	var out []Line
	band := 0
	flush := func() {
		for c := range cols {
			out = append(out, cols[c]...)
			cols[c] = nil
		}
		band++
	}
	wide := false
	if s.rtl {
		mirrorBrackets(rows, s.gap)
	}
	s.rules = slices.DeleteFunc(s.rules, s.underlines)
	for i := range rows {
		parts, at := cut(rows[i].words, gs)
		if len(parts) == 1 && at[0] >= 0 && len(gs) > 0 && len(rows) <= crowded && (rows[i].size > 1.15*t.body || at[0] > 0 && at[0] < len(gs)) && spans(rows, i, at[0], gs) {
			at[0] = -1
		}
		for k, ws := range parts {
			l := newLine(s, ws, at[k])
			if (at[k] < 0) != wide {
				flush()
				wide = at[k] < 0
			}
			l.band = band
			c := max(at[k], 0)
			cols[c] = append(cols[c], l)
		}
	}
	flush()
	for i := range out {
		out[i].Number = i + 1
		out[i].Jump = i == 0 || out[i].y > out[i-1].y+1 || out[i].col != out[i-1].col && out[i].band == out[i-1].band
	}
	t.roles(s, out)
	t.doc.Lines = append(t.doc.Lines, out...)
}

// spans reports whether the lone head in column col of row i stands over all columns: those beside it leave as much room for it as its own
// does. Above three columns or more, one in the middle does so wherever nothing stands beside it.
func spans(rows []row, i, col int, gs []gutter) bool {
	above, below := room(rows, i, col, gs)
	for c := range len(gs) + 1 {
		if c == col {
			continue
		}
		a, b := room(rows, i, c, gs)
		top := math.IsInf(a, 1)
		switch {
		case math.IsInf(b, 1) || a < 0.8*rows[i].size || b < 0.8*rows[i].size:
			return false
		case top && (col == 0 || col == len(gs)), !top && a+b < 0.9*(above+below):
			return false
		}
	}
	return true
}

// room is how far the nearest lines of a column lie above and below row i.
func room(rows []row, i, col int, gs []gutter) (above, below float64) {
	above, below = math.Inf(1), math.Inf(1)
	for k := range rows {
		_, cols := cut(rows[k].words, gs)
		if k == i || !slices.Contains(cols, col) {
			continue
		}
		if d := rows[k].y - rows[i].y; d >= 0 {
			above = min(above, d)
		} else {
			below = min(below, -d)
		}
	}
	return above, below
}

// newLine makes a line of the words of one column.
func newLine(s *sheet, ws []word, col int) Line {
	markRaised(ws)
	spaced(ws, s.gap)
	l := Line{Page: s.number, col: col, size: mainSize(ws), x0: ws[0].x0, x1: ws[len(ws)-1].x1, y: ws[0].y, first: firstWidth(ws)}
	l.bold, l.italic = true, true
	for i := range ws {
		if near(ws[i].size, l.size, 0.5) {
			l.y = ws[i].y
		}
		l.x1 = max(l.x1, ws[i].x1)
		if ws[i].side != neutral {
			l.bold, l.italic = l.bold && ws[i].bold, l.italic && ws[i].italic
		}
	}
	inOrder(ws, s.rtl)
	if ws[0].raised && len(ws) > 1 {
		l.lead = strings.Trim(ws[0].text, "[]().")
		ws[0].after = true
	}
	l.Pieces = pieceUp(ws)
	for _, b := range s.rules {
		if b.x0 < l.x0+12 && b.x1 > l.x0+8 && b.y0 > l.y+0.4*l.size && b.y0 < l.y+3*l.size {
			l.ruled = true
		}
	}
	return l
}

// underlines reports whether a thin line belongs to the words above it.
func (s *sheet) underlines(b box) bool {
	for i := range s.words {
		if w := &s.words[i]; w.x1 > b.x0+1 && w.x0 < b.x1-1 && w.y-b.y1 > -1 && w.y-b.y1 < 0.33*w.size {
			return true
		}
	}
	return false
}

// firstWidth is how wide the first word of a line is, up to its first blank; of what is written without blanks, up to where a line may end.
func firstWidth(ws []word) float64 {
	end := len(ws) - 1
	for i := range ws {
		if ws[i].after {
			end = i
			break
		}
	}
	width := ws[end].x1 - ws[0].x0
	const enough = 4 // words: what is set in one type is one
	text := ws[0].text
	for i := 1; i <= min(end, enough-1); i++ {
		text += ws[i].text
	}
	if ems := unbroken(text); ems > 0 {
		return min(width, ems*ws[0].size)
	}
	return width
}

// pieceUp joins words of one style, with their blanks.
func pieceUp(ws []word) []Piece {
	var out []Piece
	var text strings.Builder
	var cur Piece
	add := func() {
		if text.Len() > 0 {
			cur.Text = text.String()
			out = append(out, cur)
		}
		text.Reset()
	}
	line := ""
	for i := range ws {
		w := &ws[i]
		blank := i > 0 && (ws[i-1].after || w.before)
		said, marker := w.said(line, i == 0)
		next := Piece{Raised: marker, URL: w.url}
		if i == 0 || next != (Piece{Raised: cur.Raised, URL: cur.URL}) {
			if blank && !cur.Raised {
				text.WriteByte(' ')
				blank = false
			}
			add()
			cur = next
		}
		if blank {
			text.WriteByte(' ')
		}
		text.WriteString(said)
		if i > 0 && (ws[i-1].after || w.before) {
			line += " "
		}
		line += said
	}
	add()
	return out
}

// said is what a word says: small digits beside a unit or a number are written as such ("m²", "10⁶", "H₂O"); other raised words are markers.
func (w *word) said(before string, first bool) (text string, marker bool) {
	switch {
	case w.lowered:
		return mapDigits(w.text, "₀₁₂₃₄₅₆₇₈₉"), false
	case !w.raised:
		return w.text, false
	case power(before):
		return mapDigits(w.text, "⁰¹²³⁴⁵⁶⁷⁸⁹"), false
	case ordinal(w.text):
		return w.text, false
	}
	return w.text, !first
}

// ordinal knows the endings that are raised behind numbers: "27th", "1er", "2ª".
func ordinal(s string) bool {
	switch strings.ToLower(s) {
	case "th", "st", "nd", "rd", "er", "re", "e", "ème", "o", "a", "º", "ª":
		return len(s) > 1 || s == "º" || s == "ª"
	}
	return false
}

// units of length are raised to powers; a single letter is one only behind a blank or a digit.
var units = map[string]bool{"m": true, "km": true, "cm": true, "mm": true, "ft": true, "mi": true, "yd": true, "µm": true, "dm": true, "hm": true, "in": true, "ha": true, "nm": true}

// power reports whether a raised digit behind s is a power: behind a unit that follows a number, or behind a short number that is no year.
func power(s string) bool {
	k := len(s)
	for k > 0 && (s[k-1]|0x20 >= 'a' && s[k-1]|0x20 <= 'z' || s[k-1] >= 0x80) {
		k--
	}
	if k < len(s) {
		return units[s[k:]] && (k == 0 || s[k-1] == ' ' || s[k-1] == '/' || s[k-1] >= '0' && s[k-1] <= '9')
	}
	for k > 0 && s[k-1] >= '0' && s[k-1] <= '9' {
		k--
	}
	return s[k:] == "10" && (k == 0 || s[k-1] == ' ')
}

// mapDigits writes digits as small ones.
func mapDigits(s, digits string) string {
	small := []rune(digits)
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return small[r-'0']
		}
		return r
	}, s)
}

// text is the line as a string.
func (l *Line) text() string {
	var b strings.Builder
	for i := range l.Pieces {
		b.WriteString(l.Pieces[i].Text)
	}
	return b.String()
}

// margin is where the lines of one column begin and end.
type margin struct{ left, right float64 }

// marginKey names a column of a page; page 0 is the same column in all pages.
type marginKey struct{ page, col int }

// margins measures the columns by the lines of text in them.
func (t *typesetter) margins() map[marginKey]margin {
	lefts, rights := map[marginKey][]float64{}, map[marginKey][]float64{}
	for i := range t.doc.Lines {
		l := &t.doc.Lines[i]
		if l.Role != Body || l.size > 1.08*t.body {
			continue
		}
		for _, k := range []marginKey{{l.Page, l.col}, {0, l.col}} {
			lefts[k], rights[k] = append(lefts[k], l.x0), append(rights[k], l.x1)
		}
	}
	out := map[marginKey]margin{}
	for k, xs := range lefts {
		if len(xs) >= 5 || k.page == 0 {
			out[k] = margin{flushAt(xs), edgeAt(rights[k])}
		}
	}
	return out
}

// flushAt is the leftmost place where a fifth of the lines begin.
func flushAt(xs []float64) float64 {
	slices.SortFunc(xs, cmp.Compare[float64])
	for i, k := 0, 0; i < len(xs); i++ {
		for k < len(xs) && xs[k]-xs[i] < 1.5 {
			k++
		}
		if (k-i)*5 >= len(xs) {
			return xs[i]
		}
	}
	return xs[0]
}

// edgeAt is where the longest lines end, but for one in twenty.
func edgeAt(xs []float64) float64 {
	slices.SortFunc(xs, cmp.Compare[float64])
	return xs[int(math.Max(0, float64(len(xs)-1-len(xs)/20)))]
}
