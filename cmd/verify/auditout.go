package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.org/verify/reports"
	"example.org/verify/reports/archive"
	"example.org/verify/reports/html"
	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

// writePage writes the page of a document, before the document is recorded: what the ledger has has its page.
func (a *auditRun) writePage(ctx context.Context, r *result) error {
	var b bytes.Buffer
	o := html.Options{Context: ctx, Version: version, Now: a.set.time, About: a.about, Home: "../" + archive.Dashboard}
	if err := html.Write(&b, slices.Values([]*score.Analysis{r.analysis}), o); err != nil {
		return fmt.Errorf("its page cannot be written: %w", err)
	}
	if err := replace(a.page(r.record.Revision()), b.Bytes()); err != nil {
		return fmt.Errorf("its page cannot be written: %w", err)
	}
	return nil
}

// deliver writes the dashboard, the pages of the rules and the tables, from the ledger, and says what was done.
func (a *auditRun) deliver(ctx context.Context, analysed int) (err error) {
	led, err := ledger.Open(a.set.ledger, ledger.Options{ReadOnly: true}) // which keeps less of it in memory
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, led.Close()) }()
	audit, err := a.audit(ctx, led)
	if err != nil {
		return err
	}
	search, err := a.search(audit)
	if err != nil {
		return err
	}
	figures, err := a.tables(ctx, led, audit, search)
	if err != nil {
		return errors.Join(err, search.Abandon())
	}
	if err := search.End(audit); err != nil {
		return errors.Join(cure(err), search.Abandon())
	}
	if err := errors.Join(a.rulePages(audit, figures), a.originPages(audit, figures)); err != nil {
		return err
	}
	if err := a.into("README.txt", func(w io.Writer) error { _, err := io.WriteString(w, archive.Dictionary()); return err }); err != nil {
		return err
	}
	if err := a.into(archive.Dashboard, func(w io.Writer) error { return archive.WriteDashboard(w, audit, figures, search != nil) }); err != nil {
		return err
	}
	if err := a.sweep(audit, figures); err != nil {
		return err
	}
	return a.sayDone(analysed, &figures.All)
}

// sayDone says what was done, on standard error where standard output has the findings.
func (a *auditRun) sayDone(analysed int, s *archive.Sum) error {
	parts := []string{counted(s.Documents, "document"), fmt.Sprintf("%d read", analysed)}
	copies := "copies"
	if len(a.same) == 1 {
		copies = "copy"
	}
	for _, p := range []struct {
		n    int
		what string
	}{{a.unchanged, "unchanged"}, {len(a.same), copies}, {a.failed, "failed"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	w, line := a.streams.out, ""
	if a.flags.gated() {
		w, line = a.streams.err, "verify: "
	}
	line += fmt.Sprintf("%s: %s; %s, %s\n", reports.Visible(filepath.Join(a.flags.out, archive.Dashboard)), strings.Join(parts, ", "), counted(s.Errors, "error"), counted(s.Warnings, "warning"))
	_, err := io.WriteString(w, line)
	return err
}

// audit is what the run has done, in the words of the dashboard.
func (a *auditRun) audit(ctx context.Context, led *ledger.Ledger) (*archive.Audit, error) {
	now, err := led.Current(ctx)
	if err != nil {
		return nil, err
	}
	audit := &archive.Audit{Duplicates: a.same, First: len(a.past) == 0, Now: a.set.time, Version: version}
	for _, form := range a.flags.tables {
		audit.Tables = append(audit.Tables, "."+form)
	}
	for _, l := range a.lost {
		audit.Failures = append(audit.Failures, archive.Failure{Name: l.Name, Reason: l.Err.Error()})
	}
	lost := map[string]bool{}
	for _, l := range a.lost {
		lost[l.Name] = true
	}
	for i := range a.files {
		f := &a.files[i]
		path, err := ownPath(f.name)
		cur, ok := now[path]
		if err != nil || !ok || lost[f.name] {
			continue // it failed
		}
		delete(now, path)
		audit.Documents = append(audit.Documents, a.document(f, cur))
	}
	audit.Gone = len(now)
	return audit, nil
}

func (a *auditRun) document(f *auditFile, cur ledger.Current) archive.Document {
	d := archive.Document{Name: filepath.ToSlash(f.name), Title: f.entry.title, Section: f.entry.section, Authors: f.entry.authors, Revision: cur, Page: isFile(a.page(cur.Rev))}
	switch was, ok := a.past[cur.Doc]; {
	case !ok:
		d.Change = "new"
	case was.Rev != cur.Rev:
		d.Change = "changed"
	}
	return d
}

// search begins the search over all claims; nil where there is to be none, and none of an earlier audit stays.
func (a *auditRun) search(audit *archive.Audit) (*archive.Search, error) {
	dir := filepath.Join(a.flags.out, archive.SearchFolder)
	if a.flags.noPages || a.flags.noSearch {
		return nil, os.RemoveAll(dir)
	}
	s, err := archive.NewSearch(dir, audit)
	if err != nil {
		return nil, fmt.Errorf("-o %s: %w", a.flags.out, cure(err))
	}
	return s, nil
}

// tables gathers the figures, and writes the tables on the way.
func (a *auditRun) tables(ctx context.Context, led *ledger.Ledger, audit *archive.Audit, search *archive.Search) (f *archive.Figures, err error) {
	var parts []*part
	defer func() {
		for _, p := range parts {
			err = errors.Join(err, p.end(err == nil))
		}
	}()
	files := func(form, end string) (writers []io.Writer, err error) {
		if !slices.Contains(a.flags.tables, form) {
			return nil, nil
		}
		for _, name := range archive.TableNames() {
			p, err := newPart(filepath.Join(a.flags.out, name+end))
			if err != nil {
				return nil, err
			}
			parts, writers = append(parts, p), append(writers, p)
		}
		return writers, nil
	}
	csv, err := files("csv", ".csv")
	if err != nil {
		return nil, err
	}
	lines, err := files("jsonl", ".jsonl")
	if err != nil {
		return nil, err
	}
	t, err := archive.NewTables(csv, lines)
	if err != nil {
		return nil, err
	}
	if f, err = archive.Gather(ctx, led, audit, t, search); err != nil {
		return nil, err
	}
	return f, t.End(f)
}

// part is a file that comes into the place of another once all of it is written.
type part struct {
	path string
	f    *os.File
	*bufio.Writer
}

func newPart(path string) (*part, error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".")
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", path, cureWriting(err))
	}
	return &part{path, f, bufio.NewWriter(f)}, nil
}

// end puts the file in its place, or takes it away.
func (p *part) end(good bool) error {
	err := errors.Join(p.Flush(), p.f.Chmod(0o644), p.f.Close())
	if good && err == nil {
		err = os.Rename(p.f.Name(), p.path)
	}
	if !good || err != nil {
		_ = os.Remove(p.f.Name())
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", p.path, cureWriting(err))
	}
	return nil
}

// into writes a file below OUT.
func (a *auditRun) into(name string, write func(io.Writer) error) error {
	p, err := newPart(filepath.Join(a.flags.out, name))
	if err != nil {
		return err
	}
	err = write(p)
	return errors.Join(err, p.end(err == nil))
}

func (a *auditRun) rulePages(audit *archive.Audit, f *archive.Figures) error {
	for _, r := range f.Rules {
		if r.Open == 0 {
			continue
		}
		name := filepath.Join(archive.RulesFolder, archive.RulePage(r.ID))
		if err := a.into(name, func(w io.Writer) error { return archive.WriteRule(w, audit, r) }); err != nil {
			return err
		}
	}
	return nil
}

func (a *auditRun) originPages(audit *archive.Audit, f *archive.Figures) error {
	for _, o := range pagedOrigins(f) {
		name := filepath.Join(archive.OriginsFolder, archive.OriginPage(o.ID))
		if err := a.into(name, func(w io.Writer) error { return archive.WriteOrigin(w, audit, o) }); err != nil {
			return err
		}
	}
	return nil
}

// pagedOrigins are the sources that have a page of the claims that rest on them alone.
func pagedOrigins(f *archive.Figures) []*archive.Outlet {
	list := f.Origins()
	return list[:min(len(list), archive.OriginsMost)]
}

// pageFolders are the folders of pages below OUT.
var pageFolders = []string{archive.PagesFolder, archive.RulesFolder, archive.OriginsFolder}

// folders makes the folders of the pages.
func (a *auditRun) folders() error {
	for _, name := range pageFolders {
		if err := os.MkdirAll(filepath.Join(a.flags.out, name), 0o777); err != nil {
			return fmt.Errorf("-o %s: %w", a.flags.out, cureWriting(err))
		}
	}
	return nil
}

// sweep takes away pages of revisions that are no longer current, of rules that find nothing any more, of sources on which nothing rests alone, and what an interrupted run left half written.
func (a *auditRun) sweep(audit *archive.Audit, f *archive.Figures) error {
	keep := map[string]bool{}
	for i := range audit.Documents {
		keep[audit.Documents[i].Revision.Rev+".html"] = true
	}
	for _, r := range f.Rules {
		if r.Open > 0 {
			keep[archive.RulePage(r.ID)] = true
		}
	}
	for _, o := range pagedOrigins(f) {
		keep[archive.OriginPage(o.ID)] = true
	}
	for _, folder := range pageFolders {
		if err := sweepFolder(filepath.Join(a.flags.out, folder), func(name string) bool {
			return halfWritten(name) || strings.HasSuffix(name, ".html") && !keep[name]
		}); err != nil {
			return err
		}
	}
	return sweepFolder(a.flags.out, halfWritten)
}

// halfWritten reports whether a file is one that a killed run had not put in its place yet.
func halfWritten(name string) bool {
	if !strings.HasPrefix(name, ".") {
		return false
	}
	parts := strings.Split(name, ".")
	return len(parts) > 3 && slices.Contains([]string{"html", "csv", "jsonl", "txt"}, parts[len(parts)-2])
}

func sweepFolder(dir string, stale func(name string) bool) error {
	list, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("%s: %w", dir, cure(err))
	}
	for _, e := range list {
		if e.Type().IsRegular() && stale(e.Name()) {
			if err := os.Remove(filepath.Join(dir, e.Name())); err != nil {
				return fmt.Errorf("%s: %w", dir, cureWriting(err))
			}
		}
	}
	return nil
}
