package citations

import (
	"strings"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
)

// carriers stand between who spoke, or what was published, and the outlet that carried it, and are said of nothing else.
var carriers = [...]string{"quoted in", "quoted by", "cited in", "cited by", "as reported by", "as told to", "speaking to", "speaking on", "talking to", "writing in", "interviewed by",
	"interview with", "via", "per", "zitiert in", "cité par", "cité dans", "citado en", "citado por", "citato in", "im Interview mit", "im Gespräch mit", "gegenüber", "intervistato da"}

// besides are such words that are said of much else.
var besides = [...]string{"to", "on", "in", "told", "à", "au", "aux", "dans", "sur", "a", "al", "en", "bei", "im", "nel", "nella"}

// signalGates find in one pass whether one of carriers, or of besides, stands in an item at all.
var signalGates = func() (gates [2]*phraseSet) {
	for i, list := range [...][]string{carriers[:], besides[:]} {
		var between []string
		for _, w := range list {
			between = append(between, " "+strings.ToLower(w)+" ")
		}
		gates[i] = phrases(between...)
	}
	return
}()

// innerSignal finds the name behind "…, quoted in the New York Times", "Rami Haddad via Al Jazeera", "Ali Vaez on CNN": who was quoted stands first, and is no
// source that can be looked up. Where an outlet stands first ("AFP, via The Guardian") the report is its own, and at is 0.
func (p *parser) innerSignal(r Range) (at int, signal string) {
	s := p.clean[r.Start:r.End]
	if len(s) > 300 || strings.IndexByte(s, ' ') < 0 || strings.HasPrefix(s, "@") { // "@mofa on X": an account and where it is
		return 0, ""
	}
	for i, list := range [...][]string{carriers[:], besides[:]} {
		if !signalGates[i].in(s) {
			continue
		}
		for _, w := range list {
			k := strings.LastIndex(s, " "+w+" ")
			if k <= 0 || p.knownName(strings.TrimRight(s[:k], ", ")) || i > 0 && (!speaker(s) && !interviewWords(s[:k]) || p.knownName(p.headText(r))) {
				continue
			}
			at = p.behindArticle(r.Start+k+len(w)+2, r.End)
			name := p.headText(Range{Start: at, End: r.End})
			if i > 0 && !capitalised(withoutArticle(name)) && !namePrefix(name) && !p.printedSo(name) {
				continue // "the new edition is in beta"
			}
			if strings.Contains(s[:k], ", ") && len(dates.List(s[:k], p.dateOptions())) > 0 {
				continue // "al-Zallaqa, 4 June, via SITE": a report with its own day
			}
			if _, _, start := p.names.LongestAt(name, 0); i == 0 && start || p.meansOutlet(name) {
				return at, w
			}
		}
	}
	return 0, ""
}

// behindArticle is the byte behind the article that a name begins with, where the name is known without it: "in der Süddeutschen Zeitung".
func (p *parser) behindArticle(at, end int) int {
	whole := p.headText(Range{Start: at, End: end})
	first, name, ok := strings.Cut(whole, " ")
	if ok && articleWords.has(first) && !p.knownName(whole) && p.meansOutlet(name) {
		return at + len(first) + 1
	}
	return at
}

// meansOutlet reports whether a name is known, also in another case: "Süddeutschen Zeitung".
func (p *parser) meansOutlet(name string) bool {
	return p.knownName(name) || capitalised(name) && p.names.Resolve(name, outlets.Context{Language: p.lang}).How == outlets.Exact
}

// speaker reports whether s may begin with who spoke: a name, or "a spokesman".
func speaker(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return capitalised(first) || articleWords.has(first)
}

// uncarried cuts from a head who carried the report of an outlet: "Reuters via Yahoo".
func (p *parser) uncarried(head Range) Range {
	s := p.clean[head.Start:head.End]
	for _, w := range [...]string{" via ", " per "} {
		if k := strings.Index(s, w); k > 0 && p.knownName(s[:k]) && !p.knownName(s) {
			head.End = head.Start + k
		}
	}
	return head
}
