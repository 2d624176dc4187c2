package html

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// visible makes a string of a document fit for the page. What is no letter but does something is shown as a sign or left out: control
// characters, and those that turn the direction of writing beyond where they stand (UAX #9, section 2; https://trojansource.codes). The
// joiners and marks that Arabic, Hebrew and Indic scripts are written with stay, and so do line ends, which HTML takes for blanks.
func visible(s string) string {
	i := firstOdd(s)
	if i < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	b.WriteString(s[:i])
	for _, r := range s[i:] {
		writeVisible(&b, r)
	}
	return b.String()
}

// firstOdd is where the first byte stands that is not printable ASCII, -1 if there is none.
func firstOdd(s string) int {
	for i := range len(s) {
		if c := s[i]; c >= ' ' && c < 0x7F || c == '\n' {
			continue
		}
		return i
	}
	return -1
}

func writeVisible(b *strings.Builder, r rune) {
	switch {
	case r >= ' ' && r < 0x7F || r == '\n':
		b.WriteByte(byte(r))
	case r == '\t' || r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		b.WriteByte(' ')
	case r < ' ':
		b.WriteRune('␀' + r) // Unicode's pictures of control characters
	case r == 0x7F:
		b.WriteRune('␡')
	case turns(r):
		b.WriteRune('⇄')
	case r == '\u200C' || r == '\u200D' || r == '\u200E' || r == '\u200F' || r == '\u061C' || r == '\u00AD':
		b.WriteRune(r)
	case r < 0x300 || !unicode.In(r, unicode.Cf, unicode.Cc, unicode.Co, unicode.Cs) && r&0xFFFE != 0xFFFE:
		if r < 0xA0 {
			r = utf8.RuneError
		}
		b.WriteRune(r)
	case unicode.Is(unicode.Cf, r): // tags, invisible operators, byte order marks
	default:
		b.WriteRune(utf8.RuneError)
	}
}

// turns reports whether a character embeds, overrides or isolates a direction.
func turns(r rune) bool { return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' }

// rightToLeft reports whether the first letter that has a direction is written from right to left.
func rightToLeft(s string) bool {
	for _, r := range s {
		switch {
		case r < 0x590:
			if unicode.IsLetter(r) {
				return false
			}
		case r <= 0x8FF, r >= 0xFB1D && r <= 0xFEFC, r >= 0x10800 && r <= 0x10FFF, r >= 0x1E800 && r <= 0x1EFFF:
			return true
		case unicode.IsLetter(r):
			return false
		}
	}
	return false
}

// shorten cuts a string to n characters at the end of a word, with … for what is gone.
func shorten(s string, n int) string {
	if len(s) <= n || utf8.RuneCountInString(s) <= n {
		return s
	}
	end, seen, blank := 0, 0, 0
	for i, r := range s {
		if seen == n-1 {
			end = i
			break
		}
		if r == ' ' {
			blank = i
		}
		seen++
	}
	if blank > end*2/3 {
		end = blank
	}
	return s[:end] + "…"
}
