package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// object is "num 0 obj … endobj".
func object(num int, body string) string { return fmt.Sprintf("%d 0 obj\n%s\nendobj\n", num, body) }

func streamOf(num int, dict, data string) string {
	return object(num, fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(data), data))
}

// bare is a file without a cross-reference table, of one page unless objects say otherwise.
func bare(objects ...string) []byte {
	return []byte("%PDF-1.7\n" + object(1, "<</Type/Catalog/Pages 2 0 R>>") + strings.Join(objects, "") + "trailer <</Root 1 0 R>>\n%%EOF")
}

// onePage is a page with a content stream and a Times font F.
func onePage(content string, more ...string) []byte {
	return bare(append([]string{
		object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>"),
		object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources 5 0 R>>"),
		streamOf(4, "", content),
		object(5, "<</Font<</F 6 0 R>>/XObject<</X 7 0 R>>>>"),
		object(6, "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>"),
	}, more...)...)
}

func deflated(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

// alone are the limits without other programs: what is read does not depend on what is installed.
var alone = func() Limits { l := DefaultLimits; l.Alone = true; return l }()

// said is all text that was read.
func said(d *Document) string {
	var out []string
	for i := range d.Lines {
		out = append(out, d.Lines[i].text())
	}
	return strings.Join(out, "\n")
}

func sample(t testing.TB, folder string) []byte {
	raw, err := os.ReadFile(filepath.Join("../../../testdata/documents", folder, "input.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

const hello = "BT /F 12 Tf 50 700 Td (Hello, harbour.) Tj ET\n"

// Files made to break readers: each is read as far as it goes or refused in one line, within its limits.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("-short")
	}
	small := alone
	small.Time, small.Stream, small.Total = 5*time.Second, 8<<20, 16<<20
	kids := func(n int) string { return strings.Repeat("3 0 R ", n) }
	cases := []struct {
		name, wantText, wantErr string
		raw                     []byte
	}{
		{"no table", "Hello, harbour.", "", onePage(hello)},
		{"nothing", "", "no PDF", []byte("hello")},
		{"only a head", "", "no page", []byte("%PDF-1.4\n")},
		{"100,000 pages claimed", "Hello, harbour.", "", bytes.Replace(onePage(hello), []byte("/Count 1"), []byte("/Count 100000"), 1)},
		{"one page 100,000 times", "Hello, harbour.", "", bytes.Replace(onePage(hello), []byte("[3 0 R]"), []byte("["+kids(100_000)+"]"), 1)},
		{"a tree that is its own child", "", "no page", bare(object(2, "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"))},
		{"a form that draws itself", "Hello, harbour.", "", onePage(hello+"/X Do /X Do", streamOf(7, "/Subtype/Form/Resources 5 0 R", "/X Do /X Do /X Do"))},
		{"brackets in brackets", "Hello, harbour.", "", onePage(hello + strings.Repeat("[", 1_000_000))},
		{"dictionaries in dictionaries", "Hello, harbour.", "", onePage(hello + strings.Repeat("<</A", 300_000))},
		{"a nested catalog", "", "no page", []byte("%PDF-1.4\n1 0 obj " + strings.Repeat("[", 2_000_000))},
		{"q without end", "Hello, harbour.", "", onePage(strings.Repeat("q ", 500_000) + hello)},
		{"a word on every line", "x", "", onePage("BT /F 12 Tf 50 700 Td " + strings.Repeat("(x) Tj 1 -.002 Td ", 150_000) + "ET")},
		{"words in two columns of dust", "x", "", onePage("BT /F 1 Tf 50 700 Td " + strings.Repeat("(xx yy zz) Tj 300 0 Td (xx yy zz) Tj -300 -.02 Td ", 12_000) + "ET")},
		{"lines under lines", "Hello, harbour.", "", onePage(strings.Repeat("50 690 80 .1 re f ", 100_000) + strings.Repeat(hello, 3000))},
		{"numbers without operator", "Hello, harbour.", "", onePage(hello + strings.Repeat("1 ", 1_000_000))},
		{"a bomb", "", "unpacks to more", onePage("", streamOf(4, "/Filter/FlateDecode", deflated(strings.Repeat(" ", 64<<20))))},
		{"a bomb in a bomb", "", "unpacks to more", onePage("", streamOf(4, "/Filter[/FlateDecode/FlateDecode]", deflated(deflated(strings.Repeat("1 ", 64<<20)))))},
		{"a length that is a circle", "Hello, harbour.", "", bytes.Replace(onePage(hello), []byte(fmt.Sprintf("/Length %d", len(hello))), []byte("/Length 4 0 R"), 1)},
		{"cut off before its fonts", "", "no text can be read", onePage(hello)[:bytes.Index(onePage(hello), []byte("endstream"))]},
		{"cut off between its text and its fonts", "", "fonts that say", onePage(hello)[:bytes.Index(onePage(hello), []byte("6 0 obj"))]},
		{"an object stream in itself", "Hello, harbour.", "", onePage(hello, streamOf(9, "/Type/ObjStm/N 1/First 4", "9 0 <</Type/ObjStm>>"))},
		{"a predictor of giants", "", "", onePage("", streamOf(4, "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 65535/Colors 65535/BitsPerComponent 65535>>", deflated(hello)))},
		{"a matrix of nonsense", "Hello, harbour.", "", onePage("q 99999999999999999999 0 0 99999999999999999999 0 0 cm 99999999999999999999 0 0 99999999999999999999 0 0 cm BT /F 12 Tf (lost) Tj ET Q q 0 0 0 0 0 0 cm BT /F 12 Tf (lost) Tj ET Q " + hello)},
		{"only a picture", "", "run OCR", onePage("q 600 0 0 800 0 0 cm /X Do Q", streamOf(7, "/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "x"))},
		{"encrypted by a stranger", "", "password", bytes.Replace(onePage(hello), []byte("/Root 1 0 R"), []byte("/Root 1 0 R/Encrypt<</Filter/Acme>>"), 1)},
		{"a font that maps all to one", "", "", onePage("BT /F 12 Tf 50 700 Td <0001000200030004> Tj ET", object(6, "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<<>>]/ToUnicode 10 0 R>>"), streamOf(10, "", "1 beginbfrange <0000> <FFFF> <0041> endbfrange"))},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d, err := Read(c.raw, small)
			switch {
			case c.wantErr != "" && (err == nil || !strings.Contains(err.Error(), c.wantErr)):
				t.Errorf("error %v, want %q", err, c.wantErr)
			case c.wantErr == "" && err != nil:
				t.Errorf("error %v", err)
			case c.wantErr == "" && !strings.Contains(said(d), c.wantText):
				t.Errorf("read %q, want %q", said(d), c.wantText)
			}
			if err != nil && strings.Contains(err.Error(), "\n") {
				t.Errorf("more than one line: %v", err)
			}
		})
	}
}

func TestPagesClaimed(t *testing.T) {
	d, err := Read(bytes.Replace(onePage(hello), []byte("/Count 1"), []byte("/Count 100000"), 1), DefaultLimits)
	if err != nil || !strings.Contains(strings.Join(d.Notices, "\n"), "of 100000 pages 99999 cannot be found") {
		t.Errorf("%v, %v", d, err)
	}
	many := DefaultLimits
	many.Pages = 10
	var kids, pages strings.Builder
	for i := range 11 {
		fmt.Fprintf(&kids, "%d 0 R ", 20+i)
		pages.WriteString(object(20+i, "<</Type/Page>>"))
	}
	if _, err := Read(bare(object(2, "<</Kids["+kids.String()+"]>>"), pages.String()), many); err == nil || !strings.Contains(err.Error(), "more than 10 pages") {
		t.Errorf("error %v", err)
	}
}

func TestTimeLimit(t *testing.T) {
	short := DefaultLimits
	short.Time = time.Nanosecond
	if _, err := Read(sample(t, "pdf-libreoffice-footnotes"), short); err == nil || !strings.Contains(err.Error(), "longer than") {
		t.Errorf("error %v", err)
	}
}

func TestPassword(t *testing.T) {
	if _, err := Read(sample(t, "pdf-password"), DefaultLimits); !errors.Is(err, ErrEncrypted) {
		t.Errorf("error %v", err)
	}
	d, err := Read(sample(t, "pdf-locked"), DefaultLimits)
	if err != nil || !strings.Contains(said(d), "61 km² of water") {
		t.Errorf("%v, %v", d, err)
	}
}

// A file that was cut off gives what its first part holds, with a notice; one of which nothing is left is refused.
func TestTruncated(t *testing.T) {
	for _, folder := range []string{"pdf-libreoffice-footnotes", "pdf-chromium-two-columns", "pdf-locked", "pdf-latex-footnotes"} {
		raw := sample(t, folder)
		read, noticed := 0, 0
		for i := range 40 {
			d, err := Read(raw[:len(raw)*i/40], alone)
			if err == nil {
				read++
				if len(d.Notices) > 0 {
					noticed++
				}
			}
		}
		if read != noticed {
			t.Errorf("%s: %d of %d parts read without a notice", folder, read-noticed, read)
		}
		t.Logf("%s: %d of 40 parts gave text", folder, read)
	}
}

// Bytes changed at random crash nothing; how much of the text is kept is logged.
func TestMutated(t *testing.T) {
	for _, folder := range []string{"pdf-libreoffice-footnotes", "pdf-chromium-two-columns", "pdf-superscripts"} {
		raw := sample(t, folder)
		whole, err := Read(raw, DefaultLimits)
		if err != nil {
			t.Fatal(err)
		}
		r := rand.New(rand.NewSource(1))
		kept, failed := 0, 0
		for range 60 {
			bad := bytes.Clone(raw)
			for range 30 {
				bad[r.Intn(len(bad))] = byte(r.Intn(256))
			}
			d, err := Read(bad, alone)
			if err != nil {
				failed++
				continue
			}
			kept += min(len(said(d)), len(said(whole)))
		}
		t.Logf("%s: %d of 60 refused, %d %% of the text kept", folder, failed, kept*100/(60*len(said(whole))))
	}
}

func FuzzRead(f *testing.F) {
	f.Add(onePage(hello))
	f.Add(bare(object(2, "<</Kids[2 0 R]>>"), streamOf(4, "/Type/ObjStm/N 1/First 4/Filter/LZWDecode", "1 0 <<>>")))
	limits := alone
	limits.Time, limits.Stream, limits.Total = 3*time.Second, 4<<20, 16<<20
	f.Fuzz(func(t *testing.T, raw []byte) {
		if d, err := Read(raw, limits); err == nil && d == nil {
			t.Error("neither text nor error")
		}
	})
}
