package text

import (
	"path"
	"slices"
	"strings"
	"unicode"
)

// Running heads and feet stand in parts of their own. They are no text, but may name and date the issue.

// head keeps a line of a running head or foot that says more than a number.
func (t *Text) head(line string) {
	const most, longest = 8, 200
	line = strings.Join(strings.Fields(line), " ")
	if len(t.Heads) >= most || len(line) > longest || !strings.ContainsFunc(line, unicode.IsLetter) || pageNumber([]byte(line)) > 0 || slices.Contains(t.Heads, line) {
		return
	}
	t.Heads = append(t.Heads, line)
}

// heads reads the running heads and feet of a docx, which lie beside the document.
func (d *docx) heads(dir string) error {
	const most = 24 // parts: three for each of a few sections
	var names []string
	for name := range d.a.parts {
		if base := path.Base(name); path.Dir(name) == strings.ToLower(dir) && strings.HasSuffix(base, ".xml") && (strings.HasPrefix(base, "header") || strings.HasPrefix(base, "footer")) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names[:min(len(names), most)] {
		data, err := d.a.part(name)
		if err != nil {
			return err
		}
		d.headLines(newXML(data, d.a.ctx))
	}
	return nil
}

func (d *docx) headLines(x *xmlScanner) {
	var line strings.Builder
	for k := x.next(); k != xmlEnd; k = x.next() {
		switch name := string(d.name(x)); {
		case k == xmlStart && name == "t":
			for k = x.next(); k == xmlText; k = x.next() {
				line.Write(x.appendText(nil))
			}
		case k == xmlStart && name == "tab":
			line.WriteByte(' ')
		case k == xmlClose && name == "p":
			d.t.head(line.String())
			line.Reset()
		}
	}
}

// heads reads the running heads and feet of an odt, which belong to the styles of its pages.
func (d *odt) heads(x *xmlScanner) {
	within := false
	for k := x.next(); k != xmlEnd; k = x.next() {
		switch name := string(x.tag()); {
		case name == "office:master-styles" && k != xmlText:
			within = k == xmlStart
		case within && k == xmlStart && (name == "text:p" || name == "text:h"):
			d.t.head(x.allText())
		}
	}
}
