package ledger_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"example.org/verify/citations"
	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

// texts records a document whose claims have these texts.
func texts(t testing.TB, b *ledger.Batch, name string, claims ...string) string {
	t.Helper()
	doc := &citations.Document{Articles: []citations.Article{{}}}
	for _, text := range claims {
		doc.Articles[0].Claims = append(doc.Articles[0].Claims, citations.Claim{Text: text})
	}
	rev, err := b.Put(t.Context(), doc, score.Env{}, ledger.Meta{Doc: name, SHA256: strings.Join(claims, ""), Now: now})
	if err != nil {
		t.Fatal(err)
	}
	return rev
}

// similar asks for one revision.
func similar(t *testing.T, l *ledger.Ledger, rev string) (likes []ledger.Like, skipped int, err error) {
	t.Helper()
	skipped, err = l.Similar(t.Context(), []string{rev}, func(_ string, found []ledger.Like) error {
		likes = found
		return nil
	})
	return likes, skipped, err
}

const killed = "At least 18 civilians were killed in Sabha during clashes between Tebu fighters and Awlad Suleiman tribesmen near the airport."

func TestSimilarClaims(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, other string
		similar     bool
	}{
		{"reworded", "Clashes between Tebu fighters and Awlad Suleiman tribesmen near the airport in Sabha killed at least eighteen civilians.", true},
		{"another number", strings.Replace(killed, "18", "19", 1), false},
		{"denied", strings.Replace(killed, "were", "were not", 1), false},
		{"another name", strings.Replace(killed, "Sabha", "Kufra", 1), false},
		{"one name more", strings.Replace(killed, "Sabha", "Sabha, Libya,", 1), true},
		{"another matter", "The minister announced on Monday that new elections would be held in December under a revised electoral law.", false},
		{"too short", "18 civilians were killed in Sabha.", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			l := open(t)
			b, err := l.Begin(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer b.Rollback()
			rev := texts(t, b, "one", killed)
			texts(t, b, "two", "Nothing of the kind.", test.other)
			if err := b.Commit(); err != nil {
				t.Fatal(err)
			}
			likes, _, err := similar(t, l, rev)
			if err != nil || (len(likes) == 1) != test.similar {
				t.Fatalf("got %+v, %v", likes, err)
			}
			if test.similar && (likes[0].Doc != "two" || likes[0].Other.Claim != 2 || likes[0].Likeness < .6 || likes[0].Text != test.other) {
				t.Errorf("got %+v", likes[0])
			}
		})
	}
}

func TestSimilarLooksAtOtherDocumentsCurrentRevisions(t *testing.T) {
	l := open(t)
	put := func(doc, sha string, at time.Time, text string) string {
		d := &citations.Document{Articles: []citations.Article{{Claims: []citations.Claim{{Text: text}, {Text: text}}}}}
		rev, err := l.Put(t.Context(), d, score.Env{}, ledger.Meta{Doc: doc, SHA256: sha, Now: at})
		if err != nil {
			t.Fatal(err)
		}
		return rev
	}
	put("one", "draft", now, killed)
	rev := put("one", "final", now.Add(time.Hour), killed)
	put("two", "draft", now, killed)
	if likes, _, err := similar(t, l, rev); err != nil || len(likes) != 4 {
		t.Fatalf("got %+v, %v", likes, err)
	}
	put("two", "final", now.Add(time.Hour), "Withdrawn.")
	if likes, _, err := similar(t, l, rev); err != nil || len(likes) != 0 {
		t.Errorf("a withdrawn claim is still there: %+v, %v", likes, err)
	}
	if problems, err := l.Check(t.Context()); err != nil || len(problems) != 2 { // no scores were put
		t.Logf("%q %v", problems, err)
	}
}

func TestFormulaIsSkippedAndCounted(t *testing.T) {
	t.Parallel()
	l := open(t)
	b, err := l.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Rollback()
	var rev string
	for i := range 202 {
		rev = texts(t, b, fmt.Sprint(i), killed)
	}
	if err := b.Commit(); err != nil {
		t.Fatal(err)
	}
	likes, skipped, err := similar(t, l, rev)
	if err != nil || len(likes) != 0 || skipped != 20 {
		t.Errorf("%d likes, %d skipped, %v", len(likes), skipped, err)
	}
}
