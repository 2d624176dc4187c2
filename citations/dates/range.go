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

// weekdayAfter reads the weekday behind a day: " (Tuesday)", "（火）", "星期二", and, where nothing goes on behind it, " Salı", ", среда".
func (r *reader) weekdayAfter(x reading) reading {
	if x.precision != Day || x.weekday != 0 {
		return x
	}
	if day, end := r.bracketedWeekday(x.end); end > 0 {
		if day > 0 {
			x.weekday, x.end = day, end
		}
		return x
	}
	j := blanks(r.s, x.end)
	switch c, size := decode(r.s, j); c {
	case ',', '，', '、', '،':
		j = blanks(r.s, j+size)
	}
	if day, end := r.weekdayAt(j, false); day > 0 {
		x.weekday, x.end = day, end
	}
	return x
}

// bracketedWeekday reads "(Tuesday)", "（火）" or "[Monday]" behind byte i; end is 0 where no bracket opens there, day where it holds no weekday.
func (r *reader) bracketedWeekday(i int) (day, end int) {
	j := blanks(r.s, i)
	c, size := decode(r.s, j)
	var closing rune
	switch c {
	case '(':
		closing = ')'
	case '（':
		closing = '）'
	case '[':
		closing = ']'
	default:
		return 0, 0
	}
	day, end = r.weekdayAt(blanks(r.s, j+size), true)
	end = blanks(r.s, end)
	if c, size := decode(r.s, end); day > 0 && c == closing {
		return day, end + size
	}
	return 0, j + size
}

// WeekdayBehind is the weekday that stands in a bracket of its own behind the day that ends at byte i, from 1 for Monday on; 0 if none does.
func WeekdayBehind(s string, i int, o Options) int {
	r := newReader(s, o)
	day, _ := r.bracketedWeekday(i)
	return day
}

// weekdayAt reads the weekday at byte i, from 1 for Monday on, and where it ends. Outside of a bracket it has to be a word of the text's language, with nothing but a
// mark behind it: "14 May, Sunday Times" has none.
func (r *reader) weekdayAt(i int, bracket bool) (day, end int) {
	if day, end = r.cjkWeekday(i, bracket); day > 0 {
		return day, end
	}
	w, ok := r.name(i, mondayValue, mondayValue+6)
	if !ok || !bracket && !(w.home && r.closes(w.end)) {
		return 0, 0
	}
	if bracket {
		w.end = w.next
	}
	return w.value - mondayValue + 1, w.end
}

// closes reports whether a text ends at byte i, or a mark that ends what was said.
func (r *reader) closes(i int) bool {
	if i == len(r.s) {
		return true
	}
	switch c, _ := decode(r.s, i); c {
	case ')', ']', ';', ':', '.', '؛':
		return true
	}
	return false
}
