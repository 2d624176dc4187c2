package dates

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
