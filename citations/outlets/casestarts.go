package outlets

import "slices"

// A text names a few outlets that no registry knows. Whether one of them is a known name in another case is asked of all languages at once, and the stems of all names
// in all languages would be made for it. So names are told apart by what no ending changes, and only those that begin alike are compared.

// caseStarts has the names of the entries whose language has cases, by how their words begin.
type caseStarts struct {
	names []caseName
	first [1 << 12]int32 // by hash, one more than the index of the first name; 0 for none
}

type caseName struct {
	posting // its next is as first, of the same hash, in the order of the entries
	start   uint64
}

func newCaseStarts(r *Registry) *caseStarts {
	c := &caseStarts{names: make([]caseName, 0, len(r.entries)/2)}
	for i := range r.entries {
		o := &r.entries[i]
		if !slices.ContainsFunc(o.Languages, Declines) {
			continue
		}
		for p, name := range o.declinable(int32(i)) {
			var f folder
			f.all(name)
			c.names = append(c.names, caseName{p, startOf(&f)})
		}
	}
	for i, n := range slices.Backward(c.names) {
		at := &c.first[n.start%uint64(len(c.first))]
		c.names[i].next = *at
		*at = int32(i + 1)
	}
	return c
}

// startOf is a hash of how many words a folded name has and how the first of them begin, whatever its case.
func startOf(f *folder) uint64 {
	const most = 3 // words
	words := f.words()
	h := hashSeed
	for _, w := range words.at[:min(words.n, most)] {
		a, b := stemStart(f.key[w[0]:w[1]])
		h = stir(h, uint64(a)<<8|uint64(b))
	}
	return stir(h, uint64(words.n))
}

// stemStart is what the first two letters of all stems of a word have in common; b is 0 where they have one letter. An ending leaves three letters, and what it softens are the last of them.
func stemStart(word []byte) (a, b byte) {
	var room [shortestStem]byte
	if len(word) < shortestStem { // it has no ending
		word = appendStem(room[:0], word, new(endings))
	}
	if a = word[0]; len(word) > 1 {
		b = word[1]
	}
	switch b { // as in appendStem
	case 'c', 't':
		b = 'k'
	case 'd':
		b = 'g'
	}
	return a, b
}

// declined lists the entries, each once, that have a name with the stems of a folded one in one of their languages.
func (c *caseStarts) declined(r *Registry, f *folder) (hits []hit) {
	start := startOf(f)
	var alike []*caseName
	for i := c.first[start%uint64(len(c.first))]; i > 0; i = c.names[i-1].next {
		if n := &c.names[i-1]; n.start == start {
			alike = append(alike, n)
		}
	}
	if alike == nil { // mostly
		return nil
	}
	for _, l := range inflecting {
		var room [stemsSize]byte
		stems := appendStems(room[:0], f, l)
		if len(stems) == 0 {
			continue
		}
		for _, n := range alike {
			o := &r.entries[n.entry]
			if o.hasLanguage(l) && !slices.ContainsFunc(hits, func(h hit) bool { return h.o == o }) && n.hasStems(o, stems, l) {
				hits = append(hits, hit{o: o, text: n.text(o), form: n.form})
			}
		}
	}
	return hits
}

// hasStems reports whether the name has these stems in a language.
func (n *caseName) hasStems(o *Outlet, stems []byte, language string) bool {
	var f folder
	f.all(n.text(o))
	var room [stemsSize]byte
	return string(appendStems(room[:0], &f, language)) == string(stems)
}
