package reports

import (
	"io"
	"iter"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/citations/text"
	"example.org/verify/score"
)

// Schema names the contract that the JSON output keeps. Members are added to it, never renamed or used for something else; what
// breaks that takes a new number. Spans count bytes of the source; a list is never null, an unknown value always is.
const Schema = "verify/claims/1"

// writeJSON prints one compact object a document, one a line. Every function below is one kind of object of the contract, its
// members in the contract's order.
func writeJSON(w io.Writer, docs iter.Seq[*score.Analysis], _ Options) error {
	e := &encoder{w: w}
	for a := range docs {
		e.analysis(a)
		e.flush()
		if e.err != nil {
			return e.err
		}
	}
	return nil
}

func (e *encoder) analysis(a *score.Analysis) {
	e.raw(`{"schema":"` + Schema + `","document":`)
	e.document(a)
	e.raw(`,"articles":`)
	e.list(len(a.Document.Articles), func(i int) { e.article(a, i) })
	e.raw(`,"findings":`)
	e.list(len(a.Findings), func(i int) { e.finding(a.Document.Text, &a.Findings[i]) })
	e.raw("}\n")
}

func (e *encoder) document(a *score.Analysis) {
	doc, t := a.Document, a.Document.Text
	e.raw(`{"path":`).string(t.Name)
	e.raw(`,"format":`).string(t.Format)
	e.raw(`,"sha256":`).string(t.SHA256())
	e.raw(`,"text_sha256":`).string(t.TextSHA256())
	e.raw(`,"bytes":`).int(len(t.File))
	e.raw(`,"language":`).orNull(language(doc))
	e.raw(`,"publication":{"name":`).orNull(doc.Publication)
	e.raw(`,"from":`).orNull(doc.PublicationBy)
	e.raw(`},"published":`).orNull(doc.Published.ISO())
	e.raw(`,"published_from":`).orNull(doc.PublishedBy)
	e.raw(`,"settings":`).orNull(a.Settings)
	e.raw(`}`)
}

// language is that in which most of the document is written, "" if none is known.
func language(doc *citations.Document) string {
	size := map[string]int{}
	main := ""
	for i := range doc.Articles {
		l := doc.Articles[i].Language
		size[l] += doc.Articles[i].Range.Len()
		if l != "" && (main == "" || size[l] > size[main]) {
			main = l
		}
	}
	return main
}

func (e *encoder) article(an *score.Analysis, n int) {
	a, s := &an.Document.Articles[n], &an.Articles[n]
	e.raw(`{"id":`).string(citations.ArticleID(n))
	e.raw(`,"title":`).orNull(a.Title)
	e.raw(`,"authors":`).strings(a.Authors)
	e.raw(`,"span":`).span(a.Span)
	e.raw(`,"published":`).orNull(a.Published.ISO())
	e.raw(`,"published_from":`).orNull(a.PublishedBy)
	e.raw(`,"claims":`).list(len(a.Claims), func(i int) { e.claim(an, n, i) })
	e.raw(`,"citations":`).list(len(a.Citations), func(i int) { e.citation(an, n, i, &a.Citations[i]) })
	e.raw(`,"markers":`).list(len(a.Markers), func(i int) { e.marker(n, a, &a.Markers[i]) })
	e.raw(`,"notes":`).list(len(a.Notes), func(i int) { e.note(n, i, a, &a.Notes[i]) })
	e.raw(`,"score":`).figures(&s.Figures)
	e.raw(`}`)
}

func (e *encoder) claim(an *score.Analysis, article, n int) {
	c := &an.Document.Articles[article].Claims[n]
	e.raw(`{"id":`).id(article, 'c', n)
	e.raw(`,"span":`).span(c.Span)
	e.raw(`,"text":`).string(c.Text)
	e.raw(`,"citations":`).ids(article, 'k', c.Citations)
	e.raw(`,"covered_by":`).ids(article, 'k', c.CoveredBy)
	e.raw(`,"checkworthy":`).bool(c.Checkworthy())
	e.raw(`,"score":`).score(&an.Articles[article].Claims[n])
	e.place(an.Document.Text, c.Span)
	e.raw(`}`)
}

func (e *encoder) citation(an *score.Analysis, article, n int, c *citations.Citation) {
	e.raw(`{"id":`).id(article, 'k', n)
	e.raw(`,"kind":`).string(c.Kind.String())
	e.raw(`,"role":`).string(c.Role.String())
	e.raw(`,"source_class":`).string(c.Class.String())
	e.raw(`,"group":`).numberOrNull(c.Group)
	e.raw(`,"span":`).span(c.Span)
	e.raw(`,"raw":`).string(c.Raw)
	e.raw(`,"signal":`).orNull(c.Signal)
	e.raw(`,"outlet":`).outlet(c.Outlet)
	e.raw(`,"date":`).date(c.Date)
	e.raw(`,"note":`).id(article, 'n', c.Note)
	e.raw(`,"url":`).orNull(c.URL)
	e.raw(`,"evidence":`).evidence(an.AnswersTo(article, n), c)
	e.raw(`}`)
}

// place says on which page and in which of the document's own paragraphs a span begins, null where the format has none.
func (e *encoder) place(t *text.Text, s citations.Span) {
	page, _ := t.Page(s.Start)
	e.raw(`,"page":`).numberOrNull(page)
	e.raw(`,"paragraph":`).numberOrNull(t.Paragraph(s.Start))
}

// numberOrNull prints a number from 1; 0 is none.
func (e *encoder) numberOrNull(n int) {
	if n == 0 {
		e.raw("null")
		return
	}
	e.int(n)
}

func (e *encoder) outlet(o *citations.Outlet) {
	if o == nil {
		e.raw("null")
		return
	}
	e.raw(`{"id":`).orNull(o.ID)
	e.raw(`,"name":`).string(o.Name)
	e.raw(`,"printed":`).string(o.Printed)
	e.raw(`,"span":`).span(o.Span)
	e.raw(`,"match":`).string(o.How)
	e.raw(`,"confidence":`).float(o.Confidence)
	e.raw(`,"why":`).string(o.Why)
	e.raw(`,"candidates":`).list(len(o.Candidates), func(i int) {
		e.raw(`{"id":`).string(o.Candidates[i].ID)
		e.raw(`,"why":`).string(o.Candidates[i].Why)
		e.raw(`}`)
	})
	e.raw(`}`)
}

func (e *encoder) date(d *dates.Date) {
	if d == nil {
		e.raw("null")
		return
	}
	e.raw(`{"iso":`).orNull(d.ISO())
	e.raw(`,"printed":`).string(d.Printed)
	e.raw(`,"precision":`).string(d.Precision.String())
	e.raw(`,"year":`).string(d.Year.String())
	e.raw(`,"why":`).string(d.Why)
	e.raw(`,"candidates":`).strings(d.Candidates)
	e.raw(`,"declared_none":`).bool(d.NoDate)
	e.raw(`}`)
}

func (e *encoder) marker(article int, a *citations.Article, m *citations.Marker) {
	e.raw(`{"span":`).span(m.Span)
	e.raw(`,"label":`).string(m.Label)
	e.raw(`,"note":`).id(article, 'n', m.Note)
	e.raw(`,"citations":`).ids(article, 'k', leadsTo(a, m))
	e.raw(`}`)
}

// leadsTo lists the citations of a marker's note; a comment is no source.
func leadsTo(a *citations.Article, m *citations.Marker) []int {
	if m.Note < 0 || a.Notes[m.Note].Kind == citations.NoteComment {
		return nil
	}
	return a.Notes[m.Note].Citations
}

func (e *encoder) note(article, n int, a *citations.Article, t *citations.Note) {
	e.raw(`{"id":`).id(article, 'n', n)
	e.raw(`,"span":`).span(t.Span)
	e.raw(`,"label":`).string(t.Label)
	e.raw(`,"text":`).string(t.Text)
	e.raw(`,"kind":`).string(t.Kind.String())
	e.raw(`,"authors":`).strings(t.Authors)
	e.raw(`,"title":`).orNull(t.Title)
	e.raw(`,"publisher":`).orNull(t.Publisher)
	e.raw(`,"outlet":`).outlet(firstOutlet(a, t))
	e.raw(`,"date":`).date(t.Date)
	e.raw(`,"accessed":`).accessed(t.Accessed)
	e.raw(`,"urls":`).list(len(t.URLs), func(i int) { e.string(t.URLs[i].Address) })
	e.raw(`,"refers_to":`).id(article, 'n', t.RefersTo)
	e.raw(`,"citations":`).ids(article, 'k', t.Citations)
	e.raw(`}`)
}

// firstOutlet is the outlet of the first source that a note names.
func firstOutlet(a *citations.Article, t *citations.Note) *citations.Outlet {
	if len(t.Citations) == 0 {
		return nil
	}
	return a.Citations[t.Citations[0]].Outlet
}

// accessed prints the day on which an address was read; it has no year to infer and nothing to explain, so its ISO form is all.
func (e *encoder) accessed(d *dates.Date) {
	if d == nil {
		e.raw("null")
		return
	}
	e.orNull(d.ISO())
}

func (e *encoder) score(s *score.Claim) {
	e.counts(&s.Counts)
	e.raw(`,"grade":`).orNull(s.Grade)
	e.raw(`,"reliability":`).orNull(s.Reliability)
	e.raw(`,"credibility":`).int(s.Credibility)
	e.raw(`,"points":`).int(s.Points)
	e.raw(`,"because":`).strings(s.Because)
	e.raw(`}`)
}

// counts opens the object of a score, which its caller closes.
func (e *encoder) counts(c *score.Counts) {
	e.raw(`{"citations":`).int(c.Citations)
	e.raw(`,"own":`).int(c.Own)
	e.raw(`,"outlets":`).int(c.Outlets)
	e.raw(`,"owners":{"count":`).int(c.Owners)
	e.raw(`,"known":`).int(c.OwnersKnown)
	e.raw(`},"countries":`).int(c.Countries)
	e.raw(`,"languages":`).int(c.Languages)
	e.raw(`,"origins":`).int(c.Origins)
	e.raw(`,"corroboration":`).int(c.Corroboration)
	e.raw(`,"read":`).int(c.Read)
	e.raw(`,"differs":`).int(c.Differs)
	e.raw(`,"diversity":`).float(c.Diversity)
	e.raw(`,"lag_days":`).lag(c)
}

func (e *encoder) lag(c *score.Counts) {
	if !c.LagKnown {
		e.raw("null")
		return
	}
	e.int(c.Lag)
}

func (e *encoder) figures(f *score.Figures) {
	e.counts(&f.Counts)
	e.raw(`,"grade":null,"reliability":null,"credibility":null,"points":null,"because":`).strings(f.Because)
	e.raw(`,"checkworthy":`).int(f.Checkworthy)
	e.raw(`,"sourced":`).int(f.Sourced)
	e.raw(`,"two_origins":`).int(f.TwoOrigins)
	e.raw(`,"state_controlled":`).int(f.StateControlled)
	e.raw(`,"unknown_outlets":`).int(f.UnknownOutlets)
	e.raw(`,"sought":`).int(f.Sought)
	e.raw(`,"carried":`).int(f.Carried)
	e.raw(`,"largest_outlet":`).share(f.LargestOutlet)
	e.raw(`,"largest_owner":`).share(f.LargestOwner)
	e.raw(`,"concentration":`).number(f.Concentration)
	e.raw(`,"effective_sources":`).number(f.EffectiveSources)
	e.raw(`}`)
}

func (e *encoder) share(s *score.Share) {
	if s == nil {
		e.raw("null")
		return
	}
	e.raw(`{"id":`).string(s.ID)
	e.raw(`,"n":`).int(s.N)
	e.raw(`,"of":`).int(s.Of)
	e.raw(`}`)
}

func (e *encoder) number(x *float64) {
	if x == nil {
		e.raw("null")
		return
	}
	e.float(*x)
}

func (e *encoder) finding(t *text.Text, f *score.Finding) {
	e.raw(`{"rule":`).string(f.Rule)
	e.raw(`,"severity":`).string(f.Severity.String())
	e.raw(`,"article":`)
	if f.Article < 0 {
		e.raw("null")
	} else {
		e.string(citations.ArticleID(f.Article))
	}
	e.raw(`,"claim":`).id(f.Article, 'c', f.Claim)
	e.raw(`,"citation":`).id(f.Article, 'k', f.Citation)
	e.raw(`,"note":`).id(f.Article, 'n', f.Note)
	e.raw(`,"span":`).span(f.Span)
	e.raw(`,"line":`).int(f.Line)
	e.raw(`,"column":`).int(f.Column)
	e.raw(`,"message":`).string(f.Message)
	e.raw(`,"suggestion":`).orNull(f.Suggestion)
	e.raw(`,"edit":`).edit(f.Edit)
	e.raw(`,"rests_on_guess":`).bool(f.RestsOnGuess)
	e.raw(`,"fingerprint":`).string(f.Fingerprint)
	e.raw(`,"silenced":`).silence(f.Silenced)
	e.place(t, f.Span)
	e.raw(`}`)
}

func (e *encoder) edit(x *citations.Edit) {
	if x == nil {
		e.raw("null")
		return
	}
	e.raw(`{"span":`).span(x.Span)
	e.raw(`,"text":`).string(x.Text)
	e.raw(`}`)
}

func (e *encoder) silence(s *score.Silence) {
	if s == nil {
		e.raw("null")
		return
	}
	e.raw(`{"by":`).orNull(s.By)
	e.raw(`,"reason":`).string(s.Reason)
	e.raw(`,"until":`).orNull(s.Until)
	e.raw(`}`)
}
