package page

import (
	"strings"

	"example.org/verify/citations/dates"
)

// candidate is a date that may be the page's.
type candidate struct {
	day
	how      How
	where    string
	printed  string
	score    int
	modified bool
}

// What a place says for a date, the surer the higher. An address is written when the piece is; JSON-LD and meta elements are written by
// the same program, but not always of the same thing.
const (
	fromData      = 100
	fromMeta      = 95
	fromURL       = 90
	fromMark      = 85
	fromPageData  = 80
	fromWeakMeta  = 72
	fromTime      = 70
	fromUpdate    = 30
	weakBelow     = 42
	forgottenFrom = 12
)

// readDate settles the date of publication.
func (r *reader) readDate() {
	var all []candidate
	all = append(all, r.dataDates()...)
	all = append(all, r.metaDates()...)
	all = append(all, r.timeDates()...)
	best := strongest(all, false)
	if best.score < fromTime {
		all = append(all, r.textDates()...)
		best = strongest(all, false)
	}
	best = r.withURL(best)
	if m := strongest(all, true); m.score > 0 {
		r.page.Modified = m.iso()
		if best.score < forgottenFrom {
			best = m
		}
	}
	if best.score < forgottenFrom {
		best = r.imageMonth()
	}
	if best.score < forgottenFrom {
		return
	}
	r.page.Date = Date{ISO: best.iso(), How: best.how, Where: best.where, Printed: best.printed, Weak: best.score < weakBelow, Modified: best.modified}
}

// strongest is the candidate with the highest score, the first of several.
func strongest(all []candidate, modified bool) (best candidate) {
	for _, c := range all {
		if c.modified == modified && c.score > best.score {
			best = c
		}
	}
	return best
}

// withURL weighs the date in the address against the best other one. One day apart is the time zone; the address then has the day that
// readers saw. Where the address is older, the piece was moved into a new system after it was published.
func (r *reader) withURL(best candidate) candidate {
	for _, address := range [...]string{r.page.Canonical, r.page.URL} {
		d, printed, ok := urlDay(address)
		if !ok || !r.plausible(d) {
			continue
		}
		u := candidate{day: d, how: ByURL, where: "path of the address", printed: printed, score: fromURL}
		switch gap := dates.Days(best.Ymd) - dates.Days(d.Ymd); {
		case d.D == 0:
			u.score = 35
			if best.score < u.score {
				return u
			}
			if best.score < fromMark && (best.Y != d.Y || best.M != d.M) && best.score < fromTime {
				return u
			}
		case best.score == 0 || best.D == 0 || best.score < fromTime:
			return u
		case gap == 0 && best.score < fromURL:
			return u
		case gap == 0:
		case gap == 1 || gap == -1:
			return u
		case gap > 1 || best.score < fromMeta:
			return u
		}
		return best
	}
	return best
}

// dataDates are the dates in JSON-LD.
func (r *reader) dataDates() (all []candidate) {
	for _, l := range r.data {
		base := fromPageData
		if l.article {
			base = fromData
		}
		kind := "WebPage"
		if t := strs(l.o["@type"]); len(t) > 0 {
			kind = t[0]
		}
		for _, f := range [...]struct {
			key      string
			less     int
			modified bool
		}{{"datePublished", 0, false}, {"dateCreated", 10, false}, {"uploadDate", 20, false}, {"dateModified", 60, true}} {
			for _, s := range strs(l.o[f.key]) {
				if d, ok := r.stamp(s); ok {
					all = append(all, candidate{day: d, how: ByJSONLD, where: f.key + " of " + cut(kind, 60), printed: cut(s, 80), score: base - f.less, modified: f.modified})
				}
			}
		}
	}
	return all
}

// metaKind says what a meta element's date is.
type metaKind struct {
	names    string
	score    int
	modified bool
}

// metaDates names the meta elements that date a page, the surest first.
var metaDates = []metaKind{
	{"article:published_time article:published og:article:published_time og:published_time datepublished citation_publication_date citation_online_date rnews:datepublished bt:pubdate article.published parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime shareaholic:article_published_time originalpublicationdate publication_date publicationdate publish-date publish_date publishdate pubdate pub_date published_date publisheddate date_published article_date_original dc.date.issued dcterms.issued dc.issued dcterms.available dcsext.articlefirstpublished first_published display_date displaydate gs_publish_date article:publish_time published published_at published-date released_date article-publication-date mediator_published_time", fromMeta, false},
	{"citation_date dc.date.created dcterms.created dc.created article:created article.created datecreated date_created creation_date created ptime pdate eomportal-lastupdate weibo:article:create_at publish_time firstpublished issue_date", fromMark, false},
	{"dc.date dcterms.date article_date doc_date docdate timestamp date_time dat article:post_date", fromMark - 2, false},
	{"date searchdate prism.publicationdate video:release_date og:video:release_date content_published gentime", fromWeakMeta + 4, false},
	{"article:modified_time og:updated_time og:modified_time datemodified dcterms.modified dc.date.modified dc.modified article:updated lastmod last-modified last_modified lastmodified revised updated modified modified_date revision_date dateupdated moddate lastupdate", fromUpdate, true},
}

func (r *reader) metaDates() (all []candidate) {
	for _, kind := range metaDates {
		for name := range strings.FieldsSeq(kind.names) {
			for _, v := range r.metas[name] {
				if d, ok := r.stamp(v); ok && d.D > 0 {
					all = append(all, candidate{day: d, how: ByMeta, where: name, printed: cut(v, 80), score: kind.score, modified: kind.modified})
					break
				}
			}
		}
	}
	return all
}

// imageMonth is the month in the address of the page's picture, where uploads are filed by month: "/uploads/2013/05/".
func (r *reader) imageMonth() candidate {
	for _, s := range [...]string{r.firstMeta("og:image"), r.firstMeta("twitter:image")} {
		if d, printed, ok := urlDay(s); ok && r.plausible(d) {
			d.D = 0
			return candidate{day: d, how: ByURL, where: "path of its picture", printed: printed, score: 20}
		}
	}
	return candidate{}
}
