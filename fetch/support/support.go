// Package support judges whether a page carries a claim: it compares dates, quotations, figures, negations, names and words, each by
// itself, and says what it saw of each. It compares letters, not meanings: what it calls supported a person can check in the passage that
// it shows, and where it doubts it says partly.
//
// Judge holds a Claim against a page.Page and gives a Result: the Verdict, why, the passage, and Checks with what the claim has and what the page. It keeps
// nothing and may run in several goroutines at once.
package support

import (
	"slices"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/fetch/page"
)

// Verdict is what looking a citation up came to.
type Verdict string

// The verdicts. Judge gives no NotFound, Unreachable and NotSought: those come from who sought the page.
const (
	Supported     Verdict = "supported"
	Partly        Verdict = "partly"
	OtherLanguage Verdict = "other-language"
	Differs       Verdict = "differs"   // a figure or a quotation contradicts
	Unrelated     Verdict = "unrelated" // the page speaks of something else
	NotFound      Verdict = "not found"
	Gone          Verdict = "gone"        // 404, 410, soft 404, home page instead, parked domain
	Blocked       Verdict = "blocked"     // robots.txt, paywall, login, 403
	Unreachable   Verdict = "unreachable" // the network; to be tried again
	NotSought     Verdict = "not sought"
)

// Claim is what a page is asked for.
type Claim struct {
	Text     string
	Language string     // ISO 639-1; "" is told from the text
	Cited    dates.Date // the day that the citation gives its source; zero if it gives none
}

// Result is how a claim stands to a page.
type Result struct {
	Verdict Verdict
	Why     string // a sentence that a person can check
	Passage string // the best passage, at most 300 bytes where its script has one byte a letter, else 300 characters; "" for none
	Checks  Checks
}

// Checks are the questions that the page was asked. A zero check was not asked, because the claim gives no cause.
type Checks struct {
	Date       DateCheck
	Quotations []QuoteCheck
	Figures    []FigureCheck
	Negation   NegationCheck
	Names      NameCheck
	Words      WordCheck
}

// State is how one thing of the claim stands on the page.
type State string

// The states.
const (
	Found     State = "found"
	Near      State = "near"      // nearly so: other words in a quotation, a value that rounding or a bound allows
	Elsewhere State = "elsewhere" // the value stands on the page, of something else
	Missing   State = "missing"
	Contrary  State = "contrary" // the page has another value or other words in its place
)

// DateCheck compares the page's own date with the cited day.
type DateCheck struct {
	Asked bool
	Cited string // ISO
	Page  string // ISO, "" if the page has none
	State State
	Days  int // from the cited day to the page's, negative if the page is older
}

// QuoteCheck is one quotation of the claim.
type QuoteCheck struct {
	Text  string
	State State
	Page  string // the words of the page, where they differ
}

// FigureCheck is one figure of the claim.
type FigureCheck struct {
	Text  string // as the claim prints it, with its noun
	State State
	Page  string // as the page prints the figure that answers it
}

// NegationCheck is what turns a sentence round: a negation, a denial, a doubt, an opposite. Zero where claim and passage agree.
type NegationCheck struct {
	Word string // of the claim or the passage, the one that the other lacks
	In   string // claim, passage
	Kind string // negation, denial, hedge, opposite, order
}

// NameCheck counts people, places and organisations.
type NameCheck struct {
	Of      int
	Found   int
	Missing []string
}

// WordCheck counts the words of the claim that its best passage has, small words left out.
type WordCheck struct {
	Of      int
	Found   int
	Share   float64  // 0 to 1
	Missing []string // of the first 20
}

// Judge judges a claim by a page.
func Judge(c Claim, p *page.Page) Result {
	if v, why, ok := unreadable(p); ok {
		return Result{Verdict: v, Why: why}
	}
	j := newJudge(c, p)
	j.r.Checks.Date = checkDate(c.Cited, p)
	if j.foreign() {
		return j.otherLanguage()
	}
	j.readPassage()
	j.checkFigures()
	j.checkQuotes()
	j.checkNames()
	j.checkTurns()
	j.decide()
	return j.r
}

// unreadable is the verdict on a page that shows no article.
func unreadable(p *page.Page) (v Verdict, why string, ok bool) {
	switch p.Kind {
	case page.SoftGone:
		return Gone, "the page says that it is not there: " + p.Why, true
	case page.Parked:
		return Gone, "the domain is for sale: " + p.Why, true
	case page.Consent, page.Login:
		return Blocked, "a wall stands before the page: " + p.Why, true
	case page.Redirect:
		return Blocked, "the page only leads to another: " + p.Why, true
	case page.Empty:
		return Blocked, "the page shows no text", true
	}
	return "", "", false
}

// judge is one claim being judged by one page.
type judge struct {
	claim   Claim
	page    *page.Page
	r       Result
	words   []token // of the claim
	asked   []ask   // what the passage is searched for
	lines   []line  // the page's sentences
	best    window
	figures []figure // of the claim
	quotes  []quote
	names   []name
	found   []figure // all of the page
}

func newJudge(c Claim, p *page.Page) *judge {
	j := &judge{claim: c, page: p}
	if j.claim.Language == "" {
		j.claim.Language = languageOf(c.Text)
	}
	j.words = tokens(c.Text, maxClaim)
	j.lines = sentences(p)
	if p.Language != "" && !j.foreign() {
		j.claim.Language = p.Language
	}
	j.quotes = quotations(c.Text)
	j.figures = slices.DeleteFunc(figuresOf(c.Text, j.words, j.claim.Language), func(f figure) bool { return f.bare && !verbBefore(&f) })
	j.names = namesOf(j.words)
	j.asked = asks(j.words, j.figures, j.names)
	return j
}

// languageOf tells the language of a claim; a short one in Latin letters, of which nothing can be said, is left open.
func languageOf(s string) string { return citations.DetectLanguage(s) }

// foreign reports whether the page is in another language than the claim.
func (j *judge) foreign() bool {
	a, b := j.claim.Language, j.page.Language
	if script(j.claim.Text) != script(j.sample()) {
		return true
	}
	return a != "" && b != "" && a != b && !closeKin(a, b) && !j.sharesSmallWords()
}

// sharesSmallWords reports whether most small words of the claim stand on the page: the language of a short text is told wrongly more often
// than that happens by chance.
func (j *judge) sharesSmallWords() bool {
	have := map[string]bool{}
	for i := range j.lines {
		for k := range j.lines[i].words {
			if t := &j.lines[i].words[k]; t.stop {
				have[t.low] = true
			}
		}
	}
	of, found := 0, 0
	for i := range j.words {
		if t := &j.words[i]; t.stop {
			of++
			if have[t.low] {
				found++
			}
		}
	}
	return found*2 > of
}

// closeKin are languages that the detector may take for each other.
func closeKin(a, b string) bool {
	switch a + b {
	case "hrsr", "srhr", "hrbs", "bshr", "ruuk0":
		return true
	}
	return false
}

func (j *judge) sample() string {
	for i := range j.lines {
		if len(j.lines[i].text) > 40 {
			return j.lines[i].text
		}
	}
	if len(j.lines) > 0 {
		return j.lines[0].text
	}
	return ""
}
