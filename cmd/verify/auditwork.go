package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"example.org/verify/reports"
	"example.org/verify/reports/archive"
	"example.org/verify/score"
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
	sought map[string]int            // with --fetch: how many citations of a current revision were looked up when the run began
	batch  batcher

	unchanged int

	mu      sync.Mutex
	entries map[string]*entry // on their way from a reader to the batch
}

func newAuditRun(j *job, flags *auditFlags, m *manifest) *auditRun {
	a := &auditRun{job: j, flags: flags, manifest: m, byName: map[string]*auditFile{}, entries: map[string]*entry{}}
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
	a.batch.led = a.led
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
	for _, l := range f.lost {
		a.say(result{name: l.Name, err: l.Err})
	}
	strays := a.manifest.strays(f.files)
	if len(strays) > 0 && len(folders) > 0 {
		more := ""
		if len(strays) > 1 {
			more = fmt.Sprintf(", and %d more", len(strays)-1)
		}
		fmt.Fprintf(a.streams.err, "verify: not among the documents, though the manifest names it: %s%s\n", reports.Visible(strays[0]), more)
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

// sums gives the files that can be opened, with the sums of their contents; the others have failed.
func (a *auditRun) sums(ctx context.Context, files []auditFile) []auditFile {
	type sum struct {
		sha string
		err error
	}
	one := func(name string) sum {
		sha, err := a.sumOf(name)
		return sum{sha, err}
	}
	var good []auditFile
	i := 0
	for s := range inOrder(slices.Values(namesOf(files)), 2*runtime.GOMAXPROCS(0), one) {
		if ctx.Err() != nil {
			return nil
		}
		if s.err != nil {
			a.say(result{name: files[i].name, err: s.err})
		} else {
			files[i].sha = s.sha
			good = append(good, files[i])
		}
		i++
	}
	return good
}

// sumOf is the sha256 of a file's content. One that is too large to be read is not summed: reading it will say so.
func (a *auditRun) sumOf(name string) (string, error) {
	f, size, err := openFile(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	if size > a.set.maxBytes {
		return name, nil
	}
	h := sha256.New()
	room := make([]byte, min(size+1, 32<<10)) // io.Copy would take 32 KiB for each of many small files
	if _, err := io.CopyBuffer(h, struct{ io.Reader }{f}, room); err != nil {
		return "", cure(err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func namesOf(files []auditFile) []string {
	names := make([]string, len(files))
	for i := range files {
		names[i] = files[i].name
	}
	return names
}

// work reads the documents that the ledger does not have as they are now, and records them in order, many in one transaction.
func (a *auditRun) work(ctx context.Context) error {
	todo := a.todo()
	boundMemory(todo)
	a.later = a.keep // for good: where the batch fails, readers are still on their way
	a.progress = progress{total: len(todo), started: time.Now(), began: time.Now()}
	if isTerminal(a.streams.err) && a.lookups == nil { // which show how far they have come
		a.progress.w = a.streams.err
	}
	defer a.progress.clear()
	err := a.readAll(ctx, namesOf(todo))
	return errors.Join(err, a.batch.end(), ctx.Err())
}

// todo are the files that have to be read.
func (a *auditRun) todo() []auditFile {
	lost := map[string]bool{}
	for _, l := range a.lost {
		lost[l.Name] = true // by the gate, which read them all
	}
	a.done = 0
	var todo []auditFile
	for _, f := range a.files {
		switch {
		case lost[f.name]:
		case a.known(&f):
			a.unchanged++
		default:
			todo = append(todo, f)
		}
	}
	return todo
}

// known reports whether the ledger has the file as it is now as its document's current revision, read with the same settings, and whether its page is there; with
// --fetch, also whether all that can be looked up was.
func (a *auditRun) known(f *auditFile) bool {
	if len(a.before) == 0 {
		return false // a new ledger
	}
	d, _, err := a.desk(f.name)
	if err != nil {
		return false
	}
	path, err := ownPath(f.name)
	if err != nil {
		return false
	}
	cur := a.before[path]
	if cur.SHA256 != f.sha || cur.Settings != d.hash || a.sought[cur.Rev] < f.citations {
		return false
	}
	if a.flags.noPages {
		return true
	}
	_, err = os.Stat(a.page(cur.Rev))
	return err == nil
}

// readAll reads documents on all cores and hands them to the batch in order. A run that is stopped keeps what the batch holds by then: its transaction
// does not end with ctx.
func (a *auditRun) readAll(ctx context.Context, names []string) error {
	one := func(name string) result {
		an, notices, err := a.claims(ctx, name)
		if err == nil && !a.flags.noPages {
			err = a.writePage(name, an)
		}
		return result{name, an, notices, err}
	}
	if a.lookups != nil {
		return a.readOneByOne(ctx, names, one)
	}
	for r := range inOrder(slices.Values(names), 2*runtime.GOMAXPROCS(0), one) {
		if ctx.Err() != nil {
			return nil
		}
		e := a.take(r.name)
		if r.err == nil {
			if err := a.batch.put(context.WithoutCancel(ctx), e, r.analysis, a.set.time); err != nil {
				return fmt.Errorf("%s: not recorded, the audit ends here: %w; run it again to go on", r.name, err)
			}
		}
		a.say(r)
	}
	return nil
}

// keep takes what is to be recorded from a reader, take gives it to the batch.
func (a *auditRun) keep(e *entry, _ *score.Analysis) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.entries[e.doc.Text.Name] = e
}

func (a *auditRun) take(name string) *entry {
	a.mu.Lock()
	defer a.mu.Unlock()
	e := a.entries[name]
	delete(a.entries, name)
	return e
}

// What a batch holds at most: the ledger's pen should not be held for longer than others care to wait.
const (
	batchMost = 64
	batchTime = 300 * time.Millisecond
)

// batcher records documents, many in one transaction.
type batcher struct {
	led   *ledger.Ledger
	open  *ledger.Batch
	n     int
	begun time.Time
}

// put records a document with its results. If it fails, nothing of the transaction stays.
func (b *batcher) put(ctx context.Context, e *entry, a *score.Analysis, now time.Time) (err error) {
	meta, err := metaOf(e.doc, now)
	if err != nil {
		return err
	}
	if b.open == nil {
		if b.open, err = b.led.Begin(ctx); err != nil {
			return err
		}
		b.n, b.begun = 0, time.Now()
	}
	var rev string
	if err = b.open.PutEvidence(ctx, e.doc, e.answers); err == nil {
		rev, err = b.open.PutTrail(ctx, e.doc, e.trail, e.env, meta)
	}
	if err == nil {
		err = b.open.PutResults(ctx, rev, a)
	}
	if err != nil {
		err = errors.Join(err, b.open.Rollback())
		b.open = nil
		return err
	}
	if b.n++; b.n >= batchMost || time.Since(b.begun) > batchTime {
		return b.end()
	}
	return nil
}

// end keeps what was recorded.
func (b *batcher) end() error {
	if b.open == nil {
		return nil
	}
	err := b.open.Commit()
	b.open = nil
	return err
}

// auditPercent lets garbage grow to this share of what lives, the registry above all, before it is collected. Measured on 500 articles of 8 KB: a tenth less
// time than with 60, a twentieth less than with 100, for 15 MB.
const auditPercent = 200

// boundMemory lets garbage be collected more often when an audit nears its bound: 80 MiB, and eight times each of the largest files that are read at once.
// $GOGC and $GOMEMLIMIT win.
func boundMemory(files []auditFile) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(auditPercent)
	}
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	sizes := make([]int64, 0, len(files))
	for i := range files {
		if info, err := os.Stat(files[i].name); err == nil {
			sizes = append(sizes, info.Size())
		}
	}
	slices.Sort(sizes)
	const perByte = 8
	limit := int64(80 << 20)
	for _, size := range sizes[max(0, len(sizes)-2*runtime.GOMAXPROCS(0)):] {
		limit += perByte * size
	}
	debug.SetMemoryLimit(limit)
}

// page is where the page of a revision lies.
func (a *auditRun) page(rev string) string {
	return filepath.Join(a.flags.out, archive.PagesFolder, rev+".html")
}
