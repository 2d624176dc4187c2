package pdf

import (
	"bytes"
	"math"
)

// matrix is a b c d e f of a PDF transformation.
type matrix [6]float64

var unit = matrix{1, 0, 0, 1, 0, 0}

// times is m followed by n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// glyph is one character as drawn: its text, where its baseline begins, how far it reaches and in which direction.
type glyph struct {
	text         string
	x, y         float64
	dx, dy       float64 // to the next glyph, without letter spacing
	size         float64
	bold, italic bool
	blank        bool
	artifact     bool // the file says that it belongs to the page, not to the text
	unknown      bool // nothing tells what it says
}

// graphics is what q saves and Q restores.
type graphics struct {
	ctm                                     matrix
	font                                    *font
	size, charSpace, wordSpace, scale, lead float64
	rise                                    float64
}

// walker runs a page's content and notes what it draws.
type walker struct {
	*file
	fonts     map[any]*font
	resources dict
	g         graphics
	saved     []graphics
	tm, line  matrix
	marks     []mark
	hidden    int // marks open that are artifacts
	glyphs    []glyph
	rules     []box // thin lines
	pictures  []box
	path      []box
	x, y      float64 // the current point
	depth     int
	forms     int
	unknown   int
}

// mark is an open marked-content sequence.
type mark struct {
	artifact bool
	actual   *string // what the glyphs in it say all together
	used     bool
}

// operandsAtMost is how many operands are kept for an operator.
const operandsAtMost = 64

// run interprets a content stream.
func (w *walker) run(data []byte) {
	l := lexer{s: data}
	var args array
	for {
		o, ok := l.next()
		if !ok {
			return
		}
		w.tick()
		k, isWord := o.(keyword)
		if !isWord {
			if len(args) < operandsAtMost {
				args = append(args, o)
			}
			continue
		}
		if k == "BI" {
			skipImage(&l)
		} else {
			w.operator(k, args)
		}
		args = args[:0]
	}
}

// skipImage passes over an inline image: up to EI between blanks.
func skipImage(l *lexer) {
	k := bytes.Index(l.s[l.pos:], []byte("ID"))
	if k < 0 {
		l.pos = len(l.s)
		return
	}
	l.pos += k + 2
	for {
		k := bytes.Index(l.s[l.pos:], []byte("EI"))
		if k < 0 {
			l.pos = len(l.s)
			return
		}
		at := l.pos + k
		l.pos = at + 2
		if at > 0 && white[l.s[at-1]] && (l.pos >= len(l.s) || white[l.s[l.pos]]) {
			return
		}
	}
}

// num is operand i as a number.
func num(args array, i int) float64 {
	if i < len(args) {
		return number(args[i])
	}
	return 0
}

func matrixOf(args array) (m matrix) {
	for i := range m {
		m[i] = num(args, i)
	}
	return m
}

// operator does what one operator says; those that draw no text and move none are passed over.
func (w *walker) operator(k keyword, args array) {
	switch k {
	case "q":
		if len(w.saved) < 512 {
			w.saved = append(w.saved, w.g)
		}
	case "Q":
		if n := len(w.saved); n > 0 {
			w.g, w.saved = w.saved[n-1], w.saved[:n-1]
		}
	case "cm":
		w.g.ctm = matrixOf(args).times(w.g.ctm)
	case "Do":
		if len(args) > 0 {
			w.object(args[0])
		}
	case "BDC", "BMC":
		w.begin(args)
	case "EMC":
		w.end()
	case "gs":
		w.state(args)
	case "m", "l", "re", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n":
		w.paint(k, args)
	default:
		w.textOperator(k, args)
	}
}

func (w *walker) textOperator(k keyword, args array) {
	switch k {
	case "BT":
		w.tm, w.line = unit, unit
	case "Tf":
		if len(args) > 1 {
			w.g.font, w.g.size = w.fontNamed(args[0]), number(args[1])
		}
	case "Tc":
		w.g.charSpace = num(args, 0)
	case "Tw":
		w.g.wordSpace = num(args, 0)
	case "Tz":
		w.g.scale = num(args, 0) / 100
	case "TL":
		w.g.lead = num(args, 0)
	case "Ts":
		w.g.rise = num(args, 0)
	case "Td":
		w.move(num(args, 0), num(args, 1))
	case "TD":
		w.g.lead = -num(args, 1)
		w.move(num(args, 0), num(args, 1))
	case "Tm":
		w.tm = matrixOf(args)
		w.line = w.tm
	case "T*":
		w.move(0, -w.g.lead)
	case "Tj", "TJ", "'", "\"":
		w.showOperator(k, args)
	}
}

func (w *walker) showOperator(k keyword, args array) {
	if k == "\"" {
		w.g.wordSpace, w.g.charSpace = num(args, 0), num(args, 1)
	}
	if k == "'" || k == "\"" {
		w.move(0, -w.g.lead)
	}
	if len(args) == 0 {
		return
	}
	switch x := args[len(args)-1].(type) {
	case str:
		w.show([]byte(x))
	case array:
		for _, o := range x {
			if s, ok := o.(str); ok {
				w.show([]byte(s))
			} else {
				w.tm = matrix{1, 0, 0, 1, -number(o) / 1000 * w.g.size * w.g.scale, 0}.times(w.tm)
			}
		}
	}
}

func (w *walker) move(x, y float64) {
	w.line = matrix{1, 0, 0, 1, x, y}.times(w.line)
	w.tm = w.line
}

func (w *walker) fontNamed(o any) *font {
	n, _ := o.(name)
	return w.fontOf(w.dict(w.resources["Font"])[n])
}

// fontOf reads a font once.
func (w *walker) fontOf(o any) *font {
	r, isRef := o.(ref)
	if isRef {
		if t, ok := w.fonts[r]; ok {
			return t
		}
	}
	d := w.dict(o)
	if d == nil {
		return nil
	}
	t := w.readFont(d)
	if isRef {
		w.fonts[r] = t
	}
	return t
}

func (w *walker) state(args array) {
	if len(args) == 0 {
		return
	}
	n, _ := args[0].(name)
	if f := w.array(w.dict(w.dict(w.resources["ExtGState"])[n])["Font"]); len(f) == 2 {
		w.g.font, w.g.size = w.fontOf(f[0]), number(w.resolve(f[1]))
	}
}

// show draws a string.
func (w *walker) show(s []byte) {
	g := &w.g
	if g.font == nil {
		w.unknown += len(s)
		return
	}
	for len(s) > 0 {
		c, n := g.font.next(s)
		s = s[n:]
		w.tick()
		advance := c.width / 1000 * g.size
		w.draw(c, advance*g.scale)
		advance += g.charSpace
		if c.blank {
			advance += g.wordSpace
		}
		w.tm = matrix{1, 0, 0, 1, advance * g.scale, 0}.times(w.tm)
	}
}

// onPage bounds the characters of one page; a page of a broadsheet has some 60,000.
const onPage = 250_000

// draw notes one glyph.
func (w *walker) draw(c char, advance float64) {
	w.budget.glyphs++
	if w.budget.glyphs > w.Glyphs || len(w.glyphs) > onPage {
		panic(limitError("it draws more characters than any issue holds; it may be made to fill the memory: nothing of it was taken"))
	}
	m := matrix{1, 0, 0, 1, 0, w.g.rise}.times(w.tm).times(w.g.ctm)
	gl := glyph{x: m[4], y: m[5], dx: advance * m[0], dy: advance * m[1], bold: w.g.font.bold, italic: w.g.font.italic || m[2] != 0 && m[1] == 0 && m[0] != 0}
	gl.size = math.Abs(w.g.size) * math.Hypot(m[2], m[3])
	gl.text, gl.artifact = w.say(c.text), w.hidden > 0
	gl.unknown = unreadable(gl.text) && c.text == gl.text
	gl.blank = blankText(gl.text)
	if gl.unknown {
		w.unknown++
	}
	if bad(gl.x) || bad(gl.y) || bad(gl.dx) || bad(gl.size) || gl.size == 0 {
		return
	}
	w.glyphs = append(w.glyphs, gl)
}

func bad(x float64) bool { return math.IsNaN(x) || math.Abs(x) > 1e6 }

// say is the text of a glyph: what the sequence that it stands in says, once, where the file tells.
func (w *walker) say(s string) string {
	for i := len(w.marks) - 1; i >= 0; i-- {
		if m := &w.marks[i]; m.actual != nil {
			if m.used {
				return ""
			}
			m.used = true
			return *m.actual
		}
	}
	return s
}

func blankText(s string) bool {
	return s == " " || s == "\u00A0" || s == "\t" || s == "\u2002" || s == "\u2003" || s == "\u2009" || s == "\u202F" || s == "\u3000"
}

// unreadable reports whether a glyph says nothing that can be read: it has no text, a private one or a control character.
func unreadable(s string) bool {
	if s == "" {
		return true
	}
	for _, r := range s {
		if r < 32 && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFD || r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 {
			return true
		}
	}
	return false
}

func (w *walker) begin(args array) {
	var m mark
	if len(args) > 0 {
		m.artifact = args[0] == name("Artifact")
	}
	if len(args) > 1 {
		d, ok := args[1].(dict)
		if n, isName := args[1].(name); isName && !ok {
			d = w.dict(w.dict(w.resources["Properties"])[n])
		}
		if s, ok := w.resolve(d["ActualText"]).(str); ok {
			t := textString(s)
			m.actual = &t
		}
	}
	if m.artifact {
		w.hidden++
	}
	if len(w.marks) < 256 {
		w.marks = append(w.marks, m)
	}
}

func (w *walker) end() {
	if n := len(w.marks); n > 0 {
		if w.marks[n-1].artifact {
			w.hidden--
		}
		w.marks = w.marks[:n-1]
	}
}

// formDepth and formsAtMost bound forms that draw forms.
const (
	formDepth   = 12
	formsAtMost = 5000
)

// object draws a form or notes where a picture stands.
func (w *walker) object(o any) {
	n, _ := o.(name)
	s := w.stream(w.dict(w.resources["XObject"])[n])
	if s == nil {
		return
	}
	if s.dict["Subtype"] == name("Image") {
		x0, y0 := w.g.ctm.apply(0, 0)
		x1, y1 := w.g.ctm.apply(1, 1)
		if len(w.pictures) < 1000 {
			w.pictures = append(w.pictures, box{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)})
		}
		return
	}
	w.forms++
	if s.dict["Subtype"] != name("Form") || w.depth >= formDepth || w.forms > formsAtMost {
		return
	}
	data, _ := w.decode(s)
	kept, depth, resources, marks := w.g, len(w.saved), w.resources, len(w.marks)
	if m := w.array(s.dict["Matrix"]); len(m) == 6 {
		w.g.ctm = matrixOf(m).times(w.g.ctm)
	}
	if r := w.dict(s.dict["Resources"]); r != nil {
		w.resources = r
	}
	w.depth++
	w.run(data)
	w.depth--
	for len(w.marks) > marks {
		w.end()
	}
	w.g, w.resources, w.saved = kept, resources, w.saved[:min(len(w.saved), depth)]
}

// paint follows paths as far as thin lines need: they stand above footnotes and between columns.
func (w *walker) paint(k keyword, args array) {
	switch k {
	case "m":
		w.x, w.y = w.g.ctm.apply(num(args, 0), num(args, 1))
	case "l":
		x, y := w.g.ctm.apply(num(args, 0), num(args, 1))
		w.addPath(box{min(x, w.x), min(y, w.y), max(x, w.x), max(y, w.y)})
		w.x, w.y = x, y
	case "re":
		x0, y0 := w.g.ctm.apply(num(args, 0), num(args, 1))
		x1, y1 := w.g.ctm.apply(num(args, 0)+num(args, 2), num(args, 1)+num(args, 3))
		w.addPath(box{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)})
	default:
		if k != "n" && len(w.rules) < 2000 {
			w.rules = append(w.rules, w.path...)
		}
		w.path = w.path[:0]
	}
}

// addPath keeps lines that lie flat.
func (w *walker) addPath(b box) {
	if b.y1-b.y0 < 2.5 && b.x1-b.x0 > 12 && len(w.path) < 64 {
		w.path = append(w.path, b)
	}
}
