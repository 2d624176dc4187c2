package transport

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
)

// Why a request was not sent, or its answer not taken. Compare with errors.Is.
var (
	ErrAddress  = errors.New("address refused")       // scheme, credentials, port or name
	ErrGuard    = errors.New("not a public address")  // what the name resolves to
	ErrRobots   = errors.New("robots.txt forbids it") // for our User-Agent
	ErrStopped  = errors.New("the host asked for silence")
	ErrBudget   = errors.New("the budget is spent")
	ErrUnkept   = errors.New("the answer could not be kept")
	ErrTooLarge = errors.New("the answer is too large")
	ErrEncoding = errors.New("the answer is not encoded as it says")
	ErrNoRobots = errors.New("robots.txt could not be read, so nothing is asked of the host")
	ErrRedirect = errors.New("too many redirects")
)

// KindOf is the one of these errors that a text was made of, nil for none: what was kept of an earlier run.
func KindOf(text string) error {
	for _, kind := range []error{ErrAddress, ErrGuard, ErrRobots, ErrStopped, ErrBudget, ErrUnkept, ErrTooLarge, ErrEncoding, ErrNoRobots, ErrRedirect} {
		if strings.Contains(text, kind.Error()) {
			return kind
		}
	}
	return nil
}

// refuse wraps one of the errors with the address and what would cure it.
func refuse(u *url.URL, kind error, why string) error {
	return fmt.Errorf("%s: %w: %s", Short(u), kind, why)
}

// Short is an address as an error names it: without password, and with … for a query.
func Short(u *url.URL) string {
	s := *u
	if s.Fragment, s.RawFragment = "", ""; s.RawQuery != "" {
		s.RawQuery = "…"
	}
	return s.Redacted()
}
