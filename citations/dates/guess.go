package dates

import (
	"fmt"
	"time"
)

// The numbers of design/rules.md, "The publication date, where nothing states it".
const (
	guessDays    = 120 // the undated citations of one issue lie within so many days before it
	guessUndated = 5   // fewer say nothing
	guessPrinted = 2   // days with a printed year that must lie
	guessYear    = 400 // in so many days up to the guess
)

// circle counts days of a year with a 29 February, so that every month-day has a place of its own.
const circle = 366

// GuessPublished finds the day of publication from the citations in the body of one issue: dated are those that print their year, undated
// those that do not. It is the month-day up to which, in 120 days, most of the undated citations lie (the later of two), in the first year
// that does not put it before the latest dated day. False where there are fewer than five undated days, no dated one, or fewer than two
// different dated days in the 400 days up to it. The year is marked as inferred; Printed is "".
func GuessPublished(dated []Date, undated []Date) (Date, bool) {
	last, ok := latest(dated)
	counts, n := byDay(undated)
	if !ok || n < guessUndated {
		return Date{}, false
	}
	place, within := densest(counts)
	p := firstFrom(monthDay(place), last)
	if printedUpTo(dated, p) < guessPrinted {
		return Date{}, false
	}
	why := fmt.Sprintf("a guess from the citations: %d of the %d undated ones lie in the 120 days up to %s %d, and the latest that prints its year is of %s",
		within, n, englishMonths[p.M-1], p.D, last.english())
	return Date{From: p, Precision: Day, Year: YearInferred, Why: why}, true
}

// latest gives the latest day that is printed with a year.
func latest(dated []Date) (last Ymd, ok bool) {
	for _, d := range dated {
		if day, is := lastDay(d); is && (!ok || last.before(day)) {
			last, ok = day, true
		}
	}
	return last, ok
}

// lastDay is the day of a date, or the last day of a range of days; ok is false without a year and for what is no day.
func lastDay(d Date) (day Ymd, ok bool) {
	day = d.From
	if d.Precision == Range {
		day = d.To
	}
	return day, day.Y != 0 && day.D != 0 && !d.Impossible
}

// byDay counts month-days by their place on the circle, and all of them.
func byDay(undated []Date) (counts [circle]int, n int) {
	for _, d := range undated {
		if d.From.Y == 0 && d.From.M != 0 && d.From.D != 0 && !d.Impossible {
			counts[placeOf(d.From)]++
			n++
		}
	}
	return counts, n
}

// placeOf numbers the month-days of a leap year from 0.
func placeOf(y Ymd) int { return Ymd{2000, y.M, y.D}.time().YearDay() - 1 }

func monthDay(place int) Ymd {
	_, m, d := time.Date(2000, 1, 1+place, 0, 0, 0, 0, time.UTC).Date()
	return Ymd{M: int(m), D: d}
}

// densest gives the counted place with the most in the days up to it, and how many. Of two with as many it is the later, by the shorter way
// round the circle: January 3 is later than December 30.
func densest(counts [circle]int) (place, most int) {
	for p, n := range counts {
		if n == 0 {
			continue
		}
		sum := 0
		for back := range guessDays + 1 {
			sum += counts[(p-back+circle)%circle]
		}
		if sum > most || sum == most && p-place <= circle/2 {
			place, most = p, sum
		}
	}
	return place, most
}

// firstFrom gives the month-day its first year in which it exists and is not before last.
func firstFrom(day, last Ymd) Ymd {
	for day.Y = last.Y; day.before(last) || !day.exists(); day.Y++ {
	}
	return day
}

// printedUpTo counts the different printed days in the 400 days up to p.
func printedUpTo(dated []Date, p Ymd) int {
	seen := map[int]bool{}
	for _, d := range dated {
		if day, ok := lastDay(d); ok {
			if ago := Days(p) - Days(day); ago >= 0 && ago <= guessYear {
				seen[Days(day)] = true
			}
		}
	}
	return len(seen)
}
