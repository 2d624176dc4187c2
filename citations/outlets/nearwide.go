package outlets

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Names in Chinese, Japanese and Korean have few characters, and many differ by one of them. Such a name is taken for a slip only beside the right one in the same
// article, where no registry knows it.

// slipOfCharacter reports whether printed is no known name and differs from one that is by a character that was mistaken for another: "彭湃新闻" for "澎湃新闻".
func (r *Registry) slipOfCharacter(printed, known string) bool {
	a, b := []rune(printed), []rune(known)
	const shortest = 4 // characters
	if len(a) != len(b) || len(a) < shortest || len(a) > maxNear || !r.Known(known) || r.Known(printed) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if i == len(a) || !slices.Equal(a[i+1:], b[i+1:]) {
		return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:]) && ideograph(a[i]) && ideograph(a[i+1])
	}
	switch {
	case unicode.Is(unicode.Hangul, a[i]) && unicode.Is(unicode.Hangul, b[i]):
		return oneJamo(a[i], b[i])
	case ideograph(a[i]) && ideograph(b[i]):
		return !(tellsApart(a[i]) && tellsApart(b[i])) && !besideDirection(a, i)
	}
	return false
}

// ideograph reports whether a character is of the scripts that are written without blanks.
func ideograph(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }

// tellsApart reports whether a character is one of those by which names are told apart: numbers, directions, times and kinds of paper, what a place is.
func tellsApart(r rune) bool {
	return strings.ContainsRune("一二三四五六七八九十百千东東南西北中上下左右前后後内外新老古大小早晚朝夕夜日周週月季旬年春夏秋冬京国國省市县縣区區州报報刊网網台臺社时時商工农農", r)
}

// besideDirection reports whether the character at i is half of the name of a place: "湖南" and "海南" are two provinces.
func besideDirection(name []rune, i int) bool {
	direction := func(k int) bool { return k >= 0 && k < len(name) && strings.ContainsRune("东東南西北", name[k]) }
	return direction(i-1) || direction(i+1)
}

// oneJamo reports whether two syllables of Korean differ in one of their letters.
func oneJamo(a, b rune) bool {
	x, y := []rune(norm.NFD.String(string(a))), []rune(norm.NFD.String(string(b)))
	if len(x) != len(y) {
		short, long := x, y
		if len(short) > len(long) {
			short, long = long, short
		}
		return len(long) == len(short)+1 && slices.Equal(long[:len(short)], short)
	}
	n := 0
	for i := range x {
		if x[i] != y[i] {
			n++
		}
	}
	return n == 1
}

// slipOfLetter reports whether two names in Arabic or Hebrew letters, which have two bytes each, differ by one letter inside of one word, left out, put in or
// swapped with its neighbour.
func (r *Registry) slipOfLetter(printed, known []string) bool {
	const shortest = 5 // letters
	if len(printed) != len(known) {
		return false
	}
	differ := -1
	for i := range printed {
		if printed[i] != known[i] {
			if differ >= 0 {
				return false
			}
			differ = i
		}
	}
	if differ < 0 || min(utf8.RuneCountInString(printed[differ]), utf8.RuneCountInString(known[differ])) < shortest || !r.strange(printed[differ]) {
		return false
	}
	a, b := []rune(printed[differ]), []rune(known[differ])
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(b) == len(a)+1 && i > 0 && i < len(a) && slices.Equal(a[i:], b[i+1:])
}
