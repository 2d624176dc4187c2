package reports

import "strings"

// table is a table for a terminal. A cell is a list of lines: all but the last column are padded, none is cut.
type table struct {
	widths []int
	gap    string
}

// row is one row as lines of text, blanks at their ends taken off.
func (t *table) row(cells ...[]string) []string {
	height := 0
	for _, c := range cells {
		height = max(height, len(c))
	}
	lines := make([]string, height)
	for y := range lines {
		var b strings.Builder
		for x, c := range cells {
			line := ""
			if y < len(c) {
				line = c[y]
			}
			if x == len(cells)-1 {
				b.WriteString(line)
				break
			}
			b.WriteString(pad(line, t.widths[x]) + t.gap)
		}
		lines[y] = strings.TrimRight(b.String(), " ")
	}
	return lines
}
