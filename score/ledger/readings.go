package ledger

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
)

// Reading asks one state of a ledger about one revision after the other, whatever others record meanwhile. It serves one goroutine; several may be open
// at a time.
type Reading struct {
	conn  *sql.Conn
	ready map[string]driver.Stmt   // by query
	cells []driver.Value           // of the row at hand
	known map[string]*CitationFact // what the sources that were met, by their key, say of a citation
}

// Read runs f over one state of the ledger.
func (l *Ledger) Read(ctx context.Context, f func(*Reading) error) error {
	return l.reading(ctx, func(conn *sql.Conn) error {
		r := &Reading{conn: conn, ready: map[string]driver.Stmt{}, known: map[string]*CitationFact{}}
		err := f(r)
		return errors.Join(err, conn.Raw(func(any) (err error) {
			for _, s := range r.ready {
				err = errors.Join(err, s.Close())
			}
			return err
		}))
	})
}

// each calls row for each row of a query about a revision, with its cells in fields: pointers to a string, an int or a bool. NULL is the zero value. It asks
// the driver itself: database/sql takes as long to hand a cell over as SQLite to read it.
func each(r *Reading, query, rev string, row func() error, fields ...any) error {
	err := r.conn.Raw(func(c any) error {
		s, err := r.statement(c.(driver.Conn), query)
		if err != nil {
			return err
		}
		rows, err := s.(driver.StmtQueryContext).QueryContext(background, []driver.NamedValue{{Ordinal: 1, Value: rev}})
		if err != nil {
			return err
		}
		return errors.Join(r.rows(rows, row, fields), rows.Close())
	})
	if err != nil {
		return fmt.Errorf("revision %s: %w", rev, err)
	}
	return nil
}

// statement prepares a query once.
func (r *Reading) statement(c driver.Conn, query string) (driver.Stmt, error) {
	s := r.ready[query]
	if s == nil {
		var err error
		if s, err = c.Prepare(query); err != nil {
			return nil, err
		}
		r.ready[query] = s
	}
	return s, nil
}

func (r *Reading) rows(rows driver.Rows, row func() error, fields []any) error {
	if len(r.cells) < len(fields) {
		r.cells = make([]driver.Value, len(fields))
	}
	for {
		switch err := rows.Next(r.cells[:len(fields)]); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		for i, f := range fields {
			set(f, r.cells[i])
		}
		if err := row(); err != nil {
			return err
		}
	}
}

// set puts a cell into a field. The columns of the schema are strict, so that a cell is of its field's type, or NULL.
func set(field any, cell driver.Value) {
	n, _ := cell.(int64)
	switch f := field.(type) {
	case *string:
		*f, _ = cell.(string)
	case *int:
		*f = int(n)
	case *bool:
		*f = n != 0
	}
}
