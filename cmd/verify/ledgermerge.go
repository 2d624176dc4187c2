package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"example.org/verify/score/ledger"
)

func newLedgerMerge(s streams, set *settings) *cobra.Command {
	var to string
	c := &cobra.Command{
		Use:   "merge LEDGER… -o FILE",
		Short: "Add what several ledgers hold to one",
		Long: `merge adds what the ledgers hold to that of -o, or of --ledger, which is made where it is not there. To merge again adds nothing, and the order
of the ledgers does not matter.`,
		Example: "  verify ledger merge desk-a.db desk-b.db -o both.db",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return fmt.Errorf("no ledger is named; try: %s A.db B.db -o C.db", c.CommandPath())
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if to == "" {
				to = set.ledger
			}
			return merge(c.Context(), s, args, to)
		},
	}
	c.Flags().StringVarP(&to, "output", "o", "", "the `FILE` to merge into; what it holds stays")
	return c
}

func merge(ctx context.Context, s streams, from []string, to string) error {
	if to == "" {
		return errors.New("say where the ledgers are merged into: -o FILE")
	}
	if err := apart(from, to); err != nil {
		return err
	}
	led, err := ledger.Open(to, ledger.Options{})
	if err != nil {
		return err
	}
	if err := errors.Join(led.Merge(ctx, from...), led.Close()); err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "%s also holds what was in %s\n", to, counted(len(from), "ledger"))
	return err
}

// apart makes sure that each ledger is there and can be read, and that none is the one that they are merged into, before anything is
// written.
func apart(paths []string, to string) error {
	target, _ := os.Stat(to)
	for _, path := range paths {
		led, err := ledger.Open(path, ledger.Options{ReadOnly: true})
		if err != nil {
			return missing(path, err)
		}
		if err := led.Close(); err != nil {
			return err
		}
		if info, err := os.Stat(path); err == nil && target != nil && os.SameFile(info, target) {
			return fmt.Errorf("ledger %s: it cannot be merged into itself; name another file with -o", path)
		}
	}
	return nil
}
