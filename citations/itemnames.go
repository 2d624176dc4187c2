package citations

import (
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
)

// readHead finds the outlets that a head names, and decides whether what it names can be one with such a date.
func (p *parser) readHead(head Range, d *dates.Date) ([]cited, bool) {
	if s := p.clean[head.Start:head.End]; interviewWords(s) && (dayPrecise(d) || d.Precision == dates.Month) && len(words(s)) <= 8 {
		return []cited{{Outlet: head, Head: known, Person: true}}, true // "(author interview, April 5, 2026)"
	}
	names, v := p.outletsIn(head)
	if code := p.clean[head.Start:head.End]; v == notName && len(code) == 2 && strings.ToUpper(code) == code && isoPrinted(d) {
		names, v = []Range{head}, likeName // "(US 2022-04-12)": the code of a government
	}
	if v == notName && dayPrecise(d) && comma(p.clean, head.End) > 0 && p.smallAcronym(p.clean[head.Start:head.End]) {
		names, v = []Range{head}, known
	}
	if name := p.clean[head.Start:head.End]; v == notName && (p.quoted || quotedWhole(name)) && dayPrecise(d) && capitalised(name) && len(words(name)) <= 4 && comma(p.clean, head.End) > 0 {
		names, v = []Range{head}, likeName // «Якутск вечерний, 17 мая»: the marks say that it is a name
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
	if len(names) > 1 || dayPrecise(d) {
		return false
	}
	m := p.names.Resolve(p.t.Slice(names[0]), outlets.Context{Language: p.lang})
	return m.Entry != nil && (m.Entry.Kind == "publisher" || m.Entry.Kind == "court")
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

// yearsOnly reports whether a date is a year, or a span of years such as a term of office.
func yearsOnly(d *dates.Date) bool {
	return d.Precision == dates.Year || d.Precision == dates.Range && d.From.M == 0
}

// isoPrinted reports whether a date is printed as ISO 8601 has it.
func isoPrinted(d *dates.Date) bool {
	return d.Precision == dates.Day && len(d.Printed) >= 10 && d.Printed[4] == '-' && d.Printed[7] == '-'
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
	if last := ws[len(ws)-1]; strings.ContainsAny(last, "0123456789") && !hasPressWord(ws) {
		return false // "Experiment 3, May 2018", "NICE NG51, July 2016": a numbered thing
	}
	if yearsOnly(d) {
		return hasPressWord(ws)
	}
	return len(ws) >= 2 || hasPressWord(ws) || d.Year == dates.YearStated && hanBody(head) || p.beside && (strings.ToUpper(head) == head || d.Year == dates.YearStated) // "see Terrorism Monitor, December 3; ENACT, July 2019"
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

func hasPressWord(ws []string) bool {
	for _, w := range ws {
		f := foldWord(w)
		if pressWords.has(f) {
			return true
		}
		if k := strings.LastIndexByte(f, '-'); k > 0 && pressWords.has(f[k+1:]) { // "Böhme-Zeitung"
			return true
		}
		for _, end := range [...]string{"zeitung", "anzeiger", "nachrichten", "tidning", "tidningen"} { // "Volkszeitung"
			if len(f) > len(end) && strings.HasSuffix(f, end) {
				return true
			}
		}
	}
	return false
}

// outletsIn splits a head at its commas and words for "and". All parts known: several outlets with one date. The first known: the others are its
// place, section or title. The last known: it follows a title or an author.
func (p *parser) outletsIn(head Range) ([]Range, verdict) {
	whole := p.clean[head.Start:head.End]
	if p.knownName(whole) {
		return []Range{head}, known
	}
	if _, q := quotedTitle(whole); q.Start == 0 && !q.Empty() && q.End < len(whole) && quoteEnds[firstRune(whole)] != "" && !p.names.Known(whole[:q.End]) && strings.IndexByte("[(", strings.TrimSpace(whole[q.End:])[0]) < 0 {
		if opposed(whole[q.End:]) {
			return nil, notName
		}
		if rest, _ := trimHead(p.clean, trimComma(p.clean, Range{Start: head.Start + q.End, End: head.End})); !rest.Empty() {
			return p.outletsIn(rest) // a title, then who published it
		}
	}
	parts := splitItems(p.clean, head, comma)
	if len(parts) == 0 {
		return nil, notName
	}
	if len(parts) == 1 {
		return p.oneOrPair(parts[0])
	}
	parts = p.splitLast(parts)
	judged := make([]verdict, len(parts))
	if last := len(parts) - 1; last > 0 && weekdayShort.has(p.clean[parts[last].Start:parts[last].End]) && judgedKnown(p, parts[:last]) {
		parts = parts[:last] // "Helsingin Sanomat, Sun 11 Feb"
		judged = judged[:last]
	}
	knowns := 0
	for i, r := range parts {
		if judged[i] = p.judgeHead(p.clean[r.Start:r.End]); judged[i] == known {
			knowns++
		}
	}
	switch {
	case knowns == len(parts):
		return parts, known
	case knowns >= 2:
		if judged[len(parts)-1] == likeName && knowns == len(parts)-1 && !p.places(p.clean[parts[len(parts)-1].Start:parts[len(parts)-1].End]) {
			return parts, known
		}
		return keep(parts, judged, known), known
	case judged[0] == known:
		return parts[:1], known
	case knowns == 1:
		return keep(parts, judged, known), known
	}
	return p.unknownParts(parts, judged)
}

// opposed reports whether a dash and another name in quotes follow: «Луч» — «Сибирь» is a match.
func opposed(s string) bool {
	s = strings.TrimLeft(s, " \u00A0")
	rest := strings.TrimLeft(s, "-–—")
	return rest != s && quoteEnds[firstRune(strings.TrimLeft(rest, " \u00A0"))] != ""
}

// trimComma takes blanks and commas off the start of a range.
func trimComma(clean string, r Range) Range {
	for r = trimRange(clean, r); !r.Empty() && comma(clean, r.Start) > 0; {
		r = trimRange(clean, Range{Start: r.Start + comma(clean, r.Start), End: r.End})
	}
	return r
}

// weekdayShort are abbreviated days of the week, of which some are the names of papers, too.
var weekdayShort = wordSet("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun")

// judgedKnown reports whether the first of some parts is known.
func judgedKnown(p *parser, parts []Range) bool {
	return p.knownName(p.clean[parts[0].Start:parts[0].End])
}

// splitLast parts the last of several names at the word for "and": "Clarín, La Tercera y El Mostrador".
func (p *parser) splitLast(parts []Range) []Range {
	last := parts[len(parts)-1]
	s := p.clean[last.Start:last.End]
	if p.knownName(s) || !p.knownName(p.clean[parts[0].Start:parts[0].End]) {
		return parts
	}
	for _, sep := range [...]string{" and ", " y ", " e ", " et ", " und ", " и ", " i ", " ve ", " en ", " & ", " dhe "} {
		k := strings.Index(s, sep)
		if k <= 0 || !p.knownName(strings.TrimSpace(s[:k])) {
			continue
		}
		a, b := Range{Start: last.Start, End: last.Start + k}, Range{Start: last.Start + k + len(sep), End: last.End}
		return append(parts[:len(parts)-1:len(parts)-1], trimRange(p.clean, a), trimRange(p.clean, b))
	}
	return parts
}

// unknownParts decides for a head of several parts that are all unknown.
func (p *parser) unknownParts(parts []Range, judged []verdict) ([]Range, verdict) {
	if p.isPlaces(p.clean[parts[0].Start:parts[len(parts)-1].End]) || p.score(parts) {
		return nil, notName
	}
	press := 0
	for _, r := range parts {
		ws := words(p.clean[r.Start:r.End])
		if hasPressWord(ws) {
			press++
		}
		if len(ws) > 1 && workHouses.has(foldWord(ws[len(ws)-1])) {
			return nil, notName
		}
	}
	if press == len(parts) {
		return parts, likeName
	}
	last := len(parts) - 1
	if first := p.clean[parts[0].Start:parts[0].End]; quoted(first) && judged[last] != notName {
		return parts[last:], judged[last]
	}
	if judged[0] == notName || p.remark(p.clean[parts[last].Start:parts[last].End]) {
		return nil, notName
	}
	for i := 1; i < len(parts); i++ {
		if judged[i] == notName && !p.places(p.clean[parts[i].Start:parts[i].End]) && len(words(p.clean[parts[i].Start:parts[i].End])) > 6 {
			return nil, notName
		}
	}
	return parts[:1], judged[0]
}

// workHouses end the names of those who bring out music and films.
var workHouses = wordSet(`records recordings films pictures productions studios musik music disques schallplatten`)

// remark reports whether the part before a date says what happened on it: "issued in", "effective".
func (p *parser) remark(s string) bool {
	ws := words(s)
	for _, w := range ws {
		f := foldWord(w)
		if capitalised(w) || f == "" || pressWords.has(f) || locatorWord(f) || domainLike(w) || caseless(w) || editionWords.has(f) {
			return false
		}
	}
	return len(ws) > 0
}

// editionWords name a part of a paper, in small letters behind its name.
var editionWords = wordSet(`edition editions edición edizione edição ausgabe wydanie baskı section supplement magazine page front evening morning sunday weekend print online web local national`)

// score reports whether every part ends with a number, "Toledo 88, Dunmore 71", or one is a score, "ASEC Mimosas, 2-1".
func (p *parser) score(parts []Range) bool {
	all := true
	for _, r := range parts {
		ws := words(p.clean[r.Start:r.End])
		if len(ws) == 1 && tally(ws[0]) {
			return true
		}
		all = all && len(ws) > 1 && isNumber(ws[len(ws)-1])
	}
	return all
}

// tally reports whether a word is the score of a match: "2-1".
func tally(w string) bool {
	a, b, ok := strings.Cut(strings.ReplaceAll(strings.ReplaceAll(w, "–", "-"), ":", "-"), "-")
	return ok && len(a) < 3 && len(b) < 3 && isNumber(a) && isNumber(b)
}

func keep(parts []Range, judged []verdict, want verdict) []Range {
	var out []Range
	for i, v := range judged {
		if v == want {
			out = append(out, parts[i])
		}
	}
	return out
}

// oneOrPair reads a head without commas: one name, or two that "and" or a slash joins.
func (p *parser) oneOrPair(r Range) ([]Range, verdict) {
	s := p.clean[r.Start:r.End]
	if pair := p.pair(r); pair != nil {
		return pair, known
	}
	if k := strings.LastIndex(s, " in "); k > 0 && p.knownName(s[k+len(" in "):]) { // "Tiina Lehtonen in Turun Sanomat"
		if _, person := personName(s[:k], false); person {
			r.Start += k + len(" in ")
			return []Range{r}, known
		}
	}
	if n := republication(s); n > 0 {
		r.End = r.Start + n
		r = trimRange(p.clean, r)
		s = p.clean[r.Start:r.End]
	}
	return []Range{r}, p.judgeHead(s)
}

// republishers stand before who brought a report out again.
var republishers = []string{"republished by", "republished in", "reprinted in", "reposted by", "carried by", "translated by"}

// republication is where words such as "republished by the Irish Times" begin, 0 if none do.
func republication(s string) int {
	for _, w := range republishers {
		if i := strings.Index(s, w); i > 1 {
			return i
		}
	}
	return 0
}

// joints stand between two names.
var joints = []string{" and ", " & ", "/", " / ", " und ", " et ", " y ", " e ", " и ", " ve ", " en ", " i ", " dhe ", " og ", " och ", " + "}

// pair splits "AP/Reuters" and "Palinfo and QudsN Twitter accounts" where both sides are known.
func (p *parser) pair(r Range) []Range {
	s := p.clean[r.Start:r.End]
	for _, sep := range joints {
		i := strings.Index(s, sep)
		if i <= 0 {
			continue
		}
		a := trimRange(p.clean, Range{Start: r.Start, End: r.Start + i})
		b := trimRange(p.clean, Range{Start: r.Start + i + len(sep), End: r.End})
		if a.Empty() || b.Empty() {
			continue
		}
		second := p.clean[b.Start:b.End]
		if sep == "/" && second[0] == '@' { // an account and where it is: "Telegram/@NashirNews"
			if p.names.Known(second) || p.resolves(second) {
				return []Range{b}
			}
			return nil
		}
		if p.names.Known(p.clean[a.Start:a.End]) && (p.names.Known(second) || p.resolves(second) || pluralChannels(second)) {
			return []Range{a, b}
		}
	}
	return nil
}

// pluralChannels reports whether a name ends with a noun that covers the name before it, too: "Filistin al-'An Twitter accounts".
func pluralChannels(s string) bool {
	switch strings.ToLower(lastField(s)) {
	case "accounts", "pages", "channels", "websites", "sites", "newspapers", "feeds":
		return true
	}
	return false
}
