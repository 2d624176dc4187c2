//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestStopped stops runs that wait for input, which come to an end at once, with the exit code that a shell knows the signal by, and leave nothing half-written.
func TestStopped(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		signal syscall.Signal
		code   int
		args   string
	}{
		{syscall.SIGINT, 130, "claims --ledger none pipe"}, {syscall.SIGHUP, 129, "claims --ledger none pipe"}, {syscall.SIGTERM, 143, "claims --ledger l.db pipe"},
		{syscall.SIGTERM, 143, "claims --list pipe --ledger none"}, {syscall.SIGTERM, 143, "check --ledger none pipe"},
		{syscall.SIGTERM, 143, "check --ledger none --write-baseline b.json pipe"}, {syscall.SIGTERM, 143, "report --ledger none pipe -o r.html"},
		{syscall.SIGTERM, 143, "text pipe"}, {syscall.SIGTERM, 143, "queries --ledger none pipe"},
	} {
		if test.signal == syscall.SIGHUP && signal.Ignored(syscall.SIGHUP) {
			continue // the tests run below nohup, and so does the program, which outlives the terminal then
		}
		dir := t.TempDir()
		if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
			t.Skip(err)
		}
		cmd := program(dir, strings.Fields(test.args)...)
		var errs bytes.Buffer
		cmd.Stderr = &errs
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		w, err := os.OpenFile(filepath.Join(dir, "pipe"), os.O_WRONLY, 0) // waits until the program reads
		if err != nil {
			t.Fatal(err)
		}
		_ = cmd.Process.Signal(test.signal)
		_ = cmd.Wait()
		w.Close()
		if code := cmd.ProcessState.ExitCode(); code != test.code || strings.Contains(errs.String(), "context") {
			t.Errorf("%v, %s: exit code %d, want %d: %s", test.signal, test.args, code, test.code, errs.String())
		}
		if left := slices.DeleteFunc(namesIn(t, dir), func(name string) bool { return name == "pipe" || name == "l.db" }); len(left) > 0 {
			t.Errorf("%v, %s: it left %q", test.signal, test.args, left)
		}
	}
}

// TestStoppedAtWork stops runs that have read all of a long text and are at work on it. They end long before they would have done, print nothing, and leave nothing
// half-written.
func TestStoppedAtWork(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	t.Parallel()
	var long bytes.Buffer
	ofCorpus(&long, 1<<20)
	whole := stoppedAtWork(t, "claims --ledger none --format json pipe", long.Bytes(), nil)
	if whole.code != exitDone || len(whole.printed) < long.Len() {
		t.Fatalf("exit code %d, %d bytes", whole.code, len(whole.printed))
	}
	for _, args := range []string{
		"claims --ledger none --format json pipe", "claims --ledger l.db --format json pipe", "claims --ledger none --format html pipe", "check --ledger none pipe",
		"report --ledger none pipe -o r.html", "queries --ledger none pipe",
	} {
		at := stoppedAtWork(t, args, long.Bytes(), func(p *os.Process) { _ = p.Signal(syscall.SIGINT) })
		if at.code != 130 || len(at.printed) > 0 || at.user > whole.user/2 {
			t.Errorf("%s: exit code %d after %v of %v, %d bytes printed", args, at.code, at.user, whole.user, len(at.printed))
		}
		if len(at.left) > 0 {
			t.Errorf("%s: it left %q", args, at.left)
		}
	}
}

// atWork is how a run on a text from a pipe ended.
type atWork struct {
	code    int
	user    time.Duration
	printed []byte
	left    []string // names of files
}

// stoppedAtWork runs verify on a text that comes through a pipe, and calls stop, if it is not nil, once all of it is there.
func stoppedAtWork(t *testing.T, args string, content []byte, stop func(*os.Process)) (at atWork) {
	t.Helper()
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	cmd := program(dir, strings.Fields(args)...)
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(pipe, content, 0); err != nil { // waits until the program has read nearly all
		t.Fatal(err)
	}
	if stop != nil {
		stop(cmd.Process)
	}
	_ = cmd.Wait()
	left := slices.DeleteFunc(namesIn(t, dir), func(name string) bool { return name == "pipe" || name == "l.db" })
	return atWork{cmd.ProcessState.ExitCode(), cmd.ProcessState.UserTime(), out.Bytes(), left}
}

// TestStoppedAtInput stops runs that wait for more of standard input. What was done before stays.
func TestStoppedAtInput(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	cmd, in, out := piped(t, dir, "claims", "--null", "--format", "jsonl", "--ledger", "l.db", "--no-config")
	many := strings.Repeat(article+"\x00", 50) // more than are kept in one transaction or wait to be printed
	if _, err := io.WriteString(in, many); err != nil {
		t.Fatal(err)
	}
	if _, err := out.ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Process.Signal(syscall.SIGTERM)
	_, _ = io.Copy(io.Discard, out)
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 143 {
		t.Errorf("exit code %d, want 143", code)
	}
	if exported(t, filepath.Join(dir, "l.db")) == "" {
		t.Error("nothing of what was printed is recorded")
	}
}

// TestNobodyInTheWay holds that what a killed run has left of a file is not in the way of the next one, whatever their process numbers.
func TestNobodyInTheWay(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := generate(t, dir, 1)
	for range 2 {
		f, err := newBeside(filepath.Join(dir, "r.html"), 0o666) // as one that was killed
		if err != nil {
			t.Fatal(err)
		}
		f.Close()
		done(t, dir, "report", "--ledger", "none", files[0], "-o", "r.html")
	}
	if page := read(t, filepath.Join(dir, "r.html")); !bytes.HasSuffix(bytes.TrimSpace(page), []byte("</html>")) {
		t.Error("the page is not whole")
	}
}

// namesIn are the names in a folder.
func namesIn(t testing.TB, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range list {
		all = append(all, e.Name())
	}
	return all
}
