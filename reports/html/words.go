package html

import (
	"strconv"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/score"
)

var months = [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
	21: "spring", 22: "summer", 23: "autumn", 24: "winter"}

// day is a date as the page shows it.
type day struct {
	Words string // "15 May 2018"
	ISO   string // EDTF, for sorting and for programs; "" if nothing is known
	Guess bool   // the year is not printed
}

// dayOf says a date with the precision that is known. A date that cannot be is given as printed.
func dayOf(d *dates.Date) day {
	switch {
	case d == nil:
		return day{}
	case d.Precision == dates.None && d.NoDate:
		return day{Words: "no date, as it says itself"}
	case d.Precision == dates.None || d.Impossible:
		return day{Words: visible(d.Printed)}
	}
	s := sayYmd(d.From)
	if d.Precision == dates.Range {
		s += " to " + sayYmd(d.To)
	}
	return day{Words: s, ISO: d.ISO(), Guess: d.Year == dates.YearInferred}
}

func sayYmd(y dates.Ymd) string {
	var parts []string
	if y.D > 0 {
		parts = append(parts, strconv.Itoa(y.D))
	}
	if y.M > 0 && y.M < len(months) {
		parts = append(parts, months[y.M])
	}
	if y.Y > 0 {
		parts = append(parts, strconv.Itoa(y.Y))
	}
	return strings.Join(parts, " ")
}

// publishedBy says how the date of publication is known.
var publishedBy = map[string]string{
	"flag": "as given with the check", "policy": "as the desk’s settings say", "metadata": "as the file’s own data say", "text": "as the text says",
	"filename": "by the file’s name", "citations": "a guess from the dates of its citations",
}

// controls says who decides what an outlet prints.
var controls = map[string]string{
	"state": "state", "public": "public broadcaster", "captured-public": "public, captured by the state", "captured-private": "private, captured by the state",
	"private": "private", "party": "party",
}

// worths are what makes a claim one that can be checked.
var worths = []struct {
	bit  citations.Worth
	name string
}{
	{citations.Death, "deaths or injuries"}, {citations.Crime, "crime"}, {citations.Accusation, "an accusation"}, {citations.Quotation, "a quotation"},
	{citations.Figure, "a figure"}, {citations.NamedAct, "a named act"}, {citations.Dated, "a date"},
}

func sayWorth(w citations.Worth) string {
	var names []string
	for _, x := range worths {
		if w&x.bit != 0 {
			names = append(names, x.name)
		}
	}
	return strings.Join(names, ", ")
}

// sign is a severity as it is shown: a word and a shape beside the colour.
type sign struct{ Class, Mark, Word string }

var signs = map[score.Severity]sign{
	score.Error: {"e", "✗", "error"}, score.Warning: {"w", "!", "warning"}, score.Suggestion: {"s", "i", "suggestion"},
}

// names joins a list of names for a sentence.
func names(list []string) string {
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " and " + list[n-1]
	}
	return strings.Join(list, "")
}

func firstOf(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}
