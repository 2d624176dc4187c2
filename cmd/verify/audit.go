package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
	"example.org/verify/reports/archive"
)

// auditFlags are the flags of verify audit.
type auditFlags struct {
	set              settings
	look             lookSettings
	out              string
	list, manifest   string
	include, exclude []string
	datePattern      string
	jobs             int
	noPages          bool
	noSearch         bool
	tables           []string // forms of the tables

	check                   bool
	format, failOn          string
	baseline, writeBaseline string
}

func newAudit(s streams) *cobra.Command {
	var flags auditFlags
	c := &cobra.Command{
		Use:   "audit DIR… -o OUT",
		Short: "Read a whole archive, and write what its claims rest on: a dashboard, a page for each document, CSV, a ledger",
		Long: `audit reads every document below the folders, whatever its format, on all cores, and writes into the folder OUT: index.html, where to begin;
documents/, the report of each document; search/, a search over all claims that works from a disk; CSV files and JSON lines that README.txt explains; ledger.db, the record. Nothing in it needs the network.

Run again, it reads only what is new or has changed: the content of the file, the settings, or this program,
by its version, its commit or, where it was built from files that no commit has, its content. Interrupted, it goes on where it was. A file
that fails is named, in the dashboard too, and the others are done.

The date of publication is the manifest's, else what the document says, else what its name or its folder says (2018-05-18, 2018/05/18, 20180518, 2018-05, 2018/).

With --fetch the pages that the documents cite are looked up too, as verify fetch does and by the same [fetch] settings: this asks the network. What it may cost is
said first. A document whose sources were all looked up is not sought again until it changes; where --budget ends or the run is stopped, the same command goes on
another day, and asks nothing again that was answered within 30 days. What could not be reached is sought again after three days, until it has failed three times. An
audit without --fetch keeps what was found, with --check too: its findings are then those of the text alone; add --fetch --offline to judge by what was found.

With --check the findings are printed as verify check prints them, and it ends with 1 where the desk's policy is broken.`,
		Example: "  verify audit back-issues -o audit\n  verify audit back-issues -o audit --manifest catalogue.csv --exclude 'drafts/**'\n" +
			"  verify audit back-issues -o audit --fetch --contact desk@example.org --budget 2000\n" +
			"  verify audit back-issues -o audit --check --baseline .verify-baseline.json",
		RunE: func(c *cobra.Command, args []string) error {
			if err := flags.validate(args); err != nil {
				return err
			}
			if flags.jobs > 0 {
				defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(flags.jobs))
			}
			return auditing(c.Context(), &flags, args, s)
		},
	}
	flags.register(c)
	return c
}

func (o *auditFlags) register(c *cobra.Command) {
	o.set.register(c)
	o.look.register(c)
	f := c.Flags()
	f.Lookup("ledger").Usage = "the `FILE` to record in (default ledger.db in OUT)"
	f.StringVarP(&o.out, "output", "o", "", "write into the folder `OUT`; it is made")
	f.StringVar(&o.list, "list", "", "read the documents that `FILE` names too, one a line; - is standard input")
	f.StringVar(&o.manifest, "manifest", "", "a `CSV` file with the columns path, date, title, authors, section; without DIR its documents are read. It is kept for later audits into OUT")
	f.StringArrayVar(&o.include, "include", nil, "only files whose name fits this `GLOB`, as '*.pdf' or 'issues/**'; may be given again")
	f.StringArrayVar(&o.exclude, "exclude", nil, "no file or folder whose name fits this `GLOB`; may be given again")
	f.StringVar(&o.datePattern, "date-pattern", "", "how names give the date, a `PATTERN` as issue-DD.MM.YYYY")
	f.IntVar(&o.jobs, "jobs", 0, "use `N` cores (default all)")
	f.BoolVar(&o.noPages, "no-pages", false, "write no page for each document, and no search over all claims")
	f.BoolVar(&o.noSearch, "no-search", false, "write no search over all claims")
	f.StringSliceVar(&o.tables, "tables", tableForms, "write the tables in these `FORMS`, with commas: csv, jsonl, or none")
	f.BoolVar(&o.check, "check", false, "print the findings, and end with 1 where the policy is broken")
	f.StringVar(&o.format, "format", reports.CheckFormats[0].Name, "with --check, print as this `FORMAT`: "+strings.Join(reports.CheckNames(), ", "))
	f.StringVar(&o.failOn, "fail-on", "", "with --check, break the policy from this `SEVERITY` on: error, warning, suggestion")
	f.StringVar(&o.baseline, "baseline", "", "with --check, hold nothing against a document that the baseline in `FILE` knows")
	f.StringVar(&o.writeBaseline, "write-baseline", "", "write what is found now to `FILE`, as the baseline")
	completeWith(c, "format", reports.CheckNames())
	completeWith(c, "tables", append(slices.Clone(tableForms), "none"))
	completeWith(c, "fail-on", []string{"error", "warning", "suggestion"})
}

// tableForms are the forms in which the tables are written.
var tableForms = []string{"csv", "jsonl"}

// checkTables refuses forms that are none.
func (o *auditFlags) checkTables() error {
	if slices.Equal(o.tables, []string{"none"}) {
		o.tables = nil
	}
	for _, form := range o.tables {
		if !slices.Contains(tableForms, form) {
			return fmt.Errorf("--tables %s: there are %s, or none", form, strings.Join(tableForms, ", "))
		}
	}
	return nil
}

func (o *auditFlags) validate(args []string) error {
	switch {
	case o.out == "":
		return errors.New("no output is named; add -o and a folder, as -o audit")
	case len(args) == 0 && o.list == "" && o.manifest == "":
		return errors.New("no folder is named; try: verify audit DIR -o " + o.out)
	case o.set.ledger == "none":
		return errors.New("--ledger none: an audit needs a ledger; leave it out for one in " + o.out)
	case o.jobs < 0:
		return fmt.Errorf("--jobs %d: want a number above 0", o.jobs)
	case !o.gated() && (o.baseline != "" || o.failOn != ""):
		return errors.New("--baseline and --fail-on go with --check")
	}
	return errors.Join(o.checkTables(), checkGlobs("--include", o.include), checkGlobs("--exclude", o.exclude), checkDatePattern(o.datePattern), o.checkFlags().validate(nil), o.checkFolders(args))
}

// gated reports whether findings are printed, or written as a baseline.
func (o *auditFlags) gated() bool { return o.check || o.writeBaseline != "" }

func (o *auditFlags) checkFlags() *checkFlags {
	return &checkFlags{set: o.set, format: o.format, failOn: o.failOn, baseline: o.baseline, writeBaseline: o.writeBaseline}
}

// written are the files that the audit writes into OUT itself, its ledger and its pages aside.
func (o *auditFlags) written() (all []kept) {
	for _, name := range []string{auditMark, manifestFile, "README.txt", archive.Dashboard} {
		all = append(all, kept{filepath.Join(o.out, name), "a file that the audit writes"})
	}
	for _, name := range archive.TableNames() {
		for _, form := range tableForms {
			all = append(all, kept{filepath.Join(o.out, name+"."+form), "a file that the audit writes"})
		}
	}
	return all
}

// checkFolders refuses folders that are not there, and an OUT that would hide what is to be read.
func (o *auditFlags) checkFolders(args []string) error {
	out, _ := os.Stat(o.out)
	for _, dir := range args {
		info, err := os.Stat(dir)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return fmt.Errorf("%s: there is no such folder; check its name", dir)
		case err == nil && out != nil && os.SameFile(info, out):
			return fmt.Errorf("-o %s is the folder that is read; name another, as %s", o.out, filepath.Join(o.out, "audit"))
		}
	}
	return nil
}

// auditing makes OUT, holds it against a second audit, and runs the audit.
func auditing(ctx context.Context, flags *auditFlags, args []string, s streams) error {
	if err := spare("--ledger", flags.set.ledger, flags.written()); err != nil {
		return err
	}
	m, err := readManifest(flags.manifest)
	if err != nil {
		return err
	}
	free, err := holdFolder(flags.out)
	if err != nil {
		return err
	}
	defer free()
	if flags.manifest == "" {
		if m, err = keptManifest(flags.out); err != nil {
			return err
		}
	}
	if flags.set.ledger == "" {
		flags.set.ledger = filepath.Join(flags.out, "ledger.db")
	}
	j, err := newJob(flags.set, s)
	if err != nil {
		return err
	}
	a := newAuditRun(j, flags, m)
	return errors.Join(a.run(ctx, args), j.close())
}

// auditMark is the file that says that a folder was written by an audit. It is also what the audit holds while it runs.
const auditMark = ".verify-audit"

// holdFolder makes the folder of an audit and holds it. A folder with other people's files is refused, as is one that another audit holds.
func holdFolder(out string) (free func(), err error) {
	info, err := os.Stat(out)
	if err == nil && !info.IsDir() {
		return nil, fmt.Errorf("-o %s is a file; name a folder", out)
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return nil, fmt.Errorf("-o %s: %w", out, cureWriting(err))
	}
	list, err := os.ReadDir(out)
	if err != nil {
		return nil, fmt.Errorf("-o %s: %w", out, cure(err))
	}
	mark := filepath.Join(out, auditMark)
	if _, err := os.Stat(mark); err != nil && len(list) > 0 {
		return nil, fmt.Errorf("-o %s has files in it that no audit wrote; name a new folder", out)
	}
	f, err := os.OpenFile(mark, os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return nil, fmt.Errorf("-o %s: %w", out, cureWriting(err))
	}
	if !lockFile(f) {
		f.Close()
		return nil, fmt.Errorf("-o %s: another audit is writing there; wait until it has ended", out)
	}
	return func() { f.Close() }, nil // which lets go of the lock
}
