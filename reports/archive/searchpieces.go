package archive

import (
	"encoding/json"
	"html"
	"strconv"

	"example.org/verify/reports"
)

// docHead is a document as the search shows it.
type docHead struct{ title, href, published, name string }

func headOf(i *Item) docHead {
	h := docHead{title: reports.Visible(i.Title), published: reports.Visible(i.Published), name: reports.Visible(i.Name)}
	if i.Page {
		h.href = "../" + PagesFolder + "/" + i.Revision.Rev + ".html"
	}
	return h
}

// json begins ["title","address of its page","published","file",[claims…]].
func (h *docHead) json() []byte {
	b := []byte{'['}
	for _, s := range []string{h.title, h.href, h.published, h.name} {
		b = append(appendEscaped(b, s), ',')
	}
	return append(b, '[')
}

// html begins a document of a plain page, which lies a folder deeper than the search.
func (h *docHead) html() []byte {
	b := []byte(`<h2 dir="auto">`)
	if h.href != "" {
		b = append(append(append(b, `<a href="../`...), html.EscapeString(h.href)...), `">`...)
	}
	b = append(b, html.EscapeString(h.title)...)
	if h.href != "" {
		b = append(b, "</a>"...)
	}
	b = append(append(b, "</h2>\n<p class=\"note\">"...), html.EscapeString(h.published)...)
	if h.published != "" {
		b = append(b, " · "...)
	}
	return append(append(append(b, `<bdi>`...), html.EscapeString(h.name)...), "</bdi></p>\n<ol class=\"claims\">\n"...)
}

// appendJSON writes ["a1.c3",origins,"grade","text"].
func (h *hit) appendJSON(b []byte) []byte {
	b = append(append(b, `["`...), h.id...)
	b = strconv.AppendInt(append(b, `",`...), int64(h.origins), 10)
	b = appendEscaped(append(b, ','), h.grade)
	return append(appendEscaped(append(b, ','), h.text), ']')
}

// appendHTML writes an item of a plain page.
func (h *hit) appendHTML(b []byte, href string) []byte {
	b = append(b, `<li>`...)
	if href != "" {
		b = append(append(append(append(append(b, `<a href="../`...), html.EscapeString(href)...), '#'), h.id...), `" dir="auto">`...)
	} else {
		b = append(b, `<span dir="auto">`...)
	}
	b = append(b, html.EscapeString(h.text)...)
	if href != "" {
		b = append(b, "</a>"...)
	} else {
		b = append(b, "</span>"...)
	}
	b = append(append(b, " <small>"...), h.mark()...)
	return append(b, "</small></li>\n"...)
}

// mark says what a claim rests on. The script of the search has the same words.
func (h *hit) mark() string {
	mark := ""
	switch h.origins {
	case unsourced:
		mark = "no source given"
	case 0:
		mark = "no origin that stands"
	case 1:
		mark = "1 origin"
	default:
		mark = strconv.Itoa(h.origins) + " origins"
	}
	if h.grade != "" {
		mark += ", grade " + html.EscapeString(h.grade)
	}
	return mark
}

// pieces parts the claims of a document into pieces that each fit into a file, and have the document's head.
type pieces struct {
	head []byte
	tail string
	list []piece
	b    []byte
	n    int
}

func (p *pieces) add(item []byte) {
	if p.n > 0 && len(p.b)+len(item)+len(p.tail) > shardMost {
		p.cut()
	}
	if p.n == 0 {
		p.b = append(p.b, p.head...)
	} else if item[0] == '[' {
		p.b = append(p.b, ',')
	}
	p.b = append(p.b, item...)
	p.n++
}

func (p *pieces) cut() {
	p.list = append(p.list, piece{append(p.b, p.tail...), p.n})
	p.b, p.n = nil, 0
}

func (p *pieces) end() []piece {
	if p.n > 0 {
		p.cut()
	}
	return p.list
}

// appendEscaped writes a string as JSON that may stand in a script: <, >, & and the line ends of Unicode are escaped.
func appendEscaped(b []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			text, _ := json.Marshal(s) // a string cannot fail
			return append(b, text...)
		}
	}
	return append(append(append(b, '"'), s...), '"')
}
