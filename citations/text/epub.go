package text

import (
	"bytes"
	"net/url"
	"path"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// An EPUB is a zip archive (EPUB 3.3, W3C Recommendation of 2023): META-INF/container.xml names the package, which lists the parts and, in its
// spine, the order in which they are read. The parts are pages; read as one page they give the text, in which the notes of one part may
// stand in another. What spans count in is the extracted text, as of docx.

// epubKind is what the first entry of the archive says, unpacked.
const epubKind = "application/epub+zip"

const epubContainer = "META-INF/container.xml"

func holdsEPUB(raw []byte) bool {
	if !isZip(raw) {
		return false
	}
	if bytes.Contains(raw[:min(len(raw), 256)], []byte(epubKind)) {
		return true
	}
	a, err := openArchive(raw, Options{MaxText: 1 << 20})
	return err == nil && a.has(epubContainer)
}

// mostSheets is how many style sheets of a book are read.
const mostSheets = 16

// epubPackage is what the package says of the book.
type epubPackage struct {
	meta  Meta
	spine []string // names of the pages, in reading order
	looks []string // names of the style sheets
}

func readEPUB(t *Text, raw []byte, o Options) error {
	a, err := openArchive(raw, o)
	if err != nil {
		return err
	}
	book, err := openBook(a)
	if err != nil {
		return err
	}
	inner := &Text{Name: t.Name, Format: "html"}
	p := &page{writer: newWriter(inner)}
	p.entities, p.xml = true, true
	if err := p.book(a, book, o); err != nil {
		return err
	}
	p.findNotes()
	p.sizes, p.gone, p.kinds, p.buttons = sizes{}, map[*html.Node]bool{}, map[string]int{}, map[string]bool{}
	p.measure(p.root, false)
	p.dropParts(p.root)
	p.walk(p.root)
	if err := p.finish(); err != nil {
		return err
	}
	t.Meta = book.meta
	t.reprint(inner)
	return nil
}

// openBook reads the package.
func openBook(a *archive) (*epubPackage, error) {
	container, err := a.part(epubContainer)
	if err != nil {
		return nil, err
	}
	name := ""
	x := newXML(container, a.ctx)
	for k := x.next(); k != xmlEnd && name == ""; k = x.next() {
		if k == xmlStart && string(local(x.tag())) == "rootfile" {
			name = x.attr("full-path")
		}
	}
	data, err := a.part(name)
	if err != nil {
		return nil, err
	}
	if data == nil || name == "" {
		return nil, faultf("it is damaged: it does not say which of its parts are read; open it in an e-book program and save it again")
	}
	x = newXML(data, a.ctx)
	book := readPackage(x, path.Dir(name))
	if x.err != nil {
		return nil, x.err
	}
	return book, book.unlocked(a)
}

// readPackage reads what the package says of its text, and the order of its pages; the table of contents is none of them.
func readPackage(x *xmlScanner, dir string) *epubPackage {
	book := &epubPackage{}
	items := map[string]string{}
	date, modified := "", ""
	for k := x.next(); k != xmlEnd; k = x.next() {
		if k != xmlStart {
			continue
		}
		switch string(local(x.tag())) {
		case "title":
			if s := x.allText(); book.meta.Title == "" && !placeholder(s) {
				book.meta.Title = s
			}
		case "creator":
			if s := x.allText(); !placeholder(s) {
				book.meta.author(s)
			}
		case "publisher":
			book.meta.Publication = x.allText()
		case "date":
			if event := x.attr("opf:event"); event == "" || event == "publication" {
				date = x.allText()
			}
		case "meta":
			if x.attr("property") == "dcterms:modified" {
				modified = x.allText()
			}
		case "item":
			if href := x.attr("href"); strings.HasSuffix(x.attr("media-type"), "html+xml") && !strings.Contains(x.attr("properties"), "nav") {
				items[x.attr("id")] = inPackage(dir, href)
			} else if x.attr("media-type") == "text/css" {
				book.looks = append(book.looks, inPackage(dir, href))
			}
		case "itemref":
			if name := items[x.attr("idref")]; name != "" {
				book.spine = append(book.spine, name)
			}
		}
	}
	book.meta.dated(date, modified)
	return book
}

// dated takes a book's date for its publication, unless it is the moment at which the file was made: pandoc writes that where it is told none. Calibre
// writes the year 101 where it knows none.
func (m *Meta) dated(date, modified string) {
	switch {
	case date == "", strings.HasPrefix(date, "0101-"):
	case date == modified:
		m.Created = day(date)
		return
	default:
		m.Published = day(date)
	}
	m.Created = day(modified)
}

// placeholder reports whether a program wrote s for want of a title or name.
func placeholder(s string) bool {
	switch strings.ToLower(s) {
	case "", "untitled", "unknown", "unknown title", "unknown author":
		return true
	}
	return false
}

// inPackage is the name in the archive of what an address in the part's folder leads to.
func inPackage(dir, href string) string {
	if s, err := url.PathUnescape(href); err == nil {
		href = s
	}
	return strings.TrimPrefix(path.Join("/", dir, href), "/")
}

// unlocked fails where the pages are encrypted; fonts may be.
func (b *epubPackage) unlocked(a *archive) error {
	data, err := a.part("META-INF/encryption.xml")
	if err != nil || data == nil {
		return err
	}
	pages := map[string]bool{}
	for _, name := range b.spine {
		pages[name] = true
	}
	x := newXML(data, a.ctx)
	for k := x.next(); k != xmlEnd; k = x.next() {
		if k == xmlStart && string(local(x.tag())) == "CipherReference" && pages[inPackage("", x.attr("URI"))] {
			return faultf("it is protected: its pages are encrypted; ask the publisher for a copy without protection")
		}
	}
	return nil
}

// book makes one page of all pages of a book.
func (p *page) book(a *archive, book *epubPackage, o Options) error {
	p.root = &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	number := map[string]int{}
	for _, name := range book.spine {
		if _, known := number[name]; !known {
			number[name] = len(number)
		}
	}
	for _, name := range book.looks[:min(len(book.looks), mostSheets)] {
		data, err := a.part(name)
		if err != nil {
			return err
		}
		p.styleSheet(data)
	}
	read := map[string]bool{}
	for _, name := range book.spine {
		if read[name] {
			continue
		}
		read[name] = true
		data, err := a.part(name)
		if err != nil {
			return err
		}
		if data, _, _, _, err = decode(data); err != nil {
			return err
		}
		from := len(p.src)
		p.src = append(p.src, data...)
		p.src = append(p.src, '\n')
		if int64(len(p.src)) > o.MaxText {
			return faultf("it holds more than %d MiB of text; raise --max-text if it is meant to", o.MaxText>>20)
		}
		stamped, err := p.stamp(from, o.Context)
		if err != nil {
			return err
		}
		root, err := tree(stamped, o.Context)
		if err != nil {
			return err
		}
		p.part(root, name, number)
	}
	p.t.utf8, p.t.Raw = p.src, p.src
	return nil
}

// part takes over the body of one page as a block of its own. Names in it and links to them are made names of the whole.
func (p *page) part(root *html.Node, name string, number map[string]int) {
	whole := linkNames{dir: path.Dir(name), here: number[name], number: number}
	whole.rename(root)
	div := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	p.root.AppendChild(div)
	for n := root.FirstChild; n != nil; n = n.NextSibling {
		for b := n.FirstChild; b != nil; b = b.NextSibling {
			if b.DataAtom != atom.Body {
				continue
			}
			for c := b.FirstChild; c != nil; c = b.FirstChild {
				b.RemoveChild(c)
				div.AppendChild(c)
			}
		}
	}
}

// linkNames makes the names of one page's places names of the whole book.
type linkNames struct {
	dir    string
	here   int
	number map[string]int // of the pages
}

func (l *linkNames) rename(n *html.Node) {
	for i := range n.Attr {
		switch a := &n.Attr[i]; {
		case a.Key == "id", a.Key == "name" && n.DataAtom == atom.A:
			a.Val = l.name(l.here, a.Val)
		case a.Key == "href" && n.DataAtom == atom.A:
			a.Val = l.link(a.Val)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		l.rename(c)
	}
}

// name is a name of page i. The number before it is parted from it by a sign that no name has.
func (l *linkNames) name(i int, name string) string {
	return strconv.Itoa(i) + " " + name
}

// link is an address: one that leads to a page of the book leads to a place in the whole.
func (l *linkNames) link(href string) string {
	to, place, _ := strings.Cut(href, "#")
	if to == "" {
		return "#" + l.name(l.here, place)
	}
	if i, ok := l.number[inPackage(l.dir, to)]; ok && !strings.Contains(to, ":") {
		return "#" + l.name(i, place)
	}
	return href
}

// epubLeft are the kinds of parts (epub:type) that hold no text of the book.
var epubLeft = wordSet(`toc landmarks page-list pagebreak cover index loi lot loa lov copyright-page`)

// dropParts marks what is no text: lists of contents, numbers of printed pages, what is hidden. A hidden note is shown where its marker is touched.
func (p *page) dropParts(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if (furnitureElements[c.DataAtom] || hidden(c) || typed(c, epubLeft)) && !p.holdsNotes(c) {
			p.remove(c)
			continue
		}
		p.dropParts(c)
	}
}

// typed reports whether an element says that it is of one of some kinds.
func typed(n *html.Node, kinds map[string]bool) bool {
	for _, w := range strings.Fields(attr(n, "epub:type")) {
		if kinds[w] {
			return true
		}
	}
	return kinds[strings.TrimPrefix(attr(n, "role"), "doc-")]
}

// reprint makes what was read of markup a text of its own: its blocks with blank lines between them, and the labels that lists and notes
// print.
func (t *Text) reprint(inner *Text) {
	t.Clean, t.Blocks, t.Links, t.Supers, t.Code, t.Comments = inner.Clean, inner.Blocks, inner.Links, inner.Supers, inner.Code, inner.Comments
	src := make([]byte, 0, len(t.Clean)+len(t.Clean)/64)
	note := ""
	for i := range t.Blocks {
		b := &t.Blocks[i]
		src = t.apart(src, b)
		b.Mark = Span{}
		if label := printedBefore(b, note); label != "" {
			if b.Label != "" {
				b.Mark = Span{len(src), len(src) + len(label)}
			}
			src = append(append(src, label...), ' ')
		}
		note = ""
		if b.Kind == Footnote {
			note = b.Label
		}
		r := b.Range
		t.segs = append(t.segs, segment{clean: int32(r.Start), src: int32(len(src)), n: int32(r.Len()), m: int32(r.Len())})
		src = append(src, t.Clean[r.Start:r.End]...)
	}
	t.extracted(src)
}

// apart sets a block off from the one before it.
func (t *Text) apart(src []byte, b *Block) []byte {
	switch {
	case len(src) == 0:
	case b.Tight:
		return append(src, '\n')
	default:
		src = append(src, "\n\n"...)
	}
	t.paras = append(t.paras, len(src))
	return src
}

// printedBefore is what is printed before a block: the label of a note, the number or bullet of an item. note is the label of the note
// that the block may go on with.
func printedBefore(b *Block, note string) string {
	switch {
	case b.Kind == Footnote && b.Label != "" && b.Label != note:
		return "[" + b.Label + "]"
	case b.Kind == Item && b.Label != "":
		return b.Label + "."
	case b.Kind == Item:
		return "•"
	}
	return ""
}
