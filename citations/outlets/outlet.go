// Package outlets knows who publishes: a registry of outlets, and how a printed name is taken to mean one of them, always
// with the reason.
//
// A Registry holds the Outlets: Default is the one that is built in (outlets.tsv), With adds a desk's own. Registry.Resolve takes a name as printed, with the Context that it
// stands in, and gives a Match: who is meant, how that was found, how sure it is, and a sentence that a person can check. A name that may mean several stays open,
// with its Candidates; one that is in no registry is kept as it was printed.
//
// Outlets and registries are not changed once they are made, and may be used by several goroutines at once.
package outlets

// Outlet is one entry of the registry. An empty field is unknown.
type Outlet struct {
	ID            string  // lower-case, hyphenated, stable
	Name          string  // the established name
	Native        string  // the name in its own script, where that is not Latin
	Aliases       []Alias // other names seen in print
	Abbreviations []Alias
	Domains       []string // host names without www
	Country       string   // ISO 3166-1 alpha-2; "" for international bodies
	Languages     []string // ISO 639, main first
	Kind          Kind
	Owner         string // id of the owner's entry
	Control       string // state | public | captured-public | captured-private | private | party | ""
	Founded       int    // year, 0 unknown
	Closed        int    // year it ceased or was renamed, 0 unknown or still published
	Zone          string // IANA time zone where the country has several
	Archive       string // "wordpress", or the template of a day archive
	WordPress     string // base of a REST API (desk entries)
	Sitemap       string // sitemap index, or a template (desk entries)
}

// Alias is a name that an outlet is printed under.
type Alias struct {
	Text   string
	Shared bool // another outlet bears it too
	Word   bool // it is also an ordinary word, a person's or a place's name
}

// Kind is what an outlet is: newspaper, magazine, broadcaster, online, agency, journal, publisher, think-tank, ngo, research, university,
// government, international, court, party, militant, company, social, blog.
type Kind string

// Press reports whether the kind is press: what it publishes is cited as an outlet, not as a body.
func (k Kind) Press() bool {
	switch k {
	case "newspaper", "magazine", "broadcaster", "online", "agency", "journal", "blog", "social", "militant":
		return true
	}
	return false
}

// How a name was matched, from the surest to the least: see the contract's "match".
const (
	Exact        = "exact"        // confidence 1
	ByDomain     = "domain"       // .98
	ByAlias      = "alias"        // .95
	Abbreviation = "abbreviation" // .9
	ByContext    = "context"      // .8: a shared name, decided by qualifier, country, language or neighbours
	Fuzzy        = "fuzzy"        // .7: near to exactly one known outlet
	Provisional  = "provisional"  // .5: in no registry; ID is "~" and the folded name
	Ambiguous    = "ambiguous"    // .3: ID is ""
)

// Match is what a printed name was taken to mean.
type Match struct {
	ID         string  // "" when ambiguous, "~…" when provisional
	Name       string  // the registry's name; the printed one when ambiguous or provisional
	Entry      *Outlet // nil when ambiguous or provisional
	How        string
	Confidence float64
	Why        string      // a sentence that a person can check
	Candidates []Candidate // two or more when ambiguous, nil otherwise
	Place      string      // city or country qualifier printed with the name ("Algiers" in "El-Khabar [Algiers]"), "" if none
	Spelling   string      // for Fuzzy: the right form of what was printed
	Near       bool        // Provisional, and equally near to several known outlets, among which sources cited beside it may decide
	Short      bool        // a part of the name, which the article prints in full, too
	Inflected  bool        // printed in another case than the registry's, as grammar asks
}

// Candidate is one of several outlets that a name may mean.
type Candidate struct{ ID, Why string }

// Context is what the surroundings of a name say about whom it means. The zero Context says nothing.
type Context struct {
	Language  string   // ISO 639-1 of the article
	Countries []string // ISO 3166-1 alpha-2 that the article speaks of, most often named first
	Others    []string // ids of the outlets cited beside it: same parenthesis first, then the article's, nearest first
	Home      string   // id of the publication that the article is in, "" if unknown
	Dateline  string   // ISO 3166-1 alpha-2 of the place that the article is dated from, "" if it has no dateline
	URL       string   // address given with the name
	Day       string   // ISO day of the item if known, to tell closed outlets and later ones apart
}
