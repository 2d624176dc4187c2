package rules

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/verify/score"
)

var update = flag.Bool("update", false, "write what is found to the wants")

// Articles that are well sourced, in several languages and styles, give no error and no warning. The day of publication stands in the file's name.
func TestClean(t *testing.T) {
	files, err := filepath.Glob("testdata/clean/*")
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	samples, err := filepath.Glob("../../testdata/articles/*.*") // all but the one of the README, which has faults to show
	if err != nil || len(samples) < 10 {
		t.Fatal(samples, err)
	}
	samples = slices.DeleteFunc(samples, func(name string) bool { return strings.Contains(name, "fezzan-fuel") })
	for _, file := range slices.Concat(files, samples) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			s, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, rest, _ := strings.Cut(file, "@")
			day, _, _ := strings.Cut(rest, ".")
			for _, f := range checked(t, file, string(s), day, Options{}) {
				if f.Severity > score.Suggestion {
					t.Errorf("%d: %s: %s", f.Line, f.Rule, f.Message)
				}
			}
		})
	}
}

// A case is a folder of testdata/cases: input.txt (or .md), whose first line is the day of publication, and want: a line for each finding of the rules that the
// folder is about, which is the part of its name before the first blank or double hyphen.
func TestCases(t *testing.T) {
	dirs, err := filepath.Glob("testdata/cases/*")
	if err != nil || len(dirs) == 0 {
		t.Fatal(dirs, err)
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			rule, _, _ := strings.Cut(filepath.Base(dir), "--")
			day, s := input(t, dir)
			var got strings.Builder
			doc := parsed(t, "input.txt", s, day)
			for _, f := range of(Check(doc, analysed(doc), Options{}), rule) {
				fmt.Fprintf(&got, "%s: %s\n", doc.Text.Printed(f.Span), f.Message)
			}
			if *update {
				if err := os.WriteFile(filepath.Join(dir, "want"), []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, _ := os.ReadFile(filepath.Join(dir, "want"))
			if got.String() != string(want) {
				t.Errorf("got\n%swant\n%s", got.String(), want)
			}
		})
	}
}

func input(t *testing.T, dir string) (day, s string) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "input.txt"))
	if err != nil {
		t.Fatal(err)
	}
	day, s, _ = strings.Cut(string(b), "\n")
	return day, s
}
