// Package rules says what an editor should look at. Each rule is one value with its words; Rules lists them, and Check runs them over an
// analysed document. A rule looks at what the parser and the score have found; it searches no text again.
package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strconv"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
	"example.org/verify/score"
)

// Rule is one thing that a careful copy editor of sourcing looks for, with its words for `verify explain`.
type Rule struct {
	ID       string // family.name; never changes
	Severity score.Severity
	Title    string // one line
	Doc      string // what it means
	Why      string // why it matters
	Example  string // a text on which it fires
	NearMiss string // a text that looks like it and on which it is silent
	Cure     string // how to mend it
	Source   string // where the rule comes from, "" for the house's own
	run      func(*pass)
}

// Options say how the rules are run.
type Options struct {
	Registry *outlets.Registry         // nil is outlets.Default()
	Severity map[string]score.Severity // by rule, where the desk differs; Off silences it
}

// All lists the rules in the order of their ids.
func All() []Rule {
	out := append([]Rule(nil), Rules...)
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out
}

// Find returns the rule with an id.
func Find(id string) (Rule, bool) {
	for _, r := range Rules {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}

// pass is one rule at work on one document.
type pass struct {
	doc      *citations.Document
	analysis *score.Analysis
	opt      *Options
	rule     *Rule
	out      []score.Finding
	seen     map[string]int // fingerprints so far
}

// Check runs all rules and returns their findings in reading order. It may be called from several goroutines.
func Check(doc *citations.Document, a *score.Analysis, o Options) []score.Finding {
	if o.Registry == nil {
		o.Registry = outlets.Default()
	}
	p := pass{doc: doc, analysis: a, opt: &o, seen: map[string]int{}}
	for i := range Rules {
		p.rule = &Rules[i]
		if p.severity() != score.Off {
			p.rule.run(&p)
		}
	}
	sort.SliceStable(p.out, func(i, j int) bool {
		a, b := &p.out[i], &p.out[j]
		if a.Span.Start != b.Span.Start {
			return a.Span.Start < b.Span.Start
		}
		return a.Rule < b.Rule
	})
	return p.out
}

func (p *pass) severity() score.Severity {
	if s, ok := p.opt.Severity[p.rule.ID]; ok {
		return s
	}
	return p.rule.Severity
}

// at says what a finding is about. Indices are -1 where there is none.
type at struct{ article, claim, citation, note int }

func onArticle(a int) at      { return at{a, -1, -1, -1} }
func onClaim(a, c int) at     { return at{a, c, -1, -1} }
func onCitation(a, k int) at  { return at{a, -1, k, -1} }
func onNote(a, n int) at      { return at{a, -1, -1, n} }
func (w at) inNote(n int) at  { w.note = n; return w }
func (w at) inClaim(c int) at { w.claim = c; return w }

// report adds a finding of the rule at work.
func (p *pass) report(w at, span citations.Span, message, suggestion string) *score.Finding {
	pos := p.doc.Text.Position(span.Start)
	f := score.Finding{
		Rule: p.rule.ID, Severity: p.severity(), Article: w.article, Claim: w.claim, Citation: w.citation, Note: w.note,
		Span: span, Line: pos.Line, Column: pos.Column, Message: message, Suggestion: suggestion,
	}
	f.Fingerprint = p.fingerprint(w, span)
	p.out = append(p.out, f)
	return &p.out[len(p.out)-1]
}

// fingerprint names a finding so that it is found again after edits elsewhere: rule, outlet and printed date, or the label of a note or marker, or the
// content words of a claim without citations, with the article's title and which of such it is.
func (p *pass) fingerprint(w at, span citations.Span) string {
	parts := []string{p.rule.ID}
	if w.article >= 0 {
		a := &p.doc.Articles[w.article]
		parts = append(parts, outlets.Fold(a.Title))
		switch {
		case w.note >= 0:
			parts = append(parts, "note", a.Notes[w.note].Label)
		case w.citation >= 0:
			c := &a.Citations[w.citation]
			if c.Outlet != nil {
				parts = append(parts, c.Outlet.ID, c.Outlet.Printed)
			}
			if c.Date != nil {
				parts = append(parts, c.Date.Printed)
			}
		case w.claim >= 0:
			parts = append(parts, contentWords(a.Claims[w.claim].Text))
		default:
			parts = append(parts, p.doc.Text.Printed(clip(span, 40)))
		}
	}
	key := strings.Join(parts, "\x00")
	p.seen[key]++
	sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(p.seen[key])))
	return hex.EncodeToString(sum[:8])
}

func clip(s citations.Span, n int) citations.Span {
	s.End = min(s.End, s.Start+n)
	return s
}

// contentWords are the first long words of a claim.
func contentWords(s string) string {
	var out []string
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if len(w) > 4 && len(out) < 8 {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// guessed marks a finding that rests on a guessed date: one severity lower, and said so.
func (p *pass) guessed(f *score.Finding) {
	f.RestsOnGuess = true
	if f.Severity > score.Suggestion {
		f.Severity--
	}
	f.Message += " (the publication date is a guess from the citations)"
}

// defects calls f for every defect of a kind.
func (p *pass) defects(kind citations.DefectKind, f func(d *citations.Defect)) {
	for i := range p.doc.Defects {
		if p.doc.Defects[i].Kind == kind {
			f(&p.doc.Defects[i])
		}
	}
}

// place is where a defect stands.
func place(d *citations.Defect) at { return at{d.Article, -1, d.Citation, d.Note} }
