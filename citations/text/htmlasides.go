package text

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What stands in the midst of a text and is none of it bears no telling name on many sites: lines that lead to other pieces, the subjects that a
// piece is filed under, lists of its own parts, buttons. What they hold tells them.

// teaserLeads are the words that lead to another piece.
var teaserLeads = []string{"read more", "read also", "read next", "also read", "see also", "more on this", "related:", "related story", "keep reading", "don't miss",
	"readers also", "you may also like", "you might also like", "in case you missed", "lesen sie auch", "lesen sie dazu", "lesen sie hier", "lesen sie mehr", "lies auch", "mehr dazu", "siehe auch", "mehr zum thema", "auch interessant", "weiterlesen", "lire aussi", "à lire", "lire également", "lire notre", "voir aussi", "pour aller plus loin", "sur le même sujet", "lisez aussi", "lea también", "leer más", "le puede interesar", "te puede interesar", "puede leer", "ver también", "más información:", "vea también", "veja também", "saiba mais", "vedi anche", "approfondisci", "lees meer", "zie ook", "läs mer", "les mer", "læs mere", "lue myös", "przeczytaj", "čtěte také", "přečtěte si", "olvassa el", "citeşte şi", "citește și", "διαβάστε επίσης", "pročitajte", "читајте", "прочетете", "leia também",
	"leia mais", "leggi anche", "lees ook", "läs också", "les også", "læs også", "czytaj też", "czytaj również", "zobacz też", "читайте также", "читать также", "по теме", "читайте також",
	"اقرأ أيضا", "اقرأ أيضًا", "إقرأ أيضا", "قد يهمك", "bunu da okuyun", "ayrıca okuyun", "baca juga", "相关阅读", "延伸阅读", "相關閱讀", "関連記事", "あわせて読みたい", "관련 기사"}

// leadsElsewhere reports whether a line says that it leads to another piece and holds a link and little else.
func (p *page) leadsElsewhere(n *html.Node) bool {
	s := p.sizes.of(n)
	if s.items == 0 || s.text > 240 || s.links*2 < s.text {
		return false
	}
	text := strings.ToLower(strings.TrimLeft(p.textOf(n, 80), "[(<＜【«>»→•▶►▸■◆●▼☆★※ -–—\u00A0"))
	for _, lead := range teaserLeads {
		if strings.HasPrefix(text, lead) {
			return true
		}
	}
	return false
}

// besideMail reports whether a list item leads to the mails beside one in the archive of a mailing list.
func (p *page) besideMail(n *html.Node) bool {
	s := p.sizes.of(n)
	if s.items == 0 || s.text > 240 {
		return false
	}
	text := strings.ToLower(p.textOf(n, 24))
	return strings.HasPrefix(text, "previous message:") || strings.HasPrefix(text, "next message:") || strings.HasPrefix(text, "messages sorted by:")
}

// filed reports whether all links of a block lead to the subjects that the piece is filed under (microformats.org/wiki/rel-tag, read 2026-11-26).
func (p *page) filed(n *html.Node) bool {
	s := p.sizes.of(n)
	if s.items == 0 || s.prose > 0 || s.text > 400 {
		return false
	}
	return !p.any(n, func(k *html.Node) bool {
		if k.DataAtom != atom.A || !hasAttr(k, "href") {
			return false
		}
		rel := " " + strings.ToLower(attr(k, "rel")) + " "
		return !strings.Contains(rel, " tag ") && !strings.Contains(rel, " category ")
	})
}

// contents reports whether a block holds two links or more to places in the page, none of them a note, and nothing else but headings.
func (p *page) contents(n *html.Node) bool {
	links := 0
	return p.holdsOnly(n, func(n *html.Node) (known, ok bool) {
		if href := attr(n, "href"); n.DataAtom == atom.A && strings.HasPrefix(href, "#") && len(href) > 1 {
			links++
			return true, !p.refs[n]
		}
		return isHeading(n), true
	}) && links >= 2
}

// headingsOnly reports whether all text of a block stands in headings below the title's.
func (p *page) headingsOnly(n *html.Node) bool {
	found := false
	return p.holdsOnly(n, func(n *html.Node) (known, ok bool) {
		found = found || isHeading(n)
		return isHeading(n), n.DataAtom != atom.H1
	}) && found
}

// holdsOnly reports whether all text of a node stands in elements that may. judge says of an element whether it knows it, and of one that it knows whether that
// may stand there; in all others it is asked of what they hold.
func (p *page) holdsOnly(n *html.Node, judge func(n *html.Node) (known, ok bool)) bool {
	switch {
	case n.Type == html.TextNode:
		return strings.Trim(n.Data, " \n") == ""
	case n.Type != html.ElementNode || p.gone[n]:
		return true
	}
	if known, ok := judge(n); known {
		return ok
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if !p.holdsOnly(c, judge) {
			return false
		}
	}
	return true
}

func isHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// button reports whether an element is a link that looks like a button, or that only a program follows. One that leads to a document stays: it
// may be a source.
func (p *page) button(n *html.Node) bool {
	if n.DataAtom != atom.A || p.dead(n) {
		return false
	}
	href, class := strings.ToLower(attr(n, "href")), attr(n, "class")
	if strings.HasPrefix(href, "javascript:") {
		return true
	}
	if class == "" {
		return false
	}
	if strings.HasSuffix(href, ".pdf") || strings.HasSuffix(href, ".docx") || strings.HasSuffix(href, ".doc") {
		return false
	}
	is, known := p.buttons[class]
	if !known {
		is = slices.ContainsFunc(strings.Fields(class), func(w string) bool { return eachWord(w, buttonWords) })
		p.buttons[class] = is
	}
	return is
}

var buttonWords = wordSet(`button btn cta`)

// factBox reports whether an element is the box of facts beside the text of an encyclopedia, and cites sources.
func (p *page) factBox(n *html.Node) bool {
	if !slices.ContainsFunc(strings.Fields(attr(n, "class")), func(w string) bool { return eachWord(w, factBoxes) }) {
		return false
	}
	return !hidden(n) && p.cites(n)
}

var factBoxes = wordSet(`infobox`)

// cites reports whether a link to a note stands below a node.
func (p *page) cites(n *html.Node) bool {
	return len(p.refs) > 0 && p.any(n, func(k *html.Node) bool { return p.refs[k] })
}

// citedRows takes out of a box of facts all rows that cite nothing: the others are statements with their sources.
func (p *page) citedRows(n *html.Node) {
	const longestRow = 200 // bytes
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode || p.gone[c]:
		case hidden(c) || isBlockElement(c) && !p.cites(c):
			p.remove(c)
		case c.DataAtom != atom.Tr && isBlockElement(c) && (isContainer(c) && p.sizes.of(c).text > longestRow || c.DataAtom == atom.Tbody || c.DataAtom == atom.Table || c.DataAtom == atom.Ul):
			p.citedRows(c)
		}
	}
}

// pageEdge reports whether an element is the head or foot that LibreOffice prints on each page.
func pageEdge(n *html.Node) bool {
	if n.DataAtom != atom.Div {
		return false
	}
	kind := strings.ToLower(attr(n, "type") + attr(n, "title"))
	return kind == "header" || kind == "footer"
}

// control reports whether all that an element prints is the name of something that readers can do with the page.
func (p *page) control(n *html.Node) bool {
	s := p.sizes.of(n)
	if !isBlockElement(n) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.TextNode {
				return false
			}
		}
		block := n.Parent
		for block != nil && !isBlockElement(block) {
			block = block.Parent
		}
		if block == nil || p.sizes.of(block).text > 2*longestControl { // a word of a sentence
			return false
		}
		s = p.measure(n, false)
	}
	return s.text > 0 && s.text <= longestControl && controls[strings.ToLower(strings.Trim(p.textOf(n, longestControl), " \u00A0.:!›»→+-–—*^↑▲=|[]"))]
}

const longestControl = 32 // bytes

// controls are such names, in small letters.
var controls = func() map[string]bool {
	m := map[string]bool{}
	for _, names := range [...]string{
		"share|share this|share this article|share on facebook|share on twitter|save|save article|save for later|print|print this page|email|email this|listen|listen to this article|follow|follow us|subscribe|sign in|sign up|log in|tweet|like|reply|copy link|gift article|bookmark|add to favourites|advertisement|member-only story|toggle navigation|skip to content|top|back to top|to top|top of page|return to top|jump to navigation|jump to search|jump to content",
		"teilen|drucken|merken|vorlesen|anhören|artikel merken|artikel anhören|artikel teilen|anzeige|jetzt testen|abonnieren|anmelden|zur startseite|nach oben|zum seitenanfang|seitenanfang|haut de page|retour en haut|partager|imprimer|écouter|enregistrer|s'abonner|publicité|offrir l'article|ajouter à vos sélections|réservé aux abonnés",
		"volver arriba|arriba|ir arriba|topo|voltar ao topo|torna su|naar boven|наверх|вверх|compartir|imprimir|guardar|escuchar|suscríbete|suscribirse|publicidad|compartilhar|ouvir|salvar|publicidade|condividi|stampa|salva|ascolta|pubblicità|abbonati|delen|afdrukken|bewaren|advertentie",
		"udostępnij|drukuj|reklama|dela|spara|annons|del|gem|annonce|jaa|tulosta|mainos|поделиться|распечатать|сохранить|реклама|подписаться|поділитися|друкувати|paylaş|yazdır|kaydet|reklam|مشاركة|شارك|طباعة|إعلان|اشترك|分享|打印|收藏|广告|廣告|印刷|シェア|保存|広告|공유|인쇄|광고",
	} {
		for name := range strings.SplitSeq(names, "|") {
			m[name] = true
		}
	}
	return m
}()

// card reports whether a link holds a heading and other blocks: it shows another piece.
func (p *page) card(n *html.Node) bool {
	if !hasAttr(n, "href") || strings.HasPrefix(attr(n, "href"), "#") {
		return false
	}
	blocks, heading := 0, false
	p.any(n, func(k *html.Node) bool {
		if isBlockElement(k) && !isContainer(k) && p.textOf(k, 8) != "" {
			blocks++
			heading = heading || isHeading(k) && k.DataAtom != atom.H1
		}
		return false
	})
	return heading && blocks >= 2
}

// barriers begin the lines that a page shows in the place of a text that it sells.
var barriers = []string{"this article is for subscribers", "this post is for paid subscribers", "this post is for subscribers", "this content is for members", "to continue reading", "to read the rest of this", "continue reading your article with", "subscribe to read",
	"subscribe to continue", "already a subscriber?", "already a member?", "create a free account to", "register to read", "you have reached your limit", "you've reached your limit", "keep reading with", "gift this article", "jetzt weiterlesen", "weiterlesen mit", "dieser artikel ist nur für abonnenten",
	"dieser inhalt ist nur für", "jetzt kostenlos testen", "sie haben bereits ein abo", "sie sind bereits abonnent", "il vous reste à lire", "il vous reste 1", "il vous reste 2", "il vous reste 3", "il vous reste 4", "il vous reste 5", "il vous reste 6", "il vous reste 7", "il vous reste 8", "il vous reste 9", "cet article est réservé aux abonnés", "article réservé aux abonnés", "la suite est réservée", "la suite de cet article", "déjà abonné", "abonnez-vous pour lire",
	"contenido exclusivo para suscriptores", "artículo exclusivo para suscriptores", "este contenido es exclusivo", "suscríbete para seguir leyendo", "suscríbase para seguir leyendo", "para continuar leyendo", "conteúdo exclusivo para assinantes", "este conteúdo é exclusivo", "já é assinante", "assine para continuar",
	"contenuto riservato agli abbonati", "questo articolo è riservato", "per continuare a leggere", "hai già un abbonamento", "dit artikel is alleen voor abonnees", "log in om verder te lezen", "denna artikel är för prenumeranter", "fortsätt läsa med", "denne saken er for abonnenter", "denne artikel er for abonnenter",
	"ten artykuł jest dostępny dla", "czytaj dalej z", "доступ только для подписчиков", "материал доступен только подписчикам", "чтобы читать дальше", "この記事は会員限定", "会員限定記事", "本文为付费内容"}

// barrier reports whether a block is such a line. The page is then a part of its text.
func (p *page) barrier(n *html.Node) bool {
	const longest = 200 // bytes
	s := p.sizes.of(n)
	if s.text == 0 || s.text > longest {
		return false
	}
	text := strings.ToLower(strings.ReplaceAll(p.textOf(n, longest), "’", "'"))
	for _, lead := range barriers {
		if strings.HasPrefix(text, lead) {
			p.barred = true
			return true
		}
	}
	return false
}

// isCopy reports whether an element repeats a note where its marker stands, for those who point at it.
func isCopy(n *html.Node) bool {
	return n.DataAtom == atom.Span && strings.Contains(attr(n, "class"), "footnote_tooltip")
}

// skips reports whether a link leads those who listen to a page past its head.
func skips(n *html.Node) bool {
	return strings.HasPrefix(attr(n, "href"), "#") && slices.ContainsFunc(strings.Fields(attr(n, "class")), func(w string) bool { return eachWord(w, skipNames) })
}

var skipNames = wordSet(`skip skiplink mw-jump-link jump-link sr-only visually-hidden screen-reader-text`)
