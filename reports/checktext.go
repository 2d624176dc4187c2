package reports

import (
	"bufio"
	"fmt"
	"io"
	"iter"

	"example.org/verify/score"
)

// writeCheckText is the gate's report for people: for each document with findings how many there are, then each with its place, its
// fingerprint, the reason, the suggestion and the line itself. The first line of a finding is never broken, so that an editor can jump there.
func writeCheckText(w io.Writer, docs iter.Seq[*score.Analysis], c *Check) error {
	b := bufio.NewWriter(w)
	t := &terminal{w: b, Options: c.Options}
	for a := range docs {
		t.checked(a)
		if err := b.Flush(); err != nil {
			return err
		}
	}
	if c.totals.documents > 0 {
		t.lines(bold, "", "  ", c.Summary())
	}
	return b.Flush()
}

// checked prints one document, nothing if nothing was found in it.
func (t *terminal) checked(a *score.Analysis) {
	var n totals
	for f := range shown(a) {
		n.finding(f)
	}
	if n.errors+n.warnings+n.suggestions == 0 {
		return
	}
	head := Visible(a.Document.Text.Name) + ", " + n.found()
	if n.silenced > 0 {
		head += fmt.Sprintf(" (%d silenced)", n.silenced)
	}
	t.line(bold, head)
	for f := range shown(a) {
		if f.Silenced == nil {
			t.line("", "")
			t.finding(a, f, " "+t.paint(dim, short(f.Fingerprint)))
		}
	}
	t.line("", "")
}

// short is as much of a fingerprint as a person need type.
func short(fingerprint string) string { return fingerprint[:min(8, len(fingerprint))] }
