package text

import (
	"strconv"
	"strings"
)

// numeral writes n as lists and notes are numbered: format is "1", "a", "A", "i", "I" or "*". What cannot be written so is
// written in digits.
func numeral(n int, format string) string {
	switch format {
	case "a", "A":
		if n >= 1 && n <= 26*8 {
			return cased(strings.Repeat(string(rune('a'+(n-1)%26)), 1+(n-1)/26), format)
		}
	case "i", "I":
		if n >= 1 && n < 4000 {
			return cased(romanNumeral(n), format)
		}
	case "*":
		if n >= 1 && n <= 12 {
			return strings.Repeat([...]string{"*", "†", "‡", "§"}[(n-1)%4], 1+(n-1)/4)
		}
	}
	return strconv.Itoa(n)
}

// cased gives s in capitals where the format is one.
func cased(s, format string) string {
	if format[0] < 'a' {
		return strings.ToUpper(s)
	}
	return s
}

func romanNumeral(n int) string {
	var b strings.Builder
	for _, u := range [...]struct {
		n int
		s string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= u.n; n -= u.n {
			b.WriteString(u.s)
		}
	}
	return b.String()
}
