package main

import (
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
)

// TestAuditFetchLikeClaims holds that an audit that is stopped at any request is completed by the next, which repeats no more than the request that was under way,
// and that the ledger then has what claims --fetch records of the same documents.
func TestAuditFetchLikeClaims(t *testing.T) {
	h := newHerald(t)
	second := h.write(t, "desk/second.txt", "THE PORT\n\nNadira Tolmayeva\n\nShips resumed unloading at noon (Lab Herald, May 14, 2024).\n")
	looking := h.looking(t)
	for stopAt := int32(1); stopAt <= 5; stopAt++ {
		h.hits.Store(0)
		name := filepath.Join(h.dir, fmt.Sprint("stopped", stopAt))
		pages := name + ".pages"
		args := with("audit", looking, []string{filepath.Join(h.dir, "desk"), "-o", name, "--pages", pages})
		h.stopped(t, stopAt, args...)
		if _, errs, code := h.call(t, args...); code != exitDone || h.hits.Load() > 6 {
			t.Errorf("at %d: exit code %d, %d requests, at most 6 wanted\n%s", stopAt, code, h.hits.Load(), errs)
		}
		claims := filepath.Join(h.dir, fmt.Sprint(stopAt)+".db")
		if _, errs, code := h.call(t, with("claims", looking, []string{h.article, second, "--offline", "--pages", pages, "--ledger", claims})...); code != exitDone {
			t.Fatal(errs)
		}
		want := exported(t, claims)
		if got := exported(t, filepath.Join(name, "ledger.db")); got != want || !strings.Contains(want, `"supported"`) {
			t.Errorf("at %d: recorded\n%s\nclaims --fetch records\n%s", stopAt, got, want)
		}
	}
}

// TestAuditFetchKilled holds the same for an audit that is killed, after a document that was recorded too.
func TestAuditFetchKilled(t *testing.T) {
	h := newHerald(t)
	h.write(t, "desk/a-first.txt", "THE PORT\n\nNadira Tolmayeva\n\nShips resumed unloading at noon (Lab Herald, May 14, 2024).\n")
	args := with("audit", h.looking(t), []string{filepath.Join(h.dir, "desk"), "-o"})
	out := func(name string) []string {
		return []string{filepath.Join(h.dir, name), "--pages", filepath.Join(h.dir, name+".pages")}
	}
	if _, errs, code := h.call(t, append(args, out("whole")...)...); code != exitDone {
		t.Fatal(errs)
	}
	asked := int(h.hits.Load())
	const verdicts = "SELECT doc, claim, citation, verdict, passage, why FROM evidence JOIN latest USING (rev) ORDER BY 1, 2, 3"
	want, _, _ := h.call(t, "ledger", "sql", verdicts, "--format", "csv", "--ledger", filepath.Join(h.dir, "whole", "ledger.db"))
	for at := 1; at <= asked; at++ {
		name := fmt.Sprint("killed", at)
		before := int(h.hits.Load())
		h.killed(t, at, append(args, out(name)...)...)
		_, errs, code := h.call(t, append(args, out(name)...)...)
		if again := int(h.hits.Load()) - before - asked; code != exitDone || again > 1 {
			t.Errorf("at %d: exit code %d, %d requests were repeated\n%s", at, code, again, errs)
		}
		if got, _, _ := h.call(t, "ledger", "sql", verdicts, "--format", "csv", "--ledger", filepath.Join(h.dir, name, "ledger.db")); got != want || !strings.Contains(want, "supported") {
			t.Errorf("at %d: the ledger has\n%s", at, got)
		}
	}
}

// TestAuditSeeksAgain holds that an audit seeks a page that could not be reached again once another failure would count, and not before.
func TestAuditSeeksAgain(t *testing.T) {
	h := newHerald(t)
	h.answer(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/2024/05/14/gone") {
			h.hits.Add(1)
			panic(http.ErrAbortHandler) // the connection ends
		}
		h.serve(w, r)
	})
	audit := func(now string) (sent int32) {
		before := h.hits.Load()
		args := with("audit", h.looking(t), []string{filepath.Join(h.dir, "desk"), "-o", filepath.Join(h.dir, "out"), "--pages", filepath.Join(h.dir, "pages"), "--now", now})
		if _, errs, code := h.call(t, args...); code != exitDone {
			t.Fatal(errs)
		}
		return h.hits.Load() - before
	}
	verdicts := func() string {
		out, _, _ := h.call(t, "ledger", "sql", "SELECT verdict, count(*) FROM evidence JOIN latest USING (rev) GROUP BY 1", "--format", "csv", "--ledger", filepath.Join(h.dir, "out", "ledger.db"))
		return out
	}
	if audit("2024-06-01"); !strings.Contains(verdicts(), "unreachable,1") {
		t.Fatalf("verdicts: %s", verdicts())
	}
	if sent := audit("2024-06-01"); sent != 0 {
		t.Errorf("%d requests on the same day", sent)
	}
	h.answer(h.serve)
	if sent := audit("2999-01-01"); sent == 0 || sent > 2 || strings.Contains(verdicts(), "unreachable") {
		t.Errorf("%d requests long after, at most 2 wanted; verdicts: %s", sent, verdicts())
	}
	if sent := audit("2999-02-01"); sent != 0 {
		t.Errorf("%d requests though all was found", sent)
	}
}
