package citations

import (
	"strings"
	"unicode/utf8"
)

// A markSet is a set of signs that is asked at many places. The functions of package strings look up every character of a text in a set that has one sign beyond ASCII;
// here most bytes are told by a table.
type markSet struct {
	first, last [256]bool // bytes that a sign begins and ends with
	wide        []string  // the signs beyond ASCII
}

// marks makes the set of the characters of list.
func marks(list string) *markSet {
	m := &markSet{}
	for _, r := range list {
		sign := string(r)
		m.first[sign[0]], m.last[sign[len(sign)-1]] = true, true
		if r >= utf8.RuneSelf {
			m.wide = append(m.wide, sign)
		}
	}
	return m
}

// index is strings.IndexAny.
func (m *markSet) index(s string) int {
	for i := range len(s) {
		if m.first[s[i]] && (s[i] < utf8.RuneSelf || m.wideAt(s[i:])) {
			return i
		}
	}
	return -1
}

// in reports whether s has one of the signs.
func (m *markSet) in(s string) bool { return m.index(s) >= 0 }

func (m *markSet) wideAt(s string) bool {
	for _, sign := range m.wide {
		if strings.HasPrefix(s, sign) {
			return true
		}
	}
	return false
}

// lastWidth is the width of the sign that s ends with, 0 where it ends with none.
func (m *markSet) lastWidth(s string) int {
	if s == "" || !m.last[s[len(s)-1]] {
		return 0
	}
	if s[len(s)-1] < utf8.RuneSelf {
		return 1
	}
	for _, sign := range m.wide {
		if strings.HasSuffix(s, sign) {
			return len(sign)
		}
	}
	return 0
}

// trimRight is strings.TrimRight.
func (m *markSet) trimRight(s string) string {
	for {
		n := m.lastWidth(s)
		if n == 0 {
			return s
		}
		s = s[:len(s)-n]
	}
}

// lastIn is strings.LastIndexAny.
func (m *markSet) lastIn(s string) int {
	for i := len(s); i > 0; i-- {
		if n := m.lastWidth(s[:i]); n > 0 {
			return i - n
		}
	}
	return -1
}
