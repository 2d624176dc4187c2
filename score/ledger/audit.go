package ledger

import "context"

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
