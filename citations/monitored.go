package citations

import (
	"strings"

	"example.org/verify/citations/dates"
)

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

// foreignLanguages are those whose months an article in another language prints as its source did: "Journal du Mali, 18 mars".
var foreignLanguages = [...]string{"fr", "es", "pt", "it", "de", "ro", "nl", "sv"}

// foreignDay reads such a day, where it ends an item behind the comma of a known outlet or of a name with a word of the press.
func (p *parser) foreignDay(s string, o dates.Options) []dates.Found {
	k := strings.LastIndexByte(s, ',')
	if k <= 0 {
		return nil
	}
	ws := words(s[k+1:])
	if len(ws) != 2 || !isNumber(strings.TrimSuffix(ws[0], ".")) || len(ws[0]) > 3 || !hasPressWord(words(s[:k])) && !p.knownName(s[:k]) {
		return nil
	}
	for _, o.Language = range foreignLanguages {
		if found := dates.List(s, o); len(found) == 1 && dayPrecise(&found[0].Date) {
			return found
		}
	}
	return nil
}
