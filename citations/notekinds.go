package citations

import (
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
)

// lawWords stand at the start of the titles of statutes, decisions and court papers.
var lawWords = wordSet(`act law decree decision resolution regulation directive ordinance judgment judgement statute constitution convention treaty bill indictment ruling writ gazette claim order rules charter affidavit petition
	règlement règlements richtlinie reglamento directiva regolamento direttiva regulamento diretiva verordening richtlijn регламент директива директиви постанова наказ
	loi décret arrêté ordonnance gesetz verordnung urteil ley decreto lei legge decreto ustawa kanun zakon uredba odluka vendim ligj закон указ постановление
	covenant auto sentencia trib sent sentenza delibera rozporządzenie uchwała соглашение договор convenio accordo acórdão portaria arrêt beschluss erlass verfügung
	decyzja postanowienie wyrok zarządzenie décision resolución disposición provvedimento deliberazione bescheid beschikking besluit rozhodnutí rješenje határozat hotărâre päätös vedtak решение рішення protocol protocole`)

// bookHouses stand in the names of publishers of books.
var bookHouses = wordSet(`press books verlag éditions editions publishing publishers publications routledge penguin springer wiley brill macmillan palgrave vintage knopf random harper edizioni editorial ediciones editora издательство yayınları wydawnictwo hurst polity sage elsevier`)

// arabicHouse begins the names of publishers of books in Arabic: "دار الآداب".
const arabicHouse = "دار "

// noteKind says what a note is about, from the fields read so far and the text s of the source that they are of.
func (p *parser) noteKind(n *Note, s string) NoteKind {
	quote, _ := quotedTitle(s)
	if kind, ok := p.wordedKind(n, s, quote); ok {
		return kind
	}
	return p.printedKind(n, s, quote)
}

// wordedKind is the kind of a note that its words tell whoever brought it out: talks, letters, laws, remarks, what has an ISBN. ok is false where they do not.
func (p *parser) wordedKind(n *Note, s, quote string) (kind NoteKind, ok bool) {
	hasDate := n.Date != nil && !n.Date.NoDate
	if kind, ok := bluebookKind(s); ok {
		return kind, true
	}
	switch {
	case talkBeforeQuote(s):
		return NoteInterview, true
	case interviewWords(s) && (quote == "" || len(n.Authors) > 0 && n.Publisher == ""):
		return NoteInterview, true
	case (isLaw(n.Title, s) || n.Title != "" && locator(n.Title) && isLaw("", s)) && quote == "" && lawFirst(s) && strings.ContainsAny(s, "0123456789") && strings.Contains(s, ", "):
		return NoteLaw, true
	case isLetter(s) && (quote == "" || !strings.HasPrefix(s, "“")):
		return NoteOther, true
	case lawOpening(s), quote == "" && sectionOfCode(s):
		return NoteLaw, true
	case isRemark(s) && quote == "" && len(n.URLs) == 0 && nextAddress(s) < 0, isRemark(s) && !hasDate && nextAddress(s) < 0:
		return NoteComment, true
	case isLaw(n.Title, s) && !(quote != "" && p.knownPress(n.Publisher)):
		return NoteLaw, true
	case strings.Contains(s, "ISBN"):
		return NoteBook, true
	}
	return NoteOther, false
}

// printedKind is the kind of a note that is told by its publisher, its date and its address.
func (p *parser) printedKind(n *Note, s, quote string) NoteKind {
	hasDate := n.Date != nil && !n.Date.NoDate
	web := nextAddress(s) >= 0 || !hasDate && len(n.URLs) > 0 // a link has its address beside the text
	press, body := p.pressOf(n.Publisher)
	press = press || !body && quote != "" && p.pressAddress(n)
	if n.Publisher == "" && len(n.Authors) == 1 && hasDate {
		_, body = p.pressOf(n.Authors[0])
	}
	if body && quote != "" && newsAgency(n.Publisher) {
		press, body = true, false
	}
	switch {
	case ownImprint(n, s):
		return NoteReport
	case isJournal(strings.ToLower(s), n), inPeriodical(strings.ToLower(s)):
		return NoteArticle
	case press && p.carries(n.Publisher):
		return NoteWeb
	case press && quote != "" && (n.Date != nil || web):
		return NoteNews
	case press && hasDate:
		return NoteNews
	case strings.Contains(s, doubleSlash) && hasDate && n.Title != "":
		if dayPrecise(n.Date) {
			return NoteNews
		}
		return NoteArticle
	case isBook(s, n), printedImprint(n, s), len(n.Authors) > 0 && !body && !bodyAlone(n.Authors) && p.datedByPlace(s):
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
	case web, n.Accessed != nil && n.Title != "" && n.Publisher != "":
		return NoteWeb
	case hasDate && quote == "" && (namesReport(s) || p.placeThenDate(s)):
		return NoteReport
	}
	return NoteOther
}

// ownImprint reports whether a note gives one name as the author and as who brought it out: "An Post, Annual Report 2021 (Dublin: An Post, 2022)".
func ownImprint(n *Note, s string) bool {
	return n.Publisher != "" && n.Date != nil && !dayPrecise(n.Date) && strings.HasPrefix(s, n.Publisher+", ") && strings.Contains(s, ": "+n.Publisher+", ")
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
		} else if m.How == outlets.Ambiguous { // "Instituto Nacional de Estadística" is one of several bodies
			body = p.isBody(name) || p.namesBody(name)
			return !body, body
		}
	}
	if p.isBody(name) || p.namesBody(name) {
		return false, true
	}
	ws := words(name)
	if len(ws) > 2 && reportNames.has(foldWord(ws[0])) && !capitalised(ws[1]) {
		return false, false // "Report on the Public Accounts": a title
	}
	return hasPressWord(ws) && !strings.Contains(name, ": ") || arabicPress.begins(name), false
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
		if lawWord(f) && capitalised(w) && !(i > 0 && (foldWord(ws[0]) == "report" || foldWord(ws[i-1]) == "the" || foldWord(ws[i-1]) == "and")) || f == "v" && strings.HasSuffix(w, ".") && i+1 < len(ws) && capitalised(ws[i+1]) {
			return true
		}
	}
	for _, w := range [...]string{"Official Gazette", "Government Gazette", "State Gazette", "Judgment", "Judgement", "Case No", "Case ", "Court", "Tribunal", "Narodne novine", "Amtsblatt", "Official Journal of the"} {
		if k := strings.Index(s, w); k >= 0 && (strings.HasSuffix(w, " ") || k+len(w) == len(s) || !wordChar(s, k+len(w))) && !strings.ContainsAny(s, "“\"") && strings.ContainsAny(s, "0123456789") {
			return true
		}
	}
	return strings.Contains(s, "S/RES/") || strings.Contains(s, "U.S.C.") || strings.Contains(s, "Fed. Reg.")
}

// sectionOfCode reports whether a note cites a code by its sections: "Penal Code of Tunisia, arts. 101 and 102", "Code du travail, art. L. 1234-5", "Código Penal, artículo 12".
func sectionOfCode(s string) bool {
	code, before := false, ""
	for i, w := range words(s) {
		f := foldWord(w)
		switch {
		case i < 5 && codeWords.has(f) && (capitalised(w) || i > 0 && capitalised(before) && w[0] >= utf8.RuneSelf): // "Уголовный кодекс"
			code = true
		case code && (sectionWords.has(strings.TrimRight(f, ".")) || strings.HasPrefix(w, "§")):
			return true
		}
		before = w
	}
	return false
}

// codeWords are what a collection of laws is called, sectionWords its parts.
var (
	codeWords    = wordSet(`code código codice codex gesetzbuch strafgesetzbuch wetboek kodeks kodex zákoník кодекс кодексу zakonik kanunu constitution constitución constituição costituzione constituția konstytucja конституция verfassung grundgesetz`)
	sectionWords = wordSet(`art arts article articles artículo artículos artigo artigos articolo articoli artikel section sections sec secs s ss abs paragraph ст статья статті madde člen članak čl cikk`)
)

// lawWord reports whether a folded word names a kind of statute, also where a hyphen joins it to another: "decreto-lei".
func lawWord(f string) bool {
	first, _, ok := strings.Cut(f, "-")
	return lawWords.has(f) || ok && lawWords.has(first)
}

// lawFirst reports whether a title begins with the name of a statute or treaty.
func lawFirst(title string) bool {
	for i, w := range words(title) {
		if i < 4 && lawWord(foldWord(w)) && capitalised(w) {
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
	if n.Title != "" && (eastIssue(low) || volumeAndPages(low)) {
		return true
	}
	return n.Title != "" && strings.Contains(low, "no. ") && (strings.Contains(low, "pp.") || strings.Contains(low, "vol")) && strings.Contains(low, "(") && len(n.Authors) > 0 ||
		volume(low) && n.Title != "" || strings.Contains(low, "vol. ") && strings.Contains(low, "no. ")
}

// volumeAndPages reports whether a note, in lower case, gives a volume, a number and pages, each under its sign: "vol. 38, n.º 2 (2017), pp. 9-21".
func volumeAndPages(low string) bool {
	volume, number, pages := false, false, false
	ws := words(low)
	for i := range len(ws) - 1 {
		if next := strings.Trim(ws[i+1], ".,;:()"); next == "" || next[0] < '0' || next[0] > '9' {
			continue
		}
		switch w := strings.TrimLeft(ws[i], "("); {
		case volumeSigns.has(w):
			volume = true
		case numberSigns.has(w):
			number = true
		case pageMarks.has(strings.TrimRight(w, ".")):
			pages = true
		}
	}
	return volume && number && pages
}

// volumeSigns and numberSigns stand before the volume of a periodical and its number.
var (
	volumeSigns = wordSet(`vol. vol volume bd. bd band jg. jahrgang t. tome tomo tom año anno ano том т. jrg. jaargang årg. årgång cilt`)
	numberSigns = wordSet(`no. no n.º nº n° n. nr. nr nr° núm. num. number issue heft h. № sayı z. nummer`)
)

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
	house := strings.HasPrefix(n.Publisher, arabicHouse) || strings.HasSuffix(n.Publisher, "出版社") || strings.HasSuffix(n.Publisher, "书局") || strings.HasSuffix(n.Publisher, "书店")
	for _, w := range words(n.Publisher) {
		house = house || bookHouses.has(foldWord(w))
	}
	if house && n.Date != nil && n.Date.Precision == dates.Year {
		return true
	}
	if len(n.Authors) > 0 && n.Date != nil && n.Date.Precision == dates.Year && n.Title != "" && n.Publisher != "" && (!institution(n.Publisher) || universities.in(strings.ToLower(n.Publisher))) && afterPlace(s, n.Publisher) {
		return true
	}
	k := strings.IndexByte(s, '(')
	if k < 0 {
		return false
	}
	e := strings.IndexByte(s[k:], ')')
	return e > 0 && strings.Contains(s[k:k+e], ": ") && (len(n.Authors) > 0 && !institution(n.Publisher) || house)
}

// universities bring out books of authors.
var universities = phrases("university", "université", "universität", "universidad", "universidade", "università", "universiteit", "uniwersytet", "univerzita", "üniversitesi", "университет", "університет", "universitet", "yliopisto", "جامعة")

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
		before := s[:k]
		return outlets.Places.IsPlace(strings.TrimSpace(before[max(strings.LastIndexAny(before, ".,(")+1, strings.LastIndex(before, "،")+len("،")):]))
	}
	k := strings.Index(s, ", "+publisher)
	if k < 0 {
		return false
	}
	return outlets.Places.IsPlace(s[strings.LastIndex(s[:k], ", ")+len(", ") : k])
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
