package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// No list has all the verbs that a paper can be the subject of. Two turns tell without one that what follows is the paper's: the clause goes on with a quotation,
// a colon or a word for "that" ("La Stampa parla di «un Paese con il gesso»"), or, in Turkish, ends in a verb of saying. A third says where a person wrote or spoke:
// "argued in the Guardian".

// subjects finds the press that stands at the head of a clause with a verb that no list has.
func (p *parser) subjects(a *Article, s Range, ts []token, seen int) {
	from := s.Start // behind the last name found
	for i := range ts {
		at := max(s.Start, int(ts[i].start))
		if i > 0 && at >= from && (ts[i].class&asserts|ts[i-1].class&relative) != 0 {
			if end := p.beyondHeads(a, s, ts[i-1:i+1], seen); end > at {
				from = end
				continue
			}
		}
		if at < from || i > 0 && (ts[i-1].class&clauseEnd == 0 || !p.headOfClause(s, at)) || p.noSubject(s, ts[i].class, at) {
			continue
		}
		rs, q, verb := p.subjectsAt(s, at)
		for _, r := range rs {
			if p.newSource(a, s, r, seen) {
				p.addAttribution(a, s, r, q, max(r.Start, verb.Start))
			}
			from = max(from, r.End)
		}
	}
}

// beyondHeads adds the source that a sentence names where no clause begins: behind a verb, or as the subject behind a relative pronoun. pair are the words before and at
// hand. It returns where the name ends, 0 where there is none.
func (p *parser) beyondHeads(a *Article, s Range, pair []token, seen int) int {
	at := max(s.Start, int(pair[1].start))
	var r Range
	var q cue
	if pair[0].class&relative != 0 {
		r, q = p.relativeSubject(s, at)
	}
	if r.Empty() && pair[1].class&asserts != 0 {
		r, q = p.assertedBy(s, at)
	}
	if r.Empty() || !p.newSource(a, s, r, seen) {
		return 0
	}
	p.addAttribution(a, s, r, q, at)
	return r.End
}

// newSource reports whether no citation has the name at r yet: no bracket that it stands in, none that dates it, and none of the sentence, the citations of which
// begin at index seen.
func (p *parser) newSource(a *Article, s, r Range, seen int) bool {
	return !p.inGroup(r.Start) && !p.datedBehind(r, s.End) && !overlapsAny(a.Citations[min(seen, len(a.Citations)):], r)
}

// noSubject reports whether the word of class c at byte at, which begins a clause, shows at once that no subject begins there that tells something: most do.
func (p *parser) noSubject(s Range, c class, at int) bool {
	if c&(plain|headWord|quotes|wide) != plain || p.has&medium != 0 || p.names.MayBegin(p.clean[:s.End], at) {
		return false
	}
	if c&capital != 0 { // at the head of a sentence, a paper called by an ordinary word has its capital from its place: see wordSubject
		return at == s.Start && !p.mayNameBody()
	}
	return at == s.Start || !closesOrOpens(strings.TrimRight(p.clean[s.Start:at], " \u00A0\n,–—-?!"))
}

// mayNameBody reports whether the sentence at hand has a word without which bodyNamed finds no name that is unknown: a noun of bodies with a capital, an acronym between
// brackets, or a word that is not plain and so may end in such a noun.
func (p *parser) mayNameBody() bool { return p.has&(bodyNoun|inBrackets|rare) != 0 || p.compounds() }

// subjectsAt are the papers or bodies with which a clause begins at byte i that tells something, as its verb shows: one, or two that "and" joins.
func (p *parser) subjectsAt(s Range, i int) (rs []Range, q cue, verb Range) {
	kind := headKind(firstPrinted(p.clean[i:s.End]))
	if kind&headBoth != 0 {
		i = nextWordStart(p.clean, i, s.End)
		kind = headKind(firstPrinted(p.clean[i:s.End]))
	}
	q = cue{before: true, press: true}
	r, at, found := p.paperAt(i, s.End, kind)
	if r.Empty() {
		switch {
		case kind&headView != 0:
			return oneOrNone(p.viewed(s, i)), cue{before: true, firm: true}, verb
		case kind&headHere != 0:
			return oneOrNone(p.heardIn(s, i)), cue{before: true, firm: true}, verb
		case at >= s.End:
			return nil, q, verb
		case capitalised(p.clean[at:s.End]):
			if found.ok || p.mayNameBody() {
				r = p.bodyNamed(at, s.End, found)
			}
		case kind&headArticle != 0:
			r = p.commonBody(at, s.End)
		}
		if r.Empty() {
			if r = p.quipped(s, i); r.Empty() {
				r = p.wordSubject(s, at)
			}
			return oneOrNone(r), q, verb
		}
		q = cue{before: true, body: true}
	}
	rs = []Range{r}
	end := r.End
	if second := p.joinedSubject(r.End, s.End); !second.Empty() {
		rs, end = append(rs, second), second.End
	}
	if k := p.possessed(end, s.End); k > end {
		if end = k; p.shown(end, s.End) {
			return rs, q, verb
		}
	}
	told, ok := p.telling(s, end)
	switch low := strings.ToLower(p.clean[told.Start:told.End]); {
	case ok && q.body && judging.has(low):
		return nil, q, verb
	case ok:
		q.text = low
		return rs, q, told
	case believed.begins(p.clean[end:min(s.End, end+longestBelief)]):
		return rs, q, verb
	}
	if i > s.Start && q.body && p.afterthought(end, s.End) {
		return rs, q, verb
	}
	if beginsWith(p.clean[skipBlanks(p.clean, end, s.End):s.End], bothWords) {
		end = p.verbEnd(skipBlanks(p.clean, end, s.End), s.End)
	}
	if _, ok := p.figured(end, s.End); ok && (q.body || len(rs) > 1) {
		return rs, q, verb
	}
	if p.discovered(end, s.End, !q.body) {
		return rs, q, verb
	}
	return nil, q, verb
}

func oneOrNone(r Range) []Range {
	if r.Empty() {
		return nil
	}
	return []Range{r}
}

// bothWords stand before two subjects, or behind them.
var bothWords = wordSet(`both beide sowohl tanto sia zarówno både`)

// believed are turns behind a name that leave a statement with it: "as the Financial Times has it".
var believed = phrases(" has it", " have it", " is to be believed", " are to be believed", " is right", " are right", " is correct", " is anything to go by", " was first to report", " was the first to report", " were the first to report",
	" first reported", " reported first", " a été le premier à", " fue el primero en", " è stato il primo a", " foi o primeiro a", " var först med att")

// longestBelief is how many bytes of a sentence are looked through for such a turn.
const longestBelief = 32

// joinedSubject is the second of two subjects, the first of which ends at byte end: "Reuters and AFP both put", "Belfast's News Letter and The Irish News".
func (p *parser) joinedSubject(end, limit int) Range {
	at := skipBlanks(p.clean, end, limit)
	if at == end || !beginsWith(p.clean[at:limit], andWords) {
		return Range{}
	}
	at = nextWordStart(p.clean, at, limit)
	if r := p.subjectAt(at, limit); !r.Empty() {
		return r
	}
	return p.bodyAt(at, limit)
}

// afterthought reports whether a verb of saying follows a name that ends at byte end, and nothing behind it but when it was said: ", the agency's office concluded in
// 2018."
func (p *parser) afterthought(end, limit int) bool {
	at := skipBlanks(p.clean, p.besideEnd(end, limit), limit)
	e := p.verbEnd(at, limit)
	if at == end || !saying().has(p.clean[at:e]) {
		return false
	}
	next := skipBlanks(p.clean, e, limit)
	return next >= limit || strings.IndexByte(".,;:!?", p.clean[e]) >= 0 || dayLeads.has(firstPrinted(p.clean[next:limit])) || firstPrinted(p.clean[next:limit]) == "in"
}

// reviewed finds the paper at the head of a sentence in a review of the press, whatever its verb: "The Scotsman carries a poll", "For the Financial Times, the
// thing to watch is oil", "In the Mail, the columnist calls it …". told are the citations found before.
func (p *parser) reviewed(a *Article, s Range, told *starts) {
	p.wordsOf(s)
	at, lead := s.Start, reviewLeads.has(firstWord(p.clean[s.Start:s.End]))
	if lead {
		at = nextWordStart(p.clean, at, s.End)
	}
	r := p.subjectAt(at, s.End)
	if r.Empty() || p.inGroup(r.Start) || p.datedBehind(r, s.End) || len(told.overlapping(r)) > 0 {
		return
	}
	rest := p.clean[r.End:s.End]
	verb := firstWord(rest)
	name := foldWord(p.clean[r.Start:r.End])
	switch {
	case hereIn.has(name) || reviewLeads.has(name): // "Sur place, chacun …" means no Sur of Málaga
		return
	case lead && !strings.HasPrefix(rest, ","), !lead && (blankAt(p.clean[:s.End], r.End) == 0 || notTelling.has(verb) || complementizers.has(verb) || nameWords.has(verb) || isNumber(verb)):
		return
	case !lead && (verb == "" || capitalised(strings.TrimLeft(rest, " \u00A0\n")) || !unicode.IsLetter(firstRune(verb))):
		return
	}
	p.addAttribution(a, s, r, cue{before: !lead, press: true, text: verb}, r.Start)
}

// reviewLeads open the sentence that a paper's name and a comma follow.
var reviewLeads = wordSet(`for in pour dans para en für in per su nel nella no na w`)

// wordSubject is the paper called by an ordinary word at byte at, which begins a clause behind its article, and tells what follows: "; Libération ha parlato di «autogestione»". The word
// has to have its capital from being a name, not from its place or its language.
func (p *parser) wordSubject(s Range, at int) Range {
	quoted := at > s.Start && closesOrOpens(p.clean[s.Start:at])
	if !capitalised(p.clean[at:s.End]) || at == s.Start || p.lang == "de" && !quoted {
		return Range{}
	}
	const shortest = 3 // bytes of the word
	end := p.verbEnd(at, s.End)
	if _, ok := p.telling(s, end); !ok || end-at < shortest {
		return Range{}
	}
	if p.pressAt(at, s.End) != end {
		return Range{}
	}
	return Range{Start: at, End: end}
}

// closesOrOpens reports whether s ends with a quotation mark.
func closesOrOpens(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("\"“„«»”", last)
}
