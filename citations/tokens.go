package citations

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// A token is one word of running text, as blanks part words, with what is known of it: read once, for all stages that ask of words.
type token struct {
	start, end int32 // in the text that was cut
	class
}

// A room is what the stages need for one article after the other: its words, and its claims before their number is known.
type room struct {
	tokens []token
	claims []Claim
}

var rooms = sync.Pool{New: func() any { return new(room) }}

// byteKind says what a byte means to a word.
var byteKind = func() (t [256]uint8) {
	for c := range t {
		switch {
		case alnum(byte(c)):
		case c >= 0x80:
			t[c] = kindWide | kindMark
		case c == '"' || c == '\'':
			t[c] = kindQuote | kindMark
		default:
			t[c] = kindMark
		}
		if partsWords[c] {
			t[c] |= kindParts
		}
	}
	return
}()

const (
	kindMark  uint8 = 1 << iota // no letter or digit of ASCII
	kindQuote                   // a quotation mark or apostrophe of ASCII
	kindWide                    // part of a character beyond ASCII
	kindParts                   // may begin a blank that parts words
)

// tokeniseArticle makes the words of r those at hand.
func (p *parser) tokeniseArticle(r Range) {
	p.tokens = p.tokens[:0]
	for r.Start < r.End {
		p.look()
		part := Range{Start: r.Start, End: min(r.End, r.Start+lookBytes)}
		if k := strings.IndexByte(p.clean[part.End:r.End], ' '); k >= 0 { // where a word ends
			part.End += k
		} else {
			part.End = r.End
		}
		p.tokens = tokenise(p.tokens, p.clean, part)
		r.Start = part.End
	}
}

// tokenise appends the words of s[r.Start:r.End] to out.
func tokenise(out []token, s string, r Range) []token {
	t := wordClasses()
	s = s[:r.End]
	for i := r.Start; i < len(s); {
		if s[i] == ' ' && i+1 < len(s) && byteKind[s[i+1]] == 0 { // mostly
			i++
		} else if i = skipBlanks(s, i, len(s)); i == len(s) {
			break
		}
		start, kinds := i, uint8(0)
		for i < len(s) && byteKind[s[i]] == 0 { // most words are told by this alone
			i++
		}
		for i < len(s) {
			k := byteKind[s[i]]
			if k&kindParts != 0 && (s[i] != 0xC2 || i+1 < len(s) && s[i+1] == 0xA0) {
				break
			}
			kinds |= k &^ kindParts
			i++
		}
		out = append(out, token{int32(start), int32(i), t.classify(s, start, i, kinds)})
	}
	return out
}

// classify is the class of the word s[start:end].
func classify(s string, start, end int) class {
	kinds := uint8(0)
	for i := start; i < end; i++ {
		kinds |= byteKind[s[i]] &^ kindParts
	}
	return wordClasses().classify(s, start, end, kinds)
}

// classify is the class of the word s[start:end], whose bytes are of these kinds.
func (t *classTable) classify(s string, start, end int, kinds uint8) class {
	if kinds == 0 && end-start <= longestKey {
		return t.ofPlain(s, start, end)
	}
	w := word{start: start, end: end}
	w.trim(s)
	c := endOf(s[start:end])
	if kinds&kindQuote != 0 {
		c |= quotes
	}
	if kinds&kindWide != 0 {
		c |= wide
	}
	if s[start] == '(' && strings.IndexByte(s[start:end], ')') > 0 {
		c |= inBrackets
	}
	if w.from == w.to {
		return c | wordless
	}
	if c&wide == 0 && w.to-w.from <= longestKey && keyed(s[w.from:w.to]) {
		return c | t.ofPlain(s, w.from, w.to)
	}
	return c | t.ofRare(s, &w)
}

// endOf is clauseEnd for a word whose last mark ends a clause.
func endOf(w string) class {
	switch last := w[len(w)-1]; {
	case last == ',' || last == ';' || last == ':', last == '"' && len(w) > 1:
		return clauseEnd
	case last >= utf8.RuneSelf:
		for _, mark := range [...]string{"–", "—", "”", "»", "“"} {
			if strings.HasSuffix(w, mark) {
				return clauseEnd
			}
		}
	}
	return 0
}

// ofPlain is the class of the word s[from:to], which has a key.
func (t *classTable) ofPlain(s string, from, to int) class {
	k := keyOf(s, from, to)
	c := plain | t.of(k)
	switch first := s[from]; {
	case first >= 'A' && first <= 'Z':
		c = c&^placeSmall | capital
	case first <= '9':
		return c | digit
	default:
		c &^= placeHead | bodyNoun
	}
	n := to - from
	if n < 3 {
		return c
	}
	if n > 4 && s[to-1]|0x20 == 'd' && s[to-2]|0x20 == 'e' {
		c |= pastEnd
	}
	return c | weighty.ofKey(k, n)
}

// firstEast is the first byte that characters of CJK and Hangul begin with, signs and other scripts aside.
const firstEast = 0xE3

// ofRare is the class of a word that has no key.
func (t *classTable) ofRare(s string, w *word) class {
	var room [64]byte
	f := lower(room[:0], s[w.from:w.to])
	c := rare | t.ofText(f) | weighty.of(f)
	for _, b := range f {
		if b >= firstEast {
			c |= east
			break
		}
	}
	if w.capital {
		c |= capital
	}
	if f[0] >= '0' && f[0] <= '9' {
		c |= digit
	}
	if n := len(f); n > 4 && f[n-1] == 'd' && f[n-2] == 'e' {
		c |= pastEnd
	}
	return c
}

// tokensIn are the words of ts that lie in r, the first and the last in part perhaps.
func tokensIn(ts []token, r Range) []token {
	from, to := 0, len(ts)
	for from < to {
		if m := (from + to) / 2; int(ts[m].end) <= r.Start {
			from = m + 1
		} else {
			to = m
		}
	}
	for to < len(ts) && int(ts[to].start) < r.End {
		to++
	}
	return ts[from:to]
}

// cut reports whether r has the token in part only.
func (t *token) cut(r Range) bool { return int(t.start) < r.Start || int(t.end) > r.End }
