package citations

import "strings"

// Press reviews print a paragraph that is a quotation and nothing else, and behind it the paper and its city in brackets, with no day, since all are of
// that morning: "« Le noir a ceci de pratique … » (Le Lynx, Conakry)".

// creditsQuote reports whether a group, whose inside is inner, is a name and a known place, closes its block, and stands behind a closing quotation mark.
func (p *parser) creditsQuote(g *group, inner Range) bool {
	before := strings.TrimRight(p.clean[p.backTo(g.Range.Start, 8):g.Range.Start], " \u00A0\u202F\n.")
	if !strings.HasSuffix(before, "»") && !strings.HasSuffix(before, "”") && !strings.HasSuffix(before, "“") && !strings.HasSuffix(before, "\"") {
		return false
	}
	name, place, ok := strings.Cut(p.clean[inner.Start:inner.End], ", ")
	return ok && p.endsBlock(g) && name != "" && len(words(name)) <= 5 && capitalised(name) && p.places(place) && p.judgeHead(name) != notName
}

// quoteCredit is the source of such a group where no registry knows the name.
func (p *parser) quoteCredit(inner Range) []cited {
	name, _, _ := strings.Cut(p.clean[inner.Start:inner.End], ", ")
	return []cited{{Range: inner, Outlet: Range{Start: inner.Start, End: inner.Start + len(name)}, Head: likeName, Parted: true}}
}

// quoteCredits reports whether a document credits its quotations so: two of those who said them are known press. Else they may be readers: "(Anna, Lyon)".
func (p *parser) quoteCredits() bool {
	n := 0
	for i := range p.groups {
		if g := &p.groups[i]; g.Quote && g.Weak && p.allPress(g) {
			n++
		}
	}
	return n >= 2
}

// speakerCredit finds the paper that ends a paragraph behind a quotation and whose words it was, without a verb: “…” Novelist Bridget Farr, in The Observer. s is the last sentence
// of paragraph par.
func (p *parser) speakerCredit(a *Article, par, s Range) {
	const longest = 120 // bytes from the quotation to the end
	from := p.backTo(s.End, min(longest, s.End-par.Start))
	comma := from + strings.LastIndexByte(p.clean[from:s.End], ',')
	if comma < from || quotesBehind.in(p.clean[comma:s.End]) {
		return
	}
	mark := from + quotesBehind.lastIn(p.clean[from:comma])
	if mark < from {
		return
	}
	who := strings.TrimLeft(p.clean[mark:comma], "\"”“» \u00A0\n,–—-")
	if !speaksOf(who) {
		return
	}
	at := skipBlanks(p.clean, comma+1, s.End)
	for range 3 {
		if w := firstPrinted(p.clean[at:s.End]); !creditLeads.has(w) && !articleWords.has(w) {
			break
		}
		at = nextWordStart(p.clean, at, s.End)
	}
	end, ids, ok := p.nameAt(at, s.End)
	if at > comma+2 && ok && anyPress(ids) && nameable(p.clean[at:end]) && strings.Trim(p.clean[end:s.End], ".*_ \u00A0\n") == "" && !p.inGroup(at) {
		p.addAttribution(a, s, Range{Start: at, End: end}, cue{press: true}, at)
	}
}

// quotesBehind are the marks that end quotations.
var quotesBehind = marks("\"”“»")

// creditLeads stand between the speaker and the paper.
var creditLeads = wordSet(`in to on quoted by writing speaking talking interviewed via dans à sur au in bei zu im gegenüber en a al para in su a al`)

// speaksOf reports whether s says who spoke, and no more: a few words, with a capital or an article at their head, and no verb of a list.
func speaksOf(s string) bool {
	const most = 14
	ws := words(s)
	if len(ws) == 0 || len(ws) > most || !capitalised(ws[0]) && !articleWords.has(ws[0]) || strings.ContainsAny(s, ".:;!?(") {
		return false
	}
	for _, w := range ws {
		if finiteWords.has(w) || saying().has(w) {
			return false
		}
	}
	return true
}
