package archive

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// wordMost is how many letters of a word are looked at. The script of the search cuts what is typed at the same place.
const wordMost = 32

// folded is a text as it is searched: lower case, without accents, and letters that no accent is parted from written as people type them. The script of the
// search does the same with what is typed (fold in search.js); TestSearchFolds in the browser's tests holds the two together.
func folded(text string) string {
	if isASCII(text) {
		return strings.ToLower(text)
	}
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range norm.NFKD.String(text) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		r = unicode.ToLower(r)
		if plain, ok := typed[r]; ok {
			b.WriteString(plain)
		} else {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String()) // Hangul comes apart in NFKD
}

// typed are letters in lower case that have no decomposition in Unicode, and what is typed for them.
var typed = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h", 'ŋ': "n", 'ı': "i", 'ς': "σ"}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// wordsOf appends the words of a folded text: runs of letters and figures, and of scripts that are written without blanks every two neighbours and, for a
// query of one sign, the last one alone. The words share the text's memory.
func wordsOf(text string, words []string) []string {
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		switch {
		case unblanked(r):
			end := spanOf(text, unblanked)
			words = pairs(text[:end], words)
			text = text[end:]
		case inWord(r):
			end := spanOf(text, func(r rune) bool { return inWord(r) && !unblanked(r) })
			words = append(words, cutWord(text[:end]))
			text = text[end:]
		default:
			text = text[size:]
		}
	}
	return words
}

// spanOf is where the run of runes that are in ends.
func spanOf(text string, in func(rune) bool) int {
	end := strings.IndexFunc(text, func(r rune) bool { return !in(r) })
	if end < 0 {
		return len(text)
	}
	return end
}

func cutWord(w string) string {
	if len(w) <= wordMost {
		return w
	}
	n := 0
	for i := range w {
		if n == wordMost {
			return w[:i]
		}
		n++
	}
	return w
}

// pairs are the two neighbours at each place of a run, and its last sign.
func pairs(run string, words []string) []string {
	for len(run) > 0 {
		_, first := utf8.DecodeRuneInString(run)
		_, second := utf8.DecodeRuneInString(run[first:])
		words = append(words, run[:first+second])
		run = run[first:]
	}
	return words
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z'
	}
	return unicode.In(r, unicode.L, unicode.N, unicode.Mc)
}

// unblanked reports whether a script puts no blanks between words.
func unblanked(r rune) bool {
	return r >= 0xE00 && (r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar))
}
