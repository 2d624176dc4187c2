package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// big is whether the tests that take long run in full: VERIFY_TEST_BIG=1.
var big = os.Getenv("VERIFY_TEST_BIG") != ""

// program is a run of the real binary: it is this test's own, which TestMain lets be verify where it goes by that name.
func program(dir string, args ...string) *exec.Cmd {
	cmd := exec.Command("verify", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir, "XDG_DATA_HOME="+dir, "GOMEMLIMIT=", "VERIFY_LEDGER=")
	return cmd
}

// ran is what came of a run.
type ran struct {
	code     int
	out, err string
}

func verify(t testing.TB, dir string, args ...string) ran {
	t.Helper()
	cmd := program(dir, args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return ran{cmd.ProcessState.ExitCode(), out.String(), errs.String()}
}

// piped begins a run whose input and output are in the hands of the test.
func piped(t testing.TB, dir string, args ...string) (cmd *exec.Cmd, in io.WriteCloser, out *bufio.Reader) {
	t.Helper()
	cmd = program(dir, args...)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	from, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, in, bufio.NewReader(from)
}

// done is what a run prints that has to end well.
func done(t testing.TB, dir string, args ...string) string {
	t.Helper()
	r := verify(t, dir, args...)
	if r.code != exitDone {
		t.Fatalf("verify %s: exit code %d: %s", strings.Join(args, " "), r.code, r.err)
	}
	return r.out
}

// inside is what a run in this very process prints, which is faster to begin; its files are named by absolute paths.
func inside(t testing.TB, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(context.Background(), args, streams{strings.NewReader(""), &out, &errs}); code != exitDone {
		t.Fatalf("verify %s: exit code %d: %s", strings.Join(args, " "), code, errs.String())
	}
	return out.String()
}

// within names files by their place in a folder.
func within(dir string, names ...string) []string {
	paths := make([]string, len(names))
	for i, name := range names {
		paths[i] = filepath.Join(dir, name)
	}
	return paths
}

// record is the command that records files in a ledger.
func record(ledger string, files ...string) []string {
	return append([]string{"claims", "--no-config", "--now", "2026-01-01", "--published", "2018-05-18", "--format", "csv", "--ledger", ledger}, files...)
}

// exported is everything that a ledger holds.
func exported(t testing.TB, ledger string) string {
	t.Helper()
	return inside(t, "ledger", "export", "--no-config", "--ledger", ledger)
}

// generate writes n articles into a folder, the same ones each time, and gives their names.
func generate(t testing.TB, dir string, n int) []string {
	t.Helper()
	files := make([]string, n)
	for i := range files {
		files[i] = fmt.Sprintf("article-%d.txt", i)
		if err := os.WriteFile(filepath.Join(dir, files[i]), []byte(generated(i)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// generated is an article of some paragraphs, made of a few outlets, deeds and days.
func generated(seed int) string {
	r := rand.New(rand.NewPCG(uint64(seed), 3))
	pick := func(words string) string {
		list := strings.Split(words, "|")
		return list[r.IntN(len(list))]
	}
	var b strings.Builder
	fmt.Fprintf(&b, "LIBYA: ARTICLE %d\n\nNadira Tolmayeva\n", seed)
	for range 2 + r.IntN(4) {
		fmt.Fprintf(&b, "\nOn May %d %s %s %d %s in %s (", 1+r.IntN(17), pick("gunmen|police|militia fighters"), pick("killed|arrested|kidnapped"), 2+r.IntN(30),
			pick("guards|civilians|engineers"), pick("Sebha|Tripoli|Benghazi"))
		for k := range 1 + r.IntN(3) {
			if k > 0 {
				b.WriteString("; ")
			}
			fmt.Fprintf(&b, "%s, May %d", pick("CAJ News|Koaci|Libya Observer|Reuters|AFP|Xinhua|TASS|The Nation|Daily Monitor|The EastAfrican|Unheard Gazette"), 1+r.IntN(17))
		}
		b.WriteString("). The council denied it.\n")
	}
	return b.String()
}
