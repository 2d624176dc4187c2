package reports

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible makes a string of a document or a file name fit for one line of a terminal: whatever moves the cursor, changes a colour or turns
// the direction of writing is shown as a sign or left out, and line ends are blanks. Letters are left as they are, and so are the joiners
// that Arabic and Indic scripts are written with.
func Visible(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085' || r == '\u00A0':
			b.WriteByte(' ')
		case r < ' ':
			b.WriteRune('␀' + r) // Unicode's pictures of control characters
		case r == 0x7F:
			b.WriteRune('␡')
		case turns(r):
			b.WriteRune('⇄')
		case r == '\u200C' || r == '\u200D':
			b.WriteRune(r)
		case unicode.Is(unicode.Cf, r):
		case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Co, r) || unicode.Is(unicode.Cs, r):
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plain reports whether a string is printable ASCII.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7F {
			return false
		}
	}
	return true
}

// turns reports whether a character embeds, overrides or isolates a direction: UAX #9, section 2, and https://trojansource.codes.
func turns(r rune) bool { return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' }

// rightToLeft reports whether a string has a letter that is written from right to left.
func rightToLeft(s string) bool {
	if plain(s) {
		return false
	}
	for _, r := range s {
		if r >= 0x590 && r <= 0x8FF || r >= 0xFB1D && r <= 0xFEFC || r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF {
			return true
		}
	}
	return false
}
