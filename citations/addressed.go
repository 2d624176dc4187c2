package citations

import (
	"strings"
	"sync"
)

// To whom somebody spoke stands behind "to" in English, and what was said between the verb and it: "has denied the loan to the Daily Graphic", "defended the plan in remarks
// to Reuters". For whom somebody wrote once is no source of anything: "once wrote a chess column for the Star Tribune".

// spokeWords are the verbs and nouns of speaking that "to" goes with, over what was said.
var spokeWords = wordSet(`denied denies denying confirmed confirms confirming admitted admits admitting confessed confesses conceded concedes explained explains explaining complained complains described describes repeated repeats boasted boasts
	confided confides revealed reveals disclosed discloses suggested suggests stressed stresses defended defends defending dismissed dismisses spoke speaks speaking spoken talked talking commented comments comment remarks remark statement statements interview interviews
	answers answer reply replies quoted said clarified acknowledged acknowledges justified hinted hints email e-mail emails leaked testimony account`)

// spokeTo reports whether "to" at byte at stands behind such a word of its clause, and the clause ends with the paper that ends at byte end or goes on in a small word.
func (p *parser) spokeTo(s Range, at, end int) bool {
	const reach = 9 // words
	next := skipBlanks(p.clean, end, s.End)
	if next < s.End && next > end && !behindAddressed.has(firstPrinted(p.clean[next:s.End])) {
		return false // "sold to the Guardian group"
	}
	k := at
	for range reach {
		from, to := wordBefore(p.clean, s.Start, k)
		w := p.clean[from:to]
		if w == "" || strings.ContainsAny(w, ".;:!?()\"“”") || strings.HasSuffix(w, ",") {
			return false
		}
		if spokeWords.has(strings.ToLower(w)) {
			return true
		}
		k = from
	}
	return false
}

// behindAddressed may stand behind the paper to which something was said.
var behindAddressed = wordSet(`that in on at by about when after before but and or while as last this the yesterday today earlier later saying who which from during with for has had`)

// workedFor are the cues of what somebody wrote or is for a paper.
var workedFor = wordSetLines(`report for|piece for|story for|column for|investigation for|essay for|op-ed for|correspondent for|correspondent of|reporter for|columnist of|columnist for|critic of|analyst for|blog for|column in`)

// once reports whether the sentence says around the cue at byte at, the paper of which ends at byte end, that this is somebody's past or trade.
func (p *parser) once(s Range, at, end int) bool {
	const reach = 8 // words
	k := at
	for range reach {
		from, to := wordBefore(p.clean, s.Start, k)
		w := p.clean[from:to]
		if w == "" || strings.ContainsAny(w, ";:!?\"“”") {
			break
		}
		if onceWords.has(strings.ToLower(strings.Trim(w, ",."))) {
			return true
		}
		k = from
	}
	next := skipBlanks(p.clean, end, s.End)
	return next > end && stillWords.has(firstPrinted(p.clean[next:s.End]))
}

// onceWords say before such a cue, stillWords behind the paper, that it is somebody's past or trade.
var (
	onceWords  = wordSet(`once used formerly former previously regularly occasionally weekly monthly years decades retired career began started worked works quit left joined founded edited hired became teenager youth ex`)
	stillWords = wordSet(`until between since during throughout before`)
)

// addressHeads stand before the paper to which somebody speaks, at the head of a sentence, by language; addressWords are all of them.
var (
	addressHeads = map[string]*wordList{"en": wordSet(`to`), "fr": wordSet(`à au aux a`), "es": wordSet(`a al`), "pt": wordSet(`a à ao aos às`), "it": wordSet(`a al alla all allo`), "nl": wordSet(`tegen aan tegenover`), "de": wordSet(`dem der gegenüber`),
		"sv": wordSet(`till til`), "da": wordSet(`til`), "no": wordSet(`til`), "id": wordSet(`kepada`)}
	addressWords = wordSet(`to à au aux a al ao aos às alla all allo tegen aan tegenover dem der gegenüber till til kepada`)
)

// addressedAt is the paper to which somebody speaks at the head of sentence s: "À Agência Brasil, a secretária explicou que", "Au Monde, il a dit".
func (p *parser) addressedAt(s Range) Range {
	first := firstPrinted(p.clean[s.Start:s.End])
	if heads := addressHeads[p.lang]; heads == nil || !heads.has(strings.ToLower(first[:wordRun(first, 0)])) {
		return Range{}
	}
	at := nextWordStart(p.clean, s.Start, s.End)
	if tied := elision(strings.ToLower(first[:1]) + first[1:]); tied > 0 {
		at = s.Start + tied
	}
	r := p.subjectAt(at, s.End)
	if r.Empty() {
		return r
	}
	const reach = 14 // words
	comma := strings.HasPrefix(p.clean[closedQuote(p.clean, r.End, s.End):s.End], ",")
	k := skipBlanks(p.clean, closedQuote(p.clean, r.End, s.End), s.End)
	if comma {
		k = skipBlanks(p.clean, k+1, s.End)
	}
	for n := 0; n < reach && k < s.End; n++ {
		e := p.verbEnd(k, s.End)
		if w := p.clean[k:e]; (comma || n < 2) && (spokeWords.has(w) || saying().has(w) || told().has(w) || verbsOf(assertions, p.lang).has(w)) {
			return r
		}
		if wordEnd(p.clean, k, s.End) > e && strings.IndexByte(".;:!?", p.clean[e]) >= 0 {
			break
		}
		k = nextWordStart(p.clean, k, s.End)
	}
	return Range{}
}

// told are the verbs of speaking to somebody that the cues which ask for one have.
var told = sync.OnceValue(func() *wordList {
	var verbs []string
	for _, q := range allCues() {
		if q.to {
			verbs = append(verbs, lastField(q.text))
		}
	}
	return wordSet(strings.Join(verbs, " "))
})

// hasTold reports whether a paper's name that ends at byte end goes on with a verb of telling in the perfect, whatever follows: "já havia desmentido o boato", "avait révélé la liste".
func (p *parser) hasTold(end, limit int) bool {
	at := skipBlanks(p.clean, p.besideEnd(end, limit), limit)
	perfect := false
	for n := 0; n < 4 && at < limit; n++ {
		e := p.verbEnd(at, limit)
		switch w := p.clean[at:e]; {
		case perfect && revealing.has(w):
			return true
		case auxiliaries.has(w):
			perfect = true
		case !whenWords.has(w) && !perfects.has(w):
			return false
		}
		at = nextWordStart(p.clean, at, limit)
	}
	return false
}
