package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"sync"
	"syscall"

	"example.org/verify/reports"
	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

// job is one run over some files: what its documents share, and how many of them failed.
type job struct {
	set     settings
	streams streams
	desks   *desks
	ledgers *ledgers

	done, failed int
	lost         []reports.Failure // the failed ones
	progress     progress

	given   sync.Map // documents from standard input by their names, until they are read; []byte
	lookups *lookups // of a run with --fetch; nil otherwise

	facts    func(name string) facts // of an audit: what is known of a document beside its file; nil otherwise
	stays    func(name string) bool  // of an audit: whether the ledger keeps what it has of a document; nil for never
	unsigned bool                    // of an audit: the ledger had no sign-off when it began
	many     bool                    // documents are recorded many in one transaction, by a recorder, not each by who reads it
	mending  bool                    // a document may be read twice: each is recorded by who reads it
}

// newJob checks the flags, and opens what they name: a desk's file or a ledger that cannot be used ends the run before it begins.
func newJob(set settings, s streams) (*job, error) {
	if err := set.check(); err != nil {
		return nil, err
	}
	j := &job{set: set, streams: s, ledgers: newLedgers()}
	j.desks = newDesks(&j.set)
	if set.config != "" {
		if _, _, err := j.desks.of(""); err != nil {
			return nil, err
		}
	}
	if j.mustRecord() {
		if _, err := j.ledgers.open(set.ledger); err != nil {
			return nil, err
		}
	}
	return j, nil
}

// mustRecord reports whether a ledger was asked for by name: then what cannot be recorded has failed.
func (j *job) mustRecord() bool { return j.set.ledger != "" && j.set.ledger != "none" }

func (j *job) close() error { return errors.Join(j.ledgers.close(), j.lookups.close(j.streams)) }

// result is what came of one file.
type result struct {
	name     string
	analysis *score.Analysis
	notices  []string // one line each, for standard error
	err      error

	ledger string         // where it is to be recorded
	record *ledger.Record // what is to be recorded; nil for nothing, or where that is done
	unkept error          // why it could not be recorded
	held   bool           // it is in a transaction that is open
}

// analyses reads the files as claims does and gives what came of them in their order.
func (j *job) analyses(ctx context.Context, names []string) iter.Seq[*score.Analysis] {
	return j.through(ctx, names, j.claims)
}

// reader takes one document from its name to its analysis. It is called from several goroutines.
type reader func(ctx context.Context, name string) result

// through reads the files on all cores and gives what came of them in their order. A file that fails is named on standard
// error and the others go on.
func (j *job) through(ctx context.Context, names []string, read reader) iter.Seq[*score.Analysis] {
	names = once(names)
	return j.stream(ctx, slices.Values(names), len(names), read)
}

// once are the names without those that lead to a file a second time: it would count twice.
func once(names []string) []string {
	if len(names) < 2 {
		return names
	}
	seen := make(map[string]bool, len(names))
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		path, err := ownPath(name)
		if err != nil || name == "-" {
			return false // it is told of when it is read
		}
		again := seen[path]
		seen[path] = true
		return again
	})
}

// stream is through for names that come one after the other, of which no more are taken than can be read. total is how many they are, 0 where that is not
// known.
func (j *job) stream(ctx context.Context, names iter.Seq[string], total int, read reader) iter.Seq[*score.Analysis] {
	j.many = total != 1 && j.lookups == nil && !j.mending
	before := func(string) {}
	switch {
	case j.lookups != nil:
		timeOverMemory()
	case total == 1:
		spareMemory()
	default:
		before = spareLater()
	}
	return func(yield func(*score.Analysis) bool) {
		one := func(name string) result {
			before(name)
			return read(ctx, name)
		}
		results := inOrder(names, lanes{work: runtime.GOMAXPROCS(0), pause: batchPause}, one)
		if j.lookups != nil {
			results = oneByOne(names, one) // its lookups show how far it has come, and are parallel themselves
		} else {
			j.progress = newProgress(j.streams, total)
			defer j.progress.clear()
		}
		for r := range j.recorded(ctx, results) {
			if ctx.Err() != nil || j.lookups.lost() != nil {
				return
			}
			j.say(r)
			if r.err == nil && !yield(r.analysis) {
				return
			}
		}
	}
}

// say prints what standard error should know of a file, and counts it.
func (j *job) say(r result) {
	if r.err != nil || len(r.notices) > 0 {
		j.progress.clear()
	}
	defer j.progress.step()
	for _, line := range r.notices {
		fmt.Fprintf(j.streams.err, "verify: %s: %s\n", sayName(r.name), reports.Visible(line))
	}
	if r.err != nil {
		j.failed++
		j.lost = append(j.lost, reports.Failure{Name: r.name, Err: r.err})
		fmt.Fprintf(j.streams.err, "verify: %s: %s\n", sayName(r.name), reports.Visible(r.err.Error()))
		return
	}
	j.done++
}

// sayName is how an input is named to people.
func sayName(name string) string {
	if name == "-" {
		return "standard input"
	}
	return reports.Visible(name)
}

// end turns what the report's writer met and how many files failed into the command's error.
func (j *job) end(ctx context.Context, err error) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, syscall.EPIPE):
		return err
	case j.lookups.lost() != nil:
		return j.lookups.lost()
	case err != nil:
		return fmt.Errorf("write the report: %w", err)
	case j.failed > 0 && j.done == 0:
		return failed(exitUnable)
	case j.failed > 0:
		return failed(exitSome)
	}
	return nil
}
