package text

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Many sites set the title of a piece as a heading of the second or third level, the first being the site's own name, or as a paragraph of a class. The class
// tells it. Where no h1 stands in the text, such elements are its headings of the first level: one is the title, several begin the posts of a blog.

// titleNames are the classes that name the title of a piece: hAtom and microformats (entry-title, p-name, read 2026-11-27), content systems, Word.
var titleNames = wordSet(`entry-title post-title article-title story-title node-title news-title page-title article-headline story-headline post-headline headline contentheading p-name
	entry__title post__title article__title article__headline story__headline posttitle storytitle articletitle blog-post-title blog-entry-title blogitem-title itemtitle item-page-title msotitle`)

// mostTitles is how many elements are looked at that may be titles.
const mostTitles = 1000

// longestTitle is the most bytes of a title.
const longestTitle = 300

// namesTitle reports whether an element says that it is the title of a piece. "title" alone names many things: only paragraphs, of Google Docs, and headings of the
// first level, of Pandoc, are titles by it.
func (f *noteFinder) namesTitle(n *html.Node) bool {
	if attr(n, "itemprop") == "headline" {
		return n.DataAtom != atom.Meta
	}
	class := attr(n, "class")
	if class == "" || !titleElement(n) {
		return false
	}
	if n.DataAtom == atom.P || n.DataAtom == atom.H1 {
		if slices.Contains(strings.Fields(class), "title") {
			return true
		}
	}
	is, known := f.titleClasses[class]
	if !known {
		is = slices.ContainsFunc(strings.Fields(class), func(w string) bool { return titleNames[strings.ToLower(w)] })
		f.titleClasses[class] = is
	}
	return is
}

// titleElement reports whether an element can hold a title.
func titleElement(n *html.Node) bool {
	return isHeading(n) || n.DataAtom == atom.P || n.DataAtom == atom.Div || n.DataAtom == atom.Td || n.DataAtom == atom.Span || n.DataAtom == atom.A
}

// setTitles decides which elements are titles of the main text, and which headings of the first level are heads of sections beside one that its class calls the title.
func (p *page) setTitles(root *html.Node) {
	p.titles = map[*html.Node]bool{}
	h1 := p.holds(root, atom.H1)
	for _, n := range p.titleLike {
		for !h1 && !isBlockElement(n) && n.Parent != nil {
			n = n.Parent
		}
		s := p.textOf(n, longestTitle)
		if n.Type != html.ElementNode || p.taken(n) || s == "" || len(s) >= longestTitle || h1 && n.DataAtom != atom.H1 {
			continue
		}
		p.titles[n] = true
		p.titled = p.titled || h1
	}
	if !h1 && len(p.titles) == 0 {
		if n := p.printedTitle(); n != nil && (isHeading(n) || !within(n, root)) { // a line of the text itself may be the name of a publication, above several pieces
			p.titles[n] = true
		}
	}
}

// titleSigns part the title of a piece from the name of its site in what a window shows.
var titleSigns = []string{" - ", " – ", " — ", " | ", " :: ", " » ", " › ", " · ", " / ", ": ", "｜", "：", "_"}

// printedTitle is the block that prints the title that the page's data name, or a part of it beside the name of the site; of several the longest.
func (p *page) printedTitle() *html.Node {
	const shortest = 9 // bytes
	var node *html.Node
	for _, n := range p.told {
		if n.DataAtom == atom.Title {
			node = n
			break
		}
	}
	if node == nil {
		return nil
	}
	whole := strings.ToLower(p.textOf(node, 2*longestTitle))
	parts := map[string]bool{whole: true}
	for _, sign := range titleSigns {
		for at := 0; ; {
			k := strings.Index(whole[at:], sign)
			if k < 0 {
				break
			}
			parts[strings.TrimSpace(whole[:at+k])], parts[strings.TrimSpace(whole[at+k+len(sign):])] = true, true
			at += k + len(sign)
		}
	}
	var found *html.Node
	longest := shortest - 1
	p.any(p.rootElement(), func(n *html.Node) bool {
		if !isBlockElement(n) || n.DataAtom == atom.Li || n.DataAtom == atom.Dt || n.DataAtom == atom.Dd {
			return false
		}
		if size := p.sizes.of(n).text; size <= longest || size > longestTitle+40 {
			return false
		}
		if s := strings.ToLower(p.textOf(n, 2*longestTitle)); len(s) > longest && parts[s] && strings.Contains(s, " ") {
			found, longest = n, len(s)
		}
		return false
	})
	for found != nil { // the innermost block
		inner := (*html.Node)(nil)
		for c := found.FirstChild; c != nil; c = c.NextSibling {
			if isBlockElement(c) && len(p.textOf(c, 2*longestTitle)) == longest {
				inner = c
			}
		}
		if inner == nil {
			break
		}
		found = inner
	}
	return found
}

// rootElement is the html element.
func (p *page) rootElement() *html.Node {
	for c := p.root.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			return c
		}
	}
	return nil
}

// taken reports whether an element was taken out of the text, by itself or with what is around it.
func (p *page) taken(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if p.gone[n] {
			return true
		}
	}
	return false
}

// isTitle reports whether an element is a title of the main text.
func (p *page) isTitle(n *html.Node) bool { return p.titles[n] }

// holdsTitle reports whether a title stands in an element.
func (p *page) holdsTitle(n *html.Node) bool {
	return p.holds(n, atom.H1) || len(p.titles) > 0 && p.any(n, p.isTitle)
}

// leadsWithTitle reports whether an element holds a title above its first paragraph.
func (p *page) leadsWithTitle(n *html.Node) bool {
	found, _ := p.titleOrProse(n)
	return found
}

// titleOrProse goes through an element to its first title or paragraph.
func (p *page) titleOrProse(n *html.Node) (title, stop bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || p.gone[c] {
			continue
		}
		if p.isTitle(c) {
			return true, true
		}
		if title, stop = p.titleOrProse(c); stop {
			return title, true
		}
	}
	return false, isBlockElement(n) && p.sizes.of(n).prose > 0
}

// level is the level of a heading.
func (p *page) level(n *html.Node) int {
	switch level := int(n.Data[1] - '0'); {
	case p.isTitle(n):
		return 1
	case p.titled && level == 1:
		return 2
	default:
		return level
	}
}
