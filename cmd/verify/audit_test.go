package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"example.org/verify/citations/text"
)

// TestAuditDates holds what names of files and folders say of a date.
func TestAuditDates(t *testing.T) {
	for _, test := range []struct{ path, pattern, want string }{
		{"2018-05-18-issue.txt", "", "2018-05-18"},
		{"issues/2018/05/18/ferry.txt", "", "2018-05-18"},
		{"issues/20180518.pdf", "", "2018-05-18"},
		{"tm_2018_05_18.docx", "", "2018-05-18"},
		{"2018/05-18.txt", "", "2018-05-18"},
		{"2018/0518.txt", "", "2018-05-18"},
		{"issues/2018-05/ferry.txt", "", "2018-05"},
		{"issues/2018/05/ferry.txt", "", "2018-05"},
		{"issues/2018/ferry.txt", "", "2018"},
		{"2017/reprint-of-2018-05-18.txt", "", "2018-05-18"},
		{"2018-13-40.txt", "", ""},
		{"2018-02-30.txt", "", "2018-02"},
		{"1201805189.txt", "", ""},
		{"order-20199999.txt", "", ""},
		{"ferry-2018.txt", "", ""}, // what a year in a name means nobody knows
		{"report.txt", "", ""},
		{"no-18.05.2018.txt", "DD.MM.YYYY", "2018-05-18"},
		{"no-18.05.2018.txt", "no-DD.MM.YYYY", "2018-05-18"},
		{"2018-05-18.txt", "YYYY/MM/DD", ""},
		{"v2018/w.txt", "vYYYY", "2018"},
	} {
		d := dateInPath(test.path, test.pattern)
		if got := d.ISO(); got != test.want {
			t.Errorf("%s %s: %q, want %q", test.path, test.pattern, got, test.want)
		}
	}
	for _, p := range []string{"YYYY", "YYYY-MM", "DD.MM.YYYY", ""} {
		if err := checkDatePattern(p); err != nil {
			t.Error(err)
		}
	}
	for _, p := range []string{"MM-DD", "YY-MM", "YYYY-DD", "YYYY-M-D", "YYYYYY"} {
		if checkDatePattern(p) == nil {
			t.Errorf("%s is a pattern", p)
		}
	}
}

// TestAuditGlobs holds what --include and --exclude mean.
func TestAuditGlobs(t *testing.T) {
	for _, test := range []struct {
		glob, path string
		want       bool
	}{
		{"*.pdf", "a/b/c.pdf", true}, {"*.pdf", "a.pdf/c.txt", false}, {"a/*.pdf", "a/c.pdf", true}, {"a/*.pdf", "a/b/c.pdf", false},
		{"a/**", "a/b/c.pdf", true}, {"**/drafts/**", "a/drafts/c.pdf", true}, {"**/drafts/**", "drafts/c.pdf", true}, {"**/c.pdf", "c.pdf", true},
		{"a/**/c.pdf", "a/c.pdf", true}, {"a/**/c.pdf", "b/c.pdf", false}, {"?.txt", "a/é.txt", true},
	} {
		if got := matches(test.glob, test.path); got != test.want {
			t.Errorf("%s on %s: %t", test.glob, test.path, got)
		}
	}
}

// TestAuditExtensions holds that every input format has an extension that an audit looks for.
func TestAuditExtensions(t *testing.T) {
	for _, f := range text.Formats() {
		if !slices.Contains(auditExtensions, "."+f) {
			t.Errorf("no file of the format %s would be found", f)
		}
	}
}

// auditOf is the command that audits an archive.
func auditOf(out string, more ...string) []string {
	return append([]string{"audit", "archive", "-o", out, "--no-config", "--now", "2026-01-02"}, more...)
}

// TestKilledAudits kills an audit, half of the times at any moment and half while a later transaction than the first is open. What is there then is sound, the next
// audit does the rest, and the export, the tables and the dashboard are those of an uninterrupted one.
func TestKilledAudits(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	const first = batchMost + 20 // pages that are written once the first transaction has ended: some documents are read ahead
	archiveOf(t, filepath.Join(dir, "archive"), first+200, 256)
	start := time.Now()
	done(t, dir, auditOf("whole")...)
	took := time.Since(start)
	want := exported(t, filepath.Join(dir, "whole", "ledger.db"))
	wantTable := string(read(t, filepath.Join(dir, "whole", "findings.csv")))
	midway, n := 0, 6
	switch {
	case big:
		n = 50
	case testing.Short():
		n = 2
	}
	for k := range n {
		out := fmt.Sprint("out", k)
		if k%2 == 0 {
			killAtPage(t, first+rand.IntN(60), filepath.Join(dir, out, "documents"), dir, auditOf(out)...)
		} else {
			kill(t, time.Duration(rand.Int64N(int64(took))), dir, auditOf(out)...)
		}
		name := filepath.Join(dir, out, "ledger.db")
		midway += leftSound(t, name, want)
		done(t, dir, auditOf(out)...)
		if exported(t, name) != want {
			t.Errorf("kill %d: the export is not that of an uninterrupted audit", k)
		}
		if string(read(t, filepath.Join(dir, out, "findings.csv"))) != wantTable {
			t.Errorf("kill %d: the findings are not those of an uninterrupted audit", k)
		}
		if a, b := listing(t, filepath.Join(dir, out)), listing(t, filepath.Join(dir, "whole")); !slices.Equal(a, b) {
			t.Errorf("kill %d: %d files, want %d", k, len(a), len(b))
		}
	}
	metHalfDone(t, midway, n, (n+1)/4) // half of those that were meant to: a machine may be too busy to look at each page
}

// killAtPage runs an audit and kills it when it has written so many pages.
func killAtPage(t *testing.T, pages int, folder, dir string, args ...string) {
	t.Helper()
	cmd := program(dir, args...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	waitForFiles(folder, pages)
	_ = cmd.Process.Kill() // it may be done before
	_ = cmd.Wait()
}

// waitForFiles waits until a folder has n files, a minute at most.
func waitForFiles(folder string, n int) {
	for range 60_000 {
		if list, _ := os.ReadDir(folder); len(list) >= n {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// listing are the files of an audit, its ledger's aside.
func listing(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if rel, _ := filepath.Rel(dir, path); !strings.HasPrefix(rel, "ledger.db") {
			names = append(names, rel)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestAuditInterrupted holds that Ctrl-C ends an audit with what was recorded kept.
func TestAuditInterrupted(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	archiveOf(t, filepath.Join(dir, "archive"), 200, 4<<10)
	cmd := program(dir, auditOf("out")...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	waitForFiles(filepath.Join(dir, "out", "documents"), 20)
	_ = cmd.Process.Signal(syscall.SIGINT)
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitDone && (code != exitInterrupted || !strings.Contains(errs.String(), "the same command goes on from there")) {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
	said := done(t, dir, auditOf("out")...)
	if !strings.Contains(said, "unchanged") {
		t.Errorf("nothing was kept: %s", said)
	}
}

// TestTwoAudits holds that a second audit of one folder is refused with a line, and that two into one ledger from two folders are right.
func TestTwoAudits(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	archiveOf(t, filepath.Join(dir, "archive"), 60, 2<<10)
	free, err := holdFolder(filepath.Join(dir, "held"))
	if err != nil {
		t.Fatal(err)
	}
	if r := verify(t, dir, auditOf("held")...); r.code != exitUnable || !strings.Contains(r.err, "another audit is writing there; wait until it has ended") {
		t.Errorf("exit code %d: %s", r.code, r.err)
	}
	free()
	done(t, dir, auditOf("held")...)
	want := exported(t, filepath.Join(dir, "held", "ledger.db"))
	ends := make(chan ran, 2)
	for _, out := range []string{"one", "two"} {
		go func() { ends <- verify(t, dir, auditOf(out, "--ledger", "shared.db")...) }()
	}
	for range 2 {
		if r := <-ends; r.code != exitDone {
			t.Errorf("exit code %d: %s", r.code, r.err)
		}
	}
	if exported(t, filepath.Join(dir, "shared.db")) != want {
		t.Error("two audits at once recorded something else than one")
	}
}

// TestAuditLikeClaims holds that an audit records, byte for byte, what verify claims records, which counts in the views of the ledger. Then nothing is left for
// it to read.
func TestAuditLikeClaims(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "archive"), 0o755); err != nil {
		t.Fatal(err)
	}
	files := within("archive", generate(t, filepath.Join(dir, "archive"), 60)...)
	done(t, dir, auditOf("out", "--published", "2018-05-18")...)
	done(t, dir, record("claims.db", files...)...)
	if exported(t, filepath.Join(dir, "out", "ledger.db")) != exported(t, filepath.Join(dir, "claims.db")) {
		t.Error("the audit recorded something else")
	}
	said := done(t, dir, auditOf("second", "--published", "2018-05-18", "--no-pages", "--ledger", "claims.db")...)
	if !strings.Contains(said, "0 read, 60 unchanged") {
		t.Error(said)
	}
}

// TestAuditFindsWhatWasPlanted follows the dashboard from rule to document: every tenth of the articles has a source from the future, every seventh claims without
// a source, and one is another's copy.
func TestAuditFindsWhatWasPlanted(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	names := archiveOf(t, filepath.Join(dir, "archive"), 60, 1<<10)
	copyFile(t, filepath.Join(dir, "archive", names[3]), filepath.Join(dir, "archive", "zz.txt"))
	done(t, dir, auditOf("out")...)
	out := filepath.Join(dir, "out")
	index := string(read(t, filepath.Join(out, "index.html")))
	if !strings.Contains(index, `href="findings/date.future.html"`) || !strings.Contains(index, "archive/zz.txt") {
		t.Fatal("the dashboard leads neither to the rule nor to the copy")
	}
	if !strings.Contains(index, `<td dir="auto">Nadira Tolmayeva</td>`) {
		t.Error("no author has a line")
	}
	rule := string(read(t, filepath.Join(out, "findings", "date.future.html")))
	links := strings.Split(rule, `<a href="../documents/`)[1:]
	if len(links) != 6 {
		t.Errorf("%d documents with a source from the future, want 6", len(links))
	}
	for _, l := range links {
		page, _, _ := strings.Cut(l, `"`)
		document := string(read(t, filepath.Join(out, "documents", page)))
		if !strings.Contains(document, "date.future") || !strings.Contains(document, `href="../index.html">back to the archive`) {
			t.Errorf("the page %s says nothing of it, or does not lead back", page)
		}
	}
	rows, err := csv.NewReader(bytes.NewReader(read(t, filepath.Join(out, "documents.csv")))).ReadAll()
	if err != nil || len(rows) != len(names)+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	checkworthy, sourced := slices.Index(rows[0], "checkworthy"), slices.Index(rows[0], "sourced")
	for _, row := range rows[1:] {
		i := slices.Index(names, filepath.FromSlash(strings.TrimPrefix(row[0], "archive/")))
		if planted := i%7 == 0; planted != (row[checkworthy] != row[sourced]) {
			t.Errorf("%s: %s of %s claims have a source", row[0], row[sourced], row[checkworthy])
		}
	}
}

// BenchmarkAudit audits generated articles of 8 KB, with a new ledger and without pages and tables, on all cores and on one, then again unchanged. VERIFY_BENCH_DOCS is how many they are, 200 unless set.
func BenchmarkAudit(b *testing.B) {
	n := 200
	if s := os.Getenv("VERIFY_BENCH_DOCS"); s != "" {
		if _, err := fmt.Sscan(s, &n); err != nil {
			b.Fatal(err)
		}
	}
	dir := filepath.Join(b.TempDir(), "archive")
	archiveOf(b, dir, n, 8<<10)
	once := func(out string, more ...string) {
		args := append([]string{"audit", dir, "-o", out, "--no-config", "--no-pages", "--tables", "none", "--now", "2026-01-02"}, more...)
		if code := run(context.Background(), args, streams{strings.NewReader(""), io.Discard, io.Discard}); code != exitDone {
			b.Fatalf("exit code %d", code)
		}
	}
	for _, name := range []string{"new", "new on one core", "unchanged"} {
		b.Run(name, func(b *testing.B) {
			out := filepath.Join(b.TempDir(), "same")
			once(out)
			var more []string
			if name == "new on one core" {
				more = []string{"--jobs", "1"}
			}
			for i := 0; b.Loop(); i++ {
				if name != "unchanged" {
					out = filepath.Join(b.TempDir(), fmt.Sprint(i))
				}
				once(out, more...)
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "documents/s")
		})
	}
}
