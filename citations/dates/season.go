package dates

// season reads "Spring 2016", "Winter 2016/17", "Spring/Summer 1985", "primavera de 2016"; the year is a must.
func (r *reader) season(i int) (reading, bool) {
	a, ok := r.name(i, springValue, springValue+3)
	if !ok {
		return reading{}, false
	}
	last := a
	if next, found := r.seasonLink(a); found {
		if b, ok := r.name(next, springValue, springValue+3); ok && b.value != a.value {
			last = b
		}
	}
	y := r.year(last.end)
	if y.v == 0 {
		y = r.splitYear(last.end)
	}
	if y.v == 0 || !a.allows(false, true, y.de) || !last.allows(false, true, y.de) {
		return reading{}, false
	}
	x := reading{from: Ymd{Y: y.v, M: a.value}, precision: Season, end: y.end, stated: true}
	if last != a {
		x.to, x.precision = Ymd{Y: y.v, M: last.value}, Range
		if last.value < a.value {
			x.from.Y--
		}
	}
	return x, true
}

func (r *reader) seasonLink(a name) (int, bool) {
	if hasAt(r.s, a.end, "/") {
		return a.end + 1, true
	}
	next, _, ok := r.dash(a.end)
	return next, ok
}

// splitYear reads the first year of "2016/17", "2016-2017".
func (r *reader) splitYear(i int) year {
	j := blanks(r.s, i)
	n := number(r.s, r.of(j))
	if j == i || !isYear(n) {
		return year{}
	}
	to, end, ok := r.nextYear(n)
	if !ok || to != n.v+1 {
		return year{}
	}
	return year{v: n.v, end: end}
}

// afterWeekday reads a weekday and the day that it names: "Mittwoch, 17. Januar", "Thursday) May 15".
func (r *reader) afterWeekday(i int) (reading, bool) {
	w, ok := r.name(i, mondayValue, mondayValue+6)
	if !ok || !w.allows(true, false, false) {
		return reading{}, false
	}
	j := r.weekdayEnd(w)
	x, ok := r.afterName(j)
	if !ok || x.precision != Day && x.precision != Range || x.from.D == 0 {
		return reading{}, false
	}
	x.weekday = w.value - mondayValue + 1
	return x, true
}

// weekdayEnd skips what may stand between a weekday and its day: "-feira", a stop, a comma, a bracket, an article.
func (r *reader) weekdayEnd(w name) int {
	j := w.next
	if hasAt(r.s, j, "-feira") {
		j += len("-feira")
	}
	j = blanks(r.s, j)
	for range 2 {
		switch c, size := decode(r.s, j); c {
		case ',', ')', '،', ']':
			j = blanks(r.s, j+size)
		}
	}
	var article word
	article.read(r.s, j)
	switch string(article.text()) {
	case "den", "dem", "the", "le", "el", "il", "d":
		return blanks(r.s, article.end)
	}
	return j
}

func (r *reader) afterName(i int) (reading, bool) {
	if isDigit(r.s, i) {
		return r.fromNumber(i)
	}
	return r.monthFirst(i)
}
