package citations

import (
	"slices"
	"strconv"
	"strings"
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
	if n.URLs = p.urls(body, n.Title); len(n.URLs) == 0 {
		n.URLs = p.linkURLs(body)
	}
	first, _ := p.laterSource(body)
	n.Kind = p.noteKind(n, p.withoutRemark(p.clean[first.Start:first.End]))
	if n.Kind == NoteInterview && sources[0] != first { // a talk is the second of its sources
		n.Kind = p.noteKind(n, p.clean[sources[0].Start:sources[0].End])
	}
	if n.Kind == NoteComment {
		n.Date, n.Title, n.Publisher, n.DateSpan, n.TitleSpan = nil, "", "", Span{}, Span{}
	}
	p.noteDefects(n, i, body)
	if d := n.Accessed; d != nil && d.Impossible {
		if at := strings.LastIndex(p.clean[body.Start:body.End], d.Printed); at >= 0 && d.Printed != "" {
			at += body.Start
			p.defect(Defect{Kind: BadDay, Note: i, Citation: -1, Span: p.t.Source(Range{Start: at, End: at + len(d.Printed)}), Detail: d.Printed})
		}
	}
	for k, r := range sources {
		one := *n
		if k > 0 {
			one = Note{Label: n.Label, RefersTo: -1, Text: p.clean[r.Start:r.End], URLs: p.urls(r, "")}
			p.describe(&one, r)
			one.Kind = p.noteKind(&one, one.Text)
		}
		p.citeNote(a, i, &one, r)
	}
}

// linkURLs are the addresses that the links of a note lead to, each once: that of a copy in an archive, that of the original.
func (p *parser) linkURLs(body Range) []URL {
	const most = 16
	var out []URL
	for _, l := range p.linksIn(body) {
		known := slices.ContainsFunc(out, func(u URL) bool { return u.Address == l.URL })
		if !known && len(out) < most && (strings.HasPrefix(l.URL, "http://") || strings.HasPrefix(l.URL, "https://")) {
			out = append(out, URL{Address: l.URL, Span: p.t.Outer(l.Range)})
		}
	}
	return out
}

// noteSources cuts a note at semicolons where what follows is a source of its own: a title in quotes, or a date.
func (p *parser) noteSources(body Range) []Range {
	body, later := p.laterSource(body)
	pieces := splitItems(p.clean, body, semicolon)
	if !later.Empty() {
		pieces = append(pieces, later)
	}
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
		if _, q := quotedTitle(s); !q.Empty() || len(dates.Find(s, p.dateOptions())) > 0 && (capitalised(s) || interviewWords(s)) {
			out = append(out, r)
			continue
		}
		out[len(out)-1].End = r.End
	}
	return out
}

// describe reads what one source of a note says of itself.
func (p *parser) describe(n *Note, r Range) {
	r.Start += noteSignal(p.clean[r.Start:r.End])
	if n := signalAt(p.clean[r.Start:r.End]); n > 0 && p.knownStart(Range{Start: r.Start + n, End: r.End}) { // "See Le Monde, 18 October 2021."
		r.Start += n
	}
	s := p.clean[r.Start:r.End]
	if at := nextAddress(s); at >= 0 {
		s = s[:at]
	}
	s = p.withoutRemark(s)
	title, q := quotedTitle(s)
	n.Title = title
	if !q.Empty() {
		n.TitleSpan = p.t.Source(Range{Start: r.Start + q.Start, End: r.Start + q.End})
	}
	p.noteDates(n, r, s, q)
	interview := interviewWords(s)
	switch {
	case talkBeforeQuote(s):
		n.Title, n.TitleSpan, n.Authors = "", Span{}, p.interviewee(s)
	case strings.Contains(s, doubleSlash):
		p.unquoted(n, r, s)
	case !q.Empty() && p.paperInQuotes(n, r, s, title, q):
	case !q.Empty() && strings.HasPrefix(s[q.Start:], "《"):
		n.Authors = p.noteAuthors(strings.TrimRight(s[:q.Start], "："))
		n.Publisher = eastPublisher(s[q.End:])
	case !q.Empty():
		n.Authors = p.noteAuthors(s[:q.Start])
		if n.Publisher = p.bracketedHouse(s[q.End:]); n.Publisher == "" {
			n.Publisher = p.publisher(s[q.End:])
		}
		if n.Publisher == "" {
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
	for i := 0; ; {
		for i < len(s) && !mayQuote[s[i]] {
			i++
		}
		if i >= len(s) {
			break
		}
		switch s[i] {
		case '"', '\'', 0xC2, 0xE2:
		case 0xE3:
			if rest, ok := strings.CutPrefix(s[i:], "《"); ok {
				if e := strings.Index(rest[:min(len(rest), longestQuote)], "》"); e > 0 {
					return rest[:e], Range{Start: i, End: i + len("《") + e + len("》")}
				}
			}
			fallthrough
		default:
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

// mayQuote has the bytes that quotation marks and titles begin with.
var mayQuote = [256]bool{'"': true, '\'': true, 0xC2: true, 0xE2: true, 0xE3: true}

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
		if k > 0 && (k+w >= len(s) || !wordChar(s, k+w) || comma(s, k+w) > 0) {
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
		if y := yearOfNumber(m[:found[best].Start]); y > 0 && d.Year == dates.YearNone && d.Precision == dates.Day {
			d.From.Y, d.Year = y, dates.YearStated
		}
		n.Date = &d
		n.DateSpan = p.t.Source(Range{Start: r.Start + found[best].Start, End: r.Start + found[best].End})
		return
	}
	if p.releaseYear(n, r, s) {
		return
	}
	for part := range strings.FieldsFuncSeq(m, func(r rune) bool { return strings.ContainsRune(",;()[]،", r) }) {
		if part = strings.TrimSpace(part); dates.NoDate(part) {
			n.Date = &dates.Date{Precision: dates.None, NoDate: true, Printed: part}
			return
		}
	}
}

// releaseYear gives a note the year in the number that ends it, "Nota de imprensa n.º 17/2021", and reports whether it has one.
func (p *parser) releaseYear(n *Note, r Range, s string) bool {
	if !releases.in(s) {
		return false
	}
	number, year := issueOfYear(strings.TrimRight(lastField(s), "."))
	if year == nil || !isNumber(number) {
		return false
	}
	at := r.Start + strings.LastIndex(s, year.Printed)
	n.Date, n.DateSpan = year, p.t.Source(Range{Start: at, End: at + len(year.Printed)})
	return true
}

// yearOfNumber is the year in the number of a statute or a decision that its day stands behind, 0 if there is none: "Decreto-Lei n.º 226-A/2007, de 31 de
// Maio", "Real Decreto 1311/2005, de 4 de noviembre".
func yearOfNumber(before string) int {
	ws := words(before[max(0, len(before)-40):])
	for len(ws) > 0 && dateWords[strings.ToLower(ws[len(ws)-1])] {
		ws = ws[:len(ws)-1]
	}
	if len(ws) == 0 {
		return 0
	}
	number, year, ok := strings.Cut(strings.TrimRight(ws[len(ws)-1], ","), "/")
	if !ok || number == "" || number[0] < '0' || number[0] > '9' || len(year) != 4 || !isNumber(year) {
		return 0
	}
	y, _ := strconv.Atoi(year)
	if y < 1800 || y > 2100 {
		return 0
	}
	return y
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

// finite are verbs that make a note a remark in a sentence.
var finite = wordSet(`is are was were has have had does did do can could may might will would should been refers means denotes includes include argues suggests remains
	ist sind war waren hat haben est sont était ont es son era fue é são foi è sono jest są był`)

// remarkWords begin a sentence about sources or figures, and with a word in small letters behind them no title: "Some sources give 14 November."
var remarkWords = wordSet(`some other others many most several these those this it they he she we here there all both einige manche andere diese dieser dieses hier certains plusieurs ces cette ce ici
	algunos algunas otros otras varios varias estos estas este esta aquí alcuni alcune altri altre questi queste questo questa qui alguns algumas outros outras vários estes sommige deze dit
	некоторые другие эти это здесь niektóre niektórzy inne inni bazı diğer bu`)

// isRemark reports whether a note is a sentence of the author's and no source.
func isRemark(s string) bool {
	ws := words(s)
	if len(ws) < 4 || ownWork(s) {
		return false
	}
	lower, verbs := 0, 0
	for _, w := range ws {
		f := foldWord(w)
		if finite.has(f) && !capitalised(w) {
			verbs++
		}
		if f != "" && !capitalised(w) && !isNumber(f) {
			lower++
		}
	}
	if remarkWords.has(foldWord(ws[0])) && !capitalised(ws[1]) && endsProse(s) {
		return !endsInDay(s)
	}
	return verbs > 0 && lower*2 > len(ws) || lower*3 > len(ws)*2 && len(ws) >= 5 && endsProse(s) && !strings.ContainsAny(s, "0123456789,") && !titleWord(ws[0])
}

// endsInDay reports whether a day is the last thing in s, behind a comma, as it stands behind an outlet's name: "…, e.g. in The Guardian, March 3, 2024."
func endsInDay(s string) bool {
	s = strings.TrimRight(s, ". ")
	k := strings.LastIndexByte(s, ',')
	for range 2 { // a comma may stand before the year
		if k < 0 {
			return false
		}
		tail := strings.TrimLeft(s[k:], ", ")
		if f, ok := dates.At(tail, 0, dates.Options{}); ok && dayPrecise(&f.Date) && f.End == len(tail) {
			return true
		}
		k = strings.LastIndexByte(s[:k], ',')
	}
	return false
}
