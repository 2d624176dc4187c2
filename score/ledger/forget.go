package ledger

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// byRevision are the tables with a column rev, children first.
var byRevision = []string{"used", "finding", "score", "near_copy", "judged", "support", "citation", "claim", "note", "author", "article", "rating", "claim_text", "indexed", "signature"}

// Forget removes a document wholly: all its revisions, its sign-offs, and the sources, observations and pages that no other
// document uses; the bytes are overwritten. The copies of the ledger that Copies names, and WARC files, are not touched. It is
// ErrUnknown if the document is not recorded.
func (l *Ledger) Forget(ctx context.Context, doc string) error {
	b, err := l.Begin(ctx)
	if err != nil {
		return err
	}
	// Foreign keys, which Begin does not hold, would look for the children of each source in all citations; everything is removed by name here instead.
	// The pragma has no effect inside a transaction.
	err = errors.Join(b.w.exec(`COMMIT`), b.w.exec(`PRAGMA secure_delete = ON`), b.w.exec(`BEGIN IMMEDIATE`))
	if err == nil {
		err = forget(b.w, doc)
	}
	if err == nil {
		err = b.w.exec(`COMMIT`)
	} else {
		err = errors.Join(err, b.rollback())
	}
	err = errors.Join(err, b.w.exec(`PRAGMA secure_delete = FAST`))
	b.end()
	if err != nil {
		return wrap(l.path, err)
	}
	return l.Checkpoint(ctx)
}

func forget(w *writer, doc string) error {
	r, err := w.conn.ExecContext(background, `DELETE FROM document WHERE doc = ?`, doc)
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, fmt.Errorf("document %s: %w", doc, ErrUnknown))
	}
	for _, table := range byRevision {
		if err := w.exec(`DELETE FROM `+table+` WHERE rev IN (SELECT rev FROM revision WHERE doc = ?)`, doc); err != nil {
			return fmt.Errorf("%s: %w", table, err)
		}
	}
	for _, query := range []string{
		`DELETE FROM revision WHERE doc = ?1`,
		`DELETE FROM decision WHERE doc = ?1`,
		`DELETE FROM source WHERE source NOT IN (SELECT source FROM citation WHERE source IS NOT NULL) AND ?1 = ?1`,
		`DELETE FROM observation WHERE id NOT IN (SELECT observation FROM used) AND ?1 = ?1`,
		`DELETE FROM attempt WHERE observation NOT IN (SELECT id FROM observation) AND ?1 = ?1`,
		`DELETE FROM resolved WHERE observation NOT IN (SELECT id FROM observation) AND ?1 = ?1`,
		`DELETE FROM page WHERE page NOT IN (SELECT page FROM observation WHERE page IS NOT NULL) AND ?1 = ?1`,
		`INSERT INTO claim_text (claim_text) SELECT 'optimize' WHERE ?1 = ?1`, // merges the index, so that its old words are gone
	} {
		if err := w.exec(query, doc); err != nil {
			return fmt.Errorf("%s: %w", query, err)
		}
	}
	return nil
}

// Copies lists the copies of the ledger as older versions left it (PATH.v1.bak), which were made before a migration and may hold what was
// forgotten since.
func (l *Ledger) Copies() ([]string, error) {
	dir, name := filepath.Split(l.path)
	entries, err := os.ReadDir(filepath.Clean(dir))
	if err != nil {
		return nil, wrap(l.path, err)
	}
	var copies []string
	for _, e := range entries {
		version, ok := strings.CutPrefix(e.Name(), name+".v")
		version, _ = strings.CutSuffix(version, ".part") // one that was not finished
		if number, bak := strings.CutSuffix(version, ".bak"); ok && bak && number != "" && strings.Trim(number, "0123456789") == "" {
			copies = append(copies, dir+e.Name())
		}
	}
	return copies, nil
}

// ForgetCopies removes the copies that Copies names and returns the names of those that were removed.
func (l *Ledger) ForgetCopies() (removed []string, err error) {
	copies, err := l.Copies()
	for _, c := range copies {
		if e := os.Remove(c); e != nil {
			err = errors.Join(err, wrap(l.path, fmt.Errorf("its copy: %w", e)))
			continue
		}
		removed = append(removed, c)
	}
	return removed, err
}
