package citations

// A stem table finds, for a word in lower case, whether it begins with one of many stems: by a hash of its first three bytes.
type stemTable struct {
	at    [1 << 12]uint16 // one more than the index into lists, 0 for none
	lists [][]stem
}

type stem struct {
	text      string
	key, mask wordKey // of a stem that has a key: what the key of a word is under the mask if it begins with the stem
	class     class
}

// longestEnding is how many bytes an ending may add to a stem: "smuggl" takes "ers' ", not "killjoys".
const longestEnding = 5

func stemHash(a, b, c byte) uint16 { return (uint16(a)*31*31 + uint16(b)*31 + uint16(c)) & (1<<12 - 1) }

// newStems makes a table of stems of three bytes or more.
func newStems(lists map[Worth][]string) *stemTable {
	t := &stemTable{}
	for w, list := range lists {
		for _, s := range list {
			x := stem{text: s, class: classOfWorth(w)}
			if keyed(s) {
				x.key = keyOf(s, 0, len(s))
				x.mask = wordKey{lowest(len(s)), lowest(len(s) - 8)}
			}
			h := stemHash(s[0], s[1], s[2])
			if t.at[h] == 0 {
				t.lists = append(t.lists, nil)
				t.at[h] = uint16(len(t.lists))
			}
			t.lists[t.at[h]-1] = append(t.lists[t.at[h]-1], x)
		}
	}
	return t
}

// lowest is a mask of the lowest n bytes of eight.
func lowest(n int) uint64 {
	if n <= 0 {
		return 0
	}
	return ^uint64(0) >> (64 - 8*min(n, 8))
}

// of is what the stems that begin word w say of it.
func (t *stemTable) of(w []byte) (c class) {
	if len(w) < 3 {
		return 0
	}
	at := t.at[stemHash(w[0], w[1], w[2])]
	if at == 0 {
		return 0
	}
	for i := range t.lists[at-1] {
		if s := &t.lists[at-1][i]; len(w) >= len(s.text) && len(w)-len(s.text) <= longestEnding && string(w[:len(s.text)]) == s.text {
			c |= s.class
		}
	}
	return c
}

// ofKey is of for a word of n bytes that has a key.
func (t *stemTable) ofKey(k wordKey, n int) (c class) {
	at := t.at[stemHash(byte(k.lo), byte(k.lo>>8), byte(k.lo>>16))]
	if at == 0 || n < 3 {
		return 0
	}
	for i := range t.lists[at-1] {
		if s := &t.lists[at-1][i]; k.lo&s.mask.lo == s.key.lo && k.hi&s.mask.hi == s.key.hi && s.mask.lo != 0 && n-len(s.text) <= longestEnding {
			c |= s.class
		}
	}
	return c
}
