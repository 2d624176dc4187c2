package dates

// reading is a date while it is read: a Date without what needs allocation.
type reading struct {
	from, to   Ymd
	other      Ymd // the other reading, where one remains
	precision  Precision
	weekday    int
	why        decision
	end        int // the byte after it
	stated     bool
	impossible bool
}

// decision is why one of two readings was taken.
type decision uint8

const (
	noDecision   decision = iota
	asEnglish             // month/day, as English prints it
	asElsewhere           // day/month
	asOrdered             // by Options.Order
	onlyPossible          // the other one has a 13th month
	asMonth               // 2010-11: November rather than two years
	byLanguage            // a month's name that means two months
	byMoon                // converted from the Islamic calendar
	bySun                 // converted from the Iranian calendar
)

var whys = [...]string{
	asEnglish:    "month before day, as American English prints it; it could also be the other way round",
	asElsewhere:  "day before month; it could also be the other way round",
	asOrdered:    "day and month in the order that is declared for the text",
	onlyPossible: "the only order of day and month that gives a month",
	asMonth:      "year and month; it could also be two years",
	byLanguage:   "the month's name means another month in another language",
	byMoon:       "converted from the Islamic calendar, whose months may begin a day earlier or later",
	bySun:        "converted from the Iranian calendar",
}

func (x reading) date(printed string) Date {
	d := Date{From: x.from, To: x.to, Precision: x.precision, Printed: printed, Why: whys[x.why], Weekday: x.weekday, Impossible: x.impossible}
	if x.stated {
		d.Year = YearStated
	}
	if x.other != (Ymd{}) {
		alt := Date{From: x.other, Precision: x.precision}
		if x.why == asMonth {
			alt = Date{From: Ymd{Y: x.from.Y}, To: Ymd{Y: x.from.Y + 1}, Precision: Range}
		}
		d.Candidates = []string{d.ISO(), alt.ISO()}
	}
	return d
}

// checked marks a day that no calendar has.
func (x reading) checked() reading {
	x.impossible = !x.from.exists() || x.precision == Range && !x.to.exists()
	return x
}
