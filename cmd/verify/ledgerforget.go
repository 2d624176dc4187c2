package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
	"example.org/verify/score/ledger"
)

func newLedgerForget(s streams, set *settings) *cobra.Command {
	var copies bool
	c := &cobra.Command{
		Use:   "forget DOC",
		Short: "Remove a document wholly",
		Long: `forget removes a document from the ledger: its revisions, the sign-offs on them, and the sources and observations that no other document
uses. The bytes are overwritten. A copy of the ledger that was made before a change of its schema may hold the document still: forget names
each, and with --copies removes them.`,
		Example:           "  verify ledger forget drafts/secret.docx\n  verify ledger forget drafts/secret.docx --copies",
		Args:              oneDocument,
		ValidArgsFunction: documents(set),
		RunE: func(c *cobra.Command, args []string) error {
			return asking(set.write, func(led *ledger.Ledger) error { return forget(c.Context(), s, led, args[0], copies) })
		},
	}
	c.Flags().BoolVar(&copies, "copies", false, "remove the copies that were made before the ledger's schema changed as well")
	return c
}

func forget(ctx context.Context, s streams, led *ledger.Ledger, name string, copies bool) error {
	doc, err := recorded(ctx, led, name)
	if err == nil {
		err = led.Forget(ctx, doc)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%s is forgotten\n", reports.Visible(doc))
	if copies {
		removed, err := led.ForgetCopies()
		for _, path := range removed {
			fmt.Fprintf(s.out, "%s is removed\n", reports.Visible(path))
		}
		return err
	}
	left, err := led.Copies()
	for _, path := range left {
		fmt.Fprintf(s.err, "verify: %s: an older copy of the ledger, it may hold the document still; remove it, or forget with --copies\n", reports.Visible(path))
	}
	return err
}
