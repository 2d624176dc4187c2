package citations

import "strings"

// An interview prints before each question and answer who speaks: "LS: When did it begin?", "Der Spiegel: Herr Meier, …". The name of a paper there asks; it is the source
// of nothing.

// speakerLabels are the labels with which the paragraphs of an interview begin, by where each paragraph's sentence goes on behind its label; none where the article is no interview:
// two labels that take turns, one at least of them no paper's.
func (p *parser) speakerLabels(a *Article) map[int]int {
	const least = 2 // turns of one label behind the other
	type turn struct{ at, end int }
	var turns []turn
	var labels []string
	for i := range a.Paragraphs {
		r := a.Paragraphs[i].Range
		if end := p.labelEnd(r); end > r.Start {
			turns = append(turns, turn{r.Start, end})
			labels = append(labels, speakerOf(p.clean[r.Start:end]))
		}
	}
	after := map[[2]string]int{}
	for i := 1; i < len(labels); i++ {
		if labels[i] != labels[i-1] {
			after[[2]string{labels[i-1], labels[i]}]++
		}
	}
	speaks := map[string]bool{}
	for pair, n := range after {
		if n >= least && after[[2]string{pair[1], pair[0]}] >= least-1 && !(p.names.Known(pair[0]) && p.names.Known(pair[1])) {
			speaks[pair[0]], speaks[pair[1]] = true, true
		}
	}
	out := map[int]int{}
	for i, t := range turns {
		if speaks[labels[i]] {
			out[t.at] = skipBlanks(p.clean, t.end, len(p.clean))
		}
	}
	return out
}

// labelEnd is where the label ends that a paragraph begins with, its colon included: "LS:", "**Briggs-Oki:**", "记者：". It is the start of the paragraph where there is none.
func (p *parser) labelEnd(r Range) int {
	const longest, most = 48, 4 // bytes and words of a label
	s := p.clean[r.Start:min(r.End, r.Start+longest)]
	k, width := strings.IndexByte(s, ':'), 1
	if wide := strings.Index(s, "："); wide >= 0 && (k < 0 || wide < k) {
		k, width = wide, len("：")
	}
	if k <= 0 || len(words(s[:k])) > most || strings.ContainsAny(s[:k], ".,;!?()0123456789") && !strings.HasSuffix(s[:k], ".") {
		return r.Start
	}
	end := r.Start + k + width
	for end < r.End && (p.clean[end] == '*' || p.clean[end] == '_') {
		end++
	}
	if width == 1 && blankAt(p.clean, min(end, len(p.clean)-1)) == 0 {
		return r.Start
	}
	return end
}

// speakerOf is the text of a label without its colon and its emphasis.
func speakerOf(s string) string { return strings.Trim(s, "*_:： \u00A0") }

// behindSpeaker is the sentence at s without the label of its speaker.
func (p *parser) behindSpeaker(s Range) Range {
	if at, ok := p.speaks[s.Start]; ok && at < s.End {
		s.Start = at
	}
	return s
}
