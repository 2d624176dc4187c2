package text

import (
	"bytes"
	"context"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Where a text of a page stands in its file is lost in the tree that is built from it. So the file is read twice: a tokenizer notes
// where each piece of text lies and puts its number in its place, and the tree is built from tags and numbers. The tree then
// decides what is read in which order, however its tags are nested, and every piece knows where it came from.

// maxTags bounds the tags of a page: beyond it, building a tree of hostile nesting takes too long, and the tree a GiB.
const maxTags = 1_500_000

// page is a page being read.
type page struct {
	*writer
	pieces    []Span   // source of each piece of text
	cut       []int    // for each piece how many of its bytes are the label of a note, which its block carries; nil where none is
	data      [][]byte // JSON-LD
	root      *html.Node
	sizes     sizes
	notes     map[*html.Node]string // blocks that are notes, with their labels
	refs      map[*html.Node]bool   // links to them
	ids       map[string]place      // what links in the page can lead to
	imprint   *html.Node            // the rule above what the page says of itself
	past      bool                  // it was passed
	margin    []*html.Node          // what the margin shows beside the open block
	later     []*html.Node          // notes in the midst of a line, which are written at the end
	remarks   []*html.Node          // what editors remarked, and the links to it
	gone      map[*html.Node]bool   // what is no part of the main text
	parts     []*html.Node          // what is read, in order
	kinds     map[string]int        // what values of classes and ids name
	buttons   map[string]bool       // whether classes name a button
	titleLike []*html.Node          // elements whose class names a title
	titles    map[*html.Node]bool   // elements that are titles
	titled    bool                  // one of them is a heading of the first level: the others head sections
	told      []*html.Node          // elements that may say something of the page, in its order
	breaks    int                   // lines ended by hand
	gap, top  int                   // how far lines stand apart that are set at places of their own, and where the last one stands
	barred    bool                  // a line says that the rest is for those who pay
	state     inlineState
	bottoms   map[string]int       // how high the lines of a class stand on their page
	looks     map[string]classLook // of classes; nil where none says anything
	tags      int                  // seen so far
	xml       bool                 // an element without an end tag is closed by the stroke in its tag
}

// readHTML reads a page, or a fragment of one.
func readHTML(t *Text, o Options) error {
	p := &page{writer: newWriter(t)}
	p.entities = true
	stamped, err := p.stamp(0, o.Context)
	if err != nil {
		return err
	}
	if p.root, err = tree(stamped, o.Context); err != nil {
		return err
	}
	p.findNotes()
	p.parts = p.mainText()
	p.meta()
	p.measureLines()
	for _, n := range p.parts {
		p.past = false
		p.walk(n)
	}
	p.inlineNotes()
	return p.finish()
}

// holdsHTML knows a page by its first tag.
func holdsHTML(raw []byte) bool {
	s := raw[:min(len(raw), 2048)]
	if bytes.HasPrefix(s, []byte{0xFF, 0xFE}) || bytes.HasPrefix(s, []byte{0xFE, 0xFF}) {
		s = bytes.ReplaceAll(s[2:], []byte{0}, nil)
	}
	s = bytes.ToLower(pastProlog(s))
	return bytes.HasPrefix(s, []byte("<!doctype html")) || bytes.HasPrefix(s, []byte("<html"))
}

// pastProlog is s without a byte order mark, blanks, an XML declaration and comments at its start.
func pastProlog(s []byte) []byte {
	s = bytes.TrimPrefix(s, []byte("\uFEFF"))
	for {
		s = bytes.TrimLeft(s, " \t\r\n")
		end := "-->"
		switch {
		case bytes.HasPrefix(s, []byte("<?xml")):
			end = "?>"
		case !bytes.HasPrefix(s, []byte("<!--")):
			return s
		}
		k := bytes.Index(s, []byte(end))
		if k < 0 {
			return s
		}
		s = s[k+len(end):]
	}
}

// looksHTML knows a fragment by the block that it begins with.
func looksHTML(head []byte) bool {
	s := bytes.ToLower(pastProlog(head))
	if !bytes.HasPrefix(s, []byte("<")) {
		return false
	}
	k := bytes.IndexAny(s, " \t\r\n/>")
	if k < 0 {
		return false
	}
	switch string(s[1:k]) {
	case "p", "div", "article", "section", "main", "h1", "h2", "h3", "h4", "header", "body", "head", "meta", "title", "table", "ul", "ol", "blockquote", "figure":
		return true
	}
	return false
}

// stamp rewrites the page, or the part of the source that begins at from, with a number in place of each text, and keeps where it lies. Of a tag only
// what is asked for later is kept.
func (p *page) stamp(from int, ctx context.Context) ([]byte, error) {
	z := tagScanner{s: p.src, end: from}
	out := make([]byte, 0, len(p.src[from:])/2)
	for {
		raw, data := z.raw, z.raw == "script" && bytes.Contains(p.src[z.at:z.end], []byte("ld+json"))
		kind := z.next()
		switch {
		case kind == tagNone:
			return out, nil
		case kind != tagText:
			if out = p.tag(out, &z, kind); p.tags > maxTags {
				return nil, faultf("it holds more than %d tags: that is no article", maxTags)
			}
		case data:
			p.data = append(p.data, p.src[z.at:z.end])
		case raw == "style":
			p.styleSheet(p.src[z.at:z.end])
		case raw == "" || raw == "title":
			out = p.piece(out, z.at, z.end)
		}
		if p.tags%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
}

// tag writes a tag. In XML one that closes itself is written as HTML needs it: with an end tag, unless it can have none.
func (p *page) tag(out []byte, z *tagScanner, kind tagKind) []byte {
	p.tags++
	if kind != tagStart {
		return append(out, p.src[z.at:z.end]...)
	}
	out = appendLower(append(out, '<'), p.src[z.name.Start:z.name.End])
	var room [32]byte
	name := appendLower(room[:0], p.src[z.name.Start:z.name.End])
	all, kept := comparedElements[string(name)], 0
	for i := range z.attrs {
		if a := &z.attrs[i]; all || keeps(p.src[a.name.Start:a.name.End]) {
			out = append(append(out, ' '), p.src[a.name.Start:a.end]...)
			kept++
		}
	}
	p.tags += kept / 4 // so many cost what a tag does
	switch {
	case !z.solo:
		return append(out, '>')
	case !p.xml:
		return append(out, " />"...)
	}
	z.raw = ""
	out = append(out, '>')
	switch atom.Lookup(name) {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Source, atom.Track, atom.Wbr:
		return out
	}
	return append(append(append(out, "</"...), name...), '>')
}

// appendLower appends a name with its capitals, of ASCII, made small.
func appendLower(dst, name []byte) []byte {
	for _, c := range name {
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		dst = append(dst, c)
	}
	return dst
}

// keptAttrs are the attributes that the readers of pages ask for, and those that decide how a tree is built ("encoding" and "type", and of font in pictures
// "color", "face" and "size"). Pages have many others, which cost more to read than the text.
var keptAttrs = wordSet(`aria-describedby aria-hidden class color content data-component data-qa data-testid datetime encoding epub:type face hidden href id itemprop name property pubdate rel
	role size start style title type value`)

// attrGate has, by the first byte of the names in keptAttrs, a bit for each length: most others are told by it.
var attrGate = func() (gate [256]uint64) {
	for name := range keptAttrs {
		gate[name[0]] |= 1 << len(name)
	}
	return gate
}()

// keeps reports whether an attribute is kept that has this name.
func keeps(name []byte) bool {
	if len(name) == 0 || attrGate[lowerByte(name[0])]&(1<<len(name)) == 0 {
		return false
	}
	var room [32]byte
	return keptAttrs[string(appendLower(room[:0], name))]
}

// comparedElements keep all their attributes: where such tags are not closed, the tree depends on which of them are equal (HTML, 13.2.4.3). Links are never
// open twice.
var comparedElements = wordSet(`b big code em font i nobr s small strike strong tt u`)

// piece writes the number of a text, or a blank in place of blanks.
func (p *page) piece(out []byte, from, to int) []byte {
	if s := p.src[from:to]; len(bytes.TrimLeft(s, " \t\r\n\f")) == 0 {
		if bytes.IndexByte(s, '\n') >= 0 {
			return append(out, '\n')
		}
		return append(out, ' ')
	}
	out = strconv.AppendInt(out, int64(len(p.pieces)), 10)
	p.pieces = append(roomFor(p.pieces, from, len(p.src)), Span{from, to})
	return append(out, ';')
}

// tree builds the tree of a page. The library fails where tags are nested too deep, and nowhere else.
func tree(stamped []byte, ctx context.Context) (root *html.Node, err error) {
	defer func() {
		if recover() != nil {
			root, err = nil, faultf("its tags are nested more than 512 deep: that is no article")
		}
	}()
	root, err = html.Parse(&patientReader{bytes.NewReader(stamped), ctx})
	if err != nil && ctx.Err() == nil {
		panic(err)
	}
	return root, err
}

// patientReader ends with its context.
type patientReader struct {
	*bytes.Reader
	ctx context.Context
}

func (r *patientReader) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(b)
}

// eachPiece calls f with the number of each piece in a text node, and with -1 for blanks.
func eachPiece(n *html.Node, f func(i int)) {
	i := 0
	for k := range len(n.Data) {
		switch c := n.Data[k]; {
		case c >= '0' && c <= '9':
			i = i*10 + int(c-'0')
		case c == ';':
			f(i)
			i = 0
		default:
			f(-1)
		}
	}
}

// textOf is the text below a node as it stands in the source, blanks folded, at most about limit bytes of it.
func (p *page) textOf(n *html.Node, limit int) string {
	var b strings.Builder
	p.addText(&b, n, limit)
	return strings.Join(strings.Fields(html.UnescapeString(b.String())), " ")
}

func (p *page) addText(b *strings.Builder, n *html.Node, limit int) {
	if n.Type == html.TextNode {
		eachPiece(n, func(i int) {
			if i < 0 || i >= len(p.pieces) {
				b.WriteByte(' ')
				return
			}
			s := p.pieces[i]
			b.Write(p.src[s.Start:min(s.End, s.Start+max(0, limit-b.Len()))])
		})
		return
	}
	for c := n.FirstChild; c != nil && b.Len() < limit; c = c.NextSibling {
		p.addText(b, c, limit)
	}
}

// attr is the value of an attribute, "" if the element has none.
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return true
		}
	}
	return false
}
