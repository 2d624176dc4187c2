package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// writer is the connection that writes, with its statements. It lives as long as the ledger and serves one Batch at a time.
type writer struct {
	conn *sql.Conn
	into map[string]*sql.Stmt // by table or purpose
	seen map[string]bool      // sources recorded in this batch
}

// columns of the tables that rows are put into, in the order in which the code gives them. Foreign keys want the tables in the
// order of migrations/001_record.sql.
var columns = map[string]string{
	"rating":    "rev, id, letter, whose, said",
	"article":   "rev, article, title, language, published, day",
	"source":    "source, id, name, class, owner, country, language, control, state, registry",
	"note":      "rev, article, note, label, kind, title, publisher, date, url, text",
	"claim":     "rev, article, claim, start, stop, text, fp, checkworthy, grave, covered_by, orphans",
	"citation":  "rev, article, citation, kind, role, grp, note, source, raw, date, day, url, agency, start, stop, origin, standing, read, differs, sought, carries, why",
	"support":   "rev, article, claim, citation, origin",
	"score":     "rev, article, claim, grade, reliability, credibility, points, because",
	"finding":   "rev, fp, nth, rule, severity, article, claim, citation, note, start, stop, message, suggestion, guess, silenced",
	"used":      "rev, article, citation, observation",
	"signature": "rev, bands",
}

// wide is how many rows one statement of the tables with most rows puts.
const wide = 16

func newWriter(ctx context.Context, db *sql.DB) (*writer, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return &writer{conn: conn, into: map[string]*sql.Stmt{}, seen: map[string]bool{}}, nil
}

func (w *writer) close() error {
	var errs []error
	for _, s := range w.into {
		errs = append(errs, s.Close())
	}
	return errors.Join(append(errs, w.conn.Close())...)
}

// statement prepares a statement once.
func (w *writer) statement(name string, query func() string) (*sql.Stmt, error) {
	if s := w.into[name]; s != nil {
		return s, nil
	}
	s, err := w.conn.PrepareContext(background, query())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	w.into[name] = s
	return s, nil
}

// background is the context of single statements: go-sqlite3 starts a goroutine for each one that can be cancelled. A Batch looks
// at its own context between documents.
var background = context.Background()

// exec runs statements without result.
func (w *writer) exec(query string, args ...any) error {
	_, err := w.conn.ExecContext(background, query, args...)
	return err
}

// rows gathers the rows of one table and puts them a statement's worth at a time.
type rows struct {
	w     *writer
	table string
	width int // values a row
	args  []any
	err   error
}

func (w *writer) rows(table string) *rows { return &rows{w: w, table: table} }

// add takes one row, in the order of columns.
func (r *rows) add(values ...any) {
	r.width = len(values)
	r.args = append(r.args, values...)
	if len(r.args) == wide*r.width {
		r.put(r.args, wide)
		r.args = r.args[:0]
	}
}

// flush puts what is left and returns the first error.
func (r *rows) flush() error {
	for ; len(r.args) > 0 && r.err == nil; r.args = r.args[r.width:] {
		r.put(r.args[:r.width], 1)
	}
	return r.err
}

func (r *rows) put(args []any, n int) {
	if r.err != nil {
		return
	}
	s, err := r.w.statement(fmt.Sprint(r.table, n), func() string { return insert(r.table, n) })
	if err == nil {
		_, err = s.ExecContext(background, args...)
	}
	if err != nil {
		r.err = fmt.Errorf("%s: %w", r.table, err)
	}
}
