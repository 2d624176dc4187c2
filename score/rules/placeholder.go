package rules

import (
	"fmt"

	"example.org/verify/citations"
	"example.org/verify/score"
)

var citePlaceholder = Rule{
	ID:       "cite.placeholder",
	Severity: score.Warning,
	Title:    "A note to the author or the desk was left standing",
	Doc: `A mark between brackets asks for a source or doubts one ("[citation needed]", "[who?]", "[CHECK NAME]", "[dead link]"), or "TK" or "XX" keeps the place of a figure or a
source that is to come. A placeholder where a citation's date should be is raised as cite.malformed.`,
	Why:      "It was meant to be gone before anybody else reads the text, and what it asked for is still missing.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, May 3). The line carried 40,000 people last year.[citation needed] The port opens in June (Reuters, May 5).",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, May 3). The line carried 40,000 people [in 2017]. The port opens in June (Reuters, May 5).",
	Cure:     "Settle what it asks and take it out.",
	Source:   "Wikipedia: Citation needed; The Chicago Manual of Style, on marking a manuscript; “TK” is newspaper usage",
	run: func(p *pass) {
		p.defects(citations.Placeholder, func(d *citations.Defect) {
			p.report(place(d), d.Span, quoted(d.Detail)+" was left standing", "settle what it asks, and take it out")
		})
	},
}

var linkMissing = Rule{
	ID:       "link.missing",
	Severity: score.Suggestion,
	Title:    "The text says “here” and the link is gone",
	Doc: `The text sends its reader to a link ("Read the full report here", "available here") and has none: it was lost when the text was copied or set. Raised once for an
article, at the first such place, with how many there are. In a note the same is note.url-missing.`,
	Why:      "In print, in a text file and in a database the reader is sent nowhere, and what may have been the source cannot be looked up.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, May 3). Read the full agreement here. The port opens in June (Reuters, May 5).",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Herald, May 3). Read the full agreement here: https://www.example.org/agreement. The port opens in June (Reuters, May 5).",
	Cure:     "Print the address, or name what is meant and where it appeared.",
	Source:   "The Chicago Manual of Style, on links in printed texts",
	run: func(p *pass) {
		count := map[int]int{}
		p.defects(citations.LinkLost, func(d *citations.Defect) { count[d.Article]++ })
		p.defects(citations.LinkLost, func(d *citations.Defect) {
			n := count[d.Article]
			if delete(count, d.Article); n == 0 {
				return
			}
			message := quoted(d.Detail) + " has no address"
			switch {
			case n == 2:
				message += ", nor has one more place like it"
			case n > 2:
				message += fmt.Sprintf(", nor have %d more places like it", n-1)
			}
			p.report(place(d), d.Span, message, "print the address, or name what is meant")
		})
	},
}
