// Same tells whether two builds of verify read alike: it runs both over documents and what random edits make of them, and names those on
// which they differ.
//
//	go run ./testdata/bench/same [-n DOCUMENTS] [-seed N] OLD NEW [FILE…]
//
// Without FILE it takes testdata/articles, testdata/corpus and the inputs of testdata/cases. The documents on which the builds differ are
// kept, so that each can be looked at with both.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

func main() {
	n := flag.Int("n", 2000, "how many documents to make of the files by edits")
	seed := flag.Uint64("seed", 1, "of the edits")
	flag.Parse()
	if flag.NArg() < 2 {
		flag.Usage()
		os.Exit(2)
	}
	same, err := run(flag.Arg(0), flag.Arg(1), flag.Args()[2:], *n, *seed)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if !same {
		os.Exit(1)
	}
}

func run(before, after string, files []string, n int, seed uint64) (same bool, err error) {
	if len(files) == 0 {
		for _, p := range []string{"testdata/articles/*", "testdata/corpus/*", "testdata/cases/*/input.*"} {
			more, _ := filepath.Glob(p)
			files = append(files, more...)
		}
	}
	dir, err := os.MkdirTemp("", "same")
	if err != nil {
		return false, err
	}
	names, err := documents(dir, files, n, seed)
	if err != nil {
		return false, err
	}
	a, err := read(before, names)
	if err != nil {
		return false, err
	}
	b, err := read(after, names)
	if err != nil {
		return false, err
	}
	if len(a) != len(b) {
		return false, fmt.Errorf("%d documents with one, %d with the other; they are in %s", len(a), len(b), dir)
	}
	differ := 0
	for i := range a {
		if !bytes.Equal(a[i], b[i]) {
			if differ++; differ <= 20 {
				show(a[i], b[i])
			}
		}
	}
	fmt.Printf("%d documents, %d differ\n", len(names), differ)
	if differ > 0 {
		fmt.Println("they are kept in", dir)
		return false, nil
	}
	return true, os.RemoveAll(dir)
}

// show prints where two lines of output part.
func show(a, b []byte) {
	k := 0
	for k < min(len(a), len(b)) && a[k] == b[k] {
		k++
	}
	around := func(s []byte) []byte { return s[max(0, min(k, len(s))-80):min(len(s), k+120)] }
	fmt.Printf("%.120s\n- …%s\n+ …%s\n", a, around(a), around(b))
}

// someFailed is the exit code of verify where some documents could not be read.
const someFailed = 3

// read is what a build prints, a line for each document that it can read, without the digest of its settings.
func read(verify string, names []string) ([][]byte, error) {
	c := exec.Command(verify, "claims", "--ledger", "none", "--no-config", "--format", "jsonl", "--list", "-")
	c.Stdin = strings.NewReader(strings.Join(names, "\n") + "\n")
	c.Stderr = io.Discard
	out, err := c.Output()
	if err != nil && c.ProcessState.ExitCode() != someFailed {
		return nil, fmt.Errorf("%s: %w", verify, err)
	}
	var lines [][]byte
	for line := range bytes.Lines(out) {
		lines = append(lines, settings.ReplaceAll(line, nil))
	}
	return lines, nil
}

// settings is the member that every two builds differ in, since it says by which one a document was read.
var settings = regexp.MustCompile(`,"settings":"[0-9a-f]*"`)

// documents writes the files, and n documents that edits make of them, and gives their names.
func documents(dir string, files []string, n int, seed uint64) ([]string, error) {
	var texts []string
	names := files
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		if len(raw) < 200<<10 {
			texts = append(texts, string(raw))
		}
	}
	if n > 0 && len(texts) == 0 {
		return nil, errors.New("no file below 200 KiB to edit; name some, or run it at the root of the repository")
	}
	r := rand.New(rand.NewPCG(seed, 0))
	for i := range n {
		name := filepath.Join(dir, fmt.Sprintf("%05d%s", i, [...]string{".txt", ".md"}[r.IntN(2)]))
		if err := os.WriteFile(name, []byte(edited(r, texts)), 0o600); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

// edited is one of the texts after some edits.
func edited(r *rand.Rand, texts []string) string {
	s := texts[r.IntN(len(texts))]
	if r.IntN(4) == 0 {
		s += "\n\n" + texts[r.IntN(len(texts))]
	}
	if len(s) > 16<<10 { // a part of a long one
		at := r.IntN(len(s) - 8<<10)
		s = s[at : at+8<<10]
	}
	for range 1 + r.IntN(12) {
		s = edit(r, s, texts)
	}
	return s
}

// odd are pieces of text that parsers stumble over.
var odd = strings.Split("(|)|[|]|[1]|[^2]|¹|²⁻³| | |\t|\r\n|\n|\n\n|—|–|-|\u00AD|\u200B|\u3000|İ|ı|ſ|K|é|é|ß|ǅ|\xff|\xc2|\xe2\x80|“|”|«|»|'|’|\"|.|…|。|,|;|:|/|*|_|`|<b>|</b>|&amp;|"+
	"(Reuters, May 3)|(AP/AFP, n.d.)|(Le Monde, 4 mai 2019; BBC)| according to the BBC | SAID | selon l’AFP | как сообщает ТАСС | بحسب رويترز |2018|May 3, 2019|12.3.2020|5/6/2017|yesterday|ibid.|Ibid., p. 3.|"+
	"Notes\n\n1. |https://news.example/a_b|[Reuters, May 2](https://x.example)|I think |thirty people were killed |$5 million|By Ann Lee|NAIROBI, May 3 (Reuters) - |U.S. The |Türkiye|türkiye|Paris", "|")

func edit(r *rand.Rand, s string, texts []string) string {
	if len(s) < 4 {
		return s + odd[r.IntN(len(odd))]
	}
	i := r.IntN(len(s))
	j := min(len(s), i+1+r.IntN(60))
	switch r.IntN(9) {
	case 0:
		return s[:i] + s[j:]
	case 1:
		return s[:i] + strings.ToUpper(s[i:j]) + s[j:]
	case 2:
		return s[:i] + strings.ToLower(s[i:j]) + s[j:]
	case 3:
		return s[:i] + strings.ReplaceAll(s[i:], "\n\n", "\n")
	case 4:
		o := texts[r.IntN(len(texts))]
		k := r.IntN(len(o))
		return s[:i] + o[k:min(len(o), k+1+r.IntN(400))] + s[i:]
	case 5:
		return s[:i] + strings.Repeat(s[i:j], 2) + s[j:]
	case 6:
		return s[:max(i, len(s)/2)]
	default:
		return s[:i] + odd[r.IntN(len(odd))] + s[i:]
	}
}
