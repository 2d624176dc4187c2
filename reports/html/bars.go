package html

import (
	"cmp"
	"slices"
)

// barChart is who has how much of the citations.
type barChart struct {
	ID, Title, Desc string
	Height          int
	Bars            []bar
}

// bar is one line: the name, the number and a bar below them. TextY and BarY are pixels, Width is per cent.
type bar struct {
	Name        string
	N           int
	TextY, BarY int
	Width       string
	Rest        bool // several small ones together
}

// The sizes of a line of a bar chart in pixels, and how many there are before the rest is put together.
const (
	barStep = 32
	barMost = 8
)

// outletsPicture shows who carries the article: by outlet, owner, country and control.
func (m *maker) outletsPicture() *picture {
	all := 0
	for _, r := range m.sources.list {
		all += r.Citations
	}
	if all == 0 {
		return nil
	}
	p := &picture{ID: m.prefix + "carry", Question: "Who carries this article?", Kind: "bars", Head: []string{"By", "Name", "Citations"}}
	for _, by := range []struct {
		id, title string
		name      func(*sourceRow) string
	}{
		{"outlet", "outlet", func(r *sourceRow) string { return r.Name }},
		{"owner", "owner", func(r *sourceRow) string { return r.Owner }},
		{"country", "country", func(r *sourceRow) string { return r.Country }},
		{"control", "control", func(r *sourceRow) string { return r.Control }},
	} {
		counts := m.tally(by.name)
		p.Bars = append(p.Bars, newBarChart(p.ID+by.id, by.title, counts, all))
		for _, c := range counts {
			p.Rows = append(p.Rows, []string{by.title, c.name, of(c.n, all)})
		}
	}
	top := m.tally(func(r *sourceRow) string { return r.Name })[0]
	p.Answer = top.name + " is cited most: " + of(top.n, all) + " citations."
	if all < enough {
		p.Answer = say(all, "citation") + ": too few for shares to say much."
	}
	return p
}

type tallied struct {
	name string
	n    int
}

// unknown stands for sources of which nothing is known.
const unknown = "not known"

// tally counts citations by what name gives for their source, the most first, and those for which it gives nothing last.
func (m *maker) tally(name func(*sourceRow) string) []tallied {
	at := map[string]int{}
	var list []tallied
	for _, r := range m.sources.list {
		if r.Citations == 0 {
			continue
		}
		key := firstOf(name(r), unknown)
		i, ok := at[key]
		if !ok {
			i = len(list)
			at[key] = i
			list = append(list, tallied{name: key})
		}
		list[i].n += r.Citations
	}
	slices.SortStableFunc(list, func(a, b tallied) int {
		switch {
		case a.name == unknown:
			return 1
		case b.name == unknown:
			return -1
		}
		return cmp.Compare(b.n, a.n)
	})
	return list
}

func newBarChart(id, title string, counts []tallied, all int) barChart {
	c := barChart{ID: id, Title: "Citations by " + title}
	rest, more := 0, 0
	for i, x := range counts {
		if x.name != unknown && i >= barMost && len(counts) > barMost+1 {
			rest += x.n
			more++
			continue
		}
		if rest > 0 {
			c.add(bar{Name: itoa(more) + " more", N: rest, Width: percent(rest, all), Rest: true})
			rest = 0
		}
		c.add(bar{Name: shorten(x.name, 36), N: x.n, Width: percent(x.n, all), Rest: x.name == unknown})
	}
	if rest > 0 {
		c.add(bar{Name: itoa(more) + " more", N: rest, Width: percent(rest, all), Rest: true})
	}
	c.Desc = itoa(len(counts)) + " in " + say(all, "citation") + "; the largest: " + counts[0].name + ", " + of(counts[0].n, all) + ". The numbers stand in the table below."
	return c
}

func (c *barChart) add(b bar) {
	b.TextY = c.Height + 14
	b.BarY = c.Height + 20
	c.Bars = append(c.Bars, b)
	c.Height += barStep
}
