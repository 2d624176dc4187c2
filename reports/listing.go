package reports

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// ListingFormats are the formats of a Listing; the first is the default.
var ListingFormats = []string{"text", "json", "csv"}

// Column is a column of a Listing.
type Column struct {
	Name  string // in JSON and in the first line of CSV
	Head  string // over it in the text; "" for Name
	Group bool   // in the text its value stands as a headline over the rows that share it
	Below bool   // in the text its value stands under the row, not in a column
	Spare int    // in the text the column may be left out, and is named under the table, where words would be broken: those of the highest number first; 0 for never
}

// Listing writes rows of like kind: a table that fits the terminal, one JSON object a row, or CSV. Values are strings, numbers, bools, lists of strings,
// blobs or nil for what is unknown. It serves one goroutine.
type Listing struct {
	columns []Column
	rows    rowWriter
	count   int
}

// rowWriter is one format of a Listing.
type rowWriter interface {
	row(values []any) error
	end() error
}

// NewListing begins a listing.
func NewListing(w io.Writer, format string, columns []Column, o Options) (*Listing, error) {
	if o.Width <= 0 {
		o.Width = 80
	}
	l := &Listing{columns: columns}
	b := bufio.NewWriter(w)
	switch format {
	case "text":
		l.rows = &listingText{terminal: terminal{w: b, Options: o}, columns: columns}
	case "json":
		l.rows = &listingJSON{w: b, names: distinct(columns)}
	case "csv":
		c := &listingCSV{b: b, w: csv.NewWriter(b), cells: make([]string, len(columns))}
		l.rows = c
		return l, c.head(columns)
	default:
		return nil, fmt.Errorf("no format %q here; there are %s", format, strings.Join(ListingFormats, ", "))
	}
	return l, nil
}

// Row writes one row; values are parallel to the columns and are not kept.
func (l *Listing) Row(values ...any) error {
	l.count++
	return l.rows.row(values)
}

// Count is how many rows were written.
func (l *Listing) Count() int { return l.count }

// End writes what is left.
func (l *Listing) End() error { return l.rows.end() }

// say writes a value as people read it; a list has a line for each element.
func say(value any) []string {
	switch v := value.(type) {
	case nil:
		return []string{""}
	case string:
		return []string{v}
	case []string:
		return v
	case float64:
		return []string{strconv.FormatFloat(v, 'f', -1, 64)}
	case []byte:
		return []string{hex.EncodeToString(v)}
	case bool:
		if v {
			return []string{"yes"}
		}
		return []string{"no"}
	}
	return []string{fmt.Sprint(value)}
}

func isNumber(value any) bool {
	switch value.(type) {
	case int, int64, float64:
		return true
	}
	return false
}

// listingCSV guards cells that a spreadsheet would run as formulas; numbers are as they are.
type listingCSV struct {
	b     *bufio.Writer
	w     *csv.Writer
	cells []string // used again for each row
}

func (c *listingCSV) head(columns []Column) error {
	names := make([]string, len(columns))
	for i := range columns {
		names[i] = harmless(columns[i].Name)
	}
	return c.w.Write(names)
}

func (c *listingCSV) row(values []any) error {
	for i, v := range values {
		c.cells[i] = strings.Join(say(v), "; ")
		if !isNumber(v) {
			c.cells[i] = harmless(c.cells[i])
		}
	}
	return c.w.Write(c.cells)
}

func (c *listingCSV) end() error {
	c.w.Flush()
	return cmp.Or(c.w.Error(), c.b.Flush())
}

// listingJSON writes one object a line, its keys in the order of the columns.
type listingJSON struct {
	w     *bufio.Writer
	names []string
}

func (j *listingJSON) row(values []any) error {
	for i, v := range values {
		if b, ok := v.([]byte); ok {
			v = hex.EncodeToString(b)
		}
		if list, ok := v.([]string); ok && list == nil {
			v = []string{}
		}
		text, err := plainJSON(v)
		if err != nil {
			return err
		}
		sign := ","
		if i == 0 {
			sign = "{"
		}
		name, _ := plainJSON(j.names[i]) // a string cannot fail
		j.w.WriteString(sign + name + ":" + text)
	}
	_, err := j.w.WriteString("}\n")
	return err
}

func (j *listingJSON) end() error { return j.w.Flush() }

// plainJSON leaves < > & as they are.
func plainJSON(v any) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// distinct are the names of the columns; of several that are equal the later ones are numbered, as an object has each key once.
func distinct(columns []Column) []string {
	names := make([]string, 0, len(columns))
	for i := range columns {
		name := columns[i].Name
		for n := 2; slices.Contains(names, name); n++ {
			name = fmt.Sprintf("%s_%d", columns[i].Name, n)
		}
		names = append(names, name)
	}
	return names
}
