package html

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/fetch/support"
	"example.org/verify/score"
)

// sources are whom a document names, each once, those cited most often first.
type sources struct {
	list []*sourceRow
	at   [][]*sourceRow // by article and citation; nil where nobody is named
}

// sourceRow is one line of the source table.
type sourceRow struct {
	Anchor                string
	Key, Name, Printed    string // Printed: other forms that stand in the text
	Code, Country         string
	Kind, Owner, Control  string
	Controlled, Unknown   bool
	Letter, RatedBy       string
	Citations, Fallen     int // fallen: of them not standing for a claim
	Quoted                int // named as speaking
	First, Last           day
	Sought, Read, Differs int
	Evidence              string
	Dir                   string

	printed []string
	owner   string
}

func newSources(m *maker) *sources {
	s := &sources{at: make([][]*sourceRow, len(m.a.Document.Articles))}
	byKey := map[string]*sourceRow{}
	for n := range m.a.Document.Articles {
		art := &m.a.Document.Articles[n]
		fell := fallenOf(&m.a.Articles[n])
		s.at[n] = make([]*sourceRow, len(art.Citations))
		for k := range art.Citations {
			src := score.SourceOf(&art.Citations[k], m.about.Owners)
			if src.ID == "" {
				continue
			}
			r := byKey[src.ID]
			if r == nil {
				r = m.sourceRow(&src, &art.Citations[k])
				byKey[src.ID] = r
				s.list = append(s.list, r)
			}
			s.at[n][k] = r
			r.count(&art.Citations[k], fell[k], telling(m.a, n, k))
		}
	}
	s.finish(m)
	return s
}

// fallenOf says which citations of an article do not stand.
func fallenOf(s *score.Article) map[int]bool {
	fell := map[int]bool{}
	for i := range s.Claims {
		for _, o := range s.Claims[i].Origins {
			if o.Standing || o.Own {
				continue
			}
			for _, k := range o.Citations {
				fell[k] = true
			}
		}
	}
	return fell
}

func (m *maker) sourceRow(src *score.Source, c *citations.Citation) *sourceRow {
	r := &sourceRow{Key: src.ID, Name: visible(src.Name), Code: visible(src.Country), Country: country(src.Country), Owner: visible(src.OwnerName),
		Control: controls[src.Control], Controlled: src.Controlled(), Unknown: src.Outlet && !src.Known, owner: src.Owner}
	r.Kind = src.Class.String()
	if c.Outlet != nil && c.Outlet.Entry != nil {
		r.Kind = visible(string(c.Outlet.Entry.Kind))
	}
	if rating, ok := m.about.Ratings[src.ID]; ok {
		r.Letter, r.RatedBy = visible(rating.Letter), visible(firstOf(rating.By, "the desk"))
	}
	return r
}

// count adds a citation to its source.
func (r *sourceRow) count(c *citations.Citation, fell bool, a *score.Answer) {
	if c.Role == citations.Via {
		r.Quoted++
	} else {
		r.Citations++
	}
	if fell {
		r.Fallen++
	}
	if c.Outlet != nil && c.Outlet.Printed != "" && c.Outlet.Printed != r.Name && !slices.Contains(r.printed, c.Outlet.Printed) {
		r.printed = append(r.printed, c.Outlet.Printed)
	}
	if d := dayOf(c.Date); d.ISO != "" && !strings.HasPrefix(d.ISO, "X") {
		if r.First.ISO == "" || d.ISO < r.First.ISO {
			r.First = d
		}
		if d.ISO > r.Last.ISO {
			r.Last = d
		}
	}
	r.seek(a)
}

func (r *sourceRow) seek(a *score.Answer) {
	if a == nil {
		return
	}
	r.Sought++
	switch a.Evidence.Verdict {
	case support.Supported, support.Partly:
		r.Read++
	case support.Differs:
		r.Differs++
	}
}

// finish sorts the sources and gives each its place.
func (s *sources) finish(m *maker) {
	slices.SortStableFunc(s.list, func(a, b *sourceRow) int {
		return cmp.Or(cmp.Compare(b.Citations, a.Citations), cmp.Compare(b.Quoted, a.Quoted), cmp.Compare(a.Name, b.Name))
	})
	for i, r := range s.list {
		r.Anchor = m.prefix + "s" + strconv.Itoa(i+1)
		r.Dir = direction(r.Name)
		r.Printed = visible(shorten(strings.Join(r.printed, " · "), 200))
		if r.Last == r.First {
			r.Last = day{}
		}
		r.Evidence = "not sought"
		if r.Sought > 0 {
			r.Evidence = of(r.Read, r.Sought) + " read and found to carry the claim"
		}
		if r.Differs > 0 {
			r.Evidence += ", " + strconv.Itoa(r.Differs) + " differing"
		}
	}
}

// of is the source of a citation, nil if nobody is named.
func (s *sources) of(article, citation int) *sourceRow { return s.at[article][citation] }

// anchor is where the source of a citation stands in the table, "" if nobody is named.
func (s *sources) anchor(article, citation int) string {
	if r := s.of(article, citation); r != nil {
		return r.Anchor
	}
	return ""
}

// sought reports whether a page of any source was sought.
func (s *sources) sought() bool {
	return slices.ContainsFunc(s.list, func(r *sourceRow) bool { return r.Sought > 0 })
}
