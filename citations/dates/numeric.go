package dates

// parts3 are the numbers of a numeric date, in print order; c.n is 0 where there is no year.
type parts3 struct {
	a, b, c num
	sep     byte
	dotEnd  bool // "22.04."
}

// numeric reads "19.02.2015", "2/24/14", "9-3-2026", "18/03", "22.04.".
func (r *reader) numeric(i int) (reading, bool) {
	p, ok := r.parts(i)
	if !ok {
		return reading{}, false
	}
	if p.c.n == 0 {
		return r.withoutYear(p)
	}
	y := p.c.v
	if p.c.n == 2 {
		if !r.trustsShort(p) {
			return reading{}, false
		}
		y = century(y)
	}
	x, ok := r.ordered(p)
	if !ok {
		return x, false
	}
	x.from.Y, x.end, x.stated = y, p.c.end, true
	if x.other.M != 0 {
		x.other.Y = y
	}
	x.end = r.yearWord(x.end)
	return x.checked(), freeRight(r.s, x.end) || hasAt(r.s, x.end, "T")
}

// parts reads two or three numbers with one separator between them. After a dot there may be blanks ("14. 5. 2018").
func (r *reader) parts(i int) (p parts3, ok bool) {
	p.a = number(r.s, i)
	if hasAt(r.s, p.a.end, "º/") || hasAt(r.s, p.a.end, "°/") {
		p.a.end += len("º")
	}
	if p.a.n == 0 || p.a.n > 2 || p.a.end >= len(r.s) {
		return p, false
	}
	p.sep = r.s[p.a.end]
	if p.sep != '.' && p.sep != '/' && p.sep != '-' {
		return p, false
	}
	p.b = number(r.s, r.afterSep(p.a.end, p.sep))
	if p.b.n == 0 || p.b.n > 2 {
		return p, false
	}
	if p.b.end >= len(r.s) || r.s[p.b.end] != p.sep {
		return p, true
	}
	p.dotEnd = p.sep == '.'
	c := number(r.s, r.afterSep(p.b.end, p.sep))
	if isYear(c) || c.n == 2 && c.end-p.b.end < len(".2018") {
		p.c = c
	}
	return p, true
}

func (r *reader) afterSep(i int, sep byte) int {
	if sep == '.' {
		return blanks(r.s, i+1)
	}
	return i + 1
}

// trustsShort says whether a year of two digits may stand in p. Slashes are dates; "1.2.18" may be a version, "9-3-26" a score, but not behind the name of a
// source.
func (r *reader) trustsShort(p parts3) bool {
	return p.sep == '/' || p.sep == '-' && r.o.Named || p.a.n == 2 && p.b.n == 2 || p.sep == '.' && !r.english() && !r.unknown()
}

// ordered decides between day and month.
func (r *reader) ordered(p parts3) (reading, bool) {
	dmy, mdy := Ymd{M: p.b.v, D: p.a.v}, Ymd{M: p.a.v, D: p.b.v}
	x := reading{from: dmy, other: mdy, precision: Day}
	monthFirst := r.monthLeads(p)
	if monthFirst {
		x.from, x.other = mdy, dmy
	}
	switch {
	case !plausible(dmy) && !plausible(mdy):
		return x, false
	case !plausible(x.other) || dmy == mdy:
		x.other = Ymd{}
	case !plausible(x.from):
		x.from, x.other, x.why = x.other, Ymd{}, onlyPossible
	case r.o.Order != OrderUnknown:
		x.other, x.why = Ymd{}, asOrdered
	case p.sep == '.' || !r.english() && !r.unknown():
		x.other = Ymd{}
	case monthFirst:
		x.why = asEnglish
	default:
		x.why = asElsewhere
	}
	return x, true
}

// monthLeads says which reading comes first: m/d with slashes in English, or with a year of two digits where the language is unknown.
func (r *reader) monthLeads(p parts3) bool {
	switch {
	case r.o.Order != OrderUnknown:
		return r.o.Order == MDY
	case p.sep != '/':
		return false
	case p.c.n == 0 && r.eastAsian():
		return true
	}
	return r.english() || r.unknown() && p.c.n == 2
}

// eastAsian languages print the year, the month and the day in this order, and so the month before the day where there is no year.
func (r *reader) eastAsian() bool {
	return r.o.Language == "zh" || r.o.Language == "ja" || r.o.Language == "ko"
}

func plausible(y Ymd) bool { return y.M >= 1 && y.M <= 12 && y.D >= 1 && y.D <= 31 }

// withoutYear reads a day and month in numbers, which only some languages print: "18/03", "22.04.". A month of one digit is a fraction
// or a ratio ("3/4", "16/9"), unless the name of a source stands before it.
func (r *reader) withoutYear(p parts3) (reading, bool) {
	if r.o.Order == OrderUnknown && (r.english() || r.unknown()) {
		return r.onlyDay(p)
	}
	end := p.b.end
	switch {
	case p.sep == '-' && !(r.o.Named && p.a.v > 12 && p.b.n == 2), p.sep == '.' && !p.dotEnd:
		return reading{}, false
	case p.sep == '.':
		end++
	case !r.o.Named && (p.b.n != 2 || p.a.v == 9 && p.b.v == 11), hasAt(r.s, end, "/"):
		return reading{}, false
	}
	x, ok := r.ordered(p)
	if !ok || x.why == onlyPossible {
		return x, false
	}
	x.end = end
	_, _, dash := r.dash(end)
	return x.checked(), freeRight(r.s, end) || p.dotEnd && dash // "14.05.–16.05.2018"
}

// onlyDay reads "13/8", "8/13" and "3/3" behind the name of a source, which can be one day only. "24/7" and "16/9" say something else.
func (r *reader) onlyDay(p parts3) (reading, bool) {
	big, small := max(p.a.v, p.b.v), min(p.a.v, p.b.v)
	if !r.o.Named || p.sep != '/' || big <= 12 && big != small || small > 12 || p.a.v == 24 && p.b.v == 7 || p.a.v == 16 && p.b.v == 9 || hasAt(r.s, p.b.end, "/") {
		return reading{}, false
	}
	x, ok := r.ordered(p)
	x.end = p.b.end
	return x.checked(), ok && freeRight(r.s, x.end)
}

// dayRangeNumeric reads "14.-16.05.2018", "14./15.05.2018": days that share the month and year of the last.
func (r *reader) dayRangeNumeric(i int) (reading, bool) {
	d, ok := r.day(i)
	if !ok {
		return reading{}, false
	}
	next, _, ok := r.dash(d.next)
	if !ok && hasAt(r.s, d.next, "/") {
		next, ok = d.next+1, true
	}
	if !ok || !isDigit(r.s, next) {
		return reading{}, false
	}
	x, ok := r.numeric(next)
	if p, _ := r.parts(next); !ok || p.sep != '.' || p.a.v != x.from.D || d.v >= x.from.D {
		return reading{}, false
	}
	x.to, x.precision = x.from, Range
	x.from.D = d.v
	return x.checked(), true
}
