package page

import (
	"bytes"
	"fmt"
	"html"
	"net/http"
	"strings"

	"example.org/verify/citations/text"
)

// ReadAny reads a web page or, known by its content, a document: PDF, Word, OpenDocument, RTF, EPUB. An error says what else it is, or what is wrong
// with the document.
func ReadAny(raw []byte, o Options) (*Page, error) {
	kind, _, _ := strings.Cut(http.DetectContentType(raw), ";")
	switch {
	case kind == "application/pdf", kind == "application/zip", bytes.HasPrefix(raw, []byte(`{\rtf`)):
		return readDocument(raw, o)
	case strings.HasPrefix(kind, "text/"), kind == "application/octet-stream": // what is damaged may still be read
		return Read(raw, o), nil
	}
	return nil, fmt.Errorf("it is %s, which has no text to read", kind)
}

// readDocument lays a document out as a page that says of itself what the document does, and reads that: dates, agencies and corrections are
// found in it as in any other.
func readDocument(raw []byte, o Options) (*Page, error) {
	t, err := text.Parse("", raw, text.Options{})
	if err != nil {
		return nil, err
	}
	if !t.Extracted() {
		return nil, fmt.Errorf("it is packed, and no document that is known (%s)", t.Format)
	}
	p := Read(laidOut(t), o)
	p.Charset = ""
	p.Notices = append(p.Notices, t.Notices...)
	p.Notices = append(p.Notices, "read from a document: "+t.Format)
	return p, nil
}

// elements are those that stand for the kinds of blocks.
var elements = map[text.BlockKind]string{text.Heading: "h2", text.Item: "li", text.Quote: "blockquote", text.Caption: "figcaption"}

func laidOut(t *text.Text) []byte {
	var b strings.Builder
	element := func(name, content string) { fmt.Fprintf(&b, "<%s>%s</%s>\n", name, html.EscapeString(content), name) }
	b.WriteString("\ufeff<!DOCTYPE html><html><head>")
	title := t.Meta.Title
	if title == "" && len(t.Blocks) > 0 {
		title = t.Slice(t.Blocks[0].Range)
	}
	element("title", title)
	for _, a := range t.Meta.Authors {
		fmt.Fprintf(&b, "<meta name=\"author\" content=\"%s\">", html.EscapeString(a))
	}
	b.WriteString("</head><body><article>\n")
	for i := range t.Blocks {
		if t.Blocks[i].Kind == text.Footnote {
			continue // what a page refers to is no evidence, and names agencies that it has not its text from
		}
		name := elements[t.Blocks[i].Kind]
		switch {
		case i == 0:
			name = "h1"
		case name == "":
			name = "p"
		}
		element(name, t.Slice(t.Blocks[i].Range))
	}
	b.WriteString("</article></body></html>\n")
	return []byte(b.String())
}
