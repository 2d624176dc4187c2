package support

import "math"

// verbBefore reports whether a figure without a noun is what a verb did: "wounded 12".
func verbBefore(f *figure) bool { return len(f.preds) > 0 && f.preds[0] != "" && f.spoken }

// sameUnit reports whether two figures measure the same thing, or count.
func sameUnit(a, b *figure) bool {
	return a.unit.kind == b.unit.kind
}

// equal reports whether two figures have one value, units converted. Converted ones may differ by rounding.
func equal(a, b *figure) bool {
	for _, x := range a.values {
		for _, y := range b.values {
			x, y := x*a.unit.factor, y*b.unit.factor
			switch {
			case x == y || math.Abs(x-y) <= 1e-9*math.Abs(x):
				return a.high == 0 && b.high == 0 || closeTo(a.high*a.unit.factor, b.high*b.unit.factor, 1e-6)
			case a.unit.factor != b.unit.factor && a.unit.kind != "" && closeTo(x, y, 0.03):
				return true
			}
		}
	}
	return false
}

func closeTo(x, y, share float64) bool {
	return math.Abs(x-y) <= share*math.Max(math.Abs(x), math.Abs(y))
}

// allows reports whether the page's figure lies where the claim's bound, or the page's, or the claim's rounding allows it.
func allows(claim, pg *figure) bool {
	c, p := claim.values[0]*claim.unit.factor, pg.values[0]*pg.unit.factor
	if c <= 0 || p <= 0 {
		return false
	}
	ph := p
	if pg.high > 0 {
		ph = pg.high * pg.unit.factor
	}
	switch claim.bound {
	case about:
		return closeTo(c, p, 0.05)
	case atLeast, moreThan:
		return p >= c && p <= 1.25*c
	case atMost, lessThan:
		return ph <= c && ph >= 0.8*c
	case nearly:
		return p <= c && p >= 0.9*c
	case between:
		return p >= c && ph <= claim.high*claim.unit.factor
	}
	if pg.bound == about || pg.bound == nearly {
		return closeTo(c, p, 0.02)
	}
	return claim.coarse && rounds(c, p)
}

// rounds reports whether c is p rounded to the digits that c shows.
func rounds(c, p float64) bool {
	step := math.Pow(10, math.Floor(math.Log10(c)))
	for range 4 {
		if math.Abs(c/step-math.Round(c/step)) < 1e-9 {
			break
		}
		step /= 10
	}
	return c/step >= 10 && math.Round(p/step) == math.Round(c/step) || c/step < 10 && step > 0 && closeTo(c, p, 0.03)
}

// bounded reports whether a figure is held to be no more than near.
func (f *figure) bounded() bool { return f.bound != exact }

// anyone are nouns that may stand for whoever is counted.
var anyone = map[string]bool{}

func init() {
	for _, w := range [...]string{"people", "person", "others", "individuals", "victims", "lives", "bodies", "casualties", "dead", "killed", "fatalities", "deaths", "menschen", "personnes", "personas", "pessoas", "persone", "человек", "man"} {
		anyone[root(stem(w))] = true
	}
}

// sameNoun reports whether two figures count the same thing, as far as words tell. A figure without a noun counts what the other does.
func sameNoun(a, b *figure) bool {
	if len(a.nouns) == 0 || len(b.nouns) == 0 {
		return a.unit.kind == "" || a.unit.kind == b.unit.kind
	}
	if a.head == b.head || anyone[a.head] && personal(b) || anyone[b.head] && personal(a) {
		return true
	}
	for _, x := range a.nouns {
		if x == b.head {
			return true
		}
	}
	for _, x := range b.nouns {
		if x == a.head {
			return true
		}
	}
	return false
}

// personal reports whether what is counted can be people: measures, and things that are listed, cannot.
func personal(f *figure) bool { return f.unit.kind == "" && !things[f.head] }

var things = map[string]bool{}

func init() {
	for _, w := range [...]string{"days", "weeks", "months", "years", "hours", "minutes", "houses", "homes", "vehicles", "tanks", "drones", "missiles", "rockets", "ships", "boats", "buildings", "villages", "towns", "cities", "schools", "percent", "times", "points", "seats", "votes", "barrels", "rounds", "goals", "trucks", "planes", "aircraft", "flights", "stations", "camps", "bases", "countries", "states", "provinces", "districts", "checkpoints", "guns", "weapons", "tickets", "books", "cars", "buses", "jobs"} {
		things[root(stem(w))] = true
	}
}
