package dates

import "time"

// IsZero says whether nothing is known: no part of a date, no declaration that there is none, no placeholder.
func (d Date) IsZero() bool {
	return d.From == Ymd{} && d.To == Ymd{} && d.Precision == None && !d.NoDate && !d.Template
}

// daysOf gives the length of a month; 29 for a February of an unknown year (0).
func daysOf(y, m int) int {
	switch m {
	case 2:
		if y == 0 || y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// exists says whether the calendar has the day, as far as it is given.
func (y Ymd) exists() bool {
	return y.D == 0 || y.M >= 1 && y.M <= 12 && y.D <= daysOf(y.Y, y.M)
}

// before compares two days; a part that is unknown in either is left out.
func (y Ymd) before(z Ymd) bool {
	if y.Y != z.Y && y.Y != 0 && z.Y != 0 {
		return y.Y < z.Y
	}
	if y.M != z.M {
		return y.M < z.M
	}
	return y.D != 0 && z.D != 0 && y.D < z.D
}

func (y Ymd) time() time.Time { return time.Date(y.Y, time.Month(y.M), y.D, 0, 0, 0, 0, time.UTC) }

// Days numbers the days: 1 January 1970 is 0. An unknown month or day counts as the first. Meaningless without a year.
func Days(y Ymd) int {
	return int(y.first().Unix() / (24 * 60 * 60))
}

// first and last give the bounds of what a part of a date can mean. Winter 2016 may be its beginning or its end: January 2016 to
// February 2017.
func (y Ymd) first() time.Time {
	switch {
	case y.M == springValue+3:
		return Ymd{y.Y, 1, 1}.time()
	case y.M >= springValue:
		return Ymd{y.Y, 3 * (y.M - springValue + 1), 1}.time()
	}
	return Ymd{y.Y, max(y.M, 1), max(y.D, 1)}.time()
}

func (y Ymd) last() time.Time {
	switch {
	case y.M == springValue+3:
		return Ymd{y.Y + 1, 3, 0}.time()
	case y.M >= springValue:
		return Ymd{y.Y, 3*(y.M-springValue+1) + 3, 0}.time()
	case y.M == 0:
		return Ymd{y.Y, 12, 31}.time()
	case y.D == 0:
		return Ymd{y.Y, y.M + 1, 0}.time()
	}
	return y.time()
}

// First gives the first day that the date can mean, in UTC; ok is false without a year. The first day of a winter is that of its year.
func (d Date) First() (day time.Time, ok bool) {
	if d.From.Y == 0 {
		return time.Time{}, false
	}
	return d.From.first(), true
}

// Last gives the last day that the date can mean: the end of its month, season, year or range, in UTC; ok is false without a year.
func (d Date) Last() (day time.Time, ok bool) {
	end := d.From
	if d.Precision == Range {
		end = d.To
	}
	if end.Y == 0 {
		return time.Time{}, false
	}
	return end.last(), true
}

// WithYear gives the date the year y, as inferred, and says why. A range takes y for its first day, and the year after for its last where it
// runs over New Year. A date that prints its year, or has neither month nor day, is returned unchanged.
func (d Date) WithYear(y int, why string) Date {
	if d.Year == YearStated || d.From.M == 0 {
		return d
	}
	d.From.Y, d.Year, d.Why = y, YearInferred, why
	d.Impossible = !d.From.exists()
	if d.Precision == Range {
		d.To.Y = 0
		over := d.To.before(Ymd{M: d.From.M, D: d.From.D})
		d.To.Y = y
		if over {
			d.To.Y++
		}
		d.Impossible = d.Impossible || !d.To.exists()
	}
	return d
}

// WeekdayFits says whether the printed weekday is that of the day; true where one of the two is unknown.
func (d Date) WeekdayFits() bool {
	if d.Weekday == 0 || d.Precision != Day || d.From.Y == 0 || d.Impossible {
		return true
	}
	return int(d.From.time().Weekday()) == d.Weekday%7
}
