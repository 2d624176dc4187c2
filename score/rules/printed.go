package rules

import (
	"strings"
	"unicode"
)

// printKey is a printed name as far as two printed forms are compared: lower case, without leading article, city in brackets, quotation marks and
// dots. Hyphens, blanks and accents stay: they are what makes a variant.
func printKey(printed string) string {
	s := strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(printed, "\u00A0", " ")), " "))
	s = strings.ReplaceAll(s, " & ", " and ")
	for _, open := range [...]string{" [", " ("} {
		if i := strings.Index(s, open); i > 0 {
			s = s[:i]
		}
	}
	s = strings.Map(func(r rune) rune {
		switch r {
		case '"', '“', '”', '„', '«', '»', '《', '》', '*', '_', '.', ',', '`', '‘', '’', '\'':
			return -1
		case '–', '‑', '‐':
			return '-'
		}
		return r
	}, s)
	return cutArticle(strings.TrimSpace(s))
}

var leadingArticles = [...]string{"the ", "al-", "al ", "el-", "el ", "il ", "la ", "le ", "les ", "los ", "las ", "lo ", "der ", "die ", "das ", "den ", "dem ", "de ", "het ", "o ", "a ", "os ", "as ", "gli ", "i ", "ال"}

func cutArticle(s string) string {
	for _, a := range leadingArticles {
		if rest, ok := strings.CutPrefix(s, a); ok && rest != "" {
			return rest
		}
	}
	return s
}

// american is printKey with the American spelling of the words that English spells in two ways.
func american(printed string) string {
	ws := strings.Fields(printKey(printed))
	for i, w := range ws {
		if a, ok := spellings[w]; ok {
			ws[i] = a
		}
	}
	return strings.Join(ws, " ")
}

func hasBritish(name string) bool { return american(name) != printKey(name) }

// initials reports whether a printed form is an abbreviation or an address and no name in full: "AFP", "MEE", "reuters.com".
func initials(printed string) bool {
	letters, upper := 0, 0
	for _, r := range printed {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	if strings.ContainsAny(printed, "./@") && !strings.Contains(strings.TrimRight(printed, "."), " ") {
		return true
	}
	return letters <= 6 && upper*2 > letters
}

// letters are the letters and digits of a name, folded no further than printKey does.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
