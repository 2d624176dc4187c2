package citations

import (
	"slices"
	"strings"

	"example.org/verify/citations/dates"
)

// publisherFirst is where the outlet or body stands that is printed before a title in the author's place (“Reuters, “River rises,” March 11”), empty for none:
// a name that is known, that names an institution, or that begins with an article as no person's does. s is what stands before the title.
func (p *parser) publisherFirst(s string) Range {
	if len(s) > 120 {
		return Range{}
	}
	at := strings.Index(s, beforeTitle(s))
	parts := splitItems(s, Range{Start: at, End: len(strings.TrimRight(s, " ,.:*_\u00A0"))}, comma)
	for _, r := range slices.Backward(parts) {
		if name := s[r.Start:r.End]; name != "" && (p.knownName(name) || p.isBody(name)) {
			return r
		}
	}
	if len(parts) == 1 && strings.HasPrefix(s[at:], "The ") && len(words(s[at:])) <= 6 {
		return parts[0]
	}
	return Range{}
}

// paperSentence reads "Owich J. Police differ on the dead. Daily Monitor. 2015 Aug 14.": a paper that is a sentence of its own between a title and a day.
func (p *parser) paperSentence(n *Note, r Range, s string) bool {
	if n.Date == nil || !dayPrecise(n.Date) {
		return false
	}
	parts := strings.SplitAfter(s, ". ")
	at := len(parts[0])
	for i := 1; i+1 < len(parts); i++ {
		name := strings.Trim(parts[i], "*_. ")
		if press, _ := p.pressOf(name); press && p.knownName(name) && len(dates.Find(s[at+len(parts[i]):], p.dateOptions())) > 0 {
			n.Publisher = name
			n.Title = strings.Trim(parts[i-1], " .")
			n.TitleSpan = p.t.Source(Range{Start: r.Start + at - len(parts[i-1]), End: r.Start + at - len(". ")})
			return true
		}
		at += len(parts[i])
	}
	return false
}

// dateLike reports whether a part is a date, or a word of law with its number.
func (p *parser) dateLike(s string) bool {
	found := dates.Find(s, p.dateOptions())
	if len(found) == 0 || len(words(s)) > 4 {
		return false
	}
	other, _ := besideDate(s[:found[0].Start] + " " + s[found[0].End:])
	return other <= 1 // "World Report 2018" is a title
}

// publisherIn reads "New York: Vintage Books, 2006" or "Almaty Chamber of Commerce, 2014".
func (p *parser) publisherIn(s string) string {
	if _, after, ok := strings.Cut(s, ": "); ok {
		s = after
	}
	return p.publisher(s)
}

// publisher is the first part behind the title that is a name: no date, place, page or address; "" where there is none.
func (p *parser) publisher(s string) string {
	s = strings.TrimLeft(s, " ,.;:”\"’'")
	s = p.behindMedium(s)
	parts := splitItems(s, Range{Start: 0, End: len(s)}, comma)
	for i, r := range parts {
		part := withoutStop(strings.Trim(s[r.Start:r.End], " *_"))
		if name, ok := p.beforeDay(part); ok {
			return name
		}
		if p.isSeries(part) && !p.names.Known(part) && !periodicals.in(part) { // "Africa Report No. 212": the body stands before the title, or behind
			continue
		}
		if k := strings.IndexByte(part, '('); k > 0 {
			part = strings.TrimSpace(part[:k])
		}
		if number, rest, ok := strings.Cut(part, ". "); ok && reportNumber(number) {
			part = rest // "Report 2017/02. Accident Investigation Board Norway"
		}
		if k := strings.Index(part, ". "); k > 3 {
			part = part[:k]
		}
		low := strings.ToLower(part)
		if part == "" || strings.HasPrefix(low, "available") || strings.HasPrefix(low, "http") || strings.HasPrefix(low, "accessed") || low == "in" {
			continue
		}
		if locator(part) && !gluedName(part) || reportNumber(part) || len(dates.Find(part, p.dateOptions())) > 0 && len(words(part)) <= 4 {
			continue
		}
		for _, in := range [...]string{"in: ", "In: ", "in ", "In "} {
			part = strings.TrimPrefix(part, in)
		}
		if !capitalised(part) && !caseless(part) && !p.names.Known(part) && !namePrefix(part) {
			continue
		}
		if p.places(part) && !p.names.Known(part) && i+1 < len(parts) {
			continue
		}
		if k := strings.Index(part, " via "); k > 0 {
			if name := strings.TrimRight(part[:k], " –—-"); p.knownName(name) { // "The Guardian – via NewsBank"
				part = name
			}
		}
		if i+1 < len(parts) && hasUnit(part) {
			if next := strings.TrimSpace(s[parts[i+1].Start:parts[i+1].End]); p.isBody(next) {
				return part + ", " + next
			}
		}
		return part
	}
	return ""
}

// periodicals stand in the names of journals, which a volume follows as the number of a series does.
var periodicals = phrases("journal", "review", "quarterly", "studies", "annals", "archives", "proceedings", "transactions", "zeitschrift", "archiv", "jahrbuch", "revue", "annales", "cahiers", "revista", "anales", "rivista", "annali", "tijdschrift", "tidskrift", "вестник",
	"журнал", "kwartalnik", "dergisi", "مجلة")

// behindMedium is what stands behind the medium or the language that an encyclopedia prints in brackets right behind a title: "(PDF). BBC News", "(in German).
// Der Spiegel", "(Tweet) – via Twitter". A house is printed there with its place or its year, or ends the part.
func (p *parser) behindMedium(s string) string {
	const longest = 30 // bytes of a medium
	e := strings.IndexByte(s[:min(len(s), longest)], ')')
	if e < 0 || s[0] != '(' || strings.ContainsAny(s[:e], "0123456789:,") || p.names.Known(s[1:e]) || p.isBody(s[1:e]) {
		return s
	}
	rest := s[e+1:]
	name := strings.TrimPrefix(strings.TrimLeft(rest, ".–—- "), "via ")
	if !strings.HasPrefix(rest, ". ") && !strings.HasPrefix(rest, " – ") && !strings.HasPrefix(rest, " — ") || !capitalised(name) && !p.names.Known(firstWord(name)) {
		return s
	}
	return name
}

// reportNumber reports whether a part is the number of a report in its series: "Report 2017/02", "Working Paper No. 12".
func reportNumber(s string) bool {
	const most = 4 // words
	ws := words(s)
	if len(ws) < 2 || len(ws) > most || !strings.ContainsAny(ws[len(ws)-1], "0123456789") {
		return false
	}
	f := foldWord(ws[0])
	return reportNames.has(f) || f == "working" || f == "discussion" || f == "policy" || f == "technical" || f == "arbeitspapier" || f == "paper"
}

// withoutStop takes the stops off the ends of a name, but not that of an abbreviation: "Navegas S.A.".
func withoutStop(s string) string {
	if name := strings.Trim(s, " .*_"); !companyWords.has(lastField(name)) || !strings.Contains(lastField(name), ".") {
		return name
	}
	return strings.TrimLeft(s, " .*_")
}

// beforeDay is the name before a day that a word ties to it: "Der Spiegel vom 18.11.2023", "Le Monde du 3 mai 2024".
func (p *parser) beforeDay(s string) (string, bool) {
	found := dates.Find(s, p.dateOptions())
	if len(found) == 0 || found[0].Start == 0 || !dayPrecise(&found[0].Date) {
		return "", false
	}
	before := strings.TrimRight(s[:found[0].Start], " \u00A0")
	tie := lastField(before)
	name := strings.TrimRight(strings.TrimSuffix(before, tie), " \u00A0,")
	return name, ties.has(tie) && name != "" && (p.knownName(name) || hasPressWord(words(name)))
}

// ties stand between the name of a paper and its day.
var ties = wordSet(`vom v. du del da dated of van от od z ze`)

// hasUnit reports whether a name is that of a part of a body: "Coastal Research Unit".
func hasUnit(s string) bool {
	for _, w := range [...]string{"Unit", "Department", "Faculty", "School", "Division", "Section", "Office", "Centre for", "Institute for"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
