package text

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"testing"
)

// The benchmarks read a document that a word processor or a site made, its text repeated until it is a book's; what they count is the bytes of text that
// come out.

func benchmarkRead(b *testing.B, name string, raw []byte) {
	x, err := Parse(name, raw, Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(x.Clean)))
	b.ReportMetric(float64(len(raw))/float64(len(x.Clean)), "file/text")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(name, raw, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// repeated is a packed document with what stands between two tags of its text repeated.
func repeated(b *testing.B, file, part, from, to string, times int) []byte {
	b.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		b.Fatal(err)
	}
	defer z.Close()
	var parts []string
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			b.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			b.Fatal(err)
		}
		if f.Name == part {
			data = repeat(data, from, to, times)
		}
		parts = append(parts, f.Name, string(data))
	}
	return pack(b, parts...)
}

func repeat(data []byte, from, to string, times int) []byte {
	start := bytes.Index(data, []byte(from)) + len(from)
	end := bytes.LastIndex(data, []byte(to))
	return bytes.Join([][]byte{data[:start], bytes.Repeat(data[start:end], times), data[end:]}, nil)
}

func BenchmarkHTML(b *testing.B) {
	raw, err := os.ReadFile("../../testdata/documents/river/article.html")
	if err != nil {
		b.Fatal(err)
	}
	benchmarkRead(b, "x.html", repeat(raw, `<div class="main-column">`, `<section`, 400))
}

func BenchmarkHTMLCharset(b *testing.B) {
	raw, err := os.ReadFile("../../testdata/documents/arabic/article.html")
	if err != nil {
		b.Fatal(err)
	}
	benchmarkRead(b, "x.html", repeat(raw, `<div class="main-column">`, `</div>`+"\n"+`<div class="sidebar">`, 400))
}

func BenchmarkDocx(b *testing.B) {
	benchmarkRead(b, "x.docx", repeated(b, "../../testdata/documents/river/article.docx", "word/document.xml", "<w:body>", "<w:sectPr", 400))
}

func BenchmarkDocxLibreOffice(b *testing.B) {
	benchmarkRead(b, "x.docx", repeated(b, "../../testdata/documents/river/libreoffice.docx", "word/document.xml", "<w:body>", "<w:sectPr", 400))
}

func BenchmarkODT(b *testing.B) {
	benchmarkRead(b, "x.odt", repeated(b, "../../testdata/documents/harbour/article.odt", "content.xml", "<office:text>", "</office:text>", 400))
}

func BenchmarkODTLibreOffice(b *testing.B) {
	benchmarkRead(b, "x.odt", repeated(b, "../../testdata/documents/tabelle/article.odt", "content.xml", "</text:sequence-decls>", "</office:text>", 400))
}
