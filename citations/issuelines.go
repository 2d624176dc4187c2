package citations

import (
	"slices"
	"strings"

	"example.org/verify/citations/dates"
)

// issueWords stand in lines that date an issue or a post.
var issueWords = wordSet(`volume vol issue no nr number posted published updated edition date issued band ausgabe heft jahrgang tome numéro n° publication numero número том выпуск № sayı cilt nummer
	commentary blog posts tags categories comments utc gmt am pm monday tuesday wednesday thursday friday saturday sunday last archive filed leave comment written time read min publié veröffentlicht publicado pubblicato gepubliceerd опубликовано
	opublikowano aktualizacja publikováno publicerad publisert udgivet julkaistu megjelent objavljeno publikuar publicat dipublikasikan actualizado atualizado aktualisiert aggiornato yayın yayınlanma tarihi stand mis jour bijgewerkt обновлено güncelleme uppdaterad oppdatert opdateret diperbarui terbit`)

// dateJoints join the words of such lines.
var dateJoints = wordSet(`on em by in at for under a r às à le la el il de del do da am um den der op om w o kl h`)

// clockWords stand beside a date for the weekday, the hour and its zone: "Wed 15 May 2024 09.12 BST".
var clockWords = wordSet(`mon tue tues wed thu thur thurs fri sat sun am pm gmt utc bst et est edt ct cst cdt mt pt pst pdt cet cest ist msk uhr wib wita wit trt eat wat h u ч`)

// dateLine reads a block that dates an issue, an article or a post: a date and hardly anything else; of a line of fields between bars
// ("Assessment Date: March 6, 2026 | Classification: Open | Desk: Gulf"), the first field that does.
func (p *parser) dateLine(s string) dates.Date {
	if !numbered(s) {
		return dates.Date{}
	}
	d := p.dateField(s)
	if !d.IsZero() || len(s) > 300 || !strings.ContainsAny(s, bars) {
		return d
	}
	for field := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(bars, r) }) {
		if d := p.dateField(field); !d.IsZero() {
			return d
		}
	}
	return dates.Date{}
}

// asOf stands before the day that an analysis was closed.
const asOf = "as of "

// bars part the fields of a line above an article.
const bars = "|•·"

// dateField reads a line, or a field of one, that is a date and hardly anything else: "Published 6 March 2026", "As of 6 March 2026", "(May 15, 2024)".
func (p *parser) dateField(s string) dates.Date {
	s = withoutBrackets(s)
	if key, at, ok := labelOf(s); ok && dayKeys.has(key) {
		s = s[at:]
	}
	if lead := strings.TrimLeft(s, " *_"); hasFold(lead, asOf) {
		s = lead[len(asOf):]
	}
	if len(s) > 140 || endsProse(s) && len(s) > 60 {
		return dates.Date{}
	}
	s = p.withoutDayRemark(s)
	spaced := splitGlued(s)
	found := dates.Find(spaced, p.dateOptions())
	if len(found) == 0 || strings.ContainsAny(s, "()") && !strings.Contains(s, "), ") && !issueLine(s) {
		return dates.Date{}
	}
	best := fullest(found)
	if best < 0 {
		return dates.Date{}
	}
	before, d := spaced[:found[best].Start], found[best].Date
	other, issue := besideDate(before + " " + spaced[found[best].End:])
	masthead := before == strings.ToUpper(before) && before != strings.ToLower(before) && other <= 8 && dayPrecise(&d) // "TENBURY ADVERTISER, Thursday, May 19, 2011  11"
	if other <= 1 || issue && other <= 7 || masthead && !issue || other <= 4 && strings.ContainsAny(s, bars) {
		return d
	}
	return dates.Date{}
}

// withoutDayRemark takes off a line that opens with a day what stands in brackets behind it: "Sunday 22 October 2023 (Trinity 20, green)".
func (p *parser) withoutDayRemark(s string) string {
	k := strings.IndexByte(s, '(')
	if k <= 0 || !strings.HasSuffix(s, ")") || strings.Count(s, "(") > 1 {
		return s
	}
	found := dates.Find(s[:k], p.dateOptions())
	if len(found) != 1 || found[0].Date.Year != dates.YearStated {
		return s
	}
	if other, _ := besideDate(s[:found[0].Start] + " " + s[found[0].End:k]); other > 0 {
		return s
	}
	return strings.TrimRight(s[:k], " ")
}

// dayKeys stand before a colon and the day that a piece bears.
var dayKeys = wordSetLines(`date|date of issue|date of publication|publication date|published|first published|posted|issued|updated|last updated|last update|data cutoff|data cut-off|data cut off|cutoff|cut-off|cutoff date|cut-off date|information cutoff|information cut-off|information as of|data as of|situation as of|as of|status as of|report date|assessment date|
	datum|stand|datenstand|stand der daten|stand der informationen|redaktionsschluss|veröffentlicht|aktualisiert|date de publication|publié le|mis à jour|mis à jour le|données arrêtées au|situation au|état au|informations au|date de l'analyse|fecha|fecha de publicación|publicado|actualizado|datos al|datos a|información al|situación al|cierre de datos|fecha de corte|cierre de edición|
	data de publicação|publicado em|atualizado em|dados até|informações até|situação em|data de fechamento|fechamento|data di pubblicazione|pubblicato|aggiornato al|dati al|situazione al|chiuso il|gegevens tot|stand van zaken|peildatum|gepubliceerd|bijgewerkt|
	дата|дата публикации|опубликовано|обновлено|данные на|по состоянию на|по данным на|дата публікації|опубліковано|оновлено|станом на|data publikacji|opublikowano|aktualizacja|stan na|stan na dzień|dane na dzień|tarih|yayın tarihi|güncelleme|veri tarihi|durum tarihi|publicerad|uppdaterad|läget den|publisert|oppdatert|data per|per tanggal|terbit|diperbarui|تاريخ النشر|آخر تحديث|البيانات حتى|حتى تاريخ|数据截至|截至|发布时间|更新时间|公開日|更新日`)

// dateIn is the fullest date of a line; none if it has none with its year.
func (p *parser) dateIn(s string) dates.Date {
	found := dates.Find(s, p.dateOptions())
	if k := fullest(found); k >= 0 {
		return found[k].Date
	}
	return dates.Date{}
}

// fullest is the first date with its year, a day before a month; -1 for none.
func fullest(found []dates.Found) int {
	best := -1
	for i := range found {
		d := &found[i].Date
		if d.Year != dates.YearStated || d.Precision == dates.Year || d.Precision == dates.Range || d.Impossible {
			continue
		}
		if best < 0 || dayPrecise(d) && !dayPrecise(&found[best].Date) {
			best = i
		}
	}
	return best
}

// besideDate counts the words of a line that are neither numbers nor words for a time; issue says that one of them dates an issue or a post, and is not
// counted.
func besideDate(s string) (other int, issue bool) {
	for _, w := range words(s) {
		f := foldWord(w)
		if issueWords.has(f) || hanKeys.begins(f) {
			issue = true
		} else if dateJoints.has(f) {
			continue
		} else if f != "" && roman(f) == 0 && !isClock(f) {
			other++
		}
	}
	return other, issue
}

// isClock reports whether a folded word is a number, an hour or what stands beside one: "12", "9:14", "8am", "a.m", "gmt+2".
func isClock(f string) bool {
	f = clockSigns.Replace(f)
	letters := strings.TrimRight(strings.TrimLeft(f, "0123456789"), "0123456789")
	return f != "" && (letters == "" || clockWords.has(letters))
}

var clockSigns = strings.NewReplacer(".", "", ":", "", "+", "")

// hanKeys begin what stands beside a day without a blank: "来源：新华网", "编辑：王小明".
var hanKeys = phrases("来源", "來源", "编辑", "編輯", "责任编辑", "責任編輯", "作者", "记者", "記者", "浏览", "瀏覽", "阅读", "閱讀", "点击", "發佈", "发布", "更新", "出典", "入力", "입력", "수정", "기자", "승인")

// withoutBrackets is the inside of a text that stands in one pair of brackets as a whole.
func withoutBrackets(s string) string {
	t := strings.Trim(s, " *_")
	if len(t) < 2 || strings.IndexByte("([", t[0]) < 0 || strings.IndexAny(t[1:], "()[]") != len(t)-2 {
		return s
	}
	return t[1 : len(t)-1]
}

// splitGlued parts a word from the digits that a lost blank glued to it: "Commentary30 January 2018".
func splitGlued(s string) string {
	for i := 1; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' && (s[i-1] >= 'a' && s[i-1] <= 'z') {
			return s[:i] + " " + s[i:]
		}
	}
	return s
}

// namesIssue reports whether a line says which issue of a publication it heads: by its number, or by the days that it covers, "Reporting period:
// 3–9 May 2021".
func (p *parser) namesIssue(s string) bool { return issueLine(s) || p.coversDays(s) }

// issueLine reports whether a line numbers an issue of a publication.
func issueLine(s string) bool {
	const longest, reach = 20, 16 // words of the line, and those among which the number stands
	ws := words(s)
	if len(ws) > longest {
		return false
	}
	for i, w := range ws[:min(len(ws), reach)] {
		if numberTied(w) || eastNumber(w) {
			return true
		}
		if i+1 == len(ws) {
			break
		}
		n, _, _ := strings.Cut(foldWord(ws[i+1]), "/") // "No. 12/2021"
		if numberSign(w) && (isNumber(n) || roman(n) > 0) || yearNouns.has(foldWord(w)) && roman(n) > 0 {
			return true
		}
	}
	return false
}

var issueNouns = wordSet(`vol volume issue no nr number band ausgabe heft jahrgang jaargang numéro número numero num núm tome год выпуск том sayı cilt numer tom`)

// yearNouns stand before the year of a publication's life in Roman figures: "Año IX".
var yearNouns = wordSet(`año anno ano année year jahr rok rocznik год рік yıl årgang årgång any`)

// issueSigns stand for "number".
var issueSigns = [...]string{"№", "N.º", "N.°", "Nº", "N°", "n.º", "n.°", "nº", "n°", "Núm.", "núm.", "No.", "Nr.", "#"}

// numberSign reports whether a word counts the issues of a publication.
func numberSign(w string) bool {
	return issueNouns.has(foldWord(w)) || slices.Contains(issueSigns[:], w)
}

// numberTied reports whether a word is such a sign with its number behind it: "N.º201", "№28", "#12".
func numberTied(w string) bool {
	for _, sign := range issueSigns {
		if n, ok := strings.CutPrefix(w, sign); ok && isNumber(strings.TrimRight(n, ".,;:)")) {
			return true
		}
	}
	return false
}

// eastNumber reports whether a word ends with the number of an issue as Chinese, Japanese and Korean print it: "第28期", "第3卷第14期（总第212期）", "제14호".
func eastNumber(w string) bool {
	if k := strings.IndexAny(w, "（("); k > 0 {
		w = w[:k]
	}
	for _, unit := range [...]string{"期", "号", "號", "卷", "巻", "輯", "호", "권"} {
		rest, ok := strings.CutSuffix(w, unit)
		if !ok {
			continue
		}
		number := strings.TrimRightFunc(rest, func(r rune) bool { return r >= '0' && r <= '9' || strings.ContainsRune(hanNumerals, r) })
		return number != rest && (strings.HasSuffix(number, "第") || strings.HasSuffix(number, "제"))
	}
	return false
}

// beforeIssue is the name in a running head that numbers the issue: "NORTHERN SEAS LETTER No. 88"; "" if it does not.
func beforeIssue(s string) string {
	ws := words(s)
	for i, w := range ws {
		switch f := foldWord(w); f {
		case "vol", "volume", "no", "nr", "issue", "band", "jahrgang", "heft", "tome", "numéro", "número", "numero":
			if i >= 1 && i <= 7 && capitalised(ws[0]) {
				return strings.Join(ws[:i], " ")
			}
			return ""
		}
	}
	return ""
}

// coversDays reports whether a line is a span of days and hardly anything else.
func (p *parser) coversDays(s string) bool {
	const longest, besides = 80, 3 // bytes, and words that stand beside the days
	if len(s) > longest || !numbered(s) || endsProse(s) {
		return false
	}
	found := dates.Find(s, p.dateOptions())
	if len(found) != 1 || found[0].Date.Precision != dates.Range || !dayPrecise(&found[0].Date) {
		return false
	}
	return len(words(s[:found[0].Start]+" "+s[found[0].End:])) <= besides
}
