package ledger

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// migrations holds NNN_name.sql; the number is the version that it leads to. What was released is never changed.
//
//go:embed migrations/*.sql
var migrations embed.FS

// Version is the version of the schema that this package writes: the number of migrations.
func Version() int { return len(steps()) }

// steps lists the names of the migrations in order.
func steps() []string {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		panic(err) // the pattern is constant
	}
	slices.Sort(names)
	return names
}

// migrate brings the file to this version, in one transaction, with a copy of an older one beside it.
func (l *Ledger) migrate(ctx context.Context) error {
	have, err := version(ctx, l.db)
	if err != nil {
		return err
	}
	switch want := Version(); {
	case have == want:
		return nil
	case l.only && have == 0:
		return fmt.Errorf("%w: it is empty", ErrNotLedger)
	case l.only:
		return fmt.Errorf("%w: its schema is version %d, this one reads %d; verify ledger check brings it up to date", ErrOlder, have, want)
	}
	conn, err := l.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if have > 0 {
		if err := backup(ctx, conn, fmt.Sprintf("%s.v%d.bak", l.path, have)); err != nil {
			return fmt.Errorf("copy it before its schema is changed: %w", err)
		}
	}
	return raise(ctx, conn)
}

// rower is what *sql.DB and *sql.Conn have in common.
type rower interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// version is the file's schema, 0 for an empty file. A file with tables that are not a ledger's, or of a later schema, is refused.
func version(ctx context.Context, q rower) (int, error) {
	var have, id, tables int
	err := q.QueryRowContext(ctx, `SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_user_version, pragma_application_id`).Scan(&have, &id, &tables)
	if err == nil && id != application && (tables > 0 || have > 0) {
		err = fmt.Errorf("%w: an SQLite file of another program", ErrNotLedger)
	}
	if want := Version(); err == nil && have > want {
		err = fmt.Errorf("%w: its schema is version %d, this one knows %d", ErrNewer, have, want)
	}
	return have, err
}

// raise runs the migrations that are missing. It asks for the version again inside the transaction: another process may have
// been faster.
func raise(ctx context.Context, conn *sql.Conn) (err error) {
	if _, err = conn.ExecContext(ctx, `BEGIN IMMEDIATE`); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_, undo := conn.ExecContext(context.WithoutCancel(ctx), `ROLLBACK`)
			err = errors.Join(err, undone(undo))
		}
	}()
	have, err := version(ctx, conn)
	if err != nil {
		return err
	}
	for n, name := range steps() {
		if n < have {
			continue
		}
		script, err := migrations.ReadFile(name)
		if err != nil {
			return err
		}
		if _, err := conn.ExecContext(ctx, string(script)); err != nil {
			return fmt.Errorf("%s: %w", strings.TrimPrefix(name, "migrations/"), err)
		}
	}
	stamp := fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT`, application, Version())
	_, err = conn.ExecContext(ctx, stamp)
	return err
}

// backup copies the database into a file. A copy that is there already is kept: it is the older.
func backup(ctx context.Context, conn *sql.Conn, to string) error {
	if _, err := os.Stat(to); err == nil {
		return nil
	}
	part := to + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if f, err := os.OpenFile(part, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600); err != nil {
		return err
	} else if err := f.Close(); err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, `VACUUM INTO ?`, part); err != nil {
		return err
	}
	return os.Rename(part, to)
}
