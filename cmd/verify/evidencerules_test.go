package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.org/verify/fetch"
	"example.org/verify/fetch/cache"
)

// TestEvidenceFindings: what was looked up is raised by check and asked by queries; nothing is where nothing was sought. An address that was gone on three days that
// lie three days apart is dead, an error; an offline run says the same.
func TestEvidenceFindings(t *testing.T) {
	h := newHerald(t)
	if out, _, _ := h.call(t, "check", "--no-config", h.article); strings.Contains(out, "[link.") || strings.Contains(out, "[evidence.") {
		t.Errorf("nothing was sought, and yet\n%s", out)
	}
	pages := filepath.Join(h.dir, "pages.db")
	for _, run := range []struct {
		earlier, want string // a failure before the run, and what comes of it
		more          []string
	}{
		{"", "warning [link.dead]", nil},
		{"2024-06-01", "warning [link.dead]", nil},
		{"2024-06-05", "error [link.dead]", nil},
		{"", "error [link.dead]", []string{"--offline"}},
	} {
		h.goneOn(t, pages, run.earlier)
		out, errs, _ := h.call(t, with("check", h.looking(t), []string{"--pages", pages}, run.more, []string{h.article})...)
		for _, want := range []string{run.want, "suggestion [evidence.not-found]", "no page of Lab Herald of 20 May 2024 that fits was found"} {
			if !strings.Contains(out, want) {
				t.Errorf("after %q: %q is not in\n%s%s", run.earlier, want, out, errs)
			}
		}
	}
	out, _, code := h.call(t, with("queries", h.looking(t), []string{"--pages", pages, "--offline", h.article})...)
	for _, want := range []string{"was not found on 1 June, 5 June 2024 and ", "Do you know where the page is now", "We have looked for the page of “Lab Herald, May 20, 2024”"} {
		if code != exitDone || !strings.Contains(out, want) {
			t.Errorf("exit code %d, %q is not in\n%s", code, want, out)
		}
	}
}

// goneOn puts down that the address which the article's note gives was gone on a day, "" for none.
func (h *herald) goneOn(t *testing.T, pages, day string) {
	t.Helper()
	if day == "" {
		return
	}
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	store, err := cache.Open(pages)
	if err != nil {
		t.Fatal(err)
	}
	err = store.Meet(context.Background(), h.URL+"/2024/05/14/gone/", fetch.Attempt{At: at, Outcome: string(fetch.Gone)})
	if err = errors.Join(err, store.Close()); err != nil {
		t.Fatal(err)
	}
}

// TestEvidenceInReport: the page tells what was found for each citation, from what is kept.
func TestEvidenceInReport(t *testing.T) {
	h := newHerald(t)
	page := filepath.Join(h.dir, "report.html")
	if _, errs, code := h.call(t, with("report", h.looking(t), []string{h.article, "-o", page})...); code != exitDone {
		t.Fatalf("exit code %d, %s", code, errs)
	}
	b, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"3 of 3 citations looked up:", fmt.Sprintf(`<a href="%s/2024/05/14/port-workers/" rel="noreferrer noopener" dir="auto">Port workers end three day strike</a>, of 14 May 2024, by its `, h.URL),
		"Why it was not found in 5 places", "<b>Wayback Machine, Wayback front page</b>", `link.dead`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("%q is not on the page", want)
		}
	}
}

// TestOfflineSaysItOnce: what is not kept is said for each source in two words, and why at the end of the run.
func TestOfflineSaysItOnce(t *testing.T) {
	h := newHerald(t)
	out, errs, code := h.fetch(t, "--config", h.write(t, "trusted.toml", h.open()), "--offline", h.article)
	if code != exitDone || strings.Count(out, "not sought, not kept") != 3 || strings.Contains(out, "among the pages") || strings.Count(errs, "not among the pages that are kept: 3") != 1 {
		t.Errorf("exit code %d\n%s%s", code, out, errs)
	}
}
