package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
	"example.org/verify/score/ledger"
)

func newLedger(s streams) *cobra.Command {
	var set settings
	c := &cobra.Command{
		Use:   "ledger",
		Short: "Ask the ledger what was recorded, and look after it",
		Long: `ledger asks the SQLite file that remembers every document that was looked at: who carries its claims, which claims there are,
what changed between two revisions. It copies it out, merges several, removes a document wholly, and checks that it is sound.`,
		Example: `  verify ledger outlets
  verify ledger claims --grade 3 --text "airport"
  verify ledger sql "SELECT doc, recorded FROM latest"`,
		Args: onlyCommands,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	f := c.PersistentFlags()
	f.StringVar(&set.ledger, "ledger", "", "the ledger's `FILE` (default $VERIFY_LEDGER, else verify/ledger.db in your data folder)")
	set.desk(f)
	c.AddCommand(newLedgerOutlets(s, &set), newLedgerClaims(s, &set), newLedgerDiff(s, &set), newLedgerDecisions(s, &set), newLedgerExport(s, &set),
		newLedgerMerge(s, &set), newLedgerForget(s, &set), newLedgerSQL(s, &set), newLedgerCheck(s, &set))
	return c
}

// ledgerPath is the ledger that a question is for: the flag's, that of the desk of the folder that the program runs in, the default.
func (s *settings) ledgerPath() (string, error) {
	d, _, err := newDesks(s).of("-")
	if err != nil {
		return "", err
	}
	if d.ledger == "none" {
		return "", errors.New("there is no ledger to ask; name one with --ledger FILE")
	}
	return d.ledger, nil
}

// ask opens the ledger for a question that writes nothing. One that an older verify wrote is brought up to date first.
func (s *settings) ask() (*ledger.Ledger, error) {
	path, err := s.ledgerPath()
	if err != nil {
		return nil, err
	}
	led, err := ledger.Open(path, ledger.Options{ReadOnly: true})
	if errors.Is(err, ledger.ErrOlder) {
		if led, err = ledger.Open(path, ledger.Options{}); err != nil {
			return nil, err
		}
		if err := led.Close(); err != nil {
			return nil, err
		}
		led, err = ledger.Open(path, ledger.Options{ReadOnly: true})
	}
	return led, missing(path, err)
}

// write opens a ledger that is there for writing.
func (s *settings) write() (*ledger.Ledger, error) {
	path, err := s.ledgerPath()
	if err != nil {
		return nil, err
	}
	led, err := ledger.Open(path, ledger.Options{ReadOnly: true}) // which makes no file
	switch {
	case err == nil:
		err = led.Close()
	case errors.Is(err, ledger.ErrOlder):
		err = nil
	}
	if err != nil {
		return nil, missing(path, err)
	}
	return ledger.Open(path, ledger.Options{})
}

// search opens a ledger whose indexes for searching can be brought up to date: where it cannot be written, a copy of it, which is gone once it is closed.
func (s *settings) search(ctx context.Context) (led *ledger.Ledger, done func() error, err error) {
	led, err = s.write()
	if err == nil || !errors.Is(err, ledger.ErrReadOnly) {
		return led, func() error { return nil }, err
	}
	path, err := s.ledgerPath()
	if err != nil {
		return nil, nil, err
	}
	dir, err := os.MkdirTemp("", "verify-")
	if err != nil {
		return nil, nil, fmt.Errorf("copy the ledger %s, which cannot be written, to search it: %w", path, err)
	}
	done = func() error { return os.RemoveAll(dir) }
	led, err = ledger.Open(filepath.Join(dir, "copy.db"), ledger.Options{})
	if err != nil {
		return nil, nil, errors.Join(err, done())
	}
	if err := led.Merge(ctx, path); err != nil {
		return nil, nil, errors.Join(err, led.Close(), done())
	}
	return led, done, nil
}

// missing says how a ledger that is not there comes about.
func missing(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("ledger %s: there is none yet; verify claims FILE records in it, --ledger FILE names another", path)
	}
	return err
}

// asking opens a ledger with open, asks, and closes it.
func asking(open func() (*ledger.Ledger, error), ask func(*ledger.Ledger) error) error {
	led, err := open()
	if err != nil {
		return err
	}
	return errors.Join(ask(led), led.Close())
}

// listingFlag gives a command --format for a listing.
func listingFlag(c *cobra.Command) *string {
	format := c.Flags().String("format", reports.ListingFormats[0], "print as this `FORMAT`: "+strings.Join(reports.ListingFormats, ", "))
	completeWith(c, "format", reports.ListingFormats)
	return format
}

// list prints a listing whose rows are given by rows. nothing is said to people where there is none.
func list(s streams, format string, columns []reports.Column, nothing string, rows func(row func(...any) error) error) error {
	l, err := reports.NewListing(s.out, format, columns, layout(s.out))
	if err != nil {
		return err
	}
	if err := errors.Join(rows(l.Row), l.End()); err != nil {
		return err
	}
	if l.Count() == 0 {
		fmt.Fprintf(s.err, "verify: %s\n", reports.Visible(nothing))
	}
	return nil
}

// orNil is nil for "", which is unknown.
func orNil(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// documents completes the name of a recorded document.
func documents(set *settings) cobra.CompletionFunc {
	return func(c *cobra.Command, args []string, _ string) (names []string, _ cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		_ = asking(set.ask, func(led *ledger.Ledger) (err error) { // where it cannot be asked, nothing is offered
			names, err = led.Documents(c.Context())
			return err
		})
		return names, cobra.ShellCompDirectiveNoFileComp
	}
}

// oneDocument wants the name of one document.
func oneDocument(c *cobra.Command, args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("name one document as the ledger does; try: %s DOC, and the shell completes it", c.CommandPath())
	}
	return nil
}

// recorded finds the document that a person means: by its key, as a path, or by the end of its path where only one has it.
func recorded(ctx context.Context, led *ledger.Ledger, name string) (string, error) {
	all, err := led.Documents(ctx)
	if err != nil {
		return "", err
	}
	path, _ := ownPath(name) // a document may be recorded and its file gone
	var ends []string
	for _, doc := range all {
		switch {
		case doc == name, doc == path:
			return doc, nil
		case strings.HasSuffix(doc, "/"+name):
			ends = append(ends, doc)
		}
	}
	switch len(ends) {
	case 0:
		return "", fmt.Errorf("ledger %s: no document %s; verify ledger sql 'SELECT doc FROM document' lists those that it has", led.Path(), name)
	case 1:
		return ends[0], nil
	}
	return "", fmt.Errorf("ledger %s: %s may be %s; name one of them", led.Path(), name, strings.Join(ends, " or "))
}
