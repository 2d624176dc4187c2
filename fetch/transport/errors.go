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

	// What says nothing of the host that was asked: see Local.
	ErrPortal      = errors.New("this network answers for every address (captive portal?): log in to it, then run again")
	ErrUnconnected = errors.New("no host can be reached: connect this machine to a network, then run again; with --offline what is kept answers")
	ErrCertificate = errors.New("the certificate that came is not the host's, or not to be trusted")
	ErrNetwork     = errors.New("this machine finds no way to the host: names cannot be looked up, or there is no network")
)

// kinds are all of these errors.
var kinds = []error{ErrAddress, ErrGuard, ErrRobots, ErrStopped, ErrBudget, ErrUnkept, ErrTooLarge, ErrEncoding, ErrNoRobots, ErrRedirect, ErrPortal, ErrUnconnected, ErrCertificate, ErrNetwork}

// Local reports whether an error is of the way to a host, and not of the host: it is no evidence that a page is dead.
func Local(err error) bool {
	return Ends(err) || errors.Is(err, ErrCertificate) || errors.Is(err, ErrNetwork)
}

// Ends reports whether an error is one after which nothing more is asked, and nothing counts that was answered: see Transport.Lost.
func Ends(err error) bool { return errors.Is(err, ErrPortal) || errors.Is(err, ErrUnconnected) }

// KindOf is the one of these errors that a text was made of, nil for none: what was kept of an earlier run.
func KindOf(text string) error {
	for _, kind := range kinds {
		if strings.Contains(text, kind.Error()) {
			return kind
		}
	}
	return nil
}

// refuseFor is refuse for what another error has said, which stays among what it is.
func refuseFor(u *url.URL, kind, err error) error {
	return fmt.Errorf("%s: %w: %w", Short(u), kind, err)
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
