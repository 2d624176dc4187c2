// Package page reads one web page: its main text, title and authors, its own date and how that was found, its canonical address, the
// agency that it credits, its correction notice, and whether it is an article at all or what a server shows in place of one.
//
// Nothing here touches the network, and no page makes reading fail: what is too large or nested too deep is read as far as it
// goes, and Notices says so.
//
// Read takes HTML, ReadAny also PDF and the packed formats; both give a Page. Several pages may be read at once.
package page

import (
	"strings"
	"time"

	"example.org/verify/citations/outlets"
)

// Page is what was read from a page. Empty fields are unknown.
type Page struct {
	URL        string // where it came from, as Options or the page's archive banner say
	Canonical  string // the address that the page gives itself, absolute where that can be told
	Title      string // without the name of the site
	Site       string
	Authors    []string
	Date       Date   // when it was published
	Modified   string // ISO day of the last change that it states
	Language   string // ISO 639-1
	Charset    string
	Credit     Credit
	Correction string // the notice, at most 500 bytes
	Kind       Kind
	Why        string // what shows the kind, for all but articles
	Paywall    string // what shows that a part of the text is kept back, "" if nothing does
	Summary    string // the description that the page gives of itself
	Blocks     []Block
	Notices    []string // what a person should know of how it was read
}

// Date is a date of publication with how it was found. The zero Date is unknown.
type Date struct {
	ISO      string // 2018-05-14; 2018-05 where no day is known
	How      How
	Where    string // the field, element or words that gave it
	Printed  string // as it stands there
	Weak     bool   // it may be another date: nothing calls it the day of publication
	Modified bool   // the page states only when it was last changed
}

// How says where a date was found.
type How string

// The places where a date is found: the path of the address, linked data, a meta element, an element that a machine can read (<time>,
// itemprop, abbr), print (a line of its own, a byline, a dateline).
const (
	ByURL    How = "url"
	ByJSONLD How = "json-ld"
	ByMeta   How = "meta"
	ByTime   How = "time"
	ByText   How = "text"
)

// Kind is what a page is.
type Kind string

// The kinds of pages.
const (
	Article   Kind = "article"
	Index     Kind = "index"    // a home page, a section, an archive: it lists articles
	Paywalled Kind = "paywall"  // the text is kept back, but for its beginning
	SoftGone  Kind = "soft-404" // a page that says there is none
	Consent   Kind = "consent"  // a wall before the page: cookies, robots, age
	Login     Kind = "login"    // the page is for those who have an account
	Parked    Kind = "parked"   // the domain is for sale
	Redirect  Kind = "redirect" // it leads elsewhere by script or meta refresh; Canonical says where to
	Empty     Kind = "empty"    // nothing to read
)

// Credit is an agency that the page names as the origin of its text.
type Credit struct {
	Agency string // id in the registry; "" for "agencies" and what is not known
	Name   string // as printed
	How    string // dateline, credit line, author, json-ld, meta
}

// BlockKind is what a block of the main text is.
type BlockKind uint8

// The kinds of blocks. A Caption is no part of Text.
const (
	Para BlockKind = iota
	Heading
	Item
	Quote
	Row // of a table
	Caption
)

// Block is one paragraph of the main text, blanks folded, never empty.
type Block struct {
	Kind BlockKind
	Text string
}

// Options say what is known of a page beside its bytes. The zero value is valid.
type Options struct {
	URL      string            // where it came from
	Now      time.Time         // a later date is no date of the page; zero sets no bound
	Registry *outlets.Registry // of agencies; nil is the embedded one
	MaxBytes int               // what is beyond is not read; 0 is MaxBytes
}

// MaxBytes is how much of a page is read unless told otherwise: 16 MiB.
const MaxBytes = 16 << 20

// Text is the main text, a paragraph a line, captions left out.
func (p *Page) Text() string {
	var b strings.Builder
	for i := range p.Blocks {
		if p.Blocks[i].Kind == Caption {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.Blocks[i].Text)
	}
	return b.String()
}

// Read reads a page. It may run in several goroutines at once and keeps nothing of raw.
func Read(raw []byte, o Options) *Page {
	p := &Page{URL: o.URL}
	r := &reader{page: p, o: o}
	r.load(raw)
	r.readHead()
	r.findMain()
	r.language()
	r.readTitle()
	r.readAuthors()
	r.readDate()
	r.trimLead()
	r.readCorrection()
	r.readCredit()
	r.readPaywall()
	r.judgeKind()
	return p
}
