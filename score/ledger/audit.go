package ledger

import (
	"context"
	"fmt"
	"time"

	"example.org/verify/fetch"
)

// Current is the current revision of a document.
type Current struct {
	Doc, Path   string // Path is "" for standard input
	Rev         string
	SHA256      string // of the file
	Settings    string // sha256 over everything else that can change a result, evidence aside
	Published   string // EDTF, "" if nothing is known
	Publication string
	Recorded    string // UTC, when it last became the current one
	Before      string // the revision that was current before, "" for none
}

// currents is the current revision of every document, with the one before it.
const currents = `SELECT l.doc, coalesce(d.path, ''), l.rev, l.sha256, l.settings, coalesce(l.published, ''), coalesce(l.publication, ''), l.recorded,
	coalesce((SELECT b.rev FROM revision b WHERE b.doc = l.doc AND b.rev <> l.rev ORDER BY b.recorded DESC, b.rev DESC LIMIT 1), '')
	FROM latest l JOIN document d ON d.doc = l.doc ORDER BY l.doc`

// Current gives the current revision of each document, by the document's key.
func (l *Ledger) Current(ctx context.Context) (map[string]Current, error) {
	rows, err := l.db.QueryContext(ctx, currents)
	if err != nil {
		return nil, wrap(l.path, err)
	}
	defer rows.Close()
	all := map[string]Current{}
	for rows.Next() {
		var c Current
		if err := rows.Scan(&c.Doc, &c.Path, &c.Rev, &c.SHA256, &c.Settings, &c.Published, &c.Publication, &c.Recorded, &c.Before); err != nil {
			return nil, wrap(l.path, err)
		}
		all[c.Doc] = c
	}
	return all, wrap(l.path, rows.Err())
}

// soughts is how many citations of each current revision were looked up.
const soughts = `SELECT l.rev, count(*) FROM latest l JOIN citation c USING (rev) WHERE c.sought = 1 GROUP BY l.rev`

// Sought gives how many citations of each current revision were looked up, by the revision; those of which none was are left out.
func (l *Ledger) Sought(ctx context.Context) (map[string]int, error) {
	rows, err := l.db.QueryContext(ctx, soughts)
	if err != nil {
		return nil, wrap(l.path, err)
	}
	defer rows.Close()
	all := map[string]int{}
	for rows.Next() {
		var rev string
		var n int
		if err := rows.Scan(&rev, &n); err != nil {
			return nil, wrap(l.path, err)
		}
		all[rev] = n
	}
	return all, wrap(l.path, rows.Err())
}

// unreachables are the attempts of each observation of a current revision whose page could not be reached.
const unreachables = `SELECT l.rev, b.id, t.url, coalesce(t.at, ''), coalesce(t.status, 0), t.outcome
	FROM latest l JOIN used u USING (rev) JOIN observation b ON b.id = u.observation JOIN attempt t ON t.observation = b.id
	WHERE b.verdict = 'unreachable' ORDER BY l.rev, b.id, t.nth`

// Unreachable gives, by the current revision, what was met where a page that it cites could not be reached: for each observation its attempts, those of earlier runs
// first. Revisions without such pages are left out.
func (l *Ledger) Unreachable(ctx context.Context) (map[string][][]fetch.Attempt, error) {
	rows, err := l.db.QueryContext(ctx, unreachables)
	if err != nil {
		return nil, wrap(l.path, err)
	}
	defer rows.Close()
	all := map[string][][]fetch.Attempt{}
	last := ""
	for rows.Next() {
		var rev, id, at string
		var t fetch.Attempt
		if err := rows.Scan(&rev, &id, &t.URL, &at, &t.Status, &t.Outcome); err != nil {
			return nil, wrap(l.path, err)
		}
		if at != "" {
			if t.At, err = time.Parse(time.RFC3339, at); err != nil {
				return nil, wrap(l.path, fmt.Errorf("%w: attempt: %w", ErrDamaged, err))
			}
		}
		if key := rev + id; key != last {
			last = key
			all[rev] = append(all[rev], nil)
		}
		met := all[rev]
		met[len(met)-1] = append(met[len(met)-1], t)
	}
	return all, wrap(l.path, rows.Err())
}
