package rules

import (
	"context"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/score"
)

// pass is one rule at work on one document, and what the rules share.
type pass struct {
	done     <-chan struct{} // of the context; see ended
	doc      *citations.Document
	analysis *score.Analysis
	opt      *Options
	rule     *Rule
	out      []score.Finding
	seen     map[string]int // fingerprints so far
	titles   []string       // of the articles, folded, as far as fingerprints needed them
	faults   []Fault        // of the silences

	marked [][]bool // by article and note: whether a marker leads to it
	events *Events
	read   *reader
	named  *score.Sources
	author []bool // by article: whether its author says I
}

func newPass(ctx context.Context, doc *citations.Document, a *score.Analysis, o *Options) *pass {
	p := &pass{done: ctx.Done(), doc: doc, analysis: a, opt: o, seen: map[string]int{}, events: o.Events, read: &reader{clean: doc.Text.Clean}, named: score.NewSources(o.Registry)}
	if p.events == nil {
		p.events, _ = FindEventsContext(ctx, doc)
	}
	for i := range doc.Articles {
		if p.ended() {
			break
		}
		p.author = append(p.author, p.narrates(i))
		p.marked = append(p.marked, markedNotes(&doc.Articles[i]))
	}
	return p
}

// ended reports whether nobody waits for the findings any more. The loops over the parts of a document end then, each at its next part; what they have found is
// not given to anybody.
func (p *pass) ended() bool { return ended(p.done) }

func ended(done <-chan struct{}) bool {
	select {
	case <-done:
		return true
	default:
		return false
	}
}

func markedNotes(a *citations.Article) []bool {
	m := make([]bool, len(a.Notes))
	for i := range a.Markers {
		if n := a.Markers[i].Note; n >= 0 {
			m[n] = true
		}
	}
	return m
}

// apply lets a rule work, unless the desk has switched it off.
func (p *pass) apply(r *Rule) {
	p.rule = r
	if p.severity() != score.Off && !p.ended() {
		r.run(p)
	}
}

func (p *pass) severity() score.Severity {
	if s, ok := p.opt.Severity[p.rule.ID]; ok {
		return s
	}
	return p.rule.Severity
}

// cues are what the words in a range of an article's running text may be.
func (p *pass) cues(a int, r citations.Range) cue { return p.events.cues[a].in(p.doc.Text.Clean, r) }

// sourceOf is whom a citation names.
func (p *pass) sourceOf(c *citations.Citation) *score.Source { return p.named.Of(c) }

// eachArticle calls f for every article.
func (p *pass) eachArticle(f func(a int, art *citations.Article)) {
	for i := range p.doc.Articles {
		if p.ended() {
			return
		}
		f(i, &p.doc.Articles[i])
	}
}

// eachCitation calls f for every citation of every article.
func (p *pass) eachCitation(f func(a, k int, art *citations.Article, c *citations.Citation)) {
	for a := range p.doc.Articles {
		art := &p.doc.Articles[a]
		for k := range art.Citations {
			if p.ended() {
				return
			}
			f(a, k, art, &art.Citations[k])
		}
	}
}

// eachClaim calls f for every claim of every article.
func (p *pass) eachClaim(f func(a, c int, art *citations.Article, claim *citations.Claim)) {
	for a := range p.doc.Articles {
		art := &p.doc.Articles[a]
		for c := range art.Claims {
			if p.ended() {
				return
			}
			f(a, c, art, &art.Claims[c])
		}
	}
}

// defects calls f for every defect of a kind.
func (p *pass) defects(kind citations.DefectKind, f func(d *citations.Defect)) {
	for i := range p.doc.Defects {
		if p.doc.Defects[i].Kind == kind {
			if p.ended() {
				return
			}
			f(&p.doc.Defects[i])
		}
	}
}

// given reports whether a citation is printed as a source of its own: in a bracket or a note, and not an ibid.
func given(art *citations.Article, c *citations.Citation) bool {
	switch c.Kind {
	case citations.Inline:
		return true
	case citations.FromNote:
		return c.Note >= 0 && art.Notes[c.Note].Kind != citations.NoteIbid
	}
	return false
}

// dateSpan is where a citation's date stands: of a note or an attribution the date itself, else the whole citation.
func (p *pass) dateSpan(art *citations.Article, c *citations.Citation) citations.Span {
	if !c.DateAt.Empty() {
		return p.doc.Text.Source(c.DateAt)
	}
	if c.Note >= 0 && len(art.Notes[c.Note].Citations) < 2 && !art.Notes[c.Note].DateSpan.Empty() {
		return art.Notes[c.Note].DateSpan
	}
	return c.Span
}

// guess reports whether the day on which an article was published is a guess from its citations.
func guess(art *citations.Article) bool { return art.PublishedBy == "citations" }

// name is a citation's source as the reader sees it.
func name(c *citations.Citation) string {
	switch {
	case c.Outlet != nil && c.Outlet.Printed != "":
		return c.Outlet.Printed
	case c.Named != "":
		return c.Named
	}
	return "the source"
}

// closing reports whether a citation closes a claim: what is named in the sentence alone does not.
func closing(c *citations.Citation) bool {
	return c.Kind == citations.Inline || c.Kind == citations.FromNote
}

// dated reports whether a date says at least a year.
func dated(d *dates.Date) bool { return d != nil && !d.Template && !d.Impossible && d.From.Y > 0 }
