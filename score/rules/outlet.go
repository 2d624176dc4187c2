package rules

import (
	"fmt"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
	"example.org/verify/score"
)

var outletUnknown = Rule{
	ID:       "outlet.unknown",
	Severity: score.Suggestion,
	Title:    "An outlet stands in no registry",
	Doc:      "Nothing is known of the outlet: neither its owner, country nor archive. Raised once for each outlet and document, with how often it is cited.",
	Why:      "What is unknown cannot be told apart from its neighbours, counted by owner, or looked up; and a name that nobody knows may be a slip.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, May 3; Qasr Gazette Weekly, May 4).",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, May 3; Libya Observer, May 4).",
	Cure:     "Check the name. If it is right, add an [[outlet]] to .verify.toml with its country and owner.",
	Source:   "BBC Editorial Guidelines, section 3, Accuracy",
	run: func(p *pass) {
		type first struct{ a, k, n int }
		found := map[string]*first{}
		var order []*first
		p.eachCitation(func(a, k int, art *citations.Article, c *citations.Citation) {
			if c.Outlet == nil || c.Outlet.How != outlets.Provisional || c.Role == citations.Own || !pressLike(art, c) {
				return
			}
			f := found[c.Outlet.ID]
			if f == nil {
				f = &first{a: a, k: k}
				found[c.Outlet.ID] = f
				order = append(order, f)
			}
			f.n++
		})
		for _, f := range order {
			c := &p.doc.Articles[f.a].Citations[f.k]
			message := fmt.Sprintf("%s stands in no registry; it is cited %s", name(c), times(f.n))
			if _, near, ok := strings.Cut(c.Outlet.Why, ": near to "); ok {
				message += "; the name is near to " + near
			}
			p.report(onCitation(f.a, f.k), c.Span, message, "check the name; if it is right, add the outlet to .verify.toml")
		}
	},
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// pressLike reports whether a citation names press: in a bracket, or in a note that is about news.
func pressLike(art *citations.Article, c *citations.Citation) bool {
	return c.Kind == citations.Inline || c.Kind == citations.FromNote && c.Note >= 0 && art.Notes[c.Note].Kind == citations.NoteNews
}

var outletAmbiguous = Rule{
	ID:       "outlet.ambiguous",
	Severity: score.Suggestion,
	Title:    "Several outlets bear the name",
	Doc:      "The name is that of several outlets, and neither a place beside it nor the article's countries, its language or the other sources decide which is meant.",
	Why:      "A reader who looks for the item looks in the wrong paper.",
	Example:  "Ferry Talks\n\nThe two ministers met and agreed on a line (The Star, May 3).",
	NearMiss: "Ferry Talks\n\nThe two ministers met and agreed on a line (The Star [Nairobi], May 3).",
	Cure:     "Put the city in square brackets behind the name: The Star [Nairobi].",
	Source:   "The Chicago Manual of Style, on newspapers whose title does not name their city",
	run: func(p *pass) {
		seen := map[string]bool{}
		p.eachCitation(func(a, k int, art *citations.Article, c *citations.Citation) {
			if c.Outlet == nil || c.Outlet.How != outlets.Ambiguous || !given(art, c) {
				return
			}
			key := fmt.Sprint(a, "\x00", c.Outlet.Printed)
			if seen[key] {
				return
			}
			seen[key] = true
			p.report(onCitation(a, k), c.Span, fmt.Sprintf("%s may be %s", name(c), p.either(c.Outlet.Candidates)), "put the city or the country behind the name")
		})
	},
}

// either names candidates: "The Star (KE) or The Star (MY)".
func (p *pass) either(cs []outlets.Candidate) string {
	var names []string
	for _, c := range cs {
		n := c.ID
		if o := p.opt.Registry.ByID(c.ID); o != nil {
			n = o.Name
			if o.Country != "" {
				n += " (" + o.Country + ")"
			}
		}
		names = append(names, n)
	}
	if len(names) > 3 {
		return some(names, 3)
	}
	out := ""
	for i, n := range names {
		if i > 0 {
			out += " or "
		}
		out += n
	}
	return out
}
