package outlets

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the key under which a name is known: lower case, marks and apostrophes gone, hyphen, blank and nothing the
// same, "&" and its words the same, a leading article and a trailing ".com" dropped. "The New-York Times" and "NewYork
// times" have one key, "El-Khabar" has that of "Khabar". Names in other scripts keep their script.
func Fold(name string) string {
	var room [96]byte
	return string(AppendFold(room[:0], name))
}

// AppendFold appends the key of s to dst. It does not allocate while dst has room.
func AppendFold(dst []byte, s string) []byte {
	start := len(dst)
	dst, cut := appendKey(dst, s)
	n := copy(dst[start:], dst[start+cut.from:start+cut.to])
	return dst[:start+n]
}

// cut says which part of a full key is the short one, without article and host ending: key[from:to].
type cut struct{ from, to int }

// short reports whether anything is cut away from a key of n bytes.
func (c cut) short(n int) bool { return c.from > 0 || c.to < n }

// appendKey appends the full key of s, which keeps every article but the English one, and says where the short key lies
// in it. The English article never tells two papers apart; "La Presse" and "Die Presse" are two.
func appendKey(dst []byte, s string) ([]byte, cut) {
	var f folder
	f.all(s)
	c := f.cut()
	return append(dst, f.bytes()...), c
}

// keySize bounds a key: what comes behind it in a longer text is not looked at. The registry's longest has some ninety bytes.
const keySize = 192

// folder builds a key byte by byte, and watches where tokens end. It holds the key itself, so that folding costs no allocation.
type folder struct {
	key     [keySize]byte
	n       int              // bytes of the key so far
	token   int              // where the token being read starts
	tokens  int              // tokens ended so far
	article int              // bytes of the key that a leading article takes, -1 if an English one is gone
	host    int              // bytes of the key that a trailing ".com" takes
	umlaut  bool             // ä, ö, ü or å was read
	dot     bool             // the token being read stands behind a dot
	marks   [maxTokens]uint8 // ends of the first tokens
}

func (f *folder) bytes() []byte { return f.key[:f.n] }

func (f *folder) add(c byte) {
	if f.n < keySize {
		f.key[f.n] = c
		f.n++
	}
}

func (f *folder) addString(s string) { f.n += copy(f.key[f.n:], s) }

// addRune adds a character, unless it has no room as a whole.
func (f *folder) addRune(r rune) {
	var room [utf8.UTFMax]byte
	if n := utf8.EncodeRune(room[:], r); f.n+n <= keySize {
		f.n += copy(f.key[f.n:], room[:n])
	}
}

// maxTokens is how many tokens of a name are told apart; the longest names of the registry have ten.
const maxTokens = 14

// all reads a whole name.
func (f *folder) all(s string) {
	for i := 0; i < len(s); {
		if n := f.letters(s[i:]); n > 0 {
			i += n
			continue
		}
		if s[i] < utf8.RuneSelf {
			f.ascii(s[i])
			i++
			continue
		}
		i += f.rune(s[i:])
	}
	f.endToken(' ')
}

// letters adds the letters and digits of ASCII that s begins with, as far as there is room, and returns how many.
func (f *folder) letters(s string) int {
	room := f.key[f.n:]
	s = s[:min(len(s), len(room))]
	n := 0
	for n < len(s) {
		l := lower[s[n]]
		if l <= 1 {
			break
		}
		room[n] = l
		n++
	}
	f.n += n
	return n
}

// lower maps ASCII: letters to lower case and digits to themselves, marks that vanish to 1, all that ends a token to 0; and to 0 what is beyond it.
var lower = func() (t [256]byte) {
	for c := byte('0'); c <= '9'; c++ {
		t[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = c, c
	}
	for _, c := range "'`\"^~*" {
		t[c] = 1
	}
	return t
}()

func (f *folder) ascii(c byte) {
	switch l := lower[c]; {
	case l > 1:
		f.add(l)
	case c == '\'':
		f.apostrophe()
	case c == '&':
		f.endToken(' ')
		f.addString("and")
		f.endToken(' ')
	case l == 0:
		f.endToken(c)
	}
}

// apostrophe drops the sign; after a first "l" or "d" it parts an article from its noun.
func (f *folder) apostrophe() {
	if f.tokens == 0 && f.n == 1 && f.key[0] == 'l' {
		f.endToken('\'')
	}
}

// rune reads the first rune of s, which is not ASCII, and returns its size.
func (f *folder) rune(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if r < latinEnd {
		if t := &latinFolds[r]; t[0] != 0 {
			f.umlaut = f.umlaut || r == 'ä' || r == 'ö' || r == 'ü' || r == 'å' || r == 'Ä' || r == 'Ö' || r == 'Ü' || r == 'Å'
			f.add(t[0])
			if t[1] != 0 {
				f.add(t[1])
			}
			return size
		}
	}
	if low := oneLetterOf(r); low != 0 {
		f.addRune(low)
		return size
	}
	switch {
	case r == '’' || r == 'ʼ' || r == '‘' || r == '´':
		f.apostrophe()
		return size
	case r == utf8.RuneError || dropped(r):
		return size
	}
	f.decomposed(s, r)
	return size
}

// oneLetterOf gives a letter as decomposed would add it, where that is one letter: most of Cyrillic, Arabic and Chinese names are known here, without a look into the
// tables of Unicode. It gives 0 for all others.
func oneLetterOf(r rune) rune {
	switch {
	case r >= greekStart && r < arabicEnd:
		return oneLetters[r-greekStart]
	case r >= '一' && r <= '龥':
		return r
	}
	return 0
}

// greekStart and arabicEnd enclose Greek, Cyrillic, Armenian, Hebrew and Arabic.
const greekStart, arabicEnd = 0x370, 0x700

var oneLetters = func() (t [arabicEnd - greekStart]rune) {
	for i := range t {
		r := greekStart + rune(i)
		if !unicode.IsLetter(r) || dropped(r) {
			continue
		}
		var f folder
		f.add('x') // a token, which some letters end
		f.decomposed(string(r), r)
		if low, n := utf8.DecodeRune(f.key[1:f.n]); n == f.n-1 && f.tokens == 0 && low >= utf8.RuneSelf {
			t[i] = low
		}
	}
	return t
}()

// decomposed adds the first rune r of s in its parts (NFKD).
func (f *folder) decomposed(s string, r rune) {
	d := norm.NFKD.PropertiesString(s).Decomposition()
	if d == nil {
		f.plain(r)
		return
	}
	for len(d) > 0 {
		part, n := utf8.DecodeRune(d)
		f.plain(part)
		d = d[n:]
	}
}

// latinEnd is the first rune behind Latin Extended-B.
const latinEnd = 0x250

// latinFolds has the one or two letters that each accented Latin letter is compared as: most foreign letters of the registry are found
// here, without a look into the tables of Unicode.
var latinFolds = func() (t [latinEnd][2]byte) {
	for r := rune(0xC0); r < latinEnd; r++ {
		if !unicode.IsLetter(r) {
			continue
		}
		var f folder
		f.decomposed(string(r), r)
		if f.n <= 2 && f.key[0] < utf8.RuneSelf {
			copy(t[r][:], f.bytes())
		}
	}
	return t
}()

// plain adds a rune that has no decomposition.
func (f *folder) plain(r rune) {
	switch {
	case r < utf8.RuneSelf:
		f.ascii(byte(r))
	case unicode.Is(unicode.Mn, r):
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mc, r):
		if t := latin(r); t != "" {
			f.addString(t)
			return
		}
		f.addRune(unicode.ToLower(r))
	default:
		f.endToken(' ')
	}
}

// dropped reports whether a sign vanishes without ending a token: quotation marks, ʿayn and hamza in all their shapes, soft
// hyphens, joiners and direction marks, the Arabic tatweel.
func dropped(r rune) bool {
	switch r {
	case 'ʿ', 'ʾ', 'ʻ', 'ʽ', 'ˈ', '“', '”', '„', '«', '»', '‹', '›', '‚', '′', '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\ufeff', 'ـ':
		return true
	}
	return false
}

// latin gives letters without decomposition in the form that they are compared in, "" for all others.
func latin(r rune) string {
	switch r {
	case 'ß', 'ẞ':
		return "ss"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'ø', 'Ø':
		return "o"
	case 'đ', 'Đ', 'ð', 'Ð':
		return "d"
	case 'ł', 'Ł':
		return "l"
	case 'ı':
		return "i"
	case 'þ', 'Þ':
		return "th"
	case 'ħ', 'Ħ':
		return "h"
	case 'ŋ', 'Ŋ':
		return "n"
	case 'ə', 'Ə':
		return "a"
	case 'ى':
		return "ي"
	case 'ة':
		return "ه"
	case 'ی':
		return "ي"
	case 'ک':
		return "ك"
	case 'ς':
		return "σ"
	}
	return ""
}

// endToken ends the token being read, if any, at the separator c.
func (f *folder) endToken(c byte) {
	if f.n == f.token {
		f.dot = f.dot && c != ' '
		return
	}
	f.spelling()
	if f.tokens < maxTokens {
		f.marks[f.tokens] = uint8(f.n)
	}
	f.tokens++
	f.host = 0
	if f.dot && f.tokens > 1 && genericHost(f.key[f.token:f.n]) {
		f.host = f.n - f.token
	}
	f.dot = c == '.'
	switch {
	case f.tokens != 1:
	case string(f.key[:f.n]) == "the":
		f.n, f.tokens = 0, 0
		f.article = -1 // no second one is looked for
	case f.article == 0 && isArticle(f.key[:f.n]):
		f.article = f.n
	}
	f.token = f.n
}

// cut is the short key's place in the key just built.
func (f *folder) cut() cut {
	if f.n == 0 && f.article < 0 { // nothing but "The"
		f.addString("the")
		return cut{0, f.n}
	}
	c := cut{max(f.article, 0), f.n - f.host}
	if c.from >= f.n {
		c.from = 0
	}
	if c.to <= c.from {
		c.to = f.n
	}
	return c
}

// spelling brings the token just read to the one spelling under which it is compared.
func (f *folder) spelling() {
	t := f.key[f.token:f.n]
	to := ""
	switch string(t) {
	case "et", "und":
		to = "and"
	case "centre":
		to = "center"
	case "defence":
		to = "defense"
	case "labour":
		to = "labor"
	case "programme":
		to = "program"
	case "organisation":
		to = "organization"
	default:
		return
	}
	f.n = f.token
	f.addString(to)
}

// respelled are the words that have another spelling in keys or none.
var respelled = [...]string{"the", "et", "und", "centre", "defence", "labour", "programme", "organisation"}

// genericHost reports whether a last token after a dot is a top-level domain that says nothing about which site it is.
func genericHost(t []byte) bool {
	switch string(t) {
	case "com", "net", "org", "info":
		return true
	}
	return false
}

// isArticle reports whether a folded first token is a definite article: French, Spanish, Catalan, Italian, Portuguese,
// German, Dutch, Hungarian, Greek in Latin letters, Welsh, and Arabic in its usual spellings.
func isArticle(t []byte) bool {
	switch string(t) {
	case "le", "la", "les", "l", "el", "los", "las", "els", "il", "lo", "gli",
		"der", "die", "das", "dem", "den", "de", "het", "o", "a", "os", "as", "az", "to", "ta",
		"y", "yr", "al", "ul", "ash", "an", "at", "ar", "ad", "adh", "ath", "ac", "ed", "er", "es", "et", "en", "ech":
		return true
	}
	return false
}

// Full returns the key of a name with its article, which tells "La Presse" from "Die Presse"; only an English article is dropped.
func Full(name string) string {
	var room [96]byte
	key, _ := appendKey(room[:0], name)
	return string(key)
}
