package support

import (
	"strings"
	"unicode/utf8"
)

// quote is a quotation of the claim: its parts between ellipses and brackets, each as folded words.
type quote struct {
	text  string
	parts [][]token
}

// pairs open and close a quotation.
var pairs = [...][2]string{{"“", "”"}, {"„", "“"}, {"«", "»"}, {"»", "«"}, {"「", "」"}, {"『", "』"}, {"„", "”"}, {"\"", "\""}, {"‘", "’"}, {"‹", "›"}}

// leastQuoted is how many words a quotation must have; a single word in quotes is a name or a doubt.
const leastQuoted = 2

// quotations finds what a text quotes.
func quotations(s string) (out []quote) {
	for i := 0; i < len(s); {
		open, inner, next := quotedAt(s, i)
		if !open {
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
			continue
		}
		i = next
		q := quote{text: inner}
		words := 0
		for _, part := range splitQuote(inner) {
			if ts := tokens(part, maxClaim); len(ts) > 0 {
				q.parts = append(q.parts, ts)
				words += len(ts)
			}
		}
		if words >= leastQuoted && len(out) < 20 {
			out = append(out, q)
		}
	}
	return out
}

// quotedAt reads the quotation that opens at byte i. Single quotes must not be apostrophes.
func quotedAt(s string, i int) (ok bool, inner string, next int) {
	for _, p := range pairs {
		if !strings.HasPrefix(s[i:], p[0]) || p[0] == "‘" && i > 0 && letterByte(s[i-1]) {
			continue
		}
		rest := s[i+len(p[0]):]
		end := strings.Index(rest, p[1])
		for p[1] == "’" && end >= 0 && end+len(p[1]) < len(rest) && letterAt(rest, end+len(p[1])) { // an apostrophe
			k := strings.Index(rest[end+len(p[1]):], p[1])
			if k < 0 {
				return false, "", i
			}
			end += len(p[1]) + k
		}
		if end > 0 && end < 2000 {
			return true, rest[:end], i + len(p[0]) + end + len(p[1])
		}
	}
	return false, "", i
}

// splitQuote parts a quotation at ellipses and at what stands in brackets.
func splitQuote(s string) []string {
	s = omissions.Replace(s)
	var b strings.Builder
	for {
		k := strings.IndexByte(s, '[')
		if k < 0 {
			break
		}
		end := strings.IndexByte(s[k:], ']')
		if end < 0 {
			break
		}
		b.WriteString(s[:k])
		if end > 3 { // "[T]he" only changes a letter
			b.WriteByte(0)
		} else {
			b.WriteString(s[k+1 : k+end])
		}
		s = s[k+end+1:]
	}
	b.WriteString(s)
	return strings.Split(b.String(), "\x00")
}

// gapWords is how many words an ellipsis or a bracket may stand for.
const gapWords = 80

// checkQuotes looks for each quotation on the page.
func (j *judge) checkQuotes() {
	if len(j.quotes) == 0 {
		return
	}
	t := j.stream()
	for _, q := range j.quotes {
		j.r.Checks.Quotations = append(j.r.Checks.Quotations, t.check(q))
	}
}

// stream is the page's words in a row.
type stream struct {
	words []string
	ends  []bool // a sentence or a quotation ends behind the word
	at    map[string][]int32
}

func (j *judge) stream() *stream {
	t := &stream{at: map[string][]int32{}}
	for i := range j.lines {
		l := &j.lines[i]
		for k, w := range l.words {
			low := w.low
			if w.number {
				low = withoutSeparators.Replace(low)
			}
			t.at[low] = append(t.at[low], int32(len(t.words)))
			t.words = append(t.words, low)
			t.ends = append(t.ends, k+1 == len(l.words) || strings.ContainsAny(l.text[w.end:l.words[k+1].start], endMarks))
		}
	}
	return t
}

func (t *stream) check(q quote) QuoteCheck {
	c := QuoteCheck{Text: q.text, State: Missing}
	if t.stands(q) {
		c.State = Found
		return c
	}
	var words []string
	for _, p := range q.parts {
		for _, w := range p {
			words = append(words, quoteWord(&w))
		}
	}
	if len(q.parts) > 1 || len(words) < 4 {
		return c
	}
	at, same := t.nearest(words)
	if same*100 < len(words)*70 {
		return c
	}
	page, turned := t.compareQuote(words, at)
	c.Page = strings.Join(page, " ")
	c.State = Near
	if turned {
		c.State = Contrary
	}
	return c
}

func quoteWord(t *token) string {
	if t.number {
		return withoutSeparators.Replace(t.low)
	}
	return t.low
}

// stands reports whether the parts of a quotation stand on the page one after the other.
func (t *stream) stands(q quote) bool {
	first := t.at[quoteWord(&q.parts[0][0])]
	for n, start := range first {
		if n > 2000 {
			return false
		}
		if t.follows(q, int(start)) {
			return true
		}
	}
	return false
}

func (t *stream) follows(q quote, at int) bool {
	for n, part := range q.parts {
		limit := at
		if n > 0 {
			limit = min(len(t.words), at+gapWords)
		}
		for !t.matches(part, at) {
			if at++; at > limit {
				return false
			}
		}
		at += len(part)
	}
	return true
}

func (t *stream) matches(part []token, at int) bool {
	if at+len(part) > len(t.words) {
		return false
	}
	for k := range part {
		if t.words[at+k] != quoteWord(&part[k]) {
			return false
		}
	}
	return true
}

// nearest is the place on the page where most words of a quotation stand in their order, and how many do. Only places that share a
// rare word with it are looked at.
func (t *stream) nearest(words []string) (best, same int) {
	tried := map[int]bool{}
	looked := 0
	for k, w := range words {
		places := t.at[w]
		if len(places) == 0 || len(places) > 60 {
			continue
		}
		for _, p := range places {
			start := max(0, int(p)-k-1)
			for ; start <= int(p)-k+1; start++ {
				if start < 0 || tried[start] || looked > 4000 {
					continue
				}
				tried[start] = true
				looked++
				if n := common(words, t.words[start:min(len(t.words), start+len(words)+2)]); n > same {
					best, same = start, n
				}
			}
		}
	}
	return best, same
}

// common is the length of the longest common subsequence of two short lists.
func common(a, b []string) int {
	row := make([]int, len(b)+1)
	for i := range a {
		diag := 0
		for k := range b {
			up := row[k+1]
			switch {
			case a[i] == b[k]:
				row[k+1] = diag + 1
			case row[k] > up:
				row[k+1] = row[k]
			}
			diag = up
		}
	}
	return row[len(b)]
}

// compareQuote finds the page's words that answer a quotation, which stands near word at, and says whether they turn it round: another number,
// or a negation that only one of them has.
func (t *stream) compareQuote(q []string, at int) (page []string, turned bool) {
	page = t.answering(q, at)
	only := func(a, b []string) (numbers []string, negations int) {
		have := map[string]int{}
		for _, w := range b {
			have[w]++
		}
		for _, w := range a {
			if have[w]--; have[w] >= 0 {
				continue
			}
			if _, isWord := numberWords()[w]; isWord || w[0] >= '0' && w[0] <= '9' {
				numbers = append(numbers, w)
			}
			if negators[w] {
				negations++
			}
		}
		return numbers, negations
	}
	nq, negQ := only(q, page)
	np, negP := only(page, q)
	return page, len(nq) > 0 && len(np) > 0 && strings.Join(nq, " ") != strings.Join(np, " ") && !sameNumbers(nq, np) || negQ != negP
}

// answering are the page's words from the first that the quotation has to the last, and at both ends as many as the quotation has others
// there, as far as the sentence goes: what stands in their place is what a person wants to see.
func (t *stream) answering(q []string, at int) []string {
	from, to := at, min(len(t.words), at+len(q)+2)
	all := common(q, t.words[from:to])
	for to-from > 1 && common(q, t.words[from+1:to]) == all {
		from++
	}
	for to-from > 1 && common(q, t.words[from:to-1]) == all {
		to--
	}
	first, last := 0, len(q)
	for first < last && common(q[first+1:], t.words[from:to]) == all {
		first++
	}
	for last > first && common(q[first:last-1], t.words[from:to]) == all {
		last--
	}
	for n := first; n > 0 && from > 0 && !t.ends[from-1]; n-- {
		from--
	}
	for n := len(q) - last; n > 0 && to < len(t.words) && !t.ends[to-1]; n-- {
		to++
	}
	return t.words[from:to]
}

// sameNumbers reports whether two lists print the same values: "two" and "2".
func sameNumbers(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		x, okX := valueOf(a[i])
		y, okY := valueOf(b[i])
		if !okX || !okY || x != y {
			return false
		}
	}
	return true
}

func valueOf(w string) (float64, bool) {
	if v, ok := numberWords()[w]; ok {
		return v, true
	}
	v, ok := parseDigits(w, "en")
	if !ok {
		return 0, false
	}
	return v[0], true
}

// endMarks end a sentence or a quotation, or begin one.
const endMarks = ".!?…\"“”„«»‹›「」『』。！？"

// omissions are the marks of what a quotation leaves out, and withoutSeparators takes those of thousands out of a number.
var (
	omissions         = strings.NewReplacer("[…]", "\x00", "[...]", "\x00", "(…)", "\x00", "(...)", "\x00", "…", "\x00", ". . .", "\x00", "...", "\x00", "[sic]", " ")
	withoutSeparators = strings.NewReplacer(",", "", "'", "", "’", "")
)
