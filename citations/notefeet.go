package citations

import (
	"strconv"
	"strings"

	"example.org/verify/citations/text"
)

// A report that was made from pages and is no plain text any more, Markdown above all, has the notes of each page between its paragraphs. They are runs of labelled
// blocks whose numbers go on from one run to the next, and each run has a note for every marker that the text before it shows, and for no more than one beside.

// footRun is such a run of blocks: [from, to), with the numbers from first up to but not with last.
type footRun struct{ from, to, first, last int }

// pagedNotes marks the notes that stand between the paragraphs of an article, if there are two runs of them or more.
func (p *parser) pagedNotes(o *outline, looks []look, set func(int, Part), in map[int]bool) {
	var runs []footRun
	want, next := 1, 1
	for i := max(o.first, o.title+1); i < o.last; i++ {
		p.look()
		r := p.footRunAt(o, looks, i, want)
		if r.last > next-1 && r.last <= next+1 && r.first < next && 2*p.notelike(r) >= r.to-r.from {
			runs = append(runs, r)
			want = r.last
			next = max(next, want)
			i = r.to - 1
			continue
		}
		next = p.markersFrom(p.t.Blocks[i].Range, next)
	}
	if len(runs) < 2 {
		return
	}
	for _, r := range runs {
		for i := r.from; i < r.to; i++ {
			set(i, NoteEntry)
			in[i] = true
		}
	}
}

// footRunAt is the run that begins at block i with number want, or one or two further; empty if none does.
func (p *parser) footRunAt(o *outline, looks []look, i, want int) (r footRun) {
	n := p.entryNumber(looks, i)
	if n < want || n > want+2 {
		return r
	}
	r = footRun{from: i, to: i, first: n, last: n}
	for ; r.to < o.last; r.to++ {
		switch n := p.entryNumber(looks, r.to); {
		case n == r.last:
			r.last++
		case n > 0 || !strings.HasPrefix(p.block(r.to), "http"):
			return r
		}
	}
	return r
}

// entryNumber is the number with which a block begins that can be a note, 0 if it begins with none.
func (p *parser) entryNumber(looks []look, i int) int {
	if looks[i].entry == "" || p.marked(i) || !isNumber(looks[i].entry) || p.t.Blocks[i].Kind == text.Cell {
		return 0
	}
	return labelNumber(looks[i].entry)
}

// notelike counts the blocks of a run that look like notes rather than points of a list: they name a year, a page or an address, quote a title or refer to another note.
func (p *parser) notelike(r footRun) (n int) {
	for i := r.from; i < r.to; i++ {
		s := p.block(i)
		_, _, body := labelAt(s)
		_, ibid := ibidOf(strings.TrimLeft(s[body:], " "))
		if _, q := quotedTitle(s); ibid || !q.Empty() || p.referenceLike(i) || interviewWords(s) {
			n++
		}
	}
	return n
}

// markersFrom reads the markers in r from number next on, in order: raised, in brackets, or glued to the end of a word. It returns the number that has not come.
func (p *parser) markersFrom(r Range, next int) int {
	raised := map[int]bool{}
	for _, s := range p.supersIn(r) {
		raised[s.Start] = true
	}
	for at := r.Start; ; next++ {
		label := strconv.Itoa(next)
		found := false
		for !found {
			i := strings.Index(p.clean[at:r.End], label)
			if i < 0 {
				return next
			}
			i += at
			at = i + len(label)
			found = i > r.Start && (at == len(p.clean) || !wordChar(p.clean, at)) && (raised[i] || p.clean[i-1] == '[' || gluedTo(p.clean, i))
		}
	}
}
