package citations

import "strings"

// Scholars cite each other by name and year, and some bear the name of a paper: "Post and Herald (1998) speak of …", "as Times (2010) shows". A body with a year, "FAO (2005)
// reports", is named all the same.

// namesAuthor reports whether the name at r is an author's with the year of a work.
func (p *parser) namesAuthor(r Range, limit int) bool {
	if !p.yearBehind(r.End, limit) {
		return false
	}
	before, name := lastField(strings.TrimRight(p.clean[p.backTo(r.Start, 16):r.Start], " \u00A0\n")), p.clean[r.Start:r.End]
	return !articleWords.has(strings.ToLower(before)) && strings.IndexByte(name, ' ') < 0 && pressWords.has(strings.ToLower(name))
}

// yearBehind reports whether a bracket with a year alone, or with a page, stands behind byte end: "(1998)", "(2009: 14–19)", "(2015, box 3)".
func (p *parser) yearBehind(end, limit int) bool {
	at := skipBlanks(p.clean, end, limit)
	const year = 4
	if at == end || at+year+1 >= limit || p.clean[at] != '(' || !isNumber(p.clean[at+1:at+1+year]) || p.clean[at+1] != '1' && p.clean[at+1] != '2' {
		return false
	}
	next := at + 1 + year
	if p.clean[next] >= 'a' && p.clean[next] <= 'e' {
		next++
	}
	return next < limit && strings.IndexByte("),:;", p.clean[next]) >= 0
}
