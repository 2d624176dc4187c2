package score_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
	"example.org/verify/score"
)

// answered is an answer that came to a page with some text, "" for none.
func answered(claim, citation int, verdict fetch.Verdict, page, text string) score.Answer {
	ev := &fetch.Evidence{Result: support.Result{Verdict: verdict}, Page: page}
	if text != "" {
		ev.SHA256, ev.Shingles = page, fetch.Shingles(text)
	}
	a := score.Answer{Claim: claim, Citation: citation, Evidence: ev}
	if ev.Sought() {
		a.Observation = fmt.Sprintf("o%d.%d", claim, citation)
	}
	return a
}

// story is a text of some hundred words, the same from one seed.
func story(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 3))
	var b strings.Builder
	for range 200 {
		fmt.Fprintf(&b, "w%d ", r.IntN(4000))
	}
	return b.String()
}

func TestGather(t *testing.T) {
	p := newPaper(known())
	p.claim("a", "b")
	p.claim("c")
	p.article().Claims[1].Citations = append(p.article().Claims[1].Citations, 0) // a note cited twice
	answers := []score.Answer{
		answered(0, 0, support.Supported, "http://a/", story(1)),
		answered(0, 1, support.Partly, "http://b/", "by our own reporter "+story(1)),
		answered(1, 0, support.Differs, "http://a/", story(1)),
		answered(1, 2, support.NotSought, "", ""),
	}
	p.env.Gather(&p.doc, answers)
	want := score.Evidence{Sought: true, Read: true, Differs: true, NearCopyOf: []int{1}, Observations: []string{"o0.0", "o1.0"}}
	if got := fmt.Sprintf("%+v", p.env.Evidence[0][0]); got != fmt.Sprintf("%+v", want) {
		t.Errorf("as a whole: %s", got)
	}
	if got := p.env.Evidence[0][2]; got.Sought {
		t.Errorf("not sought: %+v", got)
	}
	own, ok := p.env.EvidenceFor[score.Asked{Claim: 0, Citation: 0}]
	if !ok || !own.Carries || own.Differs || len(p.env.EvidenceFor) != 1 {
		t.Errorf("for one claim: %+v", p.env.EvidenceFor)
	}
	for i, n := range []int{1, 1, 1, 0} {
		if len(answers[i].Copies) != n {
			t.Errorf("answer %d has copies %v", i, answers[i].Copies)
		}
	}
	a := p.analyse()
	first, second := &a.Articles[0].Claims[0], &a.Articles[0].Claims[1]
	if first.Read != 1 || first.Differs != 0 || first.Counts.Origins != 1 || first.Credibility != 3 || first.Grade != "F3" || !strings.Contains(first.Origins[0].Tie, "nearly the same text") {
		t.Errorf("first claim: %+v", first)
	}
	if second.Differs != 1 || second.Credibility != 4 || !strings.Contains(second.Because[0], "another figure or quotation") {
		t.Errorf("second claim: %+v", second)
	}
	if f := &a.Articles[0].Figures; f.Sought != 2 || f.Carried != 1 || f.Differs != 1 {
		t.Errorf("article: %+v", f)
	}
}

// TestPageOfTwoCitations holds that one page is one origin, and no copy of itself.
func TestPageOfTwoCitations(t *testing.T) {
	p := newPaper(known())
	p.claim("a", "b")
	answers := []score.Answer{answered(0, 0, support.Supported, "http://a/", story(1)), answered(0, 1, support.Supported, "http://a/", story(1))}
	p.env.Gather(&p.doc, answers)
	if c := p.first(); c.Counts.Origins != 1 || c.Credibility != 3 || answers[0].Copies != nil {
		t.Errorf("%+v, copies %v", c, answers[0].Copies)
	}
}

func TestReadButNotCarrying(t *testing.T) {
	p := newPaper(known())
	p.claim("a", "b")
	p.claim("c")
	p.env.Gather(&p.doc, []score.Answer{answered(0, 0, support.Unrelated, "http://a/", story(1)), answered(0, 1, support.Unreachable, "", ""),
		answered(1, 2, support.OtherLanguage, "http://c/", story(2))})
	a := p.analyse()
	for i, want := range []string{"1 of 2 read and not found to carry the claim", "read and not found to carry the claim"} {
		if got := a.Articles[0].Claims[i].Because; !slices.Contains(got, want) {
			t.Errorf("claim %d: %q", i, got)
		}
	}
}

func TestTelling(t *testing.T) {
	for want, verdicts := range map[fetch.Verdict][]fetch.Verdict{
		support.Differs:   {support.Supported, support.Differs, support.Unrelated},
		support.Partly:    {support.Supported, support.Partly},
		support.Supported: {support.NotFound, support.Supported, support.NotSought},
		support.NotFound:  {support.Unreachable, support.NotFound},
	} {
		var all []*score.Answer
		for _, v := range verdicts {
			all = append(all, &score.Answer{Evidence: &fetch.Evidence{Result: support.Result{Verdict: v}}})
		}
		if got := score.Telling(all).Evidence.Verdict; got != want {
			t.Errorf("%v: %s", verdicts, got)
		}
	}
	if score.Telling(nil) != nil {
		t.Error("an answer of none")
	}
}

func TestAnswersAreFound(t *testing.T) {
	var all []score.Answer
	for article := range 3 {
		for claim := range 5 {
			for citation := range 4 {
				if (article+claim+citation)%3 > 0 {
					all = append(all, score.Answer{Article: article, Claim: claim, Citation: citation})
				}
			}
		}
	}
	plain := &score.Analysis{Answers: slices.Clone(all)}
	r := rand.New(rand.NewPCG(1, 1))
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	var a score.Analysis
	a.SetAnswers(all)
	for article := range 4 {
		for citation := range 5 {
			if got, want := said(a.AnswersTo(article, citation)), said(plain.AnswersTo(article, citation)); got != want {
				t.Errorf("%d.%d: got %s, want %s", article, citation, got, want)
			}
			for claim := range 6 {
				k := a.AnswerTo(article, claim, citation)
				asked := article < 3 && claim < 5 && citation < 4 && (article+claim+citation)%3 > 0
				if (k != nil) != asked || k != nil && (k.Article != article || k.Claim != claim || k.Citation != citation) {
					t.Errorf("%d.%d.%d: got %+v", article, claim, citation, k)
				}
			}
		}
	}
}

func said(all []*score.Answer) string {
	s := ""
	for _, a := range all {
		s += fmt.Sprintf(" %d.%d.%d", a.Article, a.Claim, a.Citation)
	}
	return s
}

// TestManyClaimsOfOneNote holds that a note which a whole book cites costs no square of its claims: what is told apart is kept for those claims
// alone.
func TestManyClaimsOfOneNote(t *testing.T) {
	p := newPaper(known())
	p.claim("a")
	var answers []score.Answer
	const n = 5000
	for c := range n {
		if c > 0 {
			p.claim().Citations = []int{0}
		}
		verdict := support.Supported
		if c == n-1 {
			verdict = support.Unrelated
		}
		answers = append(answers, answered(c, 0, verdict, "http://a/", story(1)))
	}
	p.env.Gather(&p.doc, answers)
	trail := score.Trace(&p.doc, p.env)
	if got := len(trail.Articles[0].Apart); got != n-1 || len(p.env.Evidence[0][0].Observations) != n || p.env.Evidence[0][0].Carries {
		t.Errorf("%d told apart, %+v", got, p.env.Evidence[0][0].Carries)
	}
	if a := p.analyse(); a.Articles[0].Claims[0].Read != 1 || a.Articles[0].Claims[n-1].Read != 0 {
		t.Errorf("%+v", a.Articles[0].Claims[n-1])
	}
}
