package text

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metaNames are the names of meta elements and what they say, the surer ones first.
var metaNames = struct{ title, author, published, publication []string }{
	title:  []string{"citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title", "title", "headline"},
	author: []string{"citation_author", "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl"},
	published: []string{"article:published_time", "og:article:published_time", "citation_publication_date", "citation_date", "citation_online_date", "datepublished", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date", "rnews:datepublished", "cxenseparse:publishtime",
		"cxenseparse:recs:publishtime", "bt:pubdate", "shareaholic:article_published_time", "article.published", "article_date_original", "dcterms.created", "dc.date.created", "date.created", "pubdate", "publish-date", "publication_date", "publishdate", "date"},
	publication: []string{"citation_journal_title", "og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "publisher"},
}

// meta reads what a page says of itself: JSON-LD first, then meta elements, then marked-up text.
func (p *page) meta() {
	doc := &goquery.Selection{Nodes: p.told}
	m := &p.t.Meta
	for _, data := range p.data {
		m.jsonLD(data)
	}
	values := map[string][]string{}
	doc.Filter("meta[content]").Each(func(_ int, s *goquery.Selection) {
		n := s.Nodes[0]
		for _, key := range [...]string{"property", "name", "itemprop"} {
			if name := strings.ToLower(attr(n, key)); name != "" {
				values[name] = append(values[name], strings.TrimSpace(html.UnescapeString(attr(n, "content"))))
			}
		}
	})
	m.fill(values)
	p.marked(doc)
	m.Published = day(m.Published)
	switch {
	case m.Paid && p.sizes.of(p.root).prose < aStub:
		p.t.Notices = append(p.t.Notices, "the page says that its text is not free: what is read may be a part of it")
	case p.barred:
		p.t.Notices = append(p.t.Notices, "the page says that more of its text is for those who pay or sign in: what is read may be a part of it")
	}
}

// aStub is the prose, in bytes, below which a page behind a paywall is likely to show its first paragraphs only.
const aStub = 1500

// fill takes what is still unknown from meta elements.
func (m *Meta) fill(values map[string][]string) {
	first := func(names []string) []string {
		for _, name := range names {
			if v := values[name]; len(v) > 0 && v[0] != "" {
				return v
			}
		}
		return []string{""}
	}
	if m.Title == "" {
		m.Title = first(metaNames.title)[0]
	}
	if m.Published == "" {
		m.Published = first(metaNames.published)[0]
	}
	if m.Publication == "" {
		m.Publication = first(metaNames.publication)[0]
	}
	if len(m.Authors) == 0 {
		for _, v := range first(metaNames.author) {
			m.author(v)
		}
	}
}

// author adds a name, unless it is an address or is known already.
func (m *Meta) author(name string) {
	name = strings.Join(strings.Fields(name), " ")
	for _, lead := range [...]string{"By ", "by ", "Von ", "Par "} {
		name = strings.TrimPrefix(name, lead)
	}
	if parts := strings.FieldsFunc(strings.NewReplacer(" and ", "|", " & ", "|", " und ", "|", " et ", "|", " y ", "|", ", ", "|").Replace(name), func(r rune) bool { return r == '|' }); len(parts) > 1 && !slices.ContainsFunc(parts, func(s string) bool { return !personal(s) }) {
		for _, s := range parts {
			m.author(strings.TrimSpace(s))
		}
		return
	}
	if name == "" || strings.Contains(name, "://") || len(name) > 200 || accounts[strings.ToLower(name)] {
		return
	}
	for _, a := range m.Authors {
		if a == name {
			return
		}
	}
	m.Authors = append(m.Authors, name)
}

// accounts are the names that programs give to whoever uses them.
var accounts = func() map[string]bool {
	m := map[string]bool{}
	for _, name := range [...]string{"admin", "administrator", "super user", "superuser", "root", "user", "windows user", "microsoft office user", "webmaster", "owner", "guest", "unknown", "author",
		"wordpress", "pc", "hp", "dell", "acer", "lenovo", "asus", "default", "администратор", "пользователь", "utilisateur", "utilisateur windows", "usuario", "usuario de windows", "benutzer", "redacteur"} {
		m[name] = true
	}
	return m
}()

// marked takes what is still unknown from the text itself.
func (p *page) marked(doc *goquery.Selection) {
	m := &p.t.Meta
	text := func(s *goquery.Selection) string {
		if s.Length() == 0 {
			return ""
		}
		return p.textOf(s.Nodes[0], 300)
	}
	if m.Title == "" {
		if m.Title = p.firstHeading(doc); m.Title == "" {
			m.Title = text(doc.Filter("title").First())
		}
	}
	if len(m.Authors) == 0 {
		doc.Filter(`[rel~="author"], [itemprop="author"] [itemprop="name"]`).Each(func(_ int, s *goquery.Selection) { m.author(text(s)) })
	}
	if len(m.Authors) == 0 {
		m.author(text(doc.Filter(`[itemprop="author"]`).First()))
	}
	if len(m.Authors) == 0 {
		p.linkedAuthors(m)
	}
	if m.Published == "" {
		m.Published = p.timeElement(doc)
	}
}

// linkedAuthors takes the names on which the links of a byline stand: "Par Jeanne Roux (Bamako, correspondance)".
func (p *page) linkedAuthors(m *Meta) {
	const most = 64 // elements
	tried := 0
	for _, n := range p.told {
		if tried >= most || !bylineLike(attr(n, "class")) || p.taken(n) || !slices.ContainsFunc(p.parts, func(part *html.Node) bool { return within(n, part) }) {
			continue
		}
		tried++
		if p.measure(n, false).text > longestByline {
			continue
		}
		p.any(n, func(k *html.Node) bool {
			if name := p.textOf(k, 80); k.DataAtom == atom.A && personal(name) {
				m.author(name)
			}
			return false
		})
		if len(m.Authors) > 0 {
			return
		}
	}
}

const longestByline = 200 // bytes

// bylineLike reports whether the value of a class names the authors of a piece.
func bylineLike(class string) bool {
	return strings.Contains(class, "author") || strings.Contains(class, "byline")
}

// personal reports whether a link's text looks like a person's name: two words to five, no figures, the first and the last with a capital.
func personal(s string) bool {
	ws := strings.Fields(s)
	if len(ws) < 2 || len(ws) > 5 || strings.ContainsAny(s, "0123456789@:/()|") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(ws[0])
	last, _ := utf8.DecodeRuneInString(ws[len(ws)-1])
	return unicode.IsUpper(first) && unicode.IsUpper(last)
}

// firstHeading is the text of the first h1 in what is read, else of the first one: some sites set their own name in one.
func (p *page) firstHeading(doc *goquery.Selection) string {
	first := ""
	for _, n := range doc.Filter("h1").Nodes {
		s := p.textOf(n, 300)
		if s == "" {
			continue
		}
		if slices.ContainsFunc(p.parts, func(part *html.Node) bool { return within(n, part) }) {
			return s
		}
		if first == "" {
			first = s
		}
	}
	return first
}

// timeElement is the date of the first time element that dates the page, or stands in no furniture; else the one day that elements for the day of
// publication name: some blogs set it in the foot of a post.
func (p *page) timeElement(doc *goquery.Selection) string {
	for _, n := range doc.Filter(`[itemprop="datePublished"], time[pubdate], time[datetime], abbr.published, abbr.dt-published`).Nodes {
		if found := timeOf(n); found != "" && !p.taken(n) && !p.inNote(n) {
			return found
		}
	}
	only := ""
	for _, n := range doc.Filter(`[itemprop="datePublished"], abbr.published, time.published, time.dt-published, time.entry-date`).Nodes {
		found := day(timeOf(n))
		if found == "" || p.inNote(n) {
			continue
		}
		if only != "" && only != found {
			return ""
		}
		only = found
	}
	if only == "" {
		only = p.printedTime(doc)
	}
	return only
}

// printedTime is the day that a time element prints, or a mail in an archive of a mailing list: a line of its own in the form of a mail's.
func (p *page) printedTime(doc *goquery.Selection) string {
	for _, n := range doc.Filter("time, i").Nodes {
		s := p.textOf(n, 60)
		if n.DataAtom == atom.Time && !hasAttr(n, "datetime") && years(s) == 1 && !p.taken(n) {
			return strings.TrimLeft(s, "@")
		}
		if n.DataAtom == atom.I && day(s) != s {
			return s
		}
	}
	return ""
}

// timeOf is the time that an element names in an attribute: one of its own, or, in hAtom, its title.
func timeOf(n *html.Node) string {
	for _, key := range [...]string{"datetime", "content", "title"} {
		if v := strings.TrimSpace(attr(n, key)); v != "" {
			return v
		}
	}
	return ""
}

func (p *page) inNote(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if p.notes[n] != "" {
			return true
		}
	}
	return false
}

// timeLayouts are the forms in which mail and servers write a time.
var timeLayouts = []string{"Mon Jan 2 15:04:05 MST 2006", "Mon Jan 2 15:04:05 2006", "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05 -0700"}

// day is a date as metadata give it, without its time where it begins as ISO dates do, slashes made hyphens.
func day(s string) string {
	s = strings.TrimSpace(s)
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, strings.Join(strings.Fields(s), " ")); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	if len(s) < 10 || s[4] != '-' && s[4] != '/' || s[7] != s[4] {
		return s
	}
	for _, i := range [...]int{0, 1, 2, 3, 5, 6, 8, 9} {
		if s[i] < '0' || s[i] > '9' {
			return s
		}
	}
	return s[:4] + "-" + s[5:7] + "-" + s[8:10]
}
