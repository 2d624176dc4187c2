package archive

import (
	"cmp"
	"strings"
	"time"

	"example.org/verify/citations"
	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

// sheet is what one document adds to the figures of its archive, and its rows of the tables.
type sheet struct {
	item       Item
	year       string
	signed     []signed
	outlets    []*Outlet // counted sources, in the order of their first citation
	rules      []*Rule
	months     map[string]*Links
	broken     []Broken
	gone, come int    // findings against the document's last revision
	rows       []rows // by table; those of outlets stay empty
	found      *found // nil where no search is written
}

// signed is what some authors have written: the whole document where the catalogue names them, else an article of it.
type signed struct {
	authors []string
	Sum
	cited map[string]int // citations by outlet
}

// reader makes sheets. It serves one goroutine.
type reader struct {
	ledger *ledger.Reading
	tables *Tables
	search *Search
	today  string // 2006-01-02
	facts  ledger.Facts
}

func newReader(r *ledger.Reading, a *Audit, t *Tables, s *Search) *reader {
	return &reader{ledger: r, tables: t, search: s, today: a.Now.Format(time.DateOnly)}
}

// read makes the sheet of a document.
func (r *reader) read(d *Document) (*sheet, error) {
	f := &r.facts
	if err := r.ledger.Facts(d.Revision.Rev, f); err != nil {
		return nil, err
	}
	s := &sheet{item: Item{Document: d, Sum: Sum{Documents: 1, Articles: len(f.Articles)}}, rows: r.tables.empty()}
	s.head(f.Articles)
	for i := range f.Citations {
		s.citation(&f.Citations[i])
	}
	for i := range f.Claims {
		s.claim(&f.Claims[i])
	}
	s.item.Outlets = len(s.outlets)
	s.found = r.search.find(&s.item, f)
	if len(f.Pages) > 0 {
		s.links(f)
	}
	err := r.ledger.Findings(d.Revision.Rev, func(f *ledger.FindingFact) error { s.finding(f, f.Open(r.today)); return nil })
	if err != nil {
		return nil, err
	}
	if err := s.compare(r.ledger); err != nil {
		return nil, err
	}
	s.sign()
	i := &s.item
	s.rows[documentTable].add(d.Name, i.Title, d.Section, d.Authors, i.Published, i.Articles, i.Claims, i.Checkworthy, i.Sourced, i.OneOrigin, i.Corroboration,
		i.Citations, i.Outlets, i.State, i.Errors, i.Warnings, i.Suggestions, i.Silenced, d.Change, d.Revision.Rev)
	return s, nil
}

// authorsOf parts the names of a catalogue's cell: by semicolons, or else by commas.
func authorsOf(cell string) []string {
	sign := ","
	if strings.Contains(cell, ";") {
		sign = ";"
	}
	var names []string
	for name := range strings.SplitSeq(cell, sign) {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// head takes title and date from the first article where the catalogue and the revision do not have them.
func (s *sheet) head(articles []ledger.ArticleFact) {
	d := s.item.Document
	s.item.Published = d.Revision.Published
	first := ""
	for i := range articles {
		if i == 0 {
			first = articles[i].Title
		}
		s.item.Published = cmp.Or(s.item.Published, articles[i].Published)
		s.signed = append(s.signed, signed{authors: articles[i].Authors, Sum: Sum{Documents: 1, Articles: 1}, cited: map[string]int{}})
	}
	s.item.Title = cmp.Or(d.Title, first, d.Name)
	s.year = year(s.item.Published)
}

// year is the year of an EDTF date, "" if it has none.
func year(edtf string) string {
	if len(edtf) < 4 || strings.Trim(edtf[:4], "0123456789") != "" {
		return ""
	}
	return edtf[:4]
}

// article is what the authors of an article have written. A finding may be of no article.
func (s *sheet) article(number int) *signed {
	if number < 1 || number > len(s.signed) {
		return &signed{cited: map[string]int{}}
	}
	return &s.signed[number-1]
}

// sign gives the whole document to the authors whom the catalogue names.
func (s *sheet) sign() {
	names := authorsOf(s.item.Authors)
	if len(names) == 0 {
		return
	}
	all := signed{authors: names, Sum: s.item.Sum, cited: map[string]int{}}
	for _, o := range s.outlets {
		all.cited[o.ID] = o.Citations
	}
	s.signed = []signed{all}
}

func (s *sheet) claim(f *ledger.ClaimFact) {
	d := &s.item
	own := Sum{Claims: 1}
	if f.Checkworthy {
		own.Checkworthy, own.Corroboration = 1, f.Corroboration
		if f.Sourced {
			own.Sourced = 1
		}
		if f.Origins == 1 {
			own.OneOrigin = 1
			s.alone(f)
		}
	}
	d.add(&own)
	s.article(f.Article).add(&own)
	s.rows[claimTable].add(d.Name, d.Published, f.Article, f.Claim, f.Text, f.Checkworthy, f.Grave, f.Sourced, f.Citations, f.Outlets, f.Origins, f.Corroboration,
		f.Grade, f.Reliability, f.Credibility, f.Points)
}

// alone counts a claim for the one origin that it rests on.
func (s *sheet) alone(f *ledger.ClaimFact) {
	if f.Alone == nil || !f.Alone.Counted() {
		return
	}
	o := s.outlet(f.Alone)
	o.Alone++
	o.AloneIn = 1
	if len(o.Lone) < LoneMost {
		o.Lone = append(o.Lone, Lone{s.item.Document, s.item.Title, f.Text, f.Grave})
	}
}

func (s *sheet) citation(f *ledger.CitationFact) {
	d, part := &s.item, s.article(f.Article)
	own := cite(f)
	d.add(&own)
	part.add(&own)
	if f.Counted() {
		part.cited[f.ID]++
		s.cited(f)
	}
	s.rows[citationTable].add(d.Name, d.Published, f.Article, f.Citation, f.Kind, f.Role, f.Raw, f.ID, f.Name, f.Class, f.Owner, f.Country, f.Language, f.Control,
		f.Registered, f.Date, f.URL, f.Standing, f.Why, f.Claims)
}

// cite is what a citation adds to a sum.
func cite(f *ledger.CitationFact) (own Sum) {
	switch {
	case f.Counted():
		own.Citations = 1
		if f.StateControlled() {
			own.State = 1
		}
	case f.Role == citations.Via.String():
		own.Via = 1
	case f.Role == citations.Own.String():
		own.Own = 1
	default:
		own.Nobody = 1
	}
	return own
}

// outlet is the source of a counted citation.
func (s *sheet) outlet(f *ledger.CitationFact) *Outlet {
	for _, o := range s.outlets {
		if o.ID == f.ID {
			return o
		}
	}
	o := &Outlet{ID: f.ID, Name: f.Name, Class: f.Class, Owner: f.Owner, Country: f.Country, Control: f.Control, Registered: f.Registered, State: f.StateControlled(),
		Documents: 1, FirstYear: s.year, LastYear: s.year, Printed: map[string]int{}}
	s.outlets = append(s.outlets, o)
	return o
}

func (s *sheet) cited(f *ledger.CitationFact) {
	o := s.outlet(f)
	o.Citations++
	o.First, o.Last = spread(o.First, o.Last, f.Day)
	if f.Kind == "inline" && f.Outlet {
		if name := printed(f.Raw); name != "" {
			o.Printed[name]++
		}
	}
}

// printed is the name in a citation as it was printed: what stands before its date, as "Libya Herald" in "Libya Herald, 6 April". "" if there is none.
func printed(raw string) string {
	name, _, _ := strings.Cut(strings.Trim(raw, "[]()“”\"' "), ",")
	words := strings.Fields(name)
	for i, w := range words {
		if strings.ContainsAny(w, "0123456789") && (i == 0 || len(w) >= 4 || isMonth(words[i-1]) || i+1 < len(words) && isMonth(words[i+1])) {
			words = words[:i]
			break
		}
	}
	for len(words) > 1 && isMonth(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

func isMonth(word string) bool { return months[strings.ToLower(strings.Trim(word, ".,"))] }

var months = setOf(`jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

func (s *sheet) finding(f *ledger.FindingFact, open bool) {
	d, r := &s.item, s.rule(f)
	reason := f.Silenced
	if reason == "" && !open {
		reason = "signed off by " + f.SignedOff
	}
	s.rows[findingTable].add(d.Name, d.Published, f.Rule, f.Severity, open, f.Article, f.Claim, f.Citation, f.Note, f.Start, f.Message, f.Suggestion, f.Guess, reason, f.Fingerprint)
	own := worth(f, open)
	d.add(&own)
	s.article(f.Article).add(&own)
	if !open {
		r.Silenced++
		return
	}
	r.Open++
	r.Documents = 1
	if len(r.Findings) < RuleMost {
		r.Findings = append(r.Findings, Finding{d.Document, d.Title, f.Article, f.Message, f.Suggestion, f.Guess})
	}
}

// worth is what a finding adds.
func worth(f *ledger.FindingFact, open bool) Sum {
	switch {
	case !open:
		return Sum{Silenced: 1}
	case f.Severity == score.Error.String():
		return Sum{Errors: 1}
	case f.Severity == score.Warning.String():
		return Sum{Warnings: 1}
	}
	return Sum{Suggestions: 1}
}

func (s *sheet) rule(f *ledger.FindingFact) *Rule {
	for _, r := range s.rules {
		if r.ID == f.Rule {
			return r
		}
	}
	r := &Rule{ID: f.Rule, Severity: f.Severity}
	s.rules = append(s.rules, r)
	return r
}

// compare counts which findings a changed document has lost and won.
func (s *sheet) compare(r *ledger.Reading) error {
	d := s.item.Document
	if d.Change != "changed" || d.Revision.Before == "" {
		return nil
	}
	was := map[string]bool{}
	err := r.Findings(d.Revision.Before, func(f *ledger.FindingFact) error { was[f.Fingerprint] = true; return nil })
	if err != nil {
		return err
	}
	err = r.Findings(d.Revision.Rev, func(f *ledger.FindingFact) error {
		if !was[f.Fingerprint] {
			s.come++
		}
		delete(was, f.Fingerprint)
		return nil
	})
	s.gone = len(was)
	return err
}
