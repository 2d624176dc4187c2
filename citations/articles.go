package citations

import (
	"slices"
	"sort"
	"strings"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/text"
)

// An outline says where the articles of a document begin and end, and which of their blocks are what.
type outline struct {
	first, last int  // blocks of the article, last exclusive
	title       int  // block, -1 if none
	led         bool // who posted it and when stands above the title
	authors     []string
	published   dates.Date
	parts       []Part // parallel to the blocks [first, last)
}

// outlines splits a document into its articles. What marks a beginning: a title above a byline; a heading of the first level in marked-up text; a blog's
// remark above a title; a title with the date of a post; in documents without bylines, heads of one pattern ("Chile: …"); and any title behind a section
// of notes.
func (p *parser) outlines(looks []look) []outline {
	if len(looks) == 0 { // nothing but markup
		return nil
	}
	starts := p.starts(looks)
	var out []outline
	for k, s := range starts {
		p.look()
		end := len(looks)
		if k+1 < len(starts) {
			end = starts[k+1].first
			for end > s.title+2 && p.regionHead(looks, end-1) {
				end--
			}
		}
		s.last = p.end(looks, s.first, s.title, end)
		p.assign(&s, looks)
		if k == 0 || s.led {
			p.authorsAbove(&s, looks, 0)
		}
		if s.title >= 0 {
			p.date(&s, p.titleDate(p.block(s.title)))
			p.date(&s, p.digestDate(p.block(s.title)))
		}
		out = append(out, s)
	}
	return out
}

// regionHead reports whether block i, right above an article, is the head of a group of them: "SOUTH COAST".
func (p *parser) regionHead(looks []look, i int) bool {
	const longest = 3 // words
	l := &looks[i]
	return l.head && p.t.Blocks[i].Upper && !p.t.Blocks[i].Tight && !l.last && !l.notes && !l.groups && len(words(p.block(i))) <= longest
}

// starts finds the first block of each article, and its title.
func (p *parser) starts(looks []look) []outline {
	var out []outline
	add := func(first, title int) {
		if n := len(out); n > 0 && first <= out[n-1].title {
			return
		}
		out = append(out, outline{first: first, title: title})
	}
	levelOnes := p.levelOnes()
	colon, bylined := p.colonHeads(looks), p.bylinedLevel(looks)
	foot := p.end(looks, 0, 0, len(looks))
	ruled, numbered, issue := p.ruled(looks, foot), p.numberedHeads(looks, foot), p.issueHeads(looks, foot)
	afterNotes, datesLead := false, p.datesLead(looks)
	for i := range foot {
		p.look()
		l := &looks[i]
		if l.notes {
			afterNotes = true
			continue
		}
		switch {
		case !p.mayTitle(looks, i, levelOnes, afterNotes):
			continue
		case p.marked(i):
			if levelOnes >= 2 && p.t.Blocks[i].Level == 1 && p.bodyFollows(looks, i) && p.printedAbove(looks, i) < 0 {
				add(p.asideBefore(looks, i, out), i)
			} else if issue[i] || levelOnes < 2 && p.t.Blocks[i].Level == bylined && p.bylinedHeading(looks, i) {
				add(i, i)
			}
		case p.bylineBelow(looks, i) > 0:
			title := p.titleAbove(looks, i, out)
			add(p.asideBefore(looks, title, out), title)
		case i > 0 && looks[i-1].aside && !l.caption && !looks[i-1].caption && titleLike(p.block(i)) && p.proseFollows(looks, i):
			add(i-1, i)
		case datesLead && i > 0 && looks[i-1].by && looks[i-1].isDated() && p.proseFollows(looks, i):
			add(i, i)
			out[len(out)-1].led = out[len(out)-1].title == i
		case ruled[i], p.postEnds(looks, i):
			add(i, i)
		case p.postDate(looks, i):
			title := i
			if i > 0 && saysKind(p.block(i)) && p.plainTitle(looks, i-1) && titleLike(p.block(i-1)) {
				title = i - 1
			}
			add(p.asideBefore(looks, title, out), title)
		case colon[i], numbered[i], issue[i], afterNotes && titleLike(p.block(i)) && !l.caption && p.proseFollows(looks, i):
			add(i, i)
		default:
			continue
		}
		afterNotes = false
	}
	return p.withLone(looks, p.withText(looks, p.oneNumbering(looks, out)))
}

// withLone puts the article of a document in which none was found, or of the text above the first that was, before those found.
func (p *parser) withLone(looks []look, found []outline) []outline {
	if len(found) > 0 && !p.proseBefore(looks, found[0].first) {
		return found
	}
	lone := outline{title: p.loneTitle(looks)}
	if len(found) > 0 && lone.title >= found[0].first {
		lone.title = -1
	}
	lone.first = p.begin(looks, lone.title)
	return append([]outline{lone}, found...)
}

// mayTitle reports whether block i may be the title of an article: what the format marks as a heading, or, unless it marks a single title, a head that is nothing else. Behind
// a section of notes a head with a label is a note.
func (p *parser) mayTitle(looks []look, i, levelOnes int, afterNotes bool) bool {
	l := &looks[i]
	switch {
	case p.marked(i):
		return true
	case !l.head || l.entry != "" && afterNotes:
		return false
	}
	return levelOnes != 1 && !l.caption && !l.isDated() && !p.namesIssue(p.block(i)) && !p.asideOfTitle(looks, i)
}

// withText drops the beginnings that have no text before the next: the name and motto of a blog, the imprint of a bulletin, the line of tags below a post.
func (p *parser) withText(looks []look, starts []outline) []outline {
	out := starts[:0]
	for i, s := range starts {
		if i+1 == len(starts) || p.textIn(looks, s.title+1, starts[i+1].first) {
			out = append(out, s)
		}
	}
	return out
}

// textIn reports whether one of the blocks [from, to) is text rather than a line that stands around one.
func (p *parser) textIn(looks []look, from, to int) bool {
	for i := from; i < to; i++ {
		l := &looks[i]
		if l.page == noFurniture && (l.groups || l.notes || l.last || !l.head && !l.caption && !l.isDated() && len(l.names) == 0) && l.side == noSide {
			return true
		}
	}
	return false
}

func (p *parser) block(i int) string { return p.t.Slice(p.t.Blocks[i].Range) }

// marked reports whether the format itself marks block i as a heading.
func (p *parser) marked(i int) bool { return p.t.Blocks[i].Kind == text.Heading }

// levelOnes counts the marked headings of the first level.
func (p *parser) levelOnes() int {
	n := 0
	for i := range p.t.Blocks {
		if p.marked(i) && p.t.Blocks[i].Level == 1 {
			n++
		}
	}
	return n
}

// assign gives each block of an article its part.
func (p *parser) assign(o *outline, looks []look) {
	o.parts = make([]Part, o.last-o.first)
	for i := range o.parts {
		o.parts[i] = Body
	}
	set := func(i int, part Part) { o.parts[i-o.first] = part }
	if o.title >= 0 {
		for i := o.first; i < o.title; i++ {
			set(i, Aside)
		}
		set(o.title, Title)
	}
	body := p.frontMatter(o, looks, set)
	notes := p.noteRegions(o, looks, set)
	for i := body; i < o.last; i++ {
		p.look()
		if o.parts[i-o.first] == Body && !notes[i] {
			set(i, p.bodyPart(i, looks, o))
		}
	}
	p.biographies(o, looks, set)
	p.lead(o, looks, body)
}

const (
	longestDeck = 240 // bytes of a subtitle in sentences
	mostTrade   = 4   // words that say what an author is

	farthestText = 12 // blocks between a title and the text
)

// frontMatter reads what stands between title and text: bylines, dates, captions, subtitles. It returns the first block of the text.
func (p *parser) frontMatter(o *outline, looks []look, set func(int, Part)) int {
	i := o.title + 1
	if o.title < 0 {
		i = o.first
	}
	for ; i < o.last && i <= o.title+farthestText; i++ {
		l := &looks[i]
		b := &p.t.Blocks[i]
		switch {
		case len(l.names) > 0 && (l.by || len(o.authors) == 0 || p.amongNames(looks, i)) && p.proseFollows(looks, i):
			o.authors = append(o.authors, l.names...)
			if l.isDated() {
				p.date(o, *l.dated)
			}
			set(i, Byline)
		case l.isDated():
			p.date(o, *l.dated)
			set(i, Byline)
		case l.page.sure() && !p.marked(i):
			set(i, Aside)
		case l.caption:
			set(i, Caption)
		case l.head && !p.marked(i) && p.asideOfTitle(looks, i):
			set(i, Byline)
		case o.title >= 0 && p.marked(i) && strings.EqualFold(p.block(i), p.block(o.title)): // the title again
			set(i, Heading)
		case o.title >= 0 && i == o.title+1 && i+1 < o.last && p.deckInSentences(looks, i):
			set(i, Lead) // a subtitle in sentences
		case l.head && b.Tight && i > o.first && looks[i-1].by && len(words(p.block(i))) <= mostTrade && !p.marked(i):
			set(i, Byline) // what the authors are: "Staff writers"
		case l.head && !p.marked(i) && !l.last && !l.groups && i+1 < o.last && len(o.authors) == 0 && len(p.block(i)) > 12 && o.title >= 0 && p.bylineIn(looks, i+1, o.last):
			set(i, Heading) // a subtitle
		case l.head && !p.marked(i) && !l.groups && (b.Tight || len(words(p.block(i))) <= 2) && !l.notes && i+1 < o.last && !looks[i+1].groups && len(p.block(i)) < 40 && i == o.title+1:
			set(i, Caption)
		default:
			return i
		}
	}
	return i
}

// amongNames reports whether block i names authors as the block above it does, on lines of their own that the file's data or a date below bear out.
func (p *parser) amongNames(looks []look, i int) bool {
	if len(looks[i-1].names) == 0 {
		return false
	}
	if slices.Contains(p.t.Meta.Authors, looks[i].names[0]) {
		return true
	}
	for i++; i < len(looks) && len(looks[i].names) > 0; i++ {
	}
	return i < len(looks) && looks[i].isDated()
}

func (p *parser) bylineIn(looks []look, i, end int) bool {
	return i < end && len(looks[i].names) > 0 || i+1 < end && len(looks[i+1].names) > 0 && looks[i+1].by
}

// date keeps the most precise date that the front of an article gives.
func (p *parser) date(o *outline, d dates.Date) {
	if o.published.Precision == dates.None || dayPrecise(&d) && !dayPrecise(&o.published) {
		o.published = d
	}
}

// raisedIn reports whether a superscript, which may be a marker, stands in a range.
func (p *parser) raisedIn(r Range) bool { return len(p.supersIn(r)) > 0 }

// supersIn are the superscripts that begin in a range of the clean text.
func (p *parser) supersIn(r Range) []Range {
	first := sort.Search(len(p.t.Supers), func(i int) bool { return p.t.Supers[i].Start >= r.Start })
	n := sort.Search(len(p.t.Supers)-first, func(i int) bool { return p.t.Supers[first+i].Start >= r.End })
	return p.t.Supers[first : first+n]
}

// bodyPart decides what a block of the text is.
func (p *parser) bodyPart(i int, looks []look, o *outline) Part {
	l := &looks[i]
	b := &p.t.Blocks[i]
	switch {
	case l.page.sure() && !l.groups:
		return Aside
	case l.caption && !l.groups:
		return Caption
	case b.Kind == text.Heading:
		return Heading
	case b.Kind == text.Cell && !l.groups && !l.last && len(p.block(i)) < 80 && !strings.Contains(p.block(i), "[") && !p.raisedIn(b.Range):
		return Caption // the head of a column, a figure
	case b.Kind == text.Item || b.Kind == text.Cell:
		return Item
	case b.Kind == text.Quote:
		return Body
	case l.aside && len(p.block(i)) < 400 && !l.groups && i >= o.last-3:
		return Aside
	case l.groups || l.last:
		return Body
	case l.isDated() && !l.last:
		return Byline
	case l.head && (!b.Tight || b.Upper) && len(p.block(i)) <= 120:
		return Heading
	case l.head && b.Tight && len(p.block(i)) <= 160, len(p.block(i)) < 40 && !strings.Contains(p.block(i), " "):
		return Caption
	}
	return Body
}

// lead marks the standfirst: the first paragraph, where it cites nothing and others follow.
func (p *parser) lead(o *outline, looks []look, body int) {
	if body >= o.last || o.parts[body-o.first] != Body || looks[body].groups || len(p.block(body)) > 500 {
		return
	}
	following := 0
	for i := body + 1; i < o.last; i++ {
		if o.parts[i-o.first] == Body {
			following++
		}
	}
	if following >= 2 {
		o.parts[body-o.first] = Lead
	}
}
