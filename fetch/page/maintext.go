package page

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// findMain finds the main text and writes its blocks.
func (r *reader) findMain() {
	r.items = r.nodes[0].items
	r.prune()
	r.findHeadline()
	r.first = r.mainRoots()
	if len(r.first) > 0 {
		r.lead = r.first[0]
		r.first = append(r.standfirst(r.first[0]), r.first...)
	}
	e := emitter{r: r, limit: r.nodes[0].prose}
	for _, i := range r.first {
		e.node(i)
		e.end()
	}
	r.page.Blocks = e.trimmed()
	if r.textLen() < 250 {
		r.fromData()
	}
}

func (r *reader) textLen() (n int) {
	for i := range r.page.Blocks {
		n += len(r.page.Blocks[i].Text)
	}
	return n
}

// fromData takes the text from JSON-LD where the page itself shows hardly any: it is written by a script.
func (r *reader) fromData() {
	s := r.field("articleBody")
	if len(s) < 2*r.textLen() || len(s) < 200 {
		return
	}
	r.page.Blocks = nil
	for _, line := range splitLines(html.UnescapeString(s)) {
		if line = fold(stripTags(line)); line != "" {
			r.page.Blocks = append(r.page.Blocks, Block{Para, line})
		}
	}
	r.notice("its text was taken from JSON-LD: the page itself shows none")
}

// mainRoots are the elements that hold the main text: those that call themselves so, else the one article, else the deepest element
// that holds nearly all prose.
func (r *reader) mainRoots() []int32 {
	all := r.weight(0)
	if all == 0 {
		return []int32{0}
	}
	for _, is := range [...]func(k *node) bool{namedBody, isArticle} {
		if found := r.outermost(0, is); len(found) > 0 {
			total := int32(0)
			for _, i := range found {
				total += r.weight(i)
			}
			if total*100 >= all*45 {
				return r.deepenAll(r.withSiblings(found))
			}
		}
	}
	top := int32(0)
	if m := r.outermost(0, isMain); len(m) == 1 && r.weight(m[0])*100 >= all*45 {
		top = m[0]
	}
	return []int32{r.deepen(top)}
}

// weight is the prose below a node, or its text outside of links where the whole page has no prose.
func (r *reader) weight(i int32) int32 {
	k := &r.nodes[i]
	if r.nodes[0].prose > 0 {
		return k.prose
	}
	return k.text - k.links
}

func namedBody(k *node) bool {
	return k.role&body != 0 && k.isBlk && k.n.DataAtom != atom.Body && k.n.DataAtom != atom.Html && k.role&(comments|related) == 0
}

func isArticle(k *node) bool { return k.n.DataAtom == atom.Article }

func isMain(k *node) bool {
	return k.n.DataAtom == atom.Main || k.isBlk && attr(k.n, "role") == "main"
}

// outermost lists the nodes with text that f holds for and that are in no other one.
func (r *reader) outermost(i int32, f func(*node) bool) (out []int32) {
	for j := i + 1; j < r.nodes[i].end; j++ {
		k := &r.nodes[j]
		if k.gone {
			j = k.end - 1
			continue
		}
		if k.n.Type == html.ElementNode && k.text > 0 && f(k) {
			out = append(out, j)
			j = k.end - 1
		}
	}
	return out
}

// withSiblings leaves one article where it has most of the prose, and drops the short ones that follow it: teasers.
func (r *reader) withSiblings(found []int32) []int32 {
	best, total := found[0], int32(0)
	for _, i := range found {
		total += r.weight(i)
		if r.weight(i) > r.weight(best) {
			best = i
		}
	}
	if r.nodes[best].n.DataAtom == atom.Article && r.weight(best)*100 >= total*60 {
		return []int32{best}
	}
	return found
}

// deepenAll goes down where an article holds a body that calls itself so.
func (r *reader) deepenAll(found []int32) []int32 {
	var out []int32
	for _, i := range found {
		inner := r.outermost(i, namedBody)
		total := int32(0)
		for _, j := range inner {
			total += r.weight(j)
		}
		if len(inner) > 0 && total*100 >= r.weight(i)*70 {
			out = append(out, inner...)
			continue
		}
		out = append(out, i)
	}
	return out
}

// deepen goes down to the deepest element that holds nearly all prose.
func (r *reader) deepen(i int32) int32 {
	for {
		next, most := int32(-1), r.weight(i)*8
		for j := i + 1; j < r.nodes[i].end; j = r.nodes[j].end {
			k := &r.nodes[j]
			if !k.gone && k.n.Type == html.ElementNode && container(k) && r.weight(j)*10 >= most {
				next = j
				break
			}
		}
		if next < 0 {
			return i
		}
		i = next
	}
}

// container reports whether an element groups blocks.
func container(k *node) bool {
	switch k.n.DataAtom {
	case atom.Html, atom.Body, atom.Div, atom.Section, atom.Main, atom.Article, atom.Table, atom.Tbody, atom.Tr, atom.Td, atom.Form, atom.Center, atom.Fieldset, atom.Font, atom.Span:
		return true
	}
	return k.n.DataAtom == 0
}

// standfirst is what belongs to the main text and stands between its title and its element: prose, or what calls itself a lead.
func (r *reader) standfirst(root int32) (out []int32) {
	if r.title == 0 || r.title >= root {
		return nil
	}
	for j := r.nodes[r.title].end; j < root; {
		k := &r.nodes[j]
		switch {
		case k.gone:
			j = k.end
		case k.end > root: // it holds the root
			j++
		case k.isBlk && k.role&(lead) != 0 && k.role&(meta|dated|byline|caption) == 0 && k.links*2 < k.text && k.text >= 30:
			out = append(out, j)
			j = k.end
		case k.isBlk && k.own >= proseLength && k.ownLk*3 < k.own && k.role&(caption|meta|byline) == 0 && !r.inCaption(j):
			out = append(out, j)
			j = k.end
		default:
			j++
		}
	}
	return out
}

func (r *reader) inCaption(i int32) bool {
	return r.within(i, func(k *node) bool {
		return k.role&caption != 0 || k.n.DataAtom == atom.Figcaption || k.n.DataAtom == atom.Figure
	})
}
