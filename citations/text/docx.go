package text

import (
	"bytes"
	"context"
	"path"
	"strings"
)

// A docx is a zip archive of XML parts (ECMA-376): the document itself, its styles, numberings, notes and settings, and for each part
// that has links a list of what they lead to.

// wordNames end the names of the namespace of word processing, as all and as strict writers give it.
var wordNames = []string{"/wordprocessingml/2006/main", "/wordprocessingml/main"}

func holdsDocx(raw []byte) bool {
	if !isZip(raw) {
		return false
	}
	a, err := openArchive(raw, Options{MaxText: 1 << 20, Context: context.Background()})
	if err != nil || !a.has("[Content_Types].xml") {
		return false
	}
	types, err := a.part("[Content_Types].xml")
	return err == nil && bytes.Contains(types, []byte("wordprocessingml.document.main+xml")) || a.has("word/document.xml")
}

// docx is a document being read.
type docx struct {
	*flow
	a       *archive
	w       string // the prefix of the names of word processing, with its colon
	val     string // the name of the attribute that holds the value of most properties
	styles  map[string]*wordStyle
	lists   *wordLists
	rels    map[string]string // of the part being read: addresses by id
	bodyRel map[string]string
	notes   [2]*wordNotes // footnotes, endnotes
	queue   []reference   // notes that were referred to and are still to be written
	plan    plan
	par     wordPar
	boxes   [][]byte // text boxes of the open paragraph
	fields  []field
	depth   int // of parts within parts: notes, text boxes
}

func readDocx(t *Text, raw []byte, o Options) error {
	a, err := openArchive(raw, o)
	if err != nil {
		return err
	}
	name := mainPart(a)
	main, err := a.part(name)
	if err != nil {
		return err
	}
	if main == nil {
		return faultf("it is no docx: it holds no document")
	}
	d := &docx{flow: newFlow(t, o), a: a, w: wordPrefix(main)}
	d.val = d.w + "val"
	d.reserve(len(main) / 6) // tags and all, real documents have five to thirty times as much as their text
	if err := d.side(path.Dir(name), path.Base(name)); err != nil {
		return err
	}
	d.survey(main)
	if err := d.content(newXML(main, o.Context)); err != nil {
		return err
	}
	d.flushNotes()
	return d.done()
}

// mainPart is the name of the part that holds the document.
func mainPart(a *archive) string {
	if data, err := a.part("_rels/.rels"); err == nil && data != nil {
		x := newXML(data, a.ctx)
		for k := x.next(); k != xmlEnd; k = x.next() {
			if k == xmlStart && strings.HasSuffix(x.attr("Type"), "/officeDocument") {
				return strings.TrimPrefix(path.Clean("/"+x.attr("Target")), "/")
			}
		}
	}
	return "word/document.xml"
}

// wordPrefix is the prefix that a part binds to the namespace of word processing, "w:" nearly always.
func wordPrefix(main []byte) string {
	head := main[:min(len(main), 16<<10)]
	for _, name := range wordNames {
		k := bytes.Index(head, []byte(name))
		if k < 0 {
			continue
		}
		at := bytes.LastIndex(head[:k], []byte("xmlns"))
		if at < 0 {
			continue
		}
		bound, _, _ := bytes.Cut(head[at+5:k], []byte("="))
		if bound = bytes.TrimSpace(bytes.TrimPrefix(bound, []byte(":"))); len(bound) > 0 {
			return string(bound) + ":"
		}
		return ""
	}
	return "w:"
}

// side reads the parts beside the document.
func (d *docx) side(dir, base string) (err error) {
	parts := map[string][]byte{}
	for _, name := range [...]string{"styles.xml", "numbering.xml", "settings.xml", "footnotes.xml", "endnotes.xml", "_rels/" + base + ".rels",
		"_rels/footnotes.xml.rels", "_rels/endnotes.xml.rels"} {
		if parts[name], err = d.a.part(path.Join(dir, name)); err != nil {
			return err
		}
	}
	d.styles = d.readStyles(parts["styles.xml"])
	d.lists = d.readLists(parts["numbering.xml"])
	d.bodyRel = d.links(parts["_rels/"+base+".rels"])
	d.rels = d.bodyRel
	d.notes[0] = d.readNotes(parts["footnotes.xml"], "footnote", "1", d.links(parts["_rels/footnotes.xml.rels"]))
	d.notes[1] = d.readNotes(parts["endnotes.xml"], "endnote", "i", d.links(parts["_rels/endnotes.xml.rels"]))
	d.settings(parts["settings.xml"])
	core, err := d.a.part("docProps/core.xml")
	if err != nil {
		return err
	}
	d.t.Meta.properties(newXML(core, d.a.ctx))
	return d.heads(dir)
}

// links are the addresses that a part's list of relations gives.
func (d *docx) links(data []byte) map[string]string {
	out := map[string]string{}
	x := newXML(data, d.a.ctx)
	for k := x.next(); k != xmlEnd; k = x.next() {
		if k == xmlStart && strings.HasSuffix(x.attr("Type"), "/hyperlink") {
			out[x.attr("Id")] = x.attr("Target")
		}
	}
	return out
}

// properties reads what the properties of a document say of its text. When the file was made is not when it was published.
func (m *Meta) properties(x *xmlScanner) {
	for k := x.next(); k != xmlEnd; k = x.next() {
		if k != xmlStart {
			continue
		}
		switch name := string(local(x.tag())); name {
		case "title":
			m.Title = x.allText()
		case "creator", "initial-creator":
			if name == "initial-creator" || len(m.Authors) == 0 {
				m.Authors = nil
				for _, a := range strings.Split(x.allText(), ";") {
					m.author(a)
				}
			}
		case "created", "creation-date":
			m.Created = day(x.allText())
		}
	}
}

// allText is the text of the element whose start tag was read last, in UTF-8, blanks folded.
func (x *xmlScanner) allText() string {
	var b []byte
	for d := x.depth(); x.depth() >= d; {
		switch x.next() {
		case xmlText:
			b = x.appendText(b)
		case xmlEnd:
			return ""
		}
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(string(b), "\uFFFD")), " ")
}
