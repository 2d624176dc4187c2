package citations

import (
	"strings"
	"sync"
	"unicode/utf8"

	"example.org/verify/citations/outlets"
)

// knownAt is a known name that begins somewhere: where it ends, and who bear it.
type knownAt struct {
	end int
	ids []*outlets.Outlet
	ok  bool
}

// subjectAt is the name of a paper that begins at byte i of a sentence, behind its article, a quotation mark or what describes it; empty where there is none.
func (p *parser) subjectAt(i, limit int) Range {
	r, _, _ := p.paperAt(i, limit, headKind(firstPrinted(p.clean[i:limit])))
	return r
}

// What the first word of a clause may lead to.
const (
	headArticle uint8 = 1 << iota
	headMedium        // or what describes one
	headHere          // "in", "beim"
	headBoth          // "both"
	headView          // "pour", "für"
	headCleft         // "it was", "c'est"
	headAddress       // "to", "à"
)

// headKinds says it of words in lower case.
var headKinds = sync.OnceValue(func() map[string]uint8 {
	m := map[string]uint8{}
	for kind, sets := range map[uint8][]*wordList{headArticle: {articleWords}, headMedium: {mediumWords, mediumAdjectives}, headHere: {hereIn}, headBoth: {bothWords}, headView: {viewWords}, headCleft: {cleftHeads}, headAddress: {addressWords}} {
		for _, set := range sets {
			for w := range set.all() {
				m[w] |= kind
			}
		}
	}
	return m
})

func headKind(w string) uint8 {
	const longest = 20 // bytes of such a word, and some more
	if len(w) > longest {
		return 0
	}
	var room [64]byte
	return headKinds()[string(lower(room[:0], w))]
}

// paperAt is subjectAt where the kind of the first word is known; at is the byte behind the article and the quotation mark, and
// found the known name there that is none of a paper.
func (p *parser) paperAt(i, limit int, kind uint8) (r Range, at int, found knownAt) {
	first := firstPrinted(p.clean[i:limit])
	tied := elision(first) > 0 || strings.HasPrefix(first, "L'") || strings.HasPrefix(first, "L’")
	if p.has&medium != 0 && (kind&(headArticle|headMedium) != 0 || tied || capitalised(first) && beginsWith(p.clean[i+len(first):limit], mediumWords)) {
		if r := p.describedName(i, limit); !r.Empty() {
			return r, i, found
		}
	}
	at = i
	end, ids, ok := 0, []*outlets.Outlet(nil), false
	if kind&headArticle != 0 || tied { // "Le Monde" has its article
		if end, ids, ok = p.longestAt(i, limit); !ok {
			at = p.behindMediumKind(p.behindArticles(i, limit), limit)
		}
	}
	at += quoteMark(p.clean[min(at, limit):limit])
	if at >= limit {
		return Range{}, at, found
	}
	if !ok {
		if end, ids, ok = p.longestAt(at, limit); !ok && p.lang == "en" {
			end, ids, ok = p.ownerAt(at, limit)
		} else if p.lang == "en" && strings.IndexByte(p.clean[at:end], ' ') < 0 { // "US Department of State's" is not "US"
			if e, owners, whole := p.ownerAt(at, limit); whole && e > end {
				end, ids = e, owners
			}
		}
	}
	if !ok {
		if e := p.citedAt(at, limit); e > at {
			return Range{Start: at, End: e}, at, found
		}
	}
	if !ok || !anyPress(ids) || !nameable(p.clean[at:end]) || p.commonHead(at, end) || p.headsBody(at, end, limit) {
		return Range{}, at, knownAt{end, ids, ok}
	}
	return Range{Start: at, End: p.wholeName(at, end, limit)}, at, found
}

// headsBody reports whether the paper's name in [at, end) is only the beginning of a body's: "Universidad" of "Universidad de Almería", "Öko" of "Öko-Institut".
func (p *parser) headsBody(at, end, limit int) bool {
	if end+1 >= limit {
		return false
	}
	if p.clean[end] == '-' {
		return bodyNouns.has(strings.ToLower(p.clean[end+1 : p.verbEnd(end+1, limit)]))
	}
	return p.lang != "en" && ofParticles.has(firstPrinted(p.clean[end:limit])) && bodyNouns.has(strings.ToLower(p.clean[at:end]))
}

// headOfClause reports whether a clause begins at byte i of a sentence: behind a comma, a dash, a semicolon, a quotation or "and", "but".
func (p *parser) headOfClause(s Range, i int) bool {
	end := i
	for end > s.Start && blankBefore(p.clean, end) > 0 {
		end -= blankBefore(p.clean, end)
	}
	if end <= s.Start {
		return true
	}
	from := end
	for from > s.Start && end-from <= longestConjunction && blankBefore(p.clean, from) == 0 {
		from--
	}
	return p.endsClause(p.clean[from:end]) || p.contrasts(s.Start, end)
}

// contrasts reports whether a word that sets one clause against another ends at byte end, behind which the subject stands: "mientras que la universidad …".
func (p *parser) contrasts(low, end int) bool {
	from, _ := wordBefore(p.clean, low, end)
	w := p.clean[from:end]
	if w != "que" {
		return contrastWords.has(w) && p.lang != "en"
	}
	from, to := wordBefore(p.clean, low, from)
	return beforeQue.has(strings.ToLower(p.clean[from:to]))
}

// contrastWords are such words of one part, beforeQue what makes one of "que".
var (
	contrastWords = wordSet(`mientras enquanto mentre zatímco dok medan mens ενώ sementara sedangkan gdy`)
	beforeQue     = wordSet(`mientras tandis alors enquanto ya puesto dado visto aunque sino porque`)
)

// longestConjunction is the length in bytes of the longest of conjunctions.
const longestConjunction = len("как")

// conjunctions open a clause; what they are in one language is an article or a verb in another.
var (
	conjunctions        = wordSet(`and but et mais und aber y pero e ma mas i a ale wie was comme como come zoals als som jak как як`)
	englishConjunctions = wordSet(`and but while if as how`)
)

// endsClause reports whether a word, with its marks, is the last before the head of a clause.
func (p *parser) endsClause(word string) bool {
	if word == "" {
		return true
	}
	switch c := word[len(word)-1]; {
	case c == ',' || c == ';' || c == ':':
		return true
	case c == '"':
		return len(word) > 1
	case c >= utf8.RuneSelf:
		if last, _ := utf8.DecodeLastRuneInString(word); strings.ContainsRune("–—»”“", last) {
			return true
		}
	case !alnum(c):
		return false
	}
	if len(word) > longestConjunction {
		return false
	}
	var room [4 * longestConjunction]byte
	if p.lang == "en" {
		return englishConjunctions.hasBytes(lower(room[:0], word))
	}
	return conjunctions.hasBytes(lower(room[:0], word))
}

// behindMediumKind is the byte behind the word in small letters at byte at that says what kind of paper the name behind it is: "the state-run Tagwa Post"; at where no name
// follows.
func (p *parser) behindMediumKind(at, limit int) int {
	if !beginsWith(p.clean[at:limit], mediumAdjectives) {
		return at
	}
	next := nextWordStart(p.clean, at, limit)
	if next >= limit || !capitalised(p.clean[next:limit]) && quoteMark(p.clean[next:limit]) == 0 {
		return at
	}
	return next
}
