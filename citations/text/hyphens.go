package text

import (
	"bytes"
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// What a line end after a hyphen stands for.
const (
	keepBlank  = iota // no word was broken: a blank
	keepHyphen        // "al-" and "Jazeera": the hyphen belongs to the name
	dropHyphen        // "planta-" and "tions"
)

// keptPrefixes are words that keep their hyphen whatever follows.
var keptPrefixes = map[string]bool{"al": true, "el": true, "self": true, "well": true, "ill": true, "non": true, "so": true, "vice": true, "all": true, "half": true}

// hyphenated decides what the line end between the open block and next stands for. A word is made whole where the document
// itself has the whole word; failing that, where the hyphenated word does not occur either.
func (p *plain) hyphenated(next []byte) int {
	tail := p.out[p.start:]
	if !endsHyphen(tail) {
		return keepBlank
	}
	left := lastWord(tail[max(0, len(tail)-longestCut):])
	if bytes.ContainsAny(left, "/@") || !startsLower(next) {
		if r := firstRune(next); !unicode.IsLetter(r) && !unicode.IsDigit(r) && !bytes.ContainsAny(left, "/@") {
			return keepBlank
		}
		return keepHyphen
	}
	left = left[wordStart(left[:len(left)-1]) : len(left)-1]
	right := next[:wordEnd(next)]
	if p.words == nil {
		p.words = newLexicon(p.src)
	}
	switch {
	case p.words.has(left, right):
		return dropHyphen
	case p.words.has(left, []byte("-"), right), keptPrefixes[string(bytes.ToLower(left))]:
		return keepHyphen
	}
	return dropHyphen
}

// longestCut is how far back a word before a hyphen is looked at: a lexicon knows words of up to 63 bytes, and addresses have a slash more often.
const longestCut = 256

// wordStart is where the last word of s begins, a hyphen being part of none; of one that no lexicon holds, some place inside.
func wordStart(s []byte) int {
	i := len(s)
	for i > 0 && len(s)-i < lexiconWord {
		r, n := utf8.DecodeLastRune(s[:i])
		if !unicode.IsLetter(r) {
			return i
		}
		i -= n
	}
	return i
}

// wordEnd is where the first word of s ends.
func wordEnd(s []byte) int {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		if !unicode.IsLetter(r) {
			return i
		}
		i += n
	}
	return len(s)
}

// lexicon answers which words stand whole in a document: of those alone that a line end has cut somewhere, so that one pass over
// the text suffices.
type lexicon struct {
	asked map[string]bool // words that were cut, lower-case, and whether they stand whole elsewhere
	gate  [256][8]byte    // by first byte, a bit for each length up to 63: whether a word can be one of them at all
}

// lexiconWord is a length that no word of a lexicon has, in bytes.
const lexiconWord = 64

// cutsAtMost bounds how many cut words are kept: a longer document repeats them.
const cutsAtMost = 20_000

func newLexicon(src []byte) *lexicon {
	l := &lexicon{asked: map[string]bool{}}
	l.cuts(src)
	l.seek(src)
	return l
}

// cuts collects the words on both sides of every hyphen at a line end.
func (l *lexicon) cuts(src []byte) {
	for i := 0; i < len(src) && len(l.asked) < cutsAtMost; {
		k := bytes.IndexByte(src[i:], '-')
		if k < 0 {
			return
		}
		k += i
		i = k + 1
		j := k + 1
		for j < len(src) && (src[j] == ' ' || src[j] == '\t') {
			j++
		}
		if j == len(src) || src[j] != '\n' && src[j] != '\r' || k == 0 || !wordByte(src[k-1]) {
			continue
		}
		for j < len(src) && isBlank(src[j]) {
			j++
		}
		left := src[wordStart(src[max(0, k-48):k])+max(0, k-48) : k]
		right := src[j:min(len(src), j+48)]
		right = right[:wordEnd(right)]
		l.ask(left, right)
		l.ask(left, []byte("-"), right)
	}
}

func (l *lexicon) ask(parts ...[]byte) {
	w := bytes.ToLower(bytes.Join(parts, nil))
	if len(w) < 2 || len(w) >= lexiconWord {
		return
	}
	l.asked[string(w)] = false
	l.gate[w[0]][len(w)>>3] |= 1 << (len(w) & 7)
}

// seek marks the words asked for that stand whole in src.
func (l *lexicon) seek(src []byte) {
	if len(l.asked) == 0 {
		return
	}
	start, inside := 0, uint64(0) // where the word begins that is being read, 1 if one is
	for i := 0; i < len(src); i += 64 {
		block := wordBits(src, i)
		for changes := block ^ (block<<1 | inside); changes != 0; changes &= changes - 1 {
			at := i + bits.TrailingZeros64(changes)
			if inside ^= 1; inside == 1 {
				start = at
			} else {
				l.meet(src, start, at)
			}
		}
	}
	if inside == 1 {
		l.meet(src, start, len(src))
	}
}

// wordBits has a bit for each byte of words and hyphens among the next 64 from i on.
func wordBits(src []byte, i int) (m uint64) {
	if i+64 <= len(src) {
		for k := 0; k < 64; k += 8 {
			m |= hyphened(src, i+k) << k
		}
		return m
	}
	for k, c := range src[i:] {
		if hyphenedBytes[c] {
			m |= 1 << k
		}
	}
	return m
}

// meet marks the word between two bytes, hyphens at its start aside, if it was asked for.
func (l *lexicon) meet(src []byte, start, end int) {
	for start < end && src[start] == '-' {
		start++
	}
	n := end - start
	if n <= 0 || n >= lexiconWord || l.gate[lowerByte(src[start])][n>>3]&(1<<(n&7)) == 0 {
		return
	}
	var room [lexiconWord]byte
	w := append(room[:0], src[start:end]...)
	for k, c := range w {
		w[k] = lowerByte(c)
	}
	if _, ok := l.asked[string(w)]; ok {
		l.asked[string(w)] = true
	}
}

// hyphenedBytes marks the bytes of words and hyphens.
var hyphenedBytes = func() (t [256]bool) {
	t = wordBytes
	t['-'] = true
	return
}()

func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}

func (l *lexicon) has(parts ...[]byte) bool {
	return l.asked[string(bytes.ToLower(bytes.Join(parts, nil)))]
}
