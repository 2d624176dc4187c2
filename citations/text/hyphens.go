package text

import (
	"bytes"
	"hash/maphash"
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
	left := lastWord(tail)
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

// wordStart is where the last word of s begins, a hyphen being part of none.
func wordStart(s []byte) int {
	i := len(s)
	for i > 0 {
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

// lexicon is the set of the words of a document that stand whole in a line, and of its hyphenated compounds.
type lexicon struct {
	seed maphash.Seed
	set  map[uint64]struct{}
}

// wordsAtMost bounds the lexicon: a longer document repeats its words.
const wordsAtMost = 200_000

func newLexicon(src []byte) *lexicon {
	l := &lexicon{maphash.MakeSeed(), map[uint64]struct{}{}}
	start := -1
	for i := 0; i <= len(src) && len(l.set) < wordsAtMost; i++ {
		if i < len(src) && (wordByte(src[i]) || src[i] == '-' && start >= 0) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 && i-start < 64 && src[i-1] != '-' {
			l.set[maphash.Bytes(l.seed, bytes.ToLower(src[start:i]))] = struct{}{}
		}
		start = -1
	}
	return l
}

func (l *lexicon) has(parts ...[]byte) bool {
	_, ok := l.set[maphash.Bytes(l.seed, bytes.ToLower(bytes.Join(parts, nil)))]
	return ok
}
