package support

import (
	"slices"
	"sort"
)

// checkFigures compares each figure of the claim with those of the page.
func (j *judge) checkFigures() {
	for k := range j.figures {
		j.r.Checks.Figures = append(j.r.Checks.Figures, j.checkFigure(&j.figures[k]))
	}
}

// checkFigure says how a figure of the claim stands on the page: what stands in the best passage first.
func (j *judge) checkFigure(g *figure) FigureCheck {
	c := FigureCheck{Text: g.text, State: Missing}
	value := false // it stands on the page, of whatever
	for _, inside := range [...]bool{true, false} {
		for i := range j.found {
			p := &j.found[i]
			if j.inBest(p) != inside {
				continue
			}
			same := equal(g, p)
			value = value || same || equalNumber(g, p)
			state := j.answer(g, p, same, inside)
			if better(state, c.State) {
				c.State, c.Page = state, p.text
			}
		}
	}
	if c.State == Missing && !value && !g.bounded() {
		if p := j.contrary(g); p != nil {
			c.State, c.Page = Contrary, p.text
		}
	}
	if c.State == Missing {
		c.Page = j.another(g)
	}
	return c
}

// another is a figure of the best passage that counts the same things as one that is missing, "" if there is none. Something else may be said of
// it: it is shown for a person to compare, and contradicts nothing.
func (j *judge) another(g *figure) string {
	if g.head == "" {
		return ""
	}
	for i := range j.found {
		if p := &j.found[i]; j.inBest(p) && sameUnit(g, p) && g.head == p.head {
			return p.text
		}
	}
	return ""
}

func equalNumber(a, b *figure) bool {
	for _, x := range a.values {
		if slices.Contains(b.values, x) || b.high == x {
			return true
		}
	}
	return false
}

// better orders states: found, near, elsewhere, missing.
func better(a, b State) bool { return rank(a) < rank(b) }

func rank(s State) int {
	switch s {
	case Found:
		return 0
	case Near:
		return 1
	case Elsewhere:
		return 2
	}
	return 3
}

func (j *judge) inBest(p *figure) bool { return p.line >= j.best.from && p.line < j.best.to }

// answer is how one figure of the page answers the claim's.
func (j *judge) answer(g, p *figure, same, inside bool) State {
	if !same && !(sameUnit(g, p) && allows(g, p)) {
		if equalNumber(g, p) {
			return Elsewhere
		}
		return Missing
	}
	if !sameUnit(g, p) || !sameNoun(g, p) && !elliptic(g, p) || !inside && j.lines[p.line].hits.count()*3 < len(j.asked) {
		if same {
			return Elsewhere
		}
		return Missing
	}
	if otherStep(g, p) || !elliptic(g, p) && j.ownRival(g, p) || apart(g, p) && j.rival(g, p) || against(g.bound, p.bound) {
		return Elsewhere
	}
	if same {
		return Found
	}
	return Near
}

// elliptic reports whether the page leaves out what is counted, having named it before, and has in its place what the claim says of it: "eleven
// injured" for eleven miners who were injured.
func elliptic(g, p *figure) bool { return p.participle && slices.Contains(g.preds, p.head) }

// against reports whether the page bounds a value from above that the claim gives outright or bounds from below, or the other way round.
func against(claim, pg bound) bool {
	below := func(b bound) bool { return b == atMost || b == lessThan || b == nearly }
	above := func(b bound) bool { return b == atLeast || b == moreThan }
	return below(pg) && pg != nearly && !below(claim) && claim != about || above(pg) && below(claim)
}

// otherStep reports whether one figure is a change and the other what it led to or came from.
func otherStep(a, b *figure) bool { return a.prep != "" && b.prep != "" && a.prep != b.prep }

// apart reports whether other things are said of two figures.
func apart(a, b *figure) bool {
	return len(a.preds) > 0 && len(b.preds) > 0 && !shares(a, b)
}

func shares(a, b *figure) bool {
	return slices.ContainsFunc(a.preds, func(x string) bool { return slices.Contains(b.preds, x) })
}

// rival reports whether the sentence of p, or the best passage, has another figure of which the same is said as of g: then p is not the
// one.
func (j *judge) rival(g, p *figure) bool {
	is := func(q *figure) bool {
		return q != p && sameUnit(g, q) && !equal(g, q) && (shares(g, q) && sameNoun(g, q) || elliptic(g, q))
	}
	return j.anyFigure(p.line, p.line+1, is) || j.anyFigure(j.best.from, j.best.to, is)
}

// ownRival reports whether p counts others than g does, and the sentence has another figure of those: "18 people, 12 of them civilians" has
// no 18 civilians.
func (j *judge) ownRival(g, p *figure) bool {
	return g.head != "" && g.head != p.head && j.anyFigure(p.line, p.line+1, func(q *figure) bool { return q.head == g.head && !equal(g, q) })
}

// anyFigure reports whether f holds for a figure of the sentences [from, to), or of the first hundred there.
func (j *judge) anyFigure(from, to int, f func(*figure) bool) bool {
	i := sort.Search(len(j.found), func(i int) bool { return j.found[i].line >= from })
	for n := 0; i < len(j.found) && j.found[i].line < to && n < 100; i, n = i+1, n+1 {
		if f(&j.found[i]) {
			return true
		}
	}
	return false
}

// contrary finds a figure of the best passage that has another value for the same noun, of which the same is said, and no bound.
func (j *judge) contrary(g *figure) *figure {
	for i := range j.found {
		p := &j.found[i]
		if !j.inBest(p) || p.bounded() || !sameUnit(g, p) || p.high > 0 || g.high > 0 {
			continue
		}
		if otherStep(g, p) || !strictNoun(g, p) || apart(g, p) || len(g.preds) > 0 && len(p.preds) == 0 {
			continue
		}
		if n := j.lines[p.line].hits.count(); n*2 >= len(j.asked) && n >= 2 && j.namesIn(p.line) {
			return p
		}
	}
	return nil
}

// namesIn reports whether a sentence, or the one before it in the best passage, has half of the names of the claim.
func (j *judge) namesIn(at int) bool {
	hits := j.lines[at].hits
	if at > j.best.from {
		hits = hits.or(j.lines[at-1].hits)
	}
	of, have := 0, 0
	for i, a := range j.asked {
		if a.name {
			of++
			if hits.has(i) {
				have++
			}
		}
	}
	return have*2 >= of
}

// strictNoun reports whether two figures count the same thing beyond doubt.
func strictNoun(a, b *figure) bool {
	if a.unit.kind != "" {
		return shares(a, b) || len(a.nouns) > 0 && len(b.nouns) > 0 && a.head == b.head
	}
	switch {
	case a.head == "" || b.head == "":
		return shares(a, b) && (a.head == "" || !things[a.head]) && (b.head == "" || !things[b.head])
	case a.head == b.head:
		return true
	}
	return anyone[a.head] && anyone[b.head]
}
