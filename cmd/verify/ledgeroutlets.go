package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

func newLedgerOutlets(s streams, set *settings) *cobra.Command {
	c := &cobra.Command{
		Use:   "outlets",
		Short: "List who carries the claims: citations, share, first and last seen",
		Long: `outlets lists every source that is counted in the current revision of a document, most cited first: its citations and their share of all,
in how many articles, the days of its first and last cited piece, and the letters that the desk gave it then. No share is given below ten
citations.`,
		Example: "  verify ledger outlets\n  verify ledger outlets --limit 20 --format csv",
		Args:    atMost(0),
	}
	format := listingFlag(c)
	limit := c.Flags().Int("limit", 0, "list no more than the first `N`")
	c.RunE = func(c *cobra.Command, _ []string) error {
		return asking(set.ask, func(led *ledger.Ledger) error { return listOutlets(c.Context(), s, led, *format, *limit) })
	}
	return c
}

var outletColumns = []reports.Column{{Name: "outlet"}, {Name: "name"}, {Name: "country", Head: "from", Spare: 1}, {Name: "citations", Head: "cited"}, {Name: "of", Spare: 3},
	{Name: "share_percent", Head: "%"}, {Name: "articles"}, {Name: "documents", Head: "docs", Spare: 2}, {Name: "first"}, {Name: "last"}, {Name: "letters", Head: "rated"}}

func listOutlets(ctx context.Context, s streams, led *ledger.Ledger, format string, limit int) error {
	all, err := led.Outlets(ctx)
	if err != nil {
		return err
	}
	if limit > 0 {
		all = all[:min(limit, len(all))]
	}
	return list(s, format, outletColumns, "no source is recorded yet", func(row func(...any) error) error {
		for i := range all {
			o := &all[i]
			err := row(o.ID, o.Name, orNil(o.Country), o.Citations, o.Of, percent(o.Citations, o.Of), o.Articles, o.Documents, orNil(o.First), orNil(o.Last), orNil(o.Letters))
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// percent is n of all in percent with one decimal, nil where they are too few for a share.
func percent(n, of int) any {
	if of < score.MinCitations {
		return nil
	}
	var rounded float64
	_, _ = fmt.Sscan(fmt.Sprintf("%.1f", 100*float64(n)/float64(of)), &rounded) // a number as it was just printed
	return rounded
}
