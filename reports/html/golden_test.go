package html

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the files in testdata; read the difference before it is committed")

// TestGolden holds a small report against testdata, style and script aside.
func TestGolden(t *testing.T) {
	got := write(t, fixed, sample(t))
	got = strings.Replace(strings.Replace(got, style, "", 1), script, "", 1)
	got = strings.ReplaceAll(strings.ReplaceAll(got, "&#43;", "+"), "&#39;", "'")
	got = strings.Replace(strings.Replace(got, strings.Trim(hash(style), "'"), "STYLE", 1), strings.Trim(hash(script), "'"), "SCRIPT", 1)
	const path = "testdata/small.html"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test ./reports/html -update rewrites it; read the difference)\n%s", path, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is longer"
}

// TestSameBytes: the same analysis gives the same page.
func TestSameBytes(t *testing.T) {
	if write(t, fixed, sample(t)) != write(t, fixed, sample(t)) {
		t.Error("two pages of one analysis differ")
	}
}
