package main

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/verify/citations"
	"example.org/verify/reports"
	"example.org/verify/score"
	"example.org/verify/score/rules"
)

func newClaims(s streams) *cobra.Command {
	var set settings
	var look lookSettings
	var format string
	var many many
	c := &cobra.Command{
		Use:   "claims FILE…",
		Short: "Print every claim with its sources, and what looks wrong",
		Long: `claims reads articles and prints every claim with its sources, how many of those have no tie between them, and what an
editor should look at. - is standard input. What it finds is recorded in the ledger.

With --list or --null it reads any number of documents in the memory of a few, and with --format jsonl it prints each on a line of its own, in their
order: a part of a corpus for each of many machines, whose ledgers verify ledger merge joins.

With --fetch it looks the cited pages up first, as verify fetch does and by the same [fetch] settings: this asks the network, and tells the outlets
what is being checked. Each citation then has its verdict, with the passage, or the reason why no page was found, and the score rests on that.
With --offline it sends nothing, answers from the pages that are kept, and prints the same bytes as the run that got them;
an HTML page says when it was made, which --now sets.`,
		Example: "  verify claims article.txt --published 2018-05-18\n  find back-issues -name '*.txt' | verify claims --list - --format jsonl\n" +
			"  verify claims --null --format jsonl < documents-parted-by-NUL-bytes\n  verify claims article.txt --fetch --contact desk@example.org --format json",
		Args: many.args,
		RunE: func(c *cobra.Command, args []string) error {
			if err := reports.Known(format); err != nil {
				return err
			}
			j, err := newJob(set, s)
			if err != nil {
				return err
			}
			names, total := many.names(c.Context(), j, args)
			if look.fetch { // what the run may cost is said before anything is sent, so all of them are read first
				all := slices.Collect(names)
				names, total = slices.Values(all), len(all)
				if over, err := j.lookUpFirst(c.Context(), &look, all); over || err != nil {
					return errors.Join(many.err(), err, j.close())
				}
			}
			o := j.layout(s.out)
			o.HTML.Context = c.Context()
			err = reports.Write(ending{c.Context(), s.out}, format, j.stream(c.Context(), names, total, j.claims), o)
			return errors.Join(many.err(), j.end(c.Context(), err), j.close())
		},
	}
	set.register(c)
	look.register(c)
	many.register(c.Flags())
	c.Flags().StringVar(&format, "format", reports.Formats[0].Name, "print as this `FORMAT`: "+strings.Join(reports.Names(), ", "))
	return c
}

// claims takes one document from its bytes to its analysis. The notices are for standard error, one line each.
func (j *job) claims(ctx context.Context, name string) result {
	p := j.readOnce(ctx, name)
	if p.err != nil {
		return result{name: name, notices: p.notices, err: p.err}
	}
	d, doc, notices := p.desk, p.doc, p.notices
	answers, err := j.lookups.answers(ctx, d, doc) // with --fetch: what the cited pages carry of the claims
	if err != nil {
		return result{name: name, notices: notices, err: err}
	}
	events, err := inTime(ctx, j.set.maxTime, "judged", func(timed context.Context) (*rules.Events, error) {
		return rules.FindEventsContext(timed, doc) // which sources are older than what they are cited for
	})
	if err != nil {
		return result{name: name, notices: notices, err: err}
	}
	env := d.env(events)                      // that, who owns whom, who is rated how
	signed := j.signedOff(ctx, d.ledger, doc) // what a checker has settled before
	if answers != nil {
		env.Gather(doc, answers)
	}
	check := func(a *score.Analysis) (err error) {
		a.SetAnswers(answers)
		a.Findings, err = inTime(ctx, j.set.maxTime, "judged", func(timed context.Context) ([]score.Finding, error) {
			return rules.CheckContext(timed, doc, a, d.rules(doc, events, signed)) // what an editor should look at
		})
		return err
	}
	r := j.record(ctx, d.ledger, doc, env, answers, check) // into SQLite; counted and scored from its views
	r.name, r.notices = name, slices.Concat(notices, r.notices)
	return r
}

// parsed is a document that was read, or why it was not.
type parsed struct {
	desk    *desk
	doc     *citations.Document
	notices []string
	err     error
}

// readOnce is what was read of a document, now or for the estimate.
func (j *job) readOnce(ctx context.Context, name string) *parsed {
	if p := j.lookups.taken(name); p != nil {
		return p
	}
	return j.parse(ctx, name)
}

// parse takes a document from its bytes to what it says.
func (j *job) parse(ctx context.Context, name string) *parsed {
	d, notices, err := j.desk(name) // the desk's settings, registry and letters
	if err != nil {
		return &parsed{err: err}
	}
	txt, err := j.read(ctx, name) // bytes → text: characters, and where each came from
	if err != nil {
		return &parsed{desk: d, notices: notices, err: err}
	}
	doc, err := inTime(ctx, j.set.maxTime, "parsed", func(timed context.Context) (*citations.Document, error) {
		return citations.ParseContext(timed, txt, d.options()) // articles, claims, citations, notes; outlets and years with their reasons
	})
	return &parsed{desk: d, doc: doc, notices: slices.Concat(notices, txt.Notices), err: err}
}
