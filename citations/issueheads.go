package citations

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// An issue whose pieces name no author has a masthead, with its number and day, and heads that are set alike. So has an article with sections in a journal. What
// tells the one from the other: wider gaps above the heads than between paragraphs, initials that sign each piece, a table of contents with as many lines, or heads
// in capitals that all speak as titles do.

// fewestItems is how many pieces an issue has at least.
const fewestItems = 2

// issueHeads are the heads of the pieces of such an issue, which ends before block end.
func (p *parser) issueHeads(looks []look, end int) map[int]bool {
	mast := p.issueMast(looks, end)
	if mast < 0 {
		return nil
	}
	if p.levelOnes() == 1 {
		return p.markedItems(looks, mast, end)
	}
	heads := p.headsAlike(looks, mast+1, end)
	if len(heads) < fewestItems || p.titleOverHead(looks, mast, heads[0]) {
		return nil
	}
	if wide := p.wideHeads(heads); wide != nil && p.titlesAll(wide) {
		return setOf(wide)
	}
	shortest := slices.MinFunc(heads, func(a, b int) int { return len(words(p.block(a))) - len(words(p.block(b))) })
	if len(words(p.block(shortest))) < 2 || opensSection(p, heads) {
		return nil
	}
	if p.signedItems(heads, end) || p.contentsOf(looks, mast+1, heads) || p.spokenCapitals(heads) {
		return setOf(heads)
	}
	return nil
}

func setOf(heads []int) map[int]bool {
	out := make(map[int]bool, len(heads))
	for _, i := range heads {
		out[i] = true
	}
	return out
}

// issueMast is the last line of the masthead of an issue: the one with its number or, below the name of a digest, its day; -1 if there is none.
func (p *parser) issueMast(looks []look, end int) int {
	numbered, digest, dated, last := false, false, false, -1
	for i := range min(end, pageTop) {
		l, s := &looks[i], p.block(i)
		if l.groups || l.notes || l.by && len(l.names) > 0 || l.last && len(s) > 120 && !l.page.sure() {
			break
		}
		day := l.isDated() && dayPrecise(l.dated)
		number := issueLine(s) && (l.side != series || holdsDigest(s))
		if i < 2 && l.head && holdsDigest(s) {
			digest = true
		}
		if number || day {
			numbered, dated, last = numbered || number, dated || day || l.isDated(), i
		}
	}
	if last < 0 || !dated || !numbered && !digest || !looks[0].head && !looks[0].isDated() {
		return -1
	}
	return last
}

// holdsDigest reports whether a line has a word for what gathers the news of a day or a week.
func holdsDigest(s string) bool {
	return slices.ContainsFunc(words(s), func(w string) bool {
		f := foldWord(w)
		return digests.has(f) || newsletters.has(f)
	})
}

// newsletters are further words in the names of what gathers short pieces.
var newsletters = wordSet(`newsline newswire newsreel newsbriefs briefs headlines report review monitor watch survey week weekly daily monthly gazette letter nachrichten rundschau wochenschau dépêches lettre hebdo noticias notícias notiziario settimanale nieuws nieuwsbrief wiadomości tygodnik вестник новости неделя вісник haberler haftalık`)

// headsAlike are the heads between block from and block end with text right below them, where all are set alike; of heads in capitals and others those in capitals.
// There are none where an author or notes stand among them.
func (p *parser) headsAlike(looks []look, from, end int) (heads []int) {
	var upper []int
	for i := from; i < end; i++ {
		switch l := &looks[i]; {
		case l.notes, l.by && len(l.names) > 0, p.marked(i), l.entry != "" && l.head && !p.inContents(i), len(l.names) > 0 && i > from && p.plainTitle(looks, i-1):
			return nil
		case !l.head || l.caption || l.isDated() || l.side != noSide || l.page != noFurniture || !p.textRightBelow(looks, i, end):
		default:
			if heads = append(heads, i); p.t.Blocks[i].Upper {
				upper = append(upper, i)
			}
		}
	}
	if len(upper) >= fewestItems && upper[0] == heads[0] {
		return upper
	}
	if len(upper) > 0 && len(upper) < len(heads) {
		return nil
	}
	return heads
}

// markedItems are the marked headings of one level below a publication's name, the one heading of the first level, and the number of its issue.
func (p *parser) markedItems(looks []look, mast, end int) map[int]bool {
	const longestName = 2 // words of a name that neither its capitals nor its words tell
	name, level := -1, 0
	var heads []int
	for i := range end {
		switch b := &p.t.Blocks[i]; {
		case looks[i].notes, looks[i].by && len(looks[i].names) > 0:
			return nil
		case !p.marked(i):
		case b.Level == 1:
			name = i
		case i > mast && (level == 0 || b.Level <= level):
			if b.Level != level {
				heads, level = nil, b.Level
			}
			heads = append(heads, i)
		}
	}
	if name < 0 || name > mast || len(heads) < fewestItems || p.titleOverHead(looks, mast, heads[0]) || !p.titlesAll(heads) {
		return nil
	}
	if s := p.block(name); !holdsDigest(s) && !p.t.Blocks[name].Upper && len(words(s)) > longestName {
		return nil
	}
	return setOf(heads)
}

// inContents reports whether block i is an item of a list.
func (p *parser) inContents(i int) bool {
	first, _ := utf8.DecodeRuneInString(p.block(i))
	return p.t.Blocks[i].Label == "" && strings.ContainsRune("•*-–—·▪■►", first)
}

// textRightBelow reports whether a paragraph of text stands right below head i.
func (p *parser) textRightBelow(looks []look, i, end int) bool {
	const shortest = 80 // bytes
	if i+1 >= end {
		return false
	}
	l := &looks[i+1]
	return !l.head && !l.caption && l.page == noFurniture && l.entry == "" && len(p.block(i+1)) >= shortest && (l.last || l.groups || len(p.block(i+1)) > longestDeck)
}

// titleOverHead reports whether the title of a single article stands between the masthead and the first head that has text below: a head, or text.
func (p *parser) titleOverHead(looks []look, mast, first int) bool {
	for i := mast + 1; i < first; i++ {
		if l := &looks[i]; l.last && len(p.block(i)) > 120 && l.page == noFurniture {
			return true
		}
	}
	return first-1 > mast && p.plainTitle(looks, first-1) && !p.listed(first-1)
}

// listed reports whether block i is a line of a list or stands close to the line above it.
func (p *parser) listed(i int) bool { return p.inContents(i) || p.t.Blocks[i].Tight }

// wideHeads are those of the heads that stand below two blank lines or more, the first of them being one; nil if paragraphs do so, too.
func (p *parser) wideHeads(heads []int) (wide []int) {
	n := 0
	for _, i := range heads {
		if p.blankLines(i) >= 2 {
			wide = append(wide, i)
		}
	}
	for i := heads[0] + 1; i < len(p.t.Blocks); i++ {
		if p.blankLines(i) >= 2 {
			n++
		}
	}
	if len(wide) < fewestItems || wide[0] != heads[0] || n > len(wide)+1 { // the foot of the page may stand apart, too
		return nil
	}
	return wide
}

// blankLines counts the blank lines of the source above block i.
func (p *parser) blankLines(i int) int {
	if i == 0 || p.t.Encoding != "utf-8" {
		return 0
	}
	from, to := p.t.OuterEnd(p.t.Blocks[i-1].Range.End), p.t.OuterStart(p.t.Blocks[i].Range.Start)
	if from < 0 || to > len(p.t.Raw) || from >= to {
		return 0
	}
	gap := string(p.t.Raw[from:to])
	return max(strings.Count(gap, "\n"), strings.Count(gap, "\r")) - 1
}

// titlesAll reports whether heads speak as titles do: each in three words or more, two of three at length, and none opens a section of an article.
func (p *parser) titlesAll(heads []int) bool {
	long := 0
	for _, i := range heads {
		s := p.block(i)
		if !caseless(s) && len(words(s)) < 3 {
			return false
		}
		if titleLike(s) {
			long++
		}
	}
	return 3*long >= 2*len(heads) && !opensSection(p, heads)
}

// opensSection reports whether one of the heads is that of a section: "Background", "What to watch".
func opensSection(p *parser, heads []int) bool {
	return slices.ContainsFunc(heads, func(i int) bool {
		ws := words(p.block(i))
		return len(ws) < 4 && len(ws) > 0 && (sectionHeads.has(foldWord(ws[0])) || notSurnames.has(foldWord(ws[len(ws)-1])))
	})
}

// sectionHeads begin the heads of sections.
var sectionHeads = wordSet(`introduction conclusion conclusions background outlook summary abstract methodology methods recommendations findings appendix discussion overview implications einleitung fazit schluss hintergrund ausblick zusammenfassung contexte conclusión conclusiones introducción contexto resumen introdução conclusão introduzione conclusione contesto inleiding conclusie введение заключение выводы контекст wstęp zakończenie wnioski giriş sonuç inledning slutsats`)

// signedItems reports whether two of three pieces end with the initials of who wrote them: "… will appeal. LF".
func (p *parser) signedItems(heads []int, end int) bool {
	signed := 0
	for k, i := range heads {
		last := end - 1
		if k+1 < len(heads) {
			last = heads[k+1] - 1
		}
		if last > i && signedOff(p.block(last)) {
			signed++
		}
	}
	return signed >= fewestItems && 3*signed >= 2*len(heads)
}

// signedOff reports whether a paragraph ends with initials behind its last stop.
func signedOff(s string) bool {
	const longest = 4 // letters
	last := lastField(s)
	letters := strings.Trim(last, "().[]–—-/")
	if n := utf8.RuneCountInString(letters); n < 2 || n > longest || letters != strings.ToUpper(letters) || !isLetters(letters) || caseless(letters) {
		return false
	}
	return endsProse(strings.TrimRight(strings.TrimSuffix(s, last), " –—-\u00A0"))
}

// contentsOf reports whether a table of contents stands above the first of the heads, from block from on: a list with as many lines, or one that prints them.
func (p *parser) contentsOf(looks []look, from int, heads []int) bool {
	lines, printed := 0, 0
	titles := make(map[string]bool, len(heads))
	for _, i := range heads {
		titles[lowered(p.block(i))] = true
	}
	for i := from; i < heads[0]; i++ {
		if looks[i].last && len(p.block(i)) > longTitle {
			return false
		}
		if p.listed(i) || p.t.Blocks[i].Label != "" {
			lines++
		}
		if titles[plainLower(p.block(i))] {
			printed++
		}
	}
	return printed >= fewestItems || len(heads) > fewestItems && lines == len(heads)
}

// spokenCapitals reports whether three heads or more are in capitals, each as long as a title.
func (p *parser) spokenCapitals(heads []int) bool {
	return len(heads) > fewestItems && !slices.ContainsFunc(heads, func(i int) bool { return !p.t.Blocks[i].Upper || !titleLike(p.block(i)) })
}
