package citations

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/outlets"
)

// nameSearch is how far the search for the name behind a cue has come.
type nameSearch struct {
	cue         cue
	from, limit int    // behind the cue, and the end of its sentence
	at, n       int    // the word at hand: where it begins, and how many were passed
	addressed   bool   // a word of addressing was passed, or the cue needs none
	before      string // the word before
	noun        bool   // a noun of bodies in small letters was passed
}

// nameBehind finds what a cue names behind it: within a few words, a known name, a run of capitals, or a plural noun of speakers.
func (p *parser) nameBehind(s Range, from int, q cue) (Range, bool) {
	reach := 7
	if q.near {
		reach = 2
	}
	x := nameSearch{cue: q, from: from, limit: s.End, at: skipBlanks(p.clean, from, s.End), addressed: !q.to}
	for _, mark := range [...]string{"'", "’"} { // "si legge sull'Eco di Biella"
		if x.at == from && strings.HasPrefix(p.clean[from:s.End], mark) {
			x.at += len(mark)
		}
	}
	if q.press && q.near && !q.where {
		x.at = p.behindObject(x.at, s.End)
	}
	run := -1 // where the capitals right before the word at hand begin
	for ; x.n < reach && x.at < s.End; x.n++ {
		if k := strings.IndexByte(p.clean[x.at:min(s.End, x.at+longestAside)], ')'); q.to && p.clean[x.at] == '(' && k > 0 {
			x.at = skipBlanks(p.clean, x.at+k+1, s.End) // "dijo Pablo Sosa (Tirkou, 8 de junio de 1955) a La Nación"
			x.n--
			continue
		}
		if r := p.knownBehind(&x, run); !r.Empty() {
			return r, true
		}
		e := wordEnd(p.clean, x.at, s.End)
		w := strings.Trim(p.clean[x.at:e], ".,;:!?\"“”()’'")
		if r, done := p.unknownBehind(&x, w, e); done {
			return r, !r.Empty()
		}
		x.before = w
		if !capitalised(w) || articleWords.has(strings.ToLower(w)) || p.clean[x.at:e] != w {
			run = -1
		} else if run < 0 {
			run = x.at
		}
		x.addressed = x.addressed || addressing.has(w) || p.lang == "de" && (w == "dem" || w == "der") // the dative
		x.at = skipBlanks(p.clean, e, s.End)
	}
	return Range{}, false
}

// knownBehind is the known name that begins at the word at hand, behind what describes it, an elision or a quotation mark, which it passes; empty where there is
// none that the cue can mean.
func (p *parser) knownBehind(x *nameSearch, run int) Range {
	if r := p.describedName(x.at, x.limit); !r.Empty() && (x.addressed || slices.ContainsFunc(words(p.clean[x.at:r.Start]), func(w string) bool { return addressing.has(w) })) {
		return r
	}
	if tied := elision(p.clean[x.at:x.limit]); tied > 0 {
		x.addressed = x.addressed || strings.HasPrefix(p.clean[x.at:x.limit], "all")
		x.at += tied
	}
	if q := quoteMark(p.clean[x.at:x.limit]); q > 0 {
		if _, _, ok := p.nameAt(x.at+q, x.limit); ok {
			x.at += q
		}
	}
	end, ids, ok := p.nameAt(x.at, x.limit)
	if e := p.citedAt(x.at, x.limit); !ok && x.addressed && e > x.at {
		return Range{Start: x.at, End: e}
	}
	if !ok && x.cue.mayBeOrdinary(p.lang) {
		if end = p.pressAt(x.at, x.limit); end > x.at {
			return Range{Start: x.at, End: end}
		}
	}
	if !ok || !x.addressed || !nameable(p.clean[x.at:end]) || (x.cue.text == "told" || x.cue.press) && !anyPress(ids) {
		return Range{}
	}
	return Range{Start: p.nameStart(run, x.at, x.cue), End: p.wholeName(x.at, end, x.limit)}
}

// unknownBehind judges the word w at hand, which ends at byte e with its marks, where no known name begins: the name that no registry knows, and whether the
// search is over.
func (p *parser) unknownBehind(x *nameSearch, w string, e int) (r Range, done bool) {
	q, printed, low := &x.cue, p.clean[x.at:e], strings.ToLower(w)
	anybody := q.text != "told" && !q.press
	name := capitalised(w) && !articleWords.has(low)
	switch {
	case w == "" || strings.ContainsAny(printed, ".,;:(") && (x.n > 0 || strings.IndexByte(",;:", printed[len(printed)-1]) >= 0) && !speakers.has(low) && !capitalised(w):
		return Range{}, true // "according to her, the Mail was late"
	case anybody && p.bodyOfCue(x, w):
		x.noun = true
		r = p.bodyCalled(x.at+tiedArticle(low), x.limit)
		return r, !r.Empty()
	case anybody && speakers.has(low):
		return p.speakerRange(x.from, x.at, x.at+len(w)), true
	case anybody && name && printed == w && p.commonNoun(w) && p.genitiveFollows(e, x.limit): // "laut einer Umfrage der Kammer"
	case anybody && name && x.noun: // "selon le conseil municipal de Vauclaix"
		return Range{}, true
	case anybody && name:
		if r := p.slavicBody(x.at, x.limit); !r.Empty() {
			return r, true
		}
		r, ok := p.capitalRun(x.at, x.limit)
		if !ok || p.dateLike(p.clean[x.from:r.End]) || p.commonNoun(p.clean[r.Start:r.End]) { // "a report from 5 April"
			return Range{}, true
		}
		return r, true
	case q.press && q.near && x.n == 0 && (strings.HasSuffix(w, "ment") || strings.HasSuffix(w, "mente") || whenWords.has(w)): // "comme l'écrit joliment La Croix"
	case q.press && q.near && capitalised(w) && p.lang == "en" && (!q.where || articleWords.has(x.before)):
		return p.calledPaperAt(x.at, x.limit, knownAt{}), true
	case q.press && q.near && !articleWords.has(w):
		return Range{}, true
	case (q.text == "told" || q.to && x.addressed) && capitalised(w) && (articleWords.has(x.before) || addressing.has(x.before)):
		if r, ok := p.capitalRun(x.at, x.limit); ok && (p.calledPaper(p.clean[r.Start:r.End]) || mediaNouns.has(foldWord(firstField(p.clean[skipBlanks(p.clean, r.End, x.limit):x.limit])))) {
			return r, true
		}
	case q.text == "told" && x.n == 0 && callSign(w):
		return Range{Start: x.at, End: x.at + len(w)}, true
	}
	return Range{}, false
}

// mayBeOrdinary reports whether what the cue names may be a paper called by a word that is ordinary elsewhere, which its capital tells: "lit-on dans Liberté". English has
// too many of them, German gives every noun a capital, and what is said "in" one may be a place.
func (q *cue) mayBeOrdinary(lang string) bool {
	return q.press && q.near && !q.where && !q.view && lang != "en" && lang != "de"
}

// behindObject is the byte behind the pronoun for what was said that stands between a verb and its subject, which begins at byte at: "ustaliła to „Polityka”", "сообщает об
// этом ТАСС", "lo publicó así Clarín".
func (p *parser) behindObject(at, limit int) int {
	e := p.verbEnd(at, limit)
	switch w := p.clean[at:e]; {
	case saidObjects.has(w):
		return skipBlanks(p.clean, e, limit)
	case aboutWords.has(w):
		next := skipBlanks(p.clean, e, limit)
		if e = p.verbEnd(next, limit); aboutThis.has(p.clean[next:e]) {
			return skipBlanks(p.clean, e, limit)
		}
	}
	return at
}

// saidObjects are such pronouns, aboutWords and aboutThis the two words of "of this".
var (
	saidObjects = wordSet(`to это це ji je así così assim ainsi es das det dette detta sitä tämän azt`)
	aboutWords  = wordSet(`o об про про over om darüber despre`)
	aboutThis   = wordSet(`tym tom tome этом этого це цьому ovome toj tej det dette detta this isso disso asta`)
)

// bodyOfCue reports whether the word at hand is a noun of bodies in small letters, with nothing but an article between it and the cue.
func (p *parser) bodyOfCue(x *nameSearch, w string) bool {
	if x.cue.to || p.lang == "de" || x.n > 1 || capitalised(w) {
		return false
	}
	if before := strings.ToLower(x.before); x.n > 0 && !articleWords.has(before) && !indefinite.has(before) {
		return false
	}
	low := strings.ToLower(w)
	return bodyNouns.has(low[tiedArticle(low):])
}

// bodyCalled is the name with the noun of bodies at byte at: "selon le ministère de la Santé" is not Santé. Where what follows the noun is known by itself, it is that:
// "l'institut Ifop", "le bureau d'Amnesty International"; where it is a person's name, that person.
func (p *parser) bodyCalled(at, limit int) Range {
	r := p.commonBody(at, limit)
	if r.Empty() || p.names.Known(p.clean[r.Start:r.End]) {
		return r
	}
	k := r.Start
	for k < r.End && !capitalised(p.clean[k:r.End]) {
		if n := elision(p.clean[k:r.End]); n > 0 {
			k += n
		} else {
			k = nextWordStart(p.clean, k, r.End)
		}
	}
	name := Range{Start: k, End: r.End}
	if end, _, ok := p.nameAt(k, limit); ok && end >= r.End && nameable(p.clean[k:end]) && !isField(firstPrinted(p.clean[k:r.End])) {
		name.End = p.wholeName(k, end, limit)
		return name
	}
	if _, person := personName(p.clean[k:r.End], true); person && strings.IndexByte(p.clean[k:r.End], ' ') > 0 {
		return name
	}
	return r
}

// tiedArticle is the width of an article that an apostrophe ties to a word in small letters: "l'institut".
func tiedArticle(low string) int {
	k := strings.IndexAny(low, "'’")
	if k <= 0 || k > len("dell") {
		return 0
	}
	_, n := utf8.DecodeRuneInString(low[k:])
	return k + n
}

// genitiveFollows reports whether a German noun that ends at byte e goes on with whose it is.
func (p *parser) genitiveFollows(e, limit int) bool {
	switch firstWord(p.clean[e:limit]) {
	case "der", "des", "von", "vom", "einer", "eines":
		return true
	}
	return false
}

// commonNoun reports whether a name is the single word of a text that gives every noun a capital: "sagte der Minister".
func (p *parser) commonNoun(s string) bool {
	return p.lang == "de" && strings.IndexByte(s, ' ') < 0 && strings.ToUpper(s) != s && !p.names.Known(s) && !p.namesBody(s)
}

// nameAt is the longest known name at byte at of the clean text, in whatever case the text's language puts it.
func (p *parser) nameAt(at, limit int) (end int, ids []*outlets.Outlet, ok bool) {
	end, ids, ok = p.longestAt(at, limit)
	if e, of, declined := p.names.DeclinedAt(p.clean[:limit], at, p.lang); declined && e > end {
		return e, of, true
	}
	if !ok && p.lang == "en" {
		return p.ownerAt(at, limit)
	}
	return end, ids, ok
}

// longestAt is the longest known name at byte at, with the marker that is glued to its end.
func (p *parser) longestAt(at, limit int) (end int, ids []*outlets.Outlet, ok bool) {
	if end, ids, ok = p.names.LongestAt(p.clean[:limit], at); ok {
		return end, ids, ok
	}
	if m := p.markIn(at+1, min(limit, at+longestOwner)); !m.Empty() && m.End <= limit {
		if end, ids, ok = p.names.LongestAt(p.clean[:m.Start], at); ok && end == m.Start {
			return m.End, ids, true
		}
	}
	return 0, nil, false
}

// whenWords say when something was said, between the verb and its subject: "adelantó anoche Infobae".
var whenWords = wordSet(`anoche ayer hoy también ya ahora hier aujourd'hui aujourd’hui encore aussi déjà gestern heute auch bereits zuvor ieri oggi anche già ontem hoje também já gisteren vandaag ook al eerder вчера сегодня также позже ранее wczoraj dzisiaj
	dziś też również yesterday today also earlier later igår också i går v sobotu včera dnes jučer danas także zuerst eerst primero primeiro först først ensimmäisenä elsőként pertama ensuite depuis kürzlich zuletzt inmiddels recentelijk niedawno недавно нещодавно впервые recientemente recentemente récemment ontem`)

// ownerAt is the known name at byte at that stands in an English genitive: "the BBC's".
func (p *parser) ownerAt(at, limit int) (end int, ids []*outlets.Outlet, ok bool) {
	if !capitalised(p.clean[at:limit]) {
		return 0, nil, false
	}
	k := genitiveAt(p.clean[at:min(limit, at+longestOwner)])
	if k == 0 {
		return 0, nil, false
	}
	end, ids, ok = p.names.LongestAt(p.clean[:at+k], at)
	return end, ids, ok && end == at+k
}

// longestOwner is how many bytes of a name are looked through for the genitive that ends it.
const longestOwner = 60

// genitiveAt is where the first genitive of s begins, "'s" or an apostrophe behind an s, before any comma or stop; 0 where there is none.
func genitiveAt(s string) int {
	if strings.IndexByte(s, '\'') < 0 && strings.IndexByte(s, "’"[0]) < 0 { // mostly
		return 0
	}
	for k := 1; k < len(s); k++ {
		switch s[k] {
		case ',', '.', ';', ':', '!', '?', '(':
			return 0
		case '\'', "’"[0]:
			rest := strings.TrimPrefix(strings.TrimPrefix(s[k:], "'"), "’")
			if strings.HasPrefix(rest, "s ") || s[k-1] == 's' && strings.HasPrefix(rest, " ") {
				return k
			}
			return 0
		}
	}
	return 0
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
