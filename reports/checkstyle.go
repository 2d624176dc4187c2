package reports

import (
	"encoding/xml"
	"fmt"
	"io"
	"iter"

	"example.org/verify/score"
)

// Checkstyle's XML, as its XMLLogger writes it (checkstyle.org, version 10): columns in characters, from 1.
type (
	checkstyleFile struct {
		XMLName xml.Name          `xml:"file"`
		Name    string            `xml:"name,attr"`
		Errors  []checkstyleError `xml:"error"`
	}
	checkstyleError struct {
		Line     int    `xml:"line,attr"`
		Column   int    `xml:"column,attr,omitempty"`
		Severity string `xml:"severity,attr"`
		Message  string `xml:"message,attr"`
		Source   string `xml:"source,attr"`
	}
)

var checkstyleSeverities = map[score.Severity]string{score.Suggestion: "info", score.Warning: "warning", score.Error: "error"}

// writeCheckstyle writes a file element a document. Checkstyle has no word for what is silenced: it is left out, and counted in a comment.
func writeCheckstyle(w io.Writer, docs iter.Seq[*score.Analysis], c *Check) error {
	x := newXMLReport(w, `<checkstyle version="10.0">`)
	for a := range docs {
		file := &checkstyleFile{Name: a.Document.Text.Name}
		for f := range shown(a) {
			if f.Silenced == nil {
				file.Errors = append(file.Errors, checkstyleError{f.Line, f.Column, checkstyleSeverities[f.Severity], placedMessage(a.Document.Text, f), "verify." + f.Rule})
			}
		}
		x.element(file)
		if x.err != nil {
			return x.err
		}
	}
	for _, f := range c.Failures {
		x.element(&checkstyleFile{Name: f.Name, Errors: []checkstyleError{{1, 0, "error", notRead(&f), "verify.unreadable"}}})
	}
	x.raw(fmt.Sprintf("<!-- %s -->\n", c.Summary()))
	return x.end(`</checkstyle>`)
}
