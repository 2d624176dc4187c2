package ledger_test

import (
	"strings"
	"testing"

	"example.org/verify/score/ledger"
)

// Words that are sought find claims or are an error that says what would cure it: what a person types is never SQL.
func FuzzClaimWords(f *testing.F) {
	for _, s := range []string{`tripoli civil*`, `"unclosed`, `a OR b`, `NOT x`, `-x`, `a NEAR/2 b`, `claim:x`, `(a`, `''`, `"; DROP TABLE claim; --`, "\x00", "*", `a"b"c`, "ß*", "\xff"} {
		f.Add(s, "B2", "outlet-1", "2018-05-05")
	}
	l := open(f)
	fill(f, l, 10, false)
	whole, err := l.Claims(f.Context(), ledger.ClaimFilter{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, words, grade, outlet, from string) {
		for _, q := range []ledger.ClaimFilter{{Text: words}, {Text: words, Grade: grade, Outlet: outlet, From: from}, {Grade: grade}, {Outlet: outlet, Doc: words}, {From: from, To: from}} {
			got, err := l.Claims(t.Context(), q)
			if err != nil {
				if q.Text == "" || !strings.Contains(err.Error(), "quotation marks") {
					t.Fatalf("%+v: %v", q, err)
				}
				continue
			}
			if len(got) > len(whole) {
				t.Fatalf("%+v: %d of %d", q, len(got), len(whole))
			}
		}
		if all, err := l.Claims(t.Context(), ledger.ClaimFilter{}); err != nil || len(all) != len(whole) {
			t.Fatalf("%d claims are left of %d, %v", len(all), len(whole), err)
		}
	})
}
