package citations

import (
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/dates"
)

// openWords stand where a desk prints later what it does not know yet: "TK" is newspaper English for "to come". Those that programmes of events print
// too ("TBC") do so alone only behind the name of a known outlet.
var (
	openWords     = wordSet(`tk tktk tktktk xx xxx dd dd/mm dd/mm/yy dd/mm/yyyy mm/dd mm/dd/yyyy yyyy ?? ???`)
	openOfOutlets = wordSet(`date tbc tbd tba ? datum fecha data jj.mm.jjjj tt.mm.jjjj jj/mm/aaaa дата tarih`)
)

// mayBeOpen finds in one pass whether a placeholder for a date may stand in an item.
var mayBeOpen = phrases("tk", "xx", "tb", "??", ", ?", "dd", ", mm", "yyyy", ", dat", "[dat", ", month", ", fecha", "jjjj", "aaaa", ", дат", ", tari")

// openDate reads a date that nobody has filled in: "TK", "May TK", "date, 2018", "DD/MM". sure is false for what other things than dates are said by, too.
func openDate(s string) (sure, ok bool) {
	if strings.EqualFold(strings.Trim(s, " []"), "month day") {
		return true, true
	}
	const most = 4
	ws := strings.FieldsFunc(s, func(c rune) bool { return blank(c) || c == ',' })
	if len(ws) == 0 || len(ws) > most {
		return false, false
	}
	for _, w := range ws {
		w = strings.Trim(w, "[].")
		_, month := dates.BareMonth(w)
		switch low := strings.ToLower(w); {
		case openWords.has(low):
			sure = sure || !strings.HasPrefix(low, "xx") || w == strings.ToUpper(w)
			ok = true
		case openOfOutlets.has(low):
			sure = sure || len(ws) > 1
			ok = true
		case !month && !isNumber(w):
			return false, false
		}
	}
	return sure, ok
}

// unfilled reports whether s is a date that nobody has filled in.
func unfilled(s string) bool {
	_, ok := openDate(s)
	return ok
}

// placeholder reads an item with a template that nobody filled in: "al-Mayadeen YouTube channel, date, 2018".
func (p *parser) placeholder(r Range, signal string) ([]cited, bool) {
	s := p.clean[r.Start:r.End]
	if !mayBeOpen.in(s) {
		return nil, false
	}
	for k := strings.IndexByte(s, ','); k > 0; {
		if sure, ok := openDate(s[k+1:]); ok {
			head := trimRange(p.clean, Range{Start: r.Start, End: r.Start + k})
			names, v := p.outletsIn(head)
			if v == notName || len(names) == 0 || v != known && !sure {
				return nil, false
			}
			d := dates.Date{Template: true, Printed: strings.TrimLeft(s[k:], ", ")}
			return []cited{{Range: r, Signal: signal, Outlet: names[0], Date: &d, Head: v, Parted: true, Gap: head.End}}, true
		}
		next := strings.IndexByte(s[k+1:], ',')
		if next < 0 {
			break
		}
		k += 1 + next
	}
	return nil, false
}

// editorsMarks are what authors and editors write between brackets to each other, and what encyclopaedias print so, in lower case and without the signs of a
// question in front: what has to be gone when the text is printed. Words that texts put in brackets for other reasons need the question mark.
var editorsMarks = wordSetLines(`
	citation needed | citations needed | source needed | sources needed | reference needed | references needed | ref needed | cite needed | source? | sources? | ref? | citation? | cite? |
	needs source | needs citation | add source | add sources | add citation | add ref | add link | insert source | insert citation | insert link | insert name | insert date | insert quote |
	link to come | source to come | quote to come | more to come | cite source | no source | source missing | link missing |
	who? | when? | where? | which? | by whom? | according to whom? | whose? | how? | how many? | vague | clarification needed | clarify | specify | quantify | page needed | pages needed | page number needed | full citation needed |
	failed verification | verification needed | not verified in body | not in citation given | not in source | better source needed | non-primary source needed | unreliable source | unreliable source? | third-party source needed |
	self-published source | self-published source? | dubious | disputed | original research | original research? | needs update |
	dead link | permanent dead link | broken link | link broken | check | check name | check names | check spelling | check date | check quote | check figure | check figures | check this | check source | double check | double-check | please check |
	fact check | fact-check | factcheck | fact check this | verify | verify this | confirm | to be confirmed | to be verified | tbc | tbd | cq | todo | fixme | correct? | really? | sure? | is this right? |
	réf. nécessaire | référence nécessaire | réf. souhaitée | référence souhaitée | réf. à confirmer | réf. obsolète | réf. incomplète | source insuffisante | source à préciser | source manquante | qui? | quand? | où? | lequel? | combien? | à vérifier | vérifier | à confirmer | à préciser | lien mort | lien brisé | c'est-à-dire? | pas clair | passage problématique |
	quelle? | beleg? | beleg fehlt | quelle fehlt | belege fehlen | nachweis fehlt | einzelnachweis fehlt | ohne beleg | wer? | wann? | wo? | prüfen | bitte prüfen | noch prüfen | name prüfen | stimmt das? | link fehlt | toter link | defekter link | nicht mehr online |
	cita requerida | fuente? | fuente requerida | falta fuente | quién? | cuándo? | dónde? | cuál? | verificar | por verificar | comprobar | sin verificar | enlace roto | enlace caído | aclaración requerida | página requerida |
	carece de fontes | carece de fontes? | carece de fonte melhor | fonte? | falta fonte | quem? | quando? | onde? | conferir | a confirmar | checar | ligação inativa | link inativo | necessário esclarecer | precisa de fonte |
	senza fonte | citazione necessaria | manca la fonte | chi? | dove? | quale? | da verificare | verificare | controllare | collegamento interrotto | link non funzionante | non chiaro | chiarire |
	potrzebny przypis | potrzebne źródło | źródło? | kto? | kiedy? | gdzie? | sprawdzić | do sprawdzenia | martwy link | niewiarygodne źródło | bron? | bron ontbreekt | wie? | wanneer? | waar? | controleren | nog checken | dode link |
	källa behövs | källa? | vem? | när? | var? | kolla | död länk | trenger referanse | kilde? | kilde mangler | hvem? | hvornår? | når? | død lenke | dødt link | tjek | sjekk | lähde? | kuka? | milloin? | tarkista |
	zdroj? | kdo? | kdy? | ověřit | doplňte zdroj | nedostupný zdroj | forrás? | ki? | mikor? | ellenőrizni | necesită citare | sursă? | cine? | când? | legătură nefuncțională | izvor? | ko? | tko? | kada? | nedostaje izvor | potreban izvor | mrtva veza | εκκρεμεί παραπομπή | πηγή? | ποιος? | πότε? | νεκρός σύνδεσμος |
	источник не указан | источник? | нет источника | источник не проверен | неавторитетный источник | неавторитетный источник? | нет в источнике | кто? | когда? | где? | какой? | какие? | сколько? | чей? | уточнить | уточнить ссылку | проверить | прояснить | стиль | битая ссылка | мёртвая ссылка | недоступная ссылка | значимость факта? |
	джерело? | джерело не вказано | немає джерела | хто? | коли? | де? | уточнити | перевірити | недоступне посилання | недоступне посилання з | неробоче посилання | източник? | кой? | кога? | нужен е източник | неактивна връзка |
	kaynak belirtilmeli | kaynak? | kim? | ne zaman? | nerede? | kontrol et | teyit edilmeli | ölü bağlantı | ölü/kırık bağlantı | kırık bağlantı | butuh rujukan | sumber? | siapa? | kapan? | pranala nonaktif | cần dẫn nguồn | nguồn? | liên kết hỏng |
	بحاجة لمصدر | المصدر? | بحاجة إلى مصدر | بحاجة لتوضيح | من? | متى? | أين? | محل شك | وصلة مكسورة | رابط معطوب | للتحقق | نیازمند منبع | منبع? | مدرک? | چه کسی? | پیوند مرده | דרוש מקור | מקור? | מי? | דרושה הבהרה | קישור שבור |
	來源請求 | 来源请求 | 需要引用 | 出处? | 出處? | 来源? | 來源? | 谁? | 誰? | 何时? | 何時? | 哪个? | 失效連結 | 失效链接 | 永久失效連結 | 永久失效链接 | 待核实 | 待查證 | 要出典 | 出典? | いつ? | どこ? | 要検証 | 独自研究? | リンク切れ | 要確認 | 출처 필요 | 출처? | 누가? | 언제? | 깨진 링크 | 확인 필요`)

// markGate has the first two bytes of the marks, which most brackets do not begin with.
var markGate = sync.OnceValue(func() *[1 << 12]bool {
	g := new([1 << 12]bool)
	for m := range editorsMarks.all() {
		g[pairHash(m[0], m[1])] = true
	}
	return g
})

// questioned is a mark as the table has it: with one kind of question mark, no blank before it, and none in front.
func questioned(s string) string { return strings.TrimPrefix(questionMarks.Replace(s), "¿") }

var questionMarks = strings.NewReplacer("？", "?", "؟", "?", " ?", "?", "\u00A0?", "?", "\u202F?", "?")

// sourceNouns tell a mark that stands in round brackets, where texts ask the reader, too, from "(who?)".
var sourceNouns = phrases("source", "citation", "citas", "ref", "cite", "check", "quelle", "beleg", "fuente", "cita ", "fonte", "źródło", "przypis", "bron", "källa", "kilde", "lähde", "zdroj",
	"forrás", "sursă", "izvor", "πηγή", "источник", "джерело", "kaynak", "rujukan", "nguồn", "مصدر", "منبع", "מקור", "出典", "來源", "来源", "出處", "出处", "출처")

const longestMark = 64 // bytes between the brackets

// editorsMarks records what was written to the author or the desk and left standing: marks between brackets, "TK" and "XX" for figures to come.
func (p *parser) editorsMarks(o *outline) {
	for i := o.first; i < o.last; i++ {
		var marks []Range
		for k := range p.brs[i] {
			p.look()
			b := &p.brs[i][k]
			from := b.Open + bracketLen(p.clean, b.Open)
			if b.Close <= from || b.Close-from > longestMark || p.clean[from] >= '0' && p.clean[from] <= '9' {
				continue
			}
			if !p.inGroup(b.Open) && !p.inCode(b.Open) && p.editorsMark(b, p.clean[from:b.Close]) {
				marks = append(marks, Range{Start: b.Open, End: b.Close + bracketLen(p.clean, b.Close)})
			}
		}
		for _, r := range p.openFigures(marks, p.t.Blocks[i].Range) {
			p.defect(Defect{Kind: Placeholder, Citation: -1, Note: -1, Span: p.t.Source(r), Detail: p.t.Slice(r)})
		}
	}
}

// editorsMark reports whether what stands in a bracket is written to the author or the desk.
func (p *parser) editorsMark(b *bracket, inner string) bool {
	if len(inner) < 2 {
		return false // "(?)" is said to the reader
	}
	if strings.Trim(inner, "?") == "" {
		return true
	}
	if strings.Contains(inner, "TK") && p.toCome(b, inner) {
		return true
	}
	if strings.Contains(inner, "XXX") && crossed(inner) {
		return true
	}
	if inner[0] < utf8.RuneSelf && !markGate()[pairHash(lowerASCII(inner[0]), lowerASCII(inner[1]))] {
		return false
	}
	mark := questioned(strings.Join(words(strings.ToLower(inner)), " "))
	if editorsMarks.has(mark) {
		return b.Kind == '(' && sourceNouns.in(mark) || b.Kind == '[' && (strings.HasSuffix(mark, "?") || strings.Contains(mark, " ") || caseless(mark) || p.noted(b, inner))
	}
	head, rest := mark, ""
	if k := strings.IndexAny(mark, "–—-|,;:0123456789"); k > 0 { // "citation needed – May 2019", "источник не указан 123 дня"
		head, rest = strings.TrimSpace(mark[:k]), mark[k:]
	}
	return rest != "" && b.Kind == '[' && (strings.Contains(head, " ") || strings.Contains(rest, "discuss")) && editorsMarks.has(head)
}

// deskVerbs stand beside "XXX" in what is written to the desk.
var deskVerbs = wordSet(`check recheck double-check fact-check factcheck verify confirm ask add insert fill find fix name date source number figure quote link spelling tk todo prüfen vérifier verificar comprobar verificare проверить`)

// crossed reports whether a mark begins or ends with "XXX", beside a word to the desk: "[XXX check with desk]", "(check XXX)". Alone it may be a number.
func crossed(inner string) bool {
	ws := words(inner)
	if len(ws) < 2 {
		return false
	}
	cross := func(w string) bool {
		w = strings.Trim(w, ":,–—-")
		return len(w) >= 3 && strings.Trim(w, "X") == ""
	}
	verb := func(w string) bool { return deskVerbs.has(foldWord(strings.Trim(w, ":,.!?"))) }
	last := len(ws) - 1
	return cross(ws[0]) && verb(ws[1]) || cross(ws[last]) && verb(ws[last-1])
}

// noted reports whether one word between square brackets is a note, and not what an editor put into a quotation ("we will [verify] it"): it is printed in
// capitals, or right behind what it is about ("in 2016.[dubious]").
func (p *parser) noted(b *bracket, inner string) bool {
	if inner == strings.ToUpper(inner) {
		return true
	}
	return b.Open > 0 && blankBefore(p.clean, b.Open) == 0
}

// toCome reports whether a bracket of an English text says that something is to come: "(source TK)". The short form of the name before it is no such
// thing, nor is a flight.
func (p *parser) toCome(b *bracket, inner string) bool {
	if p.lang != "en" && p.lang != "" {
		return false
	}
	ws := words(inner)
	for i, w := range ws {
		if !tkWord(strings.Trim(w, ".,;:?!")) || i+1 < len(ws) && isNumber(ws[i+1]) {
			continue
		}
		before := words(p.clean[p.backTo(b.Open, 60):b.Open])
		n := len(before)
		return len(ws) > 1 || n < 2 || !strings.EqualFold(before[n-2][:1]+before[n-1][:1], "TK")
	}
	return false
}

// tkWord reports whether a word is TK, once or several times.
func tkWord(w string) bool {
	return len(w) >= 2 && len(w)%2 == 0 && strings.Count(w, "TK") == len(w)/2
}

// figureNouns stand behind a figure, and behind what keeps its place.
var figureNouns = wordSet(`percent per million billion thousand people years months weeks days hours miles kilometers kilometres dollars euros pounds tons tonnes prozent millionen milliarden pour pourcent millions milliards por millones millas millón`)

// openFigures adds to the marks of a block the figures that are still to come in running text: "TK percent", "$XX million", "TKTK".
func (p *parser) openFigures(marks []Range, block Range) []Range {
	n := len(marks)
	for _, open := range [...]string{"TK", "XX"} {
		for at := block.Start; ; {
			k := strings.Index(p.clean[at:block.End], open)
			if k < 0 {
				break
			}
			r := Range{Start: at + k, End: at + k}
			for r.End < block.End && strings.HasPrefix(p.clean[r.End:block.End], open) {
				r.End += len(open)
			}
			if r.End < block.End && p.clean[r.End] == 'X' {
				r.End++
			}
			marked := sort.Search(n, func(i int) bool { return marks[i].End > r.Start })
			if (marked == n || marks[marked].Start > r.Start) && p.openFigure(r, block) && !p.inGroup(r.Start) && !p.inCode(r.Start) {
				marks = append(marks, r)
			}
			at = r.End
		}
	}
	return marks
}

// openFigure reports whether r, which is TK or XX or these repeated, keeps the place of a figure or of words to come.
func (p *parser) openFigure(r, block Range) bool {
	before, _ := utf8.DecodeLastRuneInString(p.clean[block.Start:r.Start])
	after, _ := utf8.DecodeRuneInString(p.clean[r.End:block.End])
	inWord := func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
	switch {
	case inWord(before) || inWord(after):
		return false
	case strings.ContainsRune("$€£", before) || after == '%' || p.clean[r.Start] == 'T' && r.End-r.Start > 2:
		return true
	case !blank(after):
		return false
	}
	for w := range strings.FieldsSeq(p.clean[r.End:min(block.End, r.End+20)]) {
		return figureNouns.has(foldWord(w))
	}
	return false
}
