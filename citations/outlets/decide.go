package outlets

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// decide picks among the hits of a name what its surroundings speak for. A name of one outlet needs none, unless the place
// printed with it speaks against it.
func (r *Registry) decide(f *found, c Context) Match {
	if f.hits == nil && f.tied != nil {
		return r.besideItself(f, c)
	}
	if f.country != "" {
		here := inCountry(f.hits, f.country)
		switch {
		case len(here) == 1 && len(f.hits) > 1:
			return f.match(here[0], ByContext, demonym(f.country, here[0].o)+": "+f.placeReason())
		case len(here) > 0:
			g := *f
			g.hits = here
			f = &g
		case len(f.hits) > 1 || r.generic(f.hits[0]) || f.ofAnotherState(f.hits[0]):
			return f.elsewhere()
		}
	}
	if len(f.hits) == 1 {
		if (f.doubt || f.how == Fuzzy && brief(f.name)) && f.country == "" && !r.supported(f.hits[0], c, f.doubt) {
			g := found{name: f.name, place: f.place, refused: "not taken for " + f.hits[0].o.label() + ", for which nothing in the article speaks"}
			return provisional(&g)
		}
		return f.match(f.hits[0], "", "")
	}
	if h, ok := r.byAddress(f.hits, c.URL); ok {
		return f.match(h, ByContext, "its address is "+hostOf(c.URL))
	}
	return r.weigh(f, c)
}

// besideItself is the match of a name that is equally near to several outlets: the one of them that is cited beside it, else the only one of which the article's
// countries, its sources or its language speak.
func (r *Registry) besideItself(f *found, c Context) Match {
	var cited, spoken []hit
	for _, h := range f.tied {
		switch {
		case slices.ContainsFunc(spoken, func(s hit) bool { return s.o == h.o }):
			continue
		case slices.Contains(c.Others, h.o.ID):
			cited = append(cited, h)
		}
		if h.o.Country != "" && r.supported(h, c, true) {
			spoken = append(spoken, h)
		}
	}
	here, why := cited, "which is cited beside it"
	if len(cited) == 0 {
		here, why = spoken, "the one of its neighbours that the article's countries, sources or language speak for"
	}
	if len(here) != 1 {
		return provisional(f)
	}
	g := found{name: f.name, place: f.place, how: Fuzzy, via: f.slip + " from " + here[0].text + ", " + why}
	return g.match(here[0], "", "")
}

// brief reports whether a name is one word of so few letters that a slip in it may as well be another name.
func brief(name string) bool {
	w := words(name)
	return len(w) == 1 && len(w[0]) <= 8
}

// supported reports whether the context speaks for a hit. A context that says nothing speaks for it unless it must.
func (r *Registry) supported(h hit, c Context, must bool) bool {
	if len(c.Countries) == 0 && len(c.Others) == 0 {
		return !must || c.Language != "en" && h.o.hasLanguage(c.Language)
	}
	if h.o.Country == "" {
		return true
	}
	w := weight{hit: h, rank: 3}
	others(&w, r.entriesOf(c.Others))
	countries(&w, c.Countries)
	return len(w.reasons) > 0 || c.Language != "en" && h.o.hasLanguage(c.Language)
}

func inCountry(hits []hit, country string) (here []hit) {
	for _, h := range hits {
		if h.o.Country == country {
			here = append(here, h)
		}
	}
	return here
}

// placeReason says what the printed qualifier tells.
func (f *found) placeReason() string {
	name := Places.Name(f.country)
	if strings.EqualFold(name, f.place) {
		return "“" + f.place + "” is printed with it"
	}
	return "“" + f.place + "”, printed with it, is in " + name
}

// elsewhere is the match of a name whose qualifier names a country in which no known outlet of this name is published.
func (f *found) elsewhere() Match {
	labels := make([]string, 0, len(f.hits))
	for _, h := range f.hits {
		labels = append(labels, h.o.label())
	}
	m := provisional(f)
	m.Why = "in no registry: " + f.placeReason() + ", where none of this name is known, only " + join(labels, "and")
	return m
}

// generic reports whether a hit's name is one that papers of other countries may well bear too: it is marked as shared or as a word,
// or all its words stand in other outlets' names as well. Agencies and broadcasters are everywhere the same.
func (r *Registry) generic(h hit) bool {
	switch h.o.Kind {
	case "agency", "broadcaster", "international", "company", "social", "militant":
		return false
	}
	if h.word || h.lone {
		return true
	}
	const enough = 4
	for _, t := range words(h.text) {
		if r.bearers(t, enough) < enough {
			return false
		}
	}
	return true
}

// ofAnotherState reports whether the qualifier names a country and the hit is a state's court or office, named in words: "Conseil constitutionnel
// (Sénégal)" is not the French one, whereas "FBI (Kenya)" is the FBI in Kenya.
func (f *found) ofAnotherState(h hit) bool {
	if h.o.Kind != "government" && h.o.Kind != "court" || h.o.Country == "" || len(words(h.text)) < 2 {
		return false
	}
	p, _ := Places.lookup(f.place)
	return p.kind == "country"
}

// byAddress picks the hit that publishes under an address.
func (r *Registry) byAddress(hits []hit, url string) (hit, bool) {
	if url == "" {
		return hit{}, false
	}
	o := r.ByDomain(url)
	for _, h := range hits {
		if o != nil && h.o == o {
			return h, true
		}
	}
	return hit{}, false
}

// match is the match of one hit. How and why follow from the form that matched where they are not given.
func (f *found) match(h hit, how, why string) Match {
	switch {
	case how == "":
		how, why = f.reason(h)
	case f.how == Fuzzy:
		how, why = Fuzzy, f.via+"; "+why
	case h.form == formAbbreviation || h.form == formAlias:
		why = formNames[h.form] + " of " + h.o.label() + "; " + why
	}
	m := Match{ID: h.o.ID, Name: h.o.Name, Entry: h.o, How: how, Confidence: confidence(how), Why: why, Place: f.place, Inflected: f.via == anotherCase}
	if how == Fuzzy {
		m.Spelling = h.text
	}
	return m
}

var formNames = [...]string{formName: "the name", formNative: "the own-script name", formAlias: "alias", formAbbreviation: "abbreviation", formDomain: "the address", formVariant: "a spelling of the name"}

var formHow = [...]string{formName: Exact, formNative: ByAlias, formAlias: ByAlias, formAbbreviation: Abbreviation, formDomain: ByDomain, formVariant: Exact}

// reason says how a lone hit was found.
func (f *found) reason(h hit) (how, why string) {
	how = formHow[h.form]
	switch {
	case f.how == Fuzzy:
		return Fuzzy, f.via
	case f.via != "" && how == Exact:
		how = ByAlias
	}
	why = formNames[h.form] + " of " + h.o.Name
	if h.form == formName && f.via == "" {
		why = "the name in the registry"
	}
	if f.via != "" {
		why += ", " + without(f.via)
	}
	return how, why
}

// without words what was taken from a name before it was found.
func without(via string) string {
	for _, said := range [...]string{"transliterated", "another transliteration", "the other name", anotherCase, scannedWhy} {
		if strings.HasPrefix(via, said) {
			return via
		}
	}
	return "without “" + strings.TrimSpace(via) + "”"
}

// weight is what speaks for one hit.
type weight struct {
	hit
	rank    int
	points  float64
	reasons []string
}

// Weights of the evidence. A source cited beside the name says most, the nearer the more; then the countries that the article
// speaks of; a neighbouring country counts for a third. An article's language says little in English, which cites the press
// of the world. A lead of clearLead is a decision.
const (
	sameOutlet     = 9
	sameCountry    = 6
	ownCountry     = 5 // of the publication that the article is in, or of its dateline
	neighbour      = 2
	ownLanguage    = 2
	englishArticle = .4
	body           = -5 // ministries and armies are cited far less than agencies and papers of the same letters
	enough         = 1.5
	clearLead      = 1.5
	manyNamesakes  = 4 // from here on an ordinary word, "The Times", is nobody's own
)

// rank says how well a printed name fits a hit before any evidence: 4 the name letter by letter, 3 the name, 2 an alias or an
// abbreviation, 1 a name whose article is missing.
func rank(h hit, printed string) int {
	switch {
	case h.short || !h.o.Kind.Press() && h.form == formAlias:
		return 1
	case sameName(h.o.Name, printed) || h.form == formAbbreviation && h.text == printed && h.o.Kind == "agency":
		return 4
	case h.form == formName || h.form == formNative:
		return 3
	}
	return 2
}

// sameName reports whether a printed name is the registry's letter by letter. An English article says nothing, except with a name of
// one word that is no ordinary one: "Dawn" is not The Dawn.
func sameName(name, printed string) bool {
	if name == printed {
		return true
	}
	a, _ := cutThe(name)
	b, _ := cutThe(printed)
	return a == b && (Ordinary(a) || strings.IndexByte(a, ' ') > 0)
}

// weigh decides a name of several outlets by its context. Where that tells nothing, a name is its owner's: "The Economist" is
// not the Namibia Economist, whom some call so; but of several that bear it as their name none is taken.
func (r *Registry) weigh(f *found, c Context) Match {
	hits := alive(f.hits, c.Day)
	if len(hits) == 1 {
		return f.match(hits[0], ByContext, "the only one of this name that appeared on "+c.Day)
	}
	beside := r.entriesOf(c.Others)
	ws := make([]weight, len(hits))
	for i, h := range hits {
		ws[i] = weight{hit: h, rank: rank(h, f.name)}
		others(&ws[i], beside)
		countries(&ws[i], c.Countries)
		r.home(&ws[i], c)
		language(&ws[i], c.Language)
		if !h.o.Kind.Press() {
			ws[i].points += body
		}
		ws[i].points += float64(ws[i].rank) / 2
	}
	slices.SortStableFunc(ws, func(a, b weight) int { return cmp.Compare(b.points, a.points) })
	if w, ok := leader(ws); ok {
		return f.match(w.hit, ByContext, demonym(w.o.Country, w.o)+": "+strings.Join(w.reasons, "; "))
	}
	if w, ok := owner(ws); ok && !(len(ws) >= manyNamesakes && Ordinary(f.name)) {
		return f.match(w.hit, "", "")
	}
	return f.ambiguous(ws)
}

// leader returns the hit that the evidence speaks for. Where it speaks for several alike, all of one country, that is the one which has
// the printed name as its own: in Britain The Herald is not the Plymouth Herald.
func leader(ws []weight) (weight, bool) {
	best, tie := ws[0], false
	for _, w := range ws[1:] {
		switch {
		case ws[0].points-w.points >= clearLead:
		case w.o.Country != best.o.Country || w.rank == best.rank || max(w.rank, best.rank) < 3:
			tie = true
		case w.rank > best.rank:
			best = w
		}
	}
	return best, !tie && len(best.reasons) > 0 && best.points >= enough
}

// owner returns the one hit that fits the printed name better than all others, if nothing speaks more for one of them.
func owner(ws []weight) (weight, bool) {
	best, tie := ws[0], false
	for _, w := range ws[1:] {
		if w.rank == best.rank {
			tie = true
		}
		if w.rank > best.rank {
			best, tie = w, false
		}
	}
	return best, !tie && ws[0].points-best.points < clearLead && !anyStates(best, ws)
}

// anyStates reports whether a hit is a body of state whose name another state's body bears, too: no Defensoría del Pueblo is the only one.
func anyStates(best weight, ws []weight) bool {
	ofState := func(o *Outlet) bool { return o.Kind == "government" || o.Kind == "court" }
	return ofState(best.o) && slices.ContainsFunc(ws, func(w weight) bool { return ofState(w.o) && w.o.Country != best.o.Country && w.form <= formAlias })
}

// ambiguous lists the hits, those first that more speaks for.
func (f *found) ambiguous(ws []weight) Match {
	if f.how == Fuzzy {
		g := found{name: f.name, place: f.place, refused: "near to " + ws[0].text + ", which several outlets are called"}
		return provisional(&g)
	}
	m := Match{Name: f.name, How: Ambiguous, Confidence: confidence(Ambiguous), Place: f.place}
	for _, w := range ws {
		why := w.o.label()
		if w.o.Country != "" {
			why = demonym(w.o.Country, w.o)
		}
		if w.o.Name != f.name {
			why += ", " + w.o.Name
		}
		if len(w.reasons) > 0 {
			why += ": " + strings.Join(w.reasons, "; ")
		}
		m.Candidates = append(m.Candidates, Candidate{ID: w.o.ID, Why: why})
	}
	m.Why = strconv.Itoa(len(ws)) + " outlets bear this name, and neither place, country, language nor the other sources tell which is meant"
	return m
}

// alive leaves out outlets that did not appear on a day, unless none would remain.
func alive(hits []hit, day string) []hit {
	if len(day) < 4 {
		return hits
	}
	year, err := strconv.Atoi(day[:4])
	if err != nil {
		return hits
	}
	var left []hit
	for _, h := range hits {
		if (h.o.Founded == 0 || h.o.Founded <= year) && (h.o.Closed == 0 || h.o.Closed >= year) {
			left = append(left, h)
		}
	}
	if left == nil {
		return hits
	}
	return left
}

// entriesOf looks the nearest sources beside a name up; nil for those without an entry.
func (r *Registry) entriesOf(ids []string) []*Outlet {
	beside := make([]*Outlet, min(len(ids), 12))
	for i := range beside {
		beside[i] = r.ByID(ids[i])
	}
	return beside
}

// others weighs the outlets cited beside the name.
func others(w *weight, beside []*Outlet) {
	var same, near []string
	for i, o := range beside {
		fall := 1 / (1 + float64(i)/3)
		switch {
		case o == nil:
		case o == w.o && w.rank >= 3: // who is cited under its name is not meant by another
			w.points += sameOutlet
			w.reasons = append(w.reasons, "it is cited elsewhere in the article")
			return
		case o.Country == "" || w.o.Country == "" || o.Kind == "agency" || o.Kind == "ngo" || o.Kind == "think-tank" || o.Kind == "international": // they speak of the whole world
		case o.Country == w.o.Country:
			w.points += sameCountry * fall
			same = append(same, o.label())
		case neighbours(o.Country, w.o.Country):
			w.points += neighbour * fall
			near = append(near, o.label())
		}
	}
	switch all := slices.Concat(same, near); {
	case len(all) == 1:
		w.reasons = append(w.reasons, "the source beside it is "+all[0])
	case len(all) > 1:
		w.reasons = append(w.reasons, "the article's other sources are "+join(all[:min(3, len(all))], "and"))
	}
}

// countries weighs the countries that the article speaks of.
func countries(w *weight, list []string) {
	for i, c := range list[:min(len(list), 6)] {
		fall := 1 / (1 + float64(i)/2)
		switch {
		case c == w.o.Country:
			w.points += sameCountry * fall
			w.reasons = append(w.reasons, "the article speaks of "+Places.Name(c))
			return
		case w.o.Country != "" && neighbours(c, w.o.Country):
			w.points += neighbour * fall
			w.reasons = append(w.reasons, "the article speaks of "+Places.Name(c)+", its neighbour")
			return
		}
	}
}

// home weighs where the article comes from: papers call those of their own country by the short name, and a piece dated from a place cites the press there.
func (r *Registry) home(w *weight, c Context) {
	if w.o.Country == "" {
		return
	}
	switch o := r.ByID(c.Home); {
	case o == nil || o.Country == "" || o == w.o && w.rank < 3: // who prints its own name does not mean itself by another
	case o == w.o:
		w.points += ownCountry
		w.reasons = append(w.reasons, "the article is in it")
	case o.Country == w.o.Country:
		w.points += ownCountry
		w.reasons = append(w.reasons, "the article is in "+o.Name+", of "+Places.Name(o.Country))
	case neighbours(o.Country, w.o.Country):
		w.points += neighbour
		w.reasons = append(w.reasons, "the article is in "+o.Name+", of "+Places.Name(o.Country)+", its neighbour")
	}
	if c.Dateline == w.o.Country {
		w.points += ownCountry
		w.reasons = append(w.reasons, "the article is dated from "+Places.Name(c.Dateline))
	}
}

// language weighs the language of the article.
func language(w *weight, l string) {
	switch {
	case !w.o.hasLanguage(l):
	case l == "en":
		w.points += englishArticle
	default:
		w.points += ownLanguage
		if w.o.Languages[0] == l {
			w.points++
		}
		w.reasons = append(w.reasons, "the article is in the outlet's language")
	}
}

// demonym is the outlet as a reader would tell it from its namesakes: "the Kenyan paper".
func demonym(country string, o *Outlet) string {
	noun := "outlet"
	switch o.Kind {
	case "newspaper":
		noun = "paper"
	case "magazine", "broadcaster", "agency", "journal", "company", "blog":
		noun = string(o.Kind)
	case "online":
		noun = "site"
	}
	if a := Places.Adjective(country); a != "" {
		return "the " + a + " " + noun
	}
	return "the " + noun + " " + o.label()
}

// join writes a list as prose.
func join(list []string, and string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " " + and + " " + list[len(list)-1]
}
