package dates

import "unicode/utf8"

// Possible is the cheap question before List and Find: it reports whether s may hold a date at all, also one whose digits a scanner took for the letters
// l, I or O. A text that only prints small numbers and short words ("aB 12, 1") has none: a date has a year, a sign between its numbers, or the name of a
// month or season. Text beyond ASCII always may.
func Possible(s string) bool {
	letters, digits := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			letters = 0
			if digits++; digits == yearDigits {
				return true
			}
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			digits = 0
			if letters++; letters == shortestName {
				return true
			}
			if telling[c] {
				return true
			}
		case c >= utf8.RuneSelf, telling[c]:
			return true
		default:
			letters, digits = 0, 0
		}
	}
	return false
}

const (
	yearDigits   = 4 // of a year, unless a sign or a month stands before it
	shortestName = 3 // letters of the shortest name of a month, season or weekday in ASCII that is no roman numeral
)

// telling are the signs between the numbers of a date, the letters of roman months, and those that a scanner takes for digits.
var telling = func() (t [utf8.RuneSelf]bool) {
	for _, c := range "./-ivxIVXlO" {
		t[c] = true
	}
	return
}()
