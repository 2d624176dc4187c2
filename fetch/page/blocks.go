package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// emitter writes the blocks of the main text.
type emitter struct {
	r      *reader
	out    []Block
	w      inline
	kind   BlockKind
	breaks int     // line breaks in a row
	links  int     // bytes of the block in links
	limit  int32   // prose of the page
	tail   []place // where headings of what follows a text stand
}

// place is a heading behind which the text may have ended.
type place struct{ at int }

// node writes a node and what is below it.
func (e *emitter) node(i int32) {
	k := &e.r.nodes[i]
	switch {
	case k.gone || e.skipped(i):
		if k.isBlk {
			e.end()
		}
		return
	case k.n.DataAtom == atom.Sup && e.r.noteMark(i):
		return
	case k.n.DataAtom == atom.Time:
		e.w.text(" ")
		e.children(i)
		e.w.text(" ")
		return
	case k.n.Type == html.TextNode:
		e.text(i)
		return
	case k.n.DataAtom == atom.Br:
		e.br()
		return
	case k.n.DataAtom == atom.Img || k.n.DataAtom == atom.Wbr:
		return
	case !k.isBlk:
		e.children(i)
		return
	}
	e.block(i)
}

// noteMark reports whether a superscript leads to a note of the page: "[1]", "12".
func (r *reader) noteMark(i int32) bool {
	k := &r.nodes[i]
	if k.text == 0 || k.text > 6 {
		return false
	}
	for j := i - 1; j < k.end; j++ { // the link may stand around it
		if n := r.nodes[j].n; n.DataAtom == atom.A && strings.Contains(attr(n, "href"), "#") {
			return true
		}
	}
	return false
}

func (e *emitter) children(i int32) {
	for j := i + 1; j < e.r.nodes[i].end; j = e.r.nodes[j].end {
		e.node(j)
	}
}

func (e *emitter) text(i int32) {
	k := &e.r.nodes[i]
	if e.r.unseen(k) {
		return
	}
	if !blank(k.n.Data) {
		e.breaks = 0
	}
	before := e.w.len()
	e.w.text(k.n.Data)
	if k.link {
		e.links += e.w.len() - before
	}
}

// br ends a block where two line breaks follow each other.
func (e *emitter) br() {
	if e.breaks++; e.breaks == 2 {
		e.end()
		return
	}
	e.w.text(" ")
}

// block writes an element that begins and ends a block.
func (e *emitter) block(i int32) {
	k := &e.r.nodes[i]
	row := k.n.DataAtom == atom.Td || k.n.DataAtom == atom.Th
	if row && !e.r.layout(i) {
		e.w.text(" ")
		e.children(i)
		e.w.text(" ")
		return
	}
	e.end()
	saved := e.kind
	e.kind = kindOf(k, saved)
	e.children(i)
	e.end()
	e.kind = saved
}

// layout reports whether a table cell holds whole paragraphs: the table lays out the page.
func (r *reader) layout(i int32) bool {
	k := &r.nodes[i]
	if k.prose > 400 {
		return true
	}
	for j := i + 1; j < k.end; j++ {
		if r.nodes[j].isBlk {
			return true
		}
	}
	return false
}

func kindOf(k *node, outer BlockKind) BlockKind {
	switch k.n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return Heading
	case atom.Blockquote:
		return Quote
	case atom.Li, atom.Dd, atom.Dt:
		return Item
	case atom.Tr:
		return Row
	case atom.Figcaption, atom.Caption:
		return Caption
	}
	if k.role&caption != 0 && k.prose < 600 {
		return Caption
	}
	if outer == Row && k.n.DataAtom != atom.Td && k.n.DataAtom != atom.Th {
		return Para
	}
	return outer
}

// end ends the block that is being written.
func (e *emitter) end() {
	s := e.w.take()
	links := e.links
	e.links, e.breaks = 0, 0
	if s == "" || e.noise(s, links) {
		return
	}
	if endsText(s) {
		e.tail = append(e.tail, place{len(e.out)})
		return
	}
	e.out = append(e.out, Block{e.kind, s})
}

// skipped reports whether an element inside of the text is none of it: the line of author and date, the title itself, a list of links.
func (e *emitter) skipped(i int32) bool {
	k := &e.r.nodes[i]
	switch {
	case i == e.r.title:
		return true
	case k.n.Type != html.ElementNode || k.role&(body|kept|correction) != 0:
		return false
	case k.role&(meta|byline|dated|publishedOn|modified|source) != 0 && k.text < 200 && k.own < 140 && k.prose == 0 && (k.isBlk || e.w.len() == 0 || k.n.DataAtom == atom.Time && e.w.len() < 40 && k.text == e.r.nodes[k.block].own):
		return true
	}
	return k.isBlk && k.n.DataAtom != atom.Body && i != e.r.lead && e.r.linkList(i)
}

// noise reports whether a short block is a button or a pointer to another piece.
func (e *emitter) noise(s string, links int) bool {
	if len(s) > 220 {
		return len(s) < 500 && filedLine(s)
	}
	low := strings.ToLower(strings.Trim(s, " :|»›→>.*-–—•·"))
	if low == "" || noiseLines[low] || adLine(low) || filedLine(s) {
		return true
	}
	if links*10 < len(s)*8 {
		return pointer(low) && links*3 > len(s)
	}
	if e.kind == Item || e.kind == Row {
		return false
	}
	return !strings.HasSuffix(strings.TrimRight(s, " \"”»)"), ".") && len(strings.Fields(s)) > 1 && years(s) == 0
}

// pointers begin a line that leads to another piece.
var pointers = []string{"read more", "read also", "also read", "see also", "related:", "read:", "more:", "watch:", "lire aussi", "à lire", "lesen sie", "mehr dazu", "lea también", "lea además", "leia também", "leia mais", "leggi anche", "lees ook", "читайте также", "читайте", "czytaj", "zobacz", "اقرأ", "相关", "ilgili", "läs även", "subscribe", "sign up", "follow us", "download our", "click here", "photo:", "image:"}

func pointer(low string) bool {
	for _, p := range pointers {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return false
}

// filedLine reports whether a line tells when and where a piece was filed, as the themes of WordPress do.
func filedLine(s string) bool {
	for _, w := range [...]string{"This entry was posted ", "This post was written by ", "Dieser Beitrag wurde ", "Dieser Eintrag wurde ", "Dieser Artikel wurde ", "Cet article a été publié ", "Cette entrée a été publiée ", "Esta entrada fue publicada ", "Este artigo foi publicado ", "Questo articolo è stato pubblicato ", "Questa voce è stata pubblicata ", "Dit bericht werd geplaatst ", "Wpis został opublikowany ", "Запись опубликована "} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func adLine(low string) bool {
	return len(low) < 40 && (strings.HasPrefix(low, "advertisement") || strings.HasPrefix(low, "advertising") || strings.HasPrefix(low, "sponsored content") || low == "story continues below")
}

// noiseLines are whole lines that are no text.
var noiseLines = wordLines(`share|tweet|print|email|e-mail|pin it|facebook|twitter|whatsapp|linkedin|reddit|telegram|copy link|share on facebook|share on twitter|share on x|share on whatsapp|share on linkedin|print this page|print article|email this|save|listen|play|loading|reply|like|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|reklama|реклама|إعلان|广告|広告|drucken|teilen|merken|kommentieren|imprimer|partager|imprimir|compartir|compartilhar|stampa|condividi|поделиться|печать|分享|打印|paylaş|yazdır|back to top|nach oben|top|home|menu|search|close|next|previous|continue reading|read more|read full story|weiterlesen|mehr|more|less|skip to content|story continues below advertisement|article continues below|continue reading below|log in|sign in|subscribe|newsletter|×|comments|no comments|0 comments|leave a comment|keine kommentare|add comment|tags|share this|share this article|share this:|like this:|loading...`)

func wordLines(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.SplitSeq(s, "|") {
		m[w] = true
	}
	return m
}

// trimmed is what was written, without what follows a heading that ends the text. Where much follows, that heading only set a link
// apart.
func (e *emitter) trimmed() []Block {
	total := 0
	for i := range e.out {
		total += len(e.out[i].Text)
	}
	for _, t := range e.tail {
		rest := 0
		for _, b := range e.out[t.at:] {
			rest += len(b.Text)
		}
		if rest*3 < total && rest < total-150 {
			e.out = e.out[:t.at]
			break
		}
	}
	e.out = withoutCrumbs(e.out)
	for len(e.out) > 0 && e.out[len(e.out)-1].Kind == Heading {
		e.out = e.out[:len(e.out)-1]
	}
	return e.out
}

// withoutCrumbs takes away runs of five short lines and more before the first paragraph and behind the last: the labels of a player, of
// a form, of a feed. A text of short lines only is left alone.
func withoutCrumbs(out []Block) []Block {
	const paragraph, few = 100, 5
	first, last := 0, len(out)-1
	for first < len(out) && len(out[first].Text) < paragraph {
		first++
	}
	for last > first && len(out[last].Text) < paragraph {
		last--
	}
	if first >= len(out) || last-first < 1 {
		return out
	}
	if n := crumbs(out[last+1:]); n >= few {
		out = out[:last+1]
	}
	if n := crumbs(out[:first]); n >= few {
		from := first
		for from > 0 && out[from-1].Kind == Heading {
			from--
		}
		out = out[from:]
	}
	return out
}

// crumbs counts lines that are no sentences, headings, items or rows.
func crumbs(out []Block) (n int) {
	for i := range out {
		if s := out[i].Text; out[i].Kind == Para && len(s) < 60 && strings.IndexByte(".!?”\"", s[len(s)-1]) < 0 {
			n++
		}
	}
	return n
}

// lineTags end a line in text that is HTML inside of another form.
var lineTags = strings.NewReplacer("</p>", "\n", "<br>", "\n", "<br/>", "\n", "<br />", "\n", "\r", "\n")

// splitLines parts a text at its line ends, and at the ends of paragraphs in markup.
func splitLines(s string) []string {
	s = lineTags.Replace(s)
	return strings.Split(s, "\n")
}

// stripTags takes tags out of a text that has a few.
func stripTags(s string) string {
	if !strings.Contains(s, "<") {
		return s
	}
	var b strings.Builder
	for {
		k := strings.IndexByte(s, '<')
		if k < 0 {
			break
		}
		end := strings.IndexByte(s[k:], '>')
		if end < 0 || end > 400 {
			break
		}
		b.WriteString(s[:k])
		s = s[k+end+1:]
	}
	b.WriteString(s)
	return b.String()
}
