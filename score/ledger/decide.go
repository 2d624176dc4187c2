package ledger

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"time"
)

// Decision is a checker's sign-off on a finding. It survives revisions of the document and is never changed, only followed by
// another.
type Decision struct {
	Doc, Fingerprint string
	Verdict          string // "resolved", "wrong", …
	By, Reason       string // both required
	At               time.Time
	Until            string // ISO day, "" for good
}

// Decide records sign-offs. The documents must be recorded.
func (l *Ledger) Decide(ctx context.Context, decisions ...Decision) error {
	return l.strictly(ctx, func(b *Batch) error {
		for _, d := range decisions {
			if d.Reason == "" || d.By == "" {
				return wrap(l.path, errors.New("a sign-off needs a reason and a name: --reason, --by"))
			}
			sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q %q %q %q %q", d.Doc, d.Fingerprint, d.Verdict, d.By, d.Reason, stamp(d.At), d.Until))
			err := b.w.exec(`INSERT OR IGNORE INTO decision (id, doc, fp, verdict, by, reason, at, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
				hex.EncodeToString(sum[:10]), d.Doc, d.Fingerprint, d.Verdict, d.By, d.Reason, stamp(d.At), null(d.Until))
			if err != nil {
				return wrap(l.path, fmt.Errorf("decision: %w", err))
			}
		}
		return nil
	})
}

// Holds reports whether the sign-off counts at a time: to the end of its last day.
func (d *Decision) Holds(now time.Time) bool {
	return d.Until == "" || d.Until >= now.Format(time.DateOnly)
}

// Decisions returns the sign-offs on a document's findings, oldest first, those that have run out as well; of all documents for "".
func (l *Ledger) Decisions(ctx context.Context, doc string) (all []Decision, err error) {
	err = l.reading(ctx, func(conn *sql.Conn) error {
		all, err = decisions(conn, doc)
		return err
	})
	return all, err
}

func decisions(conn *sql.Conn, doc string) ([]Decision, error) {
	rows, err := conn.QueryContext(background, `SELECT doc, fp, verdict, by, reason, at, coalesce(until, '') FROM decision
		WHERE doc = ?1 OR ?1 = '' ORDER BY at, id`, doc)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []Decision
	for rows.Next() {
		var d Decision
		var at string
		if err := rows.Scan(&d.Doc, &d.Fingerprint, &d.Verdict, &d.By, &d.Reason, &at, &d.Until); err != nil {
			return nil, err
		}
		if d.At, err = time.Parse(time.RFC3339, at); err != nil {
			return nil, fmt.Errorf("%w: decision: %w", ErrDamaged, err)
		}
		all = append(all, d)
	}
	return all, rows.Err()
}
