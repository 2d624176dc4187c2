package support

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// name is a person, place or organisation of the claim.
type name struct {
	tokens []int // of the claim
	text   string
}

// namesOf finds the capitalised words of a claim, joined where they follow each other. The first word of a sentence counts only where
// others follow it: whether it is a name by itself, the page tells.
func namesOf(ts []token) (out []name) {
	for i := 0; i < len(ts); i++ {
		if !nameToken(&ts[i]) || ts[i].first && !joins(ts, i) {
			continue
		}
		n := name{}
		for i < len(ts) && (nameToken(&ts[i]) || len(n.tokens) > 0 && particle[ts[i].low] && i+1 < len(ts) && nameToken(&ts[i+1])) {
			if len(n.tokens) > 0 && ts[i].first {
				break
			}
			if !particle[ts[i].low] {
				n.tokens = append(n.tokens, i)
			}
			i++
		}
		i--
		if len(n.tokens) > 0 {
			out = append(out, n)
		}
	}
	for k := range out {
		var words []string
		for _, t := range out[k].tokens {
			words = append(words, ts[t].low)
		}
		out[k].text = strings.Join(words, " ")
	}
	return out
}

// joins reports whether the word that opens a sentence is part of a longer name.
func joins(ts []token, i int) bool {
	if ts[i].stop {
		return false
	}
	if _, place := abroad()[ts[i].low]; ts[i].upper || place {
		return true
	}
	return i+1 < len(ts) && nameToken(&ts[i+1]) && !ts[i+1].first && !ordinaryFirst()[ts[i].low]
}

// ordinaryFirst open sentences and are no names before one.
var ordinaryFirst = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`gunmen police troops soldiers residents officials rebels militants fighters protesters workers clashes fighting forces several hundreds thousands dozens many state local former armed three two four five six seven eight nine ten last early late most about nearly around almost another president minister prime foreign defence defense interior general colonel`) {
		m[w] = true
	}
	return m
})

var particle = map[string]bool{"al": true, "el": true, "de": true, "del": true, "bin": true, "ibn": true, "van": true, "von": true, "der": true, "of": false, "da": true, "di": true, "la": true, "ben": true, "abu": true, "ould": true}

func nameToken(t *token) bool {
	return t.capital && !t.number && utf8.RuneCountInString(t.low) > 1 && (!t.stop || t.upper && len(t.low) > 2) && !calendar[t.low] && !titles[t.low]
}

// calendar are capitalised words of dates, which are no names.
var calendar = wordMap(`january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec
	januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag`)

// titles stand before names and are often left out.
var titles = wordMap(`president minister prime general gen colonel col mr mrs ms dr prof professor king queen prince sheikh senator sen governor gov chancellor secretary field marshal captain major lieutenant sir lord pope cardinal archbishop ambassador foreign interior defence defense chief commander spokesman spokeswoman imam ayatollah`)

func wordMap(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[foldWord(w)] = true
	}
	return m
}

// endings are what two forms of a name may differ by: "Libya", "Libyan"; "Turkey", "Turkish".
var endings = wordMap(`s n an ian ish ese i ic er ers y ey e a eans ans ians ns is en es`)

// sameName reports whether two folded names that begin alike are forms of one.
func sameName(a, b string) bool {
	if a == b {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	if n < 4 {
		return false
	}
	ra, rb := a[n:], b[n:]
	if ra == "ia" && rb == "" || ra == "" && rb == "ia" {
		return false // Niger, Nigeria
	}
	if a[:n] == "niger" && ra != rb && (strings.HasPrefix(ra, "ia") != strings.HasPrefix(rb, "ia")) {
		return false
	}
	return (ra == "" || endings[ra]) && (rb == "" || endings[rb])
}

// checkNames counts the names of the claim that the page has: in the title or the main text.
func (j *judge) checkNames() {
	idx := j.index()
	c := NameCheck{}
	for _, n := range j.names {
		c.Of++
		if j.nameStands(n, idx) {
			c.Found++
		} else if len(c.Missing) < 20 {
			c.Missing = append(c.Missing, j.printedName(n))
		}
	}
	j.r.Checks.Names = c
}

func (j *judge) printedName(n name) string {
	first, last := j.words[n.tokens[0]], j.words[n.tokens[len(n.tokens)-1]]
	return j.claim.Text[first.start:last.end]
}

// position is where a word stands on the page.
type position struct{ line, word int }

// index says where the names of the claim stand on the page.
func (j *judge) index() map[int][]position {
	var asked []ask
	for _, n := range j.names {
		for _, k := range n.tokens {
			asked = append(asked, ask{root: root(j.words[k].key), low: j.words[k].low, soft: soft(j.words[k].low), name: true, token: k})
		}
	}
	f := newFinder(asked)
	out := map[int][]position{}
	for i := range j.lines {
		for k := range j.lines[i].words {
			at := f.find(&j.lines[i].words[k])
			if at < 0 {
				continue
			}
			for _, a := range asked { // the same word may stand in two names
				if a.root == asked[at].root && len(out[a.token]) < 500 {
					out[a.token] = append(out[a.token], position{i, k})
				}
			}
		}
	}
	return out
}

// nameStands reports whether a name stands on the page: all of it side by side, or its last word where no other first name stands
// before it.
func (j *judge) nameStands(n name, idx map[int][]position) bool {
	last := n.tokens[len(n.tokens)-1]
	if len(n.tokens) == 1 {
		return len(idx[last]) > 0 || j.initials(n)
	}
	have := 0
	for _, k := range n.tokens {
		if len(idx[k]) > 0 {
			have++
		}
	}
	if have == len(n.tokens) {
		return true
	}
	if have == 0 || len(idx[last]) == 0 {
		return j.initials(n)
	}
	if have*3 >= len(n.tokens)*2 {
		return true
	}
	return slices.ContainsFunc(idx[last], func(p position) bool { return j.bare(p) })
}

// bare reports whether a last name stands on the page without another first name: behind a title, or a small word.
func (j *judge) bare(p position) bool {
	if p.word == 0 {
		return true
	}
	before := &j.lines[p.line].words[p.word-1]
	return !before.capital || before.stop || titles[before.low] || before.first && ordinaryFirst()[before.low] || particle[before.low]
}

// initials reports whether the first letters of a long name stand on the page, or the long name for initials.
func (j *judge) initials(n name) bool {
	if len(n.tokens) < 2 {
		return j.spelledOut(n)
	}
	var b strings.Builder
	for _, k := range n.tokens {
		b.WriteByte(j.words[k].low[0])
	}
	want := b.String()
	if len(want) < 3 {
		return false
	}
	for i := range j.lines {
		for k := range j.lines[i].words {
			if t := &j.lines[i].words[k]; t.upper && t.low == want {
				return true
			}
		}
	}
	return false
}

// spelledOut reports whether capitalised words in a row, small ones aside, begin with the letters of an abbreviation.
func (j *judge) spelledOut(n name) bool {
	t := &j.words[n.tokens[0]]
	if !t.upper || len(t.low) < 2 || len(t.low) > 6 || !plainLower(t.low) {
		return false
	}
	for i := range j.lines {
		ws := j.lines[i].words
		at := 0
		for k := range ws {
			switch {
			case ws[k].capital && ws[k].low[0] == t.low[at]:
				if at++; at == len(t.low) {
					return true
				}
			case ws[k].stop && at > 0:
			default:
				at = 0
				if ws[k].capital && ws[k].low[0] == t.low[0] {
					at = 1
				}
			}
		}
	}
	return false
}
