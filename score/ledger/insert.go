package ledger

import "strings"

// insert is the statement that puts n rows into a table and leaves those that are there.
func insert(table string, n int) string {
	list := columns[table]
	row := "(?" + strings.Repeat(",?", strings.Count(list, ",")) + ")"
	return "INSERT OR IGNORE INTO " + table + " (" + list + ") VALUES " + row + strings.Repeat(","+row, n-1)
}
