package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
	"example.org/verify/score"
)

var outletVariant = Rule{
	ID:       "outlet.variant",
	Severity: score.Warning,
	Title:    "One outlet is printed in two ways in one article",
	Doc: `Two printed forms in one article are one outlet ("Mareeg", "Mareeq"). Markup, a leading article, capitals, a city in brackets, an abbreviation beside the full
name, an address, an edition of the weekend, the name of a service ("BBC News" beside "BBC"), that of a paper's pages on the net and the acronym of a parent body make no
difference; a name in running text may be shortened. An address that has the letters of a name and other signs does ("Kaktus media" beside "Kaktus.media"). Raised at the form that is not the
registry's, else at the rarer, else at the one without the registry's blanks and signs, else at the later.`,
	Why:      "One of the two is a slip, or the reader takes them for two sources.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli (BalkanWeb, May 3). They agreed on a line (Reuters, May 4). The port opens soon (Balkan-Web, May 5).",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli (Agence France-Presse, May 3). They agreed on a line (Reuters, May 4). The port opens soon (AFP, May 5).",
	Cure:     "Print one form throughout.",
	Source:   "The Chicago Manual of Style, on consistency in names of periodicals",
	run: func(p *pass) {
		p.eachArticle(func(a int, art *citations.Article) {
			for _, forms := range printedForms(art) {
				p.variants(a, art, forms)
			}
		})
	},
}

// form is one way in which an article prints an outlet.
type form struct {
	key      string
	printed  string // by the first citation
	first    int    // index of the first citation that prints it
	n        int
	ours     bool // it is the registry's name, but for blanks and hyphens
	exact    bool // it is so with these
	spelling bool // it resolved only as a misspelling
	running  bool // it stands in running text alone
	short    bool // it is an abbreviation or an address: only its signs are compared
}

// printedForms lists for each outlet that an article prints in several ways the forms, in the order of their first citation.
func printedForms(art *citations.Article) [][]form {
	at := map[string]int{}
	var all [][]form
	mended := slippedIDs(art)
	for k := range art.Citations {
		c := &art.Citations[k]
		if c.Outlet == nil || c.Outlet.Entry == nil && !mended[c.Outlet.ID] || c.Kind == citations.Link || c.Outlet.Inflected {
			continue
		}
		i, ok := at[c.Outlet.ID]
		if !ok {
			i = len(all)
			at[c.Outlet.ID] = i
			all = append(all, nil)
		}
		all[i] = counting(all[i], k, art)
	}
	out := all[:0]
	for _, f := range all {
		if len(f) > 1 {
			out = append(out, f)
		}
	}
	return out
}

// slippedIDs are the ids of the outlets that no registry knows and for whose name the article prints a slip.
func slippedIDs(art *citations.Article) map[string]bool {
	var out map[string]bool
	for k := range art.Citations {
		if o := art.Citations[k].Outlet; o != nil && o.Entry == nil && o.How == outlets.Fuzzy {
			if out == nil {
				out = map[string]bool{}
			}
			out[o.ID] = true
		}
	}
	return out
}

func counting(forms []form, k int, art *citations.Article) []form {
	c := &art.Citations[k]
	o := c.Outlet
	running := c.Kind == citations.Attribution
	i := slices.IndexFunc(forms, func(f form) bool { return f.printed == o.Printed }) // as most are
	f := form{printed: o.Printed, first: k, n: 1, spelling: o.How == outlets.Fuzzy, running: running, short: initials(o.Printed)}
	if i < 0 && len(forms) > 0 {
		forms[0].compared(&art.Citations[forms[0].first].Outlet.Match) // the others are, and most outlets have but one
		f.compared(&o.Match)
		i = slices.IndexFunc(forms, func(g form) bool { return f.key == g.key })
	}
	if i >= 0 {
		forms[i].n++
		forms[i].running = forms[i].running && running
		return forms
	}
	return append(forms, f)
}

// compared gives a form its key, and says whether it is the registry's, or a part of it that stands for the whole here.
func (f *form) compared(m *outlets.Match) {
	if f.key != "" {
		return
	}
	f.key = printKey(f.printed)
	if o := m.Entry; o != nil {
		f.ours = sameLetters(o.Name, f.key) || o.Native != "" && sameLetters(o.Native, f.key) || m.Short
		f.exact = printKey(o.Name) == f.key || o.Native != "" && printKey(o.Native) == f.key
	}
}

// sameLetters reports whether a name of the registry has a key but for blanks and hyphens: "Perú 21" is "Perú21", and not "Peru21".
func sameLetters(name, key string) bool {
	return unspaced.Replace(printKey(name)) == unspaced.Replace(key)
}

var unspaced = strings.NewReplacer(" ", "", "-", "", ".", "")

// variants raises every form that is not the one to keep.
func (p *pass) variants(a int, art *citations.Article, forms []form) {
	for i := range forms {
		f := &forms[i]
		keep := f.kept(forms)
		if f == keep || !differs(f, keep) {
			continue
		}
		c := &art.Citations[f.first]
		kept := art.Citations[keep.first].Outlet.Printed
		place := "elsewhere"
		if keep.first < f.first {
			place = "above"
		}
		r := p.report(onCitation(a, f.first), c.Outlet.Span, fmt.Sprintf("“%s” here, “%s” %s: one outlet", c.Outlet.Printed, kept, place), kept)
		if f.spelling && p.doc.Text.Printed(c.Outlet.Span) == c.Outlet.Printed {
			r.Edit = &citations.Edit{Span: c.Outlet.Span, Text: kept}
		}
	}
}

// kept is the form that stands for f: the best of those that are names, or, where one has the same letters and is written with other signs ("Kaktus.media" beside
// "Kaktus media", "N-1" beside "N1"), the best of these.
func (f *form) kept(forms []form) *form {
	var name, same *form
	for i := range forms {
		g := &forms[i]
		if !g.short && (name == nil || g.better(name)) {
			name = g
		}
		if (f.short || g.short || f == g) && letters(f.key) == letters(g.key) && (same == nil || g.better(same)) {
			same = g
		}
	}
	switch {
	case same != nil && same != f:
		return same
	case f.short || name == nil:
		return f
	}
	return name
}

// better orders forms: those that need no mending before slips, the registry's before others, then the more frequent, and of two that stand as often the one with the
// registry's signs, else an address.
func (f *form) better(g *form) bool {
	switch {
	case f.spelling != g.spelling:
		return g.spelling
	case f.ours != g.ours:
		return f.ours
	case f.n != g.n:
		return f.n > g.n
	case f.exact != g.exact:
		return f.exact
	}
	return f.short && !g.short && strings.Contains(f.key, ".")
}

// differs reports whether two forms are two spellings of one name, and not a name and its short form in running text or one of its services.
func differs(f, g *form) bool {
	x, y := f.key, g.key
	switch {
	case f.spelling || g.spelling || letters(x) == letters(y):
		return true
	case !sameScript(x, y) || service(f, g) || service(g, f) || sameCore(x, y) || ofWeekend(x) != ofWeekend(y):
		return false
	case nearby(x, y):
		return true
	}
	return !f.running && !g.running && shareWord(x, y)
}

// ofWeekend reports whether a name is that of an edition of the weekend, which has one of its own: "Saturday Nation" beside "Daily Nation".
func ofWeekend(key string) bool {
	return slices.ContainsFunc(strings.Fields(key), func(w string) bool { return weekendWords[w] })
}

// weekendWords name the days of the weekend in the names of papers.
var weekendWords = wordSet(`saturday sunday weekend samstag sonntag samedi dimanche sábado domingo domenica sabato zaterdag zondag lördag söndag lørdag søndag`)

// service reports whether long is short with words of kind or place added, or the acronym of the body that it is part of: "bbc news" and "bbc", "reuters africa" and
// "reuters", "ICC International Maritime Bureau" and "International Maritime Bureau".
func service(long, short *form) bool {
	a, b := wordsOfKey(long.key), wordsOfKey(short.key)
	has := map[string]bool{}
	for _, w := range b {
		has[w] = true
	}
	extra, same := 0, 0
	for _, w := range a {
		if has[w] {
			same++
			continue
		}
		if _, place := outlets.Places.Country(title(w)); !place && !serviceWords[w] && !acronymIn(long.printed, w) {
			return false
		}
		extra++
	}
	return extra > 0 && same == len(b)
}

func wordsOfKey(key string) []string { return strings.Fields(strings.ReplaceAll(key, "-", " ")) }

// acronymIn reports whether a word of a key is printed in capitals in a name that is not.
func acronymIn(printed, word string) bool {
	up := strings.ToUpper(word)
	return len(word) > 1 && up != word && printed != strings.ToUpper(printed) && slices.Contains(strings.Fields(printed), up)
}

// sameCore reports whether two names differ only in words of kind: a paper and its pages on the net, "Daily Graphic" and "Graphic Online".
func sameCore(x, y string) bool {
	a, b := coreOf(x), coreOf(y)
	return len(a) > 0 && slices.Equal(a, b)
}

// coreOf are the words of a key that say no kind.
func coreOf(key string) []string {
	return slices.DeleteFunc(wordsOfKey(key), func(w string) bool { return serviceWords[w] })
}

func title(w string) string {
	r := []rune(w)
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

// serviceWords name a part of an outlet, or its kind.
var serviceWords = wordSet(`news online tv radio english arabic world international service agency website channel newspaper daily weekly magazine live sport business national regional
	newswire wire press media network television digital web nachrichten agentur zeitung noticias agencia agência notícias agenzia notizie actualités info infos новости агентство газета
	twitter facebook youtube telegram account page français français español deutsch arabic persian russian turkish hausa swahili africa africaine afrique`)

// shareWord reports whether two names have a word of four letters or more in common.
func shareWord(x, y string) bool {
	has := map[string]bool{}
	for _, w := range strings.Fields(x) {
		has[w] = len([]rune(w)) >= 4
	}
	for _, w := range strings.Fields(y) {
		if has[w] {
			return true
		}
	}
	return false
}

func sameScript(x, y string) bool { return latin(x) == latin(y) }

func latin(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.Is(unicode.Latin, r)
		}
	}
	return true
}

// nearby reports whether two names differ by no more than a letter in five, and by three at most.
func nearby(x, y string) bool {
	a, b := []rune(letters(x)), []rune(letters(y))
	if len(a) > 60 || len(b) > 60 {
		return false
	}
	limit := min(3, max(len(a), len(b))/5)
	return limit > 0 && distance(a, b) <= limit
}

// distance is the number of letters to change, add or drop.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
