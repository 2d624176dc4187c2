package text

import (
	"bytes"
	"context"
	"strings"
)

// flow writes the text of a document that is no text itself: what is extracted, which spans count in, and with it the clean
// text. The extracted text has a blank line between paragraphs, a line end where the document ends a line, and prints the labels
// of lists and notes.
type flow struct {
	*writer
	most    int64 // bytes of text
	ctx     context.Context
	err     error
	started bool   // the open paragraph has text
	label   string // what the open paragraph prints before its text
	joined  bool   // the next paragraph goes on with the open one
	note    string // label of the note being written
	printed string // what its first paragraph prints before its text
	cells   int    // table cells around the open paragraph
	supers  bool   // the last superscript was a run of text, not a marker
}

func newFlow(t *Text, o Options) *flow {
	return &flow{writer: newWriter(t), most: o.MaxText, ctx: o.Context}
}

// reserve sets memory aside for about n bytes of text, within bounds: a file can look as if it had more than it has.
func (f *flow) reserve(n int) {
	n = min(n, 4<<20)
	f.src, f.out, f.segs = make([]byte, 0, n), make([]byte, 0, n), make([]segment, 0, n/64)
}

// paragraph begins a paragraph. label is what it prints before its text, "" for nothing.
func (f *flow) paragraph(b Block, label string) {
	if f.joined && f.start >= 0 {
		f.joined = false
		return
	}
	f.joined = false
	if f.note != "" {
		b, label = Block{Kind: Footnote, Label: f.note}, f.printed
	} else if f.cells > 0 && b.Kind == Para {
		b.Kind = Cell
	}
	f.block(b)
	f.started, f.label = false, label
}

// write writes text of the open paragraph.
func (f *flow) write(s []byte, bold bool) {
	if !f.started {
		for len(s) > 0 && spaces[s[0]] {
			s = s[1:]
		}
		s = f.pastOwnMark(s)
		if len(s) == 0 {
			return
		}
		f.startParagraph()
	}
	from := len(f.src)
	f.src = append(f.src, s...)
	if int64(len(f.src)) > f.most && f.err == nil {
		f.err = faultf("it holds more than %d MiB of text; raise --max-text if it is meant to", f.most>>20)
	}
	f.text(from, len(f.src), bold)
}

// pastOwnMark takes the mark off the text that a note begins with where its author typed one, "*": the label that is printed says it.
func (f *flow) pastOwnMark(s []byte) []byte {
	if f.note == "" || f.label != f.printed || labelBytes([]byte(strings.ToLower(f.note))) || !bytes.HasPrefix(s, []byte(f.note)) {
		return s
	}
	return bytes.TrimLeft(s[len(f.note):], " \t\u00A0")
}

// startParagraph sets a paragraph off in the extracted text, and prints its label.
func (f *flow) startParagraph() {
	f.started, f.printed = true, ""
	if len(f.t.Blocks) > maxParagraphs && f.err == nil {
		f.err = faultf("it holds more than %d paragraphs: that is no article; split it", maxParagraphs)
	}
	if len(f.src) > 0 {
		f.src = append(f.src, "\n\n"...)
	}
	f.t.paras = append(f.t.paras, len(f.src))
	if f.label == "" {
		return
	}
	at := len(f.src)
	f.src = append(f.src, f.label...)
	if f.next.Label != "" {
		f.next.Mark = Span{at, len(f.src)}
	}
	f.src = append(f.src, ' ')
	f.label = ""
}

// newline ends a line within the open paragraph.
func (f *flow) newline() {
	if f.started && f.start >= 0 {
		f.src = append(f.src, '\n')
		f.breakLine()
	}
}

// marker writes the raised label of a note.
func (f *flow) marker(label string) {
	at := len(f.out)
	f.write([]byte(label), false)
	f.raise(at)
	f.supers = false
}

// raised writes text that is set as a superscript. Pieces of one superscript are one.
func (f *flow) raised(s []byte, bold bool) {
	at := len(f.out)
	f.write(s, bold)
	r := f.since(at)
	if n := len(f.t.Supers); n > 0 && f.supers && f.t.Supers[n-1].End == r.Start && !r.Empty() {
		f.t.Supers[n-1].End = r.End
		return
	}
	f.raise(at)
	f.supers = true
}

// noteBlocks writes a note: its paragraphs, the first with its label.
func (f *flow) noteBlocks(label string, write func()) {
	f.end()
	f.joined, f.note, f.printed = false, label, "["+label+"]"
	cells := f.cells
	f.cells = 0
	write()
	f.end()
	f.note, f.printed, f.cells = "", "", cells
}

// done hands over what was written.
func (f *flow) done() error {
	if f.err != nil {
		return f.err
	}
	if err := f.finish(); err != nil {
		return err
	}
	f.t.extracted(f.src)
	return nil
}
