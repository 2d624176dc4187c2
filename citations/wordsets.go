package citations

import "strings"

func wordSet(s string) map[string]bool {
	m := make(map[string]bool, strings.Count(s, " ")+1)
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// gatedSet is a set of words that most words can be told not to be in by their first byte and length.
type gatedSet struct {
	words map[string]bool
	gate  [256]uint64
}

func gated(s string) *gatedSet {
	g := &gatedSet{words: wordSet(s)}
	for w := range g.words {
		g.gate[w[0]] |= 1 << min(len(w), 63)
	}
	return g
}

func (g *gatedSet) has(w []byte) bool {
	return len(w) > 0 && g.gate[w[0]]&(1<<min(len(w), 63)) != 0 && g.words[string(w)]
}

func wordSetLines(s string) map[string]bool {
	m := make(map[string]bool, strings.Count(s, "|")+1)
	for w := range strings.SplitSeq(s, "|") {
		m[strings.TrimSpace(w)] = true
	}
	return m
}
