//go:build linux

package main

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// talkative serves as the herald does, and its page has 200 KB that no packing makes smaller.
func (h *herald) talkative(w http.ResponseWriter, r *http.Request) {
	h.serve(w, r)
	if strings.HasSuffix(r.URL.Path, "/port-workers/") {
		r := rand.New(rand.NewPCG(1, 2))
		for range 20_000 {
			fmt.Fprintf(w, "<p>%x</p>", r.Uint32())
		}
	}
}

// sizes are those that a test tries, one of them with -short.
func sizes(all ...string) []string {
	if testing.Short() {
		return all[len(all)/2:][:1]
	}
	return all
}

const allFound = "1 supported, 1 not found, 1 gone"

// TestPagesOnDiskThatFills keeps pages on a disk that is too small. The run says so, and once there is room the same command does the rest.
func TestPagesOnDiskThatFills(t *testing.T) {
	h := newHerald(t)
	h.answer(h.talkative)
	for _, size := range sizes("4k", "40k", "100k", "160k") {
		for _, command := range []string{"fetch", "claims"} {
			small := disk(t, "size="+size)
			pages, ledger := filepath.Join(small, "pages.db"), filepath.Join(t.TempDir(), "l.db")
			args := with(command, h.asking(t, command), []string{h.article, "--pages", pages, "--ledger", ledger})
			out, errs, code := h.call(t, args...)
			if code != exitUnable || !strings.Contains(errs, "make room on the disk and run again") || strings.Contains(errs, "rollback") {
				t.Errorf("%s, %s: exit code %d: %s%s", size, command, code, out, errs)
			}
			remount(t, small, 0, "size=64m")
			if out, errs, code = h.call(t, args...); code != exitDone || !strings.Contains(errs, allFound) {
				t.Errorf("%s, %s, with room: exit code %d: %s%s", size, command, code, out, errs)
			}
			if n := numberIn(t, pages, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"); n > 0 {
				t.Errorf("%s, %s: the pages are damaged", size, command)
			}
		}
	}
}

// TestPagesThatCannotBeWritten holds that nothing is asked whose answer cannot be kept.
func TestPagesThatCannotBeWritten(t *testing.T) {
	h := newHerald(t)
	fixed := disk(t, "size=8m")
	args := with("fetch", h.asking(t, "fetch"), []string{h.article, "--pages", filepath.Join(fixed, "pages.db"), "--ledger", "none"})
	if _, errs, code := h.call(t, args...); code != exitDone {
		t.Fatalf("exit code %d: %s", code, errs)
	}
	remount(t, fixed, syscall.MS_RDONLY, "")
	first := h.hits.Load()
	if out, errs, code := h.call(t, args...); code != exitUnable || !strings.Contains(errs, "name another file with --pages") || h.hits.Load() != first {
		t.Errorf("exit code %d: %s%s", code, out, errs)
	}
}

// TestExportOnDiskThatFills writes web archives on a disk that is too small: none is left half-written, and with room it has the bytes of one that was written elsewhere.
func TestExportOnDiskThatFills(t *testing.T) {
	h := newHerald(t)
	h.answer(h.talkative)
	args := with("fetch", h.asking(t, "fetch"), []string{h.article, "--ledger", "none"})
	if _, errs, code := h.call(t, append(args, "--export", filepath.Join(h.dir, "whole"))...); code != exitDone {
		t.Fatalf("exit code %d: %s", code, errs)
	}
	want := read(t, filepath.Join(h.dir, "whole", "article.wacz"))
	args = append(args, "--offline")
	for _, size := range sizes("4k", "20k", "80k") {
		small := disk(t, "size="+size)
		export := append(args, "--export", filepath.Join(small, "out"))
		out, errs, code := h.call(t, export...)
		if code != exitUnable || !strings.Contains(errs, "no space left") || !strings.Contains(errs, "make room") {
			t.Errorf("%s: exit code %d: %s%s", size, code, out, errs)
		}
		nothingLeft(t, small)
		remount(t, small, 0, "size=64m")
		if out, errs, code := h.call(t, export...); code != exitDone || string(read(t, filepath.Join(small, "out", "article.wacz"))) != string(want) {
			t.Errorf("%s, with room: exit code %d: %s%s", size, code, out, errs)
		}
	}
}

// TestAuditFetchOnDiskThatFills audits with lookups onto a disk that is too small; with room the next audit does the rest.
func TestAuditFetchOnDiskThatFills(t *testing.T) {
	h := newHerald(t)
	h.answer(h.talkative)
	for _, size := range sizes("8k", "100k", "300k", "500k") {
		small := disk(t, "size="+size)
		args := with("audit", h.looking(t), []string{filepath.Join(h.dir, "desk"), "-o", filepath.Join(small, "out"), "--pages", filepath.Join(small, "pages.db")})
		out, errs, code := h.call(t, args...)
		if code != exitUnable || !strings.Contains(errs, "no space left") && !strings.Contains(errs, "make room on the disk") || strings.Contains(errs, "rollback") {
			t.Errorf("%s: exit code %d: %s%s", size, code, out, errs)
		}
		remount(t, small, 0, "size=64m")
		if out, errs, code = h.call(t, args...); code != exitDone || !strings.Contains(errs, allFound) {
			t.Errorf("%s, with room: exit code %d: %s%s", size, code, out, errs)
		}
	}
}

// asking are the flags with which a command looks up on loopback: fetch does so without --fetch.
func (h *herald) asking(t *testing.T, command string) (flags []string) {
	t.Helper()
	for _, f := range h.looking(t) {
		if command != "fetch" || f != "--fetch" {
			flags = append(flags, f)
		}
	}
	return flags
}
