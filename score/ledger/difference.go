package ledger

import (
	"context"
	"fmt"
)

// Difference is what changed between two revisions of a document.
type Difference struct {
	Old, New                string   // revisions
	SourcesGone, SourcesNew []string // "Koaci, 2018-05-14", in order of name and day
	ClaimsGone, ClaimsNew   []string // their text, in document order
}

// Diff compares a document's current revision with the one before it. It is ErrUnknown if there are not two.
func (l *Ledger) Diff(ctx context.Context, doc string) (*Difference, error) {
	revs, err := l.column(ctx, `SELECT rev FROM revision WHERE doc = ? ORDER BY recorded DESC, rev DESC LIMIT 2`, doc)
	if err != nil {
		return nil, err
	}
	if len(revs) < 2 {
		return nil, wrap(l.path, fmt.Errorf("%w twice: document %s has %d revision, two are compared", ErrUnknown, doc, len(revs)))
	}
	d := &Difference{New: revs[0], Old: revs[1]}
	const sources = `SELECT DISTINCT name || coalesce(', ' || date, '') FROM article_source WHERE rev = ?1 AND name IS NOT NULL
		EXCEPT SELECT name || coalesce(', ' || date, '') FROM article_source WHERE rev = ?2 AND name IS NOT NULL ORDER BY 1`
	const claims = `SELECT text FROM claim WHERE rev = ?1 AND fp NOT IN (SELECT fp FROM claim WHERE rev = ?2) ORDER BY article, claim`
	for _, q := range []struct {
		to             *[]string
		query, in, not string
	}{
		{&d.SourcesGone, sources, d.Old, d.New}, {&d.SourcesNew, sources, d.New, d.Old},
		{&d.ClaimsGone, claims, d.Old, d.New}, {&d.ClaimsNew, claims, d.New, d.Old},
	} {
		if *q.to, err = l.column(ctx, q.query, q.in, q.not); err != nil {
			return nil, err
		}
	}
	return d, nil
}
