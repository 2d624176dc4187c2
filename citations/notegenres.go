package citations

import (
	"strings"

	"example.org/verify/citations/dates"
)

// What a note without quotation marks says of what it cites: a letter, a statute, an article in a periodical, a report.

// letterOpenings begin notes that cite a letter or a message.
var letterOpenings = phrases("letter from ", "letter to ", "letter of ", "letters from ", "e-mail from ", "e-mail to ", "email from ", "email to ", "carta de ", "carta al ", "carta a ", "cartas de ", "correo de ", "lettre de ", "lettre du ", "lettre à ", "lettre au ", "courriel de ",
	"brief von ", "brief des ", "brief der ", "brief an ", "schreiben von ", "schreiben des ", "schreiben der ", "schreiben an ", "brief van ", "lettera di ", "lettera del ", "lettera della ", "lettera a ", "письмо ", "лист від ", "pismo z ", "pismo do ", "list do ", "brev från ", "brev fra ", "brev til ", "رسالة من ", "رسالة إلى ")

// isLetter reports whether a note cites a letter.
func isLetter(s string) bool { return letterOpenings.begins(strings.ToLower(s[:min(len(s), 24)])) }

// lawOpenings are the short forms by which statutes and decisions of courts are cited.
var lawOpenings = [...]string{"L.R. ", "D.L. ", "D.Lgs. ", "D.lgs. ", "D.P.R. ", "D.M. ", "R.D. ", "D.P.C.M. ", "Cass. ", "Corte cost. ", "Trib. ", "C. cost. ", "Cons. Stato", "Cons. constit.", "Cass. civ.", "Cass. crim.", "Cass. soc.", "CE, ", "BGH, ", "BVerfG, ", "BVerwG, ", "OLG ", "LG ", "VG ", "OVG ", "BGBl. ", "Dz.U. ", "Dz. U. ", "R.S.O. ", "Pub. L. ", "U.S.C. "}

// lawOpening reports whether a note begins with such a form, and numbers or dates what it cites.
func lawOpening(s string) bool {
	if !numbered(s) {
		return false
	}
	for _, w := range lawOpenings {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// inPeriodical reports whether a note, in lower case, says in which number or volume of a periodical its pages are: "in: ifo Dresden berichtet 4/2016, S. 3–9",
// "in «Studi Piemontesi», XXXIII, 2 (2004), pp. 411-438", "مجلة أفكار، العدد 41، 2022، ص 12-29".
func inPeriodical(low string) bool {
	k := max(strings.Index(low, " in: "), strings.Index(low, ", in «"), strings.Index(low, ", in “"), strings.Index(low, "مجلة "), strings.Index(low, "《"))
	if k < 0 {
		return false
	}
	ws, number, pages := words(low[k:]), false, false
	for i, w := range ws {
		w = strings.Trim(w, ".,;،()")
		if pageMarks.has(w) && i+1 < len(ws) {
			from, to, ok := cutAny(strings.Trim(ws[i+1], ".,;،()"), "–", "-")
			pages = pages || ok && isNumber(from) && isNumber(to)
		}
		a, b, slash := strings.Cut(w, "/")
		number = number || slash && isNumber(a) && isNumber(b) || w == "العدد" || roman(w) > 0 && i > 1
	}
	return number && pages
}

// pageMarks stand before pages.
var pageMarks = wordSet(`s pp p ss str ص с стр pág págs blz`)

// newsAgency reports whether the name of a body is that of an agency of news by its first word: "Agência Câmara".
func newsAgency(name string) bool {
	first, rest, ok := strings.Cut(name, " ")
	return ok && !strings.Contains(rest, " ") && (first == "Agência" || first == "Agencia" || first == "Agenzia" || first == "Agence")
}

// pressAddress reports whether the address of a note is that of press.
func (p *parser) pressAddress(n *Note) bool {
	if len(n.URLs) == 0 {
		return false
	}
	o := p.names.ByDomain(hostOf(n.URLs[0].Address))
	return o != nil && o.Kind.Press() && o.Kind != "social"
}

// reportNames stand in the titles of reports.
var reportNames = wordSet(`report reports survey yearbook review assessment statistics bulletin factsheet census audit
	bericht geschäftsbericht jahresbericht gutachten studie jahrbuch statistik erhebung
	rapport étude annuaire bilan enquête informe anuario estudio memoria balance encuesta auditoría
	relatório anuário estudo levantamento balanço rapporto relazione annuario indagine studio bilancio
	eindrapport jaarverslag onderzoek verslag доклад отчёт отчет исследование сборник обзор ежегодник звіт
	raport sprawozdanie rocznik badanie rapor raporu yıllığı araştırması rapporten årsrapport årsberättelse utredning تقرير دراسة`)

// releases are what a body hands to the press.
var releases = phrases("press release", "news release", "media release", "press statement", "nota de imprensa", "comunicado de imprensa", "nota de prensa", "comunicado de prensa", "communiqué de presse", "pressemitteilung", "medienmitteilung", "presseaussendung",
	"comunicato stampa", "persbericht", "pressmeddelande", "pressemelding", "pressemeddelelse", "komunikat prasowy", "пресс-релиз", "пресреліз", "пресрелиз", "basın açıklaması", "بيان صحفي", "بيان صحافي")

// namesReport reports whether a note holds the name of a kind of report as a word of its title, with its number, its year or its body beside it.
func namesReport(s string) bool {
	if strings.Count(s, ",")+strings.Count(s, ". ") < 1 {
		return false
	}
	if releases.in(s) {
		return true
	}
	for _, w := range words(s) {
		f := foldWord(w)
		if k := strings.LastIndexByte(f, '-'); k > 0 && reportNames.has(f[k+1:]) {
			return true
		}
		if reportNames.has(f) && (capitalised(w) || caseless(w)) {
			return true
		}
	}
	return strings.Contains(s, ": eindrapport") || strings.Contains(s, "Стат. сб.")
}

// placeThenDate reports whether a note goes on, behind a body and a title, with a place and a date: "Assoporti, Movimenti portuali 2022, Rom, Februar 2023".
func (p *parser) placeThenDate(s string) bool {
	parts := splitItems(s, Range{Start: 0, End: len(s)}, comma)
	for i := 2; i+1 < len(parts); i++ {
		if !p.places(s[parts[i].Start:parts[i].End]) {
			continue
		}
		next := s[parts[i+1].Start:parts[i+1].End]
		if f := dates.Find(next, p.dateOptions()); isNumber(next) && len(next) == 4 || len(f) > 0 && f[0].Start == 0 {
			return true
		}
	}
	return false
}
