package text

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// An odt is a zip archive of XML parts (OASIS Open Document Format): content.xml with the text and the styles made for it, styles.xml with
// the named styles, meta.xml. Notes stand in the text where they are referred to, with the labels that they were printed with;
// what was deleted stands in a list of changes at the start.

// odtKind is what the first entry of the archive says, unpacked.
const odtKind = "application/vnd.oasis.opendocument.text"

func holdsODT(raw []byte) bool {
	return isZip(raw) && bytes.Contains(raw[:min(len(raw), 256)], []byte(odtKind))
}

// odt is a document being read.
type odt struct {
	*flow
	styles map[odtName]*odtStyle
	lists  map[string][]wordLevel // by style
	counts map[string][]int       // by style: the number of each level's last item
	nests  []nest
	queue  []odtNote
	made   [2]int // notes that had no label of their own
	plan   plan
	bold   bool
	super  bool
	boxes  [][]byte
	depth  int
	item   *string // the label that the next paragraph prints; nil where it is none of a list
	first  string  // Label of the item being written
}

// odtNote is a note that was referred to.
type odtNote struct {
	label string
	body  []byte
	end   bool // an endnote
}

// nest is a list around the text being read.
type nest struct {
	style string
	level int
}

func readODT(t *Text, raw []byte, o Options) error {
	a, err := openArchive(raw, o)
	if err != nil {
		return err
	}
	parts := map[string][]byte{}
	for _, name := range [...]string{"META-INF/manifest.xml", "content.xml", "styles.xml", "meta.xml"} {
		if parts[name], err = a.part(name); err != nil {
			return err
		}
	}
	if bytes.Contains(parts["META-INF/manifest.xml"], []byte("encryption-data")) {
		return faultf("it is encrypted: take its password off in the program that made it, and save it again")
	}
	content := parts["content.xml"]
	if content == nil {
		return faultf("it is no odt: it holds no content.xml")
	}
	d := &odt{flow: newFlow(t, o), styles: map[odtName]*odtStyle{}, lists: map[string][]wordLevel{}, counts: map[string][]int{}}
	d.readStyles(newXML(parts["styles.xml"], o.Context))
	d.readStyles(newXML(content, o.Context))
	d.heads(newXML(parts["styles.xml"], o.Context))
	for _, name := range slices.SortedFunc(maps.Keys(d.styles), odtName.compare) { // parents may go in a circle
		d.settle(d.styles[name], 0)
	}
	t.Meta.properties(newXML(parts["meta.xml"], o.Context))
	d.reserve(len(content) / 4)
	if err := d.content(content, o); err != nil {
		return err
	}
	d.flushNotes()
	return d.done()
}

// content writes the document.
func (d *odt) content(data []byte, o Options) error {
	d.survey(data)
	x := newXML(data, o.Context)
	for k := x.next(); k != xmlEnd; k = x.next() {
		if k == xmlStart && string(x.tag()) == "office:text" {
			d.blocks(x, x.depth())
		}
	}
	if x.err != nil {
		return x.err
	}
	return d.err
}

// survey finds how many titles there are. It goes from one paragraph to the next and reads nothing else; what is damaged, content meets.
func (d *odt) survey(data []byte) {
	newXML(data, d.ctx).eachTag("text:p", func(x *xmlScanner, _ int) {
		if d.style(x, ofParagraph).name == "title" {
			d.plan.titles++
		}
	})
	first := 0 // where the first heading of the first level begins
	newXML(data, d.ctx).eachTag("text:h", func(x *xmlScanner, at int) {
		if string(x.value("text:outline-level")) == "1" {
			if d.plan.ones++; first == 0 {
				first = at
			}
		}
	})
	d.plan.decide(func() int {
		x := newXML(data[:first], d.ctx)
		for k := x.next(); k != xmlEnd; k = x.next() {
			if k == xmlStart && string(x.tag()) == "office:text" {
				break
			}
		}
		return x.textUpTo(aTitlesTime + 1)
	})
}

// odtStyle is what a style says of paragraphs and characters. 0 leaves a thing to its parent.
type odtStyle struct {
	charStyle
	name   string // the one that it is shown under, in lower case
	family string // ofText, ofParagraph or another
	parent string
	done   bool // what it leaves to its parent has been taken in
}

var noStyle = &odtStyle{}

// style is the style of the element whose start tag was read last. One that the document uses and does not define is known by its name.
func (d *odt) style(x *xmlScanner, family string) *odtStyle {
	name := x.value("text:style-name")
	if len(name) == 0 {
		return noStyle
	}
	s := d.styles[odtName{family, string(name)}]
	if s == nil {
		s = &odtStyle{name: shownName(string(name))}
		d.styles[odtName{family, string(name)}] = s
	}
	return s
}

// odtName names a style: one of paragraphs and one of text may have the same.
type odtName struct{ family, name string }

func (n odtName) compare(m odtName) int {
	return cmp.Or(strings.Compare(n.family, m.family), strings.Compare(n.name, m.name))
}

const ofText, ofParagraph = "text", "paragraph"

func shownName(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, "_20_", " "))
}

// readStyles reads the styles of a part: of paragraphs, characters and lists.
func (d *odt) readStyles(x *xmlScanner) {
	var s *odtStyle
	list := ""
	for k := x.next(); k != xmlEnd; k = x.next() {
		if k != xmlStart {
			continue
		}
		switch string(x.tag()) {
		case "office:body": // no style stands behind it
			return
		case "office:master-styles":
			x.skipElement()
		case "style:style":
			s = newODTStyle(x)
			d.styles[odtName{s.family, x.attr("style:name")}] = s
		case "style:text-properties":
			if s != nil {
				s.properties(x)
			}
		case "style:default-style":
			s = nil
		case "text:list-style":
			list = x.attr("style:name")
			d.lists[list] = nil
		case "text:list-level-style-number", "text:list-level-style-bullet", "text:list-level-style-image":
			d.lists[list] = append(d.lists[list], odtLevel(x))
		case "text:outline-style", "text:notes-configuration":
			x.skipElement()
		}
	}
}

func newODTStyle(x *xmlScanner) *odtStyle {
	name := x.attr("style:display-name")
	if name == "" {
		name = x.attr("style:name")
	}
	return &odtStyle{name: shownName(name), family: x.attr("style:family"), parent: x.attr("style:parent-style-name")}
}

func (s *odtStyle) properties(x *xmlScanner) {
	switch w := x.attr("fo:font-weight"); {
	case w == "bold", len(w) == 3 && w >= "600":
		s.bold = 1
	case w != "":
		s.bold = -1
	}
	if p := x.attr("style:text-position"); p != "" {
		s.raised = -1
		if strings.HasPrefix(p, "super") || p[0] >= '1' && p[0] <= '9' {
			s.raised = 1
		}
	}
	switch x.attr("text:display") {
	case "none":
		s.hidden = 1
	case "true":
		s.hidden = -1
	}
}

func odtLevel(x *xmlScanner) wordLevel {
	l := wordLevel{start: 1}
	if string(x.tag()) != "text:list-level-style-number" {
		return l
	}
	if l.format = x.attr("style:num-format"); l.format == "" {
		return l
	}
	if n, err := strconv.Atoi(x.attr("text:start-value")); err == nil {
		l.start = n
	}
	return l
}

// settle takes what a style leaves open from its parent.
func (d *odt) settle(s *odtStyle, depth int) {
	const deepest = 32
	if s.done || depth > deepest {
		return
	}
	s.done = true
	p := d.styles[odtName{s.family, s.parent}]
	switch {
	case p == s || s.parent == "":
		return
	case p == nil: // a style that the program knows and the document does not define
		p = &odtStyle{name: shownName(s.parent), done: true}
	}
	d.settle(p, depth+1)
	s.inherit(p.charStyle)
	if !namedStyle(s.name) && namedStyle(p.name) {
		s.name = p.name
	}
}
