package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the wants of testdata/cases; read the difference before it is committed")

// casesDir holds a folder for each case; its name is the sentence that it proves. input.* is the document, case.json, where there is one,
// {"flags": […]}, want.json what a reader should be able to see of the result (see digest). want.txt, want.md or want.csv hold a report where
// its form is the point.
const casesDir = "../../testdata/cases"

func TestCases(t *testing.T) {
	inputs, err := filepath.Glob(filepath.Join(casesDir, "*", "input.*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, input := range inputs {
		dir := filepath.Dir(input)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			flags := caseFlags(t, dir)
			out := claimsOutput(t, input, "json", flags)
			compare(t, filepath.Join(dir, "want.json"), digestOf(t, input, out), true)
			for format, ext := range map[string]string{"text": ".txt", "markdown": ".md", "csv": ".csv"} {
				want := filepath.Join(dir, "want"+ext)
				if _, err := os.Stat(want); err == nil {
					compare(t, want, claimsOutput(t, input, format, flags), false)
				}
			}
		})
	}
}

func caseFlags(t *testing.T, dir string) []string {
	content, err := os.ReadFile(filepath.Join(dir, "case.json"))
	if os.IsNotExist(err) {
		return nil
	}
	var c struct {
		Flags []string `json:"flags"`
	}
	if err == nil {
		d := json.NewDecoder(bytes.NewReader(content))
		d.DisallowUnknownFields()
		err = d.Decode(&c)
	}
	if err != nil {
		t.Fatalf("case.json: %v", err)
	}
	return c.Flags
}

// claimsOutput is what verify claims prints for a file. A case's own flags win over those that make it repeatable.
func claimsOutput(t *testing.T, input, format string, flags []string) []byte {
	t.Helper()
	args := append([]string{"claims", "--ledger", "none", "--now", "2026-01-01", "--format", format}, flags...)
	if _, err := os.Stat(filepath.Join(filepath.Dir(input), configName)); err != nil {
		args = append(args, "--no-config")
	}
	var out, errs bytes.Buffer
	if code := run(context.Background(), append(args, input), streams{strings.NewReader(""), &out, &errs}); code != exitDone {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	return out.Bytes()
}

// compare holds got against a file. With -update it rewrites the file, and makes it where that is asked.
func compare(t *testing.T, path string, got []byte, create bool) {
	t.Helper()
	want, err := os.ReadFile(path)
	if *update && (err == nil || create) {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err != nil {
		t.Fatalf("%v (go test ./cmd/verify -update makes it)", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs:\n%s", path, difference(string(want), string(got)))
	}
}

// difference lists the lines that only one of two texts has; it is meant to be read, not to be applied.
func difference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for len(w) > 0 && len(g) > 0 && w[0] == g[0] {
		w, g = w[1:], g[1:]
	}
	for len(w) > 0 && len(g) > 0 && w[len(w)-1] == g[len(g)-1] {
		w, g = w[:len(w)-1], g[:len(g)-1]
	}
	return "- " + strings.Join(w, "\n- ") + "\n+ " + strings.Join(g, "\n+ ")
}
