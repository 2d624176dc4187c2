package page

import (
	"strings"

	"golang.org/x/net/html/atom"

	"example.org/verify/citations/text"
)

// prune marks as gone what surrounds a text: elements that cannot be text, that are hidden, that say of themselves that they are
// navigation, comments and the like, and lists of links. Nothing that holds most of the page's prose goes, whatever it is called.
func (r *reader) prune() {
	all := r.nodes[0].size
	inside := int32(0) // the end of the article that a node is in
	for i := int32(1); i < int32(len(r.nodes)); i++ {
		k := &r.nodes[i]
		if k.gone || k.n.DataAtom == 0 && k.role == 0 && !k.isBlk {
			continue
		}
		if (k.n.DataAtom == atom.Article || k.n.DataAtom == atom.Main) && i >= inside {
			inside = k.end
		}
		if r.isFurniture(i, i < inside) && r.spares(k, all) {
			r.remove(i)
			all = r.without(all, k)
			i = k.end - 1
		}
	}
	r.measure()
}

// without is the page's size once an element is gone.
func (r *reader) without(all size, k *node) size {
	all.prose -= k.prose
	all.text -= k.text
	return all
}

func (r *reader) remove(i int32) {
	for j := i; j < r.nodes[i].end; j++ {
		r.nodes[j].gone = true
	}
}

// restOfComments is the prose that must remain where comments are taken away, in bytes: under a short piece they can be much longer.
const restOfComments = 90

// restOfGallery is the prose that must remain where pictures with captions are taken away: some pages are nothing else.
const restOfGallery = 600

// spares reports whether enough text remains without an element.
func (r *reader) spares(k *node, all size) bool {
	switch {
	case text.FurnitureElement(k.n.DataAtom) && k.n.DataAtom != atom.Nav && k.n.DataAtom != atom.Noscript:
		return true
	case k.role&comments != 0 && k.role&body == 0:
		return all.prose-k.prose >= restOfComments
	case k.role&gallery != 0 && k.role&body == 0:
		return all.prose-k.prose >= restOfGallery
	case all.prose == 0:
		return k.text*2 <= all.text
	}
	return k.prose*2 <= all.prose
}

func (r *reader) isFurniture(i int32, inside bool) bool {
	k := &r.nodes[i]
	if text.FurnitureElement(k.n.DataAtom) || text.FurnitureRole(attr(k.n, "role")) {
		return true
	}
	if text.HiddenElement(k.n) && (k.role&body == 0 || k.prose == 0) {
		return true
	}
	switch k.n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Head:
		return false
	case atom.Aside:
		return k.role&(kept|correction|body) == 0
	case atom.Footer:
		return k.role&(kept|correction) == 0
	case atom.Header:
		return !inside && !r.holdsTitle(i)
	case atom.Ul, atom.Ol, atom.Div, atom.Section, atom.Table, atom.Dl, atom.Td:
		if r.linkList(i) {
			return true
		}
	}
	return r.namesFurniture(k)
}

func (r *reader) namesFurniture(k *node) bool {
	if k.role&(kept|correction) != 0 {
		return false
	}
	if k.n.DataAtom == atom.Article {
		return k.role&(comments|related) != 0 && k.prose < 1500
	}
	if k.n.DataAtom == atom.H1 || k.n.DataAtom == atom.P && k.own >= 2*proseLength && k.ownLk*2 < k.own {
		return k.role&comments != 0
	}
	return k.role&(furniture|comments|related|clock|gallery) != 0
}

func (r *reader) holdsTitle(i int32) bool {
	for j := i; j < r.look(i, 2000); j++ {
		if r.nodes[j].n.DataAtom == atom.H1 && r.nodes[j].text > 0 {
			return true
		}
	}
	return false
}

// linkList reports whether an element holds links and hardly anything else, and is no list of sources: those have years.
func (r *reader) linkList(i int32) bool {
	k := &r.nodes[i]
	if k.items == 0 || k.links*3 < k.text*2 || k.prose*3 > k.text {
		return false
	}
	if k.text < 2*k.items { // links without words
		return true
	}
	if k.text/k.items > 110 || k.items < 2 || k.items == 2 && k.links*10 < k.text*9 {
		return false
	}
	return years(r.textOf(i, 3000))*3 < int(k.items)
}

// years counts the numbers of four digits in s that can be years.
func years(s string) (n int) {
	digits := 0
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

// tailHeads are the headings behind which a text has ended, folded.
var tailHeads = strings.Split(`related articles|related stories|related posts|related news|related content|related topics|related links|related|read also|also read|read more|read next|more stories|more news|more on this story|more from|more on this topic|you may also like|you might also like|you may like|recommended for you|recommended|
comments|leave a reply|leave a comment|leave comment|post a comment|add a comment|post your comment|join the conversation|share this|share this article|share this story|about the author|about the authors|tags|topics|most read|most popular|trending|trending now|latest news|latest stories|top stories|don't miss|editor's picks|sign up|newsletter|advertisement|previous post|next post|popular posts|recent posts|see also|like this|share|follow us|
das könnte sie auch interessieren|mehr zum thema|weitere artikel|verwandte artikel|auch interessant|kommentare|kommentar schreiben|schreibe einen kommentar|kommentar verfassen|antwort hinterlassen|teilen mit|gefällt mir|ähnliche beiträge|ähnliche artikel|lesen sie auch|zum thema|
lire aussi|à lire aussi|sur le même sujet|articles liés|dans la même rubrique|commentaires|laisser un commentaire|à voir aussi|vous aimerez aussi|
lea también|lea además|le puede interesar|te puede interesar|noticias relacionadas|más noticias|comentarios|deja un comentario|deja una respuesta|artículos relacionados|ver también|compartir|
leia também|leia mais|veja também|notícias relacionadas|comentários|deixe um comentário|mais lidas|
leggi anche|articoli correlati|potrebbe interessarti|commenti|lascia un commento|ti potrebbe interessare|
lees ook|lees meer|gerelateerde artikelen|reacties|meer over|czytaj także|zobacz także|przeczytaj także|komentarze|läs också|läs mer|kommentarer|
читайте также|по теме|комментарии|материалы по теме|смотрите также|похожие материалы|другие новости|читайте ещё|ещё по теме|читайте також|коментарі|
ilgili haberler|ilginizi çekebilir|yorumlar|benzer haberler|
اقرأ أيضا|اقرأ أيضًا|مواضيع ذات صلة|أخبار ذات صلة|التعليقات|اقرأ المزيد|مقالات ذات صلة|شارك|
相关阅读|相关新闻|相关文章|延伸阅读|推荐阅读|热门文章|关联文章|関連記事|関連ニュース|あわせて読みたい|관련기사|관련 뉴스|이 기사도|מאמרים נוספים|כתבות נוספות|תגובות|مطالب مرتبط|اخبار مرتبط|نظرات`, "|")

var isTailHead = func() map[string]bool {
	m := map[string]bool{}
	for _, h := range tailHeads {
		m[strings.TrimSpace(h)] = true
	}
	return m
}()

// endsText reports whether a short block is the heading of what follows a text.
func endsText(s string) bool {
	if len(s) > 90 {
		return false
	}
	s = strings.ToLower(strings.Trim(s, " :：.…»›>-–—*|!\"“”"))
	if isTailHead[s] {
		return true
	}
	if k := strings.IndexAny(s, ":(0123456789"); k > 0 && k < len(s) {
		rest := strings.Trim(s[k:], "():0123456789 ")
		return rest == "" && isTailHead[strings.TrimSpace(s[:k])]
	}
	rest := strings.TrimLeft(s, "0123456789 ")
	return rest != s && (rest == "comments" || rest == "kommentare" || rest == "commentaires" || rest == "comentarios" || rest == "responses" || strings.HasPrefix(rest, "thoughts on ") || strings.HasPrefix(rest, "responses to "))
}
