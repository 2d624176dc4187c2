package page

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// lockedText is the most text, in bytes, that a page with a wall of its own shows and keeps back the rest.
const lockedText = 2500

// wallWords ask the reader to pay or to register before the text goes on.
var wallWords = []string{"subscribe to continue reading", "subscribe to read", "to continue reading", "continue reading this article", "to read the full article", "to read the full story", "to read this article", "this article is for subscribers", "this content is for subscribers", "subscriber-only", "for subscribers only", "exclusive to subscribers", "already a subscriber", "log in to continue reading", "register to continue", "you have reached your limit", "you've reached your", "unlock this article", "become a member to read", "start your free trial",
	"jetzt weiterlesen", "weiterlesen mit", "diesen artikel weiterlesen", "nur für abonnenten", "artikel exklusiv für abonnenten", "jetzt abonnieren", "bereits abonnent", "réservé aux abonnés", "réservé à nos abonnés", "la suite est réservée", "cet article est réservé", "déjà abonné", "s'abonner pour lire", "contenido exclusivo para suscriptores", "solo para suscriptores", "suscríbete para seguir leyendo", "para seguir leyendo", "conteúdo exclusivo para assinantes", "assine para continuar", "contenuto riservato agli abbonati", "abbonati per leggere", "alleen voor abonnees", "för prenumeranter", "kun for abonnenter", "только для подписчиков", "оформите подписку", "чтобы продолжить чтение", "dalsza część artykułu", "tylko dla prenumeratorów", "للمشتركين فقط", "会員限定", "この記事は有料", "续读", "订阅后"}

// readPaywall says what shows that a part of the text is kept back.
func (r *reader) readPaywall() {
	for _, l := range r.data {
		if s, ok := l.o["isAccessibleForFree"]; ok && l.article {
			if v, is := s.(bool); is && !v || strings.EqualFold(word(s), "false") {
				r.page.Paywall = "isAccessibleForFree in JSON-LD"
			}
		}
	}
	if tier := strings.ToLower(r.firstMeta("article:content_tier", "content_tier")); tier == "locked" || tier == "metered" {
		r.page.Paywall = "article:content_tier " + tier
	}
	if w := r.wall(); w != "" {
		r.page.Paywall = w
	}
}

// wall finds words or an element of a wall, on a page that shows little text.
func (r *reader) wall() string {
	if r.textLen() > lockedText {
		return ""
	}
	for i := range r.nodes {
		k := &r.nodes[i]
		if k.role&paywall != 0 && k.text > 0 && k.prose < 200 && k.n.Data != "body" && k.n.Data != "html" {
			return "an element named " + cut(attr(k.n, "class")+attr(k.n, "id"), 60)
		}
		if !k.isBlk || k.own == 0 || k.own > 400 || int32(i) < r.lead || r.aside(int32(i)) {
			continue
		}
		low := strings.ToLower(r.ownText(int32(i), 300))
		for _, w := range wallWords {
			if strings.Contains(low, w) {
				return "the words “" + w + "”"
			}
		}
	}
	return ""
}

// aside reports whether a node stands beside or below the text.
func (r *reader) aside(i int32) bool {
	return r.within(i, func(k *node) bool {
		return k.n.DataAtom == atom.Aside || k.n.DataAtom == atom.Footer || k.n.DataAtom == atom.Nav || k.role&(comments|related) != 0 && k.gone
	})
}
