package citations

import (
	"strings"
	"unicode/utf8"
)

// A paragraph may end with the source that it was taken from: "… was closed on Wednesday. Source: Reuters." A line of its own credits a picture or the whole text, and is
// no sentence that names its source.

// sourceWords introduce such a source, by a colon.
var sourceWords = wordSet(`source sources quelle quellen fuente fuentes fonte fontes fonti bron bronnen źródło źródła źródło источник источники джерело джерела kaynak kaynaklar källa källor kilde kilder lähde lähteet zdroj zdroje izvor izvori sursa forrás πηγή sumber المصدر المصادر`)

// sourceLine finds the papers and bodies that sentence s names behind such a word.
func (p *parser) sourceLine(a *Article, s Range) {
	e := p.verbEnd(s.Start, s.End)
	if e >= s.End || p.clean[e] != ':' && !strings.HasPrefix(p.clean[e:], " :") || !sourceWords.has(strings.ToLower(p.clean[s.Start:e])) {
		return
	}
	const most, longest = 4, 160 // sources, bytes
	if s.Len() > longest {
		return
	}
	at := s.Start + strings.IndexByte(p.clean[s.Start:s.End], ':') + 1
	for range most {
		at = skipBlanks(p.clean, at, s.End)
		at = p.behindArticles(at, s.End)
		r := p.creditedName(at, s.End)
		if r.Empty() {
			return
		}
		if p.newSource(a, s, r, len(a.Citations)) {
			p.addAttribution(a, s, r, cue{press: true, firm: true}, r.Start)
		}
		at = closedQuote(p.clean, r.End, s.End)
		if at >= s.End || strings.IndexByte(",;/", p.clean[at]) < 0 {
			next := skipBlanks(p.clean, at, s.End)
			if next >= s.End || !andWords.has(firstPrinted(p.clean[next:s.End])) {
				return
			}
			at = nextWordStart(p.clean, next, s.End)
			continue
		}
		at++
	}
}

// creditedName is the name at byte at: a known one, a body's, one in quotation marks; what follows it has to end it.
func (p *parser) creditedName(at, limit int) Range {
	if at >= limit {
		return Range{}
	}
	mark, width := utf8.DecodeRuneInString(p.clean[at:limit])
	if closing := quoteEnds[mark]; closing != "" {
		from := at + width
		const longest = 60
		k := strings.IndexAny(p.clean[from:min(limit, from+longest)], closing)
		if k <= 1 || !capitalised(p.clean[from:]) {
			return Range{}
		}
		return Range{Start: from, End: from + k}
	}
	if r := p.describedName(at, limit); !r.Empty() {
		return r
	}
	return p.firmName(at, limit)
}
