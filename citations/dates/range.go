package dates

// extended adds the second half of a range that prints two whole dates ("May 30 – June 2, 2018", "2020-05-20/2020-05-22") and the weekday
// or the day of the Islamic calendar that may follow.
func (r *reader) extended(x reading) reading {
	if y, ok := r.until(x); ok {
		return y
	}
	return r.islamicAfter(r.weekdayAfter(x))
}

func (r *reader) until(x reading) (reading, bool) {
	if x.precision != Day && x.precision != Month || x.other != (Ymd{}) {
		return x, false
	}
	next, _, ok := r.dash(x.end)
	if !ok && hasAt(r.s, x.end, "/") && x.from.Y != 0 {
		next, ok = x.end+1, true
	}
	if !ok || next >= len(r.s) {
		return x, false
	}
	y, ok := r.plain(next)
	if !ok || y.precision != x.precision || y.other != (Ymd{}) || x.stated && !y.stated {
		return x, false
	}
	return x.joinedTo(y)
}

func (r *reader) plain(i int) (reading, bool) {
	if isDigit(r.s, i) {
		return r.fromNumber(i)
	}
	if x, ok := r.monthFirst(i); ok {
		return x, true
	}
	return r.afterWeekday(i)
}

// to2 joins two dates to a range; the first takes the year of the second where it has none.
func (x reading) joinedTo(y reading) (reading, bool) {
	if !x.stated && y.stated {
		x.from.Y = y.from.Y
		if y.from.before(x.from) {
			x.from.Y--
		}
	}
	if y.stated && !x.from.before(y.from) || x.from == y.from {
		return x, false
	}
	x.to, x.precision, x.end, x.stated = y.from, Range, y.end, y.stated
	return x.checked(), true
}

// weekdayAfter reads " (Tuesday)" after a day.
func (r *reader) weekdayAfter(x reading) reading {
	if x.precision != Day || x.weekday != 0 {
		return x
	}
	j := blanks(r.s, x.end)
	if !hasAt(r.s, j, "(") {
		return x
	}
	if w, ok := r.name(j+1, mondayValue, mondayValue+6); ok && hasAt(r.s, w.next, ")") {
		x.weekday, x.end = w.value-mondayValue+1, w.next+1
	}
	return x
}
