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

// surround tells, once all blocks have their looks, what only their place tells.
func (p *parser) surround(looks []look) {
	p.labelledLines(looks)
	p.nameMasthead(looks)
	p.tickers(looks)
	p.factTables(looks)
	p.stoppedTitle(looks)
}

// labelledLines tells the lines of an imprint above all text from heads: two or more close to one another, each with a name, a colon and what it says.
func (p *parser) labelledLines(looks []look) {
	const longestName = 32 // bytes before the colon
	labelled := func(i int) bool {
		l := &looks[i]
		if l.groups || l.notes || l.isDated() || l.by || !l.head && !l.last || p.t.Blocks[i].Kind != text.Para {
			return false
		}
		_, at, ok := labelOf(p.block(i))
		return ok && at <= longestName && at < len(p.block(i)) && len(p.block(i)) < longestSide && p.block(i)[at] == ' '
	}
	for i := 0; i+1 < min(len(looks), pageTop); i++ {
		if looks[i].groups || looks[i].last && len(p.block(i)) > 120 {
			return
		}
		if labelled(i) && labelled(i+1) && p.t.Blocks[i+1].Tight {
			for k := i; k < len(looks) && labelled(k) && (k == i || p.t.Blocks[k].Tight); k++ {
				looks[k].side, looks[k].names = label, nil
			}
		}
	}
}

// nameMasthead marks the heads above the menu of a page: the site's name and motto. Below the menu must stand a head that can be the title.
func (p *parser) nameMasthead(looks []look) {
	top := -1
	for i := range min(len(looks), pageTop) {
		l := &looks[i]
		if l.page == menu {
			top = i
		} else if !l.page.sure() && (l.by && len(l.names) > 0 || l.groups || l.notes || l.last && len(p.block(i)) > 120 || p.marked(i)) {
			break
		}
	}
	if top < 1 || !p.titleBelow(looks, top) {
		return
	}
	for i := range top {
		if l := &looks[i]; l.head && !l.page.sure() && !l.isDated() && l.side != series {
			l.side, l.names = masthead, nil
		}
	}
}

// tickers marks the lines above a title that cry out other news: "BREAKING: Bridge closed", "Trending: Elections, Weather". A head that can be the title must stand below.
func (p *parser) tickers(looks []look) {
	for i := min(len(looks), pageTop) - 1; i >= 0; i-- { // from below, since one may stand above another
		if l := &looks[i]; l.head && !l.page.sure() && tickerOpenings.begins(strings.ToLower(p.block(i))) && p.titleBelow(looks, i) {
			l.page, l.head = offer, false
		}
	}
}

// tickerOpenings begin them.
var tickerOpenings = phrases("breaking: ", "breaking news: ", "latest: ", "latest news: ", "trending: ", "trending now: ", "live: ", "just in: ", "top stories: ", "alert: ", "eilmeldung: ", "aktuell: ", "liveticker: ", "dernière minute : ", "dernière minute: ", "en direct : ", "última hora: ", "lo último: ", "tendencias: ",
	"urgente: ", "em alta: ", "agora: ", "ultim'ora: ", "in evidenza: ", "laatste nieuws: ", "срочно: ", "сейчас читают: ", "терміново: ", "z ostatniej chwili: ", "na czasie: ", "son dakika: ", "senaste: ", "عاجل: ", "terkini: ")

// titleBelow reports whether a head that can be a title stands below block i, before any text.
func (p *parser) titleBelow(looks []look, i int) bool {
	for k := i + 1; k < len(looks) && k <= i+pageTop; k++ {
		switch l := &looks[k]; {
		case l.page.sure():
		case p.plainTitle(looks, k) || p.marked(k) || p.endsAsTitle(looks, k):
			return p.proseFollows(looks, k)
		case l.groups || l.notes || l.last && len(p.block(k)) > 120:
			return false
		}
	}
	return false
}

// factKeys open the lines of a table of facts about an event or a body, beside whose title its date is no day of publication.
var factKeys = wordSet(`time location place venue site deaths death dead killed injured injuries wounded casualties fatalities survivors missing coordinates cause type motive target perpetrator perpetrators perpetrated weapon weapons participants outcome result belligerents convicted verdict suspects suspect arrested arrests charges accused victims damage magnitude depth duration attack operator vessel aircraft passengers crew occupants registration born died nationality occupation founded headquarters area population capital website budget cost footage inquiry inquest litigation
	uhrzeit ort todesopfer tote verletzte koordinaten ursache täter opfer beteiligte ergebnis geboren gestorben gründung sitz fläche einwohner heure lieu morts mort blessés victimes coordonnées cause auteurs bilan issue participants né naissance décès fondation siège hora lugar fallecidos muertos heridos víctimas coordenadas causa autores resultado nacimiento fundación sede superficie población local mortos feridos vítimas nascimento fundação
	luogo stato morti feriti vittime coordinate causa responsabili esito nascita sede superficie abitanti plaats doden gewonden coördinaten oorzaak daders geboren время место погибшие погибших погибло раненые пострадавшие координаты причина нападавшие результат родился умер основана население czas miejsce zabici ranni ofiary współrzędne przyczyna sprawcy urodzony zmarł
	saat yer yeri ölü yaralı koordinatlar sebep neden fail sonuç doğum ölüm plats döda skadade sted døde drepte sårede dræbte waktu lokasi tempat tewas korban luka الوقت الموقع المكان الوفيات القتلى الضحايا المصابون الإحداثيات السبب 时间 地点 位置 死亡 受伤 原因 死者 負傷者 場所`)

// factTables takes days, names and the shape of heads from the lines of a table of facts: lines close to one another, at least two of which open with what only events
// and bodies have.
func (p *parser) factTables(looks []look) {
	const shortest = 3 // lines
	for i := 0; i < min(len(looks), 3*pageTop); {
		end, facts := i, 0
		for ; end < len(looks) && p.factLine(looks, end) && (end == i || p.t.Blocks[end].Tight || p.t.Blocks[end].Kind == text.Cell); end++ {
			if factKeys.has(strings.TrimRight(firstWord(p.block(end)), ":")) {
				facts++
			}
		}
		if end-i >= shortest && facts >= 2 {
			for k := i; k < end; k++ {
				l := &looks[k]
				l.dated, l.names, l.head, l.caption = nil, nil, false, true
			}
		}
		i = max(i+1, end)
	}
}

// factLine reports whether block i can be a line of a table of facts.
func (p *parser) factLine(looks []look, i int) bool {
	l := &looks[i]
	return !l.groups && !l.notes && !l.by && !l.page.sure() && len(p.block(i)) <= 120 && (p.t.Blocks[i].Kind == text.Para || p.t.Blocks[i].Kind == text.Cell)
}

// stoppedTitle makes a head of the first line of a page where it ends with a stop, as titles of magazines do, and authors or their subtitle stand below:
// "The Bridge Is Open. The Road Is Not." above "By …".
func (p *parser) stoppedTitle(looks []look) {
	for i := range min(len(looks), pageTop) {
		l := &looks[i]
		switch {
		case p.endsAsTitle(looks, i):
			l.head = true
			return
		case p.plainTitle(looks, i) && !(i == 0 && p.t.Blocks[0].Upper), p.marked(i), l.groups, l.notes, l.last && !l.page.sure():
			return
		}
	}
}

// endsAsTitle reports whether block i is such a line.
func (p *parser) endsAsTitle(looks []look, i int) bool {
	l := &looks[i]
	s := p.block(i)
	if l.head || !l.last || l.groups || l.notes || l.entry != "" || l.page != noFurniture || l.caption || p.t.Blocks[i].Kind != text.Para || len(s) > longTitle || len(words(s)) > 16 || l.by {
		return false
	}
	for k := i + 1; k < len(looks) && k <= i+3; k++ {
		switch below := &looks[k]; {
		case below.page.sure():
		case below.by && len(below.names) > 0:
			return k == i+1 || titleCased(s) || len(s) < len(p.block(k-1))
		case k > i+1 || below.groups || !below.last && !below.head || len(p.block(k)) > longestDeck:
			return false
		}
	}
	return false
}

// titleCased reports whether nearly all words of a line begin with a capital, small ones aside.
func titleCased(s string) bool {
	capitals, n := 0, 0
	for _, w := range words(s) {
		if len(w) < 5 && !capitalised(w) {
			continue
		}
		n++
		if capitalised(w) {
			capitals++
		}
	}
	return n >= 3 && capitals*5 >= n*4
}

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
		if l := &looks[i]; (l.page.sure() && l.page != pointer || l.page == smallPrint || l.page == shelf) && p.footLine(looks, i) {
			return i
		}
	}
	return last
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

// datesLead reports whether the lines that say who posted a piece and when stand above it: the first of two or more does.
func (p *parser) datesLead(looks []look) bool {
	n := 0
	for i := range looks {
		switch l := &looks[i]; {
		case l.by && l.isDated() && i+1 < len(looks) && looks[i+1].head && (i == 0 || !p.plainTitle(looks, i-1)):
			n++
		case n == 0 && (l.groups || l.last && !l.page.sure() && len(p.block(i)) > 120):
			return false
		}
	}
	return n >= 2
}

// ruled are the heads of a bulletin whose pieces rules part: below each of two or more stands a head with its text, but for the last, which may stand above the foot of
// the page.
func (p *parser) ruled(looks []look, end int) map[int]bool {
	out := map[int]bool{}
	rules := 0
	for i := 1; i+1 < end; i++ {
		if p.marked(i) {
			return nil
		}
		if !isRule(p.block(i)) {
			continue
		}
		rules++
		l := &looks[i+1]
		if !l.head || l.caption || l.notes || l.isDated() || l.entry != "" || p.asideOfTitle(looks, i+1) || len(words(p.block(i+1))) < 2 || !p.proseFollows(looks, i+1) {
			return nil
		}
		if !p.pieceBelow(looks, i+1, end) {
			break
		}
		out[i+1] = true
	}
	if rules < 2 {
		return nil
	}
	return out
}

// pieceBelow reports whether a paragraph of text stands below head i and above the next rule.
func (p *parser) pieceBelow(looks []look, i, end int) bool {
	const shortest = 120 // bytes
	for i++; i < end && !isRule(p.block(i)); i++ {
		if l := &looks[i]; l.page == noFurniture && l.last && len(p.block(i)) >= shortest {
			return true
		}
	}
	return false
}

// numbered are the heads of a newsletter that numbers its pieces below its name and day, where no line names an author: "1. PANAMA: PORT WORKERS WALK OUT". Half of
// them or more must speak as titles do, with a colon or a question, which the sections of a report do not.
func (p *parser) numberedHeads(looks []look, end int) map[int]bool {
	out := map[int]bool{}
	spoken, dated, named := 0, -1, -1
	for i := range end {
		l := &looks[i]
		s := p.block(i)
		switch n := labelNumber(l.entry); {
		case len(out) == 0 && i < pageTop && (l.isDated() && dayPrecise(l.dated) || p.namesIssue(s)):
			dated = max(dated, i)
		case len(l.names) > 0 && (l.by || len(out) == 0), l.notes:
			return nil
		case !l.head || n == 0 || l.caption || !strings.HasPrefix(s, l.entry) && p.t.Blocks[i].Kind != text.Heading:
			if len(out) == 0 && p.plainTitle(looks, i) {
				named = i
			}
		case n != len(out)+1 || i+1 == end || len(words(s)) < 3:
		default:
			out[i] = true
			if strings.Contains(s, ": ") || strings.HasSuffix(s, "?") {
				spoken++
			}
		}
	}
	if len(out) < 2 || 2*spoken < len(out) || dated < 0 || named > dated {
		return nil
	}
	return out
}

// postEnds reports whether a post ends right above head i: with the line that says who posted it, and perhaps its tags and comments.
func (p *parser) postEnds(looks []look, i int) bool {
	if looks[i].caption || i < 3 || !p.proseFollows(looks, i) {
		return false
	}
	for k := i - 1; k > 0 && looks[k].page != noFurniture; k-- {
		if looks[k].page == smallPrint && postedOpenings.opens(p.block(k)) {
			return true
		}
	}
	return false
}

// oneNumbering makes one article again of what only looked like several: heads that seem to begin pieces of their own, where the notes of all stand at the end and
// are numbered through, so that the first of them are referred to above the last piece, and the last piece refers to none of these.
func (p *parser) oneNumbering(looks []look, starts []outline) []outline {
	if len(starts) < 2 {
		return starts
	}
	notes := -1
	for i := starts[0].first; i < len(looks); i++ {
		p.look()
		if !looks[i].notes || !p.entriesFollow(looks, i, len(looks)) {
			continue
		}
		if notes >= 0 || i < starts[len(starts)-1].first || i+1 == len(looks) || labelNumber(looks[i+1].entry) != 1 {
			return starts // a piece has notes of its own
		}
		notes = i
	}
	if notes < 0 {
		return starts
	}
	begin := func(i int) int { return p.t.Blocks[i].Range.Start }
	last := begin(starts[len(starts)-1].first)
	if p.markersTo(Range{Start: last, End: begin(notes)}, 1) || !p.markersTo(Range{Start: begin(starts[0].first), End: last}, 2) {
		return starts
	}
	return starts[:1]
}

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
