package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// printKey is a printed name as far as two printed forms are compared: lower case, without leading article, city in brackets, quotation marks and
// the dots of abbreviations. Hyphens, blanks and accents stay: they are what makes a variant.
func printKey(printed string) string {
	s := strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(printed, "\u00A0", " ")), " "))
	s = strings.ReplaceAll(s, " & ", " and ")
	for _, open := range [...]string{" [", " ("} {
		if i := strings.Index(s, open); i > 0 {
			s = s[:i]
		}
	}
	return cutArticle(strings.TrimSpace(undotted(strings.Map(func(r rune) rune {
		switch r {
		case '"', '“', '”', '„', '«', '»', '《', '》', '*', '_', ',', '`', '‘', '’', '\'':
			return -1
		case '–', '‑', '‐':
			return '-'
		}
		return r
	}, s))))
}

// undotted takes the dots of abbreviations out of a name and leaves that of an address: "u.s. news", "kaktus.media".
func undotted(s string) string {
	if !strings.Contains(s, ".") {
		return s
	}
	parts := strings.Split(s, ".")
	var b strings.Builder
	for i, part := range parts {
		if i > 0 && endsInName(parts[i-1]) && beginsAsHost(part) {
			b.WriteByte('.')
		}
		b.WriteString(part)
	}
	return b.String()
}

// endsInName reports whether two letters or digits stand at the end of what is before a dot.
func endsInName(s string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	q, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
	return wordRune(r) && wordRune(q)
}

// beginsAsHost reports whether what is behind a dot begins with two letters.
func beginsAsHost(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	q, _ := utf8.DecodeRuneInString(s[n:])
	return unicode.IsLetter(r) && unicode.IsLetter(q)
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
