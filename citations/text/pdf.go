package text

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"time"
	"unicode/utf8"

	"example.org/verify/citations/text/pdf"
)

// A PDF file says where its glyphs stand; package pdf makes lines of them. Here lines become paragraphs: those that a column or page cut are
// whole again, footnotes stand behind the paragraph that their marker is in, captions behind the one that they interrupt. The source text
// that spans count in has a line for each line on paper, a blank line between blocks.

// holdsPDF knows a PDF file by its mark.
func holdsPDF(raw []byte) bool { return pdf.Looks(raw) }

// readPDF reads a PDF file.
func readPDF(t *Text, raw []byte, o Options) error {
	limits := pdf.DefaultLimits
	limits.Context = o.Context
	if end, ok := o.Context.Deadline(); ok {
		limits.Time = time.Until(end)
	}
	limits.Glyphs = int(min(o.MaxText, int64(limits.Glyphs)))
	doc, err := pdf.Read(raw, limits)
	if err != nil {
		if o.Context.Err() != nil {
			return o.Context.Err()
		}
		return &fault{err.Error()}
	}
	s := setting{doc: doc}
	s.group()
	s.order()
	w := pdfWriter{plain: plain{builder: newBuilder(t), start: -1}}
	src := w.source(s.blocks)
	if int64(len(src)) > o.MaxText {
		return faultf("it holds more than %d bytes of text; raise --max-text if it is meant to", o.MaxText)
	}
	t.extracted(src)
	w.src = src
	w.write()
	t.Clean, t.segs, t.pages = string(w.out), w.segs, w.pages
	sort.SliceStable(t.Links, func(i, j int) bool { return t.Links[i].Range.Start < t.Links[j].Range.Start })
	t.Heads, t.Notices = doc.Heads, append(t.Notices, doc.Notices...)
	t.Meta.Title, t.Meta.Created = doc.Title, doc.Created
	if doc.Author != "" {
		t.Meta.Authors = []string{doc.Author}
	}
	if len(bytes.TrimSpace(src)) == 0 {
		return &fault{pdf.ErrNoText.Error()}
	}
	return nil
}

// Page is the page, from 1, and the line on it, from 1, that a source offset lies in; 0, 0 where the document has no pages.
func (t *Text) Page(off int) (page, line int) {
	if len(t.pages) == 0 {
		return 0, 0
	}
	i := min(sort.SearchInts(t.lines, off+1), len(t.pages)) - 1
	for ; i >= 0; i-- { // a blank line belongs to the block above it
		if t.pages[i].page > 0 {
			return t.pages[i].page, t.pages[i].line
		}
	}
	return 0, 0
}

// pageLine says where a line of the source stands on paper.
type pageLine struct{ page, line int }

// paper is a block as it lies on paper.
type paper struct {
	kind        BlockKind
	label       string
	heading     bool
	lines       []*pdf.Line
	text        []byte          // its lines, joined with blanks, as far as the joints need it
	labels      map[string]bool // the superscripts in it
	first, last int             // pages
}

func (b *paper) add(l *pdf.Line) {
	if len(b.lines) == 0 {
		b.first, b.heading = l.Page, l.Heading
	}
	b.last = l.Page
	b.lines = append(b.lines, l)
	if len(b.text) > 0 && !endsHyphen(b.text) {
		b.text = append(b.text, ' ')
	}
	for _, p := range l.Pieces {
		b.text = append(b.text, p.Text...)
		if p.Raised {
			for _, x := range strings.FieldsFunc(p.Text, func(r rune) bool { return strings.ContainsRune(" ,;[]()", r) }) {
				if b.labels == nil {
					b.labels = map[string]bool{}
				}
				b.labels[x] = true
			}
		}
	}
}

// setting is a document while lines are put together to blocks.
type setting struct {
	doc    *pdf.Document
	body   []*paper
	aside  []*paper // notes and captions
	blocks []*paper // all, in order
}

// group puts lines together to blocks.
func (s *setting) group() {
	var body, note, caption *paper
	for i := range s.doc.Lines {
		l := &s.doc.Lines[i]
		if len(l.Pieces) == 0 {
			continue
		}
		switch l.Role {
		case pdf.Note:
			if l.Label != "" || note == nil {
				note = &paper{kind: Footnote, label: l.Label}
				s.aside = append(s.aside, note)
			}
			note.add(l)
		case pdf.Caption:
			if caption == nil || caption.last != l.Page || l.Break == pdf.Sure {
				caption = &paper{kind: Caption}
				s.aside = append(s.aside, caption)
			}
			caption.add(l)
		default:
			if body == nil || !goesOn(body, l) {
				body = &paper{}
				s.body = append(s.body, body)
			}
			body.add(l)
		}
	}
}

// goesOn reports whether a line goes on with a block. Where the page leaves it open, the words decide.
func goesOn(b *paper, l *pdf.Line) bool {
	next := []byte(l.Pieces[0].Text)
	tail := b.text
	ends, lower, open := endsSentence(tail), startsLower(next), openBracket(tail)
	switch {
	case l.Break == pdf.Runs:
		return true
	case b.heading != l.Heading:
		return false
	case l.Break == pdf.Likely && !ends && (lower || open || endsHyphen(tail)):
		return true
	case l.Break == pdf.Likely && l.Jump && !ends && !l.Heading:
		return true
	}
	return (&plain{}).runsOn(tail, next, ends, lower, open)
}

// longEnough is what a block needs, in bytes, for notes to follow it: they do not stand between a title and its byline.
const longEnough = 120

// order puts notes and captions behind the block that they belong to.
func (s *setting) order() {
	rest := s.aside
	for i, b := range s.body {
		s.blocks = append(s.blocks, b)
		if b.heading || len(b.text) < longEnough && i+1 < len(s.body) {
			continue
		}
		next := s.doc.Pages + 1
		if i+1 < len(s.body) {
			next = s.body[i+1].first
		}
		rest = slices.DeleteFunc(rest, func(a *paper) bool {
			mine := a.first < next || a.kind == Footnote && a.first <= b.last && b.labels[a.label]
			if mine {
				s.blocks = append(s.blocks, a)
			}
			return mine
		})
	}
	s.blocks = append(s.blocks, rest...)
}

// pdfWriter writes the source text of a PDF file and the clean text made of it.
type pdfWriter struct {
	plain
	pages  []pageLine
	blocks []sourceBlock
}

type sourceBlock struct {
	*paper
	mark  Span
	lines []sourceLine
}

type sourceLine struct {
	from, to int
	pieces   []sourcePiece
}

type sourcePiece struct {
	from, to int
	raised   bool
	url      string
}

// source writes all blocks, a line for each line on paper.
func (w *pdfWriter) source(blocks []*paper) []byte {
	var src []byte
	for _, b := range blocks {
		if len(src) > 0 {
			src = append(src, '\n')
			w.pages = append(w.pages, pageLine{})
		}
		sb := sourceBlock{paper: b}
		if b.kind == Footnote && b.label != "" {
			sb.mark = Span{len(src), len(src) + len(b.label)}
			src = append(append(src, b.label...), ' ')
		}
		for _, l := range b.lines {
			var sl sourceLine
			src, sl = sourceOf(src, l)
			if sl.from == sl.to {
				continue
			}
			sb.lines = append(sb.lines, sl)
			src = append(src, '\n')
			w.pages = append(w.pages, pageLine{l.Page, l.Number})
		}
		w.blocks = append(w.blocks, sb)
	}
	return src
}

// sourceOf appends one line. A soft hyphen at its end is a hyphen; elsewhere nobody sees it.
func sourceOf(src []byte, l *pdf.Line) ([]byte, sourceLine) {
	sl := sourceLine{from: len(src)}
	for i, p := range l.Pieces {
		text := p.Text
		if i == 0 {
			text = strings.TrimLeft(text, " ")
		}
		if i == len(l.Pieces)-1 {
			text = strings.TrimRight(text, " ")
			if cut, ok := strings.CutSuffix(text, "\u00AD"); ok {
				text = cut + "-"
			}
		}
		from := len(src)
		src = append(src, visible(text)...)
		if from < len(src) {
			sl.pieces = append(sl.pieces, sourcePiece{from, len(src), p.Raised, p.URL})
		}
	}
	sl.to = len(src)
	return src, sl
}

// visible drops what nobody sees.
func visible(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return strings.Map(func(r rune) rune {
		if r < 32 || r == '\u00AD' || r == 0x7F || r == '\u21A9' || r == '\uFE0E' || r == '\uFE0F' { // as in rewritten
			return -1
		}
		return r
	}, s)
}

// write writes the clean text.
func (w *pdfWriter) write() {
	for _, b := range w.blocks {
		if len(b.lines) == 0 {
			continue
		}
		w.open(false)
		w.kind, w.label, w.mark, w.bold = b.kind, b.label, b.mark, b.heading
		for i, l := range b.lines {
			if i > 0 {
				w.joint(b.lines[i-1], l)
			}
			w.line(l)
		}
		w.close()
	}
}

// line writes one line.
func (w *pdfWriter) line(l sourceLine) {
	if w.spaced(l.from, l.to) {
		return
	}
	for _, p := range l.pieces {
		from := len(w.out)
		w.copy(p.from, p.to)
		r := trimmed(w.out, Range{from, len(w.out)})
		if p.raised && !r.Empty() {
			w.t.Supers = append(w.t.Supers, r)
		}
		if p.url != "" && !r.Empty() {
			w.link(r, p.url)
		}
	}
}

// link notes a link; one that goes on over a line's end or a change of style is one.
func (w *pdfWriter) link(r Range, url string) {
	if n := len(w.t.Links); n > 0 {
		if last := &w.t.Links[n-1]; last.URL == url && r.Start-last.Range.End <= 1 {
			last.Range.End = r.End
			return
		}
	}
	w.t.Links = append(w.t.Links, Link{Range: r, URL: url})
}

func trimmed(s []byte, r Range) Range {
	for r.Start < r.End && s[r.Start] == ' ' {
		r.Start++
	}
	for r.Start < r.End && s[r.End-1] == ' ' {
		r.End--
	}
	return r
}

// joint writes what stands between two lines of a block: nothing in a word or address that was broken, else a blank.
func (w *pdfWriter) joint(a, b sourceLine) {
	next := w.src[b.from:b.to]
	switch hyphen := w.hyphenated(next); {
	case hyphen == dropHyphen:
		w.cut(len(w.out) - 1)
		w.clamp()
	case hyphen == keepHyphen, unspaced(w.out[w.start:], next), w.brokenAddress(a, b):
	default:
		w.insert(" ")
	}
}

// clamp shortens what reached over a hyphen that was dropped.
func (w *pdfWriter) clamp() {
	if n := len(w.t.Links); n > 0 {
		w.t.Links[n-1].Range.End = min(w.t.Links[n-1].Range.End, len(w.out))
	}
}

// brokenAddress reports whether a line ends inside an address: the same link goes on in the next, or that begins with what is no word.
func (w *pdfWriter) brokenAddress(a, b sourceLine) bool {
	tail := lastWord(w.out[w.start:])
	at := bytes.Index(tail, []byte("://"))
	if at < 0 && !bytes.HasPrefix(bytes.TrimLeft(tail, "(<"), []byte("www.")) {
		return false
	}
	first, _, _ := bytes.Cut(w.src[b.from:b.to], []byte(" "))
	p, q := a.pieces[len(a.pieces)-1], b.pieces[0]
	if p.url != "" && p.url == q.url && at >= 0 {
		return strings.HasPrefix(strings.TrimSuffix(p.url, "/"), string(tail[max(0, at-5):])) || bytes.ContainsAny(first, "/-_=?&%.")
	}
	if p.url != "" {
		return false
	}
	if bytes.ContainsAny(first, "/_=?&%") || bytes.HasSuffix(bytes.TrimRight(first, ".,;)"), []byte(".html")) {
		return !bytes.Contains(first, []byte("://"))
	}
	if bytes.ContainsAny(tail[len(tail)-1:], "/=?&_%") && (bytes.ContainsAny(first, "-0123456789") && len(first) > 4) {
		return true
	}
	return bytes.IndexByte(w.src[a.from:a.to], ' ') < 0 && restOfAddress(first) // a line of its own, broken where it was full
}

// restOfAddress reports whether a word is more likely the end of an address than a word: small letters and figures joined by hyphens or points.
func restOfAddress(s []byte) bool {
	s = bytes.TrimRight(s, ".,;)")
	joints := 0
	for i, c := range s {
		switch {
		case c == '-' || c == '.' && i+1 < len(s):
			joints++
		case !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9'):
			return false
		}
	}
	return joints > 0
}
