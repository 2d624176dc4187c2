package outlets

import (
	"slices"
	"strings"
)

// Every state has a Ministry of Commerce and a Supreme Court, and the registry knows some of them under no longer name. What the article speaks of tells whether one of
// these is meant.

// stateHeads begin the names of bodies that every state has, as they are folded.
const stateHeads = "ministry ministere ministerio ministero ministerie department secretaria fiscalia procuraduria contraloria defensoria"

// statePairs do so with their second word.
const statePairs = "|supreme court|constitutional court|high court|central bank|national police|policia nacional|police nationale|banco central|banque centrale|election commission|" +
	"electoral commission|tribunal supremo|tribunal constitucional|cour supreme|cour constitutionnelle|corte suprema|corte constitucional|conseil constitutionnel|"

// AnyStates reports whether a printed name was taken for a state's body though it says nothing of the state, and all its words stand in the names of others, too.
func (r *Registry) AnyStates(printed string, m Match) bool {
	o := m.Entry
	if o == nil || o.Kind != "government" && o.Kind != "court" || o.Country == "" || m.How != Exact && m.How != ByAlias {
		return false
	}
	ws := words(printed)
	for len(ws) > 0 && isAnyArticle(ws[0]) {
		ws = ws[1:]
	}
	if len(ws) < 2 || !oneOf(stateHeads, ws[0]) && !strings.Contains(statePairs, "|"+ws[0]+" "+ws[1]+"|") {
		return false
	}
	counts := r.counts()
	return !slices.ContainsFunc(ws, func(w string) bool { return counts.of(w) < 4 }) && len(Places.Scan(printed, 1)) == 0
}

// spokenFor reports whether the surroundings of a name speak of the state of an outlet, or say nothing of any.
func (r *Registry) spokenFor(o *Outlet, c Context) bool {
	switch {
	case len(c.Countries) == 0 && c.Dateline == "", slices.Contains(c.Countries, o.Country), c.Dateline == o.Country:
		return true
	case !oneOf("en es fr pt ar", c.Language) && o.hasLanguage(c.Language): // the language of few states
		return true
	}
	home := r.ByID(c.Home)
	return home != nil && home.Country == o.Country || slices.ContainsFunc(r.entriesOf(c.Others), func(e *Outlet) bool {
		return e != nil && e != o && e.Country == o.Country && e.Kind != "agency" && e.Kind != "ngo" && e.Kind != "think-tank"
	})
}
