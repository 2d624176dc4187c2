package reports

import (
	"fmt"
	"io"
	"strings"

	"example.org/verify/fetch/page"
	"example.org/verify/fetch/support"
)

// supportLine is one judgement as `verify support --format jsonl` prints it, one a line. Fields are added, never renamed. A check that the
// claim gives no cause for is null.
type supportLine struct {
	Schema     string        `json:"schema"` // verify/support/1
	Path       string        `json:"path"`
	Claim      string        `json:"claim"`
	Verdict    string        `json:"verdict"`
	Why        string        `json:"why"`
	Passage    *string       `json:"passage"`
	Checks     supportChecks `json:"checks"`
	Title      *string       `json:"title"`
	Date       *pageDate     `json:"date"`
	Language   *string       `json:"language"`
	Correction *string       `json:"correction"`
}

type supportChecks struct {
	Date       *dateCheck    `json:"date"`
	Quotations []thingCheck  `json:"quotations"`
	Figures    []thingCheck  `json:"figures"`
	Negation   *turnCheck    `json:"negation"`
	Names      *countedCheck `json:"names"`
	Words      *countedCheck `json:"words"`
}

type dateCheck struct {
	Cited string  `json:"cited"`
	Page  *string `json:"page"`
	State string  `json:"state"` // found: the cited day; near: a day before or after; missing; contrary
	Days  int     `json:"days"`  // from the cited day to the page's
}

type thingCheck struct {
	Claim string  `json:"claim"`
	State string  `json:"state"` // found, near, elsewhere, missing, contrary
	Page  *string `json:"page"`
}

type turnCheck struct {
	Word string `json:"word"`
	In   string `json:"in"`   // claim, passage: the other lacks it
	Kind string `json:"kind"` // negation, denial, hedge, opposite, order
}

type countedCheck struct {
	Found   int      `json:"found"`
	Of      int      `json:"of"`
	Missing []string `json:"missing"`
}

// WriteSupport writes how a claim was judged by a page, as "text" or as a JSON line.
func WriteSupport(w io.Writer, format, path, claim string, p *page.Page, r support.Result) error {
	line := newSupportLine(path, claim, p, r)
	if format == "text" {
		return writeSupportText(w, &line)
	}
	return writeLine(w, line)
}

func newSupportLine(path, claim string, p *page.Page, r support.Result) supportLine {
	c := &r.Checks
	line := supportLine{Schema: "verify/support/1", Path: path, Claim: claim, Verdict: string(r.Verdict), Why: r.Why, Passage: orNone(r.Passage),
		Title: orNone(p.Title), Language: orNone(p.Language), Correction: orNone(p.Correction)}
	if p.Date.ISO != "" {
		line.Date = &pageDate{p.Date.ISO, string(p.Date.How), p.Date.Where, p.Date.Printed, certainty(p.Date)}
	}
	if c.Date.Asked {
		line.Checks.Date = &dateCheck{c.Date.Cited, orNone(c.Date.Page), string(c.Date.State), c.Date.Days}
	}
	line.Checks.Quotations, line.Checks.Figures = []thingCheck{}, []thingCheck{}
	for _, q := range c.Quotations {
		line.Checks.Quotations = append(line.Checks.Quotations, thingCheck{q.Text, string(q.State), orNone(q.Page)})
	}
	for _, f := range c.Figures {
		line.Checks.Figures = append(line.Checks.Figures, thingCheck{f.Text, string(f.State), orNone(f.Page)})
	}
	if c.Negation.Word != "" {
		line.Checks.Negation = &turnCheck{c.Negation.Word, c.Negation.In, c.Negation.Kind}
	}
	if c.Names.Of > 0 {
		line.Checks.Names = &countedCheck{c.Names.Found, c.Names.Of, append([]string{}, c.Names.Missing...)}
	}
	if c.Words.Of > 0 {
		line.Checks.Words = &countedCheck{c.Words.Found, c.Words.Of, append([]string{}, c.Words.Missing...)}
	}
	return line
}

func writeSupportText(w io.Writer, l *supportLine) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", Visible(l.Path))
	add := func(label, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %-11s %s\n", label, Visible(value))
		}
	}
	add("verdict", joinWhy(l.Verdict, l.Why))
	add("claim", l.Claim)
	add("passage", given(l.Passage))
	if d := l.Checks.Date; d != nil {
		add("date", dateSaid(d))
	}
	for _, q := range l.Checks.Quotations {
		add("quotation", thingSaid(q))
	}
	for _, f := range l.Checks.Figures {
		add("figure", thingSaid(f))
	}
	if n := l.Checks.Negation; n != nil {
		add("turned by", fmt.Sprintf("“%s” in the %s alone (%s)", n.Word, n.In, n.Kind))
	}
	add("names", countedSaid(l.Checks.Names))
	add("words", countedSaid(l.Checks.Words))
	add("correction", given(l.Correction))
	b.WriteString("\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func given(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func dateSaid(d *dateCheck) string {
	switch {
	case d.Page == nil:
		return "cited " + d.Cited + "; the page has no date"
	case d.Days == 0:
		return *d.Page + ", the cited day"
	}
	when, n := "after", d.Days
	if n < 0 {
		when, n = "before", -n
	}
	return fmt.Sprintf("%s, %d days %s the cited day", *d.Page, n, when)
}

func thingSaid(t thingCheck) string {
	s := "“" + t.Claim + "”: " + t.State
	if t.Page != nil {
		s += ", “" + *t.Page + "”"
	}
	return s
}

func countedSaid(c *countedCheck) string {
	if c == nil {
		return ""
	}
	s := fmt.Sprintf("%d of %d", c.Found, c.Of)
	if len(c.Missing) > 0 {
		s += "; missing: " + strings.Join(c.Missing, ", ")
	}
	return s
}
