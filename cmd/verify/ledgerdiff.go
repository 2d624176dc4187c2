package main

import (
	"context"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
	"example.org/verify/score/ledger"
)

func newLedgerDiff(s streams, set *settings) *cobra.Command {
	c := &cobra.Command{
		Use:   "diff DOC",
		Short: "Say what changed between a document's last two revisions",
		Long: `diff compares a document's current revision with the one before it: which sources and claims are gone, and which are new. Another text
makes a revision, and so do other settings, other ratings and new evidence.`,
		Example:           "  verify ledger diff article.txt",
		Args:              oneDocument,
		ValidArgsFunction: documents(set),
	}
	format := listingFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		return asking(set.ask, func(led *ledger.Ledger) error { return listDifference(c.Context(), s, led, args[0], *format) })
	}
	return c
}

var differenceColumns = []reports.Column{{Name: "change"}, {Name: "what"}, {Name: "text"}}

func listDifference(ctx context.Context, s streams, led *ledger.Ledger, name, format string) error {
	doc, err := recorded(ctx, led, name)
	if err != nil {
		return err
	}
	d, err := led.Diff(ctx, doc)
	if err != nil {
		return err
	}
	return list(s, format, differenceColumns, "the same sources and claims in both revisions", func(row func(...any) error) error {
		for _, part := range []struct {
			change, what string
			list         []string
		}{{"gone", "source", d.SourcesGone}, {"new", "source", d.SourcesNew}, {"gone", "claim", d.ClaimsGone}, {"new", "claim", d.ClaimsNew}} {
			for _, text := range part.list {
				if err := row(part.change, part.what, text); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
