package citations

import (
	"strings"
	"unicode/utf8"
)

// A body or paper asserts something without "that", a quotation or a colon behind its verb, too: "reckons a floating plant would take nine years", "told MPs", "disagrees", "had
// complained of this: …, it wrote". What it does to a thing ("claims the land", "has built a well") asserts nothing.

// bareVerbs take a clause without "that".
var bareVerbs = wordSet(`said says reckons reckoned thinks thought believes believed argues argued claims claimed insists insisted expects expected warns warned estimates estimated predicts predicted suspects suspected
	maintains maintained notes noted adds added concludes concluded suggests suggested admits admitted calculates calculated fears feared doubts told tells`)

// finiteWords are the auxiliaries and modals that show that a clause follows.
var finiteWords = wordSet(`would will is was are were has had have can could should may might must did does wouldn't won't isn't wasn't aren't weren't hasn't hadn't can't couldn't`)

// subjectPronouns begin a clause right behind such a verb, unless what follows makes an idiom of the two: "says it all".
var (
	subjectPronouns = wordSet(`it they he she we there`)
	idiomatic       = wordSet(`all with in to best again for on about.`)
)

// contracted reports whether a word is a pronoun with the verb of its clause: "we're", "it’s".
func contracted(w string) bool {
	for _, end := range [...]string{"'re", "'ll", "'ve", "'m", "'d"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return w == "it's" || w == "that's" || w == "there's" || w == "he's" || w == "she's"
}

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
		case n == 0 && subjectPronouns.has(w) && !idiomatic.has(firstPrinted(p.clean[skipBlanks(p.clean, e, limit):limit])): // "says it checked 410 nets"
			return true
		case finiteWords.has(w):
			return n > 0
		case contracted(w): // "says we're still below"
			return true
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
	if r, ok := p.capitalRun(at, limit); ok && r.End > e && p.places(p.clean[r.Start:r.End]) { // "of Panama City"
		return r.End
	}
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

// accuses reports whether the verb at byte at lays something at somebody's door: "accuses the ministry of losing", "blames the drought on", "attributed it to".
func (p *parser) accuses(at, limit int) bool {
	e := p.verbEnd(at, limit)
	joint := accusing[p.lang][strings.ToLower(p.clean[at:e])]
	if joint == "" {
		return false
	}
	const reach = 90
	rest := p.clean[e:min(limit, e+reach)]
	if k := strings.IndexAny(rest, ".;:!?("); k >= 0 {
		rest = rest[:k]
	}
	if k := strings.IndexByte(rest, ','); k >= 0 && p.lang != "pl" && p.lang != "nl" {
		rest = rest[:k]
	}
	return strings.Contains(rest+" ", joint)
}

// accusing are such verbs, each with what stands before the deed or its cause.
var accusing = map[string]map[string]string{
	"en": {"accuses": " of ", "accused": " of ", "accuse": " of ", "blames": " on ", "blamed": " on ", "attributes": " to ", "attributed": " to ", "ascribes": " to ", "ascribed": " to "},
	"fr": {"accuse": " de ", "accusait": " de ", "accusent": " de ", "reproche": " de ", "reprochait": " de ", "soupçonne": " de "},
	"es": {"acusa": " de ", "acusó": " de ", "acusan": " de ", "responsabiliza": " de ", "responsabilizó": " de ", "atribuye": " a ", "atribuyó": " a ", "achaca": " a "},
	"pt": {"acusa": " de ", "acusou": " de ", "acusam": " de ", "responsabiliza": " por ", "responsabilizou": " por ", "atribui": " a ", "atribuiu": " a "},
	"it": {"accusa": " di ", "accusava": " di ", "attribuisce": " a ", "attribuiva": " a ", "imputa": " a "},
	"de": {"wirft": " vor", "warf": " vor", "werfen": " vor", "beschuldigt": " zu ", "beschuldigte": " zu ", "führt": " zurück", "führte": " zurück", "macht": " verantwortlich", "machte": " verantwortlich"},
	"nl": {"beschuldigt": " van ", "beschuldigde": " van ", "verwijt": " dat ", "verweet": " dat ", "wijt": " aan ", "weet": " aan "},
	"pl": {"oskarża": " o ", "oskarżył": " o ", "oskarżyła": " o ", "zarzuca": " że ", "zarzuciła": " że ", "obwinia": " o ", "obwiniła": " o "},
	"ru": {"обвиняет": " в ", "обвинил": " в ", "обвинила": " в ", "обвинило": " в "},
	"uk": {"звинувачує": " у ", "звинуватив": " у ", "звинуватила": " у "},
	"sv": {"anklagar": " för ", "anklagade": " för "}, "da": {"anklager": " for ", "anklagede": " for "}, "no": {"anklager": " for ", "anklaget": " for "},
}

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

// counsels reports whether a name that ends at byte end goes on with advice, a warning, or a verb of saying that takes up what was said: "advises against it", "warnt vor",
// "said as much", "dice lo mismo".
func (p *parser) counsels(end, limit int) bool {
	at := skipBlanks(p.clean, p.besideEnd(p.seatEnd(end, limit), limit), limit)
	if at == end || at >= limit {
		return false
	}
	to := min(limit, at+longestCounsel)
	for to < limit && !utf8.RuneStart(p.clean[to]) {
		to++
	}
	rest := p.clean[at:to]
	if counsel.begins(rest) {
		return true
	}
	e := p.verbEnd(at, limit)
	if w := p.clean[at:e]; !saying().has(w) && !bareVerbs.has(w) && !verbsOf(assertions, p.lang).has(w) {
		return false
	}
	return asMuch.begins(p.clean[e:max(e, to)])
}

// longestCounsel is how many bytes of a sentence are looked through for such a turn.
const longestCounsel = 48

// counsel are turns of advising and warning, asMuch what may stand behind a verb of saying for what was said before.
var (
	counsel = phrases("advises against", "advised against", "advises as much", "advised as much", "advises that", "advised that", "recommends against", "recommends that", "recommends no more", "recommends not", "warns against", "warned against", "warns about", "warned about", "warns of ", "warned of ", "cautions against", "cautioned against", "cautions about",
		"had warned of ", "has warned of ", "had warned about", "has warned about", "disputes that", "agrees with", "agrees that", "agreed that", "is of the opinion", "takes the view", "is on record", "makes no secret",
		"met en garde contre", "alerte sur", "alertait sur", "déconseille", "recommande de ne", "est d'avis", "est d’avis", "s'oppose à l'idée", "warnt vor", "warnte vor", "warnt davor", "warnte davor", "rät von", "rät davon", "riet von", "riet davon", "rät ab", "ist der ansicht", "ist der meinung", "geht davon aus", "ging davon aus",
		"advierte de", "advirtió de", "advierte sobre", "advirtió sobre", "alerta de", "alertó de", "alerta sobre", "alertó sobre", "desaconseja", "desaconsejó", "alerta para", "alertou para", "alertou sobre", "desaconselha", "adverte para", "advertiu para", "sconsiglia", "mette in guardia", "avverte che", "avverte di",
		"waarschuwt voor", "waarschuwde voor", "raadt af", "ostrzega przed", "ostrzegał przed", "ostrzegała przed", "odradza", "предупреждает о", "предупредил о", "предупредила о", "не рекомендует", "не советует", "попереджає про", "попередила про", "попередив про", "не радить",
		"varnar för", "varnade för", "avråder från", "advarer mod", "advarede mod", "advarer mot", "advarte mot", "fraråder", "fraråder", "varuje před", "varoval před", "varovala před", "upozorava na", "upozorio na", "upozorila na", "avertizează că", "memperingatkan", "varoittaa", "figyelmeztet")
	asMuch = phrases(" as much", " so too", " otherwise", " the same", " likewise", " no such thing", " nothing of the kind", " nothing of the sort", " the opposite", " the reverse", " la même chose", " le contraire", " autant", " dasselbe", " das gleiche", " das gegenteil", " anders", " lo mismo", " lo contrario", " otra cosa",
		" o mesmo", " o contrário", " outra coisa", " lo stesso", " il contrario", " hetzelfde", " het tegendeel", " iets anders", " to samo", " coś innego", " inaczej", " co innego", " то же самое", " то же", " обратное", " иначе", " те саме", " інакше", " протилежне", " samma sak", " motsatsen", " det samme", " det motsatte", " totéž", " opak", " isto", " suprotno", " hal yang sama", " sebaliknya")
)

// informs are verbs that take those to whom something was said.
var informs = wordSet(`told tells reminded reminds informed informs assured assures warned warns cautioned cautions advised advises`)

// informsAlone are those of them behind which the statement may have stood before: ", it told parliament."
var informsAlone = wordSet(`told tells reminded reminds`)
