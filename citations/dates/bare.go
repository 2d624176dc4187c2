package dates

import (
	"strings"
	"sync"
)

// BareMonth reads a string that is the name of a month and nothing else: "May", "Sept.", "mai". Inside a text such words are too often
// something else. Where the name means two months, Candidates has both.
func BareMonth(s string) (Date, bool) {
	r := newReader(s, Options{})
	i := blanks(s, 0)
	m, ok := r.month(i)
	if !ok || m.need == needDayAndYear || blanks(s, m.next) != len(s) {
		return Date{}, false
	}
	x := reading{from: Ymd{M: m.value}, precision: Month, end: m.next}
	if m.other != 0 {
		x.other, x.why = Ymd{M: m.other}, byLanguage
	}
	return x.date(s[i:m.next]), true
}

// Weekday reports whether a word is the name of a day of the week in one of the languages, in whatever case: "Friday", "vendredi", "пятницу". Abbreviations are none, and
// words that mean something else in most languages ("pazar", a market).
func Weekday(w string) bool { return weekdayNames()[strings.ToLower(w)] }

var weekdayNames = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for i := range languages {
		for _, forms := range languages[i].weekdays {
			for name := range strings.FieldsSeq(forms) {
				if name[0] != '!' && !strings.HasSuffix(name, ".") {
					m[name] = true
				}
			}
		}
	}
	return m
})
