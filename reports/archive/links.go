package archive

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"example.org/verify/fetch/support"
	"example.org/verify/score/ledger"
)

// Links are the cited pages that were looked up in a month, by what came of it. Each citation counts once, with its last look-up.
type Links struct {
	Month    string // 2006-01
	All      int
	Verdicts map[string]int // by support.Verdict
}

// of is how many came to one of some verdicts.
func (l *Links) of(verdicts ...support.Verdict) int {
	n := 0
	for _, v := range verdicts {
		n += l.Verdicts[string(v)]
	}
	return n
}

// Broken is a citation whose page was not there.
type Broken struct {
	Item    *Document
	Title   string
	Raw     string // the citation, as printed
	URL     string // as printed, "" if none is
	Verdict string
	Day     string // of the look-up
	Capture string // address of an archive's copy, "" for none
}

// BrokenMost is how many of them the dashboard has; the page of each document has all of its own.
const BrokenMost = 5000

// links counts what came of the look-ups. Of several of a citation, one for each claim, the last counts.
func (s *sheet) links(f *ledger.Facts) {
	s.months = map[string]*Links{}
	for i := range f.Pages {
		p := &f.Pages[i]
		if i+1 < len(f.Pages) && f.Pages[i+1].Article == p.Article && f.Pages[i+1].Citation == p.Citation {
			continue
		}
		addLinks(s.months, &Links{Month: p.At[:min(len(p.At), len("2006-01"))], All: 1, Verdicts: map[string]int{p.Verdict: 1}})
		if v := support.Verdict(p.Verdict); v != support.Gone && v != support.Unreachable && v != support.NotFound {
			continue
		}
		b := Broken{Item: s.item.Document, Title: s.item.Title, Verdict: p.Verdict, Day: p.At[:min(len(p.At), len("2006-01-02"))], Capture: p.Capture}
		for k := range f.Citations {
			if c := &f.Citations[k]; c.Article == p.Article && c.Citation == p.Citation {
				b.Raw, b.URL = c.Raw, c.URL
			}
		}
		s.broken = append(s.broken, b)
	}
}

func addLinks(of map[string]*Links, n *Links) {
	l := of[n.Month]
	if l == nil {
		l = &Links{Month: n.Month, Verdicts: map[string]int{}}
		of[n.Month] = l
	}
	l.All += n.All
	for v, k := range n.Verdicts {
		l.Verdicts[v] += k
	}
}

// sortedLinks are the months, and the citations whose pages are gone before those that may come back.
func (g *gatherer) sortedLinks() {
	for _, month := range slices.Sorted(maps.Keys(g.months)) {
		g.f.Links = append(g.f.Links, *g.months[month])
	}
	slices.SortStableFunc(g.f.Broken, func(a, b Broken) int { return cmp.Compare(lostRank(a.Verdict), lostRank(b.Verdict)) })
}

func lostRank(verdict string) int {
	return slices.Index([]string{string(support.Gone), string(support.NotFound), string(support.Unreachable)}, verdict)
}

func (f *Figures) links() *table {
	t := &table{ID: "links", More: "citations.csv", Columns: []column{{Name: "Looked up in"}, {Name: "Citations", Number: true}, {Name: "Page read", Number: true}, {Name: "Carries the claim", Number: true, Help: "wholly or in part"},
		{Name: "Differs", Number: true, Help: "a figure or a quotation contradicts"}, {Name: "Not found", Number: true}, {Name: "Gone", Number: true}, {Name: "Blocked", Number: true, Help: "robots.txt, a paywall, a login"}, {Name: "Unreachable", Number: true}}}
	for i := range f.Links {
		l := &f.Links[i]
		t.add(words(l.Month), count(l.All), part(l.of(support.Supported, support.Partly, support.OtherLanguage, support.Differs, support.Unrelated), l.All), part(l.of(support.Supported, support.Partly), l.All),
			part(l.of(support.Differs), l.All), part(l.of(support.NotFound), l.All), part(l.of(support.Gone), l.All), part(l.of(support.Blocked), l.All), part(l.of(support.Unreachable), l.All))
	}
	return t
}

func (f *Figures) broken() *table {
	t := &table{ID: "broken", Columns: []column{{Name: "Document", Wide: true}, {Name: "State"}, {Name: "Looked up"}, {Name: "Citation", Wide: true}, {Name: "Archived copy", Wide: true}}}
	for i := range f.Broken {
		b := &f.Broken[i]
		t.add(documentLink(b.Item, b.Title, ""), words(b.Verdict), words(b.Day), words(strings.TrimSpace(cmp.Or(b.Raw, b.URL))), words(b.Capture))
	}
	return t
}
