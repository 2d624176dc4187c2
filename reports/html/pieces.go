package html

import (
	"slices"

	"example.org/verify/citations"
)

// A paragraph is printed as a flat row of pieces. Claims, citations, markers and findings may overlap in any way; where one begins or ends
// the text is cut, so that no element has to cross another.

// pieceKind says how a piece is printed.
type pieceKind uint8

const (
	plain     pieceKind = iota // text, marked by its class or not at all
	link                       // text that is a link: a citation, or a marker to its note
	anchor                     // no text, only a place to link to
	badgeSign                  // the sign at the end of a claim
	flagSign                   // the sign at the end of a finding
	back                       // the way from a note back to its marker
)

// piece is a stretch of a paragraph, or a sign in it.
type piece struct {
	Kind                  pieceKind
	Text, Class           string
	ID, Href, Label, Mark string // Label is how a sign is read aloud, Mark what it shows
}

// IsPlain, like its neighbours, is a kind as the template asks for it.
func (p *piece) IsPlain() bool { return p.Kind == plain }

// IsLink reports whether the piece leads elsewhere.
func (p *piece) IsLink() bool { return p.Kind == link }

// IsAnchor reports whether the piece is a place that others lead to.
func (p *piece) IsAnchor() bool { return p.Kind == anchor }

// IsBadge reports whether the piece is the badge of a claim.
func (p *piece) IsBadge() bool { return p.Kind == badgeSign }

// IsFlag reports whether the piece is the flag of a finding.
func (p *piece) IsFlag() bool { return p.Kind == flagSign }

// cutter turns a paragraph and its marks into pieces.
type cutter struct {
	m       *maker
	n       int // article
	art     *citations.Article
	markers [][]int // by note: the markers that lead to it

	at     citations.Range // the paragraph
	open   []mark
	pieces []piece
}

func newCutter(m *maker, n int) *cutter {
	c := &cutter{m: m, n: n, art: &m.a.Document.Articles[n]}
	c.markers = make([][]int, len(c.art.Notes))
	for i := range c.art.Markers {
		if note := c.art.Markers[i].Note; note >= 0 {
			c.markers[note] = append(c.markers[note], i)
		}
	}
	return c
}

// cut goes along a paragraph once. marks are in the order of their starts.
func (c *cutter) cut(at citations.Range, marks []mark) []piece {
	c.at, c.open, c.pieces = at, c.open[:0], nil
	ends := make([]int, 0, 2*len(marks)+2)
	for _, x := range marks {
		ends = append(ends, max(x.at.Start, at.Start), min(x.at.End, at.End))
	}
	ends = append(ends, at.Start, at.End)
	slices.Sort(ends)
	ends = slices.Compact(ends)
	for i, pos := range ends {
		c.close(pos)
		for len(marks) > 0 && marks[0].at.Start <= pos {
			c.begin(marks[0])
			marks = marks[1:]
		}
		if i+1 < len(ends) {
			c.text(citations.Range{Start: pos, End: ends[i+1]})
		}
	}
	return c.pieces
}

// close ends the marks that reach no further, in the order in which their signs are read: the claim's before the finding's.
func (c *cutter) close(pos int) {
	kept := c.open[:0]
	var ended []mark
	for _, x := range c.open {
		if x.at.End <= pos {
			ended = append(ended, x)
			continue
		}
		kept = append(kept, x)
	}
	c.open = kept
	for kind := claimMark; kind <= findingMark; kind++ {
		for _, x := range ended {
			if x.kind == kind {
				c.end(x)
			}
		}
	}
}

// begin opens a mark; a note is somewhere to link to.
func (c *cutter) begin(x mark) {
	c.open = append(c.open, x)
	if x.kind == noteMark {
		if id := c.m.id(citations.NoteID(c.n, x.i)); c.fresh(id) {
			c.pieces = append(c.pieces, piece{Kind: anchor, ID: id})
		}
	}
}

// end prints the sign that closes a mark, if the mark has one and ends in this paragraph.
func (c *cutter) end(x mark) {
	if x.at.End > c.at.End {
		return
	}
	switch x.kind {
	case claimMark:
		c.badge(x.i)
	case findingMark:
		c.flag(x.i)
	case noteMark:
		c.back(x.i)
	}
}

// text prints a stretch in which nothing begins or ends.
func (c *cutter) text(r citations.Range) {
	p := piece{Text: visible(c.m.a.Document.Text.Slice(r))}
	for _, x := range c.open {
		switch x.kind {
		case claimMark:
			p.Class += " c " + levels[c.m.level(c.n, x.i)].Class
		case citationMark:
			c.citation(&p, x.i)
		case markerMark:
			c.marker(&p, x.i)
		case findingMark:
			p.Class += " f" + signs[c.m.a.Findings[x.i].Severity].Class
		}
	}
	if p.Class != "" {
		p.Class = p.Class[1:]
	}
	c.pieces = append(c.pieces, p)
}

// citation makes a piece a link to where the citation stands in a claim's card, or to its source where no claim rests on it.
func (c *cutter) citation(p *piece, i int) {
	p.Class += " k"
	id := c.m.id(citations.CitationID(c.n, i))
	href := id
	if !c.m.carried(c.n, i) {
		href = c.m.sources.anchor(c.n, i)
	}
	c.link(p, "t."+id, href)
}

// link makes a piece a link. Where it is one already (two labels in one bracket) the first stays, and the second is a place to come back to.
func (c *cutter) link(p *piece, id, href string) (first bool) {
	first = p.Kind != link
	if first && href != "" {
		p.Kind, p.Href = link, href
	}
	if !c.fresh(id) {
		return first
	}
	if p.ID == "" {
		p.ID = id
	} else {
		c.pieces = append(c.pieces, piece{Kind: anchor, ID: id})
	}
	return first
}

// marker makes a piece a link to the note that it leads to.
func (c *cutter) marker(p *piece, i int) {
	m := &c.art.Markers[i]
	p.Class += " m"
	href := ""
	if m.Note >= 0 {
		href = c.m.id(citations.NoteID(c.n, m.Note))
	}
	if c.link(p, c.m.markerID(c.n, i), href) && href != "" {
		p.Label = "note " + visible(m.Label)
	}
}

// fresh reports whether an id is not on the page yet, and takes it.
func (c *cutter) fresh(id string) bool {
	if c.m.given[id] {
		return false
	}
	c.m.given[id] = true
	return true
}

func (c *cutter) badge(i int) {
	n := c.m.level(c.n, i)
	id := c.m.id(citations.ClaimID(c.n, i))
	mark := markOf(n, &c.m.a.Articles[c.n].Claims[i])
	c.pieces = append(c.pieces, piece{Kind: badgeSign, Class: levels[n].Class, ID: "t." + id, Href: id, Mark: mark, Label: claimLabel(mark, i, n)})
}

func (c *cutter) flag(i int) {
	f := &c.m.a.Findings[i]
	id := c.m.findingID(i)
	if f.Silenced != nil || !c.fresh("t."+id) {
		return
	}
	s := signs[f.Severity]
	c.pieces = append(c.pieces, piece{Kind: flagSign, Class: s.Class, ID: "t." + id, Href: id, Mark: s.Mark, Label: s.Word + ": " + visible(f.Message)})
}

// back prints a way back from a note for each of its markers.
func (c *cutter) back(i int) {
	for _, m := range c.markers[i] {
		c.pieces = append(c.pieces, piece{Kind: back, Href: c.m.markerID(c.n, m), Label: "back to marker " + visible(c.art.Markers[m].Label)})
	}
}
