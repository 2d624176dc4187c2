package rules

import (
	"sort"
	"strings"

	"example.org/verify/citations"
)

// The day of what a source is cited for may stand behind it: in the rest of its sentence ("… (La Provence, 7 janvier), lors de la réunion du 11 janvier"), or in a
// short next one that gives the day of a thing that the claim names ("… on a visit to Agadez (Aïr Info, 11 September). The visit took place on 14 September").

// trailing are the events of the rest of a claim's sentence, where that says during what it was and has no source of its own.
func (e *Events) trailing(art *citations.Article, c int) []event {
	claim := &art.Claims[c]
	w := wordsOf(art.Language)
	if len(w.during.whole) == 0 || claim.Range.End >= claim.Sentence.End {
		return nil
	}
	clean := e.doc.Text.Clean
	rest := citations.Range{Start: claim.Range.End, End: claim.Sentence.End}
	if k := strings.IndexAny(clean[rest.Start:rest.End], ")]"); k >= 0 {
		rest.Start += k + 1
	} else {
		return nil
	}
	if strings.ContainsAny(clean[rest.Start:rest.End], "()[]") || c+1 < len(art.Claims) && art.Claims[c+1].Sentence == claim.Sentence && art.Claims[c+1].Range.Start > claim.Range.Start && len(art.Claims[c+1].Citations) > 0 {
		return nil
	}
	ws := e.words.tokens(rest)
	if len(ws) == 0 || w.during.at(ws, 0) == 0 {
		return nil
	}
	var out []event
	found := daysIn(clean, rest, art.Language)
	for _, f := range found {
		if x, ok := eventOn(f, found, art); ok {
			out = append(out, x)
		}
	}
	return out
}

// dayGiven are the events of a short next sentence that says when a thing took place which the claim names.
func (e *Events) dayGiven(art *citations.Article, c int) []event {
	const longest = 14 // words
	claim := &art.Claims[c]
	w := wordsOf(art.Language)
	if len(w.tookPlace.whole)+len(w.tookPlace.stems) == 0 {
		return nil
	}
	ss := art.Paragraphs[claim.Paragraph].Sentences
	i := sort.Search(len(ss), func(i int) bool { return ss[i].Start >= claim.Sentence.End })
	if i == len(ss) {
		return nil
	}
	events := e.eventsIn(art, ss[i])
	if !anyMain(events) {
		return nil
	}
	ws := e.words.tokens(ss[i])
	if len(ws) > longest || len(ws) < 3 || !w.tookPlace.among(ws, 1, len(ws)) {
		return nil
	}
	if noun := subjectOf(ws, w); noun == "" || !mentions(e.words.tokens(claim.Range), []string{noun}) {
		return nil
	}
	return events
}

// subjectOf is the noun of four letters or more among the first three words of a sentence, before its verb.
func subjectOf(ws []token, w *words) string {
	const reach, shortest = 3, 5 // words, bytes
	noun := ""
	for i := 0; i < len(ws) && i < reach && w.tookPlace.at(ws, i) == 0; i++ {
		if len(ws[i].low) >= shortest {
			noun = ws[i].low
		}
	}
	return noun
}
