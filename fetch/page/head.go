package page

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"example.org/verify/citations/text"
)

// linked is an object of the page's JSON-LD.
type linked struct {
	o       map[string]any
	article bool              // it describes an article
	page    bool              // it describes the page
	named   map[string]string // names of what is referred to by @id
}

// readHead reads what a page says of itself: meta elements, links and JSON-LD.
func (r *reader) readHead() {
	r.metas = map[string][]string{}
	base := ""
	for i := range r.nodes {
		n := r.nodes[i].n
		switch n.DataAtom {
		case atom.Meta:
			r.meta(n)
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") && r.canon == "" {
				r.canon = strings.TrimSpace(attr(n, "href"))
			}
		case atom.Base:
			base = attr(n, "href")
		case atom.Script:
			if n.FirstChild != nil && strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") {
				r.readData(n.FirstChild.Data)
			}
		}
	}
	r.choose()
	r.addresses(base)
	r.page.Site = fold(r.firstMeta("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "twitter:app:name:iphone"))
	if r.page.Site == "" {
		r.page.Site = r.publisher()
	}
	r.page.Summary = cut(fold(r.firstMeta("og:description", "description", "twitter:description", "dc.description", "sailthru.description")), 600)
	r.page.Language = r.declaredLanguage()
}

// longestMeta is the most of a meta element that is kept, in bytes.
const longestMeta = 2000

func (r *reader) meta(n *html.Node) {
	content := attr(n, "content")
	if content == "" {
		content = attr(n, "value")
	}
	content = strings.TrimSpace(content)
	if content == "" {
		return
	}
	content = strings.ToValidUTF8(content[:min(len(content), longestMeta)], "")
	for _, key := range [...]string{"property", "name", "itemprop", "http-equiv"} {
		if name := strings.ToLower(strings.TrimSpace(attr(n, key))); name != "" && len(r.metas[name]) < 32 {
			r.metas[name] = append(r.metas[name], content)
		}
	}
}

// firstMeta is the first value of the first meta element that has one.
func (r *reader) firstMeta(names ...string) string {
	for _, name := range names {
		for _, v := range r.metas[name] {
			if v != "" {
				return html.UnescapeString(v)
			}
		}
	}
	return ""
}

// readData takes the objects of one JSON-LD script. A line end inside of a string, which many pages have, is mended.
func (r *reader) readData(s string) {
	s = strings.TrimSpace(s)
	for _, junk := range [...]string{"<!--", "-->", "//<![CDATA[", "//]]>", "/*<![CDATA[*/", "/*]]>*/", "<![CDATA[", "]]>"} {
		s = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(s, junk), junk))
	}
	s = strings.TrimSuffix(s, ";")
	named := map[string]string{}
	add := func(o map[string]any) {
		if id, name := word(o["@id"]), word(o["name"]); id != "" && name != "" {
			named[id] = name
		}
		l := linked{o: o, article: text.ArticleType(o["@type"]), page: isPageType(o["@type"]), named: named}
		if (l.article || l.page) && len(r.data) < 200 {
			r.data = append(r.data, l)
		}
	}
	if text.EachObject([]byte(s), add) != nil {
		if text.EachObject([]byte(mended(s)), add) != nil {
			r.damagedData(s)
		}
	}
}

// mended writes control characters inside of strings as blanks, and takes out commas before a closing bracket.
func mended(s string) string {
	b := []byte(s)
	quoted := false
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case c < ' ':
			b[i] = ' '
		case !quoted && c == ',':
			k := i + 1
			for k < len(b) && b[k] <= ' ' && k < i+200 {
				k++
			}
			if k < len(b) && (b[k] == '}' || b[k] == ']') {
				b[i] = ' '
			}
		}
	}
	return string(b)
}

// damagedData finds the few fields that matter in JSON-LD that cannot be parsed.
func (r *reader) damagedData(s string) {
	o := map[string]any{}
	for _, key := range [...]string{"headline", "datePublished", "dateModified", "dateCreated", "isAccessibleForFree"} {
		k := strings.Index(s, `"`+key+`"`)
		if k < 0 {
			continue
		}
		rest := strings.TrimLeft(s[k+len(key)+2:], " \t\r\n:")
		if rest == "" || rest[0] != '"' {
			continue
		}
		if end := strings.IndexByte(rest[1:], '"'); end >= 0 && end < 300 {
			o[key] = rest[1 : 1+end]
		}
	}
	if len(o) > 0 {
		r.data = append(r.data, linked{o: o, article: true})
		r.notice("its JSON-LD is damaged: only some fields were read")
	}
}

func isPageType(v any) bool {
	for _, t := range strs(v) {
		switch strings.TrimPrefix(strings.TrimPrefix(t, "http://schema.org/"), "https://schema.org/") {
		case "WebPage", "ItemPage", "VideoObject", "AboutPage", "CreativeWork", "PodcastEpisode", "Recipe", "QAPage", "MediaObject", "Review", "Dataset", "Book", "Speech", "ClaimReview", "Event", "Legislation", "TextDigitalDocument", "AudioObject", "NewsMediaOrganization":
			return t != "NewsMediaOrganization" && t != "Event"
		}
	}
	return false
}

func word(v any) string {
	s, _ := v.(string)
	return strings.TrimSpace(s)
}

// strs are the strings of a value that is one or several.
func strs(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, k := range v {
			if s, ok := k.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

// choose puts the article that the page is about first, and drops the others where there are several: a list of teasers describes none.
func (r *reader) choose() {
	var articles, pages []linked
	for _, l := range r.data {
		if l.article {
			articles = append(articles, l)
		} else {
			pages = append(pages, l)
		}
	}
	if len(articles) > 1 {
		articles = r.about(articles)
	}
	r.data = slices.Concat(articles, pages)
}

func (r *reader) about(articles []linked) []linked {
	title := plainTitle(r.firstMeta("og:title", "twitter:title"))
	if title == "" {
		title = plainTitle(r.headTitle())
	}
	for i, a := range articles {
		if h := plainTitle(word(a.o["headline"])); h != "" && title != "" && (strings.HasPrefix(title, h) || strings.HasPrefix(h, title)) {
			return append([]linked{a}, append(append([]linked{}, articles[:i]...), articles[i+1:]...)...)
		}
	}
	heads := map[string]bool{}
	for _, a := range articles {
		if h := word(a.o["headline"]); h != "" {
			heads[h] = true
		}
	}
	if len(heads) > 2 {
		r.notice("its JSON-LD describes several articles, none of them by the page's title")
		return nil
	}
	return articles
}

// plainTitle is a title as titles are compared.
func plainTitle(s string) string {
	return strings.ToLower(fold(html.UnescapeString(s)))
}

// field is the first string that JSON-LD gives for a key.
func (r *reader) field(key string) string {
	for _, l := range r.data {
		for _, s := range strs(l.o[key]) {
			if s = strings.TrimSpace(s); s != "" {
				return s
			}
		}
	}
	return ""
}

func (r *reader) publisher() string {
	for _, l := range r.data {
		for _, name := range text.NamesOf(l.o["publisher"], l.named) {
			if name = fold(html.UnescapeString(name)); name != "" && !strings.Contains(name, "://") {
				return cut(name, 120)
			}
		}
	}
	return ""
}

// headTitle is the title element.
func (r *reader) headTitle() string {
	for i := range r.nodes {
		if n := r.nodes[i].n; n.DataAtom == atom.Title && n.FirstChild != nil && n.Namespace == "" {
			return cut(fold(n.FirstChild.Data[:min(len(n.FirstChild.Data), longestMeta)]), 500)
		}
	}
	return ""
}

// addresses finds the address that a page gives itself. That of an archive's copy is the address of what was copied.
func (r *reader) addresses(base string) {
	from := r.page.URL
	if from == "" {
		from = original(base)
	}
	if r.page.URL == "" && strings.HasPrefix(base, "http") && original(base) != base {
		r.page.URL = original(base)
	}
	for _, c := range [...]string{r.canon, r.firstMeta("og:url"), r.mainEntity(), r.firstMeta("twitter:url", "parsely-link", "dc.identifier", "al:web:url")} {
		if u := absolute(html.UnescapeString(c), from); u != "" {
			r.page.Canonical = u
			return
		}
	}
}

// mainEntity is the address in JSON-LD.
func (r *reader) mainEntity() string {
	for _, l := range r.data {
		if s := word(l.o["url"]); strings.HasPrefix(s, "http") {
			return s
		}
		switch v := l.o["mainEntityOfPage"].(type) {
		case string:
			return v
		case map[string]any:
			if id := word(v["@id"]); id != "" {
				return id
			}
		}
	}
	return ""
}

// absolute is an address of http or https in full, seen from another; "" where it is none.
func absolute(s, from string) string {
	s = original(strings.TrimSpace(s))
	if s == "" || len(s) > 2000 {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	if !u.IsAbs() {
		b, err := url.Parse(from)
		if err != nil || !b.IsAbs() {
			if u.Host != "" {
				u.Scheme = "https"
				return u.String()
			}
			return ""
		}
		u = b.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	u.User, u.Fragment = nil, ""
	return u.String()
}

// original is the address that an archive's copy was made of: behind "/web/20130504101112id_/".
func original(s string) string {
	k := strings.Index(s, "/web/")
	if k < 0 || k > 60 {
		return s
	}
	rest := strings.TrimLeft(s[k+5:], "0123456789")
	if len(s[k+5:])-len(rest) < 4 {
		return s
	}
	if slash := strings.IndexByte(rest, '/'); slash >= 0 && slash <= 4 {
		if to := rest[slash+1:]; strings.HasPrefix(to, "http://") || strings.HasPrefix(to, "https://") {
			return to
		}
	}
	return s
}
