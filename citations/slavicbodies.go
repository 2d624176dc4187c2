package citations

import (
	"strings"
)

// Slavic languages give a body's name one capital: "Рахункова палата", "Федеральное агентство водных ресурсов", "Český statistický úřad". An adjective may begin it; the
// noun of bodies, in whatever case, stands first or behind adjectives, and what it is of follows in small letters, up to a verb or a mark.

// slavicStems are the stems of nouns of bodies in Russian and Ukrainian; an ending of case follows.
var slavicStems = [...]string{"министерств", "міністерств", "агентств", "институт", "інститут", "палат", "союз", "спілк", "спілц", "банк", "служб", "управлени", "управлінн", "департамент", "комисси", "комісі", "комитет", "комітет", "ассоциаци",
	"асоціаці", "фонд", "центр", "университет", "університет", "инспекци", "інспекці", "администраци", "адміністраці", "академи", "академі", "совет", "прокуратур", "лісгосп", "лесхоз", "федераци", "федераці", "обсерватори", "обсерваторі", "бюро"}

// slavicAdjectives are the endings of adjectives of which such a name has its capital.
var slavicAdjectives = map[string][]string{
	"ru": {"ая", "яя", "ое", "ее", "ый", "ий", "ой", "ого", "его", "ому", "ему", "ом", "ем", "ей"},
	"uk": {"ва", "на", "ка", "ве", "не", "ке", "ий", "ого", "ому", "ої", "ій", "им"},
	"cs": {"ý", "á", "é", "í", "ého", "ému", "ém"},
	"sk": {"ý", "á", "é", "ého", "ému", "om"},
}

// slavicStops end the name of a body besides verbs: prepositions and conjunctions.
var slavicStops = wordSet(`после до в во у на за про о об при от из с со к ко без через над под перед между что как не уже также и а но или который которая которое которые где когда
	після від із до без через під між що як не вже також і й та а але або який яка яке які де коли по з po v ve na z ze s se k o u do od že a i ale který která které`)

// slavicLinks join two nouns that a name is of where a noun follows that is no verb: "реконструкції та розвитку", "по делам молодёжи".
var slavicLinks = wordSet(`и та й і по з із a pro`)

// slavicBody is the name of a body that begins with the capital at byte at; empty where none does.
func (p *parser) slavicBody(at, limit int) Range {
	endings := slavicAdjectives[p.lang]
	if endings == nil {
		return Range{}
	}
	const adjectives = 2
	k := at
	for n := 0; n <= adjectives && k < limit; n++ {
		e := p.verbEnd(k, limit)
		w := p.clean[k:e]
		if p.slavicNoun(w) {
			if end := p.slavicTail(e, limit); n > 0 || end > e {
				return Range{Start: at, End: end}
			}
			return Range{}
		}
		if !hasEnding(w, endings) || e >= limit || blankAt(p.clean, e) == 0 {
			return Range{}
		}
		k = skipBlanks(p.clean, e, limit)
	}
	return Range{}
}

// slavicCommon is the body whose noun begins in small letters at byte at and is that of a place or a field with a capital: "прокуратуры Омской области".
func (p *parser) slavicCommon(at, limit int) Range {
	if p.lang != "ru" && p.lang != "uk" {
		return Range{}
	}
	e := p.verbEnd(at, limit)
	k := skipBlanks(p.clean, e, limit)
	if at >= limit || capitalised(p.clean[at:e]) || !p.slavicNoun(p.clean[at:e]) || k == e || k >= limit || !capitalised(p.clean[k:limit]) {
		return Range{}
	}
	end := p.verbEnd(k, limit)
	for end < limit && p.clean[end] == '-' { // "Северо-Казахстанской"
		end = p.verbEnd(end+1, limit)
	}
	next := skipBlanks(p.clean, end, limit)
	if last := p.verbEnd(next, limit); next > end && slavicRegions.has(p.clean[next:last]) {
		end = last
	}
	return Range{Start: at, End: end}
}

// slavicRegions may stand behind the adjective of a place.
var slavicRegions = wordSet(`области края района республики округа області краю району республіки округу`)

// slavicNoun reports whether a word is a noun of bodies in some case.
func (p *parser) slavicNoun(w string) bool {
	const ending = 3 // letters of Cyrillic
	low := strings.ToLower(w)
	if bodyNouns.has(low) {
		return true
	}
	for _, stem := range slavicStems {
		if rest, ok := strings.CutPrefix(low, stem); ok && len(rest) <= 2*ending {
			return true
		}
	}
	return false
}

func hasEnding(w string, endings []string) bool {
	const shortest = 3 // letters before the ending, of two bytes
	for _, end := range endings {
		if len(w) >= len(end)+shortest && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// slavicTail is where what a body is of ends that may stand behind its noun, which ends at byte end.
func (p *parser) slavicTail(end, limit int) int {
	const most = 6 // words
	linked := false
	for n, e := 0, end; n < most && e < limit && blankAt(p.clean, e) > 0; n++ {
		k := skipBlanks(p.clean, e, limit)
		e = p.verbEnd(k, limit)
		w := p.clean[k:e]
		switch {
		case w == "" || p.slavicVerb(w):
			return end
		case slavicLinks.has(w) && !linked:
			linked = true
			continue
		case slavicStops.has(w) || isNumber(w):
			return end
		}
		end, linked = e, false
	}
	return end
}

// slavicVerb reports whether a word is a verb that a name may stand before.
func (p *parser) slavicVerb(w string) bool {
	if saying().has(w) || figuring.has(w) || judging.has(w) || notTelling.has(w) {
		return true
	}
	for _, verbs := range [...]*wordList{assertions[p.lang], discovering[p.lang]} {
		if verbs != nil && verbs.has(w) {
			return true
		}
	}
	for _, plural := range [...]string{"или", "али", "яли", "ели", "ают", "яют", "ують", "ають", "ють", "ять", "ят", "ат", "ся", "тся", "ться", "їть", "ить", "еть"} {
		if strings.HasSuffix(w, plural) {
			return true
		}
	}
	return false
}
