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
//
// A Store is one open file; a Transport serves from it what is fresh and keeps what is answered. Both may be used by several goroutines, and a file by several
// processes.
package cache

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	_ "github.com/mattn/go-sqlite3" // the driver
)

// ErrOffline is what an offline Transport says of a page that is not kept.
var ErrOffline = errors.New("not among the pages that are kept")

// Store is one open file of pages. It may be used by several goroutines and a file by several processes.
type Store struct {
	db   *sql.DB
	path string
	find *sql.Stmt
	keep *sql.Stmt
	lost atomic.Pointer[error] // why nothing more can be kept
}

// Open opens the file, and makes it, readable by its user alone, if there is none. An empty path keeps the pages in memory.
func Open(path string) (*Store, error) {
	if path == "" {
		return opened(path, "file::memory:")
	}
	if err := create(path); err != nil {
		return nil, unopened(path, err)
	}
	return opened(path, fileAddress(path, "_journal_mode=WAL&_synchronous=NORMAL&_busy_timeout=30000&_txlock=immediate&mode=rw"))
}

// OpenForReading is Open for a Transport that is Offline: a file that cannot be written is read as it lies there, unless it has a log, without which it would be
// read in part.
func OpenForReading(path string) (*Store, error) {
	s, err := Open(path)
	if err == nil || !unwritable(err) {
		return s, err
	}
	if _, there := os.Stat(path); there != nil {
		return nil, err
	}
	if _, log := os.Stat(path + "-wal"); !errors.Is(log, fs.ErrNotExist) {
		return nil, err
	}
	return opened(path, fileAddress(path, "mode=ro&immutable=1"))
}

// fileAddress is how the driver is told of a file.
func fileAddress(path, pragmas string) string {
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + pragmas
}

// opened opens what a source leads to, as the driver names it.
func opened(path, source string) (*Store, error) {
	s := &Store{path: path}
	if err := s.open(source); err != nil {
		if s.db != nil {
			err = errors.Join(err, s.db.Close())
		}
		return nil, unopened(path, err)
	}
	return s, nil
}

func unopened(path string, err error) error {
	if isFull(err) {
		return fmt.Errorf("pages %s: %w; make room on the disk and run again", path, err)
	}
	return fmt.Errorf("pages %s: %w; name another file with --pages", path, err)
}

func (s *Store) open(source string) (err error) {
	if s.db, err = sql.Open("sqlite3", source); err != nil {
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
	if err := s.migrate(); err != nil {
		return err
	}
	return s.prepare()
}

// prepare readies the two statements that every page needs.
func (s *Store) prepare() (err error) {
	if s.find, err = s.db.Prepare(`SELECT ` + answerColumns + ` FROM page WHERE url = ?`); err != nil {
		return err
	}
	s.keep, err = s.db.Prepare(`INSERT OR REPLACE INTO page (url, ` + answerColumns + `) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
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
	status    int
	header    http.Header
	body      []byte
	stored    time.Time
	checked   time.Time
	fresh     time.Time
	request   http.Header // of the request, as it was sent
	peer      string      // the IP address that answered, "" if it is not known
	confirmed http.Header // of the last 304, nil for none
}

// answerColumns are those that scan reads, in its order.
const answerColumns = `status, header, body, stored, checked, fresh, request, peer, confirmed`

func (s *Store) get(ctx context.Context, address string) (*entry, error) {
	e, err := scan(s.find.QueryRowContext(ctx, address))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("pages %s: %s: %w", s.path, address, err)
	}
	return e, nil
}

func scan(row *sql.Row) (*entry, error) {
	var e entry
	var header, stored, checked, fresh, request, confirmed string
	if err := row.Scan(&e.status, &header, &e.body, &stored, &checked, &fresh, &request, &e.peer, &confirmed); err != nil {
		return nil, err
	}
	for _, t := range []struct {
		to   *time.Time
		text string
	}{{&e.stored, stored}, {&e.checked, checked}, {&e.fresh, fresh}} {
		at, err := time.Parse(time.RFC3339Nano, t.text)
		if err != nil {
			return nil, err
		}
		*t.to = at
	}
	for _, h := range []struct {
		to   *http.Header
		text string
	}{{&e.header, header}, {&e.request, request}, {&e.confirmed, confirmed}} {
		if err := json.Unmarshal([]byte(h.text), h.to); err != nil {
			return nil, err
		}
	}
	return &e, nil
}

func (s *Store) put(ctx context.Context, address string, e *entry) error {
	var texts [3]string
	for i, h := range []http.Header{e.header, e.request, e.confirmed} {
		text, err := json.Marshal(h)
		if err != nil {
			return fmt.Errorf("pages %s: %s: %w", s.path, address, err)
		}
		texts[i] = string(text)
	}
	body := e.body
	if body == nil {
		body = []byte{}
	}
	_, err := s.keep.ExecContext(ctx, address, e.status, texts[0], body,
		stamp(e.stored), stamp(e.checked), stamp(e.fresh), texts[1], e.peer, texts[2])
	if err != nil {
		return s.unkept(address, err)
	}
	return nil
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }

// response makes an answer of a kept one. The header At says when the server gave it, or last said that it stands.
func (e *entry) response(r *http.Request) *http.Response {
	h := e.header.Clone()
	if h == nil {
		h = http.Header{}
	}
	h.Set(At, stamp(e.checked))
	return &http.Response{Status: http.StatusText(e.status), StatusCode: e.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: h, Request: r,
		Body: io.NopCloser(bytes.NewReader(e.body)), ContentLength: int64(len(e.body)), Uncompressed: true}
}
