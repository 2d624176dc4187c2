package html

// levelChart is how well the claims are supported: one bar that is all claims.
type levelChart struct {
	ID, Desc string
	Parts    []levelPart
}

// levelPart is the claims of one level. X, W and Mid are per cent of the width.
type levelPart struct {
	Level     level
	N         int
	X, W, Mid string
	Wide      bool // room for the number
}

func (m *maker) supportPicture() *picture {
	count := make([]int, len(levels))
	all := 0
	for n := range m.a.Document.Articles {
		for i := range m.a.Document.Articles[n].Claims {
			count[m.level(n, i)]++
			all++
		}
	}
	if all == 0 {
		return nil
	}
	c := &levelChart{ID: m.prefix + "support"}
	p := &picture{ID: c.ID, Question: "How well are the claims supported?", Kind: "levels", Levels: c, Head: []string{"Support", "Claims"}}
	from := 0
	for l, n := range count {
		if n == 0 {
			continue
		}
		c.Parts = append(c.Parts, levelPart{levels[l], n, percent(from, all), percent(n, all), percent(2*from+n, 2*all), n*100/all >= 6})
		c.Desc += levels[l].Words + ": " + of(n, all) + ". "
		p.Rows = append(p.Rows, []string{levels[l].Words, of(n, all)})
		from += n
	}
	p.Answer = say(count[readTwice]+count[twoOrigins], "claim") + " of " + itoa(all) + " with two origins or more, " + itoa(count[oneOrigin]) + " with one, " +
		itoa(count[fallen]+count[contradicted]+count[covered]+count[unsourced]) + " without a standing source of their own."
	return p
}
