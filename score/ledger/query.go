package ledger

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/mattn/go-sqlite3"
)

// SQL runs a query of the user's own and calls row for each row; columns and values are row's to keep. It is refused on a ledger that was
// not opened with ReadOnly.
func (l *Ledger) SQL(ctx context.Context, query string, row func(columns []string, values []any) error) error {
	if !l.only {
		return wrap(l.path, errors.New("a query of your own needs a ledger opened for reading"))
	}
	rows, err := l.db.QueryContext(ctx, query)
	if err != nil {
		return queryError(err)
	}
	return queryError(scan(rows, func(columns []string, values []any) error { return row(columns, slices.Clone(values)) }))
}

// queryError says what is wrong with a query; errors that are not SQLite's are left as they are.
func queryError(err error) error {
	var s sqlite3.Error
	switch {
	case !errors.As(err, &s):
		return err
	case s.Code == sqlite3.ErrReadonly || s.Code == sqlite3.ErrAuth:
		return fmt.Errorf("query: %w; verify ledger sql only reads", err)
	case s.Code == sqlite3.ErrInterrupt:
		return err
	}
	return fmt.Errorf("query: %w; verify ledger sql --tables lists the tables", err)
}
