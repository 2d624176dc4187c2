package rules

import (
	"fmt"
	"strings"
	"time"

	"example.org/verify/citations/dates"
	"example.org/verify/fetch/support"
	"example.org/verify/score"
)

// evidenceText is the article that the examples of evidence.* share.
const evidenceText = "Ferry Attacked\n\nGunmen killed twelve passengers of the ferry, and the mayor spoke of “a black day for the whole of the coast” (Libya Herald, May 7; Libya Observer, May 8). Unions protested (Reuters, May 10; AFP, May 10)."

var evidenceNotFound = Rule{
	ID:       "evidence.not-found",
	Severity: score.Suggestion,
	Title:    "The cited page was sought and not found",
	Doc: `The citation gives no address that shows a page, and neither the outlet's own archive of the day nor an archive has one that fits the claim. That nothing was found does not
say that there was nothing. Once for a citation.`,
	Why:      "What a checker cannot find the reader will not find either; often it is the day or the outlet that is not right.",
	Example:  evidenceText,
	NearMiss: evidenceText,
	Seen:     "no page of Libya Herald of 7 May 2018 fits the claim",
	NearSeen: "the archive did not answer, so nothing is known",
	Cure:     "Look whether outlet and day are right, and ask the author for the address.",
	Source:   "IFCN Code of Principles, on the transparency of sources",
	run: func(p *pass) {
		p.oncePerCitation(func(x *answered) bool {
			if x.ev.Verdict != support.NotFound {
				return false
			}
			p.report(x.at(), x.cit.Span, "no page of "+x.cited()+" that fits was found"+x.asked(), "look whether outlet and day are right, and ask for the address")
			return true
		})
	},
}

// asked lists who could say whether there is such a page.
func (x *answered) asked() string {
	var names []string
	for _, r := range x.ev.Resolvers {
		if r.Answered && r.Why != "" {
			names = append(names, r.Name)
		}
	}
	if names == nil {
		return ""
	}
	return "; asked: " + list(names)
}

var evidenceDateDiffers = Rule{
	ID:       "evidence.date-differs",
	Severity: score.Warning,
	Title:    "The page bears another day than the citation",
	Doc: `The page that was read says of itself that it is of another day, month or year than the one cited. One day more or less is allowed, for time zones; a date that is
only that of the last change, or stands somewhere in the text, does not count. Silent where note.date-conflict says the same.`,
	Why:      "The day is what a reader finds the source by, and what the order of events hangs on.",
	Example:  evidenceText,
	NearMiss: evidenceText,
	Seen:     "the page of Libya Herald is of 17 May 2018, as its metadata says",
	NearSeen: "the page of Libya Herald is of 8 May 2018, one day later",
	Cure:     "Print the day that the page bears, or give the page that is meant.",
	Source:   "ICD 206 (Sourcing Requirements for Disseminated Analytic Products), on the date of publication in a citation",
	run: func(p *pass) {
		said := p.conflicts()
		p.oncePerCitation(func(x *answered) bool {
			d := &x.ev.Checks.Date
			if d.State != support.Contrary || !x.read() || said[[2]int{x.a, x.cit.Note}] {
				return false
			}
			f := p.report(x.at(), p.dateSpan(x.art, x.cit), fmt.Sprintf("the page that was read for %s is of %s%s%s", x.cited(), sayISO(d.Page), away(d.Days), byWhat[x.ev.DayFrom]),
				"look at the page, and print its day")
			guessed(f, guess(x.art) && x.cit.Date != nil && x.cit.Date.Year == dates.YearInferred)
			return true
		})
	},
}

// conflicts are the notes, by article, of which note.date-conflict has said already that their date is not that of their address.
func (p *pass) conflicts() map[[2]int]bool {
	said := map[[2]int]bool{}
	for i := range p.out {
		if f := &p.out[i]; f.Rule == noteDateConflict.ID {
			said[[2]int{f.Article, f.Note}] = true
		}
	}
	return said
}

func away(days int) string {
	switch {
	case days == 0:
		return ""
	case days < 0:
		return ", " + counted(-days, "day") + " before"
	}
	return ", " + counted(days, "day") + " after"
}

// byWhat says what a page's day was read from.
var byWhat = map[string]string{"url": ", by its address", "json-ld": ", by its data for search engines", "meta": ", by its metadata", "time": ", by its time stamp", "text": ", by its text"}

var evidenceQuoteDiffers = Rule{
	ID:       "evidence.quote-differs",
	Severity: score.Warning,
	Title:    "The page has the quotation in other words",
	Doc: `The claim quotes, and the page that was read has the passage with other words. Quotation marks, dashes and ellipses are no difference, and a page in another language is not
compared. Where another source of the claim has the quotation word by word, it is a suggestion that says so.`,
	Why:      "What stands between quotation marks was said so, word by word.",
	Example:  evidenceText,
	NearMiss: evidenceText,
	Seen:     "the page of Libya Herald has “a black day for the whole of the region”",
	NearSeen: "the page of Libya Herald does not have the passage at all",
	Cure:     "Print the words of the page, or take the quotation marks away.",
	Source:   "Reuters Handbook of Journalism: “Quotes are sacrosanct”; AP Stylebook, on quotations",
	run: func(p *pass) {
		p.eachAnswer(func(x *answered) {
			for _, q := range x.ev.Checks.Quotations {
				if q.Page != "" && (q.State == support.Contrary || q.State == support.Near) {
					f := p.report(x.at(), x.claimed(), fmt.Sprintf("the claim quotes %s, the page of %s has %s", quoted(brief(strings.TrimRight(q.Text, ",;. "), 160)), x.cited(), quoted(brief(q.Page, 160))),
						"print the words of the page, or take the quotation marks away")
					p.otherwise(f, x, func(c *support.Checks) bool { return quotes(c, q.Text) })
				}
			}
		})
	},
}

func quotes(c *support.Checks, text string) bool {
	for _, q := range c.Quotations {
		if q.Text == text && q.State == support.Found {
			return true
		}
	}
	return false
}

var evidenceNumberDiffers = Rule{
	ID:       "evidence.number-differs",
	Severity: score.Warning,
	Title:    "The page has another figure",
	Doc: `The claim has a quantity with its noun, the page that was read has the same noun with another value, and the claim's value stands nowhere on the page. Values are compared, not
letters ("1,240", "two dozen"), and what is bounded ("at least", "some") has room. Where another source of the claim has its figure, it is a suggestion that says so.`,
	Why:      "A figure is copied on from text to text; the one that is wrong too.",
	Example:  evidenceText,
	NearMiss: evidenceText,
	Seen:     "the page of Libya Herald has “fourteen passengers”",
	NearSeen: "the page of Libya Herald has “12 passengers”",
	Cure:     "Print the figure of the page, or name the source that has the other.",
	Source:   "BBC Editorial Guidelines, section 3, Accuracy",
	run: func(p *pass) {
		p.eachAnswer(func(x *answered) {
			for _, g := range x.ev.Checks.Figures {
				if g.State == support.Contrary {
					f := p.report(x.at(), x.claimed(), fmt.Sprintf("the claim has %s, the page of %s has %s", quoted(brief(g.Text, 100)), x.cited(), quoted(brief(g.Page, 100))),
						"print the figure of the page, or name the source that has the other")
					p.otherwise(f, x, func(c *support.Checks) bool { return hasFigure(c, g.Text) })
				}
			}
		})
	},
}

func hasFigure(c *support.Checks, text string) bool {
	for _, g := range c.Figures {
		if g.Text == text && (g.State == support.Found || g.State == support.Near) {
			return true
		}
	}
	return false
}

// otherwise lowers a finding where another source of the claim has what this one has differently, and says which.
func (p *pass) otherwise(f *score.Finding, x *answered, has func(*support.Checks) bool) {
	of := p.ofClaim(x.a, x.c)
	for i := range of {
		if y := p.answer(&of[i]); y.k != x.k && has(&y.ev.Checks) {
			f.Message += "; the page of " + y.cited() + " has it as the claim does"
			lowered(f, score.Suggestion)
			return
		}
	}
}

var evidenceCorrected = Rule{
	ID:       "evidence.corrected",
	Severity: score.Warning,
	Title:    "The page was corrected, or changed after the cited day",
	Doc: `The page that was read carries a notice of correction. Where it carries none and says that it was last changed two days after the cited day or later, this is a suggestion: most such
changes are of no weight. Once for a page.`,
	Why:      "What the claim was taken from may be what was corrected.",
	Example:  evidenceText,
	NearMiss: evidenceText,
	Seen:     "the page of Libya Herald says “Correction: an earlier version misstated the number of passengers”",
	NearSeen: "the page of Libya Herald was last changed on 8 May 2018, and has no notice",
	Cure:     "Read the notice, and look whether the claim still stands.",
	Source:   "IFCN Code of Principles, on corrections; SPJ Code of Ethics: “Acknowledge mistakes and correct them promptly and prominently”",
	run: func(p *pass) {
		said := map[string]bool{} // by article and page
		p.oncePerCitation(func(x *answered) bool {
			page := fmt.Sprint(x.a, x.ev.Page)
			if !x.read() || said[page] {
				return false
			}
			if x.ev.Correction != "" {
				said[page] = true
				p.report(x.at(), x.cit.Span, "the page of "+x.cited()+" carries a correction: "+quoted(brief(strings.TrimRight(x.ev.Correction, ". "), 240)), "read the notice, and look whether the claim still stands")
				return true
			}
			days, ok := x.changed()
			if ok {
				said[page] = true
				f := p.report(x.at(), x.cit.Span, fmt.Sprintf("the page of %s was last changed on %s, %s", x.cited(), sayISO(x.ev.Changed), sinceSaid(days)), "look whether the claim still stands there")
				lowered(f, score.Suggestion)
			}
			return ok
		})
	},
}

// changed is how many days after the cited day the page says that it was changed; ok is false for less than two.
func (x *answered) changed() (days int, ok bool) {
	day, _, _ := strings.Cut(x.ev.Changed, "T")
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0, false
	}
	days, ok = x.sinceCited(t)
	return days, ok && days >= 2
}
