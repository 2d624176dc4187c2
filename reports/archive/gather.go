package archive

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"example.org/verify/score"
)

// Figures are what an archive's documents add up to.
type Figures struct {
	All      Sum
	Years    []Period // ascending; "" is what has no date, first
	Sections []Period // by name, where the catalogue gives any
	Authors  []Period // by name; a piece of several counts for each. Their Documents are pieces: articles, or documents whose authors the catalogue names
	Items    []Item   // the documents, what to mend first at the top
	Outlets  []*Outlet
	Rules    []*Rule
	Links    []Links // months in which cited pages were looked up, ascending
	Broken   []Broken
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
	Nobody, Via, Own              int // citations that are not counted: that name nobody, the party that a source is said to quote, the publication itself
	Errors, Warnings, Suggestions int // open findings
	Silenced                      int // and those that are silenced or signed off
}

// Findings is how many findings are open.
func (s *Sum) Findings() int { return s.Errors + s.Warnings + s.Suggestions }

// Unsourced is how many checkworthy claims have nothing given for them.
func (s *Sum) Unsourced() int { return s.Checkworthy - s.Sourced }

// Mend is what orders documents: errors, and checkworthy claims without a source.
func (s *Sum) Mend() int { return s.Errors + s.Unsourced() }

// Uncounted is how many citations no share counts.
func (s *Sum) Uncounted() int { return s.Nobody + s.Via + s.Own }

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
	s.Nobody += o.Nobody
	s.Via += o.Via
	s.Own += o.Own
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

// Diversity is the effective number of outlets: a Hill number of order 1 (Jost 2006), as the view diversity has it for a claim; false below ten citations.
func (p *Period) Diversity() (float64, bool) {
	if p.Citations < 10 {
		return 0, false
	}
	all, sum := float64(p.Citations), 0.0
	for _, id := range slices.Sorted(maps.Keys(p.outlets)) { // the order of summing is in the last digits
		n := float64(p.outlets[id])
		sum += n * math.Log(n)
	}
	return math.Exp(math.Log(all) - sum/all), true
}

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
	Alone, AloneIn                           int            // checkworthy claims that rest on it and on no other origin, and the documents that have some
	Lone                                     []Lone         // those claims, the first LoneMost
}

// Lone is a claim that rests on one origin, with its document.
type Lone struct {
	Item  *Document
	Title string
	Text  string
	Grave bool
}

// LoneMost is how many claims the page of an outlet has; claims.csv has all.
const LoneMost = 500

// Rule is what one rule has found.
type Rule struct {
	ID, Severity   string
	Open, Silenced int
	Documents      int
	Findings       []Finding // open ones, the first RuleMost
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

// gatherer adds up what the sheets of the documents say.
type gatherer struct {
	f                        Figures
	years, sections, authors map[string]*Period
	outlets                  map[string]*Outlet
	rules                    map[string]*Rule
	months                   map[string]*Links
}

func newGatherer() *gatherer {
	return &gatherer{years: map[string]*Period{}, sections: map[string]*Period{}, authors: map[string]*Period{}, outlets: map[string]*Outlet{}, rules: map[string]*Rule{},
		months: map[string]*Links{}}
}

// add adds a document to what it belongs to.
func (g *gatherer) add(s *sheet) {
	g.f.All.add(&s.item.Sum)
	g.f.Items = append(g.f.Items, s.item)
	g.f.Gone, g.f.Come = g.f.Gone+s.gone, g.f.Come+s.come
	cited := map[string]int{}
	for _, o := range s.outlets {
		cited[o.ID] = o.Citations
	}
	add(g.years, s.year, &s.item.Sum, cited)
	if s.item.Section != "" {
		add(g.sections, s.item.Section, &s.item.Sum, cited)
	}
	for i := range s.signed {
		for _, name := range s.signed[i].authors {
			add(g.authors, name, &s.signed[i].Sum, s.signed[i].cited)
		}
	}
	for _, o := range s.outlets {
		g.outlet(o)
	}
	for _, r := range s.rules {
		g.rule(r)
	}
	for _, l := range s.months {
		addLinks(g.months, l)
	}
	g.f.Broken = append(g.f.Broken, s.broken[:min(len(s.broken), BrokenMost-len(g.f.Broken))]...)
}

// add adds to a period, or whatever has the name. cited are citations by outlet.
func add(of map[string]*Period, name string, sum *Sum, cited map[string]int) {
	p := of[name]
	if p == nil {
		p = &Period{Name: name, outlets: map[string]int{}}
		of[name] = p
	}
	p.add(sum)
	for id, n := range cited {
		p.outlets[id] += n
	}
}

func (g *gatherer) outlet(n *Outlet) {
	o := g.outlets[n.ID]
	if o == nil {
		g.outlets[n.ID] = n
		return
	}
	o.Name, o.Class, o.Owner, o.Country, o.Control, o.Registered, o.State = n.Name, n.Class, n.Owner, n.Country, n.Control, n.Registered, n.State
	o.Citations, o.Documents = o.Citations+n.Citations, o.Documents+n.Documents
	o.Alone, o.AloneIn = o.Alone+n.Alone, o.AloneIn+n.AloneIn
	o.First, o.Last = spread(o.First, o.Last, n.First)
	o.First, o.Last = spread(o.First, o.Last, n.Last)
	o.FirstYear, o.LastYear = spread(o.FirstYear, o.LastYear, n.FirstYear)
	for name, k := range n.Printed {
		o.Printed[name] += k
	}
	o.Lone = append(o.Lone, n.Lone[:min(len(n.Lone), LoneMost-len(o.Lone))]...)
}

func (g *gatherer) rule(n *Rule) {
	r := g.rules[n.ID]
	if r == nil {
		g.rules[n.ID] = n
		return
	}
	r.Open, r.Silenced, r.Documents = r.Open+n.Open, r.Silenced+n.Silenced, r.Documents+n.Documents
	r.Findings = append(r.Findings, n.Findings[:min(len(n.Findings), RuleMost-len(r.Findings))]...)
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

// figures sorts what was gathered.
func (g *gatherer) figures() *Figures {
	f := &g.f
	g.sortedLinks()
	f.Years, f.Sections, f.Authors = sorted(g.years), sorted(g.sections), sorted(g.authors)
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
