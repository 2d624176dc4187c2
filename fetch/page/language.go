package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
)

// declaredLanguage is the language that the page says it is in, "" if it says none.
func (r *reader) declaredLanguage() string {
	for i := range r.nodes {
		if n := r.nodes[i].n; n.DataAtom == atom.Html {
			lang := attr(n, "lang")
			if lang == "" {
				lang = attr(n, "xml:lang")
			}
			return lang
		}
		if i > 50 {
			break
		}
	}
	return r.firstMeta("content-language", "dc.language", "language")
}

// language settles the language: what the text shows wins over what the page says, which is often a template's.
func (r *reader) language() {
	declared := strings.ToLower(strings.ReplaceAll(r.page.Language, "_", "-"))
	code, region, _ := strings.Cut(declared, "-")
	if len(code) != 2 && len(code) != 3 {
		code = ""
	}
	r.page.Language = code
	if shown := citations.DetectLanguage(r.sample()); shown != "" {
		r.page.Language = shown
	}
	r.dateOptions = dates.Options{Language: r.page.Language}
	if r.page.Language == "en" {
		r.dateOptions.Order = englishOrder(code, region, r.address())
	}
}

// sample is some of the main text.
func (r *reader) sample() string {
	var b strings.Builder
	for i := range r.page.Blocks {
		if b.WriteString(r.page.Blocks[i].Text); b.Len() > 1500 {
			break
		}
		b.WriteByte('\n')
	}
	if b.Len() < 80 {
		return ""
	}
	return b.String()
}

// address is where the page comes from, as far as is known.
func (r *reader) address() string {
	if r.page.Canonical != "" {
		return r.page.Canonical
	}
	return r.page.URL
}

// dayFirst are the countries whose English puts the day before the month; most do.
const dayFirst = " uk gb ie au nz in za ke ng gh ug tz zm zw pk bd lk my sg hk mt ly eg il ae sa qa jo lb et so sd rw bw na "

// englishOrder is the order of day and month in numeric dates of an English page.
func englishOrder(code, region, address string) dates.Order {
	tld := ""
	if u, err := url.Parse(address); err == nil {
		h := u.Hostname()
		tld = h[strings.LastIndexByte(h, '.')+1:]
	}
	for _, c := range [...]string{tld, region} {
		switch {
		case c == "us" || c == "gov" || c == "mil":
			return dates.MDY
		case len(c) == 2 && strings.Contains(dayFirst, " "+c+" "):
			return dates.DMY
		}
	}
	if code != "" && code != "en" {
		return dates.DMY
	}
	return dates.OrderUnknown
}
