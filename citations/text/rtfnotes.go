package text

// openParagraph begins the paragraph that the next text stands in.
func (d *rtf) openParagraph() {
	d.begun = true
	b, printed := d.heading(), ""
	if b.Kind == Heading {
		if b.Level == 1 && d.plan.several && d.depth == 0 {
			d.flushNotes()
		}
		if d.style[d.look.style].named() != "title" {
			b.Level += d.plan.shift
		}
	}
	d.cells = btoi(d.look.cell)
	if d.listed != "" && b.Kind == Para && d.cells == 0 {
		b.Kind, printed = Item, d.listed
		if d.listed != "•" {
			b.Label, printed = d.listed, d.listed+"."
		}
	}
	d.listed = ""
	d.paragraph(b, printed)
}

// endParagraph ends the open paragraph, and writes the text boxes that hang on it.
func (d *rtf) endParagraph() {
	if d.look.into != intoText {
		return
	}
	d.begun, d.listed = false, ""
	if d.survey {
		return
	}
	d.end()
	boxes := d.boxes
	d.boxes = nil
	for _, b := range boxes {
		d.inside(b)
	}
}

// inside writes a note or a text box.
func (d *rtf) inside(p rtfPart) {
	look, stack, open := d.look, d.stack, d.begun
	d.look, d.stack, d.begun = p.look, nil, false
	d.depth++
	d.read(p.from, p.to)
	d.end()
	d.depth--
	d.look, d.stack, d.begun = look, stack, open
}

// takeNote writes the marker of the note that the open group is, and keeps the note for later. A note has no notes.
func (d *rtf) takeNote() {
	look := d.look
	auto := d.auto
	from, to := d.skip()
	d.auto = false
	if d.survey || d.depth > 0 || d.look.into != intoText || d.look.gone {
		return
	}
	look.style, look.level, look.cell, look.raised, look.bold = 0, 0, false, false, false
	n := rtfPart{from: from, to: to, look: look, end: d.isEndnote(from, to)}
	if !auto {
		n.label = d.ownMark()
	}
	if n.label == "" {
		k := btoi(n.end)
		n.label = numeral(d.number[k], d.rules[k].format)
		d.number[k]++
		if !d.begun {
			d.openParagraph()
		}
		d.marker(n.label)
	}
	d.queue = append(d.queue, n)
}

// ownMark is the mark that the text itself gives a note, raised right before it; "" if there is none.
func (d *rtf) ownMark() string {
	n := len(d.t.Supers)
	if n == 0 || d.t.Supers[n-1].End != len(d.out) {
		return ""
	}
	if s := string(d.out[d.t.Supers[n-1].Start:]); len(s) <= 9 {
		return s
	}
	return ""
}

// isEndnote reports whether a note says of itself that it stands at the end.
func (d *rtf) isEndnote(from, to int) bool {
	l := rtfLexer{s: d.raw[:to], i: from}
	for range 4 {
		if l.next() == rtfWord && string(l.name) == "ftnalt" {
			return true
		}
	}
	return false
}

// flushNotes writes the notes that were referred to since it was called last, footnotes first.
func (d *rtf) flushNotes() {
	queue := d.queue
	d.queue = nil
	for _, end := range [...]bool{false, true} {
		for _, n := range queue {
			if n.end == end && d.err == nil {
				d.noteBlocks(n.label, func() { d.inside(n) })
			}
		}
	}
}
