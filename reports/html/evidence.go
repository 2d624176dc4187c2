package html

import (
	"net/url"
	"strings"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
	"example.org/verify/score"
)

// Elsewhere is a similar claim in another document.
type Elsewhere struct {
	Document string  // title or name
	Text     string  // what it says
	Likeness float64 // 0 to 1
}

// verdicts are the words of the design (evidence.md), the best first, with the class that the style sheet gives them and what they mean.
var verdicts = []struct {
	Verdict fetch.Verdict
	Class   string
	Means   string
}{
	{support.Supported, "yes", "names, figures, quotations and words of the claim stand on the page"},
	{support.Partly, "part", "the page carries a part of the claim; what it lacks is said"},
	{support.OtherLanguage, "part", "the page is in another language: figures, dates and names alone were compared"},
	{support.Differs, "no", "the page has another figure or other words in a quotation; a person must look at it"},
	{support.Unrelated, "no", "the page speaks of something else; a person must look at it"},
	{support.NotFound, "none", "it was sought and not found, which does not say that there is none"},
	{support.Gone, "none", "the address does not show the page any more"},
	{support.Blocked, "none", "the page is there and could not be read: a wall, robots.txt, a refusal"},
	{support.Unreachable, "none", "there was no answer; it can be tried again"},
}

func classOf(v fetch.Verdict) string {
	for _, x := range verdicts {
		if x.Verdict == v {
			return x.Class
		}
	}
	return "none"
}

// passage is what one citation of a claim came to, in the claim's card.
type passage struct {
	Verdict, Class  string
	Source          string // whose page it is
	Why             string // a sentence that a person can check, "" where passage and checks say it
	Claim           string // what is said, to stand beside the passage; "" where the two need no comparing
	Passage, Lang   string
	Link            string // the page, or its copy; "" for none of the web
	Title           string // of the link
	Dated           string // "of 15 May 2018, by its metadata"
	Copied          string // "captured on 17 May 2018, 2 days after the cited day"
	Original        string // the address that a copy is of
	Met             string // what the address that the citation gives came to, where the page was not simply there
	Checks          []asked
	Correction      string
	Changed         string // "last changed on 17 May 2018"
	Sought          []reason
	Places          string // "4 places"
	Brief, Readable bool
}

// asked is one question that the page was asked.
type asked struct {
	Name, Result string
	Fails        bool // the page contradicts the claim here
}

// reason is why one place or several did not have the page.
type reason struct{ Names, Why string }

// looked is what a citation of a claim came to, nil where it was not sought.
func (m *maker) looked(n, i, k int) *fetch.Evidence {
	a := m.a.AnswerTo(n, i, k)
	if a == nil || !a.Evidence.Sought() {
		return nil
	}
	return a.Evidence
}

// telling is what a citation came to as a whole, over all its claims; nil where it was not sought.
func telling(a *score.Analysis, n, k int) *score.Answer {
	t := score.Telling(a.AnswersTo(n, k))
	if t == nil || !t.Evidence.Sought() {
		return nil
	}
	return t
}

// passages lists what was found for the citations of a claim.
func (m *maker) passages(n, i int) []passage {
	art := &m.a.Document.Articles[n]
	var list []passage
	for _, k := range art.Claims[i].Citations {
		if ev := m.looked(n, i, k); ev != nil {
			list = append(list, m.passage(&art.Claims[i], &art.Citations[k], ev))
		}
	}
	return list
}

func (m *maker) passage(claim *citations.Claim, c *citations.Citation, ev *fetch.Evidence) passage {
	p := passage{Verdict: visible(string(ev.Verdict)), Class: classOf(ev.Verdict), Source: visible(nameOf(c)), Why: visible(ev.Why), Passage: visible(ev.Passage),
		Lang: visible(ev.Language), Correction: visible(shorten(ev.Correction, long)), Readable: ev.Read(), Brief: m.claims > many}
	if d := dayOf(c.Date); d.Words != "" {
		p.Source += ", " + d.Words
	}
	switch {
	case ev.Verdict == support.Supported:
		p.Why = "" // passage and checks say it
	case p.Passage != "" && !p.Brief:
		p.Claim = visible(claim.Text)
	}
	if p.Brief {
		p.Passage = shorten(p.Passage, short/2)
	}
	p.link(ev)
	p.days(c, ev)
	if p.Readable && !p.Brief {
		p.Checks = checks(&ev.Checks)
	}
	if s := fetch.State(ev.Met.Outcome); p.Readable && s != "" && s != fetch.Alive && s != fetch.OtherDay {
		p.Met = visible(string(s)) + on(ev.Met.At)
	}
	if !p.Readable {
		var n int
		p.Sought, n = reasons(ev)
		p.Places = say(n, "place")
	}
	return p
}

// link sets where a reader is sent: to the copy where that was read, since the page itself may be gone.
func (p *passage) link(ev *fetch.Evidence) {
	page, copied := address(visible(ev.Page)), address(visible(ev.Capture))
	p.Link = firstOf(copied, page)
	if copied != "" && copied != page {
		p.Original = page
	}
	p.Title = visible(shorten(firstOf(ev.Title, host(page), host(copied)), short))
}

// days tells the page's own date, when it was changed, and how far a copy lies from the cited day.
func (p *passage) days(c *citations.Citation, ev *fetch.Evidence) {
	if ev.Day != "" {
		p.Dated = "of " + isoDay(ev.Day) + found[ev.DayFrom]
	}
	if ev.Changed != "" && ev.Changed != ev.Day {
		p.Changed = "last changed on " + isoDay(ev.Changed)
	}
	if ev.Captured.IsZero() {
		return
	}
	p.Copied = "captured" + on(ev.Captured)
	if c.Date == nil || c.Date.Precision != dates.Day {
		return
	}
	if day, ok := c.Date.First(); ok {
		p.Copied += ", " + since(int(ev.Captured.UTC().Truncate(24*time.Hour).Sub(day).Hours()/24))
	}
}

// found says what a page's day was read from.
var found = map[string]string{"url": ", by its address", "json-ld": ", by its data for search engines", "meta": ", by its metadata", "time": ", by its time stamp", "text": ", by its text"}

// isoDay is an ISO day in words, as it stands where it is none.
func isoDay(iso string) string {
	d, err := dates.ParseISO(iso)
	if err != nil {
		return visible(iso)
	}
	return dayOf(&d).Words
}

func on(t time.Time) string {
	t = t.UTC()
	return " on " + itoa(t.Day()) + " " + months[t.Month()] + " " + itoa(t.Year())
}

// since is a distance from the cited day in words.
func since(days int) string {
	switch {
	case days == 0:
		return "on the cited day"
	case days < 0:
		return say(-days, "day") + " before the cited day"
	}
	return say(days, "day") + " after the cited day"
}

// reasons tells why no place had the page, and how many places those are.
func reasons(ev *fetch.Evidence) (list []reason, places int) {
	for _, r := range ev.Reasons() {
		list = append(list, reason{visible(r.Names), visible(r.Why)})
		places += 1 + strings.Count(r.Names, ", ")
	}
	return list, places
}

// address is an address that a reader may be sent to, "" for one that is not of the web.
func address(s string) string {
	if u, err := url.Parse(s); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return s
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
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
