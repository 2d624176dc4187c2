package outlets

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Where a language has cases, running text prints the names of papers in them: "w „Rzeczpospolitej”", "по данным «Коммерсанта»", "Helsingin Sanomien
// mukaan". Names are then compared by the stems of their words.

// endings are those of a language by their last bytes, the longest first: a word is compared with few of them.
type endings [256][]string

// caseEndings has, by language, the endings that nouns and adjectives take in the singular and the plural, as they are folded. They come from the tables of
// declension that school grammars print; those of two words that fall together do no harm, since all the words of a name have to agree.
var caseEndings = func() map[string]*endings {
	m := map[string]*endings{}
	add := func(all string, languages ...string) {
		list := strings.Fields(all)
		slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
		by := new(endings)
		for _, e := range list {
			last := e[len(e)-1]
			by[last] = append(by[last], e)
		}
		for _, l := range languages {
			m[l] = by
		}
	}
	add(`ая яя ои еи ую юю ое ее ого его ому ему ым им ые ие ых их ыми ими ии иею ия ию ием иям иях иями ом ем ою ею ами ями ах ях ам ям ов ев а я о е и ы у ю ь ъ`, "ru", "bg", "be")
	add(`ая яя ои еи ои ую юю ого ього ому ьому им ім их іх ими іи ія ію ією іем іям іях іями ою ею ом ем ами ями ах ях ам ям ів ові еві а я о е є и і у ю ь`, "uk")
	add(`ego iego emu iemu ej iej ich ych im ym imi ymi ie ia iem iom ami iami ach iach om em ow owi a e i o u y`, "pl")
	add(`eho ho emu mu em im ych ich ym ymi imi ami emi ach ech ich ou ove ovi um am a e i o u y`, "cs", "sk")
	add(`oga og ega eg omu om emu em im ih ima ama ami em ov ev a e i o u`, "hr", "sr", "bs", "sl", "mk")
	add(`at ien issa ista iin ille ilta illa eissa ssa sta lle lta lla en in t n a`, "fi")
	add(`ile iga ist is us des de te ga le lt st t s a e i u`, "et")
	add(`os ui oje omis ams uose o ai ei as is us e a`, "lt")
	add(`en em er es e n s`, "de")
	add(`ai as am ā u s a e i`, "lv")
	return m
}()

// shortestStem is how many letters a stem has at least: "Yle" stays as it is.
const shortestStem = 3

// appendStem appends a folded word without its ending, and with the consonants that an ending softens as one: "Gazeta", "w Gazecie"; "Polityka",
// "w Polityce".
func appendStem(dst, word []byte, all *endings) []byte {
	if len(word) == 0 {
		return dst
	}
	for _, e := range all[word[len(word)-1]] {
		if s := word[:max(0, len(word)-len(e))]; string(word[len(s):]) == e && hasLetters(s, shortestStem) {
			word = s
			break
		}
	}
	for _, p := range [...][2]string{{"dz", "g"}, {"rz", "r"}, {"c", "k"}, {"t", "k"}, {"d", "g"}} {
		if rest := word[:max(0, len(word)-len(p[0]))]; string(word[len(rest):]) == p[0] {
			return append(append(dst, rest...), p[1]...)
		}
	}
	return append(dst, word...)
}

// hasLetters reports whether a word has n characters or more.
func hasLetters(word []byte, n int) bool { return len(word) >= n && utf8.RuneCount(word) >= n }

// stemsSize bounds what appendStems appends: a key, and a blank for each of its words.
const stemsSize = keySize + maxTokens

// appendStems appends a folded name by the stems of its words in a language, nothing for one that is too short to be told by them.
func appendStems(dst []byte, f *folder, language string) []byte {
	words := f.words()
	if language == "de" && words.n < 2 { // German nouns hardly change, and what does is a plural
		return dst
	}
	from, ends := len(dst), caseEndings[language]
	for i, w := range words.at[:words.n] {
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = appendStem(dst, f.key[w[0]:w[1]], ends)
	}
	if blanks := max(0, words.n-1); !hasLetters(dst[from:], shortestStem+1+blanks) {
		return dst[:from]
	}
	return dst
}

// newCaseForms makes the index of the names of the entries of one language, by their stems.
func newCaseForms(r *Registry, language string) *index {
	var own []int32
	names, bytes := 0, 0
	for i := range r.entries {
		if o := &r.entries[i]; o.hasLanguage(language) {
			own = append(own, int32(i))
			names += 2 + len(o.Aliases)
			bytes += len(o.Name) + len(o.Native)
		}
	}
	x := &index{}
	x.grow(names, bytes)
	for _, i := range own {
		for p, name := range r.entries[i].declinable(i) {
			var f folder
			f.all(name)
			var room [stemsSize]byte
			s := appendStems(room[:0], &f, language)
			if len(s) == 0 {
				continue
			}
			if k := x.find(s); k == nil || x.postings[k.last].entry != i { // or another of its names has the same stems
				x.add(s, uint32(hash(s)), p)
			}
		}
	}
	return x
}

// declinable are the names of the outlet, the ith entry, that may be printed in another case.
func (o *Outlet) declinable(i int32) iter.Seq2[posting, string] {
	return func(yield func(posting, string) bool) {
		if !yield(posting{entry: i, form: formName}, o.Name) || o.Native != "" && !yield(posting{entry: i, form: formNative}, o.Native) {
			return
		}
		for n, a := range o.Aliases {
			if !yield(posting{entry: i, nth: uint16(n), form: formAlias}, a.Text) {
				return
			}
		}
	}
}

// declined lists the entries, each once, that have a name with the stems of a folded one in a language.
func (r *Registry) declined(f *folder, language string) (hits []hit) {
	var room [stemsSize]byte
	s := appendStems(room[:0], f, language)
	if len(s) == 0 {
		return nil
	}
	x := r.cases[language]()
	k := x.find(s)
	if k == nil {
		return nil
	}
	for i := k.first; i >= 0; i = x.postings[i].next {
		p := &x.postings[i]
		o := &r.entries[p.entry]
		if !slices.ContainsFunc(hits, func(h hit) bool { return h.o == o }) {
			hits = append(hits, hit{o: o, text: p.text(o), form: p.form})
		}
	}
	return hits
}

// inCase finds a name that is printed in another case than the registry's, whatever the language. The article has to be in the outlet's language or to speak of its country.
func (r *Registry) inCase(f *found) bool {
	if !capitalStart(f.name) {
		return false
	}
	var folded folder
	folded.all(f.name)
	f.hits = r.caseStarts().declined(r, &folded)
	if f.hits != nil {
		f.via, f.doubt = anotherCase, true
	}
	return f.hits != nil
}

// anotherCase is said of a name that inCase found.
const anotherCase = "the name in another case"

// inflecting are the languages with cases, in a fixed order.
var inflecting = func() []string {
	list := make([]string, 0, len(caseEndings))
	for l := range caseEndings {
		list = append(list, l)
	}
	slices.Sort(list)
	return list
}()

func capitalStart(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(c)
}

// longestDeclined is how many words the names have that DeclinedAt looks for.
const longestDeclined = 5

// Declines reports whether a language has cases that DeclinedAt knows.
func Declines(language string) bool {
	return len(language) > 1 && declining[letterPair(language)] && caseEndings[language] != nil
}

// declining has the first two letters of these languages: most others are told by them.
var declining = func() (t [1 << 10]bool) {
	for l := range caseEndings {
		t[letterPair(l)] = true
	}
	return
}()

func letterPair(s string) uint { return uint(s[0]&31)<<5 | uint(s[1]&31) }

// DeclinedAt is LongestAt for names in another case than the registry's, in a text of the given language; ok is false where that language has no cases.
func (r *Registry) DeclinedAt(text string, i int, language string) (end int, ids []*Outlet, ok bool) {
	if !Declines(language) || i >= len(text) || insideWord(text, i) || !capitalStart(text[i:]) {
		return 0, nil, false
	}
	for at, n := i, 0; n < longestDeclined; n++ {
		stop := nameEnd(text, at)
		if stop == at {
			break
		}
		var f folder
		f.all(text[i:stop])
		if hits := r.declined(&f, language); len(hits) > 0 {
			ids = make([]*Outlet, len(hits))
			for k, h := range hits {
				ids[k] = h.o
			}
			end, ok = stop, true
		}
		if at = gap(text, stop); at < 0 {
			break
		}
	}
	return end, ids, ok
}

// nameEnd is where the word that starts at byte at ends.
func nameEnd(text string, at int) int {
	for at < len(text) {
		c, n := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.Is(unicode.M, c) {
			break
		}
		at += n
	}
	return at
}
