package citations

import (
	"strings"

	"example.org/verify/citations/dates"
)

// Lists of references print their entries in the order of manuals of style: with the surname first and stops between the parts (MLA, Chicago, Vancouver), or with the
// year behind the author (Harvard, Chicago's author-date).

// imprint reads a book as the standard of the post-Soviet countries prints it (GOST 7.1-2003), a dash before its place, house and year: "Чабан В. А. Великий Луг. — Запоріжжя:
// Січ, 1999. — С. 12", and reports whether the source is printed so.
func (p *parser) imprint(n *Note, r Range, s string) bool {
	if n.Date == nil || n.Date.Precision != dates.Year {
		return false
	}
	for _, dash := range [...]string{". — ", ". – ", ". - "} {
		title, rest, ok := strings.Cut(s, dash)
		place, house, two := strings.Cut(rest, ": ")
		name, year, three := strings.Cut(house, ", ")
		if !ok || !two || !three || len(words(place)) > 3 || !capitalised(place) || !strings.HasPrefix(year, n.Date.Printed) {
			continue
		}
		at := surnameFirst(title)
		if at > 0 {
			n.Authors = []string{strings.TrimSpace(title[:at])}
		}
		t := trimRange(s, Range{Start: at, End: len(title)})
		n.Title, n.Publisher = strings.TrimLeft(s[t.Start:t.End], ". "), strings.Trim(name, "«»\"“” ")
		n.TitleSpan = p.t.Source(Range{Start: r.Start + t.Start, End: r.Start + t.End})
		return true
	}
	return false
}

// printedImprint reports whether a note, whose fields are read, has the imprint of a book by authors.
func printedImprint(n *Note, s string) bool {
	return len(n.Authors) > 0 && n.Publisher != "" && (strings.Contains(s, ". — ") || strings.Contains(s, ". – ")) && strings.Contains(s, ": "+n.Publisher+", ")
}

// surnameStops reads "Bell, Ann. Ports of Sand. Cambridge University Press, 2014." and "Bell, Ann, and Karl Braun. Ports of Sand. London: Hurst, 2014.", and reports whether
// the source is printed so.
func (p *parser) surnameStops(n *Note, r Range, s string) bool {
	if n.Date == nil || n.Date.Precision != dates.Year {
		return false
	}
	from := authorsStop(s)
	if from == 0 {
		return false
	}
	authors := p.noteAuthors(s[:from])
	stop := strings.Index(s[from:], ". ")
	if len(authors) == 0 || stop <= 0 || !capitalised(s[from:]) || p.dateLike(s[from:from+stop]) {
		return false
	}
	t := Range{Start: from, End: from + stop}
	house := p.publisherIn(s[t.End+len(". "):])
	if house == "" {
		return false
	}
	n.Authors, n.Title, n.Publisher = authors, s[t.Start:t.End], house
	n.TitleSpan = p.t.Source(Range{Start: r.Start + t.Start, End: r.Start + t.End})
	return true
}

// authorsStop is where the title begins behind authors of whom the first is printed surname first, 0 if s does not begin so.
func authorsStop(s string) int {
	const longest = 120 // bytes of authors
	for at := 0; at < min(len(s), longest); {
		k := strings.Index(s[at:min(len(s), longest)], ". ")
		if k < 0 {
			return 0
		}
		at += k + len(". ")
		head := strings.TrimSuffix(s[:at], ". ")
		first, rest, more := cutAny(head, ", and ", " and ", ", & ", " & ", ", et ", "; ")
		if !authorAlone(first) || more && !allNameWords(rest) {
			continue
		}
		if next := firstPrinted(s[at:]); !initials(next) { // "Bell, A. B. Ports of Sand."
			return at
		}
	}
	return 0
}

// vancouverNames reads authors as medical and many other journals print them, the initials behind the surname without stops: "Bell A, Braun KH". nil if s is something
// else.
func vancouverNames(s string) []string {
	var out []string
	for part := range strings.SplitSeq(strings.TrimRight(s, " ,."), ", ") {
		surname, initials, ok := cutLast(part, " ")
		if part == "et al" && len(out) > 0 {
			continue
		}
		if !ok || len(initials) > 3 || initials != strings.ToUpper(initials) || strings.Trim(initials, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || !allNameWords(surname) {
			return nil
		}
		out = append(out, initials+" "+surname)
	}
	return out
}

// cutLast cuts s at the last sep.
func cutLast(s, sep string) (before, after string, ok bool) {
	if k := strings.LastIndex(s, sep); k >= 0 {
		return s[:k], s[k+len(sep):], true
	}
	return s, "", false
}

// bracketedHouse is the publisher in the bracket that a book or a chapter ends with: "in Ports of Africa, ed. Karl Braun (London: Routledge, 2014), 41"; "" for none.
func (p *parser) bracketedHouse(s string) string {
	for at := strings.IndexByte(s, '('); at >= 0; {
		end := strings.IndexByte(s[at:], ')')
		if end < 0 {
			return ""
		}
		place, house, ok := strings.Cut(s[at+1:at+end], ": ")
		if name, year, two := cutLast(house, ", "); ok && two && capitalised(place) && len(year) == 4 && isNumber(year) {
			return name
		}
		next := strings.IndexByte(s[at+end:], '(')
		if next < 0 {
			return ""
		}
		at += end + next
	}
	return ""
}
