package citations

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
)

// Options say what is known of a document before it is read.
type Options struct {
	Names         *outlets.Registry // nil is outlets.Default()
	Published     dates.Date        // from a flag or the desk's policy; the zero Date if neither gives one
	PublishedBy   string            // flag | policy
	Named         dates.Date        // what the name of the file or its folder says, for a document that says nothing itself
	Publication   string
	PublicationBy string // flag | policy
	DateOrder     dates.Order
	Now           time.Time // not used by the parser today; zero is allowed
}

// parser holds what the stages share. Each stage reads what those before it have found; none goes back.
type parser struct {
	t          *text.Text
	clean      string
	o          Options
	names      *outlets.Registry
	lang       string
	order      dates.Order
	latestYear func() int         // see newestYear; read once for all stretches
	words      func() dates.Order // in which order the document writes day and month in words
	defs       map[string]string  // see definitions
	quoted     bool               // the item stands in quotation marks as a whole
	beside     bool               // a known outlet stands before the item in its bracket
	doc        *Document
	groups     []group // in reading order, over the whole document
	bodies     []Range // of the article at hand: the notes' texts, parallel to its Notes
	art        int     // index of the article at hand
	brs        [][]bracket
	tokens     []token // the words of the article at hand
	claimRoom  []Claim // of the article before, to be used again
	has        class   // what is known of the words of the sentence at hand, all together
	// how often a name that the registry knows, and one that it does not, stands before a year alone
	yearKnown, yearUnknown int
}

// Parse reads a document: its articles, their claims, the sources that they give, and what is wrong with how they give them. It cannot fail; what it does
// not understand it leaves unknown. It may be called from several goroutines at once. Time is linear in the length of the text.
func Parse(t *text.Text, o Options) *Document {
	if o.Names == nil {
		o.Names = outlets.Default()
	}
	p := &parser{t: t, clean: t.Clean, o: o, names: o.Names, doc: &Document{Text: t, Articles: []Article{}}}
	p.lang = detectLanguage(t.Clean)
	p.order = p.dateOrder()
	p.latestYear = sync.OnceValue(func() int { return newestYear(t.Clean, o.Published) })
	p.words = orderOfWords(p.clean, p.dateOptions())
	p.scan()
	p.settle()
	p.defs = p.definitions()
	looks := p.looks()
	p.head(looks)
	outlines := p.outlines(looks)
	p.articles(outlines)
	if len(outlines) == 1 {
		p.fromMeta(&p.doc.Articles[0])
	}
	p.toTheEnd()
	p.dateAll()
	p.resolveAll()
	p.roles()
	p.inspect()
	sort.SliceStable(p.doc.Defects, func(i, j int) bool { return p.doc.Defects[i].Span.Start < p.doc.Defects[j].Span.Start })
	return p.doc
}

func (p *parser) dateOptions() dates.Options { return dates.Options{Language: p.lang, Order: p.order} }

// places reports whether a name is that of a place.
func (p *parser) places(s string) bool { return outlets.Places.IsPlace(s) }

// resolves reports whether a name leads to a known outlet once words such as "Twitter accounts" are taken off.
func (p *parser) resolves(s string) bool {
	m := p.names.Resolve(s, outlets.Context{Language: p.lang})
	return m.Entry != nil && m.How != outlets.Fuzzy || m.How == outlets.Ambiguous
}

// dateOrder tells how a document writes numeric dates from those that can be read in one way only; an order that the desk has set wins.
func (p *parser) dateOrder() dates.Order {
	if p.o.DateOrder != dates.OrderUnknown {
		return p.o.DateOrder
	}
	dayFirst, monthFirst := 0, 0
	s := p.clean
	for i := 1; i+2 < len(s); i++ {
		k := strings.IndexByte(s[i:], '/')
		if k < 0 {
			break
		}
		i += k
		a, b := twoDigits(s, i, -1), twoDigits(s, i, 1)
		if a == 0 || b == 0 {
			continue
		}
		switch {
		case a > 12 && a <= 31 && b <= 12:
			dayFirst++
		case b > 12 && b <= 31 && a <= 12:
			monthFirst++
		}
	}
	switch {
	case dayFirst > 0 && monthFirst == 0:
		return dates.DMY
	case monthFirst > 0 && dayFirst == 0:
		return dates.MDY
	}
	return dates.OrderUnknown
}

// twoDigits is the number of one or two digits before (-1) or behind (1) the slash at i, where a second slash or a year makes it part of a date; 0 if
// there is none.
func twoDigits(s string, i, step int) int {
	n, unit := 0, 1
	k := i + step
	count := 0
	for k >= 0 && k < len(s) && s[k] >= '0' && s[k] <= '9' && count < 3 {
		d := int(s[k] - '0')
		if step < 0 {
			n += d * unit
			unit *= 10
		} else {
			n = n*10 + d
		}
		count++
		k += step
	}
	if count == 0 || count > 2 || step > 0 && (k+1 >= len(s) || s[k] != '/' || s[k+1] < '0' || s[k+1] > '9') {
		return 0
	}
	return n
}

// scan finds the brackets and groups of all blocks.
func (p *parser) scan() {
	p.brs = make([][]bracket, len(p.t.Blocks))
	parts := stretches(len(p.t.Blocks), func(i int) int { return p.t.Blocks[i].Range.Len() })
	found := make([]parser, len(parts))
	atOnce(len(parts), func(k int) {
		found[k] = *p // its own groups, and its own count of years
		found[k].scanBlocks(parts[k])
	})
	n := 0
	for i := range found {
		n += len(found[i].groups)
	}
	p.groups = make([]group, 0, n)
	for i := range found {
		p.groups = append(p.groups, found[i].groups...)
		p.yearKnown += found[i].yearKnown
		p.yearUnknown += found[i].yearUnknown
	}
	p.linkedGroups()
}

// scanBlocks finds the brackets and groups of a stretch of blocks.
func (p *parser) scanBlocks(blocks stretch) {
	var all []bracket
	for i := blocks.first; i < blocks.last; i++ {
		from := len(all)
		all = brackets(p.clean, p.t.Blocks[i].Range, all)
		p.brs[i] = all[from:len(all):len(all)]
		if p.t.Blocks[i].Kind != text.Footnote {
			p.scanGroups(i, p.brs[i])
		}
	}
}

// linkedGroups takes links whose text is a citation by itself ("[Reuters, December 2025](https://…)") as groups.
func (p *parser) linkedGroups() {
	n := len(p.groups)
	for _, l := range p.t.Links {
		if p.inGroupAmong(l.Range.Start, n) {
			continue
		}
		if p.leadsSentence(l.Range.Start) {
			continue
		}
		cs := p.items(l.Range, l.Range.Start)
		if len(cs) == 0 || !dated(cs) || !p.bracketCites(cs) {
			continue
		}
		p.groups = append(p.groups, group{Range: l.Range, Block: p.blockAt(l.Range.Start), Kind: 'l', Cites: cs})
	}
	if len(p.groups) > n {
		sort.SliceStable(p.groups, func(i, j int) bool { return p.groups[i].Range.Start < p.groups[j].Range.Start })
	}
}

// leadsSentence reports whether no more than a word or two stand before a link in its block: it opens a sentence ("Per [Bloomberg, …](…), the …") and
// closes none.
func (p *parser) leadsSentence(at int) bool {
	b := p.t.Blocks[min(p.blockAt(at), len(p.t.Blocks)-1)].Range
	before := p.clean[b.Start:max(b.Start, at)]
	found, inside := 0, false
	for i := len(before); i > 0 && found < 3; {
		c, n := utf8.DecodeLastRuneInString(before[:i])
		if i -= n; strings.ContainsRune(".!?", c) {
			break
		}
		if !blank(c) && !inside {
			found++
		}
		if inside = !blank(c); len(before)-i > longestSentence {
			return false
		}
	}
	return found < 3
}

func (p *parser) blockAt(off int) int {
	return sort.Search(len(p.t.Blocks), func(i int) bool { return p.t.Blocks[i].Range.End > off })
}

// inGroup reports whether a clean offset lies inside a group.
func (p *parser) inGroup(off int) bool { return p.inGroupAmong(off, len(p.groups)) }

func (p *parser) inGroupAmong(off, n int) bool {
	i := sort.Search(n, func(i int) bool { return p.groups[i].Range.End > off })
	return i < n && p.groups[i].Range.Start <= off
}

// inCode reports whether a clean offset lies in a code span.
func (p *parser) inCode(off int) bool {
	i := sort.Search(len(p.t.Code), func(i int) bool { return p.t.Code[i].End > off })
	return i < len(p.t.Code) && p.t.Code[i].Start <= off
}

// articles reads the articles, each with a parser of its own: none looks at another.
func (p *parser) articles(outlines []outline) {
	p.doc.Articles = make([]Article, len(outlines))
	defects := make([][]Defect, len(outlines))
	parts := stretches(len(outlines), func(i int) int {
		o := &outlines[i]
		return p.t.Blocks[o.last-1].Range.End - p.t.Blocks[o.first].Range.Start
	})
	atOnce(len(parts), func(k int) {
		own := *p
		r := rooms.Get().(*room)
		own.tokens, own.claimRoom = r.tokens, r.claims
		for i := parts[k].first; i < parts[k].last; i++ {
			own.art, own.doc = i, &Document{}
			p.doc.Articles[i] = own.article(&outlines[i])
			defects[i] = own.doc.Defects
		}
		clear(own.claimRoom[:cap(own.claimRoom)]) // a room keeps no document
		r.tokens, r.claims = own.tokens, own.claimRoom
		rooms.Put(r)
	})
	for i := range defects {
		p.doc.Defects = append(p.doc.Defects, defects[i]...)
	}
}

// article reads one article.
func (p *parser) article(o *outline) Article {
	a := Article{Authors: o.authors, Published: o.published}
	first, last := p.t.Blocks[o.first].Range, p.t.Blocks[o.last-1].Range
	a.Range = Range{Start: first.Start, End: last.End}
	a.Span = Span{Start: p.t.OuterStart(first.Start), End: p.t.OuterEnd(last.End)}
	if o.title >= 0 {
		a.TitleRange = p.t.Blocks[o.title].Range
		a.Title = strings.Join(words(p.t.Slice(a.TitleRange)), " ")
	}
	if !a.Published.IsZero() {
		a.PublishedBy = "text"
	}
	a.Language = p.lang
	p.tokens = tokenise(p.tokens[:0], p.clean, a.Range)
	if s := languageSampleOf(p.clean[a.Range.Start:a.Range.End]); s != languageSampleOf(p.clean) {
		if own := languageOf(s, tokensIn(p.tokens, Range{Start: a.Range.Start, End: a.Range.Start + len(s)}), a.Range.Start); own != "" {
			a.Language = own
		}
	}
	defer func(of string) { p.lang = of }(p.lang)
	p.lang = a.Language // of an issue in several languages
	p.bodies = p.bodies[:0]
	p.notes(&a, o)
	p.markers(&a, o)
	closersOf, groupsOf := p.paragraphs(&a, o)
	refs := p.inlineCitations(&a, groupsOf)
	a.Dateline = p.datelineOf(&a).at
	a.Countries = p.countries(&a)
	p.attributions(&a)
	p.links(&a)
	sortCitations(&a, refs)
	p.claims(&a, closersOf, refs)
	p.editorsMarks(o)
	p.lostLinks(o)
	p.finishSpans(&a)
	return a
}

// fromMeta gives the one article of a document the title and authors that only the document's own data name.
func (p *parser) fromMeta(a *Article) {
	if a.Title == "" {
		a.Title = p.t.Meta.Title
	}
	if len(a.Authors) == 0 {
		a.Authors = append(a.Authors, p.t.Meta.Authors...)
	}
}

// toTheEnd lets the last article of a Markdown file reach to the file's end: what follows its text are the addresses of its links.
func (p *parser) toTheEnd() {
	if n := len(p.doc.Articles); n > 0 && p.t.Format == "md" {
		end := len(p.t.Raw)
		for end > 0 && strings.IndexByte(" \t\r\n", p.t.Raw[end-1]) >= 0 {
			end--
		}
		a := &p.doc.Articles[n-1]
		a.Span.End = max(a.Span.End, end)
	}
}

// finishSpans drops what nothing refers to any more and makes empty lists.
func (p *parser) finishSpans(a *Article) {
	if a.Authors == nil {
		a.Authors = []string{}
	}
}

// paragraphs makes the paragraphs of an article with their sentences, and gives for each its closers, and for each the groups in it.
func (p *parser) paragraphs(a *Article, o *outline) ([][]closer, [][]int) {
	n := o.last - o.first
	a.Paragraphs = make([]Paragraph, n)
	closersOf, groupsOf := make([][]closer, n), make([][]int, n)
	section := 0
	speech := p.speechLabels(o)
	g := sort.Search(len(p.groups), func(i int) bool { return p.groups[i].Block >= o.first })
	for i := range n {
		b := &p.t.Blocks[o.first+i]
		part := o.parts[i]
		if part == Heading {
			section++
		}
		for g < len(p.groups) && p.groups[g].Block < o.first+i {
			g++
		}
		for g < len(p.groups) && p.groups[g].Block == o.first+i {
			if p.groups[g].Range == b.Range && !p.proseAbove(a.Paragraphs[:i]) {
				part = Byline // where a piece was taken from, not what a sentence rests on
				g++
				continue
			}
			if part == Body || part == Lead || part == Item || part == Caption || part == Heading {
				groupsOf[i] = append(groupsOf[i], g)
			}
			g++
		}
		if len(groupsOf[i]) > 0 && (part == Caption || part == Heading) {
			part = Body
		}
		if part == Body && speech[o.first+i] {
			part = Speech
		}
		a.Paragraphs[i] = Paragraph{Part: part, Section: section, Range: b.Range}
		switch part {
		case Body, Lead, Item, Speech:
			closersOf[i] = p.closers(a, i, groupsOf[i])
			a.Paragraphs[i].Sentences = p.sentences(b.Range, p.opaque(o.first+i, closersOf[i]), ranges(closersOf[i]))
		}
	}
	return closersOf, groupsOf
}

// proseAbove reports whether any of the paragraphs has sentences.
func (p *parser) proseAbove(ps []Paragraph) bool {
	for i := range ps {
		if ps[i].Sentences != nil {
			return true
		}
	}
	return false
}

// opaque are the ranges of a block that no sentence ends in: its outermost brackets.
func (p *parser) opaque(block int, closers []closer) []Range {
	var out []Range
	for _, b := range p.brs[block] {
		if b.Close >= 0 && b.Depth == 0 && b.Close-b.Open < longestGroup {
			out = append(out, Range{Start: b.Open, End: b.Close + bracketLen(p.clean, b.Close)})
		}
	}
	for _, c := range closers {
		if c.group >= 0 && (p.groups[c.group].Open || p.groups[c.group].Kind == '-') {
			out = append(out, c.Range)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// speechLabels finds the blocks of an interview: those that follow a speaker's label, where two or three labels take turns through the article.
func (p *parser) speechLabels(o *outline) map[int]bool {
	count := map[string]int{}
	labels := make([]string, o.last-o.first)
	for i := o.first; i < o.last; i++ {
		labels[i-o.first] = speakerLabel(p.block(i))
		if l := labels[i-o.first]; l != "" {
			count[l]++
		}
	}
	turns, kinds := 0, 0
	for _, n := range count {
		if n >= 2 {
			turns += n
			kinds++
		}
	}
	if turns < 4 || kinds < 2 {
		return nil
	}
	out := map[int]bool{}
	speaking := false
	for i := o.first; i < o.last; i++ {
		if part := o.parts[i-o.first]; part == Heading || part == NotesHead || part == Biography || part == Caption {
			speaking = part == Caption && speaking
			continue
		}
		speaking = speaking || count[labels[i-o.first]] >= 2
		if speaking {
			out[i] = true
		}
	}
	return out
}

// speakerLabel is the label of a speech turn, "CTC" of "CTC: How has …"; "" if a block has none.
func speakerLabel(s string) string {
	k := strings.IndexByte(s[:min(len(s), 40)], ':')
	if k < 1 || k+1 >= len(s) || blankAt(s, k+1) == 0 || !capitalised(s) || len(words(s[:k])) > 3 {
		return ""
	}
	return s[:k]
}

// inlineCitations adds the citations of the groups, in order, and gives for each group the indices of its citations.
func (p *parser) inlineCitations(a *Article, groupsOf [][]int) map[int][]int {
	refs := map[int][]int{}
	n := 0
	for _, gs := range groupsOf {
		for _, g := range gs {
			n += len(p.groups[g].Cites)
		}
	}
	a.Citations = slices.Grow(a.Citations, n)
	n = 0
	for _, gs := range groupsOf {
		for _, g := range gs {
			n++
			for k := range p.groups[g].Cites {
				refs[g] = append(refs[g], len(a.Citations))
				a.Citations = append(a.Citations, p.inlineCitation(&p.groups[g], &p.groups[g].Cites[k], n))
			}
		}
	}
	return refs
}

func (p *parser) inlineCitation(g *group, c *cited, n int) Citation {
	out := Citation{Kind: Inline, Group: n, Range: c.Range, Signal: c.Signal, Date: c.Date, Note: -1, Inside: -1}
	out.Span = p.t.Outer(c.Range)
	if g.Kind == 'l' {
		out.Span = p.t.Outer(g.Range)
	}
	out.Raw = p.t.Printed(out.Span)
	if c.Person {
		out.Class, out.Named = ClassPerson, p.t.Slice(c.Outlet)
	} else if !c.Outlet.Empty() {
		out.Outlet = &Outlet{Printed: strings.Join(words(p.t.Slice(c.Outlet)), " "), Span: p.t.Source(c.Outlet), Range: c.Outlet}
	}
	out.URL = c.Address
	for _, l := range p.linksIn(c.Range) {
		if out.URL == "" {
			out.URL = l.URL
		}
	}
	return out
}

// linkFrom is the index of the first link that ends behind an offset.
func (p *parser) linkFrom(off int) int {
	return sort.Search(len(p.t.Links), func(i int) bool { return p.t.Links[i].Range.End > off })
}

func (p *parser) linksIn(r Range) []text.Link {
	var out []text.Link
	for i := p.linkFrom(r.Start); i < len(p.t.Links) && p.t.Links[i].Range.Start < r.End; i++ {
		out = append(out, p.t.Links[i])
	}
	return out
}

// sortCitations brings the citations of an article into document order and corrects what points at them.
func sortCitations(a *Article, refs map[int][]int) {
	if sort.SliceIsSorted(a.Citations, func(i, j int) bool { return a.Citations[i].Range.Start < a.Citations[j].Range.Start }) {
		return
	}
	order := make([]int, len(a.Citations))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return a.Citations[order[i]].Range.Start < a.Citations[order[j]].Range.Start })
	to := make([]int, len(order))
	sorted := make([]Citation, len(order))
	for i, k := range order {
		to[k] = i
		sorted[i] = a.Citations[k]
	}
	a.Citations = sorted
	for i := range a.Notes {
		for k, c := range a.Notes[i].Citations {
			a.Notes[i].Citations[k] = to[c]
		}
	}
	for _, cs := range refs {
		for k, c := range cs {
			cs[k] = to[c]
		}
	}
}

func (p *parser) defect(d Defect) {
	d.Article = p.art
	p.doc.Defects = append(p.doc.Defects, d)
}
