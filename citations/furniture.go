package citations

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/text"
)

// A web page that is saved or copied as text brings along what the page prints around its article: the ways to other pages, the bars that share it, what is asked
// of the reader, what it says of itself, the lists of other pieces, readers' comments. None of it is the article's: no such line is a title, an author, a claim, or
// a reason for an article to begin or end elsewhere. (What paper prints around a text, numbers and running heads, package text has left out before.)
//
// A line is told by its form first: fields between bars or arrows most of which lead somewhere; a number and a word for comments; an address for letters. Then by how it
// begins, since pages speak to readers in imperatives: "Subscribe", "Suivez-nous", "Читайте также". What only small print has, "©" or a way to unsubscribe, may stand
// anywhere in a line. What a line cannot tell its place does: above a title and below the last paragraph all of it is left out (see pagebounds.go); in the middle of
// an article only what is sure by itself stands aside, and small print never does.
type furniture uint8

const (
	noFurniture furniture = iota
	menu                  // ways to other parts of a site: "Home | About | Archive", "Inicio > Sucesos", "Skip to content"
	offer                 // asks something of the reader, or sells: "Share", "Sign up for our newsletter", "Advertisement"
	notice                // says something of the page: "View in browser", "Subscribers only", "From Wikipedia, the free encyclopedia"
	pointer               // leads to another piece: "Read also: Where to skate in Kelm"
	shelf                 // heads a list of other pieces, or the comments of readers: "Related articles", "4 comments"
	listHead              // does so at the end of a page; elsewhere it may be a title: "More from this issue"
	smallPrint            // known at the end alone: "© 2024 …", "Letters to …", "The views expressed here …"
)

// sure reports whether a line is furniture wherever it stands.
func (f furniture) sure() bool { return f != noFurniture && f < listHead }

const (
	longestFurniture = 400 // bytes of a line of furniture
	longestAsking    = 220 // of one that asks something of the reader
	longestCaseless  = 90  // of one in a script without capitals, whose words may be common verbs
	longestHeadWords = 8   // of the head of a shelf
	longestWhole     = 120 // bytes of a line that is told by all its words
)

// furnitureOf tells what a block is of the page around an article.
func furnitureOf(s string, b *text.Block) furniture {
	if b.Kind == text.Footnote || b.Kind == text.Quote || len(s) > longestFurniture || len(s) < 3 {
		return noFurniture
	}
	low := plainLower(s)
	if b.Kind == text.Heading {
		if shelfLines.has(strings.TrimRight(low, ":… ")) || commentCount(low) {
			return shelf
		}
		return askingLine(low)
	}
	if f := barLine(low); f != noFurniture {
		return f
	}
	if len(low) <= longestWhole {
		if f := wholeLine(s, low); f != noFurniture {
			return f
		}
	}
	if f := openingOf(low); f != noFurniture {
		return f
	}
	if inSmallPrint(low) {
		return smallPrint
	}
	return noFurniture
}

// wholeLine tells a short line by all its words.
func wholeLine(s, low string) furniture {
	bare := strings.TrimRight(low, ":…. ")
	switch {
	case shelfLines.has(bare), commentCount(low), relatedPieces(bare):
		return shelf
	case menuLines.has(bare), wordMenu(s):
		return menu
	case offerLines.has(bare), bannerLines.has(bare), isTally(low), !endsProse(s) && sponsorSigns.in(low):
		return offer
	}
	return noFurniture
}

// plainLower is a line in lower case, its blanks of one kind, the signs around it gone.
func plainLower(s string) string {
	if strings.Contains(s, "\u00A0") || strings.Contains(s, "\u202F") {
		s = strings.NewReplacer("\u00A0", " ", "\u202F", " ").Replace(s)
	}
	return lowered(strings.Trim(s, " *_[]()【】|•·-–—►▶»«›‹→←>#"))
}

// askingLine tells a line by its words as a whole.
func askingLine(low string) furniture {
	bare := strings.TrimRight(low, ":…. ")
	switch {
	case menuLines.has(bare):
		return menu
	case offerLines.has(bare), bannerLines.has(bare), len(low) <= longestAsking && offerOpenings.begins(low) && !strings.Contains(low, ": "):
		return offer
	}
	return noFurniture
}

// openingOf tells a line by how it begins.
func openingOf(low string) furniture {
	if caseless(low) && len(low) > longestCaseless && !smallOpenings.begins(low) {
		return noFurniture
	}
	switch {
	case skipOpenings.begins(low) && len(low) < 60:
		return menu
	case pageOpenings.begins(low):
		return notice
	case pointerOpenings.begins(low):
		return pointerOf(low)
	case shelfOpenings.begins(low) && !endsProse(low) && len(words(low)) <= longestHeadWords:
		return listHead
	case len(low) <= longestAsking && offerOpenings.begins(low) && (!endsProse(low) || speaksOfPage(low)):
		return offer
	case smallOpenings.begins(low) && (!longSentence(low) || holdsNoun(low, houseNouns)), strings.HasPrefix(low, "powered by ") && len(words(low)) <= 4:
		return smallPrint
	}
	return noFurniture
}

// longSentence reports whether a line is a sentence that says something: "The views expressed by the 40 witnesses differ on the hour."
func longSentence(low string) bool {
	const fewest = 7 // words
	return endsProse(low) && !caseless(low) && len(words(low)) >= fewest
}

// isRule reports whether a line is a rule of signs: "* * *", "-----", "•••".
func isRule(s string) bool { return len(s) < 120 && strings.Trim(s, " *·•-–—_=#~+\u00A0") == "" }

// speaksOfPage reports whether a sentence that opens as pages ask something is about a page or who makes it: "Recibe nuestro boletín." It is, too, where it says next to
// nothing: "Subscribe today." But "Recibe 40 mil pesos al mes." is of the article.
func speaksOfPage(low string) bool {
	const fewest = 4 // words of a sentence that says something
	return caseless(low) || len(words(low)) < fewest || holdsNoun(low, offerNouns)
}

// holdsNoun reports whether a line holds one of some nouns, the name of a network, or an address.
func holdsNoun(low string, nouns *wordList) bool {
	for _, w := range words(low) {
		f := foldWord(w)
		if k := strings.LastIndexAny(f, "'’"); k >= 0 {
			f = strings.TrimLeft(f[k:], "'’") // "l'article"
		}
		if nouns.has(f) || socialNames.has(f) || strings.Contains(w, "@") || strings.Contains(w, "www.") {
			return true
		}
	}
	return false
}

// pointerOf tells "Read also: Where to skate", which leads to one piece, from "Read also:", which heads a list.
func pointerOf(low string) furniture {
	i := strings.IndexAny(low, ":：")
	switch {
	case i >= 0 && strings.Trim(low[i:], ":： ") == "":
		return shelf
	case i >= 0 && i < 40, len(low) <= 160 && !endsProse(low):
		return pointer
	}
	return noFurniture
}

// crumbSigns part the steps of the path to a page, bars the fields of a line. Slashes and dashes part too much else.
var crumbSigns = strings.NewReplacer(" > ", "|", " › ", "|", " » ", "|", " → ", "|", " >> ", "|", " ‹ ", "|", " « ", "|", "·", "|", "•", "|", " ● ", "|", " ∙ ", "|")

// barSigns are those of which a line of fields has one.
var barSigns = marks("|·•›»>→‹«●∙")

// barLine tells a line of fields, of which most lead somewhere or ask something.
func barLine(low string) furniture {
	if !barSigns.in(low) {
		if strings.Count(low, " / ") < 2 {
			return noFurniture
		}
		low = strings.ReplaceAll(low, " / ", "|")
	}
	steps := strings.ContainsAny(low, ">›→") || strings.Contains(low, " » ")
	ways, asks, kinds, long, n := 0, 0, 0, 0, 0
	for f := range strings.SplitSeq(crumbSigns.Replace(low), "|") {
		if f = strings.Trim(withoutCount(f), " *_[]()→←»«:."); f == "" {
			continue
		}
		if key, _, ok := strings.Cut(f, ":"); ok && offerLines.has(strings.TrimSpace(key)) { // "Share: WhatsApp"
			f = key
		}
		n++
		switch {
		case menuLines.has(f), crumbHeads.has(f), menuOpenings.begins(f) && len(words(f)) <= 3:
			ways++
		case offerLines.has(f), bannerLines.has(f), socialNames.has(f), commentCount(f), offerOpenings.begins(f) && len(f) < 80, inSmallPrint(f):
			asks++
		case kickers.has(f), sectionNames.has(f):
			kinds++
		case len(words(f)) > 4:
			long++
		}
	}
	known := ways + asks
	switch {
	case n < 2 || known == 0 && !steps && (kinds < 3 || kinds < n-1):
		return noFurniture
	case steps && ways+kinds > 0 && n <= 8 && long <= 1, ways > 0 && known+kinds >= 2 && 2*(known+kinds) >= n && long == 0, ways > 0 && n >= 3 && long == 0:
		return menu
	case kinds >= 3 && long == 0 && kinds+known >= n-1:
		return menu
	case known >= 2 && 2*known >= n, asks > 0 && known+kinds == n:
		return offer
	}
	return noFurniture
}

// withoutCount takes the number of readers off the end of a field: "Facebook (31)".
func withoutCount(f string) string {
	f = strings.TrimRight(f, " ")
	if k := strings.LastIndexByte(f, '('); k > 0 && strings.HasSuffix(f, ")") && isNumber(f[k+1:len(f)-1]) {
		return f[:k]
	}
	return f
}

// wordMenu reports whether a line is nothing but names of sections with blanks between: "News Sport Culture Obituaries".
func wordMenu(s string) bool {
	const fewest, most = 3, 14 // words
	if notInMenus.in(s) || strings.Count(s, " ") > most {
		return false
	}
	ws := words(s)
	known, social := 0, 0
	for _, w := range ws {
		f := foldWord(w)
		switch {
		case !capitalised(w) && !caseless(w):
			return false
		case socialNames.has(f):
			social++
		case menuLines.has(f), kickers.has(f), sectionNames.has(f), crumbHeads.has(f), offerLines.has(f):
			known++
		}
	}
	return len(ws) >= fewest && 4*(known+social) >= 3*len(ws) && known+social >= fewest
}

// notInMenus are signs that no line of names has.
var notInMenus = marks(".,;:?!()\"“«")

// relatedPieces reports whether a line calls a list what it is: "Similar posts", "Weitere Beiträge aus dem Archiv".
func relatedPieces(low string) bool {
	const most = 5 // words
	kin, pieces := false, false
	n := strings.Count(low, " ")
	if n == 0 || n >= most {
		return false
	}
	n = 0
	for _, w := range words(low) {
		if n++; n > most {
			return false
		}
		kin, pieces = kin || kinWords.has(w), pieces || pieceWords.has(w)
	}
	return kin && pieces
}

// commentCount reports whether a line counts the comments of readers: "4 comments", "Kommentare (12)".
func commentCount(low string) bool {
	if first, rest, ok := strings.Cut(low, " "); ok && (isNumber(first) || first == "one") && thoughtsOn.begins(rest) {
		return true
	}
	if len(low) > 40 || !numbered(low) {
		return false
	}
	word, number := false, false
	ws := words(low)
	for _, w := range ws {
		switch f := strings.Trim(w, "()[]:."); {
		case commentWords.has(f):
			word = true
		case isNumber(f):
			number = true
		case caseless(f) && slices.ContainsFunc(caselessComments, func(c string) bool { return strings.HasSuffix(f, c) }):
			return true
		default:
			return false
		}
	}
	return word && number && len(ws) <= 3
}

// noEntry reports whether a line that begins with a number or "(c)" is no entry of a list: it counts comments or readers, or reserves rights.
func noEntry(low string) bool {
	return commentCount(low) || isTally(low) || barLine(low) != noFurniture || strings.HasPrefix(low, "c) 19") || strings.HasPrefix(low, "c) 20")
}

// withGaps is the text of a block with a bar in each of the wide gaps that its one line has: the menu of a site, set apart by blanks alone.
func (p *parser) withGaps(b *text.Block) string {
	s := p.t.Slice(b.Range)
	if len(s) > longestAsking || b.Kind != text.Para || endsProse(s) {
		return s
	}
	from, to := p.t.OuterStart(b.Range.Start), p.t.OuterEnd(b.Range.End)
	if from < 0 || to > len(p.t.Raw) || from >= to || to-from > 2*longestFurniture {
		return s
	}
	raw := p.t.Raw[from:to]
	if bytes.IndexByte(raw, '\n') >= 0 || !bytes.Contains(raw, []byte("   ")) && bytes.IndexByte(raw, '\t') < 0 || p.t.Encoding != "utf-8" {
		return s
	}
	line := strings.NewReplacer("\t", " | ", "    ", " | ", "   ", " | ").Replace(string(raw))
	if strings.Count(line, "|") < 2 {
		return s
	}
	return line
}

// closesPage reports whether nothing of an article can follow a line: it reserves rights, or lets readers unsubscribe.
func closesPage(s string) bool {
	low := plainLower(s)
	return smallSigns.inText(low) || strings.Contains(low, "©") && numbered(low)
}

// isTally reports whether a line counts what readers did with a piece: "12 Likes", "1.204 Aufrufe".
func isTally(low string) bool {
	first, rest, ok := strings.Cut(low, " ")
	return ok && len(low) < 40 && isNumber(strings.Trim(strings.NewReplacer(".", "", ",", "", "k", "").Replace(first), "()")) && tallyWords.has(strings.Trim(rest, " ()."))
}

// inSmallPrint reports whether a line holds what only the foot of a page does: a right reserved, a way to unsubscribe, an address for letters, a page's number.
func inSmallPrint(low string) bool {
	switch {
	case smallSigns.inText(low), isPageCount(low):
		return true
	case len(low) > longestAsking:
		return false
	case strings.Contains(low, "©") && numbered(low), strings.Contains(low, " is published by ") && numbered(low) && strings.Count(low, ",") > 1:
		return true
	case selfOpenings.begins(low) && waivers.inText(low):
		return true
	case imprintVerbs.in(low) && numbered(low) && strings.Contains(low, "issn"):
		return true
	}
	return hasMailAddress(low) && !endsInBio(low) || asksLater(low)
}

// selfOpenings begin what a publication says of itself, waivers are what it does not answer for.
var (
	selfOpenings = phrases("this brief", "this report ", "this document ", "this publication ", "this analysis ", "this assessment ", "this note ", "this newsletter ", "this material ", "this bulletin ", "the information ", "information in this", "although every", "while every", "dieser bericht", "dieses dokument", "diese analyse", "diese publikation", "die informationen", "die angaben", "alle angaben",
		"ce document", "ce rapport", "cette note", "cette publication", "les informations", "este informe", "este documento", "esta publicación", "la información", "este relatório", "esta publicação", "as informações", "questo documento", "questo rapporto", "le informazioni", "dit rapport", "dit document", "deze publicatie", "de informatie",
		"настоящий ", "настоящая ", "данный ", "информация ", "цей ", "інформація ", "niniejszy ", "informacje ", "bu rapor", "bu belge", "denna rapport", "denne rapport", "laporan ini", "本报告", "本報告", "هذا التقرير")
	waivers = phrases("no liability", "no responsibility", "not liable", "not be liable", "be held responsible", "believed to be reliable", "keine haftung", "keine gewähr", "ohne gewähr", "toute responsabilité", "être tenu responsable", "no se hace responsable", "ninguna responsabilidad", "não se responsabiliza", "nenhuma responsabilidade", "ogni responsabilità", "nessuna responsabilità", "geen aansprakelijkheid",
		"не несёт ответственности", "не несет ответственности", "не несе відповідальності", "nie ponosi odpowiedzialności", "sorumlu değildir", "sorumlu tutulamaz", "sorumluluk kabul", "inget ansvar", "intet ansvar", "tidak bertanggung jawab", "不承担任何责任", "不承擔任何責任", "لا تتحمل")
)

// imprintVerbs say in an imprint what is done with a publication, whose ISSN stands beside it.
var imprintVerbs = phrases("is published", "is compiled", "is produced", "is edited", "is issued", "is distributed", "is prepared", "appears ", "erscheint ", "wird herausgegeben", "paraît ", "est publié", "est éditée", "se publica", "es una publicación", "é publicad", "é uma publicação", "è pubblicat", "esce ", "verschijnt ", "is een uitgave", "выходит ", "издаётся", "издается", "виходить ", "ukazuje się", "yayımlanır", "yayınlanır", "utges ", "utgis ", "udgives ")

// endsInBio reports whether a line with an address says who an author is.
func endsInBio(low string) bool { return hasRole(low) }

// hasMailAddress reports whether an address for mail stands in a line.
func hasMailAddress(s string) bool {
	for i := 0; ; {
		k := strings.IndexByte(s[i:], '@')
		if k < 0 {
			return false
		}
		i += k + 1
		if i < 2 || !alnum(s[i-2]) || i == len(s) || !alnum(s[i]) {
			continue
		}
		end := i
		for end < len(s) && (alnum(s[end]) || s[end] == '.' || s[end] == '-') {
			end++
		}
		if dot := strings.LastIndexByte(strings.TrimRight(s[i:end], ".-"), '.'); dot > 0 {
			return true
		}
	}
}

// asksLater reports whether a later sentence of a short line speaks to the reader: "Did you see it? Follow us on …".
func asksLater(low string) bool {
	for i := range len(low) {
		if c := low[i]; c != '.' && c != '?' && c != '!' && c != ';' {
			continue
		}
		rest := strings.TrimLeft(low[i+1:], " \"”»")
		if rest != "" && rest != low[i+1:] && (offerOpenings.begins(rest) || disclaimers.begins(rest)) && !strings.ContainsAny(rest, "“\"«") {
			return true
		}
	}
	return false
}

// isPageCount reports whether a line numbers a page: "Page 4 of 4", "www.kelmford.example 9".
func isPageCount(low string) bool {
	if n := len(low); n > longestCaseless || n == 0 || low[n-1] < '0' || low[n-1] > '9' {
		return false
	}
	ws := words(low)
	if len(ws) > 4 || !isNumber(ws[len(ws)-1]) {
		return false
	}
	return pageNouns.has(foldWord(ws[0])) || len(ws) == 2 && strings.HasPrefix(low, "www.") && utf8.RuneCountInString(ws[1]) <= 3
}

// isSiteName reports whether a line is the address of a site, with its motto perhaps: "KelmfordHerald.com – the paper of the county".
func isSiteName(s string) bool {
	name, motto := s, ""
	for _, sep := range [...]string{" – ", " - ", " — ", " | ", ": "} {
		if a, b, ok := strings.Cut(s, sep); ok && len(a) < len(name) {
			name, motto = a, b
		}
	}
	dot := strings.LastIndexByte(name, '.')
	if dot < 2 || strings.ContainsAny(name, " /@") || len(name)-dot < 3 || len(name)-dot > 8 || len(words(motto)) > 10 {
		return false
	}
	return isLetters(name[dot+1:]) && strings.ToLower(name[dot+1:]) == name[dot+1:]
}
