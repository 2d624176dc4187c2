package text

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A note of a page is a block that a link in the text leads to, where the link's text is a label: "1", "[1]", "*". The link is
// the marker; a link in the note that leads back is neither text nor source.

// longestNote is the most text, in bytes, that a block can hold and be a note: what is longer is a section that a list of contents
// leads to.
const longestNote = 6000

// anchor is a link within the page.
type anchor struct {
	node *html.Node
	to   string
	at   int // its place in the order of the page
}

// place is an element that a link can lead to.
type place struct {
	node *html.Node
	at   int
}

// noteFinder collects what notes are found by.
type noteFinder struct {
	ids   map[string]place // the first of each name
	links []anchor
	told  []*html.Node // elements that may say something of the page
	n     int
}

// findNotes finds the notes of the page and the links that lead to them, and on the way what may say something of the page.
func (p *page) findNotes() {
	f := &noteFinder{ids: map[string]place{}}
	f.collect(p.root)
	p.told = f.told
	p.notes, p.refs, p.cut = map[*html.Node]string{}, map[*html.Node]bool{}, nil
	for _, a := range f.links {
		target := f.ids[a.to]
		if target.node == nil || target.at <= a.at {
			continue
		}
		label, ok := refLabel(p.textOf(a.node, 40))
		if !ok {
			continue
		}
		block := noteBlock(target.node)
		if block == nil || within(a.node, block) {
			continue
		}
		if _, known := p.notes[block]; !known {
			if len(p.textOf(block, longestNote)) >= longestNote {
				continue
			}
			p.notes[block] = label
			p.cutLabel(block, label)
		}
		p.refs[a.node] = true
	}
}

// noteTypes are the kinds of element (epub:type, or the same words as a role) that are notes.
var noteTypes = wordSet(`footnote endnote rearnote note`)

// within reports whether a node stands in a block.
func within(n, block *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == block {
			return true
		}
	}
	return false
}

func (f *noteFinder) collect(n *html.Node) {
	f.n++
	if n.Type == html.ElementNode {
		tells := n.DataAtom == atom.Meta || n.DataAtom == atom.Title || n.DataAtom == atom.H1 || n.DataAtom == atom.Time
		for i := range n.Attr {
			switch a := &n.Attr[i]; {
			case a.Key == "itemprop" || a.Key == "rel":
				tells = true
			case a.Key == "id" || a.Key == "name" && n.DataAtom == atom.A:
				if f.ids[a.Val].node == nil && a.Val != "" {
					f.ids[a.Val] = place{n, f.n}
				}
			case a.Key == "href" && n.DataAtom == atom.A && len(a.Val) > 1 && a.Val[0] == '#':
				f.links = append(f.links, anchor{n, a.Val[1:], f.n})
			}
		}
		if tells {
			f.told = append(f.told, n)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.collect(c)
	}
}

// refLabel reads the text of a link to a note.
func refLabel(s string) (string, bool) {
	s = strings.ToLower(strings.Trim(s, "[]()^ \u00A0"))
	if s != "" && strings.Trim(s, "*†‡") == "" {
		return s, len(s) <= 9
	}
	return s, labelBytes([]byte(s))
}

// noteBlock is the block that a link's target stands in, or is; nil where it is a heading or no block.
func noteBlock(n *html.Node) *html.Node {
	for ; n != nil && n.Type == html.ElementNode; n = n.Parent {
		if typed(n, noteTypes) && isBlockElement(n) {
			return n
		}
		switch n.DataAtom {
		case atom.Li, atom.P, atom.Div, atom.Dd, atom.Td, atom.Aside:
			if n.DataAtom == atom.P && n.Parent != nil && n.Parent.DataAtom == atom.Li && n.PrevSibling == nil {
				continue
			}
			return n
		case atom.Dt, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Section, atom.Article, atom.Body, atom.Table, atom.Ul, atom.Ol:
			return nil
		}
	}
	return nil
}

// cutLabel takes the label that a note's text begins with off its pieces: "1.", "[1]", "1" in an element of its own.
func (p *page) cutLabel(block *html.Node, label string) {
	c := labelCutter{page: p, label: label, list: block.DataAtom == atom.Li && block.Parent != nil && block.Parent.DataAtom == atom.Ol}
	c.node(block)
	if !c.matched || !c.closed {
		return
	}
	if p.cut == nil {
		p.cut = make([]int, len(p.pieces))
	}
	for k, i := range c.pieces {
		p.cut[i] = p.pieces[i].Len()
		if k == len(c.pieces)-1 {
			p.cut[i] = c.used
		}
	}
}

// labelCutter compares the first characters of a block with its label.
type labelCutter struct {
	page    *page
	label   string
	got     int // bytes of the label that were seen
	matched bool
	closed  bool // something behind the label sets it off
	done    bool
	list    bool // the list numbers its items: a number and a blank are text ("1 May")
	pieces  []int
	used    int // bytes of the last piece
}

func (c *labelCutter) node(n *html.Node) {
	if n.Type == html.TextNode {
		eachPiece(n, c.piece)
		return
	}
	for k := n.FirstChild; k != nil && !c.done; k = k.NextSibling {
		c.node(k)
	}
	if n.Type == html.ElementNode && c.matched && !c.done {
		c.closed = true
	}
}

func (c *labelCutter) piece(i int) {
	if i < 0 || c.done {
		c.closed = c.closed || c.matched && !c.list
		return
	}
	s := c.page.src[c.page.pieces[i].Start:c.page.pieces[i].End]
	for k, b := range s {
		if !c.take(b, s, k) {
			c.done = true
			break
		}
		if len(c.pieces) == 0 || c.pieces[len(c.pieces)-1] != i {
			c.pieces = append(c.pieces, i)
		}
		c.used = k + 1
	}
}

// take reports whether byte b belongs to the label or its punctuation.
func (c *labelCutter) take(b byte, s []byte, k int) bool {
	switch {
	case spaces[b]:
		c.closed = c.closed || c.matched && !c.list
		return true
	case !c.matched && c.got == 0 && (b == '[' || b == '(' || b == '^'):
		return true
	case !c.matched && lowered(b) == c.label[c.got]:
		c.got++
		c.matched = c.got == len(c.label)
		return true
	case c.matched && (b == ']' || b == ')' || b == '.' || b == ':'):
		c.closed = true
		return true
	}
	return false
}

func lowered(b byte) byte {
	if b >= 'A' && b <= 'Z' {
		return b | 0x20
	}
	return b
}

// leadsBack reports whether a link in a note leads back to its marker.
func (p *page) leadsBack(n *html.Node) bool {
	return strings.HasPrefix(attr(n, "href"), "#") && !p.refs[n] && len(p.textOf(n, 40)) <= 24
}
