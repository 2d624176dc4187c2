package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
	"example.org/verify/score"
)

// at says what a finding is about. Indices are -1 where there is none.
type at struct {
	article, claim, citation, note int
	label                          string // of a marker
}

func onDocument() at          { return at{-1, -1, -1, -1, ""} }
func onArticle(a int) at      { return at{a, -1, -1, -1, ""} }
func onClaim(a, c int) at     { return at{a, c, -1, -1, ""} }
func onCitation(a, k int) at  { return at{a, -1, k, -1, ""} }
func onNote(a, n int) at      { return at{a, -1, -1, n, ""} }
func (w at) inClaim(c int) at { w.claim = c; return w }

func (w at) inNoteOf(c *citations.Citation) at { w.note = c.Note; return w }

func onMarker(a int, m *citations.Marker) at { return at{a, -1, -1, m.Note, m.Label} }

// place is where a defect stands.
func place(d *citations.Defect) at { return at{d.Article, -1, d.Citation, d.Note, ""} }

// report adds a finding of the rule at work. The pointer is good until the next report.
func (p *pass) report(w at, span citations.Span, message, suggestion string) *score.Finding {
	pos := p.doc.Text.Position(span.Start)
	p.out = append(p.out, score.Finding{
		Rule: p.rule.ID, Severity: p.severity(), Article: w.article, Claim: w.claim, Citation: w.citation, Note: w.note,
		Span: span, Line: pos.Line, Column: pos.Column, Message: message, Suggestion: suggestion, Fingerprint: p.fingerprint(w, span),
	})
	return &p.out[len(p.out)-1]
}

// lowered makes a finding one that has no more than severity s.
func lowered(f *score.Finding, s score.Severity) { f.Severity = min(f.Severity, s) }

// guessed marks a finding that rests on a guessed publication date: one severity lower, and said so.
func guessed(f *score.Finding, rests bool) {
	if !rests {
		return
	}
	f.RestsOnGuess = true
	if f.Severity > score.Suggestion {
		f.Severity--
	}
	f.Message += "; the publication date is a guess from the citations"
}

// fingerprint names a finding so that it is found again after edits elsewhere: the rule, what it is about, the article's title, and which of
// such it is. Never a position.
func (p *pass) fingerprint(w at, span citations.Span) string {
	parts := []string{p.rule.ID}
	if w.article >= 0 {
		parts = append(parts, p.title(w.article))
		parts = append(parts, p.subject(w, span)...)
	}
	key := strings.Join(parts, "\x00")
	p.seen[key]++
	sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(p.seen[key])))
	return hex.EncodeToString(sum[:8])
}

// title is the folded title of an article.
func (p *pass) title(a int) string {
	if p.titles == nil {
		p.titles = make([]string, len(p.doc.Articles))
	}
	if p.titles[a] == "" {
		p.titles[a] = outlets.Fold(p.doc.Articles[a].Title)
	}
	return p.titles[a]
}

// subject names what a finding is about: outlet and printed date, the label of a note or marker, or the content words of a claim.
func (p *pass) subject(w at, span citations.Span) []string {
	a := &p.doc.Articles[w.article]
	switch {
	case w.label != "":
		return []string{"marker", w.label}
	case w.note >= 0:
		return []string{"note", a.Notes[w.note].Label}
	case w.citation >= 0:
		return cited(&a.Citations[w.citation])
	case w.claim >= 0:
		return []string{contentWords(a.Claims[w.claim].Text)}
	case span == a.Span || span == p.head(a):
		return nil
	}
	return []string{contentWords(p.doc.Text.Printed(clip(span, 160)))}
}

func cited(c *citations.Citation) []string {
	var parts []string
	if c.Outlet != nil {
		parts = append(parts, c.Outlet.ID, c.Outlet.Printed)
	}
	if c.Date != nil {
		parts = append(parts, c.Date.Printed)
	}
	return append(parts, c.Named)
}

// clip is the first n bytes of a span: for fingerprints, which a character cut in two does no harm.
func clip(s citations.Span, n int) citations.Span {
	s.End = min(s.End, s.Start+n)
	return s
}

// contentWords are the first eight long words of a text.
func contentWords(s string) string {
	var out []string
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if w = strings.Trim(w, `.,;:!?"'()[]*_“”„«»`); len(w) > 4 && len(out) < 8 {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// head is where a finding about a whole article is shown: at its title, or at its first words.
func (p *pass) head(a *citations.Article) citations.Span {
	if !a.TitleRange.Empty() {
		return p.doc.Text.Source(a.TitleRange)
	}
	const longest = 60 // bytes
	r := citations.Range{Start: a.Range.Start, End: cutRunes(p.doc.Text.Clean, a.Range, longest)}
	return citations.Span{Start: a.Span.Start, End: p.doc.Text.Source(r).End}
}
