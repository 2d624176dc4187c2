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
	p.inspectWeekdays()
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

// newStyle is the first year in which the calendar of all Europe was one: weekdays of earlier ones may be right by the other.
const newStyle = 1930

// inspectWeekdays records the days in running text whose year is printed and whose weekday does not fit, the sources' own aside.
func (p *parser) inspectWeekdays() {
	for a := range p.doc.Articles {
		p.art = a
		art := &p.doc.Articles[a]
		k := 0
		for i := range art.Paragraphs {
			for _, s := range art.Paragraphs[i].Sentences {
				p.look()
				if !hasYear(p.clean[s.Start:s.End]) {
					continue
				}
				for _, f := range dates.Find(p.clean[s.Start:s.End], p.dateOptions()) {
					r := Range{Start: s.Start + f.Start, End: s.Start + f.End}
					if f.Date.Weekday == 0 || f.Date.Year != dates.YearStated || f.Date.From.Y < newStyle || f.Date.WeekdayFits() {
						continue
					}
					for k < len(art.Citations) && art.Citations[k].Range.End <= s.Start {
						k++
					}
					if !sourcesDay(art.Citations[k:], r, s.End) {
						p.defect(Defect{Kind: BadWeekday, Citation: -1, Note: -1, Span: p.t.Source(r), Detail: f.Date.ISO()})
					}
				}
			}
		}
	}
}

// hasYear is the cheap question whether s may hold a printed year: four digits one behind the other, or digits or numerals of another script.
func hasYear(s string) bool {
	run := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			if run++; run == 4 {
				return true
			}
		case c >= 0xD9 && c <= 0xDB || c >= 0xE0 && c != 0xE2: // 0xE2 begins dashes and quotation marks
			return true
		default:
			run = 0
		}
	}
	return false
}

// sourcesDay reports whether the day at r is that of one of some citations, the first of which are those of its sentence, which ends at end.
func sourcesDay(cs []Citation, r Range, end int) bool {
	for i := range cs {
		if cs[i].Range.Start >= end {
			break
		}
		if cs[i].Range.Overlaps(r) || cs[i].DateAt.Overlaps(r) {
			return true
		}
	}
	return false
}
