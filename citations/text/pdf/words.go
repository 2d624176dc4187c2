package pdf

import (
	"math"
	"strings"
	"unicode"
)

// word is a run of glyphs without a gap. x0, x1 and y (its baseline) count in points from the lower left of the page as it is
// looked at.
type word struct {
	text          string
	x0, x1, y     float64
	size          float64
	bold, italic  bool
	artifact      bool
	before, after bool // a blank was drawn there
	raised        bool // a superscript
	lowered       bool // a subscript
	url           string
	side          side
}

// sheet is a page as it is looked at: upright, its words where they stand.
type sheet struct {
	number        int // from 1
	width, height float64
	words         []word
	rules         []box
	pictures      []box
	links         []link
	gap           float64 // of blanks between words, in parts of the type size
	quarter       int     // how often it was turned clockwise
	rtl           bool    // most letters run from right to left
	sides         [3]int  // bytes of text by the way that they read, as far as pdftotext says
	chars         int
	unknown       int
	damaged       bool // the content breaks off
	scanned       bool // a picture covers it
}

// turned gives where a point lies once the page has been turned clockwise by quarters.
func turned(b box, quarters int, x, y float64) (float64, float64) {
	switch quarters {
	case 1:
		return y - b.y0, b.x1 - x
	case 2:
		return b.x1 - x, b.y1 - y
	case 3:
		return b.y1 - y, x - b.x0
	}
	return x - b.x0, y - b.y0
}

// heading is the quarter turn that a direction of writing needs to run to the right.
func heading(dx, dy float64) int {
	switch {
	case math.Abs(dx) >= math.Abs(dy) && dx >= 0:
		return 0
	case math.Abs(dx) >= math.Abs(dy):
		return 2
	case dy > 0:
		return 1
	}
	return 3
}

// newSheet turns what a walker has drawn into a sheet. The direction of most of the text says which way is up, whatever the page claims. Text that runs across the direction of most of the page is left out: stamps in
// the margin.
func newSheet(w *walker, p *page, n int, links []link) *sheet {
	var count [4]int
	var sides [3]int
	blanks := 0
	for i := range w.glyphs {
		g := &w.glyphs[i]
		count[heading(g.dx, g.dy)]++
		sides[classOf(g.text)]++
		if g.blank {
			blanks++
		}
	}
	own := 0
	for d, n := range count {
		if n > count[own] {
			own = d
		}
	}
	s := &sheet{number: n, width: p.box.x1 - p.box.x0, height: p.box.y1 - p.box.y0, unknown: w.unknown, gap: 0.17, quarter: own, rtl: sides[right] > sides[left]}
	if own%2 == 1 {
		s.width, s.height = s.height, s.width
	}
	if blanks*12 > len(w.glyphs) {
		s.gap = 0.24
	}
	for _, l := range links {
		s.links = append(s.links, link{turnedBoxes(p.box, own, []box{l.box})[0], l.url})
	}
	c := collector{sheet: s, seen: map[spot]bool{}}
	for i := range w.glyphs {
		g := &w.glyphs[i]
		if heading(g.dx, g.dy) != own && (g.dx != 0 || g.dy != 0) {
			continue
		}
		if len(s.links) > 0 {
			w.tick()
		}
		x, y := turned(p.box, own, g.x, g.y)
		c.add(g, x, y, math.Hypot(g.dx, g.dy))
	}
	c.flush()
	s.rules, s.pictures = turnedBoxes(p.box, own, w.rules), turnedBoxes(p.box, own, w.pictures)
	for _, b := range s.pictures {
		s.scanned = s.scanned || (b.x1-b.x0)*(b.y1-b.y0) > 0.5*s.width*s.height
	}
	return s
}

func turnedBoxes(page box, quarters int, in []box) []box {
	out := make([]box, len(in))
	for i, b := range in {
		x0, y0 := turned(page, quarters, b.x0, b.y0)
		x1, y1 := turned(page, quarters, b.x1, b.y1)
		out[i] = box{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
	}
	return out
}

// collector puts glyphs together to words, in the order in which they are drawn.
type collector struct {
	*sheet
	cur   word
	open  bool
	runes []string // of the open word
	link  int      // over the last character of the open word
	blank bool     // a blank was drawn last
	seen  map[spot]bool
}

// spot is where a character was drawn, to within a point: type that is drawn twice is a way of making it bold.
type spot struct {
	text       string
	size, x, y int32
}

func (c *collector) add(g *glyph, x, y, advance float64) {
	if x < -g.size || y < -g.size || x > c.width+g.size || y > c.height+g.size {
		return
	}
	if g.blank {
		if c.open {
			c.cur.after = true
		}
		c.flush()
		c.blank = true
		return
	}
	if g.unknown || g.text == "" {
		if c.open && math.Abs(x-c.cur.x1) < 0.2*g.size {
			c.cur.x1 = x + advance
		}
		return
	}
	if c.twice(g, x, y) {
		return
	}
	c.chars++
	s, link := classOf(g.text), -1
	if len(c.links) > 0 {
		link = c.linkAt(x+advance/2, y+g.size*linkHeight)
	}
	if c.open && (!c.fits(g, x, y, s) || link != c.link && besideIdeograph(c.runes[len(c.runes)-1], g.text)) {
		c.flush()
	}
	c.link = link
	if !c.open {
		c.cur = word{x0: x, x1: x + advance, y: y, size: g.size, bold: g.bold, italic: g.italic, artifact: g.artifact, before: c.blank, side: s}
		c.open, c.runes = true, append(c.runes[:0], g.text)
		c.blank = false
		return
	}
	c.runes = append(c.runes, g.text)
	c.cur.x1 = max(c.cur.x1, x+advance)
	if c.cur.side == neutral {
		c.cur.side = s
	}
}

func (c *collector) twice(g *glyph, x, y float64) bool {
	const grain = 0.7
	k := spot{g.text, int32(g.size * 2), int32(x / grain), int32(y / grain)}
	for d := int32(-1); d <= 1; d++ {
		if c.seen[spot{k.text, k.size, k.x + d, k.y}] {
			return g.text != "." && g.text != "-"
		}
	}
	c.seen[k] = true
	return false
}

// fits reports whether a glyph goes on with the open word.
func (c *collector) fits(g *glyph, x, y float64, s side) bool {
	w := &c.cur
	gap := (x - w.x1) / g.size
	if c.rtl && (s == neutral || w.side == neutral) {
		return false
	}
	return math.Abs(y-w.y) < 0.05*g.size && math.Abs(g.size-w.size) < 0.05*g.size && gap > -0.35 && gap < 0.14 &&
		g.bold == w.bold && g.italic == w.italic && g.artifact == w.artifact && (s == w.side || s == neutral && w.side != right || w.side == neutral && s != right)
}

// flush ends the open word.
func (c *collector) flush() {
	if !c.open {
		return
	}
	c.open = false
	if c.cur.side == right { // drawn from left to right: the eye reads it the other way
		for i, j := 0, len(c.runes)-1; i < j; i, j = i+1, j-1 {
			c.runes[i], c.runes[j] = c.runes[j], c.runes[i]
		}
	}
	c.cur.text = spelled(strings.Join(c.runes, ""))
	if c.cur.text != "" {
		c.words = append(c.words, c.cur)
	}
}

// ligatures and forms that are written as the letters that they stand for.
var spellings = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\u2010", "-", "\u2011", "-",
	"\u200B", "", "\uFEFF", "", "\u2060", "", "\u200E", "", "\u200F", "", "\u202A", "", "\u202B", "", "\u202C", "", "\n", " ", "\r", " ", "\t", " ")

// spelled writes ligatures out and drops what nobody sees.
func spelled(s string) string {
	plain := true
	for i := range len(s) {
		if s[i] < 32 || s[i] >= 0xE2 {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	return letters(spellings.Replace(s))
}

// side is where a character reads to.
type side uint8

const (
	neutral side = iota
	left         // letters and digits that read from left to right
	right        // letters that read from right to left
)

func classOf(s string) side {
	for _, r := range s {
		switch {
		case r < 0x80 && (r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'):
			return left
		case r >= 0x590 && r < 0x900 && !unicode.IsDigit(r) && unicode.IsLetter(r), r >= 0xFB1D && r < 0xFDFE, r >= 0xFE70 && r < 0xFEFF:
			return right
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return left
		}
	}
	return neutral
}
