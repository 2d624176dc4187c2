package outlets

import (
	_ "embed"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
)

//go:embed places.tsv
var embeddedPlaces string

// Places is the small gazetteer that comes with the program: countries, what their people are called, capitals and main
// cities, and the regions that English texts name.
var Places Gazetteer

// Gazetteer knows places by name. Its methods may be called from several goroutines.
type Gazetteer struct {
	once   sync.Once
	byKey  map[string]int32  // indices into all
	adj    map[string]string // by country: the word for what is of it
	names  map[string]string // by country: its name
	all    []place
	starts map[string][]int32 // by first word as printed: indices into all
	gate   [256]uint64        // by the first byte of the words in starts, a bit for each length
}

type place struct {
	country string
	kind    string // country | demonym | city | region
	name    string
	capital bool // the first city listed of its country
}

func (g *Gazetteer) load() {
	g.once.Do(func() {
		n := strings.Count(embeddedPlaces, "\n")
		g.byKey, g.starts = make(map[string]int32, 2*n), make(map[string][]int32, n)
		g.adj, g.names = map[string]string{}, map[string]string{}
		capital := map[string]string{} // by country: the plain name of its first city
		for line := range strings.Lines(embeddedPlaces) {
			line = strings.TrimSuffix(line, "\n")
			if line == "" || line[0] == '#' {
				continue
			}
			name, rest, _ := strings.Cut(line, "\t")
			country, kind, _ := strings.Cut(rest, "\t")
			p := place{country: country, kind: kind, name: name}
			if kind == "city" {
				plain := string(plainKey(nil, name))
				if capital[country] == "" {
					capital[country] = plain
				}
				p.capital = capital[country] == plain
			}
			g.add(name, p)
		}
	})
}

func (g *Gazetteer) add(name string, p place) {
	key := strings.ToLower(name)
	for _, k := range [...]string{name, key} {
		if _, ok := g.byKey[k]; !ok {
			g.byKey[k] = int32(len(g.all))
		}
	}
	if plain := string(plainKey(nil, name)); plain != key && plain != "male" {
		if _, ok := g.byKey[plain]; !ok {
			g.byKey[plain] = int32(len(g.all))
		}
	}
	head := name[:wordEnd(name, 0)]
	g.starts[head] = append(g.starts[head], int32(len(g.all)))
	g.gate[name[0]] |= 1 << (len(head) & 63)
	g.all = append(g.all, p)
	switch {
	case p.kind == "demonym" && g.adj[p.country] == "":
		g.adj[p.country] = name
	case p.kind == "country" && g.names[p.country] == "":
		g.names[p.country] = name
	}
}

// plainKey writes a name in lower case without marks, keeping its blanks.
func plainKey(dst []byte, s string) []byte {
	start := len(dst)
	for s != "" {
		w, rest, _ := strings.Cut(s, " ")
		s = rest
		if w == "" {
			continue
		}
		if len(dst) > start {
			dst = append(dst, ' ')
		}
		f := folder{article: -1}
		f.all(w)
		dst = append(dst, f.bytes()...)
	}
	return dst
}

func (g *Gazetteer) lookup(name string) (place, bool) {
	g.load()
	name = strings.TrimSpace(name)
	at, ok := g.byKey[name]
	if !ok {
		var room [96]byte
		if at, ok = g.byKey[string(plainKey(room[:0], name))]; !ok {
			return place{}, false
		}
	}
	p := g.all[at]
	if name != p.name && len(p.name) <= 4 && p.name == strings.ToUpper(p.name) {
		return place{}, false // "us", "car"
	}
	return p, true
}

// known reports whether name is that of a place or a people.
func (g *Gazetteer) known(name string) bool {
	_, ok := g.lookup(name)
	return ok
}

// Country returns the country (ISO 3166-1 alpha-2) of a place, or the one that a people's or an adjective's name is of:
// "FR" for France, French, Paris. A city of several countries has the one that is meant most.
func (g *Gazetteer) Country(name string) (iso2 string, ok bool) {
	p, ok := g.lookup(name)
	return p.country, ok
}

// IsPlace reports whether name is that of a country, a region or a city, or of several with commas between them. Adjectives are none.
func (g *Gazetteer) IsPlace(name string) bool {
	for part := range strings.SplitSeq(name, ",") {
		if p, ok := g.lookup(part); !ok || p.kind == "demonym" {
			return false
		}
	}
	return true
}

// Mention is how often a text names a country.
type Mention struct {
	Country string
	Count   int
}

// Name is the English name of a country by its code, the code itself if it is not known.
func (g *Gazetteer) Name(iso2 string) string {
	g.load()
	if n := g.names[iso2]; n != "" {
		return n
	}
	return iso2
}

// Adjective is the English adjective of a country, "" if it is not known.
func (g *Gazetteer) Adjective(iso2 string) string {
	g.load()
	return g.adj[iso2]
}

// Heads are the first words of all names of places, letter by letter as they are printed.
func (g *Gazetteer) Heads() iter.Seq[string] {
	g.load()
	return maps.Keys(g.starts)
}

// Scan counts the countries that a text names, itself, by its people or by its places, and returns the most often named, most
// first and no more than max; those named equally often stand in the order of their first mention. Letters count as they are
// printed: "turkey" is no country.
func (g *Gazetteer) Scan(text string, max int) []Mention {
	var t Tally
	t.Add(text, 0, len(text))
	return t.Most(max)
}

// Tally counts the countries that parts of a text name. The zero Tally is empty.
type Tally struct{ counts []Mention }

// Add counts the places of Places whose names begin in text[from:to], and returns where the last of them ends or to, whichever is further on.
func (t *Tally) Add(text string, from, to int) int {
	Places.load()
	i := from
	if i > 0 && wordByte(text[i-1]) { // a no-break space parts no names
		i = wordEnd(text, i)
	}
	for i < to {
		if !wordByte(text[i]) {
			i++
			continue
		}
		country, end := Places.at(text, i)
		if country == "" {
			i = wordEnd(text, i)
			continue
		}
		t.count(country)
		i = end
	}
	return max(i, to)
}

func (t *Tally) count(country string) {
	for i := range t.counts { // a text names few
		if t.counts[i].Country == country {
			t.counts[i].Count++
			return
		}
	}
	t.counts = append(t.counts, Mention{country, 1})
}

// Most are the countries that were named most often, most first and no more than max; those named equally often stand in the order of their first
// mention.
func (t *Tally) Most(max int) []Mention {
	slices.SortStableFunc(t.counts, func(a, b Mention) int { return b.Count - a.Count })
	return t.counts[:min(max, len(t.counts))]
}

// at returns the country of the longest place that is printed at byte i, and where it ends.
func (g *Gazetteer) at(text string, i int) (country string, end int) {
	stop := wordEnd(text, i)
	word := text[i:stop]
	if g.gate[text[i]]&(1<<(len(word)&63)) == 0 { // most words
		return "", 0
	}
	for _, n := range g.starts[word] {
		p := &g.all[n]
		e := i + len(p.name)
		if strings.HasPrefix(text[i:], p.name) && (e >= len(text) || !wordByte(text[e])) && e > end {
			country, end = p.country, e
		}
	}
	return country, end
}

func wordEnd(text string, i int) int {
	for i < len(text) && wordByte(text[i]) {
		i++
	}
	return i
}
