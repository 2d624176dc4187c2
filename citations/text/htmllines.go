package text

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Old pages, mail that is shown as one, and what programs make of PDF files break the lines of their paragraphs by hand: with br, in pre, or with an element
// for each line, set at a place of its own. Where such lines have one width and most go on in the middle of a sentence, they are joined as those of
// plain text are.

// fewestBreaks is how many lines ended by hand a page must have for its lines to be measured.
const fewestBreaks = 5

// lineMeasure collects the lines of a page that are ended by hand.
type lineMeasure struct {
	*page
	lines []line
	width int
	tail  []byte // the last bytes of the open line
	pairs int    // lines with a further one right below
	cut   int    // of them those that end inside a sentence
	gaps  map[int]int
	top   int
}

// measureLines finds the width at which the page breaks its lines, and how far apart those that are set at places of their own stand.
func (p *page) measureLines() {
	if p.breaks+len(p.bottoms) < fewestBreaks {
		return
	}
	m := lineMeasure{page: p, gaps: map[int]int{}, top: -1}
	for _, n := range p.parts {
		m.node(n, false)
	}
	m.end(false)
	most := 0
	for gap, n := range m.gaps {
		if n > most || n == most && gap < p.gap {
			most, p.gap = n, gap
		}
	}
	if m.cut*10 >= m.pairs*6 {
		p.wrap = measureWrap(m.lines)
	}
}

// end ends the open line; by hand where another is to follow right below.
func (m *lineMeasure) end(byHand bool) {
	if m.width > 0 {
		m.lines = append(m.lines, line{to: 1, width: m.width})
		if byHand {
			m.pairs++
			if !endsSentence(m.tail) {
				m.cut++
			}
		}
	}
	if !byHand || m.width == 0 {
		m.lines = append(m.lines, line{})
	}
	m.width, m.tail = 0, nil
}

func (m *lineMeasure) node(n *html.Node, pre bool) {
	switch {
	case n.Type == html.TextNode:
		eachPiece(n, func(i int) {
			if i >= 0 && i < len(m.pieces) {
				m.text(m.src[m.pieces[i].Start:m.pieces[i].End], pre)
			}
		})
		return
	case n.Type == html.ElementNode && m.gone[n]:
		return
	case n.DataAtom == atom.Br:
		m.end(true)
		return
	}
	block := isBlockElement(n)
	if top, ok := m.placed(n); block && ok {
		d := top - m.top
		if m.top = top; d > 0 && d < 100 {
			m.gaps[d]++
		}
		m.end(d > 0 && d < 100)
		block = false
	}
	if block {
		m.end(false)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m.node(c, pre || n.DataAtom == atom.Pre)
	}
	if block {
		m.end(false)
	}
}

func (m *lineMeasure) text(s []byte, pre bool) {
	for pre {
		k := bytes.IndexByte(s, '\n')
		if k < 0 {
			break
		}
		m.text(s[:k], false)
		m.end(true)
		s = s[k+1:]
	}
	if s = bytes.TrimSpace(s); len(s) > 0 && !bytes.Equal(s, []byte("&nbsp;")) && !bytes.Equal(s, []byte("&#160;")) {
		if m.width > 0 {
			m.width++
		}
		m.width += len(s)
		m.tail = s[max(0, len(s)-24):]
	}
}

// placed reads where on its page an element is set: "position:absolute;top:160px", or a class that says it.
func (p *page) placed(n *html.Node) (top int, ok bool) {
	if n.DataAtom != atom.P && n.DataAtom != atom.Div {
		return 0, false
	}
	if class := attr(n, "class"); p.bottoms != nil && strings.HasPrefix(class, "t ") {
		for w := range strings.FieldsSeq(class) {
			if bottom, ok := p.bottoms[w]; ok {
				return 1e5 - bottom, true
			}
		}
	}
	style := attr(n, "style")
	if !strings.Contains(style, "absolute") {
		return 0, false
	}
	for d := range strings.SplitSeq(style, ";") {
		key, value, _ := strings.Cut(d, ":")
		if strings.TrimSpace(key) == "top" {
			v, err := strconv.ParseFloat(strings.TrimRight(strings.TrimSpace(value), "ptxem%"), 64)
			return int(v), err == nil && v >= 0 && v < 1e6
		}
	}
	return 0, false
}

// isLine reports whether an element is a line of a page that sets each at a place of its own.
func (p *page) isLine(n *html.Node) bool {
	if p.breaks+len(p.bottoms) < fewestBreaks {
		return false
	}
	_, ok := p.placed(n)
	return ok && !slices.ContainsFunc(blockChildren(n), isBlockElement)
}

// blockChildren are the first elements in an element: enough to tell a line from a block that holds lines.
func blockChildren(n *html.Node) []*html.Node {
	const enough = 8
	var out []*html.Node
	for c := n.FirstChild; c != nil && len(out) < enough; c = c.NextSibling {
		if c.Type == html.ElementNode {
			out = append(out, c)
		}
	}
	return out
}

// placedLine writes an element that is set at a place of its own: a line below the one before, or the rest of that line.
func (p *page) placedLine(n *html.Node, top int) {
	d := top - p.top
	switch p.top = top; {
	case p.start >= 0 && d >= -2 && d <= 2:
		if p.blank.Empty() {
			p.blank = somewhere
		}
	case p.start >= 0 && d > 0 && d*10 <= p.gap*14:
		if !p.line {
			p.breakLine()
		}
	default:
		p.block(p.blockOf(n))
	}
	p.children(n)
}
