package citations

import (
	"context"
	"sort"
	"strings"
	"sync"

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
}

// parser holds what the stages share. Each stage reads what those before it have found; none goes back.
type parser struct {
	t          *text.Text
	clean      string
	o          Options
	names      *outlets.Registry
	done       <-chan struct{} // of the context; see look
	lang       string
	order      dates.Order
	latestYear func() int             // see newestYear; read once for all stretches
	wordOrder  func() dates.Order     // see orderOfWords
	defs       map[string]string      // see definitions
	speaks     map[int]int            // see speakerLabels, of the article at hand
	defsAt     map[string]int         // see definitions
	cited      map[string][]citedName // see citedNames
	acronyms   map[string]bool        // see bodyAcronyms
	quoted     bool                   // the item stands in quotation marks as a whole
	square     bool                   // the item stands in square brackets
	atBlock    int                    // block of the bracket that is read
	cased      bool                   // one of the group's names begins with its only capital
	beside     bool                   // a known outlet stands before the item in its bracket
	doc        *Document
	groups     []group // in reading order, over the whole document
	bodies     []Range // of the article at hand: the notes' texts, parallel to its Notes
	art        int     // index of the article at hand
	brs        [][]bracket
	tokens     []token // the words of the article at hand
	marks      []Range // glued markers of the article at hand: see gluedMarks
	claimRoom  []Claim // of the article before, to be used again
	has        class   // what is known of the words of the sentence at hand, all together
	// how often a name that the registry knows, and one that it does not, stands before a year alone
	yearKnown, yearUnknown int
}

// Parse reads a document: its articles, their claims, the sources that they give, and what is wrong with how they give them. It cannot fail; what it does
// not understand it leaves unknown. It may be called from several goroutines at once. Time is linear in the length of the text.
func Parse(t *text.Text, o Options) *Document {
	doc, _ := ParseContext(context.Background(), t, o)
	return doc
}

// ParseContext is Parse for a caller who may stop waiting: soon after ctx has ended, within some milliseconds on a text of any size, it returns ctx.Err() and no
// document. It leaves no goroutine. There is no other error.
func ParseContext(ctx context.Context, t *text.Text, o Options) (*Document, error) {
	if o.Names == nil {
		o.Names = outlets.Default()
	}
	p := &parser{t: t, clean: t.Clean, o: o, names: o.Names, done: ctx.Done(), doc: &Document{Text: t, Articles: []Article{}}}
	if endsEarly(p.document) {
		return nil, ctx.Err()
	}
	return p.doc, nil
}

// document takes the text through the stages.
func (p *parser) document() {
	p.look()
	p.lang = DetectLanguage(p.clean)
	p.order = p.dateOrder()
	p.latestYear = sync.OnceValue(func() int { return newestYear(p.clean, p.o.Published) })
	p.wordOrder = orderOfWords(p.clean, p.dateOptions())
	p.scan()
	p.settle()
	p.defs, p.defsAt = p.definitions()
	p.cited, p.acronyms = p.citedNames(), p.bodyAcronyms()
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
}

func (p *parser) dateOptions() dates.Options { return dates.Options{Language: p.lang, Order: p.order} }

// places reports whether a name is that of a place.
func (p *parser) places(s string) bool { return outlets.Places.IsPlace(s) }

// resolves reports whether a name leads to a known outlet once words such as "Twitter accounts" are taken off.
func (p *parser) resolves(s string) bool {
	m := p.names.Resolve(s, outlets.Context{Language: p.lang})
	return m.Entry != nil && m.How != outlets.Fuzzy || m.How == outlets.Ambiguous
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
		p.look()
		from := len(all)
		all = p.brackets(p.t.Blocks[i].Range, all)
		p.brs[i] = all[from:len(all):len(all)]
		if p.t.Blocks[i].Kind != text.Footnote {
			p.scanGroups(i, p.brs[i])
		}
	}
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
		a.TitleRange = withoutTitleLabel(p.clean, p.t.Blocks[o.title].Range)
		a.Title = strings.Join(words(p.t.Slice(a.TitleRange)), " ")
	}
	if !a.Published.IsZero() {
		a.PublishedBy = "text"
	}
	a.Language = p.lang
	p.tokeniseArticle(a.Range)
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
	if a.Authors == nil {
		a.Authors = []string{}
	}
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

// toTheEnd lets the last article of a Markdown file reach to the file's end: what follows its text, but for furniture, are the addresses of its links.
func (p *parser) toTheEnd() {
	if n := len(p.doc.Articles); n > 0 && p.t.Format == "md" && p.t.Blocks[len(p.t.Blocks)-1].Range.End == p.doc.Articles[n-1].Range.End {
		end := len(p.t.Raw)
		for end > 0 && strings.IndexByte(" \t\r\n", p.t.Raw[end-1]) >= 0 {
			end--
		}
		a := &p.doc.Articles[n-1]
		a.Span.End = max(a.Span.End, end)
	}
}

func (p *parser) defect(d Defect) {
	d.Article = p.art
	p.doc.Defects = append(p.doc.Defects, d)
}
