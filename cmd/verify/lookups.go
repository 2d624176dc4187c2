package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.org/verify/citations"
	"example.org/verify/fetch"
	"example.org/verify/fetch/archives"
	"example.org/verify/fetch/support"
	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

// lookSettings are the flags of the commands that may look cited pages up before they score.
type lookSettings struct {
	netSettings
	fetch    bool
	estimate bool
}

func (l *lookSettings) register(c *cobra.Command) {
	f := c.Flags()
	f.BoolVar(&l.fetch, "fetch", false, "look the cited pages up first, as verify fetch does, and score by what they carry; this asks the network")
	of := pflag.NewFlagSet("fetch", pflag.ContinueOnError)
	l.network(of)
	of.BoolVar(&l.estimate, "estimate", false, "say what looking the pages up may cost, and end")
	f.AddFlagSet(of)
	c.PreRunE = func(*cobra.Command, []string) (err error) {
		of.VisitAll(func(flag *pflag.Flag) {
			if flag.Changed && !l.fetch && err == nil {
				err = fmt.Errorf("--%s says how pages are looked up; add --fetch", flag.Name)
			}
		})
		return err
	}
}

// lookups are what a run with --fetch looks up, a document at a time.
type lookups struct {
	net     *network
	read    map[string]*parsed // documents that were read for the estimate, until their turn comes
	shown   *counter
	sum     fetchSummary
	asking  bool // it was not ended by the estimate
	stopped bool // before all was looked up
	again   bool // what was counted is answered once more

	show func(ctx context.Context, name string, asks []archives.Question, evidence []fetch.Evidence) // what a document came to; nil for nobody
}

// lookUpFirst makes the job look up what its documents cite, where --fetch says so. It reads them all, because what the run may cost is said before anything
// is sent. over is true where that was all that was asked for.
func (j *job) lookUpFirst(ctx context.Context, l *lookSettings, names []string) (over bool, err error) {
	if !l.fetch {
		return false, nil
	}
	if err := j.openLookUps(l); err != nil {
		return false, err
	}
	var asks []archives.Question
	for _, name := range names {
		if j.lookups.read[name] != nil || ctx.Err() != nil {
			continue
		}
		p := j.parse(ctx, name)
		j.lookups.read[name] = p
		if p.err == nil {
			asks = append(asks, archives.Questions(p.doc)...)
		}
		if l.estimate {
			j.say(result{name: name, notices: p.notices, err: p.err})
		}
	}
	return j.sayLookUps(ctx, l, asks)
}

// openLookUps opens what the job looks up through. It sends nothing.
func (j *job) openLookUps(l *lookSettings) error {
	if err := l.check(&j.set); err != nil {
		return err
	}
	net, err := l.open(&j.set, l.estimate)
	if err != nil {
		return err
	}
	j.lookups = &lookups{net: net, read: map[string]*parsed{}, sum: fetchSummary{verdicts: map[fetch.Verdict]int{}}, asking: !l.estimate}
	return nil
}

// sayLookUps says what the run may cost. over is true where that was all that was asked for.
func (j *job) sayLookUps(ctx context.Context, l *lookSettings, asks []archives.Question) (over bool, err error) {
	fmt.Fprintf(j.streams.err, "verify: %s\n", l.sayEstimate(j.lookups.net, asks))
	if l.estimate {
		return true, j.end(ctx, nil)
	}
	j.lookups.net.witness(asks)
	j.lookups.shown = newCounter(j.streams, len(asks), j.lookups.net.budget)
	return false, nil
}

// taken is a document that was read already; nil if it was not, or had its turn: what is read again is read anew, since it may have been mended.
func (l *lookups) taken(name string) *parsed {
	if l == nil {
		return nil
	}
	p := l.read[name]
	delete(l.read, name)
	return p
}

// answers looks up what a document cites, nil without --fetch. A run that is stopped meanwhile gives no answers: the document would be recorded with what was
// found by chance. What was answered is kept, and the next run goes on from there.
func (l *lookups) answers(ctx context.Context, d *desk, doc *citations.Document) ([]score.Answer, error) {
	if l == nil {
		return nil, nil
	}
	asks := archives.Questions(doc)
	evidence := l.net.finder(d.registry).All(ctx, asks, l.shown.step)
	l.shown.clear()
	lost := l.net.lost()
	if lost != nil {
		discard(evidence, lost)
	}
	answers := make([]score.Answer, len(asks))
	for i := range asks {
		q := &asks[i]
		answers[i] = score.Answer{Article: q.Article, Claim: q.Claim, Citation: q.Citation, Evidence: &evidence[i]}
		if !l.again {
			l.sum.count(&evidence[i])
		}
	}
	if l.show != nil {
		l.show(ctx, doc.Text.Name, asks, evidence)
	}
	l.stopped = ctx.Err() != nil
	return answers, errors.Join(cmp.Or(ctx.Err(), lost), ledger.Observe(doc, answers))
}

// discard makes evidence say that the network was in the way of all that was sought.
func discard(evidence []fetch.Evidence, lost error) {
	for i := range evidence {
		if ev := &evidence[i]; ev.Sought() || len(ev.Attempts) > 0 {
			*ev = fetch.Evidence{Result: support.Result{Verdict: support.Unreachable, Why: lost.Error()}, Earlier: ev.Earlier}
		}
	}
}

// lost is why the run ends before all was looked up: the network answers for every address, or there is none. nil where neither is so, and without --fetch.
func (l *lookups) lost() error {
	if l == nil {
		return nil
	}
	return l.net.lost()
}

// replay answers from here on with what is kept, and counts nothing again.
func (l *lookups) replay() {
	l.again = true
	l.net.goOffline()
}

// close says what the lookups came to, and closes what they were asked through.
func (l *lookups) close(s streams) error {
	if l == nil {
		return nil
	}
	if l.asking {
		l.sum.say(s.err, l.net, l.stopped)
	}
	return l.net.close()
}
