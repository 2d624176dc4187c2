package ledger_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"example.org/verify/citations"
	"example.org/verify/score/ledger"
)

func TestOutlets(t *testing.T) {
	l := open(t)
	fill(t, l, 40, false)
	all, err := l.Outlets(t.Context())
	if err != nil || len(all) < 10 {
		t.Fatalf("%d outlets, %v", len(all), err)
	}
	total := 0
	for _, o := range all {
		total += o.Citations
		if o.Articles > o.Citations || o.Documents > o.Articles || o.First > o.Last {
			t.Errorf("got %+v", o)
		}
	}
	if total != all[0].Of {
		t.Errorf("%d citations of %d", total, all[0].Of)
	}
}

func TestClaimsByFilter(t *testing.T) {
	l := open(t)
	fill(t, l, 40, false)
	all := claims(t, l, ledger.ClaimFilter{})
	for name, f := range map[string]ledger.ClaimFilter{
		"grade": {Grade: "F2"}, "letter": {Grade: "A"}, "digit": {Grade: "3"}, "outlet": {Outlet: "outlet-1"},
		"days": {From: "2018-05-05", To: "2018-05-20"}, "text": {Text: `tripoli civil*`}, "limit": {Limit: 3},
	} {
		got := claims(t, l, f)
		if len(got) == 0 || len(got) >= len(all) {
			t.Errorf("%s: %d of %d", name, len(got), len(all))
		}
		for _, c := range got {
			if f.Grade == "F2" && c.Grade != "F2" || f.Grade == "3" && c.Credibility != 3 || f.From != "" && (c.Published < f.From || c.Published > f.To) {
				t.Errorf("%s: got %+v", name, c)
			}
		}
	}
	if _, err := l.Claims(t.Context(), ledger.ClaimFilter{Text: `"unclosed`}); err == nil {
		t.Error("a query that cannot be read gave no error")
	}
}

func claims(t *testing.T, l *ledger.Ledger, f ledger.ClaimFilter) []ledger.ClaimRow {
	t.Helper()
	all, err := l.Claims(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestDiff(t *testing.T) {
	l := open(t)
	doc, env, meta := newMaker(2).document(1)
	art := &doc.Articles[0]
	art.Claims = []citations.Claim{{Text: "Eighteen were killed in Tripoli."}, {Text: "The airport was seized."}}
	record(t, l, doc, env, meta)
	if _, err := l.Diff(t.Context(), meta.Doc); !errors.Is(err, ledger.ErrUnknown) {
		t.Errorf("one revision: %v", err)
	}
	old := art.Claims[0].Text
	art.Claims[0].Text = "Nobody was killed in Tripoli."
	meta.SHA256, meta.Now = "another", now.Add(time.Minute)
	record(t, l, doc, env, meta)
	d, err := l.Diff(t.Context(), meta.Doc)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(d.ClaimsGone, []string{old}) || !slices.Equal(d.ClaimsNew, []string{art.Claims[0].Text}) || d.SourcesGone != nil || d.SourcesNew != nil {
		t.Errorf("got %+v", d)
	}
}

func TestExportSources(t *testing.T) {
	l := open(t)
	fill(t, l, 5, false)
	n := 0
	err := l.ExportSources(t.Context(), func(values ...any) error {
		if n++; len(values) != len(ledger.SourceColumns) {
			t.Errorf("%d values for %d columns", len(values), len(ledger.SourceColumns))
		}
		return nil
	})
	if err != nil || n < 20 {
		t.Errorf("%d rows, %v", n, err)
	}
}

// TestSignOffsRunOut holds that a sign-off counts to the end of its last day.
func TestSignOffsRunOut(t *testing.T) {
	for day, want := range map[string]bool{"2018-06-02": true, "2018-06-03": false} {
		at, _ := time.Parse(time.DateOnly, day)
		d := ledger.Decision{Until: "2018-06-02"}
		if d.Holds(at.Add(23*time.Hour)) != want {
			t.Errorf("on %s: want %t", day, want)
		}
	}
	if !(&ledger.Decision{}).Holds(now) {
		t.Error("one for good does not hold")
	}
}

func TestCopies(t *testing.T) {
	l := open(t)
	for _, name := range []string{".v1.bak", ".v22.bak", ".v3.bak.part", ".vx.bak", ".bak"} {
		write(t, l.Path()+name, "old")
	}
	removed, err := l.ForgetCopies()
	want := []string{l.Path() + ".v1.bak", l.Path() + ".v22.bak", l.Path() + ".v3.bak.part"}
	if err != nil || !slices.Equal(removed, want) {
		t.Errorf("removed %q, %v", removed, err)
	}
	if left, err := l.Copies(); err != nil || len(left) > 0 {
		t.Errorf("left %q, %v", left, err)
	}
}
