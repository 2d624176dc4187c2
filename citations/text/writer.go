package text

import (
	"bytes"
	"html"
)

// writer writes the blocks of formats that mark them: html, docx, epub, rtf, odt. Blanks are folded across the pieces that a paragraph comes in,
// and what separates two pieces is written only once the second one is there.
type writer struct {
	plain
	entities bool  // character references stand in the source
	next     Block // what the next text opens
	line     bool  // a line ends before the next text
	blank    Span  // blanks of the source before the next text
	ink      int   // bytes written in the open block
	strong   int   // of them those set in bold
	lineAt   int   // where the open line begins in out
	width    int   // of the line ended last
}

func newWriter(t *Text) *writer {
	b := newBuilder(t)
	b.md = true // nothing in the text is markup
	return &writer{plain: plain{builder: b, start: -1}}
}

// somewhere stands for blanks whose place is not known.
var somewhere = Span{-1, 0}

// block ends the open block; the next text opens one like b.
func (w *writer) block(b Block) {
	w.end()
	w.next = b
}

// end ends the open block.
func (w *writer) end() {
	if w.start >= 0 {
		w.bold = w.strong > 0 && w.strong == w.ink
		w.close()
		w.next.Mark = Span{}
	}
	w.line, w.blank, w.ink, w.strong = false, Span{}, 0, 0
}

// breakLine ends a line; a second one ends the block.
func (w *writer) breakLine() {
	if w.line || w.start < 0 {
		w.end()
		return
	}
	w.line, w.width = true, len(w.out)-w.lineAt
}

// begin opens a block if none is open, and writes what stands between the text before and next.
func (w *writer) begin(next []byte) {
	switch {
	case w.start < 0:
		w.openNext(false)
		w.lineAt = len(w.out)
	case w.line && w.wrap > 0:
		w.wrapped(next)
	case w.line:
		w.line = false
		w.trim(w.start)
		tail := w.out[w.start:]
		if ends := endsSentence(tail); openBracket(tail) || !ends && len(tail) >= 40 && startsLower(next) {
			w.joinLine(next)
			break
		}
		w.end()
		w.openNext(true)
	case w.blank == somewhere:
		w.insert(" ")
	case !w.blank.Empty():
		w.put(" ", w.blank.Start, w.blank.End)
	}
	w.blank = Span{}
}

// wrapped writes what stands between two lines of a page that breaks its lines at one width.
func (w *writer) wrapped(next []byte) {
	w.line = false
	w.trim(w.start)
	if w.breaks(&line{width: w.width}, &line{}, next, false) {
		w.end()
		w.openNext(true)
	} else {
		w.joinLine(next)
	}
	w.lineAt = len(w.out)
}

// joinLine writes what stands between two lines of one paragraph.
func (w *writer) joinLine(next []byte) {
	switch w.hyphenated(next) {
	case dropHyphen:
		w.cut(len(w.out) - 1)
	case keepBlank:
		if !unspaced(w.out[w.start:], next) {
			w.insert(" ")
		}
	}
}

func (w *writer) openNext(tight bool) {
	w.open(tight)
	n := &w.next
	w.kind, w.level, w.label, w.mark = n.Kind, n.Level, n.Label, n.Mark
}

// spaces marks the bytes that are blanks of the source.
var spaces = [256]bool{' ': true, '\t': true, '\n': true, '\r': true, '\f': true}

// text writes the source bytes [from, to) as a reader reads them.
func (w *writer) text(from, to int, bold bool) {
	i := from
	for i < to && spaces[w.src[i]] {
		i++
	}
	w.space(from, i)
	if i == to {
		return
	}
	end := to
	for spaces[w.src[end-1]] {
		end--
	}
	w.words(i, end, bold)
	w.space(end, to)
}

// space remembers blanks.
func (w *writer) space(from, to int) {
	if from == to || w.start < 0 || w.line {
		return
	}
	if w.blank.Empty() {
		w.blank = Span{from, to}
	}
}

// words writes source bytes that neither begin nor end with a blank.
func (w *writer) words(from, to int, bold bool) {
	w.begin(w.src[from:min(to, from+64)])
	before := len(w.out)
	run := from
	for i := from; i < to; {
		if c := w.src[i]; !unusual[c] || c == ' ' && !spaces[w.src[i+1]] {
			i++
			continue
		}
		n, s, drop := w.word(i, to)
		if n == 0 {
			i++
			continue
		}
		w.copy(run, i)
		if !drop {
			w.put(s, i, i+n)
		}
		i += n
		run = i
	}
	w.copy(run, to)
	n := len(w.out) - before
	w.ink += n
	if bold {
		w.strong += n
	}
}

// unusual marks the bytes that words has to look at.
var unusual = func() (t [256]bool) {
	for _, c := range []byte("& \t\n\r\f\xC2\xE2\xEF") {
		t[c] = true
	}
	return
}()

// word is builder.unit, at an unusual byte, for text without markup: only blanks, character references and characters that a reader does not see.
func (w *writer) word(i, to int) (n int, s string, drop bool) {
	c := w.src[i]
	switch {
	case c == '&':
		if w.entities {
			return looseEntity(w.src[i:min(to, i+40)])
		}
		return 0, "", false
	case spaces[c]:
		n = 1
		for spaces[w.src[i+n]] {
			n++
		}
		return n, " ", false
	}
	return rewritten(w.src[i:to])
}

// looseEntity reads a character reference as browsers do: some need no semicolon.
func looseEntity(s []byte) (n int, text string, drop bool) {
	if n, text, drop = entity(s); n > 0 {
		return foldedBlank(n, text, drop)
	}
	k := 1
	for k < len(s) && (wordByte(s[k]) && s[k] < 0x80 || k == 1 && s[k] == '#') {
		k++
	}
	for ; k > 2; k-- {
		ref := string(s[:k])
		got := html.UnescapeString(ref)
		if got != ref && !bytes.HasPrefix([]byte(got), []byte("&")) {
			if s[1] != '#' || k == len(s) || s[k] != ';' {
				return foldedBlank(k, got, false)
			}
		}
		if s[1] == '#' {
			break
		}
	}
	return 0, "", false
}

// foldedBlank makes one blank of a reference to a line end or tab.
func foldedBlank(n int, text string, drop bool) (int, string, bool) {
	if text == "\n" || text == "\t" || text == "\r" {
		return n, " ", false
	}
	if text == "\x00" {
		return n, "", true
	}
	return n, text, drop
}

// since is the range of what was written from clean offset at on, blanks and line ends before it left out.
func (w *writer) since(at int) Range {
	for at < len(w.out) && (w.out[at] == '\n' || w.out[at] == ' ') {
		at++
	}
	return Range{at, len(w.out)}
}

// raise remembers what was written from at on as a superscript.
func (w *writer) raise(at int) {
	if r := w.since(at); !r.Empty() && bytes.IndexByte(w.out[r.Start:r.End], '\n') < 0 {
		w.t.Supers = append(w.t.Supers, r)
	}
}

// link remembers an address for what was written from at on; one that runs over several blocks counts in each.
func (w *writer) link(at int, url string) {
	r := w.since(at)
	for r.Start < r.End {
		end := r.End
		if k := bytes.IndexByte(w.out[r.Start:r.End], '\n'); k >= 0 {
			end = r.Start + k
		}
		if end > r.Start {
			w.t.Links = append(w.t.Links, Link{Range: Range{r.Start, end}, URL: url})
		}
		r.Start = end
		for r.Start < r.End && w.out[r.Start] == '\n' {
			r.Start++
		}
	}
}

// finish hands over what was written.
func (w *writer) finish() error {
	w.end()
	if len(w.t.Blocks) == 0 {
		return ErrEmpty
	}
	w.t.Clean, w.t.segs = string(w.out), w.segs
	return nil
}
