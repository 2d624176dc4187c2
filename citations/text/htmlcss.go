package text

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// Some programs say with classes alone what is raised and what is bold: Google Docs, LibreOffice's EPUB. Of style sheets the rules of single
// classes are read, and of these what bears on text; what they hide is left alone, for a script may show it.

// classLook is what the rules of a class say of text.
type classLook struct{ raised, bold bool }

// longestSheet is the most of a style sheet that is read, in bytes.
const longestSheet = 1 << 20

// styleSheet takes the rules of a style sheet.
func (p *page) styleSheet(s []byte) {
	s = s[:min(len(s), longestSheet)]
	for len(s) > 0 {
		open := bytes.IndexByte(s, '{')
		if open < 0 {
			return
		}
		end := bytes.IndexByte(s[open:], '}')
		if end < 0 {
			return
		}
		p.bottomOf(string(bytes.TrimSpace(s[:open])), s[open+1:open+end])
		if look := lookOf(s[open+1 : open+end]); look != (classLook{}) {
			for _, selector := range bytes.Split(s[:open], []byte(",")) {
				p.ruleFor(string(bytes.TrimSpace(selector)), look)
			}
		}
		s = s[open+end+1:]
	}
}

// ruleFor notes what a rule says of a class: ".c1", "span.c1".
func (p *page) ruleFor(selector string, look classLook) {
	_, name, ok := strings.Cut(selector, ".")
	if !ok || name == "" || strings.ContainsAny(name, " .:>+~[#*") {
		return
	}
	if p.looks == nil {
		p.looks = map[string]classLook{}
	}
	old := p.looks[name]
	p.looks[name] = classLook{raised: old.raised || look.raised, bold: old.bold || look.bold}
}

// bottomOf takes how high a line stands on its page, which pdf2htmlEX writes as a class: ".y1f{bottom:700.5px;}".
func (p *page) bottomOf(selector string, declarations []byte) {
	const most = 100_000 // lines
	name, ok := strings.CutPrefix(selector, ".y")
	value, is := bytes.CutPrefix(bytes.TrimSpace(declarations), []byte("bottom:"))
	if !ok || !is || name == "" || strings.Trim(name, "0123456789abcdef") != "" || len(p.bottoms) >= most {
		return
	}
	if v, err := strconv.ParseFloat(string(bytes.TrimRight(value, "ptx; ")), 64); err == nil && v >= 0 && v < 1e5 {
		if p.bottoms == nil {
			p.bottoms = map[string]int{}
		}
		p.bottoms["y"+name] = int(v)
	}
}

// lookOf reads the declarations of a rule or of a style attribute.
func lookOf(declarations []byte) (look classLook) {
	for _, d := range bytes.Split(declarations, []byte(";")) {
		key, value, _ := bytes.Cut(d, []byte(":"))
		v := string(bytes.TrimSpace(bytes.ToLower(value)))
		switch string(bytes.TrimSpace(bytes.ToLower(key))) {
		case "vertical-align":
			look.raised = look.raised || v == "super" || raisedBy(v)
		case "top": // LibreOffice
			look.raised = look.raised || strings.HasPrefix(v, "-") && raisedBy(v[1:])
		case "font-weight":
			n, _ := strconv.Atoi(v)
			look.bold = v == "bold" || n >= 600
		}
	}
	return look
}

// raisedBy reads "33%", "0.4em", "4pt": a rise that makes a superscript.
func raisedBy(v string) bool {
	digits := strings.TrimRight(v, "%abcdefghijklmnopqrstuvwxyz")
	n, err := strconv.ParseFloat(digits, 64)
	switch v[len(digits):] {
	case "%":
		return err == nil && n >= 20
	case "em", "ex", "rem":
		return err == nil && n >= 0.2
	case "pt", "px":
		return err == nil && n >= 2
	}
	return false
}

// classed is what the classes of an element say of its text.
func (p *page) classed(n *html.Node) (look classLook) {
	if p.looks == nil {
		return look
	}
	for _, w := range strings.Fields(attr(n, "class")) {
		k := p.looks[w]
		look = classLook{raised: look.raised || k.raised, bold: look.bold || k.bold}
	}
	return look
}
