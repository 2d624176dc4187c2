package citations

import "strings"

// English names whose judgement or count a sentence gives behind a preposition: "by the reckoning of the World Bank", "at the latest count of Statistics Canada", "in the
// IMF's view". "Of" alone says no such thing: an audit of a bank was made by somebody else.

// judgements are nouns of opinion, which only such a phrase makes a source; the nouns of figures among reportsOf can stand in it, too.
const judgements = `view opinion words judgement judgment estimation telling verdict`

// ofWhom are the nouns that "of" can join to those who judged or counted.
var ofWhom = wordSet(judgements + ` reckoning estimate estimates calculations figures data statistics analysis assessment findings tally forecast forecasts projections census records measurements numbers count database survey surveys`)

// judgeLeads stand before the phrase.
var judgeLeads = wordSet(`by in on at per from to under with going`)

// judgedBy finds the body or paper whose judgement the noun [at, from) is: behind it, joined by "of", or before it in the genitive.
func (p *parser) judgedBy(s Range, at, from int) []Range {
	if p.lang != "en" || !ofWhom.has(strings.ToLower(p.clean[at:from])) {
		return nil
	}
	if k := skipBlanks(p.clean, from, s.End); firstPrinted(p.clean[k:s.End]) == "of" {
		k = nextWordStart(p.clean, k, s.End)
		if beginsWith(p.clean[k:s.End], articleWords) {
			k = nextWordStart(p.clean, k, s.End)
		}
		r := p.firmName(k, s.End)
		if r.Empty() || p.places(p.clean[r.Start:r.End]) {
			return nil
		}
		rs := p.coordinated(r, s.End)
		if p.ledIn(s, at) || p.shown(p.asideAfter(rs[len(rs)-1].End, s.End), s.End) {
			return rs
		}
		return nil
	}
	if w := firstPrinted(p.clean[skipBlanks(p.clean, from, s.End):s.End]); w != "" && w[0] >= 'a' && w[0] <= 'z' && !behindJudgement.has(strings.TrimRight(w, ".,;:?!)\"")) {
		return nil // "in the NASA's data centre"
	}
	if r := p.ownerOf(s, at); !r.Empty() {
		return []Range{r}
	}
	if !numbersOf.has(strings.ToLower(p.clean[at:from])) {
		return nil
	}
	if r := p.firmBefore(s, at); !r.Empty() && p.ledIn(s, r.Start) { // "on Wood Mackenzie numbers"
		return []Range{r}
	}
	return oneOrNone(p.onNumbers(s, at))
}

// onNumbers is the run of two capitals or more right before the noun of figures at byte at, with "on" or "by" before it: "on Orlow Mackenzie numbers".
func (p *parser) onNumbers(s Range, at int) Range {
	const most = 4 // words of a name
	k, n := at, 0
	for n < most {
		from, to := wordBefore(p.clean, s.Start, k)
		w := p.clean[from:to]
		if w == "on" || w == "by" {
			r := trimRange(p.clean, Range{Start: k, End: at})
			if n >= 2 && !p.places(p.clean[r.Start:r.End]) && !p.dateLike(p.clean[r.Start:r.End]) {
				return r
			}
			break
		}
		if w == "" || !capitalised(w) || strings.ContainsAny(w, ".,;:()'’\"") {
			break
		}
		k = from
		n++
	}
	return Range{}
}

// numbersOf are nouns that a name stands right before, without a genitive.
var numbersOf = wordSet(`numbers figures data estimates estimate calculations forecasts forecast statistics count tally`)

// behindJudgement are the small words that may stand right behind the noun where no comma does; another noun would make one thing of the two.
var behindJudgement = wordSet(`of for from on in to the a an that which who and or but by at as with since until published released shows show suggests suggest is are was were has have had there it they this these those
	more about some only nearly almost around over under fewer less most all no one two three half`)

// ledIn reports whether a preposition of judgeLeads stands before the noun at byte at, an article and an adjective or a year between them.
func (p *parser) ledIn(s Range, at int) bool {
	const most = 4 // words
	for range most {
		from, to := wordBefore(p.clean, s.Start, at)
		at = from
		switch w := p.clean[from:to]; {
		case beginsWith(w, judgeLeads):
			return true
		case w == "" || capitalised(w) || strings.ContainsAny(w, ".,;:!?()\""):
			return false
		}
	}
	return false
}

// ownerOf is the body or paper in whose genitive the noun at byte at stands, an adjective between them, and before which a preposition stands: "on the World Bank's
// latest estimates".
func (p *parser) ownerOf(s Range, at int) Range {
	const reach, most = 90, 2 // bytes of the phrase, words between
	from := p.backTo(at, min(reach, at-s.Start))
	mark := lastApostrophe(p.clean[from:at])
	if mark < 0 {
		return Range{}
	}
	mark += from
	if n := len(words(strings.TrimLeft(p.clean[mark:at], "'’s"))); n > most || strings.ContainsAny(p.clean[mark:at], ".,;:()") {
		return Range{}
	}
	for k := mark; k > from; {
		k, _ = wordBefore(p.clean, from, k)
		if w := firstPrinted(p.clean[k:mark]); !capitalised(w) {
			if !nameWords.has(w) || articleWords.has(w) {
				break
			}
			continue
		}
		if r := p.firmName(k, mark); r.End == mark && p.ledIn(s, k) {
			return r
		}
	}
	return Range{}
}
