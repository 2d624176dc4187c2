package text

import (
	"bytes"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// footForm is how the number of a note at a page's foot is set.
type footForm uint8

const (
	noFoot      footForm = iota
	bareFoot             // 12 Interviews
	stoppedFoot          // 12. Interviews
	squareFoot           // [12] Interviews
	roundFoot            // 12) Interviews, (12) Interviews
	raisedFoot           // ¹² Interviews
	gluedFoot            // 12Interviews
	loneFoot             // 12, and the note on the next line
)

// footLabel is the number that a note at a foot begins with, "12 Interviews with …", the bytes that it takes with its signs, and its form; "" if s begins with none.
func footLabel(s []byte) (label string, n int, form footForm) {
	if raised, n := raisedDigits(s); n > 0 && opensNote(bytes.TrimLeft(s[n:], " \t")) {
		return strconv.Itoa(raised), n, raisedFoot
	}
	open := 0
	if len(s) > 0 && (s[0] == '[' || s[0] == '(') {
		open = 1
	}
	k := open + digitsAt(s, open)
	if k == open || k > open+3 || k+1 >= len(s) {
		return "", 0, noFoot
	}
	label, n = string(s[open:k]), k+1
	switch c := s[k]; {
	case open == 0 && (c == ' ' || c == '\t'):
		form, n = bareFoot, k
	case open == 0 && c == '.':
		form = stoppedFoot
	case open == 1 && s[0] == '[' && c == ']':
		form = squareFoot
	case c == ')' && (open == 0 || s[0] == '('):
		form = roundFoot
	case open == 0 && (capitalLower(s[k:]) || bytes.HasPrefix(s[k:], []byte("“"))):
		form, n = gluedFoot, k
	default:
		return "", 0, noFoot
	}
	rest := bytes.TrimLeft(s[n:], " \t")
	if !opensNote(rest) || form != gluedFoot && len(rest) == len(s)-n {
		return "", 0, noFoot
	}
	return label, n, form
}

// labelDigits is the number of a label without its signs, in plain digits: "12" of "[12]", "¹²" or "12.".
func labelDigits(s []byte) string {
	if raised, n := raisedDigits(s); n > 0 {
		return strconv.Itoa(raised)
	}
	return string(bytes.Trim(s, "[](). "))
}

// opensNote reports whether the text of a note can begin with s: with a capital, a quotation mark, an address, or a word that refers to another source.
func opensNote(s []byte) bool {
	if len(s) == 0 {
		return false
	}
	if s[0] >= 'A' && s[0] <= 'Z' || s[0] >= utf8.RuneSelf || s[0] == '"' {
		return true
	}
	for _, w := range noteOpenings {
		if bytes.HasPrefix(s, []byte(w)) {
			return true
		}
	}
	return false
}

// noteOpenings begin notes in small letters.
var noteOpenings = [...]string{"http", "ibid", "idem", "id.", "op. cit", "see ", "see, ", "cf. ", "cf ", "cfr. ", "vgl. ", "siehe ", "s. ", "ebd", "voir ", "ver ", "vid. ", "véase ", "vedi ", "zie ", "zob. ", "por. ", "jf. ", "bkz. "}

// capitalLower reports whether s begins with a word in small letters but for the first, or with an initial: "Interviews", "M. Arden", not "D" of "3D".
func capitalLower(s []byte) bool {
	first, n := utf8.DecodeRune(s)
	if unicode.IsUpper(first) && bytes.HasPrefix(s[n:], []byte(". ")) {
		return true
	}
	second, k := utf8.DecodeRune(s[n:])
	third, _ := utf8.DecodeRune(s[n+k:])
	return unicode.IsUpper(first) && unicode.IsLower(second) && unicode.IsLower(third)
}

// footNumber is the value and the form of footLabel, 0 if there is none.
func footNumber(s []byte) (n int, form footForm) {
	label, _, form := footLabel(s)
	n, _ = strconv.Atoi(label)
	return n, form
}

// footAt is the number, the form and the label's length of the note that line k begins, 0 if it begins none. A number may stand above its note.
func footAt(src []byte, lines []line, k int) (n int, form footForm) {
	l := &lines[k]
	s := src[l.from:l.to]
	if len(s) > 0 && len(s) <= 3 && digitsAt(s, 0) == len(s) && k+1 < len(lines) {
		next := &lines[k+1]
		if text := src[next.from:next.to]; !l.furniture && !next.furniture && !next.page && opensNote(text) {
			n, _ = strconv.Atoi(string(s))
			return n, loneFoot
		}
		return 0, noFoot
	}
	return footNumber(s)
}

// nextNote reports whether line k begins note n of a foot whose notes have a form: as footAt reads it, or with a small letter behind the end of the note before.
func nextNote(src []byte, lines []line, k, n int, form footForm) bool {
	number, f := footAt(src, lines, k)
	if number > 0 {
		return number == n && f == form
	}
	s := src[lines[k].from:lines[k].to]
	label := []byte(strconv.Itoa(n) + " ")
	if form != bareFoot || k == 0 || !bytes.HasPrefix(s, label) || !startsLetter(bytes.TrimLeft(s[len(label):], " ")) {
		return false
	}
	before := src[lines[k-1].from:lines[k-1].to]
	return endsSentence(before) || endsAddress(before)
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// digitsAt counts the digits that stand at byte i of s.
func digitsAt(s []byte, i int) int {
	n := 0
	for i+n < len(s) && digit(s[i+n]) {
		n++
	}
	return n
}

// raisedDigits reads the raised digits at the start of s: their value, and the bytes that they take.
func raisedDigits(s []byte) (value, n int) {
	for n < len(s) && s[n] >= utf8.RuneSelf && n < 9 {
		r, k := utf8.DecodeRune(s[n:])
		d := bytes.IndexRune([]byte(superior), r)
		if d < 0 {
			break
		}
		value = 10*value + utf8.RuneCountInString(superior[:d])
		n += k
	}
	return value, n
}

// superior are the raised digits from 0 to 9.
const superior = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// markers counts the markers of notes in running text: numbers that rise by one, raised, in brackets, or glued to the end of a word, a stop or a quotation.
type markers struct {
	next int // the number of the marker that has not come yet
}

// read counts the markers of a line. It looks at each byte once.
func (m *markers) read(s []byte) {
	for i := 0; ; {
		for i < len(s) && !mayMark[s[i]] {
			i++
		}
		if i >= len(s) {
			return
		}
		if s[i] >= utf8.RuneSelf {
			n, k := raisedDigits(s[i:])
			if k == 0 {
				_, k = utf8.DecodeRune(s[i:])
			} else if n == m.next && i > 0 {
				m.next++
			}
			i += k
			continue
		}
		k := digitsAt(s, i)
		m.number(s, i, k)
		i += k
	}
}

// mayMark has the bytes with which a marker may begin: digits, and what is beyond ASCII.
var mayMark = func() (t [256]bool) {
	for c := range t {
		t[c] = digit(byte(c)) || c >= utf8.RuneSelf
	}
	return
}()

// number counts the k digits at byte i of s if they are the next marker.
func (m *markers) number(s []byte, i, k int) {
	label := strconv.Itoa(m.next)
	end := i + k
	if k == 4+len(label) && (s[i] == '1' || s[i] == '2') { // glued to a year: "20092"
		i += 4
	}
	if i == 0 || string(s[i:end]) != label || end < len(s) && (letterByte(s[end]) || s[end] == '%') || end+1 < len(s) && bytes.IndexByte([]byte(".,:"), s[end]) >= 0 && digit(s[end+1]) {
		return
	}
	before, size := utf8.DecodeLastRune(s[:i])
	switch {
	case before == '[', before == ']', before == '^', digit(s[i-1]):
	case bytes.HasSuffix(bytes.ToLower(s[max(0, i-5):i]), []byte("<sup>")):
	case bytes.ContainsRune([]byte(".,;:"), before):
		if i < 2 || digit(s[i-2]) && !sentenceBetween(s, i, end) {
			return
		}
	case bytes.ContainsRune([]byte("!?)\"'”’»“…。，"), before):
	case unicode.IsLower(before):
		if b := s[:i-size]; len(b) < 2 || !lowerEnd(b) {
			return
		}
	default:
		return
	}
	m.next++
}

// sentenceBetween reports whether the stop or comma before s[i:end], which stands behind a figure, ends a clause: "Community 9.11 The list", "in 2014,7 but", not "43.6 kg".
func sentenceBetween(s []byte, i, end int) bool {
	if end < len(s) && s[end] != ' ' {
		return false
	}
	if s[i-1] == '.' {
		return end == len(s) || unicode.IsUpper(firstRune(s[end+1:]))
	}
	return i > 4 && digitsAt(s, i-5) == 4 && (s[i-5] == '1' || s[i-5] == '2') && (i == 5 || !digit(s[i-6]))
}

// lowerEnd reports whether s ends with two small letters: a word, not "CO" or "Pm".
func lowerEnd(s []byte) bool {
	last, n := utf8.DecodeLastRune(s)
	before, _ := utf8.DecodeLastRune(s[:len(s)-n])
	return unicode.IsLower(last) && unicode.IsLower(before)
}
