package citations

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
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
		marks = append(marks, p.gluedMarks(a, o, labels, marks)...)
	}
	sort.SliceStable(marks, func(i, j int) bool { return marks[i].Range.Start < marks[j].Range.Start })
	marks = unglue(marks, labels)
	notes := notesByLabel(a)
	seen := map[string]int{}
	for _, m := range marks {
		p.look()
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

// withoutPages is the inside of a bracket without the pages that numbered references give with their number: "[3, p. 5]", "[2, с. 3; 5, с. 44–46]".
func withoutPages(s string) string {
	if !strings.Contains(s, ", ") {
		return s
	}
	pieces := strings.Split(s, ";")
	for i, piece := range pieces {
		if label, page, ok := strings.Cut(piece, ", "); ok && pageWord(page) {
			pieces[i] = label
		}
	}
	return strings.Join(pieces, ";")
}

// marksBy collects what read finds in the blocks of an article that can hold markers.
func (p *parser) marksBy(o *outline, read func(block int) []mark) (marks []mark) {
	for i := o.first; i < o.last; i++ {
		if part := o.parts[i-o.first]; part != NotesHead && part != NoteEntry && part != References && part != Byline && part != Title {
			p.look()
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
// note serving all that follow. Where a note of the label stands above the marker already, it is the next below: that of its page.
func (p *parser) addMarker(a *Article, o *outline, m mark, notes []int, seen int) {
	note := -1
	if len(notes) > 0 {
		note = notes[min(seen, len(notes)-1)]
		at := p.t.Source(m.Range).Start
		if k := sort.Search(len(notes), func(k int) bool { return a.Notes[notes[k]].Span.Start > at }); k > 0 && k < len(notes) {
			note = notes[k]
		}
	}
	a.Markers = append(a.Markers, Marker{Span: p.t.Source(m.Range), Range: m.Range, Label: m.Label, Note: note, Paragraph: m.Block - o.first, Glued: m.Kind == glued})
}

// each calls read for every byte c of block, but not where it is code or a citation; read gives the byte to go on from.
func (p *parser) each(block int, c byte, read func(at int) (next int)) {
	r := p.t.Blocks[block].Range
	for i := r.Start; i < r.End; {
		k := strings.IndexByte(p.clean[i:r.End], c)
		if k < 0 {
			return
		}
		if i += k; p.inCode(i) || p.inGroup(i) {
			i++
			continue
		}
		p.look()
		i = read(i)
	}
}

// bracketMarks reads "[4]", "[^4]", "[3-5]", "[3, 5]", "[i]", "[a]". Where an article has notes, a bracket holds a label or nothing of the kind; where it
// has none, only numbers count, and not years.
func (p *parser) bracketMarks(block int, labels map[string]bool) (out []mark) {
	const longest = 40 // bytes up to the closing bracket
	end := p.t.Blocks[block].Range.End
	p.each(block, '[', func(k int) int {
		e := strings.IndexByte(p.clean[k:min(end, k+longest)], ']')
		if e < 2 {
			return k + 1
		}
		inner := withoutNoteWord(p.clean[k+1 : k+e])
		next := k + e + 1
		if next < end && wordChar(p.clean, next) && p.clean[next] < utf8.RuneSelf && !isNumber(strings.Trim(inner, "^")) {
			return k + 1 // "[i]t": an editor's hand
		}
		inner = scannedLabel(withoutPages(inner), labels)
		foot := strings.HasPrefix(inner, "^")
		for _, l := range labelList(strings.TrimPrefix(inner, "^"), foot, labels) {
			out = append(out, mark{Range{Start: k, End: next}, l, block, bracketed})
		}
		return next
	})
	return out
}

// scannedLabel is a label with the letters that a scanner took for digits put right, "[l]" and "[I0]", where the article has a note of that number and none of the
// letter.
func scannedLabel(s string, labels map[string]bool) string {
	const longest = 3
	if s == "" || len(s) > longest || labels[s] || strings.Trim(s, "lIO0123456789") != "" {
		return s
	}
	if mended := scannedDigit.Replace(s); mended != s && labels[mended] {
		return mended
	}
	return s
}

var scannedDigit = strings.NewReplacer("l", "1", "I", "1", "O", "0")

// plainDashes writes the dashes of ranges as hyphens.
var plainDashes = strings.NewReplacer("–", "-", "—", "-")

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
		lo, hi, isRange := strings.Cut(plainDashes.Replace(part), "-")
		if isRange {
			a, b := labelNumber(lo), labelNumber(hi)
			if !isNumber(lo) || !isNumber(hi) || a == 0 || b < a || b-a > 40 || len(hi) > 3 {
				return nil
			}
			for n := a; n <= b; n++ {
				out = append(out, strconv.Itoa(n))
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
	for _, s := range p.supersIn(r) {
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
	i := sort.Search(len(p.t.Supers), func(i int) bool { return p.t.Supers[i].End > at })
	return i < len(p.t.Supers) && p.t.Supers[i].Start <= at
}

// units are followed by a raised digit that is no marker: m², km³.
var units = wordSet(`m km cm mm ft mi yd s µm dm hm in ha`)

// power reports whether a raised digit behind s is an exponent: behind a number that is no year, 10², or behind a letter that stands alone, χ², R².
func power(s string) bool {
	k := len(s)
	for k > 0 && s[k-1] >= '0' && s[k-1] <= '9' {
		k--
	}
	if k < len(s) {
		return len(s)-k != 4
	}
	r, n := utf8.DecodeLastRuneInString(s)
	return (unicode.IsLower(r) || unicode.IsUpper(r)) && (len(s) == n || !wordChar(s, len(s)-n-1))
}

func unitBefore(s string) bool {
	k := len(s)
	for k > 0 && wordChar(s, k-1) && len(s)-k < 4 {
		k--
	}
	return units.has(s[k:]) && k > 0
}
