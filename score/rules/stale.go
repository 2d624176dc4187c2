package rules

import (
	"fmt"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/score"
)

var dateStale = Rule{
	ID:       "date.stale",
	Severity: score.Suggestion,
	Title:    "A statement about the present rests on an old source",
	Doc: `The claim speaks of the present (currently, so far, still, now, at the moment; "recent … have done"), and its newest source is older than stale_days (183 where
nothing is set).`,
	Why:      "What was so a year ago need not be so today.",
	Example:  "Ferry Talks\n\nTripoli has so far resisted all calls to open the port (Libya Herald, June 21, 2017). Unions protested (Reuters, May 10).",
	NearMiss: "Ferry Talks\n\nTripoli had resisted all calls to open the port (Libya Herald, June 21, 2017). Unions protested (Reuters, May 10).",
	Cure:     "Find a newer source, or say as of when it was so.",
	Source:   "ICD 206 (Sourcing Requirements for Disseminated Analytic Products); Reuters Handbook of Journalism",
	run: func(p *pass) {
		p.eachClaim(func(a, c int, art *citations.Article, claim *citations.Claim) {
			k, age := p.newest(art, claim)
			if k < 0 || age <= p.staleDays() {
				return
			}
			cue := p.presentCue(a, claim)
			if cue == "" {
				return
			}
			cit := &art.Citations[k]
			f := p.report(onCitation(a, k).inClaim(c), cit.Span, fmt.Sprintf("%s speaks of the present; the newest source is of %s, %d days before publication", quoted(cue), say(cit.Date), age),
				"find a newer source, or say as of when it was so")
			guessed(f, guess(art))
		})
	},
}

func (p *pass) staleDays() int {
	if p.opt.StaleDays > 0 {
		return p.opt.StaleDays
	}
	return 183
}

// newest is the newest source of a claim and how many days it lies before publication; -1 where one bears no date.
func (p *pass) newest(art *citations.Article, claim *citations.Claim) (k, age int) {
	published, ok := art.Published.First()
	if !ok {
		return -1, 0
	}
	k = -1
	for _, i := range claim.Citations {
		c := &art.Citations[i]
		if !closing(c) || c.Role != citations.Source {
			continue
		}
		last, known := time.Time{}, false
		if dated(c.Date) && c.Date.Precision != dates.None {
			last, known = c.Date.Last()
		}
		if !known {
			return -1, 0
		}
		if days := int(published.Sub(last) / (24 * time.Hour)); k < 0 || days < age {
			k, age = i, days
		}
	}
	return k, age
}

// presentCue is the word of a claim that speaks of the present, "" if none does. A word of the past right beside it takes it back ("was still").
func (p *pass) presentCue(a int, claim *citations.Claim) string {
	if p.cues(a, claim.Range)&(cueNow|cueRecent) == 0 {
		return ""
	}
	w := p.words(&p.doc.Articles[a])
	ws := p.read.tokens(claim.Range)
	for i := range ws {
		if ws[i].quoting {
			continue
		}
		n := w.now.at(ws, i)
		if n == 0 {
			n = w.justNow(ws, i)
		}
		if n == 0 || w.past.among(ws, i-2, i) || w.past.among(ws, i+n, i+n+2) || i+n < len(ws) && defunct(p.doc.Text.Clean, ws, i, n) {
			continue
		}
		return p.doc.Text.Slice(citations.Range{Start: ws[i].Start, End: ws[i+n-1].End})
	}
	return ""
}

// justNow reports how many words at i say that something has happened of late: "recent events … have", "has recently".
func (w *words) justNow(ws []token, i int) int {
	const reach = 6
	n := w.recent.at(ws, i)
	if n == 0 {
		return 0
	}
	if w.perfect.at(ws, max(i-1, 0)) > 0 && i > 0 {
		return n
	}
	for j := i + 1; j < len(ws) && j <= i+reach && !ws[j].breaks; j++ {
		if w.perfect.at(ws, j) > 0 && i < 3 {
			return n
		}
	}
	return 0
}

// defunct reports whether a word of the present is tied to the next by a hyphen: "now-defunct".
func defunct(clean string, ws []token, i, n int) bool {
	return clean[ws[i+n-1].End] == '-' && ws[i+n].Start == ws[i+n-1].End+1
}
