package citations

import "strings"

// Many languages put the one that told first into a clause of its own: "C'est Mediapart qui a révélé …", "Fue El País quien contó …", "Es war der Spiegel, der … veröffentlichte",
// "È stata Repubblica a rivelare …".

// A cleft is how a language does so: the words before the name and those behind it.
type cleft struct {
	heads string // parted by bars
	joint *wordList
}

var clefts = map[string]cleft{
	"en": {`it was|it is`, wordSet(`that which who`)},
	"fr": {`c'est|c’est|ce fut|c'était|c’était|ce sont`, wordSet(`qui`)},
	"es": {`fue|fueron|es|ha sido|había sido`, wordSet(`quien quienes que el la los`)},
	"pt": {`foi|foram|é|tinha sido`, wordSet(`que quem`)},
	"it": {`è stato|è stata|sono stati|fu|è|era stato|era stata`, wordSet(`a ad che`)},
	"de": {`es war|es waren|es ist`, wordSet(`der die das`)},
	"nl": {`het was|het is`, wordSet(`dat die`)},
	"sv": nordicCleft, "da": nordicCleft, "no": nordicCleft, "nb": nordicCleft,
	"ro": {`a fost`, wordSet(`cel cea care`)},
}

var nordicCleft = cleft{`det var|det är|det er|det blev`, wordSet(`som der`)}

// cleftHeads are the first words of all of them.
var cleftHeads = wordSet(`the first le la les el los o os il i de quien it c'est c’est ce c'était c’était fue fueron es ha había foi foram é tinha è sono fu era het det a`)

// cleftAt is the paper or body that a clause which begins at byte i singles out as the one that told; press says which.
func (p *parser) cleftAt(s Range, i int) (r Range, press bool) {
	if i == s.Start {
		if r, press = p.firstAt(s); !r.Empty() {
			return r, press
		}
	}
	c, ok := clefts[p.lang]
	if !ok || !beginsWith(p.clean[i:s.End], cleftHeads) {
		return Range{}, false
	}
	for head := range strings.SplitSeq(c.heads, "|") {
		end := phraseAt(p.clean[:s.End], i, head)
		if end == 0 || end >= s.End || wordChar(p.clean, end) {
			continue
		}
		at := skipBlanks(p.clean, end, s.End)
		r, press = p.subjectAt(at, s.End), true
		if r.Empty() {
			r, press = p.bodyAt(at, s.End), false
		}
		if r.Empty() {
			continue
		}
		next := closedQuote(p.clean, r.End, s.End)
		if next < s.End && p.clean[next] == ',' {
			next++
		}
		next = skipBlanks(p.clean, next, s.End)
		if w := strings.ToLower(firstPrinted(p.clean[next:s.End])); c.joint.has(w) && p.toldSoon(nextWordStart(p.clean, next, s.End), s.End) {
			return r, press
		}
	}
	return Range{}, false
}

// A firstTo is how a language names the first that told by a subject: "The first to notice was Politico", "El primero en contarlo fue El País".
type firstTo struct {
	heads  string // parted by bars
	copula *wordList
}

var firsts = map[string]firstTo{
	"en": {`the first to|first to`, wordSet(`was were is`)},
	"fr": {`le premier à|la première à|les premiers à`, wordSet(`fut est été`)},
	"es": {`el primero en|la primera en|los primeros en|quien lo`, wordSet(`fue es fueron`)},
	"pt": {`o primeiro a|a primeira a|os primeiros a`, wordSet(`foi é foram`)},
	"it": {`il primo a|la prima a|i primi a`, wordSet(`stato stata stati è fu`)},
	"nl": {`de eerste die|het eerst`, wordSet(`was is`)},
}

// firstAt is the paper or body that sentence s says was the first to tell something; press says which.
func (p *parser) firstAt(s Range) (r Range, press bool) {
	f, ok := firsts[p.lang]
	if !ok {
		return Range{}, false
	}
	for head := range strings.SplitSeq(f.heads, "|") {
		end := phraseAt(p.clean[:s.End], s.Start, head)
		if end == 0 {
			continue
		}
		const most = 8 // words to the copula
		at := skipBlanks(p.clean, end, s.End)
		if !p.toldSoon(at, min(s.End, nextWordStart(p.clean, at, s.End))) && !noticing.has(firstPrinted(p.clean[at:s.End])) {
			return Range{}, false
		}
		for n := 0; n < most && at < s.End; n++ {
			next := nextWordStart(p.clean, at, s.End)
			if f.copula.has(p.clean[at:p.verbEnd(at, s.End)]) {
				if r = p.subjectAt(next, s.End); !r.Empty() {
					return r, true
				}
			}
			at = next
		}
	}
	return Range{}, false
}

// noticing are the infinitives that may stand behind such a head, besides those of telling.
var noticing = wordSet(`notice report say write reveal tell spot point warn break publish name count en parler remarquer noter signaler contarlo publicarlo decirlo advertirlo noticiar parlarne accorgersene scriverlo raccontarlo contou publicó dijo reveló`)

// toldSoon reports whether a verb of telling, in whatever form the languages have it behind such a name, stands among the next words; in German and Dutch at the end of the clause.
func (p *parser) toldSoon(at, limit int) bool {
	near := 5 // words
	if p.lang == "de" || p.lang == "nl" {
		near = 20
	}
	for n := 0; n < near && at < limit; n++ {
		e := p.verbEnd(at, limit)
		if w := p.clean[at:e]; revealing.has(w) || saying().has(w) || bareVerbs.has(w) || verbsOf(assertions, p.lang).has(w) || germanTold.has(w) || germanFinal.has(w) {
			return true
		}
		at = nextWordStart(p.clean, at, limit)
	}
	return false
}

// revealing are infinitives and participles of telling.
var revealing = wordSet(`révélé révéler publié publier raconté raconter écrit écrire rapporté rapporter dévoilé dévoiler annoncé annoncer signalé signaler alerté documenté chiffré découvert sorti évoqué démenti vérifié démonté décrit
	revelar contar publicar escribir informar desvelar destapar denunciar advertir descubrir documentar revelado contado publicado dado dio noticiar escrever divulgar apurar descobrir revelado noticiado desmentido verificado detectado hallado encontrado identificado apurado checado divulgado escrito descrito avisado alertado advertido
	rivelare raccontare scrivere pubblicare scoprire denunciare svelare segnalare riferire dare contare calcolare spiegare anticipare rivelato scritto raccontato scoperto pubblicato smentito verificato segnalato denunciato
	revealed disclosed broke reported wrote found published exposed uncovered counted noticed warned said
	onthulde onthuld berichtte bracht schreef meldde ontdekte publiceerde avslöjade avslørte afslørede skrev berättade fortalte rapporterade rapporterte hittade
	dezvăluit scris publicat relatat anunțat`)
