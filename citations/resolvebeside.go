package citations

import (
	"strings"

	"example.org/verify/citations/outlets"
)

// namesBeside reads the names that no registry knows by those that the same article prints: a short form of an outlet that is cited in full ("Post-Gazette"
// beside "Aldermoor Post-Gazette"), and a slip of the pen for a name that stands there right ("Aldermoor Mercry"). Where two names fit, neither is taken.
func (p *parser) namesBeside(a *Article) {
	names := printedNames(a)
	if len(names) < 2 {
		return
	}
	for i := range names {
		p.look()
		n := &names[i]
		if n.match.How != outlets.Provisional {
			continue
		}
		if m, ok := fullName(names, i); ok {
			n.match = m
		}
	}
	for i := range names {
		p.look()
		if n := &names[i]; n.match.How == outlets.Provisional {
			if m, ok := p.rightName(names, i); ok {
				n.match = m
			}
		}
	}
	found := map[string]outlets.Match{}
	for _, n := range names {
		found[n.printed] = n.match
	}
	for k := range a.Citations {
		if o := a.Citations[k].Outlet; o != nil && o.How == outlets.Provisional {
			if m := found[o.Printed]; m.How != outlets.Provisional && m.How != "" {
				o.Match = m
			}
		}
	}
}

// printedName is a name as an article prints it.
type printedName struct {
	printed string
	words   []string // folded
	match   outlets.Match
	n       int  // citations that print it
	running bool // in running text, where grammar gives names other endings
}

// mostNames bounds the names of an article that are held against each other.
const mostNames = 200

// printedNames are the names that the citations of an article print, each once, in the order of the first.
func printedNames(a *Article) (out []printedName) {
	at := map[string]int{}
	for k := range a.Citations {
		o := a.Citations[k].Outlet
		if o == nil || o.How == "" || o.Printed == "" || len(out) == mostNames {
			continue
		}
		i, ok := at[o.Printed]
		if !ok {
			i = len(out)
			at[o.Printed] = i
			out = append(out, printedName{printed: o.Printed, words: partsOfName(o.Printed), match: o.Match})
		}
		out[i].n++
		out[i].running = out[i].running || a.Citations[k].Kind == Attribution
	}
	return out
}

// partsOfName are the words of a name, folded, without "the"; a hyphen parts words.
func partsOfName(s string) []string {
	ws := strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '-' || r == '‑' || r == '–' || r == '\u00A0' || r == '\n'
	})
	for i, w := range ws {
		ws[i] = foldWord(w)
	}
	if len(ws) > 1 && ws[0] == "the" {
		ws = ws[1:]
	}
	return ws
}

// fullName is the outlet of which name i is the beginning or the end, in two words or more: the only one that the article cites so.
func fullName(names []printedName, i int) (outlets.Match, bool) {
	short := &names[i]
	if len(short.words) < 2 {
		return outlets.Match{}, false
	}
	full := -1
	for k := range names {
		n := &names[k]
		if k == i || len(n.words) <= len(short.words) || n.match.Entry == nil || n.match.How == outlets.Fuzzy {
			continue
		}
		extra := len(n.words) - len(short.words)
		if !sameWords(n.words[extra:], short.words) && !sameWords(n.words[:len(short.words)], short.words) {
			continue
		}
		if full >= 0 && names[full].match.ID != n.match.ID {
			return outlets.Match{}, false
		}
		full = k
	}
	if full < 0 {
		return outlets.Match{}, false
	}
	m := names[full].match
	m.How, m.Confidence, m.Short = outlets.ByContext, .8, true
	m.Why = "short for " + names[full].printed + ", which the article cites"
	return m, true
}

func sameWords(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return len(a) == len(b)
}

// sameEnd reports whether two names end with the same three bytes, so that what parts them is no ending of grammar.
func sameEnd(a, b string) bool {
	const n = 3
	return len(a) > n && len(b) > n && a[len(a)-n:] == b[len(b)-n:]
}

// rightName is the outlet for whose name the printed name i is a slip: one that the article prints before it or more often.
func (p *parser) rightName(names []printedName, i int) (outlets.Match, bool) {
	slip, right := &names[i], -1
	for k := range names {
		n := &names[k]
		if k == i || n.match.How == outlets.Fuzzy || n.match.How == outlets.Ambiguous || n.match.Entry == nil && (n.n < slip.n || n.n == slip.n && k > i) {
			continue
		}
		if (slip.running || n.running) && (n.match.Entry == nil && p.lang != "ar" && p.lang != "he" || !sameEnd(slip.printed, n.printed)) || !p.names.Slip(slip.printed, n.printed) {
			continue
		}
		if right >= 0 && names[right].match.ID != n.match.ID {
			return outlets.Match{}, false
		}
		right = k
	}
	if right < 0 {
		return outlets.Match{}, false
	}
	m := names[right].match
	m.How, m.Confidence, m.Spelling = outlets.Fuzzy, .7, names[right].printed
	m.Why = "a slip for " + names[right].printed + ", which the article cites, too"
	return m, true
}
