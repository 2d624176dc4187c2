package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestSameExport records generated articles twice, in two orders, and as two ledgers that are merged, by runs of the real binary, and wants one export. With VERIFY_TEST_BIG=1 they are a
// thousand, as in the ledger's own test.
func TestSameExport(t *testing.T) {
	t.Parallel()
	n := 120
	switch {
	case big:
		n = 1000
	case testing.Short():
		n = 30
	}
	dir := t.TempDir()
	files := generate(t, dir, n)
	done(t, dir, record("forwards.db", files...)...)
	want := exported(t, filepath.Join(dir, "forwards.db"))

	backwards := slices.Clone(files)
	slices.Reverse(backwards)
	done(t, dir, record("twice.db", backwards...)...)
	done(t, dir, record("twice.db", files...)...)

	done(t, dir, record("a.db", files[:2*n/3]...)...)
	done(t, dir, record("b.db", files[n/3:]...)...)
	done(t, dir, "ledger", "merge", "a.db", "b.db", "-o", "ab.db")
	done(t, dir, "ledger", "merge", "b.db", "a.db", "-o", "ba.db")
	done(t, dir, "ledger", "merge", "a.db", "b.db", "-o", "ba.db") // again

	for _, name := range []string{"twice.db", "ab.db", "ba.db"} {
		if exported(t, filepath.Join(dir, name)) != want {
			t.Errorf("the export of %s is not that of articles recorded once", name)
		}
	}
	if len(want) < 1000*n {
		t.Errorf("the export has %d bytes only", len(want))
	}
	done(t, dir, "ledger", "export", "--ledger", "ab.db", "-o", "export.jsonl")
	if string(read(t, filepath.Join(dir, "export.jsonl"))) != want {
		t.Error("what -o writes is not what is printed")
	}
}

// TestTenShards records an archive by one run, and by ten runs over a tenth of its paths each, on standard input, and wants one export of the ten merged.
func TestTenShards(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	n := 60
	if big {
		n = 1000
	}
	names := within("archive", archiveOf(t, filepath.Join(dir, "archive"), n, 1<<10)...)
	merge := []string{"ledger", "merge", "-o", "merged.db"}
	for k := range 10 {
		var part []string
		for i := k; i < n; i += 10 {
			part = append(part, names[i])
		}
		ledger := fmt.Sprintf("shard%d.db", k)
		cmd := program(dir, "claims", "--list", "-", "--format", "jsonl", "--no-config", "--now", "2026-01-02", "--ledger", ledger)
		cmd.Stdin = strings.NewReader(strings.Join(part, "\n") + "\n")
		out, err := cmd.Output()
		if err != nil || bytes.Count(out, []byte("\n")) != len(part) {
			t.Fatalf("shard %d: %d lines, %v", k, bytes.Count(out, []byte("\n")), err)
		}
		merge = append(merge, ledger)
	}
	done(t, dir, merge...)
	done(t, dir, append([]string{"claims", "--format", "jsonl", "--no-config", "--now", "2026-01-02", "--ledger", "one.db"}, names...)...)
	if exported(t, filepath.Join(dir, "merged.db")) != exported(t, filepath.Join(dir, "one.db")) {
		t.Error("ten shards merged are not one run")
	}
}

// TestUntilNull holds how documents are parted on standard input: one that is too large is kept no longer than it takes to see that.
func TestUntilNull(t *testing.T) {
	in := bufio.NewReaderSize(strings.NewReader("ab\x00\x00"+strings.Repeat("x", 100)+"\x00end"), 16)
	for _, want := range []string{"ab", "", strings.Repeat("x", 11), "end"} {
		got, err := untilNull(in, 10)
		if string(got) != want || err != nil && want != "end" {
			t.Errorf("%q, %v, want %q", got, err, want)
		}
	}
}

// writeFileIn writes a file of a test.
func writeFileIn(t *testing.T, dir, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}
