package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// textString reads a string that is meant for people: UTF-16 or UTF-8 with their marks, else PDFDocEncoding, of which the
// Latin part is read. ISO 32000-2, 7.9.2.
func textString(s str) string {
	switch {
	case strings.HasPrefix(string(s), "\xFE\xFF"):
		return string(utf16Text(s[2:]))
	case strings.HasPrefix(string(s), "\xEF\xBB\xBF"):
		return strings.ToValidUTF8(string(s[3:]), "\uFFFD")
	}
	var out strings.Builder
	for i := range len(s) {
		r := charmap.ISO8859_1.DecodeByte(s[i])
		if d, ok := docEncoding[s[i]]; ok {
			r = d
		}
		if r >= 32 && (r < 0x7F || r > 0x9F) {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// docEncoding is where PDFDocEncoding differs from ISO 8859-1.
var docEncoding = map[byte]rune{0x80: '•', 0x81: '†', 0x82: '‡', 0x83: '…', 0x84: '—', 0x85: '–', 0x88: '‹', 0x89: '›', 0x8B: '‰', 0x8C: '„',
	0x8D: '“', 0x8E: '”', 0x8F: '‘', 0x90: '’', 0x91: '‚', 0x92: '™', 0x93: 'ﬁ', 0x94: 'ﬂ', 0x95: 'Ł', 0x96: 'Œ', 0x97: 'Š', 0x98: 'Ÿ', 0x99: 'Ž',
	0x9A: 'ı', 0x9B: 'ł', 0x9C: 'œ', 0x9D: 'š', 0x9E: 'ž', 0xA0: '€'}

// tidy makes one line of a string: blanks single, nothing that is no text.
func tidy(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r < 32 {
			return ' '
		}
		return r
	}, s)), " ")
}

// Ideographic reports whether a character belongs to the writing of Chinese or Japanese, its punctuation included: it parts no words with blanks.
func Ideographic(r rune) bool {
	return r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303F || r >= 0xFF01 && r <= 0xFF65)
}

// unparted reports whether a text is of a script that does not part its words: Chinese, Japanese, Thai, Lao, Burmese, Khmer, Tibetan.
func unparted(s string) bool {
	n := 0
	for _, r := range s {
		if Ideographic(r) || r >= 0x0E00 && r < 0x10A0 || r >= 0x1780 && r < 0x1800 {
			n++
		}
	}
	return n*2 > utf8.RuneCountInString(s)
}

// unbroken is how wide, in ems, the beginning of a text is that no line's end may cut, where ideographs stand in it: one of them, or the figures before the
// first, with the brackets and signs that stay with it. It is 0 where the text has no place before which a line may end so.
func unbroken(s string) float64 {
	const figure = 0.55 // a letter or figure
	width := 0.0
	inked, wide := false, false // more than opening brackets has come; the last character is an ideograph or its like
	for _, r := range s {
		last := wide
		wide = Ideographic(r)
		opens := unicode.In(r, unicode.Ps, unicode.Pi)
		closes := wide && !opens && !unicode.IsLetter(r)
		if inked && !closes && (wide || last) {
			return width
		}
		if wide {
			width++
		} else {
			width += figure
		}
		inked = inked || !opens
	}
	return 0
}

// ideographs counts the characters of s that are ideographic.
func ideographs(s string) int {
	n := 0
	for _, r := range s {
		if Ideographic(r) {
			n++
		}
	}
	return n
}
