package citations

import (
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/dates"
)

// titledSources finds the sources that a sentence gives as a bibliography does, outside of any bracket: a quoted title, the paper, and its day, as roundups list them:
// "Ann Smith, “The Road to Ubari,” Washington Post, December 1."
func (p *parser) titledSources(a *Article, s Range) {
	for i := s.Start; i < s.End; {
		k := strings.IndexByte(p.clean[i:s.End], ',')
		if k < 0 {
			return
		}
		i += k + 1
		at := i
		if last, _ := utf8.DecodeLastRuneInString(p.clean[s.Start : i-1]); !strings.ContainsRune(closingQuotes, last) { // the comma stands inside
			r, n := utf8.DecodeRuneInString(p.clean[i:s.End])
			if !strings.ContainsRune(closingQuotes, r) {
				continue
			}
			at += n
		}
		if r, d := p.behindTitle(at, s.End); !r.Empty() && !p.inGroup(r.Start) {
			seen := len(a.Citations)
			p.addAttribution(a, s, r, cue{press: true}, r.Start)
			if len(a.Citations) > seen && d.End > 0 {
				a.Citations[seen].dated(d)
			}
			i = r.End
		}
	}
}

// closingQuotes are the marks that can close a quoted title.
const closingQuotes = "\"”»“’"

// behindTitle is the known name that stands at byte end behind a quoted title and its comma, and its day; the name has to end the sentence at limit where no day
// follows.
func (p *parser) behindTitle(end, limit int) (Range, dates.Found) {
	at := skipBlanks(p.clean, end, limit)
	if at == end || at >= limit {
		return Range{}, dates.Found{}
	}
	stop, ids, ok := p.nameAt(at, limit)
	if !ok || !nameable(p.clean[at:stop]) {
		return Range{}, dates.Found{}
	}
	r, rest := Range{Start: at, End: stop}, p.clean[stop:limit]
	if strings.Trim(rest, ".*_ \u00A0\n") == "" {
		if !anyPress(ids) {
			return Range{}, dates.Found{}
		}
		return r, dates.Found{}
	}
	behind, ok := strings.CutPrefix(rest, ", ")
	if !ok {
		return Range{}, dates.Found{}
	}
	d, ok := dates.At(behind, 0, p.dateOptions())
	if !ok || !saysWhen(&d.Date) {
		return Range{}, dates.Found{}
	}
	return r, shifted(d, limit-len(behind))
}
