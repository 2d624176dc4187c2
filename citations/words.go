package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordChar reports whether the byte at i belongs to a word. Of the characters beyond ASCII all do but blanks, punctuation and superscripts.
func wordChar(s string, i int) bool {
	c := s[i]
	if c < 0x80 {
		return alnum(c)
	}
	return wideWordChar(s, i)
}

// wideWordChar is wordChar for a byte of a character beyond ASCII.
func wideWordChar(s string, i int) bool {
	c := s[i]
	for k := 0; c&0xC0 == 0x80 && i > 0 && k < 3; k++ {
		i--
		c = s[i]
	}
	switch {
	case c == 0xC2 && i+1 < len(s): // U+0080 to U+00BF: ª, µ and º are letters
		return s[i+1] == 0xAA || s[i+1] == 0xB5 || s[i+1] == 0xBA
	case c == 0xE2 && i+1 < len(s):
		return s[i+1] > 0x82
	case c == 0xE3 && i+1 < len(s) && s[i+1] == 0x80, c == 0xEF && i+1 < len(s) && s[i+1] == 0xBC: // CJK and full-width punctuation
		return false
	}
	return true
}

// alnum reports whether c is a letter or digit of ASCII.
func alnum(c byte) bool { return asciiWords[c] }

var asciiWords = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	return
}()

// lower writes s in lower case into room, without allocating while there is room.
func lower(room []byte, s string) []byte {
	if cap(room) < len(s) {
		room = make([]byte, len(s))
	}
	room = room[:len(s)]
	for i := range room {
		c := s[i]
		if c >= utf8.RuneSelf {
			return lowerWide(room[:i], s[i:])
		}
		room[i] = lowerBytes[c]
	}
	return room
}

// lowerBytes is lowerASCII of every byte.
var lowerBytes = func() (t [256]byte) {
	for c := range t {
		t[c] = lowerASCII(byte(c))
	}
	return
}()

// lowerWide is lower for characters beyond ASCII; room is what stands before them.
func lowerWide(room []byte, s string) []byte {
	for _, r := range s {
		if r < 0x80 {
			if r >= 'A' && r <= 'Z' {
				r |= 0x20
			}
			room = append(room, byte(r))
			continue
		}
		room = utf8.AppendRune(room, unicode.ToLower(r))
	}
	return room
}

// lowered is strings.ToLower, which looks up every letter of a text that has one beyond ASCII.
func lowered(s string) string {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			var room [128]byte
			return string(lower(room[:0], s))
		}
	}
	return s
}

// word is one word of a sentence: where it stands, blanks and punctuation around it included in no case.
type word struct {
	start, end int  // in the sentence, as blanks part it
	from, to   int  // without the punctuation at its ends
	capital    bool // begins with a capital, quotation marks aside
}

// nextWord finds the next word of s from offset i on; ok is false at the end.
func nextWord(s string, i int) (w word, ok bool) {
	for i < len(s) {
		n := blankAt(s, i)
		if n == 0 {
			break
		}
		i += n
	}
	if i >= len(s) {
		return w, false
	}
	w.start = i
	for i < len(s) && (!partsWords[s[i]] || s[i] == 0xC2 && !strings.HasPrefix(s[i:], "\u00A0")) {
		i++
	}
	w.end = i
	w.trim(s)
	return w, true
}

// partsWords marks the first bytes of the blanks that nextWord parts words at.
var partsWords = [256]bool{' ': true, '\n': true, '\t': true, 0xC2: true}

// trim sets from and to, and whether the word begins with a capital.
func (w *word) trim(s string) {
	w.from, w.to = w.start, w.end
	if first, last := s[w.from], s[w.to-1]; alnum(first) && alnum(last) { // most words
		w.capital = first >= 'A' && first <= 'Z'
		return
	}
	for w.from < w.to {
		if c := s[w.from]; c < 0x80 {
			if alnum(c) {
				w.capital = c >= 'A' && c <= 'Z'
				break
			}
			w.from++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[w.from:w.to])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			w.capital = unicode.IsUpper(r)
			break
		}
		w.from += n
	}
	for w.to > w.from {
		if c := s[w.to-1]; c < 0x80 {
			if alnum(c) {
				return
			}
			w.to--
			continue
		}
		r, n := utf8.DecodeLastRuneInString(s[w.from:w.to])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return
		}
		w.to -= n
	}
}

func lowerASCII(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// wordRun is where the letters and digits end that stand at byte i of s.
func wordRun(s string, i int) int {
	for i < len(s) && wordChar(s, i) {
		i++
	}
	return i
}

// words cuts s at blanks.
func words(s string) []string {
	return strings.Fields(s)
}

// firstWords are the first n words of s.
func firstWords(s string, n int) []string {
	ws := make([]string, 0, n)
	for w := range strings.FieldsSeq(s) {
		if ws = append(ws, w); len(ws) == n {
			break
		}
	}
	return ws
}

func firstField(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

// firstWord is the first word of s in lower case.
func firstWord(s string) string { return strings.ToLower(firstPrinted(s)) }

// firstPrinted is the first word of s as it stands there.
func firstPrinted(s string) string {
	if s != "" && mayBlank[s[0]] {
		s = strings.TrimLeft(s, " \u00A0\n")
	}
	for i := range len(s) {
		if c := s[i]; mayBlank[c] && (c == ' ' || c == '\n' || c == 0xC2 && strings.HasPrefix(s[i:], "\u00A0")) {
			return s[:i]
		}
	}
	return s
}

// beginsWith reports whether the first word of s is in a set of words in lower case.
func beginsWith(s string, set *wordList) bool {
	var room [64]byte
	return set.hasBytes(lower(room[:0], firstPrinted(s)))
}

func lastField(s string) string {
	if i := strings.LastIndexAny(s, " \u00A0"); i >= 0 {
		return s[i+1:]
	}
	return s
}

// foldWord is a word in lower case without the punctuation at its ends.
func foldWord(w string) string {
	from, to := 0, len(w)
	for from < to && !alnum(w[from]) && w[from] < utf8.RuneSelf {
		from++
	}
	for to > from && !alnum(w[to-1]) && w[to-1] < utf8.RuneSelf {
		to--
	}
	for i := from; i < to; i++ {
		if w[i] >= utf8.RuneSelf {
			return lowered(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
		}
	}
	return lowered(w[from:to])
}

// capitalised reports whether a word begins as a name does.
func capitalised(w string) bool {
	if w != "" && alnum(w[0]) { // mostly
		return w[0] >= 'A' && w[0] <= 'Z'
	}
	w = strings.TrimLeft(w, "\"“„«‘'’([@#`")
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// namePrefix knows names that begin in lower case: "al-Jazeera", "d'Espagne", "eNCA", "iNews".
func namePrefix(w string) bool {
	const longest = 4 // bytes of the prefix
	if i := prefixMarks.index(w[:min(len(w), longest+len("’"))]); i > 0 && i <= longest && i+1 < len(w) {
		rest := w[i+1:]
		if strings.HasPrefix(w[i:], "’") {
			rest = w[i+len("’"):]
		}
		return capitalised(rest)
	}
	return len(w) >= 3 && w[1] >= 'A' && w[1] <= 'Z' && w[0] >= 'a'
}

// prefixMarks tie a prefix to a name.
var prefixMarks = marks("-'’`")

// firstCaseless is where the Hebrew block begins; the scripts before it have capitals.
const (
	firstCaseless     = 0x0590
	firstCaselessByte = 0xD6 // with which it begins
)

// caseless reports whether s is written in a script without capitals.
func caseless(s string) bool {
	for i := range len(s) {
		if s[i] < firstCaselessByte { // mostly
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[i:]); r >= firstCaseless && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Arabic, unicode.Hebrew, unicode.Thai, unicode.Devanagari, unicode.Georgian, unicode.Bengali, unicode.Tamil) {
			return true
		}
	}
	return false
}

func isNumber(f string) bool {
	for _, c := range f {
		if c < '0' || c > '9' {
			return false
		}
	}
	return f != ""
}

// numbered is the cheap question whether s may hold a digit of any script.
func numbered(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= '0' && c <= '9' || c >= 0xD9 && c <= 0xDB || c == 0xEF {
			return true
		}
	}
	return false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// wordBefore is the word of s that ends at byte end, or before the blanks there, and begins no further back than low: s[from:to], empty where there is none.
func wordBefore(s string, low, end int) (from, to int) {
	for to = end; to > low && blankBefore(s, to) > 0; {
		to -= blankBefore(s, to)
	}
	for from = to; from > low && blankBefore(s, from) == 0; {
		from--
	}
	return from, to
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
