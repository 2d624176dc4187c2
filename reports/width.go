package reports

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// columns is how many columns of a terminal a string takes. It is meant for what Visible gives.
func columns(s string) int {
	n := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		n += runeColumns(r)
		i += size
	}
	return n
}

// runeColumns is 0 for marks that stand on the letter before, 2 for wide letters (UAX #11), else 1.
func runeColumns(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// fit is how many bytes of s go into w columns, to the end of a word where there is one; at least one character.
func fit(s string, w int) int {
	used, good := 0, 0
	for i, r := range s {
		n := runeColumns(r)
		if used+n > w && i > 0 {
			if r == ' ' || good == 0 {
				return i
			}
			return good
		}
		used += n
		if r == ' ' || n == 2 { // a wide letter may end a line
			good = i + utf8.RuneLen(r)
		}
	}
	return len(s)
}

// Wrap breaks a text into lines of at most w columns of a terminal, between words where that can be; it is one empty line for "". It is meant for what Visible gives.
func Wrap(s string, w int) []string { return wrap(s, w) }

// wrap breaks s into lines of at most w columns, between words where that can be; one empty line for "".
func wrap(s string, w int) []string {
	var lines []string
	for s = strings.TrimSpace(s); s != ""; {
		n := fit(s, max(w, 2))
		lines = append(lines, strings.TrimRight(s[:n], " "))
		s = strings.TrimLeft(s[n:], " ")
	}
	if lines == nil {
		return []string{""}
	}
	return lines
}

// wrapShort is wrap to at most most lines; the last says with … that there was more.
func wrapShort(s string, w, most int) []string {
	lines := wrap(s, w)
	if len(lines) <= most {
		return lines
	}
	lines = lines[:most]
	last := lines[most-1]
	if columns(last) >= w {
		last = strings.TrimRight(last[:fit(last, w-1)], " ")
	}
	lines[most-1] = last + "…"
	return lines
}

// cutRight shortens s to w columns, with … for what is gone.
func cutRight(s string, w int) string {
	if columns(s) <= w {
		return s
	}
	used := 0
	for i, r := range s {
		if used += runeColumns(r); used > w-1 {
			return s[:i] + "…"
		}
	}
	return s
}

// cutLeft shortens s to its last w columns, with … for what is gone.
func cutLeft(s string, w int) string {
	if columns(s) <= w {
		return s
	}
	used := 0
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if used += runeColumns(r); used > w-1 {
			return "…" + s[i:]
		}
		i -= size
	}
	return s
}

// pad fills s up to w columns. Where s is written from right to left a mark ends it, so that what follows on the line stays in its place.
func pad(s string, w int) string {
	const leftToRight = "\u200E"
	fill := strings.Repeat(" ", max(0, w-columns(s)))
	if rightToLeft(s) {
		return s + leftToRight + fill
	}
	return s + fill
}
