package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A stem table finds, for a word in lower case, whether it begins with one of many stems: by a hash of its first three bytes.
type stemTable struct {
	at    [1 << 12]uint16 // one more than the index into lists, 0 for none
	lists [][]stem
}

type stem struct {
	text      string
	key, mask wordKey // of a stem that has a key: what the key of a word is under the mask if it begins with the stem
	class     class
}

// longestEnding is how many bytes an ending may add to a stem: "smuggl" takes "ers' ", not "killjoys".
const longestEnding = 5

func stemHash(a, b, c byte) uint16 { return (uint16(a)*31*31 + uint16(b)*31 + uint16(c)) & (1<<12 - 1) }

// newStems makes a table of stems of three bytes or more.
func newStems(lists map[Worth][]string) *stemTable {
	t := &stemTable{}
	for w, list := range lists {
		for _, s := range list {
			x := stem{text: s, class: classOfWorth(w)}
			if keyed(s) {
				x.key = keyOf(s, 0, len(s))
				x.mask = wordKey{lowest(len(s)), lowest(len(s) - 8)}
			}
			h := stemHash(s[0], s[1], s[2])
			if t.at[h] == 0 {
				t.lists = append(t.lists, nil)
				t.at[h] = uint16(len(t.lists))
			}
			t.lists[t.at[h]-1] = append(t.lists[t.at[h]-1], x)
		}
	}
	return t
}

// lowest is a mask of the lowest n bytes of eight.
func lowest(n int) uint64 {
	if n <= 0 {
		return 0
	}
	return ^uint64(0) >> (64 - 8*min(n, 8))
}

// of is what the stems that begin word w say of it.
func (t *stemTable) of(w []byte) (c class) {
	if len(w) < 3 {
		return 0
	}
	at := t.at[stemHash(w[0], w[1], w[2])]
	if at == 0 {
		return 0
	}
	for i := range t.lists[at-1] {
		if s := &t.lists[at-1][i]; len(w) >= len(s.text) && len(w)-len(s.text) <= longestEnding && string(w[:len(s.text)]) == s.text {
			c |= s.class
		}
	}
	return c
}

// ofKey is of for a word of n bytes that has a key.
func (t *stemTable) ofKey(k wordKey, n int) (c class) {
	at := t.at[stemHash(byte(k.lo), byte(k.lo>>8), byte(k.lo>>16))]
	if at == 0 || n < 3 {
		return 0
	}
	for i := range t.lists[at-1] {
		if s := &t.lists[at-1][i]; k.lo&s.mask.lo == s.key.lo && k.hi&s.mask.hi == s.key.hi && s.mask.lo != 0 && n-len(s.text) <= longestEnding {
			c |= s.class
		}
	}
	return c
}

// word is one word of a sentence: where it stands, blanks and punctuation around it included in no case.
type word struct {
	start, end int  // in the sentence, as blanks part it
	from, to   int  // without the punctuation at its ends
	capital    bool // begins with a capital, quotation marks aside
}

// nextWord finds the next word of s from offset i on; ok is false at the end.
func nextWord(s string, i int) (w word, ok bool) {
	for i < len(s) {
		n := blankAt(s, i)
		if n == 0 {
			break
		}
		i += n
	}
	if i >= len(s) {
		return w, false
	}
	w.start = i
	for i < len(s) && (!partsWords[s[i]] || s[i] == 0xC2 && !strings.HasPrefix(s[i:], "\u00A0")) {
		i++
	}
	w.end = i
	w.trim(s)
	return w, true
}

// partsWords marks the first bytes of the blanks that nextWord parts words at.
var partsWords = [256]bool{' ': true, '\n': true, '\t': true, 0xC2: true}

// trim sets from and to, and whether the word begins with a capital.
func (w *word) trim(s string) {
	w.from, w.to = w.start, w.end
	if first, last := s[w.from], s[w.to-1]; alnum(first) && alnum(last) { // most words
		w.capital = first >= 'A' && first <= 'Z'
		return
	}
	for w.from < w.to {
		if c := s[w.from]; c < 0x80 {
			if alnum(c) {
				w.capital = c >= 'A' && c <= 'Z'
				break
			}
			w.from++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[w.from:w.to])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			w.capital = unicode.IsUpper(r)
			break
		}
		w.from += n
	}
	for w.to > w.from {
		if c := s[w.to-1]; c < 0x80 {
			if alnum(c) {
				return
			}
			w.to--
			continue
		}
		r, n := utf8.DecodeLastRuneInString(s[w.from:w.to])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return
		}
		w.to -= n
	}
}

// alnum reports whether c is a letter or digit of ASCII.
func alnum(c byte) bool { return asciiWords[c] }

var asciiWords = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	return
}()

// lower writes s in lower case into room, without allocating while there is room.
func lower(room []byte, s string) []byte {
	room = room[:0]
	for i := range len(s) {
		c := s[i]
		if c >= 0x80 {
			return lowerWide(room, s[i:])
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		room = append(room, c)
	}
	return room
}

// lowerWide is lower for characters beyond ASCII; room is what stands before them.
func lowerWide(room []byte, s string) []byte {
	for _, r := range s {
		if r < 0x80 {
			if r >= 'A' && r <= 'Z' {
				r |= 0x20
			}
			room = append(room, byte(r))
			continue
		}
		room = utf8.AppendRune(room, unicode.ToLower(r))
	}
	return room
}
