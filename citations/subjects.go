package citations

import (
	"slices"
	"strings"

	"example.org/verify/citations/outlets"
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
		rs, q, verb := p.subjectsAt(s, at, len(a.Citations) > seen)
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
	if c&capital != 0 && (len(p.defs)+len(p.acronyms) > 0 && p.explained(p.clean[at:p.verbEnd(at, s.End)]) || p.citedAt(at, s.End) > at) {
		return false
	}
	if c&capital != 0 { // at the head of a sentence, a paper called by an ordinary word has its capital from its place: see wordSubject
		return at == s.Start && !p.mayNameBody() && !(p.lang == "en" && p.leadsToName(s, at))
	}
	return at == s.Start || !closesOrOpens(behindQuotes.trimRight(p.clean[s.Start:at]))
}

// leadsToName reports whether the first word of an English sentence can begin the name of a paper that no registry knows, of two words or more, or the clause before such a name.
func (p *parser) leadsToName(s Range, at int) bool {
	next := nextWordStart(p.clean, at, s.End)
	return next < s.End && (capitalised(p.clean[next:s.End]) || strings.HasPrefix(p.clean[next:s.End], "which ")) || beginsWith(p.clean[at:s.End], subordinators)
}

// mayNameBody reports whether the sentence at hand has a word without which bodyNamed finds no name that is unknown: a noun of bodies with a capital, an acronym between
// brackets, or a word that is not plain and so may end in such a noun.
func (p *parser) mayNameBody() bool { return p.has&(bodyNoun|inBrackets|rare) != 0 || p.compounds() }

// subjectsAt are the papers or bodies with which a clause begins at byte i that tells something, as its verb shows: one, or two that "and" joins. told says that the
// sentence has named a source before.
func (p *parser) subjectsAt(s Range, i int, told bool) (rs []Range, q cue, verb Range) {
	taken := false // the main clause has to take the subject up
	if p.lang == "en" && i == s.Start && beginsWith(p.clean[i:s.End], subordinators) {
		i, taken = nextWordStart(p.clean, i, s.End), true
	}
	kind := headKind(firstPrinted(p.clean[i:s.End]))
	if i == s.Start && kind&headAddress != 0 {
		if r := p.addressedAt(s); !r.Empty() {
			return []Range{r}, cue{press: true}, verb
		}
	}
	if kind&headCleft != 0 {
		if r, press := p.cleftAt(s, i); !r.Empty() {
			return []Range{r}, cue{before: true, press: press, body: !press}, verb
		}
	}
	if kind&headBoth != 0 {
		i = nextWordStart(p.clean, i, s.End)
		kind = headKind(firstPrinted(p.clean[i:s.End]))
	}
	if p.lang == "en" && p.ownerPlace(i, s.End) {
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
		}
		if found.ok && kind&headArticle != 0 && !capitalised(p.clean[at:s.End]) { // "the World Bank", which some know with its article
			at = p.behindArticles(at, s.End)
			found.end, found.ids, found.ok = p.nameAt(at, s.End)
		}
		if at >= s.End {
			return nil, q, verb
		}
		if capitalised(p.clean[at:s.End]) {
			if r = p.calledPaperAt(at, s.End, found); !r.Empty() {
				return p.paperTells(s, r, told), q, verb
			}
		}
		if r = p.bodyHead(at, s.End, kind, found); r.Empty() {
			if r = p.quipped(s, i); r.Empty() {
				r = p.wordSubject(s, at)
			}
			return oneOrNone(r), q, verb
		}
		q = cue{before: true, body: true}
	}
	rs = []Range{r}
	if taken {
		return p.takenUp(rs, s), q, verb
	}
	return p.tellers(s, rs, q, told, i > s.Start)
}

// bodyHead is the body with which a clause begins at byte at, behind a word of a kind: a name in capitals, or behind an article a noun or an abbreviation.
func (p *parser) bodyHead(at, limit int, kind uint8, found knownAt) (r Range) {
	switch {
	case capitalised(p.clean[at:limit]):
		if found.ok || p.mayNameBody() || len(p.defs)+len(p.acronyms) > 0 && p.explained(p.clean[at:p.verbEnd(at, limit)]) {
			r = p.bodyNamed(at, limit, found)
		}
		if r.Empty() && !found.ok {
			r = p.thingNamed(at, limit)
		}
	case kind&headArticle != 0:
		if r = p.commonBody(at, limit); r.Empty() && p.lang == "en" {
			r = p.abbreviated(at, limit)
		}
	}
	return r
}

// tellers are the subject that rs holds, and one that "and" joins to it, where their clause tells something; late says that the clause does not begin the sentence.
func (p *parser) tellers(s Range, rs []Range, q cue, told, late bool) (subjects []Range, _ cue, verb Range) {
	r := rs[0]
	end := r.End
	if end < s.End && p.clean[end] == ')' { // an abbreviation
		end++
	}
	end = closedQuote(p.clean, end, s.End)
	if second := p.joinedSubject(r.End, s.End); !second.Empty() {
		rs, end = append(rs, second), second.End
	}
	if k := p.possessed(end, s.End); k > end {
		if end = k; p.shown(end, s.End) {
			return rs, q, verb
		}
	}
	tells, ok := p.telling(s, end)
	switch low := strings.ToLower(p.clean[tells.Start:tells.End]); {
	case ok && q.body && judging.has(low):
		return nil, q, verb
	case ok:
		q.text = low
		return rs, q, tells
	case p.fights(p.clean[r.Start:r.End]) || p.places(p.clean[r.Start:r.End]): // what a state or a group under arms holds is a side of the matter
		return nil, q, verb
	case told && p.gapped(end, s.End), p.asserts(end, s.End):
		return rs, q, verb
	case p.asTold(s, r.Start, end), believed.begins(p.clean[end:min(s.End, end+longestBelief)]), p.counsels(end, s.End), !q.body && p.hasTold(end, s.End):
		return rs, q, verb
	}
	if late && q.body && p.afterthought(end, s.End) {
		return rs, q, verb
	}
	if beginsWith(p.clean[skipBlanks(p.clean, end, s.End):s.End], bothWords) {
		end = p.verbEnd(skipBlanks(p.clean, end, s.End), s.End)
	}
	if _, ok := p.figured(end, s.End); ok && (q.body || len(rs) > 1 || arrivalAt(p.clean[skipBlanks(p.clean, end, s.End):s.End]) > 0) || p.tellsLater(end, s.End) {
		return rs, q, verb
	}
	if p.discovered(end, s.End, !q.body) || p.andTold(end, s.End) || p.itsReport(s, end) {
		return rs, q, verb
	}
	return p.takenUp(rs, s), q, verb
}

// takenUp are the subjects rs where the sentence says later that "it" said something.
func (p *parser) takenUp(rs []Range, s Range) []Range {
	if p.lang != "en" || !p.itTold(rs[len(rs)-1].End, s.End) {
		return nil
	}
	return rs
}

func oneOrNone(r Range) []Range {
	if r.Empty() {
		return nil
	}
	return []Range{r}
}

// ownerPlace reports whether the word at byte i is the genitive of a place, whose paper may follow: "Singapore's Straits Times".
func (p *parser) ownerPlace(i, limit int) bool {
	if !capitalised(p.clean[i:limit]) {
		return false
	}
	w := firstPrinted(p.clean[i:limit])
	place, ok := strings.CutSuffix(w, "'s")
	if !ok {
		place, ok = strings.CutSuffix(w, "’s")
	}
	return ok && p.places(place)
}

// thingNamed is the name at byte at behind which an English relative clause shows that it is no person's: "Sensus, which makes the meters, said".
func (p *parser) thingNamed(at, limit int) Range {
	if p.lang != "en" {
		return Range{}
	}
	r, ok := p.capitalRun(at, limit)
	const most = 4 // words
	if !ok || !strings.HasPrefix(p.clean[r.End:limit], ", which ") || len(words(p.clean[r.Start:r.End])) > most || p.places(p.clean[r.Start:r.End]) || p.dateLike(p.clean[r.Start:r.End]) {
		return Range{}
	}
	return r
}

// bothWords stand before two subjects, or behind them.
var bothWords = wordSet(`both beide sowohl tanto sia zarówno både`)

// believed are turns behind a name that leave a statement with it: "as the Financial Times has it".
var believed = phrases(" has it", " have it", " is to be believed", " are to be believed", " is right", " are right", " is correct", " is anything to go by", " was first to report", " was the first to report", " were the first to report",
	" was the first to notice", " was the first to say", " was the first to spot", " was the first to warn", " is not so sure", " is less sure", " is not convinced", " is unconvinced", " is sceptical", " is skeptical", " begs to differ", " takes a different view",
	" sees it differently", " has its doubts", " first reported", " reported first", " a été le premier à", " fue el primero en", " è stato il primo a", " foi o primeiro a", " var först med att")

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
func closesOrOpens(s string) bool { return allQuotes.lastWidth(s) > 0 }

// allQuotes are quotation marks, behindQuotes what may stand between one and the clause behind it.
var (
	allQuotes    = marks("\"“„«»”")
	behindQuotes = marks(" \u00A0\n,–—-?!")
)

// fights reports whether a name is that of a group under arms or a party, whatever else bears it.
func (p *parser) fights(name string) bool {
	_, ids, ok := p.names.LongestAt(name, 0)
	return ok && slices.ContainsFunc(ids, func(o *outlets.Outlet) bool { return o.Kind == "militant" || o.Kind == "party" })
}
