package citations

import (
	"strings"

	"example.org/verify/citations/text"
)

// A link on a name whose address is of that name's bearer cites it: "[broadcast by KWWL](https://www.kwwl.com/…)", "an [Iowa Capital Dispatch](https://iowacapitaldispatch.com/…)
// story". The address knows the name where no registry does.

// linkedName is the name in the text of link l that the host of its address is made of; empty where there is none, or where the address is of no page of its host.
func (p *parser) linkedName(l text.Link) Range {
	host := hostOf(l.URL)
	_, rest, _ := strings.Cut(l.URL, "://")
	_, page, _ := strings.Cut(rest, "/")
	if host == "" || page == "" {
		return Range{}
	}
	const longest = 80 // bytes of the link's text
	limit := min(l.Range.End, l.Range.Start+longest)
	follows := false // a capital stands before the word
	for at := l.Range.Start; at < limit; at = nextWordStart(p.clean, at, limit) {
		if !capitalised(p.clean[at:limit]) {
			follows = false
			continue
		}
		r, ok := p.capitalRun(at, limit)
		for ok && r.End < limit && strings.HasPrefix(p.clean[r.End:limit], " & ") { // "Resource & Referral"
			more, two := p.capitalRun(r.End+len(" & "), limit)
			if ok = two; two {
				r.End = more.End
			}
		}
		if ok && !follows && hostIsOf(host, words(p.clean[r.Start:r.End])) { // "Union" alone is not the Beekeepers' Union
			return r
		}
		follows = true
	}
	return Range{}
}

// citesLink reports whether the words around the name at r, in link l of sentence s, make it the source of something: "by" or "according to" before it, what its bearer made
// or a verb of telling behind it. A link to further reading has neither.
func (p *parser) citesLink(l text.Link, r, s Range) bool {
	if at, _ := wordBefore(p.clean, s.Start, r.Start); linkLeads.has(firstWord(p.clean[at:r.Start])) {
		return true
	}
	end := p.wordsAfter(r.End, max(s.End, r.End))
	if made.has(firstPrinted(p.clean[end:max(s.End, end)])) {
		return true
	}
	end = max(l.Range.End, r.End)
	if end >= s.End {
		return false
	}
	at := p.saidVerb(end, s.End)
	_, tells := p.telling(s, end)
	_, figured := p.figured(end, s.End)
	return tells || figured || believed.begins(p.clean[end:min(s.End, end+longestBelief)]) || at > end && at < s.End && saying().has(p.clean[at:p.verbEnd(at, s.End)]) || p.asserts(end, s.End)
}

// wordsAfter is where the words begin behind a name that ends at byte end, its genitive passed.
func (p *parser) wordsAfter(end, limit int) int {
	return skipBlanks(p.clean, end+caseEnding(p.clean[end:limit]), limit)
}

var (
	linkLeads = wordSet(`by to from per via`)
	made      = wordSet(`analysis analyses report reports reporting story investigation survey poll estimate figures data count tally study review`)
)

// hostIsOf reports whether a part of a host is made of the beginnings of all words of a name: "iowapublicradio.org", "qctimes.com", "occrp.org".
func hostIsOf(host string, name []string) bool {
	parts := make([]string, 0, 2*len(name))
	for _, w := range name {
		for part := range strings.FieldsFuncSeq(strings.ToLower(w), func(r rune) bool { return r == '-' || r == '.' || r == '\'' || r == '’' || r == '&' }) {
			if !nameWords.has(part) {
				parts = append(parts, part)
			}
		}
	}
	labels := strings.Split(host, ".")
	for _, label := range labels[:max(len(labels)-1, 0)] {
		label = strings.ReplaceAll(strings.TrimPrefix(label, "the"), "-", "")
		const shortest, longest = 3, 40 // letters of a label that names
		if len(parts) > 0 && len(label) >= shortest && len(label) <= longest && label != "www" && madeOf(label, parts) {
			return true
		}
	}
	return false
}

// madeOf reports whether label is a beginning of each of the parts, one behind the other; a single part has to be whole.
func madeOf(label string, parts []string) bool {
	if len(parts) == 1 {
		return label == parts[0]
	}
	reached := map[int]bool{0: true} // bytes of label that the parts so far can be
	for _, part := range parts {
		next := map[int]bool{}
		for from := range reached {
			for n := 1; n <= len(part) && from+n <= len(label) && label[from+n-1] == part[n-1]; n++ {
				next[from+n] = true
			}
		}
		reached = next
	}
	return reached[len(label)]
}
