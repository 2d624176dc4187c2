package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.org/verify/citations/text"
)

// desksDoc is what is said about editors, hooks and services. The tests take the lines from there.
const desksDoc = "topics/desks.md"

// blocksOf are the code blocks of a language under a heading of the document.
func blocksOf(t *testing.T, heading, language string) []string {
	t.Helper()
	content, err := os.ReadFile(desksDoc)
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(content), "## "+heading+"\n")
	if !ok {
		t.Fatalf("no section %q", heading)
	}
	section, _, _ = strings.Cut(section, "\n## ")
	var blocks []string
	for {
		_, rest, ok := strings.Cut(section, "```"+language+"\n")
		if !ok {
			return blocks
		}
		block, after, _ := strings.Cut(rest, "```")
		blocks, section = append(blocks, block), after
	}
}

const ferry = `# Ferry Talks

The two ministers met in Tripoli (Libya Herald, May 3). They agreed on a new line (Libya Observer May 4). The port opens in June (Reuters, May 5).

The council of Sirte said that a ferry with ninety passengers had been lost at night (Reuters, June 30, 2018).
`

// checkFerry writes the article into a folder and gives what verify check prints about it there.
func checkFerry(t *testing.T, dir string, flags ...string) string {
	t.Helper()
	t.Chdir(dir)
	if err := os.WriteFile("ferry.md", []byte(ferry), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	args := append([]string{"check", "--ledger", "none", "--no-config", "--published", "2018-05-18", "--rule", "date.*", "--rule", "cite.*", "ferry.md"}, flags...)
	if code := run(context.Background(), args, streams{strings.NewReader(""), &out, &errs}); code != exitBroken {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	return out.String()
}

// TestDesksVSCode applies the problem matcher as VS Code does: each pattern to the line after that of the one before.
func TestDesksVSCode(t *testing.T) {
	var tasks struct {
		Tasks []struct {
			ProblemMatcher struct {
				Pattern []struct {
					Regexp                                      string
					File, Line, Column, Severity, Code, Message int
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(blocksOf(t, "VS Code", "json")[0]), &tasks); err != nil {
		t.Fatal(err)
	}
	pattern := tasks.Tasks[0].ProblemMatcher.Pattern
	first, second := regexp.MustCompile(pattern[0].Regexp), regexp.MustCompile(pattern[1].Regexp)
	lines := strings.Split(checkFerry(t, t.TempDir()), "\n")
	var got []string
	for i, line := range lines {
		m := first.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		n := second.FindStringSubmatch(lines[i+1])
		if n == nil {
			t.Fatalf("no message in %q", lines[i+1])
		}
		p := &pattern[0]
		got = append(got, strings.Join([]string{m[p.File], m[p.Line], m[p.Column], m[p.Severity], m[p.Code], n[pattern[1].Message]}, "|"))
	}
	want := []string{"ferry.md|3|84|warning|cite.malformed|no comma between Libya Observer and its date",
		"ferry.md|5|87|error|date.future|dated 30 June 2018, after the article's own date, 18 May 2018"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestDesksVim lets Vim read the report with the errorformat.
func TestDesksVim(t *testing.T) {
	vim, err := exec.LookPath("vim")
	if err != nil {
		t.Skip(err)
	}
	settings := strings.ReplaceAll(blocksOf(t, "Vim", "vim")[0], "setlocal", "set")
	dir := t.TempDir()
	write := writerIn(t, dir)
	report := write("report.txt", checkFerry(t, dir))
	script := write("script.vim", "set encoding=utf-8\n"+settings+"cgetfile "+report+"\n"+
		`call writefile(map(filter(getqflist(), "v:val.valid"), {_, e -> bufname(e.bufnr).'|'.e.lnum.'|'.e.col.'|'.e.type.'|'.e.text}), "list.txt")`+"\nqa!\n")
	c := exec.Command(vim, "-u", "NONE", "-i", "NONE", "-N", "-e", "-s", "-S", script)
	c.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	list, err := os.ReadFile("list.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`(?m)^ferry\.md\|3\|84\|W\|\[cite\.malformed\] [0-9a-f]{8}`, `(?m)^ferry\.md\|5\|87\|E\|\[date\.future\] [0-9a-f]{8}`,
		`dated 30 June 2018, after the article's own date, 18 May 2018`, `suggestion: 30 June 2017`} {
		if !regexp.MustCompile(want).Match(list) {
			t.Errorf("no %s in:\n%s", want, list)
		}
	}
	if strings.Contains(string(list), "^^^") {
		t.Errorf("the caret is in the list:\n%s", list)
	}
}

// TestDesksPreCommit holds the manifest of the hook against the commands and formats that there are.
func TestDesksPreCommit(t *testing.T) {
	content, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	hook := map[string]string{}
	for line := range strings.Lines(string(content)) {
		key, value, ok := strings.Cut(strings.TrimSpace(strings.TrimPrefix(line, "-")), ": ")
		if !ok {
			t.Errorf("no key and value: %q", line)
		}
		hook[key] = value
	}
	if hook["entry"] != "verify check" || hook["language"] != "golang" || !strings.Contains(strings.Join(blocksOf(t, "pre-commit", "yaml"), ""), "- id: "+hook["id"]+"\n") {
		t.Errorf("%v", hook)
	}
	files := regexp.MustCompile(hook["files"])
	for _, format := range text.Formats() {
		if !files.MatchString("drafts/article." + format) {
			t.Errorf("the hook does not see .%s", format)
		}
	}
}

// TestDesksCommands holds that the commands which are shown exist, with their flags.
func TestDesksCommands(t *testing.T) {
	var content []byte
	for _, topic := range append(topicNames, "../../../README") {
		page, err := os.ReadFile(filepath.Join("topics", topic+".md"))
		if err != nil {
			t.Fatal(err)
		}
		content = append(content, page...)
	}
	root := newRoot(streams{strings.NewReader(""), io.Discard, io.Discard})
	n := 0
	for _, m := range regexp.MustCompile(`(?m)(?:^|\(|run: )verify ([a-z]+)( [^|>\n)]*)?`).FindAllStringSubmatch(string(content), -1) {
		c, _, err := root.Find([]string{m[1]})
		if err != nil || c == root {
			t.Errorf("verify %s: %v", m[1], err)
			continue
		}
		for _, flag := range regexp.MustCompile(`--([a-z-]+)`).FindAllStringSubmatch(m[2], -1) {
			if n++; c.Flags().Lookup(flag[1]) == nil {
				t.Errorf("verify %s has no --%s", m[1], flag[1])
			}
		}
	}
	if n < 12 {
		t.Errorf("%d flags were looked at", n)
	}
}

// TestDesksWord writes questions into a .docx twice, and wants the same text, and marks for each comment of the second copy.
func TestDesksWord(t *testing.T) {
	const source = "../../testdata/documents/harbour/article.docx"
	dir := t.TempDir()
	once, twice := filepath.Join(dir, "once.docx"), filepath.Join(dir, "twice.docx")
	for _, files := range [][2]string{{source, once}, {once, twice}} {
		var out, errs bytes.Buffer
		if code := run(context.Background(), []string{"queries", "--ledger", "none", "--no-config", files[0], "--comments", files[1]}, streams{strings.NewReader(""), &out, &errs}); code != exitDone {
			t.Fatalf("exit code %d: %s", code, errs.String())
		}
		if !strings.HasSuffix(out.String(), "docx: 2 comments\n") {
			t.Errorf("%s", out.String())
		}
	}
	if textOf(t, source) != textOf(t, twice) {
		t.Error("the comments have changed the text")
	}
	z, err := zip.OpenReader(twice)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	comments, document := partOf(t, z, "word/comments.xml"), partOf(t, z, "word/document.xml")
	for i := range 4 {
		id := fmt.Sprintf(`w:id="%d"`, i)
		if strings.Count(comments, id) != 1 || strings.Count(document, "commentRangeStart "+id) != 1 || strings.Count(document, "commentRangeEnd "+id) != 1 ||
			strings.Count(document, "commentReference "+id) != 1 {
			t.Errorf("comment %d", i)
		}
	}
	var start, end, quote = strings.Index(document, `commentRangeStart w:id="0"`), strings.Index(document, `commentRangeEnd w:id="0"`), strings.Index(document, "December 14, 2017")
	if start > quote || quote > end {
		t.Error("the first comment is not where it belongs")
	}
}

func textOf(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := text.Parse(path, content, text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return string(doc.Raw)
}

// partOf reads a part of a package, which has to be whole XML.
func partOf(t *testing.T, z *zip.ReadCloser, name string) string {
	t.Helper()
	content, err := fs.ReadFile(z, name)
	if err != nil {
		t.Fatal(err)
	}
	for d := xml.NewDecoder(bytes.NewReader(content)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return string(content)
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

// TestDesksShell lets bash read the completion, and complete a format and a rule with it.
func TestDesksShell(t *testing.T) {
	var out bytes.Buffer
	if code := run(context.Background(), []string{"completion", "bash"}, streams{strings.NewReader(""), &out, &out}); code != exitDone {
		t.Fatalf("exit code %d", code)
	}
	if bash, err := exec.LookPath("bash"); err == nil {
		c := exec.Command(bash, "-n")
		c.Stdin = &out
		if said, err := c.CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, said)
		}
	}
	for flag, want := range map[string]string{"--format": "sarif\n", "--rule": "date.future\n", "--fail-on": "warning\n"} {
		var words bytes.Buffer
		run(context.Background(), []string{"__complete", "check", flag, ""}, streams{strings.NewReader(""), &words, &out})
		if !strings.Contains(words.String(), want) {
			t.Errorf("%s completes to %q", flag, words.String())
		}
	}
}

// TestDesksManual writes the manual pages and lets mandoc or groff read them.
func TestDesksManual(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "man1")
	var out bytes.Buffer
	if code := run(context.Background(), []string{"man", dir}, streams{strings.NewReader(""), &out, &out}); code != exitDone {
		t.Fatalf("exit code %d: %s", code, out.String())
	}
	pages, err := filepath.Glob(filepath.Join(dir, "verify*.1"))
	if err != nil || len(pages) < 10 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for _, tool := range [][]string{{"mandoc", "-T", "lint", "-W", "error"}, {"groff", "-man", "-T", "utf8", "-ww", "-z"}} {
		path, err := exec.LookPath(tool[0])
		if err != nil {
			continue
		}
		said, err := exec.Command(path, append(tool[1:], pages...)...).CombinedOutput()
		if err != nil || len(said) > 0 {
			t.Errorf("%s: %v: %s", tool[0], err, said)
		}
	}
	content, err := os.ReadFile(filepath.Join(dir, "verify-check.1"))
	if err != nil || !bytes.Contains(content, []byte(`\fB\-\-fail\-on\fR \fISEVERITY\fR`)) {
		t.Errorf("%v: %s", err, content)
	}
}
