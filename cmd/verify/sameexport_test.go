package main

import (
	"os"
	"path/filepath"
	"slices"
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

// writeFileIn writes a file of a test.
func writeFileIn(t *testing.T, dir, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}
