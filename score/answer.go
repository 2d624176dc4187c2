package score

import (
	"cmp"
	"slices"

	"example.org/verify/fetch"
)

// Answer is what was found when one citation of one claim was looked up. A note that two claims cite is asked once for each.
type Answer struct {
	Article, Claim, Citation int             // indices as in the Document
	Evidence                 *fetch.Evidence // never nil; of a citation that could not be looked up it says why
	Observation              string          // id of what the ledger keeps of it, "" where it was not sought
	Copies                   []Copy          // citations of the article whose pages are near-copies of this one's; nil for none
}

// Copy is a page that is nearly another's text.
type Copy struct {
	Citation    int     // index into Article.Citations
	Containment float64 // the share of the shorter text's 5-word shingles that the longer has, 0.5 to 1
}

// SetAnswers gives the analysis its Answers, which it puts in their order: by article, claim and citation.
func (a *Analysis) SetAnswers(answers []Answer) {
	slices.SortStableFunc(answers, func(x, y Answer) int {
		return cmp.Or(x.Article-y.Article, x.Claim-y.Claim, x.Citation-y.Citation)
	})
	a.Answers, a.byCitation = answers, make([]int, len(answers))
	for i := range a.byCitation {
		a.byCitation[i] = i
	}
	slices.SortStableFunc(a.byCitation, func(i, j int) int { // of one citation they stay in the order of claims
		x, y := &answers[i], &answers[j]
		return cmp.Or(x.Article-y.Article, x.Citation-y.Citation)
	})
}

// AnswersTo lists what was found for one citation, over its claims; nil where it was not asked for.
func (a *Analysis) AnswersTo(article, citation int) []*Answer {
	var of []*Answer
	if len(a.byCitation) != len(a.Answers) { // they were not given through SetAnswers
		for i := range a.Answers {
			if k := &a.Answers[i]; k.Article == article && k.Citation == citation {
				of = append(of, k)
			}
		}
		return of
	}
	at, _ := slices.BinarySearchFunc(a.byCitation, citation, func(i, want int) int {
		return cmp.Or(a.Answers[i].Article-article, a.Answers[i].Citation-want)
	})
	for ; at < len(a.byCitation); at++ {
		k := &a.Answers[a.byCitation[at]]
		if k.Article != article || k.Citation != citation {
			break
		}
		of = append(of, k)
	}
	return of
}

// AnswerTo is what was found for one citation of one claim, nil where it was not asked for. Answers must be in their order.
func (a *Analysis) AnswerTo(article, claim, citation int) *Answer {
	at, ok := slices.BinarySearchFunc(a.Answers, citation, func(k Answer, want int) int {
		return cmp.Or(k.Article-article, k.Claim-claim, k.Citation-want)
	})
	if !ok {
		return nil
	}
	return &a.Answers[at]
}
