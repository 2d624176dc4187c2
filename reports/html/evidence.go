package html

import "net/url"

// Evidence is what was found for one citation, as the page shows it. Claim and passage stand side by side, so that a person can judge.
type Evidence struct {
	Verdict string  // one of the words of evidence.md; "" or "not sought" where nobody has looked
	Page    string  // address of the page that was read, "" for none
	Capture string  // address of an archive's capture, "" for none
	When    string  // "captured 2 days after", "read on 3 May 2018"
	Passage string  // the best passage, 300 characters at most
	Lang    string  // ISO 639 of the passage, "" if unknown
	Checks  []Check // in the order in which they are told
	Why     string  // for not found: why each place gave nothing
}

// Check is one question that a page was asked.
type Check struct {
	Name   string // date, quotation, figures, names, words
	Result string // "2 of 3", "the cited day"
	Fails  bool   // the page contradicts the claim here
}

// Elsewhere is a similar claim in another document.
type Elsewhere struct {
	Document string  // title or name
	Text     string  // what it says
	Likeness float64 // 0 to 1
}

// verdicts are the words of the design (evidence.md) with the class that the style sheet gives them.
var verdicts = map[string]string{
	"supported": "yes", "partly": "part", "other-language": "part", "differs": "no", "unrelated": "no",
	"not found": "none", "gone": "none", "blocked": "none", "unreachable": "none", "not sought": "none",
}

// passage is one citation's evidence in a claim's card.
type passage struct {
	Evidence
	Class  string
	Source string // whose page it is
	Claim  string // what is said, to stand beside the passage
}

// newPassage is nil where nothing was sought.
func newPassage(e *Evidence, claim string) *passage {
	if e == nil || e.Verdict == "" || e.Verdict == "not sought" {
		return nil
	}
	p := &passage{Evidence: *e, Class: verdicts[e.Verdict], Claim: claim}
	if p.Class == "" {
		p.Class = "none"
	}
	for _, s := range []*string{&p.Verdict, &p.Page, &p.Capture, &p.When, &p.Passage, &p.Lang, &p.Why} {
		*s = visible(*s)
	}
	p.Page, p.Capture = address(p.Page), address(p.Capture)
	p.Checks = nil
	for _, c := range e.Checks {
		p.Checks = append(p.Checks, Check{visible(c.Name), visible(c.Result), c.Fails})
	}
	return p
}

// address is an address that a reader may be sent to, "" for one that is not of the web.
func address(s string) string {
	if u, err := url.Parse(s); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return s
}

// evidence is what was found for a citation, nil where nothing is known.
func (a *About) evidence(article, citation int) *Evidence {
	if article >= len(a.Evidence) || citation >= len(a.Evidence[article]) {
		return nil
	}
	return &a.Evidence[article][citation]
}

// elsewhere lists the claims like one in other documents.
func (a *About) elsewhere(article, claim int) []Elsewhere {
	if article >= len(a.Elsewhere) || claim >= len(a.Elsewhere[article]) {
		return nil
	}
	var list []Elsewhere
	for _, e := range a.Elsewhere[article][claim] {
		list = append(list, Elsewhere{visible(e.Document), visible(e.Text), e.Likeness})
	}
	return list
}
