package dates

import (
	"strings"
	"unicode/utf8"
)

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

// eras are what Japan and Taiwan count years in, with the year before the first one, and the last year that each has had or can have: "平成30年", "民國107年".
var eras = [...]struct {
	name         string
	before, last int
}{
	{"令和", 2018, 99}, {"平成", 1988, 31}, {"昭和", 1925, 64}, {"大正", 1911, 15}, {"明治", 1867, 45}, {"民國", 1911, 199}, {"民国", 1911, 199},
}

const firstOfEra = "元" // year 1

// era reads "平成30年5月14日", "令和元年5月1日".
func (r *reader) era(i int) (reading, bool) {
	for _, e := range eras {
		if !hasAt(r.s, i, e.name) {
			continue
		}
		n := number(r.s, i+len(e.name))
		if n.n == 0 && hasAt(r.s, i+len(e.name), firstOfEra) {
			n = num{v: 1, end: i + len(e.name) + len(firstOfEra)}
		}
		if n.v < 1 || n.v > e.last {
			return reading{}, false
		}
		x, ok := r.cjkDay(num{v: e.before + n.v, end: n.end})
		return x, ok && !(x.precision == Year && r.span(x.end))
	}
	return reading{}, false
}

// span reports whether what follows years makes them a time: "昭和30年代" are ten years.
func (r *reader) span(i int) bool {
	return hasAt(r.s, i, "代") || hasAt(r.s, i, "間") || hasAt(r.s, i, "间")
}

// eraBefore is where the name of an era begins that stands before the first digit of a date, at byte i, not before floor; i where none does.
func (r *reader) eraBefore(i, floor int) int {
	if i == floor || r.s[i-1] < utf8.RuneSelf {
		return i
	}
	said := strings.TrimSuffix(r.s[floor:i], firstOfEra+cjkYear[0])
	for _, e := range eras {
		if before, ok := strings.CutSuffix(said, e.name); ok {
			return floor + len(before)
		}
	}
	return i
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
