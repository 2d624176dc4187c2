package ledger

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/mattn/go-sqlite3"
)

// What can be wrong with a file; compare with errors.Is.
var (
	ErrNotLedger = errors.New("not a ledger")
	ErrDamaged   = errors.New("damaged")
	ErrNewer     = errors.New("written by a newer verify")
	ErrOlder     = errors.New("written by an older verify") // opening it for writing brings it up to date
	ErrReadOnly  = errors.New("cannot be written")
)

// Options are for Open. The zero Options opens for writing and makes the file if there is none.
type Options struct {
	ReadOnly bool // never makes, migrates or writes the file
}

// Ledger is one open file.
type Ledger struct {
	path  string
	db    *sql.DB
	only  bool // read-only
	still bool // on a disk that cannot be written: read as it lies there

	mu     sync.Mutex // held by the one Batch that writes
	writer *writer    // made by the first Batch
}

// Open opens the ledger in the file path. A file that is no ledger, is damaged or was written by a newer verify is refused and left
// as it is; an older one is migrated, and a copy of it as it was stays beside it (PATH.v1.bak).
func Open(path string, opts Options) (*Ledger, error) {
	l, err := open(path, opts)
	if err != nil {
		return nil, wrap(path, err)
	}
	return l, nil
}

func open(path string, opts Options) (*Ledger, error) {
	size, err := examine(path)
	if opts.ReadOnly && err != nil {
		return nil, err
	}
	if !opts.ReadOnly {
		if err := prepare(path, size, err); err != nil {
			return nil, err
		}
	}
	pragmas := writing()
	if opts.ReadOnly {
		pragmas = reading()
	}
	db, err := connect(path, pragmas)
	if err != nil {
		return nil, err
	}
	l := &Ledger{path: path, db: db, only: opts.ReadOnly, still: pragmas.Get("immutable") != ""}
	if err := l.migrate(context.Background()); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return l, nil
}

// prepare makes sure that a file may be opened for writing, which changes it even before anything is written: that it is a ledger
// of no later version, or new. seen is what examine said of it.
func prepare(path string, size int64, seen error) error {
	switch {
	case errors.Is(seen, ErrNotLedger), errors.Is(seen, ErrDamaged):
		return seen
	case seen != nil && !errors.Is(seen, fs.ErrNotExist):
		return fmt.Errorf("%w: %w", ErrReadOnly, seen)
	case size == 0:
		return create(path)
	}
	db, err := connect(path, reading())
	if err != nil {
		return err
	}
	_, err = version(context.Background(), db)
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	return create(path)
}

// connect opens the file. A file for reading that lies in a folder where its log cannot be made is read as it lies on disk, unless
// it has a log.
func connect(path string, pragmas url.Values) (*sql.DB, error) {
	driver := driverName
	if pragmas.Get("mode") == "ro" {
		driver = readingDriver
	}
	db, err := sql.Open(driver, dsn(path, pragmas))
	if err != nil {
		return nil, err
	}
	err = probe(db)
	if err == nil {
		return db, nil
	}
	_ = db.Close()
	if _, log := os.Stat(path + "-wal"); pragmas.Get("mode") == "ro" && pragmas.Get("immutable") == "" && errors.Is(log, fs.ErrNotExist) {
		pragmas.Set("immutable", "1")
		return connect(path, pragmas)
	}
	return nil, err
}

// Where several programs open a new ledger at once, SQLite does not wait for the one that gives it a log, since each might wait for the other
// (https://www.sqlite.org/c3ref/busy_handler.html, read 2026-11-26): that is tried again for a few seconds.
const (
	probeTime  = 5 * time.Second
	probePause = 20 * time.Millisecond
)

// probe reads the schema, which finds most damage.
func probe(db *sql.DB) error {
	over := time.After(probeTime)
	for {
		var n int
		err := db.QueryRow(`SELECT count(*) FROM sqlite_schema`).Scan(&n)
		if s := (sqlite3.Error{}); !errors.As(err, &s) || s.Code != sqlite3.ErrBusy {
			return err
		}
		select {
		case <-over: // so it is where SQLite has waited
			return err
		case <-time.After(probePause):
		}
	}
}

// create makes the file and the folders above it, for its user's eyes only, if they are not there. It fails where the file cannot
// be written.
func create(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	}
	return f.Close()
}

// header is the part of an SQLite file's first 100 bytes that is looked at: https://www.sqlite.org/fileformat2.html, section 1.3.
const (
	magic         = "SQLite format 3\x00"
	headerSize    = 100
	pageSizeAt    = 16
	changesAt     = 24
	pagesAt       = 28
	applicationAt = 68
	versionForAt  = 92
)

// application marks a ledger among SQLite files ("vrfy").
const application = 0x76726679

// examine looks at a file without SQLite, so that nothing that is no ledger is ever opened for writing. An empty file is one that
// was made and not yet filled.
func examine(path string) (size int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	if !info.Mode().IsRegular() {
		return 0, fmt.Errorf("%w: not a file", ErrNotLedger)
	}
	if info.Size() == 0 {
		return 0, nil
	}
	return info.Size(), examineHead(f, info.Size(), path)
}

func examineHead(f io.Reader, size int64, path string) error {
	head := make([]byte, headerSize)
	if _, err := io.ReadFull(f, head); err != nil || string(head[:len(magic)]) != magic {
		return fmt.Errorf("%w: not an SQLite file", ErrNotLedger)
	}
	if id := binary.BigEndian.Uint32(head[applicationAt:]); id != application && id != 0 {
		return fmt.Errorf("%w: an SQLite file of another program", ErrNotLedger)
	}
	return whole(head, size, path)
}

// whole compares the file's size with the one that its header gives. Pages that are still in the log may be missing.
func whole(head []byte, size int64, path string) error {
	if string(head[changesAt:changesAt+4]) != string(head[versionForAt:versionForAt+4]) {
		return nil // the header's own count is not valid
	}
	if _, err := os.Stat(path + "-wal"); err == nil {
		return nil
	}
	pageSize := int64(binary.BigEndian.Uint16(head[pageSizeAt:]))
	if pageSize == 1 {
		pageSize = 65536
	}
	if want := pageSize * int64(binary.BigEndian.Uint32(head[pagesAt:])); size < want {
		return fmt.Errorf("%w: %d of %d bytes are there", ErrDamaged, size, want)
	}
	return nil
}

// wrap adds the path and, for what a person can cure, the cure.
func wrap(path string, err error) error {
	if err == nil {
		return nil
	}
	var s sqlite3.Error
	if errors.As(err, &s) {
		switch s.Code {
		case sqlite3.ErrCorrupt:
			err = fmt.Errorf("%w: %w", ErrDamaged, err)
		case sqlite3.ErrNotADB:
			err = fmt.Errorf("%w: %w", ErrNotLedger, err)
		case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm:
			err = fmt.Errorf("%w: %w", ErrReadOnly, err)
		}
	}
	if cure := cureFor(err, s.Code); cure != "" {
		return fmt.Errorf("ledger %s: %w; %s", path, err, cure)
	}
	return fmt.Errorf("ledger %s: %w", path, err)
}

func cureFor(err error, code sqlite3.ErrNo) string {
	switch {
	case errors.Is(err, ErrDamaged):
		return "nothing was written; restore a copy, or save what can be read with: sqlite3 FILE .recover"
	case errors.Is(err, ErrNotLedger):
		return "nothing was written; name another file with --ledger"
	case errors.Is(err, ErrNewer):
		return "nothing was written; update verify, or name another file with --ledger"
	case errors.Is(err, ErrReadOnly):
		return "name a file that you may write with --ledger, or record nothing with --ledger none"
	case code == sqlite3.ErrFull:
		return "make room on the disk and run again: what was recorded stays"
	case code == sqlite3.ErrBusy:
		return "another process is writing; run again when it is done"
	}
	return ""
}

// Path is the file's path as it was given to Open.
func (l *Ledger) Path() string { return l.path }

// Close writes the log back into the file and closes it. Where a Batch is still open it is an error, and the batch is undone when
// its owner lets go of it.
func (l *Ledger) Close() error {
	if !l.mu.TryLock() {
		return wrap(l.path, errors.Join(errors.New("closed while a batch is open: what it recorded is undone"), l.db.Close()))
	}
	defer l.mu.Unlock()
	var err error
	if l.writer != nil {
		err = l.writer.close()
		l.writer = nil
	}
	return wrap(l.path, errors.Join(err, l.db.Close()))
}

// Checkpoint writes the log back into the file and empties it, as far as no reader needs it.
func (l *Ledger) Checkpoint(ctx context.Context) error {
	_, err := l.db.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
	return wrap(l.path, err)
}
