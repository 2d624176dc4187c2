package outlets

import (
	"bytes"
	"slices"
	"sort"
)

// Whether a word stands in the names of outlets is asked where a name may be a slip of the pen: once or twice in an article, ten thousand times in an archive. For the few
// the keys are looked through; more than that pay for a table of all words.

// fewBearers is how many questions are answered without the table, mostTried how many names are looked at for one of them.
const fewBearers, mostTried = 8, 64

// bearers is how many entries have a name with a folded word, counted no further than most.
func (r *Registry) bearers(word string, most int) int {
	if r.asked.Add(1) <= fewBearers {
		if n, ok := r.lookThrough(word, most); ok {
			return n
		}
	}
	return min(r.counts().of(word), most)
}

// lookThrough is bearers by the keys, in which the words of a name stand one behind the other; ok is false where too many have those letters.
func (r *Registry) lookThrough(word string, most int) (n int, ok bool) {
	x, letters := &r.index, []byte(word)
	var tried []int32
	for at := 0; ; {
		k := bytes.Index(x.bytes[at:], letters)
		if k < 0 {
			return n, true
		}
		at += k
		key := &x.keys[sort.Search(len(x.keys), func(i int) bool { return int(x.keys[i].off) > at })-1]
		if end := int(key.off) + int(key.len); at+len(letters) > end { // the end of one key and the head of the next
			at++
			continue
		} else {
			at = end
		}
		for i := key.first; i >= 0; i = x.postings[i].next {
			entry := x.postings[i].entry
			switch {
			case slices.Contains(tried, entry):
				continue
			case len(tried) == mostTried:
				return 0, false
			}
			if tried = append(tried, entry); r.entries[entry].hasWord(word) {
				if n++; n == most {
					return n, true
				}
			}
		}
	}
}

// hasWord reports whether the name of the outlet or an alias has a folded word.
func (o *Outlet) hasWord(word string) bool {
	return slices.Contains(words(o.Name), word) || slices.ContainsFunc(o.Aliases, func(a Alias) bool { return slices.Contains(words(a.Text), word) })
}

// wordCounts has how many entries have a name with a word.
type wordCounts struct {
	at     map[string]int32 // index into counts and last
	counts []int32
	last   []int32 // the last entry that had it
}

func newWordCounts(r *Registry) *wordCounts {
	c := &wordCounts{at: make(map[string]int32, len(r.entries)+len(r.entries)/2)}
	for i := range r.entries {
		o := &r.entries[i]
		c.learn(int32(i), o.Name)
		for _, a := range o.Aliases {
			c.learn(int32(i), a.Text)
		}
	}
	return c
}

// learn counts the words of a name of an entry.
func (c *wordCounts) learn(entry int32, name string) {
	var f folder
	f.all(name)
	spans := f.words()
	for _, w := range spans.at[:spans.n] {
		word := f.key[w[0]:w[1]]
		at, ok := c.at[string(word)]
		switch {
		case !ok:
			c.at[string(word)] = int32(len(c.counts))
			c.counts, c.last = append(c.counts, 1), append(c.last, entry)
		case c.last[at] != entry:
			c.counts[at]++
			c.last[at] = entry
		}
	}
}

// of is how many entries have a name with the word.
func (c *wordCounts) of(word string) int {
	if at, ok := c.at[word]; ok {
		return int(c.counts[at])
	}
	return 0
}
