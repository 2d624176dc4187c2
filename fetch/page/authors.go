package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/text"
)

// maxAuthors is how many authors are kept.
const maxAuthors = 12

// readAuthors settles the authors: JSON-LD, then meta elements, then what the page marks up or says.
func (r *reader) readAuthors() {
	for _, l := range r.data {
		if l.article || l.page && len(r.data) == 1 {
			for _, name := range text.NamesOf(l.o["author"], l.named) {
				r.author(name, true)
			}
		}
		if len(r.page.Authors) > 0 {
			return
		}
	}
	for _, name := range [...]string{"citation_author", "parsely-author", "sailthru.author", "author", "article:author", "byl", "dc.creator", "dcterms.creator", "dc.creator.personalname", "cxenseparse:author", "article:author_name", "og:article:author", "og:author", "twitter:data1"} {
		for _, v := range r.metas[name] {
			if name != "twitter:data1" || strings.Contains(strings.ToLower(r.firstMeta("twitter:label1")), "by") {
				r.author(html.UnescapeString(v), true)
			}
		}
		if len(r.page.Authors) > 0 {
			return
		}
	}
	r.markedAuthors()
	if len(r.page.Authors) == 0 {
		r.printedAuthors()
	}
}

// markedAuthors reads elements that say they hold the author.
func (r *reader) markedAuthors() {
	marks := [...]func(k *node) bool{
		func(k *node) bool { return strings.Contains(attr(k.n, "rel"), "author") },
		func(k *node) bool { return attr(k.n, "itemprop") == "author" || attr(k.n, "itemprop") == "creator" },
		func(k *node) bool { return k.role&byline != 0 },
	}
	for n, is := range marks {
		for i := range r.nodes {
			k := &r.nodes[i]
			if k.n.Type != html.ElementNode || k.n.DataAtom == atom.Link || k.n.DataAtom == atom.Meta || !is(k) || r.foreign(int32(i)) || k.n.DataAtom == atom.Body || k.n.DataAtom == atom.Html {
				continue
			}
			r.author(r.nameIn(int32(i)), n < 2 || r.namedPerson(int32(i)))
			if len(r.page.Authors) > 0 {
				return
			}
		}
	}
}

// nameIn is the text of an element that holds an author: the part that calls itself a name, if there is one.
func (r *reader) nameIn(i int32) string {
	for j := i + 1; j < r.look(i, 200); j++ {
		if attr(r.nodes[j].n, "itemprop") == "name" || isFn(r.nodes[j].n) || r.nodes[j].n.DataAtom == atom.A && strings.Contains(attr(r.nodes[j].n, "rel"), "author") {
			if v := attr(r.nodes[j].n, "content"); v != "" {
				return v
			}
			return r.textOf(j, 200)
		}
	}
	return r.textOf(i, 200)
}

// namedPerson reports whether the element holds one that calls itself a name.
func (r *reader) namedPerson(i int32) bool {
	for j := i; j < r.look(i, 200); j++ {
		if isFn(r.nodes[j].n) {
			return true
		}
	}
	return false
}

// isFn reports whether an element is the name of an hCard.
func isFn(n *html.Node) bool { return slices.Contains(strings.Fields(attr(n, "class")), "fn") }

// foreign reports whether an element stands in comments or in what leads to other pieces.
func (r *reader) foreign(i int32) bool {
	return r.within(i, func(k *node) bool {
		return r.speaksOfOthers(k, comments|related) || k.n.DataAtom == atom.Aside && k.role&(meta|byline) == 0 || k.n.DataAtom == atom.Nav
	})
}

// printedAuthors reads a byline near the title: "By Jane Roe".
func (r *reader) printedAuthors() {
	from, n := r.title, 0
	if from == 0 {
		from = r.lead
	}
	for i := from; int(i) < len(r.nodes) && n < 14; i++ {
		k := &r.nodes[i]
		if !k.isBlk || k.own == 0 || k.own > 140 {
			continue
		}
		n++
		for _, s := range r.ownLines(i) {
			if name, ok := afterBy(s); ok {
				r.author(name, false)
			}
			if len(r.page.Authors) > 0 {
				return
			}
		}
	}
}

// byWords open a byline, in the languages that newspapers are read in.
var byWords = []string{"by ", "by: ", "written by ", "reported by ", "reporting by ", "posted by ", "submitted by ", "story by ", "author: ", "author ", "authors: ", "von ", "ein artikel von ", "text: ", "autor: ", "autorin: ", "par ", "publié par ", "auteur : ", "auteur: ", "por ", "publicado por ", "escrito por ", "di ", "a cura di ", "autore: ",
	"door ", "av ", "af ", "tekst: ", "autor ", "napisał ", "napsal ", "szerző: ", "írta: ", "autor/ica: ", "piše: ", "nga ", "de ", "yazan: ", "yazar: ", "автор: ", "автор ", "автори: ", "текст: ", "بقلم: ", "بقلم ", "كتب: ", "كتب ", "نویسنده: ", "نویسنده ", "מאת ", "מאת: ", "作者：", "作者:", "作者 ", "记者 ", "记者：", "文／", "文/", "撰文：", "記者", "글 ", "기자 ", "oleh ", "oleh: ", "bởi ", "penulis: ", "συντάκτης: ", "του ", "της ", "na ", "imeandikwa na "}

// afterBy is what follows the words that open a byline.
func afterBy(s string) (string, bool) {
	low := strings.ToLower(s)
	for _, w := range byWords {
		if strings.HasPrefix(low, w) && len(low) == len(s) {
			return s[len(w):], true
		}
	}
	return "", false
}

// ownText is the text of a block without that of the blocks in it.
func (r *reader) ownText(i int32, limit int) string {
	var w inline
	for j, end := i+1, r.look(i, limit); j < end && w.len() < limit; j++ {
		k := &r.nodes[j]
		if k.isBlk {
			j = k.end - 1
			w.text(" ")
			continue
		}
		if k.n.DataAtom == atom.Br {
			w.text(" ")
		}
		if k.n.Type == html.TextNode && !r.unseen(k) {
			w.text(k.n.Data[:min(len(k.n.Data), limit+8)])
		}
	}
	return w.take()
}

// ownLines are the lines of a block, as line breaks part them.
func (r *reader) ownLines(i int32) (lines []string) {
	var w inline
	for j, end := i+1, r.look(i, 300); j < end && len(lines) < 6 && w.len() < 300; j++ {
		k := &r.nodes[j]
		switch {
		case k.isBlk:
			j = k.end - 1
		case k.n.DataAtom == atom.Br:
			lines = append(lines, w.take())
		case k.n.Type == html.TextNode && !r.unseen(k):
			w.text(k.n.Data[:min(len(k.n.Data), 300)])
		}
	}
	return append(lines, w.take())
}

// author adds the names in a byline. What calls itself an author's name is believed; else it must look like one.
func (r *reader) author(s string, told bool) {
	s = fold(stripTags(html.UnescapeString(s)))
	if rest, ok := afterBy(s); ok {
		s = rest
	}
	if strings.Contains(s, "://") || len(s) > 300 {
		return
	}
	for _, sep := range [...]string{" | ", " • ", " · ", " — ", " – ", "\n", " / ", " in ", " am ", " on ", " (", "（"} {
		if k := strings.Index(s, sep); k > 0 {
			s = s[:k]
		}
	}
	if found := dates.Find(s, r.dateOptions); len(found) > 0 {
		if s = withoutLabel(s[:found[0].Start]); s == "" {
			return
		}
	}
	for _, with := range [...]string{" avec ", " with ", " mit ", " con ", " für "} {
		if k := strings.Index(s, with); k > 0 {
			r.withs, s = append(r.withs, s[k+len(with):]), s[:k]
		}
	}
	for _, name := range splitNames(s) {
		name = strings.Trim(name, " ,;:.*-–—()[]|@")
		if name == "" || len(r.page.Authors) >= maxAuthors || slices.Contains(r.page.Authors, name) {
			continue
		}
		if looksLikeName(name, told) {
			r.page.Authors = append(r.page.Authors, name)
		}
	}
}

// withoutLabel is the name before a date, without the words that call the date one.
func withoutLabel(s string) string {
	for {
		s = strings.TrimRight(s, " ,|-–·:")
		k := strings.LastIndexByte(s, ' ')
		last := s[k+1:]
		first, _ := utf8.DecodeRuneInString(last)
		if last == "" || !unicode.IsLower(first) && labelOf(strings.ToLower(last)) == noLabel {
			return s
		}
		s = s[:max(k, 0)]
	}
}

// splitNames parts the names of a byline.
func splitNames(s string) []string {
	for _, sep := range [...]string{" and ", " und ", " et ", " & ", ";", " y ", " и ", " και ", " ve ", " och ", " og ", "、", "，", " with "} {
		s = strings.ReplaceAll(s, sep, ",")
	}
	return strings.Split(s, ",")
}

// roleWords are no part of a person's name.
var roleWords = wordLines(`staff|staff writer|staff reporter|reporter|correspondent|editor|admin|administrator|redaktion|redaction|editorial staff|updated|published|posted|posted by|more|share|view all posts|follow|author|byline|contributor|special to|in|on|at|news|home|autor|auteur|date|comments|no comments|twitter|facebook|email|read more|print|ph.d|phd|jr|sr`)

// looksLikeName reports whether s can be the name of a person or a desk.
func looksLikeName(s string, told bool) bool {
	if roleWords[strings.ToLower(s)] && s != "Redaktion" || len(s) > 70 || utf8.RuneCountInString(s) < 2 || strings.ContainsAny(s, "<>{}=0123456789#") || strings.Contains(s, "@") {
		return false
	}
	words := strings.Fields(s)
	if len(words) > 6 {
		return false
	}
	if told {
		return true
	}
	first, _ := utf8.DecodeRuneInString(s)
	if unicode.IsLower(first) {
		return false
	}
	if !unicode.IsUpper(first) {
		return len(words) <= 4 && unicode.IsLetter(first)
	}
	capitals := 0
	for _, w := range words {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(c) {
			capitals++
		}
	}
	return capitals >= 2 && capitals*2 >= len(words)
}
