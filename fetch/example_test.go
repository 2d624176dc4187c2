package fetch_test

import (
	"fmt"
	"strings"

	"example.org/verify/fetch"
)

// Two papers that print one wire story are no two sources.
func ExampleNearCopies() {
	const wire = "Fuel ran out in Ubari in the first week of April, when drivers of the state company refused to pass the checkpoint at Qira without an escort. " +
		"Ninety tankers have waited at Misrata since then, and the power station was shut down for want of diesel. The elders of the town have offered two hundred men to " +
		"guard the road, whom the oil corporation would pay; it has not answered them, and bread is sold at four times its price."
	pages := []string{wire, strings.ToUpper("nothing " + wire[:60]), "UBARI, April 9 – " + wire + " More follows."}
	var shingles [][]uint32
	for _, p := range pages {
		shingles = append(shingles, fetch.Shingles(p))
	}
	for _, pair := range fetch.NearCopies(shingles) {
		fmt.Printf("%d and %d share %.0f %%\n", pair.A, pair.B, 100*pair.Containment)
	}
	// Output: 0 and 2 share 100 %
}
