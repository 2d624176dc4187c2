package html

import (
	"cmp"
	"slices"
	"sort"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
)

// markKind is what a stretch of the article's text is marked as.
type markKind uint8

const (
	claimMark markKind = iota
	citationMark
	markerMark
	noteMark
	findingMark
)

// mark is a stretch of the clean text that means something: the article with the index that i gives among its claims, citations, markers
// or notes, or the document among its findings.
type mark struct {
	at   citations.Range
	kind markKind
	i    int
}

// marksOf lists what is marked in an article, by paragraph, each list by where its marks start and the longest first. A mark that reaches
// over several paragraphs stands in the list of each.
func marksOf(m *maker, n int) [][]mark {
	art := &m.a.Document.Articles[n]
	var all []mark
	add := func(at citations.Range, kind markKind, i int) {
		if !at.Empty() {
			all = append(all, mark{at, kind, i})
		}
	}
	for i := range art.Claims {
		add(art.Claims[i].Range, claimMark, i)
	}
	for i := range art.Citations {
		add(art.Citations[i].Range, citationMark, i)
	}
	for i := range art.Markers {
		add(art.Markers[i].Range, markerMark, i)
	}
	for i := range art.Notes {
		add(art.Notes[i].Range, noteMark, i)
	}
	for i := range m.a.Findings {
		if f := &m.a.Findings[i]; f.Article == n || f.Article < 0 {
			at := clean(m.a.Document.Text, f.Span, art.Range)
			add(at, findingMark, i)
			if !at.Empty() {
				m.places[i] = at
			}
		}
	}
	slices.SortStableFunc(all, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.at.Start, b.at.Start), cmp.Compare(b.at.End, a.at.End))
	})
	return byParagraph(art.Paragraphs, all)
}

// byParagraph sorts marks into the paragraphs that they touch. Paragraphs lie one behind the other.
func byParagraph(paragraphs []citations.Paragraph, all []mark) [][]mark {
	lists := make([][]mark, len(paragraphs))
	for _, x := range all {
		p := sort.Search(len(paragraphs), func(p int) bool { return paragraphs[p].Range.End > x.at.Start })
		for ; p < len(paragraphs) && paragraphs[p].Range.Start < x.at.End; p++ {
			lists[p] = append(lists[p], x)
		}
	}
	return lists
}

// clean is where a span of the source lies in the clean text, within an article; empty where it does not. The map from clean to source
// rises within an article, so that two searches find it.
func clean(t *text.Text, s citations.Span, within citations.Range) citations.Range {
	if s.Empty() || within.Empty() {
		return citations.Range{}
	}
	n := within.Len()
	start := sort.Search(n, func(i int) bool { return source(t, within.Start+i).End > s.Start })
	end := start + sort.Search(n-start, func(i int) bool { return source(t, within.Start+start+i).Start >= s.End })
	r := citations.Range{Start: whole(t.Clean, within.Start+start), End: whole(t.Clean, within.Start+end)}
	if r.Empty() || !t.Source(r).Overlaps(s) {
		return citations.Range{}
	}
	return r
}

func source(t *text.Text, at int) citations.Span {
	return t.Source(citations.Range{Start: at, End: at + 1})
}

// whole moves an offset forward to where a character begins.
func whole(s string, at int) int {
	for at < len(s) && s[at]&0xC0 == 0x80 {
		at++
	}
	return at
}
