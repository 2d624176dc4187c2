package citations

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
)

// nameSearch is how far the search for the name behind a cue has come.
type nameSearch struct {
	cue         cue
	from, limit int    // behind the cue, and the end of its sentence
	at, n       int    // the word at hand: where it begins, and how many were passed
	addressed   bool   // a word of addressing was passed, or the cue needs none
	before      string // the word before
}

// nameBehind finds what a cue names behind it: within a few words, a known name, a run of capitals, or a plural noun of speakers.
func (p *parser) nameBehind(s Range, from int, q cue) (Range, bool) {
	reach := 7
	if q.near {
		reach = 2
	}
	x := nameSearch{cue: q, from: from, limit: s.End, at: skipBlanks(p.clean, from, s.End), addressed: !q.to}
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
		e := x.at
		for e < s.End && blankAt(p.clean, e) == 0 {
			e++
		}
		w := strings.Trim(p.clean[x.at:e], ".,;:!?\"“”()’'")
		if r, done := p.unknownBehind(&x, w, e); done {
			return r, !r.Empty()
		}
		x.before = w
		if !capitalised(w) || articleWords[strings.ToLower(w)] || p.clean[x.at:e] != w {
			run = -1
		} else if run < 0 {
			run = x.at
		}
		x.addressed = x.addressed || addressing[w]
		x.at = skipBlanks(p.clean, e, s.End)
	}
	return Range{}, false
}

// knownBehind is the known name that begins at the word at hand, behind what describes it, an elision or a quotation mark, which it passes; empty where there is
// none that the cue can mean.
func (p *parser) knownBehind(x *nameSearch, run int) Range {
	if r := p.describedName(x.at, x.limit); !r.Empty() && (x.addressed || slices.ContainsFunc(words(p.clean[x.at:r.Start]), func(w string) bool { return addressing[w] })) {
		return r
	}
	x.at += elision(p.clean[x.at:x.limit])
	if q := quoteMark(p.clean[x.at:x.limit]); q > 0 {
		if _, _, ok := p.nameAt(x.at+q, x.limit); ok {
			x.at += q
		}
	}
	end, ids, ok := p.nameAt(x.at, x.limit)
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
	name := capitalised(w) && !articleWords[low]
	switch {
	case w == "" || strings.ContainsAny(printed, ".,;:(") && x.n > 0 && !speakers[low] && !capitalised(w):
		return Range{}, true
	case anybody && speakers[low]:
		return p.speakerRange(x.from, x.at, x.at+len(w)), true
	case anybody && name && printed == w && p.commonNoun(w) && p.genitiveFollows(e, x.limit): // "laut einer Umfrage der Kammer"
	case anybody && name:
		r, ok := p.capitalRun(x.at, x.limit)
		if !ok || p.dateLike(p.clean[x.from:r.End]) || p.commonNoun(p.clean[r.Start:r.End]) { // "a report from 5 April"
			return Range{}, true
		}
		return r, true
	case q.press && q.near && x.n == 0 && (strings.HasSuffix(w, "ment") || strings.HasSuffix(w, "mente") || whenWords[w]): // "comme l'écrit joliment La Croix"
	case q.press && q.near && !articleWords[w]:
		return Range{}, true
	case (q.text == "told" || q.to && x.addressed) && capitalised(w) && articleWords[x.before]:
		if r, ok := p.capitalRun(x.at, x.limit); ok && (p.calledPaper(p.clean[r.Start:r.End]) || mediaNouns[foldWord(firstField(p.clean[skipBlanks(p.clean, r.End, x.limit):x.limit]))]) {
			return r, true
		}
	case q.text == "told" && x.n == 0 && callSign(w):
		return Range{Start: x.at, End: x.at + len(w)}, true
	}
	return Range{}, false
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
	end, ids, ok = p.names.LongestAt(p.clean[:limit], at)
	if e, of, declined := p.names.DeclinedAt(p.clean[:limit], at, p.lang); declined && e > end {
		return e, of, true
	}
	if !ok && p.lang == "en" {
		return p.ownerAt(at, limit)
	}
	return end, ids, ok
}

// whenWords say when something was said, between the verb and its subject: "adelantó anoche Infobae".
var whenWords = wordSet(`anoche ayer hoy también ya ahora hier aujourd'hui aujourd’hui encore aussi déjà gestern heute auch bereits zuvor ieri oggi anche già ontem hoje também já gisteren vandaag ook al eerder вчера сегодня также позже ранее wczoraj dzisiaj
	dziś też również yesterday today also earlier later igår också i går v sobotu včera dnes jučer danas także`)

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
func firstWord(s string) string { return strings.ToLower(firstPrinted(s)) }

// beginsWith reports whether the first word of s is in a set of words in lower case.
func beginsWith(s string, set map[string]bool) bool {
	var room [64]byte
	return set[string(lower(room[:0], firstPrinted(s)))]
}

// firstPrinted is the first word of s as it stands there.
func firstPrinted(s string) string {
	if s != "" && mayBlank[s[0]] {
		s = strings.TrimLeft(s, " \u00A0\n")
	}
	for i := range len(s) {
		if c := s[i]; c == ' ' || c == '\n' || c == 0xC2 && strings.HasPrefix(s[i:], "\u00A0") {
			return s[:i]
		}
	}
	return s
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
			if first := p.clean[r.Start:r.End]; !p.names.Known(first) && !p.isBody(first) { // "the National Cereals and Produce Board"
				return []Range{{Start: r.Start, End: two.End}}
			}
			return append(out, two)
		}
		break
	}
	return out
}

// andWords join two names; inside the name of one body ("Office of Rivers and Ports") the first part is none by itself.
var andWords = wordSet(`and und et y e и i ve en`)

// withoutArticle is a name without the article that it begins with.
func withoutArticle(name string) string {
	if first, rest, ok := strings.Cut(name, " "); ok && articleWords[strings.ToLower(first)] {
		return rest
	}
	return name
}
