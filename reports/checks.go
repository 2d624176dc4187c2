package reports

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"example.org/verify/score"
)

// Check is one run of the gate: what its report is told, and what it comes to. It is filled while the documents are written, so that
// a format reads the second half only after the last document.
type Check struct {
	Options
	Version  string         // of this program
	FailOn   score.Severity // what breaks the policy of the document at hand
	Exit     func() int     // the exit code, once all documents are through
	Baseline *Baseline      // what it knows, nil without one

	Failures []Failure // files that could not be read, in the order in which they were named
	Broken   int       // findings that break the policy
	totals   totals
}

// Failure is a file that could not be read, and why.
type Failure struct {
	Name string
	Err  error
}

// Baseline counts the findings that a baseline knows of the documents that were read.
type Baseline struct {
	Remain int `json:"remain"` // found again, and not held against the document
	Gone   int `json:"gone"`
}

// Who silences a finding where no person has given a name.
const (
	ByComment  = "a comment in the document"
	ByBaseline = "the baseline"
)

// known reports whether a finding was there when the desk began. Such a finding is counted and, but for JSON, not shown.
func known(f *score.Finding) bool { return f.Silenced != nil && f.Silenced.By == ByBaseline }

// breaks reports whether a finding breaks the policy.
func (c *Check) breaks(f *score.Finding) bool {
	return f.Silenced == nil && f.Severity >= c.FailOn
}

func (c *Check) add(a *score.Analysis) {
	c.totals.documents++
	for i := range a.Findings {
		f := &a.Findings[i]
		if known(f) {
			continue
		}
		c.totals.finding(f)
		if c.breaks(f) {
			c.Broken++
		}
	}
}

// shown yields the findings of a document that a report shows, silenced ones among them.
func shown(a *score.Analysis) iter.Seq[*score.Finding] {
	return func(yield func(*score.Finding) bool) {
		for i := range a.Findings {
			if f := &a.Findings[i]; !known(f) && !yield(f) {
				return
			}
		}
	}
}

// Summary is what was found in one line, with what is silenced and what the baseline knows.
func (c *Check) Summary() string {
	line := count(c.totals.documents, "document") + ": " + c.totals.found()
	if c.totals.silenced > 0 {
		line += fmt.Sprintf(" (%d silenced)", c.totals.silenced)
	}
	if c.Baseline != nil {
		line += fmt.Sprintf("; of the old ones %d remain, %d are gone", c.Baseline.Remain, c.Baseline.Gone)
	}
	return line
}

// Quiet reports whether the summary has nothing to say that a report for programs does not.
func (c *Check) Quiet() bool { return c.totals.silenced == 0 && c.Baseline == nil }

// CheckFormat is one way of writing what a check found.
type CheckFormat struct {
	Name string
	Doc  string // one line for the help
	// write writes the documents in the order in which they come and keeps none of them. It stops at the first error.
	write func(w io.Writer, docs iter.Seq[*score.Analysis], c *Check) error
}

// CheckFormats is the one table of the formats of a check, in the order of the help; the first is the default.
var CheckFormats = []CheckFormat{
	{"text", "for people, and for editors that jump to FILE:LINE:COLUMN", writeCheckText},
	{"json", "one object a document, one a line: the contract of claims", writeCheckJSON},
	{"sarif", "SARIF 2.1.0, for code scanning", writeSARIF},
	{"junit", "JUnit's XML: a suite a document, a case a finding", writeJUnit},
	{"rdjson", "the Reviewdog Diagnostic Format", writeRDJSON},
	{"github", "annotations of a GitHub workflow", writeGitHub},
	{"checkstyle", "Checkstyle's XML", writeCheckstyle},
}

// CheckNames lists the names of the formats of a check.
func CheckNames() []string {
	names := make([]string, len(CheckFormats))
	for i, f := range CheckFormats {
		names[i] = f.Name
	}
	return names
}

// KnownCheck reports whether there is such a format of a check, with the cure where there is not.
func KnownCheck(format string) error {
	_, err := findCheck(format)
	return err
}

func findCheck(format string) (*CheckFormat, error) {
	for i := range CheckFormats {
		if CheckFormats[i].Name == format {
			return &CheckFormats[i], nil
		}
	}
	return nil, fmt.Errorf("check has no format %q; there are %s", format, strings.Join(CheckNames(), ", "))
}

// WriteCheck writes what a check found, one document after the other as docs gives them, and counts it in c.
func WriteCheck(w io.Writer, format string, docs iter.Seq[*score.Analysis], c *Check) error {
	f, err := findCheck(format)
	if err != nil {
		return err
	}
	if c.Width <= 0 {
		c.Width = 80
	}
	return f.write(w, c.counting(docs), c)
}

func (c *Check) counting(docs iter.Seq[*score.Analysis]) iter.Seq[*score.Analysis] {
	return func(yield func(*score.Analysis) bool) {
		for a := range docs {
			c.add(a)
			if !yield(a) {
				return
			}
		}
	}
}

func writeCheckJSON(w io.Writer, docs iter.Seq[*score.Analysis], c *Check) error {
	return writeJSON(w, docs, c.Options)
}
