package support

import (
	"unicode"
	"unicode/utf8"
)

// token is a word or number of a text. In scripts that do not part words, each letter is one.
type token struct {
	start, end int
	key        string // folded, without inflection
	low        string // folded
	capital    bool   // its first letter is a capital
	upper      bool   // all its letters are
	number     bool   // it begins with a digit
	first      bool   // it opens a sentence
	stop       bool   // a small word
	glued      bool   // no blank stands between it and the token before
}

// maxClaim is how many words of a claim are compared, and maxPage of a page.
const (
	maxClaim = 120
	maxPage  = 300_000
)

// tokens are the first n words of s.
func tokens(s string, n int) []token {
	out := make([]token, 0, min(n, 8+len(s)/6))
	first, last := true, -1
	for i := 0; i < len(s) && len(out) < n; {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if !wordRune(r) {
			if endsSentence(r) {
				first = true
			}
			i += size
			continue
		}
		t := token{start: i, first: first, glued: last == i, number: unicode.IsDigit(r), capital: unicode.IsUpper(r)}
		t.end = wordEnd(s, i, r)
		t.fill(s[t.start:t.end])
		out = append(out, t)
		i, last, first = t.end, t.end, false
	}
	return out
}

func (t *token) fill(s string) {
	t.low = foldWord(s)
	t.key = t.low
	t.upper = t.capital && len(s) > 1 && allUpper(s)
	if !t.number {
		t.stop = stopWords()[t.low]
		if !t.upper {
			t.key = stem(t.low)
		}
	}
}

func allUpper(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

func endsSentence(r rune) bool {
	switch r {
	case '.', '!', '?', '。', '！', '？', '؟', '\n', ':', '“', '"', '«', '„':
		return true
	}
	return false
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// ideograph reports whether a letter stands for a word or syllable, in scripts without blanks.
func ideograph(r rune) bool {
	return r >= 0x3040 && r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF || r >= 0xE00 && r <= 0xEFF
}

// wordEnd is the end of the word at byte i. An apostrophe inside of a word belongs to it, and between digits their separators do.
func wordEnd(s string, i int, first rune) int {
	if ideograph(first) {
		return i + utf8.RuneLen(first)
	}
	digits := unicode.IsDigit(first)
	for i < len(s) {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case ideograph(r):
			return i
		case wordRune(r) && (!digits || unicode.IsDigit(r)):
		case !digits && (r == '\'' || r == '’') && i+size < len(s) && letterAt(s, i+size):
		case digits && separates(r) && i+size < len(s) && digitAt(s, i+size):
		default:
			return i
		}
		i += size
	}
	return i
}

func separates(r rune) bool {
	return r == ',' || r == '.' || r == '\'' || r == '’' || r == '٬' || r == '٫'
}

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r)
}

func digitAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsDigit(r)
}

// script is the family of letters that most of a text is in: l Latin, c Cyrillic, a Arabic, h Han and Kana, o others.
func script(s string) byte {
	counts := map[byte]int{}
	for _, r := range s[:min(len(s), 600)] {
		if !unicode.IsLetter(r) {
			continue
		}
		switch {
		case r < 0x370:
			counts['l']++
		case r >= 0x400 && r < 0x530:
			counts['c']++
		case r >= 0x600 && r < 0x780:
			counts['a']++
		case ideograph(r):
			counts['h'] += 3
		default:
			counts['o']++
		}
	}
	best := byte('l')
	for _, k := range []byte("lcaho") {
		if counts[k] > counts[best] {
			best = k
		}
	}
	return best
}
