// Package archives finds the page that a citation means, and says what it carries of the claim. A citation goes through resolvers, in
// their order, until one finds a page that fits: the address that is given, the outlet's own archive of the day, the Wayback Machine.
// Each says why it found nothing, so that "not found" can be checked by a person.
//
// Where no address is given a page is found only if it is of the cited day, give or take one, and carries enough of the claim: a wrong page
// is worse than none.
//
// A Question is a citation with its claim; Questions lists those of a document. A Finder has the Resolvers (Given, DayArchive, Sitemaps, Wayback, WaybackFront,
// TimeGate) and asks through a Web, which stands on any http.RoundTripper. Finder.All asks many hosts at once and gives the evidence in the order of the
// questions; a Log belongs to one question, and so to one goroutine.
package archives

import (
	"context"
	"strings"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/fetch/support"
)

// Question is one source that is given for one claim, to be looked up.
type Question struct {
	Article  int    // index into Document.Articles
	Claim    int    // index into Article.Claims
	Citation int    // index into Article.Citations
	Raw      string // the citation as printed
	Text     string // of the claim
	Language string // of the article, ISO 639-1, "" if it could not be told
	Cited    dates.Date
	Outlet   *outlets.Outlet // nil if the registry does not know it
	Address  string          // that the note or link gives, "" if none
	Skip     string          // why it is not sought, "" if it is
}

// Day is the cited day; ok is false where the citation gives no single day.
func (q *Question) Day() (day time.Time, ok bool) {
	if q.Cited.Precision != dates.Day || q.Cited.Impossible {
		return time.Time{}, false
	}
	return q.Cited.First()
}

func (q *Question) claim() support.Claim {
	return support.Claim{Text: q.Text, Language: q.Language, Cited: q.Cited}
}

// Candidate is a page that may be the one.
type Candidate struct {
	Address  string        // to be asked
	Original string        // the address of the page itself; differs from Address for the copy of an archive
	Title    string        // what is known of its content without reading it: title, excerpt, the words of a link
	Day      time.Time     // when it was published, as the archive says; zero if it does not
	Captured time.Time     // when an archive captured it; zero for the live page
	Late     time.Duration // how long after Captured the copy that is served may have been made; 0 is a day
	Gate     bool          // Address is a TimeGate, which is asked for Captured, or if that is zero for the newest copy
}

// copied reports whether the page is the copy of an archive.
func (c *Candidate) copied() bool { return c.Gate || !c.Captured.IsZero() }

// Resolver is one way of finding the page.
type Resolver interface {
	Name() string
	// Find gives candidates, or the reason why there are none. An error is a reason that may be another the next time.
	Find(ctx context.Context, w *Web, q *Question, log *Log) (found []Candidate, why string, err error)
	// Asks are the addresses that Find asks first, for an estimate before the run; nil if it asks nothing.
	Asks(q *Question) []string
}

// Questions lists what a document gives to be looked up: each source of each claim, in document order.
func Questions(doc *citations.Document) []Question {
	var all []Question
	for a := range doc.Articles {
		article := &doc.Articles[a]
		for c := range article.Claims {
			for _, k := range article.Claims[c].Citations {
				all = append(all, newQuestion(article, a, c, k))
			}
		}
	}
	return all
}

func newQuestion(article *citations.Article, a, c, k int) Question {
	cite := &article.Citations[k]
	q := Question{Article: a, Claim: c, Citation: k, Raw: cite.Raw, Text: article.Claims[c].Text, Language: article.Language, Address: whole(cite.URL)}
	if cite.Date != nil {
		q.Cited = *cite.Date
	}
	if cite.Outlet != nil {
		q.Outlet = cite.Outlet.Entry
	}
	if cite.Kind == citations.Link {
		q.Text = withoutLink(q.Text, cite.Raw)
	}
	q.Skip = skip(cite, &q)
	return q
}

// withoutLink takes a link that stands in parentheses of its own, "([Lab Herald](https://…))", out of a claim: it is the citation, of which no page
// says anything.
func withoutLink(text, raw string) string {
	words := plain(raw)
	if rest, ok := strings.CutPrefix(raw, "["); ok {
		words, _, _ = strings.Cut(rest, "](")
	}
	if words = strings.Join(strings.Fields(words), " "); words == "" {
		return text
	}
	return strings.Replace(text, " ("+words+")", "", 1)
}

// whole gives an address that is printed without its scheme one.
func whole(address string) string {
	if address == "" || strings.Contains(address, ":") || !strings.Contains(address, ".") {
		return address
	}
	return "https://" + strings.TrimPrefix(address, "//")
}

// skip says why a citation cannot be looked up.
func skip(cite *citations.Citation, q *Question) string {
	_, day := q.Day()
	switch {
	case q.Address != "":
		return ""
	case cite.Role == citations.Via:
		return "it is the party that the source quotes, not the source"
	case cite.Outlet == nil:
		return "it names no outlet and gives no address"
	case len(cite.Outlet.Candidates) > 1 && q.Outlet == nil:
		return "its name may mean several outlets, and it gives no address"
	case q.Outlet == nil:
		return "the outlet is not in the registry, and no address is given; an [[outlet]] entry with its domain would do"
	case !day:
		return "it gives neither an address nor a day"
	case len(q.Outlet.Domains) == 0 && q.Outlet.WordPress == "" && q.Outlet.Archive == "" && q.Outlet.Sitemap == "":
		return "the registry has no domain of the outlet; an [[outlet]] entry with its domain would do"
	}
	return ""
}
