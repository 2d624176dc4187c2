package outlets

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// Problem is something that Lint would see mended.
type Problem struct{ ID, Text string }

// String is the problem behind the id of its entry.
func (p Problem) String() string { return p.ID + ": " + p.Text }

// Lint looks for what is wrong in a registry beyond its form: unknown codes, owners without an entry or in a ring, hosts that are none
// or two outlets', years out of order, names of several outlets without the mark ~ and ordinary words without the mark !.
// Problems come in the order of the entries; nil if there are none.
func Lint(r *Registry) []Problem {
	l := linter{r: r, names: bearers(r), hosts: map[string]string{}}
	for i := range r.entries {
		l.entry(&r.entries[i])
	}
	return l.problems
}

type linter struct {
	r        *Registry
	names    map[string]map[string]bool // folded name: ids
	hosts    map[string]string
	problems []Problem
}

func (l *linter) say(o *Outlet, format string, args ...any) {
	l.problems = append(l.problems, Problem{o.ID, fmt.Sprintf(format, args...)})
}

func (l *linter) entry(o *Outlet) {
	if o.Country != "" && !IsCountry(o.Country) {
		l.say(o, "country %q is none", o.Country)
	}
	for _, c := range o.Languages {
		if len(c) < 2 || len(c) > 3 || strings.Trim(c, "abcdefghijklmnopqrstuvwxyz") != "" {
			l.say(o, "language %q: write an ISO 639 code", c)
		}
	}
	switch owner := l.r.ByID(o.Owner); {
	case o.Owner == "":
	case owner == nil:
		l.say(o, "owner %q has no entry", o.Owner)
	case owner == o || owner.Owner == o.ID:
		l.say(o, "owner %q is its own property", o.Owner)
	}
	if o.Founded != 0 && o.Closed != 0 && o.Closed < o.Founded {
		l.say(o, "closed %d before it was founded in %d", o.Closed, o.Founded)
	}
	l.domains(o)
	l.marks(o)
}

// IsCountry reports whether a code stands in the table of regions or in the gazetteer.
func IsCountry(code string) bool {
	if Places.Name(code) != code {
		return true
	}
	return slices.ContainsFunc(regions[:], func(r string) bool { return oneOf(r, code) })
}

func (l *linter) domains(o *Outlet) {
	for _, d := range o.Domains {
		if hostOf(d) != d {
			l.say(o, "domain %q is no bare host name", d)
		} else if suffix, _ := publicsuffix.PublicSuffix(d); suffix == d && strings.Count(d, ".") == 0 {
			l.say(o, "domain %q is a public suffix", d)
		}
		if other, ok := l.hosts[d]; ok {
			l.say(o, "domain %q is also %s's", d, other)
		}
		l.hosts[d] = o.ID
	}
}

// marks looks for names of several outlets and ordinary words that are not marked.
func (l *linter) marks(o *Outlet) {
	named := false
	for _, list := range [...][]Alias{o.Aliases, o.Abbreviations} {
		for _, a := range list {
			several := len(l.names[Fold(a.Text)]) > 1
			if several && !a.Shared {
				l.say(o, "%q is another outlet's too: put ~ before it", a.Text)
			}
			if !several && a.Shared {
				l.say(o, "%q is no other outlet's: take the ~ away", a.Text)
			}
			if Ordinary(a.Text) && !a.Word {
				l.say(o, "%q is an ordinary word: put ! before it", a.Text)
			}
			named = named || Full(a.Text) == Full(o.Name)
		}
	}
	if !named && (len(l.names[Fold(o.Name)]) > 1 || Ordinary(o.Name)) {
		l.say(o, "put its name %q again as an alias with ~ or !", o.Name)
	}
}

// bearers lists the entries of each folded name.
func bearers(r *Registry) map[string]map[string]bool {
	names := make(map[string]map[string]bool, 2*len(r.entries))
	for i := range r.entries {
		o := &r.entries[i]
		note := func(text string) {
			k := Fold(text)
			if names[k] == nil {
				names[k] = map[string]bool{}
			}
			names[k][o.ID] = true
		}
		note(o.Name)
		if o.Native != "" {
			note(o.Native)
		}
		for _, a := range o.Aliases {
			note(a.Text)
		}
		for _, a := range o.Abbreviations {
			note(a.Text)
		}
	}
	return names
}
