package rules

import (
	"fmt"

	"example.org/verify/citations"
	"example.org/verify/score"
)

var citeDuplicate = Rule{
	ID:       "cite.duplicate",
	Severity: score.Suggestion,
	Title:    "One outlet and day stands twice in one parenthesis",
	Doc:      "The same source is named twice in one group of citations. Two items of one outlet and day are possible, but then something should tell them apart.",
	Why:      "It looks like two sources and is one.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, May 3; Reuters, May 4; Libya Herald, May 3).",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, May 3; Reuters, May 4; Libya Herald, May 4).",
	Cure:     "Strike one of them, or print what tells the two apart.",
	Source:   "House rule",
	run: func(p *pass) {
		type key struct {
			group  int
			outlet string
			day    stamp
		}
		seen := map[key]bool{}
		p.eachArticle(func(a int, art *citations.Article) {
			clear(seen)
			for k := range art.Citations {
				c := &art.Citations[k]
				if c.Group == 0 || c.Outlet == nil || c.Outlet.ID == "" || !dated(c.Date) {
					continue
				}
				at := key{c.Group, c.Outlet.ID, stampOf(c.Date)}
				if seen[at] {
					p.report(onCitation(a, k), c.Span, fmt.Sprintf("%s, %s, stands twice in one parenthesis", name(c), say(c.Date)), "strike one of the two")
				}
				seen[at] = true
			}
		})
	},
}

var citeIncomplete = Rule{
	ID:       "cite.incomplete",
	Severity: score.Suggestion,
	Title:    "A report, study or data set is the source, without title, date or address",
	Doc: `The text rests on a document of a named body ("a study by the Institute …", "figures from the ministry"), and gives neither its title nor its
date nor an address, nor a citation beside it.`,
	Why:      "A body publishes many reports. Nobody can check the figure without knowing which one is meant.",
	Example:  "Ferry Talks\n\nThe line is losing money, and 40 per cent of its ships are laid up, according to a study by the Baltic Shipping Institute. The ministers met in Tripoli (Libya Herald, May 3).",
	NearMiss: "Ferry Talks\n\nThe line is losing money, and 40 per cent of its ships are laid up, according to a study by the Baltic Shipping Institute of March 2018. The ministers met in Tripoli (Libya Herald, May 3).",
	Cure:     "Name the report and its date, or link to it.",
	Source:   "SPJ Code of Ethics: “Identify sources clearly”; IFCN Code of Principles, on the transparency of sources",
	run:      func(p *pass) { p.eachCitation(p.incomplete) },
}

// incomplete looks at a body that the text names as the author of a document.
func (p *pass) incomplete(a, k int, art *citations.Article, c *citations.Citation) {
	if c.Kind != citations.Attribution || c.Class != citations.ClassBody || c.Outlet == nil || c.Inside < 0 || c.Date != nil || c.URL != "" {
		return
	}
	claim := &art.Claims[c.Inside]
	if p.anyClosing(art, claim) || p.datedNear(claim.Sentence, c.Range) || hasQuote(p.doc.Text.Slice(claim.Sentence)) {
		return
	}
	if noun := p.documentBefore(art, claim.Sentence, c.Range.Start); noun != "" {
		p.report(onCitation(a, k), c.Span, fmt.Sprintf("the source is %s of %s, without title, date or address", quoted(noun), name(c)), "name what is meant and its date, or link to it")
	}
}

// datedNear reports whether a month or a day stands within 60 bytes of a name in its sentence: the document's date. A year alone is what its figures are of.
func (p *pass) datedNear(s, name citations.Range) bool {
	const reach = 60
	for _, d := range p.days(s) {
		if d.Date.From.M > 0 && d.Start < name.End+reach && d.End > name.Start-reach {
			return true
		}
	}
	return false
}

// documentBefore is the noun of a document ("study", "Bericht") within the six words before a name, "" if there is none.
func (p *pass) documentBefore(art *citations.Article, s citations.Range, before int) string {
	ws := p.read.tokens(s)
	n := 0
	for i := len(ws) - 1; i >= 0 && n < 6; i-- {
		if ws[i].End > before {
			continue
		}
		if p.words(art).documents.at(ws, i) > 0 {
			return ws[i].low
		}
		n++
	}
	return ""
}

// anyClosing reports whether a bracket, a note or a link is given for a claim.
func (p *pass) anyClosing(art *citations.Article, c *citations.Claim) bool {
	for _, k := range c.Citations {
		if art.Citations[k].Kind != citations.Attribution {
			return true
		}
	}
	return len(c.Orphan) > 0
}
