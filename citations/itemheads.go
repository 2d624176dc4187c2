package citations

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/outlets"
)

// A head is what an item prints before its date. Whether it can be the name of an outlet decides whether the item cites at all; the registry
// knows many, and the others have to look like a name and unlike a place, an event, a law or a person's work.

// notOutlets are words that make a head something else than an outlet: statutes, courts, events, parts of books, credits.
var notOutlets = wordSet(`act acts law laws bill decree resolution treaty regulation directive ordinance statute order protocol accord agreement convention charter amendment constitution
	exh exhs exhibit exhibits hrg dz.u bgbl jorf docket slip cir dept rb hof bgh bverfg olg cass
	court tribunal tribunale juzgado gericht landgericht amtsgericht oberlandesgericht суд sąd mahkemesi rechtbank tingsrätt judgment ruling v vs versus case no nos art arts article articles sec section table tables fig figs figure figures appendix annex chapter ch vol volume edition part episode season
	operation battle siege massacre war offensive attack attacks bombing election elections summit conference revolution coup uprising referendum olympics festival anniversary ceasefire
	christmas easter ramadan eid eid-al-fitr eid-al-adha nowruz hanukkah passover diwali thanksgiving halloween ashura pesach weihnachten ostern pfingsten noël pâques navidad natale natal bayramı ramazan
	utc gmt cet cest est edt pst pdt bst ist msk
	tbc tbd tba tk
	born died since until circa founded established grant funding photo photos photograph image credit courtesy photographer version release phase week day born age aged killed
	bataille batalla battaglia batalha schlacht bitwa битва битви бій бой slag slaget savaşı muharebesi siège asedio assedio traité tratado trattato traktat umowa договор договір antlaşması vertrag coupe copa coppa taça pokal puchar кубок kupası
	fassung urt beschl bekanntmachung neufassung novelle drs drucksache bbl j.o jo
	loi décret arrêté ordonnance ley decreto lei gesetz verordnung urteil beschluss erlass zakon uredba legge закон указ приказ постановление решение kanun ustawa wet dpcm d.p.c.m dlgs d.lgs d.l dpr d.p.r rdl khk rozporządzenie uchwała règlement reglamento regolamento verordening besluit постанова постановa
	grafik abbildung abb tabelle schaubild karte graphique tableau carte cuadro gráfico mapa wykres tabela rycina рис таблица карта схема gambar tabel peta şekil tablo harita chart graph diagram map box isbn doi grantno exec stat usc resolution communiqué doc document`)

// nameWords may stand in lower case inside a name.
var nameWords = wordSet(`of the and for in on at to de la le les du des et d l y el los las del da do dos das e di della dello il lo gli von und der die das zu zur im am van het en voor al el as ash an ad ar at a o os
	вечерний вечерняя вечерние вечірній вечірня wieczorny wieczorna večerní večernji les deux jours 2 free com org net i na za u w po для и на в daily news press tv`)

// pressWords stand in the names of outlets whatever the language.
var pressWords = wordSet(`news times post herald tribune gazette journal daily weekly telegraph observer star sun mail express chronicle guardian monitor report reporter review press today standard mirror
	tv radio television broadcasting online media agency wire bulletin dispatch record independent courier inquirer examiner sentinel leader voice insider magazine digest newspaper website zeitung nachrichten
	anzeiger blatt bote rundschau kurier tagblatt presse journal gazeta gazette gazzetta giornale corriere diario jornal folha correio periódico prensa noticias notícias noticiero
	haber gazetesi ajansı tagesblatt krant dagblad nieuws nieuwsblad tidning posten bladet avisen новости газета правда известия вестник telewizja wiadomości vijesti novine lajme ditari channel account page blog`)

// editorsNotes begin what the desk itself adds to a piece under a day: "[Update, March 15: …]".
var editorsNotes = wordSetLines(`update|updated|correction|corrections|clarification|addendum|postscript|erratum|editor's note|editor’s note|editors' note|nachtrag|korrektur|berichtigung|aktualisierung|mise à jour|rectificatif|correctif|précision|actualización|corrección|rectificación|
	atualização|correção|aggiornamento|rettifica|correzione|correctie|rectificatie|rättelse|uppdatering|rettelse|oppdatering|opdatering|aktualizacja|sprostowanie|обновление|уточнение|исправление|güncelleme|düzeltme`)

// verdict is what a head is taken to be.
type verdict uint8

const (
	notName  verdict = iota // no outlet
	likeName                // looks like a name that no registry knows
	known                   // in the registry
)

// longestQualifier bounds what stands in square brackets behind a name, in bytes.
const longestQualifier = 60

// judgeHead decides what a head is. It must not be empty.
func (p *parser) judgeHead(s string) verdict {
	if !strings.ContainsFunc(s, unicode.IsLetter) && !p.numberName(s) {
		return notName
	}
	if editorsNotes.has(strings.ToLower(s)) {
		return notName
	}
	if p.knownName(s) {
		return known
	}
	if k := strings.LastIndex(s, " ["); k > 0 && s[len(s)-1] == ']' && len(s)-k < longestQualifier {
		s = s[:k] // "Calamada [pro-government]"
	}
	if len(s) > 120 || strings.Contains(s, ": ") && !quoted(s) || strings.Contains(s, "§") {
		return notName
	}
	ws := words(s)
	switch {
	case len(ws) == 2 && isNumber(foldWord(ws[1])) && (strings.HasSuffix(ws[0], ".") || len(ws[1]) > 4), (p.fixture(ws) || code(ws) || respondent(ws)) && !hasPressWord(ws): // "Ex. 14", "IMO 9182734", "Avranches – Granville"
		return notName
	case webPhrase(s):
		return likeName
	case len(ws) > 12 || p.isPlaces(s) || len(ws) <= 4 && placeWords.has(foldWord(ws[0])) && !hasPressWord(ws):
		return notName
	case caseless(s):
		if len(ws) > 5 {
			return notName
		}
		return likeName
	}
	return p.judgeWords(s, ws)
}

// judgeWords judges a name that is not known by the case of its words ws, and by those that no outlet's name has.
func (p *parser) judgeWords(s string, ws []string) verdict {
	upper, lower := 0, 0
	press := hasPressWord(ws)
	if !press && isVenue(ws) {
		return notName
	}
	for i, w := range ws {
		f := foldWord(w)
		if f == "" {
			continue
		}
		if notOutlets.has(f) && !press && !p.slipOf(s) || f == "no" && strings.HasSuffix(w, ".") {
			return notName
		}
		switch {
		case capitalised(w) || namePrefix(w):
			upper++
		case i == 0 && !domainLike(w) && !isNumber(f):
			lower += 2
		case domainLike(w), nameWords.has(f), isNumber(f), pressWords.has(f):
		default:
			lower++
		}
	}
	if upper == 0 && !domainLike(ws[0]) || lower > 1 || lower == 1 && upper < 2 {
		return notName
	}
	return likeName
}

// code reports whether words end in what numbers a thing and no outlet: "BA 117", "Soyuz MS-10", "CVE-2018-1002105", "Group B", "Minsk II".
func code(ws []string) bool {
	last := ws[len(ws)-1]
	letters, digits, hyphens := 0, 0, 0
	for i := range len(last) {
		switch c := last[i]; {
		case c >= 'A' && c <= 'Z':
			letters++
		case c >= '0' && c <= '9':
			digits++
		case c == '-':
			hyphens++
		default:
			return false
		}
	}
	switch {
	case letters > 0:
		return digits > 1 && hyphens > 0 || len(ws) == 2 && hyphens == 0 && digits == 0 && (len(last) == 1 || strings.Trim(last, "IVX") == "")
	case len(ws) == 2 && digits == len(last):
		return digits > 2 && len(ws[0]) < 4 && strings.ToUpper(ws[0]) == ws[0] && !caseless(ws[0])
	}
	return false
}

// respondent reports whether words are the code under which a study cites one of those it spoke to: "R17", "KII-04", "FGD 3".
func respondent(ws []string) bool {
	letters := strings.TrimRight(strings.Join(ws, ""), "0123456789")
	if len(ws) > 2 || letters == "" || len(letters) == len(strings.Join(ws, "")) {
		return false
	}
	letters = strings.TrimSuffix(letters, "-")
	return len(letters) == 1 && letters[0] >= 'A' && letters[0] <= 'Z' || respondentCodes.has(letters)
}

// respondentCodes are the usual ones: key informant, in-depth interview, focus group discussion, interviewee, participant.
var respondentCodes = wordSet(`KII KI IDI FGD FG INT Int Interview Interviewee Respondent Informant Participant Entretien Entrevista Intervista Gespräch Befragter`)

// fixture reports whether words are two names that a dash or a word for "against" joins: a match, a route. What stands behind the name of a known outlet is
// its place or its section.
func (p *parser) fixture(ws []string) bool {
	for i := 1; i+1 < len(ws); i++ {
		switch ws[i] {
		case "–", "—", "-", "x", "v", "vs", "vs.", "v.":
			return capitalised(ws[0]) && capitalised(ws[i+1]) && !p.names.Known(strings.Join(ws[:i], " "))
		}
	}
	return false
}

// slipOf reports whether a name is a misspelling of a known one: "New York Law Jounral" is no law.
func (p *parser) slipOf(s string) bool {
	ws := words(s)
	return len(ws) > 2 && swapsPressWord(foldWord(ws[len(ws)-1])) || len(ws) > 2 && p.names.Resolve(s, outlets.Context{Language: p.lang}).How == outlets.Fuzzy
}

// swapsPressWord reports whether two neighbouring letters of a long word, put right, make it one that the names of outlets have.
func swapsPressWord(f string) bool {
	if len(f) < 6 || len(f) > 16 {
		return false
	}
	b := []byte(f)
	for i := 1; i < len(b); i++ {
		b[i-1], b[i] = b[i], b[i-1]
		if pressWords.hasBytes(b) {
			return true
		}
		b[i-1], b[i] = b[i], b[i-1]
	}
	return false
}

// isVenue reports whether words are the name of a place where something happens: "Riverside Park", "Teatro Colón", "Nordseehalle".
func isVenue(ws []string) bool {
	last := foldWord(ws[len(ws)-1])
	if venues.has(last) || len(ws) > 1 && venueHeads.has(foldWord(ws[0])) {
		return true
	}
	for _, end := range [...]string{"halle", "stadion", "theater", "kirche", "kirke", "kyrkan", "kerk", "museum", "arena"} {
		if strings.HasSuffix(last, end) {
			return true
		}
	}
	return false
}

// venues end the names of places where something happens.
var venues = wordSet(`hall church school park theatre theater stadium arena library pub hotel museum square street road avenue bridge airport station hospital cathedral mosque club
	garden gardens oval palace chapel playhouse pavilion auditorium coliseum ballroom racecourse speedway kyrka stadyumu tiyatrosu müzesi anıtı meydanı camii salonu`)

// venueHeads begin the names of such places in languages that put the kind first.
var venueHeads = wordSet(`stade estadio estádio stadio stadion teatro théâtre teatr theater museo musée museu muzeum coliseo coliseu palacio palácio palazzo palais parc parque parco iglesia igreja église chiesa kościół auditorio auditório auditorium
	catedral cathédrale cattedrale salle velódromo vélodrome hipódromo kulturhaus bürgerhaus folkets театр дворец стадион музей дк кск клуб дом церковь собор`)

// placeWords begin the names of places and churches.
var placeWords = wordSet(`st saint mount mt lake fort port cape camp hotel san santa são sankt lac rue straße plaza the-falklands`)

// webPhrase knows heads that say where on the web something stands: "the new Facebook page of the …", "website of the Ministry of …".
func webPhrase(s string) bool { return webPhrases.in(s) }

var webPhrases = phrases("facebook page", "twitter account", "youtube channel", "telegram channel", "instagram account", "tiktok account", "website of", "web site of", "twitter feed", "vkontakte", "telegram account", "x account",
	"page facebook", "compte twitter", "página de facebook", "cuenta de twitter", "facebook-seite", "twitter-account", "pagina facebook")

// knownName reports whether the registry knows a name, printed as a name is.
func (p *parser) knownName(s string) bool {
	if !strings.ContainsFunc(s, unicode.IsLetter) {
		return p.numberName(s)
	}
	if !p.names.Known(s) {
		return false
	}
	if !lowerNoun(s) {
		return true
	}
	if end, _, ok := p.names.LongestAt(s, 0); ok && end == len(s) { // "taz", "der Standard"
		return true
	}
	return p.printedSo(s)
}

// printedSo reports whether the registry prints a name as s does, letter for letter: "the i", "taz".
func (p *parser) printedSo(s string) bool {
	m := p.names.Resolve(s, outlets.Context{Language: p.lang})
	so := func(o *outlets.Outlet) bool {
		return o != nil && (o.Name == s || slices.ContainsFunc(o.Aliases, func(a outlets.Alias) bool { return a.Text == s }))
	}
	return so(m.Entry) || slices.ContainsFunc(m.Candidates, func(c outlets.Candidate) bool { return so(p.names.ByID(c.ID)) })
}

// lowerNoun reports whether a known name is printed as the ordinary word that it also is: "der Standard" is the default, "le monde" the world.
func lowerNoun(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(r) {
		return false
	}
	i := strings.IndexAny(s, " \u00A0-'’")
	if i < 0 {
		return len(s) < 3
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[i:], " \u00A0-'’"))
	return unicode.IsLower(next)
}

// numberName reports whether a number is the name of an outlet: "444".
func (p *parser) numberName(s string) bool {
	return len(s) == 3 && isNumber(s) && p.names.Known(s)
}

func quoted(s string) bool { return strings.ContainsAny(s, "\"“„«") }

// domainLike reports whether a word is a host name: "Ura.ru", "lenta.ru", "Reporter.al".
func domainLike(w string) bool {
	i := strings.LastIndexByte(w, '.')
	if i < 2 || len(w)-i-1 < 2 || len(w)-i-1 > 6 {
		return false
	}
	for _, c := range w[i+1:] {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// isPlaces reports whether a head names places and nothing else: "Paris", "Sebha, Libya". Such a parenthesis dates an event.
func (p *parser) isPlaces(s string) bool {
	for _, part := range strings.Split(s, ",") {
		if !p.places(strings.TrimSpace(part)) {
			return false
		}
	}
	return true
}
