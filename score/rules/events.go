package rules

import (
	"context"
	"fmt"
	"strings"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/score"
)

var datePrecedesEvent = Rule{
	ID:       "date.precedes-event",
	Severity: score.Warning,
	Title:    "A source is dated before the event that it is cited for",
	Doc: `The source's day, or the end of its month or year, lies before the day on which the claim says that something happened. The event's day is the latest full day in the
claim's main clause. A day that an earlier sentence set counts only where the claim points back at what happened then ("the recent clashes") and another source of the
same parenthesis lies on or after it. Beside such a source, an older one may be background: it is raised where it looks like a slip, a few days off or of the right day in the
month before; where the claim says that one thing alone, within a month, it is asked about as a suggestion, and the source counts. So is one a few days off where the claim
ends in a relative clause with the day, and one that would be right in the next month, beside a later source of the same sentence. Without a later source, what is older than a month is
background where another sentence names the day or the claim says more than one thing. "That day", "the next day" take up the day of the sentence before. The day may also stand in the rest of the sentence ("…, during
the meeting of May 11") or in a short next one ("The visit took place on May 12"). What is announced, planned or due on a day is exempt, and so is a day in a relative clause.`,
	Why:      "The source cannot report it: the day is wrong, or it is the wrong source. The score does not count such a source.",
	Example:  "Ferry Attacked\n\nThe ferry was attacked on the night of May 8 and sank within an hour (Libya Herald, May 7). Unions protested (Reuters, May 10).",
	NearMiss: "Ferry Attacked\n\nThe union announced a strike for May 12 and closed the port to trucks (Libya Herald, May 7). Unions protested (Reuters, May 10).",
	Cure:     "Look the item up: often the day or the month is a slip. Else find a source that could know.",
	Source:   "ICD 206 (Sourcing Requirements for Disseminated Analytic Products); Reuters Handbook of Journalism, on accuracy",
	run: func(p *pass) {
		for a := range p.doc.Articles {
			art := &p.doc.Articles[a]
			for k := range art.Citations {
				e, ok := p.events.found[a][k]
				if !ok {
					continue
				}
				c := &art.Citations[k]
				what := "dated %s, before the event, %s"
				if e.doubtful {
					what = "dated %s, before the event, %s, unless it is given for something else"
				}
				f := p.report(onCitation(a, k).inClaim(e.claim), c.Span, fmt.Sprintf(what, say(c.Date), sayYmd(e.day)), e.slip(art, c))
				if e.doubtful {
					lowered(f, score.Suggestion)
				}
				guessed(f, guess(art) && (c.Date.Year == dates.YearInferred || e.inferred))
			}
		}
	},
}

// Before reports whether a citation is dated before the event that it is cited for: the score does not count it then.
func (e *Events) Before(article, citation int) bool {
	hit, ok := e.found[article][citation]
	return ok && !hit.doubtful
}

// Day says in words on which day the event was that a citation is dated before, "" if it is not.
func (e *Events) Day(article, citation int) string {
	hit, ok := e.found[article][citation]
	if !ok || hit.doubtful {
		return ""
	}
	if hit.inferred {
		hit.day.Y = 0
	}
	return sayYmd(hit.day)
}

// Events are the citations of a document that are older than what they are cited for. The score needs them before the rules do, so they are found once for
// both. They are not changed afterwards and may be read by several goroutines.
type Events struct {
	done  <-chan struct{} // of the context, while they are searched
	doc   *citations.Document
	found []map[int]event // by article and citation
	cues  []cueIndex      // by article

	read  map[citations.Range][]event // what sentences say, while they are searched
	cited []citations.Range           // where days stand that are a source's, in the article that is searched
	words *reader
}

// event is what a claim says happened on a day.
type event struct {
	day      dates.Ymd
	inferred bool // its year is
	claim    int
	at       citations.Range // where the day stands
	aside    bool            // it is planned, or not in the main clause: no source is held against it
	until    dates.Ymd       // the last of several days
	within   citations.Range // the claim or sentence that names it
	doubtful bool            // the source may be given for something else: it is asked about, and counts
	behind   bool            // the claim does not name it itself
	tail     bool            // it is aside only because a relative clause names it, with which the claim ends
}

// rangeOfDoubt is how many days before an event a source may lie and still be meant for it. What is older is background.
const rangeOfDoubt = 31

// FindEvents holds every source of a document against what its claim says happened. It needs the document alone.
func FindEvents(doc *citations.Document) *Events {
	e, _ := FindEventsContext(context.Background(), doc)
	return e
}

// FindEventsContext is FindEvents for a caller who may stop waiting: soon after ctx has ended it returns ctx.Err(), and those that it has found so far. There is no
// other error.
func FindEventsContext(ctx context.Context, doc *citations.Document) (*Events, error) {
	e := &Events{done: ctx.Done(), doc: doc, found: make([]map[int]event, len(doc.Articles)), read: map[citations.Range][]event{}, words: &reader{clean: doc.Text.Clean}}
	e.cues = make([]cueIndex, len(doc.Articles))
	var room []found
	for a := range doc.Articles {
		e.cues[a] = newCueIndex(e.done, &doc.Articles[a], doc.Text.Clean, &room)
		e.found[a] = map[int]event{}
		e.cited = daysOfSources(&doc.Articles[a])
		for c := range doc.Articles[a].Claims {
			if ended(e.done) {
				break
			}
			e.claim(a, c)
		}
		clear(e.read)
	}
	e.done, e.words, e.cited = nil, nil, nil
	return e, ctx.Err()
}

// claim holds the sources of a claim against the events in it, else against one that it points back to.
func (e *Events) claim(a, c int) {
	art := &e.doc.Articles[a]
	claim := &art.Claims[c]
	var sources []int
	for _, k := range claim.Citations {
		if reports(art, &art.Citations[k]) {
			sources = append(sources, k)
		}
	}
	if len(sources) == 0 {
		return
	}
	own := e.eventsOf(a, c, sources)
	for _, k := range sources {
		hit, ok := e.precedes(art, claim, sources, k, own)
		if !ok && len(own) == 0 && len(e.daysOf(art, claim.Range)) == 0 {
			hit, ok = e.monthSlip(art, c, k)
		}
		if ok {
			hit.claim = c
			e.found[a][k] = hit
		}
	}
}

// eventsOf are the events that a claim names itself, else those that it stands beside or points back to.
func (e *Events) eventsOf(a, c int, sources []int) []event {
	art := &e.doc.Articles[a]
	claim := &art.Claims[c]
	own := e.eventsIn(art, claim.Range)
	if anyMain(own) {
		return own
	}
	for _, look := range [...]func() []event{
		func() []event { return e.entry(art, claim) },
		func() []event { return e.trailing(art, c) },
		func() []event { return e.dayGiven(art, c) },
		func() []event { return e.earlier(art, &e.cues[a], c, sources) },
		func() []event { return e.thatDay(art, claim) },
	} {
		if found := look(); anyMain(found) {
			return found
		}
	}
	return own
}

// reports reports whether a citation is of the press and dated, so that it can be too old: laws, books and reports are cited for what lies behind an event.
func reports(art *citations.Article, c *citations.Citation) bool {
	if !dated(c.Date) || c.Role != citations.Source || !closing(c) || besides[strings.ToLower(strings.TrimRight(c.Signal, ": "))] {
		return false
	}
	if c.Kind == citations.FromNote {
		kind := art.Notes[c.Note].Kind
		return kind == citations.NoteNews || kind == citations.NoteInterview
	}
	return true
}

// besides are the signals of what is given to be read as well, not for the claim.
var besides = func() map[string]bool {
	m := map[string]bool{}
	for s := range strings.SplitSeq(`see also|cf.|cf|cfr.|cfr|compare|also|for more see|vgl.|vgl|siehe auch|s. auch|s.a.|voir aussi|lire aussi|véase también|ver también|ver también,|ver também|vedi anche|si veda anche|
см. также|див. також|zob. też|por.|porównaj|zie ook|se även|se også|viz též|vezi și|lihat juga|ayrıca bkz.|ayrıca bkz|usp.|vidi i|jfr|jfr.|انظر أيضا|انظر أيضاً|另见|另見|亦见|参见|參見|参照`, "|") {
		m[strings.TrimSpace(s)] = true
	}
	return m
}()

// anyMain reports whether a source can be held against one of some events.
func anyMain(all []event) bool {
	for i := range all {
		if !all[i].aside {
			return true
		}
	}
	return false
}

// precedes finds the latest event that source k is too old for.
func (e *Events) precedes(art *citations.Article, claim *citations.Claim, sources []int, k int, all []event) (best event, ok bool) {
	c := &art.Citations[k]
	last, known := c.Date.Last()
	if !known {
		return best, false
	}
	for i := range all {
		x := &all[i]
		day, exact := x.forSource(art, c)
		if exact && !x.aside && x.during(art, sources, c) { // the toll of a fight that went on
			y := *x
			y.day, y.doubtful = x.until, true
			if !ok {
				best, ok = y, true
			}
			continue
		}
		if !exact || x.aside && !x.tail || !last.Before(day) || day.After(limit(art)) {
			continue
		}
		given, doubtful := e.background(art, claim, sources, c, all, i)
		if x.tail { // "a battalion, which arrived on January 3": only where it is the last thing that the claim says, a few days off
			doubtful = true
			given = given || anyMain(all) || c.Date.Precision != dates.Day || day.Sub(last) > week*24*time.Hour || !anyFrom(art, sources, day)
		}
		if given {
			continue
		}
		if !ok || best.doubtful && !doubtful || best.doubtful == doubtful && best.time().Before(day) {
			best, ok = *x, true
			best.day.Y, best.doubtful = day.Year(), doubtful
		}
	}
	return best, ok
}

// week is how many days a slip of the day puts a source off at most.
const week = 7

// background reports whether a source that is older than an event may be given for something else in the claim. Without another source on or after the event that
// takes more than a month, and either an event whose year is not printed or that the claim does not name, or a claim that says more than one thing; the right day in
// the wrong year is a slip. With another, the source has to be a likely slip to be raised: no more than a week off, or of the right day in the month before; and no
// other day of the claim that it could report. Within a month it is asked about.
func (e *Events) background(art *citations.Article, claim *citations.Claim, sources []int, c *citations.Citation, all []event, i int) (given, doubtful bool) {
	x := &all[i]
	day, _ := x.forSource(art, c)
	last, _ := c.Date.Last()
	off := int(day.Sub(last) / (24 * time.Hour))
	if !anyFrom(art, sources, day) {
		switch {
		case off > rangeOfDoubt:
			return x.inferred || !x.wrongYear(art, c) && (x.behind || !e.plain(art, claim.Range)), false
		case x.behind && off > week && e.tellsOfBefore(art, claim.Range):
			return true, false
		}
		return false, false
	}
	if off > rangeOfDoubt || off > week && !x.slipped(art, c) && !e.plain(art, all[i].within) {
		return true, false
	}
	for j := range all {
		if other, ok := all[j].forSource(art, c); j != i && ok && !last.Before(other) && int(last.Sub(other)/(24*time.Hour)) <= rangeOfDoubt {
			return true, false
		}
	}
	return false, off > week && !x.slipped(art, c)
}

// wrongYear reports whether a source would lie within a month behind the event in the event's year.
func (x *event) wrongYear(art *citations.Article, c *citations.Citation) bool {
	if c.Date.Precision != dates.Day && c.Date.Precision != dates.Month {
		return false
	}
	moved := c.Date.From
	moved.Y = x.day.Y
	t := time.Date(moved.Y, time.Month(moved.M), max(moved.D, x.day.D), 0, 0, 0, 0, time.UTC)
	off := int(t.Sub(x.time()) / (24 * time.Hour))
	return off >= 0 && off <= rangeOfDoubt && !t.After(limit(art))
}

// plain reports whether a claim says one thing: an older source beside a later one is given for what a second clause, or a word for what was before, brings in.
func (e *Events) plain(art *citations.Article, r citations.Range) bool {
	w := wordsOf(art.Language)
	if r.Empty() || len(w.relative.whole) == 0 || e.tellsOfBefore(art, r) {
		return false
	}
	ws := e.words.tokens(r)
	for i := range ws {
		if joiningWords[art.Language][ws[i].low] || w.relative.at(ws, i) > 0 {
			return false
		}
	}
	return true
}

// tellsOfBefore reports whether a word of a claim speaks of what was before.
func (e *Events) tellsOfBefore(art *citations.Article, r citations.Range) bool {
	ws := e.words.tokens(r)
	for i := range ws {
		if earlierWords[art.Language][ws[i].low] {
			return true
		}
	}
	return false
}

// joiningWords join a second clause, by language.
var joiningWords = map[string]map[string]bool{
	"en": wordSet(`and or but having until`), "de": wordSet(`und oder aber`), "fr": wordSet(`et ou mais`), "es": wordSet(`y e o pero`), "pt": wordSet(`e ou mas`), "it": wordSet(`e ed o ma`),
	"nl": wordSet(`en of maar`), "pl": wordSet(`i a ale lub`), "ru": wordSet(`и а но или`), "uk": wordSet(`і та але або й`), "tr": wordSet(`ve ama`), "sv": wordSet(`och men eller`),
	"hr": wordSet(`i ili a ali`), "ro": wordSet(`și dar sau`), "cs": wordSet(`a ale nebo`),
}

// earlierWords speak of what was before, by language.
var earlierWords = map[string]map[string]bool{
	"en": wordSet(`before earlier previously already had`), "de": wordSet(`zuvor vorher bereits hatte hatten`), "fr": wordSet(`avant déjà auparavant avait avaient`), "es": wordSet(`antes ya había habían`),
	"pt": wordSet(`antes já havia tinha`), "it": wordSet(`prima già aveva`), "nl": wordSet(`eerder al had hadden`), "pl": wordSet(`wcześniej już`), "ru": wordSet(`ранее уже раньше`), "uk": wordSet(`раніше вже`),
	"tr": wordSet(`daha önce`), "sv": wordSet(`tidigare redan hade`), "hr": wordSet(`ranije već`), "ro": wordSet(`deja`), "cs": wordSet(`dříve již`),
}

// during reports whether a source is dated before the last of an event's days, and another on it or later: it cannot have the whole.
func (x *event) during(art *citations.Article, sources []int, c *citations.Citation) bool {
	if x.until.D == 0 || c.Date.Precision != dates.Day {
		return false
	}
	y := event{day: x.until, inferred: x.inferred}
	end, exact := y.forSource(art, c)
	last, _ := c.Date.Last()
	day, _ := x.forSource(art, c)
	return exact && last.Before(end) && !last.Before(day) && !end.After(limit(art)) && anyFrom(art, sources, end)
}

func (x *event) time() time.Time {
	return time.Date(x.day.Y, time.Month(x.day.M), x.day.D, 0, 0, 0, 0, time.UTC)
}

// forSource is the day of an event as a source has to see it: one without a year lies in the year that the source prints.
func (x *event) forSource(art *citations.Article, c *citations.Citation) (time.Time, bool) {
	y := *x
	if x.inferred && c.Date.Year == dates.YearStated && c.Date.From.Y != x.day.Y {
		y.day.Y = c.Date.From.Y
	}
	t := y.time()
	return t, y.day.Y > 0 && t.Day() == y.day.D
}

// limit is the last day that the article can know of.
func limit(art *citations.Article) time.Time {
	if last, ok := art.Published.Last(); ok {
		return last.AddDate(0, 0, slack)
	}
	return time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
}

// anyFrom reports whether one of some sources is dated on a day or later.
func anyFrom(art *citations.Article, sources []int, day time.Time) bool {
	for _, k := range sources {
		if last, ok := art.Citations[k].Date.Last(); ok && !last.Before(day) {
			return true
		}
	}
	return false
}

// slipped reports whether the day of a source, in the event's month, would lie on or after the event: the month may be a slip.
func (x *event) slipped(art *citations.Article, c *citations.Citation) bool {
	if c.Date.Precision != dates.Day || c.Date.From.D < x.day.D {
		return false
	}
	t := time.Date(x.day.Y, time.Month(x.day.M), c.Date.From.D, 0, 0, 0, 0, time.UTC)
	return t.Day() == c.Date.From.D && !t.After(limit(art))
}

// slip is what the date may have been meant to be: the same day in the event's month, or the one after.
func (x *event) slip(art *citations.Article, c *citations.Citation) string {
	meant := dates.Ymd{Y: x.day.Y, M: x.day.M, D: c.Date.From.D}
	if !x.slipped(art, c) {
		next, ok := x.nextMonth(art, c)
		if !ok || !x.doubtful {
			return "look the item up; it cannot report what had not happened"
		}
		meant = next
	}
	return "look the item up; perhaps " + sayYmd(meant)
}

// nextMonth is the day of a source in the month after its own, where that lies within a month behind the event.
func (x *event) nextMonth(art *citations.Article, c *citations.Citation) (dates.Ymd, bool) {
	if c.Date.Precision != dates.Day {
		return dates.Ymd{}, false
	}
	from := c.Date.From
	t := time.Date(from.Y, time.Month(from.M+1), from.D, 0, 0, 0, 0, time.UTC)
	off := int(t.Sub(x.time()) / (24 * time.Hour))
	return dates.Ymd{Y: t.Year(), M: int(t.Month()), D: t.Day()}, t.Day() == from.D && off >= 0 && off <= rangeOfDoubt && !t.After(limit(art))
}
