package archive

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

// Figures are what an archive's documents add up to.
type Figures struct {
	All      Sum
	Years    []Period // ascending; "" is what has no date, first
	Sections []Period // by name, where the catalogue gives any
	Items    []Item   // the documents, what to mend first at the top
	Outlets  []*Outlet
	Rules    []*Rule
	Gone     int // findings of changed documents that are no longer there
	Come     int // and those that are new
}

// Sum is what some documents have in all.
type Sum struct {
	Documents, Articles, Claims   int
	Checkworthy, Sourced          int // claims that state something checkable, and those of them for which something is given
	OneOrigin                     int // checkworthy claims that rest on a single origin
	Corroboration                 int // origins that stand, over the checkworthy claims
	Citations                     int // counted ones
	State                         int // of them from outlets where a state decides
	Errors, Warnings, Suggestions int // open findings
	Silenced                      int // and those that are silenced or signed off
}

// Findings is how many findings are open.
func (s *Sum) Findings() int { return s.Errors + s.Warnings + s.Suggestions }

// Unsourced is how many checkworthy claims have nothing given for them.
func (s *Sum) Unsourced() int { return s.Checkworthy - s.Sourced }

// Mend is what orders documents: errors, and checkworthy claims without a source.
func (s *Sum) Mend() int { return s.Errors + s.Unsourced() }

func (s *Sum) add(o *Sum) {
	s.Documents += o.Documents
	s.Articles += o.Articles
	s.Claims += o.Claims
	s.Checkworthy += o.Checkworthy
	s.Sourced += o.Sourced
	s.OneOrigin += o.OneOrigin
	s.Corroboration += o.Corroboration
	s.Citations += o.Citations
	s.State += o.State
	s.Errors += o.Errors
	s.Warnings += o.Warnings
	s.Suggestions += o.Suggestions
	s.Silenced += o.Silenced
}

// Period is what the documents of a year, or of a section, have in all.
type Period struct {
	Name string
	Sum
	outlets map[string]int // citations by outlet
}

// Concentration is the chance that two citations drawn at random name one outlet, in hundredths; false below ten citations.
func (p *Period) Concentration() (float64, bool) { return concentration(p.outlets, p.Citations) }

func concentration(outlets map[string]int, all int) (float64, bool) {
	if all < 10 {
		return 0, false
	}
	sum := 0
	for _, n := range outlets {
		sum += n * (n - 1)
	}
	return float64(sum) / float64(all) / float64(all-1), true
}

// Item is a document with its figures.
type Item struct {
	*Document
	Sum
	Title, Published string
	Outlets          int
}

// Outlet is a source with its citations over all documents.
type Outlet struct {
	ID, Name, Class, Owner, Country, Control string
	Registered, State                        bool
	Citations, Documents                     int
	First, Last                              string         // days of its earliest and latest cited piece
	FirstYear, LastYear                      string         // of the documents that cite it
	Printed                                  map[string]int // the ways in which its name is written inline
	last                                     int            // the last document that was counted, from 1
}

// Rule is what one rule has found.
type Rule struct {
	ID, Severity   string
	Open, Silenced int
	Documents      int
	Findings       []Finding // open ones, the first RuleMost
	last           int
}

// Finding is a finding of a rule, with its document.
type Finding struct {
	Item       *Document
	Title      string
	Article    int
	Message    string
	Suggestion string
	Guess      bool
}

// RuleMost is how many findings the page of a rule has; findings.csv has all.
const RuleMost = 2000

type gatherer struct {
	audit    *Audit
	tables   *Tables
	today    string
	f        Figures
	years    map[string]*Period
	sections map[string]*Period
	outlets  map[string]*Outlet
	rules    map[string]*Rule
	n        int // documents so far

	item   Item // the document at hand
	year   string
	cited  map[string]int
	titles []string // of its articles
}

func newGatherer(a *Audit, t *Tables) *gatherer {
	return &gatherer{audit: a, tables: t, today: a.Now.Format(time.DateOnly), years: map[string]*Period{}, sections: map[string]*Period{},
		outlets: map[string]*Outlet{}, rules: map[string]*Rule{}}
}

// document counts one document.
func (g *gatherer) document(r *ledger.Reading, d *Document) error {
	g.n++
	g.item = Item{Document: d, Sum: Sum{Documents: 1}, Published: d.Revision.Published}
	g.cited, g.titles = map[string]int{}, g.titles[:0]
	if err := r.Articles(d.Revision.Rev, g.article); err != nil {
		return err
	}
	g.item.Title = cmp.Or(d.Title, g.title(1), d.Name)
	g.year = year(g.item.Published)
	for _, err := range []error{
		r.Claims(d.Revision.Rev, g.claim), r.Citations(d.Revision.Rev, g.citation), r.Findings(d.Revision.Rev, g.finding), g.compare(r, d), g.tables.document(&g.item, len(g.cited)),
	} {
		if err != nil {
			return err
		}
	}
	g.close()
	return nil
}

// year is the year of an EDTF date, "" if it has none.
func year(edtf string) string {
	if len(edtf) < 4 || strings.Trim(edtf[:4], "0123456789") != "" {
		return ""
	}
	return edtf[:4]
}

func (g *gatherer) title(article int) string {
	if article < 1 || article > len(g.titles) {
		return ""
	}
	return g.titles[article-1]
}

func (g *gatherer) article(f *ledger.ArticleFact) error {
	g.item.Articles++
	g.titles = append(g.titles, f.Title)
	if g.item.Published == "" {
		g.item.Published = f.Published
	}
	return nil
}

func (g *gatherer) claim(f *ledger.ClaimFact) error {
	s := &g.item.Sum
	s.Claims++
	if f.Checkworthy {
		s.Checkworthy++
		s.Corroboration += f.Corroboration
		if f.Sourced {
			s.Sourced++
		}
		if f.Origins == 1 {
			s.OneOrigin++
		}
	}
	return g.tables.claim(&g.item, f)
}

func (g *gatherer) citation(f *ledger.CitationFact) error {
	if f.Counted() {
		g.item.Citations++
		g.cited[f.ID]++
		if f.StateControlled() {
			g.item.State++
		}
		g.outlet(f)
	}
	return g.tables.citation(&g.item, f)
}

func (g *gatherer) outlet(f *ledger.CitationFact) {
	o := g.outlets[f.ID]
	if o == nil {
		o = &Outlet{ID: f.ID, Printed: map[string]int{}}
		g.outlets[f.ID] = o
	}
	if o.last != g.n {
		o.last = g.n
		o.Documents++
		o.Name, o.Class, o.Owner, o.Country, o.Control, o.Registered, o.State = f.Name, f.Class, f.Owner, f.Country, f.Control, f.Registered, f.StateControlled()
		o.FirstYear, o.LastYear = spread(o.FirstYear, o.LastYear, g.year)
	}
	o.Citations++
	o.First, o.Last = spread(o.First, o.Last, f.Day)
	if f.Kind == "inline" && f.Outlet {
		if name := printed(f.Raw); name != "" {
			o.Printed[name]++
		}
	}
}

// spread makes an interval wide enough for a day or a year; "" is none.
func spread(first, last, day string) (string, string) {
	if day == "" {
		return first, last
	}
	if first == "" || day < first {
		first = day
	}
	return first, max(last, day)
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

func (g *gatherer) finding(f *ledger.FindingFact) error {
	r := g.rules[f.Rule]
	if r == nil {
		r = &Rule{ID: f.Rule, Severity: f.Severity}
		g.rules[f.Rule] = r
	}
	if !f.Open(g.today) {
		g.item.Silenced++
		r.Silenced++
		return g.tables.finding(&g.item, f, false)
	}
	r.Open++
	if r.last != g.n {
		r.last = g.n
		r.Documents++
	}
	switch f.Severity {
	case score.Error.String():
		g.item.Errors++
	case score.Warning.String():
		g.item.Warnings++
	default:
		g.item.Suggestions++
	}
	if len(r.Findings) < RuleMost {
		r.Findings = append(r.Findings, Finding{g.item.Document, g.item.Title, f.Article, f.Message, f.Suggestion, f.Guess})
	}
	return g.tables.finding(&g.item, f, true)
}

// compare counts which findings a changed document has lost and won.
func (g *gatherer) compare(r *ledger.Reading, d *Document) error {
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
			g.f.Come++
		}
		delete(was, f.Fingerprint)
		return nil
	})
	g.f.Gone += len(was)
	return err
}

// close adds the document at hand to what it belongs to.
func (g *gatherer) close() {
	g.item.Outlets = len(g.cited)
	g.f.All.add(&g.item.Sum)
	g.f.Items = append(g.f.Items, g.item)
	g.period(g.years, g.year)
	if g.item.Section != "" {
		g.period(g.sections, g.item.Section)
	}
}

func (g *gatherer) period(of map[string]*Period, name string) {
	p := of[name]
	if p == nil {
		p = &Period{Name: name, outlets: map[string]int{}}
		of[name] = p
	}
	p.add(&g.item.Sum)
	for id, n := range g.cited {
		p.outlets[id] += n
	}
}

// figures sorts what was gathered.
func (g *gatherer) figures() *Figures {
	f := &g.f
	f.Years, f.Sections = sorted(g.years), sorted(g.sections)
	slices.SortStableFunc(f.Items, func(a, b Item) int {
		return cmp.Or(b.Mend()-a.Mend(), b.Findings()-a.Findings(), strings.Compare(a.Name, b.Name))
	})
	f.Outlets = slices.SortedFunc(maps.Values(g.outlets), func(a, b *Outlet) int { return cmp.Or(b.Citations-a.Citations, strings.Compare(a.ID, b.ID)) })
	f.Rules = slices.SortedFunc(maps.Values(g.rules), func(a, b *Rule) int {
		return cmp.Or(rank(a.Severity)-rank(b.Severity), b.Open-a.Open, strings.Compare(a.ID, b.ID))
	})
	return f
}

func rank(severity string) int {
	return slices.Index([]string{score.Error.String(), score.Warning.String(), score.Suggestion.String()}, severity)
}

func sorted(of map[string]*Period) []Period {
	list := make([]Period, 0, len(of))
	for _, name := range slices.Sorted(maps.Keys(of)) {
		list = append(list, *of[name])
	}
	return list
}

// Concentration is that of the whole archive, as a Period has it.
func (f *Figures) Concentration() (float64, bool) {
	n := map[string]int{}
	for _, o := range f.Outlets {
		n[o.ID] = o.Citations
	}
	return concentration(n, f.All.Citations)
}

// Ways are the ways in which an outlet's name is written inline, the most frequent first.
func (o *Outlet) Ways() []string {
	return slices.SortedFunc(maps.Keys(o.Printed), func(a, b string) int {
		return cmp.Or(o.Printed[b]-o.Printed[a], strings.Compare(a, b))
	})
}
