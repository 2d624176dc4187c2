package reports

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// listed is a listing of rows.
func listed(t *testing.T, format string, width int, columns []Column, rows ...[]any) string {
	t.Helper()
	var b strings.Builder
	l, err := NewListing(&b, format, columns, Options{Width: width})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if err := l.Row(row...); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.End(); err != nil {
		t.Fatal(err)
	}
	if l.Count() != len(rows) {
		t.Errorf("%d rows are counted", l.Count())
	}
	return b.String()
}

var listingColumns = []Column{{Name: "doc", Group: true}, {Name: "n"}, {Name: "empty"}, {Name: "text", Head: "what is said"}, {Name: "like", Below: true}}

var listingRows = [][]any{
	{"a.txt", 7, nil, "Gunmen killed two guards at a checkpoint near Sebha on the border.", []string{"b.txt: Gunmen killed"}},
	{"a.txt", 12, nil, "=SUM(A1)\x1b[31m", []string(nil)},
	{"b.txt", 1.5, nil, []string{"one", "two"}, []string(nil)},
}

func TestListingText(t *testing.T) {
	want := `n    what is said
──────────────────────────────
a.txt
  7  Gunmen killed two guards
     at a checkpoint near
     Sebha on the border.
  like: b.txt: Gunmen killed
 12  =SUM(A1)␛[31m
b.txt
1.5  one
     two
`
	if got := listed(t, "text", 30, listingColumns, listingRows...); got != want {
		t.Errorf("got\n%s", got)
	}
	for _, width := range []int{10, 16, 20, 40, 80, 200} {
		for line := range strings.Lines(listed(t, "text", width, listingColumns, listingRows...)) {
			if n := columns(strings.TrimSuffix(line, "\n")); n > width {
				t.Errorf("%d columns of %d: %q", n, width, line)
			}
		}
	}
}

// Spare columns go, the least missed first, before a word is broken, and are named.
func TestListingSpares(t *testing.T) {
	spares := []Column{{Name: "outlet"}, {Name: "of", Spare: 2}, {Name: "country", Spare: 1}, {Name: "first"}}
	row := []any{"libya-observer", 79, "LY", "2018-04-11"}
	for _, c := range []struct {
		width int
		want  string
	}{
		{40, `outlet          of  country  first
───────────────────────────────────────
libya-observer  79  LY       2018-04-11
`},
		{37, `outlet          country  first
───────────────────────────────────
libya-observer  LY       2018-04-11
Left out in a terminal this narrow:
of; --format csv has them.
`},
		{30, `outlet          first
──────────────────────────
libya-observer  2018-04-11
Left out in a terminal this
narrow: of, country; --format
csv has them.
`},
	} {
		if got := listed(t, "text", c.width, spares, row); got != c.want {
			t.Errorf("%d columns: got\n%s", c.width, got)
		}
	}
	if got := listed(t, "csv", 10, spares, row); got != "outlet,of,country,first\nlibya-observer,79,LY,2018-04-11\n" {
		t.Errorf("csv: got\n%s", got)
	}
}

func TestListingJSON(t *testing.T) {
	got := listed(t, "json", 0, append(listingColumns, Column{Name: "n"}), append(listingRows[0], []byte{1, 254}))
	var row map[string]any
	if err := json.Unmarshal([]byte(got), &row); err != nil || strings.Count(got, "\n") != 1 {
		t.Fatalf("%v: %s", err, got)
	}
	if row["n"] != 7. || row["n_2"] != "01fe" || row["empty"] != nil {
		t.Errorf("got %s", got)
	}
}

func TestListingCSV(t *testing.T) {
	got, err := csv.NewReader(strings.NewReader(listed(t, "csv", 0, listingColumns, listingRows...))).ReadAll()
	if err != nil || fmt.Sprint(got[0]) != "[doc n empty text like]" || got[2][3] != "'=SUM(A1)␛[31m" || got[3][3] != "one; two" {
		t.Errorf("%v: %q", err, got)
	}
	if got := listed(t, "csv", 0, []Column{{Name: "=x"}}, []any{-1}, []any{"-1"}); got != "'=x\n-1\n'-1\n" {
		t.Errorf("got %q", got)
	}
}

// TestListingOfMany holds that rows after those from which the widths were found fit too.
func TestListingOfMany(t *testing.T) {
	rows := make([][]any, 2*holds)
	for i := range rows {
		rows[i] = []any{strings.Repeat("word ", i/100), i}
	}
	got := listed(t, "text", 40, []Column{{Name: "words"}, {Name: "n"}}, rows...)
	for line := range strings.Lines(got) {
		if n := columns(strings.TrimSuffix(line, "\n")); n > 40 {
			t.Errorf("%d columns: %q", n, line)
		}
	}
	if !strings.Contains(got, "999") {
		t.Error("the last row is not there")
	}
}

func TestListingUnknownFormat(t *testing.T) {
	if _, err := NewListing(nil, "xml", nil, Options{}); err == nil || !strings.Contains(err.Error(), "text, json, csv") {
		t.Errorf("got %v", err)
	}
}
