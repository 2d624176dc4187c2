package ledger_test

import (
	"errors"
	"strings"
	"testing"

	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

// TestRowsThatWouldLeadNowhere holds that nothing is put that leads to what is not there, though SQLite is not asked about each row of a document.
func TestRowsThatWouldLeadNowhere(t *testing.T) {
	t.Parallel()
	l := open(t)
	doc, env, meta, _ := sought(t, 4, 4)
	if _, err := l.Put(t.Context(), doc, env, meta); err == nil || !strings.Contains(err.Error(), "observation") {
		t.Errorf("evidence that was not recorded: %v", err)
	}
	a := score.Analyse(doc, env, score.Count(doc, env))
	if err := l.PutResults(t.Context(), ledger.RevisionKey(meta, env), a); !errors.Is(err, ledger.ErrUnknown) {
		t.Errorf("results of no revision: %v", err)
	}
	other, env, meta := newMaker(5).document(5)
	rev, err := l.Put(t.Context(), other, env, meta)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.PutResults(t.Context(), rev, a); err == nil || !strings.Contains(err.Error(), "claims") {
		t.Errorf("results of other claims: %v", err)
	}
	if err := l.Decide(t.Context(), ledger.Decision{Doc: "nobody's", Fingerprint: "f", Verdict: "wrong", By: "desk", Reason: "seen", At: now}); err == nil {
		t.Error("a sign-off of no document was taken")
	}
	if problems, err := l.Check(t.Context()); err != nil || len(problems) != 1 { // the revision without scores
		t.Errorf("%q, %v", problems, err)
	}
}

// TestRecordIsPutAndResults holds that a record made beforehand leaves what the single steps leave, once and again.
func TestRecordIsPutAndResults(t *testing.T) {
	t.Parallel()
	steps, whole := open(t), open(t)
	for i := range 8 {
		doc, env, meta, answers := sought(t, uint64(i), i)
		trail := score.Trace(doc, env)
		a := trail.Analyse(doc, env, trail.Count(doc))
		a.SetAnswers(answers)
		a.Findings = findings()
		b, err := steps.Begin(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		rev, err := ledger.RevisionKey(meta, env), b.PutEvidence(t.Context(), doc, answers)
		if err == nil {
			_, err = b.PutTrail(t.Context(), doc, trail, env, meta)
		}
		if err := errors.Join(err, b.PutResults(t.Context(), rev, a), b.Commit()); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			r, err := ledger.NewRecord(doc, trail, env, meta, answers, a)
			if err != nil {
				t.Fatal(err)
			}
			if r.Revision() != rev {
				t.Errorf("revision %s, want %s", r.Revision(), rev)
			}
			if b, err = whole.Begin(t.Context()); err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(b.Record(t.Context(), r), b.Commit()); err != nil {
				t.Fatal(err)
			}
		}
	}
	if dump(t, steps) != dump(t, whole) {
		t.Error("a record leaves something else than its steps")
	}
}
