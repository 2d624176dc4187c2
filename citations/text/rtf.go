package text

import (
	"bytes"
	"strings"
)

// RTF (Rich Text Format Specification 1.9.1, Microsoft 2008) is text with control words in groups of braces. A group ends what was set in it; some
// groups are destinations, which hold what is no running text: fonts, styles, properties, notes, pictures. What spans count in is the extracted
// text, as of docx.

// deepestRTF bounds how deep groups are nested: what programs write stays below 30.
const deepestRTF = 1000

// holdsRTF knows the file by its first control word.
func holdsRTF(raw []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(raw[:min(len(raw), 64)], []byte("\uFEFF")), " \t\r\n"), []byte(`{\rtf`))
}

// rtf is a document being read.
type rtf struct {
	*flow
	raw   []byte
	lex   rtfLexer
	fonts map[int]string // encodings by font
	page  string         // the encoding of the document
	font  int            // that text has which names none
	style map[int]rtfStyle
	look  rtfLook
	stack []rtfGroup

	bytes    []byte // text of the encoding in text, still to be decoded
	encoding string
	high     rune        // the first half of a pair that \u gives in two
	begun    bool        // a paragraph is open
	listed   string      // what the list prints before the next paragraph
	rules    [2]noteRule // of footnotes, endnotes
	number   [2]int      // of the next
	auto     bool        // the number of a note stands right before
	queue    []rtfPart
	boxes    []rtfPart
	depth    int // of parts within parts: notes, text boxes
	plan     plan
	survey   bool // only what a plan needs is looked for
	shallow  bool // only running text is: the instruction of a field, the label of a list
	long     int  // bytes of text above the first heading
}

// rtfLook is how text is set: what a group gives back when it ends.
type rtfLook struct {
	into   rtfInto
	font   int
	unit   int // how many characters stand for one that \u gives
	bold   bool
	raised bool
	hidden bool
	gone   bool // a deletion that was tracked

	// of the paragraph
	style, level int // level of a heading, from 1
	cell         bool
}

// rtfGroup is what a group that is open gives back, and what it is.
type rtfGroup struct {
	look  rtfLook
	link  bool   // the result of a field
	at    int    // where it begins in the text written
	url   string // of a field
	field bool
}

// rtfPart is a note or text box that stands in the text and is written behind it.
type rtfPart struct {
	from, to int
	look     rtfLook
	label    string
	end      bool // an endnote
}

// rtfStyle is what a style says of its paragraphs.
type rtfStyle struct {
	name  string // in lower case
	level int
}

func readRTF(t *Text, raw []byte, o Options) error {
	if !holdsRTF(raw) {
		return faultf(`it is no RTF: it does not begin with {\rtf`)
	}
	plan, err := surveyRTF(raw, o)
	if err != nil {
		return err
	}
	d := newRTF(t, raw, o)
	d.plan = plan
	if err := d.content(); err != nil {
		return err
	}
	d.flushNotes()
	return d.done()
}

func newRTF(t *Text, raw []byte, o Options) *rtf {
	return &rtf{flow: newFlow(t, o), raw: raw, fonts: map[int]string{}, page: "windows-1252", style: map[int]rtfStyle{}, look: rtfLook{unit: 1},
		rules: [2]noteRule{{format: "1", start: 1}, {format: "i", start: 1}}, number: [2]int{1, 1}}
}

// surveyRTF finds how many titles and headings there are.
func surveyRTF(raw []byte, o Options) (plan, error) {
	d := newRTF(&Text{}, raw, o)
	d.survey = true
	err := d.content()
	d.plan.decide(func() int { return d.long })
	return d.plan, err
}

// content reads the whole file.
func (d *rtf) content() error {
	d.t.Encoding = "utf-8"
	d.read(0, len(d.raw))
	if len(d.stack) > 0 && d.err == nil {
		d.t.Notices = append(d.t.Notices, "it is cut off: what stands before the cut was read")
	}
	d.stack = nil
	return d.err
}

// read reads a stretch of the file.
func (d *rtf) read(from, to int) {
	saved := d.lex
	d.lex = rtfLexer{s: d.raw[:to], i: from}
	for n := 0; d.err == nil; n++ {
		if n%4096 == 0 && d.ctx.Err() != nil {
			d.err = d.ctx.Err()
		}
		k := d.lex.next()
		if k == rtfEnd {
			break
		}
		d.token(k)
	}
	d.endText()
	d.lex = saved
}

func (d *rtf) token(k rtfKind) {
	switch k {
	case rtfOpen:
		d.openGroup()
	case rtfClose:
		d.closeGroup()
	case rtfText:
		d.characters(d.lex.text)
	case rtfByte:
		d.characters(d.lex.text)
	case rtfWord:
		d.word(string(d.lex.name), d.lex.arg, d.lex.hasArg)
	}
}

func (d *rtf) openGroup() {
	d.endText()
	if len(d.stack) >= deepestRTF {
		d.err = faultf("its groups are nested more than %d deep: that is no article", deepestRTF)
		return
	}
	d.stack = append(d.stack, rtfGroup{look: d.look})
	if starred, name := d.lex.peek(); name != "" {
		d.destination(name, starred)
	}
}

func (d *rtf) closeGroup() {
	d.endText()
	n := len(d.stack) - 1
	if n < 0 {
		return
	}
	g := d.stack[n]
	d.stack = d.stack[:n]
	if g.link && n > 0 && d.stack[n-1].url != "" && d.out != nil {
		d.link(g.at, d.stack[n-1].url)
	}
	d.look = g.look
}

// skip moves behind the group that was opened last, and gives where what stands in it begins and ends.
func (d *rtf) skip() (from, to int) {
	from = d.lex.i
	for depth := 1; depth > 0; {
		to = d.lex.i
		switch d.lex.next() {
		case rtfEnd:
			depth, to = 0, len(d.lex.s)
		case rtfOpen:
			depth++
		case rtfClose:
			depth--
		}
	}
	d.look = d.stack[len(d.stack)-1].look
	d.stack = d.stack[:len(d.stack)-1]
	return from, to
}

// rtfSkipped are the destinations that hold no text.
var rtfSkipped = wordSet(`colortbl pict objdata nonshppict shppict annotation atnid atnauthor atndate atnref atnparent atnicn atrfstart atrfend xe tc tcn rxe revtbl rsidtbl generator
	listtable listoverridetable listpicture filetbl themedata colorschememapping latentstyles datastore xmlnstbl pgdsctbl bkmkstart bkmkend mmathPr wgrffmtfilter
	userprops doccomm keywords subject operator manager company category comment hlinkbase sn sv sp shprslt ftnsep ftnsepc aftnsep aftnsepc ftncn aftncn pnseclvl template
	passwordhash fldtype datafield formfield ffname ffl ffdeftext objclass objname objalias objsect falt panose fname fontemb fontfile private blipuid nesttableprops
	nonesttables expandedcolortbl listname docvar do background defchp defpap`)

// destination enters the group whose first word is name.
func (d *rtf) destination(name string, starred bool) {
	if d.shallow {
		if starred || rtfSkipped[name] || rtfDeep[name] {
			d.skip()
		}
		return
	}
	g := &d.stack[len(d.stack)-1]
	switch name {
	case "fonttbl":
		d.look.into = intoFonts
	case "stylesheet":
		d.look.into = intoStyles
	case "info":
		d.look.into = intoInfo
	case "footnote":
		d.takeNote()
	case "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf":
		d.headLines(d.skip())
	case "listtext", "pntext":
		d.takeLabel(d.skip())
	case "field":
		g.field = true
	case "fldinst":
		d.instruct(d.skip())
	case "fldrslt":
		g.link, g.at = true, len(d.out)
	case "shptxt":
		if from, to := d.skip(); d.depth == 0 {
			d.boxes = append(d.boxes, rtfPart{from: from, to: to, look: rtfLook{unit: 1, font: d.font}})
		}
	case "shpinst":
	case "upr": // the text for old readers; \ud holds it as it is
		d.look.into = intoNothing
	case "ud":
		if n := len(d.stack); n > 1 {
			d.look.into = d.stack[n-2].look.into
		}
	default:
		if starred || rtfSkipped[name] {
			d.skip()
		}
	}
}

// rtfDeep are the destinations that hold text of another kind than what is around them.
var rtfDeep = wordSet(`fonttbl stylesheet info footnote header headerl headerr headerf footer footerl footerr footerf listtext pntext fldinst shptxt`)

// characters takes bytes of text.
func (d *rtf) characters(s []byte) {
	if d.look.into != intoText {
		d.gather(s)
		return
	}
	if d.look.hidden || d.look.gone {
		return
	}
	if e := d.textEncoding(); e != d.encoding {
		d.endText()
		d.encoding = e
	}
	d.bytes = append(d.bytes, s...)
}

// textEncoding is the encoding of the font that text is set in.
func (d *rtf) textEncoding() string {
	if e := d.fonts[d.look.font]; e != "" {
		return e
	}
	return d.page
}

// endText writes the bytes that wait to be decoded.
func (d *rtf) endText() {
	if len(d.bytes) == 0 {
		return
	}
	s := decodeRTF(d.bytes, d.encoding)
	d.bytes = d.bytes[:0]
	d.put(s)
}

// put writes text.
func (d *rtf) put(s []byte) {
	if d.look.into != intoText {
		d.gather(s)
		return
	}
	if d.look.hidden || d.look.gone || len(s) == 0 {
		return
	}
	if d.survey {
		d.count(s)
		return
	}
	if !d.begun {
		if len(bytes.TrimLeft(s, " \t")) == 0 {
			return
		}
		d.openParagraph()
	}
	d.auto = false
	if d.look.raised {
		if d.note != "" && d.ink == 0 && strings.TrimSpace(string(s)) == d.note {
			return // the note's own mark
		}
		d.raised(s, d.look.bold)
		return
	}
	d.supers = false
	d.write(s, d.look.bold)
}

// count counts what a plan needs.
func (d *rtf) count(s []byte) {
	if !d.begun && len(bytes.TrimSpace(s)) > 0 && d.depth == 0 {
		d.begun = true
		switch b := d.heading(); {
		case d.style[d.look.style].named() == "title":
			d.plan.titles++
		case b.Kind == Heading && b.Level == 1:
			d.plan.ones++
		}
	}
	if d.plan.ones == 0 {
		d.long += len(s)
	}
}
