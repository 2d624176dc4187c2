package main

import (
	"fmt"

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
	f.StringVar(&s.format, "format", "text", "print as this `FORMAT`: text, jsonl")
	f.BoolVar(&s.estimate, "estimate", false, "say what the run may cost, and end")
	f.StringVar(&s.export, "export", "", "write what was answered for each document into this `FOLDER`, as a web archive (WACZ)")
	completeWith(c, "format", []string{"text", "jsonl"})
}

// checkFormat refuses a format that is none; json is taken for jsonl.
func (s *fetchSettings) checkFormat() error {
	if s.format != "text" && s.format != "jsonl" && s.format != "json" {
		return fmt.Errorf("no format %q; there are text, jsonl", s.format)
	}
	return nil
}
