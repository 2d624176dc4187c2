package reports

import (
	"fmt"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/score"
)

// The words that the reports for people share. What comes from the document is left as it is: each report makes it safe for itself.

// published says when an article was published and how that is known.
func published(a *citations.Article) string {
	day := sayDate(&a.Published)
	switch a.PublishedBy {
	case "flag":
		return "published " + day + ", as --published says"
	case "policy":
		return "published " + day + ", as .verify.toml says"
	case "metadata":
		return "published " + day + ", as the file's own data say"
	case "text":
		return "published " + day + ", as the text says"
	case "filename":
		return "published " + day + ", by the file's name"
	case "citations":
		return "published about " + day + ", a guess from the dates of its citations"
	}
	return "date of publication unknown; --published DATE gives it"
}

// byline names the authors, "" if there are none.
func byline(a *citations.Article) string {
	if len(a.Authors) == 0 {
		return ""
	}
	return "by " + strings.Join(a.Authors, ", ")
}

// coverage says in one line how an article's claims are sourced.
func coverage(a *citations.Article, f *score.Figures) string {
	line := count(len(a.Claims), "claim") + ", " + count(len(a.Citations), "citation")
	if f.Checkworthy > 0 {
		line += fmt.Sprintf("; of %s, %d sourced, %d with two origins or more", count(f.Checkworthy, "checkable claim"), f.Sourced, f.TwoOrigins)
	}
	return line
}

// count is a number with its noun: "1 claim", "2 claims".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

var months = [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec",
	21: "spring", 22: "summer", 23: "autumn", 24: "winter"}

// sayDate is a date with the precision that is known, "15 May 2018", with ? behind a year that is not printed; "" for none. A date that
// cannot be is given as printed.
func sayDate(d *dates.Date) string {
	if d == nil || d.Precision == dates.None || d.Impossible {
		if d != nil {
			return d.Printed
		}
		return ""
	}
	s := sayYmd(d.From)
	if d.Precision == dates.Range {
		s += " to " + sayYmd(d.To)
	}
	if d.Year == dates.YearInferred {
		s += "?"
	}
	return s
}

func sayYmd(y dates.Ymd) string {
	var parts []string
	if y.D > 0 {
		parts = append(parts, fmt.Sprint(y.D))
	}
	if y.M > 0 && y.M < len(months) {
		parts = append(parts, months[y.M])
	}
	if y.Y > 0 {
		parts = append(parts, fmt.Sprint(y.Y))
	}
	return strings.Join(parts, " ")
}

// source names one source of a claim and its day: "CAJ News, 15 May 2018?". ~ marks an outlet that no registry knows.
func source(a *citations.Article, c *citations.Citation) string {
	s := sourceName(c)
	if day := sayDate(c.Date); day != "" {
		s += ", " + day
	}
	switch {
	case c.Role == citations.Via:
		s = "quoting " + s
	case c.Role == citations.Own:
		s += " (own)"
	case c.Note >= 0:
		s = "note " + a.Notes[c.Note].Label + ": " + s
	}
	return s
}

func sourceName(c *citations.Citation) string {
	switch o := c.Outlet; {
	case o == nil:
		return firstOf(c.Named, c.URL, c.Raw, "unnamed")
	case o.ID == "":
		return fmt.Sprintf("%s (which of %d?)", firstOf(o.Name, o.Printed), len(o.Candidates))
	case strings.HasPrefix(o.ID, "~"):
		return "~" + firstOf(o.Name, o.Printed)
	default:
		return o.Name
	}
}

func firstOf(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

// sources lists the sources of a claim, one each.
func sources(a *citations.Article, c *citations.Claim) []string {
	list := make([]string, len(c.Citations))
	for i, k := range c.Citations {
		list[i] = source(a, &a.Citations[k])
	}
	return list
}

// sourcing says what a claim rests on: its grade if it has one, and the reasons without the names that stand beside them anyway.
func sourcing(s *score.Claim) string {
	var parts []string
	if s.Grade != "" {
		parts = append(parts, s.Grade)
	}
	for _, reason := range s.Because {
		if !strings.HasPrefix(reason, "owner known") {
			parts = append(parts, withoutNames(reason))
		}
	}
	return strings.Join(parts, ", ")
}

// withoutNames cuts the list of names off a reason that counts: "2 outlets, no tie known: CAJ News (ZA), Koaci (CI)".
func withoutNames(reason string) string {
	head, _, found := strings.Cut(reason, ": ")
	counts := strings.HasPrefix(head, "one ") || head[0] >= '0' && head[0] <= '9' || strings.HasPrefix(head, "no source")
	if found && counts && head != "one origin" {
		return head
	}
	return reason
}

// totals counts over all documents, for the line at the end.
type totals struct {
	documents, articles, claims, citations  int
	errors, warnings, suggestions, silenced int
	provisional, inferred                   bool // whether ~ and ? were printed
}

func (t *totals) add(a *score.Analysis) {
	t.documents++
	t.articles += len(a.Document.Articles)
	for i := range a.Document.Articles {
		t.claims += len(a.Document.Articles[i].Claims)
		t.citations += len(a.Document.Articles[i].Citations)
		t.signs(&a.Document.Articles[i])
	}
	for i := range a.Findings {
		t.finding(&a.Findings[i])
	}
}

func (t *totals) signs(a *citations.Article) {
	for i := range a.Citations {
		c := &a.Citations[i]
		t.provisional = t.provisional || c.Outlet != nil && strings.HasPrefix(c.Outlet.ID, "~")
		t.inferred = t.inferred || c.Date != nil && c.Date.Year == dates.YearInferred
	}
}

func (t *totals) finding(f *score.Finding) {
	switch {
	case f.Silenced != nil:
		t.silenced++
	case f.Severity == score.Error:
		t.errors++
	case f.Severity == score.Warning:
		t.warnings++
	default:
		t.suggestions++
	}
}

// summary is the line at the end of a report.
func (t *totals) summary() string {
	line := fmt.Sprintf("%s, %s, %s, %s: %s", count(t.documents, "document"), count(t.articles, "article"), count(t.claims, "claim"),
		count(t.citations, "citation"), t.found())
	if t.silenced > 0 {
		line += fmt.Sprintf(" (%d silenced)", t.silenced)
	}
	return line
}

func (t *totals) found() string {
	var parts []string
	for _, p := range []struct {
		n    int
		noun string
	}{{t.errors, "error"}, {t.warnings, "warning"}, {t.suggestions, "suggestion"}} {
		if p.n > 0 {
			parts = append(parts, count(p.n, p.noun))
		}
	}
	if parts == nil {
		return "nothing found"
	}
	return strings.Join(parts, ", ")
}
