package citations

import (
	"strings"
	"unicode"
)

// A paper that no registry knows is known in a sentence once the document has cited it in a bracket with a day: "(Trib, March 16)", and later "The Trib wrote that".
// A university or an office is known by its acronym once a bracket has said what that stands for: "Universidade Federal da Paraíba (UFPB)", and later "a UFPB disse".

// citedName is a name that brackets of the document cite with a day.
type citedName struct {
	name  string
	times int
}

// citedNames are those that no registry knows, by their first word.
func (p *parser) citedNames() map[string][]citedName {
	var out map[string][]citedName
	for i := range p.groups {
		for k := range p.groups[i].Cites {
			c := &p.groups[i].Cites[k]
			if c.Date == nil || !dayPrecise(c.Date) || c.Person || c.Outlet.Empty() || c.Head == known {
				continue
			}
			name := withoutArticle(strings.Trim(p.clean[c.Outlet.Start:c.Outlet.End], "«»„“”\"*_ "))
			first := firstPrinted(name)
			if !p.mayBeTold(name, first) {
				continue
			}
			if out == nil {
				out = map[string][]citedName{}
			}
			out[first] = addCited(out[first], name)
		}
	}
	return out
}

// mayBeTold reports whether a cited name can stand in a sentence as a paper's: it is a name, and no word of speakers or of the language.
func (p *parser) mayBeTold(name, first string) bool {
	const longest = 50 // bytes
	return len(name) > 2 && len(name) <= longest && capitalised(first) && !strings.ContainsAny(name, ",;:()[]/") && !articleWords.has(strings.ToLower(name)) && !speakers.has(strings.ToLower(lastField(name))) && !p.places(name) && !p.names.Known(name)
}

func addCited(list []citedName, name string) []citedName {
	const most = 20
	for i := range list {
		if list[i].name == name {
			list[i].times++
			return list
		}
	}
	if len(list) < most {
		list = append(list, citedName{name, 1})
	}
	return list
}

// citedAt is where the longest cited name ends that begins at byte at; at where none does. A name that may be a person's has to be cited twice.
func (p *parser) citedAt(at, limit int) int {
	if len(p.cited) == 0 || at >= limit {
		return at
	}
	best := at
	for _, c := range p.cited[p.clean[at:wordRunHyphened(p.clean[:limit], at)]] {
		e := at + len(c.name)
		if e <= best || e > limit || p.clean[at:e] != c.name || e < limit && (wordChar(p.clean, e) || p.clean[e] == '-' && e+1 < limit && alnum(p.clean[e+1])) {
			continue
		}
		if _, person := personName(c.name, false); !person || c.times > 1 || p.calledPaper(c.name) {
			best = e
		}
	}
	return best
}

// wordRunHyphened is where the word at byte i of s ends, with the parts that hyphens, points and apostrophes tie to it.
func wordRunHyphened(s string, i int) int {
	for i < len(s) && (wordChar(s, i) || strings.IndexByte("-.'&", s[i]) >= 0 && i+1 < len(s) && wordChar(s, i+1)) {
		i++
	}
	return i
}

// bodyAcronyms are the acronyms in brackets that stand behind the name of a body which begins with the same letter, whatever else it is called: "Laboratoire national (LNBTP)".
func (p *parser) bodyAcronyms() map[string]bool {
	var out map[string]bool
	for block, bs := range p.brs {
		r := p.t.Blocks[block].Range
		for _, b := range bs {
			p.look()
			if b.Kind != '(' || b.Close < 0 || b.Close-b.Open > longestAcronym {
				continue
			}
			inner := p.clean[b.Open+bracketLen(p.clean, b.Open) : b.Close]
			if !bodyAcronym(inner) || p.fights(inner) {
				continue
			}
			if p.bodyWithInitial(r, b.Open, firstRune(inner)) {
				if out == nil {
					out = map[string]bool{}
				}
				out[inner] = true
			}
		}
	}
	return out
}

// longestAcronym is how many bytes a bracket with an acronym has at most.
const longestAcronym = 20

// bodyAcronym reports whether s is one word of three capitals or more, a small letter or a hyphen between them perhaps: "UFPB", "INPHB", "CRMV-PB", "РАН".
func bodyAcronym(s string) bool {
	capitals, small := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r):
			small++
		case r != '-':
			return false
		}
	}
	return capitals >= 3 && small <= 1
}

// bodyWithInitial reports whether a noun of bodies with this initial stands in the words before byte at, which no mark parts from it.
func (p *parser) bodyWithInitial(block Range, at int, initial rune) bool {
	const most = 10 // words
	for range most {
		from, to := wordBefore(p.clean, block.Start, at)
		w := p.clean[from:to]
		if w == "" || strings.ContainsAny(w, ".,;:()\"") {
			return false
		}
		w = w[elision(w):]
		w = strings.Trim(w, "«»„“”")
		if f := strings.ToLower(w); (bodyNouns.has(f) || p.slavicNoun(w) || p.compounds() && p.namesBody("X "+w)) && unicode.ToUpper(firstRune(w)) == initial {
			return true
		}
		at = from
	}
	return false
}

// explained reports whether a word is an abbreviation that the document says is a body's.
func (p *parser) explained(w string) bool {
	if len(w) < 3 || !unicode.IsUpper(firstRune(w)) {
		return false
	}
	if p.acronyms[w] {
		return true
	}
	long := p.defs[w]
	return long != "" && (p.namesBody(long) || p.isBody(long)) && !p.fights(long)
}
