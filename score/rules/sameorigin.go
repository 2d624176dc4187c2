package rules

import (
	"fmt"
	"slices"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
	"example.org/verify/score"
)

var evidenceSameOrigin = Rule{
	ID:       "evidence.same-origin",
	Severity: score.Warning,
	Title:    "Sources of a claim are one text, or one agency's",
	Doc: `The pages of different outlets that were read for one claim are nearly the same text, or credit one agency, or one credits the agency that is cited beside it. Once for all that are
one, at the first claim they are given for. Not raised for two items of one outlet. claim.one-owner does not say it again.`,
	Why:      "They look like several sources and are one: who copies has checked nothing.",
	Example:  evidenceText,
	NearMiss: evidenceText,
	Seen:     "84 % of the shorter page of Libya Herald and Libya Observer stands in the longer",
	NearSeen: "the two pages report the same in words of their own",
	Cure:     "Cite the one that the others copy, and find a second source.",
	Source:   "Reuters Handbook of Journalism, on sources that rest on one another; ICD 206 (Sourcing Requirements for Disseminated Analytic Products)",
	run: func(p *pass) {
		said := map[string]bool{}
		p.eachAnswerClaim(func(of []score.Answer) {
			for _, one := range p.oneTexts(of) {
				x := p.answer(one.first)
				if key := fmt.Sprint(x.a, one.citations); !said[key] {
					said[key] = true
					p.report(x.at(), inOneBracket(x.art, one.citations), some(one.names, 8)+" are one source: "+one.why, "cite the one that the others copy, and find a second source")
				}
			}
		})
	},
}

// inOneBracket is the stretch from the first of some citations to the last where one parenthesis has them all, else the first.
func inOneBracket(art *citations.Article, ks []int) citations.Span {
	first := &art.Citations[ks[0]]
	for _, k := range ks {
		if g := art.Citations[k].Group; g == 0 || g != first.Group {
			return first.Span
		}
	}
	return together(art, ks)
}

// oneText is the citations of one claim whose pages are one text or one agency's.
type oneText struct {
	first     *score.Answer
	citations []int // ascending
	names     []string
	why       string
}

// eachAnswerClaim calls f for the answers of each claim.
func (p *pass) eachAnswerClaim(f func(of []score.Answer)) {
	all := p.analysis.Answers
	for from := 0; from < len(all); {
		of := p.ofClaim(all[from].Article, all[from].Claim)
		f(of)
		from += len(of)
	}
}

// oneTexts joins the answers of one claim that near-copies and agencies tie together, and lists those in which different outlets are joined.
func (p *pass) oneTexts(of []score.Answer) (found []oneText) {
	if len(of) < 2 {
		return nil
	}
	t := p.tied(of)
	groups := map[int][]int{}
	var order []int
	for i := range of {
		r := t.root(i)
		if groups[r] = append(groups[r], i); len(groups[r]) == 2 {
			order = append(order, r)
		}
	}
	for _, r := range order {
		one := oneText{first: &of[groups[r][0]], why: strings.Join(t.why[r], "; ")}
		sources := map[string]bool{}
		for _, i := range groups[r] {
			x := p.answer(&of[i])
			one.citations, one.names = append(one.citations, x.k), append(one.names, x.cited())
			sources[p.sourceOf(x.cit).ID] = true
		}
		if len(sources) > 1 {
			found = append(found, one)
		}
	}
	return found
}

// ties is a union–find over the answers of one claim; a root is the first of its group.
type ties struct {
	parent []int
	why    map[int][]string // by root
}

func (t *ties) root(i int) int {
	for t.parent[i] != i {
		t.parent[i] = t.parent[t.parent[i]]
		i = t.parent[i]
	}
	return i
}

// join joins two groups, for a reason; those that are one already need no second.
func (t *ties) join(i, j int, why string) {
	i, j = t.root(i), t.root(j)
	if i == j {
		return
	}
	i, j = min(i, j), max(i, j)
	t.parent[j] = i
	for _, w := range append(t.why[j], why) {
		if !slices.Contains(t.why[i], w) {
			t.why[i] = append(t.why[i], w)
		}
	}
	delete(t.why, j)
}

// tied joins the answers of one claim: near-copies first, since they say more than a credit.
func (p *pass) tied(of []score.Answer) *ties {
	t := &ties{why: map[int][]string{}}
	at := map[int]int{}
	for i := range of {
		t.parent = append(t.parent, i)
		at[of[i].Citation] = i
	}
	for i := range of {
		for _, c := range of[i].Copies {
			if j, ok := at[c.Citation]; ok && p.outletsDiffer(&of[i], &of[j]) {
				t.join(i, j, fmt.Sprintf("%d %% of the shorter page stands word by word in the other", int(c.Containment*100+.5)))
			}
		}
	}
	p.tieAgencies(of, t)
	return t
}

// tieAgencies joins pages that credit one agency, and such a page with the agency's own.
func (p *pass) tieAgencies(of []score.Answer, t *ties) {
	own, credit := map[string]int{}, map[string]int{}
	for i := range of {
		if x := p.answer(&of[i]); x.read() {
			if s := p.sourceOf(x.cit); s.Agency {
				own[s.ID] = i
			}
		}
	}
	for i := range of {
		x := p.answer(&of[i])
		if x.ev.Agency == "" || !x.read() {
			continue
		}
		who := agencyName(p.opt.Registry, x.ev.Agency)
		if j, ok := own[x.ev.Agency]; ok && j != i {
			t.join(i, j, "the page of "+name(x.cit)+" credits "+who)
		}
		if j, ok := credit[x.ev.Agency]; ok && p.outletsDiffer(&of[i], &of[j]) {
			t.join(i, j, "the pages credit "+who)
		}
		credit[x.ev.Agency] = i
	}
}

func (p *pass) outletsDiffer(a, b *score.Answer) bool {
	x, y := p.answer(a), p.answer(b)
	return p.sourceOf(x.cit).ID != p.sourceOf(y.cit).ID
}

func agencyName(r *outlets.Registry, id string) string {
	if o := r.ByID(id); o != nil {
		return o.Name
	}
	return id
}

// readAsOne reports whether one of the groups that evidence.same-origin raises holds all of some citations.
func readAsOne(ones []oneText, ks []int) bool {
	return slices.ContainsFunc(ones, func(one oneText) bool {
		return !slices.ContainsFunc(ks, func(k int) bool { return !slices.Contains(one.citations, k) })
	})
}

// raisedAsOne are the groups of a claim that evidence.same-origin raises; nil where the desk has switched it off.
func (p *pass) raisedAsOne(a, c int) []oneText {
	if s, ok := p.opt.Severity["evidence.same-origin"]; ok && s == score.Off {
		return nil
	}
	return p.oneTexts(p.ofClaim(a, c))
}
