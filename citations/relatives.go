package citations

import "strings"

// A clause that a relative pronoun opens names a source as a main clause does: "un montage que l'Autorité de la concurrence juge « opaque »", "das der
// Landesrechnungshof als „leichtsinnig“ bezeichnete". Behind a noun of reports or of papers it says who made them or has them: "une étude que l'Insee a publiée",
// "stukken die Follow the Money kreeg".

// relatives are the pronouns by language; English has its own ways.
var relatives = map[string]*wordList{
	"fr": wordSet(`que`), "es": wordSet(`que`), "pt": wordSet(`que`), "it": wordSet(`che`),
	"de": wordSet(`das die den der was`), "nl": wordSet(`dat die wat`),
}

// commaBefore reports whether the relative pronouns of a language stand behind a comma; they are articles elsewhere.
func commaBefore(lang string) bool { return lang == "de" }

// papersHeld are the nouns of what a paper obtains; those of reports do as well.
var papersHeld = wordSet(`documents document courriels notes procès-verbaux dokumente dokumenten unterlagen papiere papieren akten mails e-mails protokolle stukken documenten mails papieren documentos papeles correos audios actas documentos ofícios mensagens
	documenti carte atti verbali messaggi`)

// madeOrGot are participles, and final verbs of German and Dutch, of making a report or of coming by it.
var madeOrGot = wordSet(`publié publiée publiés publiées réalisé réalisée mené menée établi rédigé remis commandé commandée obtenu obtenue obtenus obtenues consulté consultée consultés consultées révélé révélée révélés
	publicado publicada publicados hecho elaborado elaborada realizado realizada obtenido obtenidos visto consultado consultados revelado publicou fez elaborou realizou obteve consultou viu divulgou publicó elaboró realizó obtuvo consultó difundió
	pubblicato pubblicata realizzato realizzata condotto condotta ottenuto ottenuti visto visionato visionati consultato
	veröffentlichte veröffentlicht machte gemacht erstellt erstellte vorgelegt vorlegte durchgeführt durchführte einsehen eingesehen auswertete ausgewertet erhielt erhalten bekam
	publiceerde gepubliceerd maakte gemaakt uitvoerde uitgevoerd kreeg gekregen inzag ingezien opvroeg opstelde opgesteld`)

// naming are the verbs that end a clause of German or Dutch in which a body calls something by a quotation.
var naming = wordSet(`nennt nannte nennen bezeichnet bezeichnete einstuft einstufte bewertet bewertete beurteilt beurteilte kritisiert kritisierte beschreibt beschrieb hält hielt geißelte lobte noemt noemde noemen acht achtte vindt vond kwalificeerde bestempelde omschrijft omschreef`)

// relativeSubject is the paper or the body that is the subject of the relative clause which goes on at byte at behind its pronoun; empty where that tells nothing.
func (p *parser) relativeSubject(s Range, at int) (r Range, q cue) {
	pronouns := relatives[p.lang]
	if pronouns == nil {
		return Range{}, q
	}
	before := strings.TrimRight(p.clean[s.Start:at], " \u00A0\n")
	pronoun := lastField(before)
	before = strings.TrimRight(strings.TrimSuffix(before, pronoun), " \u00A0\n")
	if !pronouns.has(pronoun) || commaBefore(p.lang) && !strings.HasSuffix(before, ",") {
		return Range{}, q
	}
	q = cue{before: true, press: true}
	if r = p.subjectAt(at, s.End); r.Empty() {
		q = cue{before: true, body: true}
		if r = p.bodyAt(at, s.End); r.Empty() {
			return Range{}, q
		}
	}
	if p.madeOrGot(s, strings.TrimRight(before, ","), r.End, q.press) || p.named(s, r.End) {
		return r, q
	}
	if verb, ok := p.telling(s, r.End); ok && p.lang != "de" && quotedNear(p.clean[verb.End:s.End]) {
		return r, q
	}
	return Range{}, q
}

// madeOrGot reports whether what stands before a relative clause is a report or papers, and its verb behind byte from says that the subject made them or has them.
func (p *parser) madeOrGot(s Range, before string, from int, press bool) bool {
	const near = 2 // words from the noun to the pronoun
	held := false
	for n := 0; n < near && !held; n++ {
		w := lastField(before)
		f := strings.ToLower(w)
		held = reportNounsAll[f] || press && papersHeld.has(f)
		before = strings.TrimRight(strings.TrimSuffix(before, w), " \u00A0\n")
	}
	if !held {
		return false
	}
	clause := p.clause(s, from)
	if p.lang == "de" || p.lang == "nl" {
		ws := words(clause)
		for _, w := range ws[max(0, len(ws)-2):] {
			if madeOrGot.has(w) {
				return true
			}
		}
		return false
	}
	const reach = 3
	for _, w := range firstWords(clause, reach) {
		if madeOrGot.has(w) {
			return true
		}
	}
	return false
}

// named reports whether a German or Dutch clause that goes on at byte from has a quotation and ends in a verb of calling.
func (p *parser) named(s Range, from int) bool {
	if p.lang != "de" && p.lang != "nl" {
		return false
	}
	clause := p.clause(s, from)
	return naming.has(lastField(clause)) && strings.ContainsAny(clause, "„“”\"»«‘")
}

// clause is what a sentence has from byte from to the next mark that ends a clause.
func (p *parser) clause(s Range, from int) string {
	rest := p.clean[from:min(s.End, from+longestClause)]
	if k := strings.IndexAny(rest, ".,;:!?("); k >= 0 {
		rest = rest[:k]
	}
	return strings.TrimRight(rest, " \u00A0\n")
}

// quotedNear reports whether a quotation begins within a few words of s.
func quotedNear(s string) bool {
	const reach = 40
	k := strings.IndexAny(s, "«“„\"»‘")
	return k >= 0 && k < reach && !strings.ContainsAny(s[:k], ".;(")
}

// reportNounsAll are the nouns of reports of all languages, in lower case.
var reportNounsAll = func() map[string]bool {
	m := map[string]bool{}
	for _, list := range reportsOf {
		for noun := range strings.FieldsSeq(list) {
			m[strings.ToLower(noun)] = true
		}
	}
	return m
}()

// viewWords open a clause with whose view it gives.
var viewWords = wordSet(`pour para per voor für för dla`)

// viewed is the body whose view a clause gives with a quotation, which begins with such a word at byte i: "Pour l'USPO, « un casier … »", "Für den Bauernverband ist das
// „ein Witz“".
func (p *parser) viewed(s Range, i int) Range {
	r := p.nameAfter(i, s.End)
	if r.Empty() {
		return r
	}
	end := p.asideAfter(r.End, s.End)
	rest := p.clean[end:s.End]
	comma := strings.HasPrefix(rest, ",")
	if comma {
		rest = strings.TrimLeft(rest[1:], " \u00A0\n")
	}
	verbSecond := p.lang == "de" || p.lang == "nl" || p.lang == "sv"
	if !comma && p.holdsFor(s, i, end) || comma && quoteMark(rest) > 0 || verbSecond && copulas.has(firstPrinted(strings.TrimLeft(rest, " \u00A0\n"))) && quotedNear(rest) {
		return r
	}
	return Range{}
}

// holdsFor reports whether a sentence that begins with such a word at byte i, and a known body behind it which ends at byte end, goes on with a clause that has a figure: "Per l'Istat i
// disoccupati sono 1,9 milioni". In other languages a comma stands between the two.
func (p *parser) holdsFor(s Range, i, end int) bool {
	if p.lang != "it" || i != s.Start {
		return false
	}
	at := skipBlanks(p.clean, end, s.End)
	return (italianArticles.has(firstPrinted(p.clean[at:s.End])) || elision(p.clean[at:s.End]) > 0) && strings.ContainsAny(p.clause(s, at), "0123456789")
}

// italianArticles open the subject of such a clause.
var italianArticles = wordSet(`il lo la i gli le un uno una nel nella nei nelle sul sulla in c'è ci`)

// copulas join what is judged to the judgement.
var copulas = wordSet(`ist sind war waren bleibt wäre wird is zijn was blijft är var`)
