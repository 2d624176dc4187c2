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
