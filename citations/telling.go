package citations

import (
	"strings"
	"unicode/utf8"
)

// complementizers open the clause that a verb of saying governs.
var complementizers = wordSet(`that que qu'il qu'elle qu’il qu’elle qu'un qu’un che dass daß że что що att at dat că hogy että ότι how why`)

// notTelling are copulas and verbs of owning and doing make a paper itself the matter: "The Guardian is a paper that …", "Le Monde, a racheté".
var notTelling = wordSet(`is was are were has had have will would can could may must be been est était sont a ont avait fut sera ist war sind hat hatte wurde wird es era son fue ha había será tiene tem foi é são è sono aveva jest był była byli byla byl är var hade and or und oder et ou y o e i en og och of
	for in on at to with by from as but who which whose where sold sells bought owns hired fired won lost closed opened moved sent sued paid pays asked asks wants wanted refused declined agreed knew knows ve ile veya oraz lub nebo ou och og és și και و`)

// telling is the verb right behind a name, where the clause goes on as one does that tells something.
func (p *parser) telling(s Range, from int) (Range, bool) {
	if p.lang == "tr" {
		return p.lastVerb(s, from)
	}
	from = closedQuote(p.clean, from, s.End)
	at := skipBlanks(p.clean, p.besideEnd(from, s.End), s.End)
	if p.lang == "en" {
		at = p.saidVerb(from, s.End)
	}
	e := p.verbEnd(at, s.End)
	w := p.clean[at:e]
	if p.lang == "de" {
		if verb, ok := p.lastGerman(s, at, germanHas.has(w)); ok {
			return verb, true
		}
	}
	if auxiliaries.has(w) { // "L'Observateur a fait ses comptes : «"
		if next := skipBlanks(p.clean, e, s.End); next > e {
			at, e = next, p.verbEnd(next, s.End)
		}
		if w = p.clean[at:e]; passives.has(w) {
			return Range{}, false
		}
	}
	if p.lang == "en" && w == "asks" && beginsWith(p.clean[e:s.End], asked) {
		return Range{Start: at, End: e}, true
	}
	if at == from || len(w) < 2 || capitalised(w) || isNumber(w) || notTelling.has(strings.ToLower(w)) || nameWords.has(w) || articleWords.has(w) {
		return Range{}, false
	}
	if p.lang == "en" && nounBefore(strings.ToLower(w), p.clean[e:s.End]) {
		return Range{}, false
	}
	return Range{Start: at, End: e}, p.tells(w, e, s.End)
}

// asked are the words behind "asks" that open what a paper wants to know.
var asked = wordSet(`why whether how if what who where when whose which`)

// nounBefore reports whether the English word w behind a name is the noun that makes it somebody else's, whose verb of saying follows: "The Independent candidate said that".
// What a paper makes, and who works for it, speaks for it.
func nounBefore(w, behind string) bool {
	return beginsWith(behind, saying()) && !saying().has(w) && !ownedNouns.has(w) && !mediumWords.has(w) && !kindWords.has(w) && !whenWords.has(w) && !strings.HasSuffix(w, "ly") && w != "itself"
}

// tells reports whether a clause goes on as one does that tells something, behind its verb w, which ends at byte e: with a quotation, a colon, or a word for "that".
func (p *parser) tells(w string, e, limit int) bool {
	if subordinate(p.clean[e:limit]) || p.lang == "en" && labelling.has(w) && judgedInQuotes(p.clean[e:min(limit, e+longestObject)]) {
		return true
	}
	reach := 3                                              // words behind the verb
	if saying().has(strings.ToLower(w)) || deeming.has(w) { // "said in a statement on 9 October that"
		reach = 8
	}
	for n := 0; n < reach && e < limit; n++ {
		if p.clean[e] == ':' {
			return e+1 < limit && blankAt(p.clean, e+1) > 0
		}
		k := skipBlanks(p.clean, e, limit)
		if k >= limit {
			return false
		}
		if aside := p.asideEnd(k, limit); aside > k { // "wrote last month (2/13/22) that"
			e = aside
			continue
		}
		if quoteMark(p.clean[k:limit]) > 0 || p.clean[k] == ':' {
			return true
		}
		if strings.IndexByte(".,;()", p.clean[e]) >= 0 {
			return subordinate(p.clean[e:limit]) || p.lang == "de" && p.clean[e] == ',' && (saying().has(w) || germanParts.has(w))
		}
		if beginsWith(p.clean[k:limit], complementizers) && (p.lang != "en" || firstPrinted(p.clean[k:limit]) != "at") {
			return true
		}
		if e = wordRun(p.clean[:limit], k); e == k {
			return false
		}
	}
	return false
}

// deeming are verbs of judging something, which stands before the judgement: "hält die Daten für „plausibel“".
var deeming = wordSet(`hält hielt stuft stufte bewertet bewertete qualifie qualifiait juge jugeait considère tilda tacha califica calificó considera classifica classificou definisce definiva ritiene giudica noemt noemde acht achtte kallar kalder kaller`)

// labelling are English verbs of that kind, behind whose object the judgement stands in quotes.
var labelling = wordSet(`called calls described describes dubbed dubs labelled labels labeled termed terms branded brands deemed deems hailed hails dismissed dismisses denounced denounces derided derides praised praises mocked mocks`)

// longestObject is how many bytes of a clause are looked through for the judgement in quotes behind what is judged.
const longestObject = 90

// judgedInQuotes reports whether a quotation opens in s before the clause ends: "called the saving, some $1.8 million a year, “about the price of a tugboat”".
func judgedInQuotes(s string) bool {
	for i := 1; i < len(s); i++ {
		switch {
		case strings.IndexByte(";:!?(", s[i]) >= 0 || s[i] == '.' && i+1 < len(s) && blankAt(s, i+1) > 0:
			return false
		case blankAt(s, i-1) > 0 && quoteMark(s[i:]) > 0:
			return true
		}
	}
	return false
}

// germanParts are the verbs of saying whose second part stands behind: "teilte mit, 12 Nester seien zerstört".
var germanParts = wordSet(`teilte teilt teilten gab gibt sagte sagt erklärte erklärt hieß heißt`)

// subordinate reports whether s begins with the comma and the word that open a clause of what was said: ", dass", ", że".
func subordinate(s string) bool {
	return len(s) > 2 && s[0] == ',' && s[1] == ' ' && beginsWith(s[1:], complementizers)
}

// auxiliaries stand before the participle of a verb of telling, passives where nothing is told.
var (
	auxiliaries = wordSet(`havia haviam tinham tenían tenía avevano a ont avait avaient ha han había habían hanno aveva has had have hat haben hatte hatten heeft had hebben tem têm tinha har hade havde`)
	passives    = wordSet(`été eu stata stato sido been not no never pas non niet nicht inte ikke`)
)

// verbEnd is where the word at byte at ends, apostrophes within it.
func (p *parser) verbEnd(at, limit int) int {
	for at < limit && (wordChar(p.clean, at) || p.clean[at] == '\'') {
		at++
	}
	return at
}

// closedQuote is the byte behind the mark at byte at that closes the quotation of a name: "„Polityka” policzyła, że".
func closedQuote(s string, at, limit int) int {
	if at < limit {
		if r, n := utf8.DecodeRuneInString(s[at:limit]); strings.ContainsRune(closingQuotes, r) && r != '’' {
			return at + n
		}
	}
	return at
}

// besideEnd is where what stands between a name that ends at byte at and its verb ends: a bracket, "(nr 21)", or what two commas part off, ", which runs terminals,".
func (p *parser) besideEnd(at, limit int) int {
	if k := p.asideEnd(skipBlanks(p.clean, at, limit), limit); k > skipBlanks(p.clean, at, limit) {
		at = k
	}
	const longest = 100
	if at+2 >= limit || p.clean[at] != ',' || blankAt(p.clean, at+1) == 0 {
		return at
	}
	from := skipBlanks(p.clean, at+1, limit)
	k := endOfAside.index(p.clean[from:min(limit, from+longest)])
	if k < 0 || p.clean[from+k] != ',' || capitalised(p.clean[from:limit]) || isNumber(p.clean[from:from+1]) {
		return at
	}
	return from + k + 1
}

// endOfAside are the marks at which what two commas part off ends.
var endOfAside = marks(",.;:!?«»“”\"")

// germanHas are the verbs whose participle ends a German clause, germanTold the participles that say that something was told,
// germanFinal the verbs that end a dependent clause of telling.
var (
	germanFinal = wordSet(`berichtet berichtete berichten berichteten meldet meldete melden meldeten schreibt schrieb schreiben nennt nannte mitteilt mitteilte mitteilen mitteilten angibt angab angeben angaben zitiert zitierte
		enthüllt enthüllte aufdeckte vermutet vermutete formuliert formulierte errechnete vorrechnet vorrechnete feststellt feststellte erklärt erklärte bestätigt bestätigte betont betonte anmerkt anmerkte titelt titelte kommentiert kommentierte
		herausfand aufzeigt darlegt darlegte ermittelte dokumentiert dokumentierte recherchierte erfuhr erfahren behauptet behauptete ausführt ausführte hervorhebt warnt warnte schätzt schätzte bemerkt bemerkte`)
	germanHas  = wordSet(`hat hatte haben hatten habe`)
	germanTold = wordSet(`ausgerechnet berichtet gemeldet enthüllt geschrieben aufgedeckt recherchiert dokumentiert veröffentlicht errechnet bestätigt zitiert berechnet ermittelt mitgeteilt gewarnt geschätzt gezählt
		nachgewiesen herausgefunden vorgerechnet bestritten dementiert angekündigt festgestellt beziffert nachgezählt erfahren gemessen registriert nachgezeichnet`)
)

// lastGerman is the word of telling that ends the German clause which goes on at byte from: "Der Tagesspiegel hatte zuerst über die Toten berichtet" with an
// auxiliary, "was die NZZ treffend das Argument der Stühle nannte" without.
func (p *parser) lastGerman(s Range, from int, auxiliary bool) (Range, bool) {
	clause := p.clean[from:min(s.End, from+longestClause)]
	k := strings.IndexAny(clause, ".,;:!?(")
	for k > 0 && clause[k] == '.' && k+1 < len(clause) && clause[k-1] >= '0' && clause[k-1] <= '9' { // "am 3. Mai"
		next := strings.IndexAny(clause[k+1:], ".,;:!?(")
		if next < 0 {
			k = -1
			break
		}
		k += 1 + next
	}
	if k >= 0 {
		clause = clause[:k]
	}
	clause = strings.TrimRight(clause, " \u00A0\n")
	w := lastField(clause)
	end := from + len(clause)
	return Range{Start: end - len(w), End: end}, auxiliary && germanTold.has(w) || !auxiliary && germanFinal.has(w)
}

// asideEnd is where a bracket that opens at byte at closes, at where none does.
func (p *parser) asideEnd(at, limit int) int {
	if at < limit && p.clean[at] == '(' {
		if k := strings.IndexByte(p.clean[at:min(limit, at+longestAside)], ')'); k > 0 {
			return at + k + 1
		}
	}
	return at
}

// longestClause is how many bytes of a Turkish or German clause are looked through for its verb.
const longestClause = 400

// turkishTellers are verbs of saying that end a Turkish clause; turkishPairs those that say something with the word before them alone: "söz ediyor".
var (
	turkishTellers = wordSet(`yazdı bildirdi duyurdu aktardı belirtti açıkladı aktarıyor yazıyor bildiriyor hesapladı hesaplıyor duyuruyor hatırlattı hatırlatıyor söyledi söylüyor vurguladı vurguluyor savundu savunuyor haberleştirdi iddia
		yayımladı yayınladı belirtiyor açıklıyor uyardı uyarıyor eleştirdi eleştiriyor kaydetti kaydediyor değerlendirdi yorumladı saptadı doğruladı yalanladı dedi diyor yazmıştı duyurmuştu bildirmişti aktarmıştı`)
	turkishPairs = wordSetLines(`öne sürdü|öne sürüyor|ileri sürdü|ileri sürüyor|ortaya koydu|ortaya koyuyor|ortaya çıkardı|söz ediyor|söz etti|iddia etti|iddia ediyor|tahmin ediyor|tahmin etti|tespit etti|tespit ediyor|işaret etti|işaret ediyor|dikkat çekti|dikkat çekiyor|
		ifadesini kullandı|ifadelerini kullandı|sözlerini kullandı|başlığını attı|başlığını kullandı|manşetine taşıdı|gündeme getirdi|sayfasına taşıdı|haber yaptı|haber veriyor|haber verdi`)
)

// lastVerb is the verb of saying that ends a Turkish clause which begins with the name of a paper.
func (p *parser) lastVerb(s Range, from int) (Range, bool) {
	if from >= s.End || blankAt(p.clean, from) == 0 && p.clean[from] != ',' {
		return Range{}, false
	}
	rest := p.clean[from:min(s.End, from+longestClause)]
	for cut := 0; ; {
		k := strings.IndexAny(rest[cut:], ".;:(")
		if k < 0 {
			k = len(rest) - cut
		}
		clause := strings.TrimRight(rest[:cut+k], " \n")
		if w := lastField(clause); turkishTellers.has(foldWord(w)) || turkishPairs.has(foldWord(lastField(strings.TrimRight(strings.TrimSuffix(clause, w), " ")))+" "+foldWord(w)) {
			end := from + len(clause)
			return Range{Start: end - len(w), End: end}, true
		}
		if cut+k < len(rest) && rest[cut+k] == '(' {
			if e := strings.IndexByte(rest[cut+k:], ')'); e > 0 { // an aside within the clause
				cut += k + e + 1
				continue
			}
		}
		if cut += k + 1; cut >= len(rest) || rest[cut-1] != '.' || cut < len(rest) && blankAt(rest, cut) > 0 {
			return Range{}, false
		}
	}
}
