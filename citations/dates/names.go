package dates

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// langSet is a set of languages, a bit for each entry of languages.
type langSet uint64

// need is what must stand beside a name before it counts, where the text is in another language.
type need uint8

const (
	needNothing need = iota
	needYear
	needDayAndYear // or "11 de set"
)

// sense is one meaning of a folded word.
type sense struct {
	value uint8 // 1–12 a month, 21–24 a season, 31–37 a weekday, halfName the first word of two
	need  need
	langs langSet
}

const (
	springValue = 21 // EDTF, level 1, "Season": 21 spring, 22 summer, 23 autumn, 24 winter; loc.gov/standards/datetime, read 2026-11
	mondayValue = 31
	halfName    = 40
)

var (
	capitalised = languagesWhere(func(l language) bool { return l.capitals })
	monthFirsts = languagesWhere(func(l language) bool { return l.monthFirst })
	english     = langsOf("en")
)

// names finds the meanings of a folded word. It is built at the first look-up.
var names = sync.OnceValue(buildNames)

func buildNames() map[string][]sense {
	m := make(map[string][]sense, 1500)
	for i, l := range languages {
		addAll(m, l.months[:], 1, 1<<i)
		addAll(m, l.seasons[:], springValue, 1<<i)
		addAll(m, l.weekdays[:], mondayValue, 1<<i)
	}
	return m
}

func languagesWhere(is func(language) bool) (set langSet) {
	for i, l := range languages {
		if is(l) {
			set |= 1 << i
		}
	}
	return set
}

// langsOf gives the languages of an ISO 639-1 code, "pt-BR" being "pt"; the empty set for "" and for a language without names.
func langsOf(code string) langSet {
	code, _, _ = strings.Cut(code, "-")
	return langsByCode()[code]
}

var langsByCode = sync.OnceValue(func() map[string]langSet {
	m := map[string]langSet{}
	for i := range languages {
		for c := range strings.FieldsSeq(languages[i].code) {
			m[c] |= 1 << i
		}
	}
	return m
})

func addAll(m map[string][]sense, forms []string, first uint8, lang langSet) {
	for i, f := range forms {
		for name := range strings.FieldsSeq(f) {
			addName(m, name, sense{value: first + uint8(i), langs: lang})
		}
	}
}

// addName enters one form of the table, with its marks.
func addName(m map[string][]sense, name string, s sense) {
	switch name[0] {
	case '~':
		name, s.need = name[1:], needYear
	case '!':
		name, s.need = name[1:], needDayAndYear
	}
	if abbr, ok := strings.CutSuffix(name, "."); ok {
		name = abbr
		if s.langs != english {
			s.need = needDayAndYear
			if utf8.RuneCountInString(abbr) > 3 {
				s.need = needYear
			}
		}
	}
	if s.value >= mondayValue {
		name, _, _ = strings.Cut(name, "-") // segunda-feira
	}
	first, second, two := strings.Cut(name, "_")
	key := foldWord(first)
	if two {
		addSense(m, key, sense{value: halfName, langs: s.langs})
		key += " " + foldWord(second)
	}
	addSense(m, key, s)
}

func addSense(m map[string][]sense, key string, s sense) {
	for i, o := range m[key] {
		if o.value == s.value && o.need == s.need {
			m[key][i].langs |= s.langs
			return
		}
	}
	m[key] = append(m[key], s)
}

func foldWord(s string) string {
	var w word
	w.read(s, 0)
	return string(w.text())
}

// name is a month, season or weekday as it stands in a text.
type name struct {
	value      int
	need       need
	home       bool // it is a name in the language of the text
	english    bool
	monthFirst bool // its language says "May 15"
	other      int  // another value that it may have, where the language does not decide ("listopada"); 0 if none
	end        int  // the byte after the word
	next       int  // the byte after the stop of an abbreviation, else end
}

// allows says whether the name may count beside a day, a year, a "de".
func (n name) allows(day, year, de bool) bool {
	switch {
	case n.home || n.need == needNothing:
		return true
	case n.need == needYear:
		return year || de && day
	}
	return day && (year || de)
}

// name reads the word at byte i as a name whose value lies in [low, high].
func (r *reader) name(i, low, high int) (name, bool) {
	var w word
	w.read(r.s, i)
	if w.n == 0 || w.is == mixed {
		return name{}, false
	}
	senses := names()[string(w.text())]
	if len(senses) == 0 {
		return name{}, false
	}
	if senses[0].value == halfName {
		senses = r.secondWord(&w)
	}
	n := name{end: w.end, next: w.end}
	for _, s := range senses {
		if int(s.value) < low || int(s.value) > high {
			continue
		}
		langs := fitting(s.langs, w.is)
		if r.o.AnyCase {
			langs = s.langs
		}
		if langs != 0 {
			n.take(s, langs, r.langs)
		}
	}
	if n.value == 0 {
		return n, false
	}
	switch {
	case w.is != lower:
	case r.o.AnyCase:
		n.home, n.need = false, max(n.need, needYear)
	case r.langs == english && alsoEnglish(senses):
		n.need = max(n.need, needDayAndYear) // "april" in an English text
	}
	if hasAt(r.s, n.end, ".") {
		n.next++
	}
	return n, true
}

// secondWord reads the other word of a name of two words; w gets its end.
func (r *reader) secondWord(w *word) []sense {
	var x word
	x.read(r.s, blanks(r.s, w.end))
	if w.n+1+x.n > maxWord {
		return nil
	}
	w.key[w.n] = ' '
	w.n++
	w.n += copy(w.key[w.n:], x.text())
	w.end = x.end
	return names()[string(w.text())]
}

// fitting takes out the languages in which a word in this case is no name.
func fitting(langs langSet, is letterCase) langSet {
	if is == lower {
		return langs &^ capitalised
	}
	return langs
}

func alsoEnglish(senses []sense) bool {
	for _, s := range senses {
		if s.langs&english != 0 {
			return true
		}
	}
	return false
}

// take adds a sense: the language of the text decides first, then what needs the least.
func (n *name) take(s sense, langs, text langSet) {
	home := langs&text != 0
	v := int(s.value)
	switch {
	case n.value == v:
		n.home = n.home || home
		n.need = min(n.need, s.need)
	case n.value == 0 || home && !n.home:
		n.value, n.need, n.home, n.other = v, s.need, home, n.value
		n.english, n.monthFirst = false, false
		if home {
			n.other = 0
		}
	case !n.home && n.other == 0:
		n.other = v
		return
	default:
		return
	}
	n.english = n.english || langs&english != 0
	n.monthFirst = n.monthFirst || langs&monthFirsts != 0
}
