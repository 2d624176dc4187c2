package main

import (
	_ "embed"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
)

var (
	//go:embed version.schema.json
	versionSchema string
	//go:embed ledger.schema.json
	ledgerSchema string // a row of each command that lists
)

// schemas are the schemas of what commands print as JSON, by the command; the first is the default.
var schemas = []namedSchema{
	{"claims", reports.ClaimsSchema}, {"check", reports.ClaimsSchema}, {"fetch", reports.FetchSchema}, {"page", reports.PageSchema}, {"support", reports.SupportSchema},
	{"ledger", ledgerSchema}, {"version", versionSchema},
}

type namedSchema struct{ name, text string }

func newSchema(s streams) *cobra.Command {
	names := make([]string, len(schemas))
	for i := range schemas {
		names[i] = schemas[i].name
	}
	return &cobra.Command{
		Use:   "schema [COMMAND]",
		Short: "Print the JSON Schema of what a command prints as JSON",
		Long: `schema prints the JSON Schema (2020-12) of one line of what a command prints with --format json: claims, unless another is named. It describes every
member, says which may be null, and which words a member may have. Members are added from release to release, never renamed: let what you do not know pass.

There are ` + strings.Join(names, ", ") + `; check prints what claims prints. verify help json tells of the others.`,
		Example:   "  verify schema > claims.schema.json\n  verify schema fetch > fetch.schema.json",
		ValidArgs: names,
		Args:      atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			name := schemas[0].name
			if len(args) > 0 {
				name = args[0]
			}
			for _, schema := range schemas {
				if schema.name == name {
					_, err := io.WriteString(s.out, schema.text)
					return err
				}
			}
			return fmt.Errorf("no schema for %q; %sthere are %s", name, didYouMean(name, names), strings.Join(names, ", "))
		},
	}
}
