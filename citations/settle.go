package citations

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/outlets"
)

// yearAlone decides about "(Name, 2015)", which is how the humanities cite authors and how some reports cite the press. Names that no registry knows are
// counted; what the document's habit is, settle decides.
func (p *parser) yearAlone(name string, v verdict) bool {
	if v != known {
		if hasPressWord(words(name)) {
			return true
		}
		p.yearUnknown++
		return false
	}
	p.yearKnown++
	return len(name) > 2
}

// settle takes back what the whole document shows to be no citation: years behind names where authors are cited so, and outlets alone that explain an
// acronym, list the press or stand only once.
func (p *parser) settle() {
	authors := p.yearUnknown >= 2 && p.yearUnknown >= p.yearKnown || p.yearUnknown > 0 && strings.Contains(p.clean, " et al.")
	weak := p.weakGroups()
	cases := sync.OnceValue(func() bool { return strings.Count(p.clean, " v. ") >= 2 || legalWords(p.clean) >= 3 })
	square := p.citesInSquares()
	kept := p.groups[:0]
	for i := range p.groups {
		g := p.groups[i]
		if authors {
			g.Cites = dropYears(g.Cites)
		}
		if g.Cased && !square {
			continue
		}
		if len(g.Cites) == 0 || g.Weak && !weak[i] || surnames(p, g.Cites) && cases() {
			continue
		}
		kept = append(kept, g)
	}
	p.groups = kept
}

// citesInSquares reports whether the document cites in square brackets: two of its own that hold a known outlet and a date.
func (p *parser) citesInSquares() bool {
	const enough = 2
	n := 0
	for i := range p.groups {
		if g := &p.groups[i]; g.Kind == '[' && !g.Cased && !g.Weak && anyKnown(g.Cites) {
			n++
		}
	}
	return n >= enough
}

// legalWords counts the signs of a text about courts, up to 3.
func legalWords(s string) int {
	n := 0
	for _, w := range [...]string{"court", "judge", "jury", "docket", "sentence", "county jail", "appeal", "lawsuit", "filed suit", "complaint", "statute", "plaintiff"} {
		if strings.Contains(s, w) || strings.Contains(s, strings.ToUpper(w[:1])+w[1:]) {
			if n++; n == 3 {
				return n
			}
		}
	}
	return n
}

// surnames reports whether a group has nothing but single words that no registry knows. Where a text speaks of cases ("Mott v. Palmer"), they are cases
// with the days on which they were decided.
func surnames(p *parser, cs []cited) bool {
	if len(cs) < 2 {
		return false
	}
	for i := range cs {
		s := p.t.Slice(cs[i].Outlet)
		if cs[i].Head == known || strings.ContainsAny(s, " .") {
			return false
		}
	}
	return true
}

func dropYears(cs []cited) []cited {
	out := cs[:0]
	for _, c := range cs {
		if c.Date == nil || !yearsOnly(c.Date) {
			out = append(out, c)
		}
	}
	return out
}

// weakGroups says which groups of outlets without a date cite: they close a sentence, are press, and the document does so more than once or cites the same
// outlet with a date.
func (p *parser) weakGroups() map[int]bool {
	out := map[int]bool{}
	seen := map[string]bool{}
	n, ending := 0, 0
	credits := p.quoteCredits()
	for i := range p.groups {
		p.look()
		g := &p.groups[i]
		if g.Quote && g.Weak && credits {
			out[i] = true
			n++
			continue
		}
		if p.endsBlock(g) && !g.Weak {
			ending++
		}
		if !g.Weak {
			for _, c := range g.Cites {
				seen[strings.ToLower(p.t.Slice(c.Outlet))] = true
			}
			continue
		}
		if p.closesSentence(g) && p.allPress(g) && !p.explains(g) {
			out[i] = true
			n++
			if s := p.t.Slice(g.Cites[0].Outlet); strings.ToUpper(s) != s && len(g.Cites) == 1 && len(s) >= 6 || len(g.Cites) > 2 || strings.Contains(p.t.Slice(g.Range), "/") {
				n++ // a whole name, or two agencies: "(Reuters)", "(AP/Reuters)"
			}
		}
	}
	if n >= 2 {
		return out
	}
	for i := range out {
		if ending >= 3 && p.endsBlock(&p.groups[i]) {
			continue // a digest of headlines, most of which end in a source with its day
		}
		for _, c := range p.groups[i].Cites {
			out[i] = out[i] && seen[strings.ToLower(p.t.Slice(c.Outlet))]
		}
	}
	return out
}

// endsBlock reports whether nothing stands behind a group in its block.
func (p *parser) endsBlock(g *group) bool {
	b := p.t.Blocks[g.Block].Range
	return skipBlanks(p.clean, g.Range.End, b.End) == b.End && g.Range.Start > b.Start
}

// closesSentence reports whether a group stands before the stop of a sentence, or behind one.
func (p *parser) closesSentence(g *group) bool {
	b := p.t.Blocks[g.Block].Range
	before := strings.TrimRight(p.clean[b.Start:g.Range.Start], " \u00A0\n")
	if before == "" || !strings.Contains(before, " ") {
		return false
	}
	at := skipBlanks(p.clean, g.Range.End, b.End)
	if at >= b.End {
		return true
	}
	switch p.clean[at] {
	case '.', '!', '?', '[', '(':
		return true
	}
	last := before[len(before)-1]
	return (last == '.' || last == '"' || last == '!' || last == '?' || strings.HasSuffix(before, "”")) && p.startsSentence(at, b.End)
}

func (p *parser) allPress(g *group) bool {
	for _, c := range g.Cites {
		if c.Head != known || notOutlets.has(foldWord(p.t.Slice(c.Outlet))) {
			return false
		}
		m := p.names.Resolve(p.t.Slice(c.Outlet), outlets.Context{Language: p.lang})
		if m.Entry == nil && m.How != outlets.Ambiguous || m.Entry != nil && (!m.Entry.Kind.Press() || m.Entry.Kind == "social") {
			return false
		}
	}
	return true
}

// listNouns stand before brackets that list or explain the press instead of citing it.
var listNouns = wordSet(`outlets outlet media newspapers newspaper agencies agency channels channel press publications papers websites sites magazines broadcasters titles titres journaux médias presse zeitungen medien sender
	medios periódicos diarios jornais veículos giornali testate as like including owner owned brand brands readers subscription reporters journalists`)

// explains reports whether a group glosses the words before it: an acronym of theirs, or the list of what they name.
func (p *parser) explains(g *group) bool {
	const reach = 120 // bytes before the bracket
	ws := words(p.clean[p.backTo(g.Range.Start, reach):g.Range.Start])
	for k := len(ws) - 1; k >= 0 && k >= len(ws)-4; k-- {
		if listNouns.has(foldWord(ws[k])) {
			return true
		}
	}
	if len(g.Cites) != 1 || len(ws) == 0 {
		return false
	}
	name := p.t.Slice(g.Cites[0].Outlet)
	return spellsOut(ws, name) || isAbbreviation(ws[len(ws)-1]) && initialsBefore(name, ws[len(ws)-1]) == name
}

// spellsOut reports whether the initials of the last words make the acronym.
func spellsOut(ws []string, acronym string) bool {
	letters := []rune(strings.ToUpper(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, acronym)))
	if len(letters) < 2 || len(letters) > 7 || strings.ContainsRune(acronym, ' ') {
		return false
	}
	at := len(letters) - 1
	for k := len(ws) - 1; k >= 0 && k >= len(ws)-12; k-- {
		for _, part := range strings.Split(ws[k], "-") {
			r, _ := utf8.DecodeRuneInString(strings.TrimLeft(part, "\"“'‘"))
			if at >= 0 && unicode.ToUpper(r) == letters[at] && capitalised(part) {
				at--
			}
		}
		if at < 0 {
			return true
		}
	}
	return false
}
