package citations

import (
	"strings"

	"example.org/verify/citations/dates"
)

// furtherSigns open the sentence of a note that gives a further source.
var furtherSigns = [...]string{"See also ", "See ", "Cf. ", "Compare ", "Siehe auch ", "Vgl. auch ", "Voir aussi ", "Voir également ", "Véase también ", "Ver también ", "Ver também ", "Si veda anche ", "Cfr. anche ", "Zie ook ", "Zob. też ", "Zob. także ", "См. также ", "Див. також ",
	"Ayrıca bkz. ", "Se även ", "Se også ", "Vidi i ", "Tazama pia "}

// topicSigns open such a sentence with what the further source is about; furtherVerbs stand before the source: "For background, see …".
var (
	topicSigns   = [...]string{"For ", "On ", "Zu ", "Zum ", "Zur ", "Sur ", "Pour ", "Sobre ", "Para ", "Su ", "Per "}
	furtherVerbs = [...]string{", see also ", ", see ", ", siehe ", ", vgl. ", ", voir ", ", véase ", ", ver ", ", si veda ", ", cfr. "}
)

// laterSource parts a note from the sentence that gives a further source, whose title and day are not the note's: "Author's interview, Malanville, 21 April
// 2022. See also “…”, Radio France Internationale, 9 February 2022." later is empty where there is none.
func (p *parser) laterSource(body Range) (first, later Range) {
	const earliest = 8 // bytes of a first source
	s := p.clean[body.Start:body.End]
	for i := earliest; i+1 < len(s); i++ {
		if s[i] != ' ' || strings.IndexByte(".\")?!", s[i-1]) < 0 && !strings.HasSuffix(s[:i], "”") && !strings.HasSuffix(s[:i], "»") {
			continue
		}
		at := i + 1
		from := furtherAt(s[at:])
		if from == 0 {
			continue
		}
		if _, q := quotedTitle(s[at+from:]); q.Empty() && len(dates.Find(s[at+from:], p.dateOptions())) == 0 {
			return body, Range{}
		}
		return trimRange(p.clean, Range{Start: body.Start, End: body.Start + i}), trimRange(p.clean, Range{Start: body.Start + at + from, End: body.End})
	}
	return body, Range{}
}

// withoutRemark cuts from a source the sentence behind its date that says something of it, whose words in quotation marks are no title: "…, Relatório e Contas
// 2021, Março de 2022. O relatório chama às framboesas «outros»."
func (p *parser) withoutRemark(s string) string {
	_, q := quotedTitle(s)
	k := strings.LastIndex(s[:q.Start], ". ")
	if k < 0 || !isRemark(s[k+len(". "):]) || strings.Contains(s[:k], "(") != strings.Contains(s[:k], ")") {
		return s
	}
	if len(dates.Find(s[:k], p.dateOptions())) == 0 {
		return s
	}
	return s[:k+1]
}

// furtherAt is where the source begins in a sentence that gives a further one, 0 if it gives none.
func furtherAt(s string) int {
	for _, w := range furtherSigns {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	const longest = 90 // bytes of what the source is about
	for _, w := range topicSigns {
		if !strings.HasPrefix(s, w) {
			continue
		}
		for _, verb := range furtherVerbs {
			if k := strings.Index(s[:min(len(s), longest)], verb); k > 0 && !strings.ContainsAny(s[:k], ".“\"«") {
				return k + len(verb)
			}
		}
	}
	return 0
}
