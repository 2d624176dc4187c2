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
	s.reading(c)
	f := c.Flags()
	f.StringVar(&s.published, "published", "", "the document's date of publication, `DATE` as 2018-05-18; what an article states itself wins")
	f.StringVar(&s.publication, "publication", "", "`NAME` of the publication; its own pieces are self-citations")
	f.StringVar(&s.now, "now", "", "the `TIME` to take for now, as 2018-05-18 or RFC 3339")
	s.desk(f)
	s.network(f)
	f.StringVar(&s.format, "format", "text", "print as this `FORMAT`: text, jsonl")
	f.BoolVar(&s.estimate, "estimate", false, "say what the run may cost, and end")
	f.StringVar(&s.export, "export", "", "write what was answered for each document into this `FOLDER`, as a web archive (WACZ)")
	completeWith(c, "format", []string{"text", "jsonl"})
}

// check reads the flags whose values have a form, and the desk's own file.
func (s *fetchSettings) check() error {
	if s.format != "text" && s.format != "jsonl" && s.format != "json" {
		return fmt.Errorf("no format %q; there are text, jsonl", s.format)
	}
	if err := s.settings.check(); err != nil {
		return err
	}
	return s.netSettings.check(&s.settings)
}

// open opens the pages and builds the transport. It sends nothing.
func (s *fetchSettings) open() (*network, error) { return s.netSettings.open(&s.settings, s.estimate) }
