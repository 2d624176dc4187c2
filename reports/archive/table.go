package archive

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"example.org/verify/reports"
)

// pageRows is how many rows of a table are shown at a time.
const pageRows = 200

// table is a table of a page. Its first rows are printed, so that it reads without a script; all of them lie in the page as data where there are more.
type table struct {
	ID      string
	Columns []column
	rows    [][]cell
	More    string // the file that has all of it, for readers without a script
}

// column is the head of a column.
type column struct {
	Name, Help string
	Number     bool
	Wide       bool // text that may take more than its share
	Ours       bool // text of this program's, from left to right whatever name begins it
}

// cell is what stands in a table. The zero cell is empty.
type cell struct {
	Text  string
	Value float64 // of a number: what it is sorted by
	Href  string
	Copy  bool // lines to be copied
	num   bool
}

// MarshalJSON writes text as a string, a number as [text, value], a link as {"t": text, "h": address}, what is to be copied as {"t": text, "c": true}.
func (c cell) MarshalJSON() ([]byte, error) {
	switch {
	case c.Href != "":
		return json.Marshal(struct {
			T string `json:"t"`
			H string `json:"h"`
		}{c.Text, c.Href})
	case c.Copy:
		return json.Marshal(struct {
			T string `json:"t"`
			C bool   `json:"c"`
		}{c.Text, true})
	case c.num:
		return json.Marshal([2]any{c.Text, c.Value})
	}
	return json.Marshal(c.Text)
}

// words is text of a document, its control characters made visible.
func words(s string) cell { return cell{Text: reports.Visible(s)} }

// toCopy are lines that a reader takes elsewhere; the empty cell for none.
func toCopy(lines string) cell {
	visible := strings.Split(lines, "\n")
	for i := range visible {
		visible[i] = reports.Visible(visible[i])
	}
	return cell{Text: strings.Join(visible, "\n"), Copy: lines != ""}
}

func link(s, href string) cell { return cell{Text: reports.Visible(s), Href: href} }

func count(n int) cell { return cell{Text: thousands(n), Value: float64(n), num: true} }

// part is n of all in per cent; empty, and sorted first, where there is nothing to take a part of.
func part(n, all int) cell {
	if all == 0 {
		return cell{Text: "–", Value: -1, num: true}
	}
	return cell{Text: percent(n, all), Value: float64(n) / float64(all), num: true}
}

// each is n for each of all, with two decimals.
func each(n, all int) cell {
	if all == 0 {
		return cell{Text: "–", Value: -1, num: true}
	}
	v := float64(n) / float64(all)
	return cell{Text: strconv.FormatFloat(v, 'f', 2, 64), Value: v, num: true}
}

// chance is a share in two decimals.
func chance(v float64, ok bool) cell {
	if !ok {
		return cell{Text: "–", Value: -1, num: true}
	}
	return cell{Text: strconv.FormatFloat(v, 'f', 2, 64), Value: v, num: true}
}

// percent is n of all; what is not all of it is never 100 %, what is something never 0 %.
func percent(n, all int) string {
	switch {
	case all == 0:
		return "–"
	case n > 0 && 200*n <= all:
		return "< 1 %"
	case n < all && 200*(all-n) <= all:
		return "> 99 %"
	}
	return fmt.Sprintf("%.0f %%", float64(n)*100/float64(all))
}

// thousands is a number with thin blanks between its thousands.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

func (t *table) add(cells ...cell) { t.rows = append(t.rows, cells) }

// First are the rows that are printed.
func (t *table) First() [][]cell { return t.rows[:min(len(t.rows), pageRows)] }

// Len is how many rows there are.
func (t *table) Len() int { return len(t.rows) }

// Paged reports whether there are more rows than are printed.
func (t *table) Paged() bool { return len(t.rows) > pageRows }

// Rest says what a reader without a script does not see.
func (t *table) Rest() string {
	return fmt.Sprintf("The first %d of %s", pageRows, thousands(len(t.rows)))
}

// data is all rows as JSON for the script; <, > and & are escaped in it.
func (t *table) data() ([]byte, error) { return json.Marshal(t.rows) }
