package reports

import (
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"testing"

	"example.org/verify/score"
)

func TestCSV(t *testing.T) {
	a := sample(t)
	a.Document.Articles[0].Title = "=HYPERLINK(\"http://evil.example\")"
	got := written(t, "csv", a, Options{})
	golden(t, "sample.csv", got)
	rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if want := 1 + len(a.Document.Articles[0].Citations); len(rows) != want {
		t.Errorf("%d rows, want %d", len(rows), want)
	}
	for _, cell := range slices.Concat(rows...) {
		if cell != "" && strings.Contains("=+-@", cell[:1]) {
			t.Errorf("a formula: %q", cell)
		}
	}
}

func TestMarkdown(t *testing.T) {
	a := sample(t)
	a.Document.Articles[0].Title = "A | *title* [with](http://x) <b>marks</b>"
	golden(t, "sample.md", written(t, "markdown", a, Options{}))
}

func TestUnknownFormat(t *testing.T) {
	err := Write(nil, "xml", slices.Values([]*score.Analysis{}), Options{})
	if err == nil || !strings.Contains(err.Error(), "text, json") {
		t.Errorf("%v names no formats", err)
	}
}

// TestErrors holds that each format gives back the writer's error, once it has one.
func TestErrors(t *testing.T) {
	gone := errors.New("gone")
	for _, f := range Formats {
		if err := Write(broken{gone}, f.Name, only(sample(t)), Options{}); !errors.Is(err, gone) {
			t.Errorf("%s: %v, want the writer's error", f.Name, err)
		}
	}
}

type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }
