package rules

import (
	"os"
	"path/filepath"
	"reflect"
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
		o := Options{MinCorroboration: 1, MinCoverage: .5, MaxOutletShare: .3, CurrentYear: "omit"}
		found := Check(doc, analysed(doc), o)
		last, prints := 0, map[string]bool{}
		for _, x := range found {
			if x.Span.Start < last || x.Span.End < x.Span.Start || x.Span.End > len(s) || !utf8.ValidString(s[x.Span.Start:x.Span.End]) {
				t.Errorf("after %d: %+v", last, x)
			}
			if x.Fingerprint == "" || prints[x.Fingerprint] || x.Message == "" {
				t.Errorf("no fingerprint of its own: %+v", x)
			}
			last, prints[x.Fingerprint] = x.Span.Start, true
		}
		if again := Check(doc, analysed(doc), o); !reflect.DeepEqual(found, again) {
			t.Errorf("checked again, it has other findings: %+v, then %+v", found, again)
		}
	})
}
