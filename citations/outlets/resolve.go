package outlets

import (
	"slices"
	"strings"
)

// Resolve says which outlet a printed name means. It goes from the surest way of finding it to the least: the name itself, the
// name in its own script, an alias, an abbreviation, an address; then the same without what writers put around a name
// ("website", "Twitter account of", "[Algiers]", inflected articles); another transliteration; a misspelling. A name of
// several outlets is decided by c, or said to be ambiguous. What no registry knows is provisional.
func (r *Registry) Resolve(printed string, c Context) Match {
	m := r.resolve(printed, c)
	if m.Place == "" && m.Entry != nil && !r.spokenFor(m.Entry, c) && r.AnyStates(printed, m) {
		return provisional(&found{name: clean(printed), refused: "not taken for " + m.Entry.label() + ", of whose state nothing in the article speaks"})
	}
	return m
}

// resolve is Resolve before it is asked whose body a name of any state's is.
func (r *Registry) resolve(printed string, c Context) Match {
	if h, ok := r.only(printed); ok {
		f := found{name: printed}
		return f.match(h, "", "")
	}
	f := r.search(printed)
	if len(f.hits) == 0 && f.tied == nil {
		return provisional(f)
	}
	return r.decide(f, c)
}

// only finds the plain name of a single outlet, the usual case, without allocating.
func (r *Registry) only(printed string) (hit, bool) {
	if !isClean(printed) {
		return hit{}, false
	}
	var room [keySize]byte
	key, _ := appendKey(room[:0], printed)
	k := r.index.find(key)
	if k == nil || k.n != 1 || strings.ContainsAny(printed, "([") {
		return hit{}, false
	}
	p := &r.index.postings[k.first]
	if !r.meant(p, printed) {
		return hit{}, false
	}
	return r.hit(p, k), true
}

// found is what a printed name may mean before its surroundings are asked.
type found struct {
	name    string // as printed, blanks single, markup and qualifier gone
	place   string // the qualifier
	country string // the qualifier's country
	hits    []hit
	how     string // Fuzzy, or "" for what the hits' forms say
	via     string // what had to be done to the name first, for the reason
	doubt   bool   // the one hit is taken only if the context speaks for it
	refused string // why what was near was refused, for the reason of a provisional name
	tied    []hit  // what the name is equally near to, if it is refused for that
	slip    string // how far from these: "one letter"
}

// hit is an entry and the name of it that matched.
type hit struct {
	o     *Outlet
	text  string // the registry's form
	form  form
	short bool // matched without an article that the registry's form has
	word  bool
	lone  bool // the form is marked as shared though only one entry of this registry bears it
}

// search finds what a name may mean. Known names are found at once, all others are remembered.
func (r *Registry) search(printed string) *found {
	f := &found{name: clean(printed)}
	if f.name == "" {
		return f
	}
	if !strings.ContainsAny(f.name, "([") {
		if f.hits = r.exact(f.name); f.hits != nil {
			return f
		}
	}
	if old := r.cache.get(f.name); old != nil {
		return old
	}
	key := f.name
	r.slow(f)
	r.cache.put(key, f)
	return f
}

// exact looks the name up as it stands.
func (r *Registry) exact(name string) []hit {
	var room [128]byte
	key, _ := appendKey(room[:0], name)
	k := r.index.find(key)
	if k == nil {
		return nil
	}
	return r.hits(k, name, 0)
}

// hits lists what a key leads to. With a family, forms whose article is of another are left out.
func (r *Registry) hits(k *keyed, printed string, f family) []hit {
	hits := make([]hit, 0, k.n)
	for i := k.first; i >= 0; i = r.index.postings[i].next {
		p := &r.index.postings[i]
		o := &r.entries[p.entry]
		if !r.meant(p, printed) || len(hits) > 0 && hits[len(hits)-1].o == o {
			continue
		}
		if f != 0 {
			own := articleOf(p.text(o))
			if own == 0 {
				own = languagesMask(o.Languages)
			}
			if own&f == 0 {
				continue
			}
		}
		hits = append(hits, r.hit(p, k))
	}
	if len(hits) == 0 {
		return nil
	}
	return hits
}

// hit is a posting as a hit.
func (r *Registry) hit(p *posting, k *keyed) hit {
	o := &r.entries[p.entry]
	return hit{o: o, text: p.text(o), form: p.form, short: p.flags&short != 0, word: p.flags&word != 0, lone: p.flags&shared != 0 && k.n == 1}
}

// meant reports whether a printed name can be this name of an outlet: an abbreviation has its capitals, a name of two or three letters
// its own, an ordinary word or a person's name its article ("Le Marin") and at least a capital.
func (r *Registry) meant(p *posting, printed string) bool {
	text := p.text(&r.entries[p.entry])
	if rest, ok := cutThe(printed); ok {
		printed = rest
	}
	switch {
	case len(text) < 8 && len(printed) < 9 && oneWord(text) && strings.IndexByte(printed, ' ') > 0: // "In a" is not INA
		return strings.ContainsAny(text, "0123456789")
	case p.form == formAbbreviation:
		return writtenAsAbbreviation(printed, text)
	case p.flags&short != 0 && Ordinary(printed):
		return false
	case len(printed) <= 3: // "As" is not AS
		t, _ := cutThe(text)
		return printed == t || capitals(printed)
	}
	return printed[0] < 'a' || printed[0] > 'z' || printed == text || !Ordinary(printed)
}

// capitals reports whether a name has no small letter.
func capitals(s string) bool {
	for i := range len(s) {
		if s[i] >= 'a' && s[i] <= 'z' {
			return false
		}
	}
	return true
}

func oneWord(s string) bool { return !strings.ContainsAny(s, " -'’.") }

// writtenAsAbbreviation reports whether a printed name has the capitals of an abbreviation: all of them, or a first one for
// those that are read as words ("Wafa", "Tass", "Belta"). "who" is not the WHO.
func writtenAsAbbreviation(printed, abbreviation string) bool {
	if printed == abbreviation {
		return true
	}
	lowers, uppers := 0, 0
	for _, c := range []byte(printed) {
		switch {
		case c >= 'a' && c <= 'z':
			lowers++
		case c >= 'A' && c <= 'Z':
			uppers++
		}
	}
	if lowers == 0 {
		return true
	}
	if rest, ok := cutThe(printed); ok {
		return writtenAsAbbreviation(rest, abbreviation)
	}
	return uppers > 0 && printed[0] >= 'A' && printed[0] <= 'Z' && len(printed) > 3
}

func cutThe(s string) (string, bool) {
	if len(s) > 4 && s[3] == ' ' && (s[:3] == "the" || s[:3] == "The") {
		return s[4:], true
	}
	return s, false
}

// loose looks a name up without its article, among the names whose article is of the same language or that have none. A name that
// has none is in doubt where the article is printed with a capital, as part of the name, or is Arabic.
func (r *Registry) loose(name string) (hits []hit, doubt bool) {
	var room [128]byte
	key, c := appendKey(room[:0], name)
	if c.from == 0 {
		return nil, false
	}
	k := r.index.find(key[c.from:c.to])
	if k == nil {
		return nil, false
	}
	article := string(key[:c.from])
	bare := strings.TrimLeft(name[min(len(article), len(name)):], " -'’")
	switch article {
	case "a", "as", "an", "at", "to": // English words, unless a hyphen follows
		if len(name) <= len(article) || name[len(article)] != '-' {
			return nil, false
		}
	}
	hits = slices.DeleteFunc(r.hits(k, bare, articleFamily(article)), func(h hit) bool { return otherNumber(article, h.text) })
	own := slices.ContainsFunc(hits, func(h hit) bool { return articleOf(h.text) != 0 })
	if own {
		return slices.DeleteFunc(hits, func(h hit) bool { return articleOf(h.text) == 0 }), false
	}
	capital := name[0] >= 'A' && name[0] <= 'Z'
	return hits, capital || articleFamily(article)&arabic != 0
}

// slow tries everything that Resolve's comment lists after the name as it stands.
func (r *Registry) slow(f *found) {
	whole := f.name
	f.qualifier()
	if f.name != whole && r.qualified(f, whole) {
		return
	}
	for _, way := range [...]func(*Registry, *found) bool{
		(*Registry).asIs, (*Registry).scanned, (*Registry).host, (*Registry).stripped, (*Registry).placed, (*Registry).transliterated, (*Registry).inCase, (*Registry).misspelt, (*Registry).respelt, (*Registry).misspeltAbroad,
	} {
		if way(r, f) {
			return
		}
	}
}

// qualified looks up a name whose qualifier is part of what the registry calls it: "Ministry of Foreign Affairs (Egypt)". Where the
// bare name is borne in that country, the place decides as it does for all others.
func (r *Registry) qualified(f *found, whole string) bool {
	bare := inCountry(r.lookup(f, f.name), f.country)
	f.doubt = false
	if f.country != "" && bare != nil {
		return false
	}
	for _, h := range r.exact(whole) {
		if f.country != "" || strings.IndexByte(h.text, '(') >= 0 {
			f.hits = append(f.hits, h)
		}
	}
	if f.hits == nil {
		return false
	}
	f.country = "" // the name says it already
	return true
}

// asIs looks up the name without its qualifier, then with another article.
func (r *Registry) asIs(f *found) bool {
	f.hits = r.lookup(f, f.name)
	return f.hits != nil
}

// host looks up a name that is an address.
func (r *Registry) host(f *found) bool {
	if o := r.ByDomain(f.name); o != nil {
		f.hits = []hit{{o: o, text: hostOf(f.name), form: formDomain}}
	}
	return f.hits != nil
}

// provisional is the match of a name that no registry knows.
func provisional(f *found) Match {
	m := Match{ID: "~" + slug(accountless(f.name)), Name: f.name, How: Provisional, Confidence: confidence(Provisional), Place: f.place}
	m.Why, m.Near = "in no registry", f.tied != nil
	if f.refused != "" {
		m.Why += ": " + f.refused
	}
	return m
}

// slug is the folded name with a hyphen between its words.
func slug(name string) string {
	var f folder
	f.all(name)
	c := f.cut()
	var b strings.Builder
	at := c.from
	for i := range min(f.tokens, maxTokens) {
		end := int(f.marks[i])
		if end <= at || end > c.to {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.Write(f.key[at:end])
		at = end
	}
	if at < c.to {
		b.Write(f.key[at:c.to])
	}
	return b.String()
}

func confidence(how string) float64 {
	switch how {
	case Exact:
		return 1
	case ByDomain:
		return .98
	case ByAlias:
		return .95
	case Abbreviation:
		return .9
	case ByContext:
		return .8
	case Fuzzy:
		return .7
	case Provisional:
		return .5
	}
	return .3
}

// Known reports whether a name is one of the registry's: a name, an alias, an abbreviation in capitals, a name in another
// script, or an address. It does not allocate.
func (r *Registry) Known(name string) bool {
	var room [128]byte
	key, _ := appendKey(room[:0], name)
	if k := r.index.find(key); k != nil {
		for i := k.first; i >= 0; i = r.index.postings[i].next {
			if r.meant(&r.index.postings[i], name) {
				return true
			}
		}
	}
	if mended, ok := scannedName(name); ok {
		return r.Known(mended)
	}
	return r.ByDomain(name) != nil
}
