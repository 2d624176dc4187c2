package dates

import (
	"unicode"
	"unicode/utf8"
)

// The scanners below look ahead by a constant at most, so that reading at every digit of a text stays linear in its length.
const (
	maxBlanks = 64 // code points in one run of blanks; an empty page between two halves of a date is longer
	maxWord   = 64 // bytes of a folded word; the longest month names are Georgian, with 30
	maxDigits = 9  // digits of one number that are counted; no part of a date has more than four
)

// num is a run of decimal digits. A number longer than maxDigits is cut there.
type num struct {
	v   int // its value
	n   int // how many digits
	end int // the byte after it
}

// digitAt gives the decimal digit at byte i and its width in bytes, 0 where there is none: ASCII, Arabic-Indic, Persian, full-width.
func digitAt(s string, i int) (v, width int) {
	if i < 0 || i >= len(s) {
		return 0, 0
	}
	c := s[i]
	if c < utf8.RuneSelf {
		if '0' <= c && c <= '9' {
			return int(c - '0'), 1
		}
		return 0, 0
	}
	return wideDigitAt(s, i)
}

func wideDigitAt(s string, i int) (v, width int) {
	switch s[i] {
	case 0xD9: // U+0660
		if i+1 < len(s) && 0xA0 <= s[i+1] && s[i+1] <= 0xA9 {
			return int(s[i+1] - 0xA0), 2
		}
	case 0xDB: // U+06F0
		if i+1 < len(s) && 0xB0 <= s[i+1] && s[i+1] <= 0xB9 {
			return int(s[i+1] - 0xB0), 2
		}
	case 0xEF: // U+FF10
		if i+2 < len(s) && s[i+1] == 0xBC && 0x90 <= s[i+2] && s[i+2] <= 0x99 {
			return int(s[i+2] - 0x90), 3
		}
	}
	return 0, 0
}

// number reads the digits at byte i; n is 0 where there are none.
func number(s string, i int) num {
	x := num{end: i}
	for x.n < maxDigits {
		v, w := digitAt(s, x.end)
		if w == 0 {
			break
		}
		x.v, x.n, x.end = x.v*10+v, x.n+1, x.end+w
	}
	return x
}

// blanks skips blanks, line ends, no-break and zero-width characters from byte i on.
func blanks(s string, i int) int {
	for range maxBlanks {
		w := blankAt(s, i)
		if w == 0 {
			break
		}
		i += w
	}
	return i
}

// blankAt is the width in bytes of the blank at byte i, 0 where there is none.
func blankAt(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	switch c := s[i]; {
	case c == ' ' || '\t' <= c && c <= '\r':
		return 1
	case c < utf8.RuneSelf:
		return 0
	}
	r, w := utf8.DecodeRuneInString(s[i:])
	if isBlank(r) {
		return w
	}
	return 0
}

func isBlank(r rune) bool {
	switch {
	case r == ' ' || '\t' <= r && r <= '\r', r == 0x85, r == 0xA0, r == 0x3000, r == 0xFEFF:
		return true
	case 0x2000 <= r && r <= 0x200F, 0x2028 <= r && r <= 0x202F, r == 0x205F, 0x2060 <= r && r <= 0x2069:
		return true // spaces, zero-width characters, marks of direction
	}
	return false
}

// blanksBack is blanks in the other direction: the first byte of the run that ends before byte i, not below floor.
func blanksBack(s string, i, floor int) int {
	for range maxBlanks {
		if i <= floor {
			break
		}
		r, w := utf8.DecodeLastRuneInString(s[floor:i])
		if !isBlank(r) {
			break
		}
		i -= w
	}
	return i
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

// isIdeograph says whether r belongs to a script that is written without blanks, so that it may touch a number.
func isIdeograph(r rune) bool {
	return 0x3005 <= r && r <= 0x9FFF || 0xAC00 <= r && r <= 0xD7AF
}

func runeAt(s string, i int) rune {
	if i >= len(s) {
		return -1
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}

// decode gives the rune at byte i and its width; -1 and 0 at the end.
func decode(s string, i int) (r rune, width int) {
	if i >= len(s) {
		return -1, 0
	}
	if s[i] < 0x80 {
		return rune(s[i]), 1
	}
	r = runeAt(s, i)
	return r, utf8.RuneLen(r)
}

func runeBefore(s string, i int) (r rune, width int) {
	if i <= 0 {
		return -1, 0
	}
	return utf8.DecodeLastRuneInString(s[:i])
}

func isDigit(s string, i int) bool {
	_, w := digitAt(s, i)
	return w > 0
}

// isDigitRune is isDigit for a code point that is already decoded.
func isDigitRune(r rune) bool {
	return '0' <= r && r <= '9' || 0x660 <= r && r <= 0x669 || 0x6F0 <= r && r <= 0x6F9 || 0xFF10 <= r && r <= 0xFF19
}

// joined says whether the rune at the end of s[:i] is part of a word, a number or a code.
func joined(s string, i int) bool {
	r, _ := runeBefore(s, i)
	return isDigitRune(r) || isLetter(r) && !isIdeograph(r)
}

// freeLeft says whether a number at byte i begins there: it is not the tail of a word, a decimal, a sum, a code or a path.
func freeLeft(s string, i int) bool {
	r, w := runeBefore(s, i)
	switch {
	case w == 0:
		return true
	case isDigitRune(r):
		return false
	case isLetter(r):
		return isIdeograph(r)
	}
	switch r {
	case '_', '#', '$', '£', '€', '@', '~', '^', '+', '=', '\\', '&', '\'', '’', '№', '§', '%':
		return false
	case '-', '/', '.', ':', '‑', '‐':
		return !joined(s, i-w)
	case ',', '–', '−':
		return !isDigit(s, i-w-1) // "1,240"
	}
	return true
}

// freeLeftWord is freeLeft for a word: "mid-May" and "l'été" are free.
func freeLeftWord(s string, i int) bool {
	r, w := runeBefore(s, i)
	switch {
	case w == 0:
		return true
	case isDigitRune(r):
		return false
	case isLetter(r):
		return isIdeograph(r)
	}
	switch r {
	case '_', '#', '$', '@', '&', '=':
		return false
	case '.':
		return !joined(s, i-w)
	}
	return true
}

// freeRight says whether a number that ends at byte i ends there: no letter, decimal, thousands, code or clock follows.
func freeRight(s string, i int) bool {
	if i >= len(s) {
		return true
	}
	switch c := s[i]; c {
	case '_', '%':
		return false
	case '-', '/':
		return !joinedRight(s, i+1)
	case ':', '.':
		return !isDigit(s, i+1)
	case ',':
		n := number(s, i+1)
		return n.n != 3 // "15,000"
	}
	r := runeAt(s, i)
	switch r {
	case '‑', '‐':
		return false
	case '–', '−':
		return !isDigit(s, i+utf8.RuneLen(r))
	case '°', '‰', '٪', '٫', '٬':
		return false
	}
	return !isDigitRune(r) && (!isLetter(r) || isIdeograph(r))
}

func joinedRight(s string, i int) bool {
	r := runeAt(s, i)
	return isDigitRune(r) || isLetter(r) && !isIdeograph(r)
}

// hasAt says whether s has t at byte i.
func hasAt(s string, i int, t string) bool { return len(s)-i >= len(t) && s[i:i+len(t)] == t }
