package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"example.org/verify/citations"
	"example.org/verify/score"
)

// Batch is one transaction for many documents. It holds the ledger's pen from Begin to Commit or Rollback: other writers wait, so
// a batch should last no longer than a second or two. It serves one goroutine.
type Batch struct {
	l    *Ledger
	w    *writer
	done bool
}

// Begin starts a Batch. It waits for one that is open, in this process or another.
func (l *Ledger) Begin(ctx context.Context) (*Batch, error) {
	return l.locked(ctx, false)
}

// locked takes the pen; keys lets foreign keys be held.
func (l *Ledger) locked(ctx context.Context, keys bool) (*Batch, error) {
	if l.only {
		return nil, wrap(l.path, fmt.Errorf("%w: it was opened for reading", ErrReadOnly))
	}
	l.mu.Lock()
	b, err := l.begin(ctx, keys)
	if err != nil {
		l.mu.Unlock()
		return nil, wrap(l.path, err)
	}
	return b, nil
}

func (l *Ledger) begin(ctx context.Context, keys bool) (*Batch, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if l.writer == nil {
		w, err := newWriter(ctx, l.db)
		if err != nil {
			return nil, err
		}
		l.writer = w
	}
	clear(l.writer.seen)
	if err := l.writer.hold(keys); err != nil {
		return nil, err
	}
	if err := l.writer.exec(`BEGIN IMMEDIATE`); err != nil {
		return nil, err
	}
	return &Batch{l: l, w: l.writer}, nil
}

// Commit ends the batch and keeps what it recorded.
func (b *Batch) Commit() error {
	if b.done {
		return nil
	}
	err := b.w.exec(`COMMIT`)
	if err != nil {
		err = errors.Join(err, b.rollback())
	}
	b.end()
	return wrap(b.l.path, err)
}

// Rollback ends the batch and forgets what it recorded; after Commit it does nothing.
func (b *Batch) Rollback() error {
	if b.done {
		return nil
	}
	err := b.rollback()
	b.end()
	return wrap(b.l.path, err)
}

// rollback undoes the transaction.
func (b *Batch) rollback() error { return undone(b.w.exec(`ROLLBACK`)) }

// undone is what went wrong with a ROLLBACK: nothing where SQLite has undone the transaction already, as a full disk makes it do.
func undone(err error) error {
	if err != nil && err.Error() == "cannot rollback - no transaction is active" {
		return nil
	}
	return err
}

func (b *Batch) end() {
	b.done = true
	b.l.mu.Unlock()
}

// Record records a document with its results. What it was recorded with before changes nothing. If it fails, nothing of the document is left in the
// batch, which goes on. The record is used up.
func (b *Batch) Record(ctx context.Context, r *Record) error {
	defer r.rows.free()
	if err := ctx.Err(); err != nil {
		return err
	}
	return wrap(b.l.path, b.savepoint(func() error { return b.w.record(r) }))
}

// Put records a document without its results: its revision, articles, notes, claims, citations and their sources as known now.
func (b *Batch) Put(ctx context.Context, doc *citations.Document, env score.Env, meta Meta) (rev string, err error) {
	return b.PutTrail(ctx, doc, score.Trace(doc, env), env, meta)
}

// PutTrail is Put for a document that is traced already.
func (b *Batch) PutTrail(ctx context.Context, doc *citations.Document, trail *score.Trail, env score.Env, meta Meta) (rev string, err error) {
	r, err := NewRecord(doc, trail, env, meta, nil, nil)
	if err != nil {
		return "", err
	}
	return r.rev, b.Record(ctx, r)
}

// PutEvidence records what was found for a document's citations, before Put, whose scores rest on it. What is there already stays as it is.
func (b *Batch) PutEvidence(ctx context.Context, doc *citations.Document, answers []score.Answer) error {
	if err := ctx.Err(); err != nil || len(answers) == 0 {
		return err
	}
	r := newRows()
	defer r.free()
	if err := r.evidence(doc, answers); err != nil {
		return err
	}
	return wrap(b.l.path, b.savepoint(func() error { return b.w.put(r, nil) }))
}

// Counts reads the counts of a revision from the views. Its slices lie parallel to the document's articles and claims.
func (b *Batch) Counts(_ context.Context, rev string) (score.Tally, error) {
	t, err := counts(rev, func(query, rev string) (*sql.Rows, error) {
		s, err := b.w.statement(query)
		if err != nil {
			return nil, err
		}
		return s.QueryContext(background, rev)
	})
	return t, wrap(b.l.path, err)
}

// PutResults records the scores and findings of a revision, after Put. What was there before from this revision stays.
func (b *Batch) PutResults(ctx context.Context, rev string, a *score.Analysis) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	r := newRows()
	defer r.free()
	if err := r.results(rev, a); err != nil {
		return err
	}
	return wrap(b.l.path, b.savepoint(func() error {
		if err := b.w.sameClaims(rev, claimsOf(a)); err != nil {
			return err
		}
		return b.w.put(r, nil)
	}))
}

// savepoint runs f and undoes it if it fails.
func (b *Batch) savepoint(f func() error) error {
	if _, err := b.w.often(`SAVEPOINT document`); err != nil {
		return err
	}
	if err := f(); err != nil {
		clear(b.w.seen) // what it recorded is gone again
		return errors.Join(err, b.w.exec(`ROLLBACK TO document; RELEASE document`))
	}
	_, err := b.w.often(`RELEASE document`)
	return err
}

// Put is Batch.Put in a transaction of its own.
func (l *Ledger) Put(ctx context.Context, doc *citations.Document, env score.Env, meta Meta) (rev string, err error) {
	err = l.alone(ctx, func(b *Batch) error {
		rev, err = b.Put(ctx, doc, env, meta)
		return err
	})
	return rev, err
}

// Counts is Batch.Counts for what is committed.
func (l *Ledger) Counts(ctx context.Context, rev string) (t score.Tally, err error) {
	err = l.reading(ctx, func(conn *sql.Conn) error {
		t, err = counts(rev, func(query, rev string) (*sql.Rows, error) { return conn.QueryContext(ctx, query, rev) })
		return err
	})
	return t, err
}

// PutResults is Batch.PutResults in a transaction of its own.
func (l *Ledger) PutResults(ctx context.Context, rev string, a *score.Analysis) error {
	return l.alone(ctx, func(b *Batch) error { return b.PutResults(ctx, rev, a) })
}

// alone runs f in a Batch of its own.
func (l *Ledger) alone(ctx context.Context, f func(*Batch) error) error {
	b, err := l.Begin(ctx)
	return within(b, err, f)
}

// strictly is alone with foreign keys held.
func (l *Ledger) strictly(ctx context.Context, f func(*Batch) error) error {
	b, err := l.locked(ctx, true)
	return within(b, err, f)
}

// within runs f in a batch that was begun, and ends it.
func within(b *Batch, err error, f func(*Batch) error) error {
	if err != nil {
		return err
	}
	if err := f(b); err != nil {
		return errors.Join(err, b.Rollback())
	}
	return b.Commit()
}
