package text

import (
	"strings"
	"testing"
)

// bookFile makes an EPUB of pages, pairs of a name and the body of the page, and further parts.
func bookFile(t testing.TB, meta string, pages []string, parts ...string) []byte {
	t.Helper()
	var items, spine strings.Builder
	var files []string
	for i := 0; i < len(pages); i += 2 {
		items.WriteString(`<item id="` + pages[i] + `" href="text/` + pages[i] + `" media-type="application/xhtml+xml"/>`)
		spine.WriteString(`<itemref idref="` + pages[i] + `"/>`)
		files = append(files, "OEBPS/text/"+pages[i], `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="x.js"/></head><body>`+pages[i+1]+`</body></html>`)
	}
	all := append([]string{"mimetype", epubKind, "META-INF/container.xml", `<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`,
		"OEBPS/book.opf", `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>` + meta + `</metadata><manifest>` + items.String() +
			`<item id="toc" href="toc.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="toc"/>` + spine.String() + `</spine></package>`,
		"OEBPS/toc.xhtml", `<html><body><p>Contents</p></body></html>`}, files...)
	return pack(t, append(all, parts...)...)
}

func TestEPUB(t *testing.T) {
	for _, c := range []struct {
		name  string
		pages []string
		want  string
	}{
		{"pages in the order of the spine", []string{"b.xhtml", "<h1>B</h1><p>b</p>", "a.xhtml", "<h1>A</h1><p>a</p>"}, "h1: B\np: b\nh1: A\np: a\n"},
		{"notes in the page", []string{"a.xhtml", `<p>A.<a epub:type="noteref" href="#n1">1</a> B.</p><aside epub:type="footnote" id="n1"><p>1. Reuters.</p></aside>`}, "p: A.^{1} B.\nfn 1 <[1]>: Reuters.\n"},
		{"hidden notes", []string{"a.xhtml", `<p>A.<sup><a epub:type="noteref" href="#n1">1</a></sup></p><aside epub:type="footnote" id="n1" hidden="hidden">Reuters. <a href="#r1">↩</a></aside>`}, "p: A.^{1}\nfn 1 <[1]>: Reuters.\n"},
		{"notes in a page of their own", []string{"a.xhtml", `<p>A.<a href="notes.xhtml#n1">1</a></p>`, "b.xhtml", `<p>B.<a href="notes.xhtml#n2">1</a></p>`, "notes.xhtml", `<h2>Notes</h2><ol><li id="n1"><p>One. <a href="a.xhtml#r">back</a></p></li><li id="n2">Two.</li></ol>`},
			"p: A.^{1}\np: B.^{1}\nh2: Notes\nfn 1 <[1]>: One.\nfn 1: Two.\n"},
		{"empty anchors close themselves", []string{"a.xhtml", `<p><a id="p1"/>One <span epub:type="pagebreak" id="p2">17</span>two<br/>three.</p><p>Four<a href="https://e.org">x</a></p>`}, "p: One two\np tight: three.\np: Four{x → https://e.org}\n"},
		{"lists and tables", []string{"a.xhtml", `<ol><li>x</li></ol><ul><li>y</li></ul><table><tr><td>a</td></tr></table>`}, "li 1 <1.>: x\nli: y\ntd: a\n"},
		{"no contents", []string{"a.xhtml", `<nav epub:type="toc"><ol><li><a href="b.xhtml">B</a></li></ol></nav><section role="doc-toc"><p>C</p></section><p>D</p>`}, "p: D\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			compare(t, render(readBytes(t, "x.txt", bookFile(t, "", c.pages))), c.want)
		})
	}
}

func TestEPUBProperties(t *testing.T) {
	page := []string{"a.xhtml", "<h1>T</h1><p>One.</p><p>Two.</p>"}
	x := readBytes(t, "x", bookFile(t, `<dc:title>T</dc:title><dc:creator>A B</dc:creator><dc:publisher>P</dc:publisher><dc:date>2024-05-12</dc:date><meta property="dcterms:modified">2025-01-01T00:00:00Z</meta>`, page))
	if m := x.Meta; m.Title != "T" || len(m.Authors) != 1 || m.Publication != "P" || m.Published != "2024-05-12" || m.Created != "2025-01-01" {
		t.Errorf("got %+v", m)
	}
	if compare(t, string(x.Raw), "T\n\nOne.\n\nTwo."); x.Paragraph(len(x.Raw)-1) != 3 || x.Place(0) != "paragraph 1" {
		t.Errorf("the end stands in paragraph %d", x.Paragraph(len(x.Raw)-1))
	}
	x = readBytes(t, "x", bookFile(t, `<dc:title>Unknown Title</dc:title><dc:creator>Unknown Author</dc:creator><dc:date>2024-05-12T08:00:00Z</dc:date><meta property="dcterms:modified">2024-05-12T08:00:00Z</meta>`, page))
	if m := x.Meta; m.Title != "" || len(m.Authors) != 0 || m.Published != "" || m.Created != "2024-05-12" {
		t.Errorf("what the program wrote for want of knowledge is taken: %+v", m)
	}
}

func TestHostileEPUB(t *testing.T) {
	for _, c := range []struct {
		name string
		raw  []byte
		o    Options
		want string
	}{
		{"no package", pack(t, "mimetype", epubKind, "x", "y"), Options{}, "does not say which of its parts are read"},
		{"protected", bookFile(t, "", []string{"a.xhtml", "<p>x</p>"}, "META-INF/encryption.xml", `<e><CipherReference URI="OEBPS/text/a.xhtml"/></e>`), Options{}, "its pages are encrypted"},
		{"too much text", bookFile(t, "", []string{"a.xhtml", "<p>" + strings.Repeat("words ", 2000) + "</p>"}), Options{MaxText: 8000}, "raise --max-text"},
		{"nested", bookFile(t, "", []string{"a.xhtml", strings.Repeat("<div>", 5000)}), Options{}, "nested more than"},
		{"entities", pack(t, "mimetype", epubKind, epubContainer, `<!DOCTYPE x [<!ENTITY a "b">]><container/>`), Options{}, "does not say"},
		{"no text", bookFile(t, "", []string{"a.xhtml", "<p/>"}), Options{}, ErrEmpty.Error()},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse("x.epub", c.raw, c.o)
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") || !IsFileFault(err) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
	// Fonts may be encrypted, and a path that leads out of the archive leads nowhere.
	raw := bookFile(t, "", []string{"a.xhtml", "<p>x</p>"}, "META-INF/encryption.xml", `<e><CipherReference URI="OEBPS/font.otf"/></e>`, "../../etc/x", "y")
	compare(t, render(readBytes(t, "x", raw)), "p: x\n")
}

func FuzzEPUB(f *testing.F) { fuzzPacked(f, "epub") }

// FuzzEPUBText changes the pages themselves.
func FuzzEPUBText(f *testing.F) {
	f.Add(`<p>A.<a epub:type="noteref" href="b.xhtml#n1">1</a><br/><a id="x"/></p>`, `<aside epub:type="footnote" id="n1" hidden="">1. <sup>R</sup></aside><table><tr><td>x<ol><li>y`)
	f.Fuzz(func(t *testing.T, a, b string) {
		if x, err := Parse("x", bookFile(t, a, []string{"a.xhtml", a, "b.xhtml", b}), Options{Format: "epub", MaxText: 1 << 20}); err == nil {
			checkSpans(t, x)
		}
	})
}
