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

// The weekdays in Chinese, Japanese and Korean, from Monday on.
var (
	cjkWeek      = [...]string{"星期", "礼拜", "禮拜", "周", "週"} // with a number, or a word for Sunday
	cjkWeekdays  = [...]string{"一", "二", "三", "四", "五", "六", "日"}
	kanjiDays    = [...]string{"月", "火", "水", "木", "金", "土", "日"}
	hangulDays   = [...]string{"월", "화", "수", "목", "금", "토", "일"}
	kanjiSuffix  = [...]string{"曜日", "曜"}
	hangulSuffix = [...]string{"요일"}
)

// cjkWeekday reads "星期二", "周二", "火曜日", "화요일" at byte i, and in a bracket "火" and "화" as well; 0 where there is none.
func (r *reader) cjkWeekday(i int, bracket bool) (day, end int) {
	if i >= len(r.s) || r.s[i] < utf8.RuneSelf {
		return 0, 0
	}
	for _, week := range cjkWeek {
		if hasAt(r.s, i, week) {
			if day, end = dayOfWeek(r.s, i+len(week), cjkWeekdays[:]); day == 0 && hasAt(r.s, i+len(week), "天") {
				day, end = 7, i+len(week)+len("天")
			}
			if !bracket && len(week) == len("周") && isLetter(runeAt(r.s, end)) { // "周一帆" is a person
				return 0, 0
			}
			return day, end
		}
	}
	for _, of := range [...]struct{ days, suffixes []string }{{kanjiDays[:], kanjiSuffix[:]}, {hangulDays[:], hangulSuffix[:]}} {
		if day, end = dayOfWeek(r.s, i, of.days); day == 0 {
			continue
		}
		for _, suffix := range of.suffixes {
			if hasAt(r.s, end, suffix) {
				return day, end + len(suffix)
			}
		}
		if bracket {
			return day, end
		}
	}
	return 0, 0
}

// dayOfWeek finds which of some days stands at byte i, counted from 1.
func dayOfWeek(s string, i int, days []string) (day, end int) {
	for k, d := range days {
		if hasAt(s, i, d) {
			return k + 1, i + len(d)
		}
	}
	return 0, 0
}

// cjkDays reads the days of one month in a list, "4月18日、20日", "2018年4月18、20日", whose first digit is at byte i; nil where there are not two of them.
func (r *reader) cjkDays(i, floor int) []Found {
	if !isDigit(r.s, i) || i > floor && isDigit(r.s, i-1) {
		return nil
	}
	m := number(r.s, i)
	end := r.counter(m.end, cjkMonth[:])
	year := num{}
	if y := r.counter(m.end, cjkYear[:]); y != 0 && m.n == 4 {
		year = m
		m = number(r.s, blanks(r.s, y))
		end = r.counter(m.end, cjkMonth[:])
	}
	if end == 0 || m.n == 0 || m.n > 2 || m.v < 1 || m.v > 12 {
		return nil
	}
	var days [maxDays]listDay
	n, closed := 0, 0 // closed is how many days there are up to the last that its counter ends
	for at := end; n < maxDays; {
		d := number(r.s, blanks(r.s, at))
		if d.n == 0 || d.n > 2 || d.v < 1 || d.v > 31 || n > 0 && d.v <= days[n-1].from {
			break
		}
		days[n] = listDay{start: d.end - d.n, end: d.end, from: d.v}
		n++
		next := d.end
		if e := r.counter(d.end, cjkDate[:]); e != 0 {
			days[n-1].end, next, closed = e, e, n
		}
		if at = cjkSeparator(r.s, next); at == next {
			break
		}
	}
	if closed < 2 {
		return nil
	}
	days[0].start = i
	return r.list(i, days[:closed], Ymd{Y: year.v, M: m.v}, days[closed-1].end)
}

// cjkSeparator is the byte behind what parts days of a list at byte i, i where nothing does.
func cjkSeparator(s string, i int) int {
	for _, w := range [...]string{"、", "，", "和", "及", "与", "與", "·", "・", ","} {
		if hasAt(s, i, w) {
			return blanks(s, i+len(w))
		}
	}
	return i
}
