package dates

import "testing"

func TestMonthSlip(t *testing.T) {
	for _, c := range []struct{ word, lang, want string }{
		{"Agust", "en", "August"}, {"Febuary", "en", "February"}, {"Janury", "en", "January"}, {"Setember", "en", "September"}, {"Octaber", "en", "October"}, {"Jully", "en", "July"},
		{"Mrach", "en", "March"}, {"NOVEMEBR", "en", "NOVEMBER"}, {"Agust", "", "August"}, {"Febuar", "de", "Februar"}, {"setembrre", "pt", ""}, {"septmbre", "fr", "septembre"}, {"fevrier", "fr", ""},
		{"setiembbre", "es", "setiembre"}, {"августта", "ru", "августа"}, {"сентябя", "ru", "сентября"}, {"dezembbro", "pt-BR", "dezembro"},
		// No slips: names of months, other words, what is near to two, and what is too short to tell.
		{"August", "en", ""}, {"Agosto", "en", ""}, {"Augusta", "en", ""}, {"Marche", "en", ""}, {"Marc", "en", ""}, {"Juan", "en", ""}, {"Juny", "en", ""}, {"Mai", "en", ""}, {"agust", "en", ""},
		{"Lugust", "en", ""}, {"Agust", "fr", ""}, {"", "en", ""}, {"A3gust", "en", ""},
	} {
		if got, _ := MonthSlip(c.word, c.lang); got != c.want {
			t.Errorf("MonthSlip(%q, %q) = %q, want %q", c.word, c.lang, got, c.want)
		}
	}
}
