package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"example.org/verify/citations"
	"example.org/verify/fetch"
	"example.org/verify/score"
)

// observed is an observation with all that its id is a sum over. Its members are in the order in which they are summed: new ones go to the end.
type observed struct {
	Key, At, Resolver, Verdict, URL string
	Status                          int
	Page, Capture, Checks           string
	FP, Why, Passage, Title         string
	Day, DayFrom, Captured          string
	Agency, Correction, Language    string
	Attempts                        []attempted
	Resolvers                       []fetch.Resolved

	id  string
	got string // when the page came; no part of the id
}

type attempted struct {
	At, URL string
	Status  int
	Outcome string
	Earlier bool
}

// Observe gives each answer that was sought the id of its observation; PutEvidence records them. What is the same gets the same id.
func Observe(doc *citations.Document, answers []score.Answer) error {
	for i := range answers {
		a := &answers[i]
		if !a.Evidence.Sought() {
			continue
		}
		o, err := observe(doc, a)
		if err != nil {
			return err
		}
		a.Observation = o.id
	}
	return nil
}

func observe(doc *citations.Document, a *score.Answer) (*observed, error) {
	ev, article := a.Evidence, &doc.Articles[a.Article]
	checks, err := json.Marshal(ev.Checks)
	if err != nil {
		return nil, err
	}
	o := &observed{FP: claimKey(article.Claims[a.Claim].Text), Verdict: string(ev.Verdict), URL: ev.Page, Page: ev.SHA256, Capture: ev.Capture, Checks: string(checks), Why: ev.Why,
		Passage: ev.Passage, Title: ev.Title, Day: ev.Day, DayFrom: ev.DayFrom, Captured: stampOrNone(ev.Captured), Agency: ev.Agency, Correction: ev.Correction,
		Language: ev.Language, Resolvers: ev.Resolvers}
	o.Key = sought(&article.Citations[a.Citation]) + " " + o.FP
	for _, t := range ev.Earlier {
		o.Attempts = append(o.Attempts, attempted{stampOrNone(t.At), article.Citations[a.Citation].URL, t.Status, t.Outcome, true})
	}
	for _, t := range ev.Attempts {
		o.Attempts = append(o.Attempts, attempted{stampOrNone(t.At), t.URL, t.Status, t.Outcome, false})
		if at := stampOrNone(t.At); at > o.At {
			o.At = at
		}
		if t.URL == ev.Page || t.URL == ev.Capture {
			o.Status = t.Status
		}
	}
	for _, r := range ev.Resolvers { // the one that found the page, else the last that was asked
		if o.Resolver = r.Name; r.Why == "" {
			break
		}
	}
	all, err := json.Marshal(o)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(all)
	o.id, o.got = hex.EncodeToString(sum[:16]), stampOrNone(ev.Got)
	return o, nil
}

// sought is what was looked up: the address that a citation gives, else outlet and day.
func sought(c *citations.Citation) string {
	if c.URL != "" {
		return c.URL
	}
	key := "?"
	if c.Outlet != nil && c.Outlet.ID != "" {
		key = c.Outlet.ID
	}
	if c.Date != nil {
		key += " " + c.Date.ISO()
	}
	return key
}

func stampOrNone(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return stamp(t)
}

// evidence makes the rows of what was found for a document's citations.
func (r *rows) evidence(doc *citations.Document, answers []score.Answer) error {
	var all []*observed
	for i := range answers {
		if answers[i].Observation == "" {
			continue
		}
		o, err := observe(doc, &answers[i])
		if err != nil {
			return err
		}
		all = append(all, o)
	}
	for _, t := range []struct { // as foreign keys want it
		table string
		add   func(*rows, *observed)
	}{{"page", addPage}, {"observation", addObservation}, {"attempt", addAttempts}, {"resolved", addResolved}} {
		r.into(t.table)
		for _, o := range all {
			t.add(r, o)
		}
	}
	r.end()
	return nil
}

func addPage(rows *rows, o *observed) {
	if o.Page == "" {
		return
	}
	address := o.Capture
	if address == "" {
		address = o.URL
	}
	rows.add(o.Page, address, o.got)
}

func addObservation(rows *rows, o *observed) {
	rows.add(o.id, o.Key, o.At, o.Resolver, o.Verdict, null(o.URL), status(o.Status), null(o.Page), null(o.Capture), o.Checks, o.FP, null(o.Why), null(o.Passage),
		null(o.Title), null(o.Day), null(o.DayFrom), null(o.Captured), null(o.Agency), null(o.Correction), null(o.Language))
}

func addAttempts(rows *rows, o *observed) {
	for n, t := range o.Attempts {
		rows.add(o.id, n+1, null(t.At), t.URL, status(t.Status), t.Outcome, truth(t.Earlier))
	}
}

func addResolved(rows *rows, o *observed) {
	for n, r := range o.Resolvers {
		rows.add(o.id, n+1, r.Name, null(r.Why))
	}
}

// status is NULL where there was no answer.
func status(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// judged makes what citations came to for one claim, where that differs from what they came to as a whole.
func (p *putter) judged() {
	p.into("judged")
	for a := range p.trail.Articles {
		t := &p.trail.Articles[a]
		if len(t.Apart) == 0 {
			continue
		}
		for c := range p.doc.Articles[a].Claims {
			for _, i := range p.doc.Articles[a].Claims[c].Citations {
				if k, ok := t.Apart[score.Asked{Claim: c, Citation: i}]; ok {
					p.add(p.rev, a+1, c+1, i+1, truth(k.Standing), truth(k.Read), truth(k.Differs), truth(k.Evidence.Sought), truth(k.Evidence.Carries), null(k.Why))
				}
			}
		}
	}
}

// copies makes the pairs of citations whose pages are near-copies.
func (r *rows) copies(rev string, a *score.Analysis) {
	type pair struct{ article, citation, other int }
	seen := map[pair]bool{}
	r.into("near_copy")
	for i := range a.Answers {
		k := &a.Answers[i]
		for _, c := range k.Copies {
			p := pair{k.Article, min(k.Citation, c.Citation), max(k.Citation, c.Citation)}
			if seen[p] {
				continue
			}
			seen[p] = true
			r.add(rev, p.article+1, p.citation+1, p.other+1, containment(a, p.article, p.citation, p.other))
		}
	}
}

// containment is the highest of two citations, which may have come to several pages.
func containment(a *score.Analysis, article, citation, other int) (most float64) {
	for _, k := range a.AnswersTo(article, citation) {
		for _, c := range k.Copies {
			if c.Citation == other {
				most = max(most, c.Containment)
			}
		}
	}
	return most
}
