package support

// act is who does what to whom, as far as the order of words tells it: subject, verb, object, by their roots.
type act struct {
	left, verb, right string
	passive           bool
}

// agent is who does it.
func (a act) agent() string {
	if a.passive {
		return a.right
	}
	return a.left
}

// order finds an act of the claim that the sentence tells the other way round: the claim says that A did something to B, the passage that
// B did it to A. Only English and its neighbours put the one who acts first, and only there is it looked for.
func (j *judge) order(l *line, _ *finder) NegationCheck {
	switch j.claim.Language {
	case "en", "", "fr", "es", "it", "pt":
	default:
		return NegationCheck{}
	}
	for _, a := range acts(j.words) {
		if w, ok := reversed(a, l.words); ok {
			return NegationCheck{Word: l.text[l.words[w].start:l.words[w].end], In: "passage", Kind: "order"}
		}
	}
	return NegationCheck{}
}

// acts are the verbs of a text with what stands before and behind them, no preposition between.
func acts(ts []token) (out []act) {
	for v := 1; v+1 < len(ts); v++ {
		if !acting(&ts[v]) {
			continue
		}
		left := v - 1
		passive := false
		for left >= 0 && ts[left].stop && v-left < 4 {
			passive = passive || being[ts[left].low]
			left--
		}
		right := v + 1
		by := false
		for right < len(ts) && ts[right].stop && right-v < 4 {
			if ts[right].low == "by" || ts[right].low == "par" || ts[right].low == "por" || ts[right].low == "da" {
				by = true
			} else if !articles[ts[right].low] {
				break
			}
			right++
		}
		if left < 0 || right >= len(ts) || ts[left].stop || ts[right].stop || ts[right].number || passive != by {
			continue
		}
		out = append(out, act{root(ts[left].key), root(ts[v].key), root(ts[right].key), passive})
	}
	return out
}

var (
	being    = wordMap(`was were is are been being be fut fue fueron été sont foi foram`)
	articles = wordMap(`the a an le la les un une el los las il lo gli i o os as`)
	plain    = wordMap(`hit cut beat shot attack kill arrest capture defeat`)
)

// acting reports whether a word is a verb that does something to somebody.
func acting(t *token) bool {
	return !t.capital && !t.number && !t.stop && (verbal(t.low) || plain[t.low])
}

// reversed reports whether the sentence has the act with its parts changed, each part once, and where its doer stands.
func reversed(a act, ts []token) (at int, ok bool) {
	for v := range ts {
		if root(ts[v].key) != a.verb {
			continue
		}
		left, right := -1, -1
		passive := false
		for k := range ts {
			switch r := root(ts[k].key); {
			case r != a.left && r != a.right:
			case k < v:
				left = k
			case right < 0:
				right = k
			}
		}
		for k := max(0, v-2); k < v; k++ {
			passive = passive || being[ts[k].low]
		}
		if left < 0 || right < 0 || root(ts[left].key) == root(ts[right].key) || v-left > 8 || right-v > 6 {
			continue
		}
		b := act{root(ts[left].key), a.verb, root(ts[right].key), passive && byBetween(ts[v:right])}
		if passive && !b.passive {
			continue
		}
		return left, b.agent() != a.agent()
	}
	return 0, false
}

func byBetween(ts []token) bool {
	for i := range ts {
		if ts[i].low == "by" || ts[i].low == "par" || ts[i].low == "por" || ts[i].low == "da" {
			return true
		}
	}
	return false
}
