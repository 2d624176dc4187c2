package citations

import "strings"

// A report, a poll or figures are named with whose they are: "un'indagine dell'Arpa Piemonte", "Zahlen des Statistischen Bundesamts", "z danych GUS". The noun stands
// before the name with a particle between them, an adjective or a participle perhaps; behind it in English, with a genitive: "the World Bank's figures".

// reportsOf are the nouns of what is made public, by language.
var reportsOf = [...]string{
	`report study survey poll audit review inquiry investigation analysis assessment estimate estimates figures data statistics calculations research findings paper tally forecast forecasts projections index census records measurements
	bulletin dossier statement reckoning exclusive database count note memo briefing submission numbers tracking tracker monitoring maps mapping ranking register testimony footage recordings documents filing filings letter ` + judgements,
	`Leitartikel Studie Umfrage Bericht Berichte Berichten Erhebung Erhebungen Statistik Statistiken Zahlen Daten Gutachten Analyse Analysen Schätzung Schätzungen Messungen Auswertung Auswertungen Untersuchung Untersuchungen Prognose Prognosen Recherchen
	Berechnung Berechnungen Hochrechnung Bulletin Stellungnahme Mitteilung Unterlagen Angaben Vermerk Schreiben Leitfaden Karte Karten Index Rangliste Register Datenbank Barometer Monitoring Zählung Zählungen Lagebild Modellrechnung Modellrechnungen Überwachung Stichprobe Faktencheck`,
	`éditorial édito rapport rapports étude études enquête sondage chiffres données statistiques estimations calculs analyse bulletin baromètre audit recensement prévisions communiqué bilan décompte note avis courrier suivi carte cartes relevés relevé mesures indice classement registre base cartographie dossier expertise tableau`,
	`editorial informe informes estudio encuesta datos cifras estadísticas estimaciones cálculos análisis boletín investigación registros proyecciones censo auditoría sondeo recuento reporte comunicado nota dictamen oficio monitoreo seguimiento rastreo mapa mapas relevamiento base catastro planilla índice ranking peritaje barómetro mediciones muestreo balance`,
	`editorial relatório relatórios estudo pesquisa levantamento dados números estatísticas estimativas cálculos análise boletim investigação censo auditoria sondagem inquérito projeções reportagem nota parecer ofício monitoramento monitorização rastreamento mapa mapas mapeamento índice ranking balanço laudo perícia medições base registros registos`,
	`rapporto studio editoriale indagine sondaggio dati cifre statistiche stime calcoli analisi bollettino inchiesta ricerca relazione rilevazione rilevazioni censimento monitoraggio nota parere perizia mappa mappe classifica indice barometro misurazioni database dossier bilancio tracciamento`,
	`hoofdartikel rapport onderzoek cijfers gegevens enquête peiling raming berekening berekeningen metingen notitie advies kaart kaarten index ranglijst database monitor inventarisatie steekproef telling tellingen modellen`,
	`raport raportu raporcie dane danych sondaż sondażu badanie badania badaniu wyliczeń wyliczenia szacunków szacunki analiza analizy prognoza prognozy statystyk statystyki wyliczeniach obliczeń obliczenia szacunkach mapa mapy indeks ranking rejestr rejestru spis spisu pomiary pomiarów pomiarach barometr monitoring monitoringu ekspertyza ekspertyzy analizie analiz zestawienie zestawienia`,
	`передовица передовице доклад доклада докладе докладу отчёту отчету исследованию дослідженню звіту звіті отчёт отчёта отчёте отчет отчета отчете данные данных прогноз прогнозу прогноза исследование исследования исследовании опрос опроса опросу опросе статистика статистике подсчёты подсчёты расчёты расчётам доповідь доповіді
	карта карты карте карта мониторинг мониторинга мониторинге рейтинг рейтинга рейтинге замеры замеров измерения измерений реестр реестра базе расчёты моніторинг моніторингу мапа рейтинг розрахунки розрахунками підрахунками підрахунки оцінками статистикою дані даних опитування дослідження дослідженні прогнозом`,
	`penelitian studi riset survei laporan kajian angka statistik catatan investigasi liputan analisis perhitungan`,
	`zpráva zprávy zprávě studie průzkum průzkumu údaje údajů statistika statistiky analýza analýzy karta mapa mapy měření žebříček registr databáze výpočtů výpočty odhadů odhady podaci podacima podataka mjerenja mjerenjima popis evidencija procjeni procjenama procjene izvješće izvješću istraživanje istraživanju anketa anketi`,
	`rapport rapporten undersökning undersökningen siffror statistik undersøgelse undersøkelse tall tal mätning beräkningar karta kart kort målinger mätningar beregninger granskning kartläggning kartlegging kortlægning data uppgifter opgørelse oversikt översikt`,
	`raportul raportului studiu studiul datele datelor sondaj cifrele sondajul analiza harta monitorizarea statistica statisticile calculele estimările măsurătorile`,
}

// reportJoints may stand between such a noun and the name.
var reportJoints = wordSet(`by from the a an der die das des von vom einer eines de du des d' d’ la le les l' del di da della dello dei do dos das el los van het från av af fra ale al ai lui dari oleh milik
	published released compiled conducted collected issued produced commissioned out carried kept maintained run prepared written made drawn up put together`)

// reportCues are the cues that these nouns are.
func reportCues() (out []cue) {
	for _, list := range reportsOf {
		for noun := range strings.FieldsSeq(list) {
			out = append(out, cue{text: noun, report: true, firm: true})
		}
	}
	return out
}

// reportedBy finds the name of the body or paper that a noun of reports is of, which ends at byte from: right behind it, over joints and an adjective.
func (p *parser) reportedBy(s Range, from int) (Range, bool) {
	const reach = 4
	at := skipBlanks(p.clean, from, s.End)
	kept, before := false, ""
	for n := 0; n < reach && at < s.End; n++ {
		if p.clean[at] == '(' || at == from {
			break
		}
		name := at + elision(p.clean[at:s.End])
		if r := p.describedName(name, s.End); !r.Empty() {
			return r, true
		}
		name += quoteMark(p.clean[name:s.End])
		if r := p.firmName(name, s.End); !r.Empty() && !p.places(p.clean[r.Start:r.End]) {
			return r, true
		}
		if kept && p.lang == "en" && name < s.End && capitalised(p.clean[name:s.End]) { // "a database kept by Seawatch"
			if r, ok := p.capitalRun(name, s.End); ok && !p.places(p.clean[r.Start:r.End]) && !p.dateLike(p.clean[r.Start:r.End]) {
				return r, true
			}
		}
		e := wordEnd(p.clean, at, s.End)
		switch w := p.clean[at:e]; {
		case n == 0 && p.lang == "en" && (w == "that" || w == "which"):
			return p.madeBy(skipBlanks(p.clean, e, s.End), s.End)
		case reportJoints.has(w):
			kept = w == "by" && keeping.has(before)
			before = w
		case n == 0 && !capitalised(w) && !strings.ContainsAny(w, ".,;:!?\"") && !notTelling.has(w) && !complementizers.has(w) && p.lang != "en": // "dati ufficiali dell'Istat"
		default:
			return Range{}, false
		}
		at = skipBlanks(p.clean, e, s.End)
	}
	return Range{}, false
}

// keeping are the participles behind whose "by" anybody named is the source of a report.
var keeping = wordSet(`kept maintained compiled published collected run`)

// madeBy is the paper or body at byte at, behind its article perhaps, of which a relative clause says that it made the report: "a survey that YouGov carried out".
func (p *parser) madeBy(at, limit int) (Range, bool) {
	if beginsWith(p.clean[at:limit], articleWords) {
		at = nextWordStart(p.clean, at, limit)
	}
	r := p.firmName(at, limit)
	return r, !r.Empty() && makes.has(firstPrinted(p.clean[p.saidVerb(r.End, limit):limit]))
}

// makes are the verbs with which somebody makes a report.
var makes = wordSet(`carried did conducted published made released compiled commissioned collected gathered keeps kept issued produced ran wrote put publishes makes conducts compiles collects releases carries runs`)

// firmName is the name at byte at that is a paper's or a body's beyond doubt: a known one, one with a noun of bodies, an acronym.
func (p *parser) firmName(at, limit int) Range {
	if at >= limit {
		return Range{}
	}
	if end, ids, ok := p.nameAt(at, limit); ok && nameable(p.clean[at:end]) && (anyPress(ids) || asserting(ids)) && !p.headsBody(at, end, limit) {
		return Range{Start: at, End: p.wholeName(at, end, limit)}
	}
	if !capitalised(p.clean[at:limit]) {
		return p.commonBody(at, limit)
	}
	if r := p.bodyName(at, limit); !r.Empty() {
		return r
	}
	if end := p.verbEnd(at, limit); allCapitals(p.clean[at:end]) {
		return Range{Start: at, End: end}
	}
	return Range{}
}

// allCapitals reports whether a word is three to seven capitals.
func allCapitals(w string) bool {
	n := 0
	for _, r := range w {
		if n++; strings.ToLower(string(r)) == string(r) {
			return false
		}
	}
	return n >= 3 && n <= 7
}

// possessed is where the noun of reports or of reporters ends that a genitive ties to a name which ends at byte end: "'s notice", "'s own count", "'s Tigrinya service".
// It is end where there is none.
func (p *parser) possessed(end, limit int) int {
	at := end
	switch {
	case strings.HasPrefix(p.clean[at:limit], "'"):
		at++
	case strings.HasPrefix(p.clean[at:limit], "’"):
		at += len("’")
	default:
		return end
	}
	if at < limit && p.clean[at] == 's' {
		at++
	}
	const most = 3 // words, the noun among them
	for range most {
		next := skipBlanks(p.clean, at, limit)
		if next == at || next >= limit {
			return end
		}
		if who := p.personAt(next, limit); who > next {
			return who
		}
		e := p.verbEnd(next, limit)
		if ownedNouns.has(p.clean[next:e]) {
			return p.behindTopic(max(e, p.personAt(skipBlanks(p.clean, e, limit), limit)), limit)
		}
		at = e
	}
	return end
}

// behindTopic is where the phrase ends that says what a report which ends at byte end is about or when it was made, where a verb of telling follows: "report on human rights for
// 2020 notes that". It is end where there is none.
func (p *parser) behindTopic(end, limit int) int {
	at := skipBlanks(p.clean, end, limit)
	if at == end || !topicWords.has(firstPrinted(p.clean[at:limit])) {
		return end
	}
	const most = 12 // words
	for n := 0; n < most && at < limit; n++ {
		e := wordEnd(p.clean, at, limit)
		w := p.clean[at:e]
		switch {
		case endOfAside.in(w):
			return end
		case n > 1 && (showing.has(w) || saying().has(w)) && p.tells(w, e, limit):
			return at - blankBefore(p.clean, at)
		}
		at = skipBlanks(p.clean, e, limit)
	}
	return end
}

// topicWords stand between a report and what it is about or when it was made.
var topicWords = wordSet(`on of for in about into from to by at with between since published released issued`)

// personAt is where the name of a person ends that begins at byte at with two capitals or more; at where none does.
func (p *parser) personAt(at, limit int) int {
	if at >= limit || !capitalised(p.clean[at:limit]) {
		return at
	}
	r, ok := p.capitalRun(at, limit)
	name := p.clean[at:r.End]
	if _, person := personName(name, false); !ok || !person || p.isBody(name) {
		return at
	}
	return r.End
}

// ownedNouns are what a paper or a body owns that tells something.
var ownedNouns = wordSet(`report reports study survey poll audit review inquiry investigation analysis assessment estimate estimates figure figures data statistics calculations research findings paper tally count forecast forecasts
	projections index census records measurements bulletin statement website archive archives database register notice editorial headline correspondent correspondents reporter reporters columnist editor critic service spokesman spokeswoman spokesperson
	account version coverage reporting story tables own map tracker newsletter podcast ranking barometer monitor director researchers analysts economists office bureau team unit branch staff experts scientists engineers inspectors auditors monitors investigators lawyers statisticians station desk chief mission
	article articles piece column op-ed interview leader cartoon blog programme program documentary broadcast episode briefing video footage film series team witness journalist journalists photographer writer writers reviewer`)

// showing are the verbs with which what is owned gives evidence, whatever follows.
var showing = wordSet(`show shows showed put puts suggest suggests suggested found find finds counted counts list lists listed record records recorded indicate indicates say says said reveal reveals revealed confirm confirms confirmed
	give gives gave name names named describe describes described speak speaks spoke call calls called`)

// shown reports whether the word at byte at, blanks aside, is such a verb.
func (p *parser) shown(at, limit int) bool {
	return beginsWith(p.clean[at:limit], showing)
}
