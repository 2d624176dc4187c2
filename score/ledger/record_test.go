package ledger_test

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

// dump is everything that a ledger holds, as its export says it.
func dump(t testing.TB, l *ledger.Ledger) string {
	t.Helper()
	var b bytes.Buffer
	if err := l.ExportJSONL(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// table is one table with all its columns, the time of recording too.
func table(t *testing.T, l *ledger.Ledger, name string) string {
	t.Helper()
	r, err := ledger.Open(l.Path(), ledger.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var b strings.Builder
	err = r.SQL(t.Context(), `SELECT * FROM `+name+` ORDER BY 1, 2`, func(_ []string, values []any) error {
		b.WriteString(asJSON(t, values) + "\n")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// fill records n documents, the last first if backwards.
func fill(t testing.TB, l *ledger.Ledger, n int, backwards bool) {
	t.Helper()
	b, err := l.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Rollback()
	for i := range n {
		if backwards {
			i = n - 1 - i
		}
		doc, env, meta := newMaker(uint64(i)).document(i)
		rev, err := b.Put(t.Context(), doc, env, meta)
		if err != nil {
			t.Fatal(err)
		}
		a := score.Analyse(doc, env, score.Count(doc, env))
		a.Findings = findings()
		if err := b.PutResults(t.Context(), rev, a); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Commit(); err != nil {
		t.Fatal(err)
	}
}

// TestSameContentsWhateverTheOrder records five hundred documents, which are a thousand articles.
func TestSameContentsWhateverTheOrder(t *testing.T) {
	t.Parallel()
	n := 500
	if testing.Short() {
		n = 50
	}
	forwards, twice, merged := open(t), open(t), open(t)
	fill(t, forwards, n, false)
	fill(t, twice, n, true)
	fill(t, twice, n, false)
	want := dump(t, forwards)
	if got := dump(t, twice); got != want {
		t.Error("twice and backwards is not the same")
	}
	a, b := open(t), open(t)
	fill(t, a, n/2, false)
	fill(t, b, n, true)
	for range 2 {
		if err := merged.Merge(t.Context(), b.Path(), a.Path()); err != nil {
			t.Fatal(err)
		}
	}
	if got := dump(t, merged); got != want {
		t.Error("merged is not the same")
	}
	for name, l := range map[string]*ledger.Ledger{"forwards": forwards, "merged": merged} {
		if problems, err := l.Check(t.Context()); err != nil || len(problems) > 0 {
			t.Errorf("%s: %q, %v", name, problems, err)
		}
	}
}

func TestRecordingAgainChangesNothing(t *testing.T) {
	l := open(t)
	doc, env, meta := newMaker(2).document(1)
	rev, _ := record(t, l, doc, env, meta)
	before := dump(t, l) + table(t, l, "revision")
	meta.Now = meta.Now.Add(time.Hour)
	if again, _ := record(t, l, doc, env, meta); again != rev {
		t.Errorf("revision %s, then %s", rev, again)
	}
	if after := dump(t, l) + table(t, l, "revision"); after != before {
		t.Errorf("before %s\nafter  %s", before, after)
	}
}

func TestOtherSettingsAreAnotherRevision(t *testing.T) {
	l := open(t)
	doc, env, meta := newMaker(2).document(1)
	first, _ := record(t, l, doc, env, meta)
	env.Settings, meta.Now = "s2", now.Add(time.Minute)
	second, _ := record(t, l, doc, env, meta)
	if first == second {
		t.Fatal("one revision")
	}
	if got := table(t, l, "latest"); !strings.Contains(got, second) || strings.Contains(got, first) {
		t.Errorf("latest: %s", got)
	}
	env.Settings, meta.Now = "s1", now.Add(time.Hour) // back to the first
	record(t, l, doc, env, meta)
	if got := table(t, l, "latest"); !strings.Contains(got, first) || strings.Contains(got, second) {
		t.Errorf("latest after going back: %s", got)
	}
}

func TestEvidenceIsPartOfTheRevision(t *testing.T) {
	_, env, meta := newMaker(2).document(1)
	env.Evidence = nil
	unsought := ledger.RevisionKey(meta, env)
	env.Evidence = [][]score.Evidence{{{}, {}}}
	if got := ledger.RevisionKey(meta, env); got != unsought {
		t.Error("evidence that was not sought made another revision")
	}
	env.Evidence[0][1].Sought = true
	if got := ledger.RevisionKey(meta, env); got == unsought {
		t.Error("evidence made no other revision")
	}
}

func TestFailedDocumentLeavesNothingAndTheBatchGoesOn(t *testing.T) {
	l := open(t)
	b, err := l.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Rollback()
	m := newMaker(2)
	bad, env, meta := m.document(1)
	env.Evidence = make([][]score.Evidence, len(bad.Articles))
	for a := range bad.Articles {
		for range bad.Articles[a].Citations {
			env.Evidence[a] = append(env.Evidence[a], score.Evidence{Sought: true, Observations: []string{"never recorded"}})
		}
	}
	if _, err := b.Put(t.Context(), bad, env, meta); err == nil || !strings.Contains(err.Error(), l.Path()) {
		t.Errorf("got %v", err)
	}
	doc, env, meta := m.document(2)
	recordIn(t, b, doc, env, meta)
	if err := b.Commit(); err != nil {
		t.Fatal(err)
	}
	if got := dump(t, l); strings.Contains(got, `"doc-1"`) || !strings.Contains(got, `"doc-2"`) {
		t.Errorf("got %s", got)
	}
}

func TestRollbackForgets(t *testing.T) {
	l := open(t)
	b, err := l.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	doc, env, meta := newMaker(2).document(1)
	recordIn(t, b, doc, env, meta)
	if err := errors.Join(b.Rollback(), b.Rollback(), b.Commit()); err != nil {
		t.Fatal(err)
	}
	if got := dump(t, l); got != "" {
		t.Errorf("got %s", got)
	}
	record(t, l, doc, env, meta) // the sources that were seen are put again
}

func TestCancelledContextRecordsNothing(t *testing.T) {
	l := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	doc, env, meta := newMaker(2).document(1)
	if _, err := l.Put(ctx, doc, env, meta); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestTwoHandlesOnOneLedger stands for two processes: SQLite's locks are the same.
func TestTwoHandlesOnOneLedger(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "ledger.db")
	var wg sync.WaitGroup
	for h := range 4 {
		wg.Go(func() {
			l, err := ledger.Open(path, ledger.Options{})
			if err != nil {
				t.Error(err)
				return
			}
			defer l.Close()
			for i := range 30 {
				doc, env, meta := newMaker(uint64(i)).document(i)
				rev, err := l.Put(t.Context(), doc, env, meta)
				if err != nil {
					t.Errorf("handle %d: %v", h, err)
					return
				}
				counts, err := l.Counts(t.Context(), rev)
				if err != nil {
					t.Errorf("handle %d: %v", h, err)
					return
				}
				if err := l.PutResults(t.Context(), rev, score.Analyse(doc, env, counts)); err != nil {
					t.Errorf("handle %d: %v", h, err)
				}
			}
		})
	}
	wg.Wait()
	l, alone := openAt(t, path), open(t)
	for i := range 30 {
		doc, env, meta := newMaker(uint64(i)).document(i)
		rev, _ := alone.Put(t.Context(), doc, env, meta)
		if err := alone.PutResults(t.Context(), rev, score.Analyse(doc, env, score.Count(doc, env))); err != nil {
			t.Fatal(err)
		}
	}
	if dump(t, l) != dump(t, alone) {
		t.Error("four handles recorded something else than one")
	}
}

func TestUnknownRevision(t *testing.T) {
	if _, err := open(t).Counts(t.Context(), "nothing"); !errors.Is(err, ledger.ErrUnknown) {
		t.Errorf("got %v", err)
	}
}

func TestForget(t *testing.T) {
	l, without := open(t), open(t)
	fill(t, l, 10, false)
	fill(t, without, 9, false)
	secret, env, meta := newMaker(99).document(9)
	secret.Articles[0].Title = "Zanzibar"
	record(t, l, secret, env, meta)
	if err := l.Decide(t.Context(), ledger.Decision{Doc: "doc-9", Fingerprint: "f1", Verdict: "resolved", By: "desk", Reason: "Zanzibar", At: now}); err != nil {
		t.Fatal(err)
	}
	if err := l.Forget(t.Context(), "doc-9"); err != nil {
		t.Fatal(err)
	}
	if dump(t, l) != dump(t, without) {
		t.Error("something is left")
	}
	if problems, err := l.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Errorf("%q, %v", problems, err)
	}
	if err := l.Forget(t.Context(), "doc-9"); !errors.Is(err, ledger.ErrUnknown) {
		t.Errorf("again: %v", err)
	}
	for _, file := range []string{l.Path(), l.Path() + "-wal"} {
		if b := read(t, file); bytes.Contains(b, []byte("Zanzibar")) {
			t.Errorf("%s still has its bytes", file)
		}
	}
	record(t, l, secret, env, meta) // and the ledger goes on
}

func TestDecisionsSurviveRevisions(t *testing.T) {
	l := open(t)
	doc, env, meta := newMaker(2).document(1)
	record(t, l, doc, env, meta)
	d := ledger.Decision{Doc: meta.Doc, Fingerprint: "f1", Verdict: "resolved", By: "standards", Reason: "known to the desk", At: now, Until: "2027-01-01"}
	if err := l.Decide(t.Context(), d, d); err != nil {
		t.Fatal(err)
	}
	env.Settings = "s2"
	record(t, l, doc, env, meta)
	got, err := l.Decisions(t.Context(), meta.Doc)
	if err != nil || len(got) != 1 || got[0] != d {
		t.Errorf("got %+v, %v", got, err)
	}
	if got := table(t, l, "(SELECT * FROM open_finding WHERE coalesce(signed, '') < '2026-12-31')"); got != "" {
		t.Errorf("still open: %s", got)
	}
	if err := l.Decide(t.Context(), ledger.Decision{Doc: meta.Doc, Fingerprint: "f1", By: "x"}); err == nil {
		t.Error("a sign-off without a reason")
	}
}

// TestSilencedOrNot holds that a revision's findings do not depend on whether the run that recorded them silenced some (by a sign-off of then), nor on the order of two such runs.
func TestSilencedOrNot(t *testing.T) {
	doc, env, meta := newMaker(2).document(1)
	silenced, loud := findings(), findings()
	for i := range silenced {
		silenced[i].Silenced = &score.Silence{By: "desk", Reason: "signed off"}
		loud[i].Silenced = nil
	}
	var dumps []string
	for _, runs := range [][][]score.Finding{{silenced, loud}, {loud, silenced}, {loud}} {
		l := open(t)
		rev, err := l.Put(t.Context(), doc, env, meta)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range runs {
			a := score.Analyse(doc, env, score.Count(doc, env))
			a.Findings = found
			if err := l.PutResults(t.Context(), rev, a); err != nil {
				t.Fatal(err)
			}
		}
		dumps = append(dumps, dump(t, l))
	}
	if dumps[0] != dumps[2] || dumps[1] != dumps[2] {
		t.Error("three orders of recording, more than one result")
	}
}
