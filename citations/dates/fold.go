package dates

import (
	"unicode"
	"unicode/utf8"
)

// letterCase is how a word is written. A script without capitals has caseless words, which fit every language.
type letterCase uint8

const (
	caseless letterCase = iota
	lower
	title
	upper
	mixed
)

// word is a run of letters, folded for look-up: lower case, no accents, no vowel signs, one form of alef, hyphenation mended.
type word struct {
	end int
	is  letterCase
	n   int // bytes of key; 0 where there is no word, or one too long to be a name

	letters int
	key     [maxWord]byte
}

// text is what to look up; a map index with string(w.text()) does not allocate.
func (w *word) text() []byte { return w.key[:w.n] }

// read folds the word at byte i of s.
func (w *word) read(s string, i int) {
	w.n, w.letters, w.is = 0, 0, caseless
	for stop := i + 4*maxWord; w.n+utf8.UTFMax <= maxWord && i < stop; {
		r := rune(-1)
		size := 1
		if i < len(s) {
			if r = rune(s[i]); r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(s[i:])
			}
		}
		if !isLetter(r) {
			j := hyphenation(s, i, r)
			if w.n == 0 || j == 0 {
				w.end = i
				return
			}
			i = j
			continue
		}
		w.add(r)
		i += size
	}
	w.end, w.n = i, 0
}

// hyphenation gives the byte where a word goes on after a soft hyphen or a line-end hyphen at i, 0 where it does not.
func hyphenation(s string, i int, r rune) int {
	switch r {
	case 0xAD:
		return i + 2
	case '-':
		j := blanks(s, i+1)
		if j > i+1 && hasLineEnd(s[i+1:j]) && isLower(runeAt(s, j)) {
			return j
		}
	}
	return 0
}

func hasLineEnd(s string) bool {
	for i := range len(s) {
		if s[i] == '\n' || s[i] == '\r' {
			return true
		}
	}
	return false
}

func isLower(r rune) bool { return isLetter(r) && unicode.IsLower(r) }

// add folds one letter and follows the case of the word.
func (w *word) add(r rune) {
	w.is = w.is.after(r, w.letters)
	w.letters++
	if r < utf8.RuneSelf {
		w.key[w.n] = byte(r | 0x20)
		w.n++
		return
	}
	if r = base(unicode.ToLower(r)); r != 0 {
		w.n += utf8.EncodeRune(w.key[w.n:], r)
	}
}

// after gives the case of a word when r comes as its n-th letter, from 0.
func (c letterCase) after(r rune, n int) letterCase {
	var up, low bool
	if r < utf8.RuneSelf {
		up, low = r < 'a', r >= 'a'
	} else {
		up, low = unicode.IsUpper(r), unicode.IsLower(r)
	}
	switch {
	case !up && !low:
		return c
	case n == 0 && up:
		return upper // so far
	case n == 0:
		return lower
	case n == 1 && c == upper && low:
		return title
	case c == upper && up, c == title && low, c == lower && low:
		return c
	}
	return mixed
}

// base takes the accent off a small letter; 0 means that the rune is left out.
func base(r rune) rune {
	switch {
	case 0x300 <= r && r <= 0x36F, r == 0x640, 0x64B <= r && r <= 0x65F, r == 0x670, r == 0x200C:
		return 0 // combining accents, tatweel, Arabic vowel signs and combining hamza
	case r < 0x180:
		return latinBase(r)
	}
	switch r {
	case 'ș':
		return 's'
	case 'ț':
		return 't'
	case 'ά':
		return 'α'
	case 'έ':
		return 'ε'
	case 'ή':
		return 'η'
	case 'ί', 'ϊ', 'ΐ':
		return 'ι'
	case 'ό':
		return 'ο'
	case 'ύ', 'ϋ', 'ΰ':
		return 'υ'
	case 'ώ':
		return 'ω'
	case 'ς':
		return 'σ'
	case 'ё':
		return 'е'
	case 'й', 'ѝ':
		return 'и'
	case 'ї':
		return 'і'
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ى', 'ی', 'ئ':
		return 'ي'
	case 'ک':
		return 'ك'
	case 'ة':
		return 'ه'
	}
	return r
}

func latinBase(r rune) rune {
	switch r {
	case 'à', 'á', 'â', 'ã', 'ä', 'å', 'ā', 'ă', 'ą':
		return 'a'
	case 'ç', 'ć', 'č':
		return 'c'
	case 'ď', 'đ':
		return 'd'
	case 'è', 'é', 'ê', 'ë', 'ē', 'ė', 'ę', 'ě':
		return 'e'
	case 'ğ', 'ģ':
		return 'g'
	case 'ì', 'í', 'î', 'ï', 'ī', 'į', 'ı':
		return 'i'
	case 'ķ':
		return 'k'
	case 'ĺ', 'ļ', 'ľ', 'ł':
		return 'l'
	case 'ñ', 'ń', 'ņ', 'ň':
		return 'n'
	case 'ò', 'ó', 'ô', 'õ', 'ö', 'ø', 'ő':
		return 'o'
	case 'ŕ', 'ř':
		return 'r'
	case 'ś', 'ş', 'š':
		return 's'
	case 'ţ', 'ť':
		return 't'
	case 'ù', 'ú', 'û', 'ü', 'ū', 'ů', 'ű', 'ų':
		return 'u'
	case 'ý':
		return 'y'
	case 'ź', 'ż', 'ž':
		return 'z'
	}
	return r
}
