package citations

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDocNamesEveryFile holds the list of files in doc.go complete: each file once, and none that is gone.
func TestDocNamesEveryFile(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]int{}
	for _, w := range strings.Fields(string(doc)) {
		if strings.HasSuffix(w, ".go") && w != "doc.go" {
			named[w]++
		}
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if f == "doc.go" || strings.HasSuffix(f, "_test.go") {
			continue
		}
		if named[f] != 1 {
			t.Errorf("doc.go names %s %d times: each file belongs to one stage of its list", f, named[f])
		}
		delete(named, f)
	}
	for f := range named {
		t.Errorf("doc.go names %s, which is no file", f)
	}
}
