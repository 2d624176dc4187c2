package citations

import (
	"sort"
	"strings"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
)

// The day on which a paper named in a sentence is said to have written stands beside its name or its verb: "Interfax reported on July 19", "In a May 3
// report, Le Monde wrote", "Am 3. Mai berichtete die FAZ". Any other day of the sentence is the event's.

// dayWords may stand between a day and the name or verb that it belongs to.
var dayWords = wordSet(`on in the a an of dated from its issue edition report article story piece dispatch editorial interview investigation published column
	le du dans son sa édition numéro daté un une article enquête am vom im in der ihrer seiner ausgabe einem einer bericht artikel el del de en su edición un una artículo reportaje nota em na no edição uma reportagem um
	il nel nell' del un'inchiesta op van w z dnia roku wydaniu artykule od в от номере статье года г за у dne ze den d' later first only as by that already again also late early`)

// dayPrepositions stand before a day in English.
var dayPrepositions = wordSet(`on in dated of from`)

// attributionDate is the day on which the source at r, found by the cue q that begins at byte cueAt, is said to have reported, and where it stands; false where
// the sentence does not say so. Behind "according to Reuters" it must come at once.
func (p *parser) attributionDate(s, r Range, q cue, cueAt int) (dates.Found, bool) {
	if d, ok := p.dayInLink(r); ok {
		return d, true
	}
	if d, ok := p.dayBehind(s, r, q, cueAt); ok {
		return d, true
	}
	return p.dayAhead(s, Range{Start: min(r.Start, cueAt), End: max(r.Start, cueAt)}, q)
}

// dated gives an attribution the date that was found in the clean text.
func (c *Citation) dated(f dates.Found) {
	c.Date, c.DateAt = &f.Date, Range{Start: f.Start, End: f.End}
}

// shifted is a date found in the part of a text that begins at byte at.
func shifted(f dates.Found, at int) dates.Found {
	f.Start += at
	f.End += at
	return f
}

// dayInLink is the day that ends the link which begins with the name at r: "[Bloomberg, December 2025](https://…)".
func (p *parser) dayInLink(r Range) (dates.Found, bool) {
	ls := p.t.Links
	i := sort.Search(len(ls), func(i int) bool { return ls[i].Range.End > r.Start })
	if i == len(ls) || ls[i].Range.Start > r.Start || ls[i].Range.End <= r.End {
		return dates.Found{}, false
	}
	rest := strings.TrimLeft(p.clean[r.End:ls[i].Range.End], ", \u00A0")
	d, ok := dates.At(rest, 0, p.dateOptions())
	return shifted(d, ls[i].Range.End-len(rest)), ok && d.End == len(rest) && saysWhen(&d.Date)
}

// dayBehind is the day that follows the name, or the verb behind it.
func (p *parser) dayBehind(s, r Range, q cue, cueAt int) (dates.Found, bool) {
	const reach = 60
	end := min(s.End, max(r.End, cueAt)+reach)
	text := p.clean[r.End:end]
	found := dates.Find(text, p.dateOptions())
	if k := cueAt - r.End; q.before && k > 0 && strings.Contains(text[:k], ",") { // days of the clause between are its own
		for len(found) > 0 && found[0].Start < k {
			found = found[1:]
		}
	}
	if len(found) == 0 || !saysWhen(&found[0].Date) {
		return dates.Found{}, false
	}
	lead := text[:found[0].Start]
	if q.before && r.End < cueAt {
		verb := min(cueAt-r.End+len(q.text), len(text))
		if found[0].Start >= verb {
			lead = text[verb:found[0].Start]
			if between := text[:cueAt-r.End]; !strings.Contains(between, ",") { // else a clause: "the Herald, which had the logs, reported"
				lead = between + lead
			}
		}
	}
	if open := strings.TrimSuffix(lead, "("); q.before && open != lead && closesDay(text[found[0].End:]) && dayPrecise(&found[0].Date) && allIn(words(open), dayWords, kindWords) {
		return shifted(found[0], r.End), true // "Al Jazeera reported (March 4, 2026)"
	}
	ws := words(lead)
	if strings.ContainsAny(lead, ".;:!?(") || !allIn(ws, dayWords, kindWords) {
		return dates.Found{}, false
	}
	if last := lastField(strings.TrimSpace(strings.ToLower(lead))); p.lang == "en" && !dayPrepositions.has(last) {
		return dates.Found{}, false
	}
	if !q.before && !q.near && len(ws) > 2 {
		return dates.Found{}, false
	}
	return shifted(found[0], r.End), true
}

// closesDay reports whether the bracket that holds a day ends behind it, or behind the language that the report was in: "(December 1, French)".
func closesDay(s string) bool {
	inner, _, ok := strings.Cut(s, ")")
	language := strings.Trim(inner, ", ")
	_, known := outlets.Places.Country(language)
	return ok && (inner == "" || known || languages.has(language))
}

// languages are those that are no people's of one country.
var languages = wordSet(`Arabic Kurdish Swahili Hausa Pashto Hebrew Farsi Tamazight`)

// dayAhead is the day that stands before the name and its verb, which both lie in at.
func (p *parser) dayAhead(s, at Range, q cue) (dates.Found, bool) {
	const reach = 80
	from := max(s.Start, at.Start-reach)
	text := p.clean[from:at.Start]
	found := dates.Find(text, p.dateOptions())
	if len(found) == 0 || q.report {
		return dates.Found{}, false
	}
	f := &found[len(found)-1]
	lead, behind := text[:f.Start], text[f.End:]
	if k := strings.LastIndexAny(lead, ",;:.(—–"); k >= 0 {
		lead = lead[k+1:]
	} else if from > s.Start {
		return dates.Found{}, false
	}
	behind = strings.TrimSpace(behind)
	if !saysWhen(&f.Date) || strings.ContainsAny(behind, ".;:!?()") || strings.Count(behind, ",") > 1 || !allIn(words(lead), dayWords, articleWords) || len(words(lead)) > 4 {
		return dates.Found{}, false
	}
	if !allIn(words(behind), dayWords, kindWords) {
		return dates.Found{}, false
	}
	return shifted(*f, from), true
}

// saysWhen reports whether a date says when something was published: a day, or a month with its year.
func saysWhen(d *dates.Date) bool {
	return dayPrecise(d) || d.Precision == dates.Month && d.From.Y != 0
}

// allIn reports whether every word is in one of the sets, marks of punctuation aside.
func allIn(ws []string, sets ...*wordList) bool {
	for _, w := range ws {
		low, ok := strings.ToLower(w), false
		for _, set := range sets {
			ok = ok || set.has(low) || set.has(foldWord(w))
		}
		if !ok && foldWord(w) != "" {
			return false
		}
	}
	return true
}
