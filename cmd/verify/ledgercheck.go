package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
	"example.org/verify/score/ledger"
)

func newLedgerCheck(s streams, set *settings) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Check that the ledger is sound",
		Long: `check looks for damage: SQLite's own check of the file, rows that lead nowhere, and rows that nothing leads to. It changes nothing, and exits
with 1 where it finds something. A ledger that an older verify wrote is brought up to date; a copy as it was stays beside it.`,
		Example: "  verify ledger check --ledger ledger.db",
		Args:    atMost(0),
		RunE: func(c *cobra.Command, _ []string) error {
			return asking(set.ask, func(led *ledger.Ledger) error { return checkLedger(c.Context(), s, led) })
		},
	}
}

func checkLedger(ctx context.Context, s streams, led *ledger.Ledger) error {
	problems, err := led.Check(ctx)
	for _, p := range problems {
		fmt.Fprintln(s.out, reports.Visible(p))
	}
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		fmt.Fprintf(s.err, "verify: ledger %s: %d faults found; restore a copy, or save what can be read with: sqlite3 FILE .recover\n", reports.Visible(led.Path()), len(problems))
		return failed(exitBroken)
	}
	docs, err := led.Documents(ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "%s is sound; documents recorded: %d\n", reports.Visible(led.Path()), len(docs))
	return err
}
