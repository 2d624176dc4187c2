package ledger

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
)

// ExportJSONL writes every row of every table of what was recorded, one JSON object a line with the table's name first, ordered by
// table and key. Equal contents give equal bytes: the time of recording is left out, as are indexes for searching.
func (l *Ledger) ExportJSONL(ctx context.Context, w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, t := range recorded {
		if err := l.exportTable(ctx, out, t.table, t.key); err != nil {
			return wrap(l.path, fmt.Errorf("export %s: %w", t.table, err))
		}
	}
	return out.Flush()
}

func (l *Ledger) exportTable(ctx context.Context, out *bufio.Writer, table, key string) error {
	rows, err := l.db.QueryContext(ctx, `SELECT * FROM `+table+` ORDER BY `+key)
	if err != nil {
		return err
	}
	return scan(rows, func(columns []string, values []any) error {
		fmt.Fprintf(out, `{"table":%q`, table)
		for i, column := range columns {
			if column == "recorded" {
				continue
			}
			value, err := json.Marshal(values[i])
			if err != nil {
				return err
			}
			fmt.Fprintf(out, `,%q:%s`, column, value)
		}
		_, err := out.WriteString("}\n")
		return err
	})
}

// SourceColumns are the columns of ExportSources.
var SourceColumns = []string{"doc", "publication", "published", "article", "claim", "text", "checkworthy", "grade", "reliability", "credibility", "points",
	"origins", "corroboration", "citation", "role", "source", "name", "class", "country", "language", "owner", "date", "origin", "standing", "read", "differs"}

// flat is one line for each source of each claim of the current revisions, and one for a claim without any, in the order of SourceColumns.
const flat = `SELECT l.doc, l.publication, l.published, c.article, c.claim, c.text, c.checkworthy, s.grade, s.reliability, s.credibility, s.points,
	n.origins, n.corroboration, k.citation, k.role, k.id, k.name, k.class, k.country, k.language, k.owner, k.date, k.origin, k.standing, k.read, k.differs
	FROM latest l JOIN claim c ON c.rev = l.rev
	LEFT JOIN score s ON s.rev = c.rev AND s.article = c.article AND s.claim = c.claim
	LEFT JOIN corroboration n ON n.rev = c.rev AND n.article = c.article AND n.claim = c.claim
	LEFT JOIN claim_source k ON k.rev = c.rev AND k.article = c.article AND k.claim = c.claim
	ORDER BY l.doc, c.article, c.claim, k.citation`

// ExportSources calls row for each source of each claim, and for each claim without any, over the current revision of each document, in
// document order. values are in the order of SourceColumns and are used again for the next row.
func (l *Ledger) ExportSources(ctx context.Context, row func(values ...any) error) error {
	rows, err := l.db.QueryContext(ctx, flat)
	if err != nil {
		return wrap(l.path, err)
	}
	return wrap(l.path, scan(rows, func(_ []string, values []any) error { return row(values...) }))
}

// scan calls row for each row and closes rows. values is used again for the next row.
func scan(rows *sql.Rows, row func(columns []string, values []any) error) error {
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	values := make([]any, len(columns))
	into := make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if err := row(columns, values); err != nil {
			return err
		}
	}
	return rows.Err()
}
