package text

import "strconv"

// Notes are numbered in the order in which the text refers to them; the ids that join reference and note say nothing of it.

// wordNotes are the footnotes or the endnotes of a document.
type wordNotes struct {
	bodies map[string][]byte // by id
	rels   map[string]string
	rule   noteRule
	next   int // number of the next note
}

// noteRule is how notes are numbered.
type noteRule struct {
	format string // as in numeral
	start  int
	anew   bool // in every section
}

// reference is a note that the text has referred to.
type reference struct {
	kind  int // 0 footnote, 1 endnote
	id    string
	label string
}

func (d *docx) readNotes(data []byte, name, format string, rels map[string]string) *wordNotes {
	n := &wordNotes{bodies: map[string][]byte{}, rels: rels, rule: noteRule{format: format, start: 1}, next: 1}
	x := newXML(data, d.a.ctx)
	for k := x.next(); k != xmlEnd; k = x.next() {
		if k != xmlStart || !d.is(x, name) {
			continue
		}
		id, kind := x.attr(d.w+"id"), x.attr(d.w+"type")
		if body := x.inner(); kind == "" || kind == "normal" {
			n.bodies[id] = body
		}
	}
	if x.err != nil && d.err == nil && data != nil {
		d.err = x.err
	}
	return n
}

// settings reads how notes are numbered throughout the document.
func (d *docx) settings(data []byte) {
	x := newXML(data, d.a.ctx)
	for k := x.next(); k != xmlEnd; k = x.next() {
		if k == xmlStart {
			d.noteProperties(x, func(i int) *noteRule { return &d.notes[i].rule })
		}
	}
	for _, n := range d.notes {
		n.next = n.rule.start
	}
}

// noteProperties reads footnotePr or endnotePr, if the start tag read last is one.
func (d *docx) noteProperties(x *xmlScanner, rule func(i int) *noteRule) {
	i := 0
	switch string(local(x.tag())) {
	case "footnotePr":
	case "endnotePr":
		i = 1
	default:
		return
	}
	r := rule(i)
	for depth := x.depth(); x.depth() >= depth; {
		switch x.next() {
		case xmlEnd:
			return
		case xmlStart:
			val := x.attr(d.val)
			switch string(local(x.tag())) {
			case "numFmt":
				if f := numberFormats[val]; f != "" {
					r.format = f
				}
			case "numStart":
				if n, err := strconv.Atoi(val); err == nil && n >= 0 {
					r.start = n
				}
			case "numRestart":
				r.anew = val == "eachSect"
			}
		}
	}
}

// plan is what has to be known of a document before it is written.
type plan struct {
	titles   int // paragraphs set as a title
	ones     int // headings of the first level
	shift    int // by how much the levels of headings are lowered
	several  bool
	sections [][2]noteRule // nil where all follow the settings
	section  int
}

// survey finds how many titles there are and how the sections number their notes. It goes from one of the few tags that say so to the next and reads
// nothing else; what is damaged, content meets.
func (d *docx) survey(main []byte) {
	first := 0 // where the first heading of the first level begins
	newXML(main, d.a.ctx).eachTag(d.w+"pStyle", func(x *xmlScanner, at int) {
		d.plan.count(d.styles[string(x.value(d.val))])
		if first == 0 && d.plan.ones > 0 {
			first = at
		}
	})
	d.plan.decide(func() int { return newXML(main[:first], d.a.ctx).textUpTo(aTitlesTime + 1) })
	d.sections(main)
	d.section(0)
}

// sections reads how each section numbers its notes.
func (d *docx) sections(main []byte) {
	rules, own := [2]noteRule{d.notes[0].rule, d.notes[1].rule}, false
	var ends []int
	newXML(main, d.a.ctx).eachTag(d.w+"sectPr", func(_ *xmlScanner, at int) {
		d.plan.sections = append(d.plan.sections, rules)
		ends = append(ends, at)
	})
	for i, at := range ends {
		next := len(main)
		if i+1 < len(ends) {
			next = ends[i+1]
		}
		for _, name := range [...]string{"footnotePr", "endnotePr"} {
			newXML(main[at:next], d.a.ctx).eachTag(d.w+name, func(x *xmlScanner, _ int) {
				own = true
				d.noteProperties(x, func(k int) *noteRule { return &d.plan.sections[i][k] })
			})
		}
	}
	if !own {
		for i := range d.plan.sections {
			d.plan.sections[i] = rules
		}
	}
}

// count counts a paragraph of a style.
func (p *plan) count(s *wordStyle) {
	switch {
	case s == nil:
	case s.name == "title":
		p.titles++
	case s.level == 1:
		p.ones++
	}
}

// aTitlesTime is how much text, in bytes, may stand above a title: a dateline, a byline and a standfirst, but not a page.
const aTitlesTime = 1500

// decide tells titles from the heads of sections: where text stands above the first heading, or a title does, headings of the
// first level are heads of sections. before counts the bytes of text above the first heading, as far as it matters.
func (p *plan) decide(before func() int) {
	switch {
	case p.titles > 0, p.ones > 1 && before() > aTitlesTime:
		p.shift = 1
		p.several = p.titles > 1
	default:
		p.several = p.ones > 1
	}
}

// section begins to number notes as section i does.
func (d *docx) section(i int) {
	d.plan.section = i
	if i >= len(d.plan.sections) {
		return
	}
	for k, n := range d.notes {
		rule := d.plan.sections[i][k]
		if i > 0 && rule.anew || i == 0 {
			n.next = rule.start
		}
		n.rule = rule
	}
}

// refer writes the marker of a note and queues the note. custom is the label that the text gives it, "" if it is numbered.
func (d *docx) refer(kind int, id, custom string) {
	n := d.notes[kind]
	label := custom
	if label == "" {
		label = numeral(n.next, n.rule.format)
		n.next++
	}
	d.marker(label)
	d.queue = append(d.queue, reference{kind, id, label})
}

// flushNotes writes the notes that were referred to since it was called last.
func (d *docx) flushNotes() {
	queue := d.queue
	d.queue = nil
	for kind := range d.notes {
		for _, r := range queue {
			body, ok := d.notes[kind].bodies[r.id]
			if r.kind != kind || !ok {
				continue
			}
			delete(d.notes[kind].bodies, r.id) // a note is written once, however often it is referred to
			d.noteBlocks(r.label, func() { d.inside(body, d.notes[kind].rels) })
		}
	}
	d.queue = nil // a note refers to no note
}

// inside writes a part of a part: a note, a text box.
func (d *docx) inside(body []byte, rels map[string]string) {
	const deepest = 8
	if d.depth >= deepest || d.err != nil {
		return
	}
	saved, par, fields := d.rels, d.par, d.fields
	d.rels, d.fields = rels, nil
	d.depth++
	x := newXML(body, d.a.ctx)
	d.blocks(x, 0)
	d.depth--
	if x.err != nil && d.err == nil {
		d.err = x.err
	}
	d.rels, d.par, d.fields = saved, par, fields
}
