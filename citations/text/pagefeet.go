package text

import "bytes"

// A page's foot may hold notes: lines that begin with a number and a capital, numbered on from one page to the next. They are no part of the text that they cut
// in two. Where the page ends is known by its number, its running head or its break; where a program left none of these, the notes of a page are known by the
// markers that lead to them: all that the text has shown since the foot before, and no more.

// feet looks for the notes at the feet of pages, in one pass over the lines.
type feet struct {
	src   []byte
	lines []line
	marks markers
	anew  markers // those since the last foot, where the numbers begin anew on each page
	want  int     // the number that the next foot begins with
	next  int     // line from which on one is looked for
	loose *foot   // one that no page's end confirms: it is a foot if another goes on with its numbers
	tries int     // how often the markers were counted anew, from the number of a foot that no other goes before
}

// mostTries bounds how often a text is read for the markers of a first foot.
const mostTries = 8

// foot is a run of lines that can be one: notes with the numbers from first up to but not with last.
type foot struct {
	from, to    int // lines
	first, last int
	form        footForm
}

// markFeet marks the lines of notes at the feet of pages.
func markFeet(src []byte, lines []line) {
	f := feet{src: src, lines: lines, marks: markers{next: 1}, anew: markers{next: 1}, want: 1}
	for i := range lines {
		l := &lines[i]
		switch {
		case l.foot != 0: // below a drawn rule
			f.next = i + 1
		case l.blank(), l.furniture, i < f.next:
		case i > 0 && !lines[i-1].blank() && !lines[i-1].furniture && !l.page || !f.at(i):
			f.marks.read(src[l.from:l.to])
			f.anew.read(src[l.from:l.to])
		}
	}
}

// at takes the foot that begins at line i, and reports whether there is one.
func (f *feet) at(i int) bool {
	n, form := footAt(f.src, f.lines, i)
	if n > 1+2 && f.want == 1 && f.loose == nil {
		return f.begin(i, n, form)
	}
	if n == 1 && f.want > 1 && f.loose == nil {
		return f.again(i, form)
	}
	led := f.marks.next > n // the text has a marker for its first note
	goesOn := n == f.want || led && onLineBefore(n, f.want)
	goesOnLoose := f.loose != nil && (n == f.loose.last || led && onLineBefore(n, f.loose.last))
	if n == 0 || !goesOn && !goesOnLoose {
		return false
	}
	end, last := footEnd(f.src, f.lines, i, n, form)
	c := foot{from: i, to: end, first: n, last: last, form: form}
	ends := pageEnds(f.lines, end)
	whole := led && last <= f.marks.next+1 && (last >= f.marks.next || ends && last >= f.marks.next-runOver) && f.notelike(&c)
	switch {
	case form == bareFoot && ends && goesOn && (n > 1 || led || f.notelike(&c)), whole && ends && goesOn:
		f.take(&c)
	case whole && goesOnLoose:
		f.take(f.loose)
		f.take(&c)
	case whole && goesOn && f.want > 1:
		f.take(&c)
	case whole:
		f.loose, f.next = &c, end
	default:
		return false
	}
	return true
}

// runOver is how many notes of a page may stand at the foot of the next.
const runOver = 2

// begin takes the foot that begins at line i with number n where none stands before it: the notes of a chapter go on with the numbers of the one before.
func (f *feet) begin(i, n int, form footForm) bool {
	end, last := footEnd(f.src, f.lines, i, n, form)
	c := foot{from: i, to: end, first: n, last: last, form: form}
	if f.tries == mostTries || !f.notelike(&c) {
		return false
	}
	f.tries++
	marks := markers{next: n}
	for k := range f.lines[:i] {
		if l := &f.lines[k]; !l.furniture && l.foot == 0 {
			marks.read(f.src[l.from:l.to])
		}
	}
	ends := pageEnds(f.lines, end)
	if marks.next <= n || last > marks.next+1 || last < marks.next && !(ends && last >= marks.next-runOver) {
		return false
	}
	f.marks = marks
	if ends {
		f.take(&c)
	} else {
		f.loose, f.next = &c, end
	}
	return true
}

// again takes the foot that begins at line i with 1, as the one before did, on a page whose markers begin anew.
func (f *feet) again(i int, form footForm) bool {
	end, last := footEnd(f.src, f.lines, i, 1, form)
	c := foot{from: i, to: end, first: 1, last: last, form: form}
	if !pageEnds(f.lines, end) || f.anew.next == 1 || last > f.anew.next+1 || last < f.anew.next-1 || !f.notelike(&c) {
		return false
	}
	f.take(&c)
	f.marks.next = f.want
	return true
}

func (f *feet) take(c *foot) {
	f.want = markFoot(f.src, f.lines[c.from:c.to], c.first, c.form)
	f.loose, f.next, f.anew.next = nil, c.to, 1
	f.marks.next = max(f.marks.next, f.want) // a note that none leads to
}

// notelike reports whether the lines of a foot look like notes rather than heads of chapters or points of a list: half of them or more name a year, a page, an address,
// or what stands in quotation marks, or refer to another note.
func (f *feet) notelike(c *foot) bool {
	like := 0
	for i := c.from; i < c.to; i++ {
		if notelike(f.src[f.lines[i].from:f.lines[i].to]) {
			like++
		}
	}
	return 2*like >= c.last-c.first
}

// noteSigns stand in notes.
var noteSigns = [...]string{"http", "www.", "ibid", "Ibid", "op. cit", "supra", "nterview", " p. ", " pp. ", "“", "\"", "«", "„", "See ", "Siehe ", "Voir ", "Ver ", "Vgl."}

func notelike(s []byte) bool {
	for _, sign := range noteSigns {
		if bytes.Contains(s, []byte(sign)) {
			return true
		}
	}
	for i := 0; i+4 <= len(s); i++ {
		if (bytes.HasPrefix(s[i:], []byte("19")) || bytes.HasPrefix(s[i:], []byte("20"))) && digitsAt(s, i) == 4 && (i == 0 || !digit(s[i-1])) {
			return true
		}
	}
	return false
}

// pageEnds reports whether the page ends at line i: at its number, a break, or where the document ends after a page that did.
func pageEnds(lines []line, i int) bool {
	for ; i < len(lines); i++ {
		if lines[i].furniture || lines[i].page {
			return true
		}
		if !lines[i].blank() {
			return false
		}
	}
	return false
}
