package citations

import (
	"sort"
	"strings"
)

// paragraphs makes the paragraphs of an article with their sentences, and gives for each its closers, and for each the groups in it.
func (p *parser) paragraphs(a *Article, o *outline) ([][]closer, [][]int) {
	n := o.last - o.first
	a.Paragraphs = make([]Paragraph, n)
	closersOf, groupsOf := make([][]closer, n), make([][]int, n)
	section := 0
	speech := p.speechLabels(o)
	g := sort.Search(len(p.groups), func(i int) bool { return p.groups[i].Block >= o.first })
	for i := range n {
		p.look()
		b := &p.t.Blocks[o.first+i]
		part := o.parts[i]
		if part == Heading {
			section++
		}
		for g < len(p.groups) && p.groups[g].Block < o.first+i {
			g++
		}
		for g < len(p.groups) && p.groups[g].Block == o.first+i {
			if p.groups[g].Range == b.Range && !p.proseAbove(a.Paragraphs[:i]) {
				part = Byline // where a piece was taken from, not what a sentence rests on
				g++
				continue
			}
			if part == Body || part == Lead || part == Item || part == Caption || part == Heading {
				groupsOf[i] = append(groupsOf[i], g)
			}
			g++
		}
		if len(groupsOf[i]) > 0 && (part == Caption || part == Heading) {
			part = Body
		}
		if part == Body && speech[o.first+i] {
			part = Speech
		}
		a.Paragraphs[i] = Paragraph{Part: part, Section: section, Range: b.Range}
		switch part {
		case Body, Lead, Item, Speech:
			closersOf[i] = p.closers(a, i, groupsOf[i])
			a.Paragraphs[i].Sentences = p.sentences(b.Range, p.opaque(o.first+i, closersOf[i]), ranges(closersOf[i]))
		}
	}
	return closersOf, groupsOf
}

// proseAbove reports whether any of the paragraphs has sentences.
func (p *parser) proseAbove(ps []Paragraph) bool {
	for i := range ps {
		if ps[i].Sentences != nil {
			return true
		}
	}
	return false
}

// opaque are the ranges of a block that no sentence ends in: its outermost brackets.
func (p *parser) opaque(block int, closers []closer) []Range {
	var out []Range
	for _, b := range p.brs[block] {
		if b.Close >= 0 && b.Depth == 0 && b.Close-b.Open < longestGroup {
			out = append(out, Range{Start: b.Open, End: b.Close + bracketLen(p.clean, b.Close)})
		}
	}
	for _, c := range closers {
		if c.group >= 0 && (p.groups[c.group].Open || p.groups[c.group].Kind == '-') {
			out = append(out, c.Range)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// speechLabels finds the blocks of an interview: those that follow a speaker's label, where two or three labels take turns through the article.
func (p *parser) speechLabels(o *outline) map[int]bool {
	count := map[string]int{}
	labels := make([]string, o.last-o.first)
	for i := o.first; i < o.last; i++ {
		p.look()
		labels[i-o.first] = speakerLabel(p.block(i))
		if l := labels[i-o.first]; l != "" {
			count[l]++
		}
	}
	turns, kinds := 0, 0
	for _, n := range count {
		if n >= 2 {
			turns += n
			kinds++
		}
	}
	if turns < 4 || kinds < 2 {
		return nil
	}
	out := map[int]bool{}
	speaking := false
	for i := o.first; i < o.last; i++ {
		if part := o.parts[i-o.first]; part == Heading || part == NotesHead || part == Biography || part == Caption {
			speaking = part == Caption && speaking
			continue
		}
		speaking = speaking || count[labels[i-o.first]] >= 2
		if speaking {
			out[i] = true
		}
	}
	return out
}

// speakerLabel is the label of a speech turn, "CTC" of "CTC: How has …"; "" if a block has none.
func speakerLabel(s string) string {
	k := strings.IndexByte(s[:min(len(s), 40)], ':')
	if k < 1 || k+1 >= len(s) || blankAt(s, k+1) == 0 || !capitalised(s) || len(words(s[:k])) > 3 {
		return ""
	}
	return s[:k]
}
