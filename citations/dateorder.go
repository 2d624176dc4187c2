package citations

import (
	"strings"
	"sync"
	"unicode"

	"example.org/verify/citations/dates"
)

// dateOrder tells how a document writes numeric dates from those that can be read in one way only; an order that the desk has set wins.
func (p *parser) dateOrder() dates.Order {
	if p.o.DateOrder != dates.OrderUnknown {
		return p.o.DateOrder
	}
	dayFirst, monthFirst := 0, 0
	s := p.clean
	for i := 1; i+2 < len(s); i++ {
		k := strings.IndexByte(s[i:], '/')
		if k < 0 {
			break
		}
		i += k
		a, b := twoDigits(s, i, -1), twoDigits(s, i, 1)
		if a == 0 || b == 0 {
			continue
		}
		switch {
		case a > 12 && a <= 31 && b <= 12:
			dayFirst++
		case b > 12 && b <= 31 && a <= 12:
			monthFirst++
		}
	}
	switch {
	case dayFirst > 0 && monthFirst == 0:
		return dates.DMY
	case monthFirst > 0 && dayFirst == 0:
		return dates.MDY
	}
	return dates.OrderUnknown
}

// twoDigits is the number of one or two digits before (-1) or behind (1) the slash at i, where a second slash or a year makes it part of a date; 0 if
// there is none.
func twoDigits(s string, i, step int) int {
	n, unit := 0, 1
	k := i + step
	count := 0
	for k >= 0 && k < len(s) && s[k] >= '0' && s[k] <= '9' && count < 3 {
		d := int(s[k] - '0')
		if step < 0 {
			n += d * unit
			unit *= 10
		} else {
			n = n*10 + d
		}
		count++
		k += step
	}
	if count == 0 || count > 2 || step > 0 && (k+1 >= len(s) || s[k] != '/' || s[k+1] < '0' || s[k+1] > '9') {
		return 0
	}
	return n
}

// orderOfWords tells, once it is asked, in which order a document writes day and month where it writes the month as a word, from its beginning; unknown where it does
// both or neither.
func orderOfWords(clean string, o dates.Options) func() dates.Order {
	const enough = 20_000 // bytes
	return sync.OnceValue(func() dates.Order {
		day, month := 0, 0
		for _, f := range dates.Find(clean[:min(len(clean), enough)], o) {
			switch s := f.Date.Printed; {
			case !dayPrecise(&f.Date) || !strings.ContainsFunc(s, unicode.IsLetter):
			case s[0] >= '0' && s[0] <= '9':
				day++
			default:
				month++
			}
		}
		switch {
		case day > 0 && month == 0:
			return dates.DMY
		case month > 0 && day == 0:
			return dates.MDY
		}
		return dates.OrderUnknown
	})
}
