package citations

import (
	"slices"
	"strconv"
	"strings"
)

// gluedMarks finds labels that lost their raising and stand glued to a word, a stop or a number. One is taken where the sequence of labels asks for it: it
// is the next label, or (behind a stop, comma or quote) one that has a note or follows the last.
func (p *parser) gluedMarks(a *Article, o *outline, labels map[string]bool, have []mark) []mark {
	g := gluer{p: p, labels: labels, nextNumber: 1, nextLetter: 1, taken: map[int]bool{}}
	bracketedLetters := 0
	for _, m := range have {
		g.taken[m.Range.Start] = true
		switch {
		case m.Kind == bracketed && isNumber(m.Label):
			g.bracketedNumbers++
		case m.Kind == bracketed && labels[m.Label]:
			bracketedLetters++
		}
	}
	lowest := 0
	for l := range labels {
		g.top = max(g.top, labelNumber(l)*btoi(isNumber(l)))
		g.letters = g.letters || len(l) == 1 && !isNumber(l)
		g.numbers = g.numbers || isNumber(l)
		if n := labelNumber(l); isNumber(l) && (lowest == 0 || n < lowest) {
			lowest = n
		}
	}
	g.letters = g.letters && bracketedLetters == 0
	if lowest > mostLost+1 { // a chapter goes on with the numbers of the one before
		g.nextNumber = lowest
	}
	if g.bracketedNumbers > 0 && !g.letters || len(have) > 0 && !g.letters {
		return nil
	}
	for i := range a.Notes {
		if i > 0 && a.Notes[i].List != a.Notes[i-1].List && a.Notes[i].Label == a.Notes[0].Label {
			g.feet = append(g.feet, a.Notes[i-1].Span.Start)
		}
	}
	for i := o.first; i < o.last; i++ {
		switch o.parts[i-o.first] {
		case NotesHead, NoteEntry, References, Byline, Title, Biography, Heading:
			continue
		}
		g.block(i)
	}
	if len(a.Notes) > 0 && len(g.feet) == 0 && g.nearlyInTurn() {
		return g.maybe
	}
	return g.out
}

// nearlyInTurn reports whether the digits that stand glued to words are the labels of the notes, all but one of them at least and each once, though here and there
// one comes before its turn: an author who puts note 5 before note 4 breaks the sequence that tells labels from other digits.
func (g *gluer) nearlyInTurn() bool {
	const fewest = 4
	numbers := 0
	for l := range g.labels {
		numbers += btoi(isNumber(l))
	}
	if g.letters || len(g.maybe) <= len(g.out) || numbers < fewest {
		return false
	}
	seen, early, last := map[string]bool{}, 0, 0
	for _, m := range g.maybe {
		n := labelNumber(m.Label)
		if seen[m.Label] || n > last+2 {
			return false
		}
		if n < last {
			early++
		}
		seen[m.Label], last = true, max(last, n)
	}
	return early <= 1 && len(seen) >= numbers-1 && !slices.ContainsFunc(g.out, func(m mark) bool { return !seen[m.Label] })
}

// mostLost bounds the notes that may be missing before the first: so many numbers are still looked for.
const mostLost = 2

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// gluer looks for glued labels in reading order. nextNumber and nextLetter are the labels that should come next.
type gluer struct {
	p                *parser
	labels           map[string]bool
	nextNumber       int
	nextLetter       int // a is 1
	top              int // highest number among the notes
	letters, numbers bool
	bracketedNumbers int
	taken            map[int]bool
	out              []mark
	maybe            []mark // digits that stand as labels do, whatever label should come next
	feet             []int  // where the feet of pages stand in the source behind which the numbers begin anew
}

func (g *gluer) block(i int) {
	r := g.p.t.Blocks[i].Range
	s := g.p.clean
	for k := r.Start + 1; k < r.End; k++ {
		switch c := s[k]; {
		case c >= '0' && c <= '9':
			g.p.look()
			g.turnPage(k)
			if g.numbers && (s[k-1] < '0' || s[k-1] > '9') {
				k = g.number(i, g.pastYear(k, r), r) - 1
			}
		case int(c)-'a'+1 == g.nextLetter && g.letters:
			g.letter(i, k, r)
		}
	}
}

// turnPage begins to count anew where byte k stands behind the foot of a page that the next does not go on with.
func (g *gluer) turnPage(k int) {
	for len(g.feet) > 0 && g.p.t.Source(Range{Start: k, End: k + 1}).Start > g.feet[0] {
		g.feet, g.nextNumber = g.feet[1:], 1
	}
}

// number tries the digits at k. It returns where to go on.
func (g *gluer) number(i, k int, r Range) int {
	s := g.p.clean
	e := k
	for e < r.End && s[e] >= '0' && s[e] <= '9' {
		e++
	}
	if g.p.inGroup(k) || g.p.inCode(k) || e < r.End && wordChar(s, e) && s[e] != 0xC2 && s[e] != 0xE2 || g.inNumber(k, e, r) {
		return e
	}
	digits := s[k:e]
	if g.taken[k] || blankBefore(s, k) > 0 {
		return e
	}
	n := labelNumber(digits)
	want := g.nextNumber
	strong := gluedTo(s[r.Start:], k-r.Start) || s[k-1] >= '0' && s[k-1] <= '9' || (s[k-1] == '.' || s[k-1] == ',') && n == want // past inNumber: a sentence ends here
	g.consider(i, k, e, r, strong)
	switch {
	case len(digits) <= 3 && n == want && (strong || g.wordEnd(k, r)) && n <= g.top+1:
	case len(digits) <= 3 && strong && g.labels[digits] && n > want && n <= want+2 && s[k-1] != ',':
	case len(digits) <= 3 && strong && n == g.top+1 && n > want && n <= want+2 && s[k-1] == '.' && letterBefore(s, k-1): // beyond the last note
	case len(digits) <= 3 && n == g.top+1 && n > want && n <= want+2 && g.wordEnd(k, r) && e < r.End && s[e] == '.' && blankOrEnd(s, e+1, r.End): // "enceintes10."
	case len(digits) <= 3 && strong && g.labels[digits] && n < want && s[k-1] == '.' && letterBefore(s, k-1):
	default:
		return e
	}
	g.take(i, Range{Start: k, End: e}, digits)
	if n >= want {
		g.nextNumber = n + 1
	}
	return e
}

// consider keeps the digits [k, e) as a label that may be, where there is a note for it or they are the next number behind the last note's.
func (g *gluer) consider(i, k, e int, r Range, strong bool) {
	s := g.p.clean
	if e-k == 5 && (s[k] == '1' || s[k] == '2') { // a year and a label
		k, strong = k+4, true
	}
	if label := s[k:e]; e-k <= 3 && (g.labels[label] || labelNumber(label) == g.top+1) && (strong || g.wordEnd(k, r) || lowerBefore(s, k, 3)) {
		g.maybe = append(g.maybe, mark{Range{Start: k, End: e}, label, i, glued})
	}
}

// lowerBefore reports whether n small letters stand before byte k.
func lowerBefore(s string, k, n int) bool {
	for ; n > 0; n-- {
		if k--; k < 0 || s[k] < 'a' || s[k] > 'z' {
			return false
		}
	}
	return true
}

// pastYear is where the label begins in digits that are a year with the next label glued to it ("20092" is 2009 and note 2), else k.
func (g *gluer) pastYear(k int, r Range) int {
	s := g.p.clean
	e := k
	for e < r.End && s[e] >= '0' && s[e] <= '9' {
		e++
	}
	want := strconv.Itoa(g.nextNumber)
	if e-k == 4+len(want) && (s[k] == '1' && s[k+1] >= '5' || strings.HasPrefix(s[k:], "20")) && s[k+4:e] == want && g.labels[want] {
		return k + 4
	}
	return k
}

// inNumber reports whether the digits [k, e) belong to a number: behind a decimal stop or comma with digits before it, or with a stop and digits after.
func (g *gluer) inNumber(k, e int, r Range) bool {
	s := g.p.clean
	if e+1 < r.End && (s[e] == '.' || s[e] == ',' || s[e] == ':') && s[e+1] >= '0' && s[e+1] <= '9' {
		return true
	}
	if e < r.End && s[e] == '%' {
		return true
	}
	prev := s[k-1]
	if prev == '-' || prev == '$' || prev == '/' || prev == '#' || prev == '\'' || prev == '+' || prev == '@' || prev == '_' {
		return true
	}
	if (prev == '.' || prev == ',' || prev == ':') && k-2 >= r.Start && s[k-2] >= '0' && s[k-2] <= '9' {
		year := k-5 >= r.Start && isNumber(s[k-5:k-1]) && (k-6 < r.Start || s[k-6] < '0' || s[k-6] > '9') && (s[k-5] == '1' || s[k-5] == '2')
		if prev == ',' && year && blankOrEnd(s, e, r.End) && labelNumber(s[k:e]) == g.nextNumber {
			return false // "the census of 2010,2 and"
		}
		return !(prev == '.' && (year || e-k <= 2) && g.p.startsSentence(e, r.End) && blankOrEnd(s, e, r.End) && labelNumber(s[k:e]) == g.nextNumber)
	}
	return false
}

func blankOrEnd(s string, i, end int) bool { return i >= end || blankAt(s, i) > 0 }

// wordEnd reports whether digits at k stand glued to a plain word (lower case, four letters or more): "Emarat2", not "G7" or "CO2".
func (g *gluer) wordEnd(k int, r Range) bool {
	s := g.p.clean
	b := k
	lower := 0
	for b > r.Start && wordChar(s, b-1) && (s[b-1] < '0' || s[b-1] > '9') {
		b--
		if s[b] >= 'a' && s[b] <= 'z' || s[b] >= 0x80 {
			lower++
		}
	}
	return lower >= 4 && lower*2 > k-b
}

// letterBefore reports whether a word, a bracket or a quotation ends at byte k.
func letterBefore(s string, k int) bool {
	return k > 0 && (wordChar(s, k-1) && (s[k-1] < '0' || s[k-1] > '9') || s[k-1] == ')' || s[k-1] == '"') || closesQuote(s[:k])
}

// closesQuote reports whether s ends with the sign that closes a quotation.
func closesQuote(s string) bool {
	return strings.HasSuffix(s, "”") || strings.HasSuffix(s, "’") || strings.HasSuffix(s, "»") || strings.HasSuffix(s, "“")
}

// letter tries the letter at k as the label of a substantive note: glued to a word, a quote or a stop, followed by a no-break space or the end of a word,
// the next in the sequence a, b, c.
func (g *gluer) letter(i, k int, r Range) {
	s := g.p.clean
	want := g.nextLetter
	if int(s[k]-'a')+1 != want || k+1 < r.End && wordChar(s, k+1) && s[k+1] != 0xC2 && s[k+1] != 0xE2 || !g.labels[s[k:k+1]] {
		return
	}
	if g.taken[k] { // it is raised
		g.nextLetter = want + 1
		return
	}
	nbsp := strings.HasPrefix(s[k+1:r.End], "\u00A0")
	strong := gluedTo(s[r.Start:], k-r.Start)
	if !(strong && (nbsp || blankOrEnd(s, k+1, r.End)) || nbsp && wordChar(s, k-1)) || blankBefore(s, k) > 0 || s[k-1] == '\'' || strings.HasSuffix(s[:k], "’") {
		return
	}
	g.take(i, Range{Start: k, End: k + 1}, s[k:k+1])
	g.nextLetter = want + 1
}

func (g *gluer) take(i int, r Range, label string) {
	g.out = append(g.out, mark{r, label, i, glued})
}
