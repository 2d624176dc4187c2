package support

import (
	"strings"
	"sync"
)

// negators turn what follows them round.
var negators = wordMap(`not no never none neither nor without cannot can't don't didn't doesn't won't wasn't weren't isn't aren't hasn't haven't hadn't wouldn't couldn't shouldn't nicht kein keine keinen keiner nie niemals ohne ne pas jamais aucun aucune sans nunca ningún ninguna sin jamás não nem sem non nessun nessuna senza mai не нет ни никогда без لم لا ليس لن niet geen nie nooit nobody nowhere hardly barely scarcely`)

// denials say that what follows is not so, or not believed.
var denials = stemMap(`deny denied denies denying refute refuted refutes dismiss dismissed dismisses reject rejected rejects disprove disproved debunk debunked false untrue baseless unfounded fabricated fake hoax retract retracted refuse refused refuses fail failed fails foiled thwarted prevented averted avoided bestreitet dementiert dementierte leugnet dément nie niega desmiente desmintió nega smentisce опроверг опровергает отрицает نفى نفت ينفي`)

// hedges say that what follows is planned, wished or supposed.
var hedges = stemMap(`may might could plan plans planned planning threaten threatened threatens propose proposed proposes consider considered considering expect expected expects alleged allegedly rumor rumors rumour rumours rumored rumoured suspected attempt attempted attempts try tried tries want wants wanted urge urged urges demand demanded demands hope hopes hoped seek sought call called calls vow vowed vows promise promised promises pledge pledged intend intends intended if unless would should offer offered ready set due prepare prepared preparing possible possibly potential potentially reportedly supposedly almost nearly whether likely`)

func stemMap(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[stem(foldWord(w))] = true
	}
	return m
}

// opposites are words of which a passage has one and a claim the other.
var opposites = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for pair := range strings.SplitSeq(`rise:fall increase:decrease grow:shrink gain:lose win:lose open:close accept:reject approve:reject approve:veto begin:end start:stop arrest:release detain:release free:imprison acquit:convict guilty:innocent support:oppose back:oppose allow:ban permit:ban legalise:ban legalize:ban enter:leave arrive:depart attack:defend advance:retreat capture:lose capture:liberate buy:sell import:export hire:fire appoint:dismiss join:leave lift:impose higher:lower more:less more:fewer before:after north:south east:west northern:southern eastern:western victory:defeat success:failure succeed:fail first:last major:minor ally:enemy alive:dead survive:die kill:survive kill:wound strengthen:weaken confirm:deny extend:shorten add:remove publish:withdraw improve:worsen up:down above:below inside:outside male:female men:women man:woman boy:girl son:daughter father:mother brother:sister morning:evening resume:suspend suspend:restore cut:raise expand:reduce profit:loss surplus:deficit minority:majority pro:anti government:rebel enter:withdraw deploy:withdraw send:withdraw agree:refuse recognise:reject recognize:reject ratify:reject majority:minority hot:cold old:young rich:poor public:private all:some all:most all:few all:several all:many all:half every:some most:some most:few many:few none:some first:second first:third second:third only:also always:sometimes dozens:hundreds hundreds:thousands dozens:thousands`, " ") {
		a, b, _ := strings.Cut(pair, ":")
		x, y := root(stem(a)), root(stem(b))
		m[x] = append(m[x], y)
		m[y] = append(m[y], x)
	}
	return m
})

// checkTurns looks for what turns the best sentence, or the claim, round.
func (j *judge) checkTurns() {
	at := j.bestLine()
	if at < 0 {
		return
	}
	l := &j.lines[at]
	f := newFinder(j.asked)
	for _, look := range [...]func(*line, *finder) NegationCheck{j.negation, j.hedge, j.opposite, j.side, j.order} {
		if n := look(l, f); n.Word != "" {
			j.r.Checks.Negation = n
			return
		}
	}
}

// bestLine is the sentence of the best passage with most of the claim.
func (j *judge) bestLine() int {
	best, most := -1, 0
	for i := j.best.from; i < j.best.to; i++ {
		if n := j.lines[i].hits.count(); n > most {
			best, most = i, n
		}
	}
	return best
}

// reach is how many words a negation bears on.
const reach = 6

// negation compares what is denied in the sentence and in the claim.
func (j *judge) negation(l *line, f *finder) NegationCheck {
	in, word := denied(l.words, func(t *token) bool { i := f.find(t); return i >= 0 && !f.asked[i].name })
	out, own := denied(j.words, func(t *token) bool { return !t.stop && !t.capital })
	switch {
	case in && !out && !j.claims(word):
		return NegationCheck{Word: word, In: "passage", Kind: kindOfNegation(word)}
	case out && !in && !j.says(l, own):
		return NegationCheck{Word: own, In: "claim", Kind: kindOfNegation(own)}
	}
	return NegationCheck{}
}

func kindOfNegation(w string) string {
	if negators[w] {
		return "negation"
	}
	return "denial"
}

// claims reports whether the claim has a word itself.
func (j *judge) claims(w string) bool {
	for i := range j.words {
		if root(j.words[i].key) == root(stem(w)) {
			return true
		}
	}
	return false
}

func (j *judge) says(l *line, w string) bool {
	for i := range l.words {
		if root(l.words[i].key) == root(stem(w)) {
			return true
		}
	}
	return false
}

// denied reports whether a negation or a denial bears on a word that counts, and which.
func denied(ts []token, counts func(*token) bool) (bool, string) {
	for i := range ts {
		t := &ts[i]
		isDenial := denials[t.key] && !t.stop
		if !negators[t.low] && !isDenial || notNegation(ts, i) {
			continue
		}
		for k := i + 1; k < len(ts) && k <= i+reach+3 && !ts[k].first; k++ {
			if !isDenial && k > i+reach {
				break
			}
			if counts(&ts[k]) {
				return true, t.low
			}
		}
		if isDenial { // "called the report of an attack false"
			for k := i - 1; k >= 0 && k >= i-reach; k-- {
				if counts(&ts[k]) {
					return true, t.low
				}
			}
		}
	}
	return false, ""
}

// notNegation reports whether a negating word negates nothing: "not only", "no fewer than", "no doubt", "No. 5".
func notNegation(ts []token, i int) bool {
	if i+1 >= len(ts) {
		return false
	}
	next := ts[i+1].low
	switch ts[i].low {
	case "not":
		return next == "only" || next == "just" || next == "least" || next == "less" || next == "fewer"
	case "no":
		return next == "fewer" || next == "less" || next == "later" || next == "doubt" || next == "more" && i+2 < len(ts) && ts[i+2].low == "than" || ts[i+1].number
	case "without":
		return next == "doubt"
	}
	return false
}

// hedge finds a word before one of the claim's that makes a plan or a guess of it.
func (j *judge) hedge(l *line, f *finder) NegationCheck {
	for i := range j.words {
		if hedges[j.words[i].key] && !(j.words[i].capital && j.words[i].low == "may") {
			return NegationCheck{}
		}
	}
	for i := range l.words {
		t := &l.words[i]
		if !hedges[t.key] || t.low == "may" && t.capital && !t.first || numeric(l.words, i) {
			continue
		}
		for k := i + 1; k < len(l.words) && k <= i+4; k++ {
			if at := f.find(&l.words[k]); at >= 0 && !f.asked[at].name {
				return NegationCheck{Word: t.low, In: "passage", Kind: "hedge"}
			}
		}
	}
	return NegationCheck{}
}

// numeric reports whether a number follows: "almost 40", "called 12 witnesses".
func numeric(ts []token, i int) bool {
	if i+1 >= len(ts) {
		return false
	}
	_, word := numberWords()[ts[i+1].low]
	return ts[i+1].number || word
}

// opposite finds a word of the claim that the passage lacks, having its opposite.
func (j *judge) opposite(l *line, _ *finder) NegationCheck {
	have := map[string]string{}
	for i := j.best.from; i < j.best.to; i++ {
		for k := range j.lines[i].words {
			t := &j.lines[i].words[k]
			if _, ok := have[root(t.key)]; !ok {
				have[root(t.key)] = t.low
			}
		}
	}
	for i := range j.words {
		r := root(j.words[i].key)
		if have[r] != "" {
			continue
		}
		for _, o := range opposites()[r] {
			if w := have[o]; w != "" && j.says(l, w) && !j.claims(w) {
				return NegationCheck{Word: w, In: "passage", Kind: "opposite"}
			}
		}
	}
	return NegationCheck{}
}

// contra and pro are the words for being against something, and for it.
var (
	contra = wordMap(`against gegen contre contra contro против`)
	pro    = wordMap(`for favor favour für pour por за`)
)

// side finds a word of the claim that one of claim and sentence is for and the other against: "voted for a strike", "vote against strike".
func (j *judge) side(l *line, f *finder) NegationCheck {
	here, claimed := sides(l.words, f), sides(j.words, f)
	for i, word := range here {
		own := claimed[i]
		switch {
		case contra[word] && pro[own]:
			return NegationCheck{Word: word, In: "passage", Kind: "opposite"}
		case pro[word] && contra[own]:
			return NegationCheck{Word: own, In: "claim", Kind: "opposite"}
		}
	}
	return NegationCheck{}
}

// sides are the words for or against which a text is, by what is asked, with the last small word that says so.
func sides(ts []token, f *finder) []string {
	all := make([]string, len(f.asked))
	for i := range ts {
		if !contra[ts[i].low] && !pro[ts[i].low] {
			continue
		}
		for k := i + 1; k < len(ts) && k <= i+3; k++ {
			if at := f.find(&ts[k]); at >= 0 {
				all[at] = ts[i].low
				break
			}
			if !ts[k].stop {
				break
			}
		}
	}
	return all
}
