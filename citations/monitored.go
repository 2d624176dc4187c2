package citations

import "strings"

// monitored cuts from a head in what language and at what hour a station was heard, as services that monitor broadcasts print it, and the place of the station
// with it: "SUNA news agency, Khartoum, in English 1615 gmt".
func (p *parser) monitored(head Range) Range {
	s := p.clean[head.Start:head.End]
	k := strings.LastIndex(s, " in ")
	if k <= 0 || !heardAt(s[k+len(" in "):]) {
		return head
	}
	s = strings.TrimRight(s[:k], ", ")
	if name, place, ok := strings.Cut(s, ", "); ok && p.isPlaces(place) {
		s = name
	}
	for _, kind := range [...]string{" news agency", " agency"} {
		if name, ok := strings.CutSuffix(s, kind); ok && p.knownName(name) && !p.knownName(s) {
			s = name
		}
	}
	if s == "" {
		return head
	}
	return Range{Start: head.Start, End: head.Start + len(s)}
}

// heardAt reports whether s is a language and an hour: "English 1615 gmt", "Persian, 0817 GMT".
func heardAt(s string) bool {
	ws := words(s)
	if len(ws) < 2 || len(ws) > 4 || !capitalised(ws[0]) {
		return false
	}
	for _, w := range ws[1:] {
		if len(w) == len("1615") && isNumber(w) {
			return true
		}
	}
	return false
}
