// Package dates reads the dates that citations print. A citation's date is partial as often as not (a day without a year, a month, a
// season, a range, "n.d."), so nothing here ever invents the missing part: May 2017 stays a month, and the year that a
// reader would add is inferred in a step of its own, with the reason.
//
// Find gives the dates of a text, At one that begins at a byte; each is a Date, whose ISO is EDTF, with its Precision. InferYear adds the year. Nothing here is
// changed once it is made: all of it may be used by several goroutines at once.
package dates

// Precision is how much of a date is known.
type Precision uint8

const (
	None   Precision = iota // nothing: n.d., or an unfilled template
	Day                     // a calendar day
	Month                   // a month of a year
	Season                  // a season of a year
	Year                    // a year alone
	Range                   // from one day, month or year to another
)

var precisions = [...]string{"none", "day", "month", "season", "year", "range"}

// String is the precision as the contract spells it.
func (p Precision) String() string { return precisions[p] }

// YearFrom says where the year of a date comes from.
type YearFrom uint8

const (
	YearNone     YearFrom = iota // no year is known
	YearStated                   // printed, with the date or covering a list that it belongs to
	YearInferred                 // by InferYear
)

var yearFroms = [...]string{"none", "stated", "inferred"}

// String is the origin as the contract spells it.
func (y YearFrom) String() string { return yearFroms[y] }

// Ymd is a calendar day, or part of one: 0 where unknown. For a Season, M is the EDTF season, 21 (spring) to 24 (winter).
type Ymd struct{ Y, M, D int }

// Date is a date as a document prints it.
//
// The zero Date says nothing is known (precision None, no declaration).
type Date struct {
	From       Ymd // the date, or the first of a range
	To         Ymd // the last of a Range; zero otherwise
	Precision  Precision
	Year       YearFrom
	Printed    string   // as printed, in the characters of the clean text; "" for one that was made, not read
	Why        string   // for an inferred year or a decision between day and month: a sentence that a person can check
	Candidates []string // EDTF of all readings, From's first, where more than one remains ("12/03/2024" in a text that does not decide)
	NoDate     bool     // n.d., o. J., s.d.: the document itself says there is none
	Template   bool     // an unfilled placeholder: "date, 2018"
	Weekday    int      // printed weekday, 1 Monday to 7 Sunday, 0 if none
	Impossible bool     // no such day ("April 31"); From holds what is printed
}
