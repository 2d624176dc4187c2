package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// findHeadline finds the heading that is the title of the text: the first-level heading that agrees best with what the page calls
// itself, else the first one that calls itself a headline.
func (r *reader) findHeadline() {
	want := r.titleWords()
	best := 0
	for i := range r.nodes {
		k := &r.nodes[i]
		level := headingLevel(k.n.DataAtom)
		if level == 0 && k.role&headline == 0 || k.text < 3 || k.text > 400 || k.role&(related|comments) != 0 {
			continue
		}
		if score := r.headlineScore(int32(i), level, want); score > best {
			best, r.title = score, int32(i)
		}
	}
}

func headingLevel(a atom.Atom) int {
	switch a {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	}
	return 0
}

func (r *reader) headlineScore(i int32, level int, want map[string]bool) (score int) {
	k := &r.nodes[i]
	words := strings.Fields(plainTitle(r.textOf(i, 400)))
	hit := 0
	for _, w := range words {
		if want[strings.Trim(w, ".,:;!?\"'“”‘’«»()")] {
			hit++
		}
	}
	if len(words) > 0 {
		score = 60 * hit / len(words)
		if hit*2 < len(want) { // the name of the site is in the title too
			score = score * 2 * hit / len(want)
		}
	}
	switch level {
	case 1:
		score += 30
	case 2:
		score += 10
	}
	if k.role&headline != 0 {
		score += 15
	}
	if k.gone {
		score -= 45
	}
	if level != 1 && score < 45 {
		return 0
	}
	return score
}

// titleWords are the words of the names that the page gives itself.
func (r *reader) titleWords() map[string]bool {
	m := map[string]bool{}
	for _, s := range [...]string{r.field("headline"), r.firstMeta("og:title", "twitter:title", "dc.title", "citation_title"), r.headTitle()} {
		for w := range strings.FieldsSeq(plainTitle(s)) {
			m[strings.Trim(w, ".,:;!?\"'“”‘’«»()")] = true
		}
	}
	return m
}

// readTitle settles the title: JSON-LD, then the heading, then meta elements, then the title element, each without the name of the
// site.
func (r *reader) readTitle() {
	heading := ""
	if r.title != 0 {
		heading = r.textOf(r.title, 400)
	}
	site := strings.ToLower(r.page.Site)
	for _, s := range [...]string{
		r.articleHeadline(), r.headingIfSure(heading), r.firstMeta("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "title", "headline"),
		heading, r.fromBlocks(r.headTitle()), r.headTitle(),
	} {
		s = withoutSite(fold(stripTags(html.UnescapeString(s))), site, heading)
		if s != "" && strings.ToLower(s) != site {
			r.page.Title = cut(s, 500)
			return
		}
	}
}

// fromBlocks is the part of a title with which one of the first blocks begins: the other one is the name of the site.
func (r *reader) fromBlocks(title string) string {
	for _, sep := range append([]string{": "}, separators...) {
		left, right, ok := strings.Cut(title, sep)
		if !ok {
			continue
		}
		for _, b := range r.page.Blocks[:min(3, len(r.page.Blocks))] {
			for _, part := range [...]string{strings.TrimSpace(right), strings.TrimSpace(left)} {
				if len(part) > 10 && strings.HasPrefix(b.Text, part) {
					return part
				}
			}
		}
	}
	return ""
}

func (r *reader) articleHeadline() string {
	for _, l := range r.data {
		if l.article {
			return r.ifNamed(word(l.o["headline"]))
		}
	}
	return ""
}

// ifNamed is a headline, unless the page's title shares no word with it: some sites give a description there.
func (r *reader) ifNamed(headline string) string {
	title := plainTitle(r.headTitle() + " " + r.firstMeta("og:title"))
	if title == "" || title == " " {
		return headline
	}
	for w := range strings.FieldsSeq(plainTitle(headline)) {
		if len(w) > 3 && strings.Contains(title, w) {
			return headline
		}
	}
	if r.title == 0 {
		return headline
	}
	return ""
}

// headingIfSure is the heading where the title element begins with it.
func (r *reader) headingIfSure(heading string) string {
	h := plainTitle(heading)
	for _, t := range [...]string{r.headTitle(), r.firstMeta("og:title")} {
		if h != "" && len(h) > 8 && strings.Contains(plainTitle(t), h) {
			return heading
		}
	}
	return ""
}

// separators stand between a title and the name of its site.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " ‹ ", " « ", "|", " _ ", "_"}

// withoutSite cuts the name of the site off a title, at either end. The heading, where it is a part of the title, decides.
func withoutSite(s, site, heading string) string {
	if len(heading) > 8 && strings.Contains(s, heading) && len(heading)*2 > len(s) {
		return heading
	}
	for _, sep := range separators {
		k := strings.LastIndex(s, sep)
		if k <= 0 {
			continue
		}
		left, right := strings.TrimSpace(s[:k]), strings.TrimSpace(s[k+len(sep):])
		switch l, rt := strings.ToLower(left), strings.ToLower(right); {
		case site != "" && (rt == site || strings.Contains(rt, site) && len(rt) < len(site)+20 || len(rt) > 3 && strings.Contains(site, rt)):
			return withoutSite(left, site, heading)
		case site != "" && l == site:
			return right
		case site == "" && len(left) > 2*len(right) && len(strings.Fields(left)) >= 3 && len(strings.Fields(right)) <= 4 && strings.TrimSpace(sep) != "" && sep != " / " && sep != "_":
			return left
		}
	}
	return s
}
