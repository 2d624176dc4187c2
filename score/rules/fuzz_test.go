package rules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/citations/text"
)

// Whatever the text, the rules do not panic, and a finding lies inside it.
func FuzzCheck(f *testing.F) {
	for _, r := range Rules {
		if r.ID != "policy.silence" { // its example is Markdown
			f.Add(r.Example)
		}
	}
	for _, pattern := range []string{"testdata/clean/*", "testdata/cases/*/input.txt"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range files {
			s, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(s))
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) == 0 || !utf8.ValidString(s) || len(s) > 1<<14 || strings.Contains(s, "<!--") {
			t.Skip()
		}
		txt, err := text.Parse("fuzz.txt", []byte(s), text.Options{})
		if err != nil {
			t.Skip()
		}
		published, _ := dates.ParseISO("2018-05-18")
		doc := citations.Parse(txt, citations.Options{Published: published, PublishedBy: "flag"})
		for _, x := range Check(doc, analysed(doc), Options{MinCorroboration: 1, MinCoverage: .5, MaxOutletShare: .3, CurrentYear: "omit"}) {
			if x.Span.Start < 0 || x.Span.End < x.Span.Start || x.Span.End > len(s) || x.Fingerprint == "" {
				t.Errorf("%+v", x)
			}
		}
	})
}
