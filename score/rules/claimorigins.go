package rules

import (
	"fmt"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
	"example.org/verify/score"
)

var claimSingleSource = Rule{
	ID:       "claim.single-source",
	Severity: score.Suggestion,
	Title:    "Claims of weight rest on one origin",
	Doc: `Deaths, crimes, accusations against a named party and quotations that one origin alone stands behind: one outlet, or several with one owner or agency. Once for an
article, with the list.`,
	Why:      "What would hurt most if it were wrong should not hang on one report.",
	Example:  "Ferry Attacked\n\nGunmen killed twelve passengers of the ferry and kidnapped the captain (Libya Herald, May 7). Unions protested (Reuters, May 10; AFP, May 10).",
	NearMiss: "Ferry Attacked\n\nGunmen killed twelve passengers of the ferry and kidnapped the captain (Libya Herald, May 7; Reuters, May 8). Unions protested (Reuters, May 10; AFP, May 10).",
	Cure:     "Find a second origin, or say in the text that there is one.",
	Source:   "BBC Editorial Guidelines, section 3, Accuracy; ICD 206 (Sourcing Requirements for Disseminated Analytic Products)",
	run: func(p *pass) {
		p.eachArticle(func(a int, art *citations.Article) {
			first, n := -1, 0
			var who []string
			var seen map[string]bool
			for c := range art.Claims {
				k := p.lone(a, c)
				if k < 0 {
					continue
				}
				if n++; first < 0 {
					first, seen = c, map[string]bool{}
				}
				if s := name(&art.Citations[k]); !seen[s] {
					seen[s] = true
					who = append(who, s)
				}
			}
			if n > 0 {
				what := fmt.Sprintf("%d claims of weight rest on one origin each: %s", n, some(who, 8))
				if n == 1 {
					what = "a claim of weight rests on one origin: " + who[0]
				}
				p.report(onClaim(a, first), art.Claims[first].Span, what, "find a second origin, or say that there is one")
			}
		})
	},
}

// lone is a citation of the one origin of a claim of weight, -1 where the claim has none, several or no weight.
func (p *pass) lone(a, c int) int {
	claim := &p.doc.Articles[a].Claims[c]
	scored := &p.analysis.Articles[a].Claims[c]
	if claim.Worth&citations.Grave == 0 || scored.Counts.Origins != 1 {
		return -1
	}
	for i := range scored.Origins {
		if o := &scored.Origins[i]; !o.Own {
			return o.Citations[0]
		}
	}
	return -1
}

var claimOneOwner = Rule{
	ID:       "claim.one-owner",
	Severity: score.Warning,
	Title:    "Several outlets, one origin",
	Doc: `A parenthesis names several outlets, and a tie joins them all: one owner, one agency, one address. An owner that is not known ties nothing. Silent where
evidence.same-origin says so of their pages.`,
	Why:      "Three papers that print one report are one report.",
	Example:  "Ferry Talks\n\nThe two ministers met in Windhoek and agreed on a line (Republikein, May 3; Allgemeine Zeitung [Windhoek], May 4). Unions protested (Reuters, May 10).",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Windhoek and agreed on a line (Republikein, May 3; Reuters, May 4). Unions protested (Reuters, May 10).",
	Cure:     "Find a source of another house.",
	Source:   "ICD 206 (Sourcing Requirements for Disseminated Analytic Products)",
	run: func(p *pass) {
		p.eachClaim(func(a, c int, art *citations.Article, claim *citations.Claim) {
			scored := &p.analysis.Articles[a].Claims[c]
			for i := range scored.Origins {
				o := &scored.Origins[i]
				if o.Own || o.Tie == "" || p.sources(art, o.Citations) < 2 {
					continue
				}
				read := p.raisedAsOne(a, c)
				for _, group := range p.whole(art, claim, o.Citations) {
					if readAsOne(read, group) {
						continue
					}
					p.report(onCitation(a, group[0]).inClaim(c), together(art, group), fmt.Sprintf("%d outlets, one origin: %s", p.sources(art, group), o.Tie), "find a source of another house")
				}
			}
		})
	},
}

// sources counts the different outlets of some citations.
func (p *pass) sources(art *citations.Article, ks []int) int {
	var seen map[string]bool
	first := ""
	for _, k := range ks {
		switch s := p.sourceOf(&art.Citations[k]); {
		case s.ID == "" || s.ID == first:
		case first == "":
			first = s.ID
		default:
			if seen == nil {
				seen = map[string]bool{first: true}
			}
			seen[s.ID] = true
		}
	}
	if seen == nil && first != "" {
		return 1
	}
	return len(seen)
}

// whole lists the parentheses of a claim that name several outlets and none beside those of one origin; for notes, all that the claim's notes name.
func (p *pass) whole(art *citations.Article, claim *citations.Claim, origin []int) [][]int {
	in := map[int]bool{}
	for _, k := range origin {
		in[k] = true
	}
	var order []int
	groups := map[int][]int{}
	broken := map[int]bool{}
	for _, k := range claim.Citations {
		c := &art.Citations[k]
		if !closing(c) || c.Role == citations.Via {
			continue
		}
		if _, ok := groups[c.Group]; !ok {
			order = append(order, c.Group)
		}
		groups[c.Group] = append(groups[c.Group], k)
		broken[c.Group] = broken[c.Group] || !in[k] || c.Class != citations.ClassOutlet
	}
	var out [][]int
	for _, g := range order {
		if !broken[g] && p.sources(art, groups[g]) > 1 {
			out = append(out, groups[g])
		}
	}
	return out
}

// together is the stretch from the first of some citations to the last.
func together(art *citations.Article, ks []int) citations.Span {
	return citations.Span{Start: art.Citations[ks[0]].Span.Start, End: art.Citations[ks[len(ks)-1]].Span.End}
}

var claimSelfCitation = Rule{
	ID:       "claim.self-citation",
	Severity: score.Suggestion,
	Title:    "The publication cites itself",
	Doc: `A source of a claim is a piece of the publication's own, alone or beside others. The publication is known by the policy, its masthead, the title of one of a series or the
line of its rights.`,
	Why:      "The reader wants to know where that piece had it from; the score does not count it.",
	Example:  "Ferry Talks\n\nThe port has been closed since the war (see Terrorism Monitor, January 27, 2017). Unions protested (Reuters, May 10).",
	NearMiss: "Ferry Talks\n\nThe port has been closed since the war (Reuters, March 3, 2017; see also The Monitor [Kampala], January 27, 2017). Unions protested (Reuters, May 10).",
	Cure:     "Cite what that piece cites.",
	Source:   "IFCN Code of Principles, on the transparency of sources",
	run: func(p *pass) {
		p.eachClaim(func(a, c int, art *citations.Article, claim *citations.Claim) {
			own, alone := -1, true
			for _, k := range claim.Citations {
				switch cit := &art.Citations[k]; {
				case cit.Role == citations.Via:
				case cit.Role != citations.Own || cit.Class == citations.ClassPerson:
					alone = false
				case closing(cit) && own < 0:
					own = k
				}
			}
			if own < 0 {
				return
			}
			what := "the publication's own piece is the only source"
			if !alone {
				what = "the publication cites a piece of its own, which counts for nothing"
			}
			p.report(onCitation(a, own).inClaim(c), art.Citations[own].Span, what, "cite what that piece cites")
		})
	},
}

var claimStateOnly = Rule{
	ID:       "claim.state-only",
	Severity: score.Warning,
	Title:    "Only outlets of a state that is a party to the claim",
	Doc: `The claim is of deaths, a crime or an accusation, it names a state, and every source is an outlet that this state controls (State Media Monitor). Silent where the claim says
who speaks ("denied", "said"): then the state's own outlet is the right source for what it says.`,
	Why:      "A party that reports on itself is an interested source.",
	Example:  "Ferry Attacked\n\nIsraeli agents killed two sailors of the Iranian ferry and fled by boat (Fars, May 7). Unions protested (Reuters, May 10).",
	NearMiss: "Ferry Attacked\n\nIran denied that its agents had killed two sailors of the ferry (Fars, May 7). Unions protested (Reuters, May 10).",
	Cure:     "Add a source that the state does not control, or say whose account it is.",
	Source:   "BBC Editorial Guidelines, section 3, Accuracy; State Media Monitor (typology)",
	run: func(p *pass) {
		p.eachClaim(func(a, c int, art *citations.Article, claim *citations.Claim) {
			const weight = citations.Death | citations.Crime | citations.Accusation
			state, k := p.stateAlone(art, claim)
			if state == "" || claim.Worth&weight == 0 || !namesCountry(claim.Text, state) || p.speaks(art, claim) {
				return
			}
			country := outlets.Places.Name(state)
			p.report(onCitation(a, k).inClaim(c), art.Citations[k].Span, fmt.Sprintf("only outlets that %s controls, in a claim that %s is a party to", country, country),
				"add a source that it does not control, or say whose account this is")
		})
	},
}

// stateAlone is the state that controls all sources of a claim, and the first of them.
func (p *pass) stateAlone(art *citations.Article, claim *citations.Claim) (state string, first int) {
	first = -1
	for _, k := range claim.Citations {
		c := &art.Citations[k]
		if c.Role == citations.Via {
			continue
		}
		s := p.sourceOf(c)
		if s.State() == "" || state != "" && s.State() != state {
			return "", -1
		}
		if state = s.State(); first < 0 && closing(c) {
			first = k
		}
	}
	if first < 0 {
		return "", -1
	}
	return state, first
}

// namesCountry reports whether a text names a country, its people or a place in it.
func namesCountry(s, country string) bool {
	for _, m := range outlets.Places.Scan(s, 8) {
		if m.Country == country {
			return true
		}
	}
	return false
}

// speaks reports whether a claim says that somebody says it.
func (p *pass) speaks(art *citations.Article, claim *citations.Claim) bool {
	w := p.words(art)
	ws := p.read.tokens(claim.Sentence)
	return len(w.deny.whole) == 0 || w.deny.among(ws, 0, len(ws)) || w.say.among(ws, 0, len(ws))
}
