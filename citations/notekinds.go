package citations

import (
	"strings"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
)

// bodyWords stand in the names of institutions.
var bodyWords = wordSet(`institute institut instituto istituto university université universität universidad universidade università council ministry ministère ministerium ministerio department agency office bureau committee commission
	centre center group foundation association society organisation organization bank board authority union federation chamber parliament assembly court police army navy force forces command directorate secretariat
	initiative network fund programme program mission observatory laboratory academy college school municipality government embassy service services secretariado consortium alliance trust league partnership taskforce force research fund
	zentrum stiftung verband gesellschaft bundesamt amt behörde rat kommission centro fundación fundação fondazione consejo conseil comité agence agencia agência instytut uniwersytet fundacja üniversitesi bakanlığı vakfı enstitüsü
	институт университет министерство центр фонд агентство совет комитет kuvendi ministria instituti ministarstvo centar zavod agencija`)

// lawWords stand at the start of the titles of statutes, decisions and court papers.
var lawWords = wordSet(`act law decree decision resolution regulation directive ordinance judgment judgement statute constitution convention treaty bill indictment ruling writ gazette claim order rules charter affidavit petition
	loi décret arrêté ordonnance gesetz verordnung urteil ley decreto lei legge decreto ustawa kanun zakon uredba odluka vendim ligj закон указ постановление
	covenant auto sentencia trib sent sentenza delibera rozporządzenie uchwała соглашение договор convenio accordo acórdão portaria arrêt beschluss erlass verfügung`)

// bookHouses stand in the names of publishers of books.
var bookHouses = wordSet(`press books verlag éditions editions publishing publishers publications routledge penguin springer wiley brill macmillan palgrave vintage knopf random harper edizioni editorial ediciones editora издательство yayınları wydawnictwo hurst polity sage elsevier`)

// companyWords end the names of companies, by their form in law.
var companyWords = wordSet(`GmbH AG KG mbH SE Oy Oyj AB ASA AS A/S ApS Ltd LTD Limited plc PLC Inc INC Corp LLC LLP S.A SA S.p.A SpA S.r.l Srl S.L SL Ltda Lda B.V BV N.V NV SARL SAS d.o.o s.r.o a.s o.o Kft Zrt Nyrt Bhd Pty ООО ОАО ПАО A.Ş AŞ`)

// isBody reports whether a name is that of an institution.
func (p *parser) isBody(s string) bool {
	ws := words(s)
	for _, w := range ws {
		if f := foldWord(w); bodyWords[f] && capitalised(w) {
			return true
		}
	}
	if n := len(ws); n > 1 && companyWords[strings.Trim(ws[n-1], ".,;*_")] && capitalised(ws[n-2]) {
		return true
	}
	if len(s) > 60 || !p.names.Known(s) {
		return false
	}
	m := p.names.Resolve(s, outlets.Context{Language: p.lang})
	return m.Entry != nil && !m.Entry.Kind.Press()
}

// noteKind says what a note is about, from the fields read so far and the text s of the source that they are of.
func (p *parser) noteKind(n *Note, s string) NoteKind {
	low := strings.ToLower(s)
	quote, _ := quotedTitle(s)
	hasDate := n.Date != nil && !n.Date.NoDate
	switch {
	case talkBeforeQuote(s):
		return NoteInterview
	case interviewWords(s) && (quote == "" || len(n.Authors) > 0 && n.Publisher == ""):
		return NoteInterview
	case (isLaw(n.Title, s) || n.Title != "" && locator(n.Title) && isLaw("", s)) && quote == "" && lawFirst(s) && strings.ContainsAny(s, "0123456789") && strings.Contains(s, ", "):
		return NoteLaw
	case isLetter(s) && (quote == "" || !strings.HasPrefix(s, "“")):
		return NoteOther
	case lawOpening(s):
		return NoteLaw
	case isRemark(s) && quote == "" && len(n.URLs) == 0 && nextAddress(s) < 0, isRemark(s) && !hasDate && nextAddress(s) < 0:
		return NoteComment
	case isLaw(n.Title, s) && !(quote != "" && p.knownPress(n.Publisher)):
		return NoteLaw
	case strings.Contains(s, "ISBN"):
		return NoteBook
	}
	web := nextAddress(s) >= 0
	press, body := p.pressOf(n.Publisher)
	press = press || !body && quote != "" && p.pressAddress(n)
	if body && quote != "" && newsAgency(n.Publisher) {
		press, body = true, false
	}
	switch {
	case isJournal(low, n), inPeriodical(low):
		return NoteArticle
	case press && quote != "" && (n.Date != nil || web):
		return NoteNews
	case press && hasDate:
		return NoteNews
	case strings.Contains(s, doubleSlash) && hasDate && n.Title != "":
		if dayPrecise(n.Date) {
			return NoteNews
		}
		return NoteArticle
	case isBook(s, n), len(n.Authors) > 0 && !body && !bodyAlone(n.Authors) && p.datedByPlace(s):
		return NoteBook
	case web && (n.Accessed != nil && !hasDate || !hasDate):
		return NoteWeb
	case body && hasDate && quote != "" && dayPrecise(n.Date) && web:
		return NoteWeb
	case body && hasDate:
		return NoteReport
	case quote != "" && hasDate && dayPrecise(n.Date) && n.Publisher != "":
		if web && len(n.Authors) == 0 && ownSite(n) && !hasPressWord(words(n.Publisher)) {
			return NoteWeb
		}
		return NoteNews
	case n.Title != "" && n.Publisher != "" && hasDate:
		return NoteReport
	case web:
		return NoteWeb
	case hasDate && quote == "" && (namesReport(s) || p.placeThenDate(s)):
		return NoteReport
	}
	return NoteOther
}

// bodyAlone reports whether the one author of a note is an institution by the end of a German or Dutch compound: "Hafenverband Kelm".
func bodyAlone(authors []string) bool {
	return len(authors) == 1 && bodyEnd(foldWord(words(authors[0])[0]))
}

// talkBeforeQuote reports whether a note says that it is a talk before anything in quotation marks: a made-up name, "Interviews with “Tesfay”".
func talkBeforeQuote(s string) bool {
	_, q := quotedTitle(s)
	if q.Empty() || !interviewWords(s[:q.Start]) {
		return false
	}
	switch strings.ToLower(lastField(strings.TrimRight(s[:q.Start], " "))) {
	case "with", "mit", "avec", "con", "com", "z", "с", "met":
		return true
	}
	return false
}

// knownPress reports whether a publisher is press that the registry knows: what it prints about a treaty is no treaty.
func (p *parser) knownPress(name string) bool {
	press, _ := p.pressOf(name)
	return press && p.knownName(name)
}

// pressOf reports whether a publisher is press, or an institution.
func (p *parser) pressOf(name string) (press, body bool) {
	if name == "" {
		return false, false
	}
	if p.names.Known(name) {
		if m := p.names.Resolve(name, outlets.Context{Language: p.lang}); m.Entry != nil {
			return m.Entry.Kind.Press(), !m.Entry.Kind.Press()
		} else if m.How == outlets.Ambiguous {
			return true, false
		}
	}
	if p.isBody(name) {
		return false, true
	}
	return hasPressWord(words(name)) && !strings.Contains(name, ": ") || arabicPress.begins(name), false
}

// arabicPress begin the names of papers, agencies and stations in Arabic.
var arabicPress = phrases("صحيفة ", "جريدة ", "وكالة ", "قناة ", "موقع ")

func isLaw(title, s string) bool {
	if title == "" {
		title = s
	}
	ws := words(title)
	for i, w := range ws {
		if i > 8 {
			break
		}
		f := foldWord(w)
		if lawWords[f] && capitalised(w) && !(i > 0 && (foldWord(ws[0]) == "report" || foldWord(ws[i-1]) == "the" || foldWord(ws[i-1]) == "and")) || f == "v" && strings.HasSuffix(w, ".") && i+1 < len(ws) && capitalised(ws[i+1]) {
			return true
		}
	}
	for _, w := range [...]string{"Official Gazette", "Government Gazette", "State Gazette", "Judgment", "Judgement", "Case No", "Case ", "Court", "Tribunal", "Narodne novine", "Amtsblatt", "Official Journal of the"} {
		if strings.Contains(s, w) && !strings.ContainsAny(s, "“\"") && strings.ContainsAny(s, "0123456789") {
			return true
		}
	}
	return strings.Contains(s, "S/RES/") || strings.Contains(s, "U.S.C.") || strings.Contains(s, "Fed. Reg.")
}

// lawFirst reports whether a title begins with the name of a statute or treaty.
func lawFirst(title string) bool {
	for i, w := range words(title) {
		if i < 4 && lawWords[foldWord(w)] && capitalised(w) {
			return true
		}
	}
	return false
}

// isJournal knows articles in journals by volume, number and pages.
func isJournal(low string, n *Note) bool {
	if strings.Contains(low, "journal") && strings.ContainsAny(low, "0123456789") && (strings.Contains(low, "vol") || strings.Contains(low, "pp.") || strings.Contains(low, "no.") || volume(low)) {
		return true
	}
	if n.Title != "" && eastIssue(low) {
		return true
	}
	return n.Title != "" && strings.Contains(low, "no. ") && (strings.Contains(low, "pp.") || strings.Contains(low, "vol")) && strings.Contains(low, "(") && len(n.Authors) > 0 ||
		volume(low) && n.Title != "" || strings.Contains(low, "vol. ") && strings.Contains(low, "no. ")
}

// volume finds "41 (3)" or "41(3)" or "41:3" followed by pages.
func volume(s string) bool {
	for i := 1; i+2 < len(s); i++ {
		if s[i] == '(' && s[i+1] >= '0' && s[i+1] <= '9' && (s[i+2] == ')' || i+3 < len(s) && s[i+3] == ')') {
			k := strings.TrimRight(s[:i], " ")
			if k != "" && k[len(k)-1] >= '0' && k[len(k)-1] <= '9' {
				return true
			}
		}
	}
	return false
}

// isBook knows books by "(City: Publisher, year)" or a publishing house.
func isBook(s string, n *Note) bool {
	house := strings.HasSuffix(n.Publisher, "出版社") || strings.HasSuffix(n.Publisher, "书局") || strings.HasSuffix(n.Publisher, "书店")
	for _, w := range words(n.Publisher) {
		house = house || bookHouses[foldWord(w)]
	}
	if house && n.Date != nil && n.Date.Precision == dates.Year {
		return true
	}
	if len(n.Authors) > 0 && n.Date != nil && n.Date.Precision == dates.Year && n.Title != "" && n.Publisher != "" && !institution(n.Publisher) && afterPlace(s, n.Publisher) {
		return true
	}
	k := strings.IndexByte(s, '(')
	if k < 0 {
		return false
	}
	e := strings.IndexByte(s[k:], ')')
	return e > 0 && strings.Contains(s[k:k+e], ": ") && (len(n.Authors) > 0 && !institution(n.Publisher) || house)
}

// datedByPlace reports whether a part of a note is the place and the year of a book, as Germans, Italians and Poles print it without its house.
func (p *parser) datedByPlace(s string) bool {
	for _, r := range splitItems(s, Range{Start: 0, End: len(s)}, comma) {
		if p.placeYear(strings.TrimRight(s[r.Start:r.End], ".")) {
			return true
		}
	}
	return false
}

// afterPlace reports whether the part before the publisher is a place: "Madrid, Cátedra, 2009", as the Romance languages print it, or "Edinburgh: Birlinn".
func afterPlace(s, publisher string) bool {
	if k := strings.Index(s, ": "+publisher); k > 0 { // "Edinburgh: Birlinn"
		return outlets.Places.IsPlace(strings.TrimSpace(s[strings.LastIndexAny(s[:k], ".,(")+1 : k]))
	}
	k := strings.Index(s, ", "+publisher)
	if k < 0 {
		return false
	}
	return outlets.Places.IsPlace(s[strings.LastIndex(s[:k], ", ")+len(", ") : k])
}

// institution reports whether a publisher is a body by its words.
func institution(name string) bool {
	for _, w := range words(name) {
		if bodyWords[foldWord(w)] && foldWord(w) != "university" {
			return true
		}
	}
	return false
}

// ownSite reports whether an address of the note lies in its publisher's own domain.
func ownSite(n *Note) bool {
	key := strings.ToLower(strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '\'' || r == '’' {
			return -1
		}
		return r
	}, n.Publisher))
	for _, u := range n.URLs {
		if len(key) > 3 && strings.Contains(strings.ReplaceAll(strings.ToLower(u.Address), "-", ""), key) {
			return true
		}
	}
	return false
}

// missingLink are the words behind which a note's address should stand.
var missingLink = []string{"available here", "available at", "available online", "accessible here", "see here", "disponible ici", "disponible en", "disponível em", "disponibile qui", "verfügbar unter", "hier abrufbar", "abrufbar unter", "доступно по", "online here"}

// noteDefects records what is wrong with a note's addresses.
func (p *parser) noteDefects(n *Note, i int, body Range) {
	s := p.clean[body.Start:body.End]
	if len(n.URLs) == 0 && !p.linkIn(body) {
		low := strings.ToLower(s)
		for _, w := range missingLink {
			if k := strings.LastIndex(low, w); k >= 0 && len(low) == len(s) {
				p.defect(Defect{Kind: URLMissing, Note: i, Citation: -1, Span: p.t.Source(Range{Start: body.Start + k, End: min(body.End, body.Start+k+len(w)+1)})})
				break
			}
		}
	}
	for _, u := range n.URLs {
		if u.Broken != "" {
			d := Defect{Kind: URLBroken, Note: i, Citation: -1, Span: u.Span, Detail: u.Broken}
			if u.Broken != "parse" {
				d.Edit = &Edit{u.Span, u.Address}
			}
			p.defect(d)
		}
	}
}

// linkIn reports whether the format itself gives a link within a range.
func (p *parser) linkIn(r Range) bool {
	i := p.linkFrom(r.Start)
	return i < len(p.t.Links) && r.Overlaps(p.t.Links[i].Range)
}

// citeNote adds one source of a note as a citation. A remark and a note that names nothing cite nothing.
func (p *parser) citeNote(a *Article, i int, one *Note, r Range) {
	if one.Kind == NoteComment {
		return
	}
	c := Citation{Kind: FromNote, Note: i, Range: r, Span: p.t.Outer(r), Date: one.Date, Inside: -1}
	c.Raw = p.t.Printed(c.Span)
	if len(one.URLs) > 0 {
		c.URL = one.URLs[0].Address
	}
	switch {
	case ownWork(one.Text) && one.Kind != NoteInterview && one.Publisher == "":
		c.Class, c.Role = ClassOwn, Own
	case one.Kind == NoteInterview:
		c.Class = ClassPerson
		c.Named = strings.Join(one.Authors, ", ")
	case one.Publisher != "":
		c.Class = ClassPublisher
		if !one.publisherAt.Empty() {
			r = one.publisherAt
		}
		c.Outlet = p.printedOutlet(one.Publisher, r)
	case len(one.URLs) > 0:
		c.Class = ClassPublisher
		if c.Outlet = p.hostOutlet(one.URLs[0]); c.Outlet == nil {
			c.Outlet = p.printedOutlet(one.Title, r)
		}
	case one.Title != "":
		c.Class = ClassPublisher
	default:
		c.Class = ClassPerson
	}
	a.Notes[i].Citations = append(a.Notes[i].Citations, len(a.Citations))
	a.Citations = append(a.Citations, c)
}

// ownWork reports whether a note says that its source is the author's own work.
func ownWork(s string) bool {
	low := strings.ToLower(s)
	return strings.HasPrefix(low, "author's ") || strings.HasPrefix(low, "author’s ") || strings.HasPrefix(low, "authors' ") || strings.HasPrefix(low, "authors’ ") || strings.Contains(low, "own monitoring") || strings.Contains(low, "eigene ") || strings.Contains(low, "own research")
}

// printedOutlet finds where a name stands within a range and makes an outlet of it, still to be resolved.
func (p *parser) printedOutlet(name string, r Range) *Outlet {
	if name == "" {
		return nil
	}
	at := strings.LastIndex(p.clean[r.Start:r.End], name)
	if at < 0 {
		return &Outlet{Printed: name, Range: Range{Start: r.Start, End: r.Start}, Span: p.t.Source(Range{Start: r.Start, End: r.Start})}
	}
	rr := Range{Start: r.Start + at, End: r.Start + at + len(name)}
	return &Outlet{Printed: name, Range: rr, Span: p.t.Source(rr)}
}

// hostOutlet takes the outlet from the host of an address.
func (p *parser) hostOutlet(u URL) *Outlet {
	host := hostOf(u.Address)
	if host == "" {
		return nil
	}
	return &Outlet{Printed: host, Span: u.Span}
}

// hostOf is the host of an address without "www.", "" if it has none.
func hostOf(addr string) string {
	if i := strings.Index(addr, "://"); i >= 0 {
		addr = addr[i+3:]
	}
	if i := strings.IndexAny(addr, "/?#:"); i >= 0 {
		addr = addr[:i]
	}
	return strings.TrimPrefix(strings.ToLower(addr), "www.")
}

// citeIbid gives an ibid. the source of the note that it stands for.
func (p *parser) citeIbid(a *Article, i int) {
	n := &a.Notes[i]
	c := Citation{Kind: FromNote, Class: ClassPublisher, Note: i, Range: n.Range, Span: n.Span, Raw: p.t.Printed(n.Span), Inside: -1}
	if n.RefersTo >= 0 {
		from := &a.Notes[n.RefersTo]
		if len(from.Citations) > 0 {
			src := a.Citations[from.Citations[0]]
			c.Role, c.Class, c.Outlet, c.Date, c.URL, c.Named = src.Role, src.Class, src.Outlet, src.Date, src.URL, src.Named
		}
	}
	n.Citations = append(n.Citations, len(a.Citations))
	a.Citations = append(a.Citations, c)
}
