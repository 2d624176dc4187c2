package text

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/text/pdf"
)

// endsSentence reports whether what was written ends as a sentence, a title in quotes or an entry ends.
func endsSentence(s []byte) bool {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRune(s)
		switch r {
		case '.', '!', '?', '…', ':', ';', '。', '！', '？', '؟', '۔', '।':
			return true
		case '"', '\'', '”', '’', '»', '«', '“', ')', ']', '*', '_', '\u00A0', ' ', '」':
			s = s[:len(s)-n]
			if r == ')' || r == ']' {
				return true
			}
			continue
		}
		return r >= '0' && r <= '9' && len(s) > 1 && (s[len(s)-2] == '.' || s[len(s)-2] == '"') // a note's number behind the stop
	}
	return true
}

func startsLower(s []byte) bool {
	r := firstRune(s)
	return unicode.IsLower(r)
}

func startsLetter(s []byte) bool { return unicode.IsLetter(firstRune(s)) }

// firstRune is the first character that a reader sees, past tags, emphasis and opening quotes.
func firstRune(s []byte) rune {
	for len(s) > 0 {
		r, n := utf8.DecodeRune(s)
		switch r {
		case '<':
			if k := tagLength(s); k > 0 {
				s = s[k:]
				continue
			}
		case '*', '_', '"', '“', '„', '«', '‘', '\'', '\u00A0':
			s = s[n:]
			continue
		}
		return r
	}
	return 0
}

// openBracket reports whether a round bracket is open at the end of s, as far as a citation can reach back.
func openBracket(s []byte) bool {
	const reach = 240
	s = s[max(0, len(s)-reach):]
	if bytes.IndexByte(s, '(') < 0 {
		return false
	}
	depth := 0
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case ')':
			depth--
		case '(':
			depth++
			if depth > 0 {
				return true
			}
		case '\n':
			return false
		}
	}
	return false
}

// startsEntry reports whether a line opens a list item or a note: "- ", "• ", "[4] ", "[^4]:", "12. ", "12) ", "a. ", "* ".
func startsEntry(s []byte) bool {
	s = bytes.TrimLeft(s, " \t")
	r, n := utf8.DecodeRune(s)
	switch {
	case r == '-' || r == '*' || r == '•' || r == '·' || r == '–' || r == '—' || r == '▪' || r == '◦':
		return len(s) > n && (s[n] == ' ' || s[n] == '\t' || s[n] == 0xC2)
	case r == '[':
		k := bytes.IndexByte(s[:min(len(s), 14)], ']')
		return k > 1 && labelBytes(bytes.TrimPrefix(s[1:k], []byte("^")))
	}
	k := 0
	for k < len(s) && k < 4 && s[k] >= '0' && s[k] <= '9' {
		k++
	}
	return k > 0 && k < 4 && k+1 < len(s) && (s[k] == '.' || s[k] == ')') && s[k+1] == ' '
}

// roundLabel is the number of the note that a line opens as French and Arabic papers print it, "(4) ", 0 where it opens none. A line of running text may begin so
// with a marker, so that it is asked of two lines that follow each other.
func roundLabel(s []byte) int {
	if len(s) == 0 || s[0] != '(' {
		return 0
	}
	n, k := 0, 1
	for ; k < len(s) && k < 4 && s[k] >= '0' && s[k] <= '9'; k++ {
		n = n*10 + int(s[k]-'0')
	}
	if k+1 >= len(s) || s[k] != ')' || s[k+1] != ' ' {
		return 0
	}
	return n
}

// labelBytes reports whether s can be the label of a note: a number, a letter or two, a roman numeral.
func labelBytes(s []byte) bool {
	if len(s) == 0 || len(s) > 8 {
		return false
	}
	digits := 0
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c >= 'a' && c <= 'z':
		default:
			return false
		}
	}
	return digits == len(s) && len(s) <= 4 || digits == 0 && (len(s) <= 2 || strings.Trim(string(s), "ivxlc") == "")
}

// unspaced reports whether no blank belongs where one line ends and the next begins: Chinese and Japanese do not part their words, nor words from figures.
func unspaced(tail, next []byte) bool {
	if len(tail) == 0 || len(next) == 0 || tail[len(tail)-1] < 0x80 && next[0] < 0x80 {
		return false
	}
	a, _ := utf8.DecodeLastRune(tail)
	b, _ := utf8.DecodeRune(next)
	if pdf.Ideographic(a) && !unicode.IsLetter(a) {
		return true // its comma has its own room
	}
	return pdf.Ideographic(a) && (pdf.Ideographic(b) || unicode.IsDigit(b)) || pdf.Ideographic(b) && unicode.IsDigit(a)
}

func endsHyphen(s []byte) bool {
	n := len(s)
	return n >= 2 && s[n-1] == '-' && wordByte(s[n-2])
}

// endsAddress reports whether the last word is an address.
func endsAddress(s []byte) bool {
	return bytes.Contains(lastWord(s), []byte("/"))
}

func lastWord(s []byte) []byte {
	const longest = 2000
	s = s[max(0, len(s)-longest):]
	if k := bytes.LastIndexAny(s, " \n\t"); k >= 0 {
		return s[k+1:]
	}
	return s
}

// functionWords never end a sentence or a heading: where a block ends with one, the sentence goes on in the next.
var functionWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`the a an of in on at by for from to with and or nor that which who whose into over under between against
		about after before during through than as is are was were be been has have had will would its their his her this these those
		de la le les du des et à au aux en par pour dans sur avec que qui un une l d der die das den dem des ein eine einer und oder mit von zu zum zur im
		am auf für bei nach aus el los las y o con por para una del al em do da dos das no na nos nas com e os as di il lo gli della dello dei
		в на и с по из к у от за о для не что het een van en met voor bij op`) {
		m[w] = true
	}
	return m
}()

func endsFunctionWord(s []byte) bool {
	w := lastWord(s)
	return len(w) < 12 && functionWords[string(w)]
}

// caseless reports whether a character belongs to scripts of Asia that have no capitals: Hebrew, Arabic and those of India; Chinese, Japanese and Korean.
func caseless(r rune) bool {
	return r >= 0x590 && r < 0x10A0 || r >= 0x2E80 && r < 0xA000 || r >= 0xAC00 && r < 0xD7B0
}

// allUpper reports whether s has letters and all of them are capitals.
func allUpper(s []byte) bool {
	letters := 0
	for s = s[:min(len(s), 400)]; len(s) > 0; {
		r, n := utf8.DecodeRune(s)
		s = s[n:]
		if caseless(r) {
			continue
		}
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 2
}

// byWords begin bylines in small letters.
var byWords = []string{"by ", "di ", "por ", "par ", "von ", "door "}

// isByline reports whether a line is a word for "by" and names of persons, and nothing else: it goes on with no sentence, though it begins in small letters.
func isByline(s []byte) bool {
	const longest, fewest = 80, 2 // bytes, and capitalised words
	for _, w := range byWords {
		rest, ok := bytes.CutPrefix(s, []byte(w))
		if !ok || len(s) > longest {
			continue
		}
		capitals := 0
		for word := range bytes.FieldsSeq(rest) {
			first, _ := utf8.DecodeRune(word)
			switch last := word[len(word)-1]; {
			case unicode.IsUpper(first) && (last != '.' || len(word) <= 3):
				capitals++
			case !bylineParticles[string(word)]:
				return false
			}
		}
		return capitals >= fewest
	}
	return false
}

// bylineParticles stand in small letters in and between the names of a byline.
var bylineParticles = wordSet(`and & e y et und en de da di del della van von der den la le`)
