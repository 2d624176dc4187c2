package citations

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// byWords open a byline.
var byWords = []string{"by: ", "por: ", "par: ", "von: ", "door: ", "di: ", "ein bericht von ", "eine reportage von ", "eine analyse von ", "ein kommentar von ", "un reportage de ", "une enquête de ", "une analyse de ", "un reportaje de ", "un análisis de ", "un’inchiesta di ", "un'inchiesta di ", "een reportage van ", "een analyse van ", "prepared by ", "a report by ", "report by ", "a story by ", "words by ", "compiled by ", "reported by ", "research by ", "zusammengestellt von ", "bearbeitet von ", "подготовила ", "подготовил ", "подготовили ", "беседовала ", "беседовал ", "підготувала ", "підготував ", "opracowała ", "opracował ", "oprac. ", "rozmawiał ", "rozmawiała ", "hazırlayan: ", "derleyen: ", "samengesteld door ", "elaborado por ", "réalisé par ", "propos recueillis par ", "par : ", "compilé par ", "compilado por ", "a cura di ", "reportage: ", "reportage : ", "testo di ", "texto: ", "texto de ", "recherche: ", "作者：", "作者:", "文：", "文/", "文／", "记者：", "بقلم: ", "بقلم/ ", "بقلم ", "كتب: ", "كتبت: ", "كتب/ ", "إعداد: ", "تقرير: ", "نویسنده: ", "by ", "von ", "par ", "por ", "di ", "da ", "text: ", "authors: ", "author: ", "autor: ", "autorin: ", "auteur : ", "auteur: ", "autore: ", "автор: ", "door ", "yazan: ", "yazar: ", "shkruan: ", "shkruar nga ", "nga ", "piše: ", "autor/ica: ", "tekst: ", "av: ", "av ", "af: ", "af ", "oleh: ", "oleh ", "penulis: ", "írta: ", "szerző: ", "teksti: ", "συντάκτης: ", "текст: ", "автори: ", "撰文：", "撰稿：", "reporting by ", "written by ", "op-ed by ", "analysis by ", "posted by ", "published by ", "publié par ", "posté par ", "publicado por ", "veröffentlicht von ", "eingestellt von ", "pubblicato da ", "postato da ", "geplaatst door ", "gepubliceerd door ", "опубликовал ", "опубликовала ", "автор поста: ", "dodał ", "dodała ", "opublikował ", "opublikowała ", "gönderen: ", "gönderen ", "publicerad av ", "publisert av ", "diposting oleh ", "نشره ", "της ", "του ", "των "}

// bylineNames reads a byline: one or more names of people and nothing else but a word that says so. by is true where the block says so itself.
func (p *parser) bylineNames(s string) (names []string, by bool) {
	s = strings.Trim(strings.TrimSpace(s), "*_")
	if strings.Count(s, " ") > 24 {
		return nil, false
	}
	if names, ok := p.eastByline(s); ok {
		return names, len(names) > 0
	}
	s = withoutCredit(s)
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
		if by && len(names) > 0 && (hasRole(part) || endsInRole(part) || p.besideNames(part)) {
			continue // "By Paul Irving, Local Democracy Reporter", "Par Anne Le Goff avec AFP"
		}
		n, ok := personName(part, by || len(parts) > 1 && caseless(part))
		if !ok || !by && (p.names.Known(n) || p.places(n) || p.lang == "ko" && caseless(n) && doubtfulName(n, p.lang)) {
			return nil, false
		}
		names = append(names, n)
	}
	if len(names) > mostBylined || len(names) == 0 {
		return nil, false
	}
	return names, by
}

// textWords stand before who wrote a piece where another word follows for who made the pictures: "Tekst Ilse Verhoeven  Beeld archief".
var textWords = wordSet(`text texte texto testo tekst words story ord teksti текст слова`)

// creditWords begin the second part of such a line.
var creditWords = wordSet(`photographs photography photos photo pictures illustration illustrations graphics beeld foto foto's fotos fotografie bild bilder illustratie illustrationen photographies fotografía fotografías fotografia ilustración ilustração illustrazioni illustrazione zdjęcia ilustracje fotograflar фото иллюстрации світлини kuvat`)

// withoutCredit takes off a byline the part that says who made its pictures.
func withoutCredit(s string) string {
	const most = 16 // words
	if strings.Count(s, " ") >= most {
		return s
	}
	ws := words(s)
	k := slices.IndexFunc(ws, func(w string) bool { return capitalised(w) && creditWords.has(foldWord(w)) })
	switch {
	case k < 2 || k+1 >= len(ws):
		return s
	case textWords.has(foldWord(ws[0])):
		return "by: " + strings.TrimRight(strings.Join(ws[1:k], " "), " ,|·•–—-")
	case byWordSet.opens(s):
		return strings.TrimRight(strings.Join(ws[:k], " "), " ,|·•–—-")
	}
	return s
}

// endsInRole reports whether the last word of a part of a byline is a trade.
func endsInRole(s string) bool {
	ws := words(s)
	return len(ws) > 0 && bioRoles.has(foldWord(ws[len(ws)-1]))
}

// besideNames reports whether a part of a byline says where its authors are or which agency helped them.
func (p *parser) besideNames(s string) bool {
	return p.places(withoutIn(s)) || p.names.Known(s)
}

// withoutIn takes a word for "in" or "from" off the head of s.
func withoutIn(s string) string {
	if w := firstWord(s); w != "" && seatWords.has(w) {
		return strings.TrimLeft(s[len(w):], " \u00A0")
	}
	return s
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
			if w := s[start:i]; small && !nameParticles.has(w) && !nameJoiners.has(w) {
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

// withoutJoint takes off the end of a byline what leads over to its day: "Posted by Ana Popa on Sunday".
func withoutJoint(s string) string {
	for {
		s = strings.TrimRight(s, " \u00A0,|·•–—-")
		k := strings.LastIndexAny(s, " \u00A0")
		if k < 0 || k+1 >= len(s) {
			return s
		}
		if f := foldWord(s[k:]); !dateJoints.has(f) && !clockWords.has(f) && !issueWords.has(f) {
			return s
		}
		s = s[:k]
	}
}

// splitNames cuts a list of names at commas and words for "and".
func splitNames(s string) []string {
	if a, b, ok := strings.Cut(s, "/"); ok && len(words(a)) > 1 && len(words(b)) > 1 { // "Jörg Bogumil/Sabine Kuhlmann"
		s = strings.ReplaceAll(s, "/", ",")
	}
	for _, sep := range [...]string{", and ", " and ", " & ", " und ", " et ", " y ", " e ", " dhe ", " ve ", " и ", " en ", " with ", " avec ", " mit ", " con ", " com ", " / ", ";", "،", "、"} {
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
		for len(ws) > 1 && hanTrades.has(ws[0]) {
			ws = ws[1:]
		}
		if lang == "ja" || slices.ContainsFunc(ws, func(w string) bool { return !han(w) }) {
			ws = []string{strings.Join(ws, " ")}
		}
		out = append(out, ws...)
	}
	return out
}
