package citations

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/text"
)

// bylineBelow is how many blocks below the head i a byline stands: right below it, or below one subtitle, kicker or dateline, lines that stand beside a
// title aside; 0 if none does.
func (p *parser) bylineBelow(looks []look, i int) int {
	const mostSteps, mostLines = 3, 6
	for d, step := 1, 1; d <= mostLines && step <= mostSteps && i+d < len(looks); d++ {
		l := &looks[i+d]
		if p.isByline(looks, i, d, step) {
			if p.proseFollows(looks, i+d) {
				return d
			}
			return 0
		}
		if (l.head || l.page.sure()) && p.asideOfTitle(looks, i+d) {
			if l.side == kicker && i+d+1 < len(looks) && p.plainTitle(looks, i+d+1) {
				return 0 // above a kicker stands the publication's name
			}
			continue
		}
		if step > 1 && l.head && len(l.names) == 0 && !l.isDated() && (looks[i+1].isDated() || p.namesIssue(p.block(i+1))) && !p.namesIssue(p.block(i+d)) {
			return 0 // the byline is this head's; the first named the publication
		}
		if !l.head && !l.isDated() && !l.caption && !(step == 1 && l.last && len(p.block(i+d)) < longestDeck) {
			return 0
		}
		if l.notes || step > 1 && looks[i].side != noSide && p.plainTitle(looks, i+d) {
			return 0 // a kicker, a subtitle, and the title
		}
		step++
	}
	return 0
}

// isByline reports whether the block d below head i, the step-th that counts, is its byline.
func (p *parser) isByline(looks []look, i, d, step int) bool {
	l := &looks[i+d]
	if len(l.names) == 0 || peopleListed(looks, i+d) {
		return false
	}
	deck := step == 2 && looks[i+d-1].last && p.bylineUnderDeck(looks, i+d)
	if !l.by && step > 1 && !deck && !looks[i+1].isDated() && !looks[i+1].caption {
		return false
	}
	return len(looks[i].names) == 0 || l.by && !looks[i].by && (d == 1 || p.t.Blocks[i].Upper)
}

// deckInSentences reports whether block i, right below a title, is a subtitle in sentences, or a line without a stop above "By …", with the byline below it.
func (p *parser) deckInSentences(looks []look, i int) bool {
	l, byline := &looks[i], &looks[i+1]
	if l.by || l.groups || len(p.block(i)) >= longestDeck || !l.last && (l.head || l.isDated() || !byline.by) {
		return false
	}
	return p.bylineUnderDeck(looks, i+1) && p.proseFollows(looks, i+1)
}

// peopleListed reports whether block i, a name with its day, stands above or below another one: a list of people who were asked, and no byline.
func peopleListed(looks []look, i int) bool {
	named := func(i int) bool {
		return i >= 0 && i < len(looks) && len(looks[i].names) > 0 && !looks[i].by && looks[i].isDated()
	}
	return named(i) && (named(i-1) || named(i+1))
}

// bylineUnderDeck reports whether block i, below a subtitle in sentences, names the authors: it says so, or the day stands below it.
func (p *parser) bylineUnderDeck(looks []look, i int) bool {
	return looks[i].by || len(looks[i].names) > 0 && i+1 < len(looks) && looks[i+1].isDated() && dayPrecise(looks[i+1].dated)
}

// titleAbove is the title of the article whose byline stands below head i: i itself, or the head directly above it where i is a subtitle.
func (p *parser) titleAbove(looks []look, i int, out []outline) int {
	if i == 0 || !looks[i-1].head || looks[i-1].isDated() || looks[i-1].caption || p.namesIssue(p.block(i-1)) || p.asideOfTitle(looks, i-1) {
		return i
	}
	above, here := p.block(i-1), p.block(i)
	if !p.digestDate(above).IsZero() {
		return i
	}
	if i-1 == 0 && (p.t.Blocks[0].Upper && !p.t.Blocks[i].Upper || len(words(above)) < 3) {
		return i // the publication's name
	}
	if len(looks[i+1].names) > 0 && opensDeck(here) && len(words(above)) > 1 && !p.t.Blocks[i].Upper && p.t.Blocks[i].Tight && !p.places(above) && !p.knownName(above) {
		return i - 1
	}
	if len(words(above)) < 4 || p.t.Blocks[i].Upper || len(here) < 20 {
		return i
	}
	if n := len(out); n > 0 && i-1 <= out[n-1].title && (i-1 < out[n-1].title || len(here) < len(above)) || len(looks[i-1].names) > 0 {
		return i
	}
	return i - 1 // which may begin an article already: below a kicker stand a title and a longer subtitle
}

// deckOpenings begin subtitles that say what the piece under a short title is, or what it tells: "Essay on a reservoir", "How stolen rail pays for …".
var deckOpenings = phrases("how ", "why ", "inside ", "an essay ", "essay on ", "a study ", "a history ", "the story of ", "notes on ", "notes from ", "lessons from ", "essai sur ", "essai ", "comment ", "pourquoi ", "enquête sur ",
	"ensaio sobre ", "como ", "porque ", "ensayo sobre ", "cómo ", "por qué ", "crónica de ", "crónica ", "saggio su", "come ", "perché ", "ein essay ", "essay über ", "wie ", "warum ", "weshalb ", "eine reportage ", "hoe ", "waarom ", "een essay ",
	"hur ", "varför ", "en essä ", "hvordan ", "hvorfor ", "et essay ", "jak ", "dlaczego ", "esej o ", "как ", "почему ", "эссе о ", "як ", "чому ", "есей про ", "كيف ", "لماذا ")

// titleLabels say that a title follows.
var titleLabels = phrases("title:", "headline:", "titre:", "titre :", "título:", "titulo:", "titel:", "überschrift:", "titolo:", "tytuł:", "заголовок:", "название:", "назва:", "başlık:", "judul:", "rubrik:", "العنوان:", "标题：", "标题:", "タイトル：")

// withoutTitleLabel is a title's place in s without the label that says that it is one: "Title: Grain through Constanta".
func withoutTitleLabel(s string, r Range) Range {
	const longest = 24 // bytes of a label
	if !titleLabels.begins(strings.ToLower(s[r.Start:min(r.End, r.Start+longest)])) {
		return r
	}
	at := r.Start + strings.IndexFunc(s[r.Start:r.End], func(c rune) bool { return c == ':' || c == '：' })
	_, colon := utf8.DecodeRuneInString(s[at:])
	if at = skipBlanks(s, at+colon, r.End); at < r.End {
		r.Start = at
	}
	return r
}

// saysKind reports whether a line says what kind of piece the title above it has, and of what: "Final report on the harvest of 2022".
func saysKind(s string) bool {
	const shortest, reach = 4, 3 // words, and those among which the noun stands
	ws := words(s)
	return len(ws) >= shortest && slices.ContainsFunc(ws[:reach], func(w string) bool { return isSeriesWord(w) || seriesEnd(foldWord(w)) }) && !strings.Contains(s, ": ")
}

// opensDeck reports whether a line begins as subtitles do, and is long enough to be one.
func opensDeck(s string) bool {
	const shortest = 6 // words
	return deckOpenings.begins(strings.ToLower(s[:min(len(s), 24)])) && len(words(s)) >= shortest
}

// asideBefore is the first block of an article whose title is i: the remark above it, if there is one, else i.
func (p *parser) asideBefore(looks []look, i int, out []outline) int {
	if i > 0 && looks[i-1].aside && !looks[i-1].caption && (len(out) == 0 || out[len(out)-1].title < i-1) {
		return i - 1
	}
	return i
}

// shortestCaseless is the bytes of a title in a script without blanks: six signs.
const shortestCaseless = 18

// titleLike asks whether a head is long enough to be a title rather than the head of a section.
func titleLike(s string) bool {
	if caseless(s) && len(s) >= shortestCaseless && !strings.Contains(s, " ") {
		return true
	}
	return len(s) >= 24 && len(words(s)) >= 4 || strings.Contains(s, ": ") && len(s) >= 18
}

// farthestDay is how many lines that stand beside a title may part it from its day.
const farthestDay = 3

// postDate reports whether head i is followed (or led) by the line that dates a post.
func (p *parser) postDate(looks []look, i int) bool {
	day := i + 1
	for day < len(looks) && day <= i+farthestDay && (looks[day].head && looks[day].side != noSide || looks[day].page.sure()) && !looks[day].isDated() {
		day++
	}
	if day >= len(looks) || !looks[day].isDated() || peopleListed(looks, day) || !dayPrecise(looks[day].dated) || looks[i].isDated() || i > 0 && looks[i-1].by {
		return false // below a byline stands what its authors are: "Staff writers"
	}
	return len(looks[i].names) == 0 && len(words(p.block(i))) >= 2 && len(p.block(i)) >= 8 && (!p.namesIssue(p.block(day)) || looks[day].side == series) && !p.namesIssue(p.block(i)) && p.proseFollows(looks, day) && p.titleBelowMasthead(looks, i) == 0
}

// proseFollows reports whether running text comes within the next few blocks.
func (p *parser) proseFollows(looks []look, i int) bool {
	reach := i + 5
	for k := i + 1; k < len(looks) && k <= min(reach, i+pageTop); k++ {
		if looks[k].notes {
			return false
		}
		if looks[k].page.sure() {
			reach++
			continue
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
		if !looks[k].head && !looks[k].caption && !looks[k].page.sure() && looks[k].last && len(p.block(k)) > 200 {
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
		if !looks[i].head || looks[i].isDated() || looks[i].caption || looks[i].page.sure() || !p.proseFollows(looks, i) || looks[i].entry != "" {
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

// bylinedLevel is the level of the marked headings that begin articles where none is of the first level alone: two or more of them have a byline that says so right
// below; 0 if there is none.
func (p *parser) bylinedLevel(looks []look) int {
	var n, last [7]int
	for i := range looks {
		if p.bylinedHeading(looks, i) {
			level := min(p.t.Blocks[i].Level, 6)
			n[level], last[level] = n[level]+1, i
		}
	}
	for level := 2; level < len(n); level++ {
		if n[level] >= 2 {
			if p.notesShared(looks, last[level]) {
				return 0
			}
			return level
		}
	}
	return 0
}

// notesShared reports whether the text before block i has what can be markers and none of the notes: all articles have theirs at the end of the document.
func (p *parser) notesShared(looks []look, i int) bool {
	for k := range i {
		if looks[k].notes || p.t.Blocks[k].Kind == text.Footnote {
			return false
		}
	}
	return p.raisedIn(Range{Start: 0, End: p.t.Blocks[i].Range.Start})
}

// bylinedHeading reports whether block i is a marked heading with the byline of an article right below.
func (p *parser) bylinedHeading(looks []look, i int) bool {
	return p.marked(i) && !looks[i].notes && i+1 < len(looks) && looks[i+1].by && len(looks[i+1].names) > 0 && !p.marked(i+1) && p.proseFollows(looks, i+1)
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
	aside := -1 // a head that stands beside a title, if none stands by
	for i := range looks {
		l := &looks[i]
		if l.page.sure() {
			continue
		}
		if len(l.names) > 0 && p.t.Meta.Title != "" {
			return -1 // the title stands outside the text
		}
		if l.head && (!l.isDated() || l.side == series) && !l.notes && !l.caption {
			if p.asideOfTitle(looks, i) {
				aside = max(aside, i)
				continue
			}
			if next := p.titleBelowMasthead(looks, i); next > 0 {
				return next
			}
			return i
		}
		if l.groups || l.last && len(p.block(i)) > 120 {
			return aside
		}
	}
	return aside
}

// farthestTitle is how many blocks may stand between a title and its second printing: authors, dates, a motto.
const farthestTitle = 8

// printedAbove is the block that prints the words of marked heading i above it already, with nothing but authors, dates and heads between the two; -1 if
// none does. Pandoc prints the title that a file's data name above its authors, and then what the text itself begins with.
func (p *parser) printedAbove(looks []look, i int) int {
	for k := i - 1; k >= max(0, i-farthestTitle); k-- {
		if l := &looks[k]; strings.EqualFold(p.block(k), p.block(i)) {
			return k
		} else if !l.head && len(l.names) == 0 && !l.isDated() {
			return -1
		}
	}
	return -1
}

// namedAbove reports whether what can name the publication or number its series stands above head i already, so that i does neither.
func (p *parser) namedAbove(looks []look, i int) bool {
	return i > 0 && (looks[i-1].side == series || looks[i-1].side == body || looks[i-1].side == masthead || p.namesIssue(p.block(i-1)))
}

// titleBelowMasthead is the title below a head that names the publication: one followed by an issue line, a date or a code, or a short one above a long
// one; 0 if head i is the title itself.
func (p *parser) titleBelowMasthead(looks []look, i int) int {
	for k := i + 1; k < len(looks) && k <= i+4; k++ {
		l := &looks[k]
		if l.page.sure() {
			continue
		}
		if l.groups || l.last && len(p.block(k)) > 120 || l.by {
			return 0
		}
		if l.head && p.asideOfTitle(looks, k) {
			continue
		}
		numbered := looks[i+1].side == series && looks[i].side != body // the number of a series stands below a title as often as above one
		between := k > i+1 && !numbered && (looks[i+1].isDated() || p.namesIssue(p.block(i+1)))
		if l.head && len(l.names) == 0 && !l.isDated() && titleLike(p.block(k)) && !(k == i+1 && p.namedAbove(looks, i) && opensDeck(p.block(k))) && (between || k == i+1 && len(words(p.block(i))) < 4 && !titleLike(p.block(i))) && p.proseFollows(looks, k) {
			return k
		}
	}
	return 0
}
