package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"example.org/verify/score/rules"
)

func newRules(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "rules",
		Short: "List the rules that findings come from",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
			for _, r := range rules.All() {
				fmt.Fprintf(w, "%s\t%s\t%s\n", r.ID, r.Severity, r.Title)
			}
			fmt.Fprintln(w, "\nverify explain RULE says what one means, why it matters and how to mend what it finds.")
			return w.Flush()
		},
	}
}
