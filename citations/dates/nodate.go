package dates

import "strings"

// NoDate says whether a trimmed item declares that there is no date: "n.d.", "o. J.", "s.d.", "без даты", "undated".
func NoDate(s string) bool {
	const longest = 32
	if s == "" || len(s) > longest {
		return false
	}
	if s == strings.ToUpper(s) && s != strings.ToLower(s) {
		return false // "N.D." is North Dakota, "S.A." a company
	}
	_, ok := noDates[squeezed(s)]
	return ok
}

// noDates are declarations without their blanks and in small letters. Those of letters with stops need one at least ("nd" is an ordinal's
// ending). Sources: Chicago Manual of Style 17, 14.145 (n.d.); DIN ISO 690 (o. J., o. D.); ISBD area 4 (s.a., s.d.).
var noDates = map[string]struct{}{
	"n.d.": {}, "n.d": {}, "nodate": {}, "undated": {}, "notdated": {}, "dateunknown": {}, "unknowndate": {}, // en
	"o.j.": {}, "o.j": {}, "o.d.": {}, "ohnejahr": {}, "ohnedatum": {}, "undatiert": {}, // de
	"s.d.": {}, "s.d": {}, "s.a.": {}, "s.a": {}, "s.f.": {}, "sansdate": {}, "sinfecha": {}, "semdata": {}, "senzadata": {}, // fr, es, pt, it, la
	"z.d.": {}, "z.j.": {}, "u.å.": {}, "u.d.": {}, "b.d.": {}, "b.r.": {}, "bezdaty": {}, "bezdatuma": {}, "b.g.": {}, // nl, sv, pl, hr
	"t.y.": {}, "tarihsiz": {}, "fărădată": {}, "f.a.": {}, // tr, ro
	"б.д.": {}, "б.г.": {}, "бездаты": {}, "безгода": {}, "бездати": {}, "б.р.": {}, // ru, uk
	"بدونتاريخ": {}, "بلاتاريخ": {}, "د.ت.": {}, "د.ت": {}, // ar
	"无日期": {}, "日期不详": {}, "日付不明": {}, "날짜없음": {}, // zh, ja, ko
}

func squeezed(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if isBlank(r) {
			return -1
		}
		return r
	}, s))
}

// Placeholder reads a trimmed item that somebody forgot to fill in: "date", "date, 2018", "[Month Day, Year]", "DD/MM/YYYY". What is
// filled in (the year) stays in From; Template is set and the precision is None.
func Placeholder(s string) (Date, bool) {
	const longest = 32
	if s == "" || len(s) > longest {
		return Date{}, false
	}
	head, year, _ := strings.Cut(strings.Trim(s, "[]<>{}() "), ",")
	n := number(year, blanks(year, 0))
	if isYear(n) && n.end == len(year) {
		year = ""
	} else {
		n = num{}
	}
	if _, ok := placeholders[squeezed(head)+","+squeezed(year)]; !ok {
		return Date{}, false
	}
	d := Date{From: Ymd{Y: n.v}, Printed: s, Template: true}
	if n.v != 0 {
		d.Year = YearStated
	}
	return d, true
}

// placeholders are unfilled dates, before and after the comma, without blanks and in small letters.
var placeholders = map[string]struct{}{
	"date,": {}, "thedate,": {}, "insertdate,": {}, "adddate,": {}, "datehere,": {}, "datetk,": {}, "tk,": {}, "datetbc,": {}, "datetbd,": {},
	"month,": {}, "monthday,": {}, "monthday,year": {}, "month,year": {}, "monthyear,": {}, "daymonth,": {}, "daymonthyear,": {},
	"day,month,": {}, "monthdd,yyyy": {}, "monthdd,": {}, "ddmonthyyyy,": {},
	"dd/mm/yyyy,": {}, "mm/dd/yyyy,": {}, "dd.mm.yyyy,": {}, "yyyy-mm-dd,": {}, "xx/xx/xxxx,": {}, "dd/mm/yy,": {}, "mm/dd/yy,": {},
	"datum,": {}, "tt.mm.jjjj,": {}, "jj/mm/aaaa,": {}, "dd/mm/aaaa,": {}, "fecha,": {}, "дата,": {},
}
