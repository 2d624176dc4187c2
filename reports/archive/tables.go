package archive

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// tableColumns are the columns of each table, with what they mean. Columns are added at the end, never renamed or moved.
var tableColumns = []struct {
	table, about string
	columns      [][2]string
}{
	{"documents", "one line for each document, by name", [][2]string{
		{"document", "the file"}, {"title", "from the catalogue, else that of its first article"}, {"section", "from the catalogue"}, {"authors", "from the catalogue"},
		{"published", "date of publication, as far as it is known"}, {"articles", "pieces in the document"}, {"claims", "claims in it"},
		{"checkworthy", "claims that state something checkable"}, {"sourced", "of them those for which something is given"},
		{"one_origin", "of them those that rest on a single origin"}, {"corroboration", "origins that stand, over the checkworthy claims"},
		{"citations", "counted citations: role source, and somebody is named"}, {"outlets", "different sources among them"},
		{"state_controlled", "citations of outlets where a state decides what is printed"},
		{"errors", "open findings"}, {"warnings", "open findings"}, {"suggestions", "open findings"}, {"silenced", "findings that are silenced or signed off"},
		{"since_last", "new or changed since the last audit, else empty"}, {"revision", "key of the revision in the ledger; the page is documents/REVISION.html"}}},
	{"claims", "one line for each claim, by document", [][2]string{
		{"document", "the file"}, {"published", "date of the document"}, {"article", "from 1"}, {"claim", "from 1, in the article"}, {"text", "as a reader reads it"},
		{"checkworthy", "yes if it states something checkable"}, {"grave", "yes for deaths, crimes, accusations, quotations"},
		{"sourced", "yes if something is given for it, or for the claim that covers it"}, {"citations", "given for it"}, {"outlets", "different sources among them"},
		{"origins", "sources that no tie joins"}, {"corroboration", "origins that stand"}, {"grade", "empty without ratings"}, {"reliability", "letter, F where nothing is known"},
		{"credibility", "figure"}, {"points", "of 100"}}},
	{"citations", "one line for each citation, by document", [][2]string{
		{"document", "the file"}, {"published", "date of the document"}, {"article", "from 1"}, {"citation", "from 1, in the article"},
		{"kind", "inline, note, link, attribution"}, {"role", "source, via, own"}, {"raw", "as printed"}, {"source", "id"}, {"name", "of the source"}, {"class", "outlet, publisher, person, body, own"},
		{"owner", "id of the owner, as far as it is known"}, {"country", "of the source"}, {"language", "of the source"}, {"control", "who decides what it prints"},
		{"registered", "yes if the registry has it"}, {"date", "of what is cited"}, {"url", "as printed"}, {"standing", "yes if it counts for its claim"}, {"why", "why it does not"},
		{"claims", "how many it is given for"}}},
	{"outlets", "one line for each source, most cited first", [][2]string{
		{"source", "id"}, {"name", "of the source"}, {"class", "outlet, publisher, person, body, own"}, {"owner", "id of the owner"}, {"country", "of the source"}, {"control", "who decides what it prints"},
		{"registered", "yes if the registry has it"}, {"citations", "counted ones"}, {"share", "of all counted citations, from 0 to 1"}, {"documents", "that cite it"},
		{"first", "day of the earliest piece that is cited"}, {"last", "day of the latest"}, {"first_year", "of the documents that cite it"}, {"last_year", "of the documents that cite it"},
		{"printed", "the ways in which its name is written, most frequent first"},
		{"alone", "checkable claims that rest on it and on no other origin"}}},
	{"findings", "one line for each finding, by document", [][2]string{
		{"document", "the file"}, {"published", "date of the document"}, {"rule", "verify explain RULE tells more"}, {"severity", "error, warning, suggestion"}, {"open", "no if it is silenced or signed off"},
		{"article", "from 1, 0 for none"}, {"claim", "from 1, 0 for none"}, {"citation", "from 1, 0 for none"}, {"note", "from 1, 0 for none"}, {"start", "byte of the text"},
		{"message", "what is wrong"}, {"suggestion", "how it might be mended"}, {"guess", "yes if it rests on a guess"}, {"reason", "why it is silenced, or who signed it off"}, {"fingerprint", "the same in every revision"}}},
}

// TableNames are the names of the tables, in the order in which NewTables wants them.
func TableNames() []string {
	var names []string
	for _, t := range tableColumns {
		names = append(names, t.table)
	}
	return names
}

// Tables write an audit's rows for spreadsheets: CSV, with a guard before what a spreadsheet would run as a formula, and the same as JSON lines. A nil Tables
// writes nothing.
type Tables struct {
	csv, json []io.Writer // parallel to tableColumns, nil for none
	blank     []rows
}

// NewTables begins the tables, one on each writer, in the order of TableNames; csv or lines may be nil, for none of that form.
func NewTables(csv, lines []io.Writer) (*Tables, error) {
	t := &Tables{csv: csv, json: lines}
	for i := range tableColumns {
		r := rows{forms: forms{csv != nil, lines != nil}}
		var head []any
		for _, c := range tableColumns[i].columns {
			head = append(head, c[0])
			r.names = append(r.names, strconv.Quote(c[0])+":")
		}
		t.blank = append(t.blank, r)
		h := rows{forms: forms{csv: csv != nil}}
		h.add(head...)
		if err := t.write(i, &h); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// The tables, as indices into tableColumns.
const (
	documentTable = iota
	claimTable
	citationTable
	outletTable
	findingTable
	tableCount
)

// empty is no row of each table; those of a nil Tables stay empty.
func (t *Tables) empty() []rows {
	if t == nil {
		return make([]rows, tableCount)
	}
	return slices.Clone(t.blank)
}

// write writes rows of a table.
func (t *Tables) write(table int, r *rows) error {
	if len(r.csv) > 0 {
		if _, err := t.csv[table].Write(r.csv); err != nil {
			return err
		}
	}
	if len(r.json) > 0 {
		if _, err := t.json[table].Write(r.json); err != nil {
			return err
		}
	}
	return nil
}

// End writes the outlets.
func (t *Tables) End(f *Figures) error {
	r := t.empty()[outletTable]
	for _, o := range f.Outlets {
		share := float64(o.Citations*10000/max(1, f.All.Citations)) / 10000
		r.add(o.ID, o.Name, o.Class, o.Owner, o.Country, o.Control, o.Registered, o.Citations, share, o.Documents, o.First, o.Last, o.FirstYear, o.LastYear, o.Ways(), o.Alone)
	}
	return t.write(outletTable, &r)
}

// Dictionary explains the files of an audit.
func Dictionary() string {
	var b strings.Builder
	b.WriteString(`What lies in this folder

index.html    the dashboard: begin here
documents/    the report of each document
findings/     the findings of each rule
origins/      the claims that rest on one source alone
search/       a search over all claims, and all of them page by page, unless --no-search was given
manifest.csv  what the last manifest said of the documents, if there was one; later audits go by it
ledger.db     the record, unless another was named: an SQLite file; verify ledger sql --tables describes it
*.csv         tables for spreadsheets, explained below
*.jsonl       the same as JSON lines, for programs: one object a row, its keys the names of the columns

To search all claims: search/index.html, or verify ledger claims --text WORDS --ledger ledger.db

The tables are UTF-8 with a head line. A cell that a spreadsheet would run as a formula begins with an apostrophe. Empty is not known. JSON lines have
true and false for yes and no, lists for what is parted by semicolons, and texts as they are, without apostrophe.
The documents are rated by how they are sourced, not by whether they are right.
`)
	for _, t := range tableColumns {
		fmt.Fprintf(&b, "\n%s.csv, %[1]s.jsonl: %[2]s\n\n", t.table, t.about)
		for _, c := range t.columns {
			fmt.Fprintf(&b, "  %-17s %s\n", c[0], c[1])
		}
	}
	return b.String()
}
