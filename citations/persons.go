package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// personName checks that s has the shape of a person's name: two to five words, each with a capital, particles and initials aside. A title before it is
// dropped; told allows a single word.
func personName(s string, told bool) (string, bool) {
	s = strings.TrimSuffix(strings.TrimSpace(s), "*")
	for _, t := range [...]string{"Dr. ", "Dr ", "Prof. ", "Professor "} {
		s = strings.TrimPrefix(s, t)
	}
	ws := words(s)
	if len(ws) < 2 && !told || len(ws) > 5 || len(ws) == 0 || len(s) > 60 {
		return "", false
	}
	capitals := 0
	if !told && (hasPressWord(ws) || len(ws) > 1 && notSurnames.has(strings.ToLower(ws[len(ws)-1]))) {
		return "", false
	}
	for i, w := range ws {
		if i == 0 && notNames.has(withoutVerb(strings.ToLower(w))) || i > 0 && neverInNames.has(strings.ToLower(w)) {
			return "", false
		}
		if nameParticles.has(strings.ToLower(w)) && i > 0 {
			continue
		}
		if !nameWord(w) {
			return "", false
		}
		capitals++
	}
	return strings.Join(ws, " "), capitals >= 2 || told
}

// nameParticles are the small words inside names of people.
var nameParticles = wordSet(`van von der den de del della di da dos do du le la el al bin ibn bint abu zu zur af ten ter y e i und`)

// notNames begin section heads that have the shape of a name.
var notNames = wordSet(`the a an in on at of and or but for from with by to how why what when who where after before no not new its his her their our your
	possible crossing changing countering emerging introduction conclusion conclusions outlook background part chapter section continuing early late key main final first second third next last
	le la les un une des du der die das ein eine el los las una il lo gli i o os as um uma recent future lessons looking moving rising growing dealing facing policy security political economic
	من هل لماذا كيف ماذا ما متى أين حين حول عن بين في على إلى
	notes endnotes references executive summary special interview editor editorial about read related more share comments image photo
	zero one two three four five six seven eight nine ten twelve dozens hundreds thousands millions situation general regional national local global
	zwei drei vier fünf sechs sieben acht neun zehn deux trois quatre cinq sept huit neuf dix dos tres cuatro cinco siete ocho nueve diez dois duas três quatro sete oito nove dez quattro cinque twee drie vier vijf zes zeven acht negen tien один два три четыре пять dwa trzy cztery pięć iki üç dört beş`)

// neverInNames stand in titles, and in no person's name, whatever their case.
var neverInNames = wordSet(`who that which the of from with for under after before in on at is are was were without against الذي التي الذين لا لم لن من في على عن إلى أن ثم مع بعد قبل هذا هذه حول ضد بلا يا`)

// notSurnames end the heads of sections, and the names of regions, that have the shape of a name: "Situation Overview", "Borno State".
var notSurnames = wordSet(`overview summary background context outlook analysis assessment findings conclusions recommendations methodology introduction abstract appendix annex highlights takeaways developments incidents updates trends implications prospects forecast scenarios timeline chronology statistics figures numbers
	line headlines town city village harbour harbor port camp airport road square bridge
	state province region district county department governorate prefecture municipality territory territories republic oblast krai raion canton voivodeship division zone sector island islands peninsula coast delta basin valley mountains highlands border corridor
	région département préfecture commune canton synthèse contexte perspectives analyse recommandations conclusion méthodologie résumé aperçu
	provincia departamento región municipio estado cantón comarca isla islas panorama contexto perspectivas conclusiones recomendaciones metodología resumen antecedentes
	província município distrito região conclusões recomendações metodologia resumo regione provincia comune conclusioni raccomandazioni sintesi contesto
	bundesland landkreis kreis bezirk provinz überblick zusammenfassung hintergrund ausblick fazit einleitung provincie gemeente gewest samenvatting achtergrond vooruitzichten
	область края район республика округ обзор выводы итоги рекомендации województwo powiat gmina obwód podsumowanie wnioski ili ilçesi bölgesi vilayeti özet sonuç
	län kommun fylke kommune provinsi kabupaten kecamatan ringkasan`)

// withoutVerb is a word without what a verb left of itself behind an apostrophe: "what's".
func withoutVerb(w string) string {
	for _, end := range [...]string{"'s", "’s", "'re", "’re"} {
		w = strings.TrimSuffix(w, end)
	}
	return w
}

// nameWord reports whether w can be part of a person's name: a capital, then letters, with hyphens, apostrophes and a stop for initials.
func nameWord(w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(first) && !namePrefix(w) && !caseless(w) {
		return false
	}
	for i, r := range w {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
		case r == '-' || r == '\'' || r == '’' || r == '`' || r == '‘':
		case r == '.' && utf8.RuneCountInString(w) <= 5 && i == len(w)-1, r == '.' && i <= 2:
		default:
			return false
		}
	}
	return true
}
