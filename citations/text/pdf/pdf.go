// Package pdf reads the text of PDF files as lines in the order in which they are read: what runs on, what stands at the foot of a page as
// a note, what is a caption, what is raised. It knows glyphs and where they stand; what the words mean is no business of it.
//
// Objects are read by the package's own parser, not by a library, because every step has to be counted against a limit, a damaged
// cross-reference table has to be made anew, and a file that is cut off still has pages that can be read.
//
// Read gives a Document: Lines with their Pieces, within Limits. It may run in several goroutines at once.
package pdf

import "fmt"

// Role says what a line is on its page.
type Role uint8

// The roles of lines.
const (
	Body    Role = iota
	Note         // a footnote
	Caption      // under a picture
)

// Break says whether a paragraph begins with a line.
type Break uint8

// The kinds of break before a line.
const (
	Runs   Break = iota // the line goes on with the one before it
	Likely              // its first word would have fitted into the line before it
	Sure                // space, an indent or another type sets it off
)

// Piece is a stretch of a line in one style.
type Piece struct {
	Text   string
	Raised bool   // a superscript that is no power of a unit or number
	URL    string // where a link leads, "" if it is none
}

// Line is one line of text in one column. Lines are given in the order in which they are read.
type Line struct {
	Page    int // from 1
	Number  int // on its page, from 1
	Role    Role
	Label   string // of the first line of a Note
	Pieces  []Piece
	Break   Break
	Jump    bool // a column or page begins with it: Break compares it with the line before in reading order
	Heading bool // set larger or heavier than the text

	x0, x1, y, size float64
	first           float64 // width of its first word
	bold, italic    bool
	col, band       int
	indent          bool   // it begins further in than its column does
	ruled           bool   // a thin line stands right above it
	lead            string // the superscript that it begins with
}

// Document is what could be read of a file.
type Document struct {
	Pages   int
	Lines   []Line
	Heads   []string // running heads and feet that say more than a number, each once, at most 8
	Title   string   // as the file's properties give it, as Author
	Author  string
	Created string   // when the file was made, "2018-05-18"; "" if it does not say
	Notices []string // what could not be read, in words
}

// Read reads a PDF file. The error says what is wrong with the file and what to do about it. Of a file that goes beyond a limit nothing is
// given. Read may be called from several goroutines at once.
func Read(raw []byte, l Limits) (doc *Document, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case limitError:
			doc, err = nil, r
		default:
			doc, err = nil, fmt.Errorf("it is damaged in a way that stops its reading (%v); open it in a PDF viewer and save it again", r)
		}
	}()
	b := newBudget(l)
	f, err := openFile(raw, b)
	if err != nil {
		return nil, err
	}
	pages, lost, err := f.pages()
	if err != nil {
		return nil, err
	}
	r := reader{file: f, fonts: map[any]*font{}, doc: &Document{Pages: len(pages)}}
	for i := range pages {
		r.sheets = append(r.sheets, r.sheet(&pages[i], i+1))
	}
	r.fallBack()
	if err := r.report(lost); err != nil {
		return nil, err
	}
	r.layout()
	r.properties()
	return r.doc, nil
}

// reader holds what is read of one file.
type reader struct {
	*file
	fonts  map[any]*font
	sheets []*sheet
	doc    *Document
}

// sheet reads one page. A page that cannot be read gives what was drawn up to there.
func (r *reader) sheet(p *page, n int) (s *sheet) {
	w := &walker{file: r.file, fonts: r.fonts, resources: p.resources, g: graphics{ctm: unit, scale: 1}, tm: unit, line: unit}
	whole := true
	func() {
		defer func() {
			switch x := recover().(type) {
			case nil:
			case limitError:
				panic(x)
			default:
				whole = false
			}
		}()
		var data []byte
		data, whole = r.contents(p)
		w.run(data)
	}()
	s = newSheet(w, p, n, r.links(p))
	s.damaged = !whole
	s.follow()
	s.mirror()
	return s
}
