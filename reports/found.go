package reports

import (
	"fmt"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
	"example.org/verify/score"
)

// What the reports for people say of a citation that was looked up. What comes from a page is left as it is: each report makes it safe for
// itself.

// found is what one citation of a claim came to.
type found struct {
	source  string   // as in the list of sources
	color   string   // of the verdict, "" for none
	verdict string   // with the distance of a copy from the cited day
	why     string   // "" where the passage says it all
	passage string   // "" for none
	notes   []string // a correction, near-copies
}

// foundFor lists what the citations of a claim came to, those that were looked up, in their order.
func foundFor(a *score.Analysis, article, claim int) []found {
	if a.Answers == nil {
		return nil
	}
	var all []found
	art := &a.Document.Articles[article]
	for _, k := range art.Claims[claim].Citations {
		if answer := a.AnswerTo(article, claim, k); answer != nil && answer.Evidence.Sought() {
			all = append(all, newFound(art, answer))
		}
	}
	return all
}

func newFound(art *citations.Article, answer *score.Answer) found {
	c, ev := &art.Citations[answer.Citation], answer.Evidence
	f := found{source: source(art, c), color: verdictColors[ev.Verdict], verdict: string(ev.Verdict), passage: ev.Passage}
	if said := capturedSaid(ev, cited(c)); said != "" {
		f.verdict += ", a copy of " + said
	}
	switch ev.Verdict {
	case support.Supported:
	case support.NotFound:
		f.why = firstOf(Reasons(ev), ev.Why)
	default:
		f.why = ev.Why
	}
	if ev.Correction != "" {
		f.notes = append(f.notes, "the page is corrected: "+ev.Correction)
	}
	for _, k := range answer.Copies {
		f.notes = append(f.notes, fmt.Sprintf("nearly the text of %s (%.0f %%)", source(art, &art.Citations[k.Citation]), 100*k.Containment))
	}
	return f
}

// Reasons are those of the resolvers that could ask and found nothing, parted by semicolons.
func Reasons(ev *fetch.Evidence) string {
	var all []string
	for _, r := range ev.Resolvers {
		switch {
		case r.Why == "", strings.HasPrefix(r.Why, "the citation gives no address"), strings.HasPrefix(r.Why, "it is switched off"), strings.HasPrefix(r.Why, "the outlet's archive has listed"):
		default:
			all = append(all, r.Name+": "+r.Why)
		}
	}
	return strings.Join(all, "; ")
}

// lookedUp says in one line what an article's citations came to, "" where nothing was looked up.
func lookedUp(f *score.Figures) string {
	if f.Sought == 0 {
		return ""
	}
	return fmt.Sprintf("%s looked up; the pages of %d carry the claim, wholly or in part", count(f.Sought, "citation"), f.Carried)
}

// found prints what the citations of a claim came to, under its row.
func (t *terminal) found(a *score.Analysis, article, claim int, indent string) {
	for _, f := range foundFor(a, article, claim) {
		t.lines(f.color, indent, "  ", Visible(f.source+": "+f.verdict))
		if f.why != "" {
			t.lines("", indent+"  ", "", Visible(f.why))
		}
		if f.passage != "" {
			t.lines("", indent+"  ", "", Visible("“"+f.passage+"”"))
		}
		for _, note := range f.notes {
			t.lines("", indent+"  ", "", Visible(note))
		}
	}
}

// verdictColors repeat the verdicts that a person must look at.
var verdictColors = map[fetch.Verdict]string{support.Differs: red, support.Unrelated: yellow, support.NotFound: yellow, support.Gone: yellow}
