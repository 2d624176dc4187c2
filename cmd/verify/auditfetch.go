package main

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"time"

	"example.org/verify/citations/dates"
	"example.org/verify/fetch"
	"example.org/verify/fetch/archives"
)

// auditKept is for how long an audit takes what was answered for what stands: one that its budget ends each day may need weeks, and would else spend the budget on
// what it has asked already.
const auditKept = 30 * 24 * time.Hour

// lookUps makes the audit look up what its documents cite, where --fetch says so. They are all read once before, in the memory of a few: what the run may cost is
// said before anything is sent. over is true where that was all that was asked for.
func (a *auditRun) lookUps(ctx context.Context) (over bool, err error) {
	look := &a.flags.look
	if !look.fetch {
		return false, nil
	}
	if err := a.openLookUps(look); err != nil {
		return false, err
	}
	a.lookups.net.keepFor(auditKept)
	if err := a.whatWasSought(ctx); err != nil {
		return false, err
	}
	var asks []archives.Question
	i := 0
	for mine := range inOrder(slices.Values(namesOf(a.files)), lanes{work: runtime.GOMAXPROCS(0)}, func(name string) []archives.Question { return a.questions(ctx, name) }) {
		f := &a.files[i]
		if f.citations = citationsOf(mine); a.flags.gated() || !a.known(f) {
			asks = append(asks, mine...)
		}
		i++
	}
	return a.sayLookUps(ctx, look, asks)
}

// whatWasSought asks the ledger which documents have evidence, and of which something should be sought again: what could not be reached is, once another failure
// would count, until three have.
func (a *auditRun) whatWasSought(ctx context.Context) (err error) {
	if a.sought, err = a.led.Sought(ctx); err != nil || a.lookups == nil {
		return err
	}
	unreachable, err := a.led.Unreachable(ctx)
	a.due = map[string]bool{}
	for rev, observations := range unreachable {
		a.due[rev] = slices.ContainsFunc(observations, func(met []fetch.Attempt) bool { return fetch.Due(met, a.set.time) })
	}
	return err
}

// hasEvidence reports whether the ledger's current revision of a file as it is now rests on what was looked up. A run that looks nothing up does not record over it.
func (a *auditRun) hasEvidence(name string) bool {
	f := a.byName[name]
	if f == nil || a.lookups != nil {
		return false
	}
	cur, ok := a.current(f)
	return ok && a.sought[cur.Rev] > 0
}

// questions are what a document gives to be looked up, without its text. One that cannot be read gives none; it is said when its turn comes.
func (a *auditRun) questions(ctx context.Context, name string) (mine []archives.Question) {
	if ctx.Err() != nil {
		return nil
	}
	p := a.parse(ctx, name)
	if p.err != nil {
		return nil
	}
	finder := a.lookups.net.finder(p.desk.registry)
	for _, q := range archives.Questions(p.doc) {
		if finder.Asks(&q) {
			cited := dates.Date{From: q.Cited.From, To: q.Cited.To, Precision: q.Cited.Precision, Impossible: q.Cited.Impossible}
			mine = append(mine, archives.Question{Article: q.Article, Citation: q.Citation, Cited: cited, Outlet: q.Outlet, Address: strings.Clone(q.Address)})
		}
	}
	return mine
}

// citationsOf counts the citations that questions are about: several claims may have one.
func citationsOf(asks []archives.Question) int {
	seen := map[[2]int]bool{}
	for i := range asks {
		seen[[2]int{asks[i].Article, asks[i].Citation}] = true
	}
	return len(seen)
}

// readOneByOne is readAll for documents whose sources are looked up. Each is recorded at once: the pen of the ledger is not held while a host is waited for, and
// what was looked up is there if the run is killed.
func (a *auditRun) readOneByOne(ctx context.Context, names []string, one func(string) result, c *recorder) error {
	timeOverMemory()
	for r, ok := range oneByOne(slices.Values(names), one) {
		if ctx.Err() != nil {
			return nil
		}
		if err := a.lookups.lost(); err != nil {
			return err
		}
		if err := a.sayKept(slices.Concat(c.next(ctx, r, ok), c.end())); err != nil {
			return err
		}
	}
	return nil
}
