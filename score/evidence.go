package score

import (
	"slices"

	"example.org/verify/citations"
	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
)

// told orders verdicts by how much they say of a citation that several claims are given it for, the most telling first. A page that was
// read says more than one that was not; of those that were read the one that carries least: a citation is called supported only if it
// is that for each of its claims, and a claim that it contradicts is not hidden by one that it carries.
var told = [...]fetch.Verdict{support.Differs, support.Unrelated, support.OtherLanguage, support.Partly, support.Supported,
	support.NotFound, support.Gone, support.Blocked, support.Unreachable, support.NotSought, ""}

// Telling is the answer that stands for a citation as a whole: of the answers to its claims the most telling, of several such the first.
// nil for none.
func Telling(answers []*Answer) *Answer {
	if len(answers) == 0 {
		return nil
	}
	return slices.MinFunc(answers, func(a, b *Answer) int { return rank(a) - rank(b) })
}

func rank(a *Answer) int { return slices.Index(told[:], a.Evidence.Verdict) }

// Gather makes of the answers what a document's score rests on: Env.Evidence for each citation as a whole, and Env.EvidenceFor where several
// claims are given one citation and it does not come to the same for all of them. It finds the near-copies among an article's pages
// and puts them into the answers, which must be in the order of Analysis.Answers.
func (e *Env) Gather(doc *citations.Document, answers []Answer) {
	e.Evidence, e.EvidenceFor = make([][]Evidence, len(doc.Articles)), nil
	for from := 0; from < len(answers); {
		to := from
		for to < len(answers) && answers[to].Article == answers[from].Article {
			to++
		}
		e.gather(len(doc.Articles[answers[from].Article].Citations), answers[from:to])
		from = to
	}
}

// gather gathers the answers of one article, which has n citations.
func (e *Env) gather(n int, answers []Answer) {
	article := answers[0].Article
	of := make([][]*Answer, n)
	for i := range answers {
		of[answers[i].Citation] = append(of[answers[i].Citation], &answers[i])
	}
	alike := copies(of)
	all := make([]Evidence, n)
	for k, asked := range of {
		best := Telling(asked)
		if best == nil || !best.Evidence.Sought() {
			continue
		}
		all[k] = evidenceOf(best)
		all[k].NearCopyOf = alike[k]
		for _, a := range asked {
			if a.Observation != "" {
				all[k].Observations = append(all[k].Observations, a.Observation)
			}
			all[k].Agency = first(all[k].Agency, a.Evidence.Agency)
		}
		slices.Sort(all[k].Observations)
		all[k].Observations = slices.Compact(all[k].Observations) // claims of one wording have one
		for _, a := range asked {
			e.apart(article, a, &all[k])
		}
	}
	e.Evidence[article] = all
}

// apart keeps what a citation came to for one claim, where that is not what it came to as a whole.
func (e *Env) apart(article int, a *Answer, whole *Evidence) {
	own := evidenceOf(a)
	own.NearCopyOf, own.Agency = whole.NearCopyOf, whole.Agency // the observations are those of the whole
	if own.same(whole) {
		return
	}
	if e.EvidenceFor == nil {
		e.EvidenceFor = map[Asked]Evidence{}
	}
	e.EvidenceFor[Asked{article, a.Claim, a.Citation}] = own
}

// same compares all but what belongs to the citation and not to a claim.
func (e *Evidence) same(o *Evidence) bool {
	return e.Sought == o.Sought && e.Read == o.Read && e.Carries == o.Carries && e.Part == o.Part && e.NotFound == o.NotFound && e.Gone == o.Gone && e.Differs == o.Differs
}

// evidenceOf is one answer as far as the score needs it. What could not be read is sought, and nothing more is said of it.
func evidenceOf(a *Answer) Evidence {
	ev := Evidence{Sought: a.Evidence.Sought(), Read: a.Evidence.Read(), Agency: a.Evidence.Agency}
	switch a.Evidence.Verdict {
	case support.Supported, support.Partly:
		ev.Carries, ev.Part = true, a.Evidence.Verdict == support.Partly
	case support.Differs:
		ev.Differs = true
	case support.NotFound:
		ev.NotFound = true
	case support.Gone:
		ev.Gone = true
	}
	return ev
}

// copies finds the near-copies among the pages of an article's citations, puts them into the answers, and lists for each citation those
// with a higher index. A citation that came to several pages, for several claims, is compared with each. Two citations that came
// to one page are near-copies to the score, which joins them, but no copies to be told of.
func copies(of [][]*Answer) [][]int {
	type holder struct {
		citation int
		answer   *Answer
	}
	var held []holder
	var pages [][]uint32
	for k, asked := range of {
		seen := map[string]bool{}
		for _, a := range asked {
			if page := a.Evidence.SHA256; a.Evidence.Read() && !seen[page] {
				seen[page] = true
				held, pages = append(held, holder{k, a}), append(pages, a.Evidence.Shingles)
			}
		}
	}
	alike := make([][]int, len(of))
	for _, p := range fetch.NearCopies(pages) {
		a, b := held[p.A], held[p.B]
		if a.citation == b.citation {
			continue
		}
		if !slices.Contains(alike[a.citation], b.citation) {
			alike[a.citation] = append(alike[a.citation], b.citation)
		}
		if a.answer.Evidence.Page == b.answer.Evidence.Page {
			continue
		}
		for _, x := range of[a.citation] {
			x.like(a.answer, b.citation, p.Containment)
		}
		for _, x := range of[b.citation] {
			x.like(b.answer, a.citation, p.Containment)
		}
	}
	return alike
}

// like puts down a near-copy of the page that an answer has in common with another of its citation. Of two figures for one the higher stays.
func (a *Answer) like(page *Answer, citation int, containment float64) {
	if !a.Evidence.Read() || a.Evidence.SHA256 != page.Evidence.SHA256 {
		return
	}
	at := slices.IndexFunc(a.Copies, func(c Copy) bool { return c.Citation == citation })
	if at < 0 {
		a.Copies = append(a.Copies, Copy{citation, containment})
		return
	}
	a.Copies[at].Containment = max(a.Copies[at].Containment, containment)
}
