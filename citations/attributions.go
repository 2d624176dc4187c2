package citations

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
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

// attributions finds the sources that the sentences of an article name.
func (p *parser) attributions(a *Article, lang string) {
	for i := range a.Paragraphs {
		pp := &a.Paragraphs[i]
		switch pp.Part {
		case Caption:
			p.attribute(a, pp.Range)
		default:
			for k, s := range pp.Sentences {
				if k == 0 {
					p.leadCredit(a, s)
				}
				p.attribute(a, s)
			}
		}
	}
}

// leadCredit finds the press that a paragraph names in a bracket before its text: "(Al-Monitor) In recent weeks …".
func (p *parser) leadCredit(a *Article, s Range) {
	if s.Start >= s.End {
		return
	}
	if p.clean[s.Start] != '(' {
		p.headCredit(a, s)
		return
	}
	const longest = 60
	k := strings.IndexByte(p.clean[s.Start:min(s.End, s.Start+longest)], ')')
	if k < 0 || s.Start+k+1 >= s.End {
		return
	}
	r, at := Range{Start: s.Start + 1, End: s.Start + k}, skipBlanks(p.clean, s.Start+k+1, s.End)
	if at == s.Start+k+1 || at == s.End || !p.startsSentence(at, s.End) || p.inGroup(r.Start) || r.Empty() || !p.knownName(p.clean[r.Start:r.End]) {
		return
	}
	if m := p.names.Resolve(p.clean[r.Start:r.End], outlets.Context{Language: p.lang}); m.Entry != nil && m.Entry.Kind.Press() {
		p.addAttribution(a, s, r, cue{}, r.Start)
	}
}

// headCredit finds the press that a paragraph of a roundup names before its text: "Reuters – Zambia votes …", "AFP: Fires in Kabylia …". A question behind it
// is asked by it.
func (p *parser) headCredit(a *Article, s Range) {
	end, ids, ok := p.names.LongestAt(p.clean[:s.End], s.Start)
	if !ok || !anyPress(ids) || strings.HasSuffix(strings.TrimSpace(p.clean[s.Start:s.End]), "?") {
		return
	}
	const shortest = 30 // bytes of text that is told
	for _, mark := range [...]string{":", " –", " —", " -", " :"} {
		if rest, ok := strings.CutPrefix(p.clean[end:s.End], mark); ok && len(rest) > shortest && blankAt(rest, 0) > 0 && capitalised(strings.TrimLeft(rest, " \u00A0*_“\"«„")) {
			p.addAttribution(a, s, Range{Start: s.Start, End: end}, cue{}, s.Start)
			return
		}
	}
}

// attribute finds the cues of one sentence and the names that they point to.
func (p *parser) attribute(a *Article, s Range) {
	seen := len(a.Citations)
	defer func() { p.subjects(a, s, seen) }()
	if scriptWithoutBlanks(p.lang) {
		p.attributeEast(a, s, seen)
	}
	ts := tokensIn(p.tokens, s)
	for i := range ts {
		if t := &ts[i]; t.class&(plain|cueHead) != plain || t.cut(s) {
			p.cuesIn(a, s, Range{Start: max(s.Start, int(t.start)), End: min(s.End, int(t.end))}, seen)
		}
	}
}

// cuesIn tries the words in w, a part of sentence s without blanks, as the start of a cue. seen is how many citations there were before the sentence.
func (p *parser) cuesIn(a *Article, s, w Range, seen int) {
	for i := w.Start; i < w.End; {
		if c := p.clean[i]; !alnum(c) && (c < utf8.RuneSelf || !wideWordChar(p.clean, i)) {
			i++
			continue
		}
		e, wide := i, byte(0)
		for e < w.End && (cueByte[p.clean[e]] || p.clean[e] >= utf8.RuneSelf && wideWordChar(p.clean, e)) {
			wide |= p.clean[e]
			e++
		}
		if n := e - i; i+1 < s.End && n < 32 && cueGate[lowerASCII(p.clean[i])][p.clean[i+1]] && (wide >= utf8.RuneSelf || cueLengths[lowerASCII(p.clean[i])]&(1<<n) != 0) {
			p.cueAt(a, s, i, e, seen)
		}
		i = e
	}
}

// nearest is how many of a sentence's last attributions another can share a name with: names stand within some words of their cues.
const nearest = 32

// cueAt tries the word at [i, e) as the start of a cue.
func (p *parser) cueAt(a *Article, s Range, i, e int, seen int) {
	word := p.clean[i:e]
	if strings.HasPrefix(word, "و") && len(word) > 6 { // "and" is glued to the next word
		if _, ok := cueIndex[word]; !ok {
			word = word[len("و"):]
			i += len("و")
		}
	}
	c, ok := cueIndex[word]
	if !ok {
		var room [64]byte
		if c, ok = cueIndex[string(lower(room[:0], word))]; !ok || i != s.Start && word[0] < 0x80 && capitalised(word) {
			return
		}
	}
	for _, q := range c {
		end := phraseAt(p.clean[:s.End], i, q.text)
		if end == 0 || end < s.End && wordChar(p.clean, end) && !strings.HasSuffix(q.text, " ل") {
			continue
		}
		var rs []Range
		if at := skipBlanks(p.clean, end, s.End); q.before && reportNouns[q.text] && at < s.End && p.clean[at] == '(' {
			continue // "A New York Times article (9/5/06)": the bracket cites it
		}
		if q.before {
			rs = p.namesBefore(s, i)
		} else if r, ok := p.nameBehind(s, end, q); ok && (!q.near || q.told && !q.where || q.where && p.wrote(s, i) || !q.told && p.inverted(s, i, r.End)) {
			rs = p.coordinated(r, s.End)
		}
		done := false
		for _, r := range rs {
			if !p.inGroup(r.Start) && !p.datedBehind(r, s.End) && !overlapsAny(a.Citations[min(max(seen, len(a.Citations)-nearest), len(a.Citations)):], r) {
				p.addAttribution(a, s, r, q, i)
				done = true
			}
		}
		if done {
			return
		}
	}
}

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

func overlapsAny(cs []Citation, r Range) bool {
	for i := range cs {
		if cs[i].Range.Overlaps(r) {
			return true
		}
	}
	return false
}

// nameBehind finds what a cue names behind it: within a few words, a known name, a run of capitals, or a plural noun of speakers.
func (p *parser) nameBehind(s Range, from int, q cue) (Range, bool) {
	reach := 7
	if q.near {
		reach = 2
	}
	at := skipBlanks(p.clean, from, s.End)
	addressed, before, run := !q.to, "", -1 // run is where the capitals right before at begin
	for n := 0; n < reach && at < s.End; n++ {
		if k := strings.IndexByte(p.clean[at:min(s.End, at+longestAside)], ')'); q.to && p.clean[at] == '(' && k > 0 {
			at = skipBlanks(p.clean, at+k+1, s.End) // "dijo Pablo Sosa (Tirkou, 8 de junio de 1955) a La Nación"
			n--
			continue
		}
		at += elision(p.clean[at:s.End])
		if q := quoteMark(p.clean[at:s.End]); q > 0 {
			if _, _, ok := p.nameAt(at+q, s.End); ok {
				at += q
			}
		}
		if end, ids, ok := p.nameAt(at, s.End); ok && addressed && nameable(p.clean[at:end]) && (q.text != "told" && !q.press || anyPress(ids)) {
			return Range{Start: p.nameStart(run, at, q), End: p.wholeName(at, end, s.End)}, true
		}
		e := at
		for e < s.End && blankAt(p.clean, e) == 0 {
			e++
		}
		w := strings.Trim(p.clean[at:e], ".,;:!?\"“”()’'")
		switch {
		case w == "" || strings.ContainsAny(p.clean[at:e], ".,;:(") && n > 0 && !speakers[strings.ToLower(w)] && !capitalised(w):
			return Range{}, false
		case q.text != "told" && !q.press && speakers[strings.ToLower(w)]:
			return p.speakerRange(from, at, at+len(w)), true
		case q.text != "told" && !q.press && capitalised(w) && !articleWords[strings.ToLower(w)]:
			r, ok := p.capitalRun(at, s.End)
			return r, ok && !p.dateLike(p.clean[from:r.End]) // "a report from 5 April"
		case q.press && q.near && !articleWords[w]:
			return Range{}, false
		case (q.text == "told" || q.to && addressed) && capitalised(w) && articleWords[before]:
			if r, ok := p.capitalRun(at, s.End); ok && (p.calledPaper(p.clean[r.Start:r.End]) || mediaNouns[foldWord(firstField(p.clean[skipBlanks(p.clean, r.End, s.End):s.End]))]) {
				return r, true
			}
		case q.text == "told" && n == 0 && callSign(w):
			return Range{Start: at, End: at + len(w)}, true
		}
		before = w
		if !capitalised(w) || articleWords[strings.ToLower(w)] || p.clean[at:e] != w {
			run = -1
		} else if run < 0 {
			run = at
		}
		addressed = addressed || addressing[w]
		at = skipBlanks(p.clean, e, s.End)
	}
	return Range{}, false
}

// nameAt is the longest known name at byte at of the clean text, in whatever case the text's language puts it.
func (p *parser) nameAt(at, limit int) (end int, ids []*outlets.Outlet, ok bool) {
	end, ids, ok = p.names.LongestAt(p.clean[:limit], at)
	if e, of, declined := p.names.DeclinedAt(p.clean[:limit], at, p.lang); declined && e > end {
		return e, of, true
	}
	return end, ids, ok
}

// mediaNouns behind a name say that it is a paper's or a station's: "told the Republican newspaper".
var mediaNouns = wordSet(`newspaper daily weekly magazine tabloid broadcaster website newswire`)

// callSign reports whether a word is the call sign of an American station, "WAFB".
func callSign(w string) bool {
	return len(w) == 4 && (w[0] == 'W' || w[0] == 'K') && w != "KFOR" && strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// longestAside bounds a bracket between a verb of saying and the paper that was told, in bytes.
const longestAside = 60

// nameStart is where the name begins of which a known one at byte at is the end: "told the Sahel Quotidien". What is of a country begins none, "told Kenyan
// Daily Nation", nor does a cue of another kind, which takes the first name.
func (p *parser) nameStart(run, at int, q cue) int {
	if run < 0 || !q.to && q.text != "told" {
		return at
	}
	if first := words(p.clean[run:at]); len(first) > 0 {
		if _, ok := outlets.Places.Country(first[0]); ok && !p.places(first[0]) {
			return at
		}
	}
	return run
}

// addressing are the words that name behind a verb of saying to whom it was said.
var addressing = wordSet(`à au a al ao à alla al tegen till til kepada`)

// quoteMark is the width of a quotation mark that opens a name: "laut »Spiegel«", "сообщила «Вечерняя Казань»".
func quoteMark(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if quoteEnds[r] == "" {
		return 0
	}
	return n
}

// nameable reports whether a known name is long enough to be told from a pronoun or a number in running text.
func nameable(s string) bool {
	return len(s) > 1 && strings.ContainsFunc(s, unicode.IsLetter)
}

// elision is the width of an article that an apostrophe ties to the next word: "l'Ifremer", "dell'Interno".
func elision(s string) int {
	for i := 1; i < len(s) && i <= 5 && blankAt(s, i) == 0; i++ {
		k := 0
		if s[i] == '\'' {
			k = 1
		} else if strings.HasPrefix(s[i:], "’") {
			k = len("’")
		}
		if k > 0 && i+k < len(s) && capitalised(s[i+k:]) && !capitalised(s) {
			return i + k
		}
	}
	return 0
}

// articleWords may stand between a cue and the name.
var articleWords = wordSet(`the a an der die das dem den des le la les un une el los las il lo gli o os as de het`)

// joiningParticles join a single known word to what follows it, so that both are another name: "Campaign for Better Transport", "Corriere del Veneto".
var joiningParticles = wordSet(`for on für pour para per del della dello dei delle di`)

// otherName is where a name ends that begins with the known one [from, end) of a single word and goes on over a particle; end if it does not.
func (p *parser) otherName(from, end, limit int) int {
	if first, rest, ok := strings.Cut(p.clean[from:end], " "); ok && articleWords[strings.ToLower(first)] {
		from = end - len(rest)
	}
	if strings.ContainsAny(p.clean[from:end], " -'’.") || strings.ToUpper(p.clean[from:end]) == p.clean[from:end] {
		return end
	}
	at := skipBlanks(p.clean, end, limit)
	e := at
	for e < limit && wordChar(p.clean, e) {
		e++
	}
	if at == end || !joiningParticles[p.clean[at:e]] {
		return end
	}
	r, ok := p.capitalRun(skipBlanks(p.clean, e, limit), limit)
	if first := firstWord(p.clean[min(r.Start, limit):limit]); !ok || weekday(foldWord(first)) || p.dateLike(p.clean[r.Start:min(limit, r.End+12)]) || !capitalised(p.clean[r.Start:r.End]) {
		return end
	}
	if _, month := dates.BareMonth(firstField(p.clean[r.Start:r.End])); month {
		return end
	}
	return r.End
}

func firstField(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

// firstWord is the first word of s in lower case.
func firstWord(s string) string {
	s = strings.TrimLeft(s, " \u00A0\n")
	if k := strings.IndexAny(s, " \u00A0\n"); k >= 0 {
		s = s[:k]
	}
	return strings.ToLower(s)
}

// wholeName lets a known name run on over capitals that belong to it: "Bloomberg Intelligence" where only "Bloomberg" is known.
func (p *parser) wholeName(from, end, limit int) int {
	if e := p.otherName(from, end, limit); e > end {
		return e
	}
	for {
		at := end
		if at >= limit || p.clean[at] != ' ' {
			return end
		}
		at++
		e := at
		for e < limit && wordChar(p.clean, e) {
			e++
		}
		if e == at || !capitalised(p.clean[at:e]) {
			return end
		}
		end = e
	}
}

// speakerRange takes the adjectives before a noun of speakers in: "humanitarian agencies".
func (p *parser) speakerRange(from, at, end int) Range {
	start := skipBlanks(p.clean, from, at)
	for start < at {
		e := start
		for e < at && blankAt(p.clean, e) == 0 {
			e++
		}
		if !articleWords[strings.ToLower(p.clean[start:e])] && p.clean[start:e] != "of" {
			break
		}
		start = skipBlanks(p.clean, e, at)
	}
	return Range{Start: start, End: end}
}

// capitalRun is the run of capitals from at on, small words of names inside it.
func (p *parser) capitalRun(at, limit int) (Range, bool) {
	r := Range{Start: at, End: at}
	for at < limit {
		e := at
		for e < limit && blankAt(p.clean, e) == 0 {
			e++
		}
		w := p.clean[at:e]
		if w[0] == '(' && r.End > r.Start {
			break
		}
		core := strings.TrimRight(w, ".,;:!?\"”»)’")
		core = strings.TrimSuffix(strings.TrimSuffix(core, "'s"), "’s")
		small := nameWords[w] && !isNumber(w) && w != "in" && w != "on" && w != "at" && w != "to" && w != "as" && w != "a"
		if !capitalised(w) && !namePrefix(w) && !small || andWords[w] && p.isBody(p.clean[r.Start:r.End]) {
			break
		}
		if !small || capitalised(w) {
			r.End = at + len(core)
		}
		if core != w {
			break
		}
		at = skipBlanks(p.clean, e, limit)
	}
	return r, r.End > r.Start
}

// coordinated adds the name that "and" joins to the one at r: "the Danube Shipping Council and Corvinus University".
func (p *parser) coordinated(r Range, limit int) []Range {
	out := []Range{r}
	rest := p.clean[r.End:limit]
	for _, and := range [...]string{" and the ", " and ", " und der ", " und ", " et le ", " et la ", " et ", " y la ", " y ", " e ", " и "} {
		if !strings.HasPrefix(rest, and) {
			continue
		}
		at := r.End + len(and)
		if end, _, ok := p.names.LongestAt(p.clean[:limit], at); ok && nameable(p.clean[at:end]) {
			return append(out, Range{Start: at, End: p.wholeName(at, end, limit)})
		}
		if two, ok := p.capitalRun(at, limit); ok && p.isBody(p.clean[two.Start:two.End]) {
			return append(out, two)
		}
		break
	}
	return out
}

// andWords join two names; inside the name of one body ("Office of Rivers and Ports") the first part is none by itself.
var andWords = wordSet(`and und et y e и i ve en`)

// namesBefore finds the press that is named right before a cue, past a date ("on October 10"), a word of kind ("newspaper") or a relative clause of a few
// words; with it the names that "and" joins to it.
func (p *parser) namesBefore(s Range, cueAt int) []Range {
	const reach = 70
	verb := cueAt
	cueAt = p.beforeAside(s, cueAt)
	from := max(s.Start, cueAt-reach)
	best, prior := Range{}, Range{}
	last := lastApostrophe(p.clean[from:cueAt]) + from
	for i := from; i < cueAt; i++ {
		if !wordChar(p.clean, i) || i > s.Start && wordChar(p.clean, i-1) {
			continue
		}
		end, ids, ok := p.names.LongestAt(p.clean[:s.End], i)
		if !ok && (p.lang == "fi" || p.lang == "de" || inPaper[foldWord(lastField(strings.TrimRight(p.clean[s.Start:i], " «„\"“\u00A0\n")))]) {
			end, ids, ok = p.names.DeclinedAt(p.clean[:s.End], i, p.lang)
		}
		if !ok && i > last {
			continue
		}
		if k := strings.IndexAny(p.clean[i:cueAt], "'’"); !ok && k > 0 && caseEnding(p.clean[i+k:cueAt]) > 0 {
			end, ids, ok = p.names.LongestAt(p.clean[:i+k], i)
			ok = ok && end == i+k
		}
		if ok && end <= cueAt && (anyPress(ids) || reporting(ids, p.clean[verb:s.End])) && nameable(p.clean[i:end]) && !onDay(p.clean[s.Start:i], p.clean[i:end]) && (i == 0 || p.clean[i-1] != '(') {
			prior, best = best, Range{Start: i, End: p.wholeName(i, end, cueAt)}
			i = best.End // no name inside a name: "The Mill Street Journal"
		}
	}
	if from := p.leftOver(best.Start, s.Start); !best.Empty() && from < best.Start && stationHeads[firstWord(p.clean[from:best.End])] {
		best.Start = from // "Radio Verde Sur" where "Sur" is known
	}
	if best.Empty() {
		best = p.paperBefore(s, verb)
	}
	switch {
	case best.Empty() || !p.onlyBetween(p.clean[best.End+caseEnding(p.clean[best.End:cueAt]):cueAt]):
		return nil
	case !prior.Empty() && joins(p.clean[prior.End:best.Start]):
		return []Range{prior, best}
	}
	return []Range{best}
}

// inPaper are the words before the name of a paper whose people are the subject: "В «Новой газете» рассказали".
var inPaper = wordSet(`в у w v u`)

// beforeAside is where the relative clause or apposition begins that ends with a comma right before the verb at byte at and has a name right before it: "The
// Miami Herald, which obtained the logs, reported". It is at where there is none.
func (p *parser) beforeAside(s Range, at int) int {
	const longest = 160
	head := strings.TrimRight(p.clean[s.Start:at], " \u00A0\n")
	if !strings.HasSuffix(head, ",") {
		return at
	}
	head = head[:len(head)-1]
	from := max(0, len(head)-longest)
	if k := strings.LastIndexAny(head[from:], ".;:!?"); k >= 0 {
		from += k + 1
	}
	k := strings.IndexByte(head[from:], ',') // the first: the clause may have commas of its own
	for ; k >= 0; k = strings.IndexByte(head[from:], ',') {
		from += k
		if w := strings.TrimLeft(head[from+1:], " \u00A0\n"); w != "" && !capitalised(w) && !(w[0] >= '0' && w[0] <= '9') {
			return s.Start + from
		}
		from++
	}
	return at
}

// lastApostrophe is where the last apostrophe of s stands, -1 if there is none.
func lastApostrophe(s string) int {
	return max(strings.LastIndexByte(s, '\''), strings.LastIndex(s, "’"))
}

// caseEnding is the width of the ending that an apostrophe ties to a name, as Turkish does: "Cumhuriyet'e", "T24’ün".
func caseEnding(s string) int {
	k := 0
	switch {
	case strings.HasPrefix(s, "'"):
		k = 1
	case strings.HasPrefix(s, "’"):
		k = len("’")
	default:
		return 0
	}
	e := k
	for e < len(s) && wordChar(s, e) && e-k < 8 {
		e++
	}
	if e < len(s) && blankAt(s, e) == 0 {
		return 0
	}
	return e
}

// kindWords may stand between the name of an outlet and its verb.
var kindWords = wordSet(`aktardığına bildirdiğine yazdığına haberine belirttiğine göre verdiği habere gazetesi gazetesinin ajansı kanalı sitesi ise de da dergisi kent ville dzisiaj wczoraj już juga telah hari ini kemarin surat kabar harian koran majalah
	du vom del dated de le am ne n' n'en n’en y s' ont avaient se
	newspaper daily weekly magazine agency news website site channel paper on in has had have also later newspaper's first correspondent editor online tv radio broadcaster station portal which that it the as then reporter network this
	zeitung l' a ont l'a nachrichtenagentur сегодня газета`)

func (p *parser) onlyBetween(s string) bool {
	found := dates.Find(s, p.dateOptions())
	if len(found) > 0 {
		s = s[:found[0].Start] + " " + s[found[0].End:]
	}
	ws := words(s)
	if len(ws) > 5 {
		return false
	}
	for _, w := range ws {
		if f := foldWord(w); f != "" && !kindWords[f] && !kindWords[strings.ToLower(w)] && !weekday(f) {
			return false
		}
	}
	return true
}

// onDay reports whether a name is the day of the week on which something was said, and no paper's: "Wie Reuters am Freitag meldete".
func onDay(before, name string) bool {
	return weekday(foldWord(name)) && dayLeads[lastField(strings.TrimRight(before, " \u00A0\n"))]
}

// dayLeads stand before a day of the week.
var dayLeads = wordSet(`on am vom bis seit this last late early next le ce el este il lo na em op w we v`)

func weekday(f string) bool {
	switch f {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mardi", "lundi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo":
		return true
	}
	return false
}

func anyPress(ids []*outlets.Outlet) bool {
	for _, o := range ids {
		if o.Kind.Press() && o.Kind != "social" {
			return true
		}
	}
	return false
}

// datedBehind reports whether a bracket behind a name gives its date: "According to Nikkei Asia (July 2, 2026)" is one citation, the bracket's.
func (p *parser) datedBehind(r Range, end int) bool {
	at := skipBlanks(p.clean, r.End, end)
	if at+1 >= end || p.clean[at] != '(' && p.clean[at] != '[' {
		return false
	}
	i := sort.Search(len(p.groups), func(i int) bool { return p.groups[i].Range.End > at+1 })
	return i < len(p.groups) && p.groups[i].Range.Start <= at+1 && len(p.groups[i].Cites) > 0 && p.groups[i].Cites[0].Outlet == r
}

// addAttribution adds the source named at r. An unnamed group is a body without an outlet; a name of the shape of a person's is a person.
func (p *parser) addAttribution(a *Article, s, r Range, q cue, cueAt int) {
	name := p.clean[r.Start:r.End]
	c := Citation{Kind: Attribution, Range: r, Span: p.t.Source(r), Note: -1, Inside: -1}
	c.Raw = p.t.Printed(c.Span)
	last := strings.ToLower(lastField(name))
	switch {
	case speakers[last] && !p.names.Known(name):
		c.Class, c.Named = ClassBody, name
	case q.press, q.text == "told", swapsPressWord(last), p.names.Known(name), p.isBody(name), p.knownStart(r):
		c.Outlet = &Outlet{Printed: name, Span: c.Span, Range: r}
		c.Class = ClassBody
		if q.to || q.text == "told" || q.press || p.calledPaper(name) {
			c.Class = ClassOutlet
		}
	default:
		if _, ok := personName(name, true); ok && !p.places(name) {
			c.Class, c.Named = ClassPerson, name
			break
		}
		if p.places(name) {
			return
		}
		c.Class = ClassBody
		c.Outlet = &Outlet{Printed: name, Span: c.Span, Range: r}
	}
	c.Date = p.attributionDate(s, r, q, cueAt)
	a.Citations = append(a.Citations, c)
}

// knownStart reports whether the name at r begins with a known one: "Bloomberg Intelligence".
func (p *parser) knownStart(r Range) bool {
	_, _, ok := p.nameAt(r.Start, r.End)
	return ok
}

// links adds the links of an article's running text that no group has taken.
func (p *parser) links(a *Article) {
	taken := byStart(a.Citations)
	var last Range // of the links that were added
	for _, l := range p.t.Links {
		if !strings.HasPrefix(l.URL, "http://") && !strings.HasPrefix(l.URL, "https://") || !a.Range.Contains(l.Range) || p.inGroup(l.Range.Start) {
			continue
		}
		if par := paragraphAt(a, l.Range); par < 0 || a.Paragraphs[par].Sentences == nil {
			continue
		}
		c := Citation{Kind: Link, Class: ClassPublisher, Range: l.Range, Span: p.t.Outer(l.Range), URL: l.URL, Note: -1, Inside: -1}
		c.Raw = p.t.Printed(c.Span)
		if host := hostOf(l.URL); host != "" {
			c.Outlet = &Outlet{Printed: host, Span: c.Span, Range: l.Range}
		}
		if under := taken.overlapping(l.Range); len(under) > 0 {
			for _, i := range under {
				if a.Citations[i].URL == "" {
					a.Citations[i].URL = l.URL
				}
			}
			continue
		}
		if last.Overlaps(l.Range) {
			continue
		}
		a.Citations, last = append(a.Citations, c), l.Range
	}
}

// starts are citations by where they begin.
type starts struct {
	cs    []Citation
	order []int // indices of cs
	ends  []int // parallel to order: the furthest end of a citation up to that one
}

func byStart(cs []Citation) *starts {
	s := &starts{cs: cs, order: make([]int, len(cs)), ends: make([]int, len(cs))}
	for i := range cs {
		s.order[i] = i
	}
	slices.SortStableFunc(s.order, func(i, j int) int { return cmp.Compare(cs[i].Range.Start, cs[j].Range.Start) })
	end := 0
	for k, i := range s.order {
		end = max(end, cs[i].Range.End)
		s.ends[k] = end
	}
	return s
}

// overlapping are the indices of the citations that share a byte with r.
func (s *starts) overlapping(r Range) []int {
	var under []int
	k := sort.Search(len(s.order), func(k int) bool { return s.cs[s.order[k]].Range.Start >= r.End })
	for k--; k >= 0 && s.ends[k] > r.Start; k-- {
		if i := s.order[k]; s.cs[i].Range.Overlaps(r) {
			under = append(under, i)
		}
	}
	return under
}

// paragraphAt is the index of the paragraph that holds a range, -1 if none does.
func paragraphAt(a *Article, r Range) int {
	lo, hi := 0, len(a.Paragraphs)
	for lo < hi {
		m := (lo + hi) / 2
		if a.Paragraphs[m].Range.End <= r.Start {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(a.Paragraphs) && a.Paragraphs[lo].Range.Contains(r) {
		return lo
	}
	return -1
}
