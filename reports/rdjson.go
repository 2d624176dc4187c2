package reports

import (
	"encoding/json"
	"io"
	"iter"

	"example.org/verify/score"
)

// The Reviewdog Diagnostic Format: github.com/reviewdog/reviewdog/proto/rdf/reviewdog.proto at v0.21.3. Its reader refuses members that it
// does not know. Columns count bytes of UTF-8, and ends are exclusive.
type (
	rdDiagnostic struct {
		Message     string         `json:"message"`
		Location    rdLocation     `json:"location"`
		Severity    string         `json:"severity"`
		Code        rdCode         `json:"code"`
		Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	}
	rdLocation struct {
		Path  string   `json:"path"`
		Range *rdRange `json:"range,omitempty"`
	}
	rdRange struct {
		Start rdPosition `json:"start"`
		End   rdPosition `json:"end"`
	}
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column"`
	}
	rdCode struct {
		Value string `json:"value"`
	}
	rdSuggestion struct {
		Range rdRange `json:"range"`
		Text  string  `json:"text"`
	}
)

var rdSeverities = map[score.Severity]string{score.Suggestion: "INFO", score.Warning: "WARNING", score.Error: "ERROR"}

// writeRDJSON writes one DiagnosticResult. What is silenced is left out: the format has no word for it.
func writeRDJSON(w io.Writer, docs iter.Seq[*score.Analysis], c *Check) error {
	out := &rdjson{w: w}
	out.raw(`{"source":{"name":"verify"},"diagnostics":[`)
	for a := range docs {
		places := &locator{t: a.Document.Text, units: utf8Units}
		for f := range shown(a) {
			if f.Silenced == nil {
				out.diagnostic(rdOf(a, f, places))
			}
		}
		if out.err != nil {
			return out.err
		}
	}
	for _, f := range c.Failures {
		out.diagnostic(&rdDiagnostic{Message: notRead(&f), Location: rdLocation{Path: f.Name}, Severity: "ERROR", Code: rdCode{"unreadable"}})
	}
	out.raw("]}\n")
	return out.err
}

// rdjson writes a result. Its first error stays, and nothing is written after it.
type rdjson struct {
	w   io.Writer
	err error
	n   int
}

func (o *rdjson) raw(s string) {
	if o.err == nil {
		_, o.err = io.WriteString(o.w, s)
	}
}

func (o *rdjson) diagnostic(d *rdDiagnostic) {
	if o.n++; o.n > 1 {
		o.raw(",\n")
	}
	b, err := json.Marshal(d)
	if o.err == nil {
		o.err = err
	}
	o.raw(string(b))
}

func rdOf(a *score.Analysis, f *score.Finding, places *locator) *rdDiagnostic {
	t := a.Document.Text
	d := &rdDiagnostic{Message: wholeMessage(f), Location: rdLocation{Path: t.Name}, Severity: rdSeverities[f.Severity], Code: rdCode{f.Rule}}
	if !inFile(t) {
		d.Message = placeInText(t, f) + ": " + d.Message
		return d
	}
	r := rdRangeOf(places.region(f.Span, f.Line, f.Column))
	d.Location.Range = &r
	if edit := certainEdit(t, f); edit != nil {
		places := *places
		d.Suggestions = []rdSuggestion{{rdRangeOf(places.at(edit.Span)), edit.Text}}
	}
	return d
}

func rdRangeOf(r region) rdRange {
	return rdRange{rdPosition{r.line, r.column}, rdPosition{r.endLine, r.endColumn}}
}
