package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// fetchSettings are the flags of fetch.
type fetchSettings struct {
	settings
	netSettings
	format   string
	estimate bool
	export   string
}

func (s *fetchSettings) register(c *cobra.Command) {
	s.settings.register(c)
	f := c.Flags()
	s.network(f)
	f.StringVar(&s.format, "format", "text", "print as this `FORMAT`: "+strings.Join(lineFormats, ", "))
	f.BoolVar(&s.estimate, "estimate", false, "say what the run may cost, and end")
	f.StringVar(&s.export, "export", "", "write what was answered for each document into this `FOLDER`, as a web archive (WACZ)")
	completeWith(c, "format", lineFormats)
}

// lineFormats are the formats of the commands that print one thing after the other.
var lineFormats = []string{"text", "json", "jsonl"}

// checkLineFormat refuses a format that is none of them; json and jsonl are the same.
func checkLineFormat(format string) error {
	if !slices.Contains(lineFormats, format) {
		return fmt.Errorf("no format %q; there are %s", format, strings.Join(lineFormats, ", "))
	}
	return nil
}
