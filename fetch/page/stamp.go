package page

import (
	"strconv"
	"strings"
	"time"

	"example.org/verify/citations/dates"
)

// day is a calendar day, or a month where D is 0.
type day struct{ dates.Ymd }

func (d day) iso() string {
	p := dates.Day
	if d.D == 0 {
		p = dates.Month
	}
	return dates.Date{From: d.Ymd, Precision: p}.ISO()
}

// firstYear is the year before which no page of the web was published.
const firstYear = 1991

// plausible reports whether a page can have been published that day.
func (r *reader) plausible(d day) bool {
	if d.Y < firstYear || d.Y > 2100 || d.M < 1 || d.M > 12 || d.D < 0 || d.D > 31 {
		return false
	}
	if d.D > 0 && time.Date(d.Y, time.Month(d.M), d.D, 0, 0, 0, 0, time.UTC).Day() != d.D { // 30 February
		return false
	}
	if now := r.o.Now; !now.IsZero() {
		return !time.Date(d.Y, time.Month(d.M), max(d.D, 1), 0, 0, 0, 0, time.UTC).After(now.AddDate(0, 0, 1))
	}
	return true
}

// stamp reads a date as metadata give it: ISO 8601, with slashes, without separators, RFC 1123, seconds since 1970, or in words.
func (r *reader) stamp(s string) (day, bool) {
	s = strings.TrimSpace(s)
	if len(s) > 80 {
		s = s[:80]
	}
	if d, ok := isoStamp(s); ok {
		return d, r.plausible(d)
	}
	if d, ok := packedStamp(s); ok && r.plausible(d) {
		return d, true
	}
	if d, ok := unixStamp(s); ok {
		return d, r.plausible(d)
	}
	for _, layout := range [...]string{time.UnixDate, time.ANSIC, time.RubyDate} {
		if t, err := time.Parse(layout, s); err == nil {
			d := day{dates.Ymd{Y: t.Year(), M: int(t.Month()), D: t.Day()}}
			return d, r.plausible(d)
		}
	}
	for _, f := range dates.Find(s, r.dateOptions) {
		if d, ok := r.dayOf(f.Date); ok && d.D > 0 {
			return d, true
		}
	}
	return day{}, false
}

// dayOf is a date as far as a page can be dated by it.
func (r *reader) dayOf(d dates.Date) (day, bool) {
	if d.Year != dates.YearStated || d.Impossible || d.Precision != dates.Day && d.Precision != dates.Month {
		return day{}, false
	}
	k := day{d.From}
	return k, r.plausible(k)
}

// isoStamp reads "2018-05-14", "2018/5/14", "2018.05.14" and what begins so.
func isoStamp(s string) (d day, ok bool) {
	y, n := leadingInt(s)
	if n != 4 || len(s) < 8 {
		return d, false
	}
	sep := s[4]
	if sep != '-' && sep != '/' && sep != '.' {
		return d, false
	}
	m, k := leadingInt(s[5:])
	if k < 1 || k > 2 || len(s) <= 5+k || s[5+k] != sep {
		return d, false
	}
	dd, j := leadingInt(s[6+k:])
	if j < 1 || j > 2 {
		return d, false
	}
	return day{dates.Ymd{Y: y, M: m, D: dd}}, true
}

func leadingInt(s string) (v, n int) {
	for n < len(s) && n < 9 && s[n] >= '0' && s[n] <= '9' {
		v = v*10 + int(s[n]-'0')
		n++
	}
	return v, n
}

// packedStamp reads "20180514", with or without a time behind it.
func packedStamp(s string) (day, bool) {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n != 8 && n != 12 && n != 14 || n < len(s) && s[n] != 'T' && s[n] != ' ' && s[n] != '-' {
		return day{}, false
	}
	v, _ := strconv.Atoi(s[:8])
	return day{dates.Ymd{Y: v / 10000, M: v / 100 % 100, D: v % 100}}, true
}

// unixStamp reads seconds or milliseconds since 1970.
func unixStamp(s string) (day, bool) {
	if len(s) != 10 && len(s) != 13 {
		return day{}, false
	}
	v, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return day{}, false
	}
	if len(s) == 13 {
		v /= 1000
	}
	y, m, d := time.Unix(v, 0).UTC().Date()
	return day{dates.Ymd{Y: y, M: int(m), D: d}}, true
}

// urlDay finds the day or month in the path of an address: /2018/05/14/, /2018-05-14-, /20180514, /2018/05/.
func urlDay(address string) (d day, printed string, ok bool) {
	k := strings.Index(address, "://")
	if k < 0 {
		return d, "", false
	}
	path := address[k+3:]
	slash := strings.IndexByte(path, '/')
	if slash < 0 {
		return d, "", false
	}
	path = path[slash:]
	var month day
	var monthAs string
	for i := range len(path) {
		if i > 0 && path[i-1] >= '0' && path[i-1] <= '9' {
			continue
		}
		y, n := leadingInt(path[i:])
		switch {
		case n == 8 && validDay(y/10000, y/100%100, y%100):
			return day{dates.Ymd{Y: y / 10000, M: y / 100 % 100, D: y % 100}}, path[i : i+8], true
		case n != 4 || y < firstYear || y > 2100:
			continue
		}
		got, size := pathDay(path[i:], y)
		if size > 0 && got.D > 0 {
			return got, path[i : i+size], true
		}
		if size > 0 && month.Y == 0 {
			month, monthAs = got, path[i:i+size]
		}
	}
	return month, monthAs, month.Y != 0
}

func validDay(y, m, d int) bool {
	return y >= firstYear && y <= 2100 && m >= 1 && m <= 12 && d >= 1 && d <= 31
}

// pathDay reads what follows a year in a path.
func pathDay(s string, y int) (d day, size int) {
	if len(s) < 7 || s[4] != '/' && s[4] != '-' && s[4] != '_' && s[4] != '.' {
		return d, 0
	}
	sep := s[4]
	m, n := leadingInt(s[5:])
	if n == 0 {
		m, n = monthName(s[5:])
	}
	if n == 0 || m < 1 || m > 12 {
		if n == 4 && sep == '/' && validDay(y, m/100, m%100) { // /2018/0514/
			return day{dates.Ymd{Y: y, M: m / 100, D: m % 100}}, 9
		}
		return d, 0
	}
	end := 5 + n
	if end < len(s) && (s[end] == sep || sep == '/' && s[end] == '-') {
		if dd, k := leadingInt(s[end+1:]); k >= 1 && k <= 2 && dd >= 1 && dd <= 31 {
			return day{dates.Ymd{Y: y, M: m, D: dd}}, end + 1 + k
		}
	}
	if n == 2 && sep == '/' || sep == '/' && s[5] >= 'a' {
		return day{dates.Ymd{Y: y, M: m}}, end
	}
	return d, 0
}

// monthName reads an English month's name in a path: /2018/may/14/.
func monthName(s string) (m, n int) {
	for n < len(s) && s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' {
		n++
	}
	if n < 3 || n == len(s) || s[n] != '/' && s[n] != '-' {
		return 0, 0
	}
	for m := 1; m <= 12; m++ {
		full := strings.ToLower(time.Month(m).String())
		if w := strings.ToLower(s[:n]); w == full || w == full[:3] {
			return m, n
		}
	}
	return 0, 0
}
