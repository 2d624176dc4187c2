package text

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// pack makes a zip archive of names and contents.
func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: parts[i], Method: zip.Deflate})
		if parts[i] == "mimetype" {
			w, err = z.CreateHeader(&zip.FileHeader{Name: parts[i], Method: zip.Store})
		}
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(parts[i+1]))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// wordFile makes a docx of the body of a document and further parts.
func wordFile(t testing.TB, body string, parts ...string) []byte {
	t.Helper()
	all := []string{"[Content_Types].xml", `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"word/document.xml", `<?xml version="1.0"?><w:document ` + wordSpace + `><w:body>` + body + `</w:body></w:document>`}
	return pack(t, append(all, parts...)...)
}

func odtFile(t testing.TB, body string, parts ...string) []byte {
	t.Helper()
	all := []string{"mimetype", odtKind, "content.xml", `<?xml version="1.0"?><office:document-content><office:automatic-styles>` +
		`<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>` +
		`<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>` +
		`<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-number text:level="2" style:num-format="a"/></text:list-style>` +
		`</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`}
	return pack(t, append(all, parts...)...)
}

const wordNotesPart = `<w:footnotes ` + wordSpace + `><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>sep</w:t></w:r></w:p></w:footnote>` +
	`<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Seven.</w:t></w:r></w:p><w:p><w:r><w:t>More.</w:t></w:r></w:p></w:footnote>` +
	`<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Two, </w:t></w:r><w:hyperlink r:id="rId1"><w:r><w:t>here</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p></w:footnote></w:footnotes>`

func run(s string) string {
	return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>`
}

func refer(kind, id string) string {
	return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:` + kind + `Reference w:id="` + id + `"/></w:r>`
}

func TestDocx(t *testing.T) {
	styles := []string{"word/styles.xml", `<w:styles ` + wordSpace + `><w:style w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Mine"><w:basedOn w:val="H1"/><w:name w:val="Mine"/></w:style><w:style w:styleId="Q"><w:name w:val="Intense Quote"/></w:style><w:style w:styleId="Ref"><w:name w:val="Ref"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`}
	notes := []string{"word/footnotes.xml", wordNotesPart, "word/_rels/footnotes.xml.rels", `<Relationships><Relationship Id="rId1" Type="http://x/hyperlink" Target="https://notes.org"/></Relationships>`,
		"word/_rels/document.xml.rels", `<Relationships><Relationship Id="rId1" Type="http://x/hyperlink" Target="https://text.org"/></Relationships>`}
	numbering := []string{"word/numbering.xml", `<w:numbering ` + wordSpace + `><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num></w:numbering>`}
	item := func(num, level, s string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + num + `"/></w:numPr></w:pPr>` + run(s) + `</w:p>`
	}
	styled := func(id, s string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + id + `"/></w:pPr>` + run(s) + `</w:p>`
	}
	for _, c := range []struct {
		name, in string
		parts    []string
		want     string
	}{
		{"runs", `<w:p>` + run("One ") + `<w:r><w:rPr><w:b/></w:rPr><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>a</w:t><w:softHyphen/><w:t>b &amp; &#169;</w:t></w:r></w:p>`, nil, "p: One two three-ab & ©\n"},
		{"styles", styled("T", "A") + styled("H1", "B") + styled("Mine", "C") + styled("Q", "D"), styles, "h1: A\nh2: B\nh2: C\nq: D\n"},
		{"notes by order", `<w:p>` + run("A") + refer("footnote", "7") + run(" b") + refer("footnote", "2") + `</w:p>`, notes, "p: A^{1} b^{2}\nfn 1 <[1]>: Seven.\nfn 1: More.\nfn 2 <[2]>: Two, {here → https://notes.org}.\n"},
		{"roman, restarting", `<w:p><w:pPr><w:sectPr><w:footnotePr><w:numFmt w:val="lowerRoman"/><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr></w:pPr>` + run("A") + refer("footnote", "7") + `</w:p><w:p>` + run("B") + refer("footnote", "2") + `</w:p><w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>`, notes,
			"p: A^{i}\np: B^{1}\nfn i <[i]>: Seven.\nfn i: More.\nfn 1 <[1]>: Two, {here → https://notes.org}.\n"},
		{"a mark of its own", `<w:p>` + run("A") + `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>` + run(" b") + refer("footnote", "7") + `</w:p>`, notes, "p: A^{*} b^{1}\nfn * <[*]>: Two, {here → https://notes.org}.\nfn 1 <[1]>: Seven.\nfn 1: More.\n"},
		{"a mark of its own, typed in the note too", `<w:p>` + run("A") + `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="4"/><w:t>*</w:t></w:r></w:p>`,
			[]string{"word/footnotes.xml", `<w:footnotes ` + wordSpace + `><w:footnote w:id="4"><w:p><w:r><w:t>*</w:t></w:r>` + run(" Own.") + `</w:p></w:footnote></w:footnotes>`}, "p: A^{*}\nfn * <[*]>: Own.\n"},
		{"nested tables, fields to notes, ruby, a link by way of Google", `<w:tbl><w:tr><w:tc><w:p>` + run("a") + `</w:p><w:tbl><w:tr><w:tc><w:p>` + run("b") + `</w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl><w:p>` + run("See note ") +
			`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NOTEREF _R \h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run("4") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` +
			`<w:r><w:ruby><w:rt>` + run("kan") + `</w:rt><w:rubyBase>` + run("漢") + `</w:rubyBase></w:ruby></w:r> <w:hyperlink r:id="g">` + run("here") + `</w:hyperlink></w:p>`,
			[]string{"word/_rels/document.xml.rels", `<Relationships><Relationship Id="g" Type="http://x/hyperlink" Target="https://www.google.com/url?q=https://e.org/a&amp;sa=D"/></Relationships>`}, "td: a\ntd: b\np: See note 4漢{here → https://e.org/a}\n"},
		{"links", `<w:p><w:hyperlink r:id="rId1">` + run("one") + `</w:hyperlink>` + run(" ") + `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://f.org" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run("two") + `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, notes, "p: {one → https://text.org} {two → https://f.org}\n"},
		{"tracked changes", `<w:p>` + run("Kept") + `<w:ins>` + run(" in") + `</w:ins><w:del><w:r><w:delText> out</w:delText></w:r></w:del><w:moveFrom>` + run(" moved") + `</w:moveFrom></w:p><w:p><w:moveTo>` + run("moved") + `</w:moveTo><w:commentRangeStart w:id="1"/>` + run(" on") + `<w:commentRangeEnd w:id="1"/></w:p>`, nil, "p: Kept in\np: moved on\n"},
		{"a deleted paragraph end", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + run("One ") + `</w:p><w:p>` + run("two.") + `</w:p>`, nil, "p: One two.\n"},
		{"superscripts", `<w:p>` + run("20 km") + `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>` + run(", A") + `<w:r><w:rPr><w:rStyle w:val="Ref"/></w:rPr><w:t>1</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Ref"/></w:rPr><w:t>2</w:t></w:r></w:p>`, styles, "p: 20 km^{2}, A^{12}\n"},
		{"lists", item("5", "0", "x") + item("5", "1", "y") + item("5", "0", "z") + item("5", "1", "u") + item("6", "0", "v"), numbering, "li 1 <1.>: x\nli a <a.>: y\nli 2 <2.>: z\nli a <a.>: u\nli: v\n"},
		{"table", `<w:tbl><w:tr><w:tc><w:p>` + run("a") + `</w:p></w:tc><w:tc><w:p>` + run("b") + `</w:p></w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>` + run("gone") + `</w:p></w:tc></w:tr></w:tbl>`, nil, "td: a\ntd: b\n"},
		{"text box once", `<w:p>` + run("Before ") + `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent><w:p>` + run("box") + `</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p>` + run("box") + `</w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>` + run("after") + `</w:p>`, nil, "p: Before after\np: box\n"},
		{"line breaks", `<w:p>` + run("Jane Roe") + `<w:r><w:br/></w:r>` + run("Velm") + `</w:p>`, nil, "p: Jane Roe\np tight: Velm\n"},
		{"contents and hidden text", `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p>` + run("Contents") + `</w:p></w:sdtContent></w:sdt><w:p>` + run("A") + `<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>`, nil, "p: A\n"},
		{"notes stay with their article", styled("H1", "A") + `<w:p>` + run("a") + refer("footnote", "2") + `</w:p>` + styled("H1", "B") + `<w:p>` + run("b") + refer("footnote", "7") + `</w:p>`, append(notes, styles...),
			"h1: A\np: a^{1}\nfn 1 <[1]>: Two, {here → https://notes.org}.\nh1: B\np: b^{2}\nfn 2 <[2]>: Seven.\nfn 2: More.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			compare(t, render(readBytes(t, "x.txt", wordFile(t, c.in, c.parts...))), c.want)
		})
	}
}

func TestODT(t *testing.T) {
	note := func(class, label, s string) string {
		return `<text:note text:note-class="` + class + `"><text:note-citation>` + label + `</text:note-citation><text:note-body><text:p>` + s + `</text:p></text:note-body></text:note>`
	}
	for _, c := range []struct{ name, in, want string }{
		{"text", `<text:p>One<text:s text:c="3"/>two<text:tab/>three   four<text:soft-page-break/></text:p><text:p>Jane Roe<text:line-break/>Velm</text:p>`, "p: One two three four\np: Jane Roe\np tight: Velm\n"},
		{"headings and styles", `<text:p text:style-name="Title">A</text:p><text:h text:outline-level="1">B</text:h><text:p text:style-name="P1">C</text:p>`, "h1: A\nh2: B\nq: C\n"},
		{"notes", `<text:p>A` + note("endnote", "i", "End.") + ` b` + note("footnote", "1", "Foot.") + ` c</text:p>`, "p: A^{i} b^{1} c\nfn 1 <[1]>: Foot.\nfn i <[i]>: End.\n"},
		{"notes without labels", `<text:p>A` + note("footnote", "", "Foot.") + `</text:p>`, "p: A^{1}\nfn 1 <[1]>: Foot.\n"},
		{"tracked changes and comments", `<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>A<text:change-start/>in<text:change-end/><office:annotation><text:p>remark</text:p></office:annotation> b</text:p>`, "p: Ain b\n"},
		{"lists", `<text:list text:style-name="L1"><text:list-item><text:p>x</text:p><text:p>y</text:p><text:list><text:list-item><text:p>z</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>u</text:p></text:list-item></text:list>`, "li 1 <1.>: x\nli 1: y\nli a <a.>: z\nli 2 <2.>: u\n"},
		{"links and superscripts", `<text:p><text:a xlink:href="https://e.org">one</text:a> km<text:span text:style-name="T1">2</text:span></text:p>`, "p: {one → https://e.org} km^{2}\n"},
		{"table and frame", `<table:table><table:table-column/><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table><text:p>B<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box><svg:title>t</svg:title></draw:frame> c</text:p>`, "td: a\np: B c\np: box\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			compare(t, render(readBytes(t, "x.txt", odtFile(t, c.in))), c.want)
		})
	}
}

// TestExtracted holds what verify text prints of a document that is no text, and how places in it are counted.
func TestExtracted(t *testing.T) {
	raw := wordFile(t, `<w:p>`+run("A ")+`<w:r><w:br/></w:r>`+run("B")+`</w:p><w:p>`+run("C")+refer("footnote", "2")+`</w:p>`, "word/footnotes.xml", wordNotesPart,
		"docProps/core.xml", `<cp:coreProperties><dc:title>T</dc:title><dc:creator>A B; C D</dc:creator><dcterms:created>2024-05-12T08:00:00Z</dcterms:created></cp:coreProperties>`)
	x := readBytes(t, "x.docx", raw)
	compare(t, string(x.Raw), "A \nB\n\nC1\n\n[1] Two, here.")
	if got := (Meta{Title: "T", Authors: []string{"A B", "C D"}, Created: "2024-05-12"}); !reflect.DeepEqual(x.Meta, got) {
		t.Errorf("got %+v, want %+v", x.Meta, got)
	}
	at := bytes.IndexByte(x.Raw, 'C')
	if p := x.Position(at); p != (Position{4, 1}) || x.Paragraph(at) != 2 || x.Line(4) != "C1" {
		t.Errorf("C stands at %+v, paragraph %d, line %q", p, x.Paragraph(at), x.Line(4))
	}
	if x.SHA256() != digest(raw) || x.TextSHA256() != digest(x.Raw) {
		t.Error("the digests are not those of the file and of the text")
	}
}

func TestRunningHeads(t *testing.T) {
	docx := wordFile(t, "<w:p>"+run("x")+"</w:p>", "word/header1.xml", `<w:hdr `+wordSpace+`><w:p>`+run("The Sentinel,")+`<w:r><w:tab/></w:r>`+run("May 18, 2018")+`</w:p></w:hdr>`,
		"word/footer1.xml", `<w:ftr `+wordSpace+`><w:p>`+run("Page 3 of 9")+`</w:p></w:ftr>`)
	odt := odtFile(t, "<text:p>x</text:p>", "styles.xml", `<office:document-styles><office:master-styles><style:header><text:p>The Sentinel, <text:tab/>May 18, 2018</text:p></style:header><style:footer><text:p><text:page-number>3</text:page-number></text:p></style:footer></office:master-styles></office:document-styles>`)
	for _, raw := range [][]byte{docx, odt} {
		if x := readBytes(t, "x", raw); !reflect.DeepEqual(x.Heads, []string{"The Sentinel, May 18, 2018"}) {
			t.Errorf("%s: got %q", x.Format, x.Heads)
		}
	}
}

func TestHostileArchives(t *testing.T) {
	bomb := strings.Repeat(" ", 20<<20)
	whole := wordFile(t, "<w:p>"+run(strings.Repeat("x", 5000))+"</w:p>")
	many := make([]string, 0, 2*(mostEntries+2))
	for i := range mostEntries + 1 {
		many = append(many, fmt.Sprintf("%d", i), "")
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	for _, c := range []struct {
		name string
		raw  []byte
		o    Options
		want string
	}{
		{"bomb", wordFile(t, bomb+"<w:p>"+run("x")+"</w:p>"), Options{}, "zip bomb"},
		{"too much markup", wordFile(t, strings.Repeat("<w:p></w:p>", 10000)), Options{MaxText: 1 << 10}, "unpacks to more than"},
		{"too much text", odtFile(t, "<text:p>"+strings.Repeat("words ", 1000)+"</text:p>"), Options{MaxText: 5000}, "raise --max-text"},
		{"deep nesting", wordFile(t, strings.Repeat("<w:ins>", 3000)+strings.Repeat("</w:ins>", 3000)), Options{}, "nested more than"},
		{"nested tables", odtFile(t, strings.Repeat("<table:table><table:table-row><table:table-cell>", 3000)), Options{}, "nested more than"},
		{"entities", pack(t, "mimetype", odtKind, "content.xml", `<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>`), Options{}, "declares XML entities"},
		{"cut off", whole[:len(whole)/2], Options{}, "cut off or damaged"},
		{"broken part", func() []byte {
			b := bytes.Clone(whole)
			i := bytes.Index(b, []byte("word/document.xml"))
			for k := i + 40; k < i+60; k++ {
				b[k] ^= 0x55
			}
			return b
		}(), Options{}, "damaged"},
		{"tags that do not fit", wordFile(t, "<w:p></w:r>"), Options{}, "do not fit"},
		{"cut in the text", pack(t, "mimetype", odtKind, "content.xml", `<a><office:text><text:p>x`), Options{}, "ends in the middle"},
		{"encrypted docx", append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), utf16Bytes("EncryptedPackage")...), Options{}, "encrypted"},
		{"old Word", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest"), Options{}, "save it as docx"},
		{"encrypted odt", odtFile(t, "<text:p>x</text:p>", "META-INF/manifest.xml", "<manifest:encryption-data/>"), Options{}, "encrypted"},
		{"a spreadsheet", pack(t, "xl/workbook.xml", "<x/>"), Options{}, "no document that can be read"},
		{"too many parts", pack(t, append(many, "word/document.xml", "<x/>")...), Options{Format: "docx"}, "more than 10000 parts"},
		{"no zip", []byte("plain text"), Options{Format: "docx"}, "cut off or damaged"},
		{"no text", wordFile(t, "<w:p/>"), Options{}, ErrEmpty.Error()},
		{"cancelled", whole, Options{Context: cancelled}, context.Canceled.Error()},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse("x.docx", c.raw, c.o)
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want %q", err, c.want)
			}
			if !errors.Is(err, context.Canceled) && !IsFileFault(err) {
				t.Errorf("%v is no fault of the file", err)
			}
		})
	}
}

// TestContentNotName holds that a file is what it holds, whatever it is called.
func TestContentNotName(t *testing.T) {
	for _, c := range []struct {
		name string
		raw  []byte
		want string
	}{
		{"x.txt", wordFile(t, "<w:p>"+run("x")+"</w:p>"), "docx"},
		{"x.docx", odtFile(t, "<text:p>x</text:p>"), "odt"},
		{"x.docx", []byte("Plain text."), "txt"},
		{"x.md", []byte("<!DOCTYPE html><p>x"), "html"},
		{"-", []byte("<p>x"), "html"},
		{"x.txt", []byte("<p>x"), "txt"},
	} {
		if x := readBytes(t, c.name, c.raw); x.Format != c.want {
			t.Errorf("%s is read as %s, want %s", c.name, x.Format, c.want)
		}
	}
}

// seeds adds the documents of a format, and the parts of its files that say what is in them.
func seeds(f *testing.F, ext string) {
	names, _ := filepath.Glob("../../testdata/documents/*/*." + ext)
	for _, n := range names {
		if raw, err := os.ReadFile(n); err == nil && len(raw) < 100<<10 {
			f.Add(raw)
		}
	}
}

func fuzzPacked(f *testing.F, format string) {
	seeds(f, format)
	f.Fuzz(func(t *testing.T, raw []byte) {
		fuzzed(t, "x", raw, Options{Format: format, MaxText: 1 << 20})
	})
}

// TestStylesInACircle holds that styles that are based on each other are always read the same way.
func TestStylesInACircle(t *testing.T) {
	var word, open, body, text strings.Builder
	for _, c := range [...]struct{ id, based, weight, bold string }{{"A", "B", "", ""}, {"B", "C", "", ""}, {"C", "A", ` fo:font-weight="bold"`, "<w:b/>"}} {
		word.WriteString(`<w:style w:type="paragraph" w:styleId="` + c.id + `"><w:basedOn w:val="` + c.based + `"/><w:rPr>` + c.bold + `</w:rPr></w:style>`)
		open.WriteString(`<style:style style:name="` + c.id + `" style:family="paragraph" style:parent-style-name="` + c.based + `"><style:text-properties` + c.weight + `/></style:style>`)
		body.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + c.id + `"/></w:pPr>` + run(c.id) + `</w:p>`)
		text.WriteString(`<text:p text:style-name="` + c.id + `">` + c.id + `</text:p>`)
	}
	for _, raw := range [][]byte{
		wordFile(t, body.String(), "word/styles.xml", `<w:styles `+wordSpace+`>`+word.String()+`</w:styles>`),
		odtFile(t, text.String(), "styles.xml", `<office:document-styles>`+open.String()+`</office:document-styles>`),
	} {
		for range 50 {
			compare(t, render(readBytes(t, "x", raw)), "p bold: A\np bold: B\np bold: C\n")
		}
	}
}

func FuzzDocx(f *testing.F) { fuzzPacked(f, "docx") }
func FuzzODT(f *testing.F)  { fuzzPacked(f, "odt") }

// FuzzWordText and FuzzODTText change the XML itself, which a fuzzer of archives hardly reaches.
func FuzzWordText(f *testing.F) {
	f.Add(`<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr>`+run("x")+refer("footnote", "2")+`</w:p><w:tbl><w:tr><w:tc><w:p>`+run("y")+`</w:p></w:tc></w:tr></w:tbl>`, wordNotesPart)
	f.Add(`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "x"</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>y</w:t><w:br/><w:t>z</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p><w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>`, "")
	f.Fuzz(func(t *testing.T, body, notes string) {
		raw := wordFile(t, body, "word/footnotes.xml", notes, "word/endnotes.xml", notes, "word/styles.xml", body, "word/numbering.xml", body)
		fuzzed(t, "x", raw, Options{Format: "docx", MaxText: 1 << 20})
	})
}

func FuzzODTText(f *testing.F) {
	f.Add(`<text:list text:style-name="L1"><text:list-item><text:p>x<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p></text:list-item></text:list>`)
	f.Add(`<text:h text:outline-level="1">a</text:h><text:p text:style-name="P1">b<text:line-break/>c<draw:text-box><text:p>d</text:p></draw:text-box></text:p>`)
	f.Fuzz(func(t *testing.T, body string) {
		fuzzed(t, "x", odtFile(t, body), Options{Format: "odt", MaxText: 1 << 20})
	})
}
