package citations

import (
	"strings"
	"sync"

	"example.org/verify/citations/outlets"
)

// class is what the lists of words and its letters say of one word: a set.
type class uint32

const (
	capital     class = 1 << iota // begins with a capital, quotation marks aside
	digit                         // begins with a digit
	pastEnd                       // ends in "ed", with three letters or more before it
	opinion                       // "should"
	narrator                      // "we"
	count                         // a number in words
	pastVerb                      // an English verb in the past without "ed"
	verbAbroad                    // a finite verb in the past of other languages
	cueHead                       // a cue of attribution may begin here
	placeHead                     // the name of a place may begin here, with a capital
	placeSmall                    // the name of a place may begin here, without one
	death                         // a stem of Worth
	crime                         //
	accused                       //
	plain                         // its letters and digits are of ASCII and stand together: one word to every stage
	quotes                        // has a quotation mark or apostrophe of ASCII
	wide                          // has a character beyond ASCII
	wordless                      // has neither letter nor digit
	medium                        // a noun that says what kind of medium a name is of
	wroteWord                     // says that somebody wrote or spoke
	articleWord                   // may stand before a name
	linkWord                      // may say that a link stood here: "here"
	east                          // has a character of a script that parts no words, or of Korean
	headWord                      // an article, a word for a medium or for where something is said, "both": see headKind
	bodyNoun                      // a noun of bodies, with a capital
	inBrackets                    // may be an acronym between brackets: "(PCA),"
	rare                          // has a letter or digit, and is not plain
	clauseEnd                     // a clause may begin behind it: a comma, a semicolon, a dash or a quotation mark ends it, or it is "and"
	asserts                       // a verb that may stand before the body whose it is, or an auxiliary of such a verb
	relative                      // a relative pronoun whose clause may name a source
)

// stemClasses are the classes of stems and what each says of its sentence.
var stemClasses = [...]struct {
	class
	Worth
}{{death, Death}, {crime, Crime}, {accused, Accusation}}

// classOfAll is what the words are, all together.
func classOfAll(ts []token) (c class) {
	for i := range ts {
		c |= ts[i].class
	}
	return c
}

// worth is what the stems in a word say of its sentence.
func (c class) worth() (w Worth) {
	if c&(death|crime|accused) == 0 {
		return 0
	}
	for _, x := range stemClasses {
		if c&x.class != 0 {
			w |= x.Worth
		}
	}
	return w
}

func classOfWorth(w Worth) (c class) {
	for _, x := range stemClasses {
		if w&x.Worth != 0 {
			c |= x.class
		}
	}
	return c
}

// A wordKey is a word of up to sixteen letters and digits of ASCII, in lower case, as two numbers.
type wordKey struct{ lo, hi uint64 }

const (
	longestKey = 16
	lowerBits  = 0x2020202020202020 // makes letters small and leaves digits
)

// keyOf is the key of s[from:to], which has no more than longestKey bytes, all of them letters and digits of ASCII.
func keyOf(s string, from, to int) (k wordKey) {
	n := to - from
	if from+longestKey <= len(s) {
		b := s[from : from+longestKey]
		k.lo = eight(b)
		if n <= 8 {
			k.lo = (k.lo | lowerBits) & (1<<(8*n) - 1)
			return k
		}
		k.lo |= lowerBits
		k.hi = (eight(b[8:]) | lowerBits) & (1<<(8*(n-8)) - 1)
		return k
	}
	for i := range n {
		c := uint64(s[from+i] | 0x20)
		if i < 8 {
			k.lo |= c << (8 * i)
		} else {
			k.hi |= c << (8 * (i - 8))
		}
	}
	return k
}

// eight are the first eight bytes of s as a number, the first byte lowest.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func (k wordKey) hash() uint64 { return (k.lo*0x9E3779B97F4A7C15 ^ k.hi*0xC2B2AE3D27D4EB4F) >> 44 }

// classTable finds the class of a word in the lists.
type classTable struct {
	may   [1 << 11]uint64 // by hash, a bit: whether a key can be in slots
	slots [1 << 13]struct {
		wordKey
		class
	}
	others map[string]class // words that have no key, in lower case
	gate   [256]uint64      // of others, by first byte a bit for each length
}

const (
	mayMask  = 1<<17 - 1
	slotMask = 1<<13 - 1
)

// wordClasses is the table of all lists that a text's words are looked up in one by one.
var wordClasses = sync.OnceValue(func() *classTable {
	t := &classTable{others: map[string]class{}}
	for _, l := range []struct {
		*wordList
		class
	}{{opinionWords, opinion}, {narrators, narrator}, {irregular, pastVerb}, {foreignPast, verbAbroad}, {wroteWords, wroteWord}, {spokeWords, wroteWord},
		{articleWords, articleWord}, {conjunctions, clauseEnd}, {englishConjunctions, clauseEnd}, {contrastWords, clauseEnd}, {wordSet(`que`), clauseEnd}, {bodyNouns, bodyNoun}} {
		t.addAll(l.wordList, l.class)
	}
	for _, list := range numberWords {
		t.addAll(list, count)
	}
	for w := range mediumWords.all() {
		for _, article := range elidedArticles {
			t.add(article+w, medium)
		}
		t.add(w, medium)
	}
	for w := range headKinds() {
		t.add(w, headWord)
	}
	for _, w := range linkWords() {
		t.add(w, linkWord)
	}
	for _, verbs := range assertions {
		for w := range verbs.all() {
			t.add(w, asserts)
		}
	}
	for _, pronouns := range relatives {
		for w := range pronouns.all() {
			t.add(w, relative)
		}
	}
	for w := range saying().all() {
		t.add(w, asserts)
	}
	for w := range assertions["fr"].all() {
		t.add("s'"+w, asserts)
		t.add("s’"+w, asserts)
	}
	for w := range assertions["pt"].all() {
		t.add(w+"-se", asserts)
	}
	for _, set := range [...]*wordList{auxiliaries, reflexives} {
		for w := range set.all() {
			t.add(w, asserts)
		}
	}
	for w := range cueIndex().by {
		t.add(strings.ToLower(w), cueHead)
	}
	for w := range outlets.Places.Heads() {
		if capitalised(w) {
			t.add(strings.ToLower(w), placeHead)
		} else {
			t.add(strings.ToLower(w), placeSmall)
		}
	}
	return t
})

func (t *classTable) addAll(l *wordList, c class) {
	for w := range l.all() {
		t.add(w, c)
	}
}

func (t *classTable) add(w string, c class) {
	if !keyed(w) {
		t.others[w] |= c
		t.gate[w[0]] |= 1 << min(len(w), 63)
		return
	}
	k := keyOf(w, 0, len(w))
	h := k.hash()
	t.may[h&mayMask>>6] |= 1 << (h & 63)
	for h &= slotMask; t.slots[h].class != 0 && t.slots[h].wordKey != k; h = (h + 1) & slotMask {
	}
	t.slots[h].wordKey = k
	t.slots[h].class |= c
}

// keyed reports whether a word has a key.
func keyed(w string) bool {
	for i := range len(w) {
		if !alnum(w[i]) {
			return false
		}
	}
	return w != "" && len(w) <= longestKey
}

// of is the class of the word with key k.
func (t *classTable) of(k wordKey) class {
	h := k.hash()
	if t.may[h&mayMask>>6]&(1<<(h&63)) == 0 { // most words
		return 0
	}
	for h &= slotMask; t.slots[h].class != 0; h = (h + 1) & slotMask {
		if t.slots[h].wordKey == k {
			return t.slots[h].class
		}
	}
	return 0
}

// ofText is the class of a word in lower case that may have no key.
func (t *classTable) ofText(w []byte) class {
	if t.gate[w[0]]&(1<<min(len(w), 63)) != 0 {
		if c, ok := t.others[string(w)]; ok {
			return c
		}
	}
	if s := string(w); keyed(s) {
		return t.of(keyOf(s, 0, len(s)))
	}
	return 0
}
