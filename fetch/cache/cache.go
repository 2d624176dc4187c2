// Package cache keeps the answers that were got, in one SQLite file, so that no question is asked twice: a run that was cut off goes on
// where it was, and a second one asks nothing that is still fresh.
//
// The file lies beside the ledger and is not part of it. Pages are large, public, and can be got again; the ledger is small, confidential
// and cannot. It is copied, merged and handed on, which must not carry hundreds of megabytes of other people's pages along, and a
// desk that has no room may delete the pages and lose no record.
//
// How long an answer is fresh is said by HTTP (RFC 9111): max-age and Expires, else a tenth of the page's age, at most a day. Two
// things differ from a browser. An answer is never asked again within the hour, whatever its header says, so that a run that was cut off
// can be completed without repeating itself; and what a server would have no cache keep is kept, as the evidence that it is, and asked again
// after that hour. Copies of archives do not expire.
//
// What is no answer is never served: network errors, 429 and 5xx are written down as attempts, apart.
package cache

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"time"

	_ "github.com/mattn/go-sqlite3" // the driver

	"example.org/verify/fetch/transport"
)

// ErrOffline is what an offline Transport says of a page that is not kept.
var ErrOffline = errors.New("not among the pages that are kept")

// Store is one open file of pages. It may be used by several goroutines and a file by several processes.
type Store struct {
	db   *sql.DB
	path string
}

const schema = `
CREATE TABLE IF NOT EXISTS page (
  url      TEXT PRIMARY KEY,  -- as it was asked
  status   INTEGER NOT NULL,  -- of HTTP
  header   TEXT NOT NULL,     -- JSON, lists by name
  body     BLOB NOT NULL,     -- decompressed
  stored   TEXT NOT NULL,     -- when the body came, RFC 3339 in UTC
  checked  TEXT NOT NULL,     -- when the server last said that it stands
  fresh    TEXT NOT NULL      -- until when it is not asked again; 9999 for the copy of an archive
) STRICT;
CREATE TABLE IF NOT EXISTS attempt (
  url      TEXT NOT NULL,
  at       TEXT NOT NULL,
  status   INTEGER NOT NULL,  -- of HTTP, 0 where there was no answer
  why      TEXT NOT NULL,
  silent   TEXT NOT NULL,     -- after 429: until when the host asked for silence; else empty
  PRIMARY KEY (url, at)
) STRICT, WITHOUT ROWID;`

// applicationID marks the file, so that no other is taken for one: "vrfp".
const applicationID = 0x76726670

// Open opens the file, and makes it, readable by its user alone, if there is none. An empty path keeps the pages in memory.
func Open(path string) (*Store, error) {
	s := &Store{path: path}
	if err := s.open(); err != nil {
		if s.db != nil {
			err = errors.Join(err, s.db.Close())
		}
		return nil, fmt.Errorf("pages %s: %w; name another file with --pages", path, err)
	}
	return s, nil
}

func (s *Store) open() (err error) {
	dsn := "file::memory:"
	if s.path != "" {
		if err := create(s.path); err != nil {
			return err
		}
		dsn = "file:" + (&url.URL{Path: s.path}).EscapedPath() + "?_journal_mode=WAL&_synchronous=NORMAL&_busy_timeout=30000&_txlock=immediate&mode=rw"
	}
	if s.db, err = sql.Open("sqlite3", dsn); err != nil {
		return err
	}
	s.db.SetMaxOpenConns(1) // one writer; and a database in memory is its connection's
	var id, tables int
	if err := s.db.QueryRow(`SELECT (SELECT application_id FROM pragma_application_id), count(*) FROM sqlite_schema`).Scan(&id, &tables); err != nil {
		return err
	}
	if tables > 0 && id != applicationID {
		return errors.New("it is another kind of file")
	}
	_, err = s.db.Exec(fmt.Sprintf("PRAGMA application_id = %d;", applicationID) + schema)
	return err
}

func create(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// Close closes the file.
func (s *Store) Close() error { return s.db.Close() }

// entry is one answer that is kept.
type entry struct {
	status  int
	header  http.Header
	body    []byte
	stored  time.Time
	checked time.Time
	fresh   time.Time
}

func (s *Store) get(ctx context.Context, address string) (*entry, error) {
	var e entry
	var header, stored, checked, fresh string
	err := s.db.QueryRowContext(ctx, `SELECT status, header, body, stored, checked, fresh FROM page WHERE url = ?`, address).
		Scan(&e.status, &header, &e.body, &stored, &checked, &fresh)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err == nil {
		err = json.Unmarshal([]byte(header), &e.header)
	}
	for _, t := range []struct {
		to   *time.Time
		text string
	}{{&e.stored, stored}, {&e.checked, checked}, {&e.fresh, fresh}} {
		if err == nil {
			*t.to, err = time.Parse(time.RFC3339Nano, t.text)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("pages %s: %s: %w", s.path, address, err)
	}
	return &e, nil
}

func (s *Store) put(ctx context.Context, address string, e *entry) error {
	header, err := json.Marshal(e.header)
	if err == nil {
		body := e.body
		if body == nil {
			body = []byte{}
		}
		_, err = s.db.ExecContext(ctx, `INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?, ?, ?)`, address, e.status, string(header), body,
			stamp(e.stored), stamp(e.checked), stamp(e.fresh))
	}
	if err != nil {
		return fmt.Errorf("pages %s: %s: %w", s.path, address, err)
	}
	return nil
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

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
		return fmt.Errorf("pages %s: %s: %w", s.path, address, err)
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

// Silent are the hosts that have asked for silence beyond now, with its end, by host:port.
func (s *Store) Silent(ctx context.Context, now time.Time) (map[string]time.Time, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT url, silent FROM attempt WHERE silent <> '' AND at > ?`, stamp(now.AddDate(0, 0, -2)))
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

// response makes an answer of a kept one. The header At says when it was got.
func (e *entry) response(r *http.Request) *http.Response {
	h := e.header.Clone()
	if h == nil {
		h = http.Header{}
	}
	h.Set(At, stamp(e.stored))
	return &http.Response{Status: http.StatusText(e.status), StatusCode: e.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: h, Request: r,
		Body: io.NopCloser(bytes.NewReader(e.body)), ContentLength: int64(len(e.body)), Uncompressed: true}
}
