package text

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The main text of a page is what is left once its furniture is taken away: elements that cannot be text, that are hidden, that their
// role, class or id calls navigation, advertisement, comments and the like, and lists of links. Nothing that holds most of the page's
// prose is furniture, whatever it is called.

// size is how much text an element holds, in bytes of the source.
type size struct {
	text  int // all of it
	links int // of it in links that lead away from the page
	prose int // of it in paragraphs
	items int // links
}

// sizes are the sizes of the blocks of a page, kept small: a hostile page has one every three bytes.
type sizes map[*html.Node]struct{ text, links, prose, items int32 }

// of is the size of a block, zero if it is not known.
func (m sizes) of(n *html.Node) size {
	s := m[n]
	return size{int(s.text), int(s.links), int(s.prose), int(s.items)}
}

func (m sizes) set(n *html.Node, s size) {
	m[n] = struct{ text, links, prose, items int32 }{int32(s.text), int32(s.links), int32(s.prose), int32(s.items)}
}

func (m sizes) has(n *html.Node) bool {
	_, ok := m[n]
	return ok
}

// proseLength is the text from which a block counts as a paragraph, in bytes.
const proseLength = 80

// furnitureElements are never text.
var furnitureElements = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Object: true, atom.Embed: true, atom.Svg: true,
	atom.Canvas: true, atom.Audio: true, atom.Video: true, atom.Button: true, atom.Input: true, atom.Select: true, atom.Textarea: true, atom.Option: true,
	atom.Nav: true, atom.Dialog: true, atom.Menu: true, atom.Head: true, atom.Map: true, atom.Progress: true, atom.Meter: true, atom.Rt: true, atom.Rp: true,
}

// furnitureRoles are the ARIA roles of what surrounds a text.
var furnitureRoles = wordSet(`navigation banner contentinfo search dialog alertdialog alert complementary menu menubar toolbar tablist button form status tooltip`)

// furnitureWords are the words in classes and ids that name what surrounds a text.
var furnitureWords = wordSet(`nav navbar navigation menu breadcrumb breadcrumbs share sharing shares sharebar sharedaddy social related recommended recommendations recirculation
	newsletter subscribe subscription signup sign-up promo promotion advert adverts advertisement advertising ad ads adslot adsbox dfp sponsor sponsored sponsors cookie cookies consent gdpr onetrust
	comment comments commentlist disqus respond sidebar teaser teasers trending popular mostread most-read tags taglist tagcloud pagination pager popup modal overlay paywall
	outbrain taboola skip skiplink masthead toolbar widget widgets print-only noprint login donate donation readmore related-posts jp-relatedposts shariff werbung anzeige kommentare verwandte
	weiterlesen teilen reklama реклама комментарии sr-only visually-hidden visuallyhidden screen-reader-text screenreader navbox mw-editsection toc catlinks authorbox author-box post-navigation infobox
	footer colophon amp-embed ufi cmp cmpbox didomi usercentrics borlabs truste interstitial interstitial-link recirc newsletter-signup
	mw-jump-link jump-to-nav sitesub contentsub printfooter mw-indicators hatnote dablink rellink ambox tmbox ombox cmbox asbox mbox-small side-box sistersitebox
	bandeau-container bandeau-article bandeau-section avviso summary-v2-block sqs-block-summary-v2 bandeau-niveau-grave reftooltip`)

// keptWords are the words in classes and ids that name what belongs to a text although it stands apart.
var keptWords = wordSet(`footnote footnotes fn fns endnote endnotes reference references note notes reflist fussnoten noten anmerkungen сноски`)

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// mainText takes the furniture away and gives the elements that hold the main text, in the order of the page.
func (p *page) mainText() []*html.Node {
	p.sizes, p.gone, p.kinds, p.buttons = sizes{}, map[*html.Node]bool{}, map[string]int{}, map[string]bool{}
	for _, n := range p.remarks {
		p.gone[n] = true
	}
	p.measure(p.root, false)
	p.prune(p.root, p.sizes.of(p.root).prose, false)
	root := p.mainElement()
	p.setTitles(root)
	p.imprint = p.imprintOf(root)
	return append(p.before(root), append([]*html.Node{root}, p.after(root)...)...)
}

// measure finds the sizes of a node and all below it.
func (p *page) measure(n *html.Node, inLink bool) size {
	var s size
	if n.Type == html.TextNode {
		eachPiece(n, func(i int) {
			if i >= 0 && i < len(p.pieces) {
				s.text += len(bytes.TrimSpace(p.src[p.pieces[i].Start:p.pieces[i].End])) + 1
			}
		})
		if inLink {
			s.links = s.text
		}
		return s
	}
	if p.gone[n] {
		return s
	}
	if n.DataAtom == atom.A && hasAttr(n, "href") && !strings.HasPrefix(attr(n, "href"), "#") {
		inLink = true
		s.items++
	}
	var own size // outside of blocks
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		k := p.measure(c, inLink)
		s.text, s.links, s.prose, s.items = s.text+k.text, s.links+k.links, s.prose+k.prose, s.items+k.items
		if !isBlockElement(c) {
			own.text, own.links = own.text+k.text, own.links+k.links
		}
	}
	if isBlockElement(n) {
		if (own.text >= proseLength || own.text >= proseLength/4 && p.isLine(n)) && own.links*2 < own.text {
			s.prose += own.text
		}
		p.sizes.set(n, s)
	}
	if n == p.root {
		p.sizes.set(n, s)
	}
	return s
}

// prune marks the furniture below a node. all is the prose of the whole page; inside says that an article has begun.
func (p *page) prune(n *html.Node, all int, inside bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if p.furniture(c, inside) && (p.sizes.of(c).prose*2 <= all || all == 0 || furnitureElements[c.DataAtom]) && !p.holdsNotes(c) {
			if p.factBox(c) {
				p.citedRows(c)
			} else {
				p.remove(c)
			}
			continue
		}
		before := p.sizes.of(c).text
		p.prune(c, all, inside || c.DataAtom == atom.Article || c.DataAtom == atom.Main)
		if p.sizes.of(c).text < before && isContainer(c) && p.headingsOnly(c) { // the head of what was taken away
			p.remove(c)
		}
	}
}

// remove takes an element out of the text, and out of the sizes of what is around it.
func (p *page) remove(n *html.Node) {
	s := p.sizes.of(n)
	if !p.sizes.has(n) {
		s = p.measure(n, false)
	}
	p.gone[n] = true
	for n = n.Parent; n != nil; n = n.Parent {
		if p.sizes.has(n) {
			k := p.sizes.of(n)
			p.sizes.set(n, size{k.text - s.text, k.links - s.links, k.prose - s.prose, k.items - s.items})
		}
	}
}

// furniture reports whether an element says of itself that it is no text, or shows it.
func (p *page) furniture(n *html.Node, inside bool) bool {
	if furnitureElements[n.DataAtom] || hidden(n) || furnitureRoles[attr(n, "role")] && !p.dead(n) || isCopy(n) {
		return true
	}
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main:
		return false
	case atom.Aside:
		return !namesNotes(n)
	case atom.Footer: // Drupal says in one above the text who wrote it and when
		return !namesNotes(n) && !(inside && p.any(n, func(k *html.Node) bool { return k.DataAtom == atom.Time }))
	case atom.Header:
		return !inside && !p.holds(n, atom.H1)
	case atom.A:
		return p.button(n) || inside && p.card(n) || skips(n)
	case atom.Li, atom.Span, atom.Center:
		if p.control(n) || n.DataAtom == atom.Li && p.besideMail(n) {
			return true
		}
	case atom.Ul, atom.Ol, atom.Div, atom.Section, atom.Table, atom.P:
		if pageEdge(n) || p.control(n) || p.barrier(n) {
			return true
		}
		if n.DataAtom != atom.Ol && p.linkList(n) || p.leadsElsewhere(n) || p.filed(n) || n.DataAtom != atom.P && p.contents(n) {
			return true
		}
	case 0:
		if strings.Contains(n.Data, "-") && p.nameKind(n.Data) == furnitureName { // amp-ad
			return true
		}
	}
	return p.named(n)
}

// hidingStyles are the declarations, blanks taken out, that hide an element, the last ones from all but those who listen to the page.
var hidingStyles = []string{"display:none", "visibility:hidden", "mso-hide:all", "clip:rect(0", "clip:rect(1px", "clip-path:inset(50%)", "left:-9999", "left:-10000", "text-indent:-9999"}

// hidden reports whether the page does not show an element.
func hidden(n *html.Node) bool {
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "style":
			v := strings.ToLower(strings.ReplaceAll(a.Val, " ", ""))
			if slices.ContainsFunc(hidingStyles, func(h string) bool { return strings.Contains(v, h) }) {
				return true
			}
		}
	}
	return false
}

// named reports whether class or id name furniture and do not name notes.
func (p *page) named(n *html.Node) bool {
	found := false
	for i := range n.Attr {
		switch n.Attr[i].Key {
		case "class", "id", "data-component", "data-testid", "data-qa":
			switch p.nameKind(n.Attr[i].Val) {
			case noteName:
				return false
			case furnitureName:
				found = true
			}
		}
	}
	switch n.DataAtom {
	case atom.Time:
		return false
	case atom.Article:
		return found && p.sizes.of(n).prose < 2000
	}
	return found
}

// What the value of a class or id names.
const (
	otherName = iota
	noteName
	furnitureName
)

// nameKind tells what the value of a class or id names. Pages repeat them, so each is looked at once.
func (p *page) nameKind(value string) int {
	kind, known := p.kinds[value]
	if known {
		return kind
	}
	for _, w := range strings.Fields(value) {
		if eachWord(w, keptWords) {
			kind = noteName
			break
		}
		if eachWord(w, furnitureWords) {
			kind = furnitureName
		}
	}
	p.kinds[value] = kind
	return kind
}

func namesNotes(n *html.Node) bool {
	for _, key := range [...]string{"class", "id", "role"} {
		for _, w := range strings.Fields(attr(n, key)) {
			if eachWord(w, keptWords) || strings.HasPrefix(w, "doc-") {
				return true
			}
		}
	}
	return false
}

// eachWord reports whether a name, or the words that hyphens, underlines and capitals part in it, are in a set. "has-sidebar" and
// "no-comments" name what surrounds something else.
func eachWord(name string, set map[string]bool) bool {
	low := strings.ToLower(name)
	if set[low] {
		return true
	}
	for _, lead := range [...]string{"has-", "no-", "with-", "is-", "without-"} {
		if strings.HasPrefix(low, lead) {
			return false
		}
	}
	return slices.ContainsFunc(strings.FieldsFunc(partCapitals(name), func(r rune) bool { return !unicode.IsLetter(r) }), func(w string) bool { return set[strings.ToLower(w)] })
}

// partCapitals sets a hyphen before the capitals inside a name: "relatedArticles" is "related-Articles".
func partCapitals(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if i > 0 && s[i] >= 'A' && s[i] <= 'Z' && s[i-1] >= 'a' && s[i-1] <= 'z' {
			b.WriteByte('-')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// linkList reports whether an element holds links and hardly anything else, and is no list of sources: those have years.
func (p *page) linkList(n *html.Node) bool {
	s := p.sizes.of(n)
	if s.items == 0 || s.links*4 < s.text*3 || s.prose*4 > s.text {
		return false
	}
	if n.DataAtom == atom.P {
		return s.text < 140 && teaser(p.textOf(n, 200))
	}
	return s.text/s.items < 120 && (s.items >= 3 || s.items == 2 && s.links*10 >= s.text*9) && years(p.textOf(n, 4000))*3 < s.items
}

// teaser reports whether a line that is a link leads to another piece: it neither ends as a sentence does nor dates a source.
func teaser(s string) bool {
	last := strings.TrimRight(s, " \u00A0»›→>")
	return last != "" && !isByline([]byte(strings.ToLower(last[:1])+last[1:])) && !strings.HasPrefix(s, "(") && !strings.HasPrefix(s, "[") && !strings.HasSuffix(last, ".") && years(s) == 0 && len(strings.Fields(s)) > 2
}

// years counts the numbers of four digits in s that can be years.
func years(s string) int {
	n, digits := 0, 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] >= '0' && s[i] <= '9' {
			digits++
			continue
		}
		if digits == 4 && (s[i-4] == '1' || s[i-4] == '2') {
			n++
		}
		digits = 0
	}
	return n
}

// holdsNotes reports whether a note or a link to one stands below an element.
func (p *page) holdsNotes(n *html.Node) bool {
	if len(p.notes) == 0 || furnitureElements[n.DataAtom] && n.DataAtom != atom.Nav {
		return false
	}
	return p.any(n, func(k *html.Node) bool { return p.notes[k] != "" })
}

func (p *page) holds(n *html.Node, a atom.Atom) bool {
	return p.any(n, func(k *html.Node) bool { return k.DataAtom == a && p.textOf(k, 80) != "" })
}

// any reports whether f holds for an element or one below it that is no furniture.
func (p *page) any(n *html.Node, f func(*html.Node) bool) bool {
	if n.Type != html.ElementNode || p.gone[n] {
		return false
	}
	if f(n) {
		return true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if p.any(c, f) {
			return true
		}
	}
	return false
}

// mainElement is the element that holds the main text: the one article of the page, or what holds all of them, or else the deepest
// element that holds nearly all prose.
func (p *page) mainElement() *html.Node {
	n := p.only(p.root, 50, func(n *html.Node) bool {
		return n.DataAtom == atom.Main || attr(n, "role") == "main" || attr(n, "itemprop") == "articleBody"
	})
	if n == nil {
		n = p.root
	}
	if a := p.only(n, 60, func(n *html.Node) bool { return n.DataAtom == atom.Article }); a != nil {
		return a
	}
	for {
		next := p.only(n, 85, func(k *html.Node) bool { return k.Parent == n && isContainer(k) && !p.isLine(k) })
		if next == nil {
			return n
		}
		n = next
	}
}

// only is the outermost element below n that f holds for and that has at least share of a hundred of the prose below n; nil if there
// is none.
func (p *page) only(n *html.Node, share int, f func(*html.Node) bool) *html.Node {
	all := p.sizes.of(n).prose
	var search func(k *html.Node) *html.Node
	search = func(k *html.Node) *html.Node {
		for c := k.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode || p.gone[c] || isBlockElement(c) && p.sizes.of(c).prose*100 < all*share {
				continue
			}
			if all > 0 && isBlockElement(c) && f(c) {
				return c
			}
			if found := search(c); found != nil {
				return found
			}
		}
		return nil
	}
	return search(n)
}

// before is what belongs to the main text and stands before its element: the title, where the text itself has none, and what stands
// between the two.
func (p *page) before(root *html.Node) []*html.Node {
	if p.holds(root, atom.H1) || p.leadsWithTitle(root) {
		return nil
	}
	var out []*html.Node
	for n := root; n.Parent != nil && n.Type == html.ElementNode; n = n.Parent {
		for s := n.PrevSibling; s != nil; s = s.PrevSibling {
			if s.Type != html.ElementNode {
				continue
			}
			if !p.gone[s] && !p.chrome(s) {
				out = append(out, s)
			}
			if p.holdsTitle(s) {
				slices.Reverse(out)
				return out
			}
		}
	}
	return nil
}

// after is what belongs to the main text and stands behind its element: notes, and, where no element says where the article ends, what
// follows right below and is no list of links.
func (p *page) after(root *html.Node) []*html.Node {
	var out []*html.Node
	open := root.DataAtom != atom.Article && root.DataAtom != atom.Main
	for n := root; n.Parent != nil && n.Type == html.ElementNode; n = n.Parent {
		for s := n.NextSibling; s != nil; s = s.NextSibling {
			if s.Type == html.ElementNode && !p.gone[s] && (open && !p.chrome(s) || p.holdsNotes(s) || p.any(s, namesNotes)) {
				out = append(out, s)
			}
		}
		open = false
	}
	return out
}

// chrome reports whether an element beside the text is mostly links or nothing.
func (p *page) chrome(n *html.Node) bool {
	s := p.sizes.of(n)
	if !p.sizes.has(n) {
		s = p.measure(n, false)
	}
	return s.text == 0 || s.links*2 > s.text
}
