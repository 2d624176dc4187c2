package citations

import (
	"strings"
	"unicode/utf8"
)

// labelStyle is how a note's label is set.
type labelStyle uint8

const (
	noLabel labelStyle = iota
	square             // [4]
	stopped            // 4.
	paren              // 4) or (4)
	bare               // 4 “Title
	raised             // ⁴
)

// labelAt reads the label that a note begins with. n is the length of what precedes the note's text, the label's punctuation and a list's dash
// included.
func labelAt(s string) (label string, style labelStyle, n int) {
	i := 0
	if r, k := utf8.DecodeRuneInString(s); (r == '-' || r == '*' || r == '•' || r == '–') && len(s) > k && s[k] == ' ' {
		i = k + 1
	}
	if lead := labelLead(s[i:]); lead > 0 {
		if l, _, n := numberLabel(s[i+lead:], i+lead); n > 0 && isNumber(l) {
			return l, stopped, n
		}
	}
	rest := s[i:]
	switch {
	case strings.HasPrefix(rest, "["):
		k := strings.IndexByte(rest[:min(len(rest), 16)], ']')
		if k > 1 {
			if l := strings.Trim(withoutNoteWord(rest[1:k]), "^ "); validLabel(l) {
				return l, square, i + k + 1
			}
		}
	case strings.HasPrefix(rest, "("):
		k := strings.IndexByte(rest[:min(len(rest), 8)], ')')
		if k > 1 && validLabel(rest[1:k]) {
			return rest[1:k], paren, i + k + 1
		}
	case strings.HasPrefix(rest, "{"):
		k := strings.IndexByte(rest[:min(len(rest), 8)], '}')
		if k > 1 && validLabel(rest[1:k]) {
			return rest[1:k], square, i + k + 1
		}
	default:
		return numberLabel(rest, i)
	}
	return "", noLabel, 0
}

// labelLeads stand before the number of a note: a sign that leads back to the text, or a word for note.
var labelLeads = [...]string{"^", "↑ ", "↑", "Note ", "Footnote ", "Endnote ", "Fußnote ", "Anmerkung ", "Anm. ", "Nota ", "Noot ", "Przypis ", "Примечание ", "Сноска ", "Dipnot "}

// labelLead is the length of one of them before a digit, 0 if s begins with none.
func labelLead(s string) int {
	for _, w := range labelLeads {
		if rest, ok := strings.CutPrefix(s, w); ok && rest != "" && rest[0] >= '0' && rest[0] <= '9' {
			return len(w)
		}
	}
	return 0
}

// caretLead is the length of what leads back to the text in a note of an encyclopedia whose number its list gave and a copy has lost: "^ ", "^ a b c ", "^ Jump up to: a b ";
// 0 if s begins otherwise.
func caretLead(s string) int {
	rest, ok := strings.CutPrefix(s, "^ ")
	if !ok {
		rest, ok = strings.CutPrefix(s, "↑ ")
	}
	if !ok {
		return 0
	}
	rest = strings.TrimPrefix(rest, "Jump up to: ")
	for len(rest) > 2 && rest[0] >= 'a' && rest[0] <= 'z' && rest[1] == ' ' {
		rest = rest[2:]
	}
	return len(s) - len(rest)
}

// numberLabel reads a label of digits, raised digits, a letter or a roman numeral at the start of s, which begins i bytes into the note.
func numberLabel(s string, i int) (string, labelStyle, int) {
	k := 0
	for k < len(s) && k < 4 && s[k] >= '0' && s[k] <= '9' {
		k++
	}
	if k == 0 {
		if l, n := superscript(s); n > 0 {
			return l, raised, i + n
		}
		if len(s) > 3 && s[0] >= 'a' && s[0] <= 'z' && (s[1] == '.' || s[1] == ')') && (s[2] == ' ' || backReference(s[2:]) > 0) {
			return s[:1], stopped, i + 2
		}
		if n := len(s) - len(strings.TrimLeft(s, "ivx")); n > 1 && n < 6 && n+1 < len(s) && (s[n] == '.' || s[n] == ')') && s[n+1] == ' ' {
			return s[:n], stopped, i + n + 1
		}
		return "", noLabel, 0
	}
	if k > 3 || k == len(s) {
		return "", noLabel, 0
	}
	switch {
	case s[k] == '^' && k+1 < len(s) && s[k+1] == ' ': // "3^ Title": the arrow back stands right behind
		return s[:k], stopped, i + k
	case s[k] == ':' && blankAt(s, k+1) > 0:
		return s[:k], stopped, i + k + 1
	case s[k] == '.' && k+1 < len(s) && (s[k+1] < '0' || s[k+1] > '9'):
		return s[:k], stopped, i + k + 1
	case s[k] == ')':
		return s[:k], paren, i + k + 1
	case s[k] == ' ' || s[k] == '\t' || strings.HasPrefix(s[k:], "\u00A0"), strings.HasPrefix(s[k:], "“"), s[k] == '"', s[k] >= 'A' && s[k] <= 'Z':
		return s[:k], bare, i + k
	}
	return "", noLabel, 0
}

// validLabel reports whether l can be the label of a note: a number of up to three digits, one or two letters, a small roman numeral, a star.
func validLabel(l string) bool {
	if l == "" || len(l) > 8 {
		return false
	}
	digits := 0
	for _, c := range l {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c >= 'a' && c <= 'z', c == '*', c == '†', c == '‡':
		default:
			return false
		}
	}
	if digits > 0 {
		return digits == len(l) && digits <= 3
	}
	return len(l) == 1 || strings.Trim(l, "ivxlc") == "" || strings.Trim(l, "*†‡") == "" || len(l) == 2 && l[0] == l[1]
}

const superDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// superscript reads raised digits at the start of s: the label in plain digits and the bytes that it takes.
func superscript(s string) (string, int) {
	var out []byte
	n := 0
	for n < len(s) && s[n] >= 0xC2 {
		r, k := utf8.DecodeRuneInString(s[n:])
		d := strings.IndexRune(superDigits, r)
		if d < 0 || len(out) == 3 {
			break
		}
		out = append(out, byte('0'+utf8.RuneCountInString(superDigits[:d])))
		n += k
	}
	return string(out), n
}

// raisedDashes stand between the first and the last of a range of raised labels.
var raisedDashes = [...]string{"⁻", "–", "-"}

// superscripts reads a raised label or a range of them, "¹⁻³", at the start of s: as a bracket would print it, "1-3", and the bytes that it takes.
func superscripts(s string) (list string, n int) {
	first, n := superscript(s)
	if n == 0 {
		return "", 0
	}
	for _, dash := range raisedDashes {
		if rest, ok := strings.CutPrefix(s[n:], dash); ok {
			if last, k := superscript(rest); k > 0 {
				return first + "-" + last, n + len(dash) + k
			}
		}
	}
	return first, n
}

// labelNumber is the value of a label in digits, of a letter (a is 1) or a roman numeral; 0 if it has none.
func labelNumber(l string) int {
	if isNumber(l) {
		n := 0
		for _, c := range l {
			n = n*10 + int(c-'0')
		}
		return n
	}
	if len(l) == 1 && l[0] >= 'a' && l[0] <= 'z' && l != "i" && l != "v" && l != "x" {
		return int(l[0]-'a') + 1
	}
	return roman(l)
}

func roman(l string) int {
	value := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}
	n := 0
	for i := range len(l) {
		v := value[l[i]]
		if v == 0 {
			return 0
		}
		if i+1 < len(l) && value[l[i+1]] > v {
			n -= v
		} else {
			n += v
		}
	}
	return n
}
