package html

import (
	"cmp"
	"fmt"
	"slices"
)

// circle is which sources stand together: a line joins two that are given for one claim, a frame those that are one origin.
type circle struct {
	ID, Desc string
	Height   int
	Nodes    []node
	Arcs     []arc
	Frames   []frame
	Left     int // sources that found no room
}

// node is one source, a line of the picture. Y and R are pixels.
type node struct {
	Name string
	Y, R int
}

// arc joins two sources: the path, and how thick it is drawn.
type arc struct {
	Path  string
	Width int
}

// frame stands around sources that are one origin.
type frame struct{ Y, Height int }

// The sizes of the picture in pixels, and how many sources it has room for.
const (
	circleStep = 24
	circleX    = 96
	circleMost = 24
)

// pair is two sources, by their place in the list of sources, the smaller first.
type pair struct{ a, b int }

func (m *maker) circlePicture() *picture {
	together, ties := m.together()
	if len(together) == 0 {
		return nil
	}
	order := arrange(together, ties)
	c := &circle{ID: m.prefix + "circle", Left: max(0, len(order)-circleMost)}
	order = order[:min(circleMost, len(order))]
	c.draw(m.sources.list, order, together, ties)
	p := &picture{ID: c.ID, Question: "Which sources stand together?", Kind: "circle", Circle: c, Head: []string{"Source", "with", "Claims", "Tie"}}
	for _, x := range sortedPairs(together) {
		p.Rows = append(p.Rows, []string{m.sources.list[x.a].Name, m.sources.list[x.b].Name, itoa(together[x]), ties[x]})
	}
	p.Answer = m.circleAnswer(together, ties)
	return p
}

func (m *maker) circleAnswer(together map[pair]int, ties map[pair]string) string {
	s := say(len(together), "pair") + " of sources are given for one claim"
	if len(together) == 1 {
		s = "One pair of sources is given for one claim"
	}
	switch len(ties) {
	case 0:
		return s + "; no tie between any two is known."
	case 1:
		return s + "; one of them is one origin."
	}
	return s + "; " + itoa(len(ties)) + " of them are one origin each."
}

// together counts for each pair of sources the claims that both are given for, and says which pairs a tie makes one origin.
func (m *maker) together() (map[pair]int, map[pair]string) {
	index := map[*sourceRow]int{}
	for i, r := range m.sources.list {
		index[r] = i
	}
	n, ties := map[pair]int{}, map[pair]string{}
	for a := range m.a.Document.Articles {
		for c := range m.a.Articles[a].Claims {
			var all []int
			for _, o := range m.a.Articles[a].Claims[c].Origins {
				var own []int
				for _, k := range o.Citations {
					if r := m.sources.of(a, k); r != nil && !slices.Contains(all, index[r]) {
						all, own = append(all, index[r]), append(own, index[r])
					}
				}
				eachPair(own, func(p pair) { ties[p] = visible(o.Tie) })
			}
			if len(all) <= circleMost {
				eachPair(all, func(p pair) { n[p]++ })
			}
		}
	}
	return n, ties
}

func eachPair(list []int, f func(pair)) {
	for i, a := range list {
		for _, b := range list[i+1:] {
			f(pair{min(a, b), max(a, b)})
		}
	}
}

func sortedPairs(together map[pair]int) []pair {
	list := make([]pair, 0, len(together))
	for p := range together {
		list = append(list, p)
	}
	slices.SortFunc(list, func(x, y pair) int {
		return cmp.Or(cmp.Compare(together[y], together[x]), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return list
}

// arrange orders the sources so that those of one origin stand next to each other, and those cited together near: it walks from the
// most cited along the ties first, then along the pairs.
func arrange(together map[pair]int, ties map[pair]string) []int {
	tied, near := map[int][]int{}, map[int][]int{}
	for _, p := range sortedPairs(together) {
		to := near
		if _, ok := ties[p]; ok {
			to = tied
		}
		to[p.a], to[p.b] = append(to[p.a], p.b), append(to[p.b], p.a)
	}
	var starts []int
	for p := range together {
		starts = append(starts, p.a, p.b)
	}
	slices.Sort(starts)
	var order []int
	seen := map[int]bool{}
	var walk func(i int)
	walk = func(i int) {
		if seen[i] {
			return
		}
		group := []int{i}
		seen[i] = true
		for g := 0; g < len(group); g++ {
			for _, j := range tied[group[g]] {
				if !seen[j] {
					seen[j] = true
					group = append(group, j)
				}
			}
		}
		order = append(order, group...)
		for _, g := range group {
			for _, j := range near[g] {
				walk(j)
			}
		}
	}
	for _, i := range slices.Compact(starts) {
		walk(i)
	}
	return order
}

func (c *circle) draw(list []*sourceRow, order []int, together map[pair]int, ties map[pair]string) {
	y := map[int]int{}
	for i, s := range order {
		y[s] = circleStep*i + circleStep/2 + 2
		c.Nodes = append(c.Nodes, node{Name: shorten(list[s].Name, 30), Y: y[s], R: min(9, 3+list[s].Citations/2)})
	}
	c.Height = circleStep*len(order) + 4
	for _, p := range sortedPairs(together) {
		from, ok := y[p.a]
		to, ok2 := y[p.b]
		if !ok || !ok2 {
			continue
		}
		if _, tied := ties[p]; tied {
			c.Frames = append(c.Frames, frame{min(from, to) - 11, max(from, to) - min(from, to) + 22})
			continue
		}
		c.Arcs = append(c.Arcs, newArc(min(from, to), max(from, to), together[p]))
	}
	c.Desc = say(len(order), "source") + ", " + say(len(c.Arcs), "pair") + " joined by a claim, " + itoa(len(c.Frames)) + " framed as one origin. The table below names each pair."
}

// newArc is half an ellipse to the left of the sources.
func newArc(from, to, claims int) arc {
	h := (to - from) / 2
	return arc{fmt.Sprintf("M%d %dA%d %d 0 0 0 %d %d", circleX, from, min(h, circleX-14), h, circleX, to), min(6, 1+claims)}
}
