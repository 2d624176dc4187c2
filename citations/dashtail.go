package citations

import "strings"

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
		if i := strings.LastIndex(s, dash); i > at {
			at, n = i, len(dash)
		}
	}
	if at < 0 || !onlyPlaces(s[at:]) {
		return
	}
	before := strings.TrimRight(p.clean[r.Start:from+at], " \u00A0")
	if before != "" && !strings.ContainsAny(before[len(before)-1:], ".!?)") && !strings.HasSuffix(before, "”") && !strings.HasSuffix(before, "\"") {
		return
	}
	inner := trimRange(p.clean, Range{Start: from + at + n, End: r.End})
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
	p.groups = append(p.groups, group{Range: Range{Start: from + at, End: r.End}, Block: block, Kind: '-', Cites: cs})
}

// onlyPlaces reports whether all that stands in brackets in s are names without a digit, such as tell one paper from another: "Daily Star [Dhaka]", "Le Pays (Ouagadougou)".
func onlyPlaces(s string) bool {
	const longest = 40 // bytes of such a name
	for {
		k := strings.IndexAny(s, "([")
		if k < 0 {
			return true
		}
		e := strings.IndexAny(s[k+1:], ")]")
		if e <= 0 || e > longest || !capitalised(s[k+1:k+1+e]) || strings.ContainsAny(s[k+1:k+1+e], "0123456789([.;") {
			return false
		}
		s = s[k+1+e+1:]
	}
}
