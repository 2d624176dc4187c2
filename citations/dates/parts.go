package dates

// A year that a citation prints with four digits. Earlier and later numbers are no years of the press.
const (
	firstYear = 1500
	lastYear  = 2199
)

// dayNumber is the number of a day: "14", "14th", "1er", "17.", "14-го", "27 $^{th}$".
type dayNumber struct {
	v      int
	dotted bool // "17." as in German
	end    int  // the byte after it and its ending, not after its dot
	next   int  // the byte after the dot, else end
}

// day reads a day number, 1 to 31, of one or two digits.
func (r *reader) day(i int) (d dayNumber, ok bool) {
	n := number(r.s, i)
	if n.n == 0 || n.n > 2 || n.v < 1 || n.v > 31 {
		return d, false
	}
	d = dayNumber{v: n.v, end: r.ordinal(n.end)}
	d.next = d.end
	if d.end == n.end && hasAt(r.s, d.end, ".") && !isDigit(r.s, d.end+1) {
		d.dotted, d.next = true, d.end+1
	}
	return d, true
}

var ordinals = [...]string{"st", "nd", "rd", "th", "er", "ère", "re", "e", "º", "ª", "°", "o", "-го", "-е", "ς", ":e",
	"$^{th}$", "$^{st}$", "$^{nd}$", "$^{rd}$", "$^{\\text{th}}$", "$^{\\mathrm{th}}$", "^{th}", "^th"}

// ordinalStarts are the bytes that one of them begins with.
var ordinalStarts = func() (is [256]bool) {
	for _, o := range ordinals {
		is[o[0]] = true
	}
	return is
}()

// ordinal gives the byte after the ending of an ordinal number at i, i where there is none. OCR may put a blank before it.
func (r *reader) ordinal(i int) int {
	j := blanks(r.s, i)
	if j >= len(r.s) || !ordinalStarts[r.s[j]] {
		return i
	}
	for n, suffix := range ordinals {
		if j > i && n > 3 && suffix[0] != '$' {
			continue // only th and the like may stand apart
		}
		if end := j + len(suffix); hasAt(r.s, j, suffix) && !joinedRight(r.s, end) {
			return end
		}
	}
	return i
}

// year is a year after a day or month.
type year struct {
	v   int // 0 where there is none
	end int
	de  bool // "de 2018"
}

// year reads what may follow a month or a day: ", 2017", " 2017", " de 2021", "’18", and what belongs to a year in Russian or Ukrainian.
func (r *reader) year(i int) year {
	j := blanks(r.s, i)
	if hasAt(r.s, j, ",") || hasAt(r.s, j, ".") || hasAt(r.s, j, "،") {
		_, w := decode(r.s, j)
		j = blanks(r.s, j+w)
	}
	k := r.of(j)
	if y := r.shortYear(k); y.v != 0 && k > i {
		return y
	}
	n := number(r.s, k)
	if k == i || !isYear(n) {
		return year{}
	}
	end := r.yearWord(n.end)
	if !freeRight(r.s, end) {
		return year{}
	}
	return year{v: n.v, end: end, de: k > j}
}

func isYear(n num) bool { return n.n == 4 && n.v >= firstYear && n.v <= lastYear }

// shortYear reads "’18".
func (r *reader) shortYear(i int) year {
	q := runeAt(r.s, i)
	if q != '\'' && q != '’' && q != '‘' {
		return year{}
	}
	_, w := decode(r.s, i)
	n := number(r.s, i+w)
	if n.n != 2 || !freeRight(r.s, n.end) {
		return year{}
	}
	return year{v: century(n.v), end: n.end}
}

// century completes a year of two digits: 00 to 69 are 2000 to 2069, as in POSIX strptime(3) %y but a year later (69 is 2069).
func century(y int) int {
	if y < 70 {
		return 2000 + y
	}
	return 1900 + y
}

// yearWord gives the byte after "г.", "года", "року" … at or after i, i where none follows.
func (r *reader) yearWord(i int) int {
	j := blanks(r.s, i)
	if j >= len(r.s) || r.s[j] < 0x80 {
		return i
	}
	var w word
	w.read(r.s, j)
	switch string(w.text()) {
	case "года", "год", "году", "року", "рік", "році", "гг", "годы":
		return w.end
	case "م": // Gregorian
		return w.end
	case "г", "р":
		if hasAt(r.s, w.end, ".") {
			return w.end + 1
		}
		return w.end
	}
	return i
}

// of gives the byte after "de", "of" … and its blanks, i where there is none.
func (r *reader) of(i int) int {
	if i >= len(r.s) || r.s[i]|0x20 != 'd' && r.s[i]|0x20 != 'o' {
		return i
	}
	if hasAt(r.s, i, "d'") {
		return i + len("d'")
	}
	if hasAt(r.s, i, "d’") {
		return i + len("d’")
	}
	var w word
	w.read(r.s, i)
	switch string(w.text()) {
	case "de", "del", "of", "di", "do", "da":
		if j := blanks(r.s, w.end); j > w.end {
			return j
		}
	}
	return i
}

// dash gives the byte after a dash or a word of range at i and the blanks around it; ok is false where there is none. Spaced says whether
// blanks (or words) stand between.
func (r *reader) dash(i int) (next int, spaced, ok bool) {
	j := blanks(r.s, i)
	if j >= len(r.s) {
		return i, false, false
	}
	switch c, w := decode(r.s, j); c {
	case '-', '–', '—', '‑', '‐', '−':
		next = j + w
		if c == '-' && hasAt(r.s, next, "-") {
			return i, false, false // "14 May -- profiles"
		}
		k := blanks(r.s, next)
		return k, j > i || k > next, true
	}
	if j == i {
		return i, false, false
	}
	var w word
	w.read(r.s, j)
	switch string(w.text()) {
	case "to", "through", "until", "till", "bis", "au", "al", "a", "ao", "po", "по", "до", "do", "til", "tot", "إلى", "الي":
		if k := blanks(r.s, w.end); k > w.end {
			return k, true, true
		}
	}
	return i, false, false
}
