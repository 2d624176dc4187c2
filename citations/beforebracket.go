package citations

import "strings"

// reportNouns may stand between an outlet's name and a bracket that holds the date alone.
var reportNouns = wordSet(`article report editorial story piece column op-ed interview broadcast special segment dispatch cover analysis profile investigation account item blog post survey poll in on of the 's`)

// outletBefore is the known outlet that the text names just before the bracket at open.
func (p *parser) outletBefore(open int) (Range, bool) {
	const reach = 90
	from := p.backTo(open, reach)
	if i := strings.LastIndexAny(p.clean[from:open], ".;:()\n"); i >= 0 {
		from += i + 1
	}
	best := Range{}
	for i := from; i < open; i++ {
		if i > from && wordChar(p.clean, i-1) || !wordChar(p.clean, i) {
			continue
		}
		if end, _, ok := p.names.LongestAt(p.clean, i); ok && end <= open && end > best.End && !isNumber(p.clean[i:end]) { // "in No. 22 (31 May)"
			best = Range{Start: i, End: end}
			i = end
		}
	}
	if best.Empty() {
		return p.bodyBefore(from, open)
	}
	best.Start = p.leftOver(best.Start, from)
	if p.ownProgramme(best, open) {
		return best, true
	}
	for _, w := range words(p.clean[best.End:open]) {
		if f := foldWord(w); f != "" && !reportNouns.has(f) && w != "’s" && w != "'s" {
			return Range{}, false
		}
	}
	return best, true
}

// bodyBefore is the name of an institution that no registry knows, where it ends right before the bracket at open.
func (p *parser) bodyBefore(from, open int) (Range, bool) {
	end := trimRange(p.clean, Range{Start: from, End: open}).End
	start := end
	for k := end; k > from; {
		k, _ = wordBefore(p.clean, from, k)
		w := p.clean[k:max(k, wordEndAt(p.clean, k, end))]
		if !capitalised(w) && !nameWords.has(w) {
			break
		}
		if capitalised(w) {
			start = k
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
		return Range{Start: start, End: end}, true
	}
	return Range{}, false
}

// ownProgramme reports whether nothing but the name of one of its programmes stands between a known name of the press and the bracket at open: "On NPR's Morning Edition
// (2/26/14)", "ABC World News (2/25/14)".
func (p *parser) ownProgramme(name Range, open int) bool {
	behind := p.clean[name.End:open]
	own := strings.HasPrefix(behind, "'s ") || strings.HasPrefix(behind, "’s ")
	if own {
		_, behind, _ = strings.Cut(behind, " ")
	}
	const most = 5 // words of a programme's name
	ws := words(behind)
	_, ids, ok := p.names.LongestAt(p.clean[:name.End], name.Start)
	if !ok || !anyPress(ids) || len(ws) == 0 || len(ws) > most || !own && !allCapitals(p.clean[name.Start:name.End]) {
		return false
	}
	for i, w := range ws {
		if w = strings.Trim(w, "*_\"“”‘’"); w == "" || !capitalised(w) && (i == 0 || i == len(ws)-1 || !nameWords.has(w) && w != "&") {
			return false
		}
	}
	if _, person := personName(strings.Join(ws, " "), false); person && own {
		return false
	}
	return true
}
