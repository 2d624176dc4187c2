package reports

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
	"example.org/verify/score"
)

// writeText is the report for people at a terminal: for each article its claims with their sources, for each document what was found,
// and one line of summary. Colour repeats what words say, and what the document says reaches the terminal through Visible alone.
func writeText(w io.Writer, docs iter.Seq[*score.Analysis], o Options) error {
	b := bufio.NewWriter(w)
	t := &terminal{w: b, Options: o}
	for a := range docs {
		t.document(a)
		if err := b.Flush(); err != nil {
			return err
		}
	}
	t.end()
	return b.Flush()
}

type terminal struct {
	w *bufio.Writer // keeps its first error, which Flush gives
	Options
	totals totals
}

// The escape sequences that are used (ECMA-48, SGR).
const (
	bold   = "\x1b[1m"
	dim    = "\x1b[2m"
	red    = "\x1b[31m"
	yellow = "\x1b[33m"
	cyan   = "\x1b[36m"
	reset  = "\x1b[0m"
)

// paint colours a string, on a terminal.
func (t *terminal) paint(color, s string) string {
	if !t.Color || s == "" {
		return s
	}
	return color + s + reset
}

// line prints a line in a colour, "" for none.
func (t *terminal) line(color, s string) {
	if color != "" {
		s = t.paint(color, s)
	}
	t.w.WriteString(s)
	t.w.WriteByte('\n')
}

// lines prints a text of any length, wrapped; all lines but the first are indented by hang more.
func (t *terminal) lines(color, indent, hang, s string) {
	first := wrap(s, t.Width-len(indent))
	t.line(color, strings.TrimRight(indent+first[0], " "))
	if len(first) == 1 {
		return
	}
	rest := strings.TrimSpace(strings.TrimPrefix(s, first[0]))
	for _, l := range wrap(rest, t.Width-len(indent)-len(hang)) {
		t.line(color, indent+hang+l)
	}
}

// item prints a text behind a sign, whose columns are its bytes; its other lines begin below its first word.
func (t *terminal) item(sign, s string) {
	for _, l := range wrap(s, t.Width-len(sign)) {
		t.line("", sign+l)
		sign = strings.Repeat(" ", len(sign))
	}
}

func (t *terminal) document(a *score.Analysis) {
	if t.totals.documents > 0 {
		t.line("", "")
	}
	t.totals.add(a)
	t.lines(dim, "", "  ", Visible(a.Document.Text.Name))
	for i := range a.Document.Articles {
		t.article(a, i)
	}
	t.findings(a)
}

func (t *terminal) article(a *score.Analysis, n int) {
	art := &a.Document.Articles[n]
	t.line("", "")
	t.lines(bold, "", "  ", Visible(firstOf(art.Title, "(no title)")))
	if by := byline(art); by != "" {
		t.lines("", "", "  ", Visible(by))
	}
	t.lines("", "", "  ", published(art))
	t.lines("", "", "  ", coverage(art, &a.Articles[n].Figures))
	if said := lookedUp(&a.Articles[n].Figures); said != "" {
		t.lines("", "", "  ", said)
	}
	if len(art.Claims) == 0 {
		return
	}
	t.line("", "")
	if t.Width < narrow {
		t.stack(a, n)
		return
	}
	t.table(a, n)
}

// narrow is the width under which claims are stacked: four columns would be of a word each.
const narrow = 64

// most is the number of lines that a claim's text may take where sources stand beside it; a claim without any takes one.
const most = 3

// table prints the claims of an article in columns.
func (t *terminal) table(a *score.Analysis, n int) {
	art := &a.Document.Articles[n]
	tab := t.claimTable(a, n)
	for _, l := range tab.row([]string{"claim"}, []string{placeHead(a.Document.Text)}, []string{"what is said"}, []string{"rests on"}, []string{"sources"}) {
		t.line(dim, l)
	}
	t.line(dim, strings.Repeat("─", t.Width))
	for i := range art.Claims {
		c := &art.Claims[i]
		_, number := coarse(a.Document.Text, c.Span.Start)
		line := fmt.Sprintf("%*d", tab.widths[1], number)
		rests := wrap(Visible(sourcing(&a.Articles[n].Claims[i])), tab.widths[3])
		said := wrapShort(Visible(c.Text), tab.widths[2], max(len(rests), room(c)))
		for _, l := range tab.row([]string{citations.ClaimID(n, i)}, []string{line}, said, rests, wrapEach(sources(art, c), tab.widths[4])) {
			t.line("", l)
		}
		t.found(a, n, i, strings.Repeat(" ", tab.widths[0]+len(tab.gap)+tab.widths[1]+len(tab.gap)))
	}
}

// room is how many lines a claim's text may take.
func room(c *citations.Claim) int {
	if len(c.Citations) == 0 {
		return 1
	}
	return most
}

// claimTable shares the width out: the last two columns take what they need up to a bound, and the claim's text the rest, up to what is
// read with ease.
func (t *terminal) claimTable(a *score.Analysis, n int) *table {
	art := &a.Document.Articles[n]
	rests, from := len("rests on"), len("sources")
	for i := range art.Claims {
		rests = max(rests, columns(Visible(sourcing(&a.Articles[n].Claims[i]))))
		for _, s := range sources(art, &art.Claims[i]) {
			from = max(from, columns(Visible(s)))
		}
	}
	const gap = "  "
	id, line := max(len("claim"), len(citations.ClaimID(n, len(art.Claims)-1))), len("line")
	rest := t.Width - id - line - 4*len(gap)
	rests, from = min(rests, rest/4, 40), min(from+1, rest/3, 60)
	return &table{widths: []int{id, line, min(rest-rests-from, 80), rests, from}, gap: gap}
}

// placeHead is placeColumn in a narrow column.
func placeHead(t *text.Text) string { return placeColumn(t)[:4] }

// wrapEach wraps a list, each element from a line of its own; all its lines but the first are indented.
func wrapEach(list []string, w int) []string {
	var lines []string
	for _, s := range list {
		for i, l := range wrap(Visible(s), w-1) {
			if i > 0 {
				l = " " + l
			}
			lines = append(lines, l)
		}
	}
	return lines
}

// stack prints the claims of an article one under the other.
func (t *terminal) stack(a *score.Analysis, n int) {
	art := &a.Document.Articles[n]
	for i := range art.Claims {
		c := &art.Claims[i]
		what, number := coarse(a.Document.Text, c.Span.Start)
		t.line(dim, fmt.Sprintf("%s, %s %d", citations.ClaimID(n, i), what, number))
		for _, l := range wrapShort(Visible(c.Text), t.Width-2, room(c)) {
			t.line("", "  "+l)
		}
		t.item("  > ", Visible(sourcing(&a.Articles[n].Claims[i])))
		for _, s := range sources(art, c) {
			t.item("  - ", Visible(s))
		}
		t.found(a, n, i, "    ")
	}
}

func (t *terminal) findings(a *score.Analysis) {
	for i := range a.Findings {
		f := &a.Findings[i]
		if f.Silenced != nil {
			continue
		}
		t.line("", "")
		t.finding(a, f, "")
	}
}

// signs are said with each severity, so that colour is not needed to tell them apart.
var signs = map[score.Severity]struct{ sign, color string }{
	score.Error:      {"✗ error", red},
	score.Warning:    {"! warning", yellow},
	score.Suggestion: {"· suggestion", cyan},
}

// finding prints where, how grave, what, what to do, and the line itself. With a tail, "" for none, the first line is never broken.
func (t *terminal) finding(a *score.Analysis, f *score.Finding, tail string) {
	s := signs[f.Severity]
	where := fmt.Sprintf("%s:%d:%d:", Visible(a.Document.Text.Name), f.Line, f.Column)
	if tail != "" {
		t.line("", where+" "+t.paint(s.color, s.sign)+" ["+f.Rule+"]"+tail)
	} else {
		t.headline(s.color, where, s.sign, f.Rule)
	}
	t.lines("", "  ", "", Visible(f.Message))
	if f.Suggestion != "" {
		t.lines("", "  ", "  ", "suggestion: "+Visible(f.Suggestion))
	}
	if f.Span.Empty() {
		return
	}
	if place := a.Document.Text.Place(f.Span.Start); place != "" {
		t.line(dim, "    "+place+":")
	}
	x := excerptOf(a.Document.Text, f.Span, t.Width-4)
	t.line("", "    "+x.before+t.paint(bold, x.marked)+x.after)
	if rightToLeft(x.before + x.marked + x.after) { // a caret cannot know where the terminal puts what it marks
		t.lines(s.color, "    ", "", "^ "+x.marked)
		return
	}
	t.line(s.color, "    "+x.caret())
}

// headline prints place, severity and rule on one line, or on two where the width is too small.
func (t *terminal) headline(color, where, sign, rule string) {
	if columns(where)+columns(sign)+len(rule)+len("  []") <= t.Width {
		t.line("", where+" "+t.paint(color, sign)+" ["+rule+"]")
		return
	}
	t.line("", where)
	t.line("", "  "+t.paint(color, sign)+" ["+rule+"]")
}

// end explains the signs that were used and sums up.
func (t *terminal) end() {
	if t.totals.documents == 0 {
		return
	}
	t.line("", "")
	if t.totals.provisional {
		t.lines(dim, "", "  ", "~ an outlet that the registry does not know")
	}
	if t.totals.inferred {
		t.lines(dim, "", "  ", "? a year that is not printed; it was inferred from the date of publication")
	}
	t.lines(bold, "", "  ", t.totals.summary())
}
