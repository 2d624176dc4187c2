package text

import (
	"fmt"
	"strconv"
	"strings"
)

// rtfInto is where text goes.
type rtfInto uint8

const (
	intoText rtfInto = iota
	intoFonts
	intoStyles
	intoInfo
	intoNothing
)

// table obeys a word of the tables before the text: fonts, styles, properties.
func (d *rtf) table(name string, n int) {
	switch d.look.into {
	case intoFonts:
		switch name {
		case "fcharset":
			if e := fontEncodings[n]; e != "" {
				d.fonts[d.look.font] = e
			}
		case "cpg":
			if e := pageEncoding(n); e != "" {
				d.fonts[d.look.font] = e
			}
		}
	case intoStyles:
		if name == "s" || name == "outlinelevel" {
			s := d.style[d.look.style]
			s.level = d.look.level
			d.style[d.look.style] = s
		}
	case intoInfo:
		d.property(name)
	}
}

// gather takes text that is none of the document's: the names of styles.
func (d *rtf) gather(s []byte) {
	if d.look.into != intoStyles {
		return
	}
	const longest = 200
	style := d.style[d.look.style]
	if len(style.name) > longest || strings.HasSuffix(style.name, ";") {
		return
	}
	style.name += strings.ToLower(string(s))
	d.style[d.look.style] = style
}

// named is the name of a style without the sign that ends it, and without other names that it has.
func (s rtfStyle) named() string {
	name, _, _ := strings.Cut(s.name, ";")
	name, _, _ = strings.Cut(name, ",")
	return strings.TrimSpace(name)
}

// property reads one of the document's properties, whose name is the word that a group begins with.
func (d *rtf) property(name string) {
	if d.survey {
		return
	}
	m := &d.t.Meta
	switch name {
	case "title":
		m.Title = d.plainGroup()
	case "author":
		for _, a := range strings.Split(d.plainGroup(), ";") {
			m.author(a)
		}
	case "creatim":
		m.Created = d.timeGroup()
	}
}

// plainGroup is the text of the rest of the open group, which ends.
func (d *rtf) plainGroup() string {
	from, to := d.skip()
	return d.plainText(from, to)
}

// plainText is the text of a stretch, blanks folded.
func (d *rtf) plainText(from, to int) string {
	return strings.Join(strings.Fields(string(d.plain(from, to))), " ")
}

// plain is the text of a stretch, a blank line between paragraphs, at most some of it.
func (d *rtf) plain(from, to int) []byte {
	const longest = 4096
	sub := newRTF(&Text{}, d.raw, Options{MaxText: longest, Context: d.ctx})
	sub.fonts, sub.font, sub.page, sub.shallow, sub.depth = d.fonts, d.font, d.page, true, 1
	sub.look.font = d.look.font
	sub.read(from, min(to, from+4*longest))
	return sub.src
}

// timeGroup is the day of a group like \creatim\yr2018\mo5\dy18.
func (d *rtf) timeGroup() string {
	from, to := d.skip()
	l := rtfLexer{s: d.raw[:to], i: from}
	at := map[string]int{}
	for k := l.next(); k != rtfEnd; k = l.next() {
		if k == rtfWord {
			at[string(l.name)] = l.arg
		}
	}
	if y, m, day := at["yr"], at["mo"], at["dy"]; y > 1970 && y < 10_000 && m >= 1 && m <= 12 && day >= 1 && day <= 31 {
		return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
	}
	return ""
}

// instruct reads the instruction of a field: where it leads.
func (d *rtf) instruct(from, to int) {
	if d.survey {
		return
	}
	url := linkOf([]byte(d.plainText(from, to)))
	if url == "" || strings.HasPrefix(url, "#") {
		return
	}
	for i := len(d.stack) - 1; i >= 0; i-- {
		if d.stack[i].field {
			d.stack[i].url = url
			return
		}
	}
}

// takeLabel keeps what a list prints before its item: "1.", "a)", a bullet.
func (d *rtf) takeLabel(from, to int) {
	if d.survey || d.begun {
		return
	}
	label := strings.Trim(d.plainText(from, to), " \t.)(")
	if !labelBytes([]byte(strings.ToLower(label))) {
		label = "•"
	}
	d.listed = label
}

// headLines reads a running head or foot.
func (d *rtf) headLines(from, to int) {
	if d.survey {
		return
	}
	for _, line := range strings.Split(string(d.plain(from, to)), "\n\n") {
		d.t.head(line)
	}
}

// heading is the block that style and level make of a paragraph.
func (d *rtf) heading() Block {
	s := d.style[d.look.style]
	name := s.named()
	if b := styleBlock(name); b.Kind != Para {
		return b
	}
	level := d.look.level
	if level == 0 {
		level = s.level
	}
	if rest, ok := strings.CutPrefix(name, "heading "); ok && level == 0 {
		level, _ = strconv.Atoi(rest)
	}
	if level > 0 {
		return Block{Kind: Heading, Level: level}
	}
	return Block{}
}
