package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
)

// readCredit finds the agency that a page names as the origin of its text: in JSON-LD, as its author, in the dateline, in a credit line.
func (r *reader) readCredit() {
	for _, find := range [...]func() Credit{r.dataCredit, r.authorCredit, r.datelineCredit, r.metaCredit, r.lineCredit} {
		if c := find(); c.Name != "" {
			r.page.Credit = c
			return
		}
	}
}

// anyAgency are the words for agencies that are not named.
var anyAgency = wordLines(`agencies|news agencies|wire agencies|wire services|wires|staff and agencies|agency|with agencies|from agencies|agenturen|agences|avec agences|agencias|agências|agenzie|агентства|وكالات|الوكالات|ajanslar|agentschappen|agensi|通讯社|综合外电`)

// quoteMarks stand round titles. The apostrophe, which names have, is none of them.
const quoteMarks = "\"“”„«»"

// agency tells the agency of a printed name, alone or the first of several: "dpa/AFP", "AP, Reuters".
func (r *reader) agency(name string) (c Credit) {
	name = strings.Trim(fold(name), " .,;:()[]-–—/|*©")
	if name == "" || len(name) > 60 || strings.ContainsAny(name, quoteMarks) {
		return c // a title in quotation marks is a reference: “Eleven Die at Well,” Reuters
	}
	if anyAgency[strings.ToLower(name)] {
		return Credit{Name: name}
	}
	for _, part := range strings.FieldsFunc(name, func(c rune) bool { return c == '/' || c == ',' || c == '|' || c == ';' || c == '、' }) {
		part = strings.TrimSpace(part)
		if len(part) < 2 || len(strings.Fields(part)) > 6 {
			continue
		}
		m := r.registry().Resolve(part, outlets.Context{Language: r.page.Language})
		if m.Entry != nil && m.Entry.Kind == "agency" && (m.How == outlets.Exact || m.How == outlets.ByAlias || m.How == outlets.Abbreviation || m.How == outlets.ByContext) {
			return Credit{Agency: m.Entry.ID, Name: part}
		}
	}
	return c
}

func (r *reader) registry() *outlets.Registry {
	if r.o.Registry != nil {
		return r.o.Registry
	}
	return outlets.Default()
}

// own reports whether an agency is the site itself: then it is no credit.
func (r *reader) own(c Credit) bool {
	if c.Agency == "" {
		return false
	}
	site := r.registry().ByDomain(r.address())
	return site != nil && site.ID == c.Agency
}

func (r *reader) credit(name, how string) Credit {
	c := r.agency(name)
	if c.Name == "" || r.own(c) {
		return Credit{}
	}
	c.How = how
	return c
}

func (r *reader) dataCredit() Credit {
	for _, l := range r.data {
		for _, key := range [...]string{"sourceOrganization", "creditText", "provider", "copyrightHolder", "isBasedOn"} {
			for _, name := range text.NamesOf(l.o[key], l.named) {
				if c := r.credit(html.UnescapeString(name), "json-ld"); c.Name != "" {
					return c
				}
			}
		}
	}
	return Credit{}
}

func (r *reader) authorCredit() Credit {
	for _, a := range append(slices.Clone(r.page.Authors), r.withs...) {
		for _, part := range [...]string{a, strings.TrimPrefix(a, "Von "), strings.TrimPrefix(a, "The ")} {
			if c := r.credit(part, "author"); c.Name != "" {
				return c
			}
		}
	}
	return Credit{}
}

func (r *reader) metaCredit() Credit {
	for _, name := range [...]string{"syndication-source", "original-source", "source", "dc.source", "article:source", "news_source", "contentsource", "copyright", "mediator_source", "copyrightowner", "provider"} {
		for _, v := range r.metas[name] {
			if c := r.credit(v, "meta"); c.Name != "" {
				return c
			}
		}
	}
	return Credit{}
}

// datelineReach is how far into the text a dateline goes, in bytes.
const datelineReach = 170

// datelineCredit reads "TRIPOLI (Reuters) - …", "MOSCOW, May 14 (Xinhua) -- …", "AP - …" in the first paragraphs.
func (r *reader) datelineCredit() Credit {
	n := 0
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		if b.Kind == Caption || b.Kind == Heading {
			continue
		}
		if n++; n > 3 {
			break
		}
		head := cut(b.Text, datelineReach)
		if c := r.inBrackets(head); c.Name != "" {
			return c
		}
		for _, sep := range [...]string{" - ", " – ", " — ", " -- ", ": ", "—", "–"} {
			if k := strings.Index(head, sep); k > 1 && k < 60 {
				lead := head[:k]
				if comma := strings.LastIndexAny(lead, ",،"); comma > 0 {
					if c := r.credit(lead[comma+1:], "dateline"); c.Name != "" {
						return c
					}
				}
				if c := r.credit(lead, "dateline"); c.Name != "" {
					return c
				}
			}
		}
		if c := r.chinese(head); c.Name != "" {
			return c
		}
	}
	return Credit{}
}

// inBrackets reads the agency in the first brackets of a paragraph.
func (r *reader) inBrackets(head string) Credit {
	for _, pair := range [...][2]string{{"(", ")"}, {"[", "]"}, {"（", "）"}} {
		rest := head
		for range 2 {
			k := strings.Index(rest, pair[0])
			if k < 0 {
				break
			}
			rest = rest[k+len(pair[0]):]
			end := strings.Index(rest, pair[1])
			if end < 0 {
				break
			}
			if c := r.credit(rest[:end], "dateline"); c.Name != "" {
				return c
			}
			rest = rest[end:]
		}
	}
	return Credit{}
}

// chinese reads "新华社北京5月14日电", "据路透社报道".
func (r *reader) chinese(head string) Credit {
	for _, a := range [...][2]string{{"新华社", "xinhua"}, {"新華社", "xinhua"}, {"中新社", "china-news-service"}, {"路透社", "reuters"}, {"法新社", "afp"}, {"美联社", "ap"}, {"共同社", "kyodo-news"}, {"時事", "jiji-press"}, {"塔斯社", "tass"}} {
		k := strings.Index(head, a[0])
		if k < 0 || k > 12 || !strings.Contains(head, "电") && !strings.Contains(head, "電") && k > 0 {
			continue
		}
		c := Credit{Name: a[0], How: "dateline"}
		if o := r.registry().ByID(a[1]); o != nil {
			c.Agency = o.ID
		}
		return c
	}
	return Credit{}
}

// creditWords open a credit line.
var creditWords = []string{"source:", "source :", "sources:", "agency:", "quelle:", "quellen:", "fuente:", "fonte:", "bron:", "źródło:", "źródła:", "источник:", "джерело:", "المصدر:", "المصدر :", "kaynak:", "منبع:", "来源：", "来源:", "來源：", "källa:", "kilde:", "izvor:", "zdroj:", "pramen:", "credit:", "with", "compiled from", "via", "©", "copyright", "(c)", "with inputs from", "with input from", "from"}

// lineCredit reads a line that is nothing but an agency, at the end of the text or in an element that calls itself the source.
func (r *reader) lineCredit() Credit {
	for i := range r.nodes {
		k := &r.nodes[i]
		if k.role&source == 0 || k.text == 0 || k.text > 60 || r.foreign(int32(i)) {
			continue
		}
		if c := r.credit(afterWords(r.textOf(int32(i), 120)), "credit line"); c.Name != "" {
			return c
		}
	}
	n := len(r.page.Blocks)
	for i := max(0, n-4); i < n; i++ {
		s := r.page.Blocks[i].Text
		if len(s) <= 90 {
			if c := r.credit(afterWords(s), "credit line"); c.Name != "" {
				return c
			}
		}
		if c := r.credit(lastBrackets(s), "credit line"); c.Name != "" {
			return c
		}
	}
	return Credit{}
}

func afterWords(s string) string {
	for range 2 {
		low := strings.ToLower(s)
		for _, w := range creditWords {
			if strings.HasPrefix(low, w) && len(low) == len(s) {
				s = strings.TrimSpace(s[len(w):])
				break
			}
		}
	}
	return s
}

// lastBrackets is what stands in brackets at the end of a paragraph: "… (AFP)".
func lastBrackets(s string) string {
	s = strings.TrimRight(s, " .")
	if !strings.HasSuffix(s, ")") {
		return ""
	}
	k := strings.LastIndexByte(s, '(')
	if k < 0 || len(s)-k > 60 {
		return ""
	}
	return s[k+1 : len(s)-1]
}
