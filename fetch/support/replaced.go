package support

// replaced finds a word of the claim in whose place the passage has another: between the same neighbours, or beside one of them.
func (j *judge) replaced() string {
	at := j.bestLine()
	if at < 0 {
		return ""
	}
	claim, here := contents(j.words), contents(j.lines[at].words)
	known := map[string]bool{}
	for _, w := range claim {
		known[w.root] = true
	}
	next, before := map[string]word{}, map[string]word{}
	for i := range here {
		if i+1 < len(here) {
			next[here[i].root] = here[i+1]
		}
		if i > 0 {
			before[here[i].root] = here[i-1]
		}
	}
	missing := map[string]bool{}
	for i, a := range j.asked {
		if !j.best.hits.has(i) && !a.name {
			missing[a.root] = true
		}
	}
	for i, w := range claim {
		if !missing[w.root] {
			continue
		}
		if i > 0 {
			if other := next[claim[i-1].root]; other.stands(known) {
				return w.insteadOf(other)
			}
		}
		if i+1 < len(claim) {
			if other := before[claim[i+1].root]; other.stands(known) {
				return w.insteadOf(other)
			}
		}
	}
	return ""
}

// word is a word that says something.
type word struct {
	root string // by which words are compared
	low  string // as it stands, folded
	name bool   // by its capital
}

// stands reports whether a word may stand in the place of one of the claim: it is none of those, and no name.
func (w word) stands(known map[string]bool) bool { return w.root != "" && !w.name && !known[w.root] }

func (w word) insteadOf(other word) string {
	return "where the claim has “" + w.low + "”, the passage has “" + other.low + "”"
}

// contents are the words that say something, numbers, days and small words left out.
func contents(ts []token) (out []word) {
	for i := range ts {
		if t := &ts[i]; !t.stop && !t.number && timeWords()[t.low] == 0 && !boundPart[t.low] {
			if _, number := numberWords()[t.low]; !number {
				out = append(out, word{root(t.key), t.low, t.capital && !t.first})
			}
		}
	}
	return out
}
