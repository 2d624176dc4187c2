package citations

import (
	"strings"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/text"
)

// What stands around an article on its page decides where the article begins and ends: at its title, with nothing of the page above it, and behind the last of its
// text, notes and authors, with nothing of the page below.

const (
	pageTop   = 14 // blocks in which the head of a page stands
	pageFoot  = 40 // blocks that may stand on shelves below an article
	longTitle = 160
)

// begin is the first block of an article whose title is i, where nothing else stands above it: the title itself, or the remark above it. Text above a title, if
// there is any, belongs to the article.
func (p *parser) begin(looks []look, title int) int {
	if title < 0 {
		return 0
	}
	for i := range title {
		l := &looks[i]
		if long := len(p.block(i)) > 120; l.groups || l.notes || long && !l.page.sure() && !l.aside && !l.head && !l.caption {
			return 0
		}
	}
	return p.asideBefore(looks, title, nil)
}

// end is the block behind the last of an article in the blocks [first, last): what stands below is furniture, or stands on a shelf.
func (p *parser) end(looks []look, first, title, last int) int {
	floor := max(title+2, first+1)
	end := p.foot(looks, floor, p.comments(looks, floor, last))
	below := false // lines that are on a shelf if one stands above
	for i := end - 1; i >= floor && i >= last-pageFoot; i-- {
		p.look()
		switch l := &looks[i]; {
		case l.page == shelf || l.page == listHead || below && l.page == pointer && len(words(p.block(i))) <= longestHeadWords:
			end, below = i, false
		case p.footLine(looks, i):
			if !below || closesPage(p.block(i)) {
				end, below = i, false
			}
		case isRule(p.block(i)): // what stands below is no text
			end, below = i, false
		case p.onShelf(looks, i):
			below = true
		default:
			return end
		}
	}
	return end
}

// foot is the first block of furniture below the last text, note or author of an article that ends before block last: whatever stands below it, known for furniture or
// not, is of the page, too.
func (p *parser) foot(looks []look, floor, last int) int {
	low := last
	for i := last - 1; i >= floor && i >= last-pageFoot && !p.holdsText(looks, i); i-- {
		low = i
	}
	for i := low; i < last; i++ {
		if l := &looks[i]; (l.page.sure() && l.page != pointer || l.page == smallPrint) && p.footLine(looks, i) && (l.page == shelf || l.page == smallPrint || !p.sentenceIn(looks, i+1, last)) {
			return i
		}
	}
	return last
}

// sentenceIn reports whether one of the blocks [from, to) is a short sentence: an advertisement may stand above the last items of an article.
func (p *parser) sentenceIn(looks []look, from, to int) bool {
	const fewest = 4 // words
	for i := from; i < to && looks[i].page != shelf && looks[i].page != smallPrint; i++ {
		if l := &looks[i]; l.page == noFurniture && l.last && len(words(p.block(i))) >= fewest {
			return true
		}
	}
	return false
}

// holdsText reports whether block i is a paragraph of text, a note or what says who an author is. A line with a source is none on a shelf: "Storm closes bridge (Reuters,
// May 2)".
func (p *parser) holdsText(looks []look, i int) bool {
	l, s := &looks[i], p.block(i)
	const shortest = 60 // bytes of a paragraph
	switch {
	case l.page.sure() || l.page == smallPrint:
		return false
	case l.notes || l.entry != "" && p.referenceLike(i) || p.t.Blocks[i].Kind == text.Footnote || p.t.Blocks[i].Kind == text.Quote:
		return true
	case l.last && (len(s) > shortest || l.groups):
		return true
	}
	_, bio := p.biographyOf(s, nil)
	return bio || len(s) > longestFurniture
}

// footLine reports whether block i is furniture at the end of an article. What names the authors is none, nor is the address on which a note ends.
func (p *parser) footLine(looks []look, i int) bool {
	if looks[i].page == noFurniture {
		return false
	}
	_, bio := p.biographyOf(p.block(i), nil)
	return !bio && !saysWhoIs(p.block(i))
}

// saysWhoIs reports whether a line opens with a person's name and the verb of a biography: "Devon Marsh ('05) teaches in Kelm. Write to …".
func saysWhoIs(s string) bool {
	const verbBy = 5 // words
	ws := firstWords(s, verbBy+1)
	name := 0
	for name < len(ws) && (capitalised(ws[name]) || nameParticles.has(ws[name])) {
		name++
	}
	for n := name; n < len(ws) && n <= name+1; n++ {
		if bioVerbs.has(foldWord(ws[n])) && name >= 2 {
			_, ok := personName(strings.Join(ws[:name], " "), false)
			return ok
		}
	}
	return false
}

// onShelf reports whether block i can be a piece's title in a list.
func (p *parser) onShelf(looks []look, i int) bool {
	l := &looks[i]
	s := p.block(i)
	if l.groups && !datedTitle(s) || l.notes || l.last && !l.head && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "…") && !strings.HasSuffix(s, ")") || len(s) > longTitle || l.entry != "" && p.referenceLike(i) {
		return false
	}
	return p.t.Blocks[i].Kind != text.Footnote && p.t.Blocks[i].Kind != text.Quote
}

// datedTitle reports whether a line is a title with its day in brackets behind it: "The Mill Road (4 February 2021)".
func datedTitle(s string) bool {
	k := strings.LastIndexByte(s, '(')
	if k <= 0 || !strings.HasSuffix(s, ")") || strings.Count(s, "(") > 1 || strings.Contains(s[:k], ". ") {
		return false
	}
	const longestDay = 5 // words
	ws := words(s[k+1 : len(s)-1])
	return len(ws) > 0 && len(ws) <= longestDay && numbered(s[k:]) && !strings.ContainsAny(s[k:], ",;") || len(ws) == 3 && isNumber(ws[2]) && len(ws[2]) == 4
}

// comments is the block at which the comments of readers begin, below at least two paragraphs and with no notes below; last if there are none.
func (p *parser) comments(looks []look, floor, last int) int {
	at, prose := last, 0
	for i := floor; i < last; i++ {
		p.look()
		l := &looks[i]
		switch {
		case l.page == shelf && commentCount(plainLower(p.block(i))) && prose >= 2, prose >= 2 && p.readerSays(i):
			at = min(at, i)
		case l.notes && at < last:
			return last
		case l.groups || l.last && len(p.block(i)) > 120:
			prose++
		}
	}
	return at
}

// readerSays reports whether a comment begins at block i: who wrote it, and below that when, with the hour: "Joe says:", "May 13, 2023 at 11:02 am".
func (p *parser) readerSays(i int) bool {
	const longest = 60 // bytes of a line that says who
	s := strings.TrimSpace(p.block(i))
	name, colon := strings.CutSuffix(s, ":")
	if !colon || len(s) > longest || !saysWords.has(strings.ToLower(lastField(name))) || i+1 >= len(p.t.Blocks) {
		return false
	}
	when := p.block(i + 1)
	when = when[:min(len(when), longest)]
	found := dates.Find(when, p.dateOptions())
	return len(found) > 0 && found[0].Start == 0 && numbered(when[found[0].End:])
}

// saysWords stand behind the name of a reader above a comment.
var saysWords = wordSet(`says said wrote writes sagt schreibt dit écrit dice escribió escribe disse diz scrive zegt schreef пишет говорит пише pisze mówi dedi diyor säger skriver sier siger kata يقول 说 より`)

// authorsAbove gives an article that names no authors below its title those that the lines right above it name, and the day there.
func (p *parser) authorsAbove(o *outline, looks []look, low int) {
	for i := o.title - 1; i >= low && i >= o.title-4; i-- {
		l := &looks[i]
		switch {
		case l.by && len(l.names) > 0:
			if len(o.authors) == 0 {
				o.authors = append(o.authors, l.names...)
			}
			if l.isDated() {
				p.date(o, *l.dated)
			}
			return
		case l.isDated() || l.page.sure() || l.head:
		default:
			return
		}
	}
}
