package reports

import (
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
	"example.org/verify/score"
)

// region is where a span begins and ends, lines and columns from 1, the end one past its last character. The unit of columns is the
// locator's.
type region struct{ line, column, endLine, endColumn int }

// locator turns spans into regions. It remembers where the last one began, so that the findings of a document in one long line take no longer
// than others.
type locator struct {
	t     *text.Text
	units func(rune) int // how many columns a character takes

	line, char  int    // place of rest, char in code points
	rest        string // of the line
	column      int
	wholeOfLine string
}

// Units of columns.
func utf16Units(r rune) int { return max(1, utf16.RuneLen(r)) }
func utf8Units(r rune) int  { return max(1, utf8.RuneLen(r)) }
func codePoints(rune) int   { return 1 }

// region finds a span whose first line and column, in code points, are known.
func (l *locator) region(s citations.Span, line, char int) region {
	r := region{line: line, column: l.columnAt(line, char)}
	r.endLine, r.endColumn = l.after(r.line, r.column, l.t.Printed(s))
	return r
}

// at finds a span about which nothing is known.
func (l *locator) at(s citations.Span) region {
	p := l.t.Position(s.Start)
	return l.region(s, p.Line, p.Column)
}

// columnAt is the column of a character of a line.
func (l *locator) columnAt(line, char int) int {
	if line != l.line || l.char == 0 {
		l.line, l.wholeOfLine = line, l.t.Line(line)
		l.char = 0
	}
	if l.char == 0 || char < l.char {
		l.char, l.column, l.rest = 1, 1, l.wholeOfLine
	}
	for l.char < char && l.rest != "" {
		r, size := utf8.DecodeRuneInString(l.rest)
		l.column += l.units(r)
		l.rest = l.rest[size:]
		l.char++
	}
	return l.column
}

// after is the place behind s, which begins at a place.
func (l *locator) after(line, column int, s string) (int, int) {
	for i, r := range s {
		switch {
		case r == '\n', r == '\r' && i+1 < len(s) && s[i+1] != '\n':
			line, column = line+1, 1
		default:
			column += l.units(r)
		}
	}
	return line, column
}

// placeOf says where a finding stands: page or paragraph where the document has them, else line and column.
func placeOf(t *text.Text, f *score.Finding) string {
	if s := t.Place(f.Span.Start); s != "" {
		return s
	}
	return fmt.Sprintf("line %d, column %d", f.Line, f.Column)
}

// placedMessage is what a finding says in one line, behind its page or paragraph where the document has them.
func placedMessage(t *text.Text, f *score.Finding) string {
	if s := t.Place(f.Span.Start); s != "" {
		return s + ": " + wholeMessage(f)
	}
	return wholeMessage(f)
}

// placeColumn is the head of a column that says where the claims of a document stand.
func placeColumn(t *text.Text) string {
	what, _ := coarse(t, 0)
	return what
}

// coarse is the page, paragraph or line, whichever a reader of the document would look for, and its number.
func coarse(t *text.Text, off int) (what string, n int) {
	if page, _ := t.Page(off); page > 0 {
		return "page", page
	}
	if n := t.Paragraph(off); n > 0 {
		return "paragraph", n
	}
	return "line", t.Position(off).Line
}

// inFile reports whether lines and columns of a document are those of its file. Of a packed format they are those of the text that was
// extracted from it.
func inFile(t *text.Text) bool { return !t.Extracted() }
