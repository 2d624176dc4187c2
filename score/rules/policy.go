package rules

import (
	"fmt"

	"example.org/verify/citations"
	"example.org/verify/score"
)

var policyCorroboration = Rule{
	ID:       "policy.corroboration",
	Severity: score.Error,
	Title:    "A claim has fewer origins than the desk asks for",
	Doc: `The desk has set how many standing origins a cited claim needs (min_corroboration), and how many one of deaths, crimes, accusations and quotations
(min_corroboration_grave). Off where it has set none.`,
	Why:      "It is the desk's own minimum.",
	Example:  "Ferry Attacked\n\nGunmen killed twelve passengers of the ferry (Libya Herald, May 7). Unions protested (Reuters, May 10; AFP, May 10).",
	NearMiss: "Ferry Attacked\n\nGunmen killed twelve passengers of the ferry (Libya Herald, May 7; Reuters, May 8). Unions protested (Reuters, May 10; AFP, May 10).",
	Cure:     "Find another origin, or sign the claim off with a reason.",
	Source:   "The desk's policy (.verify.toml)",
	run: func(p *pass) {
		if p.opt.MinCorroboration <= 0 && p.opt.MinCorroborationGrave <= 0 {
			return
		}
		p.eachClaim(func(a, c int, _ *citations.Article, claim *citations.Claim) {
			want, kind := p.opt.MinCorroboration, "claim"
			if claim.Worth&citations.Grave != 0 && p.opt.MinCorroborationGrave > 0 {
				want, kind = p.opt.MinCorroborationGrave, "claim of weight"
			}
			have := p.analysis.Articles[a].Claims[c].Corroboration
			if len(claim.Citations) > 0 && have < want {
				p.report(onClaim(a, c), claim.Span, fmt.Sprintf("%s, the desk asks for %d for a %s", counted(have, "standing origin"), want, kind), "find another origin")
			}
		})
	},
}

var policyCoverage = Rule{
	ID:       "policy.coverage",
	Severity: score.Error,
	Title:    "Fewer claims have a source than the desk asks for",
	Doc:      "The desk has set which share of the checkable sentences needs a source (min_coverage), from ten such sentences on. Off where it has set none.",
	Why:      "It is the desk's own minimum.",
	Example:  articleLowCoverage.Example,
	NearMiss: "State of the Port\n\nIn 1997 it lost 400 jobs. In 1998 it lost 500 jobs. In 1999 it lost 600 jobs. In 2000 it lost 700 jobs (Reuters, May 5).\n\nIn 2001 it lost 800 jobs. In 2002 it lost 900 jobs. In 2003 it lost 300 jobs. In 2004 it lost 200 jobs. In 2005 it lost 100 jobs. In 2006 it lost 150 jobs (Reuters, May 6).",
	Cure:     "Give sources for the paragraphs without one.",
	Source:   "The desk's policy (.verify.toml)",
	run: func(p *pass) {
		if p.opt.MinCoverage > 0 {
			p.coverage(p.opt.MinCoverage, 0)
		}
	},
}

var policyShare = Rule{
	ID:       "policy.share",
	Severity: score.Error,
	Title:    "One outlet has a larger share than the desk allows",
	Doc:      "The desk has set how large a share of an article's items one outlet or owner may have (max_outlet_share), from eight items on. Off where it has set none.",
	Why:      "It is the desk's own limit.",
	Example:  articleOverReliance.Example,
	NearMiss: articleOverReliance.NearMiss,
	Cure:     "Find other sources for some of it.",
	Source:   "The desk's policy (.verify.toml)",
	run: func(p *pass) {
		if p.opt.MaxOutletShare > 0 {
			p.shares(p.opt.MaxOutletShare)
		}
	},
}

var policySilence = Rule{
	ID:       "policy.silence",
	Severity: score.Suggestion,
	Title:    "A silence has expired, gives no reason, or silences nothing",
	Doc:      "A finding may be silenced in the text, in .verify.toml or by a sign-off, always with a reason. A silence that does nothing is one that nobody looks at any more.",
	Why:      "Old silences hide new findings.",
	Example:  "<!-- verify:ignore date.stale -->\n\nFerry Talks\n\nThe two ministers met in Tripoli (Libya Herald, May 3).",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, May 3).",
	Cure:     "Take the silence out, or give it a reason and a new day.",
	Source:   "House rule, after staticcheck's linter directives",
	run: func(p *pass) {
		for _, f := range p.faults {
			p.report(onDocument(), f.Span, f.What, f.Cure)
		}
		p.faults = nil
	},
}
