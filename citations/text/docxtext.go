package text

import (
	"strings"
	"unicode/utf8"
)

// wordPar is the paragraph being written.
type wordPar struct {
	style wordStyle // of its style and its own properties
	begun bool
	skip  bool // a table of contents
	merge bool // its end was deleted: the next one goes on with it
	last  bool // of its section
}

// field is a field whose end has not come: its instruction, and where its result begins.
type field struct {
	code   []byte
	result bool
	at     int
}

// content writes the document.
func (d *docx) content(x *xmlScanner) error {
	for k := x.next(); k != xmlEnd; k = x.next() {
		if k == xmlStart && d.is(x, "body") {
			d.blocks(x, x.depth())
		}
	}
	if x.err != nil {
		return x.err
	}
	return d.err
}

// name is the name of the tag read last without the prefix of word processing; names of others keep their prefix.
func (d *docx) name(x *xmlScanner) []byte {
	name := x.tag()
	if len(name) > len(d.w) && string(name[:len(d.w)]) == d.w {
		return name[len(d.w):]
	}
	return name
}

// is reports whether the tag read last is the one of word processing.
func (d *docx) is(x *xmlScanner, name string) bool { return string(d.name(x)) == name }

// each calls f at every start tag until the element at depth ends; f reads no further than to the end of its element.
func each(x *xmlScanner, depth int, f func()) {
	for x.depth() >= depth {
		switch x.next() {
		case xmlEnd:
			return
		case xmlStart:
			f()
		}
	}
}

// blocks writes paragraphs and tables until the element at depth ends.
func (d *docx) blocks(x *xmlScanner, depth int) {
	each(x, depth, func() { d.writeBlock(x) })
}

// writeBlock writes the block whose start tag was read last.
func (d *docx) writeBlock(x *xmlScanner) {
	if d.err != nil {
		x.err = d.err
		return
	}
	depth := x.depth()
	switch string(d.name(x)) {
	case "p":
		d.writeParagraph(x)
	case "tr":
		d.writeRow(x)
	case "tc":
		d.cells++
		d.blocks(x, depth)
		d.cells--
	case "sdt":
		d.control(x, func() { d.writeBlock(x) })
	case "sectPr":
		x.skipElement()
		d.section(d.plan.section + 1)
	case "del", "moveFrom", "tblPr", "tblGrid", "tcPr", "mc:Fallback":
		x.skipElement()
	}
}

// writeRow writes a row, unless it was deleted.
func (d *docx) writeRow(x *xmlScanner) {
	gone := false
	each(x, x.depth(), func() {
		switch {
		case gone:
			x.skipElement()
		case d.is(x, "trPr"):
			each(x, x.depth(), func() { gone = gone || d.is(x, "del") })
		default:
			d.writeBlock(x)
		}
	})
}

// control writes what a content control holds; one that holds a table of contents is none of the text.
func (d *docx) control(x *xmlScanner, inner func()) {
	toc := false
	each(x, x.depth(), func() {
		switch string(d.name(x)) {
		case "sdtPr":
			each(x, x.depth(), func() {
				toc = toc || d.is(x, "docPartGallery") && x.attr(d.val) == "Table of Contents"
			})
		case "sdtContent":
			if toc {
				x.skipElement()
				return
			}
			each(x, x.depth(), inner)
		default:
			x.skipElement()
		}
	})
}

// writeParagraph writes a paragraph, and the text boxes that hang on it.
func (d *docx) writeParagraph(x *xmlScanner) {
	d.par = wordPar{}
	d.boxes = nil
	each(x, x.depth(), func() { d.writeInline(x) })
	d.beginParagraph()
	d.joined = d.par.merge
	if d.par.last {
		d.section(d.plan.section + 1)
	}
	boxes := d.boxes
	d.boxes = nil
	for _, box := range boxes {
		d.joined = false
		d.inside(box, d.rels)
	}
}

// beginParagraph begins the paragraph once its properties are known.
func (d *docx) beginParagraph() {
	p := &d.par
	if p.begun {
		return
	}
	p.begun = true
	s := &p.style
	p.skip = strings.HasPrefix(s.name, "toc ")
	b, label := Block{Kind: s.kind}, ""
	switch {
	case b.Kind == Heading: // a title
		b.Level = 1
	case s.level > 0:
		b = Block{Kind: Heading, Level: s.level + d.plan.shift}
	case s.num != "" && s.num != "0" && d.cells == 0:
		if l, ok := d.lists.item(s.num, s.deep); ok {
			b, label = Block{Kind: Item, Label: l}, "•"
			if l != "" {
				label = l + "."
			}
		}
	}
	if b.Kind == Heading && b.Level == 1 && d.plan.several && d.depth == 0 {
		d.flushNotes()
	}
	d.paragraph(b, label)
}

// writeInline writes the piece of a paragraph whose start tag was read last.
func (d *docx) writeInline(x *xmlScanner) {
	if d.err != nil {
		x.err = d.err
		return
	}
	if d.is(x, "pPr") {
		d.paragraphProperties(x)
		return
	}
	d.beginParagraph()
	switch string(d.name(x)) {
	case "r":
		d.run(x)
	case "hyperlink":
		d.hyperlink(x)
	case "fldSimple":
		at, url := len(d.out), linkOf([]byte(x.attr(d.w+"instr")))
		each(x, x.depth(), func() { d.writeInline(x) })
		if url != "" {
			d.link(at, url)
		}
	case "sdt":
		d.control(x, func() { d.writeInline(x) })
	case "del", "moveFrom", "rubyPr", "rt", "mc:Fallback", "sdtPr", "m:ctrlPr":
		x.skipElement()
	case "m:t":
		d.characters(x, false, false)
	}
}

// hyperlink writes a link.
func (d *docx) hyperlink(x *xmlScanner) {
	url := d.rels[string(x.value("r:id"))]
	if url == "" {
		url = d.rels[string(x.value("id"))]
	}
	at := len(d.out)
	each(x, x.depth(), func() { d.writeInline(x) })
	if url != "" {
		d.link(at, url)
	}
}

// paragraphProperties reads style and properties of a paragraph.
func (d *docx) paragraphProperties(x *xmlScanner) {
	own := wordStyle{}
	base := d.styles["Normal"]
	each(x, x.depth(), func() {
		switch string(d.name(x)) {
		case "pStyle":
			base = d.styles[string(x.value(d.val))]
		case "rPr":
			each(x, x.depth(), func() {
				switch string(d.name(x)) {
				case "del", "moveFrom":
					d.par.merge = true
				case "rPrChange":
					x.skipElement()
				}
			})
		case "pPrChange", "sectPr", "framePr":
			d.par.last = d.par.last || d.is(x, "sectPr")
			x.skipElement()
		default:
			d.property(x, &own)
		}
	})
	if base != nil {
		own.name, own.kind = base.name, base.kind
		own.inherit(base)
	}
	own.done = true
	d.par.style = own
}

// run writes a run: text of one set of properties.
func (d *docx) run(x *xmlScanner) {
	s := charStyle{bold: d.par.style.bold, hidden: d.par.style.hidden}
	each(x, x.depth(), func() {
		if d.is(x, "rPr") {
			s = d.runProperties(x)
			return
		}
		if s.hidden > 0 || d.par.skip {
			x.skipElement()
			return
		}
		d.runPiece(x, s.bold > 0, s.raised > 0)
	})
}

func (d *docx) runProperties(x *xmlScanner) charStyle {
	own := wordStyle{}
	base := d.par.style.charStyle
	base.raised = 0
	each(x, x.depth(), func() {
		switch string(d.name(x)) {
		case "rStyle":
			if s := d.styles[string(x.value(d.val))]; s != nil {
				styled := s.charStyle
				styled.inherit(base)
				base = styled
			}
		case "rPrChange":
			x.skipElement()
		default:
			d.property(x, &own)
		}
	})
	own.charStyle.inherit(base)
	return own.charStyle
}

// runPiece writes a piece of a run.
func (d *docx) runPiece(x *xmlScanner, bold, raised bool) {
	switch string(d.name(x)) {
	case "t":
		d.characters(x, bold, raised)
	case "tab", "ptab":
		d.putText("\t", bold)
	case "br", "cr":
		d.newline()
	case "noBreakHyphen":
		d.putText("\u2011", bold)
	case "softHyphen":
		d.putText("\u00AD", bold)
	case "footnoteReference":
		d.reference(x, 0)
	case "endnoteReference":
		d.reference(x, 1)
	case "fldChar":
		d.fieldChar(x.attr(d.w + "fldCharType"))
	case "instrText":
		d.instruction(x)
	case "mc:AlternateContent":
		d.alternate(x)
	case "drawing", "pict", "object":
		d.pictures(x)
	case "ruby":
		each(x, x.depth(), func() { d.writeInline(x) })
	case "rPr", "delText", "delInstrText", "footnoteRef", "endnoteRef", "annotationRef", "commentReference", "sym":
		x.skipElement()
	}
}

func (d *docx) putText(s string, bold bool) {
	if !d.inCode() {
		d.write([]byte(s), bold)
	}
}

// characters writes the text of an element.
func (d *docx) characters(x *xmlScanner, bold, raised bool) {
	for depth := x.depth(); x.depth() >= depth; {
		switch x.next() {
		case xmlEnd:
			return
		case xmlText:
			if d.inCode() {
				continue
			}
			s := x.chars()
			if !x.plain || !utf8.Valid(s) {
				s = validUTF8(x.appendText(nil))
			}
			if raised {
				d.raised(s, bold)
			} else {
				d.supers = false
				d.write(s, bold)
			}
		}
	}
}

func validUTF8(s []byte) []byte { return []byte(strings.ToValidUTF8(string(s), "\uFFFD")) }

// reference writes the marker of a note. One that is not numbered takes the text that follows as its label.
func (d *docx) reference(x *xmlScanner, kind int) {
	id := x.attr(d.w + "id")
	custom := ""
	if v := x.attr(d.w + "customMarkFollows"); v == "1" || v == "true" || v == "on" {
		x.skipElement()
		for x.next() == xmlStart && custom == "" {
			if d.is(x, "t") {
				custom = x.allText()
				break
			}
			x.skipElement()
		}
	}
	if d.depth == 0 || d.note == "" {
		d.refer(kind, id, custom)
	}
}

// fieldChar reads where a field begins, where its result begins, and where it ends.
func (d *docx) fieldChar(kind string) {
	n := len(d.fields)
	switch {
	case kind == "begin":
		d.fields = append(d.fields, field{})
	case n == 0:
	case kind == "separate":
		d.fields[n-1].result, d.fields[n-1].at = true, len(d.out)
	case kind == "end":
		f := d.fields[n-1]
		d.fields = d.fields[:n-1]
		if url := linkOf(f.code); url != "" && f.result {
			d.link(f.at, url)
		}
	}
}

// inCode reports whether text belongs to the instruction of a field.
func (d *docx) inCode() bool {
	n := len(d.fields)
	return n > 0 && !d.fields[n-1].result
}

// instruction keeps the instruction of a field.
func (d *docx) instruction(x *xmlScanner) {
	const longest = 8 << 10
	for depth := x.depth(); x.depth() >= depth; {
		switch x.next() {
		case xmlEnd:
			return
		case xmlText:
			if n := len(d.fields); n > 0 && len(d.fields[n-1].code) < longest {
				d.fields[n-1].code = x.appendText(d.fields[n-1].code)
			}
		}
	}
}

// linkOf is the address in the instruction of a field: `HYPERLINK "https://…"`.
func linkOf(code []byte) string {
	rest, ok := strings.CutPrefix(strings.TrimSpace(string(code)), "HYPERLINK")
	if !ok {
		return ""
	}
	rest = strings.TrimSpace(rest)
	if strings.HasPrefix(rest, `"`) {
		url, _, _ := strings.Cut(rest[1:], `"`)
		return url
	}
	if rest == "" || strings.HasPrefix(rest, `\`) {
		return ""
	}
	return strings.Fields(rest)[0]
}

// alternate writes the first of several ways to give the same thing.
func (d *docx) alternate(x *xmlScanner) {
	taken := false
	each(x, x.depth(), func() {
		if taken {
			x.skipElement()
			return
		}
		taken = true
		d.pictures(x)
	})
}

// pictures keeps the text boxes in a drawing: they are written behind the paragraph.
func (d *docx) pictures(x *xmlScanner) {
	each(x, x.depth(), func() {
		switch string(d.name(x)) {
		case "txbxContent":
			if inner := x.inner(); d.depth == 0 {
				d.boxes = append(d.boxes, inner)
			}
		case "mc:Fallback":
			x.skipElement()
		}
	})
}
