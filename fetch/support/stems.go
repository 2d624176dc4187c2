package support

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldWord is a word in small letters without accents, apostrophes made one, without "'s".
func foldWord(s string) string {
	if plainLower(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			b = append(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		b = appendFolded(b, r)
		i += n
	}
	return strings.TrimSuffix(string(b), "'s")
}

func plainLower(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// appendFolded adds one letter beyond ASCII in its folded form.
func appendFolded(b []byte, r rune) []byte {
	switch r {
	case '’', 'ʼ', '‘':
		return append(b, '\'')
	case 'ß':
		return append(b, "ss"...)
	case 'ø', 'Ø':
		return append(b, 'o')
	case 'ﬀ', 'ﬁ', 'ﬂ', 'ﬃ', 'ﬄ':
		return append(b, norm.NFKD.String(string(r))...)
	case 'đ', 'Đ', 'ð':
		return append(b, 'd')
	case 'ł', 'Ł':
		return append(b, 'l')
	case 'ı':
		return append(b, 'i')
	case 'æ', 'Æ':
		return append(b, "ae"...)
	case 'œ', 'Œ':
		return append(b, "oe"...)
	case 'أ', 'إ', 'آ', 'ٱ':
		return append(b, "ا"...)
	case 'ى', 'ی':
		return append(b, "ي"...)
	case 'ة':
		return append(b, "ه"...)
	case 'ک':
		return append(b, "ك"...)
	case 'ـ':
		return b
	}
	r = unicode.ToLower(r)
	if d := norm.NFD.PropertiesString(string(r)).Decomposition(); d != nil && r < 0x400 {
		for _, p := range string(d) {
			if !unicode.Is(unicode.Mn, p) {
				b = utf8.AppendRune(b, unicode.ToLower(p))
			}
		}
		return b
	}
	if unicode.Is(unicode.Mn, r) {
		return b
	}
	return utf8.AppendRune(b, r)
}

// stem is a folded word without its inflection: enough for "attacked", "attacks" and "attacking" to meet, never more than a few letters.
// Irregular verbs are listed.
func stem(w string) string {
	if s, ok := irregular()[w]; ok {
		w = s
	}
	if len(w) <= 3 || w[0] >= utf8.RuneSelf {
		return stemOther(w)
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		w = w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "xes"):
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		w = w[:len(w)-1]
	}
	for _, suffix := range [...]string{"ing", "ed"} {
		if rest, ok := strings.CutSuffix(w, suffix); ok && len(rest) >= 3 && hasVowel(rest) {
			return undouble(rest)
		}
	}
	if len(w) > 4 {
		w = strings.TrimSuffix(w, "e")
	}
	if strings.HasSuffix(w, "y") && len(w) > 4 {
		w = w[:len(w)-1] + "i"
	}
	return w
}

// undouble takes the second of two like consonants: "stopp" is "stop"; a final e is dropped everywhere.
func undouble(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && w[n-1] != 'l' && w[n-1] != 's' {
		return w[:n-1]
	}
	if len(w) > 4 {
		w = strings.TrimSuffix(w, "e")
	}
	if strings.HasSuffix(w, "i") || strings.HasSuffix(w, "y") && len(w) > 4 {
		return w[:len(w)-1] + "i"
	}
	return w
}

func hasVowel(w string) bool { return strings.ContainsAny(w, "aeiouy") }

// stemOther cuts the ending of a word that is not in Latin letters: the last two letters of a long one.
func stemOther(w string) string {
	n := utf8.RuneCountInString(w)
	if n == 0 || w[0] < utf8.RuneSelf || n < 5 {
		return w
	}
	if strings.HasPrefix(w, "ال") {
		return strings.TrimPrefix(w, "ال")
	}
	cut := 1
	if n > 6 {
		cut = 2
	}
	for range cut {
		_, size := utf8.DecodeLastRuneInString(w)
		w = w[:len(w)-size]
	}
	return w
}

// irregular leads the forms of irregular words to their first form.
var irregular = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.SplitSeq(irregulars, ";") {
		f := strings.Fields(line)
		for _, w := range f[1:] {
			m[w] = f[0]
		}
	}
	return m
})

const irregulars = `say said says;tell told;take took taken;begin began begun;fall fell fallen;rise rose risen;grow grew grown;lose lost;win won;leave left;meet met;hold held;send sent;sell sold;buy bought;build built;shoot shot;fight fought;find found;seek sought;bring brought;catch caught;fly flew flown;flee fled;strike struck;steal stole stolen;write wrote written;speak spoke spoken;choose chose chosen;freeze froze frozen;break broke broken;drive drove driven;give gave given;come came;become became;run ran;sink sank sunk;throw threw thrown;withdraw withdrew withdrawn;overthrow overthrew overthrown;pay paid;make made;go went gone;see saw seen;know knew known;lead led;feed fed;bleed bled;spend spent;lend lent;mean meant;keep kept;sleep slept;sweep swept;feel felt;deal dealt;stand stood;understand understood;teach taught;think thought;forbid forbade forbidden;hide hid hidden;ride rode ridden;swear swore sworn;wear wore worn;bear bore borne;tear tore torn;draw drew drawn;blow blew blown;show shown;eat ate eaten;man men;woman women;child children;person people;foot feet;lie lay lain;bind bound;hang hung;dig dug;spread spread;die dying dies died;tie tied tying`

// stopWords are small words, which say nothing of what a claim is about.
var stopWords = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`a an the and or but if of to in on at by for from with as is are was were be been being it its this that these those there here he she they we i you his her their our my your him them us
		who whom which what when where while how than then so such also both each more most other some any all only own same very can will would could should may might must do does did has have had having not no nor
		into over under after before during between against about through up down out off again further once because until since per via upon among within without toward towards amid around near according including
		said says say told added adding reported reports report mr mrs ms just still even now already yet however meanwhile new
		der die das den dem des ein eine einen einem einer und oder aber in im am an auf aus bei mit nach seit von vom zu zum zur ist sind war waren wird wurde wurden hat haben hatte als auch es er sie nicht sich dass um für
		le la les l un une des du de et ou mais dans en au aux par pour sur avec est sont a ont été être ce cette ces il elle ils qui que ne pas se sa son ses leur
		el los las del al y o pero con por para es son fue han ha ser una uno su sus que no se lo como
		da do dos das um uma e ou mas com por para foi são o os as na no nas nos ao à
		il lo gli i della dello dei delle nel nella di che non è sono ha hanno con per
		в и на с по из за от до о об к у не что как это был была были его ее их для при или
		في من على إلى عن أن مع هذا هذه التي الذي كان كانت و قد لم لا ما
		的 了 在 是 和 与 及 这 那 有 为`) {
		m[w] = true
	}
	return m
})

// kinds are words that news uses for each other. A word is compared by the first of its line.
var kin = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.SplitSeq(`kill dead die death slay deadly fatal|wound injure hurt injury|soldier troop serviceman|policeman police officer|capture seize overrun take|arrest detain|explosion blast detonate|airstrike bombardment raid|ship vessel boat|lawmaker parliamentarian deputy|announce declare|quit resign|aid assistance|worker employee labourer laborer|protest demonstrate demonstration demonstrator protester rally|militant insurgent rebel fighter gunman|gun rifle weapon|car vehicle|doctor physician|job post|talk negotiation negotiate|vote ballot|poll election|accord deal agreement pact|build construct construction|begin start launch|end finish conclude|attack assault|abduct kidnap|refugee migrant|flee escape|jail prison imprison|murder assassinate|buy purchase acquire|firm company|large big|oil crude|truck lorry|road highway|drug narcotic|border frontier|money fund|cut reduce reduction|increase rise grow|fall drop decline decrease|approve adopt endorse|help assist|hit strike|close shut|show reveal|inquiry investigation probe investigate|civilian noncombatant|fire blaze|flood flooding|kilometer kilometre km|meter metre|ton tonne|percent pct|defense defence|labor labour|center centre|program programme`, "|") {
		f := strings.Fields(line)
		for _, w := range f {
			m[stem(w)] = stem(f[0])
		}
	}
	return m
})

// root is the key that a word is compared by.
func root(key string) string {
	if k, ok := kin()[key]; ok {
		return k
	}
	return key
}
