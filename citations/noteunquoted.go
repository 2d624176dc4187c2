package citations

import (
	"slices"
	"strings"
)

// unquoted reads a source without a title in quotation marks: authors, title, publisher, parted by commas, stops or brackets.
func (p *parser) unquoted(n *Note, r Range, s string) {
	if before, in, ok := container(s); ok {
		p.contained(n, r, s[:before], s[in:])
		return
	}
	if p.imprint(n, r, s) || p.paperSentence(n, r, s) || p.surnameStops(n, r, s) || p.authorYear(n, r, s) || p.bodyFirst(n, r, s) || isRemark(s) && !lawFirst(s) {
		return
	}
	head, paren := s, ""
	if k := strings.IndexByte(s, '('); k > 0 {
		if e := strings.IndexByte(s[k:], ')'); e > 0 && strings.ContainsAny(s[k:k+e], "0123456789") {
			head, paren = s[:k], s[k+1:k+e]
		}
	}
	parts := splitItems(head, Range{Start: 0, End: len(head)}, comma)
	if p.paperAlone(n, r, head, parts) {
		return
	}
	from := p.leading(n, head, parts, paren != "")
	i := slices.IndexFunc(parts, func(r Range) bool { return r.End > from })
	if i < 0 {
		return
	}
	t := Range{Start: max(from, parts[i].Start), End: parts[i].End}
	if k := sentenceStop(head[t.Start:t.End]); k > 0 {
		t.End = t.Start + k
	}
	n.Title = strings.TrimRight(head[t.Start:t.End], ".,; ")
	n.TitleSpan = p.t.Source(Range{Start: r.Start + t.Start, End: r.Start + t.End})
	if n.Publisher != "" {
		return
	}
	if paren != "" {
		if n.Publisher = p.publisherIn(paren); n.Publisher != "" {
			return
		}
	}
	n.Publisher = p.publisher(head[t.End:])
	if place, house, ok := strings.Cut(n.Publisher, ": "); ok && (p.isPlaces(place) || strings.HasPrefix(house, arabicHouse)) {
		n.Publisher = house
	}
}

// paperAlone reads "Reuters, October 2, 2014.", "Der Spiegel v. 18.11.2023, S. 14", "Der Spiegel 47/2023, S. 12", and reports whether the source is printed so: a
// known outlet, and its day or issue.
func (p *parser) paperAlone(n *Note, r Range, head string, parts []Range) bool {
	if len(parts) == 0 || len(parts) > 3 {
		return false
	}
	first := head[parts[0].Start:parts[0].End]
	if name, ok := p.beforeDay(first); ok && p.knownName(name) {
		n.Publisher = name
		return true
	}
	first = strings.TrimRight(first, ". ")
	issue := lastField(first)
	if number, year := issueOfYear(issue); year != nil && issueNumber(number) && n.Date == nil {
		if name := beforeNumber(strings.TrimSuffix(first, issue)); p.knownName(name) {
			n.Publisher, n.Date = name, year
			at := r.Start + parts[0].Start + len(first)
			n.DateSpan = p.t.Source(Range{Start: at - len(year.Printed), End: at})
			return true
		}
	}
	if n.Date != nil && p.knownName(first) && (len(parts) == 1 || p.dateLike(head[parts[1].Start:parts[1].End])) {
		n.Publisher = first
		return true
	}
	return false
}

// leading reads who stands before the title of a source, its authors or the body or outlet that brought it out, and gives the byte at which the title begins.
// bracketed says that a bracket with the publisher or the day follows.
func (p *parser) leading(n *Note, head string, parts []Range, bracketed bool) int {
	if at := p.beforeColon(n, head); at > 0 || len(parts) < 2 {
		return at
	}
	first, second := head[parts[0].Start:parts[0].End], head[parts[1].Start:parts[1].End]
	switch {
	case len(parts) > 2 && (initials(second) && allNameWords(first) || len(words(first)) == 1 && nameWord(first) && givenName(second)):
		n.Authors = []string{second + " " + first}
		return parts[1].End
	case (p.isBody(first) || p.namesBody(first) && !p.isBody(second)) && capitalised(second) && !p.dateLike(second):
		n.Publisher = first // the body is its own author
		return parts[0].End
	}
	if names := p.noteAuthors(first); len(names) > 1 && strings.Contains(first, "/") && len(names) == len(splitNames(first)) {
		n.Authors = names
		return parts[0].End
	}
	name, ok := personName(first, false)
	if !ok || p.isBody(name) || titleWord(name) || p.names.Known(name) || len(parts) < 3 && !bracketed {
		return 0
	}
	n.Authors = []string{name}
	if k := p.lastAuthor(head, parts); k > 0 {
		n.Authors = p.noteAuthors(head[:parts[k].End])
		return parts[k].End
	}
	last := 0
	for last+2 < len(parts) && initialled(first) { // "G. Nencini, L. Salvadei, Stabilità …": all with initials
		next := head[parts[last+1].Start:parts[last+1].End]
		if name, ok = personName(next, false); !ok || !initialled(next) {
			break
		}
		n.Authors = append(n.Authors, name)
		last++
	}
	return parts[last].End
}

// initialled reports whether a name begins with the initial of a given name.
func initialled(name string) bool { return initials(firstPrinted(name)) }

// beforeColon reads who stands before a colon and a title: the outlet ("Der Spiegel: Kabel beschädigt, 18.11.2023"), an author with the surname first
// ("Kauran, Anna: Der Eigner zahlt"), or, as German prints it, an author; 0 for nobody.
func (p *parser) beforeColon(n *Note, head string) int {
	const longest = 80 // bytes of names
	k := strings.Index(head[:min(len(head), longest)], ": ")
	if k <= 0 || n.Date == nil {
		return 0
	}
	lead := head[:k]
	switch {
	case p.knownName(lead) && dayPrecise(n.Date):
		n.Publisher = lead
	case authorAlone(lead) || p.lang == "de" && !p.isBody(lead) && !titleWord(lead):
		if n.Authors = p.noteAuthors(lead); len(n.Authors) == 0 || len(n.Authors) != len(splitNames(lead)) && !authorAlone(lead) {
			n.Authors = nil
			return 0
		}
	default:
		return 0
	}
	return k + len(": ")
}

// doubleSlash parts a title from what it stands in by the Russian standard of references (GOST 7.0.5-2008, 5.3): "Рельсы дойдут до моря // Коммерсантъ".
const doubleSlash = " // "

// container finds where a title ends and where what it stands in begins: "Moorbahn besetzt. In: taz, 9. Mai 2017".
func container(s string) (before, in int, ok bool) {
	if k := strings.Index(s, doubleSlash); k > 3 {
		return k, k + len(doubleSlash), true
	}
	for _, w := range [...]string{" In: ", " in: "} {
		if k := strings.Index(s, w); k > 3 && strings.IndexByte(".,?!)", s[k-1]) >= 0 {
			return k, k + len(w), true
		}
	}
	return 0, 0, false
}

// contained reads a source whose title stands in something: who wrote it before a colon, the title, and behind "In:" the publisher.
func (p *parser) contained(n *Note, r Range, title, in string) {
	at := 0
	if k := strings.Index(title, ": "); k > 0 {
		if names := p.noteAuthors(title[:k]); len(names) > 0 {
			n.Authors, at = names, k+2
		}
	}
	if k := surnameFirst(title); at == 0 && k > 0 {
		n.Authors, at = []string{strings.TrimSpace(title[:k])}, k
	}
	t := trimRange(title, Range{Start: at, End: len(title)})
	n.Title = strings.TrimRight(title[t.Start:t.End], ".,; ")
	n.TitleSpan = p.t.Source(Range{Start: r.Start + t.Start, End: r.Start + t.End})
	n.Publisher = p.publisher(in)
}

// surnameFirst is the length of the author that a Russian reference begins with: "Лапшина Н. В. Рельсы дойдут до моря"; 0 for none.
func surnameFirst(s string) int {
	ws := firstWords(s, 4)
	if len(ws) < 3 || !nameWord(ws[0]) || strings.HasSuffix(ws[0], ".") || !initials(ws[1]) {
		return 0
	}
	last := 1
	if initials(ws[2]) {
		last = 2
	}
	return strings.Index(s, ws[0]+" "+ws[1]) + len(strings.Join(ws[:last+1], " "))
}

// authorYear reads "Rutherford, Iain (1999). Roads for Sale. Edinburgh: Birlinn. pp. 88–91", and reports whether the source is printed so.
func (p *parser) authorYear(n *Note, r Range, s string) bool {
	k := strings.IndexByte(s, '(')
	if k <= 0 || n.Date == nil {
		return false
	}
	e := strings.IndexByte(s[k:], ')')
	if e < 0 || !p.dateLike(s[k+1:k+e]) {
		return false
	}
	names, from := vancouverNames(s[:k]), k+e+len(")") // "Bell A, Braun KH (2014) Ports of Sand."
	if strings.HasPrefix(s[from:], ". ") {
		from++
		if names == nil {
			names = p.noteAuthors(s[:k])
		}
	}
	if len(names) == 0 || blankAt(s, from) == 0 {
		return false
	}
	t := Range{Start: skipBlanks(s, from, len(s)), End: len(s)}
	stop := strings.Index(s[t.Start:], ". ")
	if stop <= 0 {
		return false
	}
	t.End = t.Start + stop
	n.Authors, n.Title = names, s[t.Start:t.End]
	n.TitleSpan = p.t.Source(Range{Start: r.Start + t.Start, End: r.Start + t.End})
	rest := s[t.End+len(". "):]
	if place, house, ok := strings.Cut(rest, ": "); ok && p.isPlaces(place) {
		house, _, _ = strings.Cut(house, ". ")
		n.Publisher = strings.TrimRight(house, ".,; ")
		return true
	}
	n.Publisher = p.publisher(rest)
	return true
}

// bodyFirst reads "Human Rights Watch. Burned Out. New York, August 2019", and reports whether the source is printed so: a body, its title, where and when.
func (p *parser) bodyFirst(n *Note, r Range, s string) bool {
	body, rest, ok := strings.Cut(s, ". ")
	if !ok || strings.ContainsAny(body, ",;:(") || !p.knownName(body) && !p.isBody(body) {
		return false
	}
	from := skipBlanks(s, len(body)+len(". "), len(s))
	if year, behind, ok := strings.Cut(s[from:], ". "); ok && len(year) == 4 && isNumber(year) { // "Small Arms Survey. 2014. Ports and Guns."
		from, rest = len(s)-len(behind), behind
	}
	k := strings.IndexAny(s[from:], ".?!")
	if k < 0 || !capitalised(rest) {
		return false
	}
	title := s[from : from+k+1]
	if name := strings.TrimRight(title, ". "); p.knownName(name) || p.isBody(name) || p.dateLike(name) || skipBlanks(s, from+k+1, len(s)) == len(s) {
		return false
	}
	n.Publisher, n.Title = body, strings.TrimRight(title, ". ")
	n.TitleSpan = p.t.Source(Range{Start: r.Start + from, End: r.Start + from + len(n.Title)})
	return true
}

// titleWords stand in titles of documents, never in names of people.
var titleWords = wordSet(`survey report review index study plan project census yearbook statement strategy handbook guide atlas paper brief assessment analysis inventory register statistics figures results outlook monitor map letter lease rules notes`)

// titleWord reports whether one of them stands in s.
func titleWord(s string) bool {
	for _, w := range words(s) {
		if titleWords.has(foldWord(w)) {
			return true
		}
	}
	return false
}

// sentenceStop is where a title ends before "Available at:" or another sentence.
func sentenceStop(s string) int {
	for _, w := range [...]string{". ", " Available ", " as part of ", " in collaboration "} {
		if i := strings.Index(s, w); i > 8 {
			return i
		}
	}
	return 0
}
