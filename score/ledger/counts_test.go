package ledger_test

import (
	"encoding/json"
	"os"
	"testing"

	"example.org/verify/score"
)

// TestViewsCountWhatGoCounts holds the views equal to score.Count on some hundreds of random documents, some thousands with VERIFY_TEST_BIG=1.
func TestViewsCountWhatGoCounts(t *testing.T) {
	t.Parallel()
	n := 500
	if os.Getenv("VERIFY_TEST_BIG") != "" {
		n = 5000
	}
	l := open(t)
	m := newMaker(1)
	for from := 0; from < n; from += 100 {
		b, err := l.Begin(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer b.Rollback()
		for i := range 100 {
			doc, env, meta := m.document(from + i)
			rev, err := b.Put(t.Context(), doc, env, meta)
			if err != nil {
				t.Fatal(err)
			}
			got, err := b.Counts(t.Context(), rev)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := asJSON(t, got), asJSON(t, score.Count(doc, env)); got != want {
				t.Fatalf("document %d\nviews %s\nGo    %s", from+i, got, want)
			}
		}
		if err := b.Commit(); err != nil {
			t.Fatal(err)
		}
	}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
