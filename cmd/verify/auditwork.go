package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"example.org/verify/reports"
	"example.org/verify/reports/archive"
	"example.org/verify/score/ledger"
)

// auditRun is one run of verify audit.
type auditRun struct {
	*job
	flags    *auditFlags
	manifest *manifest
	led      *ledger.Ledger

	files  []auditFile // each content once, those that failed aside once it has run
	byName map[string]*auditFile
	same   []archive.Duplicate
	past   map[string]ledger.Current // the current revisions when the run began
	before map[string]ledger.Current // and when its work began, which is after the gate
	sought map[string]int            // how many citations of a current revision were looked up when the run began; nil until that is asked
	due    map[string]bool           // with --fetch: the current revisions of which something should be sought again

	unchanged int
	ahead     int // documents that may wait to be recorded
}

func newAuditRun(j *job, flags *auditFlags, m *manifest) *auditRun {
	a := &auditRun{job: j, flags: flags, manifest: m, byName: map[string]*auditFile{}}
	j.facts = func(name string) facts {
		if f := a.byName[name]; f != nil {
			return f.facts
		}
		return facts{}
	}
	return a
}

// run finds the documents, reads those that the ledger does not have, and writes the dashboard from it.
func (a *auditRun) run(ctx context.Context, folders []string) error {
	var err error
	if a.led, err = a.ledgers.open(a.set.ledger); err != nil {
		return err
	}
	if a.past, err = a.led.Current(ctx); err != nil {
		return err
	}
	a.before = a.past
	signed, err := a.led.Decisions(ctx, "")
	if err != nil {
		return err
	}
	a.unsigned = len(signed) == 0
	if err := a.find(ctx, folders); err != nil {
		return err
	}
	if err := a.folders(); err != nil {
		return err
	}
	if a.flags.manifest != "" {
		if err := a.into(manifestFile, a.manifest.write); err != nil {
			return err
		}
	}
	if over, err := a.lookUps(ctx); over || err != nil {
		return err
	}
	gate, err := a.gate(ctx)
	if err != nil {
		return err
	}
	err = a.work(ctx)
	if ctx.Err() != nil {
		fmt.Fprintf(a.streams.err, "verify: stopped: %d of %d documents are in the ledger; the same command goes on from there\n", a.done+a.unchanged, len(a.files))
	}
	if err != nil {
		return err
	}
	analysed := a.done
	if a.done += a.unchanged; a.done == 0 {
		return failed(exitUnable)
	}
	if err := a.deliver(ctx, analysed); err != nil {
		return err
	}
	return cmpErr(a.end(ctx, nil), gate)
}

// cmpErr is the graver of how the audit and how its gate ended.
func cmpErr(audit, gate error) error {
	if audit != nil {
		return audit
	}
	return gate
}

// find finds the documents and the sums of their contents.
func (a *auditRun) find(ctx context.Context, folders []string) error {
	f := finder{flags: a.flags}
	f.out, _ = os.Stat(a.flags.out)
	if err := f.find(folders, a.manifest, a.streams.in); err != nil {
		return err
	}
	if err := a.spareOutput("--write-baseline", a.flags.writeBaseline, namesOf(f.files)); err != nil {
		return err
	}
	for _, l := range f.lost {
		a.say(result{name: l.Name, err: l.Err})
	}
	strays := a.manifest.strays(f.files)
	if len(strays) > 0 && len(folders) > 0 {
		more := ""
		if len(strays) > 1 {
			more = fmt.Sprintf(", and %d more", len(strays)-1)
		}
		fmt.Fprintf(a.streams.err, "verify: not among the documents, though the manifest names it: %s%s; a path begins at the manifest's folder\n", reports.Visible(strays[0]), more)
	}
	if len(f.files) == 0 && a.failed == 0 {
		return f.errNothing()
	}
	files := a.sums(ctx, f.files)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	a.files, a.same = firsts(files)
	for i := range a.files {
		a.byName[a.files[i].name] = &a.files[i]
	}
	return nil
}

// spareOutput is spare for a file of an audit, which writes into OUT and reads lists too.
func (a *auditRun) spareOutput(option, out string, names []string) error {
	keep := append(a.flags.written(), kept{a.flags.list, "the list of documents"}, kept{a.flags.manifest, "the manifest"})
	return a.set.spare(option, out, append([]string{"-"}, names...), a.flags.look.pages, keep...)
}

// work reads the documents that the ledger does not have as they are now, and records them in order, many in one transaction.
func (a *auditRun) work(ctx context.Context) error {
	todo, err := a.todo(ctx)
	if err != nil {
		return err
	}
	a.ahead = boundMemory(todo)
	a.many = true
	a.progress = progress{total: len(todo), started: time.Now(), began: time.Now()}
	if isTerminal(a.streams.err) && a.lookups == nil { // which show how far they have come
		a.progress.w = a.streams.err
	}
	defer a.progress.clear()
	return errors.Join(a.readAll(ctx, namesOf(todo)), ctx.Err())
}

// todo are the files that have to be read. One of which the page alone is missing is not, where what was looked up for it is recorded and this run looks nothing up:
// neither its page nor its record could have that.
func (a *auditRun) todo(ctx context.Context) (todo []auditFile, err error) {
	lost := map[string]bool{}
	for _, l := range a.lost {
		lost[l.Name] = true // by the gate, which read them all
	}
	a.done = 0
	without := 0
	for _, f := range a.files {
		switch {
		case lost[f.name]:
		case a.known(&f):
			a.unchanged++
		default:
			if _, ok := a.current(&f); ok && a.sought == nil {
				if err := a.whatWasSought(ctx); err != nil {
					return nil, err
				}
			}
			if a.hasEvidence(f.name) {
				a.unchanged++
				without++
				continue
			}
			todo = append(todo, f)
		}
	}
	if without > 0 {
		fmt.Fprintf(a.streams.err, "verify: no page is written for %s, whose record has what was looked up; add --fetch --offline\n", counted(without, "document"))
	}
	return todo, nil
}

// current is the ledger's current revision of a file; ok is whether it is of the file as it is now, read with the same settings.
func (a *auditRun) current(f *auditFile) (cur ledger.Current, ok bool) {
	if len(a.before) == 0 {
		return cur, false // a new ledger
	}
	d, _, err := a.desk(f.name)
	if err != nil {
		return cur, false
	}
	path, err := ownPath(f.name)
	if err != nil {
		return cur, false
	}
	cur = a.before[path]
	return cur, cur.SHA256 == f.sha && cur.Settings == d.hash
}

// known reports whether the ledger has the file as it is now, and whether its page is there; with --fetch, also whether all that can be looked up was, and nothing
// should be again.
func (a *auditRun) known(f *auditFile) bool {
	cur, ok := a.current(f)
	if !ok || a.sought[cur.Rev] < f.citations || a.due[cur.Rev] {
		return false
	}
	if a.flags.noPages {
		return true
	}
	_, err := os.Stat(a.page(cur.Rev))
	return err == nil
}

// readAll reads documents on all cores and records them in their order, many in one transaction. A run that is stopped keeps what was put by then.
func (a *auditRun) readAll(ctx context.Context, names []string) error {
	one := func(name string) result { return a.one(ctx, name) }
	c := recorder{ledgers: a.ledgers}
	if a.lookups != nil {
		return a.readOneByOne(ctx, names, one, &c)
	}
	for r, ok := range inOrder(slices.Values(names), lanes{work: runtime.GOMAXPROCS(0), ahead: a.ahead}, one) {
		if ctx.Err() != nil {
			break
		}
		if err := a.sayKept(c.next(ctx, r, ok)); err != nil {
			return err
		}
	}
	return a.sayKept(c.end())
}

// one reads a document and writes its page. Its analysis is not needed any more.
func (a *auditRun) one(ctx context.Context, name string) result {
	r := a.claims(ctx, name)
	if r.err == nil && r.unkept == nil && !a.flags.noPages {
		r.err = a.writePage(ctx, &r)
	}
	if r.err != nil {
		r.record = nil
	}
	r.analysis = nil
	return r
}

// sayKept says what came of documents that are dealt with. One that could not be recorded ends the audit.
func (a *auditRun) sayKept(ready []result) error {
	for i := range ready {
		if r := &ready[i]; r.unkept != nil {
			return fmt.Errorf("%s: not recorded, the audit ends here: %w; run it again to go on", r.name, r.unkept)
		}
		a.say(ready[i])
	}
	return nil
}

// page is where the page of a revision lies.
func (a *auditRun) page(rev string) string {
	return filepath.Join(a.flags.out, archive.PagesFolder, rev+".html")
}
