package citations

import "strings"

// A body or a paper looks first and tells then: "The Reserve Bank of Orlow looked at sixty of the loans and concluded that …", "hat 40 Proben genommen und stellte fest, dass".
// Or a first sentence says that it published its report, and the next what the report says: "The Harbour Board published its report in May. It named the cable."

// furtherAnds join a second verb to a subject.
var furtherAnds = wordSet(`and und et y e i en och og и і й та dan a ja și și ve és και но but aber mais pero ma maar ale men`)

// andTold reports whether the clause of a name that ends at byte from goes on, behind "and", with a second verb, whose own clause tells something.
func (p *parser) andTold(from, limit int) bool {
	const most = 40 // words
	limit = min(limit, from+longestClause)
	at := skipBlanks(p.clean, from, limit)
	for n := 0; n < most && at < limit; n++ {
		e := wordEnd(p.clean, at, limit)
		w := p.clean[at:e]
		next := skipBlanks(p.clean, e, limit)
		switch last := w[len(w)-1]; {
		case strings.IndexByte(".;:!?", last) >= 0 && next > e && next < limit && !ordinalDay(w) || relativeWords.has(w):
			return false
		case quoteMark(w) > 0 || w[0] == '(':
			return false
		case furtherAnds.has(w) && p.secondVerb(next, limit):
			return true
		}
		at = next
	}
	return false
}

// ordinalDay reports whether a word is an ordinal number of a day with its stop: "am 3. Mai".
func ordinalDay(w string) bool {
	core, ok := strings.CutSuffix(w, ".")
	return ok && isNumber(core)
}

// relativeWords open a clause behind which "and" may have another subject.
var relativeWords = wordSet(`that which who whom whose where qui que dont où lequel laquelle dass welcher welche welches quien quienes cuyo cuya che cui die dat który która które którzy который которая которое которые який яка яке які som který která které koji koja koje yang care`)

// secondVerb reports whether the verb at byte at, behind an auxiliary or an adverb, tells something.
func (p *parser) secondVerb(at, limit int) bool {
	for range 2 {
		w := firstPrinted(p.clean[at:limit])
		if !perfects.has(w) && !auxiliaries.has(w) && !thenWords.has(w) {
			break
		}
		at = nextWordStart(p.clean, at, limit)
	}
	if at >= limit {
		return false
	}
	if concluding.begins(p.clean[at:min(limit, at+longestConclusion)]) {
		return true
	}
	e := p.verbEnd(at, limit)
	w := p.clean[at:e]
	if !saying().has(w) && !bareVerbs.has(w) && !verbsOf(assertions, p.lang).has(w) && !verbsOf(discovering, p.lang).has(w) && !figuring.has(w) || judging.has(w) {
		return false
	}
	_, figured := p.figured(at-1, limit)
	return p.tells(w, e, limit) || p.bareClause(at, limit) || figured || p.hasShare(p.object(e, limit))
}

// tellsLater reports whether the verb of saying of a name that ends at byte end stands behind when it spoke, and what was said behind it: "Greenpeace ещё в 2019 году
// предупреждал, что".
func (p *parser) tellsLater(end, limit int) bool {
	const most = 7 // words
	at := skipBlanks(p.clean, end, limit)
	if at == end || !whenHeads.has(firstPrinted(p.clean[at:limit])) {
		return false
	}
	for n := 0; n < most && at < limit; n++ {
		e := p.verbEnd(at, limit)
		w := p.clean[at:e]
		if n > 1 && (saying().has(w) || verbsOf(assertions, p.lang).has(w)) {
			return p.tells(w, e, limit)
		}
		if w == "" || capitalised(w) || e < limit && blankAt(p.clean, e) == 0 {
			return false
		}
		at = skipBlanks(p.clean, e, limit)
	}
	return false
}

// whenHeads begin the time at which somebody spoke, between a name and its verb.
var whenHeads = wordSet(`ещё еще уже вже ще в у на до перед за летом весной осенью зимой już jeszcze w we už ještě v ve već još u ya en desde já em no na già ancora in nel nell' dal nella déjà dès au dans`)

// verbsOf is the list of a language, empty where there is none.
func verbsOf(lists map[string]*wordList, lang string) *wordList {
	if l := lists[lang]; l != nil {
		return l
	}
	return noVerbs
}

var noVerbs = wordSet(`-`)

// thenWords stand between "and" and the second verb.
var thenWords = wordSet(`then later finally duly ensuite finalement puis luego después finalmente depois poi infine dann schließlich vervolgens daarna potem następnie затем потом далі потім sedan derefter deretter potom zatim`)

// concluding are turns of concluding something.
var concluding = phrases("came to the conclusion", "arrived at the conclusion", "reached the conclusion", "came away with", "kam zu dem schluss", "kommt zu dem schluss", "kam zum schluss", "kam zu dem ergebnis", "kommt zu dem ergebnis", "est arrivé à la conclusion", "est arrivée à la conclusion", "arrivé à la conclusion",
	"arrive à la conclusion", "en a conclu que", "a conclu que", "en conclut que", "llegó a la conclusión", "llega a la conclusión", "chegou à conclusão", "chega à conclusão", "è giunto alla conclusione", "è giunta alla conclusione", "giunge alla conclusione", "è arrivata alla conclusione", "kwam tot de conclusie",
	"komt tot de conclusie", "doszedł do wniosku", "doszła do wniosku", "doszło do wniosku", "пришёл к выводу", "пришел к выводу", "пришла к выводу", "пришло к выводу", "дійшов висновку", "дійшла висновку", "дійшло висновку", "kom fram till", "kom frem til", "kom til konklusionen", "dospěl k závěru", "dospěla k závěru",
	"došao do zaključka", "došla do zaključka", "a ajuns la concluzia", "menyimpulkan", "tuli siihen tulokseen", "arra jutott")

// longestConclusion is how many bytes of a sentence are looked through for such a turn.
const longestConclusion = 40

// asTold reports whether a name [at, end) stands behind a word for "as", its article between them, and a verb of telling or showing behind it: ", as Orlow Resource Watch has shown
// in two surveys".
func (p *parser) asTold(s Range, at, end int) bool {
	before := strings.TrimRight(p.clean[s.Start:at], " \u00A0\n«„“\"")
	w := strings.ToLower(lastField(before))
	if !asWords.has(w) && articleWords.has(w) {
		w = strings.ToLower(lastField(strings.TrimRight(before[:len(before)-len(w)], " \u00A0\n")))
	}
	if !asWords.has(w) || p.lang == "de" && w != "wie" {
		return false
	}
	k := skipBlanks(p.clean, p.besideEnd(p.seatEnd(end, s.End), s.End), s.End)
	const near = 3 // words
	for n := 0; n < near && k < s.End; n++ {
		e := p.verbEnd(k, s.End)
		if w := p.clean[k:e]; showing.has(w) || revealing.has(w) || saying().has(w) || bareVerbs.has(w) || shown.has(w) || verbsOf(assertions, p.lang).has(w) {
			return true
		} else if !perfects.has(w) && !auxiliaries.has(w) && !whenWords.has(w) {
			return false
		}
		k = nextWordStart(p.clean, k, s.End)
	}
	return false
}

// asWords are the words for "as" by which a clause gives somebody's words, shown participles of showing behind them.
var (
	asWords = wordSet(`as comme como come wie zoals jak как як som kako ako`)
	shown   = wordSet(`shown demonstrated documented established observed pointed argued noted warned démontré montré constaté relevé établi documenté demostrado señalado documentado advertido demonstrado apontado mostrado mostrato dimostrato documentato aangetoond vastgesteld wykazał wykazała wykazało показал показала показало показав показала`)
)

// itsReport reports whether the sentence goes on, behind the English name that ends at byte end, with the publication of a report of its own, and the next with what it says.
func (p *parser) itsReport(s Range, end int) bool {
	if p.lang != "en" {
		return false
	}
	at := p.saidVerb(end, s.End)
	if e := p.verbEnd(at, s.End); !makesKnown.has(p.clean[at:e]) {
		return false
	}
	const reach = 4 // words to the noun
	report := false
	for n := 0; n < reach && !report; n++ {
		at = nextWordStart(p.clean, at, s.End)
		if at >= s.End {
			return false
		}
		w := firstPrinted(p.clean[at:s.End])
		report = n > 0 && reportNounsAll[foldWord(w)]
		if n == 0 && !owners.has(w) {
			return false
		}
	}
	if !report {
		return false
	}
	next := skipBlanks(p.clean, s.End, min(len(p.clean), s.End+8))
	limit := min(len(p.clean), next+longestBelief*2)
	for limit < len(p.clean) && limit > next && p.clean[limit]&0xC0 == 0x80 {
		limit++
	}
	for _, it := range [...]string{"It ", "They ", "The report ", "Its authors ", "The study ", "The survey ", "The review "} {
		rest, ok := strings.CutPrefix(p.clean[next:limit], it)
		if ok {
			w := firstPrinted(rest)
			return showing.has(w) || bareVerbs.has(w) || figuring.has(w) || blaming.has(w) || saying().has(w)
		}
	}
	return false
}

// makesKnown are the verbs with which a body makes its report known, owners stand before the report, blaming are what it does in it.
var (
	makesKnown = wordSet(`published released issued presented unveiled`)
	owners     = wordSet(`its their a an the`)
	blaming    = wordSet(`blamed blames criticised criticized criticises criticizes faulted identified identifies attributed traced accused listed ruled warned estimated`)
)
