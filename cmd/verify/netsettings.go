package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/pflag"

	"example.org/verify/fetch/transport"
)

// netSettings are the flags of the commands that may ask the network, and what the desk's own file says of it.
type netSettings struct {
	budget  int
	offline bool
	pages   string
	pause   time.Duration
	contact string

	own fetchConfig // of a file that is trusted
}

// network gives a command all of them.
func (n *netSettings) network(f *pflag.FlagSet) {
	f.IntVar(&n.budget, "budget", -1, "send no more than `N` requests, robots.txt and retries among them; what is not answered then is not sought; -1 sets no bound")
	f.BoolVar(&n.offline, "offline", false, "send nothing: answer from the pages that are kept")
	f.StringVar(&n.pages, "pages", "", "the `FILE` that keeps the pages, or none (default pages.db beside the ledger)")
	f.DurationVar(&n.pause, "pause", transport.DefaultPause, "wait this `TIME` between two requests to a host; less than the default counts for hosts in [fetch] allow alone")
	f.StringVar(&n.contact, "contact", "", "the `ADDRESS` of who asks, for the User-Agent (default [fetch] contact)")
}

// check reads the flags whose values have a form, and the desk's own file.
func (n *netSettings) check(set *settings) (err error) {
	switch {
	case n.pause < 0:
		return fmt.Errorf("--pause %v: want a time from 0", n.pause)
	case n.budget < -1:
		return fmt.Errorf("--budget %d: want a number from 0", n.budget)
	}
	if n.own, err = trustedFetch(set); err != nil {
		return err
	}
	if n.own.Proxy != "" {
		return errors.New("[fetch] proxy is set: behind a proxy it cannot be seen where a connection goes, so none is used; take the line out")
	}
	if n.contact != "" {
		n.own.Contact = n.contact
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
