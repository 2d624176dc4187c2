package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"example.org/verify/score/ledger"
)

// TestKilledRuns kills a recording run twenty times, fifty with VERIFY_TEST_BIG=1, half of them when it has printed some of its lines and half at any moment. What is there then is sound, the same
// command does the rest, and the export is that of an uninterrupted run.
func TestKilledRuns(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := within(dir, generate(t, dir, 40)...)
	fillBatches(t, files)
	recording := func(name string) []string { return append(record(name, files...), "--format", "jsonl") }
	start := time.Now()
	done(t, dir, recording("whole.db")...)
	took := time.Since(start)
	want := exported(t, filepath.Join(dir, "whole.db"))
	n, midway := times(20), 0
	if big {
		n = 50
	}
	for k := range n {
		name := filepath.Join(dir, fmt.Sprintf("%d.db", k))
		if k%2 == 0 {
			killAtLine(t, 1+rand.IntN(len(files)/4), dir, recording(name)...)
		} else {
			kill(t, time.Duration(rand.Int64N(int64(took))), dir, recording(name)...)
		}
		midway += leftSound(t, name, want)
		inside(t, recording(name)...)
		if exported(t, name) != want {
			t.Errorf("kill %d: the export is not that of an uninterrupted run", k)
		}
	}
	metHalfDone(t, midway, n, (n+1)/2)
}

// TestKilledMerges does the same to runs that merge many ledgers, each of which is one transaction: half of them when the first ones are kept, half at any moment.
func TestKilledMerges(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := within(dir, generate(t, dir, 45)...)
	merging := []string{"ledger", "merge"}
	for i := range 8 { // each has some of what its neighbours have
		from := filepath.Join(dir, fmt.Sprintf("from%d.db", i))
		inside(t, record(from, files[5*i:5*i+10]...)...)
		merging = append(merging, from)
	}
	into := func(name string) []string { return with("", merging, []string{"-o", name})[1:] }
	start := time.Now()
	done(t, dir, into("whole.db")...)
	took, size := time.Since(start), sizeOf(filepath.Join(dir, "whole.db"))
	want := exported(t, filepath.Join(dir, "whole.db"))
	n, midway := times(20), 0
	for k := range n {
		name := filepath.Join(dir, fmt.Sprintf("%d.db", k))
		if k%2 == 0 {
			least := size*3/4 + rand.Int64N(size/2) // what is written comes to less than twice of what is kept, a quarter of it before the first is
			killWhen(t, func() bool { return sizeOf(name)+sizeOf(name+"-wal") >= least }, dir, into(name)...)
		} else {
			kill(t, time.Duration(rand.Int64N(int64(took))), dir, into(name)...)
		}
		midway += leftSound(t, name, want)
		inside(t, into(name)...)
		if exported(t, name) != want {
			t.Errorf("kill %d: the export is not that of an uninterrupted merge", k)
		}
	}
	metHalfDone(t, midway, n, n/4) // half of those that were meant to: on a busy machine a run may be done before it can be killed
}

// TestKilledMigrations does the same to runs that bring an older ledger up to date: half of them when the copy of it is made or begun, half at any moment.
func TestKilledMigrations(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	whole := filepath.Join(dir, "whole.db")
	inside(t, record(whole, within(dir, generate(t, dir, 40)...)...)...)
	want := unsigned(exported(t, whole))
	older(t, whole)
	n, midway := times(20), 0
	for k := range n {
		name := filepath.Join(dir, fmt.Sprintf("%d.db", k))
		copyFile(t, whole, name)
		if k%2 == 0 {
			killWhen(t, func() bool { return anyFile(name + ".v3.bak*") }, dir, "ledger", "check", "--ledger", name)
		} else {
			kill(t, time.Duration(rand.Int64N(int64(100*time.Millisecond))), dir, "ledger", "check", "--ledger", name)
		}
		if anyFile(name+".v3.bak*") && numberIn(t, name, "SELECT user_version FROM pragma_user_version") == 3 {
			midway++
		}
		inside(t, "ledger", "check", "--ledger", name)
		if unsigned(exported(t, name)) != want {
			t.Errorf("kill %d: a ledger that was brought up to date lost something", k)
		}
		if anyFile(name+".v3.bak.part") || read(t, name+".v3.bak")[63] != 3 {
			t.Errorf("kill %d: the copy of the older ledger is not whole", k)
		}
	}
	metHalfDone(t, midway, n, n/4)
}

// sizeOf is the size of a file in bytes, 0 where there is none.
func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// anyFile reports whether a file is there whose path matches.
func anyFile(pattern string) bool {
	names, _ := filepath.Glob(pattern)
	return len(names) > 0
}

// times is how often a test kills: n times, a tenth of it, but twice at least, with -short.
func times(n int) int {
	if testing.Short() {
		return max(2, n/10)
	}
	return n
}

// kill runs verify and kills it (SIGKILL) after a while, if it still runs.
func kill(t *testing.T, after time.Duration, dir string, args ...string) {
	t.Helper()
	cmd := program(dir, args...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	_ = cmd.Wait() // killed, or done before
	timer.Stop()
}

// killWhen runs verify and kills it (SIGKILL) a moment after something has come about, if it still runs.
func killWhen(t *testing.T, came func() bool, dir string, args ...string) {
	t.Helper()
	cmd := program(dir, args...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(ended)
	}()
	for !came() {
		select {
		case <-ended:
			return
		case <-time.After(200 * time.Microsecond):
		}
	}
	time.Sleep(time.Duration(rand.Int64N(int64(2 * time.Millisecond))))
	_ = cmd.Process.Kill()
	<-ended
}

// killAtLine runs verify and kills it a moment after it has printed so many lines, and gives all whole lines that it printed. While they are not read a run can print no more
// than a pipe holds: 64 KiB, of which a document as JSON takes 3 or more.
func killAtLine(t *testing.T, line int, dir string, args ...string) (printed []string) {
	t.Helper()
	cmd, _, out := piped(t, dir, args...)
	killed := false
	for {
		s, err := out.ReadString('\n')
		if err != nil {
			break // what stands before it was cut
		}
		if printed = append(printed, s); len(printed) >= line && !killed {
			time.Sleep(time.Duration(rand.Int64N(int64(5 * time.Millisecond))))
			_ = cmd.Process.Kill()
			killed = true
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Errorf("at line %d: it was done before it could be killed", line)
	}
	return printed
}

// fillBatches makes files so long, by a line of blanks at their end, that four of them are all that one transaction keeps. As many empty lines would take four times as long to
// read.
func fillBatches(t *testing.T, files []string) {
	t.Helper()
	blank := bytes.Repeat([]byte(" "), batchBytes/4)
	for _, name := range files {
		if err := os.WriteFile(name, append(read(t, name), blank...), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// metHalfDone holds that so many of n kills, at least, met work that was begun and not done: else nothing was tried.
func metHalfDone(t *testing.T, midway, n, least int) {
	t.Helper()
	t.Logf("%d of %d were killed with something done and something left to do", midway, n)
	if midway < least {
		t.Errorf("%d of %d kills met something done and something left to do, at least %d wanted", midway, n, least)
	}
}

// leftSound checks a ledger as a killed run left it, and is 1 if it holds something but not all.
func leftSound(t *testing.T, name, want string) int {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil || info.Size() == 0 { // killed before it was filled
		return 0
	}
	led, err := ledger.Open(name, ledger.Options{})
	if err != nil {
		t.Error(err)
		return 0
	}
	defer led.Close()
	if problems, err := led.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Errorf("after a kill: %q, %v", problems, err)
	}
	var b strings.Builder
	if err := led.ExportJSONL(t.Context(), &b); err != nil {
		t.Error(err)
	}
	if b.Len() > 0 && b.String() != want {
		return 1
	}
	return 0
}

// TestTwoProcesses records in one ledger from several processes at once, while others read.
func TestTwoProcesses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := generate(t, dir, 40)
	done(t, dir, record("alone.db", files...)...)
	done(t, dir, record("shared.db", files[0])...)
	backwards := slices.Clone(files)
	slices.Reverse(backwards)
	var wg sync.WaitGroup
	for _, some := range [][]string{files, backwards, files[10:30]} {
		wg.Go(func() {
			if r := verify(t, dir, record("shared.db", some...)...); r.code != exitDone || r.err != "" {
				t.Errorf("exit code %d: %s", r.code, r.err)
			}
		})
		wg.Go(func() {
			for range 3 {
				if r := verify(t, dir, "ledger", "outlets", "--ledger", "shared.db"); r.code != exitDone {
					t.Errorf("while others record: exit code %d: %s", r.code, r.err)
				}
			}
		})
	}
	wg.Wait()
	if exported(t, filepath.Join(dir, "shared.db")) != exported(t, filepath.Join(dir, "alone.db")) {
		t.Error("several processes recorded something else than one")
	}
}

// TestLedgersThatCannotBeUsed holds that a ledger which is damaged, newer or none at all is named as such and left byte for byte.
func TestLedgersThatCannotBeUsed(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := generate(t, dir, 3)
	done(t, dir, record("good.db", files...)...)
	sound := read(t, filepath.Join(dir, "good.db"))
	scribbled := slices.Clone(sound)
	copy(scribbled[100:], strings.Repeat("scribble", 500))
	for _, test := range []struct {
		name, say string
		content   []byte
	}{
		{"cut.db", "damaged", sound[:len(sound)/2]},
		{"scribbled.db", "damaged", scribbled},
		{"text.db", "not a ledger", []byte(strings.Repeat("an article\n", 500))},
		{"newer.db", "written by a newer verify", at60(sound, 99)},
	} {
		path := filepath.Join(dir, test.name)
		if err := os.WriteFile(path, test.content, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{record(test.name, files...), {"ledger", "outlets", "--ledger", test.name}, {"ledger", "check", "--ledger", test.name},
			{"ledger", "forget", "x", "--ledger", test.name}, {"ledger", "merge", test.name, "-o", "merged.db"}, {"ledger", "merge", "good.db", "-o", test.name}} {
			r := verify(t, dir, args...)
			if r.code != exitUnable || !strings.Contains(r.err, "ledger "+test.name+": "+test.say) || r.out != "" {
				t.Errorf("%s: exit code %d: %s%s", strings.Join(args, " "), r.code, r.out, r.err)
			}
		}
		if !slices.Equal(read(t, path), test.content) {
			t.Errorf("%s was changed", test.name)
		}
	}
}

// at60 is a database with another schema version: its header has it at byte 60.
func at60(content []byte, version byte) []byte {
	content = slices.Clone(content)
	copy(content[60:], []byte{0, 0, 0, version})
	return content
}

// TestOlderLedger holds that an older ledger is brought up to date by what records and by what asks, and that a copy as it was stays.
func TestOlderLedger(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := generate(t, dir, 3)
	done(t, dir, record("good.db", files...)...)
	want := exported(t, filepath.Join(dir, "good.db"))
	for name, args := range map[string][]string{"recorded.db": record("recorded.db", files[0]), "asked.db": {"ledger", "claims", "--ledger", "asked.db"},
		"sought.db": {"ledger", "claims", "--text", "guards", "--ledger", "sought.db"}} {
		path := filepath.Join(dir, name)
		copyFile(t, filepath.Join(dir, "good.db"), path)
		older(t, path)
		before := read(t, path)
		done(t, dir, args...)
		if unsigned(exported(t, path)) != unsigned(want) {
			t.Errorf("%s: the export has changed", name)
		}
		kept := read(t, path+".v3.bak")
		if len(kept) == 0 || len(before) == 0 || kept[63] != 3 {
			t.Errorf("%s: the copy has version %d", name, kept[63])
		}
	}
}

// unsigned is an export without the authors, which a ledger of version 3 did not have.
func unsigned(export string) string {
	var b strings.Builder
	for line := range strings.Lines(export) {
		if !strings.HasPrefix(line, `{"table":"author"`) {
			b.WriteString(line)
		}
	}
	return b.String()
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	if err := os.WriteFile(to, read(t, from), 0o600); err != nil {
		t.Fatal(err)
	}
}
