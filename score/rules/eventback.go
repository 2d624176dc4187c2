package rules

import (
	"strings"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
)

// A claim may speak of the day that a sentence before it names: "That day the court rejected the suit", "Two days later the bridge fell".

// thatDay is the event of the last sentence of the paragraph that names a day, where a claim that names none points back to it.
func (e *Events) thatDay(art *citations.Article, claim *citations.Claim) []event {
	if !e.pointsToDay(art, claim.Range) || len(e.daysOf(art, claim.Range)) > 0 {
		return nil
	}
	return e.lastDay(art, claim)
}

// pointsToDay reports whether a claim tells of what happened on, or some time after, a day that was named before.
func (e *Events) pointsToDay(art *citations.Article, r citations.Range) bool {
	if east := easternLexicons[art.Language]; east != nil {
		s := e.doc.Text.Clean[r.Start:r.End]
		return anyOf(s, east.sameDay, strings.Contains) && east.happened(s, art.Language)
	}
	w := wordsOf(art.Language)
	ws := e.words.tokens(r)
	for i := range ws {
		if !ws[i].quoting && w.sameDay.at(ws, i) > 0 {
			return w.tellsPast(ws)
		}
	}
	return false
}

// lastDay is the event of the nearest sentence before a claim, in its paragraph, that names a day; nil where it names more than one, or none on which something
// happened.
func (e *Events) lastDay(art *citations.Article, claim *citations.Claim) []event {
	const reach = 4 // sentences
	par := art.Paragraphs[claim.Paragraph].Range
	for i, s := range before(art, claim) {
		if i == reach || !par.Contains(s) {
			return nil
		}
		if n := len(e.daysOf(art, s)); n == 0 {
			continue
		} else if n > 1 {
			return nil
		}
		x := e.eventsIn(art, s)
		if len(x) != 1 || x[0].aside {
			return nil
		}
		back := x[0]
		back.behind, back.within = true, claim.Range
		return []event{back}
	}
	return nil
}

// monthSlip finds the event of an earlier sentence that source k of claim c, which names no day, would be older than, and not if it were of the next month, while
// the sentence gives a source of after the event for what stands beside it: that is asked about.
func (e *Events) monthSlip(art *citations.Article, c, k int) (event, bool) {
	claim, source := &art.Claims[c], &art.Citations[k]
	last, known := source.Date.Last()
	if !known || source.Date.Precision != dates.Day || e.tellsOfBefore(art, claim.Range) {
		return event{}, false
	}
	found := e.lastDay(art, claim)
	if len(found) == 0 {
		return event{}, false
	}
	x := found[0]
	day, exact := x.forSource(art, source)
	if !exact || !last.Before(day) || day.Sub(last) > rangeOfDoubt*24*time.Hour || !e.besideLater(art, c, day) {
		return event{}, false
	}
	x.doubtful = true
	_, ok := x.nextMonth(art, source)
	return x, ok
}

// besideLater reports whether the sentence of claim c gives a source of a day or of the month behind it for the claim before or behind.
func (e *Events) besideLater(art *citations.Article, c int, day time.Time) bool {
	for i := max(0, c-1); i < min(len(art.Claims), c+2); i++ {
		if i == c || art.Claims[i].Sentence != art.Claims[c].Sentence {
			continue
		}
		for _, k := range art.Claims[i].Citations {
			if s := &art.Citations[k]; reports(art, s) && isDay(s.Date) {
				if last, ok := s.Date.Last(); ok && !last.Before(day) && last.Sub(day) <= rangeOfDoubt*24*time.Hour {
					return true
				}
			}
		}
	}
	return false
}
