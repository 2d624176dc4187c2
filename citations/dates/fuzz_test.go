package dates

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var fuzzLanguages = [...]string{"", "en", "fr", "de", "es", "ru", "ar", "hu", "hr", "zh"}

func FuzzFind(f *testing.F) {
	for i, c := range finds {
		_, in, _ := strings.Cut(strings.ReplaceAll(c.in, "⏎", "\n"), "|")
		f.Add(in, uint8(i))
	}
	for i, c := range nothings {
		_, in, _ := strings.Cut(c, "|")
		f.Add(in, uint8(i))
	}
	f.Fuzz(func(t *testing.T, s string, lang uint8) {
		o := Options{Language: fuzzLanguages[int(lang)%len(fuzzLanguages)]}
		found := Find(s, o)
		checkFound(t, s, found)
		checkFound(t, s, List(s, o))
		for _, x := range found {
			checkAlone(t, s, x, o)
			checkDate(t, x.Date)
		}
	})
}

// checkFound wants ordered spans on the bounds of code points.
func checkFound(t *testing.T, s string, found []Found) {
	end := 0
	for _, x := range found {
		if x.Start < end || x.End <= x.Start || x.End > len(s) {
			t.Fatalf("%q: [%d,%d) after %d", s, x.Start, x.End, end)
		}
		if utf8.ValidString(s) && !utf8.ValidString(s[x.Start:x.End]) {
			t.Fatalf("%q: [%d,%d) cuts a code point", s, x.Start, x.End)
		}
		end = x.End
	}
}

// checkAlone wants the same date from the text of the date alone.
func checkAlone(t *testing.T, s string, x Found, o Options) {
	alone := Find(s[x.Start:x.End], o)
	if len(alone) != 1 || alone[0].Start != 0 || alone[0].End != x.End-x.Start || alone[0].Date.ISO() != x.Date.ISO() {
		t.Fatalf("%q: %q is %s, alone %s", s, s[x.Start:x.End], x.Date.ISO(), isos(alone))
	}
	if at, ok := At(s, x.Start, o); !ok || at.Date.ISO() != x.Date.ISO() {
		t.Fatalf("%q: At %d is %s, Find %s", s, x.Start, at.Date.ISO(), x.Date.ISO())
	}
}

// checkDate wants a date that ISO and ParseISO agree on, and bounds in order.
func checkDate(t *testing.T, d Date) {
	_ = English(d)
	if d.Impossible {
		return
	}
	if p, err := ParseISO(d.ISO()); err != nil || p.ISO() != d.ISO() {
		t.Fatalf("%q: ParseISO(%q): %v", d.Printed, d.ISO(), err)
	}
	first, ok := d.First()
	if last, _ := d.Last(); ok && last.Before(first) {
		t.Fatalf("%q: from %v to %v", d.Printed, first, last)
	}
	if y := InferYear(d, Date{From: Ymd{2018, 5, 18}, Precision: Day}); y.From.M != 0 && y.From.Y == 0 {
		t.Fatalf("%q: no year inferred", d.Printed)
	}
}

// TestFindLinear feeds megabytes that a reader with unbounded look-ahead would take hours over, until the time limit of go test; no clock is read.
func TestFindLinear(t *testing.T) {
	size := 1 << 19
	if testing.Short() {
		size = 1 << 16
	}
	for _, unit := range []string{"1 ", "1, ", "May ", "May 1–", "1", "2018 ", "1.", "1/", " ", "1\n\n\n\n", "de ", "January 1, ", "a-\n", "1-\n", "٣", "年1月", "'", "Sunday, "} {
		s := strings.Repeat(unit, size/len(unit))
		Find(s, Options{Language: "fr"})
		List(s, Options{Language: "en"})
	}
}

func TestFindAllocatesNothing(t *testing.T) {
	s := strings.Repeat(prose, 10)
	if n := testing.AllocsPerRun(10, func() { Find(s, Options{Language: "en"}) }); n != 0 {
		t.Errorf("%v allocations on prose without dates", n)
	}
}

const prose = "The commander said that some 1,240 fighters of the 3rd battalion had crossed the border near Sabha, where A3 tanks and PM2.5 filters were " +
	"stored, and that the prime minister of Mali may march with them; Augusta and Mayor Octavio Marchetti, 45, were not so sure of the outcome. "

func BenchmarkFindProse(b *testing.B) {
	s := strings.Repeat(prose, 100)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Find(s, Options{Language: "en"})
	}
}

func BenchmarkFindProseArabic(b *testing.B) {
	s := strings.Repeat("قال القائد إن نحو 1240 مقاتلا عبروا الحدود قرب سبها، حيث خزنت دبابات، وإن رئيس الوزراء قد يسير معهم. ", 100)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Find(s, Options{Language: "ar"})
	}
}

func BenchmarkFindItem(b *testing.B) {
	const s = "Sudan Tribune, February 27, 2008; MEE, March 13"
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Find(s, Options{Language: "en"})
	}
}

func BenchmarkListItem(b *testing.B) {
	const s = "BBC News, 18, 22 and 25 June 2020, checked 1 Oct 2026"
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		List(s, Options{Language: "en"})
	}
}

func BenchmarkNames(b *testing.B) {
	for b.Loop() {
		buildNames()
	}
}
