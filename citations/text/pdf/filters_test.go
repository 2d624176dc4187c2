package pdf

import (
	"bytes"
	"compress/lzw"
	"encoding/ascii85"
	"strings"
	"testing"
)

func TestFilters(t *testing.T) {
	text := strings.Repeat("The dockworkers of Karoma walked off the piers. ", 400) + string(bytes.Repeat([]byte{0, 255, 7}, 999))
	var l bytes.Buffer
	w := lzw.NewWriter(&l, lzw.MSB, 8)
	w.Write([]byte(text))
	w.Close()
	var a bytes.Buffer
	e := ascii85.NewEncoder(&a)
	e.Write([]byte(text))
	e.Close()
	rows := "\x02abc\x02\x01\x01\x01\x01d\x01\x01\x00xyz\x03\x01\x01\x01\x04\x01\x01\x01"
	for _, c := range []struct {
		kind name
		p    dict
		in   string
		want string
	}{
		{"LZWDecode", dict{"EarlyChange": 0}, l.String(), text},
		{"LZWDecode", dict{}, "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", "-----A---B"}, // ISO 32000-2, 7.4.4.2
		{"FlateDecode", dict{}, deflated(text), text},
		{"FlateDecode", dict{"Predictor": 15, "Columns": 3}, deflated(rows), "abc" + "bcd" + "def" + "xyz" + string([]byte{'x'/2 + 1, ('x'/2+1+'y')/2 + 1, (('x'/2+1+'y')/2+1+'z')/2 + 1}) + ""},
		{"ASCII85Decode", nil, a.String() + "~>", text},
		{"ASCIIHexDecode", nil, "48 65 6c6C6F>", "Hello"},
		{"RunLengthDecode", nil, "\x02abc\xFEx\x80junk", "abcxxx"},
		{"DCTDecode", nil, "picture", ""},
	} {
		f := &file{budget: newBudget(alone)}
		got, _ := f.filter(c.kind, c.p, []byte(c.in))
		if !strings.HasPrefix(string(got), c.want) || c.want == "" && len(got) > 0 {
			t.Errorf("%s: %.60q, want %.60q", c.kind, got, c.want)
		}
	}
}

// A page that is only a picture among others is named, and costs the others nothing.
func TestScannedPage(t *testing.T) {
	raw := bare(object(2, "<</Type/Pages/Kids[3 0 R 8 0 R 9 0 R]/Count 3>>"),
		object(3, "<</Type/Page/MediaBox[0 0 600 800]/Contents 4 0 R/Resources 5 0 R>>"), streamOf(4, "", hello),
		object(8, "<</Type/Page/MediaBox[0 0 600 800]/Contents 10 0 R/Resources 5 0 R>>"),
		object(9, "<</Type/Page/MediaBox[0 0 600 800]/Contents 10 0 R/Resources 5 0 R>>"), streamOf(10, "", "600 0 0 800 0 0 cm /X Do"),
		object(5, "<</Font<</F 6 0 R>>/XObject<</X 7 0 R>>>>"), streamOf(7, "/Subtype/Image", "x"),
		object(6, "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>"))
	d, err := Read(raw, alone)
	if err != nil || said(d) != "Hello, harbour." || !strings.Contains(strings.Join(d.Notices, "\n"), "no text on pages 2–3: run OCR first") {
		t.Errorf("%v, %+v", err, d)
	}
}

func TestGlyphNames(t *testing.T) {
	for n, want := range map[string]string{"a": "a", "Aacute": "Á", "scommaaccent": "ș", "f_f_i": "ffi", "uni20AC": "€", "u1F600": "😀", "afii10017": "А", "afii10097": "я",
		"one.oldstyle": "1", "hungarumlaut": "˝", "g37": "", ".notdef": ""} {
		if got, _ := glyphName(n); got != want {
			t.Errorf("%s: %q, want %q", n, got, want)
		}
	}
}

func TestLabelOf(t *testing.T) {
	for s, want := range map[string]string{"4 Jane Achieng, “Who": "4|Jane Achieng, “Who", "[4] Ibid.": "4|Ibid.", "12. Text": "12|Text", "12 May 2018, and": "|", "3) x": "3|x", "* Author": "*|Author",
		"2018 was": "|", "(a) one": "a|one", "4 people died": "|", "5 http://x.org": "5|http://x.org"} {
		l, rest := labelOf(s)
		if l+"|"+rest != want {
			t.Errorf("%q: %q, want %q", s, l+"|"+rest, want)
		}
	}
}

func TestRealTitle(t *testing.T) {
	for s, want := range map[string]string{"Lake Port Strike Tests the New Government": "Lake Port Strike Tests the New Government", "Microsoft Word - strike v3.docx": "", "untitled": "", "harbour final.indd": "", "Порт без рабочих": "Порт без рабочих"} {
		if got := realTitle(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	if realName("root") != "" || realName("Miriam Oduya") == "" {
		t.Error("names of accounts and of authors")
	}
	for s, want := range map[string]string{"D:20180518093000+02'00'": "2018-05-18", "D:2018": "", "D:20181350": "", "yesterday": ""} {
		if got := day(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
