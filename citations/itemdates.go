package citations

import (
	"strings"

	"example.org/verify/citations/dates"
)

// datesOf finds the dates of an item. Those in its title or place are none of its own, nor are those in a known name that begins it ("22 Septembre",
// "Medias 24").
func (p *parser) datesOf(r Range) []dates.Found {
	if !dates.Possible(p.clean[r.Start:r.End]) {
		return nil
	}
	s := mask(p.clean, r)
	from := 0
	if k := strings.IndexAny(s, ",،，"); k > 0 && strings.ContainsAny(s[:k], "0123456789") {
		name := s[:k]
		if b := strings.IndexAny(name, "[("); b > 0 && strings.IndexByte("])", name[len(name)-1]) >= 0 {
			name = strings.TrimSpace(name[:b])
		}
		if p.knownName(name) {
			from = k
		}
	}
	o := p.dateOptions()
	if k := strings.LastIndexAny(s[from:], "/-"); k > 0 {
		if c := strings.IndexByte(s, ','); c > 0 && c < from+k {
			o.Named = p.knownName(s[:c]) || hasPressWord(words(s[:c])) && p.judgeHead(s[:c]) == likeName
		}
	}
	found := dates.List(s[from:], o)
	if len(found) == 1 && found[0].Date.Precision == dates.Year {
		o.AnyCase = true
		if better := dates.List(s[from:], o); len(better) == 1 {
			found = better
		}
		o.AnyCase = false
	}
	if len(found) == 0 || len(found) == 1 && found[0].Date.Precision == dates.Year {
		if mended := scannedDigits(s[from:]); mended != "" {
			if better := dates.List(mended, o); len(better) > 0 && (len(found) == 0 || dayPrecise(&better[0].Date)) {
				found = better
			}
			for i := range found {
				found[i].Date.Printed = s[from+found[i].Start : from+found[i].End]
			}
		}
	}
	if len(found) == 0 || len(found) == 1 && found[0].Date.Precision == dates.Year {
		if mended := p.slippedMonth(s[from:], o); mended != nil {
			found = mended
		}
	}
	if len(found) == 0 {
		found = p.foreignDay(s[from:], o)
	}
	for i := range found {
		f := &found[i]
		f.Start += from
		f.End += from
		if f.Date.Weekday == 0 && f.Date.Precision == dates.Day {
			f.Date.Weekday = dates.WeekdayBehind(p.clean[r.Start:r.End], f.End, o)
		}
	}
	return found
}

// scannedDigits is s with the letters that a scanner took for digits put right, byte for byte: "October l9, l994". It is "" where no number holds one.
func scannedDigits(s string) string {
	if !strings.ContainsAny(s, "lIO") {
		return ""
	}
	out := []byte(nil)
	for i := 0; i < len(s); {
		if !wordChar(s, i) {
			i++
			continue
		}
		e, digits, letters := i, 0, 0
		for e < len(s) && wordChar(s, e) {
			switch c := s[e]; {
			case c >= '0' && c <= '9':
				digits++
			case c == 'l' || c == 'I' || c == 'O':
				letters++
			default:
				letters = 9
			}
			e++
		}
		if digits > 0 && letters > 0 && digits+letters <= 4 {
			if out == nil {
				out = []byte(s)
			}
			for k := i; k < e; k++ {
				switch out[k] {
				case 'l', 'I':
					out[k] = '1'
				case 'O':
					out[k] = '0'
				}
			}
		}
		i = e
	}
	return string(out)
}

// fromTheDay drops the bare years before a full date: they are the number of an issue or part of a name ("Caretas, núm. 1841, 16 de septiembre").
func fromTheDay(found []dates.Found) []dates.Found {
	for i := range found {
		if found[i].Date.Precision != dates.Year {
			if dayPrecise(&found[i].Date) {
				return found[i:]
			}
			break
		}
	}
	return found
}

// dateRun is how many of the dates at the start of found belong to one list.
func (p *parser) dateRun(r Range, found []dates.Found) int {
	run := 1
	for run < len(found) {
		gap := p.clean[r.Start+found[run-1].End : max(r.Start+found[run-1].End, r.Start+found[run].Start)]
		if !joins(gap) || !sameSort(&found[run-1].Date, &found[run].Date) {
			break
		}
		run++
	}
	return run
}

// sameSort keeps lists of days apart from a day followed by a page or a year.
func sameSort(a, b *dates.Date) bool {
	return dayPrecise(a) && dayPrecise(b) || a.Precision == b.Precision
}

// foreignLanguages are those whose months an article in another language prints as its source did: "Journal du Mali, 18 mars".
var foreignLanguages = [...]string{"fr", "es", "pt", "it", "de", "ro", "nl", "sv"}

// foreignDay reads such a day, where it ends an item behind the comma of a known outlet or of a name with a word of the press.
func (p *parser) foreignDay(s string, o dates.Options) []dates.Found {
	k := strings.LastIndexByte(s, ',')
	if k <= 0 {
		return nil
	}
	ws := words(s[k+1:])
	if len(ws) != 2 || !isNumber(strings.TrimSuffix(ws[0], ".")) || len(ws[0]) > 3 || !hasPressWord(words(s[:k])) && !p.knownName(s[:k]) {
		return nil
	}
	for _, o.Language = range foreignLanguages {
		if found := dates.List(s, o); len(found) == 1 && dayPrecise(&found[0].Date) {
			return found
		}
	}
	return nil
}
