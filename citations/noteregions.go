package citations

import (
	"strconv"
	"strings"

	"example.org/verify/citations/text"
)

// noteRegions marks the notes of an article: what stands below a head of notes, what the format itself marks, and, without a head, a run of labelled
// blocks at the article's end to which markers in the text lead. It reports the blocks that belong to such a region.
func (p *parser) noteRegions(o *outline, looks []look, set func(int, Part)) map[int]bool {
	in := map[int]bool{}
	for i := o.first; i < o.last; i++ {
		if p.t.Blocks[i].Kind == text.Footnote {
			set(i, NoteEntry)
			in[i] = true
		}
	}
	found := false
	for i := o.first; i < o.last; i++ {
		if i > o.title && looks[i].notes && p.entriesFollow(looks, i, o.last) {
			found = true
			set(i, NotesHead)
			in[i] = true
			i = p.noteRegion(o, looks, set, in, i+1) - 1
		}
	}
	if !found && p.stackedNotes(o, set, in) {
		return in
	}
	if !found {
		p.trailingNotes(o, looks, set, in, p.lastFootnote(o)+1)
	}
	if len(in) == 0 {
		p.pagedNotes(o, looks, set, in)
	}
	return in
}

// lastFootnote is the highest number of the footnotes that the format marks, 0 where there is none. Where a list of endnotes begins at the foot of a page, a
// PDF's reader takes its first entries for footnotes; the list goes on from that number.
func (p *parser) lastFootnote(o *outline) int {
	last := 0
	for i := o.first; i < o.last; i++ {
		if b := &p.t.Blocks[i]; b.Kind == text.Footnote {
			last = max(last, labelNumber(b.Label))
		}
	}
	return last
}

// entriesFollow reports whether the head of notes at i is one: labelled entries or references come next.
func (p *parser) entriesFollow(looks []look, i, end int) bool {
	return i+1 < end && (looks[i+1].entry != "" || caretLead(p.block(i+1)) > 0 || p.marked(i) || p.t.Blocks[i].Upper || !looks[i+1].notes && i+2 >= end || p.referenceLike(i+1) || looks[i+1].notes)
}

// noteRegion marks the entries from block i on and returns the first block that is none.
func (p *parser) noteRegion(o *outline, looks []look, set func(int, Part), in map[int]bool, i int) int {
	labelled := i < o.last && looks[i].entry != ""
	for ; i < o.last; i++ {
		l := &looks[i]
		switch {
		case l.notes, p.marked(i):
			return i
		case l.entry != "", caretLead(p.block(i)) > 0:
			labelled = true
			set(i, NoteEntry)
		case labelled:
			if p.t.Blocks[i].Kind != text.Footnote && (l.head && !strings.Contains(p.block(i), "http") && titleLike(p.block(i)) || l.aside) {
				return i
			}
			if _, bio := p.biographyOf(p.block(i), o.authors); bio || !p.noteContinues(i) {
				return i
			}
			set(i, NoteEntry)
		default:
			if !p.referenceLike(i) && len(p.block(i)) > 40 && l.last && !strings.Contains(p.block(i), "http") {
				return i
			}
			set(i, References)
		}
		in[i] = true
	}
	return i
}

// noteContinues reports whether an unlabelled block among notes goes on with the one before it: an address, or a second paragraph set close to it.
func (p *parser) noteContinues(i int) bool {
	s := p.block(i)
	return strings.HasPrefix(s, "http") || strings.HasPrefix(s, "www.") || p.t.Blocks[i].Tight && len(s) < 600
}

// referenceLike reports whether a block is an entry of a reference list: a name first, a year in it.
func (p *parser) referenceLike(i int) bool {
	s := p.block(i)
	if len(s) > 600 {
		return false
	}
	for k := 0; k+4 <= len(s); k++ {
		if (s[k] == '1' || s[k] == '2') && isNumber(s[k:k+4]) && (k == 0 || !wordChar(s, k-1)) && (k+4 == len(s) || !wordChar(s, k+4)) {
			return true
		}
	}
	return strings.Contains(s, "http")
}

// trailingNotes finds notes without a head: the blocks at the end whose labels count up from begin, if the text before holds a marker.
func (p *parser) trailingNotes(o *outline, looks []look, set func(int, Part), in map[int]bool, begin int) {
	first := -1
	want := 0
	for i := o.last - 1; i > o.title && !in[i]; i-- {
		n := labelNumber(looks[i].entry)
		if looks[i].entry == "" || n == 0 || want > 0 && n > want {
			if looks[i].entry == "" && (p.noteContinues(i) || p.endBlock(i, looks, o)) {
				continue
			}
			break
		}
		want = n
		if n == begin {
			first = i
			break
		}
	}
	if first < 0 || !p.markerBefore(o, first, looks[first].entry) && !(begin == 1 && p.roundMarkersBefore(o, looks, first)) {
		return
	}
	if begin > 1 && !in[first-1] && labelNumber(looks[first-1].entry) == begin-1 {
		return // the middle of a list of its own, which goes on from no footnote
	}
	for i := first; i < o.last; i++ {
		if looks[i].entry != "" || p.noteContinues(i) && i > first {
			set(i, NoteEntry)
			in[i] = true
		}
	}
}

// stackedNotes marks the notes of a newsletter, whose labels stand alone: "1", and the note's text in the block below. The labels count up from 1, and the text
// before the first has a marker for each, so that numbers of pages are none.
func (p *parser) stackedNotes(o *outline, set func(int, Part), in map[int]bool) bool {
	const longest = 4 // blocks of one note
	var labels []int
	for i := o.first; i < o.last; i++ {
		s := p.block(i)
		switch n := labelNumber(s); {
		case !isNumber(s) || len(s) > 3 || i <= o.title:
		case n == 1:
			labels = append(labels[:0], i)
		case n == len(labels)+1 && n > 1 && i > labels[n-2]+1 && i <= labels[n-2]+1+longest:
			labels = append(labels, i)
		}
	}
	if len(labels) == 0 || labels[len(labels)-1]+1 >= o.last {
		return false
	}
	if labels[0] > o.first {
		if before, _, _ := labelAt(p.block(labels[0] - 1)); isNumber(before) {
			return false // a page's number below its notes
		}
	}
	if !p.markersTo(Range{Start: p.t.Blocks[o.first].Range.Start, End: p.t.Blocks[labels[0]].Range.Start}, len(labels)) {
		return false
	}
	end := labels[len(labels)-1] + 2
	for end < o.last && p.noteContinues(end) {
		end++
	}
	for i := labels[0]; i < end; i++ {
		set(i, NoteEntry)
		in[i] = true
	}
	return true
}

// markersTo reports whether markers from 1 to n stand in r, in this order: raised, in brackets, or glued to the end of a word. It reads r once.
func (p *parser) markersTo(r Range, n int) bool {
	raised := map[int]bool{}
	for _, s := range p.supersIn(r) {
		raised[s.Start] = true
	}
	s, at := p.clean[:r.End], r.Start
	for k := 1; k <= n; {
		label := strconv.Itoa(k)
		i := strings.Index(s[at:], label)
		if i < 0 {
			return false
		}
		i += at
		at = i + len(label)
		if whole := at == len(s) || !wordChar(s, at); whole && i > r.Start && (raised[i] || s[i-1] == '[' || gluedTo(s, i)) {
			k++
		}
	}
	return true
}

// endBlock reports whether a block may stand below notes: a biography or an aside.
func (p *parser) endBlock(i int, looks []look, o *outline) bool {
	_, bio := p.biographyOf(p.block(i), o.authors)
	return bio || looks[i].aside || looks[i].caption
}

// markerBefore reports whether the text before block i holds what can be the marker of a label: in brackets, raised, or glued to the end of a word.
func (p *parser) markerBefore(o *outline, i int, label string) bool {
	start := p.t.Blocks[o.first].Range.Start
	end := p.t.Blocks[i].Range.Start
	s := p.clean[start:end]
	if strings.Contains(s, "["+label+"]") {
		return true
	}
	for _, r := range p.supersIn(Range{Start: start, End: end}) {
		if p.t.Slice(r) == label {
			return true
		}
	}
	if n, err := strconv.Atoi(label); err == nil && n < 10 {
		raised := []rune(superDigits)[n]
		if strings.ContainsRune(s, raised) {
			return true
		}
		for k := strings.Index(s, label); k >= 0; {
			if k > 0 && gluedTo(s, k) && (k+len(label) == len(s) || !wordChar(s, k+len(label)) || s[k+len(label)] == 0xC2) {
				return true
			}
			next := strings.Index(s[k+1:], label)
			if next < 0 {
				break
			}
			k += 1 + next
		}
	}
	return false
}

// roundMarkersBefore reports whether the text before the notes from block i on has round markers for all of them, in order and each at the end of a clause, or for
// most where the notes are labelled so, too: "(1) a quay, (2) a guide" are the points of a sentence.
func (p *parser) roundMarkersBefore(o *outline, looks []look, i int) bool {
	const fewest = 2
	round := strings.HasPrefix(p.block(i), "(")
	notes := 0
	for k := i; k < o.last; k++ {
		if looks[k].entry != "" {
			notes++
		}
	}
	s, at, found := p.clean[:p.t.Blocks[i].Range.Start], p.t.Blocks[o.first].Range.Start, 0
	for found < notes {
		label := "(" + strconv.Itoa(found+1) + ")"
		k := strings.Index(s[at:], label)
		if k < 0 {
			break
		}
		open := at + k
		if at = open + len(label); open > 0 && p.clauseEnds(p.t.Blocks[p.blockAt(open)].Range, open, at) {
			found++
		}
	}
	return found >= fewest && (found == notes || round && 2*found >= notes)
}

// gluedTo reports whether byte k stands glued to a stop, comma, quote or bracket behind a word.
func gluedTo(s string, k int) bool {
	switch c := s[k-1]; {
	case c == ')' || c == ']':
		return k > 1
	case c == '.' || c == ',' || c == '"' || c == '!' || c == '?' || c == ';' || c == ':':
		return k > 1 && (s[k-2] < '0' || s[k-2] > '9' || k > 5 && isNumber(s[k-5:k-1]))
	default:
		return closesQuote(s[:k])
	}
}
