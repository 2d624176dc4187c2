package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
	"example.org/verify/score/ledger"
)

func newLedgerSQL(s streams, set *settings) *cobra.Command {
	var tables bool
	c := &cobra.Command{
		Use:   "sql QUERY",
		Short: "Run a query of your own; nothing can be changed",
		Long: `sql runs a query over the ledger, which is opened for reading alone. Every figure that a report prints is in a view. --tables prints the page
about tables and views, with twelve questions and their queries. - reads the query from standard input.`,
		Example: `  verify ledger sql --tables
  verify ledger sql "SELECT doc, publication FROM latest"
  verify ledger sql --format csv - <questions.sql`,
		Args: cobra.ArbitraryArgs,
	}
	format := listingFlag(c)
	c.Flags().BoolVar(&tables, "tables", false, "print what tables and views there are")
	c.RunE = func(c *cobra.Command, args []string) error {
		if tables {
			_, err := io.WriteString(s.out, ledger.Schema)
			return err
		}
		query, err := queryOf(s, args)
		if err != nil {
			return err
		}
		return asking(set.ask, func(led *ledger.Ledger) error { return runQuery(c, s, led, query, *format) })
	}
	return c
}

// queryOf is the one argument, or standard input for "-".
func queryOf(s streams, args []string) (string, error) {
	if len(args) != 1 || strings.TrimSpace(args[0]) == "" {
		return "", errors.New(`give one query in quotation marks; try: verify ledger sql "SELECT doc FROM document", or --tables to see what there is`)
	}
	if args[0] != "-" {
		return args[0], nil
	}
	query, err := io.ReadAll(s.in)
	return string(query), err
}

func runQuery(c *cobra.Command, s streams, led *ledger.Ledger, query, format string) error {
	if _, err := reports.NewListing(io.Discard, format, nil, reports.Options{}); err != nil {
		return err
	}
	var l *reports.Listing // once the columns are known
	err := led.SQL(c.Context(), query, func(names []string, values []any) (err error) {
		if l == nil {
			columns := make([]reports.Column, len(names))
			for i, name := range names {
				columns[i].Name = name
			}
			if l, err = reports.NewListing(s.out, format, columns, layout(s.out)); err != nil {
				return err
			}
		}
		return l.Row(values...)
	})
	if l == nil {
		if err == nil {
			fmt.Fprintln(s.err, "verify: the query gives no rows")
		}
		return err
	}
	return errors.Join(err, l.End())
}
