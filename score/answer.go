package score

import "example.org/verify/fetch"

// Answer is what was found when one citation of one claim was looked up. A note that two claims cite is asked once for each.
type Answer struct {
	Article, Claim, Citation int // indices as in the Document
	Evidence                 *fetch.Evidence
	Copies                   []Copy // citations of the article whose pages are near-copies of this one's; nil for none
}

// Copy is a page that is nearly another's text.
type Copy struct {
	Citation    int     // index into Article.Citations
	Containment float64 // the share of the shorter text's 5-word shingles that the longer has, 0.5 to 1
}

// AnswersTo lists what was found for one citation, over its claims; nil where it was not sought.
func (a *Analysis) AnswersTo(article, citation int) []*Answer {
	var of []*Answer
	for i := range a.Answers {
		if k := &a.Answers[i]; k.Article == article && k.Citation == citation {
			of = append(of, k)
		}
	}
	return of
}

// AnswerTo is what was found for one citation of one claim, nil where it was not sought.
func (a *Analysis) AnswerTo(article, claim, citation int) *Answer {
	for i := range a.Answers {
		if k := &a.Answers[i]; k.Article == article && k.Claim == claim && k.Citation == citation {
			return k
		}
	}
	return nil
}
