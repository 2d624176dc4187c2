package html

import (
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// TestCountries compares every code of two letters with the library that the names are from.
func TestCountries(t *testing.T) {
	names := display.English.Regions()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string(a) + string(b)
			want := code
			if region, err := language.ParseRegion(code); err == nil && names.Name(region) != "" {
				want = names.Name(region)
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
