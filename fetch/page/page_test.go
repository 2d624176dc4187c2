package page

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const pagesDir = "../../testdata/pages"

var now = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

// expected is what a reader should find in a saved page.
type expected struct {
	file   string
	fields map[string]string
}

func expectations(t testing.TB) (all []expected) {
	t.Helper()
	f, err := os.Open(filepath.Join(pagesDir, "expect.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	for s.Scan() {
		line := s.Text()
		switch {
		case line == "" || line[0] == '#':
		case line[0] != ' ':
			all = append(all, expected{line, map[string]string{}})
		default:
			key, value, _ := strings.Cut(strings.TrimSpace(line), " ")
			all[len(all)-1].fields[key] = value
		}
	}
	return all
}

func saved(t testing.TB, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(pagesDir, name))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// TestSavedPages holds what is read from each page of testdata/pages against expect.txt.
func TestSavedPages(t *testing.T) {
	all := expectations(t)
	if len(all) < 60 {
		t.Errorf("%d pages; want 60 at least", len(all))
	}
	for _, e := range all {
		t.Run(e.file, func(t *testing.T) {
			p := Read(saved(t, e.file), Options{Now: now})
			for key, want := range e.fields {
				if !holds(p, key, want) {
					t.Errorf("%s: got %q, want %q", key, got(p, key), want)
				}
			}
		})
	}
}

func got(p *Page, key string) string {
	switch key {
	case "kind":
		return string(p.Kind)
	case "title":
		return p.Title
	case "author":
		return strings.Join(p.Authors, "; ")
	case "date":
		return strings.TrimSpace(p.Date.ISO + " " + string(p.Date.How))
	case "modified":
		return p.Modified
	case "canonical":
		return p.Canonical
	case "charset":
		return p.Charset
	case "credit":
		if p.Credit.Agency != "" {
			return p.Credit.Agency
		}
		return strings.ToLower(p.Credit.Name)
	case "correction":
		return p.Correction
	case "first", "last":
		return p.Text()
	}
	return "no such field"
}

func holds(p *Page, key, want string) bool {
	have := got(p, key)
	switch {
	case want == "-":
		return have == ""
	case key == "first":
		return strings.HasPrefix(have, want)
	case key == "last":
		return strings.HasSuffix(have, want)
	case key == "correction":
		return strings.HasPrefix(have, want)
	}
	return have == want
}
