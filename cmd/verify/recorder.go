package main

import (
	"context"
	"iter"
	"time"

	"example.org/verify/citations"
	"example.org/verify/reports"
	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

// record puts a document into its ledger, counts it there, lets check find what it finds, and puts the results beside it; in one transaction, so that
// nothing partial stays. Of many documents it only makes the record, counted as the ledger's views count: a recorder puts it. Where check fails the document has.
func (j *job) record(ctx context.Context, path string, doc *citations.Document, env score.Env, answers []score.Answer, check func(*score.Analysis) error) result {
	trail := score.Trace(doc, env)
	var unchecked error
	checked := func(a *score.Analysis) error {
		unchecked = check(a)
		return unchecked
	}
	counted := func() *score.Analysis {
		a := trail.Analyse(doc, env, trail.Count(doc))
		_ = checked(a)
		return a
	}
	r := result{ledger: path}
	switch {
	case path == "none" || j.ledgers.broken(path), j.stays != nil && j.stays(doc.Text.Name):
		r.analysis = counted()
	case j.many:
		r.analysis = counted()
		if unchecked == nil {
			r.record, r.unkept = recordOf(doc, trail, env, answers, r.analysis, j.set.time)
		}
	default:
		r.analysis, r.unkept = j.ledgers.put(ctx, path, &entry{doc: doc, trail: trail, env: env, check: checked, answers: answers, now: j.set.time})
		if r.unkept != nil && unchecked == nil {
			if !j.mustRecord() && ctx.Err() == nil {
				r.analysis = counted()
			}
			j.unkept(&r)
		}
	}
	if unchecked != nil {
		return result{ledger: path, err: unchecked}
	}
	return r
}

func recordOf(doc *citations.Document, trail *score.Trail, env score.Env, answers []score.Answer, a *score.Analysis, now time.Time) (*ledger.Record, error) {
	meta, err := metaOf(doc, now)
	if err != nil {
		return nil, err
	}
	return ledger.NewRecord(doc, trail, env, meta, answers, a)
}

// unkept says what becomes of a result that could not be recorded: where a ledger was asked for by name its document has failed; else that costs a notice,
// once for a ledger.
func (j *job) unkept(r *result) {
	err := r.unkept
	r.unkept = nil
	switch {
	case err == nil:
	case j.mustRecord() || r.analysis == nil:
		r.analysis, r.err = nil, err
	case j.ledgers.giveUp(r.ledger):
		r.notices = append(r.notices, "not recorded: "+reports.Visible(err.Error()))
	}
}

// recorded records results that come in their order, and gives each on when it is kept, or has no need to be. What was read and not given on because nobody
// wanted more may have been recorded.
func (j *job) recorded(ctx context.Context, results iter.Seq2[result, bool]) iter.Seq[result] {
	return func(yield func(result) bool) {
		c := recorder{ledgers: j.ledgers}
		defer c.end() // where no more is wanted
		give := func(ready []result) bool {
			for i := range ready {
				j.unkept(&ready[i])
				if !yield(ready[i]) {
					return false
				}
			}
			return true
		}
		for r, ok := range results {
			if !give(c.next(ctx, r, ok)) {
				return
			}
		}
		give(c.end())
	}
}

// What a batch holds at most: the ledger's pen should not be held for longer than others care to wait, nor results back for longer than people do.
const (
	batchMost  = 256
	batchTime  = time.Second
	batchPause = 100 * time.Millisecond // after which what waits is kept, where nothing comes
	batchBytes = 256 << 10              // of the text of documents whose results wait
)

// recorder records documents, many in one transaction. It holds their results back until they are kept: what a run gives on is in the ledger, whenever it
// is killed.
type recorder struct {
	ledgers *ledgers
	path    string // of the ledger that open writes to
	open    *ledger.Batch
	begun   time.Time
	waiting []result
	bytes   int
}

// next takes the next result and gives those that are dealt with by then. Where there is none after a pause, ok is false, what waits is kept at once.
func (c *recorder) next(ctx context.Context, r result, ok bool) (ready []result) {
	if !ok {
		return c.end()
	}
	if c.open != nil && r.record != nil && r.ledger != c.path {
		ready = c.end()
	}
	if r.record != nil && !c.ledgers.broken(r.ledger) {
		r.unkept = c.put(context.WithoutCancel(ctx), &r)
		r.held = r.unkept == nil
	}
	r.record = nil
	c.waiting = append(c.waiting, r)
	if r.analysis != nil {
		c.bytes += len(r.analysis.Document.Text.File)
	}
	if c.open == nil || len(c.waiting) >= batchMost || c.bytes >= batchBytes || time.Since(c.begun) > batchTime {
		ready = append(ready, c.end()...)
	}
	return ready
}

// put puts a result's record into the batch, which it begins where none is open.
func (c *recorder) put(ctx context.Context, r *result) error {
	if c.open == nil {
		led, err := c.ledgers.open(r.ledger)
		if err != nil {
			return err
		}
		if c.open, err = led.Begin(ctx); err != nil {
			c.open = nil
			return err
		}
		c.path, c.begun = r.ledger, time.Now()
	}
	return c.open.Record(ctx, r.record)
}

// end keeps what was put and gives all that waited for it.
func (c *recorder) end() []result {
	ready := c.waiting
	c.waiting, c.bytes = nil, 0
	if c.open == nil {
		return ready
	}
	err := c.open.Commit()
	c.open = nil
	for i := range ready {
		if ready[i].held {
			ready[i].unkept, ready[i].held = err, false
		}
	}
	return ready
}
