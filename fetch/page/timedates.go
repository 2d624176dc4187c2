package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// timeDates are the dates of elements that a machine can read: <time datetime>, itemprop, abbr.published, data attributes.
func (r *reader) timeDates() (all []candidate) {
	articles := r.datedArticles()
	for i := range r.nodes {
		k := &r.nodes[i]
		if k.n.Type != html.ElementNode || k.n.DataAtom == atom.Meta || len(all) > 500 {
			continue
		}
		value, name := timeValue(k)
		if value == "" || r.foreignDate(int32(i)) {
			continue
		}
		d, ok := r.stamp(value)
		if !ok || d.D == 0 {
			continue
		}
		c := candidate{day: d, how: ByTime, where: name, printed: cut(value, 80)}
		c.score, c.modified = r.timeScore(int32(i), articles)
		all = append(all, c)
	}
	return all
}

// timeValue is the date that an element has for machines, with the name of the element.
func timeValue(k *node) (value, name string) {
	n := k.n
	name = "<" + n.Data + ">"
	prop := strings.ToLower(attr(n, "itemprop"))
	isProp := prop == "datepublished" || prop == "datecreated" || prop == "datemodified" || strings.HasPrefix(strings.ToLower(attr(n, "property")), "schema:date") || attr(n, "property") == "datePublished" || attr(n, "property") == "dc:date dc:created"
	switch {
	case n.DataAtom == atom.Time || isProp:
		for _, key := range [...]string{"datetime", "content", "title", "data-datetime", "data-timestamp", "data-time"} {
			if v := attr(n, key); v != "" {
				return v, name
			}
		}
	case n.DataAtom == atom.Abbr && k.role&(publishedOn|dated|modified) != 0:
		return attr(n, "title"), name + " " + attr(n, "class")
	case k.role&(publishedOn|dated) != 0 && k.text < 200:
		for _, key := range [...]string{"datetime", "content", "data-datetime", "data-timestamp", "data-time", "data-date", "data-published", "title"} {
			if v := attr(n, key); v != "" && strings.ContainsAny(v, "0123456789") {
				return v, name + " " + key
			}
		}
	}
	return "", ""
}

// foreignDate reports whether a date stands in comments, in what leads to other pieces, or shows the day of the visit.
func (r *reader) foreignDate(i int32) bool {
	return r.within(i, func(k *node) bool {
		return r.speaksOfOthers(k, comments|related|clock) || k.n.DataAtom == atom.Aside && k.role&(meta|dated|byline) == 0 || k.n.DataAtom == atom.Nav
	})
}

// speaksOfOthers reports whether an element has one of the roles of what is not of this page. What holds the title or most of the text is of
// it, whatever it is called: "comments-closed".
func (r *reader) speaksOfOthers(k *node, roles role) bool {
	if k.role&roles == 0 || k.role&body != 0 || k.n.DataAtom == atom.Body || k.n.DataAtom == atom.Html {
		return false
	}
	if k.gone {
		return true
	}
	holdsTitle := r.title > 0 && k.end > r.title && r.nodes[r.title].n != k.n && r.holds(k, r.title)
	return !holdsTitle && k.prose*2 <= r.nodes[0].prose
}

// holds reports whether node i lies in k.
func (r *reader) holds(k *node, i int32) bool {
	return r.within(i, func(up *node) bool { return up == k })
}

// datedArticles counts the articles of the page that hold a time element: where there are several, each dates only itself.
func (r *reader) datedArticles() (n int) {
	for i := int32(0); i < int32(len(r.nodes)); i++ {
		if r.nodes[i].n.DataAtom != atom.Article {
			continue
		}
		for j := i; j < r.nodes[i].end; j++ {
			if r.nodes[j].n.DataAtom == atom.Time {
				n++
				break
			}
		}
		i = r.nodes[i].end - 1
	}
	return n
}

// timeScore says how surely a time element dates the page.
func (r *reader) timeScore(i int32, articles int) (score int, isModified bool) {
	k := &r.nodes[i]
	role := k.role | r.nodes[k.up].role
	prop := strings.ToLower(attr(k.n, "itemprop"))
	score = 48
	switch {
	case prop == "datemodified" || k.role&modified != 0 && k.role&publishedOn == 0 || r.saysModified(i):
		return fromUpdate, true
	case hasAttr(k.n, "pubdate") || prop == "datepublished":
		score = fromMark
	case role&publishedOn != 0:
		score = 78
	case role&(dated|meta|byline) != 0:
		score = 66
	}
	score += r.nearness(i)
	if r.inLink(i) && !r.inMain(i) && score < fromMark {
		score -= 30
	}
	if articles > 2 && !r.inMain(i) {
		score -= 25
	}
	return min(score, fromMark+2), false
}

// saysModified reports whether the words before an element say that it dates a change.
func (r *reader) saysModified(i int32) bool {
	for j := i - 1; j > 0 && j > i-6; j-- {
		k := &r.nodes[j]
		if k.n.Type == html.TextNode && !blank(k.n.Data) {
			s := k.n.Data
			return labelOf(strings.ToLower(fold(s[max(0, len(s)-60):]))) == labelModified
		}
		if k.n.DataAtom == atom.Time {
			return false
		}
	}
	return false
}

func (r *reader) inLink(i int32) bool { return r.nodes[i].link }

// inMain reports whether a node stands in the main text.
func (r *reader) inMain(i int32) bool {
	for _, j := range r.first {
		if i >= j && i < r.nodes[j].end {
			return true
		}
	}
	return false
}

// nearness is what the place of an element relative to the title and the text says for it.
func (r *reader) nearness(i int32) (score int) {
	if r.title != 0 {
		switch gap := r.blocksBetween(i, r.title); {
		case gap <= 3:
			score += 12
		case gap <= 8:
			score += 7
		case gap <= 16:
			score += 2
		}
	}
	if r.inMain(i) {
		score += 5
	}
	if r.within(i, func(k *node) bool { return k.n.DataAtom == atom.Footer }) && !r.inMain(i) {
		score -= 15
	}
	return score
}

// blocksBetween counts the blocks with text of their own between two nodes, up to 20.
func (r *reader) blocksBetween(a, b int32) (n int) {
	if a > b {
		a, b = b, a
	}
	for i := a; i < b && n < 20; i++ {
		if r.nodes[i].isBlk && r.nodes[i].own > 0 {
			n++
		}
	}
	return n
}
