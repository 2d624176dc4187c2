package archive

import (
	"context"
	"runtime"
	"sync"

	"example.org/verify/score/ledger"
)

// Gather reads all that the ledger has about the documents of an audit, on all cores. tables, if not nil, is given every row on the way, in the order of the
// documents, and search every claim. A revision never changes; a sign-off that comes meanwhile counts for the documents that are read after it.
func Gather(ctx context.Context, led *ledger.Ledger, a *Audit, tables *Tables, search *Search) (*Figures, error) {
	ctx, stop := context.WithCancel(ctx)
	p := &readers{led: led, audit: a, tables: tables, search: search, jobs: make(chan job), order: make(chan chan made, 4*runtime.GOMAXPROCS(0))}
	defer p.wait.Wait()
	defer stop() // before it is waited for them
	for range runtime.GOMAXPROCS(0) {
		p.wait.Go(func() { p.read(ctx) })
	}
	p.wait.Go(func() { p.hand(ctx) })
	g := newGatherer()
	for to := range p.order {
		select {
		case m := <-to:
			if m.err != nil {
				return nil, m.err
			}
			for i := range m.sheet.rows {
				if err := tables.write(i, &m.sheet.rows[i]); err != nil {
					return nil, err
				}
			}
			if err := search.add(m.sheet.found); err != nil {
				return nil, err
			}
			g.add(m.sheet)
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return g.figures(), nil
}

// readers make sheets in parallel.
type readers struct {
	led    *ledger.Ledger
	audit  *Audit
	tables *Tables
	search *Search
	jobs   chan job
	order  chan chan made // in the order of the documents
	wait   sync.WaitGroup
}

// job is a document to be read, and where its sheet goes.
type job struct {
	document *Document
	to       chan made
}

// made is a sheet, or why there is none.
type made struct {
	sheet *sheet
	err   error
}

// hand gives the documents out; as many as wait are read ahead.
func (p *readers) hand(ctx context.Context) {
	defer close(p.order)
	defer close(p.jobs)
	for i := range p.audit.Documents {
		to := make(chan made, 1)
		if !sent(ctx, p.order, to) || !sent(ctx, p.jobs, job{&p.audit.Documents[i], to}) {
			return
		}
	}
}

func sent[T any](ctx context.Context, to chan T, v T) bool {
	select {
	case to <- v:
		return true
	case <-ctx.Done():
		return false
	}
}

// read makes sheets over one state of the ledger. Where that cannot be read, each sheet has failed.
func (p *readers) read(ctx context.Context) {
	err := p.led.Read(ctx, func(r *ledger.Reading) error {
		one := newReader(r, p.audit, p.tables, p.search)
		for j := range p.jobs {
			s, err := one.read(j.document)
			j.to <- made{s, err}
		}
		return nil
	})
	if err != nil {
		for j := range p.jobs {
			j.to <- made{err: err}
		}
	}
}
