package dates

// monthFirst reads what begins with a month: "May 15", "May 14–16, 2018", "Sept 2022", "June–August 2026".
func (r *reader) monthFirst(i int) (reading, bool) {
	m, ok := r.month(i)
	if !ok {
		return reading{}, false
	}
	if x, ok := r.monthRange(m); ok {
		return x, true
	}
	if x, ok := r.monthYear(m); ok {
		return x, true
	}
	if x, ok := r.monthDay(m); ok {
		return x, true
	}
	return r.noSuchMonthDay(m)
}

// monthYear reads the year of a month without a day.
func (r *reader) monthYear(m name) (reading, bool) {
	y := r.year(m.next)
	if y.v == 0 && m.end < len(r.s) && (r.s[m.end] == '-' || r.s[m.end] == '/') {
		y = r.yearOf(m, r.s[m.end])
		if y.end-m.end < len("-2018") {
			return reading{}, false // "May-18"
		}
	}
	if y.v == 0 || !m.allows(false, true, y.de) {
		return reading{}, false
	}
	x := reading{from: Ymd{Y: y.v, M: m.value}, precision: Month, end: y.end, stated: true}
	if m.other != 0 {
		x.other, x.why = Ymd{Y: y.v, M: m.other}, byLanguage
	}
	return x, true
}

// monthRange reads "June–August 2026", "June/July 2026"; the year is a must.
func (r *reader) monthRange(m name) (reading, bool) {
	next, _, ok := r.dash(m.next)
	if !ok && hasAt(r.s, m.end, "/") {
		next, ok = m.end+1, true
	}
	if !ok {
		return reading{}, false
	}
	to, ok := r.month(next)
	if !ok || to.value == m.value {
		return reading{}, false
	}
	y := r.year(to.next)
	if y.v == 0 || !m.allows(false, true, y.de) || !to.allows(false, true, y.de) {
		return reading{}, false
	}
	x := reading{from: Ymd{Y: y.v, M: m.value}, to: Ymd{Y: y.v, M: to.value}, precision: Range, end: y.end, stated: true}
	if to.value < m.value {
		x.from.Y-- // December–January 2026
	}
	return x, true
}

// monthDay reads the day, or the days from and to, and the year if there is one, that follow a month.
func (r *reader) monthDay(m name) (reading, bool) {
	i := blanks(r.s, m.next)
	if i == m.end {
		return reading{}, false
	}
	d, ok := r.day(i)
	if !ok {
		return reading{}, false
	}
	x := reading{from: Ymd{M: m.value, D: d.v}, precision: Day, end: d.end}
	if to, ok := r.lastDay(d); ok {
		x.to, x.precision, x.end = Ymd{M: m.value, D: to.v}, Range, to.end
		d = to
	}
	comma := hasAt(r.s, d.end, ",")
	y := r.year(d.end)
	if y.v != 0 {
		x = x.withYear(y)
	}
	if !freeRight(r.s, x.end) && !(d.dotted && x.end == d.end) && !r.monthFollows(x.end) {
		return reading{}, false
	}
	if !m.allows(true, y.v != 0, y.de) || !m.monthFirst && (!comma || y.v == 0) {
		return reading{}, false
	}
	return x.checked(), true
}

// monthFollows says whether a hyphen and another month follow: "May 30-June 2".
func (r *reader) monthFollows(i int) bool { return hasAt(r.s, i, "-") && r.isMonth(i+1) }

// lastDay reads the last day of "May 14–16". With blanks around the dash, a word in small letters after it says that it counts something.
func (r *reader) lastDay(d dayNumber) (dayNumber, bool) {
	next, spaced, ok := r.dash(d.end)
	if !ok && hasAt(r.s, d.end, "/") {
		next, ok = d.end+1, true
	}
	if !ok {
		return d, false
	}
	to, ok := r.day(next)
	if !ok || to.v <= d.v || !freeRight(r.s, to.end) {
		return d, false
	}
	if j := blanks(r.s, to.end); spaced && j > to.end && isLower(runeAt(r.s, j)) {
		return d, false
	}
	return to, true
}

// withYear enters a printed year.
func (x reading) withYear(y year) reading {
	x.from.Y, x.end, x.stated = y.v, y.end, true
	if x.precision == Range {
		x.to.Y = y.v
	}
	return x
}
