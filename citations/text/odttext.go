package text

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// odtLeft are the elements that hold no text of the document: changes that were made, comments, indexes, descriptions of pictures.
var odtLeft = wordSet(`text:tracked-changes office:annotation text:table-of-content text:illustration-index text:table-index text:object-index text:user-index text:alphabetical-index
	text:sequence-decls text:variable-decls text:user-field-decls office:forms svg:title svg:desc text:ruby-text text:hidden-text text:hidden-paragraph office:event-listeners
	table:table-columns table:table-column table:shapes office:binary-data draw:object draw:object-ole text:note-citation text:index-title text:script text:page-variable-set`)

// blocks writes paragraphs, lists and tables until the element at depth ends.
func (d *odt) blocks(x *xmlScanner, depth int) {
	each(x, depth, func() { d.writeBlock(x) })
}

// writeBlock writes the block whose start tag was read last.
func (d *odt) writeBlock(x *xmlScanner) {
	if d.err != nil {
		x.err = d.err
		return
	}
	depth := x.depth()
	switch string(x.tag()) {
	case "text:p":
		d.writeParagraph(x, false)
	case "text:h":
		d.writeParagraph(x, true)
	case "text:list":
		d.writeList(x)
	case "text:list-item":
		d.listItem(x)
	case "text:list-header":
		d.blocks(x, depth)
	case "table:table-cell":
		d.cells++
		d.blocks(x, depth)
		d.cells--
	case "text:section":
		if x.attr("text:display") == "none" {
			x.skipElement()
		}
	case "draw:text-box", "draw:frame", "draw:custom-shape": // anchored to a page
	default:
		if odtLeft[string(x.tag())] {
			x.skipElement()
		}
	}
}

// writeList writes a list; one within another is its next level, and takes its style unless it names one.
func (d *odt) writeList(x *xmlScanner) {
	n := nest{style: x.attr("text:style-name")}
	if k := len(d.nests); k > 0 {
		n.level = d.nests[k-1].level + 1
		if n.style == "" {
			n.style = d.nests[k-1].style
		}
	}
	if n.level == 0 && x.attr("text:continue-numbering") != "true" && x.attr("text:continue-list") == "" {
		delete(d.counts, n.style)
	}
	if c := d.counts[n.style]; n.level < len(c) && n.level > 0 {
		c[n.level] = d.lists[n.style][n.level].start - 1
	}
	d.nests = append(d.nests, n)
	d.blocks(x, x.depth())
	d.nests = d.nests[:len(d.nests)-1]
}

// listItem counts an item, and writes it.
func (d *odt) listItem(x *xmlScanner) {
	n := nest{}
	if k := len(d.nests); k > 0 {
		n = d.nests[k-1]
	}
	label := ""
	if levels := d.lists[n.style]; n.level < len(levels) {
		c := d.counts[n.style]
		if c == nil {
			c = make([]int, len(levels))
			for i := range c {
				c[i] = levels[i].start - 1
			}
			d.counts[n.style] = c
		}
		c[n.level]++
		if v, err := strconv.Atoi(x.attr("text:start-value")); err == nil {
			c[n.level] = v
		}
		if f := levels[n.level].format; f != "" {
			label = numeral(c[n.level], f)
		}
	}
	outer := d.first
	d.item, d.first = &label, label
	d.blocks(x, x.depth())
	d.item, d.first = nil, outer
}

// writeParagraph writes a paragraph or heading, and the text boxes that hang on it.
func (d *odt) writeParagraph(x *xmlScanner, heading bool) {
	s := d.style(x, ofParagraph)
	if strings.HasPrefix(s.name, "contents ") || s.hidden > 0 {
		x.skipElement()
		return
	}
	b, label := d.blockOf(x, s, heading)
	if b.Kind == Heading && b.Level == 1 && d.plan.several && d.depth == 0 {
		d.flushNotes()
	}
	d.paragraph(b, label)
	bold, super := d.bold, d.super
	d.bold, d.super = s.bold > 0, false
	d.boxes = nil
	d.inlines(x)
	d.bold, d.super = bold, super
	boxes := d.boxes
	d.boxes = nil
	for _, box := range boxes {
		d.inside(x, box)
	}
}

// blockOf is the block that a paragraph makes, and what it prints before its text.
func (d *odt) blockOf(x *xmlScanner, s *odtStyle, heading bool) (Block, string) {
	item := d.item
	d.item = nil
	b := styleBlock(s.name)
	switch {
	case heading:
		level, err := strconv.Atoi(x.attr("text:outline-level"))
		if err != nil {
			level = 1
		}
		return Block{Kind: Heading, Level: level + d.plan.shift}, ""
	case b.Kind != Para, len(d.nests) == 0, d.cells > 0, d.note != "":
		return b, ""
	case item == nil: // a further paragraph of an item
		return Block{Kind: Item, Label: d.first}, ""
	case *item == "":
		return Block{Kind: Item}, "•"
	}
	return Block{Kind: Item, Label: *item}, *item + "."
}

// inside writes a text box or a note.
func (d *odt) inside(x *xmlScanner, body []byte) {
	const deepest = 8
	if d.depth >= deepest || d.err != nil {
		return
	}
	nests, item, first := d.nests, d.item, d.first
	d.nests, d.item, d.first = nil, nil, ""
	d.depth++
	part := x.part(body)
	d.blocks(part, 0)
	d.depth--
	d.nests, d.item, d.first = nests, item, first
	if part.err != nil && d.err == nil {
		d.err = part.err
	}
}

// inlines writes text until the element whose start tag was read last ends.
func (d *odt) inlines(x *xmlScanner) {
	for depth := x.depth(); x.depth() >= depth; {
		switch x.next() {
		case xmlEnd:
			return
		case xmlText:
			d.characters(x)
		case xmlStart:
			d.writeInline(x)
		}
	}
}

var oneBlank, oneTab = []byte(" "), []byte("\t")

// characters writes the text read last, in which runs of blanks are one.
func (d *odt) characters(x *xmlScanner) {
	s := x.chars()
	if !x.plain || !utf8.Valid(s) {
		s = validUTF8(x.appendText(nil))
	}
	if bytes.ContainsAny(s, "\n\t\r") || bytes.Contains(s, []byte("  ")) {
		s = foldBlanks(s)
	}
	switch {
	case d.super:
		d.raised(s, d.bold)
	default:
		d.supers = false
		d.write(s, d.bold)
	}
}

// foldBlanks makes one blank of each run of blanks.
func foldBlanks(s []byte) []byte {
	out := make([]byte, 0, len(s))
	for i, c := range s {
		if !spaces[c] {
			out = append(out, c)
		} else if i == 0 || !spaces[s[i-1]] {
			out = append(out, ' ')
		}
	}
	return out
}

// writeInline writes the piece of a paragraph whose start tag was read last.
func (d *odt) writeInline(x *xmlScanner) {
	if d.err != nil {
		x.err = d.err
		return
	}
	switch string(x.tag()) {
	case "text:span":
		d.span(x)
	case "text:a":
		at, url := len(d.out), x.attr("xlink:href")
		d.inlines(x)
		if url != "" && !strings.HasPrefix(url, "#") {
			d.link(at, url)
		}
	case "text:s":
		d.write(oneBlank, d.bold)
	case "text:tab":
		d.write(oneTab, d.bold)
	case "text:line-break":
		d.newline()
	case "text:note":
		d.takeNote(x)
	case "draw:text-box":
		if body := x.inner(); d.depth == 0 {
			d.boxes = append(d.boxes, body)
		}
	case "text:p", "text:h": // in a shape
		d.write(oneBlank, d.bold)
	default:
		if odtLeft[string(x.tag())] {
			x.skipElement()
		}
	}
}

func (d *odt) span(x *xmlScanner) {
	s := d.style(x, ofText)
	if s.hidden > 0 {
		x.skipElement()
		return
	}
	bold, super := d.bold, d.super
	if s.bold != 0 {
		d.bold = s.bold > 0
	}
	if s.raised != 0 {
		d.super = s.raised > 0
	}
	d.inlines(x)
	d.bold, d.super = bold, super
}

// takeNote writes the marker of a note, and keeps the note for later. A note has no notes.
func (d *odt) takeNote(x *xmlScanner) {
	n := odtNote{end: x.attr("text:note-class") == "endnote"}
	each(x, x.depth(), func() {
		switch string(x.tag()) {
		case "text:note-citation":
			n.label = x.allText()
		case "text:note-body":
			n.body = x.inner()
		}
	})
	if d.note != "" {
		return
	}
	if n.label == "" {
		d.made[btoi(n.end)]++
		n.label = numeral(d.made[btoi(n.end)], [...]string{"1", "i"}[btoi(n.end)])
	}
	d.marker(n.label)
	d.queue = append(d.queue, n)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// flushNotes writes the notes that were referred to since it was called last, footnotes first.
func (d *odt) flushNotes() {
	queue := d.queue
	d.queue = nil
	for _, end := range [...]bool{false, true} {
		for _, n := range queue {
			if n.end == end {
				d.noteBlocks(n.label, func() { d.inside(newXML(nil, d.ctx), n.body) })
			}
		}
	}
}
