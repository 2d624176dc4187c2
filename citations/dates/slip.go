package dates

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds of what is a slip for a month's name, in letters of the name as it is folded. Shorter names are too near to other words: "Marc", "Juan".
const (
	shortestSlip    = 4 // two neighbours that changed places, or one letter written twice: "Jully"
	shortestOneOff  = 5 // a letter too many or too few inside: "Apil"
	shortestChanged = 6 // another letter, or the last one missing: "Octaber", "Augus"
)

// MonthSlip gives the month of a language (English, where it is unknown) for whose name a word is a slip of the pen: "August" for "Agust", in the case of the
// word. A name of a month, season or weekday in any language is no slip, and neither is what is near to two months.
func MonthSlip(s, lang string) (month string, ok bool) {
	const longest = 16 // letters
	if n := utf8.RuneCountInString(s); n < shortestSlip || n > longest {
		return "", false
	}
	var w word
	w.read(s, 0)
	if w.end != len(s) || w.is == mixed || names()[string(w.text())] != nil {
		return "", false
	}
	key, langs, found := []rune(string(w.text())), langsOf(lang), 0
	if langs == 0 {
		langs = english
	}
	for i := range languages {
		if langs&(1<<i) == 0 || w.is == lower && languages[i].capitals {
			continue
		}
		for m, forms := range languages[i].months {
			if form := slipOf(key, forms); form != "" && found != m+1 {
				if found != 0 {
					return "", false
				}
				found, month = m+1, form
			}
		}
	}
	if found == 0 {
		return "", false
	}
	return inCase(month, w.is), true
}

// slipOf is the one of a month's forms that a folded word is a slip for, "" if none. Abbreviations, and what scanners make of names, have no slips.
func slipOf(key []rune, forms string) string {
	for form := range strings.FieldsSeq(forms) {
		form = strings.TrimLeft(form, "~!")
		if strings.HasSuffix(form, ".") || strings.ContainsAny(form, "_") || strings.Contains(form, "rnb") {
			continue
		}
		if oneSlip(key, []rune(foldWord(form))) {
			return form
		}
	}
	return ""
}

// oneSlip reports whether printed is one slip away from a name: two neighbours changed places, a letter is written twice, put in, left out or another.
func oneSlip(printed, name []rune) bool {
	i := 0
	for i < len(printed) && i < len(name) && printed[i] == name[i] {
		i++
	}
	a, b := printed[i:], name[i:]
	switch {
	case len(name) < shortestSlip || len(a) == 0 && len(b) == 0:
		return false
	case len(a) == len(b):
		if len(a) > 1 && a[0] == b[1] && a[1] == b[0] && slices.Equal(a[2:], b[2:]) {
			return true
		}
		return i > 0 && len(name) >= shortestChanged && slices.Equal(a[1:], b[1:])
	case len(a) == len(b)+1 && slices.Equal(a[1:], b): // a letter too many; at the end it makes other words: "Augusta"
		return i > 0 && (a[0] == printed[i-1] || len(b) > 0 && len(name) >= shortestOneOff)
	case len(a)+1 == len(b) && slices.Equal(a, b[1:]):
		return i > 0 && (len(a) > 0 && len(name) >= shortestOneOff || len(name) >= shortestChanged)
	}
	return false
}

// inCase is a name of the tables, which have small letters, in the case of a word.
func inCase(s string, is letterCase) string {
	switch is {
	case upper:
		return strings.ToUpper(s)
	case title:
		r, n := utf8.DecodeRuneInString(s)
		return string(unicode.ToUpper(r)) + s[n:]
	}
	return s
}
