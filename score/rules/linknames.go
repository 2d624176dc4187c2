package rules

import (
	"slices"
	"sort"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
	"example.org/verify/score"
)

var linkOtherOutlet = Rule{
	ID:       "link.other-outlet",
	Severity: score.Warning,
	Title:    "A link stands on the name of one outlet and leads to another",
	Doc: `The words of a link are the name of an outlet of the press and nothing else, and its address is that of another outlet's pages, or no address at all (“htp://…”).
Outlets of one house, and news agencies, whose pieces others carry, are left alone.`,
	Why:      "The reader looks at another source than the text names, or at none.",
	Example:  "# Ferry Talks\n\nThe ministers met in Tripoli, [The Guardian](https://www.nytimes.com/2018/05/03/ministers-meet.html) reported. They agreed on a line (Reuters, May 4).\n",
	NearMiss: "# Ferry Talks\n\nThe ministers met in Tripoli, [The Guardian](https://www.theguardian.com/2018/may/03/ministers-meet) reported. They agreed on a line (Reuters, May 4).\n",
	Cure:     "Look which of the two is meant, and mend the name or the address.",
	Source:   "House rule",
	run: func(p *pass) {
		for _, l := range p.doc.Text.Links {
			if p.ended() {
				return
			}
			if a := p.articleAt(l.Range); a >= 0 {
				p.namedLink(a, l)
			}
		}
	},
}

// articleAt is the index of the article that holds a range, -1 if none does.
func (p *pass) articleAt(r citations.Range) int {
	as := p.doc.Articles
	a := sort.Search(len(as), func(i int) bool { return as[i].Range.End > r.Start })
	if a == len(as) || !as[a].Range.Contains(r) {
		return -1
	}
	return a
}

// namedLink looks at one link of article a.
func (p *pass) namedLink(a int, l text.Link) {
	const longest = 80 // bytes of a name
	printed := strings.Trim(p.doc.Text.Slice(l.Range), " \u00A0*_“”\"«»")
	if printed == "" || len(printed) > longest {
		return
	}
	web := strings.HasPrefix(l.URL, "http://") || strings.HasPrefix(l.URL, "https://")
	if !web && l.URL != "" && !(strings.HasPrefix(l.URL, "h") && strings.Contains(l.URL, "://")) {
		return // a page beside this one, an address of mail
	}
	named := p.bearers(printed)
	if named == nil {
		return
	}
	span := p.doc.Text.Source(l.Range)
	_, host, _ := strings.Cut(l.URL, "://")
	host, _, _ = strings.Cut(host, "/")
	switch there := p.opt.Registry.ByDomain(host); {
	case l.URL == "":
		p.report(onArticle(a), span, "the link on "+quoted(printed)+" has no address", "print the address, or take the link out")
	case !web:
		p.report(onArticle(a), span, "the link on "+quoted(printed)+" has an address that nobody can follow: "+quoted(l.URL), "check the address")
	case there != nil && !slices.ContainsFunc(named, func(o *outlets.Outlet) bool { return !p.otherPress(o, there) }):
		p.report(onArticle(a), span, "the link on "+quoted(printed)+" leads to "+there.Name+", "+host, "look which of the two is meant")
	}
}

// bearers are the outlets that bear a name, all of them press; nil if it is no name of the press.
func (p *pass) bearers(printed string) []*outlets.Outlet {
	if !p.opt.Registry.Known(printed) {
		return nil
	}
	m := p.opt.Registry.Resolve(printed, outlets.Context{})
	var out []*outlets.Outlet
	if m.Entry != nil {
		out = append(out, m.Entry)
	}
	for _, c := range m.Candidates {
		out = append(out, p.opt.Registry.ByID(c.ID))
	}
	if slices.ContainsFunc(out, func(o *outlets.Outlet) bool { return o == nil || !o.Kind.Press() || o.Kind == "social" }) {
		return nil
	}
	return out
}

// otherPress reports whether the pages of an outlet are surely not where another one, that is named, publishes.
func (p *pass) otherPress(named, there *outlets.Outlet) bool {
	switch {
	case named == there || named.Kind == "agency" || !there.Kind.Press() || there.Kind == "social" || carriers[there.ID],
		strings.Contains(there.Name, named.Name) || strings.Contains(named.Name, there.Name):
		return false
	}
	return p.house(named) != p.house(there)
}

// carriers show the pieces of other outlets under these outlets' names.
var carriers = map[string]bool{"allafrica": true, "newsbreak": true, "zawya": true, "yahoo-news-japan": true}

// house is who owns an outlet in the end: itself, where nobody is known to.
func (p *pass) house(o *outlets.Outlet) *outlets.Outlet {
	if owner := p.opt.Registry.UltimateOwner(o.ID); owner != nil {
		return owner
	}
	return o
}
