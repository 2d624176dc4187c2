package citations

import (
	"strings"

	"example.org/verify/citations/dates"
)

// group is a parenthesis, bracket, dash tail or linked name that gives sources for what stands before it.
type group struct {
	Range Range // brackets included
	Block int   // index into Text.Blocks
	Kind  byte  // '(' '[' '-' (dash tail), 'l' (a link that is itself the citation)
	Open  bool  // never closed
	Weak  bool  // outlets alone, no date
	Cased bool  // in square brackets, a name like "Рівне вечірнє" that may be no name: the other brackets of the document decide
	Quote bool  // a name and a place behind a quotation: "« … » (Le Lynx, Conakry)"
	Cites []cited
	Extra Range // a bracket too many beside it: "((Wafa, May 20)"
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
	Stray   Range  // a stray separator
	Garbled Range  // a number that can be no date: "5/603"; a month that is misspelt
	Month   string // what the month that is misspelt is read as
	Address string
}

// Bounds of look-ahead, so that no input can make the scan slow.
const (
	longestOpen  = 400  // bytes looked at behind a bracket that is never closed
	longestGroup = 2000 // bytes of a bracket that is
	deepest      = 3    // brackets around one that is read although it holds others
	mostHeld     = 12   // brackets that open in one that is read
	mostItems    = 40
)

// scanGroups finds the groups of a block. bs are the block's brackets.
func (p *parser) scanGroups(block int, bs []bracket) {
	for k := range bs {
		p.look()
		b := &bs[k]
		if b.Depth > 0 && p.insideGroup(b.Open) || b.Depth > deepest && holds(bs, k, 1) || holds(bs, k, mostHeld+1) {
			continue
		}
		if g, ok := p.readGroup(block, b, bs[k+1:]); ok {
			g.Extra = p.extraBracket(&g, bs, k)
			p.groups = append(p.groups, g)
		}
	}
	p.dashTail(block)
}

// holds reports whether bracket k is closed behind the opening of n others. Those that hold none lie side by side, so that each may be read, however deep.
func holds(bs []bracket, k, n int) bool { return k+n < len(bs) && bs[k+n].Open < bs[k].Close }

// insideGroup reports whether an offset lies in the group found last.
func (p *parser) insideGroup(at int) bool {
	n := len(p.groups)
	return n > 0 && at < p.groups[n-1].Range.End
}

// extraBracket is the bracket right before or behind group g, that of bs[k], that has no partner.
func (p *parser) extraBracket(g *group, bs []bracket, k int) Range {
	b := &bs[k]
	switch {
	case g.Open || b.Kind != '(':
	case k > 0 && bs[k-1].Kind == '(' && bs[k-1].Close < 0 && bs[k-1].Open == b.Open-1:
		return Range{Start: b.Open - 1, End: b.Open}
	case b.Depth == 0 && g.Range.End < p.t.Blocks[g.Block].Range.End && p.clean[g.Range.End] == ')':
		return Range{Start: g.Range.End, End: g.Range.End + 1}
	}
	return Range{}
}

func (p *parser) readGroup(block int, b *bracket, later []bracket) (group, bool) {
	end := p.t.Blocks[block].Range.End
	from := b.Open + bracketLen(p.clean, b.Open)
	g := group{Block: block, Kind: b.Kind}
	inner := Range{Start: from, End: b.Close}
	if b.Close < 0 || b.Close-from > longestGroup {
		inner, g.Open = p.unclosed(from, end, b.Kind, later), true
	}
	if inner.Empty() || p.inCode(b.Open) {
		return g, false
	}
	g.Range = Range{Start: b.Open, End: inner.End}
	if !g.Open {
		g.Range.End += bracketLen(p.clean, b.Close)
	}
	g.Quote = !g.Open && p.creditsQuote(&g, inner)
	if !g.Quote && !promising(p.clean[inner.Start:inner.End], p) {
		return g, false
	}
	p.atBlock = block
	p.square, p.cased = b.Kind == '[' && !g.Open, false
	g.Cites = p.items(inner, b.Open)
	p.square, g.Cased = false, p.cased
	if len(g.Cites) == 0 && g.Quote {
		g.Cites = p.quoteCredit(inner)
	}
	if len(g.Cites) == 0 {
		return g, false
	}
	if p.glosses(&g) {
		return g, false
	}
	g.Weak = !dated(g.Cites)
	if b.Kind == '[' && !p.bracketCites(g.Cites) || g.Open && g.Weak {
		return g, false
	}
	return g, true
}

// unclosed is the text of a bracket that is never closed: to the end of its sentence, the next round bracket, the next of its own kind that is not closed
// either, or the block. So no byte is read for more than one bracket of each kind, however many are left open.
func (p *parser) unclosed(from, end int, kind byte, later []bracket) Range {
	end = min(end, from+longestOpen)
	for _, b := range later {
		if b.Open >= end {
			break
		}
		if b.Kind == '(' || b.Kind == kind && (b.Close < 0 || b.Close-b.Open > longestGroup) {
			end = b.Open
			break
		}
	}
	for i := from; i < end; i++ {
		if c := p.clean[i]; (c == '.' || c == '!' || c == '?') && (i+1 == end || blankAt(p.clean, i+1) > 0) && !p.abbreviates(from, i) {
			if i+1 >= end || p.startsSentence(i+1, end) {
				return trimRange(p.clean, Range{Start: from, End: i})
			}
		}
	}
	return trimRange(p.clean, Range{Start: from, End: end})
}

// promising is the cheap question before the dear ones: a digit, a sign of no date, or names of outlets alone.
func promising(s string, p *parser) bool {
	return numbered(s) || mayCite.in(s) || strings.Contains(s, "http") || strings.HasPrefix(s, "www.") || endsVaguely(s) || bareIbid(strings.ToLower(s[:min(len(s), 12)])) || p.onlyNames(s)
}

// mayCite stand in items without a digit that date or sign a source.
var mayCite = phrases("d.", " ago", "yesterday", " in ", " by ", ", date", " tk", ", tb", ", ?", " xx")

// endsVaguely reports whether the last part of a bracket says that there is no date, or is a month or a day of the week alone: "El País, s.f.", "Reuters, Monday".
func endsVaguely(s string) bool {
	const longest = 24 // bytes of such a part
	k := strings.LastIndexAny(s, ",،")
	if k <= 0 || len(s)-k > longest {
		return false
	}
	last := strings.Trim(s[k:], ",،\u00A0 ")
	_, month := dates.BareMonth(partOfMonth(last))
	return month || dates.NoDate(last) || dates.Weekday(last)
}

// repeats reports whether a source stands for one that was named before: "(ibid.)".
func (c *cited) repeats() bool { return !c.Outlet.Empty() && c.Outlet.End < c.Range.Start }

func dated(cs []cited) bool {
	for i := range cs {
		if cs[i].Date != nil || !cs[i].Garbled.Empty() || cs[i].Address != "" || cs[i].Signal != "" && cs[i].Head == known || cs[i].repeats() {
			return true
		}
	}
	return false
}

// bracketCites asks more of square brackets, which mostly hold what an editor put in: a known outlet, or a name with a day behind a comma. Beside one of
// these a comma may be missing, and beside a known outlet a name may have a month alone.
func (p *parser) bracketCites(cs []cited) bool {
	sure, beside := 0, anyKnown(cs)
	for i := range cs {
		dayed := cs[i].Date != nil && dayPrecise(cs[i].Date)
		switch {
		case cs[i].Head == known || dayed && cs[i].Parted:
			sure++
		case !dayed && !beside:
			return false
		}
	}
	return sure > 0
}
