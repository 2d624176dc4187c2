package reports

import (
	"io"
	"iter"

	"example.org/verify/reports/html"
	"example.org/verify/score"
)

// writeHTML writes one page with all documents; see package html.
func writeHTML(w io.Writer, docs iter.Seq[*score.Analysis], o Options) error {
	return html.Write(w, docs, o.HTML)
}
