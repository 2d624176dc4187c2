package outlets

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
)

// Registry is a set of outlets and the keys that lead to them. It does not change once made and may be used from several
// goroutines.
type Registry struct {
	entries    []Outlet // by id
	index      index
	hash       func() string
	near       func() *nearIndex        // misspelt names; this and the next four are built when first needed
	counts     func() *wordCounts       // of the names
	skeletons  func() *skeletons        // other transliterations
	caseStarts func() *caseStarts       // names in any case
	cases      map[string]func() *index // names by their stems, by language
	asked      atomic.Int32             // see bearers
	cache      *cache
}

// build sorts the entries and makes the index.
func build(entries []Outlet) (*Registry, error) {
	for i := 1; i < len(entries); i++ {
		if entries[i].ID <= entries[i-1].ID { // not in their order, or twice
			slices.SortStableFunc(entries, func(a, b Outlet) int { return cmp.Compare(a.ID, b.ID) })
			break
		}
	}
	for i := 1; i < len(entries); i++ {
		if entries[i].ID == entries[i-1].ID {
			return nil, fmt.Errorf("two entries have the id %q: rename one or join them", entries[i].ID)
		}
	}
	r := &Registry{entries: entries, cache: newCache()}
	r.index.fill(entries)
	r.hash = sync.OnceValue(func() string { return hashOf(entries) })
	r.near = sync.OnceValue(func() *nearIndex { return newNearIndex(r) })
	r.counts = sync.OnceValue(func() *wordCounts { return newWordCounts(r) })
	r.skeletons = sync.OnceValue(func() *skeletons { return newSkeletons(r) })
	r.caseStarts = sync.OnceValue(func() *caseStarts { return newCaseStarts(r) })
	r.cases = make(map[string]func() *index, len(inflecting))
	for _, l := range inflecting {
		r.cases[l] = sync.OnceValue(func() *index { return newCaseForms(r, l) })
	}
	return r, nil
}

// With returns a registry with the desk's own entries put in; an entry of the same id replaces the one that is there. Neither
// the receiver nor extra is changed.
func (r *Registry) With(extra []Outlet) (*Registry, error) {
	own := make(map[string]bool, len(extra))
	for i, o := range extra {
		switch {
		case !validID(o.ID):
			return nil, fmt.Errorf("own outlet %d: id %q: write lower-case letters and digits joined by hyphens", i+1, o.ID)
		case own[o.ID]:
			return nil, fmt.Errorf("own outlet %d: id %q stands twice: join the two", i+1, o.ID)
		case o.Name == "":
			return nil, fmt.Errorf("own outlet %q has no name", o.ID)
		case !validCountry(o.Country):
			return nil, fmt.Errorf("own outlet %q: country %q: write two capitals (ISO 3166-1)", o.ID, o.Country)
		case o.Kind != "" && !validKind(o.Kind):
			return nil, fmt.Errorf("own outlet %q: kind %q: write one of %s", o.ID, o.Kind, kindList)
		case !validControl(o.Control):
			return nil, fmt.Errorf("own outlet %q: control %q: write one of %s", o.ID, o.Control, controlList)
		}
		own[o.ID] = true
	}
	all := make([]Outlet, 0, len(r.entries)+len(extra))
	for _, o := range r.entries {
		if !own[o.ID] {
			all = append(all, o)
		}
	}
	with, err := build(append(all, extra...))
	if err == nil {
		with.hash = sync.OnceValue(func() string { return sum(r.Hash() + hashOf(extra)) })
	}
	return with, err
}

// ByID returns the entry with that id, nil if there is none.
func (r *Registry) ByID(id string) *Outlet {
	i := sort.Search(len(r.entries), func(i int) bool { return r.entries[i].ID >= id }) // by index: an entry is too large to be handed over
	if i == len(r.entries) || r.entries[i].ID != id {
		return nil
	}
	return &r.entries[i]
}

// All returns the entries by id. They must not be changed.
func (r *Registry) All() []Outlet { return r.entries }

// Hash is the SHA-256 of what the registry holds, in hexadecimal; equal for equal entries, however they were written down.
func (r *Registry) Hash() string { return r.hash() }

func hashOf(entries []Outlet) string {
	h := sha256.New()
	for i := range entries {
		fmt.Fprintf(h, "%+v\n", entries[i])
	}
	return hex.EncodeToString(h.Sum(nil))
}

func sum(s string) string {
	h := sha256.New()
	var room [4096]byte
	for s != "" { // piece by piece: a copy of all of it would be new memory
		n := copy(room[:], s)
		h.Write(room[:n])
		s = s[n:]
	}
	return hex.EncodeToString(h.Sum(nil))
}

// UltimateOwner follows the owners of an outlet to the last one. It is nil where the outlet or its owner is unknown.
func (r *Registry) UltimateOwner(id string) *Outlet {
	o := r.ByID(id)
	if o == nil {
		return nil
	}
	var last *Outlet
	for range 10 { // a bound, should two entries own each other
		if o = r.ByID(o.Owner); o == nil || o.ID == id {
			return last
		}
		last = o
	}
	return last
}

// Languages lists the languages of all outlets, in the order of the alphabet.
func (r *Registry) Languages() []string {
	seen := map[string]bool{}
	for i := range r.entries {
		for _, l := range r.entries[i].Languages {
			seen[l] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// hasLanguage reports whether the outlet publishes in the language.
func (o *Outlet) hasLanguage(l string) bool { return l != "" && slices.Contains(o.Languages, l) }

// label is the outlet as it is named in a reason: "Daily Nation (KE)".
func (o *Outlet) label() string {
	if o.Country == "" || strings.Contains(o.Name, "(") {
		return o.Name
	}
	return o.Name + " (" + o.Country + ")"
}
