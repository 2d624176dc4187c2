package ledger

import (
	"context"
	"fmt"
)

// Documents lists the keys of all documents, ascending.
func (l *Ledger) Documents(ctx context.Context) ([]string, error) {
	return l.column(ctx, `SELECT doc FROM document ORDER BY doc`)
}

// OutletRow is what the current revisions say about one source.
type OutletRow struct {
	ID, Name, Country   string
	Citations, Of       int // counted citations, of all counted ones of the ledger
	Articles, Documents int
	First, Last         string // days of its earliest and latest cited piece, "" if none is known to the day
	Letters             string // the letters that the desk gave it then, "A" or "A,B"; "" for none
}

// Outlets lists every source that is counted anywhere, most cited first, then by id.
func (l *Ledger) Outlets(ctx context.Context) ([]OutletRow, error) {
	rows, err := l.db.QueryContext(ctx, `SELECT id, name, coalesce(country, ''), citations, sum(citations) OVER (), articles, documents,
		coalesce(first, ''), coalesce(last, ''), coalesce(letters, '') FROM outlet_record ORDER BY citations DESC, id`)
	if err != nil {
		return nil, wrap(l.path, err)
	}
	defer rows.Close()
	var all []OutletRow
	for rows.Next() {
		var r OutletRow
		if err := rows.Scan(&r.ID, &r.Name, &r.Country, &r.Citations, &r.Of, &r.Articles, &r.Documents, &r.First, &r.Last, &r.Letters); err != nil {
			return nil, wrap(l.path, err)
		}
		all = append(all, r)
	}
	return all, wrap(l.path, rows.Err())
}

// column is a query's one column of text.
func (l *Ledger) column(ctx context.Context, query string, args ...any) ([]string, error) {
	rows, err := l.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, wrap(l.path, err)
	}
	var all []string
	err = scan(rows, func(_ []string, values []any) error {
		all = append(all, fmt.Sprint(values[0]))
		return nil
	})
	return all, wrap(l.path, err)
}
