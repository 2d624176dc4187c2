package outlets

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// nearIndex finds the keys near to a misspelt one. Keys lie by length and first letter, and again by length and last letter: a slip
// in both is not looked for. Each has a signature of its letters, of which an edit changes at most two bits, so that all
// but a few keys of a drawer are passed over by one comparison. A drawer is filled when it is first opened: an article opens few.
type nearIndex struct {
	index           *index
	keys            []int32 // indices into index.keys, those of length n from ends[n-1] to ends[n]
	ends            [256]int32
	byFirst, byLast [(maxNear + 4) * drawers]drawer
}

// drawer has the names of a length and a letter.
type drawer struct {
	once sync.Once
	keys []nearKey
}

type nearKey struct {
	letters uint64
	key     int32 // index into index.keys
}

// drawers is how many drawers a length has: one for each Latin letter and one for all else.
const drawers = 27

func drawerOf(c byte) int {
	if c >= 'a' && c <= 'z' {
		return int(c - 'a')
	}
	return drawers - 1
}

// maxNear is the length of the longest key that is compared.
const maxNear = 60

func newNearIndex(r *Registry) *nearIndex {
	n := &nearIndex{index: &r.index, keys: make([]int32, len(r.index.keys))}
	for i := range n.index.keys {
		n.ends[n.index.keys[i].len]++
	}
	at := int32(0)
	for l, here := range n.ends { // where each length begins, and then how far it is filled
		n.ends[l] = at
		at += here
	}
	for i := range n.index.keys {
		end := &n.ends[n.index.keys[i].len]
		n.keys[*end] = int32(i)
		*end++
	}
	return n
}

// startingWith are the names of a length that begin with a letter, endingIn those that end in one.
func (n *nearIndex) startingWith(length int, letter byte) []nearKey {
	return n.open(&n.byFirst[length*drawers+drawerOf(letter)], length, letter, func(key []byte) byte { return key[0] })
}

func (n *nearIndex) endingIn(length int, letter byte) []nearKey {
	return n.open(&n.byLast[length*drawers+drawerOf(letter)], length, letter, func(key []byte) byte { return key[len(key)-1] })
}

// open opens the drawer of the names of a length whose letter at one end falls together with the given one.
func (n *nearIndex) open(d *drawer, length int, letter byte, of func(key []byte) byte) []nearKey {
	d.once.Do(func() {
		x, same := n.index, drawerOf(letter)
		for _, i := range n.keys[n.ends[length-1]:n.ends[length]] {
			if key := x.key(&x.keys[i]); drawerOf(of(key)) == same && x.names(&x.keys[i]) {
				d.keys = append(d.keys, nearKey{signature(key), i})
			}
		}
	})
	return d.keys
}

// names reports whether a key is a name or an alias of an entry: abbreviations and addresses have no misspellings.
func (x *index) names(k *keyed) bool {
	for i := k.first; i >= 0; i = x.postings[i].next {
		if f := x.postings[i].form; f != formAbbreviation && f != formDomain {
			return true
		}
	}
	return false
}

// words cuts a name into its folded words, without article.
func words(name string) []string {
	var f folder
	f.all(name)
	spans := f.words()
	out := make([]string, spans.n)
	for i, w := range spans.at[:spans.n] {
		out[i] = string(f.key[w[0]:w[1]])
	}
	return out
}

// wordSpans is where the words of a folded name lie in its key, each from the first of its two numbers to the second.
type wordSpans struct {
	at [maxTokens][2]uint8
	n  int
}

// words is where the words of what was folded lie, without article.
func (f *folder) words() (w wordSpans) {
	c := f.cut()
	at := c.from
	for i := range min(f.tokens, maxTokens) {
		end := int(f.marks[i])
		if end > at && at < c.to {
			w.at[w.n] = [2]uint8{uint8(at), uint8(end)}
			w.n++
			at = end
		}
	}
	return w
}

// signature has a bit for each letter that stands once in a key, another for each that stands twice, and one for each digit.
func signature(key []byte) (s uint64) {
	for _, c := range key {
		b := signs[c]
		s |= b | s&b<<alphabet // beyond the highest bit for all but letters
	}
	return s
}

// alphabet is how many letters it has.
const alphabet = 26

// signs has the bit of each byte.
var signs = func() (t [256]uint64) {
	for c := range t {
		switch {
		case c >= 'a' && c <= 'z':
			t[c] = 1 << (c - 'a')
		case c >= '0' && c <= '9':
			t[c] = 1 << (2*alphabet + c - '0')
		default:
			t[c] = 1 << (62 + c&1)
		}
	}
	return
}()

// bound is how many edits a key of n bytes may be away from a known one.
func bound(n int) int {
	switch {
	case n < 5:
		return 0
	case n <= 8:
		return 1
	case n <= 14:
		return 2
	}
	return 3
}

// misspelt finds the one outlet that a name is near to. It is refused where two are equally near, and where what differs is a
// word, a number or a plural: those are other outlets, not slips.
func (r *Registry) misspelt(f *found) bool {
	if !mayBeMisspelt(f.name) {
		return false
	}
	var room [128]byte
	key, c := appendKey(room[:0], f.name)
	bare := key[c.from:c.to]
	if c.short(len(key)) && r.index.find(bare) != nil {
		return false // the name of another but for its article
	}
	best := r.nearest(bare, bound(len(bare)))
	switch {
	case best.key == nil:
		return false
	case best.tied != nil:
		return r.tied(f, best, string(key[:c.from]), bare)
	}
	hits, text := r.slips(f.name, string(key[:c.from]), best.key, best.distance)
	if hits == nil {
		f.refused = "not taken for " + text + ", from which it differs by more than a slip"
		return false
	}
	f.hits, f.how = hits, Fuzzy
	f.via = fmt.Sprintf("%s from %s, and near to no other known outlet", edits(best.distance, bare), text)
	return true
}

// slips are the outlets of a key for whose name a printed one may be a slip, nil if there are none; text is what the key spells.
func (r *Registry) slips(name, article string, k *keyed, distance int) (hits []hit, text string) {
	text = r.textOf(k)
	single := len(words(name)) == 1
	hits = slices.DeleteFunc(r.ownHits(k), func(h hit) bool { return !sameArticle(article, h.text, single) })
	if len(hits) > 0 {
		text = hits[0].text
	}
	if len(hits) == 0 || !r.slip(name, text, distance) {
		return nil, text
	}
	return hits, text
}

// ownHits lists what a key leads to, each outlet once, by the form that it has itself: "Tempo" as well as "Il Tempo".
func (r *Registry) ownHits(k *keyed) (hits []hit) {
	for i := k.first; i >= 0; i = r.index.postings[i].next {
		p := &r.index.postings[i]
		o := &r.entries[p.entry]
		if r.meant(p, p.text(o)) && !slices.ContainsFunc(hits, func(h hit) bool { return h.o == o && articleOf(h.text) == articleOf(p.text(o)) }) {
			hits = append(hits, r.hit(p, k))
		}
	}
	return hits
}

// tied keeps what a name is equally near to, for the sources beside it to decide.
func (r *Registry) tied(f *found, best near, article string, key []byte) bool {
	f.refused = "near to several outlets"
	for _, k := range append(best.tied, best.key) {
		if hits, _ := r.slips(f.name, article, k, best.distance); hits != nil {
			f.tied = append(f.tied, hits...)
		}
	}
	f.slip = edits(best.distance, key)
	return false
}

// edits says n edits of a key's bytes in letters: those of other scripts have two bytes.
func edits(n int, key []byte) string {
	if slices.ContainsFunc(key, func(c byte) bool { return c >= 0x80 }) {
		n = (n + 1) / 2
	}
	if n == 1 {
		return "one letter"
	}
	return fmt.Sprintf("%d letters", n)
}

// textOf is the first name of a key.
func (r *Registry) textOf(k *keyed) string {
	p := &r.index.postings[k.first]
	return p.text(&r.entries[p.entry])
}

// mayBeMisspelt reports whether a printed name can be a slip of the pen at all: acronyms, ordinary words, places and persons' names
// can not.
func mayBeMisspelt(name string) bool {
	if strings.IndexByte(name, ' ') >= 0 {
		return true
	}
	lowers := 0
	for _, c := range []byte(name) {
		if c >= 'a' && c <= 'z' || c >= 0x80 {
			lowers++
		}
	}
	return lowers >= 3 && (name[0] < 'a' || semiticLetter(name)) && !Ordinary(name) && !Places.known(name)
}

// semiticLetter reports whether a name begins with a letter of Hebrew or Arabic, which have no capitals.
func semiticLetter(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return r >= 0x5D0 && r < 0x780
}

// Slip reports whether printed is no known name and a slip of the pen for known, which the registry need not have.
func (r *Registry) Slip(printed, known string) bool {
	if r.slipOfCharacter(printed, known) {
		return true
	}
	if !mayBeMisspelt(printed) || r.Known(printed) {
		return false
	}
	if semiticLetter(printed) && r.slipOfLetter(words(printed), words(known)) {
		return true
	}
	var one, two [128]byte
	x, c := appendKey(one[:0], printed)
	y, e := appendKey(two[:0], known)
	a, b := x[c.from:c.to], y[e.from:e.to]
	if article := string(x[:c.from]); pluralArticle(article) && article == string(y[:e.from]) && string(b) == string(a)+"s" {
		return true // "Los Tiempo" beside "Los Tiempos"
	}
	limit := bound(min(len(a), len(b)))
	d := distance(a, b, limit)
	return d > 0 && d <= limit && sameArticle(string(x[:c.from]), known, len(words(printed)) == 1) && r.slip(printed, known, d)
}

// near is the nearest key found so far.
type near struct {
	key      *keyed
	distance int
	tied     []*keyed // other outlets' keys that are as near, no more than mostTied of them
}

const mostTied = 8

// nearest finds the key with the fewest edits, no more than limit.
func (r *Registry) nearest(key []byte, limit int) near {
	best := near{distance: limit + 1}
	if best.distance == 1 || len(key) > maxNear {
		return best
	}
	n, sig := r.near(), signature(key)
	for length := max(5, len(key)-limit); length <= len(key)+limit; length++ {
		r.rummage(&best, key, sig, n.startingWith(length, key[0]))
		r.rummage(&best, key, sig, n.endingIn(length, key[len(key)-1]))
	}
	return best
}

// rummage looks through one drawer for keys that are nearer than the best so far, or as near.
func (r *Registry) rummage(best *near, key []byte, sig uint64, drawer []nearKey) {
	reach := min(best.distance, bound(len(key)))
	for _, c := range drawer {
		if bits.OnesCount64(c.letters^sig) > 2*reach {
			continue
		}
		k := &r.index.keys[c.key]
		other := r.index.key(k)
		d := distance(key, other, reach)
		if d > reach || d == 0 || d > bound(min(len(key), len(other))) || d == 1 && !sameStart(key, other) {
			continue
		}
		switch {
		case d < best.distance:
			*best = near{key: k, distance: d}
			reach = d
		case d == best.distance && best.key != nil && !r.same(best.key, k):
			if len(best.tied) < mostTied && !slices.Contains(best.tied, k) {
				best.tied = append(best.tied, k)
			}
		}
	}
}

// same reports whether two keys lead to the same outlets.
func (r *Registry) same(a, b *keyed) bool { return slices.Equal(r.index.of(a), r.index.of(b)) }

// sameStart holds short keys to their first letter, unless two letters changed places.
func sameStart(a, b []byte) bool {
	return max(len(a), len(b)) > 8 || a[0] == b[0] || len(a) == len(b) && a[0] == b[1] && a[1] == b[0]
}

// distance is the number of letters to put in, take out, change or swap with their neighbour (optimal string alignment) between two
// keys, or limit+1 if it is above limit.
func distance(a, b []byte, limit int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) > maxNear+3 || len(b) > maxNear+3 {
		return limit + 1
	}
	var rows [3][maxNear + 4]uint8
	two, one, now := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		one[j] = uint8(j)
	}
	for i := 1; i <= len(a); i++ {
		now[0] = uint8(i)
		least := now[0]
		for j := 1; j <= len(b); j++ {
			cost := uint8(1)
			if a[i-1] == b[j-1] {
				cost = 0
			}
			v := min(one[j]+1, now[j-1]+1, one[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				v = min(v, two[j-2]+1)
			}
			now[j] = v
			least = min(least, v)
		}
		if int(least) > limit {
			return limit + 1
		}
		two, one, now = one, now, two
	}
	return int(one[len(b)])
}

// sameArticle reports whether an article printed with a name and that of the known one may be of one language; strictly, whether also
// neither is without one. "Mladina" is not a slip for Al-Madina.
func sameArticle(printed, known string, strictly bool) bool {
	a, b := articleFamily(printed), articleOf(known)
	return a&b != 0 || a == 0 && b == 0 || (a == 0 || b == 0) && !strictly
}

// slip reports whether the difference of two names is one of spelling: in words that no other outlet and no dictionary has, not in
// a number, not in an ending.
func (r *Registry) slip(printed, known string, d int) bool {
	a, b := words(printed), words(known)
	if len(a) != len(b) {
		return d == 1 && r.glued(a, b)
	}
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		w := wordPair{printed: a[i], known: b[i], several: len(a) > 1, rest: len(strings.Join(a, "")) - len(a[i])}
		if !r.slipped(w) {
			return false
		}
	}
	return true
}

// glued compares names whose words are parted differently: "Balkn Web" and "BalkanWeb".
func (r *Registry) glued(a, b []string) bool {
	x, y := strings.Join(a, ""), strings.Join(b, "")
	if len(x) < 10 || digits(x) != digits(y) || !oneLetter(x, y, true) {
		return false
	}
	for _, t := range a {
		if !slices.Contains(b, t) && len(t) > 3 && r.bearers(t, 1) > 0 {
			return false
		}
	}
	return true
}

// wordPair is a printed word and the known one that it may be a slip for.
type wordPair struct {
	printed, known string
	several        bool // the names have other words
	rest           int  // letters of the other words
}

// slipped reports whether the printed word is a misspelling of the known one.
func (r *Registry) slipped(w wordPair) bool {
	if digits(w.printed) != digits(w.known) {
		return false
	}
	short := min(len(w.printed), len(w.known))
	switch {
	case swapped(w.printed, w.known):
		return w.several || r.strange(w.printed)
	case short < 3:
		return false
	case short < 5: // "Corriere dela Sera"; "Fars" and "Pars" are two
		if w.several && w.rest >= 6 && dropsDouble(w.printed, w.known) && r.strange(w.printed) { // "Adis Standard"
			return true
		}
		return r.slippedShort(w)
	}
	// Near its end: "Houston Chronical"; in vowels alone: "Het Financieel Dagblad".
	d := distance([]byte(w.printed), []byte(w.known), 3)
	one := d == 1 && oneLetter(w.printed, w.known, w.several || short >= 9)
	two := d == 2 && w.several && max(len(w.printed), len(w.known)) >= 9 && (sameEnds(w.printed, w.known) || w.rest >= 6 && samePrefix(w.printed, w.known) >= 6)
	vowels := d <= 2 && w.rest >= 5 && short >= 9 && sameConsonants(w.printed, w.known)
	if !one && !two && !vowels {
		return false
	}
	return r.strange(w.printed) || d == 1 && w.rest >= 6 && short >= 8 && dropsDouble(w.printed, w.known) // "Het Financiële Dagblad" for Financieele
}

// slippedShort is slipped for words of three or four letters beside long ones: "Vientiane Tmes".
func (r *Registry) slippedShort(w wordPair) bool {
	if len(w.printed) == len(w.known) || distance([]byte(w.printed), []byte(w.known), 2) != 1 || !oneLetter(w.printed, w.known, true) || Ordinary(w.printed) {
		return false
	}
	return w.rest >= 10 && r.bearers(w.printed, 3) <= 2 || w.rest >= 7 && r.strange(w.printed)
}

// sameConsonants reports whether two words differ in vowels alone: "Financieel" and "Financieele".
func sameConsonants(a, b string) bool {
	consonants := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r < utf8.RuneSelf && vowel(byte(r)) {
				return -1
			}
			return r
		}, s)
	}
	return a[0] == b[0] && consonants(a) == consonants(b)
}

// strange reports whether a word is no outlet's, no ordinary one and no place.
func (r *Registry) strange(word string) bool {
	return !Ordinary(word) && !Places.known(word) && r.bearers(word, 1) == 0
}

// oneLetter reports whether two words differ by one letter as a slip does: one left out or put in before the end, one doubled, or
// changed for one that looks or, where that is enough to go by, sounds like it. "Contact" and "Contacto", "Belga" and
// "BelTA" are words of their own.
func oneLetter(printed, known string, enough bool) bool {
	printed, known = strings.TrimRight(printed, "0123456789"), strings.TrimRight(known, "0123456789")
	if len(printed) > len(known) {
		printed, known = known, printed
	}
	i := 0
	for i < len(printed) && printed[i] == known[i] {
		i++
	}
	if len(printed) == len(known) {
		return i < len(printed) && (alike(printed[i], known[i]) || enough && (vowel(printed[i]) && vowel(known[i]) || len(printed) >= 9))
	}
	doubled := i > 0 && known[i] == known[i-1]
	return doubled || i > 0 && i < len(known)-1
}

// dropsDouble reports whether one word is the other with a doubled letter written once, or the other way about.
func dropsDouble(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a)+1 != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i > 0 && b[i] == b[i-1] && a[i:] == b[i+1:]
}

// alike reports whether two letters are taken for each other by eye.
func alike(a, b byte) bool {
	switch string([]byte{min(a, b), max(a, b)}) {
	case "gq", "il", "ij", "iy", "uv", "mn", "ce", "ck", "sz", "vw":
		return true
	}
	return false
}

func vowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

// samePrefix is how many letters two words begin with together.
func samePrefix(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

func sameEnds(a, b string) bool { return a[:2] == b[:2] && a[len(a)-2:] == b[len(b)-2:] }

// swapped reports whether two words differ by one pair of neighbours that changed places.
func swapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i+1 < len(a); i++ {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		}
	}
	return false
}

// digits returns the digits of a word.
func digits(s string) string {
	at := strings.IndexAny(s, "0123456789")
	if at < 0 {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
