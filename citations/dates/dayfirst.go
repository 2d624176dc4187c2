package dates

// dayFirst reads "14 May", "14. Mai 2018", "20–22 May 2020", "18 de abril de 2021", "14-May-18".
func (r *reader) dayFirst(i int) (reading, bool) {
	d, ok := r.day(i)
	if !ok {
		return reading{}, false
	}
	x, ok := r.daysOf(d)
	if !ok {
		x, ok = r.monthOf(d)
	}
	return x, ok && !r.numbered(i)
}

// daysOf reads the rest of "20–22 May 2020".
func (r *reader) daysOf(d dayNumber) (reading, bool) {
	to, ok := r.secondDay(d)
	if !ok {
		return reading{}, false
	}
	x, ok := r.monthOf(to)
	x.from.D = d.v
	x.to, x.precision = Ymd{x.from.Y, x.from.M, to.v}, Range
	return x.checked(), ok
}

// secondDay reads the last day of "20–22 May", "17./18. Mai".
func (r *reader) secondDay(d dayNumber) (dayNumber, bool) {
	next, _, ok := r.dash(d.next)
	if !ok && hasAt(r.s, d.next, "/") {
		next, ok = d.next+1, true
	}
	if !ok {
		return dayNumber{}, false
	}
	to, ok := r.day(next)
	return to, ok && to.v > d.v
}

// monthOf reads the month, and the year if there is one, that follows a day.
func (r *reader) monthOf(d dayNumber) (reading, bool) {
	i, de, sep := r.link(d)
	if i == d.end {
		return reading{}, false
	}
	m, ok := r.month(i)
	if !ok || !r.monthEnds(m, sep) {
		return reading{}, false
	}
	y := r.yearOf(m, sep)
	if !m.allows(true, y.v != 0, de) || r.ownsNext(m) {
		return reading{}, false
	}
	if d.dotted && r.english() && m.english && y.v == 0 {
		return reading{}, false // "in chapter 17. May brought"
	}
	x := reading{from: Ymd{y.v, m.value, d.v}, precision: Day, end: m.end, stated: y.v != 0}
	if y.v != 0 {
		x.end = y.end
	}
	if m.other != 0 {
		x.other, x.why = Ymd{y.v, m.other, d.v}, byLanguage
	}
	return x.checked(), true
}

// link gives the byte of the month after a day: behind blanks, "de", a hyphen (sep), a slash, a dot.
func (r *reader) link(d dayNumber) (next int, de bool, sep byte) {
	if d.next < len(r.s) && (r.s[d.next] == '-' || r.s[d.next] == '/') {
		return d.next + 1, false, r.s[d.next]
	}
	i := blanks(r.s, d.next)
	if d.dotted && i == d.next {
		return i, false, '.' // "4.X.2009"
	}
	if next = r.of(i); next > i {
		return next, true, 0
	}
	return i, false, 0
}

// monthEnds says whether the month's name stands free; with a separator before it, the same one may follow.
func (r *reader) monthEnds(m name, sep byte) bool {
	if sep != 0 && m.end < len(r.s) && r.s[m.end] == sep {
		return isDigit(r.s, m.end+1)
	}
	return r.freeWordRight(m.end)
}

// freeWordRight says whether a name that ends at byte i ends there: "May-related" and "May_3" do not.
func (r *reader) freeWordRight(i int) bool {
	if i >= len(r.s) {
		return true
	}
	switch c := r.s[i]; c {
	case '_':
		return false
	case '-':
		return !isLetter(runeAt(r.s, i+1)) || r.isMonth(i+1)
	}
	return !isDigit(r.s, i)
}

func (r *reader) isMonth(i int) bool {
	_, ok := r.month(i)
	return ok
}

// yearOf reads the year after a month. With a separator ("14-May-18") two digits will do.
func (r *reader) yearOf(m name, sep byte) year {
	if sep == 0 || m.end >= len(r.s) || r.s[m.end] != sep {
		return r.year(m.next)
	}
	n := number(r.s, m.end+1)
	if !freeRight(r.s, n.end) {
		return year{}
	}
	switch {
	case isYear(n):
		return year{v: n.v, end: n.end}
	case n.n == 2:
		return year{v: century(n.v), end: n.end}
	}
	return year{}
}

// ownsNext says whether the month belongs to a day after it rather than to the number before: "Medias 24 May 15, 2017".
func (r *reader) ownsNext(m name) bool {
	j := blanks(r.s, m.next)
	if !m.monthFirst || j == m.next {
		return false
	}
	d, ok := r.day(j)
	if !ok || d.dotted {
		return false
	}
	return r.year(d.end).v != 0
}

// numbered says whether the number at byte i counts something: "No. 5 May 2018" is issue 5 of May.
func (r *reader) numbered(i int) bool {
	j := blanksBack(r.s, i, 0)
	if j == i {
		return false
	}
	if j > 0 && r.s[j-1] == '.' {
		j--
	}
	var w word
	w.read(r.s, wordStart(r.s, j, 0))
	switch string(w.text()) {
	case "no", "nos", "nr", "issue", "vol", "volume", "p", "pp", "page", "pages", "chapter", "chap", "fig", "table", "number", "edition", "núm", "num", "heft",
		"номер", "стр", "section", "article", "art":
		return w.end == j
	}
	return false
}

// month reads the name of a month at byte i. A second name of the same month may follow ("أيار/مايو", "أيار (مايو)").
func (r *reader) month(i int) (name, bool) {
	m, ok := r.name(i, 1, 12)
	if !ok || m.end >= len(r.s) {
		return m, ok
	}
	j := m.end
	open := hasAt(r.s, blanks(r.s, j), "(")
	if open {
		j = blanks(r.s, j)
	} else if r.s[j] != '/' {
		return m, true
	}
	twin, ok := r.name(j+1, 1, 12)
	if !ok || twin.value != m.value || open && !hasAt(r.s, twin.end, ")") {
		return m, true
	}
	m.end, m.need = twin.end, min(m.need, twin.need)
	if open {
		m.end++
	}
	m.next = m.end
	return m, true
}
