package main

import (
	"context"
	"errors"
)

// gate prints the findings of all documents as verify check does, where that was asked for. Its documents are recorded on the way. The error is of a gate that
// could not do its work; outcome is how it ended, where it could.
func (a *auditRun) gate(ctx context.Context) (outcome, err error) {
	if !a.flags.gated() {
		return nil, nil
	}
	if a.lookups == nil { // else they know
		if err := a.whatWasSought(ctx); err != nil {
			return nil, err
		}
	}
	a.stays = a.hasEvidence
	before := a.failed // folders that cannot be read, files that cannot be opened
	g := newGate(a.job, a.flags.checkFlags())
	err = g.run(ctx, namesOf(a.files))
	var said failed
	switch {
	case err != nil && (ctx.Err() != nil || !errors.As(err, &said)):
		return nil, err
	case a.failed > before && a.done == 0:
		return nil, err
	}
	outcome = err
	a.before, err = a.led.Current(ctx) // what was recorded need not be read again
	if err == nil && a.lookups != nil {
		a.lookups.replay() // the documents' pages are written from the same answers
		a.sought, err = a.led.Sought(ctx)
		a.due = nil // it was sought again
	}
	return outcome, err
}
