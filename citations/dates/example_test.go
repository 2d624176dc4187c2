package dates_test

import (
	"fmt"

	"example.org/verify/citations/dates"
)

// A date is what was printed: a month stays a month, and a year that is not printed is inferred with its reason.
func ExampleFind() {
	published, _ := dates.ParseISO("2018-05-18")
	for _, f := range dates.Find("15 May 2018; March 2017; December 3", dates.Options{}) {
		d := dates.InferYear(f.Date, published)
		fmt.Println(d.Printed, "→", d.ISO(), d.Precision, d.Year)
	}
	// Output:
	// 15 May 2018 → 2018-05-15 day stated
	// March 2017 → 2017-03 month stated
	// December 3 → 2017-12-03 day inferred
}
