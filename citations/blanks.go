package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// blankAt is the width of the blank at offset i, 0 if there is none, as at the end of s: space, tab, line end, no-break space.
func blankAt(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	switch c := s[i]; {
	case c <= ' ' && mayBlank[c]:
		return 1
	case c == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0:
		return 2
	case c == 0xE3 && strings.HasPrefix(s[i:], "\u3000"):
		return 3
	}
	return 0
}

// blankBefore is the width of the blank that ends at offset i.
func blankBefore(s string, i int) int {
	switch c := s[i-1]; {
	case c == ' ' || c == '\t' || c == '\n' || c == '\r':
		return 1
	case c == 0xA0 && i >= 2 && s[i-2] == 0xC2:
		return 2
	case c == 0x80 && i >= 3 && s[i-3:i] == "\u3000":
		return 3
	}
	return 0
}

// skipBlanks is the first offset from i on, below end, that holds no blank.
func skipBlanks(s string, i, end int) int {
	for i < end {
		n := blankAt(s, i)
		if n == 0 {
			return i
		}
		i += n
	}
	return end
}

// trimRange takes blanks off both ends of a range.
func trimRange(clean string, r Range) Range {
	for r.Start < r.End {
		n := blankAt(clean, r.Start)
		if n == 0 {
			break
		}
		r.Start += n
	}
	for r.End > r.Start {
		n := blankBefore(clean, r.End)
		if n == 0 || r.End-n < r.Start {
			break
		}
		r.End -= n
	}
	return r
}

// mayBlank marks the first bytes of what blankAt takes for blanks.
var mayBlank = [256]bool{' ': true, '\t': true, '\n': true, '\r': true, 0xC2: true, 0xE3: true}

func blank(r rune) bool { return unicode.IsSpace(r) }

// backTo is the start of a character some bytes before at.
func (p *parser) backTo(at, n int) int {
	at = max(0, at-n)
	for at > 0 && !utf8.RuneStart(p.clean[at]) {
		at++
	}
	return at
}
