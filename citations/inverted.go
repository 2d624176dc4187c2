package citations

import (
	"strings"
	"unicode/utf8"
)

// Most languages put the verb of saying before its subject where the statement stands first: "Il manque 12 médecins, reconnaît l'Agence régionale de santé (ARS)",
// "teilte das Statistische Bundesamt mit", "радить Європейський банк реконструкції". Such a verb opens a clause or follows a word for "so", and nothing but where or
// when it was said follows the name: what a body buys or builds stands there otherwise.

// assertions are the verbs, and their participles, with which a body asserts something in this order, by language; besides them those of cues.
var assertions = map[string]*wordList{
	"fr": wordSet(`admet admettait admis reconnaît reconnaissait reconnu regrette regrettait regretté déplore déplorait déploré juge jugeait jugé considère considérait estime estimait estimé évalue évaluait évalué calcule calculait calculé
		conclut concluait conclu concède concédait soutient soutenait prétend insiste insistait objecte rétorque répond répondait répondu plaide plaidait plaint alarme redoute craint nuance corrige dément démenti confirme confirmé
		accuse fustige critique prévient prévenu avertit averti diagnostique chiffré constaté indiqué précisé affirmé assuré annoncé expliqué souligné rappelé dénoncé relevé félicite dit disait`),
	"de": wordSet(`klagt klagte klagen räumt räumte hält hielt schätzt schätzte urteilt urteilte kritisiert kritisierte mahnt mahnte warnt warnte befürchtet befürchtete betont betonte bemängelt bemängelte meint meinte argumentiert entgegnet
		entgegnete widerspricht rügt rügte teilt teilte teilten gibt gab weist wies stellt stellte ermittelte errechnete rechnet bilanziert folgert erklärt erklärte sagt sagte vermutet glaubt fürchtet beklagt beklagte versichert versicherte so`),
	"es": wordSet(`admite admitió admitía reconoce reconoció reconocía responde respondió lamenta lamentó lamentaba alega alegó replica replicó defiende defendió concluye concluyó advierte advirtió estima estimó considera consideró opina opinaba
		juzga matiza desmiente desmintió denuncia denunció critica criticó reprocha avisa avisó teme insiste insistió remarca remarcó sostiene dice dijo afirma asegura calcula calculó constata constató queja calculado estimado`),
	"pt": wordSet(`admite admitiu admitia reconhece reconheceu responde respondeu lamenta lamentou alega alegou conclui concluiu considera considerou contrapõe defende defendeu critica criticou avisa avisou teme reage reagiu insiste sustenta
		diz disse queixa queixou calcula calculou estima estimou constata ressalva argumenta`),
	"it": wordSet(`ammette ammetteva ammesso riconosce riconosceva riconosciuto risponde rispondeva risposto replica replicato lamenta lamentava lamentato conclude concludeva concluso ritiene riteneva giudica avverte avvertito teme obietta
		ribatte precisa precisato assicura assicurato contesta critica stima stimato calcola calcolato spiega spiegato confermato smentito denunciato segnalato annunciato dice diceva insiste sostiene`),
	"nl": wordSet(`becijfert becijferde klaagt klaagde erkent erkende meent meende oordeelt oordeelde waarschuwt waarschuwde laat liet antwoordt antwoordde concludeert concludeerde vindt vond vreest vreesde stelt stelde benadrukt benadrukte schat
		schatte zegt zei schrijft schreef meldt meldde berekent berekende geeft gaf verwacht verwachtte betoogt aldus`),
	"pl": wordSet(`wyliczył wyliczyła wyliczyło odpowiada odpowiadał odpowiedział odpowiedziała odpowiedziało przyznaje przyznał przyznała przyznało ocenia ocenił oceniła oceniło twierdzi twierdził twierdziła zapewnia zapewniał zapewnia ostrzega ostrzegł
		ostrzegła alarmuje szacuje szacował szacowała tłumaczy tłumaczył tłumaczyła uważa uznał uznała uznało stwierdził stwierdziła stwierdziło skarży narzeka przekonuje wskazuje wskazał wskazała podkreśla podkreślił podkreśliła zauważa`),
	"ru": wordSet(`считает считают полагает жалуется подсчитал подсчитала подсчитало отвечает ответил ответила ответило признаёт признает признал признала признало утверждает заверяет заверил заверила настаивает возражает предупреждает предупредил
		предупредила предупредило оценивает оценил оценила оценило подчёркивает подчеркивает заявил заявила заявило заявляет сетует напоминает заключил заключила заключило советует рекомендует отмечает указывает указал указала пришёл пришел пришла пришло`),
	"uk": wordSet(`вважає вважають радить скаржиться відповідає відповіла відповів відповіло визнає визнала визнало визнав стверджує наполягає запевняє запевнила підрахувала підрахував підрахувало попереджає попередила попередило оцінює оцінила оцінило
		заявила заявив заявило заявляє наголошує нагадує рекомендує зазначає вказує бідкається дійшов дійшла дійшло заперечує`),
	"cs": wordSet(`uvedl uvedla uvedlo uvádí tvrdí odhaduje odhadl odhadla odhadlo varuje varoval varovala přiznává přiznal přiznala odpovídá odpověděl odpověděla upozorňuje upozornil upozornila spočítal spočítala namítá vysvětluje stěžuje`),
	"sv": nordic, "da": nordic, "no": nordic, "nb": nordic, "nn": nordic,
}

// nordic are the verbs of Danish, Norwegian and Swedish, which are read for one another.
var nordic = wordSet(`uppger uppgav säger sade sa anser bedömer bedömde varnar varnade konstaterar konstaterade skriver beräknar beräknade hävdar hävdade klagar menar medger medgav svarar svarade uppskattar uppskattade räknar oplyser oplyste vurderer vurderede anslår anslog advarer advarede siger sagde mener mente skrev fastslår fastslog beregner hævder svarer svarede erkender erkendte konkluderer opplyser opplyste vurderte anslo advarte sier fastslo hevder svarte innrømmer`)

// reflexives stand before the verb of a body that complains.
var reflexives = wordSet(`se si s' s’ si`)

// soWords stand before a verb whose subject is a body: "так радить", "ainsi l'estime".
var soWords = wordSet(`так ainsi así assim così so zo tak jak як как comme como come zoals wie som выводу выводам висновку висновків`)

// saidWhere may follow the name of a body that has said something, besides marks: where or when it was said, and the second part of a verb.
var saidWhere = wordSet(`dans en em in im am nel nella nei w v v в у на au à le el il lors tras después após depois após nach nella durante auf bei über em na no aux ce este esta questa ieri hier ayer ontem gestern gisteren wczoraj вчера вчора после після
	mit ein an fest hin vor klar zurück weten mee aan vast i på sur sul sulla su par por per zu op`)

// assertedBy is the body, or the paper, that asserts what stands before it, its verb at byte at; empty where there is none.
func (p *parser) assertedBy(s Range, at int) (r Range, q cue) {
	verbs := assertions[p.lang]
	if verbs == nil || !p.partedOff(s, at) {
		return Range{}, q
	}
	e := p.verbEnd(at, s.End)
	w, first, firstEnd := strings.ToLower(p.clean[at:e]), at, e
	for n := 0; n < 2 && (auxiliaries.has(w) || reflexives.has(w)); n++ {
		if at = skipBlanks(p.clean, e, s.End); at == e {
			return Range{}, q
		}
		e = p.verbEnd(at, s.End)
		w = p.clean[at:e]
	}
	if p.lang == "de" && germanHas.has(p.clean[first:firstEnd]) {
		return p.hasReckoned(s, at)
	}
	if !verbs.has(withoutReflexive(w)) && !saying().has(w) {
		return Range{}, q
	}
	next := skipBlanks(p.clean, tiedPronoun(p.clean, e, s.End), s.End)
	if e2 := wordEnd(p.clean, next, s.End); whenWords.has(p.clean[next:e2]) {
		next = skipBlanks(p.clean, e2, s.End)
	}
	if next == e || next >= s.End {
		return Range{}, q
	}
	q = cue{press: true, text: w}
	if r = p.subjectAt(next, s.End); r.Empty() {
		q = cue{body: true, text: w}
		if r = p.bodyAt(next, s.End); r.Empty() {
			r = p.acronymAt(next, s.End)
		}
	}
	if r.Empty() || !p.saidThere(r.End, s.End) {
		return Range{}, q
	}
	return r, q
}

// hasReckoned is the body of a German turn that goes on at byte at behind its auxiliary: "so hat es das Öko-Institut ausgerechnet".
func (p *parser) hasReckoned(s Range, at int) (r Range, q cue) {
	if w := firstPrinted(p.clean[at:s.End]); w != "es" && w != "das" {
		return Range{}, q
	}
	q = cue{body: true}
	at = nextWordStart(p.clean, at, s.End)
	if r = p.subjectAt(at, s.End); !r.Empty() {
		q = cue{press: true}
	} else if r = p.bodyAt(at, s.End); r.Empty() {
		return Range{}, q
	}
	if told := p.clause(s, r.End); !germanTold.has(lastField(told)) {
		return Range{}, q
	}
	return r, q
}

// partedOff reports whether a mark, or a word for "so", stands before byte at of a sentence.
func (p *parser) partedOff(s Range, at int) bool {
	before := strings.TrimRight(p.clean[s.Start:at], " \u00A0\n")
	if before == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return strings.ContainsRune(",;:–—?!-"+closingQuotes, last) || soWords.has(strings.ToLower(lastField(before)))
}

// saidThere reports whether nothing but where or when it was said follows the name that ends at byte end.
func (p *parser) saidThere(end, limit int) bool {
	end = closedQuote(p.clean, end, limit)
	at := skipBlanks(p.clean, end, limit)
	if at >= limit || strings.IndexByte(".,;:!?(", p.clean[at]) >= 0 || strings.HasPrefix(p.clean[at:], "–") || strings.HasPrefix(p.clean[at:], "—") {
		return true
	}
	first := firstPrinted(p.clean[at:limit])
	return quoteMark(p.clean[at:limit]) > 0 || saidWhere.has(strings.TrimRight(first, ".,;:!?")) || complementizers.has(first)
}

// acronymAt is an acronym behind the article at byte at: "l'USPO"; empty where there is none.
func (p *parser) acronymAt(at, limit int) Range {
	from := p.behindArticles(at, limit)
	end := p.verbEnd(from, limit)
	if from == at || !allCapitals(p.clean[from:end]) {
		return Range{}
	}
	return Range{Start: from, End: end}
}

// withoutReflexive is a verb without the pronoun that is tied to it: "s'alarme", "queixa-se".
func withoutReflexive(w string) string {
	for _, head := range [...]string{"s'", "s’", "l'", "l’"} {
		w = strings.TrimPrefix(w, head)
	}
	return strings.TrimSuffix(w, "-se")
}

// tiedPronoun is where a pronoun ends that a hyphen ties to the verb which ends at byte e: "queixa-se".
func tiedPronoun(s string, e, limit int) int {
	const tied = "-se"
	if strings.HasPrefix(s[e:limit], tied) && wordRun(s, e+1) == e+len(tied) {
		return e + len(tied)
	}
	return e
}
