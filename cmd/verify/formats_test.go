package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// formatArticles are the articles that testdata/documents holds in every format, and their shapes. They are made up; make.sh says which
// programs made the files.
var formatArticles = []struct{ name, shape string }{
	{"harbour", "inline citations, a list, a quotation"},
	{"river", "footnotes"},
	{"endnotes", "notes typed by hand: raised numbers, a list at the end"},
	{"links", "links as citations"},
	{"tabelle", "German: footnotes, a table"},
	{"cyrillic", "Russian: footnotes"},
	{"arabic", "Arabic: right to left"},
	{"cjk", "Chinese: full-width brackets, footnotes"},
}

// formatFiles are the files that an article may have: the first is plain text, which the others are held against.
var formatFiles = []string{"article.txt", "article.md", "article.html", "article.docx", "pandoc.docx", "libreoffice.docx", "article.odt", "article.epub", "libreoffice.epub",
	"article.rtf", "libreoffice.rtf", "chromium.pdf", "columns.pdf", "libreoffice.pdf"}

// lossy are the files that lack what the article has because the program that made them dropped it, and what that is.
var lossy = map[string]string{
	"endnotes/libreoffice.epub": "LibreOffice writes no numbers of lists into EPUB: the notes at the end have no labels",
}

// said is what a document says, whatever its format: each list sorted.
type said struct {
	claims, citations, links, notes, findings []string
}

// TestFormats holds that an article gives the same claims, citations, notes and findings in whatever format it comes, and keeps the table of
// what was counted (testdata/documents/table.md; -update rewrites it). Plain text has no addresses: citations that are links, and what
// is found because there are none, are counted apart.
func TestFormats(t *testing.T) {
	var table, notes strings.Builder
	notes.WriteString("\nEvery file says in each column but the fifth what its article says as plain text, claim by claim. The fifth counts links in the text that plain text has no\naddresses for.\n")
	table.WriteString("| article | file | claims | citations | of them by address alone | notes | findings |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |\n")
	for _, a := range formatArticles {
		var plain *said
		for _, file := range formatFiles {
			path := filepath.Join("../../testdata/documents", a.name, file)
			if _, err := os.Stat(path); err != nil {
				continue
			}
			got := saidIn(t, path)
			fmt.Fprintf(&table, "| %s | %s | %d | %d | %d | %d | %d |\n", a.name, file, len(got.claims), len(got.citations)+len(got.links), len(got.links), len(got.notes), len(got.findings))
			if plain == nil {
				plain = got
				continue
			}
			if why := lossy[a.name+"/"+file]; why != "" {
				fmt.Fprintf(&notes, "\n%s/%s: %s.\n", a.name, file, why)
				continue
			}
			t.Run(a.name+"/"+file, func(t *testing.T) {
				same(t, "claims", plain.claims, got.claims)
				same(t, "citations", plain.citations, got.citations)
				same(t, "notes", plain.notes, got.notes)
				same(t, "findings", plain.findings, got.findings)
			})
		}
	}
	table.WriteString(notes.String())
	t.Log("\n" + table.String())
	compare(t, "../../testdata/documents/table.md", []byte(table.String()), true)
}

func saidIn(t *testing.T, path string) *said {
	t.Helper()
	var doc struct {
		Articles []struct {
			Claims []struct {
				Text string `json:"text"`
			} `json:"claims"`
			Citations []struct {
				Kind   string `json:"kind"`
				Outlet *struct {
					Name, Printed string
				} `json:"outlet"`
				Date *struct {
					ISO string `json:"iso"`
				} `json:"date"`
			} `json:"citations"`
			Notes []struct{ Label, Kind, Text string } `json:"notes"`
		} `json:"articles"`
		Findings []struct{ Rule, Message string } `json:"findings"`
	}
	if err := json.Unmarshal(claimsOutput(t, path, "json", nil), &doc); err != nil {
		t.Fatal(err)
	}
	s := &said{}
	for _, a := range doc.Articles {
		for _, c := range a.Claims {
			s.claims = append(s.claims, plainMarks.Replace(strings.TrimPrefix(c.Text, "- ")))
		}
		for _, c := range a.Citations {
			line := c.Kind
			if c.Outlet != nil {
				line += " " + plainMarks.Replace(c.Outlet.Name)
			}
			if c.Date != nil {
				line += " " + c.Date.ISO
			}
			if c.Kind == "link" && c.Date == nil {
				s.links = append(s.links, line)
			} else {
				s.citations = append(s.citations, line)
			}
		}
		for _, n := range a.Notes {
			s.notes = append(s.notes, plainMarks.Replace(n.Label+" "+n.Kind+" "+n.Text))
		}
	}
	for _, f := range doc.Findings {
		s.findings = append(s.findings, plainMarks.Replace(f.Rule+": "+f.Message))
	}
	return s
}

// plainMarks writes quotation marks and blanks as a typewriter has them: converters set them as printers do.
var plainMarks = strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'", "\u00A0", " ")

// same reports the lines that one side has more often than the other.
func same(t *testing.T, what string, want, got []string) {
	t.Helper()
	count := map[string]int{}
	for _, s := range want {
		count[s]++
	}
	for _, s := range got {
		count[s]--
	}
	for _, s := range slices.Concat(want, got) {
		switch n := count[s]; {
		case n > 0:
			t.Errorf("%s: missing %q", what, s)
		case n < 0:
			t.Errorf("%s: not in the plain text: %q", what, s)
		}
		count[s] = 0
	}
}
