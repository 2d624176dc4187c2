package html

import (
	"strconv"

	"example.org/verify/citations"
	"example.org/verify/score"
)

// level is how a claim is supported, as the page shows it: never by colour alone, always by a shape, a letter and words.
type level struct {
	Class string // of the style sheet; it gives shape, line and colour
	Mark  string // the letter where no grade is given; "" for the number of origins
	Words string
	What  string // the meaning in a sentence, for the legend
}

// The levels, from the best supported to the least. The order is that of the pictures and of the legend.
var levels = [...]level{
	{"w1", "", "read in two sources", "Two origins or more, and the pages of two were read and found to carry the claim."},
	{"w2", "", "two origins or more", "Two sources or more between which no tie is known. Not all of their pages were read."},
	{"w3", "", "one origin", "One source, or several that are one: the same outlet, owner, agency, address or text."},
	{"w4", "w", "no standing source", "A source is named, but it is the publication itself, was not found, is gone, or is dated before the event."},
	{"w5", "✕", "contradicted", "The page of a source gives another figure or quotation. A person should look at the two side by side."},
	{"w6", "c", "perhaps covered", "No source of its own; the next one in the paragraph may be meant for it too. A bracket, not a certainty."},
	{"w7", "0", "no source", "A sentence that can be checked, and nothing is given for it."},
}

// The indices of levels.
const (
	readTwice = iota
	twoOrigins
	oneOrigin
	fallen
	contradicted
	covered
	unsourced
)

// levelOf says how a claim is supported, as an index into levels. It follows the digit of the Admiralty code.
func levelOf(c *citations.Claim, s *score.Claim) int {
	switch {
	case s.Differs > 0:
		return contradicted
	case s.Credibility == 1:
		return readTwice
	case s.Corroboration >= 2:
		return twoOrigins
	case s.Corroboration == 1:
		return oneOrigin
	case s.Citations > 0:
		return fallen
	case len(c.CoveredBy) > 0:
		return covered
	}
	return unsourced
}

// markOf is what stands in a claim's badge: its grade, else the number of its standing origins, else the level's letter.
func markOf(n int, s *score.Claim) string {
	switch {
	case s.Grade != "":
		return visible(s.Grade)
	case levels[n].Mark != "":
		return levels[n].Mark
	}
	return strconv.Itoa(s.Corroboration)
}

// weakness orders levels for lists that begin with what an editor should see first.
var weakness = [...]int{contradicted: 6, unsourced: 5, fallen: 4, covered: 3, oneOrigin: 2, twoOrigins: 1, readTwice: 0}
