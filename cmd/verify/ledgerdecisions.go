package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
	"example.org/verify/score/ledger"
)

func newLedgerDecisions(s streams, set *settings) *cobra.Command {
	c := &cobra.Command{
		Use:   "decisions [DOC]",
		Short: "List the sign-offs on findings",
		Long: `decisions lists who signed which finding off, why, and until when, and whether that still holds. A sign-off survives revisions; it is never
changed, only followed by another. verify check --resolve makes one.`,
		Example:           "  verify ledger decisions\n  verify ledger decisions article.txt --format csv",
		Args:              atMost(1),
		ValidArgsFunction: documents(set),
	}
	c.Flags().StringVar(&set.now, "now", "", "the `TIME` to take for now, as 2018-05-18 or RFC 3339")
	format := listingFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		doc := ""
		if len(args) > 0 {
			doc = args[0]
		}
		now, err := parseNow(set.now)
		if err != nil {
			return fmt.Errorf("--now: %w", err)
		}
		return asking(set.ask, func(led *ledger.Ledger) error { return listDecisions(c.Context(), s, led, doc, *format, now) })
	}
	return c
}

var decisionColumns = []reports.Column{{Name: "doc", Group: true}, {Name: "fingerprint"}, {Name: "verdict"}, {Name: "by"}, {Name: "at"}, {Name: "until"}, {Name: "holds"}, {Name: "reason"}}

func listDecisions(ctx context.Context, s streams, led *ledger.Ledger, doc, format string, now time.Time) (err error) {
	if doc != "" {
		if doc, err = recorded(ctx, led, doc); err != nil {
			return err
		}
	}
	all, err := led.Decisions(ctx, doc)
	if err != nil {
		return err
	}
	return list(s, format, decisionColumns, "no finding was signed off", func(row func(...any) error) error {
		for _, d := range all {
			if err := row(d.Doc, d.Fingerprint, d.Verdict, d.By, d.At.Format(time.DateOnly), orNil(d.Until), d.Holds(now), d.Reason); err != nil {
				return err
			}
		}
		return nil
	})
}
