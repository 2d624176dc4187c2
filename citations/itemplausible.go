package citations

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
)

// readHead finds the outlets that a head names, and decides whether what it names can be one with such a date.
func (p *parser) readHead(head Range, d *dates.Date) ([]cited, bool) {
	if s := p.clean[head.Start:head.End]; interviewWords(s) && !p.namesPress(head) && (dayPrecise(d) || d.Precision == dates.Month) && len(words(s)) <= 8 {
		return []cited{{Outlet: head, Head: known, Person: true}}, true // "(author interview, April 5, 2026)"
	}
	names, v := p.outletsIn(head)
	if code := p.clean[head.Start:head.End]; v == notName && len(code) == 2 && strings.ToUpper(code) == code && isoPrinted(d) {
		names, v = []Range{head}, likeName // "(US 2022-04-12)": the code of a government
	}
	if v == notName && dayPrecise(d) && comma(p.clean, head.End) > 0 && p.smallAcronym(p.clean[head.Start:head.End]) {
		names, v = []Range{head}, known
	}
	if v == notName && comma(p.clean, head.End) > 0 {
		if v = p.oddlyCased(p.clean[head.Start:head.End], d); v != notName {
			names = []Range{head}
		}
	}
	if v == notName || len(names) == 0 {
		return nil, false
	}
	if d.Precision == dates.Range && yearsOnly(d) && p.press(names) {
		return nil, false // "(HBO, 2014–2019)": how long a programme ran
	}
	if yearsOnly(d) && !p.yearAlone(p.clean[names[0].Start:names[0].End], v) {
		return nil, false
	}
	if v == likeName && !p.plausible(p.clean[head.Start:head.End], d) || v == known && p.brings(names, d) {
		return nil, false
	}
	var out []cited
	for _, n := range names {
		out = append(out, cited{Outlet: n, Head: v})
	}
	return out, true
}

// namesPress reports whether a part of a head is known press, whatever else it says: "interview, Libya Herald".
func (p *parser) namesPress(head Range) bool {
	return slices.ContainsFunc(splitItems(p.clean, head, comma), func(r piece) bool {
		r = p.carriedName(r)
		return p.onlyPress(p.clean[r.Start:r.End])
	})
}

// oddlyCased judges a name with small letters in it that the comma before a date d tells from a text: in quotation marks, «Якутск вечерний, 17 мая»; in the
// square brackets of a language that prints only the first word of a name with a capital; a body, "Ordre national des pharmaciens, juin 2022".
func (p *parser) oddlyCased(name string, d *dates.Date) verdict {
	const most = 4 // words
	if !capitalised(name) {
		return notName
	}
	short := dayPrecise(d) && len(words(name)) <= most
	switch {
	case short && (p.quoted || quotedWhole(name)):
		return likeName
	case short && p.square && p.sentenceCased(name):
		p.cased = true
		return likeName
	case short && p.beside && len(words(name)) > 1 && p.sentenceCased(name): // "УНІАН, 3 травня; Рівне вечірнє, 5 травня"
		return likeName
	case !yearsOnly(d) && p.namesBody(name) && p.sentenceCased(name):
		return likeName
	}
	return notName
}

// sentenceCased reports whether a name can be one of a language that prints only the first word of a name with a capital, "Рівне вечірнє", and holds no
// word that an editor's own brackets begin with.
func (p *parser) sentenceCased(name string) bool {
	if p.lang == "" || p.lang == "en" || p.lang == "de" {
		return false
	}
	for _, w := range words(name) {
		if f := foldWord(w); notOutlets.has(f) || editorWords.has(f) || isNumber(f) {
			return false
		}
	}
	return !p.places(name)
}

// editorWords begin what an editor adds in square brackets.
var editorWords = wordSet(`nota notas note notes red ред прим примечание примітка przyp anm corrección rectificación mise jour actualización actualizado actualizada actualisé aggiornato aggiornamento atualizado оновлено обновлено traducción traduction
	consultado consulté consultato доступ дата fecha foto фото imagen entrevista interview rozmowa інтерв’ю інтерв'ю интервью`)

// quotedWhole reports whether a name stands in quotation marks and has none inside: «Наше время».
func quotedWhole(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	last, m := utf8.DecodeLastRuneInString(s)
	ends, ok := quoteEnds[first]
	return ok && len(s) > n+m && strings.ContainsRune(ends, last) && !strings.ContainsAny(s[n:len(s)-m], ends+string(first))
}

// press reports whether the first of some names is that of an outlet of the press.
func (p *parser) press(names []Range) bool {
	m := p.names.Resolve(p.t.Slice(names[0]), outlets.Context{Language: p.lang})
	return m.Entry != nil && m.Entry.Kind.Press()
}

// brings reports whether a name is that of a court, or of a house that brings out books, with no day: a decision or a book, and no report of either.
func (p *parser) brings(names []Range, d *dates.Date) bool {
	if len(names) > 1 || dayPrecise(d) || p.datedBehindGenre(names[0], d) {
		return false
	}
	m := p.names.Resolve(p.t.Slice(names[0]), outlets.Context{Language: p.lang})
	return m.Entry != nil && (m.Entry.Kind == "publisher" || m.Entry.Kind == "court")
}

// datedBehindGenre reports whether the kind of a report stands between a name and its date: "Cour des comptes, rapport public annuel, février 2022".
func (p *parser) datedBehindGenre(name Range, d *dates.Date) bool {
	const longest = 160 // bytes of a title
	rest := p.clean[name.End:min(len(p.clean), name.End+longest)]
	k := strings.Index(rest, d.Printed)
	return k > 0 && comma(rest, 0) > 0 && !strings.ContainsAny(rest[:k], ";()[]") && genred(words(rest[:k]))
}

// genred reports whether one of some words is the name of a kind of report.
func genred(ws []string) bool {
	return slices.ContainsFunc(ws, func(w string) bool { return reportNames.has(foldWord(w)) })
}

// smallAcronym reports whether a head is the acronym of a known outlet in small letters, as some print themselves: "rbb", "swr".
func (p *parser) smallAcronym(s string) bool {
	if len(s) < 3 || len(s) > 5 {
		return false
	}
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	m := p.names.Resolve(strings.ToUpper(s), outlets.Context{Language: p.lang})
	return m.Entry != nil && m.Entry.Kind.Press() && m.How != outlets.Fuzzy
}

// plausible asks whether an unknown name goes with a date: a day does; a month or season needs a name of two words or one that news outlets have.
func (p *parser) plausible(head string, d *dates.Date) bool {
	ws := words(head)
	if d.Precision == dates.Range && weeksApart(d.From, d.To) && !hasPressWord(ws) {
		return false // "Operation Natron, May 2–June 11": what took so long is no issue
	}
	if dayPrecise(d) {
		return true
	}
	if len(ws) > 2 && !yearsOnly(d) && strings.Contains(head, ", ") && genred(ws) {
		return true // "Capeco, Informe Económico de la Construcción n.º 53, mayo de 2022"
	}
	if last := ws[len(ws)-1]; strings.ContainsAny(last, "0123456789") && !hasPressWord(ws) {
		return false // "Experiment 3, May 2018", "NICE NG51, July 2016": a numbered thing
	}
	if yearsOnly(d) {
		return hasPressWord(ws) && (len(ws) == 1 || !bookHouses.has(foldWord(ws[len(ws)-1]))) // "Lantern Hill Press, 2015": a book's house
	}
	return len(ws) >= 2 || hasPressWord(ws) || d.Year == dates.YearStated && hanBody(head) || p.beside && (strings.ToUpper(head) == head || d.Year == dates.YearStated) // "see Terrorism Monitor, December 3; ENACT, July 2019"
}

// yearsOnly reports whether a date is a year, or a span of years such as a term of office.
func yearsOnly(d *dates.Date) bool {
	return d.Precision == dates.Year || d.Precision == dates.Range && d.From.M == 0
}

// isoPrinted reports whether a date is printed as ISO 8601 has it.
func isoPrinted(d *dates.Date) bool {
	return d.Precision == dates.Day && len(d.Printed) >= 10 && d.Printed[4] == '-' && d.Printed[7] == '-'
}

// weeksApart reports whether two days lie more than two weeks apart, whatever the lengths of the months. A year that is not known is that of the other.
func weeksApart(a, b dates.Ymd) bool {
	if a.D == 0 || b.D == 0 || a.M == 0 || b.M == 0 {
		return false
	}
	n := (b.M-a.M)*30 + b.D - a.D
	if n < 0 {
		n += 360
	}
	return n > 14
}
