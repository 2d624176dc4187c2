package citations

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/dates"
)

// noteFields reads authors, title, publisher, dates, addresses and kind of note i, and adds its sources as citations.
func (p *parser) noteFields(a *Article, i int) {
	n := &a.Notes[i]
	body := p.bodies[i]
	if body.End < n.Range.End {
		body.End = n.Range.End
		n.Text = p.clean[body.Start:body.End]
	}
	if kind, ok := ibidOf(n.Text); ok {
		n.Kind = kind
		n.URLs = p.urls(body, "")
		return
	}
	sources := p.noteSources(body)
	p.describe(n, sources[0])
	n.URLs = p.urls(body, n.Title)
	for _, l := range p.linksIn(body) {
		if len(n.URLs) == 0 && (strings.HasPrefix(l.URL, "http://") || strings.HasPrefix(l.URL, "https://")) {
			n.URLs = []URL{{Address: l.URL, Span: p.t.Outer(l.Range)}}
		}
	}
	n.Kind = p.noteKind(n)
	if n.Kind == NoteComment {
		n.Date, n.Title, n.Publisher, n.DateSpan, n.TitleSpan = nil, "", "", Span{}, Span{}
	}
	p.noteDefects(n, i, body)
	for k, r := range sources {
		one := *n
		if k > 0 {
			one = Note{Label: n.Label, RefersTo: -1, Text: p.clean[r.Start:r.End], URLs: p.urls(r, "")}
			p.describe(&one, r)
			one.Kind = p.noteKind(&one)
		}
		p.citeNote(a, i, &one, r)
	}
}

// noteSources cuts a note at semicolons where what follows is a source of its own: a title in quotes, or a date.
func (p *parser) noteSources(body Range) []Range {
	pieces := splitItems(p.clean, body, semicolon)
	if len(pieces) < 2 {
		return []Range{body}
	}
	out := pieces[:1:1]
	for _, r := range pieces[1:] {
		s := p.clean[r.Start:r.End]
		if n := signalAt(s); n > 0 && p.knownStart(Range{Start: r.Start + skipBlanks(s, n, len(s)), End: r.End}) { // "; see also Jeune Afrique, …"
			r.Start = skipBlanks(p.clean, r.Start+n, r.End)
			s = p.clean[r.Start:r.End]
		}
		if last := &out[len(out)-1]; authorAlone(p.clean[last.Start:last.End]) { // "Pancevski, Bojan; Grove, Thomas (27 November 2024). …"
			last.End = r.End
			continue
		}
		if _, q := quotedTitle(s); !q.Empty() || len(dates.Find(s, p.dateOptions())) > 0 && capitalised(s) {
			out = append(out, r)
			continue
		}
		out[len(out)-1].End = r.End
	}
	return out
}

// ibidWords open a note that stands for another.
var ibidWords = []string{"ibid", "ibidem", "ibíd", "id.", "idem", "ebd", "ebenda", "там же", "tamże", "a.g.e", "age.", "o. c.", "isto", "ist.", "nav. dj", "nav. d.", "op. cit", "op.cit", "loc. cit", "aynı"}

// citWords stand behind an author's name in a note that stands for an earlier one.
var citWords = []string{"op. cit", "op.cit", "loc. cit", "supra", "a.a.O", "a. a. O", "nav. dj", "указ. соч", "dz. cyt", "passim op", "ob. cit", "art. cit"}

func ibidOf(s string) (NoteKind, bool) {
	low := strings.ToLower(strings.TrimLeft(s, "*_ ("))
	for _, w := range ibidWords {
		if strings.HasPrefix(low, w) && (len(low) == len(w) || !unicode.IsLetter(rune(low[len(w)]))) {
			return NoteIbid, true
		}
	}
	if len(s) < 160 {
		for _, w := range citWords {
			if strings.Contains(s, w) {
				return NoteIbid, true
			}
		}
	}
	return 0, false
}

// resolveIbid finds the note that an ibid. or op. cit. stands for, or says that there is none.
func (p *parser) resolveIbid(a *Article, i int) {
	n := &a.Notes[i]
	if n.Kind != NoteIbid {
		return
	}
	why := ""
	low := strings.ToLower(n.Text)
	author := strings.Trim(strings.FieldsFunc(low+" ", func(r rune) bool { return r == ',' || r == ' ' })[0], ".,;")
	if _, bare := bareIbid(low); bare {
		n.RefersTo, why = p.noteBefore(a, i)
	} else {
		n.RefersTo, why = noteOfAuthor(a, i, author)
	}
	if n.RefersTo >= 0 && a.Notes[n.RefersTo].Kind == NoteIbid {
		n.RefersTo = a.Notes[n.RefersTo].RefersTo
		if n.RefersTo < 0 {
			why = "the note before is itself unresolved"
		}
	}
	if why != "" {
		p.defect(Defect{Kind: IbidUnclear, Note: i, Citation: -1, Span: n.Span, Detail: why})
	}
	p.citeIbid(a, i)
}

func bareIbid(low string) (string, bool) {
	for _, w := range ibidWords {
		if strings.HasPrefix(strings.TrimLeft(low, "*_ ("), w) {
			return w, true
		}
	}
	return "", false
}

// noteBefore is the note before i in its list, if it names one source.
func (p *parser) noteBefore(a *Article, i int) (int, string) {
	if i == 0 || a.Notes[i-1].List != a.Notes[i].List {
		return -1, "no note stands before it"
	}
	prev := &a.Notes[i-1]
	if prev.Kind == NoteComment {
		return -1, "the note before is a remark, not a source"
	}
	if len(prev.Citations) > 1 {
		return -1, "note " + prev.Label + " names several sources"
	}
	return i - 1, ""
}

// noteOfAuthor is the one note before i whose authors, publisher or title have the name.
func noteOfAuthor(a *Article, i int, name string) (int, string) {
	found := -1
	for k := range i {
		if a.Notes[k].Kind == NoteIbid || len(name) < 3 {
			continue
		}
		if strings.Contains(strings.ToLower(strings.Join(a.Notes[k].Authors, " ")+" "+a.Notes[k].Publisher+" "+a.Notes[k].Title), name) {
			if found >= 0 {
				return -1, "notes " + a.Notes[found].Label + " and " + a.Notes[k].Label + " both fit"
			}
			found = k
		}
	}
	if found < 0 {
		return -1, "no earlier note fits"
	}
	return found, ""
}

// describe reads what one source of a note says of itself.
func (p *parser) describe(n *Note, r Range) {
	s := p.clean[r.Start:r.End]
	if at := nextAddress(s); at >= 0 {
		s = s[:at]
	}
	title, q := quotedTitle(s)
	n.Title = title
	if !q.Empty() {
		n.TitleSpan = p.t.Source(Range{Start: r.Start + q.Start, End: r.Start + q.End})
	}
	p.noteDates(n, r, s, q)
	interview := interviewWords(s)
	switch {
	case !q.Empty():
		n.Authors = p.noteAuthors(s[:q.Start])
		if n.Publisher, _ = p.publisher(r.Start+q.End, s[q.End:], n); n.Publisher == "" {
			at := p.publisherFirst(s[:q.Start])
			n.Publisher, n.publisherAt = s[at.Start:at.End], Range{Start: r.Start + at.Start, End: r.Start + at.End}
			n.Authors = slices.DeleteFunc(n.Authors, func(author string) bool { return author == n.Publisher })
		}
	case interview:
		n.Authors = p.interviewee(s)
	default:
		p.unquoted(n, r, s)
	}
}

// quotedTitle is the first title in quotation marks: its text without a closing comma, and where it stands, marks included.
func quotedTitle(s string) (string, Range) {
	best := Range{}
	dead, deadEnds := 0, "" // no mark of deadEnds stands before this byte
	for i := 0; i < len(s); {
		if c := s[i]; c != '"' && c != '\'' && c != 0xC2 && c != 0xE2 {
			i++
			continue
		}
		r, k := utf8.DecodeRuneInString(s[i:])
		ends := quoteEnds[r]
		if r == '‘' {
			ends = "’"
		} else if r == '\'' && (i == 0 || s[i-1] == ' ') {
			ends = "'"
		}
		if ends != "" && (i >= dead || ends != deadEnds) {
			e := closingQuote(s[i+k:], ends)
			if e < 0 {
				dead, deadEnds = i+longestQuote/2, ends
			}
			if e > 0 {
				_, w := utf8.DecodeRuneInString(s[i+k+e:])
				best = Range{Start: i, End: i + k + e + w}
				return strings.TrimRight(strings.TrimSpace(s[i+k:i+k+e]), ",.;"), best
			}
		}
		i += k
	}
	return "", best
}

// closingQuote finds the mark that ends a quotation; an apostrophe inside a word does not.
func closingQuote(s, ends string) int {
	s = s[:min(len(s), longestQuote)]
	for i := 0; i < len(s); {
		k := strings.IndexAny(s[i:], ends)
		if k < 0 {
			return -1
		}
		k += i
		_, w := utf8.DecodeRuneInString(s[k:])
		if k > 0 && (k+w >= len(s) || !wordChar(s, k+w)) {
			return k
		}
		i = k + w
	}
	return -1
}

// noteDates reads the date of a source and the day on which it was looked at. A date inside the title is none.
func (p *parser) noteDates(n *Note, r Range, s string, title Range) {
	m := s
	if !title.Empty() {
		b := []byte(s)
		blot(b, title.Start, title.End)
		m = string(b)
	}
	found := dates.Find(m, p.dateOptions())
	best := -1
	for i := range found {
		d := &found[i].Date
		from := 0
		if i > 0 {
			from = found[i-1].End
		}
		if accessBefore(m[max(from, found[i].Start-40):found[i].Start]) {
			if n.Accessed == nil {
				acc := *d
				n.Accessed = &acc
			}
			continue
		}
		listed := best >= 0 && best == i-1 && rank(&found[best].Date) == 3 && len(strings.Trim(m[from:found[i].Start], " ,")) <= len("and")
		if best < 0 || !listed && rank(d) >= rank(&found[best].Date) {
			best = i
		}
	}
	if best >= 0 {
		d := found[best].Date
		n.Date = &d
		n.DateSpan = p.t.Source(Range{Start: r.Start + found[best].Start, End: r.Start + found[best].End})
		return
	}
	if k := strings.LastIndex(m, "n.d."); k >= 0 || strings.Contains(m, "o. J.") {
		n.Date = &dates.Date{Precision: dates.None, NoDate: true, Printed: "n.d."}
	}
}

// rank orders dates by how precise they are.
func rank(d *dates.Date) int {
	switch d.Precision {
	case dates.Day:
		return 3
	case dates.Range, dates.Month, dates.Season:
		if dayPrecise(d) {
			return 3
		}
		if d.From.M == 0 {
			return 1
		}
		return 2
	case dates.Year:
		return 1
	}
	return 0
}

// noteAuthors reads the names before a title: "Roger Baird," or "Qehaja, Florian," or "Barrett, R" or "Weerakkody, D. and Hill, T.".
func (p *parser) noteAuthors(s string) []string {
	s = beforeTitle(s)
	if s == "" || len(s) > 160 {
		return nil
	}
	parts := splitNames(s)
	var out []string
	for i := 0; i < len(parts); i++ {
		if i+1 < len(parts) && len(words(parts[i])) == 1 && givenName(parts[i+1]) && strings.Contains(s, parts[i]+",") {
			out = append(out, strings.TrimSpace(parts[i+1])+" "+parts[i])
			i++
			continue
		}
		if name, ok := personName(parts[i], false); ok && !p.isBody(name) {
			out = append(out, name)
		}
	}
	return out
}

// beforeTitle is what a note prints before a title, without the word that leads to it.
func beforeTitle(s string) string {
	s = strings.Trim(s, " ,.:\u00A0")
	for _, w := range [...]string{"See ", "see ", "Cf. ", "cf. ", "See also ", "Vgl. ", "Voir "} {
		s = strings.TrimPrefix(s, w)
	}
	return s
}

// publisherFirst is where the outlet or body stands that is printed before a title in the author's place (“Reuters, “River rises,” March 11”), empty for none:
// a name that is known, that names an institution, or that begins with an article as no person's does. s is what stands before the title.
func (p *parser) publisherFirst(s string) Range {
	if len(s) > 120 {
		return Range{}
	}
	at := strings.Index(s, beforeTitle(s))
	parts := splitItems(s, Range{Start: at, End: len(strings.TrimRight(s, " ,.:*_\u00A0"))}, comma)
	for _, r := range slices.Backward(parts) {
		if name := s[r.Start:r.End]; name != "" && (p.knownName(name) || p.isBody(name)) {
			return r
		}
	}
	if len(parts) == 1 && strings.HasPrefix(s[at:], "The ") && len(words(s[at:])) <= 6 {
		return parts[0]
	}
	return Range{}
}

// givenName reports whether s is a given name or initials standing behind a surname.
func givenName(s string) bool {
	ws := words(s)
	if len(ws) == 0 || len(ws) > 3 {
		return false
	}
	for _, w := range ws {
		if !nameWord(w) && !(utf8.RuneCountInString(w) == 1 && capitalised(w)) {
			return false
		}
	}
	return len(ws) == 1 || len(ws[0]) <= 3 || len(ws) <= 2
}

// interviewWords reports whether a note's source is what somebody told the author.
func interviewWords(s string) bool { return talks.in(s) }

// talks are what a talk with the author is called.
var talks = phrases("interview", "personal communication", "personal correspondence", "pers. comm", "conversation with", "correspondence with", "email to", "e-mail to", "telephone call", "entretien", "entrevista", "intervista", "интервью",
	"gespräch mit", "görüşme", "rozmowa z", "wywiad", "gesprek met", "intervju", "intervistë", "discussion with", "communication with", "briefing by", "مقابلة")

// interviewee is who was asked: the name before "Email Interview", or behind "interview with".
func (p *parser) interviewee(s string) []string {
	low := strings.ToLower(s)
	for _, w := range [...]string{"interview with ", "conversation with ", "correspondence with ", "communication with ", "entretien avec ", "entrevista con ", "entrevista com ", "intervista con ", "gespräch mit ", "gesprek met ", "with "} {
		if i := strings.Index(low, w); i >= 0 && len(low) == len(s) {
			rest := s[i+len(w):]
			if k := strings.IndexAny(rest, ",.;("); k > 0 && !(rest[k] == '.' && k < 4) {
				rest = rest[:k]
			}
			if name, ok := personName(rest, false); ok {
				return []string{name}
			}
			return nil
		}
	}
	if i := strings.IndexAny(low, "ipe"); i >= 0 {
		for _, w := range [...]string{"email", "e-mail", "telephone", "phone", "personal", "interview", "author", "skype", "whatsapp"} {
			if k := strings.Index(low, w); k > 0 && len(low) == len(s) {
				return p.noteAuthors(s[:k])
			}
		}
	}
	return nil
}

// unquoted reads a source without a title in quotation marks: authors, title, publisher, parted by commas, stops or brackets.
func (p *parser) unquoted(n *Note, r Range, s string) {
	if before, in, ok := container(s); ok {
		p.contained(n, r, s[:before], s[in:])
		return
	}
	if p.paperSentence(n, r, s) || p.authorYear(n, r, s) || p.bodyFirst(n, r, s) || isRemark(s) && !lawFirst(s) {
		return
	}
	head := s
	paren := ""
	if k := strings.IndexByte(s, '('); k > 0 {
		if e := strings.IndexByte(s[k:], ')'); e > 0 {
			paren = s[k+1 : k+e]
			if strings.ContainsAny(paren, "0123456789") {
				head = s[:k]
			} else {
				paren = ""
			}
		}
	}
	parts := splitItems(head, Range{Start: 0, End: len(head)}, comma)
	at := 0
	if len(parts) >= 1 && len(parts) <= 3 && n.Date != nil && p.knownName(strings.TrimRight(head[parts[0].Start:parts[0].End], ". ")) && (len(parts) == 1 || p.dateLike(head[parts[1].Start:parts[1].End])) {
		n.Publisher = strings.TrimRight(head[parts[0].Start:parts[0].End], ". ") // "Reuters, October 2, 2014."
		return
	}
	if len(parts) > 2 && initials(head[parts[1].Start:parts[1].End]) && allNameWords(head[parts[0].Start:parts[0].End]) {
		n.Authors = []string{head[parts[1].Start:parts[1].End] + " " + head[parts[0].Start:parts[0].End]}
		at = 2
	} else if len(parts) > 2 && len(words(head[parts[0].Start:parts[0].End])) == 1 && nameWord(head[parts[0].Start:parts[0].End]) && givenName(head[parts[1].Start:parts[1].End]) {
		n.Authors = []string{head[parts[1].Start:parts[1].End] + " " + head[parts[0].Start:parts[0].End]}
		at = 2
	} else if len(parts) > 1 && p.isBody(head[parts[0].Start:parts[0].End]) && capitalised(head[parts[1].Start:parts[1].End]) && !p.dateLike(head[parts[1].Start:parts[1].End]) {
		n.Publisher = head[parts[0].Start:parts[0].End] // the body is its own author
		at = 1
	} else if len(parts) > 1 {
		if name, ok := personName(head[parts[0].Start:parts[0].End], false); ok && !p.isBody(name) && !titled(name) && !p.names.Known(name) && (len(parts) > 2 || paren != "") {
			n.Authors = []string{name}
			at = 1
			if k := p.lastAuthor(head, parts); k > 0 {
				n.Authors = p.noteAuthors(head[:parts[k].End])
				at = k + 1
			}
		}
	}
	if at >= len(parts) {
		return
	}
	t := parts[at]
	title := head[t.Start:t.End]
	if k := sentenceStop(title); k > 0 {
		title = title[:k]
		t.End = t.Start + k
	}
	n.Title = strings.TrimRight(title, ".,; ")
	n.TitleSpan = p.t.Source(Range{Start: r.Start + t.Start, End: r.Start + t.End})
	if n.Publisher != "" {
		return
	}
	rest := head[t.End:]
	if paren != "" {
		if n.Publisher = publisherIn(paren, p, n); n.Publisher != "" {
			return
		}
	}
	n.Publisher, _ = p.publisher(r.Start+t.End, rest, n)
}

// paperSentence reads "Owich J. Police differ on the dead. Daily Monitor. 2015 Aug 14.": a paper that is a sentence of its own between a title and a day.
func (p *parser) paperSentence(n *Note, r Range, s string) bool {
	if n.Date == nil || !dayPrecise(n.Date) {
		return false
	}
	parts := strings.SplitAfter(s, ". ")
	at := len(parts[0])
	for i := 1; i+1 < len(parts); i++ {
		name := strings.Trim(parts[i], "*_. ")
		if press, _ := p.pressOf(name); press && p.knownName(name) && len(dates.Find(s[at+len(parts[i]):], p.dateOptions())) > 0 {
			n.Publisher = name
			n.Title = strings.Trim(parts[i-1], " .")
			n.TitleSpan = p.t.Source(Range{Start: r.Start + at - len(parts[i-1]), End: r.Start + at - len(". ")})
			return true
		}
		at += len(parts[i])
	}
	return false
}

// lastAuthor is the part of "Mara Lund, Ives Carr and Jon Hale, The Cut Cable, Harbour Press, 2024" that ends the list of authors: names alone up to the one
// before which "and" stands. It is 0 where there is none.
func (p *parser) lastAuthor(s string, parts []Range) int {
	for k := 1; k+1 < len(parts) && k <= mostAuthors; k++ {
		names := splitNames(s[parts[k].Start:parts[k].End])
		for _, one := range names {
			if name, ok := personName(one, false); !ok || p.isBody(name) || p.names.Known(name) {
				return 0
			}
		}
		if len(names) > 1 {
			return k
		}
	}
	return 0
}

// container finds where a title ends and where what it stands in begins: "Moorbahn besetzt. In: taz, 9. Mai 2017".
func container(s string) (before, in int, ok bool) {
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
	t := trimRange(title, Range{Start: at, End: len(title)})
	n.Title = strings.TrimRight(title[t.Start:t.End], ".,; ")
	n.TitleSpan = p.t.Source(Range{Start: r.Start + t.Start, End: r.Start + t.End})
	n.Publisher, _ = p.publisher(0, in, n)
}

// authorYear reads "Rutherford, Iain (1999). Roads for Sale. Edinburgh: Birlinn. pp. 88–91", and reports whether the source is printed so.
func (p *parser) authorYear(n *Note, r Range, s string) bool {
	k := strings.IndexByte(s, '(')
	if k <= 0 || n.Date == nil {
		return false
	}
	e := strings.Index(s[k:], "). ")
	if e < 0 || !p.dateLike(s[k+1:k+e]) {
		return false
	}
	names := p.noteAuthors(s[:k])
	if len(names) == 0 {
		return false
	}
	t := Range{Start: k + e + len("). "), End: len(s)}
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
	n.Publisher, _ = p.publisher(0, rest, n)
	return true
}

// bodyFirst reads "Human Rights Watch. Burned Out. New York, August 2019", and reports whether the source is printed so: a body, its title, where and when.
func (p *parser) bodyFirst(n *Note, r Range, s string) bool {
	body, rest, ok := strings.Cut(s, ". ")
	if !ok || strings.ContainsAny(body, ",;:(") || !p.knownName(body) && !p.isBody(body) {
		return false
	}
	from := skipBlanks(s, len(body)+len(". "), len(s))
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

// initials reports whether s is the initials of given names and nothing else: "F.", "J. M.".
func initials(s string) bool {
	for _, w := range words(s) {
		if utf8.RuneCountInString(w) != 2 || !strings.HasSuffix(w, ".") || !capitalised(w) {
			return false
		}
	}
	return s != ""
}

// allNameWords reports whether s is the surname, or two, of a person.
func allNameWords(s string) bool {
	ws := words(s)
	for _, w := range ws {
		if !nameWord(w) {
			return false
		}
	}
	return len(ws) > 0 && len(ws) <= 3
}

// titleWords stand in titles of documents, never in names of people.
var titleWords = wordSet(`survey report review index study plan project census yearbook statement strategy handbook guide atlas paper brief assessment analysis inventory register statistics figures results outlook monitor map letter lease rules notes`)

func titled(s string) bool {
	for _, w := range words(s) {
		if titleWords[foldWord(w)] {
			return true
		}
	}
	return false
}

// dateLike reports whether a part is a date, or a word of law with its number.
func (p *parser) dateLike(s string) bool {
	return len(dates.Find(s, p.dateOptions())) > 0 && len(words(s)) <= 4
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

// publisherIn reads "New York: Vintage Books, 2006" or "Almaty Chamber of Commerce, 2014".
func publisherIn(s string, p *parser, n *Note) string {
	if _, after, ok := strings.Cut(s, ": "); ok {
		s = after
	}
	name, _ := p.publisher(0, s, n)
	return name
}

// publisher is the first part behind the title that is a name: no date, place, page or address.
func (p *parser) publisher(_ int, s string, n *Note) (string, bool) {
	s = strings.TrimLeft(s, " ,.;:”\"’'")
	s = strings.TrimPrefix(s, "(Tweet) – via ")
	parts := splitItems(s, Range{Start: 0, End: len(s)}, comma)
	for i, r := range parts {
		part := strings.Trim(s[r.Start:r.End], " .*_")
		if k := strings.IndexByte(part, '('); k > 0 {
			part = strings.TrimSpace(part[:k])
		}
		if k := strings.Index(part, ". "); k > 3 {
			part = part[:k]
		}
		low := strings.ToLower(part)
		if part == "" || strings.HasPrefix(low, "available") || strings.HasPrefix(low, "http") || strings.HasPrefix(low, "accessed") || low == "in" {
			continue
		}
		if locator(part) || len(dates.Find(part, p.dateOptions())) > 0 && len(words(part)) <= 4 {
			continue
		}
		for _, in := range [...]string{"in: ", "In: ", "in ", "In "} {
			part = strings.TrimPrefix(part, in)
		}
		if !capitalised(part) && !caseless(part) && !p.names.Known(part) && !namePrefix(part) {
			continue
		}
		if p.places(part) && !p.names.Known(part) && i+1 < len(parts) {
			continue
		}
		if k := strings.Index(part, " via "); k > 0 && p.knownName(part[:k]) {
			part = part[:k]
		}
		if i+1 < len(parts) && hasUnit(part) {
			if next := strings.TrimSpace(s[parts[i+1].Start:parts[i+1].End]); p.isBody(next) {
				return part + ", " + next, true
			}
		}
		return part, true
	}
	return "", false
}

// hasUnit reports whether a name is that of a part of a body: "Coastal Research Unit".
func hasUnit(s string) bool {
	for _, w := range [...]string{"Unit", "Department", "Faculty", "School", "Division", "Section", "Office", "Centre for", "Institute for"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// finite are verbs that make a note a remark in a sentence.
var finite = wordSet(`is are was were has have had does did do can could may might will would should been refers means denotes includes include argues suggests remains
	ist sind war waren hat haben est sont était ont es son era fue é são foi è sono jest są był`)

// authorAlone reports whether s is one author, surname first, and nothing else: "Pancevski, Bojan".
func authorAlone(s string) bool {
	last, given, ok := strings.Cut(s, ", ")
	return ok && len(words(last)) <= 3 && len(words(given)) <= 3 && allNameWords(last) && (givenName(given) || initials(given)) && !strings.ContainsAny(s, "0123456789\"“”«»")
}

// isRemark reports whether a note is a sentence of the author's and no source.
func isRemark(s string) bool {
	ws := words(s)
	if len(ws) < 4 || ownWork(s) {
		return false
	}
	lower, verbs := 0, 0
	for _, w := range ws {
		f := foldWord(w)
		if finite[f] && !capitalised(w) {
			verbs++
		}
		if f != "" && !capitalised(w) && !isNumber(f) {
			lower++
		}
	}
	return verbs > 0 && lower*2 > len(ws) || lower*3 > len(ws)*2 && len(ws) >= 5 && endsProse(s) && !strings.ContainsAny(s, "0123456789,") && !titled(ws[0])
}
