package rules

import (
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/score"
)

var citeMalformed = Rule{
	ID:       "cite.malformed",
	Severity: score.Warning,
	Title:    "The punctuation of a citation is missing or broken",
	Doc: `No comma stands before the date, a parenthesis is never closed, a separator stands where none belongs, a number is garbled, a month is
misspelt ("18 Agust 2018"), day and month cannot be told apart ("1/5"), or a template was not filled in ("date, 2018"). A house that prints no comma before the date is left alone: the rule looks at what the document does elsewhere.`,
	Why:      "A reader cannot tell outlet from date, and whoever looks the source up later, a person or a program, looks for the wrong thing.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, May 3). They agreed on a new line (Libya Observer May 4). The port opens in June (Reuters, May 5).",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, May 3). They agreed on a new line (Libya Observer, May 4). The port opens in June (Reuters, May 5).",
	Cure:     "Put the comma, close the parenthesis, take the stray sign out, or print the date that the template asks for.",
	Source:   "The Chicago Manual of Style, on parenthetical citations of newspapers",
	run: func(p *pass) {
		p.defects(citations.NoComma, func(d *citations.Defect) {
			c := p.citation(d)
			if commaInQuote(outletOf(c)) || commaBehind(c) {
				return
			}
			p.mend(d, "no comma between "+outletOf(c)+" and its date", "put a comma after "+outletOf(c))
		})
		p.defects(citations.Unbalanced, func(d *citations.Defect) {
			p.mend(d, "the parenthesis is never closed", "close it after the date")
		})
		p.defects(citations.Stray, func(d *citations.Defect) {
			what := "a separator stands where none belongs"
			if strings.ContainsAny(d.Detail, "()[]") {
				what = "a bracket has no partner"
			}
			p.mend(d, detailed(what, d), "take it out")
		})
		p.defects(citations.Template, func(d *citations.Defect) {
			p.mend(d, "a placeholder stands where the date should be: "+quoted(d.Detail), "print the date")
		})
		p.defects(citations.GarbledNumber, func(d *citations.Defect) {
			if day, other, ok := eitherDay(d.Detail); ok {
				p.mend(d, "day and month are unclear: "+quoted(d.Detail)+" is "+day+" or "+other, "print the month as a word")
				return
			}
			p.mend(d, "the number is garbled: "+quoted(d.Detail), "print the date in full")
		})
		p.defects(citations.MonthSlip, func(d *citations.Defect) {
			p.mend(d, quoted(p.doc.Text.Printed(d.Span))+" is no month", "perhaps "+d.Detail)
		})
		p.defects(citations.MixedScripts, func(d *citations.Defect) {
			p.mend(d, detailed("the name mixes letters of two scripts that look alike", d), "type it again in one script")
		})
		p.strayCommas()
	},
}

// eitherDay are the two days that figures without a year may mean, with the day and with the month first: "1/5"; false where there are no two.
func eitherDay(figures string) (day, other string, ok bool) {
	dmy, ok := dates.At(figures, 0, dates.Options{Order: dates.DMY, Named: true})
	mdy, also := dates.At(figures, 0, dates.Options{Order: dates.MDY, Named: true})
	if !ok || !also || dmy.End != len(figures) || mdy.End != len(figures) || dmy.Date.From == mdy.Date.From {
		return "", "", false
	}
	return say(&dmy.Date), say(&mdy.Date), true
}

func (p *pass) mend(d *citations.Defect, message, cure string) {
	f := p.report(place(d), d.Span, message, cure)
	f.Edit = d.Edit
}

// citation is the citation of a defect, nil if it has none.
func (p *pass) citation(d *citations.Defect) *citations.Citation {
	if d.Citation < 0 {
		return nil
	}
	return &p.doc.Articles[d.Article].Citations[d.Citation]
}

func outletOf(c *citations.Citation) string {
	if c == nil || c.Outlet == nil {
		return "the source"
	}
	return c.Outlet.Printed
}

// commaInQuote reports whether a name ends in a quotation that has taken the comma in, as American houses print it.
func commaInQuote(name string) bool {
	bare := strings.TrimRight(name, "\"”’'")
	return bare != name && strings.HasSuffix(bare, ",")
}

// commaBehind reports whether a comma stands right behind the outlet after all, before words that belong to the date.
func commaBehind(c *citations.Citation) bool {
	if c == nil || c.Outlet == nil {
		return false
	}
	_, rest, ok := strings.Cut(c.Raw, c.Outlet.Printed)
	return ok && strings.HasPrefix(strings.TrimLeft(rest, "*_</iuem>"), ",")
}

func detailed(what string, d *citations.Defect) string {
	if d.Detail == "" {
		return what
	}
	return what + ": " + d.Detail
}

func quoted(s string) string { return "“" + s + "”" }

// linkWords end a name that goes on: a comma behind one of them is a slip ("Twitter account of, al-Quds TV").
var linkWords = []string{" of", " by", " from", " de", " du", " des", " von", " der", " del", " della", " do", " da", " van"}

// strayCommas finds a comma in an outlet's name behind a word that wants another.
func (p *pass) strayCommas() {
	p.eachCitation(func(a, k int, _ *citations.Article, c *citations.Citation) {
		if c.Kind != citations.Inline || c.Outlet == nil {
			return
		}
		before, _, ok := strings.Cut(c.Raw, ",")
		if !ok {
			return
		}
		low := strings.ToLower(before)
		for _, w := range linkWords {
			if strings.HasSuffix(low, w) {
				at := c.Span.Start + len(before)
				f := p.report(onCitation(a, k), c.Span, "a stray comma after “"+strings.TrimSpace(w)+"”", "take the comma out")
				if p.doc.Text.Printed(citations.Span{Start: at, End: at + 1}) == "," {
					f.Edit = &citations.Edit{Span: citations.Span{Start: at, End: at + 1}}
				}
				return
			}
		}
	})
}
