package support

import (
	"fmt"
	"strings"
)

// otherLanguage judges a page in another language: only numbers, dates and names are compared, and it carries the claim at best partly.
func (j *judge) otherLanguage() Result {
	f := newForeignFinder(j)
	for i := range j.lines {
		l := &j.lines[i]
		f.mark(l)
		for _, g := range figuresOf(l.text, l.words, j.page.Language) {
			g.line = i
			j.found = append(j.found, g)
		}
	}
	j.asked = f.asked
	j.best = j.bestWindow(3)
	j.r.Passage = j.quote(j.best)
	j.foreignFigures()
	j.foreignNames()
	j.r.Verdict = OtherLanguage
	figures, all := 0, 0
	for _, c := range j.r.Checks.Figures {
		all++
		if c.State == Found {
			figures++
		}
	}
	n := j.r.Checks.Names
	j.r.Why = fmt.Sprintf("the page is in another language (%s): %d of %d names and %d of %d figures stand there", orUnknown(j.page.Language), n.Found, n.Of, figures, all)
	inPassage := j.best.hits.count() >= 2 && j.best.figures.count() == len(j.figures)
	if figures == all && n.Found == n.Of && (n.Of >= 2 && all >= 1 || n.Of >= 3) && inPassage && j.r.Checks.Date.State != Contrary {
		j.r.Verdict = Partly
		j.r.Why += ", together in one passage; the words were not compared"
	}
	return j.r
}

func orUnknown(lang string) string {
	if lang == "" {
		return "unknown"
	}
	return lang
}

// foreignFinder finds names in other scripts and inflections.
type foreignFinder struct {
	asked  []ask
	abroad map[string]int
	bones  map[string]int
	softs  map[string]int
}

func newForeignFinder(j *judge) *foreignFinder {
	f := &foreignFinder{abroad: map[string]int{}, bones: map[string]int{}, softs: map[string]int{}}
	for _, n := range j.names {
		for _, k := range n.tokens {
			if len(f.asked) >= 128 {
				break
			}
			i := len(f.asked)
			low := j.words[k].low
			f.asked = append(f.asked, ask{root: low, low: low, name: true, token: k})
			if a, ok := abroad()[low]; ok {
				f.abroad[a] = i
			}
			if b := bones(low); len(b) >= 3 {
				f.bones[b] = i
			}
			if s := soft(low); len(s) >= 4 {
				f.softs[s] = i
			}
		}
	}
	return f
}

// mark notes the names asked for in a sentence.
func (f *foreignFinder) mark(l *line) {
	for k := range l.words {
		t := &l.words[k]
		if t.number {
			continue
		}
		if i := f.find(l, k); i >= 0 {
			l.hits.add(i)
		}
	}
}

func (f *foreignFinder) find(l *line, k int) int {
	t := &l.words[k]
	if ideograph(firstRune(t.low)) {
		return f.ideographs(l, k)
	}
	low := t.low
	for _, w := range [...]string{low, strings.TrimPrefix(low, "ال"), strings.TrimPrefix(low, "و"), strings.TrimPrefix(low, "ب"), strings.TrimPrefix(low, "ل")} {
		if a, ok := abroad()[w]; ok {
			if i, ok := f.abroad[a]; ok {
				return i
			}
		}
	}
	if i, ok := f.softs[soft(low)]; ok && len(soft(low)) >= 4 {
		return i
	}
	return f.byBones(low)
}

// byBones compares consonants, with and without the article and the ending of a case.
func (f *foreignFinder) byBones(low string) int {
	if plainLower(low) {
		return -1
	}
	low = strings.TrimPrefix(low, "ال")
	b := bones(low)
	if i, ok := f.bones[b]; ok && len(b) >= 3 {
		return i
	}
	for cut := 1; cut <= 2 && len(b)-cut >= 3; cut++ {
		if i, ok := f.bones[b[:len(b)-cut]]; ok {
			return i
		}
	}
	return -1
}

// ideographs compares the letters from k on with the names of places.
func (f *foreignFinder) ideographs(l *line, k int) int {
	for n := 4; n >= 1; n-- {
		if k+n > len(l.words) {
			continue
		}
		if a, ok := abroad()[l.text[l.words[k].start:l.words[k+n-1].end]]; ok {
			if i, ok := f.abroad[a]; ok {
				return i
			}
		}
	}
	return -1
}

// foreignFigures compares figures by value and measure alone.
func (j *judge) foreignFigures() {
	for k := range j.figures {
		g := &j.figures[k]
		c := FigureCheck{Text: g.text, State: Missing}
		for i := range j.found {
			if p := &j.found[i]; equal(g, p) && (sameUnit(g, p) || p.unit.kind == "" && g.unit.kind == "") {
				c.State, c.Page = Found, p.text
				break
			}
		}
		j.r.Checks.Figures = append(j.r.Checks.Figures, c)
	}
}

func (j *judge) foreignNames() {
	seen := bitset{}
	for i := range j.lines {
		seen = seen.or(j.lines[i].hits)
	}
	at := map[int]int{}
	for i, a := range j.asked {
		at[a.token] = i
	}
	c := NameCheck{}
	for _, n := range j.names {
		c.Of++
		last, ok := at[n.tokens[len(n.tokens)-1]]
		if ok && seen.has(last) {
			c.Found++
		} else {
			c.Missing = append(c.Missing, j.printedName(n))
		}
	}
	j.r.Checks.Names = c
	j.r.Checks.Words = WordCheck{}
}
