package dates

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"
)

// The months of the Islamic calendar, which follows the moon, and of the Iranian, which follows the sun, as the press of the region and transliterations print
// them, with nothing between the words of one. Sources: Unicode CLDR 46, dates/calendars/islamic and persian; ALA-LC romanisation and the spellings of Arab News.
var (
	lunarMonths = [12]string{"محرم المحرم muharram", "صفر safar", "ربيعالاول ربيعالاولى rabialawwal rabialawal rabii", "ربيعالاخر ربيعالثاني rabialthani rabialakhir rabiii",
		"جمادىالاولى جمادىالاول جمادالاولى jumadaalula jumadaalawwal jumadai", "جمادىالاخره جمادىالثانيه جمادىالاخر jumadaalthani jumadaalakhirah jumadaalakhira jumadaii",
		"رجب rajab", "شعبان shaban shaaban", "رمضان ramadan ramadhan", "شوال shawwal", "ذوالقعده ذيالقعده dhualqadah dhualqada dhulqadah",
		"ذوالحجه ذيالحجه dhualhijjah dhualhijja dhulhijjah dhulhijja"}
	solarMonths = [12]string{"فروردين farvardin", "ارديبهشت ordibehesht", "خرداد khordad", "تير tir", "مرداد امرداد mordad", "شهريور shahrivar", "مهر mehr", "ابان aban", "اذر azar",
		"دي dey", "بهمن bahman", "اسفند esfand"}
)

// islamicMonths finds a month by its folded name: 1 to 12 of the moon, 13 to 24 of the sun.
var islamicMonths = func() map[string]int {
	m := map[string]int{}
	for i := range 12 {
		for k, forms := range [...]string{lunarMonths[i], solarMonths[i]} {
			for f := range strings.FieldsSeq(forms) {
				m[foldWord(f)] = 12*k + i + 1
			}
		}
	}
	return m
}()

// Years of either calendar that the press can mean: 1300 to 1499 are 1882 to 2075 by the moon, 1921 to 2120 by the sun.
const (
	firstIslamic = 1300
	lastIslamic  = 1499
)

// islamic reads "14 رمضان 1445 هـ", "24 اسفند 1402", "14 Ramadan 1445 AH", and the Gregorian day that may be printed beside it ("الموافق 24 مارس 2024"), which
// is then the date.
func (r *reader) islamic(i int) (reading, bool) {
	d := number(r.s, i)
	if d.n == 0 || d.n > 2 || d.v < 1 || d.v > 31 {
		return reading{}, false
	}
	var w word
	y := number(r.s, r.toDigit(&w, d.end))
	if y.n != 4 || y.v < firstIslamic || y.v > lastIslamic {
		return reading{}, false
	}
	month := islamicMonth(w.text())
	if month == 0 {
		return reading{}, false
	}
	x := reading{precision: Day, end: r.eraWord(y.end), stated: true}
	if !freeRight(r.s, x.end) {
		return reading{}, false
	}
	last := lunarMonth
	if month > 12 {
		last = solarMonth(y.v, month-12)
		x.why, x.from = bySun, ymdOf(solarDay(y.v, month-12, min(d.v, last)))
	} else {
		x.why, x.from = byMoon, ymdOf(lunarDay(y.v, month, min(d.v, last)))
	}
	x.impossible = d.v > last
	if g, ok := r.twin(x); ok {
		g.end = r.closed(x.end, g.end)
		return g, true
	}
	return x, true
}

// toDigit folds the words from byte i up to the next digit into w, as one, and gives the byte of the digit; i where there are none.
func (r *reader) toDigit(w *word, i int) int {
	const reach = maxWord // bytes of "من شهر رمضان المبارك لعام"
	for j := i; j < min(len(r.s), i+reach); {
		c, size := utf8.DecodeRuneInString(r.s[j:])
		switch {
		case isDigitRune(c) && w.n > 0:
			return j
		case isLetter(c) && w.n+utf8.UTFMax <= maxWord:
			w.add(c)
		case isBlank(c) || j > i && strings.ContainsRune("-'’‘,،", c):
		default:
			return i
		}
		j += size
	}
	return i
}

// yearPair reads "1445/2024", "1420 هـ / 1999 م": the Gregorian year is the date.
func (r *reader) yearPair(i int, n num) (reading, bool) {
	if n.v < firstIslamic || n.v > lastIslamic {
		return reading{}, false
	}
	j := blanks(r.s, r.eraWord(n.end))
	if !hasAt(r.s, j, "/") && !hasAt(r.s, j, "-") {
		return reading{}, false
	}
	y := number(r.s, blanks(r.s, j+1))
	x, ok := r.yearAlone(y)
	moon := ymdOf(lunarDay(n.v, 1, 1)).Y // its last day may fall in the year after
	sun := n.v + 621                     // as 1403 began in 2024
	return x, ok && isYear(y) && (y.v == moon || y.v == moon+1 || y.v == sun || y.v == sun+1)
}

// islamicMonth is the month, as in islamicMonths, that folded words name, with what may stand before it ("من شهر") and behind it ("المبارك", "ماه", "لعام").
func islamicMonth(s []byte) int {
	for _, before := range beforeMonth {
		s = bytes.TrimPrefix(s, before)
	}
	for _, behind := range behindMonth {
		s = bytes.TrimSuffix(s, behind)
	}
	return islamicMonths[string(s)]
}

var (
	beforeMonth = [...][]byte{[]byte("of"), []byte("من"), []byte("شهر")}
	behindMonth = [...][]byte{[]byte("لعام"), []byte("عام"), []byte("سنه"), []byte("ماه"), []byte("المبارك"), []byte("الحرام")}
)

// eraWord is the byte after "هـ", "هجري", "AH", "ش" behind a year that ends at byte i, i where none stands there.
func (r *reader) eraWord(i int) int {
	var w word
	w.read(r.s, blanks(r.s, i))
	switch string(w.text()) {
	case "ه", "هجري", "هجريه", "هش", "هق", "ش", "ق", "ah", "h":
		return w.end
	}
	return i
}

// twin is the Gregorian day printed beside the Islamic one that x is: behind "الموافق", a slash, a dash or in brackets, and not further from it than the months
// of two countries are.
func (r *reader) twin(x reading) (reading, bool) {
	j := r.besideDay(x.end)
	if j == x.end || j >= len(r.s) || !isDigit(r.s, j) {
		return reading{}, false
	}
	y, ok := r.dayFirst(j)
	if !ok {
		y, ok = r.numeric(j)
	}
	return y, ok && r.sameDay(x, y)
}

// sameDay reports whether a day of the Islamic calendar may be the Gregorian one, two days aside.
func (r *reader) sameDay(islamic, y reading) bool {
	const apart = 2 // days by which months of the moon begin apart
	if y.precision != Day || !y.stated || y.impossible {
		return false
	}
	n := Days(islamic.from) - Days(y.from)
	return -apart <= n && n <= apart
}

// islamicAfter takes in the Islamic day that is printed behind the Gregorian one that x is: "24 مارس 2024 / 14 رمضان 1445".
func (r *reader) islamicAfter(x reading) reading {
	j := r.besideDay(x.end)
	if x.precision != Day || !x.stated || j == x.end || !isDigit(r.s, j) {
		return x
	}
	if h, ok := r.islamic(j); ok && h.why >= byMoon && r.sameDay(h, x) {
		x.end = r.closed(x.end, h.end)
	}
	return x
}

// besideDay is the byte of what is printed beside a day that ends at byte i, i where nothing is.
func (r *reader) besideDay(i int) int {
	j := blanks(r.s, i)
	c, size := decode(r.s, j)
	switch c {
	case '/', '-', '–', '(', '=', '،', ',':
		return blanks(r.s, j+size)
	case 'ا':
		var w word
		w.read(r.s, j)
		switch string(w.text()) {
		case "الموافق", "الموافقل":
			return blanks(r.s, w.end)
		}
	}
	return i
}

// closed is end, or the byte after the bracket that closes there and was opened behind byte from.
func (r *reader) closed(from, end int) int {
	if hasAt(r.s, blanks(r.s, from), "(") && hasAt(r.s, end, ")") {
		return end + 1
	}
	return end
}

// ymdOf is the day that Days gives the number n.
func ymdOf(n int) Ymd {
	y, m, d := time.Unix(int64(n)*24*60*60, 0).UTC().Date()
	return Ymd{y, int(m), d}
}

// lunarDay numbers a day of the Islamic calendar as Days does, by the arithmetic calendar with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of
// thirty; the months that are proclaimed begin a day earlier or later. Source: Reingold and Dershowitz, Calendrical Calculations, 4th edition, 7.1.
func lunarDay(y, m, d int) int {
	const epoch = -492148 // 16 July 622, Julian
	return epoch + d - 1 + 29*(m-1) + m/2 + 354*(y-1) + (3+11*y)/30
}

// solarDay numbers a day of the Iranian calendar as Days does, by leap years of a cycle of 33, which is right from 1244 to 1472. Source: Borkowski, The Persian
// calendar for 3000 years, Earth, Moon, and Planets 74 (1996).
func solarDay(y, m, d int) int {
	const nowruz = 19802 // 20 March 2024, 1 Farvardin 1403
	day := nowruz + d - 1 + 31*min(m-1, 6) + 30*max(m-7, 0)
	for k := 1403; k < y; k++ {
		day += solarYear(k)
	}
	for k := y; k < 1403; k++ {
		day -= solarYear(k)
	}
	return day
}

// lunarMonth is how many days a month of the moon has at most.
const lunarMonth = 30

// solarMonth is how many days a month of the Iranian calendar has.
func solarMonth(y, m int) int {
	switch {
	case m <= 6:
		return 31
	case m < 12:
		return 30
	}
	return solarYear(y) - 6*31 - 5*30
}

// solarYear is how many days a year of the Iranian calendar has.
func solarYear(y int) int {
	switch y % 33 {
	case 1, 5, 9, 13, 17, 22, 26, 30:
		return 366
	}
	return 365
}
