package rules

import (
	"fmt"
	"strconv"
	"strings"

	"example.org/verify/citations/dates"
)

var monthNames = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// say is a date in words with all that is known of it: "14 April 2018", "October 2018".
func say(d *dates.Date) string {
	switch {
	case d == nil:
		return "no date"
	case d.Precision == dates.Range:
		return sayYmd(d.From) + " to " + sayYmd(d.To)
	case d.Precision == dates.Season && d.Printed != "":
		return d.Printed
	}
	return sayYmd(d.From)
}

func sayYmd(y dates.Ymd) string {
	var parts []string
	if y.D > 0 {
		parts = append(parts, strconv.Itoa(y.D))
	}
	if y.M > 0 && y.M < len(monthNames) {
		parts = append(parts, monthNames[y.M])
	}
	if y.Y > 0 {
		parts = append(parts, strconv.Itoa(y.Y))
	}
	return strings.Join(parts, " ")
}

// stamp is a date as far as its ISO form tells it from others.
type stamp struct {
	said     bool
	from, to dates.Ymd
}

// stampOf is the stamp of a date, the zero stamp where nothing is said.
func stampOf(d *dates.Date) stamp {
	switch {
	case d == nil || d.Precision == dates.None:
		return stamp{}
	case d.Precision == dates.Range:
		return stamp{true, d.From, d.To}
	}
	return stamp{said: true, from: d.From}
}

// counted is a number with its noun: "one marker", "3 markers".
func counted(n int, noun string) string {
	if n == 1 {
		return "one " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// list joins names: "A", "A and B", "A, B and C".
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// some is a list cut after n names: "A, B, C and 4 more".
func some(names []string, n int) string {
	if len(names) <= n {
		return list(names)
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:n], ", "), len(names)-n)
}
