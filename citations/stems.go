package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A stem table finds, for a word in lower case, whether it begins with one of many stems: by its first three bytes. longest is how many bytes a word may
// run on behind a stem.
type stemTable struct {
	gate  [1 << 12]uint8 // by hash of the first three bytes: the flags of all stems that begin so
	stems map[string][]stem
}

type stem struct {
	text  string
	worth Worth
}

// longestEnding is how many bytes an ending may add to a stem: "smuggl" takes "ers' ", not "killjoys".
const longestEnding = 5

func stemHash(a, b, c byte) uint16 { return (uint16(a)*31*31 + uint16(b)*31 + uint16(c)) & (1<<12 - 1) }

func newStems(lists map[Worth][]string) *stemTable {
	t := &stemTable{stems: map[string][]stem{}}
	for w, list := range lists {
		for _, s := range list {
			key := s[:min(3, len(s))]
			t.stems[key] = append(t.stems[key], stem{s, w})
			if len(s) >= 3 {
				t.gate[stemHash(s[0], s[1], s[2])] = 1
			}
		}
	}
	return t
}

// of is what the stems that begin word w say of it.
func (t *stemTable) of(w []byte) Worth {
	if len(w) < 3 || t.gate[stemHash(w[0], w[1], w[2])] == 0 {
		return 0
	}
	var out Worth
	for _, s := range t.stems[string(w[:3])] {
		if len(w) >= len(s.text) && len(w)-len(s.text) <= longestEnding && string(w[:len(s.text)]) == s.text {
			out |= s.worth
		}
	}
	return out
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
