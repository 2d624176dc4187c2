package rules

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
)

// foundDay is a date expression at its place in the clean text.
type foundDay struct {
	citations.Range
	Date dates.Date
}

func (p *pass) days(r citations.Range) []foundDay { return daysIn(p.doc.Text.Clean, r, "") }

func daysIn(clean string, r citations.Range, language string) []foundDay {
	var out []foundDay
	for _, f := range dates.Find(clean[r.Start:r.End], dates.Options{Language: language}) {
		out = append(out, foundDay{citations.Range{Start: r.Start + f.Start, End: r.Start + f.End}, f.Date})
	}
	return out
}

// eventsIn are the days that a claim or a sentence in the past names itself. Those that are planned, or stand in a clause that is not the main one, are aside.
func (e *Events) eventsIn(art *citations.Article, r citations.Range) []event {
	out, ok := e.read[r]
	if !ok {
		out = e.readEvents(art, r)
		e.read[r] = out
	}
	return out
}

func (e *Events) readEvents(art *citations.Article, r citations.Range) []event {
	clean := e.doc.Text.Clean
	found := e.daysOf(art, r)
	if len(found) == 0 {
		return nil
	}
	if eastern(art.Language) {
		return e.easternEvents(art, r, found)
	}
	w := wordsOf(art.Language)
	ws := e.words.tokens(r)
	if !w.tellsPast(ws) {
		return nil
	}
	var out []event
	for _, f := range found {
		if x, ok := eventOn(f, found, art); ok && !art.Dateline.Contains(f.Range) && !namesThing(clean, f.Range, r.End) {
			x.aside, x.within = !happened(w, ws, f.Range), r
			x.tail = x.aside && endsIn(w, ws, f.Range)
			out = append(out, x)
		}
	}
	return out
}

// daysOf are the days in a range of an article that are no source's.
func (e *Events) daysOf(art *citations.Article, r citations.Range) []foundDay {
	return slices.DeleteFunc(daysIn(e.doc.Text.Clean, r, art.Language), func(f foundDay) bool {
		i, _ := slices.BinarySearchFunc(e.cited, f.Start, func(c citations.Range, at int) int { return cmp.Compare(c.End, at+1) })
		return i < len(e.cited) && e.cited[i].Overlaps(f.Range)
	})
}

// daysOfSources are where the days of an article's sources stand, in order: the citations in brackets, and the days on which outlets are said to have reported.
func daysOfSources(art *citations.Article) (out []citations.Range) {
	for k := range art.Citations {
		switch c := &art.Citations[k]; {
		case c.Kind == citations.Inline:
			out = append(out, c.Range)
		case !c.DateAt.Empty() && c.Outlet != nil && (c.Outlet.Entry != nil || c.Class == citations.ClassOutlet):
			out = append(out, c.DateAt)
		}
	}
	slices.SortFunc(out, func(a, b citations.Range) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// eventOn is the event of a full day, with the year that it has or that is inferred for it.
func eventOn(f foundDay, found []foundDay, art *citations.Article) (event, bool) {
	d := f.Date
	if !isDay(&d) || d.Impossible || len(d.Candidates) > 1 {
		return event{}, false
	}
	x := event{day: d.From, at: f.Range}
	if d.From.Y == 0 {
		x.inferred = true
		x.day = yearOf(d, found, art).From
	}
	if d.Precision == dates.Range && d.To.D > 0 {
		x.until = d.To
		if x.until.M == 0 {
			x.until.M = x.day.M
		}
		x.until.Y = x.day.Y
	}
	return x, x.day.Y > 0
}

// entry is the event of a paragraph of a chronicle: the day that it opens with, set off by a colon, a dash or a bracket.
func (e *Events) entry(art *citations.Article, claim *citations.Claim) []event {
	const width = 40 // bytes that a date may have
	clean := e.doc.Text.Clean
	r := art.Paragraphs[claim.Paragraph].Range
	found := daysIn(clean, citations.Range{Start: r.Start, End: cutRunes(clean, r, width)}, art.Language)
	if len(found) == 0 || found[0].Start != r.Start {
		return nil
	}
	next := strings.TrimLeft(clean[found[0].End:r.End], " \u00A0")
	for _, sign := range [...]string{":", "–", "—", "- ", "(", "|"} {
		if strings.HasPrefix(next, sign) {
			if x, ok := eventOn(found[0], found[:1], art); ok {
				x.behind = true
				return []event{x}
			}
		}
	}
	return nil
}

// cutRunes is the end of the first n bytes of a range, or of the whole character that stands there.
func cutRunes(s string, r citations.Range, n int) int {
	end := min(r.End, r.Start+n)
	for end < r.End && !utf8.RuneStart(s[end]) {
		end++
	}
	return end
}

func isDay(d *dates.Date) bool {
	return d.Precision == dates.Day || d.Precision == dates.Range && d.From.D > 0 && d.From.M > 0
}

// yearOf gives a day without a year that of another day of the sentence, if they all have the same, else the latest possible before publication.
func yearOf(d dates.Date, found []foundDay, art *citations.Article) dates.Date {
	year := 0
	for _, f := range found {
		if y := f.Date.From.Y; y > 0 {
			if year > 0 && y != year {
				return dates.Date{}
			}
			year = y
		}
	}
	if year > 0 {
		return d.WithYear(year, "")
	}
	return dates.InferYear(d, art.Published)
}

// namesThing reports whether a day is part of a name: "the March 14 Alliance".
func namesThing(clean string, r citations.Range, end int) bool {
	if r.End+1 >= end || clean[r.End] != ' ' {
		return false
	}
	c, _ := utf8.DecodeRuneInString(clean[r.End+1:])
	return c >= 'A' && c <= 'Z'
}

// happened reports whether the day at r is one on which something took place: no word of its clause speaks of a plan, no preposition puts it ahead, and its
// clause is not a relative one.
func happened(w *words, ws []token, r citations.Range) bool {
	first, last := around(ws, r)
	if first < 0 || len(w.planned.whole) == 0 {
		return false
	}
	near := first - 1
	for near >= 0 && !ws[near+1].breaks && w.fillers.at(ws, near) > 0 {
		near--
	}
	if near >= 0 && !ws[near+1].breaks {
		if w.toward.endsAt(ws, near) > 0 || w.polls.at(ws, near) > 0 {
			return false
		}
		if w.announced.endsAt(ws, near) > 0 {
			return true
		}
	}
	start := clauseStart(ws, first)
	if opensRelative(w, ws, start) {
		return false
	}
	for i := start; i < first; i++ {
		if w.plans(ws, i) {
			return false
		}
	}
	return !w.ahead(ws, last+1)
}

func opensRelative(w *words, ws []token, start int) bool {
	return start > 0 && ws[start].breaks && w.relative.at(ws, start) > 0
}

// endsIn reports whether the words end in a relative clause that says what happened on the day at r.
func endsIn(w *words, ws []token, r citations.Range) bool {
	first, last := around(ws, r)
	if first < 0 {
		return false
	}
	start := clauseStart(ws, first)
	if !opensRelative(w, ws, start) {
		return false
	}
	for i := last + 1; i < len(ws); i++ {
		if ws[i].breaks {
			return false
		}
	}
	return happened(w, ws[start:], r)
}

// ahead reports whether the words behind a day make it one of a plan: "the May 12 election", "on May 12 will".
func (w *words) ahead(ws []token, from int) bool {
	const reach = 4
	for i := from; i < len(ws) && i < from+reach && !ws[i].breaks; i++ {
		if i < from+2 && w.polls.at(ws, i) > 0 || w.plans(ws, i) && w.announced.at(ws, i) == 0 {
			return true
		}
	}
	return false
}

// around are the first and the last word of a stretch, -1 if it has none.
func around(ws []token, r citations.Range) (first, last int) {
	first, last = -1, -1
	for i := range ws {
		if ws[i].Overlaps(r) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// clauseStart is the first word of the clause that word i stands in: back to a comma, a dash or a bracket.
func clauseStart(ws []token, i int) int {
	for i > 0 && !ws[i].breaks {
		i--
	}
	return i
}

// earlier finds the event that a claim points back to: a day in a sentence before, in the same paragraph or the one before it, whose noun the claim takes
// up ("the recent clashes"), with a source of the claim on or after it.
func (e *Events) earlier(art *citations.Article, cues *cueIndex, c int, sources []int) []event {
	claim := &art.Claims[c]
	if cues.in(e.doc.Text.Clean, claim.Range)&cueThis == 0 {
		return nil
	}
	nouns := e.takenUp(art, claim)
	if len(nouns) == 0 {
		return nil
	}
	var out []event
	for _, s := range before(art, claim) {
		for _, x := range e.eventsIn(art, s) {
			if !x.aside && anyFrom(art, sources, x.time()) && mentions(e.words.tokens(s), nouns) {
				out = append(out, x)
			}
		}
	}
	return out
}

// before are the last sentences before a claim, the nearest first, of its paragraph and the two before it.
func before(art *citations.Article, claim *citations.Claim) []citations.Range {
	const reach = 12
	var out []citations.Range
	for i := claim.Paragraph; i >= max(0, claim.Paragraph-2); i-- {
		ss := art.Paragraphs[i].Sentences
		n := sort.Search(len(ss), func(k int) bool { return ss[k].End > claim.Range.Start })
		for n--; n >= 0 && len(out) < reach; n-- {
			out = append(out, ss[n])
		}
	}
	return out
}

// takenUp are the nouns of a claim behind a word that points back: "these clashes", "the recent clashes".
func (e *Events) takenUp(art *citations.Article, claim *citations.Claim) []string {
	w := wordsOf(art.Language)
	ws := e.words.tokens(claim.Range)
	var out []string
	for i := range ws {
		n := w.this.at(ws, i)
		if n == 0 || i+n >= len(ws) || ws[i+n].breaks {
			continue
		}
		if noun := ws[i+n].low; utf8.RuneCountInString(noun) >= 5 {
			out = append(out, noun)
		}
	}
	return out
}

// mentions reports whether one of some nouns stands among words, endings aside.
func mentions(ws []token, nouns []string) bool {
	for i := range ws {
		for _, n := range nouns {
			if sameStem(ws[i].low, n) {
				return true
			}
		}
	}
	return false
}

// sameStem reports whether two words have all but their last two letters in common, and five at least.
func sameStem(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 5 && n >= max(len(a), len(b))-3
}
