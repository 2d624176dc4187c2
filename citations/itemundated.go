package citations

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
)

// undated reads an item without a date: "n.d.", an age, an issue number, a placeholder, or outlets alone.
func (p *parser) undated(r Range, signal string, before []cited) ([]cited, bool) {
	s := p.clean[r.Start:r.End]
	cut := strings.LastIndexAny(s, ",")
	if out, ok := p.ibidAlone(r, signal, before); ok {
		return out, true
	}
	if out, ok := p.addressed(r, signal); ok {
		return out, true
	}
	if cut < 0 {
		cut = strings.LastIndexAny(s, " \u00A0")
		if i := strings.Index(s, " n.d"); i > 0 {
			cut = i
		}
	}
	if cut > 0 {
		if c, ok := p.vaguelyDated(r, signal, cut); ok {
			return []cited{c}, true
		}
		if page := strings.TrimLeft(s[cut:], ", \u00A0"); pageMarks.has(strings.TrimRight(strings.ToLower(firstWord(page)), ".")) && locator(page) { // "Der Spiegel, Nr. 34/1999, S. 41"
			if c, ok := p.undated(trimRange(p.clean, Range{Start: r.Start, End: r.Start + cut}), signal, before); ok && len(c) == 1 && c[0].Date != nil {
				c[0].Range = r
				return c, true
			}
		}
	}
	return p.outletsAlone(r, signal, len(before) > 0)
}

// addressed reads an item of names and the address behind them: "Libya Herald, https://…".
func (p *parser) addressed(r Range, signal string) ([]cited, bool) {
	k := strings.Index(p.clean[r.Start:r.End], " http")
	if k <= 0 {
		return nil, false
	}
	address := Range{Start: r.Start + k + 1, End: r.End}
	head, parted := trimHead(p.clean, Range{Start: r.Start, End: r.Start + k})
	if head.Empty() || !parted || wordEndAt(p.clean, address.Start, r.End) < r.End {
		return nil, false
	}
	out, ok := p.outletsAlone(head, signal, false)
	if !ok {
		return nil, false
	}
	last := &out[len(out)-1]
	last.Range.End, last.Address = r.End, trimAddress(p.clean[address.Start:address.End])
	return out, true
}

// surnameAlone reports whether a name that no registry knows is one word as authors are cited by, "(Woolf, n.d.)".
func surnameAlone(name string) bool {
	ws := words(name)
	return len(ws) == 1 && nameWord(ws[0]) && !domainLike(ws[0]) && !hasPressWord(ws)
}

// vaguelyDated reads an item whose bytes from cut on stand for a date: "n.d.", a number that can be none, the number of an issue.
func (p *parser) vaguelyDated(r Range, signal string, cut int) (cited, bool) {
	s := p.clean[r.Start:r.End]
	before := Range{Start: r.Start, End: r.Start + cut}
	rest := strings.TrimLeft(s[cut:], ", \u00A0\n")
	if d, ok := p.vagueDate(rest); ok {
		if head, _ := trimHead(p.clean, before); !head.Empty() {
			if names, v := p.outletsIn(head); v != notName && len(names) > 0 && (v == known || d.NoDate && !surnameAlone(p.t.Slice(names[0])) || dayPrecise(d)) {
				return cited{Range: r, Signal: signal, Outlet: names[0], Date: d, Head: v, Parted: true, Gap: head.End}, true
			}
		}
	}
	rest = withoutNumberWord(rest)
	number, year := issueOfYear(rest)
	if name := strings.TrimSpace(s[:cut]); year != nil && acronym(name) && p.names.Resolve(name, outlets.Context{Language: p.lang}).How == outlets.Ambiguous {
		return cited{}, false // "LC 165/2019": a law
	}
	if year == nil && strings.IndexByte(rest, '/') >= 0 && strings.ContainsAny(rest, "0123456789") && p.names.Known(strings.TrimSpace(s[:cut])) && locator(rest) {
		head, _ := trimHead(p.clean, before)
		return cited{Range: r, Signal: signal, Outlet: head, Head: known, Parted: true, Garbled: Range{Start: r.End - len(rest), End: r.End}}, true
	}
	if !issueNumber(number) {
		return cited{}, false
	}
	if name := beforeNumber(s[:cut]); p.names.Known(name) && !numbersItself(s[:cut], name) {
		head, _ := trimHead(p.clean, before)
		head.End = head.Start + len(name)
		return cited{Range: r, Signal: signal, Outlet: head, Head: known, Parted: true, Date: year}, true
	}
	return cited{}, false
}

// numbersItself reports whether a noun for what appears in a series stands right before its number: "(Dispatch no. 141)" is the piece itself.
func numbersItself(before, name string) bool {
	return seriesNouns.has(strings.ToLower(name)) && !strings.Contains(before, ",")
}

// withoutNumberWord is the number of an issue without the word before it: "nr 27/2019".
func withoutNumberWord(s string) string {
	first, number, ok := strings.Cut(s, " ")
	if ok && issueNumberWords.has(strings.ToLower(first)) && number != "" && number[0] >= '0' && number[0] <= '9' {
		return number
	}
	return s
}

// issueNumberWords stand before the number of an issue.
var issueNumberWords = wordSet(`no. no nr nr. № n° nº n.º n. num. núm. č. br. issue sayı`)

// acronym reports whether a name is two to four capitals.
func acronym(name string) bool {
	return len(name) > 1 && len(name) <= 4 && strings.ToUpper(name) == name && strings.ToLower(name) != name
}

// vagueDate reads what stands for a date and is none: n.d., "2 days ago", a month alone, a placeholder.
func (p *parser) vagueDate(s string) (*dates.Date, bool) {
	switch {
	case dates.NoDate(s):
		return &dates.Date{Precision: dates.None, NoDate: true, Printed: s}, true
	case unfilled(s):
		return &dates.Date{Precision: dates.None, Template: true, Printed: s}, true
	}
	if d, ok := dates.BareMonth(partOfMonth(s)); ok {
		d.Printed = s
		return &d, true
	}
	if dates.Weekday(s) && capitalised(s) {
		return &dates.Date{Precision: dates.None, Printed: s}, true
	}
	if strings.IndexByte(s, '.') >= 0 { // "11.08" where a house leaves out the last stop
		f, ok := dates.At(strings.TrimSuffix(s, ".")+".", 0, dates.Options{Language: dayFirstLanguage(p.lang)})
		if ok && f.End >= len(s) && dayPrecise(&f.Date) {
			f.Date.Printed = s
			return &f.Date, true
		}
	}
	if order := p.wordOrder(); order != dates.OrderUnknown && strings.IndexByte(s, '/') >= 0 { // "8/11" where the document writes "8 November"
		if f, ok := dates.At(s, 0, dates.Options{Language: p.lang, Order: order, Named: true}); ok && f.End == len(s) && dayPrecise(&f.Date) {
			f.Date.Printed = s
			return &f.Date, true
		}
	}
	if _, ok := dates.Relative(s); ok {
		return &dates.Date{Precision: dates.None, Printed: s}, true
	}
	return nil, false
}

// partOfMonth is a month without the word for a part of it: "early May", "late-March", "Anfang Mai".
func partOfMonth(s string) string {
	k := strings.IndexAny(s, " -")
	if k > 0 && partsOfMonth.has(strings.ToLower(s[:k])) {
		return s[k+1:]
	}
	return s
}

// partsOfMonth are such words.
var partsOfMonth = wordSet(`early mid late anfang mitte ende début mi fin principios mediados finales inicio meados fim inizio metà fine begin medio eind początek połowa koniec начало середина конец`)

// beforeNumber is the name in "China Media Bulletin No." or "Weekly News Update #".
func beforeNumber(s string) string {
	s = strings.TrimRight(s, " \u00A0,")
	for _, w := range [...]string{" No.", " no.", " Nr.", " nr.", " №", " issue", " Issue", " n°", " nº", " n.º", " nr", " no", " n.", " č.", " br.", " num.", " núm."} {
		if name, ok := strings.CutSuffix(s, w); ok {
			return strings.TrimRight(name, " ,")
		}
	}
	return s
}

// dayFirstLanguage is a language that writes "12.2." for a day, where the document's own does not: the dots alone say so.
func dayFirstLanguage(lang string) string {
	if lang == "" || lang == "en" {
		return "de"
	}
	return lang
}

// issueOfYear parts "48/2018", the number of an issue in its year; year is nil where there is none.
func issueOfYear(s string) (number string, year *dates.Date) {
	number, of, ok := strings.Cut(s, "/")
	if !ok || len(of) != 4 || !isNumber(of) || of < "1900" || of > "2099" {
		return s, nil
	}
	return number, &dates.Date{From: dates.Ymd{Y: labelNumber(of)}, Precision: dates.Year, Year: dates.YearStated, Printed: of}
}

// issueNumber reads "No. 79", "#1028", "Nr. 5".
func issueNumber(s string) bool {
	f := strings.ToLower(strings.TrimLeft(s, "#"))
	return f != "" && (isNumber(f) && (strings.HasPrefix(s, "#") || len(f) < 4))
}

// outletsAlone reads an item that names outlets and nothing else. beside says that another item of the bracket has cited already, so that a name that
// no registry knows will do.
func (p *parser) outletsAlone(r Range, signal string, beside bool) ([]cited, bool) {
	if !beside && !p.mayNameKnown(r) {
		return nil, false
	}
	names, v := p.outletsIn(r)
	s := p.clean[r.Start:r.End]
	if v == notName || v == likeName && (!beside || len(words(s)) > 5) {
		return nil, false
	}
	if _, month := dates.BareMonth(s); month { // "(October)": a month before it is a journal
		return nil, false
	}
	if parts := splitItems(p.clean, r, comma); len(parts) > len(names) && len(names) > 0 {
		for _, q := range parts[len(names):] { // "(NYT, RCV1-V2 and WoS)": with no date, all that stands there has to be a name or its place
			if s := p.clean[q.Start:q.End]; !p.places(s) && !(v == known && pageWord(s)) {
				return nil, false
			}
		}
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

// pageWord reports whether s is a page, with a word that says so: "p. 37", "S. 4".
func pageWord(s string) bool {
	w, _, ok := strings.Cut(s, " ")
	return ok && pageWords.has(strings.ToLower(w)) && locator(s) && strings.ContainsAny(s, "0123456789")
}

// pageWords stand before the number of a page.
var pageWords = wordSet(`p. pp. p pp pg. page pages s. seite pág. págs. str. стр. с. sayfa blz.`)

// mayNameKnown is the cheap question before outletsIn, which must not answer known where this says no: whether the whole or a part between commas is
// known, or something stands in it that outletsIn takes names apart at.
func (p *parser) mayNameKnown(r Range) bool {
	s := p.clean[r.Start:r.End]
	for _, c := range s {
		switch c {
		case '/', '"', '“', '„', '«', '»': // as quoteEnds has them
			return true
		}
	}
	if nameJoints.in(s) || p.knownName(s) {
		return true
	}
	return slices.ContainsFunc(splitItems(p.clean, r, comma), func(q piece) bool { return p.knownName(p.clean[q.Start:q.End]) })
}

// nameJoints finds in one pass the words at which an item's names are taken apart; the slash is one byte, and looked for apart.
var nameJoints = phrases(slices.Concat([]string{" in "}, slices.DeleteFunc(slices.Clone(joints), func(w string) bool { return w == "/" }), republishers)...)

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
		if part != "" && !p.knownName(part) && (part == strings.TrimSpace(s) || strings.HasPrefix(s, part) || !p.places(part)) {
			first, rest, two := strings.Cut(s, "; ")
			return p.names.Known(s) || two && p.knownName(first) && capitalised(rest) && len(words(rest)) <= 3 && !numbered(rest) // "RNS; Morning Advertiser"
		}
	}
	return true
}
