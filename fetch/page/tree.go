package page

import (
	"bytes"
	"errors"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/text"
)

// reader is a page being read.
type reader struct {
	page *Page
	o    Options

	nodes []node // elements and texts in the order of the page; the first is the document
	roles map[string]role
	metas map[string][]string
	canon string // the link that calls itself canonical
	data  []linked
	first []int32  // what is outermost in the main text, in order
	title int32    // the heading that is the title, 0 if there is none
	lead  int32    // where the main text begins
	items int32    // links on the whole page
	withs []string // whom the authors wrote with

	dateOptions dates.Options
}

// node is a place in the tree. Nodes below node i are nodes[i+1:nodes[i].end].
type node struct {
	n     *html.Node
	up    int32
	end   int32
	block int32 // the block that it stands in; itself, if it is one
	size
	role  role
	link  bool // it lies in a link
	gone  bool // furniture, or in it
	isBlk bool
}

// size is how much text an element holds, in bytes without blanks.
type size struct {
	text  int32
	links int32 // of it in links
	prose int32 // of it in blocks that are long enough to be paragraphs
	items int32 // links
	own   int32 // directly in this block
	ownLk int32 // of it in links
}

// maxNodes bounds the tree: what comes behind is not read.
const maxNodes = 1_000_000

// build makes the tree, and the list of its nodes.
func (r *reader) build(src []byte) {
	root := r.parse(src)
	r.nodes = make([]node, 0, 256+len(src)/40)
	r.add(root, 0, 0, false)
	r.measure()
}

// parse builds the tree. The library refuses what is nested deeper than 512; that is then read as text without structure.
func (r *reader) parse(src []byte) (root *html.Node) {
	defer func() {
		if recover() != nil {
			root = r.flat(src)
		}
	}()
	if tooMany(src) {
		return r.flat(src)
	}
	root, err := html.Parse(bytes.NewReader(src))
	if err != nil {
		return r.flat(src)
	}
	return root
}

// tooMany reports whether a page has more tags than an article can have.
func tooMany(src []byte) bool { return bytes.Count(src, []byte("<")) > maxNodes }

// flat is a tree of the paragraphs that block tags part, whatever their nesting.
func (r *reader) flat(src []byte) *html.Node {
	r.notice("its tags are too many or nested too deep: read without their structure")
	root := &html.Node{Type: html.DocumentNode}
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	root.AppendChild(body)
	z := html.NewTokenizer(bytes.NewReader(src))
	z.SetMaxBuf(1 << 20)
	f := flattener{body: body}
	for f.n < maxNodes {
		switch z.Next() {
		case html.ErrorToken:
			if !errors.Is(z.Err(), html.ErrBufferExceeded) {
				f.end()
				return root
			}
			f.end()
			return root
		case html.TextToken:
			f.text.Write(z.Text())
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			if a := atom.Lookup(name); text.BlockElement(a) || a == atom.Br {
				f.end()
			}
		}
	}
	f.end()
	return root
}

// flattener collects paragraphs.
type flattener struct {
	body *html.Node
	text strings.Builder
	n    int
}

func (f *flattener) end() {
	s := strings.TrimSpace(f.text.String())
	f.text.Reset()
	f.n++
	if s == "" {
		return
	}
	p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
	p.AppendChild(&html.Node{Type: html.TextNode, Data: s})
	f.body.AppendChild(p)
}

// add lists a node and all below it. The tree is at most 512 deep.
func (r *reader) add(n *html.Node, up, block int32, link bool) {
	i := int32(len(r.nodes))
	k := node{n: n, up: up, block: block, link: link}
	if n.Type == html.ElementNode {
		if text.BlockElement(n.DataAtom) {
			k.isBlk, k.block = true, i
		}
		if n.DataAtom == atom.A && leadsAway(n) {
			k.link = true
		}
		k.role = r.roleOf(n)
	}
	r.nodes = append(r.nodes, k)
	for c := n.FirstChild; c != nil && len(r.nodes) < maxNodes; c = c.NextSibling {
		if c.Type == html.ElementNode || c.Type == html.TextNode && !blank(c.Data) || c.Type == html.TextNode {
			r.add(c, i, k.block, k.link)
		}
	}
	r.nodes[i].end = int32(len(r.nodes))
}

// leadsAway reports whether an element is a link to another page.
func leadsAway(n *html.Node) bool {
	href := attr(n, "href")
	return href != "" && href[0] != '#'
}

// measure finds the sizes of all nodes that are not gone.
func (r *reader) measure() {
	for i := range r.nodes {
		r.nodes[i].size = size{}
	}
	for i := len(r.nodes) - 1; i > 0; i-- {
		k := &r.nodes[i]
		r.measureOne(k)
		if up := &r.nodes[k.up]; !k.gone || up.gone { // what is gone counts for itself only
			up.text += k.text
			up.links += k.links
			up.prose += k.prose
			up.items += k.items
		}
	}
}

// proseLength is the text from which a block counts as a paragraph, in bytes without blanks.
const proseLength = 70

func (r *reader) measureOne(k *node) {
	switch {
	case k.n.Type == html.TextNode:
		if r.unseen(k) || k.gone && !r.nodes[k.block].gone {
			return
		}
		k.text = inked(k.n.Data)
		b := &r.nodes[k.block]
		b.own += k.text
		if k.link {
			k.links = k.text
			b.ownLk += k.text
		}
	case k.n.DataAtom == atom.A && k.link:
		k.items++
	case k.isBlk && k.own >= proseLength && k.ownLk*2 < k.own:
		k.prose += k.own
	}
}

// unseen reports whether the text of an element is no text of the page.
func (r *reader) unseen(k *node) bool {
	up := r.nodes[k.up].n
	return up.Type == html.ElementNode && (up.DataAtom == atom.Script || up.DataAtom == atom.Style || up.DataAtom == atom.Noscript || up.DataAtom == atom.Title || up.DataAtom == atom.Textarea || up.DataAtom == atom.Iframe)
}

// inked counts the bytes of s that are no blanks.
func inked(s string) (n int32) {
	for i := range len(s) {
		if s[i] > ' ' {
			n++
		}
	}
	return n
}

func blank(s string) bool { return strings.TrimLeft(s, " \t\r\n\f\u00a0") == "" }

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

// look is how many nodes below one are looked at for a text of limit bytes: where there are more, most of them are empty.
func (r *reader) look(i int32, limit int) int32 { return min(r.nodes[i].end, i+200+4*int32(limit)) }

// textOf is the text below a node, blanks folded, at most about limit bytes.
func (r *reader) textOf(i int32, limit int) string {
	var w inline
	for k, end := i, r.look(i, limit); k < end && w.len() < limit; k++ {
		n := &r.nodes[k]
		switch {
		case n.n.Type == html.TextNode && !r.unseen(n):
			s := n.n.Data
			w.text(s[:min(len(s), limit+8)])
		case n.isBlk || n.n.DataAtom == atom.Br:
			w.text(" ")
		}
	}
	return w.take()
}

// within reports whether f holds for a node or one around it.
func (r *reader) within(i int32, f func(*node) bool) bool {
	for {
		if f(&r.nodes[i]) {
			return true
		}
		if i == 0 {
			return false
		}
		i = r.nodes[i].up
	}
}
