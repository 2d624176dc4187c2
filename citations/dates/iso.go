package dates

import (
	"fmt"
	"strings"
	"time"
)

// ISO prints the date in EDTF, with the precision that is known: 2018, 2018-05, 2018-05-15, 1985-22 (a season), A/B (a range),
// XXXX-05-14 (a day whose year is unknown); "" where nothing is known. An impossible day is printed as it stands.
func (d Date) ISO() string {
	var room [len("2018-05-15/2018-05-16")]byte
	return string(d.AppendISO(room[:0]))
}

// AppendISO appends what ISO prints.
func (d *Date) AppendISO(b []byte) []byte {
	switch d.Precision {
	case None:
		return b
	case Range:
		return d.To.append(append(d.From.append(b), '/'))
	}
	return d.From.append(b)
}

func (y Ymd) append(b []byte) []byte {
	switch {
	case y.Y == 0:
		b = append(b, "XXXX"...)
	case y.Y > 0 && y.Y < 10000:
		b = append(b, byte('0'+y.Y/1000), byte('0'+y.Y/100%10), byte('0'+y.Y/10%10), byte('0'+y.Y%10))
	default:
		b = fmt.Appendf(b, "%04d", y.Y)
	}
	if y.M != 0 {
		b = append(b, '-', byte('0'+y.M/10), byte('0'+y.M%10))
	}
	if y.D != 0 {
		b = append(b, '-', byte('0'+y.D/10), byte('0'+y.D%10))
	}
	return b
}

// ParseISO reads what ISO prints, and RFC 3339 times, of which the day in their own zone counts. Day, month and year must exist; "" is
// the zero Date. The year, where given, is stated.
func ParseISO(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		y, m, d := t.Date()
		return Date{From: Ymd{y, int(m), d}, Precision: Day, Year: YearStated, Printed: s}, nil
	}
	from, to, isRange := strings.Cut(s, "/")
	d := Date{Printed: s}
	var ok bool
	if d.From, d.Precision, ok = parseYmd(from); !ok {
		return Date{}, isoError(s)
	}
	if isRange {
		d.Precision = Range
		if d.To, _, ok = parseYmd(to); !ok || (d.From.Y == 0) != (d.To.Y == 0) || d.From.Y != 0 && d.To.before(d.From) {
			return Date{}, isoError(s)
		}
	}
	if d.From.Y != 0 {
		d.Year = YearStated
	}
	return d, nil
}

func isoError(s string) error {
	return fmt.Errorf("date %q: want 2018, 2018-05, 2018-05-15, a range of two with / between them, or an RFC 3339 time", s)
}

// parseYmd reads one side of a range: a year or XXXX, and what may follow it.
func parseYmd(s string) (y Ymd, p Precision, ok bool) {
	year, s := s[:min(4, len(s))], s[min(4, len(s)):]
	if y.Y, ok = digits(year, 4); year != "XXXX" && (!ok || y.Y == 0) {
		return y, p, false
	}
	if s == "" {
		return y, Year, y.Y != 0
	}
	if len(s) < len("-05") || s[0] != '-' {
		return y, p, false
	}
	if y.M, ok = digits(s[1:3], 2); !ok {
		return y, p, false
	}
	return parseDay(y, s[3:])
}

// parseDay reads what follows the month.
func parseDay(y Ymd, s string) (Ymd, Precision, bool) {
	isSeason := y.M >= springValue && y.M < springValue+4
	switch {
	case s == "" && isSeason:
		return y, Season, y.Y != 0
	case y.M < 1 || y.M > 12:
		return y, None, false
	case s == "":
		return y, Month, true
	case s[0] != '-':
		return y, None, false
	}
	var ok bool
	y.D, ok = digits(s[1:], 2)
	return y, Day, ok && y.D > 0 && y.exists()
}

// digits reads a string of exactly n ASCII digits.
func digits(s string, n int) (v int, ok bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		v = v*10 + int(s[i]-'0')
	}
	return v, len(s) == n
}
