package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/verify/score/ledger"
)

// TestWhatIsPrintedIsKept kills runs over a list of many documents, each at another line that it prints: what they had printed by then is in the ledger, and
// not all is. The same command does the rest.
func TestWhatIsPrintedIsKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	const documents = 80
	files := within(dir, generate(t, dir, documents)...)
	fillBatches(t, files)
	if err := os.WriteFile(filepath.Join(dir, "list"), []byte(strings.Join(files, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	for k := range times(10) {
		name := filepath.Join(dir, fmt.Sprintf("kept-%d.db", k))
		args := append(record(name), "--format", "jsonl", "--list", "list")
		lines := 1 + rand.IntN(documents/2)
		printed := killAtLine(t, lines, dir, args...)
		if kept := allKept(t, name, printed); len(printed) < lines || kept == documents {
			t.Errorf("killed at line %d: %d lines were printed, %d of %d documents kept", lines, len(printed), kept, documents)
		}
		done(t, dir, args...)
		if kept := allKept(t, name, printed); kept != documents {
			t.Errorf("killed at line %d: the same command made it %d of %d documents", lines, kept, documents)
		}
	}
}

// allKept looks for documents that were printed and are not in the ledger, and is how many are there.
func allKept(t *testing.T, name string, printed []string) int {
	t.Helper()
	led, err := ledger.Open(name, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer led.Close()
	kept, err := led.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range printed {
		var d struct{ Document struct{ Path string } }
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		path, err := ownPath(d.Document.Path)
		if _, ok := kept[path]; !ok || err != nil {
			t.Errorf("%q was printed and is not in the ledger: %v", d.Document.Path, err)
		}
	}
	return len(kept)
}

// TestSlowInput holds that a document that stands alone is not held back until more come.
func TestSlowInput(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	cmd, in, lines := piped(t, dir, append(record("slow.db"), "--format", "jsonl", "--null")...)
	for n := range 3 {
		if _, err := io.WriteString(in, generated(n)+"\x00"); err != nil {
			t.Fatal(err)
		}
		if _, err := lines.ReadString('\n'); err != nil {
			t.Fatal(err)
		}
	}
	in.Close()
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}
