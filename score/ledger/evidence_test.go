package ledger_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"example.org/verify/citations"
	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

// answered makes up what the citations of a document came to, the same each time.
func (m maker) answered(doc *citations.Document) []score.Answer {
	verdicts := []fetch.Verdict{support.Supported, support.Partly, support.Differs, support.NotFound, support.Gone, support.Unreachable, support.NotSought}
	var all []score.Answer
	for a := range doc.Articles {
		for c := range doc.Articles[a].Claims {
			for _, i := range doc.Articles[a].Claims[c].Citations {
				ev := &fetch.Evidence{Result: support.Result{Verdict: verdicts[m.IntN(len(verdicts))], Why: "as seen"}}
				ev.Attempts = []fetch.Attempt{{At: now, URL: "https://site.example/archive", Status: 200, Outcome: "alive"}, {URL: "mailto:x", Outcome: "not tried"}}
				ev.Resolvers = []fetch.Resolved{{Name: "address", Why: "none is given"}, {Name: "day archive"}}
				if ev.Read() {
					n := m.IntN(9)
					ev.Page, ev.SHA256, ev.Got, ev.Title = fmt.Sprintf("https://site.example/%d", n), fmt.Sprintf("%064d", n%7), now.Add(time.Duration(n)*time.Minute), "A page"
					ev.Shingles = fetch.Shingles(strings.Repeat(fmt.Sprintf("w%d ", n%3), 3) + longText(n%3))
				}
				all = append(all, score.Answer{Article: a, Claim: c, Citation: i, Evidence: ev})
			}
		}
	}
	return all
}

func longText(n int) string {
	var b strings.Builder
	for i := range 90 {
		fmt.Fprintf(&b, "w%d ", (i*7+n*1000)%977)
	}
	return b.String()
}

// sought is a document whose citations were looked up, with what they came to.
func sought(t testing.TB, seed uint64, n int) (*citations.Document, score.Env, ledger.Meta, []score.Answer) {
	t.Helper()
	m := newMaker(seed)
	doc, env, meta := m.document(n)
	answers := m.answered(doc)
	if err := ledger.Observe(doc, answers); err != nil {
		t.Fatal(err)
	}
	env.Gather(doc, answers)
	return doc, env, meta, answers
}

// recordSought does the whole order of work for a document whose citations were looked up, and holds the views equal to the Go counts.
func recordSought(t testing.TB, l *ledger.Ledger, seed uint64, n int) (rev string) {
	t.Helper()
	doc, env, meta, answers := sought(t, seed, n)
	b, err := l.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Rollback()
	if err := b.PutEvidence(t.Context(), doc, answers); err != nil {
		t.Fatal(err)
	}
	if rev, err = b.Put(t.Context(), doc, env, meta); err != nil {
		t.Fatal(err)
	}
	counts, err := b.Counts(t.Context(), rev)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprintf("%+v", counts.Claims), fmt.Sprintf("%+v", score.Count(doc, env).Claims); got != want {
		t.Errorf("document %d\nviews %s\nGo    %s", n, got, want)
	}
	a := score.Analyse(doc, env, counts)
	a.SetAnswers(answers)
	a.Findings = findings()
	if err := errors.Join(b.PutResults(t.Context(), rev, a), b.Commit()); err != nil {
		t.Fatal(err)
	}
	return rev
}

// TestEvidenceIsRecordedOnce holds that looking up again what is kept adds nothing, in whatever order and through a merge.
func TestEvidenceIsRecordedOnce(t *testing.T) {
	forwards, backwards, merged := open(t), open(t), open(t)
	const n = 20
	for i := range n {
		recordSought(t, forwards, uint64(i), i)
	}
	want := dump(t, forwards)
	for i := range n {
		recordSought(t, forwards, uint64(i), i)
		recordSought(t, backwards, uint64(n-1-i), n-1-i)
	}
	for range 2 {
		if err := merged.Merge(t.Context(), backwards.Path(), forwards.Path()); err != nil {
			t.Fatal(err)
		}
	}
	for name, l := range map[string]*ledger.Ledger{"again": forwards, "backwards": backwards, "merged": merged} {
		if dump(t, l) != want {
			t.Errorf("%s is not the same", name)
		}
		if problems, err := l.Check(t.Context()); err != nil || len(problems) > 0 {
			t.Errorf("%s: %q, %v", name, problems, err)
		}
	}
	for _, table := range []string{"observation", "attempt", "resolved", "page", "used", "judged", "near_copy"} {
		if !strings.Contains(want, `{"table":"`+table+`"`) {
			t.Errorf("no row of %s", table)
		}
	}
}

// TestForgetEvidence holds that a document's observations go with it, but for those that another rests on.
func TestForgetEvidence(t *testing.T) {
	l, without := open(t), open(t)
	for i := range 6 {
		recordSought(t, l, uint64(i), i)
		if i < 5 {
			recordSought(t, without, uint64(i), i)
		}
	}
	if err := l.Forget(t.Context(), "doc-5"); err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Count(dump(t, l), "\n"), strings.Count(dump(t, without), "\n"); got != want {
		t.Errorf("%d rows are left, want %d", got, want)
	}
	if problems, err := l.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Errorf("%q, %v", problems, err)
	}
}

func TestEvidenceView(t *testing.T) {
	l := open(t)
	doc, _, _, answers := sought(t, 3, 3)
	rev := recordSought(t, l, 3, 3)
	n := 0
	for i := range answers {
		if answers[i].Observation != "" {
			n++
		}
	}
	got := table(t, l, fmt.Sprintf("(SELECT count(*), 0 FROM (SELECT DISTINCT article, claim, citation FROM evidence WHERE rev = '%s'))", rev))
	if want := fmt.Sprintf("[%d,0]\n", n); got != want || len(doc.Articles) == 0 {
		t.Errorf("%s rows, want %s", got, want)
	}
}

// TestSought holds that citations that were looked up are counted for the current revision alone, and that the settings are those that it was recorded with.
func TestSought(t *testing.T) {
	l := open(t)
	rev := recordSought(t, l, 5, 6)
	doc, env, meta, _ := sought(t, 5, 6)
	want := 0
	for _, article := range env.Evidence {
		for i := range article {
			if article[i].Sought {
				want++
			}
		}
	}
	got, err := l.Sought(t.Context())
	if err != nil || len(got) != 1 || got[rev] != want || want == 0 {
		t.Fatalf("%v, want %d of %s, %v", got, want, rev, err)
	}
	env.Evidence, env.EvidenceFor, meta.Now = nil, nil, meta.Now.Add(time.Hour)
	if _, err := l.Put(t.Context(), doc, env, meta); err != nil {
		t.Fatal(err)
	}
	got, err = l.Sought(t.Context())
	if now, err := l.Current(t.Context()); err != nil || now[meta.Doc].Settings != env.Settings || now[meta.Doc].Rev == rev {
		t.Errorf("%+v, %v", now, err)
	}
	if err != nil || len(got) != 0 {
		t.Errorf("%v, %v", got, err)
	}
}

// TestObservationIsItsContent holds that an observation's id changes with what was seen, and with nothing else.
func TestObservationIsItsContent(t *testing.T) {
	doc, _, _, answers := sought(t, 3, 3)
	at := 0
	for answers[at].Observation == "" {
		at++
	}
	one := answers[at : at+1]
	first := one[0].Observation
	for _, c := range []struct {
		name   string
		change func(*fetch.Evidence)
		same   bool
	}{
		{"nothing", func(*fetch.Evidence) {}, true},
		{"when the page came", func(ev *fetch.Evidence) { ev.Got = ev.Got.Add(time.Hour) }, true},
		{"the passage", func(ev *fetch.Evidence) { ev.Passage = "other words" }, false},
		{"an attempt", func(ev *fetch.Evidence) {
			ev.Attempts = append(ev.Attempts, fetch.Attempt{At: now, URL: "https://x.example"})
		}, false},
		{"an earlier run", func(ev *fetch.Evidence) { ev.Earlier = []fetch.Attempt{{At: now, Outcome: "gone"}} }, false},
	} {
		ev := *answers[at].Evidence
		c.change(&ev)
		changed := []score.Answer{{Article: one[0].Article, Claim: one[0].Claim, Citation: one[0].Citation, Evidence: &ev}}
		if err := ledger.Observe(doc, changed); err != nil || (changed[0].Observation == first) != c.same {
			t.Errorf("%s: %s, then %s, %v", c.name, first, changed[0].Observation, err)
		}
	}
}
