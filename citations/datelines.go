package citations

import (
	"strings"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
)

// A dateline says where and when a piece was written: "NAIROBI, May 3, 2018 (Reuters) - ", "Emden (dpa) – ".
type dateline struct {
	at      Range      // with its dash
	country string     // ISO 3166-1 alpha-2; "" if the first paragraph opens with no dateline
	date    dates.Date // zero unless a day with its year is printed
}

// longestDateline bounds a dateline, its dash included, in bytes.
const longestDateline = 80

// datelineOf reads the dateline of an article's first paragraph of text. A place alone before a dash is none unless it is in capitals: "Kenya – which …".
func (p *parser) datelineOf(a *Article) dateline {
	for i := range a.Paragraphs {
		if part := a.Paragraphs[i].Part; part != Body && part != Lead {
			continue
		}
		r := a.Paragraphs[i].Range
		d, n := p.readDateline(p.clean[r.Start:min(r.End, r.Start+longestDateline)])
		if n > 0 {
			d.at = Range{Start: r.Start, End: r.Start + n}
		}
		return d
	}
	return dateline{}
}

// readDateline reads the dateline that opens s, n bytes wide; 0 if none does.
func (p *parser) readDateline(s string) (d dateline, n int) {
	head := ""
	for _, dash := range [...]string{" - ", " – ", " — ", " -- ", ".- ", ".– ", ".— "} {
		if h, _, ok := strings.Cut(s, dash); ok && (head == "" || len(h) < len(head)) {
			head, n = h, len(h)+len(dash)
		}
	}
	if head == "" {
		return dateline{}, 0
	}
	end := strings.IndexAny(head, ",(")
	if end < 0 {
		end = len(head)
	}
	name := strings.TrimSpace(head[:end])
	if name == "" || end == len(head) && strings.ToUpper(name) != name {
		return dateline{}, 0
	}
	if strings.ToUpper(name) == name {
		name = titleCase(name)
	}
	for _, f := range dates.Find(head[end:], p.dateOptions()) {
		if f.Date.Precision == dates.Day && f.Date.Year == dates.YearStated && !f.Date.Impossible {
			d.date = f.Date
		}
	}
	country, ok := outlets.Places.Country(name)
	if capitals := head[:end] == strings.ToUpper(head[:end]); (!ok || !p.places(name)) && (d.date.IsZero() || !capitals) { // a day behind capitals tells a place that no list has
		return dateline{}, 0
	}
	d.country = country
	return d, n
}
