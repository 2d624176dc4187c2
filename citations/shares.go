package citations

import "strings"

// Who finds a share has measured: "hat in 12 von 20 Proben Blei gefunden", "encontró nitratos en el 40 por ciento de los pozos". Who finds 12 bodies, or boats, has
// only come upon them, unless it is a paper.

// discovering are verbs of finding, or their participles, by language.
var discovering = map[string]*wordList{
	"fr": wordSet(`trouvé trouve trouvait détecté détecte relevé retrouvé mesuré mesure découvert découvre identifié localisé`),
	"de": wordSet(`fand fanden findet entdeckte entdeckt wies ermittelte stellte identifizierte stieß spürte`),
	"es": wordSet(`halló halla encontró encuentra detectó detecta descubrió identificó localizó midió constató hallado encontrado detectado`),
	"pt": wordSet(`encontrou encontra detectou detetou descobriu identificou localizou rastreou mediu achou constatou`),
	"it": wordSet(`trovato trova rilevato rileva rintracciato individuato scoperto misurato riscontrato riscontra`),
	"nl": wordSet(`vond vindt ontdekte trof stelde mat detecteerde`),
	"pl": wordSet(`znalazł znalazła znalazło wykrył wykryła wykryło zmierzył zmierzyła stwierdził stwierdziła`),
	"ru": wordSet(`обнаружил обнаружила обнаружило нашёл нашел нашла нашло выявил выявила выявило зафиксировал зафиксировала`),
	"uk": wordSet(`виявив виявила виявило знайшов знайшла знайшло зафіксував зафіксувала`),
	"cs": wordSet(`našel našla našlo zjistil zjistila zjistilo naměřil naměřila`),
	"sv": nordicFinds, "da": nordicFinds, "no": nordicFinds, "nb": nordicFinds,
}

var nordicFinds = wordSet(`hittade fann upptäckte uppmätte fandt målte opdagede fant oppdaget`)

// ofWholes stand between a part and its whole, articles behind them: "12 von 20", "nueve de cada diez".
var ofWholes = wordSet(`sur des de von der den di su van af av z ze из із с z`)

// perHundred say that a number is a share.
var perHundred = wordSet(`percent prozent pour por per procent prosent procenta procentach процентах процентов процента відсотках відсотків procent`)

// discovered reports whether a verb of finding stands at byte from, an auxiliary before it, with a share behind it or, where the subject is a paper, a number.
func (p *parser) discovered(from, limit int, press bool) bool {
	verbs := discovering[p.lang]
	at := skipBlanks(p.clean, p.besideEnd(from, limit), limit)
	if verbs == nil || at == from {
		return false
	}
	e := p.verbEnd(at, limit)
	if auxiliaries.has(p.clean[at:e]) {
		at = skipBlanks(p.clean, e, limit)
		e = p.verbEnd(at, limit)
	}
	if !verbs.has(p.clean[at:e]) {
		return false
	}
	rest := p.object(e, limit)
	return press && strings.ContainsAny(rest, "0123456789") || p.hasShare(rest)
}

// hasShare reports whether s holds a share of something, or an amount in millions.
func (p *parser) hasShare(s string) bool {
	ws := words(s)
	for i, w := range ws {
		next := ""
		if i+1 < len(ws) {
			next = foldWord(ws[i+1])
		}
		switch {
		case !p.numeral(w):
		case strings.HasSuffix(w, "%") || next == "" && strings.Contains(w, "%"), strings.HasPrefix(next, "mill") || strings.HasPrefix(next, "мил") || strings.HasPrefix(next, "мільй") || perHundred.has(next), strings.HasPrefix(ws[min(i+1, len(ws)-1)], "%"):
			return true
		case i+3 < len(ws) && ofWholes.has(ws[i+2]) && p.numeral(ws[i+3]): // "12 puits sur 20"
			return true
		case ofWholes.has(next) && (i+2 < len(ws) && p.numeral(ws[i+2]) || i+3 < len(ws) && p.numeral(ws[i+3])):
			return true
		}
	}
	return false
}

// numeral reports whether a word is a number, in digits or not.
func (p *parser) numeral(w string) bool {
	return w != "" && w[0] >= '0' && w[0] <= '9' || spelledIn(p.lang, foldWord(w))
}

// spelledIn reports whether a word in lower case is a number of a language.
func spelledIn(lang, w string) bool {
	list := numberWords[lang]
	return list != nil && list.has(w)
}
