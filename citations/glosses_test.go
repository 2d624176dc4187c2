package citations

import (
	"testing"

	"example.org/verify/citations/dates"
)

func TestNewestYear(t *testing.T) {
	published := dates.Date{From: dates.Ymd{Y: 2018}}
	for _, c := range []struct {
		text      string
		published dates.Date
		want      int
	}{
		{"", dates.Date{}, 0},
		{"", published, 2018},
		{"in 1999, in 2004", dates.Date{}, 2004},
		{"in 1999, in 2004", published, 2018},
		{"2031", published, 2031},
		{"number 20991, A2044, 1848", dates.Date{}, 0},
	} {
		if got := newestYear(c.text, c.published); got != c.want {
			t.Errorf("%q: %d, want %d", c.text, got, c.want)
		}
	}
}
