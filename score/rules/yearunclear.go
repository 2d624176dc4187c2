package rules

import (
	"fmt"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/score"
)

var dateYearUnclear = Rule{
	ID:       "date.year-unclear",
	Severity: score.Warning,
	Title:    "A day without a year, and its surroundings speak for another year",
	Doc: `A day without a year is read as the last such day before publication. Here that day lies more than 180 days back, and a date printed with another year, in the same
sentence or in one of the two nearest citations of the paragraph, lies within 30 days of the same day. Both readings are named.`,
	Why:      "House style leaves the current year out; the reader takes the day for a recent one.",
	Example:  "A Governor on the Coast\n\nHassan Duale is said to be close to fifty (WardheerNews, September 10, 2014). He once ran the customs house of the port (Somali Current, September 6). The council is divided (Reuters, May 4).",
	NearMiss: "A Governor on the Coast\n\nHassan Duale is said to be close to fifty (WardheerNews, September 10, 2014). He once ran the customs house of the port (Somali Current, May 6). The council is divided (Reuters, May 4).",
	Cure:     "Print the year.",
	Source:   "AP Stylebook, on years",
	run:      func(p *pass) { p.eachArticle(p.unclearYears) },
}

const (
	farBack = 180 // days before publication from which on a day without a year is doubtful
	nearDay = 30  // days between the two dates if the year were the same
)

func (p *pass) unclearYears(a int, art *citations.Article) {
	published, ok := art.Published.Last()
	if !ok {
		return
	}
	for c := range art.Claims {
		claim := &art.Claims[c]
		for _, k := range claim.Citations {
			cit := &art.Citations[k]
			day, known := inferredDay(cit)
			if !known || int(published.Sub(day)/(24*time.Hour)) <= farBack {
				continue
			}
			if other, ok := p.otherYear(art, c, k, day); ok {
				f := p.report(onCitation(a, k).inClaim(c), cit.Span,
					fmt.Sprintf("without a year this is %s; %s beside it speaks for %d", say(cit.Date), other.Printed, other.From.Y), fmt.Sprintf("print the year: %d or %d", other.From.Y, day.Year()))
				guessed(f, guess(art))
			}
		}
	}
}

// inferredDay is the day of a citation whose year was inferred.
func inferredDay(c *citations.Citation) (time.Time, bool) {
	if c.Kind != citations.Inline || !dated(c.Date) || c.Date.Year != dates.YearInferred {
		return time.Time{}, false
	}
	return score.Day(c.Date)
}

// otherYear is a date near citation k of claim c that is printed with another year and falls near the same day of it. A date near by that fits the
// inferred year as well speaks against it.
func (p *pass) otherYear(art *citations.Article, c, k int, day time.Time) (dates.Date, bool) {
	around := p.explicitDays(art, c, k)
	found, ok := dates.Date{}, false
	for _, d := range around {
		if d.From.M == 0 {
			continue
		}
		if d.From.Y == day.Year() && apart(d.From, day) <= nearDay {
			return dates.Date{}, false
		}
		same := day.AddDate(d.From.Y-day.Year(), 0, 0)
		if !ok && d.From.Y < day.Year() && apart(d.From, same) <= nearDay {
			found, ok = d, true
		}
	}
	return found, ok
}

// apart is how many days lie between a date and a day; a month counts by its nearest day.
func apart(y dates.Ymd, day time.Time) int {
	d := y.D
	if d == 0 {
		d = 15
		if time.Month(y.M) == day.Month() && y.Y == day.Year() {
			return 0
		}
	}
	n := int(time.Date(y.Y, time.Month(y.M), d, 0, 0, 0, 0, time.UTC).Sub(day) / (24 * time.Hour))
	return max(n, -n)
}

// explicitDays are the dates with a printed year in the sentence of a claim and in the two nearest citations of its paragraph.
func (p *pass) explicitDays(art *citations.Article, c, k int) []dates.Date {
	var out []dates.Date
	claim := &art.Claims[c]
	for _, e := range p.days(claim.Sentence) {
		if e.Date.From.Y > 0 {
			out = append(out, e.Date)
		}
	}
	for _, n := range nearest(art, claim.Paragraph, k) {
		if d := art.Citations[n].Date; dated(d) && d.Year == dates.YearStated {
			out = append(out, *d)
		}
	}
	return out
}

// nearest are the citations in brackets of a paragraph that stand nearest to citation k, one on each side.
func nearest(art *citations.Article, paragraph, k int) []int {
	const reach = 8 // links and attributions may stand between
	r := art.Paragraphs[paragraph].Range
	var out []int
	for _, step := range [...]int{-1, 1} {
		for i, n := k+step, 0; i >= 0 && i < len(art.Citations) && n < reach; i, n = i+step, n+1 {
			c := &art.Citations[i]
			if !r.Contains(c.Range) {
				break
			}
			if c.Kind == citations.Inline && c.Date != nil {
				out = append(out, i)
				break
			}
		}
	}
	return out
}
