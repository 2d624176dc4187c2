package pdf

import (
	"cmp"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// sheetsFrom reads the pages of a file as far as their words.
func sheetsFrom(t testing.TB, raw []byte) []*sheet {
	t.Helper()
	f, err := openFile(raw, newBudget(alone))
	if err != nil {
		t.Fatal(err)
	}
	pages, _, err := f.pages()
	if err != nil {
		t.Fatal(err)
	}
	r := reader{file: f, fonts: map[any]*font{}, doc: &Document{}}
	for i := range pages {
		r.sheets = append(r.sheets, r.sheet(&pages[i], i+1))
	}
	return r.sheets
}

// redrawn draws the words of sheets one by one, row by row over all columns, turned by quarters.
func redrawn(sheets []*sheet, turn string) []byte {
	times := &font{table: baseEncoding("WinAnsiEncoding")}
	times.widths = guessedWidths(times)
	var kids string
	var objects []string
	for i, s := range sheets {
		slices.SortStableFunc(s.words, func(a, b word) int { return cmp.Or(cmp.Compare(b.y, a.y), cmp.Compare(a.x0, b.x0)) })
		var c strings.Builder
		c.WriteString(turn)
		for _, w := range s.words {
			wide := 0.0
			coded, _ := charmap.Windows1252.NewEncoder().String(w.text)
			for _, b := range []byte(coded) {
				wide += times.widths[b] / 1000 * w.size
			}
			text := strings.NewReplacer("(", "\\(", ")", "\\)").Replace(coded)
			fmt.Fprintf(&c, "BT %.1f Tz /F %.3f Tf %.3f %.3f Td (%s) Tj ET\n", 100*(w.x1-w.x0)/wide, w.size, w.x0, w.y, text)
		}
		for _, b := range s.rules {
			fmt.Fprintf(&c, "%.2f %.2f %.2f 0.5 re f\n", b.x0, b.y0, b.x1-b.x0)
		}
		kids += fmt.Sprintf("%d 0 R ", 100+2*i)
		objects = append(objects, object(100+2*i, fmt.Sprintf("<</Type/Page/MediaBox[0 0 %.1f %.1f]/Contents %d 0 R/Resources 5 0 R>>", s.width, s.height, 101+2*i)), streamOf(101+2*i, "", c.String()))
	}
	return bare(append(objects, object(2, "<</Type/Pages/Kids["+kids+"]>>"), object(5, "<</Font<</F 6 0 R>>>>"),
		object(6, "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>"))...)
}

// The order in which a file draws its words says nothing: columns, notes and superscripts are found by where they stand.
func TestDrawingOrder(t *testing.T) {
	for _, folder := range []string{"pdf-libreoffice-footnotes", "pdf-chromium-two-columns", "pdf-latex-footnotes"} {
		raw := sample(t, folder)
		want, err := Read(raw, alone)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Read(redrawn(sheetsFrom(t, raw), ""), alone)
		if err != nil {
			t.Fatal(err)
		}
		sameLines(t, folder, want, got)
	}
}

// A page that is drawn on its side reads as one that stands.
func TestTurned(t *testing.T) {
	raw := sample(t, "pdf-libreoffice-footnotes")
	want, err := Read(raw, alone)
	if err != nil {
		t.Fatal(err)
	}
	sheets := sheetsFrom(t, raw)
	h := sheets[0].height
	for i := range sheets {
		sheets[i].width, sheets[i].height = sheets[i].height, sheets[i].width
	}
	turned := redrawn(sheets, fmt.Sprintf("0 1 -1 0 %.2f 0 cm\n", h))
	got, err := Read(turned, alone)
	if err != nil {
		t.Fatal(err)
	}
	sameLines(t, "turned", want, got)
}

func sameLines(t *testing.T, what string, want, got *Document) {
	t.Helper()
	wrong := 0
	for i := range want.Lines {
		if i >= len(got.Lines) {
			t.Fatalf("%s: %d lines, want %d", what, len(got.Lines), len(want.Lines))
		}
		w, g := &want.Lines[i], &got.Lines[i]
		if w.text() != g.text() || w.Role != g.Role || w.Label != g.Label {
			t.Errorf("%s: line %d\n%d %q %s\n%d %q %s", what, i, g.Role, g.Label, g.text(), w.Role, w.Label, w.text())
			if wrong++; wrong > 4 {
				return
			}
		}
	}
}

// A page whose fonts do not tell what they show is read by pdftotext where that can.
func TestPdftotext(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	raw := sample(t, "pdf-libreoffice-footnotes")
	f, err := openFile(raw, newBudget(DefaultLimits))
	if err != nil {
		t.Fatal(err)
	}
	r := reader{file: f, doc: &Document{}, sheets: []*sheet{{unknown: 500}, {unknown: 500}}}
	r.fallBack()
	if !slices.Equal(r.doc.Notices, []string{"read by pdftotext: pages 1–2"}) {
		t.Fatal(r.doc.Notices)
	}
	r.layout()
	want, _ := Read(raw, alone)
	notes := func(d *Document) (out []string) {
		for i := range d.Lines {
			if d.Lines[i].Role == Note {
				out = append(out, d.Lines[i].Label+" "+d.Lines[i].text())
			}
		}
		return out
	}
	if !slices.Equal(notes(want), notes(r.doc)) {
		t.Errorf("notes %q, want %q", notes(r.doc), notes(want))
	}
}

func BenchmarkRead(b *testing.B) {
	for _, folder := range []string{"pdf-libreoffice-footnotes", "pdf-chromium-two-columns", "pdf-latex-footnotes", "pdf-arabic"} {
		raw := sample(b, folder)
		b.Run(folder, func(b *testing.B) {
			pages := 0
			for b.Loop() {
				d, err := Read(raw, alone)
				if err != nil {
					b.Fatal(err)
				}
				pages += d.Pages
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(pages), "ms/page")
		})
	}
}
