package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/dates"
)

// piece is a stretch between two separators: a range of the clean text without the blanks around it.
type piece = Range

// splitItems cuts a range at the separators that stand in no bracket and no quotation: semicolons of every script, or the bytes of seps.
func splitItems(clean string, r Range, isSep func(string, int) int) []piece {
	var out []piece
	start := r.Start
	depth := 0
	quote := rune(0)
	for i := r.Start; i < r.End; {
		c := clean[i]
		if c < 0x80 && c != '(' && c != ')' && c != '[' && c != ']' && c != '"' && c != ';' && c != ',' && c != '/' {
			i++
			continue
		}
		ch, n := utf8.DecodeRuneInString(clean[i:])
		switch ch {
		case '(', '[', '（':
			depth++
		case ')', ']', '）':
			depth--
		case '"', '“', '„', '«', '”', '»':
			quote = toggle(clean, r, i, ch, quote)
		}
		if depth <= 0 && quote == 0 {
			if k := isSep(clean, i); k > 0 {
				out = appendPiece(out, clean, Range{Start: start, End: i})
				i += k
				start = i
				continue
			}
		}
		i += n
	}
	return appendPiece(out, clean, Range{Start: start, End: r.End})
}

func appendPiece(out []piece, clean string, r Range) []piece {
	if r = trimRange(clean, r); !r.Empty() {
		out = append(out, r)
	}
	return out
}

// quoteEnds are the quotation marks that end what a mark opens.
var quoteEnds = map[rune]string{'"': "\"", '“': "”", '„': "“”", '«': "»", '»': "«"}

// longestQuote bounds how far the end of a quotation is looked for, in bytes.
const longestQuote = 1500

// toggle opens or closes a quotation at i; a mark that no later one answers within r opens nothing.
func toggle(clean string, r Range, i int, ch, quote rune) rune {
	if quote != 0 {
		if strings.ContainsRune(quoteEnds[quote], ch) {
			return 0
		}
		return quote
	}
	ends, ok := quoteEnds[ch]
	if next := i + utf8.RuneLen(ch); !ok || next > r.End || !strings.ContainsAny(clean[next:min(r.End, next+longestQuote)], ends) {
		return 0
	}
	return ch
}

func semicolon(s string, i int) int {
	switch {
	case s[i] == ';':
		return 1
	case strings.HasPrefix(s[i:], "；"):
		return 3
	case strings.HasPrefix(s[i:], "؛"):
		return 2
	}
	return 0
}

func comma(s string, i int) int {
	switch {
	case s[i] == ',':
		return 1
	case strings.HasPrefix(s[i:], "，"), strings.HasPrefix(s[i:], "、"):
		return 3
	case strings.HasPrefix(s[i:], "،"):
		return 2
	}
	return 0
}

// mask copies clean[r] with the inside of brackets and quotations blotted out byte for byte, so that a date in a title or a place is not
// taken for the item's own. It returns the text itself where there is nothing to blot.
func mask(clean string, r Range) string {
	s := clean[r.Start:r.End]
	if !openingMarks.in(s) {
		return s
	}
	out := []byte(s)
	depth, quote, from := 0, rune(0), 0
	for i, ch := range s {
		switch ch {
		case '(', '[', '（':
			if depth == 0 && quote == 0 {
				from = i + utf8.RuneLen(ch)
			}
			depth++
		case ')', ']', '）':
			if depth--; depth == 0 && quote == 0 {
				blot(out, from, i)
			}
		case '"', '“', '„', '«', '”', '»':
			was := quote
			quote = toggle(s, Range{Start: 0, End: len(s)}, i, ch, quote)
			if was == 0 && quote != 0 && depth == 0 {
				from = i + utf8.RuneLen(ch)
			} else if was != 0 && quote == 0 && depth == 0 {
				blot(out, from, i)
			}
		}
	}
	return string(out)
}

// openingMarks open a bracket or a quotation.
var openingMarks = marks("([\"“„«（")

func blot(b []byte, from, to int) {
	for i := from; i < to; i++ {
		b[i] = '~'
	}
}

// accessWords introduce the day on which a page was looked at, or something else that is no date of publication.
var accessWords = []string{"checked", "accessed", "retrieved", "visited", "viewed", "last access", "consulted", "downloaded", "updated", "modified",
	"abgerufen", "aufgerufen", "zuletzt", "zugriff", "gesehen am", "stand", "consulté", "consultée", "consultado", "consultada", "acceso", "accedido", "acesso", "acessado", "consultato", "accesso", "ultimo accesso",
	"дата обращения", "تاريخ الدخول", "تاريخ الاطلاع", "تاريخ الزيارة", "تم الاطلاع", "اطلع عليه", "erişim", "dostęp", "geraadpleegd", "pristup", "pristupljeno", "aksesuar", "republished", "reprinted", "reposted", "archived", "captured"}

// accessBefore reports whether the text between two dates says that the second is no date of publication.
func accessBefore(gap string) bool {
	gap = strings.ToLower(gap)
	if open := strings.TrimRight(gap, " \u00A0"); strings.HasSuffix(open, "[cited") || strings.HasSuffix(open, "(cited") { // as medical journals write
		return true
	}
	for _, w := range accessWords {
		for at := 0; ; {
			k := strings.Index(gap[at:], w)
			if k < 0 {
				break
			}
			k += at
			at = k + len(w)
			if (k == 0 || !wordChar(gap, k-1)) && (at == len(gap) || !wordChar(gap, at)) {
				return true // the whole word: "Stand" is one, "De Standaard" holds none
			}
		}
	}
	return false
}

// joins reports whether only separators and words for "and" stand between two dates of a list.
func joins(gap string) bool {
	gap = strings.Trim(gap, " \t\n\u00A0.,،，、&/")
	switch strings.ToLower(gap) {
	case "", "and", "und", "et", "y", "e", "и", "ve", "i", "en", "dhe", "و", "sowie", "as well as", "oraz", "和", "及", "与", "與":
		return true
	}
	return false
}

// dateWords stand between an outlet and its date: "Allgäuer Zeitung vom 12.11.2022", "Le Monde du 3 mai", "The Guardian of May 5".
var dateWords = map[string]bool{"of": true, "on": true, "dated": true, "daté": true, "datée": true, "datiert": true, "datato": true, "from": true, "for": true, "vom": true, "am": true, "v.": true, "du": true, "le": true, "del": true, "de": true, "dd.": true,
	"dal": true, "do": true, "em": true, "el": true, "il": true, "от": true, "за": true, "z": true, "z dnia": true, "van": true, "od": true, "dne": true, "e": true, "dt.": true, "den": true, "issue": true}

// trimHead takes separators and words of dating off the end of an item's head. parted reports whether the head was parted from the date by
// punctuation or such a word, so that nothing is missing.
func trimHead(clean string, r Range) (head Range, parted bool) {
	r = trimRange(clean, r)
	for !r.Empty() {
		s := clean[r.Start:r.End]
		last, n := utf8.DecodeLastRuneInString(s)
		parted = parted || last == '》' // no comma stands behind it in Chinese
		switch last {
		case ',', '،', '，', '、', '–', '—', ':', '|', '-', '·', '/', ';', '；', '؛':
			r = trimRange(clean, Range{Start: r.Start, End: r.End - n})
			parted = true
			continue
		}
		k := strings.LastIndexAny(s, " \u00A0\n")
		if k > 0 && dateWords[strings.ToLower(strings.TrimLeft(s[k:], " \u00A0\n"))] && !parted {
			r = trimRange(clean, Range{Start: r.Start, End: r.Start + k})
			parted = true
			continue
		}
		break
	}
	return r, parted
}

// locator reports whether s, what stands behind the date of an item, is a page, a section, a time or an issue: "p. 4", "C18", "3, 36", "5:07pm".
func locator(s string) bool {
	fields := words(strings.Map(func(r rune) rune {
		if r == ',' || r == ';' {
			return ' '
		}
		return r
	}, s))
	if len(fields) > 6 {
		return false
	}
	for _, f := range fields {
		if !locatorWord(strings.ToLower(strings.TrimRight(f, "."))) {
			return false
		}
	}
	return true
}

var locatorWords = map[string]bool{"p": true, "pp": true, "pg": true, "page": true, "pages": true, "para": true, "paras": true, "s": true, "seite": true, "str": true, "стр": true, "с": true, "§": true,
	"col": true, "sec": true, "section": true, "no": true, "nr": true, "n": true, "№": true, "vol": true, "am": true, "pm": true, "gmt": true, "utc": true, "et": true, "pág": true, "ed": true, "edition": true,
	"online": true, "print": true, "added": true, "issue": true, "evening": true, "morning": true, "ff": true, "f": true, "h": true, "uhr": true, "г": true, "года": true, "hrs": true, "local": true, "time": true}

func locatorWord(f string) bool {
	if locatorWords[f] {
		return true
	}
	digits := 0
	for _, c := range f {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '-' || c == '–' || c == ':' || c == '/' || c == '.' || unicode.IsLetter(c):
		default:
			return false
		}
	}
	return digits > 0 && len(f) <= 9
}

// dayPrecise reports whether a date names a day, or a range or list of days.
func dayPrecise(d *dates.Date) bool {
	return d.Precision == dates.Day || d.Precision == dates.Range && d.From.D > 0
}
