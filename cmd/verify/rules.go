package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"example.org/verify/score/rules"
)

func newRules(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "rules",
		Short: "List the rules that findings come from",
		Args:  atMost(0),
		RunE:  func(*cobra.Command, []string) error { return listRules(s.out) },
	}
}

// listRules prints a rule a line, in columns; on a screen that is too narrow for them its title below.
func listRules(out io.Writer) error {
	all := rules.All()
	id := 0
	for _, r := range all {
		id = max(id, len(r.ID))
	}
	p := &helpPage{width: lineWidth(out)}
	for _, r := range all {
		columns := fmt.Sprintf("%-*s  %-*s  ", id, r.ID, len("suggestion"), r.Severity)
		if p.width < 2*len(columns) {
			p.wrapped("", "  ", r.ID+", "+r.Severity.String())
			p.wrapped("  ", "  ", r.Title)
			continue
		}
		p.wrapped(columns, strings.Repeat(" ", len(columns)), r.Title)
	}
	p.WriteByte('\n')
	p.wrapped("", "", "verify explain RULE says what one means, why it matters and how to mend what it finds.")
	_, err := io.WriteString(out, p.String())
	return err
}
