package citations

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
)

// A publication cites itself under the names that it prints of itself: in its masthead, in the title of one of a series ("Delta Update, June 13, 2024: Two Bridges", "The Delta
// Brief #88"), in the line of its rights ("© 2024 Delta Institute"). The same name in a bracket, or in a sentence, is the publication's own.

// ownNames are these names, folded.
func (p *parser) ownNames() map[string]bool {
	own := map[string]bool{}
	add := func(name string) {
		if name = strings.Trim(name, " \u00A0,:–—|-(*_#"); ownable(name) {
			own[outlets.Fold(name)] = true
		}
	}
	if p.doc.Publication != "" {
		own[outlets.Fold(p.doc.Publication)] = true
	}
	const head, foot = 8, 12 // blocks
	n := len(p.t.Blocks)
	for i := range min(n, head) {
		s := p.block(i)
		if kind := p.t.Blocks[i].Kind; kind == text.Footnote || kind == text.Item || endsProse(s) && len(words(s)) > mostTrade {
			break // the text has begun
		}
		add(p.seriesName(s))
		if i < 2 && !p.titled(i) { // an article on an outlet bears its name
			add(strings.Join(words(s), " "))
		}
	}
	for _, s := range p.t.Heads {
		add(p.seriesName(s))
	}
	for i := range p.doc.Articles {
		add(p.seriesName(p.doc.Articles[i].Title))
	}
	for i := max(0, n-foot); i < n; i++ {
		add(rightsOf(p.block(i)))
	}
	return own
}

// titled reports whether block i is the title of an article.
func (p *parser) titled(i int) bool {
	return slices.ContainsFunc(p.doc.Articles, func(a Article) bool { return a.TitleRange.Overlaps(p.t.Blocks[i].Range) })
}

// ownable reports whether a line can be the name of a publication or a house: two to eight words with a capital first, and no sentence.
func ownable(name string) bool {
	const fewest, most, longest = 2, 8, 80
	ws := words(name)
	return len(ws) >= fewest && len(ws) <= most && len(name) <= longest && (capitalised(name) || caseless(name)) && !strings.ContainsAny(name, ".!?|›»")
}

// seriesName is what stands before the number or the day in the title of one of a series; "" where there is neither.
func (p *parser) seriesName(s string) string {
	const longest = 200
	if len(s) > longest || !numbered(s) || strings.IndexByte("([", s[0]) >= 0 { // a bracket of its own cites
		return ""
	}
	if name := beforeIssue(s); name != "" {
		return name
	}
	for _, sign := range [...]string{" #", " №", " n°", " N°", " nº", " Nº", " n. ", " no. ", " nr "} {
		if name, rest, ok := strings.Cut(s, sign); ok && rest != "" && strings.TrimLeft(rest, " ")[:1] >= "0" && strings.TrimLeft(rest, " ")[:1] <= "9" {
			return name
		}
	}
	if found := dates.Find(s, p.dateOptions()); len(found) > 0 && dayPrecise(&found[0].Date) {
		return s[:found[0].Start]
	}
	return ""
}

// rightsOf is the holder that a line of rights names: "© 2024 Delta Institute, 1400 K Street"; "" where s is none.
func rightsOf(s string) string {
	k := strings.Index(s, "©")
	if k < 0 {
		return ""
	}
	rest := strings.TrimLeft(s[k+len("©"):], " \u00A0")
	rest = strings.TrimLeft(rest, "0123456789–-, \u00A0")
	if e := strings.IndexAny(rest, ".,;|·•()\n"); e >= 0 {
		rest = rest[:e]
	}
	ws := words(rest)
	if n := len(ws); n > 1 && companyWords.has(ws[n-1]) || n > 1 && formsAbroad.has(ws[n-1]) {
		ws = ws[:n-1]
	}
	if len(ws) > 0 && utf8.RuneCountInString(ws[0]) == 2 && strings.EqualFold(ws[0], "by") {
		ws = ws[1:]
	}
	return strings.Join(ws, " ")
}

// formsAbroad are further forms of companies in law, at the end of their names.
var formsAbroad = wordSet(`OÜ UAB SIA SRL SpA ehf Aps e.V. eG gGmbH KGaA SCOP ASBL VZW Stichting`)
