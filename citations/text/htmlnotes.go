package text

import (
	"slices"
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
	at   int  // its place in the order of the page
	full bool // the address of a page stands before the name: of this one, if the page was saved by a browser
}

// place is an element that a link can lead to.
type place struct {
	node *html.Node
	at   int
}

// named is a name that links can lead to.
type named struct {
	name string
	place
}

// noteFinder collects what notes are found by.
type noteFinder struct {
	ids   map[string]place // the first of each name
	names []named          // the same, in the order of the page
	links []anchor
	told  []*html.Node // elements that may say something of the page
	n     int

	breaks       int             // lines ended by hand
	titles       []*html.Node    // elements that say they are a title
	titleClasses map[string]bool // whether classes name one
}

// findNotes finds the notes of the page and the links that lead to them, and on the way what may say something of the page.
func (p *page) findNotes() {
	f := &noteFinder{ids: map[string]place{}, titleClasses: map[string]bool{}}
	f.collect(p.root)
	f.own()
	p.told, p.titleLike = f.told, f.titles
	p.breaks = f.breaks
	p.notes, p.refs, p.cut, p.ids = map[*html.Node]string{}, map[*html.Node]bool{}, nil, f.ids
	shapes := map[string]bool{}
	for _, a := range f.links {
		target := f.ids[a.to]
		if target.node == nil || target.at <= a.at {
			continue
		}
		if remarks.begins(a.to) {
			p.remark(a.node, target.node)
			continue
		}
		label, ok := refLabel(p.textOf(a.node, 40))
		if !ok {
			continue
		}
		block := p.besideLabel(noteBlock(target.node), label)
		if block == nil || within(a.node, block) || !p.note(block, label) {
			continue
		}
		p.refs[a.node] = true
		shapes[shape(a.to)] = true
	}
	p.uncited(f, shapes)
}

// besideLabel is the block of a note's text where the label that a link leads to stands in a block of its own, which is no text then: a cell of a table, the term of a list.
func (p *page) besideLabel(block *html.Node, label string) *html.Node {
	if block == nil || block.DataAtom != atom.Td && block.DataAtom != atom.Th && block.DataAtom != atom.Dt {
		return block
	}
	if printed, ok := refLabel(p.textOf(block, 40)); !ok || printed != label {
		if block.DataAtom == atom.Dt {
			return nil
		}
		return block
	}
	for n := block.NextSibling; n != nil; n = n.NextSibling {
		if n.DataAtom == atom.Td || n.DataAtom == atom.Dd {
			if p.textOf(n, 4) == "" {
				break
			}
			p.remarks = append(p.remarks, block)
			return n
		}
	}
	if block.DataAtom == atom.Dt {
		return nil
	}
	return block
}

// note makes a note of a block, unless it is too long to be one.
func (p *page) note(block *html.Node, label string) bool {
	if p.notes[block] != "" {
		return true
	}
	if len(p.textOf(block, longestNote)) >= longestNote {
		return false
	}
	p.notes[block] = label
	p.cutLabel(block, label)
	return true
}

// uncited finds the notes that no marker leads to: their names are those of the other notes, their numbers aside, and a link in each leads back with its label.
func (p *page) uncited(f *noteFinder, shapes map[string]bool) {
	delete(shapes, "")
	if len(shapes) == 0 {
		return
	}
	back := map[*html.Node]string{}
	for _, a := range f.links {
		label, ok := refLabel(p.textOf(a.node, 40))
		if block := noteBlock(a.node); ok && back[block] == "" && !p.refs[a.node] && p.ids[a.to].at < a.at {
			back[block] = label
		}
	}
	for _, n := range f.names {
		if !shapes[shape(n.name)] {
			continue
		}
		if block := noteBlock(n.node); block != nil && p.notes[block] == "" && back[block] != "" {
			p.note(block, back[block])
		}
	}
}

// shape is a name with a sign in place of each number: "sdfootnote#sym" for "sdfootnote3sym"; "" for a name without numbers.
func shape(name string) string {
	if strings.IndexAny(name, "0123456789") <= 0 {
		return ""
	}
	var b strings.Builder
	for i := range len(name) {
		switch digit := name[i] >= '0' && name[i] <= '9'; {
		case !digit:
			b.WriteByte(name[i])
		case i == 0 || name[i-1] < '0' || name[i-1] > '9':
			b.WriteByte('#')
		}
	}
	return b.String()
}

// remarks begin the names of what people who edited a document remarked on it, in Google Docs and Word: no words of the text.
var remarks = leads{"cmnt", "_msocom_"}

// leads are the beginnings of names.
type leads []string

func (l leads) begins(s string) bool {
	for _, lead := range l {
		if strings.HasPrefix(s, lead) {
			return true
		}
	}
	return false
}

// remark takes a remark and the link that leads to it out of the text.
func (p *page) remark(link, target *html.Node) {
	p.remarks = append(p.remarks, link)
	if block := noteBlock(target); block != nil && !within(link, block) {
		p.remarks = append(p.remarks, block)
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
		tells := n.DataAtom == atom.Meta || n.DataAtom == atom.Title || n.DataAtom == atom.H1 || n.DataAtom == atom.Time || n.DataAtom == atom.Abbr || n.DataAtom == atom.I && n.Parent != nil && n.Parent.DataAtom == atom.Body
		for i := range n.Attr {
			switch a := &n.Attr[i]; {
			case a.Key == "itemprop" || a.Key == "rel" || a.Key == "class" && bylineLike(a.Val):
				tells = true
			case a.Key == "id" || a.Key == "name" && n.DataAtom == atom.A:
				if f.ids[a.Val].node == nil && a.Val != "" {
					f.ids[a.Val] = place{n, f.n}
					f.names = append(f.names, named{a.Val, f.ids[a.Val]})
				}
				if rest, ok := strings.CutPrefix(a.Val, "footnote_plugin_tooltip_"); ok && n.DataAtom == atom.Sup { // a program follows the link
					f.links = append(f.links, anchor{n, "footnote_plugin_reference_" + rest, f.n, false})
				}
			case a.Key == "href" && n.DataAtom == atom.A:
				if k := strings.IndexByte(a.Val, '#'); k >= 0 && k+1 < len(a.Val) {
					f.links = append(f.links, anchor{n, a.Val[k+1:], f.n, k > 0})
				}
			case a.Key == "aria-describedby" && n.DataAtom == atom.A && !strings.Contains(attr(n, "href"), "#"):
				f.links = append(f.links, anchor{n, a.Val, f.n, false})
			}
		}
		if n.DataAtom == atom.Br || n.DataAtom == atom.Pre || hasAttr(n, "style") && strings.Contains(attr(n, "style"), "absolute") {
			f.breaks++
			if n.DataAtom == atom.Pre {
				f.breaks += fewestBreaks
			}
		}
		if len(f.titles) < mostTitles && f.namesTitle(n) {
			f.titles = append(f.titles, n)
		}
		if tells {
			f.told = append(f.told, n)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.collect(c)
	}
}

// own keeps the links that stay in the page. Browsers that save a page write its address before the names in it; such a link leads to a name of this page.
func (f *noteFinder) own() {
	f.links = slices.DeleteFunc(f.links, func(a anchor) bool { return a.full && f.ids[a.to].node == nil })
}

// refLabel reads the text of a link to a note.
func refLabel(s string) (string, bool) {
	s = strings.ToLower(strings.Trim(s, "[]()^↑↩ \u00A0"))
	if s != "" && strings.Trim(s, "*†‡") == "" {
		return s, len(s) <= 9
	}
	return s, labelBytes([]byte(s))
}

// noteBlock is the block that a link's target stands in, or is; nil where it is a heading or no block.
func noteBlock(n *html.Node) *html.Node {
	if attr(n, "role") == "tooltip" {
		return n
	}
	for ; n != nil && n.Type == html.ElementNode; n = n.Parent {
		if typed(n, noteTypes) && isBlockElement(n) {
			return n
		}
		switch n.DataAtom {
		case atom.Li, atom.P, atom.Div, atom.Dd, atom.Dt, atom.Td, atom.Th, atom.Aside:
			if n.DataAtom == atom.P && n.Parent != nil && n.PrevSibling == nil && n.Parent.DataAtom == atom.Li || n.DataAtom == atom.P && inNoteDiv(n) {
				continue
			}
			return n
		case atom.Table:
			return labelCell(n)
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Section, atom.Article, atom.Body, atom.Ul, atom.Ol:
			return nil
		}
	}
	return nil
}

// inNoteDiv reports whether a paragraph is the first of a block whose name is that of a note, as Word and LibreOffice write them: the others belong to the note, too.
func inNoteDiv(n *html.Node) bool {
	d := n.Parent
	if d == nil || d.DataAtom != atom.Div || shape(attr(d, "id")) == "" {
		return false
	}
	for s := n.PrevSibling; s != nil; s = s.PrevSibling {
		if s.Type == html.ElementNode {
			return false
		}
	}
	id := attr(d, "id")
	return strings.HasPrefix(id, "ftn") || strings.HasPrefix(id, "edn") || strings.HasPrefix(id, "sdfootnote") || strings.HasPrefix(id, "sdendnote")
}

// labelCell is the first cell of a table of one row, which Docutils makes of each note.
func labelCell(n *html.Node) *html.Node {
	var first *html.Node
	rows := 0
	for b := n.FirstChild; b != nil; b = b.NextSibling {
		for r := b.FirstChild; r != nil; r = r.NextSibling {
			if r.DataAtom != atom.Tr {
				continue
			}
			rows++
			for c := r.FirstChild; c != nil && first == nil; c = c.NextSibling {
				if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
					first = c
				}
			}
		}
	}
	if rows != 1 {
		return nil
	}
	return first
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

// stays reports whether a link leads to a place in the page.
func (p *page) stays(n *html.Node) bool {
	href := attr(n, "href")
	k := strings.IndexByte(href, '#')
	return k == 0 || k > 0 && p.ids[href[k+1:]].node != nil
}

// dead reports whether a link that only a program follows is the marker of a note.
func (p *page) dead(n *html.Node) bool {
	if n.DataAtom != atom.A || !p.raisedLink(n) && !strings.Contains(attr(n, "class"), "footnote") {
		return false
	}
	_, ok := refLabel(p.textOf(n, 24))
	return ok
}

// raisedLink reports whether a link is raised or holds what is.
func (p *page) raisedLink(n *html.Node) bool {
	return n.Parent != nil && n.Parent.DataAtom == atom.Sup || p.any(n, func(k *html.Node) bool { return k.DataAtom == atom.Sup })
}

// leadsBack reports whether a link in a note leads back to its marker.
func (p *page) leadsBack(n *html.Node) bool {
	return p.stays(n) && !p.refs[n] && len(p.textOf(n, 40)) <= 24
}
