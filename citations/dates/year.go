package dates

import (
	"fmt"
	"time"
)

// slack is how many days after its publication date an article may cite, for time zones and for issues dated before they go out;
// design/rules.md, "The year of an item".
const slack = 2

// leapGap is the longest time without a 29 February, in years: 1896 to 1904.
const leapGap = 8

// InferYear gives a date without a year the latest one in which it exists and does not come later than the last day that published can
// mean, plus two days. A month and a range count by their first day. A date that has a year, or nothing to add one to, and any date where
// published has no year, is returned unchanged.
func InferYear(d Date, published Date) Date {
	end, ok := published.Last()
	if !ok || d.From.Y != 0 || d.From.M < 1 || d.From.M > 12 {
		return d
	}
	limit := end.AddDate(0, 0, slack)
	for y := limit.Year(); y >= limit.Year()-leapGap; y-- {
		day := Ymd{y, d.From.M, d.From.D}
		if day.exists() && !day.first().After(limit) {
			return d.WithYear(y, whyYear(d, published, end))
		}
	}
	return d // April 31
}

func whyYear(d, published Date, end time.Time) string {
	name := englishMonths[d.From.M-1]
	if d.From.D != 0 {
		name = fmt.Sprintf("%s %d", name, d.From.D)
	}
	if published.Precision == Day {
		return fmt.Sprintf("latest %s not after %s, the publication date, plus two days", name, English(published))
	}
	return fmt.Sprintf("latest %s not after %s, the end of the publication date %s, plus two days", name, end.Format("2 January 2006"), English(published))
}
