package citations

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
)

// items reads the sources between the brackets. It returns none unless every dated part of the text is one.
func (p *parser) items(inner Range, open int) []cited {
	var out []cited
	pieces := splitItems(p.clean, inner, semicolon)
	if len(pieces) > mostItems {
		pieces = pieces[:mostItems]
	}
	var bare []piece
	for _, r := range p.daysJoined(pieces) {
		p.beside = anyKnown(out)
		got, ok := p.item(r, out, open)
		p.beside = false
		if !ok {
			bare = append(bare, r)
			continue
		}
		out = append(out, got...)
	}
	if len(out) == 0 {
		return nil // most brackets cite nothing
	}
	refused := slices.ContainsFunc(bare, func(r piece) bool { return len(p.datesOf(r)) > 0 })
	if (refused || len(bare) > len(pieces)/2) && !anyKnown(out) {
		return nil // "(Leeds, April 25; Harrogate, April 26)": what dates a place dates its neighbours, too
	}
	if refused && !slices.ContainsFunc(out, func(c cited) bool { return c.Date == nil || !yearsOnly(c.Date) }) && !p.allPress(&group{Cites: out}) {
		return nil // "(RFD, 1991; FAO, 1993)": authors
	}
	if !anyKnown(out) && (p.namesCourt(out, open) || p.namesWork(open, inner.End)) {
		return nil
	}
	if len(bare) > 0 && !slices.ContainsFunc(out, func(c cited) bool { return c.Date == nil || !yearsOnly(c.Date) }) && p.counted(pieces[len(pieces)-1]) {
		return nil // "(RTP, 2016; two seasons)": a work and how long it is
	}
	return out
}

// daysJoined joins a name and the day behind it where a semicolon stands for the comma between them: "(Reuters; May 3)".
func (p *parser) daysJoined(pieces []piece) []piece {
	out := pieces[:0:0]
	for i, r := range pieces {
		if i > 0 && p.onlyDate(r) {
			if last := &out[len(out)-1]; len(p.datesOf(*last)) == 0 && p.knownName(p.clean[last.Start:last.End]) {
				last.End = r.End
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// onlyDate reports whether a piece is a date and nothing else.
func (p *parser) onlyDate(r piece) bool {
	found := p.datesOf(r)
	return len(found) == 1 && found[0].Start == 0 && found[0].End == r.Len()
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
		if w := strings.TrimSpace(p.clean[r.Start : r.Start+n]); !tiedOn(w) || p.pointedAt(p.clean[r.Start+n:r.End]) {
			signal = w
			r.Start += n
		}
	}
	if at, w := p.innerSignal(r); at > 0 {
		r.Start, signal = at, w
	}
	if p.refused(p.clean[r.Start:r.End]) {
		return nil, false
	}
	if addressStart(p.clean[r.Start:r.End]) {
		if out, ok := p.addressItem(r, signal); ok {
			return out, true
		}
	}
	if inner := unquote(p.clean, r); inner != r {
		p.quoted = true
		out, ok := p.item(inner, before, open)
		p.quoted = false
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
	return []cited{{Range: r, Signal: signal, Outlet: Range{Start: r.Start + at, End: r.Start + at + len(host)}, Head: v, Parted: true, Address: addr}}, true
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
	return Range{Start: r.Start + n, End: r.End - m}
}

// headText is an item's text up to its first comma.
func (p *parser) headText(r Range) string {
	s := p.clean[r.Start:r.End]
	if i := strings.IndexAny(s, ",，、،"); i > 0 {
		return s[:i]
	}
	return s
}

// refused knows items that list, explain or credit: "AFP, AP, Reuters, etc.", "e.g., BBC", "photo: AP".
func (p *parser) refused(s string) bool {
	if strings.Contains(s, " = ") {
		return true // the size of a sample
	}
	if len(s) > 6 && s[0] == '[' && s[5] == ']' && isNumber(s[1:5]) {
		return true // the neutral number of a judgment: "[2016] EWCA Civ 441"
	}
	return s != "" && (explaining.opens(s) || endsList(s))
}

// explaining begins an item that lists, explains or credits.
var explaining = phrases("e.g.", "i.e.", "z. b.", "z.b.", "p. ex.", "p.ex.", "such as", "for example", "including", "photo", "image:", "credit", "foto", "aka ", "a.k.a", "also known", "formerly")

// endsList reports whether an item breaks a list off: "AFP, AP, etc.".
func endsList(s string) bool {
	if c := s[len(s)-1]; c != '.' && c|0x20 != 'c' {
		return false
	}
	low := strings.ToLower(s)
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
	head, parted := trimHead(p.clean, Range{Start: r.Start, End: first})
	if station := p.monitored(head); station != head {
		head, parted = station, true
	}
	run := p.dateRun(r, found)
	end, next := p.itemEnd(r, found, run)
	var outs []cited
	ok := false
	switch {
	case isIbidWord(p.clean[head.Start:head.End]):
		outs, ok = p.sharedOutlet(p.citedBefore(before), open, &found[0].Date)
	case head.Empty():
		outs, ok = p.sharedOutlet(before, open, &found[0].Date)
	default:
		outs, ok = p.readHead(p.uncarried(head), &found[0].Date)
		if !ok && len(before) == 0 && dayPrecise(&found[0].Date) && p.places(p.clean[head.Start:head.End]) {
			outs, ok = p.paperOf(open)
		}
	}
	if !ok || lawReport(p.clean[r.Start+found[run-1].End:r.End]) {
		return nil, false
	}
	if lookedAt.in(strings.ToLower(p.clean[head.End:first])) || !head.Empty() && lookedAt.in(strings.ToLower(p.clean[outs[len(outs)-1].Outlet.End:first])) {
		return undatedAll(outs, r, signal), true
	}
	for i := range outs {
		outs[i].Signal = signal
		outs[i].Parted = parted || head.Empty()
		outs[i].Gap = head.End
	}
	if at := (Range{Start: first, End: r.Start + found[run-1].End}); scannedDigits(p.clean[at.Start:at.End]) != "" {
		outs[0].Garbled = at
	} else if w, month := p.monthSlip(p.clean[at.Start:at.End]); month != "" {
		outs[0].Garbled, outs[0].Month = Range{Start: at.Start + w.Start, End: at.Start + w.End}, month
	}
	outs = p.spread(outs, r, found[:run], head, end)
	outs[len(outs)-1].Tail = trimRange(p.clean, Range{Start: min(end, r.Start+found[run-1].End), End: end})
	if next > 0 {
		more, ok := p.item(trimRange(p.clean, Range{Start: next, End: r.End}), outs, open)
		if ok {
			outs = append(outs, more...)
		}
	}
	return outs, true
}

// lookedAt stand before the day on which a page was looked at, which is no day of its own.
var lookedAt = phrases("accessed", "retrieved", "visited", "viewed", "checked", "consulted", "downloaded", "abgerufen", "aufgerufen", "zugriff", "consulté", "consultée", "consultado", "consultada", "acceso", "acesso", "acessado", "consultato", "accesso",
	"дата обращения", "تاريخ الدخول", "تم الاطلاع", "erişim", "dostęp", "geraadpleegd", "pristup", "pristupljeno", "hämtad", "hentet")

// undatedAll gives the outlets of item r, whose only day is one on which it was looked at.
func undatedAll(outs []cited, r Range, signal string) []cited {
	for i := range outs {
		outs[i].Signal, outs[i].Parted, outs[i].Date = signal, true, nil
		outs[i].Range = outs[i].Outlet
	}
	outs[0].Range.Start, outs[len(outs)-1].Range.End = r.Start, r.End
	return outs
}

// paperOf is the press that the text names right before the bracket at open, whose city and date it gives: "L'Orient-Le Jour (Beyrouth, 5 mars)".
func (p *parser) paperOf(open int) ([]cited, bool) {
	r, ok := p.outletBefore(open)
	if !ok || strings.Trim(p.clean[r.End:open], " *_\"”»\u00A0") != "" || !p.onlyPress(p.clean[r.Start:r.End]) {
		return nil, false
	}
	return []cited{{Outlet: r, Head: known}}, true
}

// onlyPress reports whether all that a name may mean is press.
func (p *parser) onlyPress(name string) bool {
	m := p.names.Resolve(name, outlets.Context{Language: p.lang})
	for _, c := range m.Candidates {
		if o := p.names.ByID(c.ID); o == nil || !o.Kind.Press() {
			return false
		}
	}
	return len(m.Candidates) > 0 || m.Entry != nil && m.Entry.Kind.Press() && m.Entry.Kind != "social"
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
	head, _ := trimHead(p.clean, Range{Start: from + max(1, comma(p.clean, from)), End: to})
	if head.Empty() {
		return r.End, 0
	}
	switch p.judgeHead(p.clean[head.Start:head.End]) {
	case known:
		return from, head.Start
	case likeName:
		name := p.clean[head.Start:head.End]
		if (dayPrecise(&found[run].Date) || caseless(name) && found[run].Date.Precision == dates.Month || p.isBody(name)) && len(words(name)) <= 5 {
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

// citedBefore is what the bracket has cited before, or the bracket before it in its paragraph: what "ibid." repeats.
func (p *parser) citedBefore(before []cited) []cited {
	if n := len(p.groups); len(before) == 0 && n > 0 && p.groups[n-1].Block == p.atBlock {
		return p.groups[n-1].Cites
	}
	return before
}

// ibidAlone reads an item that repeats the source before: "(ibid.)", "(ibid., p. 4)".
func (p *parser) ibidAlone(r Range, signal string, before []cited) ([]cited, bool) {
	word, rest, _ := strings.Cut(p.clean[r.Start:r.End], ",")
	earlier := p.citedBefore(before)
	if !isIbidWord(word) || strings.TrimSpace(rest) != "" && !locator(rest) || len(earlier) == 0 {
		return nil, false
	}
	last := &earlier[len(earlier)-1]
	again := cited{Range: r, Signal: signal, Outlet: last.Outlet, Head: last.Head, Person: last.Person, Parted: true}
	if last.Date != nil { // it is the same item
		day := *last.Date
		again.Date = &day
	}
	return []cited{again}, true
}

// spread gives each outlet its stretch of the item, and each day of a list its own. Several outlets share the date at the end; several days share the
// outlet at the start.
func (p *parser) spread(outs []cited, r Range, run []dates.Found, head Range, end int) []cited {
	for i := range outs {
		d := run[0].Date
		outs[i].Date = &d
		outs[i].Range = Range{Start: outs[i].Outlet.Start, End: outs[i].Outlet.End}
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
		next.Range = Range{Start: r.Start + run[k].Start, End: 0}
		next.Parted = true
		outs = append(outs, next)
		last = &outs[len(outs)-1]
	}
	last.Range = trimRange(p.clean, Range{Start: last.Range.Start, End: end})
	return outs
}
