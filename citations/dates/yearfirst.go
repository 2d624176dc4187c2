package dates

import "strings"

// yearFirst reads what begins with four digits: "2018", "2018-05", "2018-05-15", "2018/05/15", "2018. május 14.", "2018年5月14日",
// "2018–19", "2018, May 15".
func (r *reader) yearFirst(i int, n num) (reading, bool) {
	if !isYear(n) || r.fiscal(i) {
		return reading{}, false
	}
	if x, ok := r.isoDay(n); ok {
		return x, true
	}
	if x, ok := r.cjkDay(n); ok {
		return x, true
	}
	if x, ok := r.years(n); ok {
		return x, true
	}
	if x, ok := r.isoMonth(n); ok {
		return x, true
	}
	if x, ok := r.yearMonthDay(n); ok {
		return x, true
	}
	return r.yearAlone(n)
}

func (r *reader) yearAlone(n num) (reading, bool) {
	end := r.yearWord(n.end)
	if !freeRight(r.s, end) || hasAt(r.s, end, "年度") || r.quantity(n) {
		return reading{}, false
	}
	return reading{from: Ymd{Y: n.v}, precision: Year, end: end, stated: true}, true
}

// quantity says whether a round number counts something: "1500 Menschen". From 1900 on it is more often a year.
func (r *reader) quantity(n num) bool {
	j := blanks(r.s, n.end)
	return n.v < 1900 && n.v%100 == 0 && j > n.end && isLetter(runeAt(r.s, j))
}

// fiscal says whether the year at byte i is a fiscal one, which is no date.
func (r *reader) fiscal(i int) bool {
	j := blanksBack(r.s, i, 0)
	var w word
	w.read(r.s, wordStart(r.s, j, 0))
	if w.end != j {
		return false
	}
	if string(w.text()) == "year" {
		j = blanksBack(r.s, wordStart(r.s, j, 0), 0)
		w.read(r.s, wordStart(r.s, j, 0))
	}
	switch string(w.text()) {
	case "fy", "fiscal":
		return w.end == j
	}
	return false
}

// isoDay reads the rest of "2018-05-15", "2018/5/15", "2018.05.15", "2018. 5. 15.".
func (r *reader) isoDay(y num) (reading, bool) {
	if y.end >= len(r.s) {
		return reading{}, false
	}
	sep := r.s[y.end]
	if sep != '-' && sep != '/' && sep != '.' {
		return reading{}, false
	}
	m := number(r.s, r.afterSep(y.end, sep))
	if m.n == 0 || m.n > 2 || m.end >= len(r.s) || r.s[m.end] != sep {
		return reading{}, false
	}
	d := number(r.s, r.afterSep(m.end, sep))
	x := reading{from: Ymd{y.v, m.v, d.v}, precision: Day, end: d.end, stated: true}
	if d.n == 0 || d.n > 2 || !r.isoEnds(d.end) {
		return reading{}, false
	}
	if !plausible(x.from) {
		return r.noSuchISODay(y, m, d)
	}
	return x.checked(), true
}

// isoEnds says whether an ISO 8601 date ends at byte i: it stands free, or its time of day or the last day of its interval follows.
func (r *reader) isoEnds(i int) bool {
	switch {
	case freeRight(r.s, i), hasAt(r.s, i, "T") && isDigit(r.s, i+1):
		return true
	case i < len(r.s) && r.s[i] >= 'a' && r.s[i] <= 'h': // "2022-12-02a": the first of several of one day
		return freeRight(r.s, i+1)
	}
	return hasAt(r.s, i, "/") && isYear(number(r.s, i+1))
}

// isoMonth reads the rest of "2018-05". 2010-11 may also be two years.
func (r *reader) isoMonth(y num) (reading, bool) {
	if !hasAt(r.s, y.end, "-") {
		return reading{}, false
	}
	m := number(r.s, y.end+1)
	if m.n != 2 || m.v < 1 || m.v > 12 || !r.isoEnds(m.end) {
		return reading{}, false
	}
	x := reading{from: Ymd{Y: y.v, M: m.v}, precision: Month, end: m.end, stated: true}
	if m.v == (y.v+1)%100 {
		x.other, x.why = Ymd{Y: y.v + 1}, asMonth
	}
	return x, true
}

// years reads the rest of "2018–19", "2018/19", "1990–1995", "2018-2020". "2010-11" is left to isoMonth.
func (r *reader) years(y num) (reading, bool) {
	to, end, ok := r.nextYear(y)
	if !ok {
		return reading{}, false
	}
	if hasAt(r.s, y.end, "-") && to%100 >= 1 && to%100 <= 12 && end == y.end+len("-11") {
		return reading{}, false
	}
	return reading{from: Ymd{Y: y.v}, to: Ymd{Y: to}, precision: Range, end: end, stated: true}, true
}

// nextYear reads the second year of a range, with four digits or two.
func (r *reader) nextYear(y num) (to, end int, ok bool) {
	next, spaced, ok := r.dash(y.end)
	if !ok && hasAt(r.s, y.end, "/") {
		next, ok = y.end+1, true
	}
	if !ok {
		return 0, 0, false
	}
	n := number(r.s, next)
	end = r.yearWord(n.end)
	if !freeRight(r.s, end) {
		return 0, 0, false
	}
	switch {
	case isYear(n):
		return n.v, end, n.v > y.v
	case n.n == 2 && !spaced && n.v > y.v%100 && (n.v == y.v%100+1 || !hasAt(r.s, y.end, "/")):
		return y.v/100*100 + n.v, end, true
	case n.n == 2 && !spaced && n.v == 0 && y.v%100 == 99:
		return y.v + 1, end, true
	}
	return 0, 0, false
}

// yearMonthDay reads the rest of "2018 May 15", "2018, May 15", "2018. május 14.", "2018. május", "2018 m. gegužės 14 d.". Where the day has a year of its
// own, this one stands alone.
func (r *reader) yearMonthDay(y num) (reading, bool) {
	i := y.end
	if hasAt(r.s, i, ",") || hasAt(r.s, i, ".") {
		i++
	}
	j := blanks(r.s, i)
	if hasAt(r.s, j, "m. ") {
		j = blanks(r.s, j+len("m. "))
	}
	if j == i {
		return reading{}, false
	}
	m, ok := r.month(j)
	if !ok || r.year(m.next).v != 0 {
		return reading{}, false
	}
	x, ok := r.monthDay(m)
	if !ok && m.home && hasAt(r.s, y.end, ".") && r.s[j] >= 'a' && r.s[j] <= 'z' && freeRight(r.s, m.end) { // "2018. május"
		return reading{from: Ymd{Y: y.v, M: m.value}, precision: Month, end: m.end, stated: true}, true
	}
	if !ok && j == blanks(r.s, y.end) && m.english && r.s[j] < 'a' && (m.end == len(r.s) || strings.IndexByte(".;", r.s[m.end]) >= 0) { // "London: LOC; 2016 Mar."
		return reading{from: Ymd{Y: y.v, M: m.value}, precision: Month, end: m.end, stated: true}, true
	}
	if !ok || x.stated || x.precision != Day {
		return reading{}, false
	}
	if hasAt(r.s, x.end, ".") && !m.english {
		x.end++
	}
	x.from.Y, x.stated = y.v, true
	return x.checked(), true
}
