package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.org/verify/score/ledger"
)

// TestWhatIsPrintedIsKept kills runs over many documents at any moment: what they had printed by then is in the ledger.
func TestWhatIsPrintedIsKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := within(dir, generate(t, dir, 300)...)
	list := strings.Join(files, "\n")
	for k := range times(20) {
		name := filepath.Join(dir, "kept-"+string(rune('a'+k))+".db")
		args := append(record(name), "--format", "jsonl", "--list", "-")
		cmd := program(dir, args...)
		cmd.Stdin = strings.NewReader(list)
		var out bytes.Buffer
		cmd.Stdout = &out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(rand.Int64N(int64(900*time.Millisecond))), func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait() // killed, or done before
		timer.Stop()
		allKept(t, name, &out)
	}
}

// allKept looks for documents that were printed and are not in the ledger.
func allKept(t *testing.T, name string, out *bytes.Buffer) {
	t.Helper()
	said := strings.SplitAfter(out.String(), "\n")
	said = said[:len(said)-1] // the last may have been cut
	if len(said) == 0 {
		return
	}
	led, err := ledger.Open(name, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer led.Close()
	kept, err := led.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range said {
		var d struct{ Document struct{ Path string } }
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			t.Fatal(err)
		}
		path, err := ownPath(d.Document.Path)
		if _, ok := kept[path]; !ok || err != nil {
			t.Errorf("%q was printed and is not in the ledger: %v", d.Document.Path, err)
		}
	}
	t.Logf("%d printed, %d kept", len(said), len(kept))
}

// TestSlowInput holds that a document that stands alone is not held back until more come.
func TestSlowInput(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	cmd := program(dir, append(record("slow.db"), "--format", "jsonl", "--null")...)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReaderSize(out, 1<<20)
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
