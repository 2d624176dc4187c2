package rules

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/score"
)

var citeStyle = Rule{
	ID:       "cite.style",
	Severity: score.Suggestion,
	Title:    "A citation departs from the house style",
	Doc: `The desk has declared whether the year of publication is printed (current_year) and whether day or month comes first in numbers (date_order),
and a citation does otherwise. Where nothing is declared, a citation is raised that departs from what the document does everywhere else, in printing the year
or in whether day or month comes first: one of six, or no more than one in ten.`,
	Why:      "A year that is printed once and left out forty times makes the reader ask what is different about it.",
	Example:  "Ferry Talks\n\nThe ministers met (Libya Herald, May 3). They agreed (Libya Observer, May 4). The port opens soon (Reuters, May 5). Unions are against it (Reuters, May 6). The line is old (AFP, May 7). It began in spring (AP, March 11, 2018).",
	NearMiss: "Ferry Talks\n\nThe ministers met (Libya Herald, May 3). They agreed (Libya Observer, May 4). The port opens soon (Reuters, May 5). Unions are against it (Reuters, May 6). The line is old (AFP, May 7). It began in spring (AP, March 11, 2017).",
	Cure:     "Print the date as the house does.",
	Source:   "House rule; AP Stylebook, on months and years",
	run: func(p *pass) {
		p.currentYear()
		p.numericOrder()
		p.wordOrder()
	},
}

// currentYear holds the citations of the year of publication against the declared style, or against the document's habit.
func (p *pass) currentYear() {
	var printed, omitted []spot
	p.eachCitation(func(a, k int, art *citations.Article, c *citations.Citation) {
		if c.Kind != citations.Inline || !dated(c.Date) || c.Date.Precision != dates.Day || art.Published.From.Y != c.Date.From.Y {
			return
		}
		if c.Date.Year == dates.YearStated {
			printed = append(printed, spot{a, k})
		} else {
			omitted = append(omitted, spot{a, k})
		}
	})
	wrong, add := printed, false
	switch p.opt.CurrentYear {
	case "omit":
	case "print":
		wrong, add = omitted, true
	default:
		if wrong, add = printed, false; len(printed) > len(omitted) {
			wrong, add = omitted, true
		}
		if !departs(len(wrong), len(printed)+len(omitted)) {
			return
		}
	}
	for _, w := range wrong {
		p.yearStyle(w.a, w.k, add)
	}
}

// habit is the number of citations from which on a document has a style of its own that one of them can depart from.
const habit = 6

// departs reports whether so few of all citations differ that the others are a document's habit.
func departs(wrong, all int) bool { return all >= habit && wrong > 0 && wrong <= max(1, all/10) }

// spot is a citation by its article and its place in it.
type spot struct{ a, k int }

func (p *pass) yearStyle(a, k int, add bool) {
	art := &p.doc.Articles[a]
	c := &art.Citations[k]
	house := "the document leaves the year of publication out elsewhere"
	verb := "prints"
	cure := "print the day alone"
	if add {
		house, verb, cure = "the document prints the year of publication elsewhere", "leaves out", fmt.Sprintf("print the year, %d", c.Date.From.Y)
	}
	if p.opt.CurrentYear == "omit" || p.opt.CurrentYear == "print" {
		house = "the house style is to " + p.opt.CurrentYear + " it"
	}
	f := p.report(onCitation(a, k), c.Span, fmt.Sprintf("%s the year of publication, %d; %s", verb, c.Date.From.Y, house), cure)
	guessed(f, guess(art))
}

// wordOrder finds the citations of an English text that print the month before the day where all others print the day first, or the other way about.
func (p *pass) wordOrder() {
	var day, month []spot
	p.eachCitation(func(a, k int, art *citations.Article, c *citations.Citation) {
		if c.Kind != citations.Inline || art.Language != "en" || !dated(c.Date) || c.Date.Precision != dates.Day {
			return
		}
		first, rest, _ := strings.Cut(strings.TrimSpace(c.Date.Printed), " ")
		switch {
		case englishMonth(first):
			month = append(month, spot{a, k})
		case first != "" && first[0] >= '0' && first[0] <= '9' && englishMonth(rest):
			day = append(day, spot{a, k})
		}
	})
	wrong, does, habitual := month, "the month before the day", "the day first"
	if len(month) > len(day) {
		wrong, does, habitual = day, "the day before the month", "the month first"
	}
	if !departs(len(wrong), len(day)+len(month)) {
		return
	}
	for _, w := range wrong {
		c := &p.doc.Articles[w.a].Citations[w.k]
		p.report(onCitation(w.a, w.k), c.Span, "prints "+does+"; the document writes "+habitual+" elsewhere", "print "+habitual)
	}
}

// englishMonth reports whether s begins with an English month, whole or shortened.
func englishMonth(s string) bool {
	if len(s) < 3 {
		return false
	}
	low := strings.ToLower(s[:3])
	i := strings.Index("jan feb mar apr may jun jul aug sep oct nov dec", low)
	if i < 0 || i%4 != 0 {
		return false
	}
	rest := strings.ToLower(s[3:])
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(rest)
	}
	full := time.Month(i/4 + 1).String()[3:]
	return strings.HasPrefix(strings.ToLower(full), rest[:end]) || rest[:end] == "t" && low == "sep"
}

// numericOrder finds numeric dates that can only be read against the declared order.
func (p *pass) numericOrder() {
	if p.opt.DateOrder == dates.OrderUnknown {
		return
	}
	p.eachCitation(func(a, k int, art *citations.Article, c *citations.Citation) {
		if !dated(c.Date) || c.Date.Precision != dates.Day {
			return
		}
		x, y := leadingNumbers(c.Date.Printed)
		switch {
		case p.opt.DateOrder == dates.DMY && x >= 1 && x <= 12 && y > 12 && y <= 31:
			p.report(onCitation(a, k), p.dateSpan(art, c), "prints the month before the day; the house style is day first", fmt.Sprintf("%d/%d", y, x))
		case p.opt.DateOrder == dates.MDY && y >= 1 && y <= 12 && x > 12 && x <= 31:
			p.report(onCitation(a, k), p.dateSpan(art, c), "prints the day before the month; the house style is month first", fmt.Sprintf("%d/%d", y, x))
		}
	})
}

// leadingNumbers are the two numbers with which a date such as "25/3/2018" begins; 0 where it begins otherwise.
func leadingNumbers(s string) (x, y int) {
	i := 0
	read := func() (n int) {
		for ; i < len(s) && s[i] >= '0' && s[i] <= '9' && n < 100; i++ {
			n = n*10 + int(s[i]-'0')
		}
		return n
	}
	x = read()
	if i >= len(s) || s[i] != '/' && s[i] != '-' && s[i] != '.' {
		return 0, 0
	}
	i++
	y = read()
	return x, y
}
