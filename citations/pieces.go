package citations

import (
	"strings"

	"example.org/verify/citations/text"
)

// Where no line names an author, other things part the pieces of a document: who posted them and when, rules, numbers. And where one list of notes serves them all,
// they are one.

// datesLead reports whether the lines that say who posted a piece and when stand above it: the first of two or more does.
func (p *parser) datesLead(looks []look) bool {
	n := 0
	for i := range looks {
		switch l := &looks[i]; {
		case l.by && l.isDated() && i+1 < len(looks) && looks[i+1].head && (i == 0 || !p.plainTitle(looks, i-1)):
			n++
		case n == 0 && (l.groups || l.last && !l.page.sure() && len(p.block(i)) > 120):
			return false
		}
	}
	return n >= 2
}

// ruled are the heads of a bulletin whose pieces rules part: below each of two or more stands a head with its text, but for the last, which may stand above the foot of
// the page.
func (p *parser) ruled(looks []look, end int) map[int]bool {
	out := map[int]bool{}
	rules := 0
	for i := 1; i+1 < end; i++ {
		if p.marked(i) {
			return nil
		}
		if !isRule(p.block(i)) {
			continue
		}
		rules++
		l := &looks[i+1]
		if !l.head || l.caption || l.notes || l.isDated() || l.entry != "" || p.asideOfTitle(looks, i+1) || len(words(p.block(i+1))) < 2 || !p.proseFollows(looks, i+1) {
			return nil
		}
		if !p.pieceBelow(looks, i+1, end) {
			break
		}
		out[i+1] = true
	}
	if rules < 2 {
		return nil
	}
	return out
}

// pieceBelow reports whether a paragraph of text stands below head i and above the next rule.
func (p *parser) pieceBelow(looks []look, i, end int) bool {
	const shortest = 120 // bytes
	for i++; i < end && !isRule(p.block(i)); i++ {
		if l := &looks[i]; l.page == noFurniture && l.last && len(p.block(i)) >= shortest {
			return true
		}
	}
	return false
}

// numberedHeads are the heads of a newsletter that numbers its pieces below its name and day, where no line names an author: "1. PANAMA: PORT WORKERS WALK OUT". Half of
// them or more must speak as titles do, with a colon or a question, which the sections of a report do not.
func (p *parser) numberedHeads(looks []look, end int) map[int]bool {
	out := map[int]bool{}
	spoken, dated, named := 0, -1, -1
	for i := range end {
		l := &looks[i]
		s := p.block(i)
		switch n := labelNumber(l.entry); {
		case len(out) == 0 && i < pageTop && (l.isDated() && dayPrecise(l.dated) || p.namesIssue(s)):
			dated = max(dated, i)
		case len(l.names) > 0 && (l.by || len(out) == 0), l.notes:
			return nil
		case !l.head || n == 0 || l.caption || !strings.HasPrefix(s, l.entry) && p.t.Blocks[i].Kind != text.Heading:
			if len(out) == 0 && p.plainTitle(looks, i) {
				named = i
			}
		case n != len(out)+1 || i+1 == end || len(words(s)) < 3:
		default:
			out[i] = true
			if strings.Contains(s, ": ") || strings.HasSuffix(s, "?") {
				spoken++
			}
		}
	}
	if len(out) < 2 || 2*spoken < len(out) || dated < 0 || named > dated {
		return nil
	}
	return out
}

// postEnds reports whether a post ends right above head i: with the line that says who posted it, and perhaps its tags and comments.
func (p *parser) postEnds(looks []look, i int) bool {
	if looks[i].caption || i < 3 || !p.proseFollows(looks, i) {
		return false
	}
	for k := i - 1; k > 0 && looks[k].page != noFurniture; k-- {
		if looks[k].page == smallPrint && postedOpenings.opens(p.block(k)) {
			return true
		}
	}
	return false
}

// oneNumbering makes one article again of what only looked like several: heads that seem to begin pieces of their own, where the notes of all stand at the end and
// are numbered through, so that the first of them are referred to above the last piece, and the last piece refers to none of these.
func (p *parser) oneNumbering(looks []look, starts []outline) []outline {
	if len(starts) < 2 {
		return starts
	}
	notes := -1
	for i := starts[0].first; i < len(looks); i++ {
		p.look()
		if !looks[i].notes || !p.entriesFollow(looks, i, len(looks)) {
			continue
		}
		if notes >= 0 || i < starts[len(starts)-1].first || i+1 == len(looks) || labelNumber(looks[i+1].entry) != 1 {
			return starts // a piece has notes of its own
		}
		notes = i
	}
	if notes < 0 {
		return starts
	}
	begin := func(i int) int { return p.t.Blocks[i].Range.Start }
	last := begin(starts[len(starts)-1].first)
	if p.markersTo(Range{Start: last, End: begin(notes)}, 1) || !p.markersTo(Range{Start: begin(starts[0].first), End: last}, 2) {
		return starts
	}
	return starts[:1]
}
