package text

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func pdfSample(t testing.TB, folder string) []byte {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("../../testdata/documents", folder, "input.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func parsePDF(t testing.TB, folder string) *Text {
	t.Helper()
	x, err := Parse(folder+"/input.pdf", pdfSample(t, folder), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// blockOf is the first block that begins with s.
func blockOf(t *testing.T, x *Text, s string) *Block {
	t.Helper()
	for i := range x.Blocks {
		if strings.HasPrefix(x.Slice(x.Blocks[i].Range), s) {
			return &x.Blocks[i]
		}
	}
	t.Fatalf("no block begins with %q", s)
	return nil
}

func supers(x *Text) (out []string) {
	for _, r := range x.Supers {
		out = append(out, x.Slice(r))
	}
	return out
}

func TestPDFBlocks(t *testing.T) {
	x := parsePDF(t, "pdf-libreoffice-issue")
	for _, c := range []struct {
		begins string
		want   Block
		page   int
	}{
		{"Lake Port Strike", Block{Kind: Para, Bold: true}, 1},
		{"By Miriam", Block{Kind: Para}, 1},
		{"Port Authority of Karoma", Block{Kind: Footnote, Label: "1"}, 1},
		{"Guards had been locked", Block{Kind: Caption}, 2},
		{"Peter Lang", Block{Kind: Footnote, Label: "7"}, 4},
	} {
		b := blockOf(t, x, c.begins)
		page, line := x.Page(x.Source(b.Range).Start)
		if b.Kind != c.want.Kind || b.Label != c.want.Label || b.Bold != c.want.Bold || page != c.page || line == 0 {
			t.Errorf("%q: %+v on page %d, line %d; want %+v on page %d", c.begins, b, page, line, c.want, c.page)
		}
		if b.Kind == Footnote && x.Printed(b.Mark) != b.Label {
			t.Errorf("%q: its mark is %q", c.begins, x.Printed(b.Mark))
		}
	}
	if want := []string{"1", "2", "3", "4", "5", "6", "7"}; !slices.Equal(supers(x), want) {
		t.Errorf("superscripts %q, want %q", supers(x), want)
	}
	if want := []string{"Great Lakes Quarterly | Volume 7, Issue 2 | April 2019"}; !slices.Equal(x.Heads, want) {
		t.Errorf("heads %q, want %q", x.Heads, want)
	}
	if x.Meta.Published != "" || x.Meta.Created == "" || x.Meta.Title == "" || len(x.Notices) > 0 {
		t.Errorf("%+v, %q", x.Meta, x.Notices)
	}
}

// Powers and subscripts are written as what they are; only markers are superscripts.
func TestPDFSuperscripts(t *testing.T) {
	x := parsePDF(t, "pdf-superscripts")
	if want := []string{"1", "2", "3", "4, 5", "6", "7", "8"}; !slices.Equal(supers(x), want) {
		t.Errorf("superscripts %q, want %q", supers(x), want)
	}
	for _, s := range []string{"61 km² of", "18,000 m² beside", "CO₂ above", "H₂O in", "10⁴ litres", "25 m³ for", "27th of October.8 The"} {
		if !strings.Contains(x.Clean, s) {
			t.Errorf("%q is missing", s)
		}
	}
}

// A browser's own head and foot say nothing of the text, above all no date; links lead where the file says.
func TestPDFFromBrowser(t *testing.T) {
	x := parsePDF(t, "pdf-chromium-one-column")
	if len(x.Heads) > 1 || len(x.Links) != 2 || !strings.HasPrefix(x.Slice(x.Links[0].Range), x.Links[0].URL) {
		t.Errorf("heads %q, links %+v", x.Heads, x.Links)
	}
	for _, s := range []string{"11/26/26", "file://", "1/2"} {
		if strings.Contains(string(x.Raw), s) {
			t.Errorf("%q was taken for text", s)
		}
	}
}

// Words that a line broke are whole in the clean text, as the document itself writes them.
func TestPDFHyphens(t *testing.T) {
	for _, folder := range []string{"pdf-chromium-two-columns", "pdf-libreoffice-issue", "pdf-latex-footnotes"} {
		x := parsePDF(t, folder)
		broken := 0
		for _, l := range strings.Split(string(x.Raw), "\n") {
			if strings.HasSuffix(l, "-") {
				broken++
			}
		}
		if broken == 0 || strings.Contains(x.Clean, "- ") {
			t.Errorf("%s: %d lines end with a hyphen; %q", folder, broken, x.Clean)
		}
		for _, w := range []string{"plantations", "well-known", "al-Rawda", "Asharq al-Awsat", "dockworkers"} {
			if !strings.Contains(x.Clean, w) {
				t.Errorf("%s: %q is missing", folder, w)
			}
		}
	}
}

// What cannot be read is said in a line.
func TestPDFFaults(t *testing.T) {
	whole := pdfSample(t, "pdf-chromium-two-columns")
	for _, c := range []struct {
		name, want string
		raw        []byte
	}{
		{"password", "opens with a password only", pdfSample(t, "pdf-password")},
		{"head alone", "no page can be found", []byte("%PDF-1.7\n")},
		{"first tenth", "damaged", whole[:len(whole)/10]},
	} {
		_, err := Parse("x.pdf", c.raw, Options{})
		if err == nil || !strings.Contains(err.Error(), c.want) || !IsFileFault(err) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	x, err := Parse("x.pdf", whole[:len(whole)-700], Options{})
	if err != nil || len(x.Notices) == 0 || !strings.Contains(x.Clean, "dockworkers") {
		t.Errorf("cut off: %v, %+v", err, x)
	}
	if _, err := Parse("x.pdf", whole, Options{MaxText: 100}); err == nil {
		t.Error("a limit of 100 bytes of text was passed")
	}
}

func TestPDFSpans(t *testing.T) {
	folders, err := filepath.Glob("../../testdata/documents/pdf-*/input.pdf")
	if err != nil || len(folders) < 8 {
		t.Fatal(folders, err)
	}
	for _, f := range folders {
		if strings.Contains(f, "password") {
			continue
		}
		x := parsePDF(t, filepath.Base(filepath.Dir(f)))
		checkSpans(t, x)
		if x.SHA256() == x.TextSHA256() {
			t.Errorf("%s: the file is its own text", f)
		}
	}
}

// FuzzPDF changes the content of a page: what it draws, where, in which style.
func FuzzPDF(f *testing.F) {
	f.Add("BT /F 12 Tf 50 700 Td (Hello, har-) Tj 0 -14 Td (bour.) Tj /F 7 Tf 4 Ts (1) Tj 0 -500 Td (1 Port Authority) Tj ET")
	f.Add("BT /F 9 Tf 1 0 0 1 50 700 Tm [(a)-300(b)] TJ ET 50 100 80 .5 re f q 200 0 0 100 50 300 cm /X Do Q")
	f.Fuzz(func(t *testing.T, content string) {
		raw := fmt.Sprintf("%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R 3 0 R 7 0 R]>>endobj "+
			"3 0 obj<</Type/Page/Contents 4 0 R/Resources 5 0 R>>endobj 7 0 obj<</Type/Page/Contents 4 0 R/Resources 5 0 R>>endobj "+
			"5 0 obj<</Font<</F 6 0 R>>/XObject<</X 8 0 R>>>>endobj 6 0 obj<</Type/Font/Subtype/Type1/BaseFont/Times/Encoding/WinAnsiEncoding>>endobj "+
			"8 0 obj<</Subtype/Image/Length 0>>stream\n\nendstream endobj trailer<</Root 1 0 R>> 4 0 obj<</Length %d>>stream\n%s\nendstream endobj", len(content), content)
		fuzzed(t, "x.pdf", []byte(raw), Options{})
	})
}
