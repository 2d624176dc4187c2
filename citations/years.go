package citations

import (
	"strings"

	"example.org/verify/citations/dates"
)

// inferYears gives a year to each date of an article that prints none: the latest that is not after the publication, or, in a digest whose paragraphs open
// with their own date, the one next to that.
func (p *parser) inferYears(a *Article) {
	for i := range a.Citations {
		p.look()
		c := &a.Citations[i]
		if c.Date != nil && c.Date.Precision == dates.None && !c.Date.NoDate && !c.Date.Template {
			*c.Date = ago(*c.Date, a.Published)
		}
		if c.Date == nil || c.Date.Year != dates.YearNone || c.Date.Precision == dates.None || c.Date.From.M == 0 {
			continue
		}
		if lead, ok := p.leadDate(a, c); ok {
			d := dates.InferYear(*c.Date, lead)
			if d.Year == dates.YearInferred {
				d.Why = "the year of the date that opens its paragraph, " + dates.English(lead)
				*c.Date = d
				continue
			}
		}
		*c.Date = dates.InferYear(*c.Date, a.Published)
	}
	for i := range a.Notes {
		if d := a.Notes[i].Date; d != nil && d.Year == dates.YearNone && d.From.M != 0 {
			*d = dates.InferYear(*d, a.Published)
		}
	}
}

// ago turns "2 days ago" into the day that it means, where the day of publication is known.
func ago(d, published dates.Date) dates.Date {
	days, ok := dates.Relative(d.Printed)
	day, known := published.First()
	if !ok || !known || published.Precision != dates.Day {
		return d
	}
	day = day.AddDate(0, 0, -days)
	return dates.Date{From: dates.Ymd{Y: day.Year(), M: int(day.Month()), D: day.Day()}, Precision: dates.Day, Year: dates.YearInferred, Printed: d.Printed,
		Why: "“" + d.Printed + "” counted from " + dates.English(published) + ", the publication date"}
}

// leadDate is the full date that the citation's paragraph opens with, where the article's own date does not speak for another year: a month later, since a
// digest gathers what was reported soon after the day.
func (p *parser) leadDate(a *Article, c *Citation) (dates.Date, bool) {
	par := a.ParagraphAt(Range{Start: c.Range.Start, End: c.Range.Start})
	if par < 0 {
		return dates.Date{}, false
	}
	s := p.t.Slice(a.Paragraphs[par].Range)
	f, ok := dates.At(s, 0, p.dateOptions())
	if !ok || f.Date.Precision != dates.Day || f.Date.Year != dates.YearStated {
		return dates.Date{}, false
	}
	rest := strings.TrimLeft(s[f.End:], " ")
	if rest == "" || strings.IndexByte("(:–-—", rest[0]) < 0 && !strings.HasPrefix(rest, "–") && !strings.HasPrefix(rest, "—") {
		return dates.Date{}, false
	}
	lead := f.Date
	lead.From.M++
	if lead.From.M > 12 {
		lead.From.M, lead.From.Y = 1, lead.From.Y+1
	}
	lead.From.D = min(lead.From.D, 28)
	lead.Printed = ""
	return lead, true
}
