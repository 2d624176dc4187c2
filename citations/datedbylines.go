package citations

import (
	"slices"
	"strings"
	"unicode"

	"example.org/verify/citations/dates"
)

// A line above a text says who wrote it and when: "By Nell Abara, October 3, 2018", "Mihai Dobre | The Harbour Post | 12 May 2023, 09:14 GMT", "Posted on May 12, 2023
// by Ana Popa in Ports". Its fields stand between commas, bars and brackets. It is read as a byline only if each of them is of a kind that such lines have, so that a
// title with a day ("Libya Update, May 12, 2023") and an entry of a list of sources stay what they are.

// longestDatedByline bounds such a line, in bytes.
const longestDatedByline = 160

// datedByline reads block i, whose text is s, as a line with authors and the day; false if it is none. Without a word for "by" it must stand below something: the
// first line of a document is sooner its title.
func (p *parser) datedByline(i int, s string, l *look) bool {
	s = strings.Trim(strings.TrimSpace(s), "*_")
	if len(s) > longestDatedByline || !numbered(s) {
		return false
	}
	found := dates.Find(s, p.dateOptions())
	k := fullest(found)
	if k < 0 || !dayPrecise(&found[k].Date) {
		return false
	}
	if names, ok := p.eastByline(withoutDates(s, found)); ok && len(names) > 0 {
		l.names, l.by = names, true
		l.setDate(found[k].Date)
		return true
	}
	var b bylineFields
	from := 0
	for _, f := range found {
		if !b.read(p, s[from:f.Start]) {
			return false
		}
		b.dated, from = true, f.End
	}
	if !b.read(p, s[from:]) || len(b.names) == 0 || len(b.names) > mostBylined || !b.by && !p.standsBelowTitle(i) {
		return false
	}
	l.names, l.by = b.names, b.by
	l.setDate(found[k].Date)
	return true
}

// withoutDates is a line with blanks for its dates.
func withoutDates(s string, found []dates.Found) string {
	var b strings.Builder
	from := 0
	for _, f := range found {
		b.WriteString(s[from:f.Start] + " ")
		from = f.End
	}
	return b.String() + s[from:]
}

// undatedByline reads s as a byline with more than names: with an address to write to, or the place where its author is, "Mihai Dobre in Bucharest".
func (p *parser) undatedByline(s string) (names []string, by bool) {
	s = strings.Trim(strings.TrimSpace(s), "*_")
	if name, place, ok := strings.Cut(s, " in "); ok && p.places(strings.TrimSpace(place)) {
		return p.bylineNames(name)
	}
	if !byWordSet.opens(s) || len(s) > longestDatedByline {
		return nil, false
	}
	var b bylineFields
	if !b.read(p, s) || len(b.names) > mostBylined {
		return nil, false
	}
	return b.names, true
}

// mostBylined is how many people a byline names at most.
const mostBylined = 6

// standsBelowTitle reports whether the block before block i is short enough to be a title or what stands below one.
func (p *parser) standsBelowTitle(i int) bool {
	return i > 0 && len(p.block(i-1)) < longestDeck
}

// bylineFields are what the fields of a byline read so far have said.
type bylineFields struct {
	names []string
	by    bool // a word for "by" stood before one
	dated bool // the day stands before what is read now
}

// fieldEnds part the fields of a byline. A hyphen does where blanks stand around it.
const fieldEnds = ",;|·•–—()/\n\t،؛、，"

// read takes in the fields of a stretch of a byline; false if one of them is none that bylines have.
func (b *bylineFields) read(p *parser, s string) bool {
	s = strings.ReplaceAll(s, " - ", " | ")
	for field := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(fieldEnds, r) }) {
		if field = strings.Trim(field, " \u00A0*_.:-–"); field != "" && !b.field(p, field) {
			return false
		}
	}
	return true
}

// field takes in one field.
func (b *bylineFields) field(p *parser, s string) bool {
	switch {
	case !strings.ContainsFunc(s, unicode.IsLetter), isTimeOfDay(s), isReadingTime(s), isMailAddress(s), commentCount(strings.ToLower(s)):
		return true
	case byWordSet.opens(withoutHour(s)):
		names, by := p.bylineNames(withoutJoint(withoutHour(s)))
		if by {
			b.names, b.by = append(b.names, names...), true
		}
		return by
	case b.besides(p, s):
		return true
	}
	if name, rest, ok := strings.Cut(s, " in "); ok && sectionName(rest) { // "Ana Popa in Bucharest"
		s = name
	}
	for _, part := range splitNames(s) {
		name, ok := personName(part, b.by && len(b.names) > 0)
		if !ok || !b.by && slices.ContainsFunc(words(part), isSeriesWord) {
			return false
		}
		b.names = append(b.names, name)
	}
	return true
}

// besides reports whether a field is what bylines have besides names: words that go with a day, a trade, a place, a known outlet, and behind name or day a section.
func (b *bylineFields) besides(p *parser, s string) bool {
	if other, _ := besideDate(s); other == 0 || p.besideNames(s) {
		return true
	}
	named := len(b.names) > 0
	if rest, ok := strings.CutPrefix(s, "in "); ok && (named || b.dated) {
		return sectionName(rest)
	}
	return named && (endsInRole(s) || hasPressWord(words(s)) || b.by && b.dated && sectionName(s))
}

// isSeriesWord reports whether a word names pieces that appear again and again: "Grain Update, 12 May 2023" has no author.
func isSeriesWord(w string) bool {
	f := foldWord(w)
	return seriesNouns.has(f) || digests.has(f)
}

// sectionName reports whether s may be the name of a section or a place: few words, with a capital.
func sectionName(s string) bool {
	const most = 3
	return capitalised(s) && len(words(s)) <= most
}

// isTimeOfDay reports whether s is an hour and hardly anything else: "9:14 a.m. EDT", "at 06.00 BST", "09:14 GMT+2".
func isTimeOfDay(s string) bool {
	for _, w := range words(s) {
		if f := foldWord(w); !isClock(f) && !dateJoints.has(f) {
			return false
		}
	}
	return numbered(s)
}

// withoutHour takes an hour off the head of a field: "at 9:14 am by Ana Popa", "à 9h14 par Ana Popa".
func withoutHour(s string) string {
	for !byWordSet.opens(s) {
		w, rest, ok := strings.Cut(s, " ")
		if f := foldWord(w); !ok || !isClock(f) && !dateJoints.has(f) {
			break
		}
		s = rest
	}
	return s
}

// isMailAddress reports whether s is an address to write to.
func isMailAddress(s string) bool {
	k := strings.IndexByte(s, '@')
	return k >= 0 && k+1 < len(s) && !strings.Contains(s, " ")
}
