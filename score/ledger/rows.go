package ledger

import (
	"database/sql/driver"
	"strings"
	"sync"
)

// wide is how many rows one statement puts.
const wide = 16

// size is a table and how many rows a statement puts into it.
type size struct {
	table string
	rows  int
}

// part is what one statement puts.
type part struct {
	size
	from, to int    // of its values in rows.values
	source   string // key of the one row of the table source
}

// rows are rows on their way into the tables, in the order of putting, as the driver takes them. They are made without the ledger.
type rows struct {
	parts  []part
	values []driver.NamedValue // those that are NULL left out

	// of the part that is open
	size
	from  int
	keyed bool // the first column is a revision, which the rows of a part share
	width int  // values a row, the shared one aside
	rev   any
}

// room is memory that rows are gathered in.
var room = sync.Pool{New: func() any { return new(rows) }}

func newRows() *rows { return room.Get().(*rows) }

// free gives the memory back; the rows are gone.
func (r *rows) free() {
	clear(r.values) // which hold on to the document
	clear(r.parts)
	*r = rows{parts: r.parts[:0], values: r.values[:0]}
	room.Put(r)
}

// into says which table the next rows are of.
func (r *rows) into(table string) {
	r.end()
	r.table, r.keyed, r.width = table, isKeyed(table), 1+strings.Count(columns[table], ",")
	if r.keyed {
		r.width--
	}
}

// add takes one row, in the order of columns. Its values are of the types string, int, float64 and []byte, or nil.
func (r *rows) add(values ...any) {
	at := 1 + r.rows*r.width
	if r.keyed {
		if r.rows == 0 || values[0] != r.rev {
			r.share(values[0])
			at = 1
		}
		values = values[1:]
		at++
	}
	for i, v := range values {
		switch v := v.(type) {
		case nil: // a place without a value is NULL
		case int:
			r.values = append(r.values, driver.NamedValue{Ordinal: at + i, Value: int64(v)})
		default:
			r.values = append(r.values, driver.NamedValue{Ordinal: at + i, Value: v})
		}
	}
	if r.rows++; r.rows == wide {
		r.end()
	}
}

// share begins a part with the rows of a revision.
func (r *rows) share(rev any) {
	r.end()
	r.rev = rev
	r.values = append(r.values, driver.NamedValue{Ordinal: 1, Value: rev})
}

// only says that the part that is open is the one row of a source: it is left out where that was put before.
func (r *rows) only(source string) {
	r.end()
	r.parts[len(r.parts)-1].source = source
}

// end ends the part that is open.
func (r *rows) end() {
	if r.rows > 0 {
		r.parts = append(r.parts, part{size: r.size, from: r.from, to: len(r.values)})
	}
	r.rows, r.from = 0, len(r.values)
}
