package dates

// maxDays is how many days one list may name; no citation has more.
const maxDays = 12

// listDay is one day, or days from and to, in a list that shares its month.
type listDay struct{ start, end, from, to int }

// List is Find for one item, in which dates may share what is printed once: "January 21, 25, 2021", "18, 22 and 25 June 2020", "14 May and
// 2 June 2018". Each day is a Found from its own first byte to the end of its own day, the last runs on to what is shared on its right.
// Printed is the whole list for those that take something from another. Numbers that may be pages ("2022-03, 3, 36") are no days.
func List(s string, o Options) []Found {
	var found []Found
	r := newReader(s, o)
	floor := 0
	for i := nextDigit(s, 0); i < len(s); {
		list := r.cjkDays(i, floor)
		if list == nil {
			list = r.listAround(i, floor)
		}
		if list != nil {
			found = append(found, list...)
			floor = list[len(list)-1].End
			i = floor
		} else if f, ok := r.around(i, floor); ok {
			found = append(found, f)
			i, floor = f.End, f.End
		} else {
			i = number(s, i).end
		}
		i = nextDigit(s, i)
	}
	r.shareYears(found)
	return found
}

// listAround reads a list of days whose first digit is at byte i; nil where there is none.
func (r *reader) listAround(i, floor int) []Found {
	var starts [maxNames]int
	n := r.before(i, floor, &starts)
	for n--; n >= 0; n-- {
		if list := r.monthFirstList(starts[n]); list != nil {
			return list
		}
	}
	if !freeLeft(r.s, i) || !r.beginsList(i) {
		return nil
	}
	return r.dayFirstList(i)
}

// dayFirstList reads "18, 22 and 25 June 2020".
func (r *reader) dayFirstList(i int) []Found {
	var days [maxDays]listDay
	n, _ := r.days(i, &days)
	if n < 2 {
		return nil
	}
	last := days[n-1]
	d, _ := r.day(last.start)
	if last.to != 0 {
		d, _ = r.secondDay(d)
	}
	x, ok := r.monthOf(d)
	if !ok || x.other != (Ymd{}) {
		return nil
	}
	return r.list(i, days[:n], x.from, x.end)
}

// monthFirstList reads "January 21, 25, 2021", "July 6 and 7".
func (r *reader) monthFirstList(i int) []Found {
	if !freeLeftWord(r.s, i) {
		return nil
	}
	m, ok := r.month(i)
	j := blanks(r.s, m.next)
	if !ok || !m.monthFirst || j == m.end {
		return nil
	}
	var days [maxDays]listDay
	n, and := r.days(j, &days)
	n = r.trimmed(days[:n], and)
	if n < 2 {
		return nil
	}
	end := days[n-1].end
	y := r.year(end)
	if y.v != 0 {
		end = y.end
	}
	days[0].start = i
	return r.list(i, days[:n], Ymd{Y: y.v, M: m.value}, end)
}

// days reads days with list separators between them, in rising order; and says whether the last separator was a word.
func (r *reader) days(i int, days *[maxDays]listDay) (n int, and bool) {
	for n < maxDays {
		d, ok := r.day(i)
		if !ok || n > 0 && d.v <= days[n-1].last() {
			return n, and
		}
		day := listDay{start: i, end: d.end, from: d.v}
		next := d.next
		if to, ok := r.secondDay(d); ok {
			day.to, day.end, next = to.v, to.end, to.next
		}
		days[n] = day
		n++
		var word, more bool
		if i, word, more = r.separator(next); !more {
			return n, and
		}
		if isDigit(r.s, i) && number(r.s, i).n <= 2 {
			and = word
		}
	}
	return n, and
}

func (d listDay) last() int { return max(d.from, d.to) }

// trimmed gives how many of the days after a month are days of it. The last may be the first of the next date ("May 15, 20 June") or
// count something ("May 15, 20 people"); without a year, a word between or the end of the item after it, it may be anything.
func (r *reader) trimmed(days []listDay, and bool) int {
	n := len(days)
	if n < 2 {
		return n
	}
	end := days[n-1].end
	if r.year(end).v != 0 {
		return n
	}
	j := blanks(r.s, end)
	next := runeAt(r.s, j)
	closed := j == len(r.s) || next == ')' || next == ']' || next == ';'
	if !freeRight(r.s, end) || !closed && (!and || isLetter(next)) {
		return n - 1
	}
	return n
}

// separator reads ", ", " and ", ", and " at byte i and gives the byte after it.
func (r *reader) separator(i int) (next int, and, ok bool) {
	j := blanks(r.s, i)
	if hasAt(r.s, j, ",") || hasAt(r.s, j, "،") || hasAt(r.s, j, "、") {
		_, w := decode(r.s, j)
		j = blanks(r.s, j+w)
		ok = true
	}
	if hasAt(r.s, j, "&") {
		return blanks(r.s, j+1), true, true
	}
	if j == i || !isLetter(runeAt(r.s, j)) {
		return j, false, ok
	}
	var w word
	w.read(r.s, j)
	switch string(w.text()) {
	case "and", "und", "et", "y", "e", "и", "i", "og", "och", "en", "ve", "es", "a", "та", "și", "si", "dhe", "oraz", "or", "و":
		return blanks(r.s, w.end), true, true
	}
	return j, false, ok
}

// beginsList says whether the number at byte i may be the first of a list of days. After a word it may be part of a name: "Channel 4, 15 May".
func (r *reader) beginsList(i int) bool {
	j := blanksBack(r.s, i, 0)
	p, _ := runeBefore(r.s, j)
	if !isLetter(p) || isIdeograph(p) {
		return p != '.' || j == 0
	}
	var w word
	w.read(r.s, wordStart(r.s, j, 0))
	switch string(w.text()) {
	case "on", "of", "from", "am", "vom", "le", "les", "du", "des", "el", "los", "del", "em", "dal", "il", "de", "dias", "dni", "den", "op", "в", "от":
		return true
	}
	return false
}

// list makes the Founds of a list whose month, and year if any, are those of ym.
func (r *reader) list(start int, days []listDay, ym Ymd, end int) []Found {
	found := make([]Found, 0, len(days))
	for k, d := range days {
		x := reading{from: Ymd{ym.Y, ym.M, d.from}, precision: Day, stated: ym.Y != 0}
		if d.to != 0 {
			x.to, x.precision = Ymd{ym.Y, ym.M, d.to}, Range
		}
		f := Found{Start: d.start, End: d.end, Date: x.checked().date(r.s[start:end])}
		if k == len(days)-1 {
			f.End = end
		}
		found = append(found, f)
	}
	return found
}

// shareYears gives a date the year of the next one, where only a list separator lies between them: "14 May and 2 June 2018".
func (r *reader) shareYears(found []Found) {
	end := 0
	for k := len(found) - 2; k >= 0; k-- {
		f, next := &found[k], &found[k+1]
		if f.Date.From.Y != 0 || f.Date.From.M == 0 || next.Date.From.Y == 0 || next.Date.From.M == 0 || !r.separated(f.End, next.Start) {
			end = 0
			continue
		}
		if end == 0 {
			end = next.End
		}
		y := next.Date.From.Y
		if f.Date.From.M > next.Date.From.M+6 {
			y-- // December 30 and January 2, 2019
		}
		f.Date = f.Date.WithYear(y, "")
		f.Date.Year = YearStated
		f.Date.Printed = r.s[f.Start:end]
	}
}

// separated says whether nothing but a list separator lies between bytes i and j.
func (r *reader) separated(i, j int) bool {
	next, _, ok := r.separator(i)
	return ok && next == j
}
