package cache

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"
)

// Kept is an answer as it lies in the file.
type Kept struct {
	URL          string // as it was asked
	At           time.Time
	Peer         string // IP address that answered, "" where an older verify asked
	Request      http.Header
	Status       int
	Header       http.Header
	Body         []byte
	Confirmed    time.Time // when a 304 last said that it stands; zero for never
	Confirmation http.Header
}

// Answered lists the keys of the answers that are kept for some addresses, in the order in which they came, and when the last of them
// came or was confirmed, the zero of Unix for none. Answer takes a key. What is not kept, as a 429 and what had no answer, is left out.
func (s *Store) Answered(ctx context.Context, addresses []string) (keys []string, latest time.Time, err error) {
	latest = time.Unix(0, 0)
	var all []held
	for _, a := range distinct(addresses) {
		if all, err = s.held(ctx, all, a); err != nil {
			return nil, latest, fmt.Errorf("pages %s: %s: %w", s.path, a, err)
		}
	}
	slices.SortFunc(all, func(a, b held) int { return cmp.Or(a.came.Compare(b.came), cmp.Compare(a.key, b.key)) })
	for _, h := range all {
		keys = append(keys, h.key)
		if h.stands.After(latest) {
			latest = h.stands
		}
	}
	return keys, latest, nil
}

// held is the key of an answer, when it came and when it was last known to stand.
type held struct {
	key          string
	came, stands time.Time
}

// held adds what is kept of one address: one answer, or one for each time that an archive was asked for.
func (s *Store) held(ctx context.Context, all []held, address string) ([]held, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT url, stored, checked FROM page WHERE url = ?1 OR url > ?1 || '#' AND url < ?1 || '$'`, address)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var h held
		var stored, checked string
		if err := rows.Scan(&h.key, &stored, &checked); err != nil {
			return nil, err
		}
		var err1, err2 error
		h.came, err1 = time.Parse(time.RFC3339Nano, stored)
		h.stands, err2 = time.Parse(time.RFC3339Nano, checked)
		if err := errors.Join(err1, err2); err != nil {
			return nil, err
		}
		all = append(all, h)
	}
	return all, rows.Err()
}

func distinct(all []string) []string {
	all = slices.Clone(all)
	slices.Sort(all)
	return slices.Compact(all)
}

// Answer gives one answer that is kept.
func (s *Store) Answer(ctx context.Context, key string) (*Kept, error) {
	e, err := scan(s.find.QueryRowContext(ctx, key))
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, fmt.Errorf("%s: %w", key, ErrOffline)
	case err != nil:
		return nil, fmt.Errorf("pages %s: %s: %w", s.path, key, err)
	}
	k := &Kept{URL: address(key), At: e.stored, Peer: e.peer, Request: e.request, Status: e.status, Header: e.header, Body: e.body, Confirmation: e.confirmed}
	if e.confirmed != nil {
		k.Confirmed = e.checked
	}
	return k, nil
}
