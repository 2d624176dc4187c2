package dates

import "strings"

// What follows reads days that no month has, where the comma behind a source and what else is printed make clear that a day is meant: "Reuters, 0 May 2019",
// "AFP, May 32, 2019", "Reuters, 2019-13-02". Elsewhere such numbers count something.

// lastSlip is the highest number that is read as a slip for a day.
const lastSlip = 39

// noDay reads the number of a day that no month has.
func (r *reader) noDay(i int) (n num, ok bool) {
	n = number(r.s, i)
	return n, n.n > 0 && n.n <= 2 && (n.v == 0 || n.v > 31 && n.v <= lastSlip)
}

// noSuchDay reads "0 May 2019" behind a comma.
func (r *reader) noSuchDay(i int) (reading, bool) {
	n, ok := r.noDay(i)
	if !ok || !r.behindComma(i) {
		return reading{}, false
	}
	j := blanks(r.s, n.end)
	m, ok := r.month(j)
	if !ok || j == n.end {
		return reading{}, false
	}
	y := r.year(m.next)
	if y.v == 0 || !m.allows(true, true, y.de) {
		return reading{}, false
	}
	return noDayOf(Ymd{y.v, m.value, n.v}, y.end), true
}

// noSuchMonthDay reads "May 0, 2019".
func (r *reader) noSuchMonthDay(m name) (reading, bool) {
	i := blanks(r.s, m.next)
	n, ok := r.noDay(i)
	if !ok || i == m.end || !m.monthFirst || !hasAt(r.s, n.end, ",") {
		return reading{}, false
	}
	y := r.year(n.end)
	if y.v == 0 || !m.allows(true, true, y.de) {
		return reading{}, false
	}
	return noDayOf(Ymd{y.v, m.value, n.v}, y.end), true
}

// noSuchISODay makes a reading of a day in ISO 8601 whose month or day is none: only its year is known.
func (r *reader) noSuchISODay(y, m, d num) (reading, bool) {
	if m.n != 2 || d.n != 2 || m.v > lastSlip || d.v > lastSlip || !r.behindComma(y.end-y.n) {
		return reading{}, false
	}
	return noDayOf(Ymd{Y: y.v}, d.end), true
}

// noDayOf is the reading of a day that does not exist; a day 0 leaves its month.
func noDayOf(day Ymd, end int) reading {
	x := reading{from: day, precision: Day, end: end, stated: true, impossible: true}
	switch {
	case day.M == 0:
		x.precision = Year
	case day.D == 0:
		x.precision = Month
	}
	return x
}

// behindComma reports whether a comma stands before byte i, or nothing.
func (r *reader) behindComma(i int) bool {
	before := r.s[:blanksBack(r.s, i, 0)]
	return before == "" || len(before) < i && (strings.HasSuffix(before, ",") || strings.HasSuffix(before, "،"))
}
