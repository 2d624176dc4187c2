// Package ledger records analyses in one SQLite file and counts in its views, so that anyone with the sqlite3 shell gets the
// figures that a report prints. Schema is the page that explains its tables, for people.
//
// The order of work for a document is Put, Counts, score.Analyse, the rules, PutResults; all of it in one Batch, or each step in a
// transaction of its own. Where documents are many, their readers make a Record of each, and a Batch puts it whole. Keys come from content: to record the same file with the same settings again changes nothing.
//
// A Ledger may be used by several goroutines and a file by several processes: readers do not wait, writers wait for each other.
package ledger

import _ "embed"

// Schema is a page about the tables and views, with example queries, for a person with the sqlite3 shell.
//
//go:embed schema.md
var Schema string
