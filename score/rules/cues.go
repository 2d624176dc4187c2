package rules

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/verify/citations"
)

// cue is a bit for one list of a language's words. Most sentences have no word that could begin a phrase of the lists that a rule wants; the rule
// is told so from one reading of the article, and cuts only the others into words.
type cue uint16

const (
	cueMyself cue = 1 << iota
	cueThis
	cueNow
	cueRecent
	cueVague
	cueMany
	cueVagueCue
	cueSay
	cueOne
	cuePerson
	cueWithheld
	cueHearsay
	cueInformant
	cueTells
	cueDeny
)

// cueTable says which lists a word may open a phrase of.
type cueTable struct {
	whole map[string]*opening
	stems [256][]cuedStem // by their first byte
	opens [256]bool       // whether stems has any
	gate  [gates]bool     // of the words in whole that are ASCII: nearly all other words are told by it
}

// opening is what a word opens: the lists of which it begins a phrase, those of them whose phrases all go on with a certain word, and these words.
type opening struct {
	cue, paired cue
	pairs       []cuedPair
}

// cuedPair is the second word of a phrase, and its list; open says that it stands for all words that begin with it.
type cuedPair struct {
	second string
	open   bool
	cue    cue
}

type cuedStem struct {
	stem string
	cue  cue
}

// gates is how many places a gate has: a language has some 150 such words.
const gates = 1 << 13

// gateOf is a word's place in a gate.
func gateOf(first, last byte, n int) uint {
	return (uint(first)*37 + uint(last)*5 + uint(n)*1031) % gates
}

// cuedList is a list of a language's words that has a cue.
type cuedList struct {
	phrases *phrases
	cue     cue
}

func (w *words) cued() []cuedList {
	return []cuedList{
		{&w.myself, cueMyself}, {&w.this, cueThis}, {&w.now, cueNow}, {&w.recent, cueRecent}, {&w.vague, cueVague}, {&w.many, cueMany},
		{&w.vagueCue, cueVagueCue}, {&w.say, cueSay}, {&w.one, cueOne}, {&w.person, cuePerson}, {&w.withheld, cueWithheld}, {&w.hearsay, cueHearsay},
		{&w.informant, cueInformant}, {&w.tells, cueTells}, {&w.deny, cueDeny},
	}
}

func newCueTable(w *words) *cueTable {
	t := &cueTable{whole: map[string]*opening{}}
	for _, list := range w.cued() {
		for word, phrases := range list.phrases.whole {
			if t.whole[word] == nil {
				t.whole[word] = &opening{}
			}
			t.whole[word].add(phrases, list.cue)
			t.gate[gateOf(word[0], word[len(word)-1], len(word))] = true
		}
		for _, phrase := range list.phrases.stems {
			stem := strings.TrimSuffix(phrase[0], "*")
			t.stems[stem[0]] = append(t.stems[stem[0]], cuedStem{stem, list.cue})
			t.opens[stem[0]] = true
		}
	}
	return t
}

// add adds the phrases of a list that begin with the word.
func (o *opening) add(phrases [][]string, list cue) {
	o.cue |= list
	var pairs []cuedPair
	for _, phrase := range phrases {
		if len(phrase) == 1 {
			return
		}
		second, open := strings.CutSuffix(phrase[1], "*")
		if strings.ContainsFunc(second, func(r rune) bool { return r >= utf8.RuneSelf || asciiWord[byte(r)] == 0 }) {
			return
		}
		pairs = append(pairs, cuedPair{second, open, list})
	}
	o.paired |= list
	o.pairs = append(o.pairs, pairs...)
}

// before is what the word is a cue of where rest stands behind it: most that "it" or "a" opens goes on otherwise. Where the next word is not of ASCII or may be cut off, it is
// all that it can be.
func (o *opening) before(rest string) cue {
	i := 0
	for i < len(rest) && rest[i] < utf8.RuneSelf && asciiWord[rest[i]] == 0 {
		i++
	}
	e := i
	for e < len(rest) && asciiWord[rest[e]] != 0 {
		e++
	}
	if e == len(rest) || rest[e] >= utf8.RuneSelf {
		return o.cue
	}
	c := o.cue &^ o.paired
	for k := range o.pairs {
		p := &o.pairs[k]
		if w := rest[i:e]; len(w) == len(p.second) || p.open && len(w) > len(p.second) {
			if strings.EqualFold(w[:len(p.second)], p.second) {
				c |= p.cue
			}
		}
	}
	return c
}

// of is what a word in lower case is a cue of, whatever stands behind it.
func (t *cueTable) of(low string) (c cue) {
	if o := t.whole[low]; o != nil {
		c = o.cue
	}
	if bare, ok := strings.CutPrefix(low, arabicAnd); ok {
		if o := t.whole[bare]; o != nil {
			c |= o.cue
		}
	}
	return c | t.ofStems(low)
}

// ofStems is what the stems that begin a word in lower case are cues of.
func (t *cueTable) ofStems(low string) (c cue) {
	for _, s := range t.stems[low[0]] {
		if strings.HasPrefix(low, s.stem) {
			c |= s.cue
		}
	}
	return c
}

// may reports whether a word of ASCII, in any case, may be a cue.
func (t *cueTable) may(first, last byte, n int) bool {
	const small = 'a' - 'A' // digits have the bit already
	return t.gate[gateOf(first|small, last|small, n)] || t.opens[first|small]
}

// ofASCII is what a word of ASCII in any case, behind which rest stands, is a cue of.
func (t *cueTable) ofASCII(word, rest string) (c cue) {
	var room [32]byte
	for i := range len(word) {
		if asciiWord[word[i]] == capital {
			word = string(appendLower(room[:0], word))
			break
		}
	}
	if o := t.whole[word]; o != nil {
		c = o.before(rest)
	}
	return c | t.ofStems(word)
}

func appendLower(low []byte, word string) []byte {
	for _, c := range []byte(word) {
		if asciiWord[c] == capital {
			c += 'a' - 'A'
		}
		low = append(low, c)
	}
	return low
}

// found is a word that is a cue.
type found struct {
	at  int32 // where it begins in the clean text
	cue cue
}

// find appends the cues in a range of the clean text, whose words are those of tokens.
func (t *cueTable) find(out []found, clean string, r citations.Range) []found {
	s := clean[:r.End]
	for i := r.Start; i < len(s); {
		if asciiWord[s[i]] == 0 {
			if s[i] < utf8.RuneSelf {
				i++
				continue
			}
			if c, n := utf8.DecodeRuneInString(s[i:]); !wordRune(c) {
				i += n
				continue
			}
		}
		e := i
		for e < len(s) && asciiWord[s[e]] != 0 {
			e++
		}
		if e < len(s) && s[e] >= utf8.RuneSelf {
			e = (&tokenizer{clean: s, end: len(s)}).wordEnd(e)
			if c := t.of(strings.ToLower(s[i:e])); c != 0 {
				out = append(out, found{int32(i), c})
			}
		} else if t.may(s[i], s[e-1], e-i) {
			if c := t.ofASCII(s[i:e], s[e:]); c != 0 {
				out = append(out, found{int32(i), c})
			}
		}
		i = e
	}
	return out
}

// cueIndex is where the cues of an article stand.
type cueIndex struct {
	table *cueTable // nil for a language without words
	read  citations.Range
	found []found
}

// newCueIndex reads an article's running text, until done; room is a buffer.
func newCueIndex(done <-chan struct{}, art *citations.Article, clean string, room *[]found) cueIndex {
	x := cueIndex{table: wordsOf(art.Language).cues}
	if x.table == nil {
		return x
	}
	for i := range art.Paragraphs {
		if par := &art.Paragraphs[i]; par.Sentences != nil || par.Part == citations.Body || par.Part == citations.Lead {
			if x.read.Empty() {
				x.read.Start = par.Range.Start
			}
			x.read.End = max(x.read.End, par.Range.End)
		}
	}
	*room = (*room)[:0]
	for r := x.read; !r.Empty() && !ended(done); {
		part := upToBlank(clean, r)
		*room = x.table.find(*room, clean, part)
		r.Start = part.End
	}
	x.found = slices.Clone(*room)
	return x
}

// upToBlank is the beginning of r, of 64 KB or, where no word ends there, somewhat more.
func upToBlank(clean string, r citations.Range) citations.Range {
	const enough = 64 << 10
	if r.Len() <= enough {
		return r
	}
	if k := strings.IndexByte(clean[r.Start+enough:r.End], ' '); k >= 0 {
		r.End = r.Start + enough + k
	}
	return r
}

// in is what the words of a range are cues of, all together.
func (x *cueIndex) in(clean string, r citations.Range) (all cue) {
	if x.table == nil || r.Empty() {
		return 0
	}
	within := x.found
	if x.read.Contains(r) && parted(clean, r.Start) && parted(clean, r.End) {
		i, _ := slices.BinarySearchFunc(within, r.Start, func(f found, at int) int { return cmp.Compare(int(f.at), at) })
		within = within[i:]
	} else {
		within = x.table.find(nil, clean, r)
	}
	for i := range within {
		if int(within[i].at) >= r.End {
			break
		}
		all |= within[i].cue
	}
	return all
}

// parted reports whether a cut before byte i surely goes through no word.
func parted(clean string, i int) bool {
	sign := func(c byte) bool { return c < utf8.RuneSelf && asciiWord[c] == 0 }
	return i == 0 || i == len(clean) || sign(clean[i-1]) || sign(clean[i])
}

// vague is what a sentence needs so that a source that nobody names can stand in it.
func (c cue) vague() bool {
	return c&(cueVague|cueMany) != 0 && c&(cueSay|cueTells|cueVagueCue) != 0 || c&cueHearsay != 0
}

// anonymous is what a sentence needs so that one person without a name can speak in it, or it can say that a name is kept back.
func (c cue) anonymous() bool {
	speaks := c&(cueSay|cueDeny) != 0
	return speaks && (c&cueOne != 0 && c&cuePerson != 0 || c&cueInformant != 0) || c&cueWithheld != 0
}
