package score

import (
	"slices"
	"strings"

	"example.org/verify/citations"
)

// origins joins the citations that a tie holds together, in citation order, and appends what it finds to found. among holds indices into
// Article.Citations, ascending; those that name nobody, or only whom a source quotes, make no origin. A tie through a citation that is not among
// them joins nothing.
func (w *weaver) origins(among []int, found []Origin) []Origin {
	w.members = w.members[:0]
	for n, i := range among {
		if !w.makes(i) {
			continue
		}
		w.members = append(w.members, i)
		w.single = among[n : n+1 : n+1]
	}
	if len(w.members) == 1 { // as for most claims
		return append(found, w.finished(w.single))
	}
	w.join()
	return w.gather(found)
}

// makes reports whether a citation makes an origin.
func (w *weaver) makes(i int) bool {
	k := &w.cited[i]
	return k.Counted || k.Own && k.Source.ID != ""
}

// gather appends the origins of the joined members.
func (w *weaver) gather(found []Origin) []Origin {
	w.size = append(w.size[:0], make([]int32, len(w.members))...)
	for n := range w.members {
		w.size[w.root(n)]++
	}
	room := make([]int, 0, len(w.members))
	first := len(found)
	w.holder = append(w.holder[:0], w.size...) // by root: its origin
	for n, i := range w.members {
		root := w.root(n)
		if root == n {
			w.holder[n] = int32(len(found))
			end := len(room) + int(w.size[n])
			found = append(found, Origin{Citations: room[len(room):len(room):end]})
			room = room[:end]
		}
		o := &found[w.holder[root]]
		o.Citations = append(o.Citations, i)
	}
	for n := first; n < len(found); n++ {
		found[n] = w.finished(found[n].Citations)
	}
	return found
}

// tie is something that two citations share and that makes them one origin.
type tie struct {
	kind  tieKind
	value string
}

type tieKind uint8

// In the order in which they are told.
const (
	byOwner tieKind = iota
	byAgency
	byCopy
	byAddress
	byOutlet
)

// weaver is a union–find over the citations of one claim, or of one article. It serves one document, article by article.
type weaver struct {
	owners Owners
	art    *citations.Article
	cited  []Cited

	all     []tie           // of the article
	number  map[tie]int32   // of each: its index in all
	sources map[*Source]own // the ties that a source has wherever it is cited
	ties    []int32         // of the citations, one after the other
	from    []int32         // where those of each begin, with one more at the end

	members []int    // the citations that are joined now, ascending
	single  []int    // the last of them, as the caller's list has it
	parent  []int32  // by place among the members
	size    []int32  // by root: how many are one with it
	holder  []int32  // by root: the index of their origin
	first   []int32  // by tie: one more than the place of the first member that has it; 0 between two calls
	pairs   [][2]int // near-copies
}

// own are ties of a source as numbers; agency is -1 for none.
type own struct{ outlet, owner, agency int32 }

func newWeaver(owners Owners) *weaver {
	return &weaver{owners: owners, number: map[tie]int32{}, sources: map[*Source]own{}}
}

// begin numbers the ties of an article's citations.
func (w *weaver) begin(art *citations.Article, cited []Cited) {
	w.art, w.cited = art, cited
	w.all, w.ties, w.from = w.all[:0], w.ties[:0], w.from[:0]
	clear(w.number)
	clear(w.sources)
	for i := range cited {
		w.from = append(w.from, int32(len(w.ties)))
		if w.makes(i) {
			w.tie(i)
		}
	}
	w.from = append(w.from, int32(len(w.ties)))
	w.first = append(w.first[:0], make([]int32, len(w.all))...)
}

// tie lists what a citation may share with another.
func (w *weaver) tie(i int) {
	c, s := &w.art.Citations[i], w.cited[i].Source
	of, ok := w.sources[s]
	if !ok {
		of = own{w.numbered(byOutlet, s.ID), w.numbered(byOwner, s.house()), -1}
		if s.Agency {
			of.agency = w.numbered(byAgency, s.ID)
		}
		w.sources[s] = of
	}
	w.ties = append(w.ties, of.outlet, of.owner)
	if a := address(c.URL); a != "" {
		w.ties = append(w.ties, w.numbered(byAddress, a))
	}
	if of.agency >= 0 {
		w.ties = append(w.ties, of.agency)
	}
	for _, agency := range [...]string{c.Agency, w.cited[i].Evidence.Agency} {
		if agency != "" {
			w.ties = append(w.ties, w.numbered(byAgency, agency))
		}
	}
}

func (w *weaver) numbered(kind tieKind, value string) int32 {
	t := tie{kind, value}
	n, ok := w.number[t]
	if !ok {
		n = int32(len(w.all))
		w.all = append(w.all, t)
		w.number[t] = n
	}
	return n
}

// of are the ties of a citation.
func (w *weaver) of(i int) []int32 { return w.ties[w.from[i]:w.from[i+1]] }

// join joins the members that a tie holds together.
func (w *weaver) join() {
	w.parent, w.pairs = w.parent[:0], w.pairs[:0]
	for n, i := range w.members {
		w.parent = append(w.parent, int32(n))
		for _, t := range w.of(i) {
			if first := w.first[t]; first > 0 {
				w.unite(int(first-1), n)
			} else {
				w.first[t] = int32(n + 1)
			}
		}
	}
	for _, i := range w.members {
		for _, t := range w.of(i) {
			w.first[t] = 0
		}
	}
	w.copies()
}

// copies joins near-copies, as far as both are among the members.
func (w *weaver) copies() {
	for n, i := range w.members {
		for _, j := range w.cited[i].Evidence.NearCopyOf {
			if m, ok := slices.BinarySearch(w.members, j); ok && i != j {
				w.unite(m, n)
				w.pairs = append(w.pairs, [2]int{min(i, j), max(i, j)})
			}
		}
	}
}

// root is the first of the members that member n is one with, by their places.
func (w *weaver) root(n int) int {
	for int(w.parent[n]) != n {
		w.parent[n] = w.parent[w.parent[n]]
		n = int(w.parent[n])
	}
	return n
}

func (w *weaver) unite(m, n int) {
	m, n = w.root(m), w.root(n)
	w.parent[max(m, n)] = int32(min(m, n))
}

// finished is an origin: whether it stands, was read, why it is one and why it fell. It stands where one of its citations does.
func (w *weaver) finished(of []int) Origin {
	o := Origin{Citations: of, Own: true}
	for _, i := range of {
		k := &w.cited[i]
		o.Own = o.Own && k.Own
		o.Standing = o.Standing || k.Standing
		o.Read = o.Read || k.Read
		o.Differs = o.Differs || k.Differs
		if o.Why == "" {
			o.Why = k.Why
		}
	}
	switch {
	case o.Own:
		o.Why = "the publication's own"
	case o.Standing:
		o.Why = ""
	}
	if len(of) > 1 {
		o.Tie = w.tieOf(of)
	}
	return o
}

// tieOf says in words why the citations of an origin are one: "same outlet", "both belong to Nation Media Group".
func (w *weaver) tieOf(members []int) string {
	if w.alike(members) {
		return "same outlet"
	}
	names := w.names(members)
	var told []string
	for _, h := range w.held(members) {
		sharing := w.names(h.by)
		if len(sharing) < 2 {
			continue
		}
		if len(sharing) == len(names) {
			return both(len(names)) + " " + predicate(h.tie, w.nameOf(h.tie, h.by))
		}
		told = append(told, list(sharing)+" "+predicate(h.tie, w.nameOf(h.tie, h.by)))
	}
	return strings.Join(told, "; ")
}

// alike reports whether some citations name one source.
func (w *weaver) alike(of []int) bool {
	for _, i := range of[1:] {
		if w.cited[i].Source != w.cited[of[0]].Source && w.cited[i].Source.ID != w.cited[of[0]].Source.ID {
			return false
		}
	}
	return true
}

// holding is a tie and the citations that have it.
type holding struct {
	tie tie
	by  []int
}

// held lists the ties that two or more members have, by kind and then in citation order.
func (w *weaver) held(members []int) []holding {
	at := map[int32]int{}
	var kinds [byOutlet + 1][]holding
	for _, i := range members {
		for _, number := range w.of(i) {
			t := w.all[number]
			n, ok := at[number]
			if !ok {
				n = len(kinds[t.kind])
				at[number] = n
				kinds[t.kind] = append(kinds[t.kind], holding{tie: t})
			}
			h := &kinds[t.kind][n]
			h.by = append(h.by, i)
		}
	}
	for _, p := range w.pairs {
		if w.together(p[0], members[0]) {
			kinds[byCopy] = append(kinds[byCopy], holding{tie{kind: byCopy}, p[:]})
		}
	}
	var all []holding
	for _, k := range kinds {
		for _, h := range k {
			if len(h.by) > 1 {
				all = append(all, h)
			}
		}
	}
	return all
}

// together reports whether two members are one.
func (w *weaver) together(i, j int) bool {
	m, _ := slices.BinarySearch(w.members, i)
	n, _ := slices.BinarySearch(w.members, j)
	return w.root(m) == w.root(n)
}

// names lists the distinct sources of some citations, in citation order.
func (w *weaver) names(of []int) []string {
	seen := map[string]bool{}
	var names []string
	for _, i := range of {
		if s := w.cited[i].Source; !seen[s.ID] {
			seen[s.ID] = true
			names = append(names, s.Name)
		}
	}
	return names
}

// nameOf is the name of the owner or agency of a tie.
func (w *weaver) nameOf(t tie, by []int) string {
	for _, i := range by {
		switch s := w.cited[i].Source; {
		case s.ID == t.value:
			return s.Name
		case t.kind == byOwner && s.OwnerName != "":
			return s.OwnerName
		}
	}
	if t.kind == byAgency && w.owners != nil {
		if o := w.owners.ByID(t.value); o != nil {
			return o.Name
		}
	}
	return t.value
}

func predicate(t tie, name string) string {
	switch t.kind {
	case byOwner:
		return "belong to " + name
	case byAgency:
		return "carry " + name
	case byCopy:
		return "print nearly the same text"
	}
	return "are cited with one address"
}
