package fetch

import (
	"slices"
	"time"

	"example.org/verify/fetch/support"
)

// Verdict is what looking a citation up came to: one of the words of support.
type Verdict = support.Verdict

// Evidence is what was found for one citation. The zero Evidence says that it was not sought.
type Evidence struct {
	support.Result            // verdict, checks, passage
	Page           string     // address of the page that was read, "" for none
	Capture        string     // address of an archive's capture of it, "" for none
	Captured       time.Time  // when that was made; zero for the live page
	Day            string     // the page's own date, ISO; "" where it has none
	DayFrom        string     // how that was found: url, json-ld, meta, time, text
	Title          string     // of the page
	Agency         string     // id of the agency that it credits, "" if none
	Correction     string     // its notice of correction, to be shown beside the passage
	Changed        string     // ISO day on which it says that it was last changed, "" where it says none
	Language       string     // ISO 639-1, of the passage
	NotKept        bool       // not sought, because it is not kept and the run is offline
	Attempts       []Attempt  // every request that was made for it, in order
	Resolvers      []Resolved // what each resolver asked and got, in order
	Earlier        []Attempt  // what the address that the citation gives came to in earlier runs, the oldest first; URL and Status are empty
	Met            Attempt    // what it came to in this one; zero where it was not asked, or no address is given
	SHA256         string     // of the body that was read, as received; "" for none
	Got            time.Time  // when that was
	Shingles       []uint32   // of the page's main text, for NearCopies; nil where none was read
}

// Attempt is one request.
type Attempt struct {
	At      time.Time // zero where none was sent
	URL     string
	Status  int    // of HTTP; 0 where there was no answer
	Outcome string // alive, gone, refused, unreachable …
}

// Resolved is what one resolver said for a citation.
type Resolved struct {
	Name string // address, day archive, Wayback by prefix …
	Why  string // why it found nothing, "" where it found the page

	Answered bool // it was asked and could say whether it has such a page; false where it could not ask, or got no answer
	Archive  bool // it keeps copies of other people's pages
}

// Reason is why one resolver or several found nothing.
type Reason struct{ Names, Why string } // Names as "day archive, sitemaps"

// Reasons tells why the page was not found, in the order of the resolvers, a reason that several give once. nil for none.
func (e *Evidence) Reasons() []Reason {
	var all []Reason
	for _, r := range e.Resolvers {
		i := slices.IndexFunc(all, func(x Reason) bool { return x.Why == r.Why })
		switch {
		case r.Why == "":
		case i >= 0:
			all[i].Names += ", " + r.Name
		default:
			all = append(all, Reason{r.Name, r.Why})
		}
	}
	return all
}

// Addressed is all that the address that the citation gives has come to, the oldest first: what Dead and Failures ask for.
func (e *Evidence) Addressed() []Attempt {
	if e.Met.Outcome == "" {
		return e.Earlier
	}
	return append(slices.Clip(e.Earlier), e.Met)
}

// Read reports whether a page was found and read for the citation, whatever it says.
func (e *Evidence) Read() bool {
	switch e.Verdict {
	case support.Supported, support.Partly, support.OtherLanguage, support.Differs, support.Unrelated:
		return true
	}
	return false
}

// Sought reports whether the citation was looked up at all.
func (e *Evidence) Sought() bool { return e.Verdict != "" && e.Verdict != support.NotSought }
