package citations

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/verify/citations/text"
)

const documents = "../testdata/documents/"

// pdfArticles are files that programs have made of an article, and the article as plain text (see pdf-recipe/make.py).
var pdfArticles = []struct{ folder, article string }{
	{"pdf-chromium-one-column", "harbour.txt"},
	{"pdf-chromium-two-columns", "harbour.txt"},
	{"pdf-chromium-issue", "harbour.txt units.txt"},
	{"pdf-libreoffice-footnotes", "harbour.txt"},
	{"pdf-latex-footnotes", "harbour.txt"},
	{"pdf-libreoffice-issue", "harbour.txt"},
	{"pdf-superscripts", "units.txt"},
	{"pdf-russian", "russian.txt"},
	{"pdf-arabic", "arabic.txt"},
}

// A PDF file gives the citations, notes and claims that its article gives as plain text, each by its words.
func TestPDFEqualsPlainText(t *testing.T) {
	for _, c := range pdfArticles {
		t.Run(c.folder, func(t *testing.T) {
			plain, printed := plainText(t, c.article), read(t, filepath.Join(documents, c.folder, "input.pdf"))
			compare(t, "citations", citationLines(plain), citationLines(printed))
			compare(t, "notes", noteLines(plain), noteLines(printed))
			compare(t, "claims", claimLines(plain), claimLines(printed))
			compare(t, "articles", articleLines(plain), articleLines(printed))
		})
	}
}

// plainText reads articles as plain text, one after the other.
func plainText(t *testing.T, names string) *Document {
	t.Helper()
	var all []string
	for _, n := range strings.Fields(names) {
		raw, err := os.ReadFile(filepath.Join(documents, "pdf-recipe", n))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(raw))
	}
	txt, err := text.Parse("plain.txt", []byte(strings.Join(all, "\n")), text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return Parse(txt, Options{})
}

func articleLines(d *Document) (out []string) {
	for _, a := range d.Articles {
		out = append(out, fmt.Sprintf("%s, %q, %d claims", a.Title, a.Authors, len(a.Claims)))
	}
	return out
}

func read(t *testing.T, name string) *Document {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	txt, err := text.Parse(name, raw, text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return Parse(txt, Options{})
}

// plainQuotes writes quotation marks as a typewriter has them: LaTeX curls them.
var plainQuotes = strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'")

func citationLines(d *Document) []string {
	var out []string
	for _, a := range d.Articles {
		for _, c := range a.Citations {
			s := fmt.Sprintf("%s %s %s", c.Kind, c.Role, c.Class)
			if c.Outlet != nil {
				s += " " + c.Outlet.Printed
			}
			if c.Date != nil {
				s += " " + c.Date.ISO()
			}
			if c.Note >= 0 {
				s += " note " + a.Notes[c.Note].Label
			}
			out = append(out, plainQuotes.Replace(s))
		}
	}
	slices.Sort(out)
	return out
}

func noteLines(d *Document) []string {
	var out []string
	for _, a := range d.Articles {
		for _, n := range a.Notes {
			s := n.Label + " " + n.Kind.String() + " " + strings.Join(strings.Fields(n.Text), " ")
			for _, u := range n.URLs {
				s += " <" + u.Address + u.Broken + ">"
			}
			out = append(out, plainQuotes.Replace(s))
		}
	}
	slices.Sort(out)
	return out
}

func claimLines(d *Document) []string {
	var out []string
	for _, a := range d.Articles {
		for _, c := range a.Claims {
			out = append(out, plainQuotes.Replace(fmt.Sprintf("%d %s", len(c.Citations), c.Text)))
		}
	}
	return out
}

// compare reports the lines that one side has more often than the other.
func compare(t *testing.T, what string, want, got []string) {
	t.Helper()
	if len(want) == 0 {
		t.Logf("%s: none", what)
	}
	count := map[string]int{}
	for _, s := range want {
		count[s]++
	}
	for _, s := range got {
		count[s]--
	}
	for _, s := range append(slices.Clone(want), got...) {
		switch n := count[s]; {
		case n > 0:
			t.Errorf("%s: missing %q", what, s)
		case n < 0:
			t.Errorf("%s: only in the PDF: %q", what, s)
		}
		count[s] = 0
	}
	t.Logf("%s: %d, %d", what, len(want), len(got))
}
