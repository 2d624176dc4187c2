package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations"
)

// token is a word of the clean text: letters, digits and the marks on them.
type token struct {
	citations.Range
	low     string // in lower case
	upper   bool   // it begins with a capital
	breaks  bool   // a comma, colon, dash or bracket stands before it
	quoting bool   // it stands inside quotation marks
}

// reader cuts ranges of a clean text into words. It keeps those of the last few ranges, because one rule after another asks for the same sentence; what it
// returned is good until the range has been asked for that comes kept ranges later. It serves one goroutine.
type reader struct {
	clean string
	last  [kept]struct {
		r     citations.Range
		words []token
	}
	next int
}

// kept is more than rules ever hold at once.
const kept = 8

// A slot has room for the words of a long sentence from the start; words are rarely shorter, with the blank behind them, than bytesPerWord.
const (
	wordsAtFirst = 40
	bytesPerWord = 5
)

// tokens are the words of a range.
func (d *reader) tokens(r citations.Range) []token {
	for i := range d.last {
		if d.last[i].r == r {
			return d.last[i].words
		}
	}
	slot := &d.last[d.next]
	d.next = (d.next + 1) % kept
	if slot.words == nil { // most sentences fit at once
		slot.words = make([]token, 0, max(wordsAtFirst, r.Len()/bytesPerWord))
	}
	slot.r, slot.words = r, tokens(slot.words[:0], d.clean, r)
	return slot.words
}

// tokens appends the words of a range of the clean text.
func tokens(out []token, clean string, r citations.Range) []token {
	t := tokenizer{clean: clean, end: r.End}
	for i := r.Start; i < r.End; {
		c, n := rune(clean[i]), 1
		switch {
		case c == ' ':
			i++
			continue
		case c >= utf8.RuneSelf:
			c, n = utf8.DecodeRuneInString(clean[i:r.End])
		}
		if !wordRune(c) {
			t.sign(c, i)
			i += n
			continue
		}
		w := t.word(i)
		out = append(out, w)
		i = w.End
	}
	return out
}

// wordRune reports whether a word can begin with a character.
func wordRune(c rune) bool {
	if c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	}
	return unicode.IsLetter(c) || unicode.IsDigit(c)
}

type tokenizer struct {
	clean  string
	end    int
	breaks bool
	quote  rune   // the mark that ends the open quotation, 0 if none is open
	low    string // clean[from:end] with the capitals of ASCII in lower case, "" until a word has one
	from   int
}

// sign notes what stands between two words.
func (t *tokenizer) sign(c rune, i int) {
	switch c {
	case ',', ';', ':', '—', '–', '(', ')', '،', '؛', '，', '、':
		t.breaks = true
	case '-':
		t.breaks = t.breaks || i > 0 && t.clean[i-1] == ' '
	}
	switch {
	case t.quote != 0 && c == t.quote:
		t.quote = 0
	case t.quote == 0:
		t.quote = quoteEnds[c]
	}
}

var quoteEnds = map[rune]rune{'"': '"', '“': '”', '„': '“', '«': '»', '「': '」'}

func (t *tokenizer) word(i int) token {
	e, capitals, wide := i, false, false
	for e < t.end && asciiWord[t.clean[e]] != 0 {
		capitals = capitals || asciiWord[t.clean[e]] == capital
		e++
	}
	w := token{upper: asciiWord[t.clean[i]] == capital, breaks: t.breaks, quoting: t.quote != 0}
	if e < t.end && t.clean[e] >= utf8.RuneSelf {
		first, _ := utf8.DecodeRuneInString(t.clean[i:])
		e, wide, w.upper = t.wordEnd(e), true, unicode.IsUpper(first)
	}
	w.Range, w.low = citations.Range{Start: i, End: e}, t.clean[i:e]
	switch {
	case wide:
		w.low = strings.ToLower(w.low)
	case capitals:
		w.low = t.lower(w.Range)
	}
	t.breaks = false
	return w
}

// lower is a word of ASCII in lower case. The words of a range share one string.
func (t *tokenizer) lower(r citations.Range) string {
	if t.low == "" {
		t.from = r.Start
		t.low = lowerLetters(t.clean[r.Start:t.end])
	}
	return t.low[r.Start-t.from : r.End-t.from]
}

// lowerLetters is s with the capitals of ASCII in lower case.
func lowerLetters(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	from := 0 // what is still to be copied as it stands
	for i := range len(s) {
		if c := s[i]; asciiWord[c] == capital {
			b.WriteString(s[from:i])
			b.WriteByte(c + 'a' - 'A')
			from = i + 1
		}
	}
	b.WriteString(s[from:])
	return b.String()
}

// asciiWord says of each byte whether it is a letter or digit of ASCII, and whether a capital.
var asciiWord = func() (t [256]uint8) {
	for c := range rune(utf8.RuneSelf) {
		switch {
		case c >= 'A' && c <= 'Z':
			t[c] = capital
		case wordRune(c):
			t[c] = 1
		}
	}
	return
}()

const capital = 2

// wordEnd is where a word ends that goes on at byte e in any script.
func (t *tokenizer) wordEnd(e int) int {
	for e < t.end {
		c, n := rune(t.clean[e]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(t.clean[e:t.end])
		}
		if !wordRune(c) && (c < utf8.RuneSelf || !unicode.IsMark(c)) {
			break
		}
		e += n
	}
	return e
}

// phrases are words and runs of words that are looked for in a text. A word that ends in * stands for all that begin with it.
type phrases struct {
	whole map[string][][]string // by their first word
	gate  [256]uint64           // by the first byte of the words in whole, a bit for each length: most words are told by these
	stems [][]string            // those whose first word is a stem
}

// newPhrases reads phrases that commas part.
func newPhrases(s string) phrases {
	p := phrases{whole: map[string][][]string{}}
	for _, one := range strings.Split(s, ",") {
		ws := strings.Fields(one)
		switch {
		case len(ws) == 0:
		case strings.HasSuffix(ws[0], "*"):
			p.stems = append(p.stems, ws)
		default:
			p.whole[ws[0]] = append(p.whole[ws[0]], ws)
			p.gate[ws[0][0]] |= 1 << (len(ws[0]) & 63)
		}
	}
	return p
}

// at is the number of words of the longest phrase that begins with word i, 0 if none does.
func (p *phrases) at(ws []token, i int) int {
	best := 0
	if low := ws[i].low; p.gate[low[0]]&(1<<(len(low)&63)) != 0 {
		for _, phrase := range p.whole[low] {
			best = max(best, matched(phrase, ws[i:]))
		}
	}
	if bare, ok := strings.CutPrefix(ws[i].low, arabicAnd); ok {
		for _, phrase := range p.whole[bare] {
			if len(phrase) == 1 {
				best = max(best, 1)
			}
		}
	}
	for _, phrase := range p.stems {
		best = max(best, matched(phrase, ws[i:]))
	}
	return best
}

// arabicAnd is "and", which Arabic writes into the next word.
const arabicAnd = "و"

// endsAt reports whether a phrase ends with word i, and how many words it has.
func (p *phrases) endsAt(ws []token, i int) int {
	const longest = 4
	for n := 1; n <= longest && i-n+1 >= 0; n++ {
		if p.at(ws, i-n+1) == n {
			return n
		}
	}
	return 0
}

func matched(phrase []string, ws []token) int {
	if len(phrase) > len(ws) {
		return 0
	}
	for i, w := range phrase {
		stem, open := strings.CutSuffix(w, "*")
		if open && !strings.HasPrefix(ws[i].low, stem) || !open && ws[i].low != w {
			return 0
		}
		if i > 0 && ws[i].breaks {
			return 0
		}
	}
	return len(phrase)
}

// among reports whether a phrase stands anywhere in words [from, to).
func (p *phrases) among(ws []token, from, to int) bool {
	for i := max(from, 0); i < min(to, len(ws)); i++ {
		if p.at(ws, i) > 0 {
			return true
		}
	}
	return false
}

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
