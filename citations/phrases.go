package citations

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// A phraseSet finds whether one of many phrases stands in a text, capitals aside, in one pass over it. Its table is made when it is first asked: a program starts with
// some fifty sets, and an article asks a dozen. It may be asked from several goroutines at once.
type phraseSet struct {
	list []string
	once sync.Once
	made *phraseTable // see table
}

type phraseTable struct {
	byFirst [256][]string
	gate    [1 << 12]bool // by hash of the first two bytes
}

// phrases makes a set of phrases in lower case, each of two bytes or more.
func phrases(list ...string) *phraseSet { return &phraseSet{list: list} }

// table is the table of the phrases.
func (p *phraseSet) table() *phraseTable {
	p.once.Do(p.read)
	return p.made
}

func (p *phraseSet) read() {
	t := &phraseTable{}
	for _, s := range p.list {
		t.byFirst[s[0]] = append(t.byFirst[s[0]], s)
		t.gate[pairHash(s[0], s[1])] = true
	}
	p.made = t
}

func pairHash(a, b byte) uint16 { return (uint16(a)<<4 ^ uint16(b)) & (1<<12 - 1) }

// in reports whether one of the phrases stands in s.
func (p *phraseSet) in(s string) bool { return p.table().in(s) }

func (p *phraseTable) in(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 { // small letters may be of another length
			var room [256]byte
			return phraseIn(p, lower(room[:0], s))
		}
	}
	if s == "" {
		return false
	}
	c := lowerBytes[s[0]]
	for i := 1; i < len(s); i++ {
		next := lowerBytes[s[i]]
		if p.gate[pairHash(c, next)] && p.at(s[i-1:], c) {
			return true
		}
		c = next
	}
	return false
}

// phraseIn is in for a text in lower case.
func phraseIn[T string | []byte](t *phraseTable, s T) bool {
	for i := 0; i+1 < len(s); i++ {
		if !t.gate[pairHash(s[i], s[i+1])] {
			continue
		}
		for _, w := range t.byFirst[s[i]] {
			if len(w) <= len(s)-i && string(s[i:i+len(w)]) == w {
				return true
			}
		}
	}
	return false
}

// inText is in for a text in lower case.
func (p *phraseSet) inText(s string) bool { return phraseIn(p.table(), s) }

// places calls found with each place where one of the phrases stands in s, a text in lower case, in one pass over it.
func (p *phraseSet) places(s string, found func(from, to int)) {
	t := p.table()
	for i := 0; i+1 < len(s); i++ {
		if !t.gate[pairHash(s[i], s[i+1])] {
			continue
		}
		for _, w := range t.byFirst[s[i]] {
			if strings.HasPrefix(s[i:], w) {
				found(i, i+len(w))
			}
		}
	}
}

// at reports whether s, which is ASCII, has two bytes or more and begins with c in lower case, begins with one of the phrases.
func (p *phraseTable) at(s string, c byte) bool {
	for _, w := range p.byFirst[c] {
		if len(w) <= len(s) && lowerBytes[s[1]] == w[1] && equalLower(s[2:len(w)], w[2:]) {
			return true
		}
	}
	return false
}

// mayBegin reports whether a text whose first byte is c may begin with one of the phrases, capitals aside.
func (p *phraseSet) mayBegin(c byte) bool {
	return c >= utf8.RuneSelf || p.table().byFirst[lowerASCII(c)] != nil
}

// begins reports whether s, in lower case, begins with one of the phrases.
func (p *phraseSet) begins(s string) bool {
	if s == "" {
		return false
	}
	for _, w := range p.table().byFirst[s[0]] {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// opens is begins for a text in whatever case.
func (p *phraseSet) opens(s string) bool {
	if s == "" || !p.mayBegin(s[0]) {
		return false
	}
	var room [longestPhrase]byte
	low := lower(room[:0], s[:min(len(s), longestPhrase)])
	for _, w := range p.table().byFirst[low[0]] {
		if len(w) <= len(low) && string(low[:len(w)]) == w {
			return true
		}
	}
	return false
}

// longestPhrase is how many bytes of a text opens looks at.
const longestPhrase = 96

// equalLower reports whether s, of ASCII and as long as low, is low with capitals perhaps.
func equalLower(s, low string) bool {
	for i := range len(s) {
		if lowerBytes[s[i]] != low[i] {
			return false
		}
	}
	return true
}
