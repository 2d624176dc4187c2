package cache

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"time"

	"example.org/verify/fetch"
	"example.org/verify/fetch/transport"
)

// Attempt is one request that was not answered, or answered with a page that is not there.
type Attempt struct {
	At     time.Time
	Status int // of HTTP, 0 where there was no answer
	Why    string
	Silent time.Time // after 429: until when the host asked for silence; else zero
}

func (s *Store) fail(ctx context.Context, address string, a Attempt) error {
	silent := ""
	if !a.Silent.IsZero() {
		silent = stamp(a.Silent)
	}
	_, err := s.db.ExecContext(ctx, `INSERT OR REPLACE INTO attempt VALUES (?, ?, ?, ?, ?)`, address, stamp(a.At), a.Status, a.Why, silent)
	if err != nil {
		return s.unkept(address, err)
	}
	return nil
}

// Failures are the attempts at an address that failed, the oldest first.
func (s *Store) Failures(ctx context.Context, address string) (all []Attempt, err error) {
	rows, err := s.db.QueryContext(ctx, `SELECT at, status, why FROM attempt WHERE url = ? ORDER BY at`, address)
	if err != nil {
		return nil, fmt.Errorf("pages %s: %w", s.path, err)
	}
	defer rows.Close()
	for rows.Next() {
		var a Attempt
		var at string
		if err := rows.Scan(&at, &a.Status, &a.Why); err != nil {
			return nil, fmt.Errorf("pages %s: %w", s.path, err)
		}
		if a.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
			return nil, fmt.Errorf("pages %s: %w", s.path, err)
		}
		all = append(all, a)
	}
	return all, rows.Err()
}

// Silent are the hosts that have asked for silence beyond now, with its end, by host:port; not those that did while the clock was ahead of now.
func (s *Store) Silent(ctx context.Context, now time.Time) (map[string]time.Time, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT url, silent FROM attempt WHERE silent <> '' AND at > ? AND at < ?`, stamp(now.AddDate(0, 0, -2)), stamp(now.Add(clocksApart)))
	if err != nil {
		return nil, fmt.Errorf("pages %s: %w", s.path, err)
	}
	defer rows.Close()
	all := map[string]time.Time{}
	for rows.Next() {
		var address, silent string
		if err := rows.Scan(&address, &silent); err != nil {
			return nil, fmt.Errorf("pages %s: %w", s.path, err)
		}
		until, err1 := time.Parse(time.RFC3339Nano, silent)
		u, err2 := url.Parse(address)
		if err := errors.Join(err1, err2); err != nil {
			return nil, fmt.Errorf("pages %s: %w", s.path, err)
		}
		if host := transport.HostPort(u); until.After(now) && until.After(all[host]) {
			all[host] = until
		}
	}
	return all, rows.Err()
}

// Meet puts down what an address that a document gives came to. The same answer, from the pages that are kept, counts once: it has one time.
func (s *Store) Meet(ctx context.Context, address string, a fetch.Attempt) error {
	if _, err := s.db.ExecContext(ctx, `INSERT OR REPLACE INTO met VALUES (?, ?, ?)`, address, stamp(a.At), a.Outcome); err != nil {
		return fmt.Errorf("pages %s: %s: %w", s.path, address, err)
	}
	return nil
}

// Met is what an address came to before a time, the oldest first, in At and Outcome of each.
func (s *Store) Met(ctx context.Context, address string, before time.Time) (all []fetch.Attempt, err error) {
	rows, err := s.db.QueryContext(ctx, `SELECT at, state FROM met WHERE url = ?`, address)
	if err != nil {
		return nil, fmt.Errorf("pages %s: %w", s.path, err)
	}
	defer rows.Close()
	for rows.Next() {
		var a fetch.Attempt
		var at string
		if err := rows.Scan(&at, &a.Outcome); err != nil {
			return nil, fmt.Errorf("pages %s: %w", s.path, err)
		}
		if a.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
			return nil, fmt.Errorf("pages %s: %w", s.path, err)
		}
		if a.At.Before(before) {
			all = append(all, a)
		}
	}
	slices.SortFunc(all, func(a, b fetch.Attempt) int { return a.At.Compare(b.At) })
	return all, rows.Err()
}
