package reports

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"example.org/verify/score/rules"
)

// ExplainRule prints the page of one rule: what it means, why it matters, an example, a near miss, how to mend and how to silence it.
func ExplainRule(w io.Writer, r *rules.Rule, o Options) error {
	if o.Width <= 0 {
		o.Width = 80
	}
	b := bufio.NewWriter(w)
	t := &terminal{w: b, Options: o}
	t.lines(bold, "", "  ", fmt.Sprintf("%s (%s): %s", r.ID, r.Severity, r.Title))
	for _, part := range []struct{ head, body string }{
		{"What it means", flowing(r.Doc)}, {"Why it matters", r.Why}, {"Found", seen(r.Example, r.Seen)}, {"Not found", seen(r.NearMiss, r.NearSeen)}, {"How to mend it", r.Cure},
		{"How to silence it", silencing(r.ID)}, {"Source", r.Source},
	} {
		if part.body == "" {
			continue
		}
		t.line("", "")
		t.line(bold, part.head)
		for line := range strings.Lines(strings.TrimSpace(part.body)) {
			t.lines("", "  ", "", strings.TrimRight(line, "\n"))
		}
	}
	return b.Flush()
}

// flowing takes the line ends out of a paragraph, which are those of the source code.
func flowing(s string) string {
	paragraphs := strings.Split(s, "\n\n")
	for i := range paragraphs {
		paragraphs[i] = strings.Join(strings.Fields(paragraphs[i]), " ")
	}
	return strings.Join(paragraphs, "\n\n")
}

// seen is an example with what was seen when it was looked up.
func seen(example, page string) string {
	if page == "" {
		return example
	}
	return example + "\n\nLooked up: " + page
}

// silencing says how a finding of the rule, or the rule, is silenced.
func silencing(id string) string {
	return fmt.Sprintf(`Where it stands, in Markdown and HTML:

<!-- verify:ignore %s: your reason (by NAME, until 2027-01-01) -->

By a sign-off in the ledger, with the fingerprint that verify check prints:

verify check FILE --resolve FINGERPRINT --reason "your reason"

In .verify.toml:

[[silence]]
rule = %q
quote = "words that it stands at"
reason = "your reason"

The whole rule, under [policy.rules]: %q = "off"`, id, id, id)
}
