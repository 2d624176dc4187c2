package dates

// Order is which of day and month a numeric date prints first.
type Order uint8

const (
	OrderUnknown Order = iota // the language of the text decides
	MDY                       // 5/14/2018
	DMY                       // 14/5/2018
)

// Options say what is known of the text around a date.
type Options struct {
	Language string // ISO 639-1; "" unknown
	Order    Order  // of numeric dates, where the house has declared it; wins over the language
	Named    bool   // the date stands behind the name of a source, so that "3/4" is a day and no fraction
	AnyCase  bool   // a month with its year may lack the capital that its language gives it: "march 2024"
}

// Found is a date expression and where it stands: bytes [Start, End) of the string that was searched.
type Found struct {
	Start, End int
	Date       Date
}

// reader holds what all the readers of date expressions look at.
type reader struct {
	s     string
	o     Options
	langs langSet // of the language of the text; 0 unknown
}

func newReader(s string, o Options) reader { return reader{s: s, o: o, langs: langsOf(o.Language)} }

// english says that the text is in English; unknown, that its language is not given.
func (r *reader) english() bool { return r.langs == english }
func (r *reader) unknown() bool { return r.o.Language == "" }

// Find gives every date expression of s, in order, not overlapping; nil where there is none. It takes linear time on any input, and
// allocates only for what it finds. Bare months ("May") are not reported; see BareMonth.
func Find(s string, o Options) []Found {
	var found []Found
	r := newReader(s, o)
	floor := 0
	for i := nextDigit(s, 0); i < len(s); {
		if f, ok := r.around(i, floor); ok {
			found = append(found, f)
			i, floor = f.End, f.End
		} else {
			i = number(s, i).end
		}
		i = nextDigit(s, i)
	}
	return found
}

// Any reports whether s has a date expression that Find finds.
func Any(s string, o Options) bool {
	r := newReader(s, o)
	for i := nextDigit(s, 0); i < len(s); i = nextDigit(s, number(s, i).end) {
		if _, ok := r.around(i, 0); ok {
			return true
		}
	}
	return false
}

// At gives the longest date expression that starts exactly at byte i of s.
func At(s string, i int, o Options) (Found, bool) {
	if i < 0 || i >= len(s) {
		return Found{}, false
	}
	r := newReader(s, o)
	return r.at(i)
}

// nextDigit gives the first byte from i on where a digit of any script stands, len(s) if none. All dates have a digit, so this is where
// the time goes on prose without dates.
func nextDigit(s string, i int) int {
	for ; i < len(s); i++ {
		switch digitClass[s[i]] {
		case 1:
			return i
		case 2:
			if isDigit(s, i) {
				return i
			}
		}
	}
	return i
}

// digitClass is 1 for an ASCII digit, 2 for a byte with which a digit of another script may begin.
var digitClass = [256]uint8{'0': 1, '1': 1, '2': 1, '3': 1, '4': 1, '5': 1, '6': 1, '7': 1, '8': 1, '9': 1, 0xD9: 2, 0xDB: 2, 0xEF: 2}

// around finds the date expression whose first digit is at byte i and that does not begin before floor.
func (r *reader) around(i, floor int) (Found, bool) {
	if start := r.eraBefore(i, floor); start < i {
		if f, ok := r.at(start); ok && f.End > i { // "令和元年", year 1 of an era, has no digit
			return f, true
		}
	}
	var starts [maxNames]int
	n := r.before(i, floor, &starts)
	for n--; n >= 0; n-- {
		if f, ok := r.at(starts[n]); ok {
			return f, true
		}
	}
	return r.at(i)
}

// at gives the longest date expression that starts exactly at byte i.
func (r *reader) at(i int) (Found, bool) {
	x, ok := r.single(i)
	if !ok {
		return Found{}, false
	}
	x = r.extended(x)
	return Found{Start: i, End: x.end, Date: x.date(r.s[i:x.end])}, true
}

// single reads one date, without the second half of a range that prints two whole ones.
func (r *reader) single(i int) (reading, bool) {
	if isDigit(r.s, i) {
		if !freeLeft(r.s, i) {
			return reading{}, false
		}
		return r.fromNumber(i)
	}
	if !freeLeftWord(r.s, i) {
		return reading{}, false
	}
	if x, ok := r.monthFirst(i); ok {
		return x, true
	}
	if x, ok := r.season(i); ok {
		return x, true
	}
	if x, ok := r.era(i); ok {
		return x, true
	}
	return r.afterWeekday(i)
}

// fromNumber reads a date that begins with a number, the longest of its readings.
func (r *reader) fromNumber(i int) (reading, bool) {
	n := number(r.s, i)
	switch {
	case n.n == 4 && n.v < firstYear:
		return r.yearPair(i, n)
	case n.n == 4:
		return r.yearFirst(i, n)
	case n.n > 2:
		return reading{}, false
	}
	var best reading
	best.longer(r.dayFirst(i))
	best.longer(r.numeric(i))
	best.longer(r.dayRangeNumeric(i))
	best.longer(r.cjkMonthDay(i))
	best.longer(r.islamic(i))
	best.longer(r.noSuchDay(i))
	return best, best.end != 0
}

// longer takes y where it is a reading and longer than x.
func (x *reading) longer(y reading, ok bool) {
	if ok && y.end > x.end {
		*x = y
	}
}
