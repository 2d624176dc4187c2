package html

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"example.org/verify/citations"
	"example.org/verify/score"
	"example.org/verify/score/rules"
)

// finding is something that an editor should look at, as the list shows it.
type finding struct {
	ID, Rule, Title, Why string
	Sign                 sign
	State                string // open, guess (it rests on one) or silenced
	Place                string // "line 12, column 4"
	Up                   string // where it stands in the text, or what it is about
	Claim                string // id of the claim that it is about, "" for none
	ClaimNumber          int
	Article              string // title, where the document has several
	Before, Marked       string // the line around it
	After                string
	Dir                  string
	Message, Suggestion  string
	Edit                 string // what the certain mend writes, "" for none
	Mends                bool
	Silenced             *score.Silence
	Silence              string // the entry for .verify.toml that silences it
}

// count is how many findings of one severity there are.
type count struct {
	Sign  sign
	N     int
	Words string
}

func (m *maker) finding(i int) finding {
	f := &m.a.Findings[i]
	v := finding{ID: m.findingID(i), Rule: visible(f.Rule), Sign: signs[f.Severity], State: state(f), Message: visible(f.Message), Suggestion: visible(f.Suggestion)}
	if r, ok := rules.Find(f.Rule); ok {
		v.Title, v.Why = r.Title, r.Why
	}
	v.Up = m.place(f, v.ID)
	if f.Article >= 0 && len(m.a.Document.Articles) > 1 {
		v.Article = visible(m.a.Document.Articles[f.Article].Title)
	}
	if f.Claim >= 0 {
		v.Claim, v.ClaimNumber = m.id(citations.ClaimID(f.Article, f.Claim)), f.Claim+1
	}
	if !f.Span.Empty() {
		if v.Place = m.a.Document.Text.Place(f.Span.Start); v.Place == "" {
			v.Place = "line " + itoa(f.Line) + ", column " + itoa(f.Column)
		}
		v.Before, v.Marked, v.After = m.around(i)
		v.Dir = direction(v.Before + v.Marked)
	}
	if f.Edit != nil {
		v.Mends, v.Edit = true, visible(f.Edit.Text)
		if v.Edit == v.Suggestion {
			v.Suggestion = ""
		}
	}
	if s := f.Silenced; s != nil {
		v.Silenced = &score.Silence{By: visible(s.By), Reason: visible(s.Reason), Until: visible(s.Until)}
	}
	v.Silence = silence(f.Rule, m.a.Document.Text.Printed(f.Span))
	return v
}

func state(f *score.Finding) string {
	switch {
	case f.Silenced != nil:
		return "silenced"
	case f.RestsOnGuess:
		return "guess"
	}
	return "open"
}

// place is what a finding links to: its own sign in the text where it has one, else what it is about, else its article. The articles are made
// before it is asked.
func (m *maker) place(f *score.Finding, id string) string {
	n := f.Article
	switch {
	case m.given["t."+id]:
		return "t." + id
	case n < 0:
		return ""
	case f.Claim >= 0:
		return "t." + m.id(citations.ClaimID(n, f.Claim))
	case f.Citation >= 0 && m.carried(n, f.Citation):
		return m.id(citations.CitationID(n, f.Citation))
	}
	return m.id(citations.ArticleID(n))
}

func (m *maker) refer(i int) reference {
	f := &m.a.Findings[i]
	return reference{Href: m.findingID(i), Text: visible(f.Message), Rule: visible(f.Rule), Sign: signs[f.Severity]}
}

// reach is how many bytes of the line around a finding are shown on either side, and long how much of itself.
const (
	reach = 90
	long  = 300
)

// around is the text of a finding and what stands about it in its line: as it is read where it lies in an article, else as it lies on disk.
func (m *maker) around(i int) (before, marked, after string) {
	t, s := m.a.Document.Text, m.a.Findings[i].Span
	from, to := max(0, s.Start-reach), min(len(t.Raw), s.End+reach)
	before, marked = t.Printed(citations.Span{Start: from, End: s.Start}), t.Printed(s)
	after = t.Printed(citations.Span{Start: s.End, End: to})
	more := [2]bool{from > 0, to < len(t.Raw)}
	if r := m.places[i]; !r.Empty() {
		from, to := max(0, r.Start-reach), min(len(t.Clean), r.End+reach)
		before, marked, after = t.Clean[from:r.Start], t.Slice(r), t.Clean[r.End:to]
		more = [2]bool{from > 0, to < len(t.Clean)}
	}
	if i := strings.LastIndexAny(before, "\n\r"); i >= 0 {
		before = before[i+1:]
	} else if more[0] {
		before = "…" + wholeStart(before)
	}
	if i := strings.IndexAny(after, "\n\r"); i >= 0 {
		after = after[:i]
	} else if more[1] {
		after = wholeEnd(after) + "…"
	}
	return visible(before), shorten(visible(strings.Join(strings.Fields(marked), " ")), long), visible(after)
}

// wholeStart cuts the word that a text begins within.
func wholeStart(s string) string {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return s[i+1:]
	}
	for len(s) > 0 && !utf8.RuneStart(s[0]) {
		s = s[1:]
	}
	return s
}

// wholeEnd cuts the word that a text ends within.
func wholeEnd(s string) string {
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		return s[:i]
	}
	for len(s) > 0 && !utf8.ValidString(s) {
		s = s[:len(s)-1]
	}
	return s
}

// silence is the entry for .verify.toml that silences a finding, its reason left to be written.
func silence(rule, quote string) string {
	quote, _, _ = strings.Cut(strings.TrimSpace(quote), "\n")
	return "[[silence]]\nrule = " + quoted(rule) + "\nquote = " + quoted(prefix(quote, 60)) + "\nreason = \"\"\nby = \"\"\n"
}

// prefix is the first n characters of a string.
func prefix(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// counts are the open findings by severity, errors first; a severity without any is left out.
func (m *maker) counts() []count {
	n := map[score.Severity]int{}
	for i := range m.a.Findings {
		if m.a.Findings[i].Silenced == nil {
			n[m.a.Findings[i].Severity]++
		}
	}
	var list []count
	for _, s := range [...]score.Severity{score.Error, score.Warning, score.Suggestion} {
		if n[s] > 0 {
			list = append(list, count{signs[s], n[s], say(n[s], s.String())})
		}
	}
	return list
}

// ruleNames lists the rules that found something, for the filter.
func ruleNames(list []finding) []string {
	var names []string
	for i := range list {
		if !slices.Contains(names, list[i].Rule) {
			names = append(names, list[i].Rule)
		}
	}
	sort.Strings(names)
	return names
}
