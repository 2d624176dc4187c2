package dates

import (
	"strconv"
	"strings"
)

var (
	englishMonths  = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	englishSeasons = [...]string{"spring", "summer", "autumn", "winter"}
)

// English names the date for a message: "18 May 2018", "May 2018", "spring 1985", "20–22 May 2020", "14 May, no year", "2018"; "no date"
// where nothing is known.
func English(d Date) string {
	switch {
	case d.Precision == None || d.From == Ymd{}:
		return "no date"
	case d.Precision == Range:
		return englishRange(d.From, d.To) + noYear(d.To.Y)
	}
	return d.From.english() + noYear(d.From.Y)
}

func noYear(y int) string {
	if y == 0 {
		return ", no year"
	}
	return ""
}

func (y Ymd) english() string {
	var parts []string
	if y.D != 0 {
		parts = append(parts, strconv.Itoa(y.D))
	}
	switch {
	case y.M >= 1 && y.M <= 12:
		parts = append(parts, englishMonths[y.M-1])
	case y.M >= springValue && y.M < springValue+4:
		parts = append(parts, englishSeasons[y.M-springValue])
	}
	if y.Y != 0 {
		parts = append(parts, strconv.Itoa(y.Y))
	}
	return strings.Join(parts, " ")
}

// englishRange leaves out of the first day what the last one says again: "20–22 May 2020", "May–June 2020", "30 May – 2 June 2018".
func englishRange(from, to Ymd) string {
	if from.Y == to.Y {
		from.Y = 0
		if from.M == to.M && from.D != 0 {
			from.M = 0
		}
	}
	if from == (Ymd{}) {
		return to.english()
	}
	dash := "–"
	if strings.Contains(from.english(), " ") {
		dash = " – "
	}
	return from.english() + dash + to.english()
}
