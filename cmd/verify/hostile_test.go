//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"
)

// TestHostile takes every hostile text through the commands. None fails on one, JSON stays JSON, and nothing that a text says reaches a terminal as a control or turns a line
// around.
func TestHostile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var files []string
	for i := range hostileTexts {
		files = append(files, writeHostile(t, dir, &hostileTexts[i], 4<<10))
	}
	for _, test := range []struct{ args, controls string }{
		{"claims --format text", "\n"}, {"claims --format csv", "\r\n"}, {"claims --format markdown", "\n"}, {"claims --format json", ""}, {"claims --format html", "\n"},
		{"check --format text", "\n"}, {"check --format github", "\n"}, {"check --format junit", "\n"}, {"check --format checkstyle", "\n"}, {"check --format sarif", ""}, {"check --format rdjson", ""},
		{"report -o -", "\n\t"}, {"text --map", "\n\t"},
	} {
		args := strings.Fields(test.args)
		if args[0] != "text" {
			args = append(args, "--ledger", "none", "--no-config", "--now", "2026-01-01")
		}
		var out, errs bytes.Buffer
		code := run(context.Background(), append(args, files...), streams{strings.NewReader(""), &out, &errs})
		if code != exitSome && code != exitBroken { // some are no text
			t.Errorf("%s: exit code %d: %.500s", test.args, code, errs.String())
		}
		harmless(t, test.args+", standard error", errs.String(), "\n")
		if test.controls == "" { // data for programs, which says the text as it is
			wholeJSON(t, test.args, out.Bytes())
			continue
		}
		harmless(t, test.args, out.String(), test.controls)
	}
}

// TestHostileAudit does the same to an audit, and asks the ledger that it leaves.
func TestHostileAudit(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "archive"), 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range hostileTexts {
		writeHostile(t, filepath.Join(dir, "archive"), &hostileTexts[i], 2<<10)
	}
	out := filepath.Join(dir, "out")
	var said, errs bytes.Buffer
	if code := run(context.Background(), []string{"audit", filepath.Join(dir, "archive"), "-o", out, "--no-config"}, streams{strings.NewReader(""), &said, &errs}); code != exitSome {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	harmless(t, "audit", said.String()+errs.String(), "\n")
	ledger := filepath.Join(out, "ledger.db")
	for _, args := range []string{"outlets", "claims", "decisions", "check"} {
		harmless(t, "ledger "+args, inside(t, "ledger", args, "--ledger", ledger), "\n")
	}
}

// harmless wants no controls in what is printed, beside those named, and nothing that turns the direction of a line.
func harmless(t *testing.T, what, out, controls string) {
	t.Helper()
	for i, r := range out {
		if unicode.IsControl(r) && !strings.ContainsRune(controls, r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u2028' || r == '\u2029' {
			t.Errorf("%s: it prints %U in %.80q", what, r, out[max(0, i-40):])
			return
		}
	}
}

func wholeJSON(t *testing.T, what string, out []byte) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(out))
	for d.More() {
		var v any
		if err := d.Decode(&v); err != nil {
			t.Errorf("%s: %v", what, err)
			return
		}
	}
}

// TestHostileGrowth times the program on hostile texts of 1, 2 and 4 MB, beside a plain one (VERIFY_TEST_BIG=1; with 16, up to 16 MB, with
// 128, beyond a line of 100 MB, a million markers and their notes, and ten million dates). Twice the text takes no more than about
// twice the time. A text that is all citations prints forty times its size; its time is held against the plain text's for what is read or for what is printed, whichever is
// more. A machine that does other work spoils some of the times: what looks slow is timed again, beside the plain text.
func TestHostileGrowth(t *testing.T) {
	if !big {
		t.Skip("VERIFY_TEST_BIG is not set")
	}
	sizes := []int{1 << 20, 2 << 20, 4 << 20}
	most, _ := strconv.Atoi(os.Getenv("VERIFY_TEST_BIG")) // MB
	for n := 8; n <= most; n *= 2 {
		sizes = append(sizes, n<<20)
	}
	plain := growth(t, &hostileTexts[0], sizes)
	for i := range hostileTexts {
		h := &hostileTexts[i]
		t.Run(h.name, func(t *testing.T) {
			took, beside := growth(t, h, sizes), plain
			if took.slow(beside) {
				took, beside = growth(t, h, sizes), growth(t, &hostileTexts[0], sizes)
			}
			last := took[len(took)-1]
			t.Logf("%-32s %s s, %.2f of plain, ×%.2f, peak %d MB, prints %d MB", h.name, took.seconds(), took.beside(beside), took.doubling(), last.peak>>20, last.printed>>20)
			if took.slow(beside) {
				t.Errorf("it takes %.1f times as long as plain text, and %.1f times as long as half of it", took.beside(beside), took.doubling())
			}
		})
	}
}

// spents are what a text took at each size.
type spents []spent

func growth(t *testing.T, h *hostile, sizes []int) (took spents) {
	t.Helper()
	for _, size := range sizes {
		dir := t.TempDir()
		took = append(took, spend(t, dir, writeHostile(t, dir, h, size)))
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
	}
	return took
}

// beside is how many times as long as the plain text the largest takes.
func (g spents) beside(plain spents) float64 {
	return g[len(g)-1].user.Seconds() / plain[len(plain)-1].user.Seconds()
}

// doubling is how many times as long as half of it the largest takes.
func (g spents) doubling() float64 {
	return g[len(g)-1].user.Seconds() / g[len(g)-2].user.Seconds()
}

func (g spents) slow(plain spents) bool {
	last := g[len(g)-1]
	allowed := 3 * max(1, float64(last.printed)/float64(plain[len(plain)-1].printed))
	return g.beside(plain) > allowed || last.user > time.Second && g.doubling() > 3
}

func (g spents) seconds() string {
	var all []string
	for _, s := range g {
		all = append(all, fmt.Sprintf("%.2f", s.user.Seconds()))
	}
	return strings.Join(all, " ")
}

// spent is what a run of the program took.
type spent struct {
	user          time.Duration
	peak, printed int64 // bytes
}

func spend(t *testing.T, dir, file string) spent {
	t.Helper()
	cmd := program(dir, "claims", "--format", "json", "--ledger", "none", "--no-config", "--max-time", "24h", "--max-bytes", "1000000000", file) // however busy the machine is
	cmd.Env = append(cmd.Env, "GOMAXPROCS=1")
	out := &tally{}
	cmd.Stdout = out
	_ = cmd.Run() // some are no text
	s := spent{user: cmd.ProcessState.UserTime(), printed: out.n}
	if u, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		s.peak = u.Maxrss << 10
	}
	if code := cmd.ProcessState.ExitCode(); code != exitDone && code != exitUnable {
		t.Errorf("%v: exit code %d", cmd.Args, code)
	}
	return s
}

// tally counts what is written to it.
type tally struct{ n int64 }

func (c *tally) Write(p []byte) (int, error) { c.n += int64(len(p)); return len(p), nil }
