package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"example.org/verify/citations"
	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

// ledgers are the open ledgers by path. Documents of several desks may be recorded in several.
type ledgers struct {
	mu      sync.Mutex
	opened  map[string]*ledger.Ledger
	givenUp map[string]bool
}

func newLedgers() *ledgers {
	return &ledgers{opened: map[string]*ledger.Ledger{}, givenUp: map[string]bool{}}
}

func (l *ledgers) open(path string) (*ledger.Ledger, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if led := l.opened[path]; led != nil {
		return led, nil
	}
	led, err := ledger.Open(path, ledger.Options{})
	if err == nil {
		l.opened[path] = led
	}
	return led, err
}

// broken reports whether a ledger was given up.
func (l *ledgers) broken(path string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.givenUp[path]
}

// giveUp lets nothing more be recorded in a ledger; true the first time.
func (l *ledgers) giveUp(path string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	first := !l.givenUp[path]
	l.givenUp[path] = true
	return first
}

func (l *ledgers) close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	var all []error
	for _, led := range l.opened {
		all = append(all, led.Close())
	}
	return errors.Join(all...)
}

// entry is a document on its way into a ledger.
type entry struct {
	doc   *citations.Document
	trail *score.Trail
	env   score.Env
	check func(*score.Analysis) error

	answers []score.Answer // with --fetch: what its citations came to
	now     time.Time
}

// put records a document in one transaction and gives its analysis, scored from the ledger's own counts.
func (l *ledgers) put(ctx context.Context, path string, e *entry) (a *score.Analysis, err error) {
	led, err := l.open(path)
	if err != nil {
		return nil, err
	}
	meta, err := metaOf(e.doc, e.now)
	if err != nil {
		return nil, err
	}
	batch, err := led.Begin(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, batch.Rollback()) }() // after Commit it does nothing
	if err := batch.PutEvidence(ctx, e.doc, e.answers); err != nil {
		return nil, err
	}
	rev, err := batch.PutTrail(ctx, e.doc, e.trail, e.env, meta)
	if err != nil {
		return nil, err
	}
	counts, err := batch.Counts(ctx, rev)
	if err != nil {
		return nil, err
	}
	a = e.trail.Analyse(e.doc, e.env, counts)
	if err := e.check(a); err != nil {
		return nil, err
	}
	if err := batch.PutResults(ctx, rev, a); err != nil {
		return nil, err
	}
	return a, batch.Commit()
}

// metaOf names a document in the ledger: by its absolute path with links resolved, standard input by its content.
func metaOf(doc *citations.Document, now time.Time) (ledger.Meta, error) {
	m := ledger.Meta{SHA256: doc.Text.SHA256(), Tool: version, Now: now}
	if fromInput(doc.Text.Name) {
		m.Doc = m.SHA256
		return m, nil
	}
	path, err := ownPath(doc.Text.Name)
	if err != nil {
		return m, fmt.Errorf("find the file's own path: %w", err)
	}
	m.Doc, m.Path = path, path
	return m, nil
}

// ownPath is a file's absolute path with links resolved.
func ownPath(name string) (string, error) {
	path, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(path)
}

// defaultLedger is where a ledger lies that nobody has named: $VERIFY_LEDGER, else verify/ledger.db below the user's data folder.
func defaultLedger() (string, error) {
	if path := os.Getenv("VERIFY_LEDGER"); path != "" {
		return path, nil
	}
	dir, err := dataDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "verify", "ledger.db"), nil
}

// dataDir is the folder for a user's data: XDG Base Directory Specification 0.8; macOS and Windows have places of their own. Its errors leave the cure to who asks.
func dataDir() (string, error) {
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return dir, nil
	}
	if dir := os.Getenv("LocalAppData"); runtime.GOOS == "windows" && dir != "" {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	if !filepath.IsAbs(home) {
		return "", fmt.Errorf("your home folder, %q, is no absolute path", home)
	}
	if runtime.GOOS == "darwin" {
		return filepath.Join(home, "Library", "Application Support"), nil
	}
	return filepath.Join(home, ".local", "share"), nil
}
