package citations

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// mark is a marker as found, before it is known whether its note exists.
type mark struct {
	Range Range
	Label string
	Block int
	Kind  markKind
}

type markKind uint8

const (
	bracketed markKind = iota // [4], [^4], [3-5]
	raisedUp                  // a superscript, by its character or the format
	glued                     // a label that lost its raising: "region.1", "strategy.d"
)

// markers finds the references to notes in an article's text, in order.
func (p *parser) markers(a *Article, o *outline) {
	labels := labelSet(a)
	marks := p.marksBy(o, func(i int) []mark { return append(p.bracketMarks(i, labels), p.raisedMarks(i, labels)...) })
	if len(labels) > 0 && len(marks) == 0 {
		marks = p.marksBy(o, func(i int) []mark { return p.caretMarks(i, labels) })
	}
	for _, pair := range [...]string{"()", "{}"} {
		if len(labels) > 0 && len(marks) == 0 {
			if marks = p.marksBy(o, func(i int) []mark { return p.parenMarks(i, labels, pair) }); !countUp(marks, labels) {
				marks = nil
			}
		}
	}
	if len(labels) > 0 {
		marks = append(marks, p.gluedMarks(o, labels, marks)...)
	}
	sort.SliceStable(marks, func(i, j int) bool { return marks[i].Range.Start < marks[j].Range.Start })
	marks = unglue(marks, labels)
	notes := notesByLabel(a)
	seen := map[string]int{}
	for _, m := range marks {
		p.addMarker(a, o, m, notes[m.Label], seen[m.Label])
		seen[m.Label]++
	}
}

// unglue parts two raised digits that stand for two notes, "¹²" for 1 and 2: where the note before them is the one before the first digit, and there is no
// note of the number that both make or it is not its turn.
func unglue(marks []mark, labels map[string]bool) []mark {
	out := make([]mark, 0, len(marks))
	last := 0
	for _, m := range marks {
		n := labelNumber(m.Label)
		if m.Kind == raisedUp && len(m.Label) == 2 && isNumber(m.Label) && n != last+1 && n > last {
			first, second := m.Label[:1], m.Label[1:]
			if labelNumber(first) == last+1 && labelNumber(second) == last+2 && labels[first] && labels[second] {
				one, two := m, m
				one.Label, two.Label = first, second
				out = append(out, one, two)
				last += 2
				continue
			}
		}
		out = append(out, m)
		if isNumber(m.Label) {
			last = max(last, n)
		}
	}
	return out
}

// withoutNoteWord is the inside of a bracket without a word for note before its label: "[note 3]".
func withoutNoteWord(s string) string {
	for _, w := range [...]string{"note", "notes", "Note", "Notes", "fn.", "fn", "n.", "footnote", "endnote", "Anm.", "nota", "notas", "прим.", "przyp.", "pozn."} {
		if rest, ok := strings.CutPrefix(s, w); ok && rest != "" && (blankAt(rest, 0) > 0 || w[len(w)-1] == '.') {
			return rest[skipBlanks(rest, 0, len(rest)):]
		}
	}
	return s
}

// marksBy collects what read finds in the blocks of an article that can hold markers.
func (p *parser) marksBy(o *outline, read func(block int) []mark) (marks []mark) {
	for i := o.first; i < o.last; i++ {
		if part := o.parts[i-o.first]; part != NotesHead && part != NoteEntry && part != References && part != Byline && part != Title {
			marks = append(marks, read(i)...)
		}
	}
	return marks
}

// notesByLabel are the indices of the notes that bear each label.
func notesByLabel(a *Article) map[string][]int {
	out := map[string][]int{}
	for i := range a.Notes {
		out[a.Notes[i].Label] = append(out[a.Notes[i].Label], i)
	}
	return out
}

func labelSet(a *Article) map[string]bool {
	labels := map[string]bool{}
	for i := range a.Notes {
		labels[a.Notes[i].Label] = true
	}
	return labels
}

// addMarker adds a marker, linked to its note. Of two notes with one label the markers take turns: the first the first, later ones the next, the last
// note serving all that follow.
func (p *parser) addMarker(a *Article, o *outline, m mark, notes []int, seen int) {
	note := -1
	if len(notes) > 0 {
		note = notes[min(seen, len(notes)-1)]
	}
	a.Markers = append(a.Markers, Marker{Span: p.t.Source(m.Range), Range: m.Range, Label: m.Label, Note: note, Paragraph: m.Block - o.first, Glued: m.Kind == glued})
}

// bracketMarks reads "[4]", "[^4]", "[3-5]", "[3, 5]", "[i]", "[a]". Where an article has notes, a bracket holds a label or nothing of the kind; where it
// has none, only numbers count, and not years.
func (p *parser) bracketMarks(block int, labels map[string]bool) []mark {
	r := p.t.Blocks[block].Range
	var out []mark
	for i := r.Start; i < r.End; {
		k := strings.IndexByte(p.clean[i:r.End], '[')
		if k < 0 {
			return out
		}
		k += i
		i = k + 1
		e := strings.IndexByte(p.clean[k:min(r.End, k+40)], ']')
		if e < 2 || p.inCode(k) || p.inGroup(k) {
			continue
		}
		inner := withoutNoteWord(p.clean[k+1 : k+e])
		if k+e+1 < r.End && wordChar(p.clean, k+e+1) && p.clean[k+e+1] < 0x80 && !isNumber(strings.Trim(inner, "^")) {
			continue // "[i]t": an editor's hand
		}
		foot := strings.HasPrefix(inner, "^")
		for _, l := range labelList(strings.TrimPrefix(inner, "^"), foot, labels) {
			out = append(out, mark{Range{Start: k, End: k + e + 1}, l, block, bracketed})
		}
		i = k + e + 1
	}
	return out
}

// labelList cuts the inside of a bracket into labels; a range stands for all its numbers. It gives none if the bracket holds anything else.
func labelList(s string, foot bool, labels map[string]bool) []string {
	if foot {
		if s != "" && !strings.ContainsAny(s, " \t") {
			return []string{s}
		}
		return nil
	}
	var out []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == ' ' }) {
		lo, hi, isRange := strings.Cut(strings.NewReplacer("–", "-", "—", "-").Replace(part), "-")
		if isRange {
			a, b := labelNumber(lo), labelNumber(hi)
			if !isNumber(lo) || !isNumber(hi) || a == 0 || b < a || b-a > 40 || len(hi) > 3 {
				return nil
			}
			for n := a; n <= b; n++ {
				out = append(out, itoa(n))
			}
			continue
		}
		if !validLabel(part) || !labels[part] && !isNumber(part) && (len(labels) == 0 || labelNumber(part) == 0 || !sameSystem(part, labels)) {
			return nil
		}
		out = append(out, part)
	}
	return out
}

// sameSystem reports whether an unknown label is of the kind that the notes use: letters among letters, roman among roman.
func sameSystem(l string, labels map[string]bool) bool {
	letters, numbers := 0, 0
	for x := range labels {
		if isNumber(x) {
			numbers++
		} else {
			letters++
		}
	}
	if isNumber(l) {
		return numbers > 0
	}
	return letters > 0 && (len(l) == 1 || roman(l) > 0)
}

// raisedMarks reads superscripts: characters that are, and text that the format raises.
func (p *parser) raisedMarks(block int, labels map[string]bool) []mark {
	r := p.t.Blocks[block].Range
	var out []mark
	for _, s := range p.t.Supers {
		if t := p.t.Slice(s); r.Contains(s) && !strings.HasPrefix(t, "[") { // which bracketMarks reads
			t = strings.Trim(t, "() ")
			for _, l := range labelList(t, false, labels) {
				if len(labels) > 0 && (labels[l] || isNumber(l)) && !unitBefore(p.clean[r.Start:s.Start]) {
					out = append(out, mark{s, l, block, raisedUp})
				}
			}
		}
	}
	s := p.clean[r.Start:r.End]
	if strings.IndexByte(s, 0xC2) < 0 && !strings.Contains(s, "\xE2\x81") {
		return out
	}
	for i := 0; i < len(s); {
		if s[i] < 0xC2 {
			i++
			continue
		}
		if list, n := superscripts(s[i:]); n > 0 {
			if len(labels) > 0 && !unitBefore(s[:i]) && !power(s[:i]) && !p.insideSuper(r.Start+i) {
				for _, l := range labelList(list, false, labels) {
					out = append(out, mark{Range{Start: r.Start + i, End: r.Start + i + n}, l, block, raisedUp})
				}
			}
			i += n
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return out
}

func (p *parser) insideSuper(at int) bool {
	for _, s := range p.t.Supers {
		if at >= s.Start && at < s.End {
			return true
		}
	}
	return false
}

// units are followed by a raised digit that is no marker: m², km³.
var units = wordSet(`m km cm mm ft mi yd s µm dm hm in ha`)

// power reports whether a raised digit stands behind a number that is no year: 10².
func power(s string) bool {
	k := len(s)
	for k > 0 && s[k-1] >= '0' && s[k-1] <= '9' {
		k--
	}
	return k < len(s) && len(s)-k != 4
}

func unitBefore(s string) bool {
	k := len(s)
	for k > 0 && wordChar(s, k-1) && len(s)-k < 4 {
		k--
	}
	return units[s[k:]] && k > 0
}

// gluedMarks finds labels that lost their raising and stand glued to a word, a stop or a number. One is taken where the sequence of labels asks for it: it
// is the next label, or (behind a stop, comma or quote) one that has a note or follows the last.
func (p *parser) gluedMarks(o *outline, labels map[string]bool, have []mark) []mark {
	g := gluer{p: p, labels: labels, nextNumber: 1, nextLetter: 1, taken: map[int]bool{}}
	for _, m := range have {
		g.taken[m.Range.Start] = true
		if m.Kind == bracketed && isNumber(m.Label) {
			g.bracketedNumbers++
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
	if lowest > mostLost+1 { // a chapter goes on with the numbers of the one before
		g.nextNumber = lowest
	}
	if g.bracketedNumbers > 0 && !g.letters || len(have) > 0 && !g.letters {
		return nil
	}
	for i := o.first; i < o.last; i++ {
		switch o.parts[i-o.first] {
		case NotesHead, NoteEntry, References, Byline, Title, Biography, Heading:
			continue
		}
		g.block(i)
	}
	return g.out
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
}

func (g *gluer) block(i int) {
	r := g.p.t.Blocks[i].Range
	s := g.p.clean
	for k := r.Start + 1; k < r.End; k++ {
		switch c := s[k]; {
		case c >= '0' && c <= '9':
			if g.numbers && (s[k-1] < '0' || s[k-1] > '9') {
				k = g.number(i, g.pastYear(k, r), r) - 1
			}
		case int(c)-'a'+1 == g.nextLetter && g.letters:
			g.letter(i, k, r)
		}
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
	switch {
	case len(digits) <= 3 && n == want && (strong || g.wordEnd(k, r)) && n <= g.top+1:
	case len(digits) <= 3 && strong && g.labels[digits] && n > want && n <= want+2 && s[k-1] != ',':
	case len(digits) <= 3 && strong && n == g.top+1 && n > want && n <= want+2 && s[k-1] == '.' && letterBefore(s, k-1): // beyond the last note
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

// pastYear is where the label begins in digits that are a year with the next label glued to it ("20092" is 2009 and note 2), else k.
func (g *gluer) pastYear(k int, r Range) int {
	s := g.p.clean
	e := k
	for e < r.End && s[e] >= '0' && s[e] <= '9' {
		e++
	}
	want := itoa(g.nextNumber)
	if (s[k] == '1' && s[k+1] >= '5' || strings.HasPrefix(s[k:], "20")) && e-k == 4+len(want) && s[k+4:e] == want && g.labels[want] {
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

func letterBefore(s string, k int) bool {
	return k > 0 && (wordChar(s, k-1) && (s[k-1] < '0' || s[k-1] > '9') || s[k-1] == ')' || s[k-1] == '"')
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
