package text

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blockElements begin and end a block.
var blockElements = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Center: true, atom.Dd: true, atom.Details: true,
	atom.Div: true, atom.Dl: true, atom.Dt: true, atom.Fieldset: true, atom.Figcaption: true, atom.Figure: true, atom.Footer: true, atom.Form: true, atom.H1: true,
	atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true, atom.Hgroup: true, atom.Hr: true, atom.Html: true, atom.Li: true,
	atom.Main: true, atom.Nav: true, atom.Ol: true, atom.P: true, atom.Pre: true, atom.Section: true, atom.Summary: true, atom.Table: true, atom.Tbody: true,
	atom.Td: true, atom.Tfoot: true, atom.Th: true, atom.Thead: true, atom.Tr: true, atom.Ul: true, atom.Caption: true,
}

func isBlockElement(n *html.Node) bool {
	return n.Type == html.ElementNode && blockElements[n.DataAtom]
}

// isContainer reports whether an element groups blocks.
func isContainer(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Div, atom.Section, atom.Main, atom.Article, atom.Table, atom.Tbody, atom.Tr, atom.Td, atom.Form, atom.Center, atom.Fieldset:
		return true
	}
	return false
}

// inlineState is what the elements around a piece of text say of it.
type inlineState struct {
	block Block // the block that text opens here
	bold  bool
	super bool
	pre   bool
	note  string // the label of the note that it stands in
	list  *list
	room  int // text in the block around it
}

// list numbers the items of an ordered list.
type list struct {
	next   int
	format string // 1, a, A, i, I; "" for a list without numbers
}

// walk writes the text of a node.
func (p *page) walk(n *html.Node) {
	if p.past = p.past || n == p.imprint; p.past {
		return
	}
	switch n.Type {
	case html.TextNode:
		p.textNode(n)
	case html.CommentNode:
		p.t.Comments = append(p.t.Comments, Comment{Range{len(p.out), len(p.out)}, strings.TrimSpace(n.Data)})
	case html.DocumentNode:
		p.children(n)
	case html.ElementNode:
		if !p.gone[n] {
			p.element(n)
		}
	}
}

func (p *page) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.walk(c)
	}
}

func (p *page) textNode(n *html.Node) {
	eachPiece(n, func(i int) {
		switch {
		case i >= len(p.pieces):
		case i >= 0:
			s := p.pieces[i]
			if p.cut != nil {
				s.Start += p.cut[i]
			}
			if p.state.pre {
				p.lines(s)
				return
			}
			p.text(s.Start, s.End, p.state.bold)
		case p.blank.Empty() && p.start >= 0 && !p.line:
			p.blank = somewhere
		}
	})
}

// lines writes preformatted text, whose line ends count.
func (p *page) lines(s Span) {
	for i := s.Start; i < s.End; {
		end := i
		for end < s.End && p.src[end] != '\n' {
			end++
		}
		p.text(i, end, p.state.bold)
		if end < s.End {
			p.breakLine()
		}
		i = end + 1
	}
}

func (p *page) element(n *html.Node) {
	saved := p.state
	defer func() { p.state = saved }()
	if label := p.notes[n]; label != "" {
		if !isBlockElement(n) {
			p.later = append(p.later, n)
			return
		}
		p.state.note = label
		p.state.block = Block{Kind: Footnote, Label: label, Mark: p.printedLabel(n)}
		p.block(p.state.block)
	}
	if isBlockElement(n) {
		p.blockElement(n)
		return
	}
	switch n.DataAtom {
	case atom.Br:
		p.breakLine()
	case atom.Sup:
		p.superscript(n)
	case atom.A:
		p.anchor(n)
	case atom.Code, atom.Kbd, atom.Samp:
		at := len(p.out)
		p.children(n)
		if r := p.since(at); !r.Empty() {
			p.t.Code = append(p.t.Code, r)
		}
	case atom.B, atom.Strong:
		p.state.bold = true
		p.children(n)
	case atom.Img, atom.Wbr:
	case atom.Label:
		if !strings.Contains(attr(n, "class"), "margin-toggle") {
			p.children(n)
		}
	default:
		if inMargin(n) {
			p.margin = append(p.margin, n)
			return
		}
		if p.state.block.Kind == Heading && p.start < 0 && kickerSpan(n) && !strings.HasSuffix(p.textOf(n, 120), ":") {
			p.block(Block{})
			p.children(n)
			p.block(p.state.block)
			return
		}
		if p.state.room < proseLength*2 && (n.DataAtom == atom.Time || bylineSpan(n)) {
			p.ownLine(n)
			return
		}
		p.span(n)
	}
}

// inlineNotes writes the notes that stand in the midst of lines, each as a block.
func (p *page) inlineNotes() {
	for _, n := range p.later {
		p.state = inlineState{note: p.notes[n]}
		p.block(Block{Kind: Footnote, Label: p.notes[n]})
		p.children(n)
		p.end()
	}
}

// inMargin reports whether an inline element is shown in the margin beside its line, as the style sheet of Tufte CSS does: a note without a printed label.
func inMargin(n *html.Node) bool {
	if n.DataAtom != atom.Span {
		return false
	}
	class := attr(n, "class")
	return class == "sidenote" || class == "marginnote"
}

// margins writes what stands in the margin of a block behind it, each as a block.
func (p *page) margins() {
	for len(p.margin) > 0 {
		n := p.margin[0]
		p.margin = p.margin[1:]
		p.block(Block{})
		p.children(n)
		p.end()
	}
}

// bylineSpan reports whether an inline element says that it holds the author's name or the date.
func bylineSpan(n *html.Node) bool {
	for _, w := range strings.Fields(attr(n, "class")) {
		switch strings.ToLower(w) {
		case "byline", "author", "date", "dateline", "published", "pubdate", "timestamp":
			return true
		}
	}
	return false
}

// kickerSpan reports whether an inline element in a heading holds the line above the title. One that ends with a colon is part of it.
func kickerSpan(n *html.Node) bool {
	return slices.ContainsFunc(strings.Fields(attr(n, "class")), func(w string) bool { return eachWord(w, kickerNames) })
}

var kickerNames = wordSet(`kicker overline topline dachzeile spitzmarke eyebrow pretitle surtitre antetitulo antetítulo occhiello`)

// ownLine writes an element of a short line of names and dates as a line of its own.
func (p *page) ownLine(n *html.Node) {
	if p.start >= 0 {
		p.line = true
	}
	p.children(n)
	if p.start >= 0 {
		p.line = true
	}
}

// span writes an inline element that its style may raise or set in bold.
func (p *page) span(n *html.Node) {
	look := p.classed(n)
	if style := attr(n, "style"); style != "" {
		own := lookOf([]byte(style))
		look.raised, look.bold = look.raised || own.raised, look.bold || own.bold
	}
	if look.bold {
		p.state.bold = true
	}
	if look.raised {
		p.superscript(n)
		return
	}
	p.children(n)
}

func (p *page) superscript(n *html.Node) {
	if p.state.super {
		p.children(n)
		return
	}
	p.state.super = true
	at := len(p.out)
	p.children(n)
	p.raise(at)
}

// anchor writes a link. One to a note is its marker, one back from a note is nothing, and one to a place in the page is text.
func (p *page) anchor(n *html.Node) {
	switch {
	case p.refs[n]:
		at, raised := len(p.out), len(p.t.Supers)
		p.children(n)
		if r := p.since(at); !p.state.super && raised == len(p.t.Supers) && !r.Empty() && p.out[r.Start] != '[' && p.out[r.Start] != '(' {
			p.raise(at)
		}
	case p.state.note != "" && p.leadsBack(n), permalink(n, p):
	default:
		at := len(p.out)
		p.children(n)
		if url := strings.TrimSpace(attr(n, "href")); hasAttr(n, "href") && !strings.HasPrefix(url, "#") {
			p.link(at, url) // also one whose address is empty, for the rules
		}
	}
}

// permalink reports whether a link is the sign beside a heading that leads to itself.
func permalink(n *html.Node, p *page) bool {
	if !strings.HasPrefix(attr(n, "href"), "#") {
		return false
	}
	s := p.textOf(n, 8)
	return s == "#" || s == "¶" || s == "§" || s == "🔗" || s == ""
}

// printedLabel is where the label of a note stands in its own text; zero where it does not.
func (p *page) printedLabel(n *html.Node) Span {
	var s Span
	if p.cut == nil {
		return s
	}
	var search func(n *html.Node) bool
	search = func(n *html.Node) bool {
		if n.Type == html.TextNode {
			more := true
			eachPiece(n, func(i int) {
				if i < 0 || i >= len(p.pieces) || !more {
					return
				}
				more = p.cut[i] == p.pieces[i].Len()
				if c := p.inked(Span{p.pieces[i].Start, p.pieces[i].Start + p.cut[i]}); !c.Empty() {
					if s.Empty() {
						s.Start = c.Start
					}
					s.End = c.End
				}
			})
			return more
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if !search(c) {
				return false
			}
		}
		return true
	}
	search(n)
	return Span{p.t.raw(s.Start), p.t.raw(s.End)}
}

// inked is a span without the blanks at its ends.
func (p *page) inked(s Span) Span {
	for s.Start < s.End && spaces[p.src[s.Start]] {
		s.Start++
	}
	for s.Start < s.End && spaces[p.src[s.End-1]] {
		s.End--
	}
	return s
}

// blockElement writes an element that begins and ends a block.
func (p *page) blockElement(n *html.Node) {
	if top, ok := p.placed(n); ok && p.gap > 0 && p.state.note == "" && p.isLine(n) {
		p.placedLine(n, top)
		return
	}
	outer := p.next
	p.state.block = p.blockOf(n)
	if p.state.note != "" {
		mark := p.state.block.Mark
		if p.next.Kind == Footnote && p.next.Label == p.state.note {
			mark = p.next.Mark
		}
		p.state.block = Block{Kind: Footnote, Label: p.state.note, Mark: mark}
	}
	p.block(p.state.block)
	p.state.room = p.sizes.of(n).text
	if n.DataAtom == atom.Pre {
		p.state.pre = true
		if c := n.FirstChild; c != nil && c.DataAtom == atom.Code && c.NextSibling == nil {
			return // a listing
		}
	}
	p.children(n)
	p.end()
	p.margins()
	if mark := p.next.Mark; outer.Kind == Footnote && mark.Empty() {
		outer.Mark = Span{}
	}
	p.next = outer
}

// blockOf is the block that text directly in an element makes.
func (p *page) blockOf(n *html.Node) Block {
	if !isHeading(n) && p.isTitle(n) {
		return Block{Kind: Heading, Level: 1}
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return Block{Kind: Heading, Level: p.level(n)}
	case atom.Blockquote:
		return Block{Kind: Quote}
	case atom.Figcaption, atom.Caption:
		return Block{Kind: Caption}
	case atom.Td, atom.Th:
		if p.layoutCell(n) {
			return Block{}
		}
		return Block{Kind: Cell}
	case atom.Ol, atom.Ul:
		p.state.list = newList(n)
		return Block{}
	case atom.Li:
		return Block{Kind: Item, Label: p.state.list.label(n)}
	case atom.P, atom.Div:
		if strings.Contains(attr(n, "class"), "caption") {
			return Block{Kind: Caption}
		}
	}
	if k := p.state.block; k.Kind == Quote || k.Kind == Item || k.Kind == Cell || k.Kind == Caption {
		return k
	}
	return Block{}
}

// layoutCell reports whether a table cell holds whole paragraphs, or most that the page has: the table lays out the page.
func (p *page) layoutCell(n *html.Node) bool {
	prose := p.sizes.of(n).prose
	return prose > 1000 || prose > 0 && prose*2 > p.sizes.of(p.root).prose || p.any(n, func(k *html.Node) bool {
		return k != n && (k.DataAtom == atom.Table || k.DataAtom == atom.H1 || k.DataAtom == atom.H2)
	})
}

func newList(n *html.Node) *list {
	if n.DataAtom != atom.Ol {
		return &list{}
	}
	l := &list{next: 1, format: attr(n, "type")}
	if l.format == "" {
		l.format = "1"
	}
	if k, err := strconv.Atoi(attr(n, "start")); err == nil {
		l.next = k
	}
	return l
}

// label is the label that a list prints before an item, "" if it prints none.
func (l *list) label(n *html.Node) string {
	if l == nil || l.format == "" {
		return ""
	}
	if k, err := strconv.Atoi(attr(n, "value")); err == nil {
		l.next = k
	}
	l.next++
	return numeral(l.next-1, l.format)
}
