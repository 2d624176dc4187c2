package score

import (
	"net/url"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
)

// Source is whom a citation names, as far as a count needs it. Sources with one ID are one source. An empty field is unknown.
type Source struct {
	// ID is the outlet's id, "~…" for a provisional outlet, "?…" for a name that several outlets bear, "person:…", "body:…",
	// "publisher:…" for a party without an outlet, "web:…" for a bare link. It is "" where nothing is known (an ibid. that leads
	// nowhere): such a citation makes no origin.
	ID        string
	Name      string
	Class     citations.Class
	Outlet    bool   // it has an outlet, known or not
	Known     bool   // that outlet stands in the registry
	Agency    bool   // it is a news agency
	Owner     string // id of the ultimate owner
	OwnerName string
	Country   string // ISO 3166-1 alpha-2
	Language  string // ISO 639, its main one
	Control   string // as outlets.Outlet.Control

	said string // its label, where that was made once
}

// Controlled reports whether a state decides what the source prints. Editorial control, not funding, is the line (State Media
// Monitor's typology): its classes state, captured public and captured private; a public broadcaster may be free.
func (s *Source) Controlled() bool { return Controlled(s.Control) }

// Controlled reports whether a value of outlets.Outlet.Control means editorial control by a state.
func Controlled(control string) bool {
	return control == "state" || control == "captured-public" || control == "captured-private"
}

// State is the state that controls the source, "" if none is known to.
func (s *Source) State() string {
	if s.Controlled() {
		return s.Country
	}
	return ""
}

// label is the source as it is named in a reason: "CAJ News (ZA)".
func (s *Source) label() string {
	if s.said != "" {
		return s.said
	}
	if s.Country == "" || strings.Contains(s.Name, "(") {
		return s.Name
	}
	return s.Name + " (" + s.Country + ")"
}

// SourceOf says whom a citation names. owners may be nil.
func SourceOf(c *citations.Citation, owners Owners) Source {
	s := Source{Class: classOf(c)}
	switch o := c.Outlet; {
	case o != nil && o.ID != "":
		s.ID, s.Name, s.Outlet = o.ID, first(o.Name, o.Printed), true
	case o != nil:
		s.Name, s.Outlet = first(o.Name, o.Printed), true
		s.ID = "?" + fold(s.Name)
	case c.Named != "":
		s.Name = c.Named
		s.ID = s.Class.String() + ":" + fold(c.Named)
	case c.URL != "":
		s.Name = host(c.URL)
		s.ID = "web:" + s.Name
	case s.Class == citations.ClassOwn:
		s.ID, s.Name = "own:", "the publication itself"
	}
	if c.Outlet != nil && c.Outlet.Entry != nil {
		s.register(c.Outlet.Entry, owners)
	}
	return s
}

// Sources gives one Source to all citations that name it in the same way. It serves one goroutine.
type Sources struct {
	owners   Owners
	outlets  map[outletKey]*Source
	stranger map[Source]*Source // without an entry in the registry
}

// outletKey is what SourceOf makes a source of, for an outlet of the registry.
type outletKey struct {
	entry    *outlets.Outlet
	id, name string
	class    citations.Class
}

// NewSources gives sources with their owners, as SourceOf does.
func NewSources(owners Owners) *Sources {
	return &Sources{owners: owners, outlets: map[outletKey]*Source{}, stranger: map[Source]*Source{}}
}

// Of says whom a citation names, as SourceOf does. The Source is shared and must not be changed.
func (s *Sources) Of(c *citations.Citation) *Source {
	if o := c.Outlet; o != nil && o.Entry != nil && o.ID != "" {
		key := outletKey{o.Entry, o.ID, first(o.Name, o.Printed), classOf(c)}
		known, ok := s.outlets[key]
		if !ok {
			one := SourceOf(c, s.owners)
			one.said = one.label()
			known = &one
			s.outlets[key] = known
		}
		return known
	}
	one := SourceOf(c, s.owners)
	known, ok := s.stranger[one]
	if !ok {
		known = new(Source)
		*known = one
		known.said = one.label()
		s.stranger[one] = known
	}
	return known
}

// classOf is the class of a source; the publication's own piece is its own, whatever it is.
func classOf(c *citations.Citation) citations.Class {
	if c.Role == citations.Own {
		return citations.ClassOwn
	}
	return c.Class
}

// register fills in what the registry says.
func (s *Source) register(o *outlets.Outlet, owners Owners) {
	s.Known = true
	s.Agency = o.Kind == "agency"
	s.Country, s.Control = o.Country, o.Control
	if len(o.Languages) > 0 {
		s.Language = o.Languages[0]
	}
	s.Owner, s.OwnerName = o.Owner, o.Owner
	if owners == nil || o.Owner == "" {
		return
	}
	if u := owners.UltimateOwner(o.ID); u != nil {
		s.Owner, s.OwnerName = u.ID, u.Name
	}
}

// house is the owner, or the source itself where no owner is known: an owner that is cited beside its own outlet is one with it.
func (s *Source) house() string { return first(s.Owner, s.ID) }

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func fold(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

// host is the address's host name without www., the address itself if it has none.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return strings.ToLower(address)
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// address is the part of an address that says which page it is: no scheme, www., fragment, closing slash or tracking parameters;
// an archive's copy is the page that it copies. "" for "".
func address(a string) string {
	if i := strings.Index(a, "web.archive.org/web/"); i >= 0 {
		if _, page, ok := strings.Cut(a[i+len("web.archive.org/web/"):], "/"); ok && page != "" {
			a = page
		}
	}
	u, err := url.Parse(a)
	if err != nil || u.Host == "" {
		return a
	}
	q := u.Query()
	for k := range q {
		if strings.HasPrefix(k, "utm_") || k == "fbclid" || k == "gclid" {
			q.Del(k)
		}
	}
	page := host(a) + strings.TrimSuffix(u.EscapedPath(), "/")
	if len(q) > 0 {
		page += "?" + q.Encode()
	}
	return page
}
