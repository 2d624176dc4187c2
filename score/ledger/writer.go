package ledger

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"example.org/verify/score"
)

// writer is the connection that writes, with its statements. It lives as long as the ledger and serves one Batch at a time.
type writer struct {
	conn *sql.Conn
	into map[string]*sql.Stmt // queries, by purpose
	runs map[string]bareStmt  // what is run without asking, by table and number of rows, or by itself
	keys map[score.Source]string
	seen map[string]bool     // sources recorded in this batch
	args []driver.NamedValue // room for the values of the next rows
}

// columns of the tables that rows are put into, in the order in which the code gives them. Foreign keys want the tables in the
// order of migrations/001_record.sql.
var columns = map[string]string{
	"rating":    "rev, id, letter, whose, said",
	"article":   "rev, article, title, language, published, day",
	"author":    "rev, article, nth, name",
	"source":    "source, id, name, class, owner, country, language, control, state, registry",
	"note":      "rev, article, note, label, kind, title, publisher, date, url, text",
	"claim":     "rev, article, claim, start, stop, text, fp, checkworthy, grave, covered_by, orphans",
	"citation":  "rev, article, citation, kind, role, grp, note, source, raw, date, day, url, agency, start, stop, origin, standing, read, differs, sought, carries, why",
	"support":   "rev, article, claim, citation, origin",
	"score":     "rev, article, claim, grade, reliability, credibility, points, because",
	"finding":   "rev, fp, nth, rule, severity, article, claim, citation, note, start, stop, message, suggestion, guess, silenced",
	"used":      "rev, article, citation, observation",
	"signature": "rev, bands",

	"page":        "page, url, fetched",
	"observation": "id, key, at, resolver, verdict, url, status, page, capture, checks, fp, why, passage, title, day, day_from, captured, agency, correction, language",
	"attempt":     "observation, nth, at, url, status, outcome, earlier",
	"resolved":    "observation, nth, resolver, why",
	"judged":      "rev, article, claim, citation, standing, read, differs, sought, carries, why",
	"near_copy":   "rev, article, citation, other, containment",
}

// wide is how many rows one statement of the tables with most rows puts.
const wide = 16

func newWriter(ctx context.Context, db *sql.DB) (*writer, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return &writer{conn: conn, into: map[string]*sql.Stmt{}, runs: map[string]bareStmt{}, keys: map[score.Source]string{}, seen: map[string]bool{}}, nil
}

func (w *writer) close() error {
	var errs []error
	for _, s := range w.into {
		errs = append(errs, s.Close())
	}
	errs = append(errs, w.conn.Raw(func(any) (err error) {
		for _, s := range w.runs {
			err = errors.Join(err, s.Close())
		}
		return err
	}))
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

// bareStmt is a statement of the driver. database/sql would look at each of its values again, and wants one for each place.
type bareStmt interface {
	driver.Stmt
	driver.StmtExecContext
}

// run runs a statement, which it prepares once, and gives how many rows it changed. A place without a value is NULL.
func (w *writer) run(name string, query func() string, args []driver.NamedValue) (changed int64, err error) {
	err = w.conn.Raw(func(c any) error {
		s := w.runs[name]
		if s == nil {
			made, err := c.(driver.Conn).Prepare(query())
			if err != nil {
				return err
			}
			s = made.(bareStmt) // as go-sqlite3's are
			w.runs[name] = s
		}
		r, err := s.ExecContext(background, args)
		if err == nil {
			changed, err = r.RowsAffected()
		}
		return err
	})
	return changed, err
}

// often runs a statement that every document needs. Its values are strings, or nil.
func (w *writer) often(query string, values ...any) (changed int64, err error) {
	args := make([]driver.NamedValue, len(values))
	for i, v := range values {
		args[i] = driver.NamedValue{Ordinal: i + 1, Value: v}
	}
	return w.run(query, func() string { return query }, args)
}

// exec runs statements without result.
func (w *writer) exec(query string, args ...any) error {
	_, err := w.conn.ExecContext(background, query, args...)
	return err
}

// rows gathers the rows of one table and puts them a statement's worth at a time.
type rows struct {
	w     *writer
	table string
	keyed bool // the first column is a revision, which the rows of a statement share
	width int  // values a row, the shared one aside
	rev   any
	n     int                 // rows that wait
	args  []driver.NamedValue // their values, those that are NULL left out
	err   error
}

func (w *writer) rows(table string) *rows {
	r := &rows{w: w, table: table, keyed: isKeyed(table), width: 1 + strings.Count(columns[table], ","), args: w.args}
	w.args = nil
	if r.keyed {
		r.width--
	}
	return r
}

// add takes one row, in the order of columns. Its values are of the types string, int and []byte, or nil.
func (r *rows) add(values ...any) {
	if r.keyed {
		r.share(values[0])
		values = values[1:]
	}
	at := 1 + r.n*r.width
	if r.keyed {
		at++
	}
	for i, v := range values {
		switch v := v.(type) {
		case nil: // a place without a value is NULL
		case int:
			r.args = append(r.args, driver.NamedValue{Ordinal: at + i, Value: int64(v)})
		default:
			r.args = append(r.args, driver.NamedValue{Ordinal: at + i, Value: v})
		}
	}
	if r.n++; r.n == wide {
		r.put()
	}
}

// share makes rev the revision of the rows that wait.
func (r *rows) share(rev any) {
	if r.n > 0 && rev != r.rev {
		r.put()
	}
	if r.n == 0 {
		r.rev = rev
		r.args = append(r.args, driver.NamedValue{Ordinal: 1, Value: rev})
	}
}

// flush puts what is left and returns the first error. No row may be added after it: the room for values is the next rows'.
func (r *rows) flush() error {
	if r.n > 0 {
		r.put()
	}
	r.w.args, r.args = r.args, nil
	return r.err
}

// put puts the rows that wait.
func (r *rows) put() {
	if r.err == nil {
		if _, err := r.w.run(r.table+strconv.Itoa(r.n), func() string { return insert(r.table, r.n) }, r.args); err != nil {
			r.err = fmt.Errorf("%s: %w", r.table, err)
		}
	}
	clear(r.args) // which hold on to the document
	r.args, r.n = r.args[:0], 0
}
