package citations

import (
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/dates"
)

// weighty are the stems of words that give a claim weight, in the languages of the survey.
var weighty = newStems(map[Worth][]string{
	Death: strings.Fields(`kill dead death died dies dying casualt wounded injur massacre murder corpse beheaded execut assassinat kidnap abduct hostage drown
		tué tués tuée mort décès bless assassin enlev tote toten getötet verletzt ermordet muert herido asesin secuestr mortos uccis morti ferit rapit
		убит погиб ранен похищ смерт öldü ölü yaralı katled zabit zginę ranny gedood doden gewond vrar vdek plagos ubijen poginul ranjen mrtv`),
	Crime: strings.Fields(`arrest detain prison jail convict sentenc charged indict trial corrupt brib fraud smuggl traffick stole theft robb rape torture launder embezzl crime criminal terror attack bomb ambush
		arrêt condamn attentat verhaft verurteil anschlag angeklagt gefängnis detuv detenid conden cárcel atentado preso arrestat condann carcer
		арест задерж осужд тюрьм взрыв теракт tutukla gözaltı saldırı hapis aresztow skazan zatrzyman zamach aangehouden veroordeeld aanslag burg uhapšen osuđen napad`),
	Accusation: strings.Fields(`accus alleg denie deny blame condemn suspect
		beschuld bestreit vorwurf wirft smentis обвин отриц suçla inkar oskarż zaprzecz beschuldig ontken akuz moho optuž demant`),
})

// notNouns never follow a number that counts something.
var notNouns = wordSet(`and or to of in on at by for from the a an is was are were am pm et ou und oder y o e de la le les der die das el los in im auf op`)

// opinionWords open advice, narrators speak for the author.
var (
	opinionWords = wordSet(`should must ought perhaps probably hopefully clearly surely arguably`)
	narrators    = wordSet(`i we my our us me ich wir mein unser je nous mon notre yo nosotros mi nuestro eu nós meu nosso io noi mio nostro я мы мой наш`)
)

// worth tells what makes a sentence checkworthy. It is a set of features that can be named: nothing is learned. own says that the sentence advises or speaks
// for its author rather than states. ts are the words of s, which stands at byte base of the text that they were cut from.
func (p *parser) worth(s string, ts []token, base int, lang string) (w Worth, own bool) {
	if asks(s) {
		return 0, true
	}
	r := Range{Start: base, End: base + len(s)}
	var room, other [64]byte
	n, names, past, all := 0, 0, false, class(0)
	for i := range ts {
		c, at, ok := classIn(s, &ts[i], r)
		if !ok {
			continue
		}
		n++
		all |= c
		if c&wordless != 0 {
			continue
		}
		if n > 1 && c&capital != 0 {
			names++
		}
		if c&(opinion|narrator) != 0 && !own {
			own = c&opinion != 0 || c&capital == 0 || n == 1 || isI(s, at)
		}
		switch {
		case c&digit != 0:
			if w&Figure == 0 {
				x, _ := nextWord(s, at)
				if p.figure(s, x, lower(room[:0], s[x.from:x.to]), other[:0]) {
					w |= Figure
				}
			}
		case c&count != 0 && w&Figure == 0 && countsNext(s, at, lang, room[:0], other[:0]):
			w |= Figure
		case !past:
			past = c.past(s, at, lang, room[:0])
		}
	}
	if n < 4 && (all&wide == 0 || !sentenceWithoutBlanks(s)) {
		return 0, own
	}
	if all&wide != 0 && w&Figure == 0 && figureWithoutBlanks(s) {
		w |= Figure
	}
	w |= all.worth()
	if all&digit != 0 && p.hasDate(s) {
		w |= Dated
	}
	if all&(quotes|wide) != 0 && quotedWords(s) > 3 {
		w |= Quotation
	}
	if names > 0 && past {
		w |= NamedAct
	}
	if names == 0 {
		w &^= Accusation
	}
	return w, own
}

// classIn is the class of a word of s, which stands at r in the text that the word was cut from, and the byte of s at which it begins; ok is false where
// nothing of the word lies in s.
func classIn(s string, t *token, r Range) (c class, at int, ok bool) {
	at = int(t.start) - r.Start
	if !t.cut(r) {
		return t.class, at, true
	}
	x, ok := nextWord(s, max(0, at))
	if !ok {
		return 0, 0, false
	}
	return classify(s, x.start, x.end), x.start, true
}

// past reports whether the word of class c at byte at of s is a verb in the past of a language.
func (c class) past(s string, at int, lang string, room []byte) bool {
	if lang == "" || lang == "en" {
		return c&(pastEnd|pastVerb) != 0
	}
	x, _ := nextWord(s, at)
	return c&verbAbroad != 0 || pastEnding(lower(room, s[x.from:x.to]))
}

// asks reports whether a sentence ends with a question mark, quotation marks and brackets behind it aside.
func asks(s string) bool {
	if s == "" {
		return false
	}
	if c := s[len(s)-1]; c < utf8.RuneSelf && strings.IndexByte("\") ", c) < 0 {
		return c == '?' // as most show at once
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\"”’»）」』) \u00A0"))
	return last == '?' || last == '？' || last == '؟'
}

// isI reports whether the word at byte at is the English pronoun.
func isI(s string, at int) bool {
	x, _ := nextWord(s, at)
	return s[x.from:x.to] == "I"
}

// figure reports whether the number x counts something: a noun follows, or a sign of money or share stands with it. Years and days count nothing.
func (p *parser) figure(s string, x word, f, room []byte) bool {
	if strings.ContainsAny(s[x.start:x.end], "$€£%¥₽₺") {
		return true
	}
	if len(f) == 4 && isNumber(string(f)) && (f[0] == '1' || f[0] == '2') && string(f) < "2100" {
		return false
	}
	next, ok := nextWord(s, x.end)
	if !ok || x.to < x.end {
		return false
	}
	g := lower(room, s[next.from:next.to])
	if len(g) == 0 || notNouns.hasBytes(g) || isNumber(string(g)) {
		return false
	}
	if _, month := dates.BareMonth(s[next.from:next.to]); month {
		return false
	}
	before := lastField(strings.TrimRight(s[:x.start], " \u00A0"))
	if _, month := dates.BareMonth(strings.Trim(before, ".,;:(")); month {
		return false
	}
	return true
}

// pastForm reports whether a word looks like a finite verb in the past.
func pastForm(f []byte, lang string) bool {
	switch lang {
	case "", "en":
		return len(f) > 4 && f[len(f)-1] == 'd' && f[len(f)-2] == 'e' || irregular.hasBytes(f)
	}
	return foreignPast.hasBytes(f) || pastEnding(f)
}

// pastEnding reports whether a word ends as verbs in the past do in languages other than English.
func pastEnding(f []byte) bool {
	if len(f) <= 4 {
		return false
	}
	for _, e := range pastEndings {
		if strings.HasSuffix(string(f), e) {
			return true
		}
	}
	return false
}

var pastEndings = []string{"te", "ten", "ó", "é", "ou", "ait", "ato", "ал", "ил", "ала", "али", "dı", "di", "ał", "ła"}

var irregular = wordSet(`was were had did said told took gave made went came began fell rose met won lost left held sold bought paid built sent fled shot led fought brought became broke drew spoke wrote cut hit put set`)

var foreignPast = wordSet(`a ont est war waren hat haben wurde wurden fue fueron ha han foi foram è hanno sono был была были oldu etti było był byli werd heeft ishte kanë bio bila su je`)

// hasDate reports whether s holds a date with a day, a month or a year.
func (p *parser) hasDate(s string) bool { return dates.Any(s, p.dateOptions()) }

// quotedWords counts the words of the longest quotation in s.
func quotedWords(s string) int {
	best := 0
	for s != "" {
		_, q := quotedTitle(s)
		if q.Empty() {
			break
		}
		best = max(best, len(words(s[q.Start:q.End])))
		s = s[q.End:]
	}
	return best
}
