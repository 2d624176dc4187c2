package citations

import "example.org/verify/citations/dates"

// inspect records what is wrong with the inline citations and dates, once the whole document shows what its habit is.
func (p *parser) inspect() {
	bare, total := 0, 0
	p.eachCited(func(_ int, _ *Citation, g *group, c *cited) {
		if c.Date != nil && !c.Outlet.Empty() {
			total++
			if !c.Parted {
				bare++
			}
		}
	})
	habit := bare*2 > total // a house that prints no comma
	lastOpen := -1
	p.eachCited(func(i int, cit *Citation, g *group, c *cited) {
		switch {
		case c.Date != nil && !c.Parted && !habit && c.Date.Precision != dates.None:
			at := p.t.Source(Range{Start: c.Gap - 1, End: c.Gap}).End
			p.citeDefect(Defect{Kind: NoComma, Citation: i, Span: cit.Span, Edit: &Edit{Span{Start: at, End: at}, ","}})
		case c.Month != "":
			at := p.t.Source(c.Garbled)
			p.citeDefect(Defect{Kind: MonthSlip, Citation: i, Span: at, Detail: c.Month, Edit: &Edit{Span: at, Text: c.Month}})
		case !c.Garbled.Empty():
			p.citeDefect(Defect{Kind: GarbledNumber, Citation: i, Span: p.t.Source(c.Garbled), Detail: p.t.Slice(c.Garbled)})
		case c.Date != nil && c.Date.Template:
			p.citeDefect(Defect{Kind: Template, Citation: i, Span: cit.Span, Detail: c.Date.Printed})
		}
		if !g.Extra.Empty() && lastOpen != g.Range.Start {
			lastOpen = g.Range.Start
			at := p.t.Source(g.Extra)
			p.citeDefect(Defect{Kind: Stray, Citation: i, Span: at, Detail: "“" + p.t.Slice(g.Extra) + "”", Edit: &Edit{Span: at}})
		}
		if g.Open && lastOpen != g.Range.Start {
			lastOpen = g.Range.Start
			end := p.t.Source(g.Range)
			p.citeDefect(Defect{Kind: Unbalanced, Citation: i, Span: end, Edit: &Edit{Span{Start: end.End, End: end.End}, ")"}})
		}
	})
	p.inspectDates()
}

func (p *parser) citeDefect(d Defect) {
	d.Note = -1
	p.defect(d)
}

// eachCited calls f for every inline citation with the group that it comes from.
func (p *parser) eachCited(f func(i int, c *Citation, g *group, src *cited)) {
	type place struct{ group, cite int }
	at := map[Range]place{}
	for g := range p.groups {
		p.look()
		for k := range p.groups[g].Cites {
			at[p.groups[g].Cites[k].Range] = place{g, k}
		}
	}
	for a := range p.doc.Articles {
		p.art = a
		cs := p.doc.Articles[a].Citations
		for i := range cs {
			if cs[i].Kind != Inline {
				continue
			}
			p.look()
			if from, ok := at[cs[i].Range]; ok {
				g := &p.groups[from.group]
				f(i, &cs[i], g, &g.Cites[from.cite])
			}
		}
	}
}

// inspectDates records days that do not exist and weekdays that do not fit.
func (p *parser) inspectDates() {
	for a := range p.doc.Articles {
		p.art = a
		cs := p.doc.Articles[a].Citations
		for i := range cs {
			d := cs[i].Date
			if d == nil {
				continue
			}
			span := cs[i].Span
			if !cs[i].DateAt.Empty() {
				span = p.t.Source(cs[i].DateAt)
			}
			if n := cs[i].Note; n >= 0 {
				if p.doc.Articles[a].Notes[n].Kind == NoteIbid {
					continue
				}
				span = p.doc.Articles[a].Notes[n].DateSpan
			}
			switch {
			case d.Impossible:
				p.defect(Defect{Kind: BadDay, Citation: i, Note: cs[i].Note, Span: span, Detail: d.Printed})
			case d.Weekday != 0 && !d.WeekdayFits():
				p.defect(Defect{Kind: BadWeekday, Citation: i, Note: cs[i].Note, Span: span, Detail: dates.English(*d)})
			}
		}
	}
}
