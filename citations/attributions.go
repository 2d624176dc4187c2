package citations

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
)

// attributions finds the sources that the sentences of an article name.
func (p *parser) attributions(a *Article) {
	p.marks, p.speaks = gluedMarks(a), p.speakerLabels(a)
	for i := range a.Paragraphs {
		pp := &a.Paragraphs[i]
		switch pp.Part {
		case Caption:
			p.attribute(a, pp.Range)
		default:
			for k, s := range pp.Sentences {
				if k == 0 {
					p.leadCredit(a, s)
				}
				if k == 0 && len(pp.Sentences) == 1 {
					p.tailCredit(a, s)
				}
				if k+1 == len(pp.Sentences) {
					p.speakerCredit(a, pp.Range, s)
				}
				if k > 0 {
					p.sourceLine(a, s)
				}
				p.attribute(a, s)
			}
		}
	}
	if !p.reviewsPress(a) {
		return
	}
	told := byStart(slices.Clone(a.Citations))
	for i := range a.Paragraphs {
		for _, s := range a.Paragraphs[i].Sentences {
			p.look()
			p.reviewed(a, s, told)
		}
	}
}

// leadCredit finds the press that a paragraph names in a bracket before its text: "(Al-Monitor) In recent weeks …".
func (p *parser) leadCredit(a *Article, s Range) {
	if s.Start >= s.End || p.speaks[s.Start] > 0 {
		return
	}
	if p.clean[s.Start] != '(' {
		p.headCredit(a, s)
		return
	}
	const longest = 60
	k := strings.IndexByte(p.clean[s.Start:min(s.End, s.Start+longest)], ')')
	if k < 0 || s.Start+k+1 >= s.End {
		return
	}
	r, at := Range{Start: s.Start + 1, End: s.Start + k}, skipBlanks(p.clean, s.Start+k+1, s.End)
	if at == s.Start+k+1 || at == s.End || !p.startsSentence(at, s.End) || p.inGroup(r.Start) || r.Empty() || !p.knownName(p.clean[r.Start:r.End]) {
		return
	}
	if m := p.names.Resolve(p.clean[r.Start:r.End], outlets.Context{Language: p.lang}); m.Entry != nil && m.Entry.Kind.Press() {
		p.addAttribution(a, s, r, cue{}, r.Start)
	}
}

// headCredit finds the press that a paragraph of a roundup names before its text: "Reuters – Zambia votes …", "AFP: Fires in Kabylia …". A question behind it
// is asked by it.
func (p *parser) headCredit(a *Article, s Range) {
	end, ids, ok := p.names.LongestAt(p.clean[:s.End], s.Start)
	if !ok || !anyPress(ids) || strings.HasSuffix(strings.TrimSpace(p.clean[s.Start:s.End]), "?") {
		return
	}
	const shortest = 30 // bytes of text that is told
	for _, mark := range [...]string{":", " –", " —", " -", " :"} {
		if rest, ok := strings.CutPrefix(p.clean[end:s.End], mark); ok && len(rest) > shortest && blankAt(rest, 0) > 0 && capitalised(strings.TrimLeft(rest, " \u00A0*_“\"«„")) {
			p.addAttribution(a, s, Range{Start: s.Start, End: end}, cue{}, s.Start)
			return
		}
	}
}

// tailCredit finds the press behind the dash that ends an item of a list of headlines: "European states vow to go on in the Sahel – The Defense Post".
func (p *parser) tailCredit(a *Article, s Range) {
	const longest, shortest = 60, 30 // bytes of a name, of a headline
	from := p.backTo(s.End, min(longest, s.End-s.Start))
	if tail := p.clean[from:s.End]; strings.IndexByte(tail, "–"[0]) < 0 && !strings.Contains(tail, "--") { // mostly
		return
	}
	for _, dash := range [...]string{" – ", " — ", " -- "} {
		k := strings.LastIndex(p.clean[from:s.End], dash)
		if k < 0 || from+k-s.Start < shortest || strings.IndexByte(".!?;,:", p.clean[from+k-1]) >= 0 {
			continue
		}
		at := from + k + len(dash)
		if end, ids, ok := p.nameAt(at, s.End); ok && end == s.End && anyPress(ids) && nameable(p.clean[at:end]) && !p.inGroup(at) {
			p.addAttribution(a, s, Range{Start: at, End: end}, cue{press: true}, at)
		}
		return
	}
}

// attribute finds the cues of one sentence and the names that they point to.
func (p *parser) attribute(a *Article, s Range) {
	p.look()
	s = p.behindSpeaker(p.behindMark(s))
	seen, ts := len(a.Citations), p.wordsOf(s)
	p.titledSources(a, s)
	p.askedBy(a, s, seen)
	if scriptWithoutBlanks(p.lang) {
		p.attributeEast(a, s, seen)
	}
	for i := range ts {
		if t := &ts[i]; t.class&(plain|cueHead) != plain || t.cut(s) {
			p.cuesIn(a, s, Range{Start: max(s.Start, int(t.start)), End: min(s.End, int(t.end))}, seen)
		}
	}
	p.subjects(a, s, ts, seen)
	if p.lang == "tr" {
		p.turkishSources(a, s, ts, seen)
	}
}

// wordsOf are the words of a sentence, which becomes the one at hand.
func (p *parser) wordsOf(s Range) []token {
	ts := tokensIn(p.tokens, s)
	p.has = classOfAll(ts)
	return ts
}

// cuesIn tries the words in w, a part of sentence s without blanks, as the start of a cue. seen is how many citations there were before the sentence.
func (p *parser) cuesIn(a *Article, s, w Range, seen int) {
	p.look()
	heads := cueIndex()
	for i := w.Start; i < w.End; {
		if c := p.clean[i]; !alnum(c) && (c < utf8.RuneSelf || !wideWordChar(p.clean, i)) {
			i++
			continue
		}
		e, wide := i, byte(0)
		for e < w.End && (cueByte[p.clean[e]] || p.clean[e] >= utf8.RuneSelf && (wideWordChar(p.clean, e) || curledAt(p.clean, e))) {
			wide |= p.clean[e]
			e++
		}
		if n := e - i; i+1 < s.End && n < 32 && heads.gate[lowerASCII(p.clean[i])][p.clean[i+1]] && (wide >= utf8.RuneSelf || heads.lengths[lowerASCII(p.clean[i])]&(1<<n) != 0) {
			p.cueAt(a, s, i, e, seen)
		}
		if n := tiedArticle(p.clean[i:e]); n > 0 && i+n < e && !capitalised(p.clean[i+n:e]) { // "l'editoriale"
			p.cueAt(a, s, i+n, e, seen)
		}
		i = e
	}
}

// curledAt reports whether the byte at i is of the apostrophe that printers use, which ties words as that of typewriters does: "d’après".
func curledAt(s string, i int) bool {
	const width = len("’")
	for k := range width {
		if i-k >= 0 && strings.HasPrefix(s[i-k:], "’") {
			return true
		}
	}
	return false
}

// nearest is how many of a sentence's last attributions another can share a name with: names stand within some words of their cues.
const nearest = 32

// cueAt tries the word at [i, e) as the start of a cue.
func (p *parser) cueAt(a *Article, s Range, i, e int, seen int) {
	c, i, ok := p.cuesWith(s, i, e)
	if !ok {
		return
	}
	for _, q := range c.at(p.clean[:s.End], e) {
		if q.text == "so" && p.lang == "en" { // German: "…, so der Spiegel."
			continue
		}
		if q.where && p.has&wroteWord == 0 { // most that stands behind "in"
			continue
		}
		end := phraseAt(p.clean[:s.End], i, q.text)
		if end > 0 && p.lang == "ar" {
			end = arabicObject(p.clean, end, e)
		}
		if end == 0 || end < s.End && wordChar(p.clean, end) && !q.glued() {
			continue
		}
		done := false
		for _, r := range p.pointedTo(s, &q, i, end) {
			if !p.inGroup(r.Start) && !p.datedBehind(r, s.End) && !overlapsAny(a.Citations[min(max(seen, len(a.Citations)-nearest), len(a.Citations)):], r) {
				p.addAttribution(a, s, r, q, i)
				done = true
			}
		}
		if done {
			return
		}
	}
}

// cuesWith are the cues that begin with the word at [i, e), and where it begins without an Arabic "and" that is glued to it.
func (p *parser) cuesWith(s Range, i, e int) (c *cuesBy, at int, ok bool) {
	heads := cueIndex().by
	word := p.clean[i:e]
	if strings.HasPrefix(word, "و") && len(word) > 6 {
		if _, ok := heads[word]; !ok {
			word = word[len("و"):]
			i += len("و")
		}
	}
	if c, ok = heads[word]; ok {
		return c, i, true
	}
	if verb, tied := withoutObject(word); p.lang == "ar" && tied {
		c, ok = heads[verb]
		return c, i, ok
	}
	var room [64]byte
	c, ok = heads[string(lower(room[:0], word))]
	return c, i, ok && (i == s.Start || word[0] >= 0x80 || !capitalised(word))
}

// pointedTo are the names that the cue q at [at, end) of a sentence points to.
func (p *parser) pointedTo(s Range, q *cue, at, end int) (rs []Range) {
	switch next := skipBlanks(p.clean, end, s.End); {
	case q.before && reportNouns.has(q.text) && next < s.End && p.clean[next] == '(':
		return nil // "A New York Times article (9/5/06)": the bracket cites it
	case q.before:
		rs = p.namesBefore(s, at)
	case q.firm && p.labelOnly(s):
		return nil
	case q.firm:
		if r, ok := p.reportedBy(s, end); ok {
			rs = p.coordinated(r, s.End)
		} else {
			rs = p.judgedBy(s, at, end)
		}
	case p.lang == "ar" && q.text[0] >= utf8.RuneSelf:
		end = p.behindArabicReport(end, s.End)
		rs = p.arabicSources(s, q, at, end)
	default:
		if r, ok := p.nameBehind(s, end, *q); ok && (!q.near || q.pointsTo(p, s, at, r.End)) {
			rs = p.coordinated(r, s.End)
		}
	}
	if rs == nil && q.inverts() {
		rs = oneOrNone(p.bodyBehind(s, at, end))
		q.body, q.press = rs != nil, rs == nil
	}
	if rs == nil && p.lang == "ar" && !q.near {
		rs = oneOrNone(p.arabicBody(end, s.End, strings.IndexByte(q.text, ' ') < 0 && !strings.HasSuffix(q.text, "حسب"), arabicCounts.has(q.text)))
		q.body = rs != nil
	}
	return rs
}

// arabicSources are the papers that an Arabic cue [at, end) points to: behind it, told by somebody, or, where it is a verb, before it.
func (p *parser) arabicSources(s Range, q *cue, at, end int) []Range {
	rs := oneOrNone(p.arabicPress(end, s.End))
	if rs != nil || !arabicSpeech.has(q.text) {
		return rs
	}
	if rs = oneOrNone(p.arabicTold(end, s.End)); rs == nil {
		rs = oneOrNone(p.arabicBefore(s, at, end))
	}
	return rs
}

// pointsTo reports whether the near cue at byte at has what it asks for around it, the name that it has found ending at end.
func (q *cue) pointsTo(p *parser, s Range, at, end int) bool {
	switch {
	case q.text == "to":
		return p.lang == "en" && p.spokeTo(s, at, end)
	case workedFor.has(q.text):
		return !p.once(s, at, end) && (!q.where || p.wrote(s, at))
	case q.where:
		return p.wrote(s, at) && !strings.HasPrefix(p.clean[end:s.End], " of the ") && !premises.has(foldWord(firstPrinted(p.clean[end:s.End])))
	case q.text == "left to", q.text == "fell to": // "It was left to the Financial Times to explain why"
		return strings.HasPrefix(p.clean[end:s.End], " to ")
	case q.told:
		return true
	case q.view:
		return p.headOfClause(s, at) && end < s.End && p.clean[end] == ','
	}
	return p.inverted(s, at, end)
}

// labelOnly reports whether a sentence is a short line that no stop ends, as in a list of what was looked at: "Nota da UFCG (íntegra)".
func (p *parser) labelOnly(s Range) bool {
	const most = 7 // words
	rest := strings.TrimRight(p.clean[s.Start:s.End], " \u00A0\n*_")
	return rest != "" && !endsProse(rest) && rest[len(rest)-1] != ':' && len(firstWords(rest, most+1)) <= most
}

// premises behind a paper's name are where it is made: "met in the Times building".
var premises = wordSet(`building buildings office offices headquarters tower newsroom lobby canteen archive library`)

func overlapsAny(cs []Citation, r Range) bool {
	for i := range cs {
		if cs[i].Range.Overlaps(r) {
			return true
		}
	}
	return false
}

// datedBehind reports whether a bracket behind a name gives its date: "According to Nikkei Asia (July 2, 2026)" is one citation, the bracket's.
func (p *parser) datedBehind(r Range, end int) bool {
	at := skipBlanks(p.clean, r.End, end)
	if at+1 >= end || p.clean[at] != '(' && p.clean[at] != '[' {
		return false
	}
	i := sort.Search(len(p.groups), func(i int) bool { return p.groups[i].Range.End > at+1 })
	return i < len(p.groups) && p.groups[i].Range.Start <= at+1 && len(p.groups[i].Cites) > 0 && p.groups[i].Cites[0].Outlet == r
}

// addAttribution adds the source named at r. An unnamed group is a body without an outlet; a name of the shape of a person's is a person.
func (p *parser) addAttribution(a *Article, s, r Range, q cue, cueAt int) {
	if p.namesAuthor(r, s.End) {
		return
	}
	r = p.unmarked(r)
	name := p.clean[r.Start:r.End]
	if p.partOfDay(r) || r.Start == s.Start && headPronouns.has(name) {
		return
	}
	c := Citation{Kind: Attribution, Range: r, Span: p.t.Source(r), Note: -1, Inside: -1}
	c.Raw = p.t.Printed(c.Span)
	last := strings.ToLower(lastField(name))
	switch {
	case speakers.has(last) && !p.names.Known(name):
		c.Class, c.Named = ClassBody, name
	case q.press, q.body, q.firm, q.text == "told", swapsPressWord(last), p.names.Known(name), p.isBody(name), p.knownStart(r):
		c.Outlet = &Outlet{Printed: name, Span: c.Span, Range: r}
		c.Class = ClassBody
		if q.to || q.text == "told" || q.press || p.calledPaper(name) {
			c.Class = ClassOutlet
		}
	default:
		if _, ok := personName(name, true); ok && !p.places(name) {
			c.Class, c.Named = ClassPerson, name
			break
		}
		if p.places(name) {
			return
		}
		c.Class = ClassBody
		c.Outlet = &Outlet{Printed: name, Span: c.Span, Range: r}
	}
	if d, ok := p.attributionDate(s, r, q, cueAt); ok {
		c.dated(d)
	}
	a.Citations = append(a.Citations, c)
}

// headPronouns are printed at the head of a sentence as names of papers are: "Elle conclut à 0,04 mg".
var headPronouns = wordSet(`Elle Ella Ello Ela Essa Lei Sie Es Ona On Она Он Вона Він`)

// partOfDay reports whether the name at r is the month of a day: "in an interview with the mayor on 2 June 2018" names no June.
func (p *parser) partOfDay(r Range) bool {
	if _, month := dates.BareMonth(p.clean[r.Start:r.End]); !month {
		return false
	}
	digit := func(at int) bool { return at >= 0 && at < len(p.clean) && p.clean[at] >= '0' && p.clean[at] <= '9' }
	return digit(r.Start-2) || digit(skipBlanks(p.clean, r.End, len(p.clean)))
}

// knownStart reports whether the name at r begins with a known one: "Bloomberg Intelligence".
func (p *parser) knownStart(r Range) bool {
	_, _, ok := p.nameAt(r.Start, r.End)
	return ok
}
