package citations

import "strings"

// Lawyers of the United States cite by volume, abbreviation and page (The Bluebook: A Uniform System of Citation): "112 Va. 409", "112 Va. at 411", "117 Colum. L. Rev.
// 1203"; statutes by code and section, decisions that no volume has by their number.

// bluebookKind is the kind of what a note cites so; ok is false where it does not.
func bluebookKind(s string) (kind NoteKind, ok bool) {
	const mostWords = 6 // of an abbreviation
	ws := words(s)
	for i := range ws {
		if !isNumber(ws[i]) || len(ws[i]) > 4 {
			continue
		}
		for k := i + 1; k < len(ws) && k <= i+mostWords; k++ {
			if page := strings.Trim(ws[k], ",.;()"); k > i+1 && isNumber(page) {
				return reporterKind(ws[i+1:k], s)
			}
			if w := ws[k]; w != "at" && !(strings.HasSuffix(w, ".") && capitalised(w)) && !reporterSeries.has(w) {
				break
			}
		}
	}
	if strings.Contains(s, " slip op.") || strings.Contains(s, "§") && statuteBooks.in(strings.ToLower(s)) {
		return NoteLaw, true
	}
	return NoteOther, false
}

// reporterKind tells a journal from the reports of a court by the abbreviation between volume and page; s is the note.
func reporterKind(abbreviation []string, s string) (NoteKind, bool) {
	stops, journal := 0, false
	for _, w := range abbreviation {
		if strings.HasSuffix(w, ".") {
			stops++
		}
		journal = journal || w == "Rev." || w == "J." || w == "L.J." || w == "L.Q." || w == "Q."
	}
	switch {
	case stops == 0 || dayAbbreviated(abbreviation):
		return NoteOther, false
	case journal:
		return NoteArticle, true
	}
	return NoteLaw, strings.Contains(s, " v. ") || strings.Contains(s, " at ") || reporterSeries.has(abbreviation[len(abbreviation)-1])
}

// dayAbbreviated reports whether an abbreviation is that of a month: "3 Jan. 2018".
func dayAbbreviated(ws []string) bool { return len(ws) == 1 && shortMonths.has(strings.ToLower(ws[0])) }

var shortMonths = wordSet(`jan. feb. mar. apr. may. jun. june. jul. july. aug. sep. sept. oct. nov. dec. p. pp. no. vol.`)

// reporterSeries end the abbreviations of reporters that have begun anew.
var reporterSeries = wordSet(`2d 3d 4th F.2d F.3d F.4th Supp.2d Supp.3d S.E.2d N.E.2d N.W.2d S.W.2d S.W.3d P.2d P.3d So.2d So.3d A.2d A.3d U.S. S.Ct. F. Supp. S.E. N.E. N.W. S.W.`)

// statuteBooks name codes of statutes, in small letters.
var statuteBooks = phrases("code", "stat.", "u.s.c.", "c.f.r.", "stats.")
