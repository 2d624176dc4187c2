package ledger

import (
	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/score"
)

// putter makes the rows of one document.
type putter struct {
	*rows
	doc   *citations.Document
	trail *score.Trail
	env   *score.Env
	rev   string
	keys  map[score.Source]string // of the sources that were met
}

// document makes all rows of a revision except the revision itself.
func (p *putter) document() {
	p.keys = map[score.Source]string{}
	for _, f := range []func(){p.ratings, p.articles, p.authors, p.sources, p.notes, p.claims, p.citations, p.supports, p.judged, p.used} {
		f()
	}
	p.end()
}

// ratings makes the letters that the document's own sources have.
func (p *putter) ratings() {
	p.into("rating")
	if len(p.env.Ratings) == 0 {
		return
	}
	for a := range p.trail.Articles {
		for i := range p.trail.Articles[a].Cited {
			id := p.trail.Articles[a].Cited[i].Source.ID
			if r, ok := p.env.Ratings[id]; ok {
				p.add(p.rev, id, r.Letter, r.By, null(r.On))
			}
		}
	}
}

func (p *putter) articles() {
	p.into("article")
	for a := range p.doc.Articles {
		art := &p.doc.Articles[a]
		p.add(p.rev, a+1, art.Title, null(art.Language), null(art.Published.ISO()), day(&art.Published))
	}
}

func (p *putter) authors() {
	p.into("author")
	for a := range p.doc.Articles {
		for i, name := range p.doc.Articles[a].Authors {
			p.add(p.rev, a+1, i+1, name)
		}
	}
}

// day is a date that is known to the day, NULL for anything less.
func day(d *dates.Date) any {
	t, ok := score.Day(d)
	if !ok {
		return nil
	}
	return t.Format("2006-01-02")
}

// iso is a date as EDTF, NULL for none.
func iso(d *dates.Date) any {
	if d == nil {
		return nil
	}
	return null(d.ISO())
}

func (p *putter) sources() {
	for a := range p.trail.Articles {
		for i := range p.trail.Articles[a].Cited {
			s := p.trail.Articles[a].Cited[i].Source
			if _, met := p.keys[*s]; met || s.ID == "" {
				continue
			}
			key := sourceKey(s)
			p.keys[*s] = key
			p.into("source")
			p.add(key, s.ID, s.Name, s.Class.String(), null(s.Owner), null(s.Country), null(s.Language), null(s.Control),
				null(s.State()), registry(s))
			p.only(key)
		}
	}
}

// registry is 1 for an outlet in the registry, 0 for another, NULL for no outlet.
func registry(s *score.Source) any {
	switch {
	case !s.Outlet:
		return nil
	case s.Known:
		return 1
	}
	return 0
}

func (p *putter) notes() {
	p.into("note")
	for a := range p.doc.Articles {
		for i := range p.doc.Articles[a].Notes {
			n := &p.doc.Articles[a].Notes[i]
			url := ""
			if len(n.URLs) > 0 {
				url = n.URLs[0].Address
			}
			p.add(p.rev, a+1, i+1, n.Label, n.Kind.String(), null(n.Title), null(n.Publisher), iso(n.Date), null(url), n.Text)
		}
	}
}

func (p *putter) claims() {
	p.into("claim")
	for a := range p.doc.Articles {
		for i := range p.doc.Articles[a].Claims {
			c := &p.doc.Articles[a].Claims[i]
			p.add(p.rev, a+1, i+1, c.Span.Start, c.Span.End, c.Text, claimKey(c.Text), truth(c.Checkworthy()),
				truth(c.Worth&citations.Grave != 0), numbers(c.CoveredBy), len(c.Orphan))
		}
	}
}

func (p *putter) citations() {
	p.into("citation")
	for a := range p.doc.Articles {
		t := &p.trail.Articles[a]
		origin := originOf(t.Origins, len(t.Cited))
		for i := range p.doc.Articles[a].Citations {
			p.citation(a, i, origin[i])
		}
	}
}

func (p *putter) citation(a, i, origin int) {
	c, k := &p.doc.Articles[a].Citations[i], &p.trail.Articles[a].Cited[i]
	role, source := c.Role, any(nil)
	if k.Own {
		role = citations.Own
	}
	if k.Source.ID != "" {
		source = p.keys[*k.Source]
	}
	group := any(nil)
	if c.Group > 0 {
		group = c.Group
	}
	p.add(p.rev, a+1, i+1, c.Kind.String(), role.String(), group, number(c.Note), source, c.Raw, iso(c.Date), day(c.Date),
		null(c.URL), null(c.Agency), c.Span.Start, c.Span.End, number(origin), truth(k.Standing), truth(k.Read), truth(k.Differs),
		truth(k.Evidence.Sought), truth(k.Evidence.Carries), null(k.Why))
}

// originOf says for each of n citations which origin it belongs to, -1 for none.
func originOf(origins []score.Origin, n int) []int {
	of := make([]int, n)
	for i := range of {
		of[i] = -1
	}
	for o := range origins {
		for _, i := range origins[o].Citations {
			of[i] = o
		}
	}
	return of
}

func (p *putter) supports() {
	p.into("support")
	for a := range p.doc.Articles {
		t := &p.trail.Articles[a]
		for c := range p.doc.Articles[a].Claims {
			given := p.doc.Articles[a].Claims[c].Citations
			for _, i := range given {
				p.add(p.rev, a+1, c+1, i+1, number(holding(t.Claims[c], i)))
			}
		}
	}
}

// holding is the origin that holds a citation, -1 if none does.
func holding(origins []score.Origin, citation int) int {
	for o := range origins {
		for _, i := range origins[o].Citations {
			if i == citation {
				return o
			}
		}
	}
	return -1
}

// used makes the observations that the scores rest on.
func (p *putter) used() {
	p.into("used")
	for a := range p.trail.Articles {
		for i := range p.trail.Articles[a].Cited {
			for _, id := range p.trail.Articles[a].Cited[i].Evidence.Observations {
				p.add(p.rev, a+1, i+1, id)
			}
		}
	}
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}
