package ledger_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

const killDocuments = 25

// TestMain records into VERIFY_TEST_LEDGER instead of testing where that is set: it is the process that TestKilled kills.
func TestMain(m *testing.M) {
	path := os.Getenv("VERIFY_TEST_LEDGER")
	if path == "" {
		os.Exit(m.Run())
	}
	if err := recordAll(path, func() { fmt.Println("kept") }); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

// recordAll puts documents in batches of five, and calls kept when one is.
func recordAll(path string, kept func()) error {
	l, err := ledger.Open(path, ledger.Options{})
	if err != nil {
		return err
	}
	ctx := context.Background()
	for from := 0; from < killDocuments; from += 5 {
		b, err := l.Begin(ctx)
		if err != nil {
			return err
		}
		for i := range 5 {
			doc, env, meta := newMaker(uint64(from + i)).document(from + i)
			rev, err := b.Put(ctx, doc, env, meta)
			if err != nil {
				return err
			}
			counts, err := b.Counts(ctx, rev)
			if err != nil {
				return err
			}
			if err := b.PutResults(ctx, rev, score.Analyse(doc, env, counts)); err != nil {
				return err
			}
		}
		if err := b.Commit(); err != nil {
			return err
		}
		kept()
	}
	return l.Close()
}

// TestKilled kills a process that records in batches, half of the times at any moment and half when some of them are kept; what is there then is sound, and the next run does
// the rest. Ten times, or fifty with VERIFY_TEST_BIG=1; cmd/verify does it to the program itself.
func TestKilled(t *testing.T) {
	t.Parallel()
	times := 10
	if os.Getenv("VERIFY_TEST_BIG") != "" {
		times = 50
	}
	whole := filepath.Join(t.TempDir(), "whole.db")
	start := time.Now()
	if err := recordAll(whole, func() {}); err != nil {
		t.Fatal(err)
	}
	took := time.Since(start)
	want := dump(t, openAt(t, whole))
	midway := 0
	for k := range times {
		path := filepath.Join(t.TempDir(), fmt.Sprintf("%d.db", k))
		after, batches := time.Duration(rand.Int64N(int64(took)*3/2)), killDocuments
		if k%2 == 0 {
			after, batches = time.Hour, 1+rand.IntN(killDocuments/5-2)
		}
		killed := runAndKill(t, path, after, batches)
		if _, err := os.Stat(path); killed && err == nil {
			midway += sound(t, path, want)
		}
		if killed := runAndKill(t, path, time.Hour, killDocuments); killed {
			t.Fatal("the second run did not end")
		}
		l := openAt(t, path)
		if dump(t, l) != want {
			t.Errorf("kill %d: the export is not that of an uninterrupted run", k)
		}
		l.Close()
	}
	t.Logf("%d of %d were killed with something recorded and something left to do", midway, times)
	if midway < times/4 { // half of those that were meant to: on a busy machine a process may be done before it can be killed
		t.Errorf("%d of %d kills met something recorded and something left to do, at least %d wanted", midway, times, times/4)
	}
}

// runAndKill runs the recording process, kills it after a while or when so many batches are kept, whichever is first, and reports whether that was needed.
func runAndKill(t *testing.T, path string, after time.Duration, batches int) (killed bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "VERIFY_TEST_LEDGER="+path)
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { cmd.Process.Kill() })
	lines := bufio.NewScanner(out)
	for kept := 1; lines.Scan(); kept++ {
		if kept == batches {
			timer.Reset(0)
		}
	}
	err = cmd.Wait()
	if killed = !timer.Stop(); !killed && err != nil {
		t.Fatalf("%v: %s", err, said.String())
	}
	return killed
}

// sound checks a ledger as a killed process left it, and is 1 if it holds something but not all.
func sound(t *testing.T, path, want string) int {
	t.Helper()
	l := openAt(t, path)
	defer l.Close()
	problems, err := l.Check(t.Context())
	if err != nil || len(problems) > 0 {
		t.Errorf("after a kill: %q, %v", problems, err)
	}
	if got := dump(t, l); got != "" && got != want {
		return 1
	}
	return 0
}

func TestFullDisk(t *testing.T) {
	l := open(t)
	fill(t, l, 5, false)
	before := dump(t, l)
	b, err := l.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := b.LimitPages(90); err != nil {
		t.Fatal(err)
	}
	for i := 5; i < 500 && err == nil; i++ {
		doc, env, meta := newMaker(uint64(i)).document(i)
		_, err = b.Put(t.Context(), doc, env, meta)
	}
	if err == nil || !strings.Contains(err.Error(), "make room on the disk") {
		t.Fatalf("got %v", err)
	}
	if err := b.Rollback(); err != nil {
		t.Errorf("rollback: %v", err)
	}
	if dump(t, l) != before {
		t.Error("what was recorded did not stay")
	}
	if b, err = l.Begin(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := b.LimitPages(1 << 30); err != nil {
		t.Fatal(err)
	}
	b.Rollback()
	fill(t, l, 10, false)
}
