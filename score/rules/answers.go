package rules

import (
	"cmp"
	"net/url"
	"sort"
	"strings"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
	"example.org/verify/score"
)

// answered is one citation of one claim with what looking it up came to.
type answered struct {
	a, c, k int // article, claim, citation
	art     *citations.Article
	claim   *citations.Claim
	cit     *citations.Citation
	ev      *fetch.Evidence
}

func (x *answered) at() at { return onCitation(x.a, x.k).inClaim(x.c).inNoteOf(x.cit) }

// claimed is where the words stand that a page has differently: the claim where the citation is a note, else the citation behind it.
func (x *answered) claimed() citations.Span {
	if x.cit.Kind == citations.FromNote {
		return x.claim.Span
	}
	return x.cit.Span
}

// eachAnswer calls f for everything that was looked up, by article, claim and citation.
func (p *pass) eachAnswer(f func(x *answered)) {
	for i := range p.analysis.Answers {
		f(p.answer(&p.analysis.Answers[i]))
	}
}

// answer is an answer of the analysis with what it is about.
func (p *pass) answer(n *score.Answer) *answered {
	art := &p.doc.Articles[n.Article]
	return &answered{n.Article, n.Claim, n.Citation, art, &art.Claims[n.Claim], &art.Citations[n.Citation], n.Evidence}
}

// ofClaim are the answers to one claim, which stand together.
func (p *pass) ofClaim(a, c int) []score.Answer {
	all := p.analysis.Answers
	before := func(i, c int) bool { return cmp.Or(all[i].Article-a, all[i].Claim-c) >= 0 }
	from := sort.Search(len(all), func(i int) bool { return before(i, c) })
	return all[from : from+sort.Search(len(all)-from, func(i int) bool { return before(from+i, c+1) })]
}

// oncePerCitation calls f for what was looked up until it reports true for a citation: a note that five claims cite is one note.
func (p *pass) oncePerCitation(f func(x *answered) bool) {
	type key struct{ a, k int }
	done := map[key]bool{}
	p.eachAnswer(func(x *answered) {
		if at := (key{x.a, x.k}); !done[at] {
			done[at] = f(x)
		}
	})
}

// cited names a citation as a person would: "Libya Herald of 14 May 2018"; one without a name by the host of its address.
func (x *answered) cited() string {
	who := name(x.cit)
	if u, err := url.Parse(x.cit.URL); err == nil && x.cit.Outlet == nil && x.cit.Named == "" && u.Host != "" {
		who = u.Hostname()
	}
	if dated(x.cit.Date) {
		return who + " of " + say(x.cit.Date)
	}
	return who
}

// read reports whether a page was found and could be read.
func (x *answered) read() bool {
	switch x.ev.Verdict {
	case support.Supported, support.Partly, support.OtherLanguage, support.Differs, support.Unrelated:
		return x.ev.Page != ""
	}
	return false
}

// sayISO is an ISO day in words, as it stands where it is none.
func sayISO(iso string) string {
	d, err := dates.ParseISO(iso)
	if err != nil || iso == "" {
		return iso
	}
	return say(&d)
}

func sayTime(t time.Time) string { return t.UTC().Format("2 January 2006") }

// sayDays joins days, each year said once: "3 May and 9 May 2018".
func sayDays(ts []time.Time) string {
	var parts []string
	for i, t := range ts {
		form := "2 January 2006"
		if i+1 < len(ts) && ts[i+1].UTC().Year() == t.UTC().Year() {
			form = "2 January"
		}
		parts = append(parts, t.UTC().Format(form))
	}
	return list(parts)
}

// sinceSaid is a distance from the cited day in words: "2 days after", "on the day itself".
func sinceSaid(days int) string {
	switch {
	case days == 0:
		return "on the cited day"
	case days < 0:
		return counted(-days, "day") + " before the cited day"
	}
	return counted(days, "day") + " after the cited day"
}

// sinceCited is how many days after the cited day a time is; ok is false where no day is cited.
func (x *answered) sinceCited(t time.Time) (days int, ok bool) {
	if !dated(x.cit.Date) || x.cit.Date.Precision != dates.Day || t.IsZero() {
		return 0, false
	}
	day, ok := x.cit.Date.First()
	return int(t.UTC().Truncate(24*time.Hour).Sub(day).Hours() / 24), ok
}

// brief is a text on one line, cut behind n bytes at the end of a word.
func brief(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= n {
		return s
	}
	if i := strings.LastIndexByte(s[:n+1], ' '); i > 0 {
		return s[:i] + " …"
	}
	return strings.ToValidUTF8(s[:n], "") + "…"
}
