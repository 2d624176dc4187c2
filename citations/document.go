package citations

import (
	"fmt"
	"sort"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
)

// Span is a half-open range of bytes of the source (see text.Text.Source).
type Span = text.Span

// Range is a half-open range of bytes of text.Text.Clean.
type Range = text.Range

// Document is one file, parsed. It is immutable once Parse has returned and may be read from several goroutines.
type Document struct {
	Text          *text.Text
	Publication   string     // the publication's name as the desk or the document gives it, "" if unknown
	PublicationBy string     // flag | policy | metadata | text, "" if Publication is ""
	Published     dates.Date // the zero Date if nothing can be said
	PublishedBy   string     // flag | policy | metadata | text | filename | citations (a guess), "" if Published is zero
	Articles      []Article  // document order; never nil after Parse, empty only for a text without words
	Defects       []Defect   // what the parser saw to be wrong, in document order; rules turn them into findings
}

// Article is one piece in a document: its own title, authors, numbering of notes and date.
type Article struct {
	Title       string
	TitleRange  Range // zero if the article has no title
	Dateline    Range // of the dateline that opens the text, "NAIROBI, May 3 (Reuters) - "; empty if there is none
	Authors     []string
	Span        Span
	Range       Range
	Language    string     // ISO 639-1 of the body, "" if it could not be told
	Published   dates.Date // its own date, else the document's
	PublishedBy string     // as Document.PublishedBy
	Countries   []string   // ISO 3166-1 alpha-2 of the countries that the body speaks of, most often named first
	Paragraphs  []Paragraph
	Claims      []Claim
	Citations   []Citation
	Markers     []Marker
	Notes       []Note
}

// ParagraphAt is the index of the paragraph that holds a range of the clean text, -1 if none does.
func (a *Article) ParagraphAt(r Range) int {
	i := sort.Search(len(a.Paragraphs), func(i int) bool { return a.Paragraphs[i].Range.End > r.Start })
	if i < len(a.Paragraphs) && a.Paragraphs[i].Range.Contains(r) {
		return i
	}
	return -1
}

// ArticleID names the article with index i in its document, "a1" for the first.
func ArticleID(i int) string { return fmt.Sprintf("a%d", i+1) }

// ClaimID names claim i of the article with index a, "a1.c1" for the first of the first.
func ClaimID(a, i int) string { return fmt.Sprintf("a%d.c%d", a+1, i+1) }

// CitationID names citation i of the article with index a, "a1.k1" for the first of the first.
func CitationID(a, i int) string { return fmt.Sprintf("a%d.k%d", a+1, i+1) }

// NoteID names note i of the article with index a, "a1.n1" for the first of the first.
func NoteID(a, i int) string { return fmt.Sprintf("a%d.n%d", a+1, i+1) }

// Part says what a paragraph is in its article. Claims come from Body, Lead and Item alone.
type Part uint8

const (
	Body       Part = iota // running text
	Lead                   // standfirst: the paragraph under the byline that sums the article up
	Item                   // list item or table cell with running text
	Title                  // the article's title
	Heading                // section head
	Byline                 // author line, issue line, dateline
	Biography              // who the author is
	Caption                // caption or credit of a picture
	NotesHead              // "NOTES", "Citations", "Quellen"
	NoteEntry              // one line of a notes section
	Speech                 // a speech turn of an interview
	Aside                  // what the publication says about itself: a blog's remark above the piece, "Read the full story here"
	References             // an entry of an author-year reference list
)

// Paragraph is one block of an article, whole again where a page break cut it.
type Paragraph struct {
	Part      Part
	Section   int // 0 before the first section head, then counting from 1
	Range     Range
	Sentences []Range // of Body, Lead, Item and Speech; nil otherwise
}

// Claim is the stretch of text that a source is given for, or a checkable sentence that has none. What it spans is laid
// down in the JSON contract under "Claims".
type Claim struct {
	Span      Span
	Range     Range
	Text      string // as a reader reads it: markers gone, blanks single
	Paragraph int    // index into Article.Paragraphs
	Sentence  Range  // the whole sentence (or sentences, for a closer that covers several)
	Citations []int  // indices into Article.Citations, ascending: all that is given for it
	CoveredBy []int  // for a claim without citations: those of the next closer in its paragraph
	Orphan    []int  // indices into Article.Markers that close it and lead to no note
	Worth     Worth  // what makes it checkworthy; 0 if nothing does
}

// Checkworthy reports whether the claim states something that can be checked.
func (c *Claim) Checkworthy() bool { return c.Worth != 0 }

// Worth is the set of features that make a sentence checkworthy.
type Worth uint16

const (
	Figure     Worth = 1 << iota // a quantity with a noun
	Dated                        // a day, a month or a year
	NamedAct                     // a named party that did something
	Quotation                    // more than three words in quotation marks
	Accusation                   // an accusation or denial by or against a named party
	Death                        // deaths, injuries, kidnapping
	Crime                        // crime, arrest, trial, corruption
)

// Grave is the set of features that give a claim weight: deaths, crimes, accusations and quotations.
const Grave = Death | Crime | Accusation | Quotation

// Kind says how a source is given.
type Kind uint8

const (
	Inline      Kind = iota // in a parenthesis, a bracket or a dash tail
	FromNote                // through a marker and its note
	Link                    // by a link in the text
	Attribution             // named in the sentence
)

var kinds = [...]string{"inline", "note", "link", "attribution"}

// String is the kind as the contract spells it.
func (k Kind) String() string { return kinds[k] }

// Role says what a source does for a claim.
type Role uint8

const (
	Source Role = iota // it is given as the source
	Via                // the party whom the source is said to quote
	Own                // the publication itself or its authors
)

var roles = [...]string{"source", "via", "own"}

// String is the role as the contract spells it.
func (r Role) String() string { return roles[r] }

// Class says what sort of party a source is.
type Class uint8

const (
	ClassOutlet    Class = iota // press
	ClassPublisher              // the publisher of a note that no registry knows
	ClassPerson                 // an interview, a named person
	ClassBody                   // think tank, NGO, government, "officials"
	ClassOwn                    // the publication or its authors
)

var classes = [...]string{"outlet", "publisher", "person", "body", "own"}

// String is the class as the contract spells it.
func (c Class) String() string { return classes[c] }

// Citation is one source named for a claim: one for each outlet and day.
type Citation struct {
	Kind   Kind
	Role   Role
	Class  Class
	Group  int // parenthesis in the article, counting from 1; 0 for note, link and attribution
	Span   Span
	Range  Range
	Raw    string // the bytes of Span, as printed, decoded to UTF-8
	Signal string // see, cf., via … in the document's own words, "" if none
	Outlet *Outlet
	Date   *dates.Date // nil where nothing is printed; precision none for n.d.
	DateAt Range       // of an attribution: where its date stands, which is outside of Range; zero if it has none
	Note   int         // index into Article.Notes, -1 if none
	URL    string      // "" if none
	Agency string      // id of the agency that the citation names as its origin ("from EFE"), "" if none
	Named  string      // the person or group named where Outlet is nil ("officials", "Azinovic, Vlado")
	Inside int         // for attributions and links: index of the claim they stand in, -1 if none
}

// Outlet is the outlet of a citation: what is printed, where, and whom that was taken to mean and why.
type Outlet struct {
	outlets.Match
	Printed string // as printed, markup gone
	Span    Span
	Range   Range
}

// Marker is a reference in the text that leads to a note. A bracket with several labels is one marker for each, all with
// the bracket's span.
type Marker struct {
	Span      Span
	Range     Range
	Label     string
	Note      int // index into Article.Notes, -1 where no such note exists
	Paragraph int // index into Article.Paragraphs
	Glued     bool
}

// NoteKind says what a note is about.
type NoteKind uint8

const (
	NoteOther     NoteKind = iota // what none of the others is
	NoteBook                      // an author, a title, a publisher
	NoteReport                    // of a body: a think tank, an NGO, a government
	NoteArticle                   // in a journal
	NoteNews                      // of the press, with a day
	NoteWeb                       // an address without more
	NoteInterview                 // a talk, a mail, a statement to the author
	NoteLaw                       // a statute, a decision, a treaty
	NoteIbid                      // ibid., op. cit. and their like in other languages
	NoteComment                   // the author's remark, no source
)

var noteKinds = [...]string{"other", "book", "report", "article", "news", "web", "interview", "law", "ibid", "comment"}

// String is the kind as the contract spells it.
func (k NoteKind) String() string { return noteKinds[k] }

// Note is one entry of a notes section.
type Note struct {
	Span      Span
	Range     Range
	Label     string
	LabelSpan Span
	Text      string
	Kind      NoteKind
	Authors   []string // given name first
	Title     string
	TitleSpan Span // zero if none
	Publisher string
	Date      *dates.Date
	DateSpan  Span
	Accessed  *dates.Date
	URLs      []URL
	RefersTo  int   // the note that an ibid. or op. cit. stands for, -1 if none
	Citations []int // indices into Article.Citations
	List      int   // which list of notes in the article it belongs to, from 0 (substantive notes and citations are two)
	Unordered bool  // the list is sorted by name, or a bibliography

	publisherAt Range // where the publisher stands before the title; empty where it stands elsewhere
}

// URL is an address in a note or text.
type URL struct {
	Address string // mended where a line end or a blank broke it
	Span    Span
	Broken  string // how it was broken: "blank", "hyphen", "parse", "" if it was not
}

// DefectKind says what the parser saw.
type DefectKind uint8

const (
	NoComma       DefectKind = iota // no comma between outlet and date; Edit inserts it
	Unbalanced                      // a parenthesis that is never closed
	Stray                           // a stray separator: "Twitter account of, al-Quds TV"
	Template                        // an unfilled placeholder: "(al-Mayadeen, date, 2018)"
	BadDay                          // no such day: "April 31"
	BadWeekday                      // a weekday that does not fit the date
	RunOn                           // a note that begins on another note's line
	URLMissing                      // "Available here" and no address
	URLBroken                       // an address with a blank or a line-end hyphen; Edit mends it
	IbidUnclear                     // ibid. or op. cit. that resolves to none or several
	MixedScripts                    // a name that mixes Latin with look-alike letters of another script
	GarbledNumber                   // "5/603"
	Placeholder                     // what was written to the author or the desk and left standing: "[citation needed]", "(source TK)"
	LinkLost                        // "Read the report here" and no address
	MonthSlip                       // a month that is misspelt: "18 Agust 2018"; Detail is its name, and Edit mends it
)

// Defect is something wrong that the parser saw where it stood, kept for the rules so that nobody searches for it again.
type Defect struct {
	Kind     DefectKind
	Article  int // index into Document.Articles
	Citation int // index into Article.Citations, -1 if none
	Note     int // index into Article.Notes, -1 if none
	Span     Span
	Detail   string // what was expected or found, in words; "" if the kind says it all
	Edit     *Edit  // where the mend is certain
}

// Edit replaces the bytes of Span by Text.
type Edit struct {
	Span Span
	Text string
}
