package reports

import (
	"encoding/xml"
	"fmt"
	"io"
	"iter"

	"example.org/verify/score"
)

// JUnit's XML has no standard; this is the part on which junit-10.xsd of Jenkins' xUnit plugin and the common readers agree.
type (
	junitSuite struct {
		XMLName  xml.Name    `xml:"testsuite"`
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name    string       `xml:"name,attr"`
		Class   string       `xml:"classname,attr"`
		Skipped *junitSkip   `xml:"skipped"`
		Error   *junitResult `xml:"error"`
		Failure *junitResult `xml:"failure"`
		Out     string       `xml:"system-out,omitempty"`
	}
	junitSkip struct {
		Message string `xml:"message,attr"`
	}
	junitResult struct {
		Type    string `xml:"type,attr"`
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// writeJUnit writes a suite a document and a case a finding: one that breaks the policy is a failure, one that does not passes and says
// so, a silenced one is skipped. A file that could not be read is an error.
func writeJUnit(w io.Writer, docs iter.Seq[*score.Analysis], c *Check) error {
	x := newXMLReport(w, `<testsuites name="verify">`)
	for a := range docs {
		x.element(junitSuiteOf(a, c))
		if x.err != nil {
			return x.err
		}
	}
	for _, f := range c.Failures {
		x.element(&junitSuite{Name: f.Name, Tests: 1, Errors: 1, Cases: []junitCase{{Name: "is read", Class: f.Name,
			Error: &junitResult{Type: "unreadable", Message: notRead(&f)}}}})
	}
	return x.end(`</testsuites>`)
}

func junitSuiteOf(a *score.Analysis, c *Check) *junitSuite {
	name := a.Document.Text.Name
	s := &junitSuite{Name: name}
	for f := range shown(a) {
		k := junitCase{Name: fmt.Sprintf("%s at %d:%d", f.Rule, f.Line, f.Column), Class: name}
		text := fmt.Sprintf("%s:%d:%d: %s: %s [%s %s]", name, f.Line, f.Column, f.Severity, placedMessage(a.Document.Text, f), f.Rule, f.Fingerprint)
		switch {
		case f.Silenced != nil:
			s.Skipped++
			k.Skipped = &junitSkip{silencedBy(f.Silenced)}
		case c.breaks(f):
			s.Failures++
			k.Failure = &junitResult{f.Rule, f.Message, text}
		default:
			k.Out = text
		}
		s.Cases = append(s.Cases, k)
	}
	if len(s.Cases) == 0 {
		s.Cases = []junitCase{{Name: "nothing found", Class: name}}
	}
	s.Tests = len(s.Cases)
	return s
}

// silencedBy says who silenced a finding, why and until when.
func silencedBy(s *score.Silence) string {
	line := "silenced by " + firstOf(s.By, "the desk") + ": " + s.Reason
	if s.Until != "" {
		line += ", until " + s.Until
	}
	return line
}
