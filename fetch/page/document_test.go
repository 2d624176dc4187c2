package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadAny holds that documents of each format are read as pages are, and that what is neither is refused.
func TestReadAny(t *testing.T) {
	for _, pattern := range []string{"pdf-chromium-one-column/*.pdf", "*/*.docx", "*/*.odt"} {
		files, err := filepath.Glob("../../testdata/documents/" + pattern)
		if err != nil || len(files) == 0 {
			t.Errorf("%s: no file, %v", pattern, err)
		}
		for _, name := range files[:min(len(files), 2)] {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			p, err := ReadAny(raw, Options{URL: "https://e.example/2024/05/14/paper"})
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if p.Title == "" || len(p.Text()) < 200 || p.Date.ISO != "2024-05-14" || p.Kind != Article || p.Language == "" {
				t.Errorf("%s: %q, %s, %s, %d bytes of text, %s: %s", name, p.Title, p.Date.ISO, p.Language, len(p.Text()), p.Kind, p.Why)
			}
		}
	}
	for content, want := range map[string]string{"\x89PNG\x0D\x0A\x1A\x0A": "image/png", "PK\x03\x04rest": "", "%PDF-1.4 and no more": "", "GIF89a": "image/gif"} {
		if p, err := ReadAny([]byte(content), Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, %v", content, p, err)
		}
	}
	if p, err := ReadAny([]byte("<title>Ships</title><p>Ships resumed unloading."), Options{}); err != nil || p.Title != "Ships" {
		t.Errorf("%v, %v", p, err)
	}
}

// TestNotesAreNoCredit holds that an agency which a document's notes refer to is not the one that it has its text from, and that its footnotes are
// no part of what it says.
func TestNotesAreNoCredit(t *testing.T) {
	for _, file := range []string{"chromium.pdf", "libreoffice.pdf", "article.docx", "article.odt"} {
		raw, err := os.ReadFile("../../testdata/documents/river/" + file)
		if err != nil {
			t.Fatal(err)
		}
		p, err := ReadAny(raw, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if p.Credit.Name != "" {
			t.Errorf("%s: credit %+v", file, p.Credit)
		}
		if strings.Contains(p.Text(), "Minister Rejects Blame") || !strings.Contains(p.Text(), "eleven people were killed") {
			t.Errorf("%s: %s", file, p.Text())
		}
	}
}
