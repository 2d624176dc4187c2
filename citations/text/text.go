// Package text turns what lies on disk into the text that a reader reads, and remembers where every byte of it came from.
//
// A Text has two sides. Raw is the source text: the file, byte for byte, where the file is text, else the text that was
// extracted from it; spans that people are shown count there. Clean is what a reader reads: UTF-8, markup and page furniture gone, entities resolved, the words and sentences that a line or page break
// cut whole again, one block after the other. The map between the two is made while Clean is written and never guessed
// afterwards.
//
// Parse reads what is in memory, Read what comes from a reader; the formats are one table, and a document is known by its content. Blocks, links, comments and the notes
// that a format marks lie beside the text. Several documents may be read at once, and a Text may be read by several goroutines.
package text

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"
	"sync"
)

// Span is a half-open range of bytes of the source.
type Span struct{ Start, End int }

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Range is a half-open range of bytes of Text.Clean.
type Range struct{ Start, End int }

// Empty reports whether the range holds no byte.
func (r Range) Empty() bool { return r.End <= r.Start }

// Len is the number of bytes in the range.
func (r Range) Len() int { return r.End - r.Start }

// Overlaps reports whether two ranges share a byte.
func (r Range) Overlaps(t Range) bool { return r.Start < t.End && t.Start < r.End }

// Contains reports whether t lies wholly inside r.
func (r Range) Contains(t Range) bool { return r.Start <= t.Start && t.End <= r.End }

// BlockKind says what a block is where the format itself says so.
type BlockKind uint8

const (
	Para     BlockKind = iota // a paragraph, or what plain text leaves open
	Heading                   // a heading that the format marks as one
	Item                      // a list item
	Quote                     // a block quotation
	Cell                      // a table cell
	Footnote                  // a footnote that the format marks as one; Block.Label is its label
	Caption                   // the caption of a picture or table that the format marks as one
)

// Block is one paragraph-like piece of the clean text.
type Block struct {
	Kind  BlockKind
	Tight bool   // no blank line stands between it and the block before
	Upper bool   // every letter was set in capitals or letter-spaced
	Bold  bool   // the whole block was set in bold
	Level int    // of a Heading: 1 is the highest; 0 otherwise
	Label string // of a Footnote; of an Item the number that its list prints, "" for a bullet
	Mark  Span   // of a Footnote: where its label stands, "[^1]:"; zero otherwise
	Range Range  // blanks at the ends excluded
}

// Link is a stretch of the clean text that carries an address.
type Link struct {
	Range Range
	URL   string
}

// Comment is an HTML comment; it stands at an empty range of the clean text.
type Comment struct {
	Range Range
	Text  string
}

// Meta is what a document says of itself outside its text. Empty fields are unknown.
type Meta struct {
	Title       string
	Authors     []string
	Published   string // as written
	Created     string // when the file was made, as written: a hint, no date of publication
	Publication string
	Paid        bool // the page says that its text is not free
}

// Text is a document ready to be parsed. It is immutable once it has been read.
type Text struct {
	Name     string // path, or "-" for standard input
	Format   string // txt, md, html, docx, epub, rtf, odt, pdf
	Encoding string // of Raw: utf-8, windows-1252, utf-16le, utf-16be, utf-32le, utf-32be; of html any that the web knows
	File     []byte // what lies on disk
	Raw      []byte // what spans count in: File itself of txt, md and html, the extracted text of the others
	Clean    string
	Blocks   []Block
	Links    []Link
	Supers   []Range // what was set as a superscript
	Code     []Range // code spans: text, but nothing in them is a citation
	Comments []Comment
	Meta     Meta
	Heads    []string // running heads and feet that were left out of Clean, blanks single, each once, at most 8
	Notices  []string // what a person should know of how it was read, one line each

	utf8  []byte  // Raw as UTF-8: Raw itself where it is
	offs  []int32 // for each byte of utf8 the offset in Raw, with one more at the end; nil where utf8 is Raw
	segs  []segment
	lines []int // offsets in Raw where lines begin

	countOnce sync.Once
	counts    []int // code points before every countStep-th byte, once a long line needs them

	pages []pageLine // parallel to lines: where each stands on paper; nil where the document has no pages
	paras []int      // offsets in Raw where the document's own paragraphs begin; nil where the format counts none
}

// A segment says that clean bytes [clean, clean+n) come from source bytes [src, src+m) of utf8: each from its own, or, where it is whole, all from
// all of them: a unit (an entity, a ligature) was rewritten and cannot be cut.
type segment struct {
	clean, src, n, m int32
	whole            bool
}

// SHA256 is the hexadecimal digest of the file.
func (t *Text) SHA256() string { return digest(t.File) }

// TextSHA256 is the hexadecimal digest of Raw, the text that spans count in; of txt, md and html it equals SHA256.
func (t *Text) TextSHA256() string { return digest(t.Raw) }

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Extracted reports whether Raw was extracted from a file that is no text itself. Of txt, md and html it is the file.
func (t *Text) Extracted() bool { return t.Format != "txt" && t.Format != "md" && t.Format != "html" }

// Slice is the clean text of a range.
func (t *Text) Slice(r Range) string { return t.Clean[r.Start:r.End] }

// Printed is the source text of a span, as UTF-8.
func (t *Text) Printed(s Span) string {
	if t.offs == nil {
		return string(t.Raw[s.Start:s.End])
	}
	i := sort.Search(len(t.offs), func(i int) bool { return int(t.offs[i]) >= s.Start })
	j := sort.Search(len(t.offs), func(i int) bool { return int(t.offs[i]) >= s.End })
	return string(t.utf8[i:j])
}

// Source is the span that a range comes from, without any markup around it. An empty range gives an empty span.
func (t *Text) Source(r Range) Span {
	if r.Empty() {
		p := t.raw(t.srcStart(r.Start))
		return Span{p, p}
	}
	start, end := t.srcStart(r.Start), t.srcEnd(r.End)
	if end < start { // a blank that stands for a line end: what it was made from
		start, end = end, start
	}
	return Span{t.raw(start), t.raw(end)}
}

// Outer is the span that a range comes from, with the inline markup that encloses it: "<u>Libya Herald</u>" for "Libya Herald".
func (t *Text) Outer(r Range) Span {
	if r.Empty() {
		return t.Source(r)
	}
	inner := t.Source(r)
	return Span{min(inner.Start, t.raw(t.markupBefore(r.Start))), max(inner.End, t.raw(t.markupAfter(r.End)))}
}

// OuterStart is the source offset of the clean byte p with the inline markup before it.
func (t *Text) OuterStart(p int) int { return t.raw(t.markupBefore(p)) }

// OuterEnd is the source offset of the end of the clean byte before p with the inline markup after it.
func (t *Text) OuterEnd(p int) int { return t.raw(t.markupAfter(p)) }

func (t *Text) raw(p int) int {
	if t.offs == nil {
		return p
	}
	return int(t.offs[p])
}

// at is the index of the last segment that begins at or before clean byte p, -1 if none does.
func (t *Text) at(p int) int {
	return sort.Search(len(t.segs), func(i int) bool { return int(t.segs[i].clean) > p }) - 1
}

// srcStart is the source offset of clean byte p, or of what follows it where p was inserted by the reader.
func (t *Text) srcStart(p int) int {
	i := t.at(p)
	if i >= 0 {
		s := t.segs[i]
		if d := p - int(s.clean); d < int(s.n) {
			if !s.whole {
				return int(s.src) + d
			}
			return int(s.src)
		}
	}
	if i+1 < len(t.segs) {
		return int(t.segs[i+1].src)
	}
	return t.endOfSource()
}

// srcEnd is the source offset just behind clean byte p-1.
func (t *Text) srcEnd(p int) int {
	i := t.at(p - 1)
	if i < 0 {
		return 0
	}
	s := t.segs[i]
	d := p - int(s.clean)
	if d >= int(s.n) || s.whole {
		return int(s.src + s.m)
	}
	return int(s.src) + d
}

func (t *Text) endOfSource() int {
	if len(t.segs) == 0 {
		return len(t.utf8)
	}
	s := t.segs[len(t.segs)-1]
	return int(s.src + s.m)
}

// markupBefore is srcStart(p), moved left over inline markup that directly precedes it.
func (t *Text) markupBefore(p int) int {
	end := t.srcStart(p)
	i := t.at(p)
	low := 0
	if i >= 0 && int(t.segs[i].clean) == p {
		i--
	}
	if i >= 0 {
		low = int(t.segs[i].src + t.segs[i].m)
	}
	for end > low {
		n := markupEndingAt(t.utf8[low:end])
		if n == 0 || isTag(t.utf8[end-n:end], true) { // an end tag belongs to what it ends
			break
		}
		end -= n
	}
	return end
}

// markupAfter is srcEnd(p), moved right over inline markup that directly follows it.
func (t *Text) markupAfter(p int) int {
	start := t.srcEnd(p)
	high := len(t.utf8)
	if i := t.at(p-1) + 1; i < len(t.segs) {
		if int(t.segs[i].src) < start { // inside a segment
			return start
		}
		high = int(t.segs[i].src)
	}
	if i := t.at(p - 1); i >= 0 && int(t.segs[i].src+t.segs[i].m) > start {
		return start
	}
	for start < high {
		n := markupStartingAt(t.utf8[start:high])
		if n == 0 || isTag(t.utf8[start:start+n], false) { // a start tag belongs to what it begins
			break
		}
		start += n
	}
	return start
}

// Position is a place as people count: line and column from 1, the column in code points.
type Position struct{ Line, Column int }

// Position finds line and column of a source offset.
func (t *Text) Position(off int) Position {
	i := sort.SearchInts(t.lines, off+1) - 1
	if i < 0 {
		return Position{1, 1}
	}
	return Position{i + 1, 1 + t.runes(t.lines[i], off)}
}

// Paragraph is the number, from 1, of the document's own paragraph that a source offset lies in; 0 where the format counts none.
func (t *Text) Paragraph(off int) int { return sort.SearchInts(t.paras, off+1) }

// Place says where a source offset stands as a reader of the document finds it: "page 3, line 12" on paper, "paragraph 12" where the format
// counts paragraphs; "" where it does neither: there the lines are those of the file.
func (t *Text) Place(off int) string {
	if page, line := t.Page(off); page > 0 {
		return fmt.Sprintf("page %d, line %d", page, line)
	}
	if n := t.Paragraph(off); n > 0 {
		return fmt.Sprintf("paragraph %d", n)
	}
	return ""
}

// runes counts code points of the source between two offsets. Long lines are counted once, not for every place in them.
func (t *Text) runes(from, to int) int {
	src := t.utf8
	if t.offs == nil {
		src, to = t.Raw, min(to, len(t.Raw))
	} else {
		from = sort.Search(len(t.offs), func(i int) bool { return int(t.offs[i]) >= from })
		to = min(len(src), sort.Search(len(t.offs), func(i int) bool { return int(t.offs[i]) >= to }))
	}
	if to-from <= 2*countStep {
		return countRunes(src[from:max(from, to)])
	}
	t.countOnce.Do(func() { t.counts = runeCounts(src) })
	return t.before(src, to) - t.before(src, from)
}

// countStep is how many bytes lie between two counts of code points.
const countStep = 4096

// before counts the code points before byte i.
func (t *Text) before(src []byte, i int) int {
	k := i / countStep
	return t.counts[k] + countRunes(src[k*countStep:i])
}

// runeCounts are the code points before every countStep-th byte.
func runeCounts(src []byte) []int {
	counts := make([]int, 1, len(src)/countStep+2)
	for i := 0; i+countStep <= len(src); i += countStep {
		counts = append(counts, counts[len(counts)-1]+countRunes(src[i:i+countStep]))
	}
	return counts
}

func countRunes(b []byte) int {
	n := 0
	for _, c := range b {
		if c&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// Line is the source line with the given number (from 1) as UTF-8, without its line end.
func (t *Text) Line(n int) string {
	if n < 1 || n > len(t.lines) {
		return ""
	}
	end := len(t.Raw)
	if n < len(t.lines) {
		end = t.lines[n]
	}
	s := t.Printed(Span{t.lines[n-1], end})
	for len(s) > 0 && (s[len(s)-1] == '\n' || s[len(s)-1] == '\r') {
		s = s[:len(s)-1]
	}
	return s
}
