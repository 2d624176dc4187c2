package ledger

import (
	"fmt"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/score"
)

// putter puts one document.
type putter struct {
	w     *writer
	doc   *citations.Document
	trail *score.Trail
	env   *score.Env
	meta  Meta
	rev   string
}

// put records the document, or, where this revision is there already, no more than that it is the current one again.
func (p *putter) put() error {
	isNew, err := p.revision()
	if err != nil {
		return err
	}
	if !isNew {
		return p.authors() // which a revision of an older verify does not have
	}
	for _, f := range []func() error{p.ratings, p.articles, p.authors, p.sources, p.notes, p.claims, p.citations, p.supports, p.judged, p.used} {
		if err := f(); err != nil {
			return err
		}
	}
	return nil
}

// revision puts the document and its revision and reports whether that is new.
func (p *putter) revision() (isNew bool, err error) {
	_, err = p.w.often(`INSERT INTO document (doc, path) VALUES (?, ?)`+upserts["document"], p.meta.Doc, null(p.meta.Path))
	if err != nil {
		return false, fmt.Errorf("document: %w", err)
	}
	now := stamp(p.meta.Now)
	n, err := p.w.often(`INSERT OR IGNORE INTO revision (rev, doc, sha256, settings, tool, publication, published, recorded)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, p.rev, p.meta.Doc, p.meta.SHA256, p.env.Settings, p.meta.Tool,
		null(p.doc.Publication), null(p.doc.Published.ISO()), now)
	if err != nil {
		return false, fmt.Errorf("revision: %w", err)
	}
	if n > 0 {
		return true, nil
	}
	return false, p.current(now)
}

// current makes a revision that is there already its document's current one again, if another has come after it.
func (p *putter) current(now string) error {
	err := p.w.exec(`UPDATE revision SET recorded = ?2 WHERE rev = ?1 AND recorded < ?2
		AND EXISTS (SELECT 1 FROM revision r WHERE r.doc = revision.doc AND r.rev <> ?1 AND r.recorded >= revision.recorded)`, p.rev, now)
	if err != nil {
		return fmt.Errorf("revision: %w", err)
	}
	return nil
}

// ratings puts the letters that the document's own sources have.
func (p *putter) ratings() error {
	rows := p.w.rows("rating")
	for a := range p.trail.Articles {
		for i := range p.trail.Articles[a].Cited {
			id := p.trail.Articles[a].Cited[i].Source.ID
			if r, ok := p.env.Ratings[id]; ok {
				rows.add(p.rev, id, r.Letter, r.By, null(r.On))
			}
		}
	}
	return rows.flush()
}

func (p *putter) articles() error {
	rows := p.w.rows("article")
	for a := range p.doc.Articles {
		art := &p.doc.Articles[a]
		rows.add(p.rev, a+1, art.Title, null(art.Language), null(art.Published.ISO()), day(&art.Published))
	}
	return rows.flush()
}

func (p *putter) authors() error {
	rows := p.w.rows("author")
	for a := range p.doc.Articles {
		for i, name := range p.doc.Articles[a].Authors {
			rows.add(p.rev, a+1, i+1, name)
		}
	}
	return rows.flush()
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

func (p *putter) sources() error {
	rows := p.w.rows("source")
	for a := range p.trail.Articles {
		for i := range p.trail.Articles[a].Cited {
			s := &p.trail.Articles[a].Cited[i].Source
			key := p.w.sourceKey(s)
			if s.ID == "" || p.w.seen[key] {
				continue
			}
			p.w.seen[key] = true
			rows.add(key, s.ID, s.Name, s.Class.String(), null(s.Owner), null(s.Country), null(s.Language), null(s.Control),
				null(s.State()), registry(s))
		}
	}
	return rows.flush()
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

func (p *putter) notes() error {
	rows := p.w.rows("note")
	for a := range p.doc.Articles {
		for i := range p.doc.Articles[a].Notes {
			n := &p.doc.Articles[a].Notes[i]
			url := ""
			if len(n.URLs) > 0 {
				url = n.URLs[0].Address
			}
			rows.add(p.rev, a+1, i+1, n.Label, n.Kind.String(), null(n.Title), null(n.Publisher), iso(n.Date), null(url), n.Text)
		}
	}
	return rows.flush()
}

func (p *putter) claims() error {
	rows := p.w.rows("claim")
	for a := range p.doc.Articles {
		for i := range p.doc.Articles[a].Claims {
			c := &p.doc.Articles[a].Claims[i]
			rows.add(p.rev, a+1, i+1, c.Span.Start, c.Span.End, c.Text, claimKey(c.Text), truth(c.Checkworthy()),
				truth(c.Worth&citations.Grave != 0), numbers(c.CoveredBy), len(c.Orphan))
		}
	}
	return rows.flush()
}

func (p *putter) citations() error {
	rows := p.w.rows("citation")
	for a := range p.doc.Articles {
		t := &p.trail.Articles[a]
		origin := originOf(t.Origins, len(t.Cited))
		for i := range p.doc.Articles[a].Citations {
			p.citation(rows, a, i, origin[i])
		}
	}
	return rows.flush()
}

func (p *putter) citation(rows *rows, a, i, origin int) {
	c, k := &p.doc.Articles[a].Citations[i], &p.trail.Articles[a].Cited[i]
	role, source := c.Role, any(nil)
	if k.Own {
		role = citations.Own
	}
	if k.Source.ID != "" {
		source = p.w.sourceKey(&k.Source)
	}
	group := any(nil)
	if c.Group > 0 {
		group = c.Group
	}
	rows.add(p.rev, a+1, i+1, c.Kind.String(), role.String(), group, number(c.Note), source, c.Raw, iso(c.Date), day(c.Date),
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

func (p *putter) supports() error {
	rows := p.w.rows("support")
	for a := range p.doc.Articles {
		t := &p.trail.Articles[a]
		for c := range p.doc.Articles[a].Claims {
			given := p.doc.Articles[a].Claims[c].Citations
			for _, i := range given {
				rows.add(p.rev, a+1, c+1, i+1, number(holding(t.Claims[c], i)))
			}
		}
	}
	return rows.flush()
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

// used puts the observations that the scores rest on. They must have been recorded before.
func (p *putter) used() error {
	rows := p.w.rows("used")
	for a := range p.trail.Articles {
		for i := range p.trail.Articles[a].Cited {
			for _, id := range p.trail.Articles[a].Cited[i].Evidence.Observations {
				rows.add(p.rev, a+1, i+1, id)
			}
		}
	}
	return rows.flush()
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}
