package reports

import (
	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/score"
)

// citationEvidence is `evidence` of a citation in the contract. Where several claims are given the citation its own members are those of the
// claim that tells most of it (score.Telling), and claims has all.
type citationEvidence struct {
	evidenceFields
	NearCopies []nearCopy      `json:"near_copies"` // citations of the article whose pages are nearly this one's text
	Claims     []claimEvidence `json:"claims"`
}

type nearCopy struct {
	Citation    string  `json:"citation"`
	Containment float64 `json:"containment"` // of the shorter text's runs of five words in the longer, 0.5 to 1
}

// claimEvidence is what a citation came to for one of the claims that it is given for.
type claimEvidence struct {
	Claim   string        `json:"claim"`
	Verdict string        `json:"verdict"`
	Why     string        `json:"why"`
	Page    *string       `json:"page"`
	Passage *string       `json:"passage"`
	Checks  supportChecks `json:"checks"`
}

// evidence appends what was found for a citation, null where nobody asked.
func (e *encoder) evidence(asked []*score.Answer, c *citations.Citation) *encoder {
	best := score.Telling(asked)
	if best == nil {
		return e.raw("null")
	}
	text, err := plainJSON(newCitationEvidence(best, asked, c))
	if err != nil && e.err == nil {
		e.err = err
	}
	return e.raw(text)
}

func newCitationEvidence(best *score.Answer, asked []*score.Answer, c *citations.Citation) citationEvidence {
	ev := citationEvidence{evidenceFields: newEvidenceFields(best.Evidence, cited(c)), NearCopies: []nearCopy{}}
	for _, k := range best.Copies {
		ev.NearCopies = append(ev.NearCopies, nearCopy{citations.CitationID(best.Article, k.Citation), k.Containment})
	}
	for _, a := range asked {
		f := newEvidenceFields(a.Evidence, cited(c))
		ev.Claims = append(ev.Claims, claimEvidence{citations.ClaimID(a.Article, a.Claim), f.Verdict, f.Why, f.Page, f.Passage, f.Checks})
	}
	return ev
}

// cited is the day that a citation gives its source, zero for none.
func cited(c *citations.Citation) *dates.Date {
	if c.Date == nil {
		return &dates.Date{}
	}
	return c.Date
}
