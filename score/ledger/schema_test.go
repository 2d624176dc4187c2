package ledger_test

import (
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"example.org/verify/score/ledger"
)

var sqlBlock = regexp.MustCompile("(?s)```sql\n(.*?)```")

// TestSchemaPageQueries runs the twelve example queries of the page, and the same with the sqlite3 shell where there is one.
func TestSchemaPageQueries(t *testing.T) {
	l := open(t)
	fill(t, l, 60, false)
	r, err := ledger.Open(l.Path(), ledger.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	shell, _ := exec.LookPath("sqlite3")
	queries := sqlBlock.FindAllStringSubmatch(ledger.Schema, -1)
	if len(queries) != 12 {
		t.Fatalf("%d queries", len(queries))
	}
	for i, q := range queries {
		n := 0
		if err := r.SQL(t.Context(), q[1], func([]string, []any) error { n++; return nil }); err != nil || n == 0 {
			t.Errorf("query %d: %d rows, %v", i+1, n, err)
		}
		if shell == "" {
			continue
		}
		out, err := exec.Command(shell, "-readonly", "-json", l.Path(), q[1]).CombinedOutput()
		if got := strings.Count(string(out), "},\n") + 1; err != nil || got != n {
			t.Errorf("query %d in the shell: %d rows of %d, %v %.300s", i+1, got, n, err, out)
		}
	}
}

// TestSchemaPageNamesEverything holds that no table or view is missing from the page.
func TestSchemaPageNamesEverything(t *testing.T) {
	r := openRead(t)
	err := r.SQL(t.Context(), `SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'claim_text_%'`, func(_ []string, v []any) error {
		if !strings.Contains(ledger.Schema, "`"+v[0].(string)+"`") {
			t.Errorf("%v is not on the page", v[0])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// openRead opens a ledger with some documents for reading.
func openRead(t *testing.T) *ledger.Ledger {
	t.Helper()
	l := open(t)
	fill(t, l, 5, false)
	r, err := ledger.Open(l.Path(), ledger.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}
