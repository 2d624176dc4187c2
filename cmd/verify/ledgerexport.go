package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
	"example.org/verify/score/ledger"
)

func newLedgerExport(s streams, set *settings) *cobra.Command {
	var format, to string
	c := &cobra.Command{
		Use:   "export",
		Short: "Write all that is recorded as JSON lines, or its sources as CSV",
		Long: `export writes what is recorded, in an order that depends on its contents alone. jsonl has every row of every table, of all revisions; csv one
line for each source of each claim of the current ones, for a spreadsheet: what it would run as a formula is guarded.`,
		Example: "  verify ledger export -o ledger.jsonl\n  verify ledger export --format csv -o sources.csv",
		Args:    atMost(0),
		RunE: func(c *cobra.Command, _ []string) error {
			export := exports[format]
			if export == nil {
				return fmt.Errorf("no format %q here; there are jsonl, csv", format)
			}
			if err := set.spare("-o", to, []string{"-"}, ""); err != nil {
				return err
			}
			return asking(set.ask, func(led *ledger.Ledger) error {
				return writeOutput(s, to, func(w io.Writer) error { return export(c, led, w) })
			})
		},
	}
	c.Flags().StringVar(&format, "format", "jsonl", "write as this `FORMAT`: jsonl, csv")
	c.Flags().StringVarP(&to, "output", "o", "", "write to this `FILE`, not to standard output")
	completeWith(c, "format", []string{"jsonl", "csv"})
	return c
}

var exports = map[string]func(*cobra.Command, *ledger.Ledger, io.Writer) error{
	"jsonl": func(c *cobra.Command, led *ledger.Ledger, w io.Writer) error { return led.ExportJSONL(c.Context(), w) },
	"csv":   exportCSV,
}

func exportCSV(c *cobra.Command, led *ledger.Ledger, w io.Writer) error {
	columns := make([]reports.Column, len(ledger.SourceColumns))
	for i, name := range ledger.SourceColumns {
		columns[i].Name = name
	}
	l, err := reports.NewListing(w, "csv", columns, reports.Options{})
	if err != nil {
		return err
	}
	if err := led.ExportSources(c.Context(), l.Row); err != nil {
		return err
	}
	return l.End()
}
