package support

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// bitset is a set of the first 128 things that a page is asked for.
type bitset [2]uint64

func (b *bitset) add(i int) { b[i>>6&1] |= 1 << (i & 63) }

func (b bitset) or(c bitset) bitset { return bitset{b[0] | c[0], b[1] | c[1]} }

func (b bitset) has(i int) bool { return b[i>>6&1]&(1<<(i&63)) != 0 }

func (b bitset) count() int { return bits.OnesCount64(b[0]) + bits.OnesCount64(b[1]) }

// ask is a word of the claim that the page is searched for.
type ask struct {
	root  string
	low   string
	soft  string // of a name
	name  bool
	token int // of the claim
}

// asks are the words of a claim that say something: no small words, no numbers.
func asks(ts []token, figures []figure, names []name) (out []ask) {
	counted := map[int]bool{}
	for _, f := range figures {
		for k := f.first; k <= f.last; k++ {
			counted[k] = true
		}
		for k := f.first - 1; k >= 0 && (ts[k].stop || boundPart[ts[k].low]); k-- {
			counted[k] = true
		}
	}
	named := map[int]bool{}
	for _, n := range names {
		for _, k := range n.tokens {
			named[k] = true
		}
	}
	seen := map[string]bool{}
	for i := range ts {
		t := &ts[i]
		if t.stop && !named[i] || t.number || counted[i] || len(out) >= 128 {
			continue
		}
		a := ask{root: root(t.key), low: t.low, token: i, name: named[i]}
		if a.name {
			a.soft = soft(t.low)
		}
		if !seen[a.root] {
			seen[a.root] = true
			out = append(out, a)
		}
	}
	return out
}

// finder looks the words of a page up among those asked for.
type finder struct {
	roots map[string]int
	softs map[string]int
	bones map[string]int   // their consonants, where there are four or more
	heads map[string][]int // names by their first four letters
	asked []ask
}

func newFinder(asked []ask) *finder {
	f := &finder{roots: map[string]int{}, softs: map[string]int{}, bones: map[string]int{}, heads: map[string][]int{}, asked: asked}
	for i, a := range asked {
		f.roots[a.root] = i
		if a.name && len(a.soft) > 3 {
			f.softs[a.soft] = i
		}
		if b := bones(a.low); a.name && len(b) >= 4 {
			f.bones[b] = i
		}
		if a.name && len(a.low) >= 4 {
			f.heads[a.low[:4]] = append(f.heads[a.low[:4]], i)
		}
	}
	return f
}

// find is the index of the word asked for that a page's word is, -1 for none.
func (f *finder) find(t *token) int {
	if i, ok := f.roots[root(t.key)]; ok {
		return i
	}
	if !t.capital || len(t.low) < 4 {
		return -1
	}
	for _, i := range f.heads[t.low[:4]] {
		if sameName(f.asked[i].low, t.low) {
			return i
		}
	}
	if s := soft(t.low); len(s) > 3 {
		if i, ok := f.softs[s]; ok {
			return i
		}
	}
	if len(f.bones) > 0 {
		if i, ok := f.bones[bones(t.low)]; ok && f.asked[i].low[0] == t.low[0] {
			return i
		}
	}
	return -1
}

// window is a run of sentences, [from, to).
type window struct {
	from, to int
	hits     bitset
	figures  bitset
	score    float64
}

// readPassage finds what each sentence of the page has of the claim, and the three sentences in a row that have most of it.
func (j *judge) readPassage() {
	f := newFinder(j.asked)
	for i := range j.lines {
		l := &j.lines[i]
		for k := range l.words {
			if at := f.find(&l.words[k]); at >= 0 {
				l.hits.add(at)
			}
		}
		for _, g := range figuresOf(l.text, l.words, j.page.Language) {
			g.line = i
			j.found = append(j.found, g)
		}
	}
	j.best = j.bestWindow(3)
	j.r.Passage = j.quote(j.best)
	n := j.best.hits.count()
	j.r.Checks.Words = WordCheck{Of: len(j.asked), Found: n}
	for i, a := range j.asked {
		if !j.best.hits.has(i) && len(j.r.Checks.Words.Missing) < 20 {
			j.r.Checks.Words.Missing = append(j.r.Checks.Words.Missing, a.low)
		}
	}
	if len(j.asked) > 0 {
		j.r.Checks.Words.Share = float64(n) / float64(len(j.asked))
	}
}

// bestWindow is the run of at most n sentences with most of the claim, the shortest of several.
func (j *judge) bestWindow(n int) (best window) {
	equals := j.figureHits()
	for i := range j.lines {
		w := window{from: i, to: i}
		for k := i; k < min(len(j.lines), i+n) && (j.lines[k].block >= 0 || k == i); k++ {
			if k > i && j.lines[i].block < 0 || k > i && j.lines[k].block > j.lines[i].block+2 {
				break
			}
			w.to = k + 1
			w.hits, w.figures = w.hits.or(j.lines[k].hits), w.figures.or(equals[k])
			if w.score = j.weigh(w) - 0.3*float64(k-i); w.score > best.score || best.to == 0 {
				best = w
			}
		}
	}
	return best
}

// figureHits says for each sentence which figures of the claim stand in it.
func (j *judge) figureHits() []bitset {
	out := make([]bitset, len(j.lines))
	for i := range j.found {
		for k := range j.figures[:min(len(j.figures), 128)] {
			if sameUnit(&j.figures[k], &j.found[i]) && equal(&j.figures[k], &j.found[i]) {
				out[j.found[i].line].add(k)
			}
		}
	}
	return out
}

// weigh is how much of the claim a window has: a name or a figure weighs more than a word.
func (j *judge) weigh(w window) (score float64) {
	for i, a := range j.asked {
		if w.hits.has(i) {
			score++
			if a.name {
				score += 0.3
			}
		}
	}
	return score + 1.5*float64(w.figures.count())
}

// longestPassage is the most of a page that is quoted, in characters.
const longestPassage = 300

// quote is the text of a window, cut to what may be quoted.
func (j *judge) quote(w window) string {
	if w.to == 0 || w.hits.count() == 0 && w.figures.count() == 0 {
		return ""
	}
	for w.to-w.from > 1 && j.length(w) > longestPassage {
		head, tail := w, w
		head.to--
		tail.from++
		if j.gain(head) >= j.gain(tail) {
			w = head
		} else {
			w = tail
		}
	}
	parts := make([]string, 0, 3)
	for i := w.from; i < w.to; i++ {
		parts = append(parts, j.lines[i].text)
	}
	s := strings.Join(parts, " ")
	if utf8.RuneCountInString(s) <= longestPassage {
		return s
	}
	return j.excerpt(w.from)
}

func (j *judge) length(w window) (n int) {
	for i := w.from; i < w.to; i++ {
		n += utf8.RuneCountInString(j.lines[i].text) + 1
	}
	return n - 1
}

// gain is what a part of the best window has of the claim.
func (j *judge) gain(w window) float64 {
	part := window{from: w.from, to: w.to}
	for i := w.from; i < w.to; i++ {
		part.hits = part.hits.or(j.lines[i].hits)
	}
	for i := range j.found {
		for k := range j.figures[:min(len(j.figures), 128)] {
			if g := &j.found[i]; g.line >= w.from && g.line < w.to && sameUnit(&j.figures[k], g) && equal(&j.figures[k], g) {
				part.figures.add(k)
			}
		}
	}
	return j.weigh(part)
}

// excerpt is the part of a long sentence that has most words of the claim.
func (j *judge) excerpt(i int) string {
	l := &j.lines[i]
	f := newFinder(j.asked)
	const room = longestPassage - 4
	var at []int // bytes where words asked for stand
	for k := range l.words {
		if f.find(&l.words[k]) >= 0 {
			at = append(at, l.words[k].start)
		}
	}
	best, most := 0, 0
	for a, b := 0, 0; a < len(at); a++ {
		for b < len(at) && at[b]-at[a] < room-30 {
			b++
		}
		if b-a > most {
			best, most = at[a], b-a
		}
	}
	start := max(0, best-20)
	for start > 0 && l.text[start-1] != ' ' && start > best-60 {
		start--
	}
	for start > 0 && l.text[start]&0xC0 == 0x80 {
		start--
	}
	return ellipsed(l.text, start, room)
}

// ellipsed is the part of s from a byte on, n characters at most, with marks where something was cut off.
func ellipsed(s string, start, n int) string {
	out := s[start:]
	cut := false
	count := 0
	for k := range out {
		if count == n {
			out, cut = out[:k], true
			break
		}
		count++
	}
	if cut {
		if k := strings.LastIndexByte(out, ' '); k > len(out)-40 && k > 0 {
			out = out[:k]
		}
		out += " …"
	}
	if start > 0 {
		out = "… " + strings.TrimLeft(out, " ")
	}
	return out
}
