package reports

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"

	"example.org/verify/citations/text"
	"example.org/verify/score"
)

// writeGitHub writes workflow commands that GitHub shows as annotations: docs.github.com, "Workflow commands for GitHub Actions", read
// 2026-11-26. Columns count only where a finding ends on the line on which it begins.
func writeGitHub(w io.Writer, docs iter.Seq[*score.Analysis], c *Check) error {
	b := bufio.NewWriter(w)
	for a := range docs {
		places := &locator{t: a.Document.Text, units: codePoints}
		for f := range shown(a) {
			if f.Silenced == nil {
				annotate(b, a, f, places)
			}
		}
		if err := b.Flush(); err != nil {
			return err
		}
	}
	for _, f := range c.Failures {
		fmt.Fprintf(b, "::error file=%s,title=not read::%s\n", property(f.Name), data(notRead(&f)))
	}
	if !c.Quiet() {
		fmt.Fprintf(b, "::notice title=verify::%s\n", data(c.Summary()))
	}
	return b.Flush()
}

var githubCommands = map[score.Severity]string{score.Suggestion: "notice", score.Warning: "warning", score.Error: "error"}

func annotate(b *bufio.Writer, a *score.Analysis, f *score.Finding, places *locator) {
	t := a.Document.Text
	at, message := "", wholeMessage(f)
	if inFile(t) {
		r := places.region(f.Span, f.Line, f.Column)
		at = fmt.Sprintf(",line=%d,endLine=%d", r.line, r.endLine)
		if r.line == r.endLine {
			at += fmt.Sprintf(",col=%d,endColumn=%d", r.column, r.endColumn)
		}
	} else {
		message = placeInText(t, f) + ": " + message
	}
	fmt.Fprintf(b, "::%s file=%s%s,title=%s::%s\n", githubCommands[f.Severity], property(t.Name), at, property(f.Rule), data(message))
}

// placeInText says where a finding of a packed document stands: its lines are those of the extracted text.
func placeInText(t *text.Text, f *score.Finding) string {
	where := fmt.Sprintf("line %d, column %d of the text that verify text %s prints", f.Line, f.Column, t.Name)
	if s := t.Place(f.Span.Start); s != "" {
		return s + " (" + where + ")"
	}
	return where
}

// data and property escape as actions/toolkit does: packages/core/src/command.ts.
func data(s string) string { return githubData.Replace(s) }

func property(s string) string { return githubProperty.Replace(s) }

var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
