package citations

import (
	"slices"
	"strings"

	"example.org/verify/citations/outlets"
)

// A ministry, an institute or an association is a source where a sentence has it assert something: where it stands at the head of a clause, and a verb behind it goes
// on with "that", a quotation or a colon, or with the figure that it found. Where it decides, builds or buys, it is what the sentence is about.

// joinsName stand between a noun of bodies and the rest of the name, where nameWords lacks them.
var joinsName = wordSet(`für zum zur gegen for para pour per della dello dei degli delle dell' för till fra från om w we ds. do spraw na nad z ze по за`)

// judging are verbs of decision and wish: what they govern is no report of anything.
var judging = wordSet(`decided decides ruled rules ordered orders voted votes agreed agrees demanded demands required requires proposed proposes promised promises hoped hopes feared fears wanted wants asked asks requested requests urged urges
	called calls approved approves ensured ensures made makes gave gives insisted pledged pledges vowed vows met published publishes launched launches opened signed
	décidé décide ordonné ordonne exigé exige demandé demande souhaite promis promet espère veut
	entschied entscheidet beschloss beschließt forderte fordert verlangte verlangt will hofft versprach
	decidió decide ordenó ordena exigió exige pidió pide espera quiere prometió decidiu ordenou exigiu pediu pede quer prometeu
	deciso ordinato chiesto chiede vuole spera besloot beslist eist eiste wil hoopt postanowił postanowiła postanowiło zdecydował zdecydowała zdecydowało zażądał zażądała zażądało chce
	решил решила решило потребовал потребовала потребовало хочет постановил постановила постановило приказал приказала вирішив вирішила вирішило вимагає rozhodl rozhodla rozhodlo žádá`)

// bodyAt is the name of the body that a clause begins with at byte i; empty where it begins with none.
func (p *parser) bodyAt(i, limit int) Range {
	at := p.behindArticles(i, limit)
	if at >= limit {
		return Range{}
	}
	if capitalised(p.clean[at:limit]) {
		return p.bodyName(at, limit)
	}
	if at > i {
		return p.commonBody(at, limit)
	}
	return Range{}
}

// commonBody is the name of a body whose noun stands in small letters at byte at: "le ministère de l'Énergie", "het waterschap Scheldestromen".
func (p *parser) commonBody(at, limit int) Range {
	if r := p.slavicCommon(at, limit); !r.Empty() {
		return r
	}
	if !beginsWith(p.clean[at:limit], bodyNouns) {
		return Range{}
	}
	if article := firstWord(lastField(strings.TrimRight(p.clean[p.backTo(at, 8):at], " \u00A0\n"))); indefinite.has(article) || p.lang == "en" && article != "the" {
		return Range{} // "data centre of …"
	}
	end := wordEnd(p.clean, at, limit)
	for range 3 {
		k := skipBlanks(p.clean, end, limit)
		if k >= limit || k == end {
			return Range{}
		}
		if p.clean[k] == '(' {
			return Range{}
		}
		k += elision(p.clean[k:limit])
		if capitalised(p.clean[k:limit]) {
			r, ok := p.capitalRun(k, limit)
			if !ok {
				return Range{}
			}
			return Range{Start: at, End: p.fieldsOn(at, r.End, limit)}
		}
		end = wordEnd(p.clean, k, limit)
		if w := p.clean[k:end]; !ofParticles.has(w) && !joinsName.has(w) && w != "of" && w != "the" && !articleWords.has(w) {
			return Range{}
		}
	}
	return Range{}
}

// abbreviated is the abbreviation in a bracket that names a body described in small letters at byte at: "the state oil firm (NNPC) claims".
func (p *parser) abbreviated(at, limit int) Range {
	const most = 4 // words
	for n := 0; n < most && at < limit; n++ {
		e := wordEnd(p.clean, at, limit)
		if w := p.clean[at:e]; capitalised(w) || notTelling.has(w) || notDescribing.in(w) {
			return Range{}
		}
		if at = skipBlanks(p.clean, e, limit); at < limit && p.clean[at] == '(' {
			r := Range{Start: at + 1, End: p.verbEnd(at+1, limit)}
			if r.End < limit && p.clean[r.End] == ')' && allCapitals(p.clean[r.Start:r.End]) {
				return r
			}
			return Range{}
		}
	}
	return Range{}
}

// notDescribing are the signs that no word has which describes a body.
var notDescribing = marks(".,;:!?(\"0123456789")

// behindArticles is the byte behind the article or elision that stands at byte i, be it at the head of a sentence.
func (p *parser) behindArticles(i, limit int) int {
	if beginsWith(p.clean[i:limit], articleWords) {
		i = nextWordStart(p.clean, i, limit)
	}
	for _, tied := range [...]string{"L'", "L’"} {
		if strings.HasPrefix(p.clean[i:limit], tied) {
			return i + len(tied)
		}
	}
	return i + elision(p.clean[i:limit])
}

// officeEnd is where a name that ends at byte end goes on to, where a genitive ties the noun of a body to it: "Orlow State Auditor's Office", "Farmers' Union".
func (p *parser) officeEnd(end, limit int) int {
	at := end
	for _, tie := range [...]string{"'s ", "’s ", "' ", "’ "} {
		if strings.HasPrefix(p.clean[end:limit], tie) {
			at = end + len(tie)
			break
		}
	}
	if at == end || !capitalised(p.clean[at:limit]) || !bodyNouns.has(strings.ToLower(p.clean[at:p.verbEnd(at, limit)])) {
		return end
	}
	if r, ok := p.capitalRun(at, limit); ok {
		return r.End
	}
	return end
}

// bodyName is the name of a body that begins with the capital at byte at: a known one, a run of capitals with a noun of bodies, or one whose initials a bracket gives.
func (p *parser) bodyName(at, limit int) Range {
	end, ids, ok := p.nameAt(at, limit)
	return p.bodyNamed(at, limit, knownAt{end, ids, ok})
}

// bodyNamed is bodyName where what is known at byte at was looked for.
func (p *parser) bodyNamed(at, limit int, found knownAt) Range {
	if found.ok && nameable(p.clean[at:found.end]) && !p.headsBody(at, found.end, limit) {
		if anyPress(found.ids) || !asserting(found.ids) {
			return Range{}
		}
		end := p.wholeName(at, found.end, limit)
		if r, ok := p.capitalRun(at, limit); ok && end > found.end && r.End > end && p.namesBody(p.clean[found.end:r.End]) { // "the Orlow State Ministry of Health"
			return r
		}
		return Range{Start: at, End: p.ofPlace(end, limit)}
	}
	if e := p.verbEnd(at, limit); p.explained(p.clean[at:e]) {
		return Range{Start: at, End: e}
	}
	r, ok := p.capitalRun(at, limit)
	if first := firstPrinted(p.clean[at:limit]); !ok || beginsWith(first, conjunctions) || beginsWith(first, hereIn) {
		return Range{} // "Wie das Bundesamt"
	}
	r.End = p.officeEnd(r.End, limit)
	r.End = p.bodyTail(p.fieldsOf(p.joinedName(r.Start, r.End, limit), limit), limit)
	name := p.clean[r.Start:r.End]
	if p.namesBody(name) {
		return r
	}
	if open := skipBlanks(p.clean, r.End, limit); open < limit && p.clean[open] == '(' {
		if k := p.asideEnd(open, limit); k > open && spellsOut(words(name), p.clean[open+1:k-1]) {
			return r
		}
	}
	if end := p.describedBody(r, limit); end > r.End {
		return Range{Start: r.Start, End: end}
	}
	return p.slavicBody(at, limit)
}

// describedBody is where the name at r ends that goes on in small letters to a bracket with its acronym: "Laboratoire national (LNBTP)"; its end where there is none.
func (p *parser) describedBody(r Range, limit int) int {
	const most = 3 // words
	end := r.End
	for range most {
		at := skipBlanks(p.clean, end, limit)
		if at == end || at >= limit {
			break
		}
		if p.clean[at] == '(' {
			if k := p.asideEnd(at, limit); k > at && p.acronyms[p.clean[at+1:k-1]] {
				return end
			}
			break
		}
		e := wordEnd(p.clean, at, limit)
		if partsNames.in(p.clean[at:e]) || saying().has(p.clean[at:e]) {
			break
		}
		end = e
	}
	return r.End
}

// partsNames are signs that no name goes on over.
var partsNames = marks(".,;:!?\"")

// ofPlace is where an English name ends that ends at byte end or goes on with "of" and a place: "the Royal Society of Edinburgh".
func (p *parser) ofPlace(end, limit int) int {
	if p.lang != "en" || !strings.HasPrefix(p.clean[end:limit], " of ") {
		return end
	}
	at := end + len(" of ")
	if r, ok := p.capitalRun(at, limit); ok && p.places(p.clean[at:r.End]) {
		return r.End
	}
	return end
}

// indefinite are articles before a noun that names nobody.
var indefinite = wordSet(`a an ein eine einem einer eines un une una uno um uma een en ett et`)

// asserting reports whether one of the entries is a body that may be the source of a statement. What a court says is a ruling, and what a party says is politics.
func asserting(ids []*outlets.Outlet) bool {
	for _, o := range ids {
		switch o.Kind {
		case "international", "ngo", "think-tank", "research", "university", "government", "company":
			return true
		}
	}
	return false
}

// joinedName is where a name ends that ends at byte end or goes on over a joining particle and another capital: "Kieler Institut für Weltwirtschaft".
func (p *parser) joinedName(from, end, limit int) int {
	for range 2 {
		at := skipBlanks(p.clean, end, limit)
		e := wordEnd(p.clean, at, limit)
		if at == end || !joinsName.has(p.clean[at:e]) || p.lang == "de" && !p.endsInNoun(p.clean[from:end]) {
			return end
		}
		for range 2 { // "zum Schutz des Rheins"
			at = skipBlanks(p.clean, e, limit)
			if at >= limit || capitalised(p.clean[at:limit]) {
				break
			}
			e = wordEnd(p.clean, at, limit)
			if !articleWords.has(p.clean[at:e]) {
				return end
			}
		}
		r, ok := p.capitalRun(at, limit)
		if !ok || !capitalised(p.clean[r.Start:r.End]) {
			return end
		}
		end = r.End
	}
	return end
}

// fieldsOf is where the name of an office ends that ends at byte end or goes on with further fields that it is for: "Landesamt für Naturschutz, Umwelt und Geologie",
// "ministère de l'Agriculture, de l'Alimentation et de la Forêt".
func (p *parser) fieldsOf(end, limit int) int {
	const most = 3
	for at, n := end, 0; n < most && at+1 < limit; n++ {
		comma := p.clean[at] == ','
		k := at
		if comma {
			k++
		}
		k = skipBlanks(p.clean, k, limit)
		e := wordEnd(p.clean, k, limit)
		and := andWords.has(p.clean[k:e]) || p.clean[k:e] == "och" || p.clean[k:e] == "og"
		if and && n == 0 || !and && !comma {
			return end
		}
		if and {
			k = skipBlanks(p.clean, e, limit)
		}
		for range 2 { // "de l'", "für den"
			if e = wordEnd(p.clean, k, limit); !ofParticles.has(p.clean[k:e]) && !joinsName.has(p.clean[k:e]) && !articleWords.has(p.clean[k:e]) {
				break
			}
			k = skipBlanks(p.clean, e, limit)
		}
		k += elision(p.clean[k:limit])
		if e = p.verbEnd(k, limit); e == k || !capitalised(p.clean[k:e]) {
			return end
		}
		if at = e; and {
			return at
		}
	}
	return end
}

// endsInNoun reports whether a German name ends in the noun that says what kind of body it is: "Institut" of "Institut für Weltwirtschaft", and not "Institut
// Allensbach", for whom it may do something.
func (p *parser) endsInNoun(name string) bool {
	last := lastField(name)
	return p.namesBody("X "+last) || bodyWords.has(foldWord(last))
}

// ofParticles join the parts of the names of bodies in languages that write them in small letters.
var ofParticles = wordSet(`de du des d' da do das dos del di della dello dei degli delle van`)

// bodyTail is where a name ends that ends at byte end or goes on in small letters: "Agence française de développement", "Cour des comptes".
func (p *parser) bodyTail(end, limit int) int {
	for range 2 {
		at := skipBlanks(p.clean, end, limit)
		e := wordEnd(p.clean, at, limit)
		if at == end || e == limit {
			return end
		}
		if w := p.clean[at:e]; !ofParticles.has(w) && !tiedParticle(w) { // an adjective before the particle
			at = skipBlanks(p.clean, e, limit)
			next := p.clean[at:wordEnd(p.clean, at, limit)]
			if !ofParticles.has(next) && !tiedParticle(next) || capitalised(w) || notTelling.has(w) || saying().has(w) || strings.ContainsAny(w, ".,;:()") || auxiliaries.has(w) {
				return end
			}
			e = at + len(next)
		}
		if !tiedParticle(p.clean[at:e]) {
			if at = skipBlanks(p.clean, e, limit); at == e || at >= limit {
				return end
			}
			if e = wordEnd(p.clean, at, limit); articleWords.has(p.clean[at:e]) { // "de la concurrence"
				at = skipBlanks(p.clean, e, limit)
				e = wordEnd(p.clean, at, limit)
			}
			if at == e || quoteMark(p.clean[at:e]) > 0 || isNumber(p.clean[at:at+1]) {
				return end
			}
		}
		if core := strings.TrimRight(p.clean[at:e], ".,;:!?"); core != p.clean[at:e] {
			return at + len(core)
		}
		end = e
	}
	return end
}

// tiedParticle reports whether a word begins with an elided particle: "d'électricité".
func tiedParticle(w string) bool {
	return strings.HasPrefix(w, "d'") || strings.HasPrefix(w, "d’")
}

// figuring are verbs whose object is a figure that the subject found.
var figuring = wordSet(`admits admitted speaks speak spoke talks talk talked thinks puts put estimates estimated counted counts recorded measured documented reckons projects forecasts expects calculated registered tallied found
	chiffre chiffrait évalue estime estimait recense dénombre prévoit compte
	geht ging spricht sprach warnt warnte schätzt schätzte beziffert bezifferte zählt zählte rechnet rechnete maß misst meldet meldete erwartet errechnete registrierte
	cifra cifró estima estimó calcula calculó contabiliza contabilizó registra registró prevé registrou estimou calculou contou aponta prevê
	stima stimava calcola conta contava prevede registra schat schatte becijfert telde telt raamt meldt verwacht
	szacuje szacował szacowała szacowało naliczył naliczyła naliczyło ocenia prognozuje odnotował odnotowała odnotowało
	оценивает оценил оценила оценило насчитал насчитала насчитало прогнозирует ожидает зафиксировал зафиксировала оцінює прогнозує нарахував нарахувала
	uppskattar räknar beräknar anslår regner estimerer odhaduje napočítal napočítala
	mencatat memperkirakan menaksir menghitung mendata mendokumentasikan procjenjuje procijenio prebrojao prebrojala bilježi zabilježio zabilježila estimează calculează numără arvioi laskee kirjasi becsüli becslése számolt εκτιμά υπολογίζει καταγράφει κατέγραψε
	räknade uppskattade anslog beregner beregnede anslår talte registrerte registrerede registrerade opgør noterer noterte noterade`)

// figured is the verb at byte from with which a body gives a figure: "puts the cost at 40 million".
func (p *parser) figured(from, limit int) (Range, bool) {
	at := skipBlanks(p.clean, from, limit)
	if k := p.asideEnd(at, limit); k > at {
		at = skipBlanks(p.clean, k, limit)
	}
	e := wordRun(p.clean[:limit], at)
	if n := arrivalAt(p.clean[at:limit]); at > from && n > 0 && p.figureAhead(skipBlanks(p.clean, at+n, limit), limit) {
		return Range{Start: at, End: e}, true
	}
	if at == from || !figuring.has(p.clean[at:e]) {
		return Range{}, false
	}
	rest := p.object(e, limit)
	if k := strings.IndexAny(rest, "0123456789"); k >= 0 {
		return Range{Start: at, End: e}, reckoned(p.clean[at:e], words(rest[:k]), rest[k:]) && (p.lang != "en" || p.figures(p.clean[at:e], rest))
	}
	if p.lang == "en" {
		return Range{Start: at, End: e}, p.figures(p.clean[at:e], rest)
	}
	ws := words(rest)
	k := slices.IndexFunc(ws, func(w string) bool { return spelledIn(p.lang, w) })
	return Range{Start: at, End: e}, k >= 0 && reckoned(p.clean[at:e], ws[:k], strings.Join(ws[k:], " "))
}

// arrivals are turns of coming to a figure, the figure right behind them.
var arrivals = [...]string{"komt uit op ", "kwam uit op ", "houdt het op ", "hield het op ", "gaat uit van ", "ging uit van ", "kommt auf ", "kam auf ", "landar på ", "landade på ", "lander på ", "landet på ", "landede på ", "kommer fram till ", "kom fram till ", "kommer frem til ", "kom frem til ",
	"arrives at ", "arrived at ", "aboutit à ", "aboutissait à ", "table sur ", "tablait sur ", "parle de ", "parlait de ", "habla de ", "hablaba de ", "parla di ", "parlava di ", "fala em ", "falava em ", "fala de ", "mówi o ", "говорит о ", "говорить про "}

// arrivalAt is how many bytes such a turn has with which s begins; 0 where it begins with none.
func arrivalAt(s string) int {
	for _, turn := range arrivals {
		if strings.HasPrefix(s, turn) {
			return len(turn)
		}
	}
	return 0
}

// object is what the clause has behind the verb that ends at byte e.
func (p *parser) object(e, limit int) string {
	const reach = 80
	rest := p.clean[e:min(limit, e+reach)]
	for k := range len(rest) {
		if strings.IndexByte(".;:(", rest[k]) >= 0 && (k+1 == len(rest) || k == 0 || !isNumber(rest[k-1:k]) || !isNumber(rest[k+1:k+2])) { // "2.3"
			return rest[:k]
		}
	}
	return rest
}

// figures reports whether what follows an English verb of figuring has the figure that was found, be it in words.
func (p *parser) figures(verb, rest string) bool {
	switch verb {
	case "puts", "put", "found":
		return strings.ContainsAny(rest, "0123456789")
	case "speak", "speaks", "spoke", "talk", "talks", "talked":
		if !strings.HasPrefix(rest, " of ") {
			return false
		}
	case "admits", "admitted":
		if !strings.HasPrefix(rest, " to ") {
			return false
		}
	case "measured":
		if strings.Contains(rest, " in ") && !strings.Contains(rest, " of ") { // "measured 12 metres in length"
			return false
		}
	}
	return strings.ContainsAny(rest, "0123456789") || slices.ContainsFunc(firstWords(rest, figureWords), p.numberWord)
}

// figureWords is how many words behind the verb are looked through for a figure in words.
const figureWords = 5

// inverts reports whether the cue is a verb of saying behind which its subject may stand.
func (q *cue) inverts() bool {
	return q.press && q.near && !q.told && !q.where && !q.view && !strings.Contains(q.text, " ")
}

// bodyBehind is the body behind the verb of saying [at, end), where what it said stands before the verb and the clause ends with the body: "Thirty boats are left, says
// the Harbour Institute (HI)."
func (p *parser) bodyBehind(s Range, at, end int) Range {
	before := strings.TrimRight(p.clean[s.Start:at], " \u00A0\n")
	if before == "" || before[len(before)-1] != ',' && !closesOrOpens(before) {
		return Range{}
	}
	name := skipBlanks(p.clean, end, s.End)
	if beginsWith(p.clean[name:s.End], articleWords) {
		name = nextWordStart(p.clean, name, s.End)
	}
	if name >= s.End || name == end {
		return Range{}
	}
	r := p.firmName(name+elision(p.clean[name:s.End]), s.End)
	if r.Empty() || p.places(p.clean[r.Start:r.End]) {
		return Range{}
	}
	if next := skipBlanks(p.clean, r.End, s.End); next < s.End && strings.IndexByte(".,;:!?(", p.clean[next]) < 0 {
		return Range{}
	}
	return r
}

// reckoned reports whether a figure is what a body reckons where its verb says other things, too. between are the words from the verb to the figure, with which rest begins.
// What is put somewhere, and what is found by number, is no estimate: "puts 20 people on duty", "found 12 bodies", but "puts the cost at 40 million", "found 14 per cent dry".
// Nor is what a body counts among its own: "L'université compte 12 000 étudiants".
func reckoned(verb string, between []string, rest string) bool {
	switch verb {
	case "geht", "ging", "spricht", "sprach":
		return len(between) > 0 && between[0] == "von"
	case "compte", "conta", "contava", "telt", "telde", "zählt", "zählte", "räknar", "registra", "registró":
		const reach = 3 // words behind the figure: "40 aktive Mitglieder"
		counted := firstWords(strings.TrimLeft(rest, "0123456789., \u00A0\u202F"), reach)
		return !slices.ContainsFunc(counted, func(w string) bool { return ownParts.has(foldWord(w)) })
	case "put", "puts":
		return slices.ContainsFunc(between, levels.has)
	case "found":
		rest = strings.TrimLeft(rest, "0123456789., \u00A0")
		return len(between) > 0 || strings.HasPrefix(rest, "%") || shares.begins(rest)
	}
	return true
}

// ownParts are what bodies have and count as their own.
var ownParts = wordSet(`membres adhérents étudiants étudiantes élèves salariés employés agents fonctionnaires chercheurs bénévoles agences bureaux antennes filiales laboratoires facultés
	mitglieder mitgliedern mitarbeiter mitarbeiterinnen beschäftigte angestellte studenten studentinnen studierende schüler ehrenamtliche freiwillige filialen büros standorte fakultäten
	membri iscritti soci studenti dipendenti ricercatori volontari sedi uffici filiali sportelli miembros socios afiliados estudiantes alumnos empleados funcionarios investigadores voluntarios sucursales oficinas sedes
	membros sócios filiados alunos estudantes funcionários pesquisadores voluntários agências leden studenten medewerkers werknemers onderzoekers vrijwilligers vestigingen kantoren
	medlemmar studenter anställda forskare`)

// levels stand before the figure at which something is put, shares behind one that is a part.
var (
	levels = wordSet(`at between above below around near`)
	shares = phrases("per cent", "percent", "out of ")
)
