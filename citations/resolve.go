package citations

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
)

// resolveAll says which outlet each printed name means: first those whose name alone decides, then the shared names, with the outlets beside them, the
// countries that the article speaks of and its language.
func (p *parser) resolveAll() {
	as := p.doc.Articles
	parts := stretches(len(as), func(i int) int { return as[i].Range.Len() })
	atOnce(len(parts), func(k int) {
		for i := parts[k].first; i < parts[k].last; i++ {
			p.resolveArticle(&as[i])
		}
	})
}

func (p *parser) resolveArticle(a *Article) {
	plain := outlets.Context{Language: a.Language}
	var open []int
	for i := range a.Citations {
		p.look()
		c := &a.Citations[i]
		if c.Outlet == nil || c.Outlet.How != "" {
			continue
		}
		plain.URL = c.URL
		if m, ok := p.defined(c.Outlet.Printed, c.Range.Start, plain); ok {
			c.Outlet.Match = m
			continue
		}
		c.Outlet.Match = p.names.Resolve(c.Outlet.Printed, plain)
		if c.Kind == Inline && c.Outlet.Entry == nil && c.Outlet.How != outlets.Ambiguous && p.smallAcronym(c.Outlet.Printed) {
			c.Outlet.Match = p.names.Resolve(strings.ToUpper(c.Outlet.Printed), plain)
		}
		if c.Outlet.How == outlets.Ambiguous || c.Outlet.How == outlets.ByContext || c.Outlet.Near || p.names.AnyStates(c.Outlet.Printed, c.Outlet.Match) {
			open = append(open, i)
		}
	}
	p.resolveShared(a, open)
	p.namesBeside(a)
	p.classifyAll(a)
}

// resolveShared resolves the citations of an article whose names several outlets bear, by what surrounds them.
func (p *parser) resolveShared(a *Article, open []int) {
	if len(open) == 0 {
		return
	}
	home, dateline := p.home(), p.datelineOf(a).country
	for _, i := range open {
		p.look()
		c := &a.Citations[i]
		c.Outlet.Match = p.names.Resolve(p.withPlace(c), outlets.Context{
			Language: a.Language, Countries: a.Countries, Others: others(a, i), URL: c.URL, Day: isoDay(c.Date), Home: home, Dateline: dateline,
		})
	}
}

// withPlace is the printed name of a citation, with the place that alone stands behind it: "Le Pays, Ouagadougou".
func (p *parser) withPlace(c *Citation) string {
	place, ok := strings.CutPrefix(c.Raw, c.Outlet.Printed+", ")
	if !ok || !p.places(place) {
		return c.Outlet.Printed
	}
	return c.Outlet.Printed + " [" + place + "]"
}

// countries are the countries that an article speaks of: those of a title in capitals first.
func (p *parser) countries(a *Article) (out []string) {
	if title := p.t.Slice(a.TitleRange); title != "" && strings.ToUpper(title) == title { // "KENYA: RANCHES BURN AGAIN"
		for _, m := range outlets.Places.Scan(titleCase(title), 2) {
			out = append(out, m.Country)
		}
	}
	const most = 6
	for _, m := range p.mentions(a.Range).Most(most) {
		out = append(out, m.Country)
	}
	return out
}

// mentions counts the countries that the article at hand names; only words that may begin the name of a place are looked at.
func (p *parser) mentions(r Range) *outlets.Tally {
	var tally outlets.Tally
	text, next := p.clean[:r.End], r.Start
	for i := range p.tokens {
		t := &p.tokens[i]
		if t.class&(plain|placeHead|placeSmall) != plain && int(t.end) > next {
			next = tally.Add(text, max(next, int(t.start)), int(t.end))
		}
	}
	return &tally
}

func (p *parser) classifyAll(a *Article) {
	for i := range a.Citations {
		p.classify(&a.Citations[i])
	}
}

// home is the id of the publication that the document is of, "" if it is unknown or may be one of several.
func (p *parser) home() string {
	if p.doc.Publication == "" {
		return ""
	}
	return p.names.Resolve(p.doc.Publication, outlets.Context{Language: p.lang}).ID
}

// titleCase writes each word of capitals with one.
func titleCase(s string) string {
	ws := words(s)
	for i, w := range ws {
		_, n := utf8.DecodeRuneInString(w)
		ws[i] = w[:n] + strings.ToLower(w[n:])
	}
	return strings.Join(ws, " ")
}

func isoDay(d *dates.Date) string {
	if d == nil {
		return ""
	}
	return d.ISO()
}

// others are the ids of the outlets cited beside citation i: its own group's first, then the article's, nearest first.
func others(a *Article, i int) []string {
	const most = 16
	var out []string
	add := func(k int) {
		o := a.Citations[k].Outlet
		if k == i || o == nil || o.Entry == nil || o.How == outlets.ByContext || len(out) >= most {
			return
		}
		out = append(out, o.ID)
	}
	g := a.Citations[i].Group
	for d := 1; d < len(a.Citations) && len(out) < most && d < 64; d++ {
		for _, k := range [2]int{i - d, i + d} {
			if k >= 0 && k < len(a.Citations) && g > 0 && a.Citations[k].Group == g {
				add(k)
			}
		}
	}
	for d := 1; d < len(a.Citations) && len(out) < most && d < 64; d++ {
		for _, k := range [2]int{i - d, i + d} {
			if k >= 0 && k < len(a.Citations) && (g == 0 || a.Citations[k].Group != g) {
				add(k)
			}
		}
	}
	return out
}

// classify sets the class of a source from the kind of its outlet.
func (p *parser) classify(c *Citation) {
	if c.Outlet == nil || c.Class == ClassOwn {
		return
	}
	switch e := c.Outlet.Entry; {
	case e != nil && e.Kind.Press():
		c.Class = ClassOutlet
	case e != nil, p.bodiesAll(c.Outlet.Candidates):
		c.Class = ClassBody
	case c.Kind == Inline, c.Outlet.How == outlets.Ambiguous:
		c.Class = ClassOutlet
	case c.Kind == FromNote, c.Kind == Link:
		c.Class = ClassPublisher
	}
}

// bodiesAll reports whether what a name may mean are bodies, every one: nobody knows which Defensoría del Pueblo, but it is no paper.
func (p *parser) bodiesAll(of []outlets.Candidate) bool {
	return len(of) > 0 && !slices.ContainsFunc(of, func(c outlets.Candidate) bool {
		o := p.names.ByID(c.ID)
		return o == nil || o.Kind.Press()
	})
}

// roles tells sources, those who stand behind another source, and the publication's own pieces apart.
func (p *parser) roles() {
	own, ownID := p.ownNames(), ""
	if p.doc.Publication != "" && p.names.Known(p.doc.Publication) {
		ownID = p.names.Resolve(p.doc.Publication, outlets.Context{Language: p.lang}).ID
	}
	for i := range p.doc.Articles {
		a := &p.doc.Articles[i]
		for k := range a.Citations {
			p.look()
			c := &a.Citations[k]
			if o := c.Outlet; o != nil && len(own) > 0 && (own[outlets.Fold(o.Printed)] || ownID != "" && o.ID == ownID) {
				c.Role, c.Class = Own, ClassOwn
			}
			if tail := p.tailOf(c); tail != "" {
				c.Agency = p.agencyIn(tail, a)
			}
		}
		for k := range a.Claims {
			markVia(a, &a.Claims[k])
		}
	}
}

// agencyWords stand between an outlet and the agency whose report it carried, inside one citation.
var agencyWords = [...]string{" citing ", " quoting ", " crediting ", " citant ", " citando a ", " citando ", " unter Berufung auf ", " со ссылкой на "}

// tailOf is where an inline citation says that its report is from: what stands behind the date ("6/27/10 from EFE"), or behind "citing".
func (p *parser) tailOf(c *Citation) string {
	if c.Kind != Inline {
		return ""
	}
	s := p.t.Slice(c.Range)
	if i := strings.LastIndex(s, " from "); i > 0 {
		return s[i+len(" from "):]
	}
	for _, w := range agencyWords {
		if i := strings.Index(s, w); i > 0 {
			tail := s[i+len(w):]
			if k := strings.IndexAny(tail, ",;(["); k >= 0 {
				tail = tail[:k]
			}
			return tail
		}
	}
	return ""
}

// agencyIn is the id of the agency that a tail such as "from EFE" names, "" if it names none.
func (p *parser) agencyIn(tail string, a *Article) string {
	tail = strings.Trim(tail, " .)")
	if !p.names.Known(tail) {
		return ""
	}
	if m := p.names.Resolve(tail, outlets.Context{Language: a.Language}); m.Entry != nil && m.Entry.Kind == "agency" {
		return m.ID
	}
	return ""
}

// markVia gives the role of via to the persons and bodies that a claim names beside another source.
func markVia(a *Article, cl *Claim) {
	other := false
	for _, k := range cl.Citations {
		other = other || a.Citations[k].Kind != Attribution
	}
	if !other {
		return
	}
	for _, k := range cl.Citations {
		c := &a.Citations[k]
		if c.Kind == Attribution && c.Role == Source && (c.Class == ClassPerson || c.Class == ClassBody) {
			c.Role = Via
		}
	}
}
