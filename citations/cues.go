package citations

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A cue is a phrase that names the origin of a statement. What it names stands behind it, or before it.
type cue struct {
	text   string
	before bool // the name stands before the cue ("Einem Gutachten zufolge", "X'e göre", "Reuters reported")
	press  bool // before: the name has to be of the press; a minister who "said" so is no source that was read
	report bool // what is named has made a report: "a study by the …"
	near   bool // nothing but an article stands between the cue and the name: "meldete der NDR"
	to     bool // the name stands behind a word of addressing: "a déclaré le maire à l'AFP"
	told   bool // near: the name is in the dative, no subject: "сказала «Медузе» Ольга"
	where  bool // near: it says where somebody wrote or spoke: "argued in the Guardian"
}

// cues by the language that they are of; the first word of each is how they are found.
var cues = []cue{
	{text: "according to"}, {text: "as reported by"}, {text: "reported by"}, {text: "quoted by"}, {text: "cited by"}, {text: "identified by"}, {text: "published by", report: true},
	{text: "compiled by", report: true}, {text: "obtained by"}, {text: "seen by"}, {text: "citing"}, {text: "quoting"}, {text: "told"}, {text: "figures from"}, {text: "data from"}, {text: "statistics from"}, {text: "interview with"}, {text: "in", press: true, near: true, told: true, where: true}, {text: "dans", press: true, near: true, told: true, where: true}, {text: "en", press: true, near: true, told: true, where: true}, {text: "no", press: true, near: true, told: true, where: true}, {text: "na", press: true, near: true, told: true, where: true}, {text: "sul", press: true, near: true, told: true, where: true}, {text: "sulla", press: true, near: true, told: true, where: true}, {text: "nel", press: true, near: true, told: true, where: true}, {text: "nella", press: true, near: true, told: true, where: true}, {text: "i", press: true, near: true, told: true, where: true}, {text: "в", press: true, near: true, told: true, where: true}, {text: "w", press: true, near: true, told: true, where: true}, {text: "v", press: true, near: true, told: true, where: true}, {text: "spoke to", press: true, near: true, told: true}, {text: "speaking to", press: true, near: true, told: true}, {text: "spoke with", press: true, near: true, told: true}, {text: "comment to", press: true, near: true, told: true}, {text: "confirmed to", press: true, near: true, told: true}, {text: "statement to", press: true, near: true, told: true}, {text: "interview on", press: true, near: true, told: true}, {text: "asked by", press: true}, {text: "contacted by", press: true}, {text: "interviewed by", press: true}, {text: "approached by", press: true}, {text: "reached by", press: true}, {text: "says", press: true, near: true}, {text: "said", press: true, near: true}, {text: "writes", press: true, near: true}, {text: "wrote", press: true, near: true}, {text: "reports", press: true, near: true}, {text: "reported", press: true, near: true}, {text: "notes", press: true, near: true},
	{text: "report by", report: true}, {text: "report from", report: true}, {text: "study by", report: true}, {text: "survey by", report: true}, {text: "research by", report: true}, {text: "poll by", report: true}, {text: "analysis by", report: true}, {text: "project led by", report: true}, {text: "investigation by", report: true}, {text: "estimates by", report: true}, {text: "figures by", report: true},
	{text: "analysts at"}, {text: "economists at"}, {text: "researchers at"}, {text: "experts at"},
	{text: "article", before: true, press: true}, {text: "report", before: true, press: true}, {text: "investigation", before: true, press: true}, {text: "interview", before: true, press: true}, {text: "reported", before: true, press: true}, {text: "reports", before: true, press: true}, {text: "said", before: true, press: true}, {text: "says", before: true, press: true}, {text: "wrote", before: true, press: true}, {text: "writes", before: true, press: true},
	{text: "quoted", before: true, press: true}, {text: "noted", before: true, press: true}, {text: "revealed", before: true, press: true}, {text: "claimed", before: true, press: true}, {text: "cited", before: true, press: true}, {text: "has reported", before: true, press: true}, {text: "had reported", before: true, press: true}, {text: "published", before: true, press: true}, {text: "found", before: true, press: true}, {text: "announced", before: true, press: true}, {text: "carried", before: true, press: true}, {text: "broadcast", before: true, press: true}, {text: "estimates", before: true, press: true}, {text: "commented", before: true, press: true}, {text: "observed", before: true, press: true}, {text: "according to which", before: true, press: true}, {text: "reckon", before: true, press: true}, {text: "added", before: true, press: true},
	{text: "selon"}, {text: "à en croire"}, {text: "de l'avis de", report: true}, {text: "citant"}, {text: "d'après"}, {text: "d’après"}, {text: "cité par"}, {text: "citée par"}, {text: "a rapporté", before: true, press: true}, {text: "l'a rapporté", before: true, press: true}, {text: "rapporte", before: true, press: true}, {text: "a révélé", before: true, press: true}, {text: "écrit", before: true, press: true}, {text: "indique", before: true, press: true}, {text: "l’a rapporté", before: true, press: true}, {text: "a indiqué", before: true, press: true}, {text: "ont rapporté", before: true, press: true}, {text: "a annoncé", before: true, press: true}, {text: "avait annoncé", before: true, press: true}, {text: "annonce", before: true, press: true}, {text: "a estimé", before: true, press: true}, {text: "avait estimé", before: true, press: true}, {text: "estime", before: true, press: true}, {text: "a précisé", before: true, press: true}, {text: "prévoit", before: true, press: true},
	{text: "rapporte", press: true, near: true}, {text: "rapportait", press: true, near: true}, {text: "écrit", press: true, near: true}, {text: "révèle", press: true, near: true}, {text: "déclaré", press: true, to: true}, {text: "confié", press: true, to: true}, {text: "expliqué", press: true, to: true}, {text: "affirmé", press: true, to: true}, {text: "raconté", press: true, to: true}, {text: "assuré", press: true, to: true}, {text: "dit", press: true, to: true}, {text: "reconnu", press: true, to: true}, {text: "admis", press: true, to: true}, {text: "répondu", press: true, to: true}, {text: "indiqué", press: true, to: true}, {text: "précisé", press: true, to: true}, {text: "confie", press: true, to: true}, {text: "explique", press: true, to: true}, {text: "raconte", press: true, to: true},
	{text: "laut"}, {text: "nach berechnungen"}, {text: "unter berufung auf"}, {text: "nach recherchen"}, {text: "recherchen", report: true}, {text: "nach angaben"}, {text: "nach informationen"}, {text: "sagte er"}, {text: "sagte sie"}, {text: "sagte"}, {text: "gegenüber"}, {text: "berichtete"}, {text: "berichtet"}, {text: "berichteten"}, {text: "berichtete", before: true, press: true}, {text: "berichtet", before: true, press: true}, {text: "meldete", before: true, press: true}, {text: "schreibt", before: true, press: true}, {text: "schrieb", before: true, press: true}, {text: "zufolge", before: true, press: true}, {text: "zitiert", before: true, press: true}, {text: "meldet", before: true, press: true}, {text: "meldete", press: true, near: true}, {text: "meldet", press: true, near: true}, {text: "schreibt", press: true, near: true}, {text: "schrieb", press: true, near: true},
	{text: "según"}, {text: "de acuerdo con"}, {text: "informó"}, {text: "informó", before: true, press: true}, {text: "citado por"}, {text: "publicó", before: true, press: true}, {text: "reportó", before: true, press: true}, {text: "reveló", before: true, press: true}, {text: "publicó", press: true, near: true}, {text: "reportó", press: true, near: true}, {text: "reveló", press: true, near: true}, {text: "informa", press: true, near: true}, {text: "reporta", press: true, near: true}, {text: "dijo", press: true, to: true}, {text: "declaró", press: true, to: true}, {text: "explicó", press: true, to: true}, {text: "contó", press: true, to: true}, {text: "aseguró", press: true, to: true},
	{text: "negó", press: true, to: true}, {text: "confesó", press: true, to: true}, {text: "admitió", press: true, to: true}, {text: "resume", press: true, to: true}, {text: "comentó", press: true, to: true}, {text: "señaló", press: true, to: true}, {text: "insistió", press: true, to: true}, {text: "reconoció", press: true, to: true}, {text: "relató", press: true, to: true}, {text: "confirmó", press: true, to: true}, {text: "habló con", press: true, near: true, told: true}, {text: "conversó con", press: true, near: true, told: true}, {text: "en entrevista con", press: true, near: true, told: true},
	{text: "segundo"}, {text: "negou", press: true, to: true}, {text: "admitiu", press: true, to: true}, {text: "relatou", press: true, to: true}, {text: "confirmou", press: true, to: true}, {text: "explicou", press: true, to: true}, {text: "em entrevista", press: true, to: true}, {text: "de acordo com"}, {text: "conforme"}, {text: "informou", before: true, press: true}, {text: "noticiou", before: true, press: true}, {text: "noticiou"}, {text: "revelou", before: true, press: true}, {text: "publicou", before: true, press: true}, {text: "escreveu", before: true, press: true}, {text: "informou", press: true, near: true}, {text: "revelou", press: true, near: true}, {text: "publicou", press: true, near: true}, {text: "escreveu", press: true, near: true}, {text: "disse", press: true, to: true}, {text: "declarou", press: true, to: true}, {text: "afirmou", press: true, to: true}, {text: "contou", press: true, to: true},
	{text: "secondo"}, {text: "stando a"}, {text: "riferisce"}, {text: "ha riferito", before: true, press: true}, {text: "riporta", before: true, press: true}, {text: "ha scritto", before: true, press: true}, {text: "scrive", before: true, press: true}, {text: "come riportato da"}, {text: "riporta", press: true, near: true}, {text: "scrive", press: true, near: true}, {text: "ha scritto", press: true, near: true}, {text: "ha riferito", press: true, near: true}, {text: "ha detto", press: true, to: true}, {text: "ha dichiarato", press: true, to: true}, {text: "ha raccontato", press: true, to: true}, {text: "ha spiegato", press: true, to: true},
	{text: "volgens"}, {text: "aldus"}, {text: "meldt", before: true, press: true}, {text: "meldde", before: true, press: true}, {text: "schrijft", before: true, press: true}, {text: "berichtte", before: true, press: true}, {text: "meldt", press: true, near: true}, {text: "meldde", press: true, near: true}, {text: "schrijft", press: true, near: true}, {text: "zei", press: true, to: true}, {text: "zegt", press: true, to: true}, {text: "vertelde", press: true, to: true},
	{text: "по данным"}, {text: "по версии"}, {text: "по подсчётам"}, {text: "по подсчетам"}, {text: "по оценке"}, {text: "по оценкам"}, {text: "ссылаясь на"}, {text: "в интервью"}, {text: "в беседе с"}, {text: "в разговоре с"}, {text: "в комментарии"}, {text: "аналитики"}, {text: "эксперты"}, {text: "по сообщению"}, {text: "со ссылкой на"}, {text: "по информации"}, {text: "сообщает"}, {text: "сообщил"}, {text: "сообщило"}, {text: "пишет"}, {text: "передает"}, {text: "передаёт"}, {text: "сообщил", before: true, press: true}, {text: "сообщила", before: true, press: true}, {text: "сообщает", before: true, press: true}, {text: "пишет", before: true, press: true}, {text: "по словам"}, {text: "сообщила", press: true, near: true}, {text: "сообщили", press: true, near: true}, {text: "передала", press: true, near: true}, {text: "передаёт", press: true, near: true}, {text: "написал", press: true, near: true}, {text: "написала", press: true, near: true},
	{text: "за даними"}, {text: "за інформацією"}, {text: "за повідомленням"}, {text: "за словами"}, {text: "з посиланням на"}, {text: "повідомляє"}, {text: "повідомило"}, {text: "повідомила"}, {text: "повідомив"}, {text: "пише"}, {text: "повідомляє", before: true, press: true}, {text: "повідомило", before: true, press: true}, {text: "повідомила", before: true, press: true}, {text: "повідомив", before: true, press: true}, {text: "пише", before: true, press: true},
	{text: "enligt"}, {text: "uppger"}, {text: "rapporterade", before: true, press: true}, {text: "rapporterar", before: true, press: true}, {text: "skriver", before: true, press: true}, {text: "skrev", before: true, press: true}, {text: "rapporterade", press: true, near: true}, {text: "rapporterar", press: true, near: true}, {text: "skriver", press: true, near: true}, {text: "skrev", press: true, near: true}, {text: "säger", press: true, to: true}, {text: "sade", press: true, to: true}, {text: "berättar", press: true, to: true}, {text: "ifølge"}, {text: "ifølge", before: true, press: true}, {text: "mukaan", before: true, press: true},
	{text: "potrivit"}, {text: "conform"}, {text: "relatează"}, {text: "a relatat", before: true, press: true}, {text: "scrie", before: true, press: true}, {text: "podle"}, {text: "podľa"}, {text: "uvedl", before: true, press: true}, {text: "uvedla", before: true, press: true}, {text: "napsal", before: true, press: true}, {text: "szerint", before: true, press: true}, {text: "σύμφωνα με"}, {text: "σύμφωνα με την"}, {text: "σύμφωνα με το"}, {text: "според"},
	{text: "menurut"}, {text: "dilansir"}, {text: "dilansir dari"}, {text: "dikutip"}, {text: "kata", press: true, to: true}, {text: "ujar", press: true, to: true}, {text: "dikutip dari"}, {text: "mengutip"}, {text: "melaporkan", before: true, press: true}, {text: "memberitakan", before: true, press: true},
	{text: "według"}, {text: "zdaniem", report: true}, {text: "w wywiadzie dla", press: true, near: true}, {text: "z raportu", report: true}, {text: "raport", report: true}, {text: "cytowany przez"}, {text: "cytowana przez"}, {text: "jak ustalił"}, {text: "jak ustaliła"}, {text: "jak ustaliło"}, {text: "jak podaje"}, {text: "jak informuje"}, {text: "jak pisze"}, {text: "podał"}, {text: "podała"}, {text: "podał", before: true, press: true}, {text: "podała", before: true, press: true}, {text: "podaje", before: true, press: true}, {text: "informuje", before: true, press: true}, {text: "napisała", before: true, press: true}, {text: "powołując się na"}, {text: "w rozmowie z", press: true, near: true}, {text: "podaje", press: true, near: true}, {text: "informuje", press: true, near: true}, {text: "pisze", press: true, near: true},
	{text: "göre", before: true, press: true}, {text: "haberine göre", before: true, press: true}, {text: "bildirdi", before: true, press: true}, {text: "yazdı", before: true, press: true}, {text: "duyurdu", before: true, press: true}, {text: "yaptığı açıklamada", before: true, press: true}, {text: "konuştu", before: true, press: true}, {text: "konuşan", before: true, press: true}, {text: "söyledi", before: true, press: true},
	{text: "sipas"}, {text: "raportoi", before: true, press: true}, {text: "shkruan", before: true, press: true}, {text: "prema"}, {text: "piše"}, {text: "javlja"}, {text: "navodi"}, {text: "prenosi"}, {text: "objavio", before: true, press: true}, {text: "izvijestio", before: true, press: true}, {text: "piše", before: true, press: true}, {text: "javlja", before: true, press: true}, {text: "izvještava", before: true, press: true},
	{text: "بحسب"}, {text: "وفقا ل"}, {text: "وفقاً ل"}, {text: "نقلا عن"}, {text: "نقلاً عن"}, {text: "حسب"}, {text: "ذكرت"}, {text: "أفادت"}, {text: "وذكرت"}, {text: "قالت"}, {text: "أوردت"}, {text: "نقلت"},
}

// cueIndex holds the cues by their first word.
var cueIndex = func() map[string][]cue {
	m := map[string][]cue{}
	for _, c := range append(cues[:len(cues):len(cues)], tellerCues()...) {
		first, _, _ := strings.Cut(c.text, " ")
		m[first] = append(m[first], c)
	}
	for _, list := range m { // a name before the verb is its subject; only where there is none may one behind it be
		slices.SortStableFunc(list, func(a, b cue) int { return btoi(b.before) - btoi(a.before) })
	}
	return m
}()

// cueGate says which two bytes cues begin with, so that other words cost nothing.
var cueGate = func() (t [256][256]bool) {
	for w := range cueIndex {
		if w[0] < 0x80 {
			t[w[0]][(w + " ")[1]] = true
			continue
		}
		first, _ := utf8.DecodeRuneInString(w)
		capital := string(unicode.ToUpper(first))
		for k := range t[w[0]] { // capitals of other scripts differ in their second byte, some in their first
			t[w[0]][k] = true
			t[capital[0]][k] = true
		}
	}
	t["و"[0]]["و"[1]] = true
	return
}()

// cueLengths has, by first byte, the lengths of the words that cues begin with as bits.
var cueLengths = func() (t [256]uint32) {
	for w := range cueIndex {
		t[w[0]] |= 1 << len(w)
	}
	return
}()

// cueByte marks the bytes of ASCII that the words of cues are made of.
var cueByte = func() (t [256]bool) {
	for c := range t {
		t[c] = alnum(byte(c)) || c == '\''
	}
	return
}()

func lowerASCII(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// speakers are plural nouns of people whom statements are attributed to without a name.
var speakers = wordSet(`officials agencies analysts experts sources residents witnesses authorities activists observers diplomats investigators prosecutors police locals traders villagers researchers scientists economists
	reports media outlets newspapers broadcasters rebels campaigners lawyers aides survivors relatives doctors medics hospitals
	behörden experten beobachter medien kreise augenzeugen anwohner ermittler autorités témoins experts médias sources habitants autoridades fuentes testigos expertos medios vecinos fontes autoridades especialistas testemunhas
	fonti autorità testimoni esperti источники эксперты очевидцы власти eksperci władze źródła yetkililer uzmanlar kaynaklar`)

// phraseAt is where the phrase that stands at byte i of s ends, case and kinds of blank aside; 0 if another does.
func phraseAt(s string, i int, phrase string) int {
	for {
		w, rest, more := strings.Cut(phrase, " ")
		if len(s)-i < len(w) || !strings.EqualFold(s[i:i+len(w)], w) {
			return 0
		}
		i += len(w)
		if !more {
			return i
		}
		n := 0
		if i < len(s) {
			n = blankAt(s, i)
		}
		if n == 0 {
			return 0
		}
		i += n
		phrase = rest
	}
}
