package dates

import "unicode/utf8"

// maxNames is how many words may stand before the first digit of a date: "Tuesday, the", "Spring/Summer", "primavera de".
const maxNames = 4

// before lists the words that may begin the date whose first digit is at byte i, the nearest first, none before floor.
func (r *reader) before(i, floor int, starts *[maxNames]int) (n int) {
	end := i
	for range maxNames {
		end = separatorsBack(r.s, end, floor)
		start := wordStart(r.s, end, floor)
		if start == end {
			return n
		}
		switch r.kind(start, end) {
		case noName:
			return n
		case isName:
			starts[n] = start
			n++
		case isWeekday:
			if r.partOfTitle(start, floor) {
				return n
			}
			starts[n] = start
			return n + 1
		}
		end = start
	}
	return n
}

type wordKind uint8

const (
	noName wordKind = iota
	isName
	isWeekday
	isLink
)

// kind says what the word s[start:end] can be before the digits of a date.
func (r *reader) kind(start, end int) wordKind {
	var w word
	w.read(r.s, start)
	if w.n == 0 || w.end != end {
		return noName
	}
	switch string(w.text()) {
	case "de", "del", "of", "the", "den", "dem", "le", "el", "di", "do", "da", "feira", "to", "bis", "au", "al", "a":
		return isLink
	}
	senses := names()[string(w.text())]
	switch {
	case len(senses) == 0:
		if w.is == caseless {
			return isLink // the second word of "تشرين الأول"
		}
		return noName
	case senses[0].value >= mondayValue && senses[0].value < halfName:
		return isWeekday
	}
	return isName
}

// separatorsBack skips blanks and a little punctuation before byte i.
func separatorsBack(s string, i, floor int) int {
	for range 3 {
		j := blanksBack(s, i, floor)
		if j > floor {
			switch r, w := utf8.DecodeLastRuneInString(s[floor:j]); r {
			case ',', '.', '/', '-', '–', '—', ')', '(', '\'', '’', '،', ']':
				j -= w
			}
		}
		if j == i {
			break
		}
		i = j
	}
	return i
}

// wordStart gives the first byte of the word that ends before byte i, i where there is none; a line-end hyphen does not end it.
func wordStart(s string, i, floor int) int {
	low := max(floor, i-2*maxWord)
	for i > low {
		r, w := utf8.DecodeLastRuneInString(s[low:i])
		if !isLetter(r) && r != 0xAD {
			j := hyphenBack(s, i, low)
			if j == i {
				break
			}
			i = j
			continue
		}
		i -= w
	}
	return i
}

// hyphenBack gives the byte of a line-end hyphen before byte i, where the first half of a word ends; i where there is none.
func hyphenBack(s string, i, low int) int {
	j := blanksBack(s, i, low)
	if j == i || j == low || s[j-1] != '-' || !hasLineEnd(s[j:i]) || !isLower(runeAt(s, i)) {
		return i
	}
	if r, _ := runeBefore(s, j-1); !isLetter(r) {
		return i
	}
	return j - 1
}

// partOfTitle says whether the weekday at byte i belongs to the name of a paper: "The Mail on Sunday", "Welt am Sonntag", "The Sun".
func (r *reader) partOfTitle(i, floor int) bool {
	var w word
	w.read(r.s, i)
	if string(w.text()) == "sun" && !hasAt(r.s, w.end, ".") {
		return true
	}
	j := blanksBack(r.s, i, floor)
	p := wordStart(r.s, j, floor)
	if p == j {
		return false
	}
	w.read(r.s, p)
	switch string(w.text()) {
	case "du":
		return true
	case "on", "am":
		q := blanksBack(r.s, p, floor)
		w.read(r.s, wordStart(r.s, q, floor))
		return w.end == q && (w.is == title || w.is == upper)
	}
	return w.is == title
}
