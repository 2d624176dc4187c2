package citations

import (
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/dates"
)

// A head often bears the day of its issue beside the name of a series, a review of the press or a paper: "Rassegna stampa di mercoledì 13 marzo 2024", "Morning
// briefing, 5 September 2026", "The Harbour Post, Friday, May 12, 2023". That day dates what stands below, whichever head becomes the title.

// digests are what pieces that gather the news of a day are called.
var digests = wordSet(`briefing digest roundup round-up bulletin newsletter rundown newsbrief weekly daily week wrap-up sitrep
	presseschau pressespiegel überblick wochenrückblick tagesüberblick lagebericht nachrichtenüberblick woche boletín boletim resumen resumo síntese semana revista bollettino rassegna settimana revue semaine bulletin lettre infolettre
	przegląd prasówka biuletyn tydzień dayjest дайджест обзор сводка бюллетень неделя неделю огляд зведення тиждень özeti bülteni haftası persoverzicht nieuwsbrief weekoverzicht nieuwsoverzicht week
	nyhetsbrev nyhedsbrev presseoversigt pressöversikt veckan uken ugen přehled pregled bilten sajtószemle lapszemle επισκόπηση buletin rangkuman جولة نشرة موجز عرض أقوال الأسبوع`)

// pressInDigests end what such pieces are called: "revista de prensa", "przegląd prasy".
var pressInDigests = wordSet(`press stampa presse prensa imprensa prasy прессы сми преси змі news notizie noticias notícias nouvelles actualités nieuws haber haberleri basın tisku štampe tiska presei τύπου berita media الصحافة الصحف الأخبار новостей новин`)

// dayTies stand right before the day of an issue, beside the joints of dates and the leads of weekdays.
var dayTies = wordSet(`of from dei del della di du des vom von van voor za за от від z ze fra från för til till av af dari pada tanggal din az ليوم يوم بتاريخ dated tarihli`)

// headSeparators part the name of a series from the day of its issue.
const headSeparators = ",:–—|-·•(،、 "

// digestDate is the day that the title of a digest begins or ends with.
func (p *parser) digestDate(s string) dates.Date {
	name, d := p.headDay(s)
	if d.IsZero() {
		return d
	}
	core := withoutDayTies(name)
	if isDigest(core) || core != strings.TrimSpace(name) && hasDigest(core) && parted(name) {
		return d
	}
	return dates.Date{}
}

// headDay is the full day that a short line begins or ends with, and the rest of the line with the sign that parts the two.
func (p *parser) headDay(s string) (name string, d dates.Date) {
	const longest = 14 // words
	s = strings.Trim(s, " \u00A0*_")
	if !numbered(s) || len(words(s)) > longest {
		return "", dates.Date{}
	}
	found := dates.Find(s, p.dateOptions())
	if len(found) == 0 {
		return "", dates.Date{}
	}
	f := &found[len(found)-1]
	before, behind := s[:f.Start], s[f.End:]
	if !dayPrecise(&f.Date) || f.Date.Year != dates.YearStated || f.Date.Impossible {
		return "", dates.Date{}
	}
	if strings.Trim(behind, " \u00A0.)") == "" {
		return before, f.Date
	}
	if len(found) == 1 && strings.TrimSpace(before) == "" {
		return behind, f.Date
	}
	return "", dates.Date{}
}

// parted reports whether a sign parts the name of a series from the day behind or before it.
func parted(name string) bool {
	name = strings.Trim(name, " \u00A0")
	first, _ := utf8.DecodeRuneInString(name)
	last, _ := utf8.DecodeLastRuneInString(name)
	return name != "" && (strings.ContainsRune(headSeparators, first) || strings.ContainsRune(headSeparators, last))
}

// withoutDayTies is the name of a series without what ties it to its day.
func withoutDayTies(name string) string {
	name = strings.Trim(name, headSeparators+"\u00A0")
	for {
		k := strings.LastIndexAny(name, " \u00A0")
		if w := foldWord(name[k+1:]); k < 0 || !dayTies.has(w) && !dateJoints.has(w) && !dayLeads.has(w) && !dates.Weekday(w) {
			break
		}
		name = strings.TrimRight(name[:k], headSeparators+"\u00A0")
	}
	if first, rest, ok := strings.Cut(name, " "); ok && dayTies.has(foldWord(first)) { // "13 Mart 2024 tarihli basın özeti"
		return rest
	}
	return name
}

// isDigest reports whether a name without its day is that of a digest or a review of the press and goes on with nothing.
func isDigest(name string) bool {
	ws := words(name)
	if len(ws) == 0 {
		return false
	}
	last := foldWord(ws[len(ws)-1])
	return digests.has(last) || pressInDigests.has(last) && hasDigest(name) || isReview(name)
}

// hasDigest reports whether one of the words of a name is that of a digest.
func hasDigest(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if digests.has(foldWord(w)) {
			return true
		}
	}
	return isReview(name)
}

// isReview reports whether a name is the standing title of a review of the press, which its field may follow: "Revue de presse Afrique".
func isReview(name string) bool {
	const longest = 6 // words
	low := strings.ToLower(name)
	return pressReviews.begins(low) && !strings.ContainsAny(low, ":?!") && len(words(low)) <= longest
}

// issueHeadDate is the day of a head that the name of a paper or a day of the week shows to be that of an issue: "The Harbour Post, Friday, May 12, 2023".
func (p *parser) issueHeadDate(s string) dates.Date {
	name, d := p.headDay(s)
	if d.IsZero() || !parted(name) {
		return dates.Date{}
	}
	const longest = 6 // words of a paper's name
	core := withoutDayTies(name)
	if core == "" || strings.ContainsAny(core, ",،、") || len(words(core)) > longest || d.Weekday == 0 && !p.knownName(core) && !p.calledPaper(core) {
		return dates.Date{}
	}
	return d
}
