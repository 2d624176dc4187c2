package html

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the files in testdata; read the difference before it is committed")

// TestGolden holds small reports against testdata, style and script aside: one without evidence, one with.
func TestGolden(t *testing.T) {
	desk := fixed
	desk.About = sampleAbout
	hold(t, "testdata/small.html", write(t, fixed, sample(t)))
	hold(t, "testdata/evidence.html", write(t, desk, lookedUp(t)))
}

func hold(t *testing.T, path, got string) {
	t.Helper()
	got = strings.Replace(strings.Replace(got, style, "", 1), script, "", 1)
	got = strings.ReplaceAll(strings.ReplaceAll(got, "&#43;", "+"), "&#39;", "'")
	got = strings.Replace(strings.Replace(got, strings.Trim(hash(style), "'"), "STYLE", 1), strings.Trim(hash(script), "'"), "SCRIPT", 1)
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
