package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Institutions set a letterhead above the titles of what they publish: their name and the number of the document in columns, the section of the site that the path to the
// page has named already, a code alone on its line. None of these lines is a title where a head that can be one stands below.

// letterhead marks such lines, from below, since one may stand above another.
func (p *parser) letterhead(looks []look) {
	top := 0
	for top < min(len(looks), pageTop) && !p.opensText(looks, top) {
		top++
	}
	steps := p.pathSteps(looks, top)
	for i := top - 1; i >= 0; i-- {
		l, s := &looks[i], p.block(i)
		if l.side == series || l.side == label || l.by || l.page.sure() || p.marked(i) {
			continue
		}
		columns := p.inColumns(i)
		if !columns && !(steps[plainLower(s)] && p.sectionAbove(looks, i)) && !(isDocumentCode(s) && !l.isDated()) || !p.titleBelow(looks, i) {
			continue
		}
		if l.side, l.names, l.caption = label, nil, false; columns && !l.isDated() {
			l.setDate(p.dateIn(s))
		}
	}
}

// opensText reports whether the text of an article begins at block i.
func (p *parser) opensText(looks []look, i int) bool {
	l := &looks[i]
	return l.groups || l.notes || l.last && len(p.block(i)) > 120 && !l.page.sure()
}

// pathSteps are the steps of the path to a page, in lower case.
func (p *parser) pathSteps(looks []look, top int) map[string]bool {
	out := map[string]bool{}
	for i := range top {
		if s := p.block(i); looks[i].head && isCrumbs(s) {
			for step := range strings.SplitSeq(crumbSigns.Replace(lowered(strings.ReplaceAll(s, "\u00A0", " "))), "|") {
				out[strings.Trim(step, " ›»>→")] = true
			}
		}
	}
	return out
}

// sectionAbove reports whether head i, a step of the path, is the name of a section: in few words, or above the document's code or day.
func (p *parser) sectionAbove(looks []look, i int) bool {
	const longest = 3 // words
	if len(words(p.block(i))) <= longest {
		return true
	}
	return i+1 < len(looks) && (looks[i+1].isDated() || looks[i+1].side == label || looks[i+1].side == series)
}

// inColumns reports whether the source sets a short line in columns: with a wide gap in its middle.
func (p *parser) inColumns(i int) bool {
	const gap = "    "
	b := &p.t.Blocks[i]
	if b.Range.Len() > longestSide || p.t.Encoding != "utf-8" {
		return false
	}
	from, to := p.t.OuterStart(b.Range.Start), p.t.OuterEnd(b.Range.End)
	if from < 0 || to > len(p.t.Raw) || from >= to || to-from > 2*longestFurniture {
		return false
	}
	first, _, _ := strings.Cut(string(p.t.Raw[from:to]), "\n")
	return strings.Contains(first, gap)
}

// codeNouns stand beside the code of a document.
var codeNouns = wordSet(`no nr number numéro número numero n° nº num final rev add corr ref réf doc document case file application index report drucksache rapport dossier affaire expediente caso aktenzeichen az pratica nota дело документ sprawa dosya esas original provisional vol version part`)

// isDocumentCode reports whether a line is the code of a document and nothing else: "KLM200947.E", "A/HRC/52/63", "COM(2023) 411 final", "Case No. 14-2023".
func isDocumentCode(s string) bool {
	const most, longest = 5, 40 // words and bytes
	if len(s) > longest || !numbered(s) || strings.ContainsAny(s, "?!,;%$€£") {
		return false
	}
	ws := words(s)
	if len(ws) > most {
		return false
	}
	tied := false // letters and digits that belong together
	for i, w := range ws {
		noun := codeNouns.has(foldWord(w))
		code := isCodeWord(w)
		if !noun && !code {
			return false
		}
		digits := numbered(w)
		tied = tied || code && digits && strings.ContainsFunc(w, unicode.IsLetter) || digits && i > 0
	}
	return tied
}

// isCodeWord reports whether a word has capitals, digits and what joins them in codes alone.
func isCodeWord(w string) bool {
	const longestLetters = 6 // without a digit
	if !numbered(w) && utf8.RuneCountInString(w) > longestLetters {
		return false
	}
	for _, r := range w {
		if !unicode.IsUpper(r) && (r < '0' || r > '9') && !strings.ContainsRune("/-–.()_:", r) {
			return false
		}
	}
	return true
}
