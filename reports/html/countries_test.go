package html

import (
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// TestCountries compares every code of two letters with the library that the names are from.
func TestCountries(t *testing.T) {
	names := display.English.Regions()
	renamed := map[string]string{"MK": "North Macedonia", "SZ": "Eswatini"} // in 2019 and 2018
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string(a) + string(b)
			want := code
			if region, err := language.ParseRegion(code); err == nil && names.Name(region) != "" {
				want = names.Name(region)
			}
			if name, ok := renamed[code]; ok {
				want = name
			}
			if got := country(code); got != want {
				t.Errorf("%s is %q, want %q", code, got, want)
			}
		}
	}
	for code, want := range map[string]string{"": "", "de": "Germany", "DE D": "DE D"} {
		if got := country(code); got != want {
			t.Errorf("%q is %q, want %q", code, got, want)
		}
	}
}
