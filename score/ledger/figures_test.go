package ledger_test

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"math"
	"os/exec"
	"strings"
	"testing"

	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

// printed is a claim's score as a report prints it, in the order of the view claim_score.
func printed(t *testing.T, rev string, article, claim int, c *score.Claim) string {
	t.Helper()
	var lag, grade any
	if c.LagKnown {
		lag = c.Lag
	}
	if c.Grade != "" {
		grade = c.Grade
	}
	b := c.Because
	if b == nil {
		b = []string{}
	}
	because, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint([]any{rev, article, claim, c.Counts.Citations, c.Own, c.Outlets, c.Owners, c.OwnersKnown, c.Countries, c.Languages, c.Counts.Origins,
		c.Corroboration, c.Read, c.Differs, c.Diversity, lag, grade, c.Reliability, c.Credibility, c.Points, string(because)})
}

// TestEveryFigureWithPlainSQL reads every figure of every claim of a hundred documents through the ledger alone, by go-sqlite3 and,
// where there is one, by the sqlite3 shell, whose logarithm is another one.
func TestEveryFigureWithPlainSQL(t *testing.T) {
	t.Parallel()
	l := open(t)
	var want []string
	for i := range 100 {
		doc, env, meta := newMaker(uint64(i)).document(i)
		rev, a := record(t, l, doc, env, meta)
		for ar := range a.Articles {
			for c := range a.Articles[ar].Claims {
				want = append(want, printed(t, rev, ar+1, c+1, &a.Articles[ar].Claims[c]))
			}
		}
	}
	r, err := ledger.Open(l.Path(), ledger.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	const query = `SELECT s.* FROM claim_score s JOIN revision USING (rev) ORDER BY CAST(substr(doc, 5) AS INTEGER), article, claim`
	var got []string
	err = r.SQL(t.Context(), query, func(_ []string, values []any) error {
		got = append(got, fmt.Sprint(values))
		return nil
	})
	if err != nil || strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%d claims of %d, %v", len(got), len(want), err)
	}
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		return
	}
	out, err := exec.Command(shell, "-readonly", "-json", l.Path(), query).Output()
	if err != nil {
		t.Skipf("the shell here lacks something: %v", err)
	}
	var rows []map[string]any
	if err := json.Unmarshal(out, &rows); err != nil || len(rows) != len(want) {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for i, row := range rows {
		if d := fmt.Sprint(row["diversity"]); !strings.Contains(want[i], " "+d+" ") {
			t.Errorf("the shell's diversity is %s: %s", d, want[i])
		}
	}
}

// TestFunctionsAreThoseOfSQLite holds ln and exp to what SQLite's own give, NULL included.
func TestFunctionsAreThoseOfSQLite(t *testing.T) {
	db := raw(t, ":memory:")
	defer db.Close()
	for query, want := range map[string]any{
		`ln(2)`: math.Ln2, `ln(2.0)`: math.Ln2, `exp(1)`: math.E, `ln(0)`: nil, `ln(-1)`: nil, `ln(NULL)`: nil, `exp('x')`: nil, `exp(1e9)`: nil,
	} {
		var got sql.NullFloat64
		if err := db.QueryRow(`SELECT ` + query).Scan(&got); err != nil {
			t.Errorf("%s: %v", query, err)
		}
		if x, ok := want.(float64); ok != got.Valid || ok && math.Abs(x-got.Float64) > 1e-15 {
			t.Errorf("%s: got %+v, want %v", query, got, want)
		}
	}
}
