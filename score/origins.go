package score

import (
	"strings"

	"example.org/verify/citations"
)

// origins joins the citations that a tie holds together, in citation order. among holds indices into Article.Citations,
// ascending; those that name nobody, or only whom a source quotes, make no origin. A tie through a citation that is not among
// them joins nothing.
func origins(art *citations.Article, cited []Cited, among []int, owners Owners) []Origin {
	w := weaver{art: art, cited: cited, owners: owners, parent: make(map[int]int, len(among)), holder: map[tie]int{}}
	var members []int
	for _, i := range among {
		if cited[i].Counted || cited[i].Own && cited[i].Source.ID != "" {
			w.add(i)
			members = append(members, i)
		}
	}
	w.copies(members)
	at := map[int]int{} // root → index into found
	var found []Origin
	for _, i := range members {
		root := w.root(i)
		n, ok := at[root]
		if !ok {
			n = len(found)
			at[root] = n
			found = append(found, Origin{})
		}
		found[n].Citations = append(found[n].Citations, i)
	}
	for n := range found {
		w.finish(&found[n])
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

// weaver is a union–find over the citations of one claim, or of one article.
type weaver struct {
	art    *citations.Article
	cited  []Cited
	owners Owners
	parent map[int]int
	holder map[tie]int // the first citation that has the tie
	pairs  [][2]int    // near-copies
}

// ties lists what a citation may share with another.
func (w *weaver) ties(i int) []tie {
	s := &w.cited[i].Source
	ties := []tie{{byOutlet, s.ID}, {byOwner, s.house()}}
	if a := address(w.art.Citations[i].URL); a != "" {
		ties = append(ties, tie{byAddress, a})
	}
	if s.Agency {
		ties = append(ties, tie{byAgency, s.ID})
	}
	for _, agency := range [...]string{w.art.Citations[i].Agency, w.cited[i].Evidence.Agency} {
		if agency != "" {
			ties = append(ties, tie{byAgency, agency})
		}
	}
	return ties
}

func (w *weaver) add(i int) {
	w.parent[i] = i
	for _, t := range w.ties(i) {
		if j, ok := w.holder[t]; ok {
			w.join(j, i)
		} else {
			w.holder[t] = i
		}
	}
}

// copies joins near-copies, as far as both are among the members.
func (w *weaver) copies(members []int) {
	for _, i := range members {
		for _, j := range w.cited[i].Evidence.NearCopyOf {
			if _, ok := w.parent[j]; ok && i != j {
				w.join(min(i, j), max(i, j))
				w.pairs = append(w.pairs, [2]int{min(i, j), max(i, j)})
			}
		}
	}
}

func (w *weaver) root(i int) int {
	for w.parent[i] != i {
		w.parent[i] = w.parent[w.parent[i]]
		i = w.parent[i]
	}
	return i
}

func (w *weaver) join(i, j int) {
	i, j = w.root(i), w.root(j)
	w.parent[max(i, j)] = min(i, j)
}

// finish says whether an origin stands, was read, why it is one and why it fell. It stands where one of its citations does.
func (w *weaver) finish(o *Origin) {
	own := true
	for _, i := range o.Citations {
		k := &w.cited[i]
		own = own && k.Own
		o.Standing = o.Standing || k.Standing
		o.Read = o.Read || k.Read
		o.Differs = o.Differs || k.Differs
		if o.Why == "" {
			o.Why = k.Why
		}
	}
	o.Own = own
	switch {
	case own:
		o.Why = "the publication's own"
	case o.Standing:
		o.Why = ""
	}
	if len(o.Citations) > 1 {
		o.Tie = w.tieOf(o.Citations)
	}
}

// tieOf says in words why the citations of an origin are one: "same outlet", "both belong to Nation Media Group".
func (w *weaver) tieOf(members []int) string {
	names := w.names(members)
	if len(names) == 1 {
		return "same outlet"
	}
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

// holding is a tie and the citations that have it.
type holding struct {
	tie tie
	by  []int
}

// held lists the ties that two or more members have, by kind and then in citation order.
func (w *weaver) held(members []int) []holding {
	at := map[tie]int{}
	var kinds [byOutlet + 1][]holding
	for _, i := range members {
		for _, t := range w.ties(i) {
			n, ok := at[t]
			if !ok {
				n = len(kinds[t.kind])
				at[t] = n
				kinds[t.kind] = append(kinds[t.kind], holding{tie: t})
			}
			h := &kinds[t.kind][n]
			h.by = append(h.by, i)
		}
	}
	for _, p := range w.pairs {
		if w.root(p[0]) == w.root(members[0]) {
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

// names lists the distinct sources of some citations, in citation order.
func (w *weaver) names(of []int) []string {
	seen := map[string]bool{}
	var names []string
	for _, i := range of {
		if s := &w.cited[i].Source; !seen[s.ID] {
			seen[s.ID] = true
			names = append(names, s.Name)
		}
	}
	return names
}

// nameOf is the name of the owner or agency of a tie.
func (w *weaver) nameOf(t tie, by []int) string {
	for _, i := range by {
		switch s := &w.cited[i].Source; {
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
