package citations

import (
	"strings"
)

// A body or paper asserts something without "that", a quotation or a colon behind its verb, too: "reckons a floating plant would take nine years", "told MPs", "disagrees", "had
// complained of this: …, it wrote". What it does to a thing ("claims the land", "has built a well") asserts nothing.

// bareVerbs take a clause without "that".
var bareVerbs = wordSet(`said says reckons reckoned thinks thought believes believed argues argued claims claimed insists insisted expects expected warns warned estimates estimated predicts predicted suspects suspected
	maintains maintained notes noted adds added concludes concluded suggests suggested admits admitted calculates calculated fears feared doubts told tells`)

// finiteWords are the auxiliaries and modals that show that a clause follows.
var finiteWords = wordSet(`would will is was are were has had have can could should may might must did does wouldn't won't isn't wasn't aren't weren't hasn't hadn't can't couldn't`)

// opensClause open a clause of their own, behind which such a word shows nothing.
var opensClause = wordSet(`that which who whom whose where when if whether because while after before until as and but or to`)

// bareClause reports whether the English verb at byte at begins an assertion: a clause without "that" follows.
func (p *parser) bareClause(at, limit int) bool {
	const most = 12 // words
	e := p.verbEnd(at, limit)
	if p.lang != "en" || !bareVerbs.has(p.clean[at:e]) {
		return false
	}
	for n := range most {
		k := skipBlanks(p.clean, e, limit)
		if k >= limit || k == e {
			return false
		}
		e = p.verbEnd(k, limit)
		switch w := p.clean[k:e]; {
		case finiteWords.has(w):
			return n > 0
		case opensClause.has(w) || w == "":
			return false
		case e < limit && strings.IndexByte(".,;:!?()", p.clean[e]) >= 0 && !(p.clean[e] == ',' && e+1 < limit && p.clean[e+1] >= '0' && p.clean[e+1] <= '9'):
			return false
		}
	}
	return false
}

// stances are verbs that say alone what somebody holds of what was said before.
var stances = wordSet(`disagrees disagreed concurs concurred demurs demurred dissents dissented disputes disputed denies denied doubts doubted questions questioned rejects rejected confirms confirmed contradicts contradicted`)

// aloneStances are those of them that need no object.
var aloneStances = wordSet(`disagrees disagreed demurs demurred dissents dissented disputes disputed denies denied doubts doubted`)

// whatWasSaid are the first words of the objects of such verbs that mean a statement.
var whatWasSaid = wordSet(`this it that any all figure figures claim claims number numbers estimate estimates account report reports allegation allegations charge charges having version story`)

// takesStance reports whether the English verb at byte at says what its subject holds of a statement: "disagrees.", "has questioned the figure", "denied having paid".
func (p *parser) takesStance(at, limit int) bool {
	e := p.verbEnd(at, limit)
	if p.lang != "en" || !stances.has(p.clean[at:e]) {
		return false
	}
	next := skipBlanks(p.clean, e, limit)
	if next >= limit || strings.IndexByte(".,;:!?", p.clean[e]) >= 0 {
		return aloneStances.has(p.clean[at:e])
	}
	if beginsWith(p.clean[next:limit], articleWords) {
		next = nextWordStart(p.clean, next, limit)
	}
	return whatWasSaid.has(foldWord(firstPrinted(p.clean[next:limit])))
}

// saidVerb is where the verb stands that a name goes on with which ends at byte end: behind what stands beside it, its place ("in Bergen") and the auxiliaries of English
// ("has", "had long").
func (p *parser) saidVerb(end, limit int) int {
	at := skipBlanks(p.clean, p.besideEnd(p.seatEnd(end, limit), limit), limit)
	for range 2 {
		if w := firstPrinted(p.clean[at:limit]); !perfects.has(w) {
			break
		}
		at = nextWordStart(p.clean, at, limit)
	}
	return at
}

// perfects are the auxiliaries of English tenses that tell, and the adverbs that stand behind them.
var perfects = wordSet(`has have had long also since already now once since repeatedly again later both each`)

// seatEnd is the end of the place that a name which ends at byte end goes on with: "the Institute of Marine Research in Bergen".
func (p *parser) seatEnd(end, limit int) int {
	at := skipBlanks(p.clean, end, limit)
	if at == end || !seatWords.has(firstPrinted(p.clean[at:limit])) {
		return end
	}
	at = nextWordStart(p.clean, at, limit)
	e := p.verbEnd(at, limit)
	if e > at && capitalised(p.clean[at:e]) && p.places(p.clean[at:e]) {
		return e
	}
	return end
}

// itTold reports whether the sentence that goes on at byte from says of its subject, as "it" or "they", that it said something: "…: the revenue was real, it wrote, but".
func (p *parser) itTold(from, limit int) bool {
	limit = min(limit, from+longestClause)
	rest := p.clean[from:limit]
	for _, it := range [...]string{", it ", ": it ", ", they "} {
		k := strings.Index(rest, it)
		if k < 0 {
			continue
		}
		at := p.saidVerb(from+k+len(it)-1, limit)
		e := p.verbEnd(at, limit)
		if w := p.clean[at:e]; (saying().has(w) || bareVerbs.has(w) || figuring.has(w)) && w != "told" {
			next := skipBlanks(p.clean, e, limit)
			if next >= limit || strings.IndexByte(".,;:!?", p.clean[e]) >= 0 || quoteMark(p.clean[next:limit]) > 0 || beginsWith(p.clean[next:limit], complementizers) || p.bareClause(at, limit) {
				return true
			}
		}
	}
	return p.itsReportTold(from, limit)
}

// itsReportTold reports whether the sentence goes on with what a report of its subject says: ": no money, its report notes, was set aside".
func (p *parser) itsReportTold(from, limit int) bool {
	k := strings.Index(p.clean[from:limit], ", its ")
	if k < 0 {
		return false
	}
	at := from + k + len(", its ")
	for range 2 { // "its latest report"
		e := p.verbEnd(at, limit)
		if next := skipBlanks(p.clean, e, limit); ownedNouns.has(p.clean[at:e]) && next > e {
			verb := p.clean[next:p.verbEnd(next, limit)]
			return showing.has(verb) || saying().has(verb)
		}
		at = skipBlanks(p.clean, e, limit)
	}
	return false
}

// subordinators open a clause whose subject the main clause takes up.
var subordinators = wordSet(`when after since while although though because before once until where`)

// figureAhead reports whether a figure, in digits or words, or a quotation stands in the few words from byte at on.
func (p *parser) figureAhead(at, limit int) bool {
	const most = 4
	for n := 0; n < most && at < limit; n++ {
		e := wordEnd(p.clean, at, limit)
		w := p.clean[at:e]
		if strings.ContainsAny(w, "0123456789") || quoteMark(w) > 0 || p.numberWord(w) {
			return true
		}
		if strings.IndexByte(".,;:!?", w[len(w)-1]) >= 0 {
			return false
		}
		at = skipBlanks(p.clean, e, limit)
	}
	return false
}

// numberWord reports whether a word is a number in words, or a share.
func (p *parser) numberWord(w string) bool {
	f := foldWord(w)
	return spelled(f) && !(elsewhere.has(f) && !numberIn(p.lang, []byte(f))) || portions.has(f)
}

// portions are parts and multiples in words.
var portions = wordSet(`two half twice double third quarter fifth sixth tenth moitié double triple tiers quart hälfte doppelt doppelte mitad doble tercio metade dobro metà doppio helft dubbele połowę`)

// gaps stand between the name of a second body and its figure where the verb is the first's: "put it at 11 million, NTV News at fifteen".
var gaps = wordSet(`at of from to by as auf von mit bei a en em de di op na`)

// gapped reports whether a name that ends at byte end goes on with another figure for what the clause before said.
func (p *parser) gapped(end, limit int) bool {
	at := skipBlanks(p.clean, end, limit)
	if at < limit && p.clean[end] == ',' {
		next := skipBlanks(p.clean, end+1, limit)
		if beginsWith(p.clean[next:limit], indefinite) { // ", a sixth"
			next = nextWordStart(p.clean, next, limit)
		}
		return next > end+1 && p.numberWord(p.clean[next:wordEnd(p.clean, next, limit)])
	}
	if at == end || !gaps.has(firstPrinted(p.clean[at:limit])) {
		return false
	}
	return p.figureAhead(nextWordStart(p.clean, at, limit), limit)
}

// asserts reports whether a name that ends at byte end goes on as one does that asserts something without "that".
func (p *parser) asserts(end, limit int) bool {
	at := p.saidVerb(end, limit)
	return at > end && at < limit && (p.bareClause(at, limit) || p.accuses(at, limit) || p.takesStance(at, limit) || p.toldSomebody(at, limit))
}

// accuses reports whether the English verb at byte at lays something at somebody's door: "accuses the ministry of losing", "blames the drought on", "attributed it to".
func (p *parser) accuses(at, limit int) bool {
	e := p.verbEnd(at, limit)
	joint := accusing[p.clean[at:e]]
	if p.lang != "en" || joint == "" {
		return false
	}
	const reach = 60
	rest := p.clean[e:min(limit, e+reach)]
	if k := strings.IndexAny(rest, ".,;:!?("); k >= 0 {
		rest = rest[:k]
	}
	return strings.Contains(rest, joint)
}

// accusing are such verbs, each with what stands before the deed or its cause.
var accusing = map[string]string{"accuses": " of ", "accused": " of ", "accuse": " of ", "blames": " on ", "blamed": " on ", "attributes": " to ", "attributed": " to ", "ascribes": " to ", "ascribed": " to "}

// toldSomebody reports whether the English verb at byte at has told somebody what follows: "told members of parliament that", "reminded everyone."
func (p *parser) toldSomebody(at, limit int) bool {
	verb := p.verbEnd(at, limit)
	e := verb
	if p.lang != "en" || !informs.has(p.clean[at:verb]) {
		return false
	}
	const most = 5
	for range most {
		k := skipBlanks(p.clean, e, limit)
		if k == e || k >= limit {
			return false
		}
		if beginsWith(p.clean[k:limit], complementizers) || quoteMark(p.clean[k:limit]) > 0 {
			return true
		}
		if e = p.verbEnd(k, limit); e == k {
			return false
		}
		if e >= limit || strings.IndexByte(".:;,", p.clean[e]) >= 0 {
			return informsAlone.has(p.clean[at:verb])
		}
	}
	return false
}

// informs are verbs that take those to whom something was said.
var informs = wordSet(`told tells reminded reminds informed informs assured assures warned warns cautioned cautions advised advises`)

// informsAlone are those of them behind which the statement may have stood before: ", it told parliament."
var informsAlone = wordSet(`told tells reminded reminds`)
