package reports

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/score"
)

// writeMarkdown writes tables and lists that read well as they stand and in whatever shows GitHub's Markdown.
func writeMarkdown(w io.Writer, docs iter.Seq[*score.Analysis], o Options) error {
	m := &markdown{w: bufio.NewWriter(w), fetched: o.Fetched}
	for a := range docs {
		m.document(a)
		if err := m.w.Flush(); err != nil {
			return err
		}
	}
	if m.totals.documents > 0 {
		m.end()
	}
	return m.w.Flush()
}

type markdown struct {
	w      *bufio.Writer // keeps its first error, which Flush gives
	totals totals

	fetched bool // the table of claims has a column for what was found
}

func (m *markdown) printf(format string, args ...any) { fmt.Fprintf(m.w, format, args...) }

func (m *markdown) document(a *score.Analysis) {
	m.totals.add(a)
	m.printf("# %s\n\n", literal(a.Document.Text.Name))
	for i := range a.Document.Articles {
		m.article(a, i)
	}
	m.findings(a)
}

func (m *markdown) article(a *score.Analysis, n int) {
	art := &a.Document.Articles[n]
	m.printf("## %s\n\n", literal(firstOf(art.Title, "(no title)")))
	if by := byline(art); by != "" {
		m.printf("%s  \n", literal(by))
	}
	m.printf("%s  \n%s", literal(published(art)), coverage(art, &a.Articles[n].Figures))
	if said := lookedUp(&a.Articles[n].Figures); said != "" {
		m.printf("  \n%s", said)
	}
	m.printf("\n\n")
	if len(art.Claims) == 0 {
		return
	}
	if m.fetched {
		m.printf("| claim | %s | what is said | rests on | sources | found |\n| --- | ---: | --- | --- | --- | --- |\n", placeColumn(a.Document.Text))
	} else {
		m.printf("| claim | %s | what is said | rests on | sources |\n| --- | ---: | --- | --- | --- |\n", placeColumn(a.Document.Text))
	}
	for i := range art.Claims {
		c := &art.Claims[i]
		list := sources(art, c)
		for k := range list {
			list[k] = literal(list[k])
		}
		_, number := coarse(a.Document.Text, c.Span.Start)
		m.printf("| %s | %d | %s | %s | %s |", citations.ClaimID(n, i), number, literal(c.Text),
			literal(sourcing(&a.Articles[n].Claims[i])), strings.Join(list, "<br>"))
		if m.fetched {
			m.printf(" %s |", strings.Join(m.found(a, n, i), "<br>"))
		}
		m.printf("\n")
	}
	m.printf("\n")
}

// found lists what the citations of a claim came to.
func (m *markdown) found(a *score.Analysis, article, claim int) (list []string) {
	for _, f := range foundFor(a, article, claim) {
		line := "**" + literal(f.source+": "+f.verdict) + "**"
		for _, said := range append([]string{f.why}, f.notes...) {
			if said != "" {
				line += "; " + literal(said)
			}
		}
		if f.passage != "" {
			line += ": “" + literal(f.passage) + "”"
		}
		list = append(list, line)
	}
	return list
}

// quoted is how many columns of the line a finding shows.
const quoted = 100

func (m *markdown) findings(a *score.Analysis) {
	head := "## Findings\n\n"
	for i := range a.Findings {
		f := &a.Findings[i]
		if f.Silenced != nil {
			continue
		}
		m.printf("%s- **%s**, %s, `%s`: %s", head, f.Severity, placeOf(a.Document.Text, f), f.Rule, literal(f.Message))
		if f.Suggestion != "" {
			m.printf("; suggestion: %s", literal(f.Suggestion))
		}
		m.printf("\n")
		if !f.Span.Empty() {
			x := excerptOf(a.Document.Text, f.Span, quoted)
			m.printf("  > %s%s%s\n", literal(x.before), strong(x.marked), literal(x.after))
		}
		head = ""
	}
	if head == "" {
		m.printf("\n")
	}
}

// strong sets the words of s in bold: the marks must touch a letter.
func strong(s string) string {
	words := strings.TrimSpace(s)
	if words == "" {
		return s
	}
	before, after, _ := strings.Cut(s, words)
	return before + "**" + literal(words) + "**" + after
}

func (m *markdown) end() {
	m.printf("---\n\n")
	if m.totals.provisional {
		m.printf("\\~ an outlet that the registry does not know  \n")
	}
	if m.totals.inferred {
		m.printf("? a year that is not printed; it was inferred from the date of publication  \n")
	}
	m.printf("**%s**\n", m.totals.summary())
}

// literal keeps Markdown and HTML from reading anything into a string of the document.
func literal(s string) string { return markdownMarks.Replace(Visible(s)) }

var markdownMarks = strings.NewReplacer(`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `<`, `&lt;`, `>`, `&gt;`, `&`, `&amp;`,
	`|`, `\|`, `~`, `\~`, `$`, `\$`)
