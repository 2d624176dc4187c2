package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/dates"
)

// group is a parenthesis, bracket, dash tail or linked name that gives sources for what stands before it.
type group struct {
	Range Range // brackets included
	Block int   // index into Text.Blocks
	Kind  byte  // '(' '[' '-' (dash tail), 'l' (a link that is itself the citation)
	Open  bool  // never closed
	Weak  bool  // outlets alone, no date
	Cites []cited
}

// cited is one source of a group, before the outlet is resolved and the year known.
type cited struct {
	Range   Range // from separator to separator, without a leading signal
	Signal  string
	Outlet  Range       // the name as printed; may lie outside Range where it is shared; empty if none
	Date    *dates.Date // nil if none is printed
	Head    verdict
	Parted  bool // punctuation or a word of dating stands between name and date
	Gap     int  // where the comma is missing, if it is: the end of the name
	Tail    Range
	Title   Range // a title that the item names
	Person  bool
	Stray   Range // a stray separator
	Garbled Range // a number that can be no date: "5/603"
	Address string
}

// Bounds of look-ahead, so that no input can make the scan slow.
const (
	longestOpen  = 400  // bytes looked at behind a bracket that is never closed
	longestGroup = 2000 // bytes of a bracket that is
	mostItems    = 40
)

// scanGroups finds the groups of a block. bs are the block's brackets.
func (p *parser) scanGroups(block int, bs []bracket) {
	for k := range bs {
		b := &bs[k]
		if b.Depth > 0 && p.insideGroup(b.Open) {
			continue
		}
		if g, ok := p.readGroup(block, b, bs[k+1:]); ok {
			p.groups = append(p.groups, g)
		}
	}
	p.dashTail(block)
}

// insideGroup reports whether an offset lies in the group found last.
func (p *parser) insideGroup(at int) bool {
	n := len(p.groups)
	return n > 0 && at < p.groups[n-1].Range.End
}

func (p *parser) readGroup(block int, b *bracket, later []bracket) (group, bool) {
	end := p.t.Blocks[block].Range.End
	from := b.Open + bracketLen(p.clean, b.Open)
	g := group{Block: block, Kind: b.Kind}
	inner := Range{from, b.Close}
	if b.Close < 0 || b.Close-from > longestGroup {
		inner, g.Open = p.unclosed(from, end, later), true
	}
	if inner.Empty() || p.inCode(b.Open) || !promising(p.clean[inner.Start:inner.End], p) {
		return g, false
	}
	g.Range = Range{b.Open, inner.End}
	if !g.Open {
		g.Range.End += bracketLen(p.clean, b.Close)
	}
	if g.Cites = p.items(inner, b.Open); len(g.Cites) == 0 {
		return g, false
	}
	g.Weak = !dated(g.Cites)
	if b.Kind == '[' && !p.bracketCites(g.Cites) || g.Open && g.Weak {
		return g, false
	}
	return g, true
}

// unclosed is the text of a bracket that is never closed: to the end of its sentence, the next bracket or the block.
func (p *parser) unclosed(from, end int, later []bracket) Range {
	end = min(end, from+longestOpen)
	for _, b := range later {
		if b.Open >= end {
			break
		}
		if b.Kind == '(' {
			end = b.Open
			break
		}
	}
	for i := from; i < end; i++ {
		if c := p.clean[i]; (c == '.' || c == '!' || c == '?') && (i+1 == end || blankAt(p.clean, i+1) > 0) && !p.abbreviates(from, i) {
			if i+1 >= end || p.startsSentence(i+1, end) {
				return trimRange(p.clean, Range{from, i})
			}
		}
	}
	return trimRange(p.clean, Range{from, end})
}

// promising is the cheap question before the dear ones: a digit, a sign of no date, or names of outlets alone.
func promising(s string, p *parser) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= '0' && c <= '9' || c >= 0xD9 && c <= 0xDB || c == 0xEF {
			return true
		}
	}
	return strings.Contains(s, "d.") || strings.HasPrefix(s, "http") || strings.HasPrefix(s, "www.") || strings.Contains(s, ", date") || p.onlyNames(s)
}

func dated(cs []cited) bool {
	for i := range cs {
		if cs[i].Date != nil || !cs[i].Garbled.Empty() || cs[i].Address != "" {
			return true
		}
	}
	return false
}

// bracketCites asks more of square brackets, which mostly hold what an editor put in: a known outlet, or a name with a day behind a comma.
func (p *parser) bracketCites(cs []cited) bool {
	for i := range cs {
		if cs[i].Head != known && !(cs[i].Date != nil && dayPrecise(cs[i].Date) && cs[i].Parted) {
			return false
		}
	}
	return true
}

// items reads the sources between the brackets. It returns none unless every dated part of the text is one.
func (p *parser) items(inner Range, open int) []cited {
	var out []cited
	pieces := splitItems(p.clean, inner, semicolon)
	if len(pieces) > mostItems {
		pieces = pieces[:mostItems]
	}
	bare, refused := 0, false
	for _, r := range pieces {
		got, ok := p.item(r, out, open)
		if !ok {
			bare++
			refused = refused || len(p.datesOf(r)) > 0
			continue
		}
		out = append(out, got...)
	}
	if len(out) == 0 || (refused || bare > len(pieces)/2) && !anyKnown(out) {
		return nil // "(Leeds, April 25; Harrogate, April 26)": what dates a place dates its neighbours, too
	}
	return out
}

func anyKnown(cs []cited) bool {
	for i := range cs {
		if cs[i].Head == known {
			return true
		}
	}
	return false
}

// item reads one stretch between semicolons: outlet, date, and what stands behind it, from the right. before are the sources to its left, whose
// outlet a date without one shares.
func (p *parser) item(r Range, before []cited, open int) ([]cited, bool) {
	signal := ""
	if n := signalAt(p.clean[r.Start:r.End]); n > 0 && !p.names.Known(p.headText(r)) {
		signal = strings.TrimSpace(p.clean[r.Start : r.Start+n])
		r.Start += n
	}
	if p.refused(p.clean[r.Start:r.End]) {
		return nil, false
	}
	if addressStart(p.clean[r.Start:r.End]) {
		return p.addressItem(r, signal)
	}
	if inner := unquote(p.clean, r); inner != r {
		out, ok := p.item(inner, before, open)
		if ok {
			out[0].Range.Start, out[len(out)-1].Range.End = r.Start, r.End
			out[0].Signal = signal
		}
		return out, ok
	}
	if c, ok := p.placeholder(r, signal); ok {
		return c, true
	}
	found := p.datesOf(r)
	if len(found) == 0 {
		return p.undated(r, signal, before)
	}
	return p.datedItem(r, signal, found, before, open)
}

// addressItem reads an item that is an address and nothing else: the host names the outlet.
func (p *parser) addressItem(r Range, signal string) ([]cited, bool) {
	end := wordEndAt(p.clean, r.Start, r.End)
	addr := trimAddress(p.clean[r.Start:end])
	host := hostOf(addr)
	at := strings.Index(strings.ToLower(addr), host)
	if host == "" || at < 0 || !strings.Contains(host, ".") || skipBlanks(p.clean, r.Start+len(addr), r.End) < r.End {
		return nil, false
	}
	v := likeName
	if p.names.ByDomain(host) != nil {
		v = known
	}
	return []cited{{Range: r, Signal: signal, Outlet: Range{r.Start + at, r.Start + at + len(host)}, Head: v, Parted: true, Address: addr}}, true
}

// unquote is the inside of an item that stands in quotation marks as a whole, date and all: «Ведомости, 14 ноября».
func unquote(clean string, r Range) Range {
	s := clean[r.Start:r.End]
	first, n := utf8.DecodeRuneInString(s)
	last, m := utf8.DecodeLastRuneInString(s)
	ends, ok := quoteEnds[first]
	if !ok || len(s) < n+m || !strings.ContainsRune(ends, last) || strings.ContainsAny(s[n:len(s)-m], ends) || !strings.ContainsAny(s, ",،，") {
		return r
	}
	return Range{r.Start + n, r.End - m}
}

// datesOf finds the dates of an item. Those in its title or place are none of its own, nor are those in a known name that begins it ("22 Septembre",
// "Medias 24").
func (p *parser) datesOf(r Range) []dates.Found {
	s := mask(p.clean, r)
	from := 0
	if k := strings.IndexAny(s, ",،，"); k > 0 && strings.ContainsAny(s[:k], "0123456789") {
		name := s[:k]
		if b := strings.IndexAny(name, "[("); b > 0 && strings.IndexByte("])", name[len(name)-1]) >= 0 {
			name = strings.TrimSpace(name[:b])
		}
		if p.knownName(name) {
			from = k
		}
	}
	found := dates.List(s[from:], p.dateOptions())
	for i := range found {
		found[i].Start += from
		found[i].End += from
	}
	return found
}

// placeholder reads an item with a template that nobody filled in: "al-Mayadeen YouTube channel, date, 2018".
func (p *parser) placeholder(r Range, signal string) ([]cited, bool) {
	s := p.clean[r.Start:r.End]
	for _, w := range [...]string{", date,", ", DATE,", ", Date,", ", DD/MM", ", Month Day", ", XX ", ", [date]"} {
		k := strings.Index(s, w)
		if k <= 0 {
			continue
		}
		head := trimRange(p.clean, Range{r.Start, r.Start + k})
		names, v := p.outletsIn(head)
		if v == notName || len(names) == 0 {
			return nil, false
		}
		d := dates.Date{Template: true, Printed: strings.TrimLeft(s[k:], ", ")}
		return []cited{{Range: r, Signal: signal, Outlet: names[0], Date: &d, Head: v, Parted: true, Gap: head.End}}, true
	}
	return nil, false
}

// headText is an item's text up to its first comma.
func (p *parser) headText(r Range) string {
	s := p.clean[r.Start:r.End]
	if i := strings.IndexByte(s, ','); i > 0 {
		return s[:i]
	}
	return s
}

// refused knows items that list, explain or credit: "AFP, AP, Reuters, etc.", "e.g., BBC", "photo: AP".
func (p *parser) refused(s string) bool {
	low := strings.ToLower(s)
	for _, w := range [...]string{"e.g.", "i.e.", "z. b.", "z.b.", "p. ex.", "p.ex.", "such as", "for example", "including", "photo", "image:", "credit", "foto", "aka ", "a.k.a", "also known", "formerly"} {
		if strings.HasPrefix(low, w) {
			return true
		}
	}
	for _, w := range [...]string{"etc", "etc.", "vb.", "usw.", "u.a.", "et al.", "и др.", "itd.", "и т.д."} {
		if strings.HasSuffix(low, w) {
			return true
		}
	}
	return false
}

// datedItem reads an item with dates. found are relative to r.
func (p *parser) datedItem(r Range, signal string, found []dates.Found, before []cited, open int) ([]cited, bool) {
	found = fromTheDay(found)
	first := r.Start + found[0].Start
	head, parted := trimHead(p.clean, Range{r.Start, first})
	run := p.dateRun(r, found)
	end, next := p.itemEnd(r, found, run)
	var outs []cited
	ok := false
	switch {
	case head.Empty():
		outs, ok = p.sharedOutlet(before, open, &found[0].Date)
	default:
		outs, ok = p.readHead(head, &found[0].Date)
	}
	if !ok {
		return nil, false
	}
	for i := range outs {
		outs[i].Signal = signal
		outs[i].Parted = parted || head.Empty()
		outs[i].Gap = head.End
	}
	outs = p.spread(outs, r, found[:run], head, end)
	outs[len(outs)-1].Tail = trimRange(p.clean, Range{min(end, r.Start+found[run-1].End), end})
	if next > 0 {
		more, ok := p.item(trimRange(p.clean, Range{next, r.End}), outs, open)
		if ok {
			outs = append(outs, more...)
		}
	}
	return outs, true
}

// fromTheDay drops the bare years before a full date: they are the number of an issue or part of a name ("Caretas, núm. 1841, 16 de septiembre").
func fromTheDay(found []dates.Found) []dates.Found {
	for i := range found {
		if found[i].Date.Precision != dates.Year {
			if dayPrecise(&found[i].Date) {
				return found[i:]
			}
			break
		}
	}
	return found
}

// dateRun is how many of the dates at the start of found belong to one list.
func (p *parser) dateRun(r Range, found []dates.Found) int {
	run := 1
	for run < len(found) {
		gap := p.clean[r.Start+found[run-1].End : max(r.Start+found[run-1].End, r.Start+found[run].Start)]
		if !joins(gap) || !sameSort(&found[run-1].Date, &found[run].Date) {
			break
		}
		run++
	}
	return run
}

// sameSort keeps lists of days apart from a day followed by a page or a year.
func sameSort(a, b *dates.Date) bool {
	return dayPrecise(a) && dayPrecise(b) || a.Precision == b.Precision
}

// itemEnd is where the item with the first run dates ends: at r.End, or at the comma before a further outlet with a date of its own, in which case
// next is where that begins.
func (p *parser) itemEnd(r Range, found []dates.Found, run int) (end, next int) {
	if run >= len(found) {
		return r.End, 0
	}
	from, to := r.Start+found[run-1].End, r.Start+found[run].Start
	gap := p.clean[from:to]
	if accessBefore(gap) || comma(p.clean, from) == 0 && !strings.HasPrefix(strings.TrimLeft(gap, " "), "and ") {
		return r.End, 0
	}
	head, _ := trimHead(p.clean, Range{from + max(1, comma(p.clean, from)), to})
	if head.Empty() {
		return r.End, 0
	}
	switch p.judgeHead(p.clean[head.Start:head.End]) {
	case known:
		return from, head.Start
	case likeName:
		if dayPrecise(&found[run].Date) && len(words(p.clean[head.Start:head.End])) <= 5 {
			return from, head.Start
		}
	}
	return r.End, 0
}

// sharedOutlet gives a date without a name the outlet of the source to its left, or, alone in its bracket, the outlet that the sentence names just
// before it ("In a New York Times article (9/5/06)").
func (p *parser) sharedOutlet(before []cited, open int, d *dates.Date) ([]cited, bool) {
	if n := len(before); n > 0 {
		return []cited{{Outlet: before[n-1].Outlet, Head: before[n-1].Head, Signal: before[n-1].Signal}}, true
	}
	if r, ok := p.outletBefore(open); ok && dayPrecise(d) {
		return []cited{{Outlet: r, Head: known}}, true // named in the sentence, so a name it is
	}
	return nil, false
}

// spread gives each outlet its stretch of the item, and each day of a list its own. Several outlets share the date at the end; several days share the
// outlet at the start.
func (p *parser) spread(outs []cited, r Range, run []dates.Found, head Range, end int) []cited {
	for i := range outs {
		d := run[0].Date
		outs[i].Date = &d
		outs[i].Range = Range{outs[i].Outlet.Start, outs[i].Outlet.End}
		if i == 0 && !head.Empty() {
			outs[i].Range.Start = head.Start
		}
	}
	last := &outs[len(outs)-1]
	if head.Empty() {
		last.Range.Start = r.Start + run[0].Start
	} else if len(outs) == 1 {
		last.Range.Start = r.Start
	}
	for k := 1; k < len(run); k++ {
		d := run[k].Date
		next := *last
		last.Range.End = r.Start + run[k-1].End
		next.Date = &d
		next.Range = Range{r.Start + run[k].Start, 0}
		next.Parted = true
		outs = append(outs, next)
		last = &outs[len(outs)-1]
	}
	last.Range = trimRange(p.clean, Range{last.Range.Start, end})
	return outs
}

// readHead finds the outlets that a head names, and decides whether what it names can be one with such a date.
func (p *parser) readHead(head Range, d *dates.Date) ([]cited, bool) {
	names, v := p.outletsIn(head)
	if code := p.clean[head.Start:head.End]; v == notName && len(code) == 2 && strings.ToUpper(code) == code && isoPrinted(d) {
		names, v = []Range{head}, likeName // "(US 2022-04-12)": the code of a government
	}
	if v == notName || len(names) == 0 {
		return nil, false
	}
	if d.Precision == dates.Year && !p.yearAlone(p.clean[names[0].Start:names[0].End], v) {
		return nil, false
	}
	if v == likeName && !p.plausible(p.clean[head.Start:head.End], d) {
		return nil, false
	}
	var out []cited
	for _, n := range names {
		out = append(out, cited{Outlet: n, Head: v})
	}
	return out, true
}

// isoPrinted reports whether a date is printed as ISO 8601 has it.
func isoPrinted(d *dates.Date) bool {
	return d.Precision == dates.Day && len(d.Printed) >= 10 && d.Printed[4] == '-' && d.Printed[7] == '-'
}

// plausible asks whether an unknown name goes with a date: a day does; a month or season needs a name of two words or one that news outlets have.
func (p *parser) plausible(head string, d *dates.Date) bool {
	if dayPrecise(d) {
		return true
	}
	ws := words(head)
	if d.Precision == dates.Year {
		return hasPressWord(ws)
	}
	return len(ws) >= 2 || hasPressWord(ws)
}

func hasPressWord(ws []string) bool {
	for _, w := range ws {
		if pressWords[foldWord(w)] {
			return true
		}
	}
	return false
}

// outletsIn splits a head at its commas and words for "and". All parts known: several outlets with one date. The first known: the others are its
// place, section or title. The last known: it follows a title or an author.
func (p *parser) outletsIn(head Range) ([]Range, verdict) {
	whole := p.clean[head.Start:head.End]
	if p.knownName(whole) {
		return []Range{head}, known
	}
	if _, q := quotedTitle(whole); q.Start == 0 && !q.Empty() && q.End < len(whole) && quoteEnds[firstRune(whole)] != "" && !p.names.Known(whole[:q.End]) && strings.IndexByte("[(", strings.TrimSpace(whole[q.End:])[0]) < 0 {
		if rest, _ := trimHead(p.clean, trimComma(p.clean, Range{head.Start + q.End, head.End})); !rest.Empty() {
			return p.outletsIn(rest) // a title, then who published it
		}
	}
	parts := splitItems(p.clean, head, comma)
	if len(parts) == 1 {
		return p.oneOrPair(parts[0])
	}
	parts = p.splitLast(parts)
	judged := make([]verdict, len(parts))
	if last := len(parts) - 1; last > 0 && weekdayShort[p.clean[parts[last].Start:parts[last].End]] && judgedKnown(p, parts[:last]) {
		parts = parts[:last] // "Helsingin Sanomat, Sun 11 Feb"
		judged = judged[:last]
	}
	knowns := 0
	for i, r := range parts {
		if judged[i] = p.judgeHead(p.clean[r.Start:r.End]); judged[i] == known {
			knowns++
		}
	}
	switch {
	case knowns == len(parts):
		return parts, known
	case knowns >= 2:
		if judged[len(parts)-1] == likeName && knowns == len(parts)-1 && !p.places(p.clean[parts[len(parts)-1].Start:parts[len(parts)-1].End]) {
			return parts, known
		}
		return keep(parts, judged, known), known
	case judged[0] == known:
		return parts[:1], known
	case knowns == 1:
		return keep(parts, judged, known), known
	}
	return p.unknownParts(parts, judged)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// trimComma takes blanks and commas off the start of a range.
func trimComma(clean string, r Range) Range {
	for r = trimRange(clean, r); !r.Empty() && comma(clean, r.Start) > 0; {
		r = trimRange(clean, Range{r.Start + comma(clean, r.Start), r.End})
	}
	return r
}

// weekdayShort are abbreviated days of the week, of which some are the names of papers, too.
var weekdayShort = wordSet("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun")

// judgedKnown reports whether the first of some parts is known.
func judgedKnown(p *parser, parts []Range) bool {
	return p.knownName(p.clean[parts[0].Start:parts[0].End])
}

// splitLast parts the last of several names at the word for "and": "Clarín, La Tercera y El Mostrador".
func (p *parser) splitLast(parts []Range) []Range {
	last := parts[len(parts)-1]
	s := p.clean[last.Start:last.End]
	if p.knownName(s) || !p.knownName(p.clean[parts[0].Start:parts[0].End]) {
		return parts
	}
	for _, sep := range [...]string{" and ", " y ", " e ", " et ", " und ", " и ", " i ", " ve ", " en ", " & ", " dhe "} {
		k := strings.Index(s, sep)
		if k <= 0 || !p.knownName(strings.TrimSpace(s[:k])) {
			continue
		}
		a, b := Range{last.Start, last.Start + k}, Range{last.Start + k + len(sep), last.End}
		return append(parts[:len(parts)-1:len(parts)-1], trimRange(p.clean, a), trimRange(p.clean, b))
	}
	return parts
}

// unknownParts decides for a head of several parts that are all unknown.
func (p *parser) unknownParts(parts []Range, judged []verdict) ([]Range, verdict) {
	if p.isPlaces(p.clean[parts[0].Start:parts[len(parts)-1].End]) {
		return nil, notName
	}
	press := 0
	for _, r := range parts {
		if hasPressWord(words(p.clean[r.Start:r.End])) {
			press++
		}
	}
	if press == len(parts) {
		return parts, likeName
	}
	last := len(parts) - 1
	if first := p.clean[parts[0].Start:parts[0].End]; quoted(first) && judged[last] != notName {
		return parts[last:], judged[last]
	}
	if judged[0] == notName {
		return nil, notName
	}
	for i := 1; i < len(parts); i++ {
		if judged[i] == notName && !p.places(p.clean[parts[i].Start:parts[i].End]) && len(words(p.clean[parts[i].Start:parts[i].End])) > 6 {
			return nil, notName
		}
	}
	return parts[:1], judged[0]
}

func keep(parts []Range, judged []verdict, want verdict) []Range {
	var out []Range
	for i, v := range judged {
		if v == want {
			out = append(out, parts[i])
		}
	}
	return out
}

// oneOrPair reads a head without commas: one name, or two that "and" or a slash joins.
func (p *parser) oneOrPair(r Range) ([]Range, verdict) {
	s := p.clean[r.Start:r.End]
	if pair := p.pair(r); pair != nil {
		return pair, known
	}
	if k := strings.LastIndex(s, " in "); k > 0 && p.knownName(s[k+len(" in "):]) { // "Tiina Lehtonen in Turun Sanomat"
		if _, person := personName(s[:k], false); person {
			r.Start += k + len(" in ")
			return []Range{r}, known
		}
	}
	if n := republication(s); n > 0 {
		r.End = r.Start + n
		r = trimRange(p.clean, r)
		s = p.clean[r.Start:r.End]
	}
	return []Range{r}, p.judgeHead(s)
}

// republication is where words such as "republished by the Irish Times" begin, 0 if none do.
func republication(s string) int {
	for _, w := range [...]string{"republished by", "republished in", "reprinted in", "reposted by", "carried by", "translated by"} {
		if i := strings.Index(s, w); i > 1 {
			return i
		}
	}
	return 0
}

// pair splits "AP/Reuters" and "Palinfo and QudsN Twitter accounts" where both sides are known.
func (p *parser) pair(r Range) []Range {
	s := p.clean[r.Start:r.End]
	for _, sep := range [...]string{" and ", " & ", "/", " / ", " und ", " et ", " y ", " e ", " и ", " ve ", " en ", " i ", " dhe ", " og ", " och ", " + "} {
		i := strings.Index(s, sep)
		if i <= 0 {
			continue
		}
		a := trimRange(p.clean, Range{r.Start, r.Start + i})
		b := trimRange(p.clean, Range{r.Start + i + len(sep), r.End})
		if a.Empty() || b.Empty() {
			continue
		}
		second := p.clean[b.Start:b.End]
		if p.names.Known(p.clean[a.Start:a.End]) && (p.names.Known(second) || p.resolves(second) || pluralChannels(second)) {
			return []Range{a, b}
		}
	}
	return nil
}

// pluralChannels reports whether a name ends with a noun that covers the name before it, too: "Filistin al-'An Twitter accounts".
func pluralChannels(s string) bool {
	switch strings.ToLower(lastField(s)) {
	case "accounts", "pages", "channels", "websites", "sites", "newspapers", "feeds":
		return true
	}
	return false
}

// undated reads an item without a date: "n.d.", an age, an issue number, a placeholder, or outlets alone.
func (p *parser) undated(r Range, signal string, before []cited) ([]cited, bool) {
	s := p.clean[r.Start:r.End]
	cut := strings.LastIndexAny(s, ",")
	if cut < 0 {
		cut = strings.LastIndexAny(s, " \u00A0")
		if i := strings.Index(s, " n.d"); i > 0 {
			cut = i
		}
	}
	if cut > 0 {
		head, parted := trimHead(p.clean, Range{r.Start, r.Start + cut})
		rest := strings.TrimLeft(s[cut:], ", \u00A0\n")
		if d, ok := p.vagueDate(rest); ok && !head.Empty() {
			if names, v := p.outletsIn(head); v != notName && len(names) > 0 && (v == known || d.NoDate || dayPrecise(d)) {
				c := cited{Range: r, Signal: signal, Outlet: names[0], Date: d, Head: v, Parted: parted || true, Gap: head.End}
				return []cited{c}, true
			}
		}
		if strings.ContainsRune(rest, '/') && strings.ContainsAny(rest, "0123456789") && p.names.Known(strings.TrimSpace(s[:cut])) && locator(rest) {
			at := Range{r.End - len(rest), r.End}
			return []cited{{Range: r, Signal: signal, Outlet: head, Head: known, Parted: true, Garbled: at}}, true
		}
		if issueNumber(rest) && p.names.Known(s[:cut]) {
			return []cited{{Range: r, Signal: signal, Outlet: head, Head: known, Parted: true}}, true
		}
	}
	return p.outletsAlone(r, signal, len(before) > 0)
}

// vagueDate reads what stands for a date and is none: n.d., "2 days ago", a month alone, a placeholder.
func (p *parser) vagueDate(s string) (*dates.Date, bool) {
	switch {
	case dates.NoDate(s):
		return &dates.Date{Precision: dates.None, NoDate: true, Printed: s}, true
	case strings.EqualFold(s, "date") || s == "DATE" || s == "TK" || s == "XX":
		return &dates.Date{Precision: dates.None, Template: true, Printed: s}, true
	}
	if d, ok := dates.BareMonth(s); ok {
		d.Printed = s
		return &d, true
	}
	if f, ok := dates.At(strings.TrimSuffix(s, ".")+".", 0, dates.Options{Language: dayFirstLanguage(p.lang)}); ok && f.End >= len(s) && dayPrecise(&f.Date) { // "11.08" where a house leaves out the last stop
		f.Date.Printed = s
		return &f.Date, true
	}
	if _, ok := dates.Relative(s); ok {
		return &dates.Date{Precision: dates.None, Printed: s}, true
	}
	return nil, false
}

// dayFirstLanguage is a language that writes "12.2." for a day, where the document's own does not: the dots alone say so.
func dayFirstLanguage(lang string) string {
	if lang == "" || lang == "en" {
		return "de"
	}
	return lang
}

// issueNumber reads "No. 79", "#1028", "Nr. 5".
func issueNumber(s string) bool {
	f := strings.ToLower(strings.TrimLeft(s, "#"))
	return f != "" && (isNumber(f) && (strings.HasPrefix(s, "#") || len(f) < 4))
}

// outletsAlone reads an item that names outlets and nothing else. beside says that another item of the bracket has cited already, so that a name that
// no registry knows will do.
func (p *parser) outletsAlone(r Range, signal string, beside bool) ([]cited, bool) {
	names, v := p.outletsIn(r)
	s := p.clean[r.Start:r.End]
	if v == notName || v == likeName && (!beside || len(words(s)) > 5) {
		return nil, false
	}
	var out []cited
	for i, n := range names {
		c := cited{Range: n, Outlet: n, Head: v, Parted: true}
		if i == 0 {
			c.Range.Start, c.Signal = r.Start, signal
		}
		if i == len(names)-1 {
			c.Range.End = r.End
		}
		out = append(out, c)
	}
	return out, true
}

// onlyNames reports whether s is names of known outlets and separators.
func (p *parser) onlyNames(s string) bool {
	if len(s) > 200 || !strings.ContainsFunc(s, unicode.IsLetter) {
		return false
	}
	if n := signalAt(s); n > 0 {
		s = s[n:]
	}
	if c, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(c) && !namePrefix(s) && !caseless(s) && !strings.HasPrefix(s, "the ") && !strings.HasPrefix(s, "taz") {
		return false
	}
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == ',' || r == '/' }) {
		part = strings.TrimSpace(part)
		if part != "" && !p.knownName(part) {
			return p.names.Known(s)
		}
	}
	return true
}

// reportNouns may stand between an outlet's name and a bracket that holds the date alone.
var reportNouns = wordSet(`article report editorial story piece column op-ed interview broadcast special segment dispatch cover analysis profile investigation account item blog post survey poll in on of the 's`)

// outletBefore is the known outlet that the text names just before the bracket at open.
func (p *parser) outletBefore(open int) (Range, bool) {
	const reach = 90
	from := max(0, open-reach)
	for from > 0 && !utf8.RuneStart(p.clean[from]) {
		from++
	}
	if i := strings.LastIndexAny(p.clean[from:open], ".;:()\n"); i >= 0 {
		from += i + 1
	}
	best := Range{}
	for i := from; i < open; i++ {
		if i > from && wordChar(p.clean, i-1) || !wordChar(p.clean, i) {
			continue
		}
		if end, _, ok := p.names.LongestAt(p.clean, i); ok && end <= open && end > best.End {
			best = Range{i, end}
			i = end
		}
	}
	if best.Empty() {
		return p.bodyBefore(from, open)
	}
	best.Start = p.leftOver(best.Start, from)
	for _, w := range words(p.clean[best.End:open]) {
		if !reportNouns[foldWord(w)] && w != "’s" && w != "'s" {
			return Range{}, false
		}
	}
	return best, true
}

// bodyBefore is the name of an institution that no registry knows, where it ends right before the bracket at open.
func (p *parser) bodyBefore(from, open int) (Range, bool) {
	end := open
	for end > from && blankBefore(p.clean, end) > 0 {
		end -= blankBefore(p.clean, end)
	}
	start := end
	for k := end; k > from; {
		for k > from && blankBefore(p.clean, k) == 0 {
			k--
		}
		w := p.clean[k:max(k, wordEndAt(p.clean, k, end))]
		if !capitalised(w) && !nameWords[w] {
			break
		}
		if capitalised(w) {
			start = k
		}
		for k > from && blankBefore(p.clean, k) > 0 {
			k--
		}
	}
	for _, of := range [...]string{" of the ", " at the ", " of ", " at "} { // whoever speaks for it
		if k := strings.Index(p.clean[start:end], of); k > 0 {
			if _, person := personName(p.clean[start:start+k], false); person && !p.isBody(p.clean[start:start+k]) {
				start += k + len(of)
				break
			}
		}
	}
	if name := p.clean[start:end]; start < end && len(words(name)) >= 3 && p.isBody(name) {
		return Range{start, end}, true
	}
	return Range{}, false
}

// leftOver moves the start of a name left over the capitals that belong to it: "Meet the Press" where "the Press" is known.
func (p *parser) leftOver(start, low int) int {
	for start > low+1 && p.clean[start-1] == ' ' {
		k := start - 1
		for k > low && wordChar(p.clean, k-1) {
			k--
		}
		if w := p.clean[k : start-1]; w == "" || !capitalised(w) || articleWords[strings.ToLower(w)] || len(w) < 3 {
			break
		}
		start = k
	}
	return start
}

// wordChar reports whether the byte at i belongs to a word. Of the characters beyond ASCII all do but blanks, punctuation and superscripts.
func wordChar(s string, i int) bool {
	c := s[i]
	if c < 0x80 {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	for k := 0; c&0xC0 == 0x80 && i > 0 && k < 3; k++ {
		i--
		c = s[i]
	}
	switch {
	case c == 0xC2 && i+1 < len(s): // U+0080 to U+00BF: ª, µ and º are letters
		return s[i+1] == 0xAA || s[i+1] == 0xB5 || s[i+1] == 0xBA
	case c == 0xE2 && i+1 < len(s):
		return s[i+1] > 0x82
	case c == 0xE3 && i+1 < len(s) && s[i+1] == 0x80, c == 0xEF && i+1 < len(s) && s[i+1] == 0xBC: // CJK and full-width punctuation
		return false
	}
	return true
}

// dashTail reads "… killed. – ABC News, March 1" at the end of a block: sources behind a dash that follows a sentence's end or opens the block.
func (p *parser) dashTail(block int) {
	r := p.t.Blocks[block].Range
	from := max(r.Start, r.End-200)
	s := p.clean[from:r.End]
	if strings.IndexByte(s, 0xE2) < 0 && !strings.Contains(s, "--") || !strings.ContainsAny(s, "0123456789") {
		return
	}
	at, n := -1, 0
	for _, dash := range [...]string{"– ", "— ", "-- ", "—", "–"} {
		if i := strings.LastIndex(s, dash); i > at && len(dash) > 0 {
			at, n = i, len(dash)
		}
	}
	if at < 0 || strings.ContainsAny(s[at:], "([") {
		return
	}
	before := strings.TrimRight(p.clean[r.Start:from+at], " \u00A0")
	if before != "" && !strings.ContainsAny(before[len(before)-1:], ".!?)") && !strings.HasSuffix(before, "”") && !strings.HasSuffix(before, "\"") {
		return
	}
	inner := trimRange(p.clean, Range{from + at + n, r.End})
	if inner.End > inner.Start && p.clean[inner.End-1] == '.' {
		inner.End--
	}
	if inner.Empty() || p.insideGroup(inner.Start) {
		return
	}
	cs := p.items(inner, inner.Start)
	if len(cs) == 0 || !dated(cs) || !p.bracketCites(cs) {
		return
	}
	p.groups = append(p.groups, group{Range: Range{from + at, r.End}, Block: block, Kind: '-', Cites: cs})
}
