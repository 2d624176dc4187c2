package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/text"
)

// look is what a block looks like before anything is known of its surroundings.
type look struct {
	names   []string    // the authors, if it can be a byline
	dated   *dates.Date // the date, if the block is an issue line, a dateline or "Posted on …", or says that it has none
	entry   string      // the label, if it can be a note
	head    bool        // can be a title or a section head
	side    sideLine    // what a head is beside a title, if it may be no title
	page    furniture   // what the block is of the page around the article
	by      bool        // the byline says so itself: "By …", "Authors: …"
	notes   bool        // the head of a notes section
	caption bool        // a caption, a credit or the name of an image file
	aside   bool        // a blog's remark on the piece that follows
	groups  bool        // holds a citation
	last    bool        // ends as prose ends
}

// setDate makes d the date of the block; the zero Date is none.
func (l *look) setDate(d dates.Date) {
	l.dated = nil
	if !d.IsZero() {
		own := d // in a room of its own, which most blocks need none of
		l.dated = &own
	}
}

// isDated reports whether the block is one that dates what stands around it.
func (l *look) isDated() bool { return l.dated != nil && l.dated.Precision != dates.None }

// noteHeads are the heads of notes sections, folded to lower case.
var noteHeads = wordSetLines(`notes|note|endnotes|end notes|footnotes|references|references and notes|notes and references|citations|substantive notes|sources|works cited|bibliography|source notes|further reading|
	anmerkungen|fußnoten|fussnoten|quellen|quellen und anmerkungen|literatur|literaturhinweise|literaturverzeichnis|quellenangaben|endnoten|nachweise|belege|einzelnachweise|
	références|references bibliographiques|notes de bas de page|notes et références|bibliographie|sources et notes|
	notas|referencias|fuentes|bibliografía|notas y referencias|notas al pie|referências|fontes|bibliografia|notas de rodapé|
	fonti|riferimenti|bibliografia e note|note e riferimenti|примечания|источники|ссылки|сноски|литература|примітки|джерела|
	notlar|kaynaklar|kaynakça|dipnotlar|son notlar|przypisy|źródła|bibliografia i przypisy|noten|bronnen|voetnoten|eindnoten|verwijzingen|
	shënime|referenca|burime|burimet|bilješke|izvori|napomene|fusnote|reference|literatura|напомене|извори|белешке|
	الهوامش|المراجع|المصادر|الحواشي|注释|参考文献|注|脚注|참고문헌|각주|noter|källor|kilder|viitteet|lähteet|jegyzetek|források|poznámky|zdroje|note bibliografice|surse|catatan|rujukan|catatan kaki`)

// isNotesHead reports whether a short block is the head of a notes section.
func isNotesHead(s string) bool {
	if len(s) > 60 {
		return false
	}
	s = strings.Trim(strings.ToLower(strings.TrimSpace(withoutEditLink(s))), "*_#:.=- \u00A0")
	return noteHeads.has(s)
}

// editWords begin the link that an encyclopedia prints behind its heads: "References[edit]", "Notes et références[modifier | modifier le code]".
var editWords = phrases("edit", "modifier", "bearbeiten", "editar", "modifica", "править", "редагувати", "edytuj", "bewerken", "değiştir", "редактировать", "redigera", "rediger", "编辑", "編集", "عدل")

// withoutEditLink takes such a link off the end of a head.
func withoutEditLink(s string) string {
	k := strings.LastIndexByte(s, '[')
	if k > 0 && strings.HasSuffix(s, "]") && editWords.begins(strings.ToLower(s[k+1:])) {
		return s[:k]
	}
	return s
}

// looks describes every block.
func (p *parser) looks() []look {
	out := make([]look, len(p.t.Blocks))
	for _, g := range p.groups {
		if !g.Weak || g.Quote {
			out[g.Block].groups = true
		}
	}
	parts := stretches(len(out), func(i int) int { return p.t.Blocks[i].Range.Len() })
	atOnce(len(parts), func(k int) {
		for i := parts[k].first; i < parts[k].last; i++ {
			p.lookAt(i, &out[i])
		}
	})
	p.surround(out)
	for i := range out { // a remark stands above a head, or says what it is in its first words
		p.look()
		next := i+1 < len(out) && out[i+1].head
		if b := &p.t.Blocks[i]; b.Kind != text.Heading && b.Kind != text.Footnote && b.Range.Len() < 1600 {
			out[i].aside = isAside(p.block(i), next)
		}
	}
	return out
}

func (p *parser) lookAt(i int, l *look) {
	p.look()
	b := &p.t.Blocks[i]
	s := p.clean[b.Range.Start:b.Range.End]
	l.entry = noteLabel(s, b)
	s = dropMarkers(s)
	l.last = endsProse(s)
	if b.Kind == text.Caption {
		l.caption = true
		return
	}
	if !l.groups && (l.entry == "" || len(s) < longestAsking && b.Kind == text.Para && noEntry(plainLower(s))) {
		l.page = furnitureOf(p.withGaps(b), b)
	}
	if b.Kind == text.Heading {
		l.head = true
		l.notes = isNotesHead(s)
		return
	}
	if len(s) > 400 || b.Kind == text.Footnote {
		return
	}
	l.notes = isNotesHead(s)
	l.head = !l.notes && !l.groups && looksHead(s, b)
	if len(s) <= 200 && !l.groups {
		p.whoAndWhen(i, s, l)
	}
	l.caption = !l.notes && isCaption(s)
	if l.head && !l.caption {
		l.side = p.sideOf(s)
		if l.side == noSide && len(l.names) == 0 && !p.issueHeadDate(s).IsZero() {
			l.side = body
		}
		if l.side != noSide && !l.by {
			l.names = nil // "Fundación Cauce Abierto" has the shape of one
		}
		if l.side == series && !l.isDated() {
			l.setDate(p.dateIn(s))
		}
	}
	if l.page.sure() && !l.by {
		l.names = nil
	}
}

// whoAndWhen reads block i, whose text is s, as a line that names authors or a day.
func (p *parser) whoAndWhen(i int, s string, l *look) {
	if p.datedByline(i, s, l) {
		return
	}
	if l.names, l.by = p.bylineNames(s); len(l.names) == 0 {
		l.names, l.by = p.undatedByline(s)
	}
	l.setDate(p.dateLine(withDay(s, &p.t.Blocks[i])))
}

// withDay gives a line its day back where Markdown took it for the number of a list: "7. März 2026".
func withDay(s string, b *text.Block) string {
	if b.Kind != text.Item || len(b.Label) > 2 || !isNumber(b.Label) || len(s) > 40 {
		return s
	}
	return b.Label + ". " + s
}

// dropMarkers takes the markers of notes off the end of a block: "… beyond the tape.[1]", "… beyond the tape.¹".
func dropMarkers(s string) string {
	for {
		if s != "" && endsPlainly(s[len(s)-1]) {
			return s
		}
		t := strings.TrimRight(s, " \u00A0")
		switch k := strings.LastIndexByte(t, '['); {
		case k > 0 && len(t)-k <= 12 && strings.HasSuffix(t, "]") && validLabel(strings.TrimPrefix(t[k+1:len(t)-1], "^")):
			s = t[:k]
			continue
		case k > 0 && strings.HasPrefix(t[k:], "[^") && strings.HasSuffix(t, "]"):
			s = t[:k]
			continue
		}
		if u := plainMarker(t); u != t && endsProse(u) {
			s = u
			continue
		}
		n := len(t)
		for n > 0 && t[n-1] >= '0' && t[n-1] <= '9' {
			n--
		}
		if n < len(t) && len(t)-n <= 2 && n > 2 && (t[n-1] == '.' || strings.HasSuffix(t[:n], "”") || t[n-1] == '"') && (t[n-2] < '0' || t[n-2] > '9') {
			return t[:n]
		}
		return s
	}
}

// endsPlainly reports whether a text that ends with byte c ends with no marker.
func endsPlainly(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.' || c == '?' || c == '!' || c == '"' || c == ':' || c == ';'
}

// plainMarker takes "¹", "^1", "^1^" or "(1)" off the end of a text.
func plainMarker(s string) string {
	if u := strings.TrimRight(s, superDigits+",˒⁻– "); u != s {
		return u
	}
	for _, sign := range [...]struct{ open, close string }{{"(", ")"}, {"^", "^"}, {"^", ""}} {
		if t, ok := strings.CutSuffix(s, sign.close); ok {
			if u := strings.TrimRight(t, "0123456789"); u != t && len(t)-len(u) <= 3 && strings.HasSuffix(u, sign.open) {
				return strings.TrimSuffix(u, sign.open)
			}
		}
	}
	return s
}

// endsProse reports whether a block ends with a stop, its quotes and brackets aside.
func endsProse(s string) bool {
	s = strings.TrimRight(s, "\"”’'»“)] \u00A0*")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, "。")
}

// looksHead reports whether a block that no markup marks can be a title or a section head.
func looksHead(s string, b *text.Block) bool {
	if len(s) > 190 || len(s) < 3 || strings.Contains(s, "....") || strings.Contains(s, ". . .") {
		return false
	}
	trimmed := strings.TrimRight(s, "\"”’'»“)]")
	last, _ := utf8.DecodeLastRuneInString(trimmed)
	if strings.ContainsRune(".,;:。،", last) && !b.Bold && !b.Upper {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(behindRubric(s), "\"“„«‘'’¿¡「『《〈 \u00A0\u202F"))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) && (unicode.IsLower(first) || !unicode.IsLetter(first)) {
		return false
	}
	n := len(words(s))
	return n <= 24 && (n <= 14 && strings.Count(s, ". ") <= 1 || !strings.Contains(s, ". ")) || b.Upper || b.Bold
}

// credits stand in captions.
var credits = phrases("getty images", "/afp", "/reuters", "/ap)", "credit:", "photo:", "photo by", "photograph:", "image:", "image credit", "courtesy of", "(photo", "foto:", "source: ", "photo credit", "pa images", "/epa", "shutterstock", "flickr", "wikimedia", "met police", "bild:", "crédit", "wikicommons", "file photo", "stock photo")

// isCaption reports whether a short block is the caption or credit of a picture, or the name of its file.
func isCaption(s string) bool {
	if len(s) > 260 {
		return false
	}
	if !strings.Contains(s, " ") && !sentenceWithoutBlanks(s) {
		low := strings.ToLower(s)
		first, _ := utf8.DecodeRuneInString(s)
		return strings.ContainsAny(s, "0123456789") && strings.ContainsAny(s, "-_.") && len(s) > 8 && !strings.Contains(s, "/") ||
			strings.HasSuffix(low, ".jpg") || strings.HasSuffix(low, ".png") || unicode.IsLower(first) && len(s) < 20 && isLetters(s)
	}
	if endsProse(s) {
		return credits.opens(s)
	}
	return credits.in(s)
}

func isLetters(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// asideWords are what a blog calls what it posts.
var asideWords = wordSet(`piece pieces post posts posting article interview review column op-ed essay blog podcast outlet magazine publication catch-up here link published appeared chapter report
	article billet entrevue entretien beitrag artikel artículo entrada reseña`)

var firstPerson = wordSet(`i my me we our i've i'm i’ve i’m mine ich mein meine je mon ma mes mi mis`)

// isAside reports whether a paragraph is a blog's remark on what it posts: it speaks of a piece in the first person, or not in sentences.
func isAside(s string, aboveHead bool) bool {
	if asideHeads.opens(s) {
		return true
	}
	if !aboveHead || s == "" {
		return false
	}
	posts, self := 0, 0
	var room [64]byte
	for i, n := 0, 0; n < 90; n++ {
		w, ok := nextWord(s, i)
		if !ok {
			break
		}
		i = w.end
		f := lower(room[:0], s[w.from:w.to])
		if asideWords.hasBytes(f) {
			posts++
		}
		if firstPerson.hasBytes(f) {
			self++
		}
	}
	if posts == 0 {
		return false
	}
	return posts >= 2 && self >= 1 || (self >= 1 || len(s) < 900) && elliptic.opens(s)
}

// asideHeads begin such a remark whatever stands below it.
var asideHeads = phrases("read the full", "read more", "continue reading", "the views expressed", "this article was originally", "this article first appeared", "originally published", "follow him", "follow her", "follow us", "follow the author", "edited by ", "lire la suite", "weiterlesen")

// elliptic are how a remark opens: "A short piece in …", "Another …", "And finally, …".
var elliptic = phrases("a short ", "a new ", "a longer ", "a quick ", "a piece ", "a review ", "another ", "and finally", "and more ", "and another", "slightly late", "have some catch", "have been ", "new piece", "my latest", "my new ", "a slightly", "an interview", "an op-ed", "an article", "catching up", "more catch")

// noteLabel is the label of a block that can be a note: "[4] …", "4. …", "4 “…", "- [2] …", "[a] …", "1) …", "¹ …"; "" if it can be none.
func noteLabel(s string, b *text.Block) string {
	if b.Kind == text.Footnote || b.Kind == text.Item && b.Label != "" {
		return b.Label
	}
	l, _, _ := labelAt(s)
	return l
}
