package dates

// Relative reads a trimmed item that gives an age: "13hrs ago" (0 days), "2 days ago" (2), "yesterday" (1), "vor 3 Wochen" (21). Days
// count back from the publication. Months and years ago are too vague: false.
func Relative(s string) (days int, ok bool) {
	const longest = 48
	if len(s) > longest {
		return 0, false
	}
	key := squeezed(s)
	if days, ok = dayWords[key]; ok {
		return days, true
	}
	for _, f := range agoForms {
		if n, unit, found := f.cut(key); found {
			if per, known := agoUnits[unit]; known {
				return int(float64(n) * per), true
			}
		}
	}
	return 0, false
}

var dayWords = map[string]int{
	"today": 0, "justnow": 0, "yesterday": 1, "thismorning": 0, "lastnight": 1, "thedaybeforeyesterday": 2,
	"heute": 0, "gestern": 1, "vorgestern": 2, "aujourd'hui": 0, "hier": 1, "avant-hier": 2, "hoy": 0, "ayer": 1, "anteayer": 2, "hoje": 0, "ontem": 1,
	"oggi": 0, "ieri": 1, "vandaag": 0, "gisteren": 1, "dzisiaj": 0, "wczoraj": 1, "сегодня": 0, "вчера": 1, "позавчера": 2, "сьогодні": 0, "вчора": 1,
	"bugün": 0, "dün": 1, "اليوم": 0, "أمس": 1, "امس": 1, "今天": 0, "昨天": 1, "今日": 0, "昨日": 1,
}

// agoForm is how a language says "ago", without blanks.
type agoForm struct{ before, after string }

var agoForms = [...]agoForm{
	{"", "ago"}, {"", "earlier"}, {"vor", ""}, {"ilya", ""}, {"hace", ""}, {"há", ""}, {"", "atrás"}, {"", "fa"}, {"", "geleden"}, {"", "temu"},
	{"", "назад"}, {"", "тому"}, {"", "önce"}, {"منذ", ""}, {"قبل", ""}, {"", "前"},
}

// cut takes the number and the unit out of s; a unit without a number counts once ("a day ago").
func (f agoForm) cut(s string) (n int, unit string, ok bool) {
	if len(s) < len(f.before)+len(f.after) || !hasAt(s, 0, f.before) || !hasAt(s, len(s)-len(f.after), f.after) {
		return 0, "", false
	}
	s = s[len(f.before) : len(s)-len(f.after)]
	x := number(s, 0)
	switch {
	case x.n > 3:
		return 0, "", false
	case x.n > 0:
		return x.v, s[x.end:], true
	}
	for _, one := range [...]string{"an", "a", "einem", "einer", "une", "un", "una", "uma", "um"} {
		if hasAt(s, 0, one) {
			return 1, s[len(one):], true
		}
	}
	return 1, s, true
}

// agoUnits are days in a unit of time; those below a day come to less than one.
var agoUnits = map[string]float64{
	"h": 1. / 24, "hr": 1. / 24, "hrs": 1. / 24, "hour": 1. / 24, "hours": 1. / 24, "m": 0, "min": 0, "mins": 0, "minute": 0, "minutes": 0,
	"d": 1, "day": 1, "days": 1, "w": 7, "wk": 7, "wks": 7, "week": 7, "weeks": 7,
	"stunde": 1. / 24, "stunden": 1. / 24, "minuten": 0, "tag": 1, "tagen": 1, "woche": 7, "wochen": 7,
	"heure": 1. / 24, "heures": 1. / 24, "jour": 1, "jours": 1, "semaine": 7, "semaines": 7,
	"hora": 1. / 24, "horas": 1. / 24, "día": 1, "días": 1, "dia": 1, "dias": 1, "semana": 7, "semanas": 7,
	"ora": 1. / 24, "ore": 1. / 24, "giorno": 1, "giorni": 1, "settimana": 7, "settimane": 7,
	"uur": 1. / 24, "dag": 1, "dagen": 1, "godzina": 1. / 24, "godziny": 1. / 24, "godzin": 1. / 24, "dzień": 1, "dni": 1, "tydzień": 7,
	"час": 1. / 24, "часа": 1. / 24, "часов": 1. / 24, "минут": 0, "день": 1, "дня": 1, "дней": 1, "дні": 1, "днів": 1, "неделю": 7, "недели": 7, "недель": 7,
	"saat": 1. / 24, "gün": 1, "hafta": 7, "ساعات": 1. / 24, "ساعة": 1. / 24, "أيام": 1, "يوم": 1, "يومين": 2, "小时": 1. / 24, "天": 1, "日": 1, "時間": 1. / 24,
}
