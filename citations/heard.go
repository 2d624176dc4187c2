package citations

import (
	"strings"
	"unicode/utf8"
)

// heardIn is the paper or body in which something was said or stands, at the head of a clause that begins at byte i: "В Минтрансе заявили", "Beim Umweltbundesamt
// heißt es".
func (p *parser) heardIn(s Range, i int) Range {
	if !beginsWith(p.clean[i:s.End], hereIn) {
		return Range{}
	}
	r := p.nameAfter(i, s.End)
	if r.Empty() {
		return r
	}
	end := skipBlanks(p.clean, p.besideEnd(closedQuote(p.clean, r.End, s.End), s.End), s.End)
	if rest := strings.ToLower(p.clean[end:min(s.End, end+longestHeard)]); heard.begins(rest) || p.toldThere(r, end, s.End) {
		return r
	}
	return Range{}
}

// toldThere reports whether the sentence goes on at byte at, behind the known paper or station at r in which something was said, with the verb of saying, its subject, and what was
// said: "Bij Omroep Zeeland vertelde een schipper dat". Languages that put the verb second do so.
func (p *parser) toldThere(r Range, at, limit int) bool {
	if p.lang != "nl" && p.lang != "de" {
		return false
	}
	_, ids, ok := p.nameAt(r.Start, r.End)
	e := p.verbEnd(at, limit)
	w := p.clean[at:e]
	return ok && anyPress(ids) && (told().has(w) || saying().has(w)) && p.tells(w, e, limit)
}

// nameAfter is the paper or body that is named right behind the word at byte i, its article and a quotation mark passed: "pour l'USPO", "im »Spiegel«".
func (p *parser) nameAfter(i, limit int) Range {
	at := nextWordStart(p.clean, i, limit)
	if beginsWith(p.clean[at:limit], articleWords) {
		at = nextWordStart(p.clean, at, limit)
	}
	if at >= limit {
		return Range{}
	}
	at += elision(p.clean[at:limit])
	at += quoteMark(p.clean[at:limit])
	return p.firmName(at, limit)
}

// hereIn stand before the name of a paper or body in which something is said.
var hereIn = wordSet(`au aux chez dalla dal presso alla al desde beim bei aus im in в у во na w we v ve dans sur sul sulla su nel nella en no na bij`)

// longestHeard is how many bytes behind such a name are looked through.
const longestHeard = 40

// heard say that something was said or is to be read.
var heard = phrases("heißt es", "hieß es", "heisst es", "war zu lesen", "ist zu lesen", "steht, ", "stand, ", "war zu hören", "on lit", "on pouvait lire", "on apprend", "on assure", "se lee", "se podía leer", "lê-se", "si legge", "si leggeva", "valt te lezen", "stond te lezen", "heet het", "zeggen ze", "zegt men",
	", on répond", ", on explique", ", on dit", ", on reconnaît", ", on indique", ", on précise", ", on confirme", ", on assure", ", on rappelle", ", on affirme", "on répond", "on explique", "on reconnaît", "on affirme",
	"aseguran que", "dicen que", "explican que", "responden que", "admiten que", "reconocen que", "afirman que", "recuerdan que", "confirman que", "advierten que", "calculan que", "insisten en que", "señalan que",
	"garantem que", "dizem que", "explicam que", "respondem que", "admitem que", "reconhecem que", "afirmam que", "lembram que", "confirmam que", "assegura-se que", "diz-se que",
	"dicono che", "spiegano che", "assicurano che", "rispondono che", "ammettono che", "riconoscono che", "fanno sapere che", "confermano che", "ricordano che", "precisano che",
	"заявили", "заявляют", "сообщили", "сообщают", "отвечают", "ответили", "говорят", "считают", "уверяют", "пояснили", "поясняют", "отметили", "отмечают", "подтвердили", "опровергли", "рассказали", "подчеркнули", "признали", "утверждают", "напомнили", "уточнили", "объяснили", "писали", "пишут",
	"заявили", "повідомили", "повідомляють", "відповідають", "відповіли", "кажуть", "вважають", "запевняють", "пояснили", "пояснюють", "зазначили", "зазначають", "підтвердили", "спростували", "розповіли", "стверджують", "нагадали", "уточнили", "писали", "заперечують", "заперечили", "наполягають", "скаржаться", "отрицают", "возражают", "настаивают", "жалуются", "обещают",
	"mówią", "twierdzą", "zapewniają", "podkreślają", "odpowiadają", "przyznają", "informują", "tłumaczą", "czytamy", "można przeczytać", "říkají", "tvrdí", "potvrdili", "odmítli", "uvedli", "kažu", "tvrde", "potvrđuju")

// quipped is the paper whose verb, of which no list has all, stands at byte i behind a quotation: "« Sabotage de quoi ? » rétorque Le Djely", "…”, quipped the Guardian."
func (p *parser) quipped(s Range, i int) Range {
	before := behindQuotation.trimRight(p.clean[s.Start:i])
	last, _ := utf8.DecodeLastRuneInString(before)
	if before == "" || alnum(before[len(before)-1]) || !strings.ContainsRune(closingQuotes+"?!", last) || strings.ContainsRune("?!", last) && p.lang != "fr" {
		return Range{}
	}
	const most = 2 // words between the verb and the name
	at := i
	for n := 0; n <= most; n++ {
		w := firstPrinted(p.clean[at:s.End])
		if w == "" || capitalised(w) || strings.ContainsAny(w, ".,;:!?()") || n == 0 && (articleWords.has(w) || notTelling.has(w) || nameWords.has(w) || prepositions.has(w)) {
			return Range{}
		}
		if at = nextWordStart(p.clean, at, s.End); at >= s.End {
			return Range{}
		}
		if r := p.subjectAt(at, s.End); !r.Empty() {
			next := closedQuote(p.clean, r.End, s.End)
			if next < s.End && strings.IndexByte(".,:;!?(", p.clean[next]) < 0 && quoteMark(p.clean[skipBlanks(p.clean, next, s.End):s.End]) == 0 {
				return Range{}
			}
			return r
		}
	}
	return Range{}
}

// behindQuotation may stand between a quotation and the verb of who said it.
var behindQuotation = marks(" \u00A0\n,–—-")

// prepositions cannot be the verb of a quotation.
var prepositions = wordSet(`including like unlike via as not also only nor than about after before under over into near per says
	comme contre chez sans sous par sur dans avec selon ni puis wie als bei mit von aus nach gegen ohne auch nicht como contra con sin sobre según ni come contro con senza su secondo né
	com sem segundo als bij met van uit tegen zonder jak z ze bez przez dla do od nad oraz как с без от из для к об och med från utan ile gibi`)

// wroteWords say that somebody wrote or spoke.
var wroteWords = wordSet(`article essay piece letter appeared wrote writes written argued argues said says saying told published publishes warned claimed claims explained recalled complained reported described noted calls called writing interview op-ed column editorial
	replied replies retorted retorts countered counters quipped quips joked jokes wondered wonders insisted insists reckoned reckons thinks lamented laments mused muses scoffed scoffs concluded concludes suggested suggests predicted predicts confessed confesses admitted admits quoted
	écrit écrivait publié publiée tribune interview expliqué affirmé déclaré dénonce dénoncé raconté entretien schreibt schrieb sagte nennt nannte erklärt erklärte interview gastbeitrag kommentar spricht sprach
	escribió escribe dijo publicó publicado entrevista columna aseguró afirmó denunció escreveu disse publicado entrevista artigo coluna scrive ha scritto risponde intervista editoriale replica dice detto
	nazval nazvala uvedl uvedla prohlásil prohlásila nazwał nazwała ocenił oceniła назвал назвала оценил оценила заявил заявила называет объяснил объяснила nazvao nazvala rekao rekla izjavio izjavila
	read reads reading learned learnt declarat spus scris afirmat δήλωσε είπε μίλησε έγραψε δηλώσει ανέφερε встановили встановив виявили розповіли kertoi sanoi nyilatkozta mondta
	lu lit lisait appris constaté indiqué confirmé assuré estimé précisé relevé dit disait gelesen las liest gehört erfahren berichtet berichtete gesagt leído leyó lee leía supo enterado constató señaló informó contó relató leu lido lê apurou constatou afirmou contou relatou
	letto leggere lesse saputo constatato spiegato raccontato ha confermato przeczytał przeczytała czytał czytamy ustalił ustaliła zauważył zauważyła poinformował poinformowała potwierdził stwierdził прочитал прочитала прочёл узнал узнала выяснил выяснила насчитал подтвердил отметил прочитав прочитала дізнався дізналася з'ясував повідомив розповів сказав пише писав
	gelezen las leest vernam vastgesteld stelde telde meldde schrijft läst läste räknade berättade rapporterade lest leste talte fortalte læst læste fortæller četl četla dočetl zjistil zjistila potvrdil potvrdila pročitao pročitala čitao saznao saznala utvrdio potvrdio melaporkan mengatakan menulis membaca dibaca menyaksikan menghitung melihat
	рассказали рассказал рассказала написали написал написала сообщили пишут сказал сказала интервью статье колонке отметили napisał napisała napisali pisze powiedział powiedziała opublikował wywiad skrev skriver sade säger psal napsal řekl rozhovor zei zegt vertelde vertelt schreef schrijft berättar`)

// wrote reports whether a verb or noun of writing or speaking stands in the sentence not far from byte i.
func (p *parser) wrote(s Range, i int) bool {
	const reach = 90
	to := min(i+reach, s.End)
	for to < s.End && !utf8.RuneStart(p.clean[to]) {
		to++
	}
	for _, w := range words(p.clean[p.backTo(i, min(reach, i-s.Start)):to]) {
		if wroteWords.has(foldWord(w)) {
			return true
		}
	}
	return false
}
