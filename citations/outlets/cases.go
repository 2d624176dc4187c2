package outlets

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Where a language has cases, running text prints the names of papers in them: "w „Rzeczpospolitej”", "по данным «Коммерсанта»", "Helsingin Sanomien
// mukaan". Names are then compared by the stems of their words.

// caseEndings has, by language, the endings that nouns and adjectives take in the singular and the plural, as they are folded. They come from the tables of
// declension that school grammars print; those of two words that fall together do no harm, since all the words of a name have to agree.
var caseEndings = func() map[string][]string {
	m := map[string][]string{}
	add := func(endings string, languages ...string) {
		list := strings.Fields(endings)
		slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
		for _, l := range languages {
			m[l] = list
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

// stem is a folded word without its ending.
func stem(word string, endings []string) string {
	n := utf8.RuneCountInString(word)
	for _, e := range endings {
		if s, ok := strings.CutSuffix(word, e); ok && n-utf8.RuneCountInString(e) >= shortestStem {
			return softened(s)
		}
	}
	return softened(word)
}

// softened writes the consonants that an ending softens as one: "Gazeta", "w Gazecie"; "Polityka", "w Polityce".
func softened(s string) string {
	for _, p := range [...][2]string{{"dz", "g"}, {"rz", "r"}, {"c", "k"}, {"t", "k"}, {"d", "g"}} {
		if rest, ok := strings.CutSuffix(s, p[0]); ok {
			return rest + p[1]
		}
	}
	return s
}

// stems is a name by the stems of its words in a language, "" for one that is too short to be told by them.
func stems(name, language string) string {
	ws := words(name)
	letters := 0
	for i, w := range ws {
		ws[i] = stem(w, caseEndings[language])
		letters += utf8.RuneCountInString(ws[i])
	}
	if letters < shortestStem+1 || language == "de" && len(ws) < 2 { // German nouns hardly change, and what does is a plural
		return ""
	}
	return strings.Join(ws, " ")
}

// caseForms has, by language and stems, the names of the entries whose language has cases.
type caseForms map[string]map[string][]hit

func newCaseForms(r *Registry) caseForms {
	d := caseForms{}
	for i := range r.entries {
		o := &r.entries[i]
		for _, l := range o.Languages {
			if caseEndings[l] == nil {
				continue
			}
			if d[l] == nil {
				d[l] = map[string][]hit{}
			}
			d.add(l, hit{o: o, text: o.Name, form: formName})
			d.add(l, hit{o: o, text: o.Native, form: formNative})
			for _, a := range o.Aliases {
				d.add(l, hit{o: o, text: a.Text, form: formAlias})
			}
		}
	}
	return d
}

func (d caseForms) add(language string, h hit) {
	if s := stems(h.text, language); s != "" && !slices.ContainsFunc(d[language][s], func(g hit) bool { return g.o == h.o }) {
		d[language][s] = append(d[language][s], h)
	}
}

// inCase finds a name that is printed in another case than the registry's. The article has to be in the outlet's language or to speak of its country.
func (r *Registry) inCase(f *found) bool {
	if !capitalStart(f.name) {
		return false
	}
	for _, l := range inflecting {
		s := stems(f.name, l)
		if s == "" {
			continue
		}
		for _, h := range r.cases()[l][s] {
			if !slices.ContainsFunc(f.hits, func(g hit) bool { return g.o == h.o }) {
				f.hits = append(f.hits, h)
			}
		}
	}
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

// DeclinedAt is LongestAt for names in another case than the registry's, in a text of the given language; ok is false where that language has no cases.
func (r *Registry) DeclinedAt(text string, i int, language string) (end int, ids []*Outlet, ok bool) {
	if caseEndings[language] == nil || i >= len(text) || insideWord(text, i) || !capitalStart(text[i:]) {
		return 0, nil, false
	}
	names := r.cases()[language]
	for at, n := i, 0; n < longestDeclined; n++ {
		stop := nameEnd(text, at)
		if stop == at {
			break
		}
		if hits := names[stems(text[i:stop], language)]; len(hits) > 0 {
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
