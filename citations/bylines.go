package citations

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/dates"
)

// byWords open a byline.
var byWords = []string{"by: ", "prepared by ", "a report by ", "report by ", "a story by ", "words by ", "compiled by ", "reported by ", "research by ", "zusammengestellt von ", "bearbeitet von ", "подготовила ", "подготовил ", "подготовили ", "беседовала ", "беседовал ", "підготувала ", "підготував ", "opracowała ", "opracował ", "oprac. ", "rozmawiał ", "rozmawiała ", "hazırlayan: ", "derleyen: ", "samengesteld door ", "elaborado por ", "réalisé par ", "propos recueillis par ", "par : ", "compilé par ", "compilado por ", "a cura di ", "reportage: ", "reportage : ", "testo di ", "texto: ", "texto de ", "recherche: ", "作者：", "作者:", "文：", "文/", "文／", "记者：", "بقلم: ", "بقلم/ ", "بقلم ", "كتب: ", "كتبت: ", "كتب/ ", "إعداد: ", "تقرير: ", "نویسنده: ", "by ", "von ", "par ", "por ", "di ", "da ", "text: ", "authors: ", "author: ", "autor: ", "autorin: ", "auteur : ", "auteur: ", "autore: ", "автор: ", "door ", "yazan: ", "yazar: ", "shkruan: ", "shkruar nga ", "nga ", "piše: ", "autor/ica: ", "tekst: ", "av: ", "av ", "af: ", "af ", "oleh: ", "oleh ", "penulis: ", "írta: ", "szerző: ", "teksti: ", "συντάκτης: ", "текст: ", "автори: ", "撰文：", "撰稿：", "reporting by ", "written by ", "op-ed by ", "analysis by "}

// namePartsLower are the small words inside names of people.
var nameParticles = wordSet(`van von der den de del della di da dos do du le la el al bin ibn bint abu zu zur af ten ter y e i und`)

// notNames begin section heads that have the shape of a name.
var notNames = wordSet(`the a an in on at of and or but for from with by to how why what when who where after before no not new its his her their our your
	possible crossing changing countering emerging introduction conclusion conclusions outlook background part chapter section continuing early late key main final first second third next last
	le la les un une des du der die das ein eine el los las una il lo gli i o os as um uma recent future lessons looking moving rising growing dealing facing policy security political economic
	من هل لماذا كيف ماذا ما متى أين حين حول عن بين في على إلى
	notes endnotes references executive summary special interview editor editorial about read related more share comments image photo`)

// bylineNames reads a byline: one or more names of people and nothing else but a word that says so. by is true where the block says so itself.
func (p *parser) bylineNames(s string) (names []string, by bool) {
	s = strings.Trim(strings.TrimSpace(s), "*_")
	if strings.Count(s, " ") > 24 {
		return nil, false
	}
	if byWordSet.opens(s) {
		low := strings.ToLower(s)
		k := slices.IndexFunc(byWords, func(w string) bool { return strings.HasPrefix(low, w) })
		s, by = strings.TrimSpace(s[len(byWords[k]):]), true
	}
	if !by && (!capitalised(s) && !caseless(s) || beyondNames(s)) {
		return nil, false
	}
	if i := strings.IndexAny(s, "|·•–—"); i > 0 && by {
		s = strings.TrimSpace(s[:i])
	}
	parts := splitNames(s)
	if caseless(s) {
		parts = hanNames(parts, p.lang)
	}
	for _, part := range parts {
		if _, name, ok := strings.Cut(part, ": "); ok && by {
			part = name // "Tekst: Marta Wilk, współpraca: Oleh Danyluk"
		}
		if by && len(names) > 0 && endsInRole(part) {
			continue // "By Paul Irving, Local Democracy Reporter"
		}
		n, ok := personName(part, by || len(parts) > 1 && caseless(part))
		if !ok || !by && (p.names.Known(n) || p.places(n)) {
			return nil, false
		}
		names = append(names, n)
	}
	if len(names) > 6 || len(names) == 0 {
		return nil, false
	}
	return names, by
}

// endsInRole reports whether the last word of a part of a byline is a trade.
func endsInRole(s string) bool {
	ws := words(s)
	return len(ws) > 0 && bioRoles[foldWord(ws[len(ws)-1])]
}

var byWordSet = phrases(byWords...)

// beyondNames reports whether a text has what no list of names has: a sign, a digit, or a word in small letters that is no part of names and does not
// join them. It is the cheap question before the dear ones.
func beyondNames(s string) bool {
	for i := 0; i < len(s); {
		start := i
		for i < len(s) && s[i] >= 'a' && s[i] <= 'z' {
			i++
		}
		switch {
		case i > start:
			small := (start == 0 || s[start-1] == ' ') && (i == len(s) || s[i] == ' ' || s[i] == ',')
			if w := s[start:i]; small && !nameParticles[w] && !nameJoiners[w] {
				return true
			}
			for i < len(s) && (alnum(s[i]) || s[i] >= utf8.RuneSelf) {
				if s[i] <= '9' {
					return true
				}
				i++
			}
		case notInNames[s[i]]:
			return true
		default:
			i++
		}
	}
	return false
}

// nameJoiners are the words at which splitNames cuts and that are no part of names.
var nameJoiners = wordSet(`and et en dhe ve with`)

// notInNames marks the signs and digits that neither names nor what joins them have.
var notInNames = func() (t [256]bool) {
	for _, c := range []byte("0123456789!\"#$%()+:<=>?@[\\]^_{|}~") {
		t[c] = true
	}
	return
}()

// datedByline reads a byline that ends with the day: "By Nell Abara, October 3, 2018", "*Por Lucía Ferrer | 3 de octubre de 2018*".
func (p *parser) datedByline(s string, l *look) {
	s = strings.Trim(strings.TrimSpace(s), "*_")
	if len(s) > 140 || !strings.ContainsAny(s, "0123456789") {
		return
	}
	found := dates.Find(s, p.dateOptions())
	if len(found) != 1 || found[0].Start == 0 || strings.Trim(s[found[0].End:], " .") != "" {
		return
	}
	d := found[0].Date
	names, by := p.bylineNames(strings.TrimRight(s[:found[0].Start], " \u00A0,|·•–—-"))
	if by && len(names) > 0 && d.Precision == dates.Day && d.Year == dates.YearStated && !d.Impossible {
		l.names, l.by = names, true
		l.setDate(d)
	}
}

// splitNames cuts a list of names at commas and words for "and".
func splitNames(s string) []string {
	if a, b, ok := strings.Cut(s, "/"); ok && len(words(a)) > 1 && len(words(b)) > 1 { // "Jörg Bogumil/Sabine Kuhlmann"
		s = strings.ReplaceAll(s, "/", ",")
	}
	for _, sep := range [...]string{", and ", " and ", " & ", " und ", " et ", " y ", " e ", " dhe ", " ve ", " и ", " en ", " with ", " / ", ";"} {
		s = strings.ReplaceAll(s, sep, ",")
	}
	var out []string
	for _, part := range strings.Split(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// hanTrades stand before names in Chinese and Japanese.
var hanTrades = wordSet(`论说委员 論説委員 編集委員 論説委員長 記者 特派員 本報記者 本报记者 记者 特约记者 評論員 评论员 編輯 编辑 文 作者`)

// hanNames parts names that blanks alone part, as in Chinese bylines, and takes a trade off them. A Japanese blank stands between the names of one person.
func hanNames(parts []string, lang string) (out []string) {
	han := func(w string) bool {
		n := utf8.RuneCountInString(w)
		return n > 1 && n < 5 && !strings.ContainsFunc(w, func(r rune) bool { return !unicode.Is(unicode.Han, r) })
	}
	for _, part := range parts {
		ws := words(part)
		for len(ws) > 1 && hanTrades[ws[0]] {
			ws = ws[1:]
		}
		if lang == "ja" || slices.ContainsFunc(ws, func(w string) bool { return !han(w) }) {
			ws = []string{strings.Join(ws, " ")}
		}
		out = append(out, ws...)
	}
	return out
}

// personName checks that s has the shape of a person's name: two to five words, each with a capital, particles and initials aside. A title before it is
// dropped; told allows a single word.
func personName(s string, told bool) (string, bool) {
	s = strings.TrimSuffix(strings.TrimSpace(s), "*")
	for _, t := range [...]string{"Dr. ", "Dr ", "Prof. ", "Professor "} {
		s = strings.TrimPrefix(s, t)
	}
	ws := words(s)
	if len(ws) < 2 && !told || len(ws) > 5 || len(ws) == 0 || len(s) > 60 {
		return "", false
	}
	capitals := 0
	if !told && hasPressWord(ws) {
		return "", false
	}
	for i, w := range ws {
		if i == 0 && notNames[withoutVerb(strings.ToLower(w))] || i > 0 && neverInNames[strings.ToLower(w)] {
			return "", false
		}
		if nameParticles[strings.ToLower(w)] && i > 0 {
			continue
		}
		if !nameWord(w) {
			return "", false
		}
		capitals++
	}
	return strings.Join(ws, " "), capitals >= 2 || told
}

// withoutVerb is a word without what a verb left of itself behind an apostrophe: "what's".
func withoutVerb(w string) string {
	for _, end := range [...]string{"'s", "’s", "'re", "’re"} {
		w = strings.TrimSuffix(w, end)
	}
	return w
}

// neverInNames stand in titles, and in no person's name, whatever their case.
var neverInNames = wordSet(`who that which the of from with for under after before in on at is are was were without against الذي التي الذين لا لم لن من في على عن إلى أن ثم مع بعد قبل هذا هذه حول ضد بلا يا`)

// nameWord reports whether w can be part of a person's name: a capital, then letters, with hyphens, apostrophes and a stop for initials.
func nameWord(w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(first) && !namePrefix(w) && !caseless(w) {
		return false
	}
	for i, r := range w {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
		case r == '-' || r == '\'' || r == '’' || r == '`' || r == '‘':
		case r == '.' && utf8.RuneCountInString(w) <= 5 && i == len(w)-1, r == '.' && i <= 2:
		default:
			return false
		}
	}
	return true
}

// issueWords stand in lines that date an issue or a post.
var issueWords = wordSet(`volume vol issue no nr number posted published updated edition date issued band ausgabe heft jahrgang tome numéro n° publication numero número том выпуск № sayı cilt nummer
	commentary blog posts tags categories comments utc gmt am pm monday tuesday wednesday thursday friday saturday sunday last archive filed leave comment written time read min publié veröffentlicht publicado pubblicato gepubliceerd опубликовано
	opublikowano aktualizacja publikováno publicerad publisert udgivet julkaistu megjelent objavljeno publikuar publicat dipublikasikan actualizado atualizado aktualisiert aggiornato yayın yayınlanma tarihi stand mis jour bijgewerkt обновлено güncelleme uppdaterad oppdatert opdateret diperbarui terbit`)

// dateJoints join the words of such lines.
var dateJoints = wordSet(`on by in at for under a r às à le la el il de del do da am um den der op om w o kl h`)

// clockWords stand beside a date for the weekday, the hour and its zone: "Wed 15 May 2024 09.12 BST".
var clockWords = wordSet(`mon tue tues wed thu thur thurs fri sat sun am pm gmt utc bst et est edt ct cst cdt mt pt pst pdt cet cest ist msk uhr wib wita wit trt eat wat`)

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

// numbered is the cheap question whether s may hold a digit of any script.
func numbered(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= '0' && c <= '9' || c >= 0xD9 && c <= 0xDB || c == 0xEF {
			return true
		}
	}
	return false
}

// asOf stands before the day that an analysis was closed.
const asOf = "as of "

// bars part the fields of a line above an article.
const bars = "|•·"

// dateField reads a line, or a field of one, that is a date and hardly anything else: "Published 6 March 2026", "As of 6 March 2026", "(May 15, 2024)".
func (p *parser) dateField(s string) dates.Date {
	s = withoutBrackets(s)
	if lead := strings.TrimLeft(s, " *_"); hasFold(lead, asOf) {
		s = lead[len(asOf):]
	}
	if len(s) > 140 || endsProse(s) && len(s) > 60 {
		return dates.Date{}
	}
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
		if issueWords[f] {
			issue = true
		} else if dateJoints[f] {
			continue
		} else if f != "" && !isNumber(strings.Replace(f, ".", "", 1)) && roman(f) == 0 && !clockWords[f] {
			other++
		}
	}
	return other, issue
}

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
