package ledger

import (
	"context"
	"database/sql"
	"errors"
)

// reading runs f over one state of the ledger, whatever others record meanwhile. It holds up no writer: a transaction of
// database/sql would take the pen, since those of this ledger begin for writing.
func (l *Ledger) reading(ctx context.Context, f func(conn *sql.Conn) error) (err error) {
	conn, err := l.db.Conn(ctx)
	if err != nil {
		return wrap(l.path, err)
	}
	defer func() { err = wrap(l.path, errors.Join(err, conn.Close())) }()
	if _, err := conn.ExecContext(ctx, `BEGIN`); err != nil {
		return err
	}
	err = f(conn)
	_, end := conn.ExecContext(background, `ROLLBACK`)
	return errors.Join(err, end)
}
