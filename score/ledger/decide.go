package ledger

import (
	"context"
	"crypto/sha256"
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
	return l.alone(ctx, func(b *Batch) error {
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

// Decisions returns the sign-offs on a document's findings, oldest first. Whether one has run out is the reader's to say.
func (l *Ledger) Decisions(ctx context.Context, doc string) ([]Decision, error) {
	rows, err := l.db.QueryContext(ctx, `SELECT fp, verdict, by, reason, at, coalesce(until, '') FROM decision WHERE doc = ? ORDER BY at, id`, doc)
	if err != nil {
		return nil, wrap(l.path, err)
	}
	defer rows.Close()
	var all []Decision
	for rows.Next() {
		d := Decision{Doc: doc}
		var at string
		if err := rows.Scan(&d.Fingerprint, &d.Verdict, &d.By, &d.Reason, &at, &d.Until); err != nil {
			return nil, wrap(l.path, err)
		}
		if d.At, err = time.Parse(time.RFC3339, at); err != nil {
			return nil, wrap(l.path, fmt.Errorf("%w: decision: %w", ErrDamaged, err))
		}
		all = append(all, d)
	}
	return all, wrap(l.path, rows.Err())
}
