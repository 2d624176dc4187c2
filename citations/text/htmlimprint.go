package text

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Pages made by hand end with a rule and what their maker says of the page below it: when it was changed, how many came, who keeps it.

// imprintWords stand in such lines, in small letters.
var imprintWords = []string{"last updated", "last modified", "last revised", "last change", "this page was", "page maintained", "maintained by", "webmaster", "visitor number", "visitors since", "best viewed", "all rights reserved", "copyright", "©",
	"zuletzt geändert", "letzte änderung", "letzte aktualisierung", "stand:", "dernière mise à jour", "dernière modification", "tous droits réservés", "última actualización", "última modificación", "todos los derechos", "última atualização", "ultimo aggiornamento",
	"laatst bijgewerkt", "laatste wijziging", "senast uppdaterad", "sist oppdatert", "ostatnia aktualizacja", "последнее обновление", "все права защищены", "son güncelleme", "最終更新"}

// datingWords date the piece itself, not its page.
var datingWords = []string{"published", "posted", "written by", "veröffentlicht", "erschienen", "publié", "publicado", "pubblicato", "gepubliceerd", "опубликован", "about the author"}

// longestImprint is the most that is said of a page, in bytes.
const longestImprint = 900

// imprint is the last rule in the main text, where nothing stands below it but what its maker says of the page; nil where there is none.
func (p *page) imprintOf(root *html.Node) *html.Node {
	rule := lastRule(root, p)
	if rule == nil {
		return nil
	}
	var b strings.Builder
	for n := rule; n != root && n != nil; n = n.Parent {
		for s := n.NextSibling; s != nil; s = s.NextSibling {
			if p.gone[s] {
				continue
			}
			if p.holdsNotes(s) || p.any(s, func(k *html.Node) bool { return isHeading(k) || p.refs[k] || namesNotes(k) }) {
				return nil
			}
			b.WriteString(p.textOf(s, longestImprint) + " ")
		}
	}
	text := strings.ToLower(b.String())
	if len(text) > longestImprint || len(text)*4 > p.sizes.of(root).text {
		return nil
	}
	for _, w := range datingWords {
		if strings.Contains(text, w) {
			return nil
		}
	}
	for _, w := range imprintWords {
		if strings.Contains(text, w) {
			return rule
		}
	}
	return nil
}

// lastRule is the last rule below a node.
func lastRule(n *html.Node, p *page) *html.Node {
	for c := n.LastChild; c != nil; c = c.PrevSibling {
		if c.Type != html.ElementNode || p.gone[c] {
			continue
		}
		if c.DataAtom == atom.Hr {
			return c
		}
		if found := lastRule(c, p); found != nil {
			return found
		}
	}
	return nil
}
