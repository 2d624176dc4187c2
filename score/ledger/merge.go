package ledger

import (
	"context"
	"errors"
	"fmt"
	"net/url"
)

// recorded are the tables that hold what was recorded, in the order of their foreign keys, with the order of their rows.
var recorded = []struct{ table, key string }{
	{"document", "doc"}, {"revision", "rev"}, {"rating", "rev, id"}, {"article", "rev, article"}, {"author", "rev, article, nth"}, {"source", "source"},
	{"note", "rev, article, note"}, {"claim", "rev, article, claim"}, {"citation", "rev, article, citation"},
	{"support", "rev, article, claim, citation"}, {"score", "rev, article, claim"}, {"finding", "rev, fp, nth"}, {"decision", "id"},
	{"judged", "rev, article, claim, citation"}, {"near_copy", "rev, article, citation, other"},
	{"page", "page"}, {"observation", "id"}, {"attempt", "observation, nth"}, {"resolved", "observation, nth"}, {"used", "rev, article, citation, observation"},
}

// Merge adds what other ledgers hold, in one transaction. Merging again, or in another order, gives the same. A ledger that an
// older verify wrote is refused: open it for writing first.
func (l *Ledger) Merge(ctx context.Context, paths ...string) error {
	for _, path := range paths {
		other, err := Open(path, Options{ReadOnly: true})
		if err != nil {
			return err
		}
		if err := errors.Join(other.Close(), l.merge(ctx, other)); err != nil {
			return err
		}
	}
	return nil
}

func (l *Ledger) merge(ctx context.Context, other *Ledger) error {
	b, err := l.locked(ctx, true)
	if err != nil {
		return err
	}
	from := url.Values{"mode": {"ro"}}
	if other.still {
		from.Set("immutable", "1")
	}
	err = errors.Join(b.w.exec(`COMMIT`), b.w.exec(`ATTACH ? AS other`, dsn(other.path, from)), b.w.exec(`BEGIN IMMEDIATE`)) // ATTACH wants no transaction
	if err == nil {
		err = take(b.w)
	}
	if err == nil {
		err = b.w.exec(`COMMIT`)
	} else {
		err = errors.Join(err, b.rollback())
	}
	err = errors.Join(err, b.w.exec(`DETACH other`))
	b.end()
	return wrap(l.path, err)
}

// take copies all rows of the ledger attached as other.
func take(w *writer) error {
	for _, t := range recorded {
		query := `INSERT OR IGNORE INTO main.` + t.table + ` SELECT * FROM other.` + t.table
		if upsert := upserts[t.table]; upsert != "" {
			query = `INSERT INTO main.` + t.table + ` SELECT * FROM other.` + t.table + ` WHERE true` + upsert
		}
		if err := w.exec(query); err != nil {
			return fmt.Errorf("merge %s: %w", t.table, err)
		}
	}
	return nil
}
