package citations

import "strings"

// A paper that asked for an answer is the one that has it: "Asked about this by Radio Kelm, a spokesman said", "Interrogé à ce sujet par Le Soir, le maire".

// askedBy finds the paper that asked or reached somebody, where a sentence opens with that.
func (p *parser) askedBy(a *Article, s Range, seen int) {
	const longest = 140 // bytes of the phrase
	at := s.Start
	if beginsWith(p.clean[at:s.End], subordinators) { // "When asked by"
		at = nextWordStart(p.clean, at, s.End)
	}
	if at >= s.End || !askedWords.has(strings.ToLower(firstPrinted(p.clean[at:s.End]))) {
		return
	}
	k := strings.IndexByte(p.clean[at:min(s.End, at+longest)], ',')
	if k < 0 {
		return
	}
	limit := at + k
	for at = nextWordStart(p.clean, at, limit); at < limit; at = nextWordStart(p.clean, at, limit) {
		w := firstPrinted(p.clean[at:limit])
		if !agentWords.has(w) && !strings.HasPrefix(w, "dall'") && !strings.HasPrefix(w, "dall’") {
			continue
		}
		name := nextWordStart(p.clean, at, limit)
		if tied := elision(p.clean[at:limit]); tied > 0 {
			name = at + tied
		}
		if r := p.subjectAt(name, limit); !r.Empty() && p.onlyBetween(p.clean[r.End:limit]) && p.newSource(a, s, r, seen) {
			p.addAttribution(a, s, r, cue{press: true}, name)
			return
		}
	}
}

// askedWords open a sentence with who was asked or reached, agentWords stand before who did so.
var (
	askedWords = wordSet(`asked questioned pressed quizzed challenged confronted contacted reached approached interviewed
		interrogé interrogée interrogés interrogées questionné questionnée contacté contactée contactés joint jointe joints sollicité sollicitée
		befragt gefragt angefragt darauf interviewt kontaktiert
		preguntado preguntada preguntados interrogado interrogada consultado consultada consultados contactado contactada entrevistado entrevistada
		questionado questionada questionados perguntado perguntada procurado procurada procurados ouvido ouvida
		interpellato interpellata interpellati interrogato interrogata sentito sentita contattato contattata raggiunto raggiunta intervistato intervistata
		gevraagd benaderd ondervraagd zapytany zapytana zapytani pytany pytana zagadnięty tillfrågad tillfrågade adspurgt spurt`)
	agentWords = wordSet(`by par von vom durch por pelo pela da dal dalla dallo dai door przez av af`)
)
