package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/dates"
)

// noteSignals may stand before the source of a note. They are fewer than the signals of brackets: "Nach", "From" and "Per" begin titles.
var noteSignals = []string{"vgl. auch ", "vgl. ", "vgl ", "siehe auch ", "siehe ", "zit. nach ", "zitiert nach ", "cfr. anche ", "cfr. ", "cf. ", "cf ", "si veda ", "voir aussi ", "voir ", "véase también ", "véase ",
	"см. также ", "см. ", "ср. ", "див. ", "zob. ", "por. ", "bkz. ", "ayrıca bkz. ", "zie ook ", "zie ", "se även ", "se også ", "参见", "參見", "详见", "انظر: ", "انظر ", "ينظر: "}

// noteSignal is the length of the signal that a note begins with, 0 if it begins with none. Something is left of s behind it.
func noteSignal(s string) int {
	const longest = 24 // bytes of a signal
	low := strings.ToLower(s[:min(len(s), longest)])
	for _, w := range noteSignals {
		if strings.HasPrefix(low, w) && len(s) > len(w) {
			return len(w)
		}
	}
	return 0
}

// paperInQuotes reads a source that prints its paper in quotation marks, as Italian, Polish and Russian do: "L. Bruscoli, Il sindaco e la diga, in «Il Tirreno»,
// 12 settembre 2021". What stands in the marks q is the paper where the registry knows it and a title stands before it, its author before a comma.
func (p *parser) paperInQuotes(n *Note, r Range, s, name string, q Range) bool {
	if n.Date == nil || !p.knownName(name) {
		return false
	}
	before := strings.TrimRight(s[:q.Start], " ,.\u00A0")
	for _, in := range [...]string{" in", " w", " dans", " en", " в"} {
		before = strings.TrimRight(strings.TrimSuffix(before, in), " ,.\u00A0")
	}
	if len(words(before)) < 2 {
		return false
	}
	t := Range{Start: 0, End: len(before)}
	parts := splitItems(before, t, comma)
	if first := before[parts[0].Start:parts[0].End]; len(parts) > 1 {
		if author, ok := personName(first, false); ok && !p.isBody(author) {
			n.Authors = []string{author}
			t.Start = parts[1].Start
		}
	}
	n.Publisher, n.publisherAt = name, Range{Start: r.Start + q.Start, End: r.Start + q.End}
	n.Title = before[t.Start:t.End]
	n.TitleSpan = p.t.Source(Range{Start: r.Start + t.Start, End: r.Start + t.End})
	return true
}

// eastPublisher is who brought out what stands in Chinese title marks, printed behind them: the paper in marks of its own (《…》，《天津日报》2013年…), or the house
// before its year (《…》，中国水利水电出版社2017年版).
func eastPublisher(s string) string {
	s = strings.TrimLeft(s, "，,：:。 　")
	if rest, ok := strings.CutPrefix(s, "《"); ok {
		name, _, _ := strings.Cut(rest, "》")
		return name
	}
	if k := strings.IndexAny(s, "，。,；0123456789"); k >= 0 {
		s = s[:k]
	}
	if !caseless(s) || strings.HasPrefix(s, "第") || strings.HasPrefix(s, "载") {
		return ""
	}
	return s
}

// eastIssue reports whether a note in Chinese names the issue of a journal: "2020年第4期".
func eastIssue(s string) bool {
	k := strings.Index(s, "年第")
	return k > 0 && strings.Contains(s[k:], "期")
}

// gluedName reports whether a word is a name that ends in digits, "TVN24", and no page or section, "p12".
func gluedName(s string) bool {
	letters := strings.TrimRight(s, "0123456789")
	if len(letters) == len(s) || utf8.RuneCountInString(letters) < 3 || !capitalised(s) || locatorWords[strings.ToLower(letters)] {
		return false
	}
	return strings.IndexFunc(letters, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// placeYear reports whether a part of a source is the place and year of a book: "Warszawa 2022", or, of a town that no list has, one name and a year: "Wiesbaden 2015".
func (p *parser) placeYear(s string) bool {
	found := dates.Find(s, p.dateOptions())
	if len(found) != 1 || found[0].Date.Precision != dates.Year || found[0].Start == 0 {
		return false
	}
	place := strings.TrimSpace(s[:found[0].Start])
	return p.isPlaces(place) || len(words(place)) == 1 && nameWord(place) && !p.names.Known(place) && !hasPressWord(words(place))
}
