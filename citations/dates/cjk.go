package dates

// The counters of a year, a month and a day in Chinese, Japanese and Korean.
var (
	cjkYear  = [...]string{"年", "년"}
	cjkMonth = [...]string{"月", "월"}
	cjkDate  = [...]string{"日", "号", "號", "일"}
)

// counter gives the byte after one of the counters, which may follow a blank; 0 where there is none.
func (r *reader) counter(i int, counters []string) int {
	if i < len(r.s) && r.s[i] < 0x80 && r.s[i] != ' ' {
		return 0
	}
	i = blanks(r.s, i)
	for _, c := range counters {
		if hasAt(r.s, i, c) {
			return i + len(c)
		}
	}
	return 0
}

// cjkDay reads the rest of "2018年10月15日", "2018年10月", "2018年", "2018년 5월 14일".
func (r *reader) cjkDay(y num) (reading, bool) {
	end := r.counter(y.end, cjkYear[:])
	if end == 0 || hasAt(r.s, end, "度") {
		return reading{}, false
	}
	x := reading{from: Ymd{Y: y.v}, precision: Year, end: end, stated: true}
	m := number(r.s, blanks(r.s, end))
	if m.n == 0 || m.n > 2 || m.v < 1 || m.v > 12 {
		return x, true
	}
	end = r.counter(m.end, cjkMonth[:])
	if end == 0 {
		return x, true
	}
	x.from.M, x.precision, x.end = m.v, Month, end
	if d, end := r.cjkDate(end); end != 0 {
		x.from.D, x.precision, x.end = d, Day, end
	}
	return x.checked(), true
}

// cjkMonthDay reads "10月15日".
func (r *reader) cjkMonthDay(i int) (reading, bool) {
	m := number(r.s, i)
	end := r.counter(m.end, cjkMonth[:])
	if end == 0 || m.v < 1 || m.v > 12 {
		return reading{}, false
	}
	d, end := r.cjkDate(end)
	if end == 0 {
		return reading{}, false
	}
	return reading{from: Ymd{M: m.v, D: d}, precision: Day, end: end}.checked(), true
}

func (r *reader) cjkDate(i int) (day, end int) {
	d := number(r.s, blanks(r.s, i))
	if d.n == 0 || d.n > 2 || d.v < 1 || d.v > 31 {
		return 0, 0
	}
	return d.v, r.counter(d.end, cjkDate[:])
}
