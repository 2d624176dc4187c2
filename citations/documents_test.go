package citations_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
)

// documents are the articles that testdata/documents holds in several formats, each made by the programs that make.sh names.
var documents = []string{"harbour", "river", "endnotes", "tabelle", "arabic", "cyrillic"}

// TestDocuments holds that an article gives the same claims, citations and notes whatever the format that it comes in.
func TestDocuments(t *testing.T) {
	for _, name := range documents {
		want := summary(t, filepath.Join("../testdata/documents", name, "article.md"))
		for _, file := range []string{"article.html", "article.docx", "article.odt", "libreoffice.docx"} {
			path := filepath.Join("../testdata/documents", name, file)
			if _, err := os.Stat(path); os.IsNotExist(err) && file == "libreoffice.docx" {
				continue
			}
			t.Run(name+"/"+file, func(t *testing.T) {
				got := summary(t, path)
				for i := range max(len(got), len(want)) {
					if line(got, i) != line(want, i) {
						t.Fatalf("line %d\n got %s\nwant %s\n\nall: %s", i, line(got, i), line(want, i), strings.Join(got, "\n"))
					}
				}
			})
		}
	}
}

func line(s []string, i int) string {
	if i < len(s) {
		return s[i]
	}
	return "(nothing)"
}

// summary is what an article says, without any position.
func summary(t *testing.T, path string) []string {
	t.Helper()
	doc := parseFile(t, path)
	var out []string
	for i := range doc.Articles {
		a := &doc.Articles[i]
		out = append(out, fmt.Sprintf("article %q by %q of %s, %s", flat(a.Title), a.Authors, a.Published.ISO(), a.Language))
		for k := range a.Claims {
			c := &a.Claims[k]
			out = append(out, fmt.Sprintf("claim %q", flat(c.Text)))
			for _, i := range c.Citations {
				out = append(out, "  "+cited(a, &a.Citations[i]))
			}
		}
		for k := range a.Citations {
			out = append(out, cited(a, &a.Citations[k]))
		}
		for k := range a.Notes {
			n := &a.Notes[k]
			out = append(out, fmt.Sprintf("note %s %s %q %q", n.Label, n.Kind, n.Title, flat(n.Text)))
		}
		for k := range a.Markers {
			out = append(out, fmt.Sprintf("marker %s → %d", a.Markers[k].Label, a.Markers[k].Note))
		}
	}
	return out
}

// flat folds what formats write differently: quotation marks and apostrophes, which converters set as printers do.
func flat(s string) string {
	return strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "\u00A0", " ").Replace(s)
}

func cited(a *citations.Article, c *citations.Citation) string {
	s := fmt.Sprintf("%s %s %s note=%d url=%s %s", c.Kind, c.Role, c.Class, c.Note, c.URL, c.Named)
	if c.Outlet != nil {
		s += " " + flat(c.Outlet.Printed) + "/" + c.Outlet.ID
	}
	if c.Date != nil {
		s += " " + c.Date.ISO()
	}
	return s
}

func parseFile(t testing.TB, path string) *citations.Document {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	x, err := text.Read(path, f, text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return citations.Parse(x, citations.Options{})
}
