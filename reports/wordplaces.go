package reports

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/score"
)

// wordMain are the names of the namespace of word processing, as all and as strict writers give it (ECMA-376).
var wordMain = map[string]bool{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": true,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":             true,
}

// wordPart is the main part of a .docx, as far as comments need it.
type wordPart struct {
	space, prefix string // of word processing
	pars          []wordParagraph
}

// wordParagraph is a paragraph with text. Those without are left out, as the extracted text leaves them out.
type wordParagraph struct {
	text string
	runs []wordRun
	refs []int // runs that refer to a note
}

// wordRun is a run: bytes [start, end) of the part, bytes [from, to) of its paragraph's text.
type wordRun struct{ start, end, from, to int }

// scanWord reads the main part of a .docx.
func scanWord(content []byte) (*wordPart, error) {
	s := &wordScan{d: xml.NewDecoder(bytes.NewReader(content)), part: &wordPart{}}
	for {
		start := int(s.d.InputOffset())
		token, err := s.d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if err := s.token(token, start); err != nil {
			return nil, err
		}
	}
	if len(s.part.pars) == 0 {
		return nil, errors.New("it has no paragraphs")
	}
	return s.part, nil
}

type wordScan struct {
	d    *xml.Decoder
	part *wordPart
	open []*openParagraph // a text box lies in a run of another paragraph
	text bool             // inside an element of text
}

// openParagraph is a paragraph whose end has not come.
type openParagraph struct {
	wordParagraph                 // its text comes with its end
	said          strings.Builder // the text so far
	index         int             // where it goes, as paragraphs are in the order of their beginnings
	inRun         bool
}

func (s *wordScan) token(token xml.Token, start int) error {
	switch x := token.(type) {
	case xml.StartElement:
		if s.part.space == "" {
			s.root(&x)
		}
		if x.Name.Local == "Fallback" || x.Name.Space == s.part.space && (x.Name.Local == "del" || x.Name.Local == "moveFrom") {
			return s.d.Skip()
		}
		if x.Name.Space == s.part.space {
			s.begin(x.Name.Local, start)
		}
	case xml.EndElement:
		if x.Name.Space == s.part.space {
			s.end(x.Name.Local)
		}
	case xml.CharData:
		if s.text {
			s.put(string(x))
		}
	}
	return nil
}

// root takes namespace and prefix from the first element.
func (s *wordScan) root(x *xml.StartElement) {
	for _, a := range x.Attr {
		if wordMain[a.Value] && (a.Name.Space == "xmlns" || a.Name.Local == "xmlns") {
			s.part.space = a.Value
			if a.Name.Space == "xmlns" {
				s.part.prefix = a.Name.Local + ":"
			}
		}
	}
}

func (s *wordScan) top() *openParagraph {
	if len(s.open) == 0 {
		return &openParagraph{}
	}
	return s.open[len(s.open)-1]
}

func (s *wordScan) put(text string) { s.top().said.WriteString(text) }

func (s *wordScan) begin(name string, start int) {
	p := s.top()
	switch name {
	case "p":
		s.open = append(s.open, &openParagraph{index: len(s.part.pars)})
		s.part.pars = append(s.part.pars, wordParagraph{})
	case "r":
		p.runs = append(p.runs, wordRun{start: start, from: p.said.Len()})
		p.inRun = true
	case "t":
		s.text = true
	case "tab", "ptab":
		if p.inRun { // not a tab stop among the paragraph's properties
			s.put("\t")
		}
	case "br", "cr":
		s.put("\n")
	case "noBreakHyphen":
		s.put("\u2011")
	case "softHyphen":
		s.put("\u00AD")
	case "footnoteReference", "endnoteReference":
		p.refs = append(p.refs, len(p.runs)-1)
	}
}

func (s *wordScan) end(name string) {
	p := s.top()
	switch {
	case name == "p" && len(s.open) > 0:
		p.text = p.said.String()
		s.part.pars[p.index] = p.wordParagraph
		s.open = s.open[:len(s.open)-1]
		if len(s.open) == 0 {
			s.drop(p.index)
		}
	case name == "r" && len(p.runs) > 0:
		r := &p.runs[len(p.runs)-1]
		r.end, r.to = int(s.d.InputOffset()), p.said.Len()
		p.inRun = false
	case name == "t":
		s.text = false
	}
}

// drop takes the paragraphs without text off the end, of those from one by number on: what stands before them was looked at when it ended.
func (s *wordScan) drop(first int) {
	n := len(s.part.pars)
	for n > first && strings.TrimSpace(s.part.pars[n-1].text) == "" {
		n--
	}
	s.part.pars = s.part.pars[:n]
}

// anchor is where a comment stands: from the beginning of one run to the end of another.
type anchor struct{ start, end int }

// anchorOf finds the place of a finding: the runs that its text lies in, the reference to its note, or its paragraph.
func (d *wordPart) anchorOf(a *score.Analysis, f *score.Finding) anchor {
	t := a.Document.Text
	near := t.Paragraph(f.Span.Start) - 1
	if f.Article >= 0 {
		if x, ok := d.reference(a, f); ok {
			return x
		}
	}
	quote := t.Printed(f.Span)
	if line, _, more := strings.Cut(quote, "\n"); more {
		quote = line
	}
	for _, q := range []string{quote, quote[:fit(quote, 40)]} {
		if p, at := d.find(q, near); p >= 0 {
			return d.pars[p].around(at, at+len(q))
		}
	}
	p := &d.pars[min(max(near, 0), len(d.pars)-1)]
	return p.around(0, len(p.text))
}

// find is the paragraph nearest to one by number in which a text stands, the earlier of two as near, -1 if none does, and where.
func (d *wordPart) find(text string, near int) (paragraph, at int) {
	if strings.TrimSpace(text) == "" {
		return -1, 0
	}
	near = min(max(near, 0), len(d.pars)-1)
	for far := 0; far <= max(near, len(d.pars)-1-near); far++ {
		for _, i := range [2]int{near - far, near + far} {
			if i < 0 || i >= len(d.pars) {
				continue
			}
			if k := strings.Index(d.pars[i].text, text); k >= 0 {
				return i, k
			}
		}
	}
	return -1, 0
}

// reference is the place in the running text that refers to the note in which a finding stands: Word has no comments in notes.
func (d *wordPart) reference(a *score.Analysis, f *score.Finding) (anchor, bool) {
	art, t := &a.Document.Articles[f.Article], a.Document.Text
	if _, inside := noteAt(art, f.Span.Start); !inside {
		return anchor{}, false
	}
	before := map[int]int{} // markers by paragraph
	for i := range art.Markers {
		m := &art.Markers[i]
		p := t.Paragraph(m.Span.Start) - 1
		if m.Note >= 0 && art.Notes[m.Note].Span.Contains(citations.Span{Start: f.Span.Start, End: f.Span.Start}) {
			if p >= 0 && p < len(d.pars) && before[p] < len(d.pars[p].refs) {
				r := d.pars[p].runs[max(0, d.pars[p].refs[before[p]])]
				return anchor{r.start, r.end}, true
			}
			return anchor{}, false
		}
		before[p]++
	}
	return anchor{}, false
}

// around is the anchor of the runs in which bytes [from, to) of the paragraph's text lie.
func (p *wordParagraph) around(from, to int) anchor {
	var x anchor
	for _, r := range p.runs {
		if r.to <= from || r.from >= to {
			continue
		}
		if x.end == 0 {
			x.start = r.start
		}
		x.end = r.end
	}
	return x
}
