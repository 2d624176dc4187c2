//go:build linux

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
)

const citingTwoHosts = `THE PORT AT REST

Nadira Tolmayeva

Port workers in the harbour ended a three day strike [1]. Ships resumed unloading at noon [2].

Notes

[1] "Port workers end strike," Lab Herald, May 14, 2024, https://lab-herald.example/2024/05/14/gone/.
[2] "Port workers end strike," Port Courier, May 14, 2024, https://port-courier.example/2024/05/14/port-workers/.
`

// TestNoNetwork runs on a machine without network what looks pages up. It ends with the cure and code 2, and nothing is recorded or kept, as if it had not been run.
func TestNoNetwork(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it waits a few seconds before it asks again")
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "desk"), 0o755); err != nil {
		t.Fatal(err)
	}
	article := filepath.Join(dir, "desk", "article.txt")
	if err := os.WriteFile(article, []byte(citingTwoHosts), 0o644); err != nil {
		t.Fatal(err)
	}
	withoutNetwork(t, dir, "version") // or the test is skipped
	var all sync.WaitGroup
	for _, test := range []string{"claims --fetch --ledger claims.db " + article, "check --fetch --ledger check.db " + article, "fetch --ledger fetch.db " + article,
		"report --fetch --ledger report.db -o r.html " + article, "audit --fetch desk -o out"} {
		all.Go(func() {
			args := append(strings.Fields(test), "--no-config", "--contact", "desk@example.org", "--pages", strings.Fields(test)[0]+"-pages.db")
			r := withoutNetwork(t, dir, args...)
			if r.code != exitUnable || strings.Count(r.err, "no host can be reached: connect this machine to a network, then run again") != 1 {
				t.Errorf("%s: exit code %d: %s%s", args[0], r.code, r.out, r.err)
			}
			if n := numberIn(t, filepath.Join(dir, args[0]+"-pages.db"), "SELECT count(*) FROM attempt"); n != 0 {
				t.Errorf("%s: %d attempts are kept", args[0], n)
			}
			if r := withoutNetwork(t, dir, append(args, "--offline")...); r.code != exitDone {
				t.Errorf("%s --offline: exit code %d: %s", args[0], r.code, r.err)
			}
		})
	}
	all.Wait()
	for _, name := range []string{"claims.db", "check.db", "fetch.db", "report.db", "out/ledger.db"} {
		if n := numberIn(t, filepath.Join(dir, name), "SELECT count(*) FROM observation"); n != 0 {
			t.Errorf("%s: %d observations are recorded", name, n)
		}
	}
}

// withoutNetwork runs verify in a network of its own in which nothing is, not even loopback; the test is skipped where none may be made.
func withoutNetwork(t *testing.T, dir string, args ...string) ran {
	t.Helper()
	cmd := program(dir, args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNET}
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		t.Skipf("a network of its own is made by root alone: %v", err)
	}
	return ran{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
}
