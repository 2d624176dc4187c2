package ledger

import "context"

// Index brings the full-text index up to date. Claims does it by itself where text is asked for.
func (l *Ledger) Index(ctx context.Context) error {
	var missing bool
	err := l.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM revision WHERE rev NOT IN (SELECT rev FROM indexed))`).Scan(&missing)
	if err != nil || !missing {
		return wrap(l.path, err)
	}
	return l.strictly(ctx, func(b *Batch) error {
		err := b.w.exec(`INSERT INTO claim_text (text, rev, article, claim) SELECT text, rev, article, claim FROM claim
			WHERE rev NOT IN (SELECT rev FROM indexed) ORDER BY rev, article, claim`)
		if err == nil {
			err = b.w.exec(`INSERT INTO indexed SELECT rev FROM revision WHERE true ON CONFLICT DO NOTHING`)
		}
		return wrap(l.path, err)
	})
}
