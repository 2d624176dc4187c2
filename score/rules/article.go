package rules

import (
	"fmt"

	"example.org/verify/citations"
	"example.org/verify/score"
)

var articleUnsourced = Rule{
	ID:       "article.unsourced",
	Severity: score.Suggestion,
	Title:    "An article without any source",
	Doc:      "The article states what can be checked, and gives no citation, note or link at all, and names no source in its text. Raised instead of claim.uncited.",
	Why:      "Opinion may stand without sources; its facts may not.",
	Example:  "What My Uncle Read\n\nIn 1997 the port of Hull handled 12 million tons of freight. On March 3, 1998, a crane killed two dockers. The owner, George Barrow, was convicted of fraud in May 1999. The port lost 400 jobs in that year.",
	NearMiss: "What My Uncle Read\n\nIn 1997 the port of Hull handled 12 million tons of freight (Reuters, May 4, 1998). On March 3, 1998, a crane killed two dockers. The owner, George Barrow, was convicted of fraud in May 1999. The port lost 400 jobs in that year.",
	Cure:     "Link or cite what the facts are from.",
	Source:   "IFCN Code of Principles, on the transparency of sources; SPJ Code of Ethics",
	run: func(p *pass) {
		p.eachArticle(func(a int, art *citations.Article) {
			if n := checkable(art); n >= 3 && unsourced(art) {
				p.report(onArticle(a), p.head(art), fmt.Sprintf("%s that can be checked, and no source in the whole article", counted(n, "statement")), "cite or link what the facts are from")
			}
		})
	},
}

// checkable counts the claims of an article that state more than that somebody did something.
func checkable(art *citations.Article) int {
	n := 0
	for c := range art.Claims {
		if art.Claims[c].Worth&^citations.NamedAct != 0 {
			n++
		}
	}
	return n
}

// unsourced reports whether an article has no marker, no note and no citation but those to speakers without a name.
func unsourced(art *citations.Article) bool {
	for k := range art.Citations {
		if c := &art.Citations[k]; c.Kind != citations.Attribution || c.Outlet != nil {
			return false
		}
	}
	return len(art.Markers) == 0 && len(art.Notes) == 0
}

var articleOverReliance = Rule{
	ID:       "article.over-reliance",
	Severity: score.Warning,
	Title:    "One outlet carries the article",
	Doc: `From eight citations on: one outlet or one owner has more than the limit (max_outlet_share, 40 per cent) of the different items, an item being one source and day. Silent
where the desk has set the limit as a policy: then policy.share says it.`,
	Why:      "The article sees its subject through one pair of eyes.",
	Example:  "Ferry Talks\n\nThe ministers met (Libya Herald, May 3). They agreed (Libya Herald, May 4). The port opens soon (Libya Herald, May 5). Unions are against it (Reuters, May 6). The line is old (AFP, May 7). It began in spring (AP, March 11). It pays (Libya Herald, May 8). It may end (Libya Observer, May 9).",
	NearMiss: "Ferry Talks\n\nThe ministers met (Libya Herald, May 3). They agreed (Libya Herald, May 3). The port opens soon (Libya Herald, May 3). Unions are against it (Reuters, May 6). The line is old (AFP, May 7). It began in spring (AP, March 11). It pays (Libya Herald, May 8). It may end (Libya Observer, May 9).",
	Cure:     "Find other sources for some of it.",
	Source:   "ICD 206 (Sourcing Requirements for Disseminated Analytic Products); BBC Editorial Guidelines, on impartiality",
	run: func(p *pass) {
		if p.opt.MaxOutletShare > 0 {
			return
		}
		p.shares(.40)
	},
}

// fewest is the number of items from which on a share means something.
const fewest = 8

// shares raises the articles of which one outlet or owner has more than the limit.
func (p *pass) shares(limit float64) {
	p.eachArticle(func(a int, art *citations.Article) {
		byOutlet, byOwner, all := p.items(art)
		if all < fewest {
			return
		}
		top := largest(byOutlet)
		owner := largest(byOwner)
		verb := "are of"
		if owner.n > top.n {
			top, verb = owner, "belong to"
		}
		if float64(top.n) > limit*float64(all) {
			p.report(onArticle(a), p.head(art), fmt.Sprintf("%d of %d different items %s %s (%d%%; the limit is %d%%)", top.n, all, verb, top.name, top.n*100/all, int(limit*100+.5)), "find other sources for some of it")
		}
	})
}

// share is how many items an outlet or an owner has.
type share struct {
	id, name string
	n        int
}

// items counts the different items of an article, by outlet and by owner, each list in the order of first mention.
func (p *pass) items(art *citations.Article) (byOutlet, byOwner []share, all int) {
	type item struct {
		source string
		day    stamp
	}
	seen := map[item]bool{}
	outlet, owner := map[string]int{}, map[string]int{}
	for k := range art.Citations {
		c := &art.Citations[k]
		if !given(art, c) || c.Role != citations.Source || c.Outlet == nil {
			continue
		}
		s := p.sourceOf(c)
		at := item{s.ID, stampOf(c.Date)}
		if seen[at] {
			continue
		}
		seen[at] = true
		all++
		byOutlet = addTo(byOutlet, outlet, s.ID, s.Name)
		if s.Owner != "" {
			byOwner = addTo(byOwner, owner, s.Owner, s.OwnerName)
		}
	}
	return byOutlet, byOwner, all
}

// addTo counts one more item of an outlet or owner; at holds where each stands.
func addTo(shares []share, at map[string]int, id, name string) []share {
	i, ok := at[id]
	if !ok {
		i = len(shares)
		at[id] = i
		shares = append(shares, share{id: id, name: name})
	}
	shares[i].n++
	return shares
}

func largest(shares []share) share {
	best := share{}
	for _, s := range shares {
		if s.n > best.n {
			best = s
		}
	}
	return best
}

var articleLowCoverage = Rule{
	ID:       "article.low-coverage",
	Severity: score.Warning,
	Title:    "Few of the article's claims have a source",
	Doc: `From ten checkable sentences on: fewer than 20 per cent of them are closed by a citation or a note, or covered by the next one of their paragraph, though the
article gives four sources or more. Silent where it gives fewer (an essay; see article.unsourced) and where the desk has set a minimum (policy.coverage).`,
	Why:      "The citations that are there make the rest look sourced, too.",
	Example:  "State of the Port\n\nThe port handled 900 ships (Reuters, May 4; AFP, May 4; AP, May 5; Libya Herald, May 6).\n\nIn 1997 it lost 400 jobs. In 1998 it lost 500 jobs. In 1999 it lost 600 jobs. In 2000 it lost 700 jobs.\n\nIn 2001 it lost 800 jobs. In 2002 it lost 900 jobs. In 2003 it lost 300 jobs. In 2004 it lost 200 jobs. In 2005 it lost 100 jobs. In 2006 it lost 150 jobs.",
	NearMiss: "State of the Port\n\nThe port handled 900 ships (Reuters, May 4; AFP, May 4; AP, May 5; Libya Herald, May 6).\n\nIn 1997 it lost 400 jobs. In 1998 it lost 500 jobs. In 1999 it lost 600 jobs. In 2000 it lost 700 jobs (Reuters, May 5).\n\nIn 2001 it lost 800 jobs. In 2002 it lost 900 jobs. In 2003 it lost 300 jobs. In 2004 it lost 200 jobs. In 2005 it lost 100 jobs. In 2006 it lost 150 jobs.",
	Cure:     "Give sources for the paragraphs without one.",
	Source:   "ICD 206 (Sourcing Requirements for Disseminated Analytic Products)",
	run: func(p *pass) {
		if p.opt.MinCoverage > 0 {
			return
		}
		p.coverage(.20, 4)
	},
}

// countGiven counts the sources of an article that stand in brackets, notes and links. An author-year list is no source that is read here.
func countGiven(art *citations.Article) int {
	n := 0
	for k := range art.Citations {
		if art.Citations[k].Kind != citations.Attribution {
			n++
		}
	}
	for i := range art.Paragraphs {
		if art.Paragraphs[i].Part == citations.References {
			return 0
		}
	}
	return n
}

// fewestClaims is the number of checkable sentences from which on their share means something.
const fewestClaims = 10

// coverage raises the articles of at least so many sources in which fewer claims have one than the limit.
func (p *pass) coverage(limit float64, sources int) {
	p.eachArticle(func(a int, art *citations.Article) {
		all, with := 0, 0
		for c := range art.Claims {
			claim := &art.Claims[c]
			if claim.Worth&^citations.NamedAct == 0 {
				continue
			}
			all++
			if len(claim.Citations)+len(claim.CoveredBy)+len(claim.Orphan) > 0 {
				with++
			}
		}
		if all >= fewestClaims && countGiven(art) >= sources && float64(with) < limit*float64(all) {
			p.report(onArticle(a), p.head(art), fmt.Sprintf("%d of %d checkable sentences have a source (%d%%; the limit is %d%%)", with, all, with*100/all, int(limit*100+.5)), "give sources for the paragraphs without one")
		}
	})
}
