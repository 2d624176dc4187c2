package score

import (
	"strconv"
	"strings"

	"example.org/verify/citations/dates"
)

// SayDay says a date as a reason does: "14 April", with the year where the document states it; "" where nothing is known.
func SayDay(d *dates.Date) string {
	if d == nil {
		return ""
	}
	switch d.Precision {
	case dates.Day:
		return sayYmd(d.From, d.Year)
	case dates.Month:
		d := dates.Ymd{Y: d.From.Y, M: d.From.M}
		return sayYmd(d, dates.YearStated)
	case dates.Range:
		return sayYmd(d.From, dates.YearNone) + " to " + sayYmd(d.To, d.Year)
	}
	return d.Printed
}

var months = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
	"November", "December"}

func sayYmd(y dates.Ymd, year dates.YearFrom) string {
	var parts []string
	if y.D > 0 {
		parts = append(parts, strconv.Itoa(y.D))
	}
	if y.M > 0 && y.M < len(months) {
		parts = append(parts, months[y.M])
	}
	if y.Y > 0 && year == dates.YearStated {
		parts = append(parts, strconv.Itoa(y.Y))
	}
	return strings.Join(parts, " ")
}
