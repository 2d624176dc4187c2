package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// No list has all the verbs that a paper can be the subject of. Two turns tell without one that what follows is the paper's: the clause goes on with a quotation,
// a colon or a word for "that" ("La Stampa parla di «un Paese con il gesso»"), or, in Turkish, ends in a verb of saying. A third says where a person wrote or spoke:
// "argued in the Guardian".

// complementizers open the clause that a verb of saying governs.
var complementizers = wordSet(`that que qu'il qu'elle qu’il qu’elle qu'un qu’un che dass daß że что що att at dat că hogy että ότι how why`)

// copulas and verbs of owning and doing make a paper itself the matter: "The Guardian is a paper that …", "Le Monde, a racheté".
var notTelling = wordSet(`is was are were has had have will would can could may must be been says est était sont a ont avait fut sera ist war sind hat hatte wurde wird es era son fue ha había será tiene tem foi é são è sono aveva jest był była byli byla byl är var hade and or und oder et ou y o e i en og och of
	for in on at to with by from as but who which whose where sold sells bought owns hired fired won lost closed opened moved sent sued paid pays asked asks wants wanted refused declined agreed knew knows ve ile veya oraz lub nebo ou och og és și και و`)

// subjects finds the press that stands at the head of a clause with a verb that no list has.
func (p *parser) subjects(a *Article, s Range, ts []token, seen int) {
	from := s.Start // behind the last name found
	for i := range ts {
		at := max(s.Start, int(ts[i].start))
		if at < from || i > 0 && (ts[i-1].class&clauseEnd == 0 || !p.headOfClause(s, at)) {
			continue
		}
		if ts[i].class&(plain|articleWord|quotes|wide) == plain && p.has&medium == 0 && !p.names.MayBegin(p.clean[:s.End], at) { // mostly
			continue
		}
		r := p.subjectAt(at, s.End)
		if r.Empty() {
			continue
		}
		from = r.End
		if verb, ok := p.telling(s, r.End); ok && !p.inGroup(r.Start) && !p.datedBehind(r, s.End) && !overlapsAny(a.Citations[min(seen, len(a.Citations)):], r) {
			p.addAttribution(a, s, r, cue{before: true, press: true, text: p.clean[verb.Start:verb.End]}, verb.Start)
		}
	}
}

// reviewed finds the paper at the head of a sentence in a review of the press, whatever its verb: "The Scotsman carries a poll", "For the Financial Times, the
// thing to watch is oil", "In the Mail, the columnist calls it …". told are the citations found before.
func (p *parser) reviewed(a *Article, s Range, told *starts) {
	p.wordsOf(s)
	at, lead := s.Start, reviewLeads[firstWord(p.clean[s.Start:s.End])]
	if lead {
		at = nextWordStart(p.clean, at, s.End)
	}
	r := p.subjectAt(at, s.End)
	if r.Empty() || p.inGroup(r.Start) || p.datedBehind(r, s.End) || len(told.overlapping(r)) > 0 {
		return
	}
	rest := p.clean[r.End:s.End]
	verb := firstWord(rest)
	switch {
	case lead && !strings.HasPrefix(rest, ","), !lead && (blankAt(p.clean[:s.End], r.End) == 0 || notTelling[verb] || complementizers[verb] || nameWords[verb] || isNumber(verb)):
		return
	case !lead && (verb == "" || capitalised(strings.TrimLeft(rest, " \u00A0\n")) || !unicode.IsLetter(firstRune(verb))):
		return
	}
	p.addAttribution(a, s, r, cue{before: !lead, press: true, text: verb}, r.Start)
}

// reviewLeads open the sentence that a paper's name and a comma follow.
var reviewLeads = wordSet(`for in pour dans para en für in per su nel nella no na w`)

// subjectAt is the name of a paper that begins at byte i of a sentence, behind its article, a quotation mark or what describes it; empty where there is none.
func (p *parser) subjectAt(i, limit int) Range {
	if r := p.describedName(i, limit); !r.Empty() {
		return r
	}
	at := i
	if beginsWith(p.clean[at:limit], articleWords) && !p.startsName(at, limit) { // "Le Monde" has its article
		at = nextWordStart(p.clean, at, limit)
	}
	if at > i || elision(p.clean[at:limit]) > 0 && !p.startsName(at, limit) {
		at += elision(p.clean[at:limit])
	}
	at += quoteMark(p.clean[min(at, limit):limit])
	if at >= limit {
		return Range{}
	}
	end, ids, ok := p.names.LongestAt(p.clean[:limit], at)
	if !ok || !anyPress(ids) || !nameable(p.clean[at:end]) {
		return Range{}
	}
	return Range{Start: at, End: p.wholeName(at, end, limit)}
}

// startsName reports whether a known name begins at byte at.
func (p *parser) startsName(at, limit int) bool {
	_, _, ok := p.names.LongestAt(p.clean[:limit], at)
	return ok
}

// longestConjunction is the length in bytes of the longest word that headOfClause takes for one.
const longestConjunction = len("while")

// conjunctions are the words that a clause begins behind.
var conjunctions = wordSet(`and but while et mais und aber y pero e ma mas i a ale`)

// headOfClause reports whether a clause begins at byte i of a sentence: behind a comma, a dash, a semicolon or "and", "but".
func (p *parser) headOfClause(s Range, i int) bool {
	end := i
	for end > s.Start && blankBefore(p.clean, end) > 0 && p.clean[end-1] != '\t' && p.clean[end-1] != '\r' && p.clean[end-1] != 0x80 {
		end -= blankBefore(p.clean, end)
	}
	if end <= s.Start {
		return true
	}
	switch c := p.clean[end-1]; {
	case c == ',' || c == ';':
		return true
	case c >= utf8.RuneSelf:
		if last, _ := utf8.DecodeLastRuneInString(p.clean[s.Start:end]); last == '–' || last == '—' {
			return true
		}
	}
	from := end
	for from > s.Start && p.clean[from-1] != ' ' && blankBefore(p.clean, from) != len("\u00A0") {
		if from--; end-from > longestConjunction {
			return false
		}
	}
	var room [4 * longestConjunction]byte
	return conjunctions[string(lower(room[:0], p.clean[from:end]))]
}

// telling is the verb right behind a name, where the clause goes on as one does that tells something.
func (p *parser) telling(s Range, from int) (Range, bool) {
	if p.lang == "tr" {
		return p.lastVerb(s, from)
	}
	at := skipBlanks(p.clean, from, s.End)
	if k := p.asideEnd(at, s.End); k > at {
		at = skipBlanks(p.clean, k, s.End)
	}
	e := at
	for e < s.End && (wordChar(p.clean, e) || p.clean[e] == '\'') {
		e++
	}
	w := p.clean[at:e]
	if p.lang == "de" && germanHas[w] {
		return p.participle(s, e)
	}
	if at == from || len(w) < 3 || capitalised(w) || isNumber(w) || notTelling[strings.ToLower(w)] || nameWords[w] || articleWords[w] {
		return Range{}, false
	}
	verb := Range{Start: at, End: e}
	for n := 0; n < 3 && e < s.End; n++ {
		if p.clean[e] == ':' {
			return verb, e+1 < s.End && blankAt(p.clean, e+1) > 0
		}
		k := skipBlanks(p.clean, e, s.End)
		if k >= s.End {
			break
		}
		if quoteMark(p.clean[k:s.End]) > 0 {
			return verb, true
		}
		if strings.IndexByte(".,;()", p.clean[e]) >= 0 {
			break
		}
		if beginsWith(p.clean[k:s.End], complementizers) && (p.lang != "en" || firstPrinted(p.clean[k:s.End]) != "at") {
			return verb, true
		}
		for e = k; e < s.End && wordChar(p.clean, e); {
			e++
		}
		if e == k {
			break
		}
	}
	return Range{}, false
}

// germanHas are the verbs whose participle ends a German clause, germanTold the participles that say that something was told.
var (
	germanHas  = wordSet(`hat hatte haben hatten habe`)
	germanTold = wordSet(`berichtet gemeldet enthüllt geschrieben aufgedeckt recherchiert dokumentiert veröffentlicht errechnet bestätigt zitiert`)
)

// participle is the participle of telling that ends the German clause which goes on at byte from: "Der Tagesspiegel hatte zuerst über die Toten berichtet".
func (p *parser) participle(s Range, from int) (Range, bool) {
	clause := p.clean[from:min(s.End, from+longestClause)]
	if k := strings.IndexAny(clause, ".,;:!?("); k >= 0 {
		clause = clause[:k]
	}
	clause = strings.TrimRight(clause, " \u00A0\n")
	w := lastField(clause)
	end := from + len(clause)
	return Range{Start: end - len(w), End: end}, germanTold[w]
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

// turkishTellers are verbs of saying that end a Turkish clause.
var turkishTellers = wordSet(`yazdı bildirdi duyurdu aktardı belirtti açıkladı aktarıyor yazıyor bildiriyor hesapladı duyuruyor hatırlattı söyledi vurguladı savundu öne sürdü ortaya koydu haberleştirdi iddia`)

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
		if w := lastField(clause); turkishTellers[foldWord(w)] {
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

// nextWordStart is where the word behind the one at byte i begins, limit if there is none.
func nextWordStart(s string, i, limit int) int { return skipBlanks(s, wordEnd(s, i, limit), limit) }

// wordEnd is where the word at byte i ends: at the next blank, or at limit.
func wordEnd(s string, i, limit int) int {
	for i < limit && (!mayBlank[s[i]] || blankAt(s, i) == 0) {
		i++
	}
	return i
}

// mayBlank marks the first bytes of what blankAt takes for blanks.
var mayBlank = [256]bool{' ': true, '\t': true, '\n': true, '\r': true, 0xC2: true, 0xE3: true}

// wroteWords say that somebody wrote or spoke.
var wroteWords = wordSet(`wrote writes written argued argues said says saying told published publishes warned claimed claims explained recalled complained reported described noted calls called writing interview op-ed column editorial
	écrit écrivait publié publiée tribune interview expliqué affirmé déclaré dénonce dénoncé raconté entretien schreibt schrieb sagte nennt nannte erklärt erklärte interview gastbeitrag kommentar spricht sprach
	escribió escribe dijo publicó publicado entrevista columna aseguró afirmó denunció escreveu disse publicado entrevista artigo coluna scrive ha scritto risponde intervista editoriale replica dice detto
	nazval nazvala uvedl uvedla prohlásil prohlásila nazwał nazwała ocenił oceniła назвал назвала оценил оценила заявил заявила называет объяснил объяснила nazvao nazvala rekao rekla izjavio izjavila
	рассказали рассказал рассказала написали написал написала сообщили пишут сказал сказала интервью статье колонке отметили napisał napisała napisali pisze powiedział powiedziała opublikował wywiad skrev skriver sade säger psal napsal řekl rozhovor zei zegt vertelde vertelt schreef schrijft berättar`)

// wrote reports whether a verb or noun of writing or speaking stands in the sentence not far from byte i.
func (p *parser) wrote(s Range, i int) bool {
	const reach = 90
	to := min(i+reach, s.End)
	for to < s.End && !utf8.RuneStart(p.clean[to]) {
		to++
	}
	for _, w := range words(p.clean[p.backTo(i, min(reach, i-s.Start)):to]) {
		if wroteWords[foldWord(w)] {
			return true
		}
	}
	return false
}
