package page

import (
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html/atom"
)

// goneWords are what servers say in place of a page that is not there, in titles and headings.
var goneWords = []string{"page not found", "404 not found", "error 404", "404 error", "404 - ", "404 – ", "404 | ", "404: ", "not found (404)", "file not found", "page cannot be found", "page can't be found", "page can’t be found", "page could not be found", "page doesn't exist", "page doesn’t exist", "page does not exist", "page no longer exists", "no longer available", "article not found", "story not found", "content not found", "nothing found", "page you requested", "page you are looking for", "page you were looking for", "page unavailable", "page is missing", "sorry, we can't find", "we couldn't find", "we couldn’t find", "oops! that page", "post not found", "has been removed", "has expired",
	"seite nicht gefunden", "seite wurde nicht gefunden", "nicht gefunden", "seite existiert nicht", "nicht mehr verfügbar", "page introuvable", "page non trouvée", "n'existe pas", "n’existe pas", "n'existe plus", "n’existe plus", "page n'a pas été trouvée", "contenu introuvable", "página no encontrada", "no se encuentra", "no existe", "no encontrado", "no disponible", "página não encontrada", "não encontrada", "não existe", "pagina non trovata", "non trovata", "pagina non esiste", "pagina niet gevonden", "niet gevonden", "strona nie została znaleziona", "nie znaleziono", "strona nie istnieje", "stránka nenalezena", "stránka neexistuje", "sidan kunde inte hittas", "sidan hittades inte", "siden ble ikke funnet", "siden blev ikke fundet", "sivua ei löytynyt", "страница не найдена", "страница не существует", "не найдена", "ошибка 404", "сторінку не знайдено", "сторінка не знайдена", "sayfa bulunamadı", "aradığınız sayfa", "الصفحة غير موجودة", "غير موجودة", "لم يتم العثور", "صفحه مورد نظر", "یافت نشد", "页面不存在", "找不到页面", "页面未找到", "您访问的页面", "頁面不存在", "ページが見つかりません", "見つかりませんでした", "페이지를 찾을 수", "הדף לא נמצא", "nu a fost găsită", "stranica nije pronađena", "страницата не е намерена", "η σελίδα δεν βρέθηκε", "halaman tidak ditemukan", "ukurasa haupatikani"}

// goneText is the most text of a page that says of itself that it is not there; a longer one is about such a page.
const goneText = 700

// pageNouns are in the words that speak of a page, not of a boat that was not found.
var pageNouns = []string{"page", "404", "seite", "página", "pagina", "strona", "stránka", "sidan", "siden", "sivu", "страниц", "сторінк", "sayfa", "الصفحة", "صفحه", "页面", "頁面", "ページ", "페이지", "הדף", "stranica", "σελίδα", "halaman", "ukurasa", "content not found", "article not found"}

// goneWords are the words that say that a page is not there. A page with a date of its own must speak of a page.
func (r *reader) goneWords() []string {
	if r.page.Date.ISO == "" || r.page.Date.Weak {
		return goneWords
	}
	return pageGoneWords
}

var pageGoneWords = func() (out []string) {
	for _, w := range goneWords {
		for _, noun := range pageNouns {
			if strings.Contains(w, noun) {
				out = append(out, w)
				break
			}
		}
	}
	return out
}()

var parkedWords = []string{"domain is for sale", "domain may be for sale", "buy this domain", "this domain is parked", "domain has expired", "domain name has expired", "parked free", "parked domain", "diese domain steht zum verkauf", "domain zu verkaufen", "ce domaine est à vendre", "dominio en venta", "sedoparking", "hugedomains", "is available for purchase", "inquire about this domain", "this web page is parked", "домен продается", "домен продаётся", "域名出售"}

var consentWords = []string{"before you continue", "we value your privacy", "your privacy choices", "cookie consent", "accept all cookies", "accept cookies", "we and our partners", "we use cookies", "manage your privacy", "checking your browser", "just a moment", "verify you are human", "are you a robot", "enable javascript and cookies", "attention required! | cloudflare", "access denied", "pardon our interruption", "please verify you are", "ddos protection", "datenschutz-einstellungen", "mit werbung weiterlesen", "zustimmung", "nous utilisons des cookies", "continuer sans accepter", "votre vie privée", "valoramos tu privacidad", "utilizamos cookies", "utilizziamo i cookie", "проверка браузера", "мы используем cookie", "age verification", "confirm your age", "enable javascript", "unusual traffic"}

var loginWords = []string{"log in", "login", "sign in", "anmelden", "einloggen", "connexion", "se connecter", "iniciar sesión", "entrar", "accedi", "inloggen", "вход", "войти", "giriş yap", "تسجيل الدخول", "登录", "ログイン", "zaloguj", "logga in"}

// judgeKind says what the page is.
func (r *reader) judgeKind() {
	p := r.page
	p.Kind = Article
	switch n := r.textLen(); {
	case r.leadsElsewhere(n):
		p.Kind = Redirect
	case r.says(goneText, r.goneWords(), r.notFoundTitle):
		p.Kind = SoftGone
	case n < 2500 && r.says(2500, parkedWords, r.anyBlock):
		p.Kind = Parked
	case n < 900 && r.says(900, consentWords, r.wallPlaces):
		p.Kind = Consent
	case n < 400 && r.says(400, loginWords, r.loginTitle):
		p.Kind = Login
	case r.walled(n):
		p.Kind, p.Why = Paywalled, p.Paywall
	case r.isIndex():
		p.Kind = Index
		if p.Date.How == ByTime || p.Date.How == ByText { // it is a teaser's
			p.Date = Date{}
		}
	case n == 0:
		p.Kind, p.Why = Empty, "it shows no text"
	}
}

// walled reports whether the text is kept back: a wall is seen on a page that shows little of it, or the page says so and shows next to
// nothing. What is metered is shown whole to those who come for the first time.
func (r *reader) walled(n int) bool {
	switch p := r.page.Paywall; {
	case p == "" || n >= lockedText || strings.HasSuffix(p, " metered"):
		return false
	case strings.HasPrefix(p, "is") || strings.HasPrefix(p, "article:"):
		return n < 500
	}
	return true
}

// says reports whether a page of at most limit bytes of text has one of the words where see looks.
func (r *reader) says(limit int, words []string, see func() []string) bool {
	if r.textLen() > limit {
		return false
	}
	for _, s := range see() {
		low := strings.ToLower(s)
		for _, w := range words {
			if strings.Contains(low, w) {
				r.page.Why = "it says “" + cut(s, 120) + "”"
				return true
			}
		}
	}
	return false
}

// notFoundTitle is where a page says that it is not there: its title, its heading, and its only short lines.
func (r *reader) notFoundTitle() []string {
	out := []string{r.headTitle(), r.page.Title}
	if t := strings.TrimSpace(r.headTitle()); t == "404" || strings.HasPrefix(t, "404 ") {
		out = append(out, "error 404")
	}
	for i := range r.nodes {
		k := &r.nodes[i]
		if a := headingLevel(k.n.DataAtom); a > 0 && a < 3 && k.text < 120 && !r.foreign(int32(i)) {
			out = append(out, r.textOf(int32(i), 200))
		}
	}
	if r.textLen() < 300 && len(r.page.Blocks) > 0 && r.page.Date.ISO == "" {
		for _, b := range r.page.Blocks[:min(2, len(r.page.Blocks))] {
			out = append(out, b.Text)
		}
	}
	return out[:min(len(out), 12)]
}

func (r *reader) anyBlock() []string {
	out := []string{r.headTitle(), r.page.Title}
	for i := range r.nodes {
		k := &r.nodes[i]
		if k.isBlk && k.own > 0 && len(out) < 60 {
			out = append(out, r.ownText(int32(i), 300))
		}
	}
	return out
}

// wallPlaces is where a wall says what it is: its title, headings and text, and any line where the page shows no other. A banner beside an
// article is none.
func (r *reader) wallPlaces() []string {
	if r.textLen() < 60 {
		return r.anyBlock()
	}
	if r.page.Date.ISO != "" && !r.page.Date.Weak {
		return []string{r.headTitle()}
	}
	out := r.notFoundTitle()
	for i := range r.page.Blocks {
		out = append(out, r.page.Blocks[i].Text)
	}
	return out
}

// loginTitle is the title, on a page with a field for a password.
func (r *reader) loginTitle() []string {
	for i := range r.nodes {
		if n := r.nodes[i].n; n.DataAtom == atom.Input && strings.EqualFold(attr(n, "type"), "password") && r.page.Date.ISO == "" {
			return []string{r.headTitle(), r.page.Title, "login"}
		}
	}
	return nil
}

// leadsElsewhere reports whether a page without text sends its reader on.
func (r *reader) leadsElsewhere(n int) bool {
	if n > 300 {
		return false
	}
	v := r.firstMeta("refresh")
	k := strings.Index(strings.ToLower(v), "url=")
	if k < 0 {
		return false
	}
	to := absolute(strings.Trim(v[k+4:], " '\""), r.page.URL)
	if to == "" || to == r.page.URL {
		return false
	}
	r.page.Canonical, r.page.Why = to, "a meta refresh leads to "+to
	return true
}

// isIndex reports whether a page lists articles and is none.
func (r *reader) isIndex() bool {
	for _, l := range r.data {
		if l.article {
			return false
		}
	}
	if t := strings.ToLower(r.firstMeta("og:type")); t == "article" || t == "news" {
		return false
	}
	heads := r.linkedHeads()
	longest := 0
	for i := range r.page.Blocks {
		longest += max(0, len(r.page.Blocks[i].Text)-200)
	}
	if r.home() && (heads >= 3 || longest < 600) {
		r.page.Why = "its address is that of a home page"
		return true
	}
	if heads >= 4 && longest < heads*100 {
		r.page.Why = fmt.Sprintf("%d headings lead to other pages, and no text is longer than a teaser", heads)
		return true
	}
	if r.textLen() < 400 && r.items > 25 && r.page.Date.ISO == "" {
		r.page.Why = fmt.Sprintf("%d links and hardly any text", r.items)
		return true
	}
	return false
}

// linkedHeads counts headings that are links to other pages.
func (r *reader) linkedHeads() (n int) {
	for i := range r.nodes {
		k := &r.nodes[i]
		switch k.n.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4:
			if k.text > 10 && k.role&related == 0 && (k.links*10 >= k.text*8 || k.link) && !r.foreign(int32(i)) {
				n++
			}
		}
	}
	return n
}

// home reports whether the page's address has no path.
func (r *reader) home() bool {
	u, err := url.Parse(r.address())
	if err != nil || u.Host == "" || u.RawQuery != "" {
		return false
	}
	p := strings.Trim(u.Path, "/")
	return p == "" || p == "index.html" || p == "index.php" || p == "home" || len(p) == 2
}
