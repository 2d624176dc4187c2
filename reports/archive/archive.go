// Package archive writes what an audit finds out about many documents at once: the dashboard, the pages of single rules, and tables for spreadsheets. All of
// it is counted from the ledger, document after document, so that what is kept grows with the number of documents and outlets, not with their text.
//
// The dashboard is one HTML file that asks the network for nothing and can be opened from a folder. Its long tables lie in it as data, of which two hundred rows
// are shown at a time.
package archive

import (
	"time"

	"example.org/verify/score/ledger"
)

// The names of what an audit writes, below its folder.
const (
	PagesFolder   = "documents" // a page for each document, named by its revision
	OriginsFolder = "origins"   // a page for each of the sources on which most claims rest alone
	RulesFolder   = "findings"  // a page for each rule that found something, named by the rule
	Dashboard     = "index.html"
)

// Document is one document of an audit.
type Document struct {
	Name     string // as people are told of it
	Title    string // from the catalogue; "" takes that of its first article
	Section  string // "" if it is not known
	Authors  string
	Revision ledger.Current
	Page     bool   // whether its page was written
	Change   string // new, changed, or "" since the last audit
}

// Failure is a file or a folder that could not be read.
type Failure struct{ Name, Reason string }

// Duplicate is a file whose content another one has, which is the one that was read.
type Duplicate struct{ Name, Of string }

// Audit is what an audit has done.
type Audit struct {
	Documents  []Document // by name
	Failures   []Failure
	Duplicates []Duplicate
	Tables     []string  // the endings of the tables that are written, as .csv
	First      bool      // nothing was recorded before: there is nothing to compare with
	Gone       int       // documents of the ledger that are not among these
	Now        time.Time // of the audit
	Version    string    // of the program
}
