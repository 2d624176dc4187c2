package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"example.org/verify/fetch/transport"
)

// fetchSettings are the flags of fetch, and what the desk's own file says of the network.
type fetchSettings struct {
	settings
	format   string
	budget   int
	offline  bool
	estimate bool
	pages    string
	pause    time.Duration
	contact  string
	export   string

	own fetchConfig // of a file that is trusted
}

func (s *fetchSettings) register(c *cobra.Command) {
	s.reading(c)
	f := c.Flags()
	f.StringVar(&s.published, "published", "", "the document's date of publication, `DATE` as 2018-05-18; what an article states itself wins")
	f.StringVar(&s.publication, "publication", "", "`NAME` of the publication; its own pieces are self-citations")
	f.StringVar(&s.now, "now", "", "the `TIME` to take for now, as 2018-05-18 or RFC 3339")
	s.desk(f)
	f.StringVar(&s.format, "format", "text", "print as this `FORMAT`: text, jsonl")
	f.IntVar(&s.budget, "budget", -1, "send no more than `N` requests, robots.txt and retries among them; what is not answered then is not sought; -1 sets no bound")
	f.BoolVar(&s.offline, "offline", false, "send nothing: answer from the pages that are kept")
	f.BoolVar(&s.estimate, "estimate", false, "say what the run may cost, and end")
	f.StringVar(&s.pages, "pages", "", "the `FILE` that keeps the pages, or none (default pages.db beside the ledger)")
	f.DurationVar(&s.pause, "pause", transport.DefaultPause, "wait this `TIME` between two requests to a host; less than the default counts for hosts in [fetch] allow alone")
	f.StringVar(&s.contact, "contact", "", "the `ADDRESS` of who asks, for the User-Agent (default [fetch] contact)")
	f.StringVar(&s.export, "export", "", "write what was answered for each document into this `FOLDER`, as a web archive (WACZ)")
	completeWith(c, "format", []string{"text", "jsonl"})
}

// check reads the flags whose values have a form, and the desk's own file.
func (s *fetchSettings) check() (err error) {
	switch {
	case s.format != "text" && s.format != "jsonl" && s.format != "json":
		return fmt.Errorf("no format %q; there are text, jsonl", s.format)
	case s.pause < 0:
		return fmt.Errorf("--pause %v: want a time from 0", s.pause)
	case s.budget < -1:
		return fmt.Errorf("--budget %d: want a number from 0", s.budget)
	}
	if err := s.settings.check(); err != nil {
		return err
	}
	if s.own, err = trustedFetch(&s.settings); err != nil {
		return err
	}
	if s.own.Proxy != "" {
		return errors.New("[fetch] proxy is set: behind a proxy it cannot be seen where a connection goes, so none is used; take the line out")
	}
	if s.contact != "" {
		s.own.Contact = s.contact
	}
	return nil
}

// trustedFetch reads [fetch] from the file that --config names, else from the user's own, and from no other: a file that came with a
// document may not open the network, nor may it take the place of the user's.
func trustedFetch(set *settings) (fetchConfig, error) {
	path := set.config
	if path == "" && !set.noConfig {
		path = ownConfig()
	}
	if path == "" {
		return fetchConfig{}, nil
	}
	f, err := readConfig(path, true)
	if err != nil {
		return fetchConfig{}, err
	}
	return f.config.Fetch, nil
}
