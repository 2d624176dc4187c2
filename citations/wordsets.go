package citations

import (
	"iter"
	"sync"
)

// A wordList is a set of words, given as one text. The text is read when the set is first asked, so that a program pays for the sets that its
// documents need, and nothing as it starts. It may be asked from several goroutines at once.
type wordList struct {
	text  string
	lines bool // bars part the words, which may hold blanks
	once  sync.Once
	gate  [4]uint64  // by first byte and length, a bit: most words that are in no set are told by it
	slots []wordSlot // by hash, a power of two of them, at least three in four empty
}

// A wordSlot says where in the text a word stands; zero is an empty one.
type wordSlot struct {
	at  uint16
	len uint8
	tag uint8 // of the hash
}

// wordSet makes a set of words that blanks part.
func wordSet(text string) *wordList { return &wordList{text: text} }

// wordSetLines makes a set of words and phrases that bars part.
func wordSetLines(text string) *wordList { return &wordList{text: text, lines: true} }

// has reports whether a word is in the set, as it is written there.
func (l *wordList) has(w string) bool { return isIn(l, w) }

// hasBytes is has for a word that was made lower case in a room.
func (l *wordList) hasBytes(w []byte) bool { return isIn(l, w) }

func isIn[T string | []byte](l *wordList, w T) bool {
	l.once.Do(l.read)
	if len(w) == 0 {
		return false
	}
	if g := gateOf(w[0], len(w)); l.gate[g>>6]&(1<<(g&63)) == 0 {
		return false
	}
	h := wordHash(w)
	mask := uint32(len(l.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		s := l.slots[i]
		if s.len == 0 {
			return false
		}
		if s.tag == uint8(h>>24) && int(s.len) == len(w) && l.text[s.at:int(s.at)+len(w)] == string(w) {
			return true
		}
	}
}

// gateOf is a word's place in a gate.
func gateOf(first byte, n int) uint8 { return first*31 + uint8(n)*11 }

// all are the words of the set, one that is given twice twice.
func (l *wordList) all() iter.Seq[string] {
	return func(yield func(string) bool) {
		for at, n := range l.places() {
			if !yield(l.text[at : at+n]) {
				return
			}
		}
	}
}

// places are where the words stand, and how long they are.
func (l *wordList) places() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for from := 0; from < len(l.text); {
			to := from
			for to < len(l.text) && !l.parts(l.text[to]) {
				to++
			}
			at, end := from, to
			for l.lines && at < end && blankIn(l.text[at]) {
				at++
			}
			for l.lines && end > at && blankIn(l.text[end-1]) {
				end--
			}
			if end > at && !yield(at, end-at) {
				return
			}
			from = to + 1
		}
	}
}

func (l *wordList) parts(c byte) bool {
	if l.lines {
		return c == '|'
	}
	return blankIn(c)
}

func blankIn(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// read fills the slots.
func (l *wordList) read() {
	n := 0
	for range l.places() {
		n++
	}
	size := 8
	for size < 4*n {
		size *= 2
	}
	l.slots = make([]wordSlot, size)
	mask := uint32(size - 1)
	for at, n := range l.places() {
		g := gateOf(l.text[at], n)
		l.gate[g>>6] |= 1 << (g & 63)
		h := wordHash(l.text[at : at+n])
		i := h & mask
		for l.slots[i].len != 0 {
			i = (i + 1) & mask
		}
		l.slots[i] = wordSlot{at: uint16(at), len: uint8(n), tag: uint8(h >> 24)}
	}
}

// wordHash is a hash of a word: of all its bytes up to sixteen, of the first and last eight of a longer one.
func wordHash[T string | []byte](w T) uint32 {
	n := len(w)
	var a, b uint64
	switch {
	case n >= 8:
		a, b = bytesAt(w, 0), bytesAt(w, n-8)
	case n >= 4:
		a, b = uint64(fourAt(w, 0)), uint64(fourAt(w, n-4))
	case n > 0:
		a = uint64(w[0]) | uint64(w[n/2])<<8 | uint64(w[n-1])<<16
	}
	h := (a ^ uint64(n)) * 0x9E3779B97F4A7C15
	h = (h ^ h>>29 ^ b) * 0xC2B2AE3D27D4EB4F
	return uint32(h >> 32)
}

func fourAt[T string | []byte](w T, i int) uint32 {
	return uint32(w[i]) | uint32(w[i+1])<<8 | uint32(w[i+2])<<16 | uint32(w[i+3])<<24
}

func bytesAt[T string | []byte](w T, i int) uint64 {
	return uint64(fourAt(w, i)) | uint64(fourAt(w, i+4))<<32
}
