package reports

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
	"example.org/verify/score"
)

// edited is an analysis of content in which each «old|new» is an edit.
func edited(t interface{ Fatal(...any) }, name, content string) *score.Analysis {
	var clean strings.Builder
	var edits []citations.Edit
	for content != "" {
		before, rest, found := strings.Cut(content, "«")
		clean.WriteString(before)
		if !found {
			break
		}
		edit, after, _ := strings.Cut(rest, "»")
		old, repl, _ := strings.Cut(edit, "|")
		edits = append(edits, citations.Edit{Span: citations.Span{Start: clean.Len(), End: clean.Len() + len(old)}, Text: repl})
		clean.WriteString(old)
		content = after
	}
	txt, err := text.Parse(name, []byte(clean.String()), text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	a := &score.Analysis{Document: &citations.Document{Text: txt}}
	for i := range edits {
		a.Findings = append(a.Findings, score.Finding{Article: -1, Severity: score.Warning, Span: edits[i].Span, Edit: &edits[i]})
	}
	return a
}

func diffOf(t interface{ Fatal(...any) }, a *score.Analysis) string {
	var b bytes.Buffer
	if err := WriteDiff(&b, only(a), &Check{FailOn: score.Error}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var diffCases = map[string]string{
	"one":            "a\nb\nthe «x|y» line\nc\nd\ne\nf\n",
	"two far":        "«|,»a\n1\n2\n3\n4\n5\n6\n7\n8\n9\nb«b|»b\n",
	"two near":       "«a|A»\n1\n2\n3\n4\n5\n6\nb«b|»b\n",
	"one line twice": "x «a|b» y «c|d» z\nend\n",
	"no newline":     "first\nlast «x|y»",
	"at the end":     "first\nlast«|,»",
	"crlf":           "one\r\ntwo «x|y»\r\nthree «|\n»four\r\n",
	"joined":         "http://a/«\n|»b c\nnext\n",
	"joined twice":   "http://a/«\n|»b/«\n|»c\nnext\nlast",
	"a new line":     "[5] A. «|\n»[6] B.\n",
	"windows-1252":   "caf\xe9 \x93ferm\xe9\x94 «x|é»\nfin\n",
	"only the last":  "1\n2\n3\n4\n5\n6\n7«8|9»\n",
	"gone":           "1\n«2\n|»3\n",
}

// TestDiff applies each diff with patch and with git, and wants what Mended gives.
func TestDiff(t *testing.T) {
	for name, content := range diffCases {
		t.Run(name, func(t *testing.T) {
			a := edited(t, "draft one.txt", content)
			want, err := Mended(a.Document.Text, CertainEdits(a))
			if err != nil {
				t.Fatal(err)
			}
			diff := diffOf(t, a)
			for _, tool := range [][]string{{"patch", "-p0", "--binary", "-s"}, {"git", "apply", "-p0"}} {
				applied(t, a.Document.Text, diff, want, tool)
			}
		})
	}
}

func applied(t *testing.T, doc *text.Text, diff string, want []byte, tool []string) {
	t.Helper()
	if _, err := exec.LookPath(tool[0]); err != nil {
		t.Skip(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, doc.Name)
	if err := os.WriteFile(path, doc.Raw, 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(tool[0], tool[1:]...)
	c.Dir, c.Stdin = dir, strings.NewReader(diff)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s\n%s", tool, err, out, diff)
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%v made %q, want %q of\n%s", tool, got, want, diff)
	}
}

// TestDiffIsWhole applies diffs of any text with any edits by hand.
func TestDiffIsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.StringOf(rapid.SampledFrom([]rune("ab \n\n\n\né")))
		var content strings.Builder
		content.WriteString("x")
		for range rapid.IntRange(1, 6).Draw(t, "edits") {
			content.WriteString(part.Draw(t, "text") + "\n" + part.Draw(t, "text"))
			content.WriteString("«" + part.Draw(t, "old") + "|" + part.Draw(t, "new") + "»")
		}
		content.WriteString(part.Draw(t, "end"))
		a := edited(t, "x.txt", content.String())
		want, err := Mended(a.Document.Text, CertainEdits(a))
		if err != nil {
			t.Fatal(err)
		}
		if got := patched(string(a.Document.Text.Raw), diffOf(t, a)); got != string(want) {
			t.Fatalf("%q, want %q of\n%s", got, want, diffOf(t, a))
		}
	})
}

// patched applies a unified diff, trusting its body and not its numbers but for where a hunk begins.
func patched(old, diff string) string {
	lines := strings.SplitAfter(old, "\n")
	var out strings.Builder
	at, last := 0, byte(' ')
	for line := range strings.Lines(diff) {
		switch line[0] {
		case '@':
			from, _, _ := strings.Cut(strings.TrimPrefix(line, "@@ -"), " ")
			first, n, _ := strings.Cut(from, ",")
			start := atoi(first)
			if n != "0" {
				start--
			}
			out.WriteString(strings.Join(lines[at:start], ""))
			at = start
		case ' ', '+':
			if !strings.HasPrefix(line, "+++") {
				out.WriteString(line[1:])
			}
		case '\\':
			if last != '-' {
				s := strings.TrimSuffix(out.String(), "\n")
				out.Reset()
				out.WriteString(s)
			}
		}
		if line[0] == ' ' || line[0] == '-' && !strings.HasPrefix(line, "---") {
			at++
		}
		last = line[0]
	}
	return out.String() + strings.Join(lines[at:], "")
}

func atoi(s string) (n int) {
	for _, c := range s {
		n = 10*n + int(c-'0')
	}
	return n
}

func TestUncertainEdits(t *testing.T) {
	guess := edited(t, "x.txt", "a «b|c» d\n")
	guess.Findings[0].RestsOnGuess = true
	silenced := edited(t, "x.txt", "a «b|c» d\n")
	silenced.Findings[0].Silenced = &score.Silence{By: "me", Reason: "right so"}
	packed := edited(t, "x.txt", "a «b|c» d\n")
	packed.Document.Text.Format = "docx"
	for name, a := range map[string]*score.Analysis{
		"a guess": guess, "silenced": silenced, "packed": packed,
		"markup": edited(t, "x.html", "<p>a «<b>b</b>|c» d</p>\n"), "an entity": edited(t, "x.html", "<p>a «b&amp;|c» d</p>\n"),
	} {
		if edits := CertainEdits(a); len(edits) > 0 {
			t.Errorf("%s: %+v", name, edits)
		}
	}
	over := edited(t, "x.txt", "a «bcd|x» e\n")
	over.Findings = append(over.Findings, score.Finding{Edit: &citations.Edit{Span: citations.Span{Start: 3, End: 4}, Text: "y"}})
	if edits := CertainEdits(over); len(edits) != 1 {
		t.Errorf("of two edits that overlap: %+v", edits)
	}
	latin := edited(t, "x.txt", "caf\xe9 «x|新»\n")
	if _, err := Mended(latin.Document.Text, CertainEdits(latin)); err == nil {
		t.Error("what Windows-1252 cannot write was written")
	}
	escaped := edited(t, "x.html", "<p>a «b|c & d» e</p>\n")
	if got, _ := Mended(escaped.Document.Text, CertainEdits(escaped)); !strings.Contains(string(got), "a c &amp; d e") {
		t.Errorf("%s", got)
	}
}
