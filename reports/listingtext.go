package reports

import (
	"fmt"
	"slices"
	"strings"
)

// listingText is a table for people. The first rows are held back to find the widths; columns that are empty in all of them are left out.
type listingText struct {
	terminal
	columns []Column
	held    [][]any
	began   bool
	shown   []int // columns that are shown, as indices into columns
	spared  []int // columns that the width has no room for, as indices into columns
	widths  []int // parallel to shown; nil where the terminal is too narrow for columns
	group   string
}

// holds is how many rows are held back, and tall how many lines a cell may take.
const (
	holds = 500
	tall  = 6
)

func (t *listingText) row(values []any) error {
	if t.began {
		t.print(values)
		return nil
	}
	t.held = append(t.held, append([]any(nil), values...))
	if len(t.held) == holds {
		t.begin()
	}
	return nil
}

func (t *listingText) end() error {
	if !t.began && len(t.held) > 0 {
		t.begin()
	}
	t.nameSpared()
	return t.w.Flush()
}

// begin finds the widths and prints what was held back.
func (t *listingText) begin() {
	t.began = true
	for x := range t.columns {
		if !t.columns[x].Group && !t.columns[x].Below && t.need(x) > 0 {
			t.shown = append(t.shown, x)
		}
	}
	t.widths = t.fit()
	if t.widths != nil {
		t.header()
	}
	for _, row := range t.held {
		t.print(row)
	}
	t.held = nil
}

// need is the width of the widest value of a column.
func (t *listingText) need(x int) int {
	need := 0
	for _, row := range t.held {
		for _, line := range say(row[x]) {
			need = max(need, columns(Visible(line)))
		}
	}
	return need
}

// What stands between columns, and the width under which none is made.
const (
	gap      = "  "
	narrowly = 6
)

// wholeWords are the longest words that are kept whole, from the best layout to the last: names and ids, short ones, none but days.
var wholeWords = [...]int{24, 10, 0}

// fit gives the columns widths with which they fit, nil if that cannot be: spare columns are left out before a word is cut, and words are cut
// only where there is no other way.
func (t *listingText) fit() []int {
	widths := t.fitWords(wholeWords[0])
	for widths == nil && t.spare() {
		widths = t.fitWords(wholeWords[0])
	}
	for _, whole := range wholeWords[1:] {
		if widths == nil {
			widths = t.fitWords(whole)
		}
	}
	return widths
}

// fitWords gives the columns widths with which they fit and words of up to whole columns stay whole, nil if that cannot be.
func (t *listingText) fitWords(whole int) []int {
	needs, least := make([]int, len(t.shown)), make([]int, len(t.shown))
	for i, x := range t.shown {
		needs[i], least[i] = max(t.need(x), columns(t.head(x))), t.least(x, whole)
	}
	return shrink(needs, least, t.Width)
}

// spare leaves out the column that is missed least; false if every column is wanted.
func (t *listingText) spare() bool {
	least := -1
	for i, x := range t.shown {
		if n := t.columns[x].Spare; n > 0 && (least < 0 || n > t.columns[t.shown[least]].Spare) {
			least = i
		}
	}
	if least < 0 {
		return false
	}
	t.spared = append(t.spared, t.shown[least])
	t.shown = slices.Delete(t.shown, least, least+1)
	return true
}

// nameSpared names the columns that were left out.
func (t *listingText) nameSpared() {
	if len(t.spared) == 0 {
		return
	}
	slices.Sort(t.spared)
	names := make([]string, len(t.spared))
	for i, x := range t.spared {
		names[i] = t.head(x)
	}
	t.lines(dim, "", "", "Left out in a terminal this narrow: "+strings.Join(names, ", ")+"; --format csv has them.")
}

// least is the width that a column needs so that its words of up to whole columns stay whole.
func (t *listingText) least(x, whole int) int {
	least := narrowly
	if whole > 0 {
		least = max(least, columns(t.head(x)))
	}
	for _, row := range t.held {
		for _, line := range say(row[x]) {
			for word := range strings.FieldsSeq(Visible(line)) {
				if isDay(word) {
					least = max(least, len(word))
				} else {
					least = max(least, min(columns(word), whole))
				}
			}
		}
	}
	return least
}

// isDay reports whether a word looks like 2018-05-18.
func isDay(word string) bool { return len(word) == 10 && word[4] == '-' && word[7] == '-' }

// shrink takes columns from the widest until they fit into a width, nil if each is at its least before they do.
func shrink(needs, least []int, width int) []int {
	widths := slices.Clone(needs)
	total := len(gap) * (len(widths) - 1)
	for _, n := range widths {
		total += n
	}
	for ; total > width; total-- {
		widest := -1
		for i, n := range widths {
			if n > least[i] && (widest < 0 || n > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return nil
		}
		widths[widest]--
	}
	return widths
}

func (t *listingText) head(x int) string {
	return Visible(firstOf(t.columns[x].Head, t.columns[x].Name))
}

func (t *listingText) header() {
	cells := make([][]string, len(t.shown))
	total := len(gap) * (len(t.shown) - 1)
	for i, x := range t.shown {
		cells[i] = wrap(t.head(x), t.widths[i])
		total += t.widths[i]
	}
	for _, l := range (&table{widths: t.widths, gap: gap}).row(cells...) {
		t.line(dim, l)
	}
	t.line(dim, strings.Repeat("─", total))
}

// print prints one row under the headline of its group.
func (t *listingText) print(values []any) {
	for x := range t.columns {
		if name := strings.Join(say(values[x]), " "); t.columns[x].Group && name != t.group {
			t.group = name
			t.lines(bold, "", "  ", Visible(name))
		}
	}
	if t.widths == nil {
		t.stack(values)
		return
	}
	cells := make([][]string, len(t.shown))
	for i, x := range t.shown {
		cells[i] = t.cell(values[x], t.widths[i])
	}
	for _, l := range (&table{widths: t.widths, gap: gap}).row(cells...) {
		t.line("", l)
	}
	t.below(values)
}

// below prints the values that stand under a row.
func (t *listingText) below(values []any) {
	for x := range t.columns {
		if !t.columns[x].Below {
			continue
		}
		for _, line := range say(values[x]) {
			if line != "" {
				t.lines("", "  ", "  ", t.head(x)+": "+Visible(line))
			}
		}
	}
}

// cell is a value as the lines of a cell: numbers stand at its right, a list has an indent from each element's second line on.
func (t *listingText) cell(value any, w int) []string {
	if isNumber(value) {
		return []string{fmt.Sprintf("%*s", w, say(value)[0])}
	}
	if list, ok := value.([]string); ok {
		return wrapEach(list, w+1)
	}
	return wrapShort(Visible(say(value)[0]), w, tall)
}

// stack prints a row's values one under the other.
func (t *listingText) stack(values []any) {
	for _, x := range t.shown {
		for _, line := range say(values[x]) {
			if line != "" {
				t.lines("", "", "  ", t.head(x)+": "+Visible(line))
			}
		}
	}
	t.below(values)
	t.line("", "")
}
