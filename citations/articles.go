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
	first, last int // blocks of the article, last exclusive
	title       int // block, -1 if none
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
		end := len(looks)
		if k+1 < len(starts) {
			end = starts[k+1].first
		}
		s.last = end
		p.assign(&s, looks)
		out = append(out, s)
	}
	return out
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
	colon := p.colonHeads(looks)
	afterNotes := false
	for i := range looks {
		l := &looks[i]
		switch {
		case l.notes:
			afterNotes = true
			continue
		case !l.head || l.entry != "" && afterNotes && !p.marked(i):
			if !p.marked(i) {
				continue
			}
		case (l.caption || l.dated.Precision != dates.None || p.namesIssue(p.block(i)) || levelOnes == 1) && !p.marked(i):
			continue // what a format marks as the one title is it
		}
		switch {
		case p.marked(i):
			if levelOnes >= 2 && p.t.Blocks[i].Level == 1 && p.bodyFollows(looks, i) && p.printedAbove(looks, i) < 0 {
				add(p.asideBefore(looks, i, out), i)
			}
		case p.bylineBelow(looks, i) > 0:
			title := p.titleAbove(looks, i, out)
			add(p.asideBefore(looks, title, out), title)
		case i > 0 && looks[i-1].aside && !l.caption && !looks[i-1].caption && titleLike(p.block(i)) && p.proseFollows(looks, i):
			add(i-1, i)
		case p.postDate(looks, i):
			add(p.asideBefore(looks, i, out), i)
		case colon[i], afterNotes && titleLike(p.block(i)) && !l.caption && p.proseFollows(looks, i):
			add(i, i)
		default:
			continue
		}
		afterNotes = false
	}
	out = withText(out)
	if len(out) == 0 || p.proseBefore(looks, out[0].first) {
		lone := outline{first: 0, title: p.loneTitle(looks)}
		if len(out) > 0 && lone.title >= out[0].first {
			lone.title = -1
		}
		out = append([]outline{lone}, out...)
	}
	return out
}

// withText drops the beginnings that consist of a title alone, right above the next: the name and motto of a blog, the line of tags below a post.
func withText(starts []outline) []outline {
	out := starts[:0]
	for i, s := range starts {
		if i+1 == len(starts) || s.title+1 < starts[i+1].first {
			out = append(out, s)
		}
	}
	return out
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

// bylineBelow is how many blocks below the head i a byline stands: right below it, or below one subtitle, kicker or dateline; 0 if none does.
func (p *parser) bylineBelow(looks []look, i int) int {
	for d := 1; d <= 3 && i+d < len(looks); d++ {
		l := &looks[i+d]
		if len(l.names) > 0 && (l.by || d == 1 || looks[i+1].dated.Precision != dates.None || looks[i+1].caption) && (len(looks[i].names) == 0 || l.by && !looks[i].by && (d == 1 || p.t.Blocks[i].Upper)) {
			if p.proseFollows(looks, i+d) {
				return d
			}
			return 0
		}
		if d > 1 && l.head && len(l.names) == 0 && l.dated.Precision == dates.None && (looks[i+1].dated.Precision != dates.None || p.namesIssue(p.block(i+1))) && !p.namesIssue(p.block(i+d)) {
			return 0 // the byline is this head's; the first named the publication
		}
		if !l.head && l.dated.Precision == dates.None && !l.caption && !(d == 1 && l.last && len(p.block(i+d)) < longestDeck) {
			return 0
		}
		if l.notes {
			return 0
		}
	}
	return 0
}

// titleAbove is the title of the article whose byline stands below head i: i itself, or the head directly above it where i is a subtitle.
func (p *parser) titleAbove(looks []look, i int, out []outline) int {
	if i == 0 || !looks[i-1].head || looks[i-1].dated.Precision != dates.None || looks[i-1].caption || p.namesIssue(p.block(i-1)) {
		return i
	}
	above, here := p.block(i-1), p.block(i)
	if i-1 == 0 && (p.t.Blocks[0].Upper && !p.t.Blocks[i].Upper || len(words(above)) < 3) {
		return i // the publication's name
	}
	if len(words(above)) < 4 || p.t.Blocks[i].Upper || len(here) < 20 {
		return i
	}
	if n := len(out); n > 0 && i-1 <= out[n-1].title && (i-1 < out[n-1].title || len(here) < len(above)) || len(looks[i-1].names) > 0 {
		return i
	}
	return i - 1 // which may begin an article already: below a kicker stand a title and a longer subtitle
}

// asideBefore is the first block of an article whose title is i: the remark above it, if there is one, else i.
func (p *parser) asideBefore(looks []look, i int, out []outline) int {
	if i > 0 && looks[i-1].aside && !looks[i-1].caption && (len(out) == 0 || out[len(out)-1].title < i-1) {
		return i - 1
	}
	return i
}

// titleLike asks whether a head is long enough to be a title rather than the head of a section.
func titleLike(s string) bool {
	return len(s) >= 24 && len(words(s)) >= 4 || strings.Contains(s, ": ") && len(s) >= 18
}

// postDate reports whether head i is followed (or led) by the line that dates a post.
func (p *parser) postDate(looks []look, i int) bool {
	if i+1 >= len(looks) || !dayPrecise(&looks[i+1].dated) || looks[i].dated.Precision != dates.None || i > 0 && looks[i-1].by {
		return false // below a byline stands what its authors are: "Staff writers"
	}
	return len(looks[i].names) == 0 && len(words(p.block(i))) >= 2 && len(p.block(i)) >= 8 && !p.namesIssue(p.block(i+1)) && !p.namesIssue(p.block(i)) && p.proseFollows(looks, i+1) && p.titleBelowMasthead(looks, i) == 0
}

// proseFollows reports whether running text comes within the next few blocks.
func (p *parser) proseFollows(looks []look, i int) bool {
	for k := i + 1; k < len(looks) && k <= i+5; k++ {
		if looks[k].notes {
			return false
		}
		if looks[k].groups || looks[k].last && len(p.block(k)) > 60 || len(p.block(k)) > 220 {
			return true
		}
	}
	return false
}

func (p *parser) bodyFollows(looks []look, i int) bool {
	return p.proseFollows(looks, i) || i+1 < len(looks) && !looks[i+1].head
}

// proseBefore reports whether running text stands above the first article found: an article whose title could not be told.
func (p *parser) proseBefore(looks []look, first int) bool {
	for k := range first {
		if !looks[k].head && !looks[k].caption && looks[k].last && len(p.block(k)) > 200 {
			return true
		}
	}
	return false
}

// colonHeads are the heads of a document without bylines that all follow one pattern, "Place: what happened": each begins an article.
func (p *parser) colonHeads(looks []look) map[int]bool {
	out := map[int]bool{}
	heads := 0
	for i := range looks {
		if len(looks[i].names) > 0 && i > 0 && looks[i-1].head && looks[i].by {
			return nil
		}
		if !looks[i].head || looks[i].dated.Precision != dates.None || looks[i].caption || !p.proseFollows(looks, i) || looks[i].entry != "" {
			continue
		}
		heads++
		k := strings.Index(p.block(i), ": ")
		if k > 1 && k < 40 && len(words(p.block(i)[:k])) <= 4 && i+1 < len(looks) && !looks[i+1].head {
			out[i] = true
		}
	}
	if len(out) < 2 || len(out)*3 < heads*2 {
		return nil
	}
	return out
}

// loneTitle is the title of a document that is one article: the marked heading of the first level, else the first head above the text.
func (p *parser) loneTitle(looks []look) int {
	for i := range looks {
		if p.marked(i) && p.t.Blocks[i].Level == 1 {
			if above := p.printedAbove(looks, i); above >= 0 {
				return above
			}
			return i
		}
	}
	for i := range looks {
		l := &looks[i]
		if len(l.names) > 0 && p.t.Meta.Title != "" {
			return -1 // the title stands outside the text
		}
		if l.head && l.dated.Precision == dates.None && !l.notes && !l.caption {
			if next := p.titleBelowMasthead(looks, i); next > 0 {
				return next
			}
			return i
		}
		if l.groups || l.last && len(p.block(i)) > 120 {
			return -1
		}
	}
	return -1
}

// farthestTitle is how many blocks may stand between a title and its second printing: authors, dates, a motto.
const farthestTitle = 8

// printedAbove is the block that prints the words of marked heading i above it already, with nothing but authors, dates and heads between the two; -1 if
// none does. Pandoc prints the title that a file's data name above its authors, and then what the text itself begins with.
func (p *parser) printedAbove(looks []look, i int) int {
	for k := i - 1; k >= max(0, i-farthestTitle); k-- {
		if l := &looks[k]; strings.EqualFold(p.block(k), p.block(i)) {
			return k
		} else if !l.head && len(l.names) == 0 && l.dated.Precision == dates.None {
			return -1
		}
	}
	return -1
}

// titleBelowMasthead is the title below a head that names the publication: one followed by an issue line, a date or a code, or a short one above a long
// one; 0 if head i is the title itself.
func (p *parser) titleBelowMasthead(looks []look, i int) int {
	for k := i + 1; k < len(looks) && k <= i+4; k++ {
		l := &looks[k]
		if l.groups || l.last && len(p.block(k)) > 120 || l.by {
			return 0
		}
		between := k > i+1 && (looks[i+1].dated.Precision != dates.None || p.namesIssue(p.block(i+1)))
		if l.head && len(l.names) == 0 && l.dated.Precision == dates.None && titleLike(p.block(k)) && (between || k == i+1 && len(words(p.block(i))) < 4 && !titleLike(p.block(i))) && p.proseFollows(looks, k) {
			return k
		}
	}
	return 0
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
)

// frontMatter reads what stands between title and text: bylines, dates, captions, subtitles. It returns the first block of the text.
func (p *parser) frontMatter(o *outline, looks []look, set func(int, Part)) int {
	i := o.title + 1
	if o.title < 0 {
		i = o.first
	}
	for ; i < o.last && i <= o.title+8; i++ {
		l := &looks[i]
		b := &p.t.Blocks[i]
		switch {
		case len(l.names) > 0 && (l.by || len(o.authors) == 0 || p.amongNames(looks, i)) && p.proseFollows(looks, i):
			o.authors = append(o.authors, l.names...)
			if l.dated.Precision != dates.None {
				p.date(o, l.dated)
			}
			set(i, Byline)
		case l.dated.Precision != dates.None:
			p.date(o, l.dated)
			set(i, Byline)
		case l.caption:
			set(i, Caption)
		case o.title >= 0 && p.marked(i) && strings.EqualFold(p.block(i), p.block(o.title)): // the title again
			set(i, Heading)
		case l.last && i == o.title+1 && o.title >= 0 && !l.groups && len(p.block(i)) < longestDeck && i+1 < o.last && looks[i+1].by && p.proseFollows(looks, i+1):
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
	return i < len(looks) && looks[i].dated.Precision != dates.None
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
	case l.dated.Precision != dates.None && !l.last:
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

// bioVerbs stand behind a name where a biography begins.
var bioVerbs = wordSet(`is was writes wrote teaches works worked has holds serves served lives covers reports researches studies directs edits leads runs specializes specialises contributes received
	ist war schreibt lehrt arbeitet lebt leitet est était écrit enseigne travaille es escribe trabaja enseña é escreve è scrive lavora является пишет jest pisze`)

// roles tell a biography from a sentence about somebody.
var bioRoles = wordSet(`journalist analyst researcher fellow professor editor lecturer correspondent writer author director student candidate consultant reporter scholar freelance freelancer expert historian specialist
	contributor columnist lawyer practitioner associate economist member scientist advisor adviser investigator coordinator novelist
	journalistin redakteur redakteurin korrespondent autor autorin wissenschaftler forscher journaliste chercheur chercheuse rédacteur periodista investigador redactor jornalista pesquisador giornalista ricercatore`)

// biographies marks the paragraphs at the end of an article that say who its authors are; where no byline did, they name them.
func (p *parser) biographies(o *outline, looks []look, set func(int, Part)) {
	end := o.last
	for end > o.first && (o.parts[end-1-o.first] == NotesHead || o.parts[end-1-o.first] == NoteEntry || o.parts[end-1-o.first] == References) {
		end--
	}
	low := max(o.first+1, end-8)
	for i := end - 1; i >= low; i-- {
		if part := o.parts[i-o.first]; part != Body && part != Item && part != Caption && part != Lead && part != Heading && part != Aside {
			continue
		}
		s := p.block(i)
		if looks[i].groups {
			break
		}
		name, ok := p.biographyOf(s, o.authors)
		if !ok {
			if len(s) > 300 {
				break
			}
			continue
		}
		set(i, Biography)
		for _, n := range name {
			o.authors = addAuthor(o.authors, n)
		}
	}
}

func addAuthor(authors []string, name string) []string {
	for _, a := range authors {
		if a == name || strings.HasSuffix(a, name) || strings.HasSuffix(name, a) {
			return authors
		}
	}
	return append(authors, name)
}

// biographyOf reports whether s is the biography of an author, and whose. It begins with an author's name, or with a name, a verb of being and a
// profession.
func (p *parser) biographyOf(s string, authors []string) ([]string, bool) {
	s = strings.TrimLeft(s, "*_ ")
	for _, w := range [...]string{"About the author", "About the authors", "Contact:", "Email:"} {
		if strings.HasPrefix(s, w) {
			return nil, true
		}
	}
	for _, a := range authors {
		if strings.HasPrefix(s, a) {
			return nil, bioVerbs[secondWord(s[len(a):])] || len(s) < 400 && hasRole(s)
		}
	}
	if len(authors) > 0 {
		return nil, false
	}
	const verbBy, roleBy = 5, 14 // words: where the verb may stand, and how far behind it the profession
	ws := firstWords(s, verbBy+roleBy)
	for n := 2; n <= verbBy && n < len(ws); n++ {
		if !bioVerbs[foldWord(ws[n])] {
			continue
		}
		name, ok := personName(strings.Join(ws[:n], " "), false)
		if ok && hasRole(strings.Join(ws[n:min(len(ws), n+roleBy)], " ")) {
			return append([]string{name}, p.coAuthors(s)...), true
		}
	}
	return nil, false
}

// mostAuthors bounds how many names are looked for in a biography; each is compared with those before it.
const mostAuthors = 40

// coAuthors finds "…, and Dr Ines Halloran is a lecturer" further on in a biography.
func (p *parser) coAuthors(s string) []string {
	var out []string
	for _, sep := range [...]string{", and ", " and ", ". "} {
		for rest := s; ; {
			i := strings.Index(rest, sep)
			if i < 0 || len(out) == mostAuthors {
				break
			}
			rest = rest[i+len(sep):]
			const verbBy, roleBy = 5, 10
			ws := firstWords(rest, verbBy+roleBy)
			for n := 2; n <= verbBy && n < len(ws); n++ {
				if ws[n] != "is" && ws[n] != "ist" && ws[n] != "est" && ws[n] != "es" {
					continue
				}
				if name, ok := personName(strings.Join(ws[:n], " "), false); ok && hasRole(strings.Join(ws[n:min(len(ws), n+roleBy)], " ")) {
					out = addAuthor(out, name)
				}
			}
		}
	}
	return out
}

func secondWord(s string) string {
	if ws := words(s); len(ws) > 0 {
		return foldWord(ws[0])
	}
	return ""
}

func hasRole(s string) bool {
	for _, w := range words(s) {
		if bioRoles[foldWord(w)] {
			return true
		}
	}
	return false
}
