// Package reports writes analyses for people and for programs. A report format is one file here and one line in Formats; each
// declares for itself what it prints, so that a name inside can change without breaking those who read it.
//
// Write writes analyses in one of Formats, WriteCheck the findings in one of CheckFormats; both take them as they come and keep none. Listing writes rows of any kind, the
// Explain functions how a figure came about, WriteQueries and WriteComments the questions to an author. The pages are in reports/html and reports/archive. What a document
// says reaches a terminal through Visible alone. Functions may run at once on outputs of their own.
package reports

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"example.org/verify/reports/html"
	"example.org/verify/score"
)

// Options are how a report is laid out; they never change what it says.
type Options struct {
	Width int  // columns of a terminal, 0 for 80
	Color bool // whether escape sequences may be written

	Fetched bool // cited pages were looked up: tables have columns for what was found

	HTML html.Options // what the head of a page tells about the check
}

// Format is one way of writing analyses.
type Format struct {
	Name string
	Doc  string // one line for the help
	// write writes the documents in the order in which they come and keeps none of them. It stops at the first error.
	write func(w io.Writer, docs iter.Seq[*score.Analysis], o Options) error
}

// Formats is the one table of report formats, in the order of the help; the first is the default.
var Formats = []Format{
	{"text", "for people: claims, sources, findings", writeText},
	{"json", "one object a document, one a line: the public contract", writeJSON},
	{"jsonl", "another name for json", writeJSON},
	{"csv", "one row a citation", writeCSV},
	{"markdown", "claims and findings as tables", writeMarkdown},
	{"html", "one page that needs no network: the reliability report", writeHTML},
}

// Names lists the names of the formats.
func Names() []string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = f.Name
	}
	return names
}

// Known reports whether there is such a format, with the cure where there is not.
func Known(format string) error {
	_, err := find(format)
	return err
}

func find(format string) (*Format, error) {
	for i := range Formats {
		if Formats[i].Name == format {
			return &Formats[i], nil
		}
	}
	return nil, fmt.Errorf("no report format %q; there are %s", format, strings.Join(Names(), ", "))
}

// Write writes documents in a format, one after the other as docs gives them, so that a long run needs no more memory than its
// largest document.
func Write(w io.Writer, format string, docs iter.Seq[*score.Analysis], o Options) error {
	f, err := find(format)
	if err != nil {
		return err
	}
	if o.Width <= 0 {
		o.Width = 80
	}
	return f.write(w, docs, o)
}
