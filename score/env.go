package score

import "example.org/verify/citations/outlets"

// Owners answers who owns an outlet; *outlets.Registry does. Both methods return nil for what they do not know.
type Owners interface {
	ByID(id string) *outlets.Outlet
	UltimateOwner(id string) *outlets.Outlet
}

// Env is what a score rests on beside the document. The zero Env is valid: no owner but the one in an entry is known, nothing was
// sought, no event is dated and no outlet rated.
type Env struct {
	Registry    Owners
	Evidence    [][]Evidence                       // by article and citation; nil, also for one article, where nothing was sought
	EvidenceFor map[Asked]Evidence                 // what a citation came to for one claim, where that differs from Evidence; nil for none
	Before      func(article, citation int) bool   // is the citation dated before the event it is cited for? nil: none is
	Event       func(article, citation int) string // that event's day in words, "11 May"; nil or "" leaves it unsaid
	Ratings     Ratings                            // nil: none loaded
	Weights     Weights                            // the zero Weights stands for DefaultWeights
	Settings    string                             // goes to Analysis.Settings; part of a revision's key
}

// Asked is a citation of one claim, in indices as in the Document.
type Asked struct{ Article, Claim, Citation int }

// Evidence is what was found for one citation, as far as the score needs it. The zero Evidence says it was not sought.
type Evidence struct {
	Sought   bool
	Read     bool // a page was found and read
	Carries  bool // it carries the claim, wholly or partly
	Part     bool // it carries the claim partly alone; changes what is said, not what is counted
	NotFound bool
	Gone     bool
	Differs  bool   // it gives another figure or quotation
	Agency   string // id of the agency in the page's byline or dateline, "" if none
	// NearCopyOf holds indices into Article.Citations: citations whose pages are near-copies of this one's (containment of
	// 5-word shingles in the shorter main text of 0.5 or more). One direction is enough.
	NearCopyOf   []int
	Observations []string // ids of the observations it rests on
}

// evidence returns what was found for a citation; the zero Evidence where nothing was sought.
func (e *Env) evidence(article, citation int) *Evidence {
	if article >= len(e.Evidence) || citation >= len(e.Evidence[article]) {
		return &notSought
	}
	return &e.Evidence[article][citation]
}

var notSought Evidence

// sought reports whether evidence was sought for any citation of the document.
func (e *Env) sought() bool {
	for _, article := range e.Evidence {
		for i := range article {
			if article[i].Sought {
				return true
			}
		}
	}
	return false
}

// Rating is one outlet's letter, with whose it is and when it was given. The product ships none.
type Rating struct {
	Letter string // A to E; F where there is no basis
	By     string // "Desk list, 2018"
	On     string // EDTF, "" if unknown
}

// Ratings are the desk's letters by outlet id (see Source.ID). A nil map means that none were loaded, an empty one that the desk
// rates nobody: then every letter is F, but grades are given.
type Ratings map[string]Rating

// letter returns the letter of an outlet, F where there is no basis.
func (r Ratings) letter(id string) string {
	if l := r[id].Letter; l >= "A" && l <= "E" && len(l) == 1 {
		return l
	}
	return "F"
}

// Weights are what an origin of each letter adds to the points: the share of the remaining doubt that it takes away, 0 to 1.
type Weights struct{ A, B, C, D, E, F float64 }

// DefaultWeights are policy, not measurement: design/scoring.md, "The points".
var DefaultWeights = Weights{A: .80, B: .65, C: .50, D: .30, E: .10, F: .35}

func (w Weights) of(letter string) float64 {
	if w == (Weights{}) {
		w = DefaultWeights
	}
	return [...]float64{w.A, w.B, w.C, w.D, w.E, w.F}[letter[0]-'A']
}
