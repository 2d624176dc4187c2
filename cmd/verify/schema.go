package main

import (
	"io"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
)

func newSchema(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of what claims and check print as JSON",
		Long: `schema prints the JSON Schema (2020-12) of one line of verify claims --format json, which verify check --format json prints too. It describes every
member, says which may be null, and which words a member may have. Members are added from release to release, never renamed: let what you do not know pass.`,
		Example: "  verify schema > claims.schema.json",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(s.out, reports.ClaimsSchema)
			return err
		},
	}
}
