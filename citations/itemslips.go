package citations

import (
	"strings"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
)

// slippedMonth reads the date of an item that misspells its month: "Reuters, 18 Agust 2018", "Reuters, Janury 2019". It stands behind the comma of a known
// outlet or of a name with a word of the press, or has both day and year.
func (p *parser) slippedMonth(s string, o dates.Options) []dates.Found {
	w, month := p.monthSlip(s)
	if month == "" {
		return nil
	}
	found := dates.List(s[:w.Start]+month+s[w.End:], o)
	if len(found) != 1 || found[0].Date.From.M == 0 {
		return nil
	}
	f, longer := &found[0], len(month)-w.Len()
	if f.Start > w.Start || f.End < w.Start+len(month) {
		return nil // another date
	}
	f.End -= longer
	head := strings.TrimRight(s[:f.Start], " \u00A0")
	if head != "" && !strings.HasSuffix(head, ",") && !strings.HasSuffix(head, "،") {
		return nil // "(Agust 2019)", "Reuters Agust 2019": an author's name
	}
	head = strings.TrimRight(head, ",،")
	if k := strings.LastIndexByte(head, ','); k >= 0 {
		head = strings.TrimSpace(head[k+1:])
	}
	if !(dayPrecise(&f.Date) && f.Date.Year == dates.YearStated) && !p.knownName(head) && !hasPressWord(words(head)) {
		return nil
	}
	f.Date.Printed = s[f.Start:f.End]
	if f.Date.Why == "" {
		f.Date.Why = "“" + s[w.Start:w.End] + "” is read as a slip for “" + month + "”"
	}
	return found
}

// monthSlip is the first word of s beside a number that is a slip for a month's name, and that name; "" if there is none. Words that mean something,
// places and outlets are no slips.
func (p *parser) monthSlip(s string) (r Range, month string) {
	if !strings.ContainsAny(s, "0123456789") {
		return Range{}, ""
	}
	for i := 0; i < len(s); {
		if !wordChar(s, i) {
			i++
			continue
		}
		e := i
		for e < len(s) && wordChar(s, e) {
			e++
		}
		if besideNumber(s, i, e) {
			if m, ok := dates.MonthSlip(s[i:e], p.lang); ok && !outlets.Ordinary(strings.ToLower(s[i:e])) && !p.places(s[i:e]) && !p.names.Known(s[i:e]) {
				return Range{Start: i, End: e}, m
			}
		}
		i = e
	}
	return Range{}, ""
}

// besideNumber reports whether a number follows s[i:e], or stands before it, with no more between them than a sign, an ending and "de".
func besideNumber(s string, i, e int) bool {
	after := strings.TrimLeft(s[e:], " \u00A0.,-/")
	if after != "" && after[0] >= '0' && after[0] <= '9' {
		return true
	}
	const reach = 8 // bytes: "3rd of "
	return strings.ContainsAny(s[max(0, i-reach):i], "0123456789")
}
