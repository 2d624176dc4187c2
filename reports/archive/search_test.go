package archive

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/verify/score/ledger"
)

func TestFolded(t *testing.T) {
	for text, want := range map[string]string{
		"Police ARRESTED 40": "police arrested 40", "Łódź": "lodz", "Straße": "strasse", "İZMİR ığdır": "izmir igdir", "ΕΛΛΆΣ": "ελλασ", "서울": "서울",
		"ｶﾀｶﾅ": "カタカナ", "Ёлка": "елка", "ﬁn": "fin", "": "",
	} {
		if got := folded(text); got != want {
			t.Errorf("%q is folded to %q, want %q", text, got, want)
		}
	}
}

func TestWordsOf(t *testing.T) {
	long := strings.Repeat("ab", 40)
	for text, want := range map[string][]string{
		"don't stop, 1,200 men": {"don", "t", "stop", "1", "200", "men"},
		"东京都 x":                 {"东京", "京都", "都", "x"},
		"a东b":                   {"a", "东", "b"},
		long:                    {long[:wordMost]},
		strings.Repeat("д", 40): {strings.Repeat("д", wordMost)},
		"… – \xff":              nil,
	} {
		if got := wordsOf(text, nil); !slices.Equal(got, want) {
			t.Errorf("%q has the words %q, want %q", text, got, want)
		}
	}
}

// TestIndex: what is asked of an index that was put aside many times, and whose longest lists go over several files, is what was put in.
func TestIndex(t *testing.T) {
	dir := t.TempDir()
	x := newIndex(dir)
	random := rand.New(rand.NewPCG(1, 2))
	want := map[string][]int{}
	for claim := range 70000 {
		words := []string{"in", "in"}
		if claim%3 > 0 {
			words = append(words, "often")
		}
		words = append(words, fmt.Sprint("w", random.IntN(3000)))
		for _, w := range slices.Compact(slices.Clone(words)) {
			want[w] = append(want[w], claim)
		}
		if err := x.add(claim, words); err != nil {
			t.Fatal(err)
		}
		if claim%9000 == 8999 {
			if err := x.putAside(); err != nil {
				t.Fatal(err)
			}
		}
	}
	w := wordShards{shards: shards{dir: dir, kind: "w"}}
	if err := x.each(w.word); err != nil {
		t.Fatal(err)
	}
	if err := w.flush(); err != nil {
		t.Fatal(err)
	}
	if err := x.close(); err != nil {
		t.Fatal(err)
	}
	got := map[string][]int{}
	for i, start := range w.starts {
		b, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("w%d.js", i)))
		if err != nil {
			t.Fatal(err)
		}
		if len(b) > shardMost+100 {
			t.Errorf("w%d.js has %d bytes", i, len(b))
		}
		parts := strings.Split(string(b), `"`)[3:] // the name of the file aside
		if parts[0] != start {
			t.Errorf("w%d.js begins with %q, want %q", i, parts[0], start)
		}
		for k := 0; k+2 < len(parts); k += 4 {
			got[parts[k]] = append(got[parts[k]], stepped(parts[k+2])...)
		}
	}
	for word, claims := range want {
		if !slices.Equal(got[word], claims) {
			t.Errorf("%s: %d claims, want %d", word, len(got[word]), len(claims))
		}
	}
	if len(got) != len(want) || len(w.starts) < 3 {
		t.Errorf("%d words in %d files, want %d", len(got), len(w.starts), len(want))
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".run.*")); len(left) > 0 {
		t.Errorf("left behind: %s", left)
	}
}

// stepped reads steps as the script does.
func stepped(steps string) (claims []int) {
	at := 0
	for b := []byte(steps); len(b) > 0; {
		step, n := readStep(b)
		at += step
		claims = append(claims, at)
		b = b[n:]
	}
	return claims
}

// TestSearchParts: a document with very many claims goes over several files, and each of its parts can be read alone.
func TestSearchParts(t *testing.T) {
	dir := t.TempDir()
	d := Document{Name: "long.txt", Page: true, Revision: ledger.Current{Rev: "abc"}}
	a := &Audit{Documents: []Document{d}, Version: "test"}
	s, err := NewSearch(dir, a)
	if err != nil {
		t.Fatal(err)
	}
	f := &ledger.Facts{}
	for i := range 5000 {
		f.Claims = append(f.Claims, ledger.ClaimFact{Article: 1, Claim: i + 1, Text: fmt.Sprintf("Police <b>arrested</b> %d drivers", i), Sourced: i%2 == 0, Corroboration: i % 3})
	}
	f.Claims[7].Text = strings.Repeat("endless ", 50000)
	if err := s.add(s.find(&Item{Document: &a.Documents[0], Title: "A </script> Title"}, f)); err != nil {
		t.Fatal(err)
	}
	if err := s.End(a); err != nil {
		t.Fatal(err)
	}
	if s.Claims() != 5000 {
		t.Errorf("%d claims", s.Claims())
	}
	names, _ := filepath.Glob(filepath.Join(dir, s.key, "*"))
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(b) > listMost+32<<10 {
			t.Errorf("%s: %d bytes", name, len(b))
		}
		if strings.HasSuffix(name, ".js") && strings.ContainsAny(string(b), "<>") {
			t.Errorf("%s: a sign of markup stands for itself", name)
		}
		if strings.Contains(string(b), "<b>arrested") {
			t.Errorf("%s: text of a document is markup", name)
		}
	}
	if len(s.starts) < 5 || s.starts[0] != 0 || !slices.IsSorted(s.starts) {
		t.Errorf("files of claims begin with %d", s.starts)
	}

	// The same again is kept, another audit takes its place, and a run that was killed leaves nothing.
	again, err := NewSearch(dir, a)
	if err != nil || again.writes() {
		t.Errorf("the same documents are written again: %v", err)
	}
	if err := again.End(a); err != nil || again.Claims() != 5000 {
		t.Errorf("%d claims are kept, %v", again.Claims(), err)
	}
	a.Documents[0].Revision.Rev = "def"
	other, err := NewSearch(dir, a)
	if err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join(dir, ".index.html.123"), nil, 0o600)
	if err := other.End(a); err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 2 {
		t.Errorf("left: %v", left)
	}
	if err := (*Search)(nil).End(a); err != nil {
		t.Error(err)
	}
}
