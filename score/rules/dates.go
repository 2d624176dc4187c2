package rules

import (
	"fmt"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/score"
)

var dateImpossible = Rule{
	ID:       "date.impossible",
	Severity: score.Error,
	Title:    "There is no such day, or it was another day of the week",
	Doc:      "A citation prints a day that the month does not have, also as the day on which a page was looked at, or a weekday that the date was not; so does the text, with the year.",
	Why:      "The item cannot be found under a date that never was.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, April 31). They agreed on a line (Reuters, May 4).",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, April 30). They agreed on a line (Reuters, May 4).",
	Cure:     "Look the item up and print its day.",
	Source:   "Reuters Handbook of Journalism, on accuracy",
	run: func(p *pass) {
		p.defects(citations.BadDay, func(d *citations.Defect) {
			p.report(place(d), d.Span, "there is no such day: "+quoted(d.Detail), "look the item up and print its day")
		})
		p.defects(citations.BadWeekday, func(d *citations.Defect) {
			if d.Citation < 0 {
				printed, _ := dates.ParseISO(d.Detail)
				day, _ := printed.First()
				p.report(place(d), d.Span, fmt.Sprintf("%s was a %s", sayYmd(printed.From), day.Weekday()), "check day and weekday")
				return
			}
			c := p.citation(d)
			day, ok := c.Date.First()
			if !ok {
				return
			}
			f := p.report(place(d), d.Span, fmt.Sprintf("%s was a %s", sayYmd(c.Date.From), day.Weekday()), "check day and weekday")
			guessed(f, guess(&p.doc.Articles[d.Article]) && c.Date.Year == dates.YearInferred)
		})
	},
}

var dateFuture = Rule{
	ID:       "date.future",
	Severity: score.Error,
	Title:    "A source is dated after the publication",
	Doc: `The earliest day that the citation's date can mean lies more than two days after the publication date (two days for time zones, and for issues that
are dated before they go out). Magazines, journals and books are dated ahead: they have two months, or the year. A warning where the publication date is a guess; a suggestion
within the two days.`,
	Why:      "Nobody can have read it. Mostly it is the year before, or the wrong month.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, June 3, 2018). They agreed on a line (Reuters, May 4).",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, June 3, 2017). They agreed on a line (Reuters, May 4).",
	Cure:     "Look the item up; the suggestion has the same day a year earlier.",
	Source:   "Reuters Handbook of Journalism, on accuracy",
	run:      func(p *pass) { p.eachCitation(p.future) },
}

// slack are the days after publication on which a source may still be dated.
const slack = 2

func (p *pass) future(a, k int, art *citations.Article, c *citations.Citation) {
	if !dated(c.Date) || c.Date.Year != dates.YearStated || c.Kind == citations.FromNote && !given(art, c) {
		return
	}
	limit, ok := art.Published.Last()
	first, known := c.Date.First()
	near := !first.After(limit.AddDate(0, 0, slack+ahead(art, c)))
	if !ok || !known || !first.After(limit) || near && (periodical(art, c) || guess(art) || limit.IsZero()) {
		return
	}
	f := p.report(onCitation(a, k).inNoteOf(c), p.dateSpan(art, c), fmt.Sprintf("dated %s, after the %s's own date, %s", say(c.Date), p.piece(), say(&art.Published)), earlier(c.Date, &art.Published))
	guessed(f, guess(art))
	if near {
		f.Severity, f.Suggestion = score.Suggestion, "check the day"
	}
}

// piece is what the document is called in a message: an issue of several articles, or an article.
func (p *pass) piece() string {
	if len(p.doc.Articles) > 1 {
		return "issue"
	}
	return "article"
}

// ahead is how many days before its date a source may have come out.
func ahead(art *citations.Article, c *citations.Citation) int {
	if c.Date.Precision == dates.Day || c.Date.Precision == dates.Range && c.Date.From.D > 0 || !periodical(art, c) {
		return 0
	}
	return 62
}

// periodical reports whether a source is of a kind that is dated before it comes out.
func periodical(art *citations.Article, c *citations.Citation) bool {
	if c.Outlet != nil && c.Outlet.Entry != nil && (c.Outlet.Entry.Kind == "magazine" || c.Outlet.Entry.Kind == "journal") {
		return true
	}
	return c.Note >= 0 && (art.Notes[c.Note].Kind == citations.NoteArticle || art.Notes[c.Note].Kind == citations.NoteBook)
}

// earlier is the latest year in which a date was not after the publication: "October 2017".
func earlier(d, published *dates.Date) string {
	e := *d
	last, _ := published.Last()
	for e.From.Y > 0 {
		e.From.Y--
		e.To.Y = max(0, e.To.Y-1)
		if first, ok := e.First(); !ok || !first.After(last) {
			break
		}
	}
	if e.Impossible || e.Precision == dates.Season {
		return "check the year"
	}
	return say(&e)
}

var dateMissing = Rule{
	ID:       "date.missing",
	Severity: score.Suggestion,
	Title:    "A citation has no date",
	Doc: `A source in a bracket or a note stands without any date, where three in four of the article's have one. Attributions, links, interviews, laws, ibid. and what says
"n.d." need none.`,
	Why:      "An outlet without a day is a library without a shelf mark.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, May 3). They agreed on a line (Reuters, May 4). The port opens soon (Libya Observer, May 5; Libya Herald).",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald). They agreed on a line (Reuters). The port opens soon (Libya Observer).",
	Cure:     "Print the day of the item, or n.d. if it bears none.",
	Source:   "The Chicago Manual of Style, on newspapers and “n.d.”",
	run: func(p *pass) {
		p.eachArticle(func(a int, art *citations.Article) {
			dateless, all := p.dateless(art)
			if len(dateless)*4 > all {
				return
			}
			for _, k := range dateless {
				c := &art.Citations[k]
				p.report(onCitation(a, k).inNoteOf(c), c.Span, name(c)+" has no date", "print the day of the item, or n.d.")
			}
		})
	},
}

// dateless lists the citations of an article that should have a date and have none, and counts those that should.
func (p *pass) dateless(art *citations.Article) (without []int, all int) {
	for k := range art.Citations {
		c := &art.Citations[k]
		if !given(art, c) || c.Role == citations.Via || !wantsDate(art, c) {
			continue
		}
		all++
		if c.Date == nil {
			without = append(without, k)
		}
	}
	return without, all
}

func wantsDate(art *citations.Article, c *citations.Citation) bool {
	if c.Kind == citations.Inline {
		return c.Outlet != nil && c.URL == ""
	}
	switch art.Notes[c.Note].Kind {
	case citations.NoteNews, citations.NoteReport, citations.NoteArticle, citations.NoteBook:
		return len(art.Notes[c.Note].URLs) == 0
	}
	return false
}
