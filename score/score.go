// Package score says what a document's claims rest on: which sources of a claim have no tie between them, how many that
// makes, how diverse they are, and what that is worth as a grade. It rates the sourcing, never the truth.
//
// The counts of an Analysis are read from the ledger's SQL views; Count computes the same in Go, for runs without a ledger, and a
// test holds the two equal.
//
// Analyse makes an Analysis of a Document: a Claim with its Origins and Counts for each claim, Figures for each article, and room for the Findings of score/rules. Env is what it needs to
// know of the desk, owners, ratings and weights, and what was looked up. Trace works a score out line by line, for verify explain. The functions keep
// nothing and may be used by several goroutines at once; an Analysis is changed by nobody once its findings are in.
package score

import "example.org/verify/citations"

// Analysis is everything known about one document: what it says, what was found, how it scores and what an editor should look at.
// Articles lies parallel to that of Document.
type Analysis struct {
	Document *citations.Document
	Settings string    // sha256, hex, over everything that can change a result; part of the contract
	Articles []Article // parallel to Document.Articles
	Findings []Finding // in reading order
	Answers  []Answer  // by article, claim and citation; nil where nothing was asked for. SetAnswers gives them

	byCitation []int // indices into Answers, by article, citation and claim
}

// Article is the score of one article.
type Article struct {
	Claims  []Claim // parallel to citations.Article.Claims
	Figures Figures
}

// Claim is the score of one claim.
type Claim struct {
	Counts
	Grade       string // "B2", "" while it means nothing (no ratings loaded, nothing sought)
	Reliability string // A to F
	Rating      Rating // whose letter that is and when; zero for an F for want of a basis
	Credibility int    // 1 to 6
	Points      int    // 0 to 100, for sorting only
	Because     []string
	Origins     []Origin // standing and fallen, in citation order
}

// Origin is where reporting really comes from: the citations of one claim that a tie joins.
type Origin struct {
	Citations []int // indices into citations.Article.Citations, ascending
	Standing  bool
	Read      bool
	Own       bool   // all its citations are the publication's own; not in Counts.Origins
	Differs   bool   // the page of one of them gives another figure or quotation
	Tie       string // why its citations are one: "same outlet", "both belong to Nation Media Group", "" for a single one
	Why       string // why it does not stand: "dated before the event", "" if it does
}

// Counts are the countable facts of a claim, or of an article over all its citations. Each is what the view of the same
// name in the ledger says.
type Counts struct {
	Citations     int // roles source and own
	Own           int
	Outlets       int // distinct counted sources: outlets, bodies, publishers, persons
	Owners        int // distinct known owners
	OwnersKnown   int // sources whose owner is known
	Countries     int
	Languages     int
	Origins       int
	Corroboration int // standing origins
	Read          int
	Differs       int
	Diversity     float64 // effective number of outlets, Hill number of order 1 (Jost 2006), two decimals
	Lag           int     // days, lower median of publication minus source day
	LagKnown      bool
}

// Figures are an article's: the Counts over all its citations and the shares that only a whole article has.
type Figures struct {
	Counts
	Checkworthy      int    // claims
	Sourced          int    // of them closed, attributed, linked or covered
	TwoOrigins       int    // of them with two origins or more
	StateControlled  int    // citations
	UnknownOutlets   int    // citations
	Sought           int    // citations with evidence
	Carried          int    // verdict supported or partly
	LargestOutlet    *Share // nil below ten citations
	LargestOwner     *Share
	Concentration    *float64 // unbiased, Σn(n−1)/N(N−1); nil below ten citations
	EffectiveSources *float64 // Leinster–Cobbold order 1; nil below ten citations
	Because          []string
}

// Share is a part of a whole in integers: "4 of 10".
type Share struct {
	ID    string
	N, Of int
}

// Severity orders findings.
type Severity uint8

const (
	Off        Severity = iota // not raised at all
	Suggestion                 // to be weighed
	Warning                    // to be looked at
	Error                      // to be mended before publication
)

var severities = [...]string{"off", "suggestion", "warning", "error"}

// String is the severity as the contract spells it.
func (s Severity) String() string { return severities[s] }

// Finding is something that an editor should look at.
type Finding struct {
	Rule         string // family.name, never changes
	Severity     Severity
	Article      int // index into Document.Articles, -1 for the document
	Claim        int // indices into the article's slices, -1 if none
	Citation     int
	Note         int
	Span         citations.Span
	Line, Column int // from 1, columns in code points
	Message      string
	Suggestion   string
	Edit         *citations.Edit
	RestsOnGuess bool
	Fingerprint  string
	Silenced     *Silence
}

// Silence says who decided that a finding needs no action, why, and until when.
type Silence struct{ By, Reason, Until string }
