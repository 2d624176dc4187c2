package citations

import (
	"strings"

	"example.org/verify/citations/dates"
)

// titled finds the sources that a sentence gives as a bibliography does, outside of any bracket: a quoted title, the paper, and its day, as roundups list them:
// "Ann Smith, “The Road to Ubari,” Washington Post, December 1."
func (p *parser) titled(a *Article, s Range) {
	for i := s.Start; i < s.End; {
		k := strings.IndexAny(p.clean[i:s.End], "\"”»“")
		if k < 0 {
			return
		}
		i += k
		n := quoteMark(p.clean[i:s.End])
		if n == 0 {
			n = len("”")
		}
		if r, d := p.behindTitle(s, i, min(i+n, s.End)); !r.Empty() && !p.inGroup(r.Start) {
			seen := len(a.Citations)
			p.addAttribution(a, s, r, cue{press: true}, r.Start)
			if len(a.Citations) > seen && d != nil {
				a.Citations[seen].Date = d
			}
			n = r.End - i
		}
		i += n
	}
}

// behindTitle is the known name behind a quotation whose closing mark stands at [mark, end), a comma between them, and its day; the name has to end the sentence
// where no day follows.
func (p *parser) behindTitle(s Range, mark, end int) (Range, *dates.Date) {
	comma := mark > s.Start && p.clean[mark-1] == ','
	if end < s.End && p.clean[end] == ',' {
		comma, end = true, end+1
	}
	at := skipBlanks(p.clean, end, s.End)
	if !comma || at == end || at >= s.End {
		return Range{}, nil
	}
	stop, ids, ok := p.nameAt(at, s.End)
	if !ok || !nameable(p.clean[at:stop]) {
		return Range{}, nil
	}
	r, rest := Range{Start: at, End: stop}, p.clean[stop:s.End]
	if strings.Trim(rest, ".*_ \u00A0\n") == "" {
		if !anyPress(ids) {
			return Range{}, nil
		}
		return r, nil
	}
	behind, ok := strings.CutPrefix(rest, ", ")
	if !ok {
		return Range{}, nil
	}
	d, ok := dates.At(behind, 0, p.dateOptions())
	if !ok || !saysWhen(&d.Date) {
		return Range{}, nil
	}
	return r, &d.Date
}
