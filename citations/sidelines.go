package citations

import (
	"slices"
	"strings"
	"unicode"

	"example.org/verify/citations/dates"
)

// Around a title stand lines that have its shape and are none: what kind of piece it is ("Opinion"), which number of a series, who publishes it and where,
// a rating, the minutes that it takes to read. A sideLine says which of them a head is.
type sideLine uint8

const (
	noSide   sideLine = iota
	label             // never a title: "Reporting period: 3–10 May", "Home › News", "7 min read"
	series            // never a title: "Policy Brief 14/2021"
	kicker            // a title where no other head stands by: "Fact check", "Revue de presse"
	body              // likewise: "Centre for Open Budgets, Kelmford"
	masthead          // a title where no other head stands at all: the name of a site above its menu
)

// longestSide bounds such a line, in bytes.
const longestSide = 160

// sideOf tells what a head is beside a title.
func (p *parser) sideOf(s string) sideLine {
	s = strings.Trim(s, "*_ \u00A0")
	if len(s) > longestSide {
		return noSide
	}
	switch {
	case isLabelled(s), isCrumbs(s), isReadingTime(s), sideOpenings.begins(strings.ToLower(s)):
		return label
	case p.creditsOthers(s):
		return label
	case p.isSeries(s):
		return series
	case isKicker(s), p.datedReview(s):
		return kicker
	case bodyLine(s, p.places), isSiteName(s):
		return body
	}
	return noSide
}

// creditsOthers reports whether a line of credits names no author: "编辑｜周以宁".
func (p *parser) creditsOthers(s string) bool {
	names, ok := p.eastByline(s)
	return ok && len(names) == 0
}

// sideKeys stand before a colon in lines about a piece. "Analysis: …" and "Opinion: …" begin titles.
var sideKeys = wordSetLines(`rating|our rating|verdict|our verdict|ruling|our ruling|claim|conclusion|reporting period|period|period covered|period of report|covering|date|date of issue|published|first published|updated|last updated|last update|posted|issued|
	reading time|estimated reading time|read time|time to read|location|category|categories|tags|topics|section|filed under|keywords|series|language|country|region|status|classification|distribution|reference|ref|doi|isbn|issn|glide number|glide|
	original|original language|distr|distribution|index|index number|document number|case no|case number|file no|application no|contact|media contact|embargo|embargoed until|listen|duration|listening time|issue|edition|version|
	bewertung|urteil|fazit|unser urteil|stand|lesezeit|berichtszeitraum|zeitraum|datum|ort|rubrik|kategorie|schlagwörter|themen|aktualisiert|veröffentlicht|behauptung|kontakt|reihe|ausgabe|
	verdict de la rédaction|notre verdict|temps de lecture|durée de lecture|période|période couverte|date de publication|publié le|publié|mis à jour le|mis à jour|dernière mise à jour|catégorie|rubrique|mots-clés|lieu|pays|écouter|durée|série|affirmation|
	calificación|veredicto|tiempo de lectura|período|periodo|periodo del informe|período del informe|fecha|publicado|actualizado|última actualización|categoría|etiquetas|sección|lugar|país|escuchar|duración|serie|afirmación|
	classificação|veredito|veredicto|etiqueta|selo|tempo de leitura|período de referência|data|atualizado|atualizado em|publicado em|categoria|editoria|local|ouvir|duração|alegação|
	giudizio|verdetto|valutazione|tempo di lettura|tempo di lettura stimato|periodo di riferimento|aggiornato|aggiornato al|ultimo aggiornamento|pubblicato|sezione|luogo|paese|durata|
	oordeel|conclusie|ons oordeel|leestijd|verslagperiode|periode|laatst bijgewerkt|bijgewerkt|gepubliceerd|categorie|rubriek|trefwoorden|plaats|
	вердикт|оценка|вывод|время чтения|отчётный период|отчетный период|период|дата|обновлено|опубликовано|рубрика|теги|категория|место|регион|
	вердикт|час читання|період|звітний період|оновлено|опубліковано|рубрика|теги|
	ocena|werdykt|czas czytania|okres|okres sprawozdawczy|data publikacji|aktualizacja|opublikowano|kategoria|tagi|miejsce|
	sonuç|karar|okuma süresi|dönem|rapor dönemi|tarih|yayınlanma|yayın tarihi|güncelleme|güncellenme|son güncelleme|kategori|etiketler|yer|
	omdöme|slutsats|lästid|läsetid|lesetid|læsetid|period|publicerad|uppdaterad|publisert|oppdatert|opdateret|udgivet|kategori|
	zaključak|ocjena|ocena|vrijeme čitanja|vreme čitanja|objavljeno|ažurirano|período de relatório|kesimpulan|hasil pemeriksaan|waktu baca|periode laporan|terbit|diperbarui|
	التصنيف|التقييم|النتيجة|الحكم|وقت القراءة|مدة القراءة|الفترة|فترة التقرير|تاريخ النشر|آخر تحديث|القسم|المكان|
	核查结果|结论|判定|评级|阅读时间|报告期|发布时间|更新时间|栏目|标签|地点|来源|判定結果|検証結果|対象期間|公開日|更新日|掲載|読了時間|カテゴリ|판정|결론|입력|수정|
	verdicto|ítélet|olvasási idő|közzétéve|frissítve|timp de citire|publicat|actualizat|doba čtení|publikováno|aktualizováno|χρόνος ανάγνωσης|ενημερώθηκε`)

// labelOf is the name before the colon of a line, in lower case, and where what it says begins.
func labelOf(s string) (key string, at int, ok bool) {
	for _, colon := range [...]string{":", "："} {
		if k := strings.Index(s, colon); k > 0 && k <= 60 {
			return strings.ToLower(strings.Trim(s[:k], "*_ \u00A0")), k + len(colon), true
		}
	}
	return "", 0, false
}

// isLabelled reports whether a line says one thing about a piece behind a name for it: "Rating: False".
func isLabelled(s string) bool {
	_, key := labelKey(s)
	return key
}

// labelKey is where what a labelled line says begins; ok is false where no such name opens the line.
func labelKey(s string) (at int, ok bool) {
	key, at, ok := labelOf(s)
	if ok && (sideKeys.has(key) || dayKeys.has(key)) {
		return at, true
	}
	return 0, false
}

// isLabel reports whether a line is such a name alone, its colon behind it; what it says stands below.
func isLabel(s string) bool {
	at, ok := labelKey(s)
	return ok && strings.Trim(s[at:], "*_ \u00A0") == ""
}

// isCrumbs reports whether a line is the path to a page: "Home › News › Kelm".
func isCrumbs(s string) bool {
	for _, sep := range [...]string{" > ", " › ", " » ", " → ", " >> "} {
		first, rest, ok := strings.Cut(strings.ReplaceAll(s, "\u00A0", " "), sep)
		if ok && (crumbHeads.has(strings.ToLower(first)) || strings.Contains(rest, sep)) {
			return true
		}
	}
	return false
}

var crumbHeads = wordSetLines(`home|start|startseite|accueil|inicio|início|home page|homepage|главная|strona główna|ana sayfa|anasayfa|hem|forside|beranda|الرئيسية|首页|ホーム`)

// readingWords stand in the line that says how long a piece takes.
var readingWords = wordSet(`read reading lesezeit lecture lectura leitura lettura leestijd leesduur чтения читання czytania okuma lästid lesetid læsetid listen écouter escuchar ouvir ascolta anhören hören luisteren слушать posłuchaj dinle lyssna`)

// minuteWords count minutes.
var minuteWords = wordSet(`min mins minute minutes minuten minuto minutos minuti minut minuty минут минуты мин хв dakika dk minuter minutter menit`)

// isReadingTime reports whether a line gives the minutes that a piece takes and nothing else: "7 min read", "Écouter - 04:18".
func isReadingTime(s string) bool {
	const longest = 6 // words
	if !strings.ContainsAny(s, "0123456789") || strings.Count(s, " ") >= longest {
		return false
	}
	reading, minutes, others := false, false, 0
	for _, w := range words(s) {
		switch f := foldWord(w); {
		case readingWords.has(f):
			reading = true
		case minuteWords.has(strings.TrimLeft(f, "0123456789")):
			minutes = true
		case f == "" || isNumber(strings.NewReplacer(":", "", "-", "", "–", "").Replace(f)):
		default:
			others++
		}
	}
	return reading && others <= 2 || minutes && others == 0
}

// sideOpenings begin lines that are about a piece whatever follows.
var sideOpenings = phrases("prepared by ", "compiled by ", "produced by ", "updated ", "last updated", "first published", "aktualisiert am", "zuletzt aktualisiert", "mis à jour ", "dernière mise à jour", "actualizado el", "atualizado em", "aggiornato al", "laatst bijgewerkt", "bijgewerkt op", "обновлено ", "son güncelleme", "uppdaterad ", "oppdatert ", "opdateret ", "diperbarui ", "آخر تحديث", "excerpt from ", "excerpt of ", "excerpted from ", "extract from ", "share this", "share on ", "click to share", "subscribe ", "sign up ", "for immediate release", "listen to this", "download ",
	"auszug aus ", "teilen auf ", "artikel teilen", "extrait du ", "extrait de ", "extraits du ", "extraits de ", "partager ", "s'abonner", "extracto de", "compartir ", "suscríbete", "suscríbase", "trecho de ", "compartilhe ", "compartilhar ", "assine ",
	"estratto da", "estratto del", "condividi ", "fragment uit", "deel dit", "delen op", "фрагмент доклада", "поделиться", "fragment raportu", "fragment książki", "udostępnij", "paylaş", "dela på", "utdrag ur ", "utdrag fra ", "uddrag af ", "bagikan ",
	"a cura della redazione", "dalla redazione", "de nuestra redacción", "de la redacción", "da redação", "von der redaktion", "redaktioneller ", "de la rédaction", "la rédaction", "par la rédaction", "van onze redactie", "van de redactie", "by our staff", "staff report")

// seriesNouns name the series that a piece is a number of. Where "Volume" or "Issue" count the numbers of a publication, they count pieces.
var seriesNouns = wordSet(`brief briefing briefings paper papers report reports update bulletin sitrep memo memorandum backgrounder commentary factsheet note notes dispatch alert statement working-paper study studies monitor insight insights dossier series
	arbeitspapier arbeitspapiere kurzanalyse studie aktuell analyse analysen stellungnahme bericht lagebericht hintergrundpapier diskussionspapier positionspapier policy-brief heft forschungsbericht
	rapport rapports cahier cahiers document documents bulletin notes études étude
	documento documentos informe boletín nota cuaderno cuadernos estudio serie
	relatório boletim texto textos caderno cadernos estudo
	quaderno quaderni rapporto approfondimento studi dossier
	notitie nieuwsbrief werkdocument werkdocumenten rapportnummer
	записка доклад отчёт отчет бюллетень тетрадь тетради обзор дайджест препринт рапорт огляд записки
	raport raporty komentarz komentarze analiza analizy biuletyn zeszyt zeszyty prace
	rapor raporu notu bülten bülteni belge belgesi tebliğ
	rapporter arbetsrapport arbejdspapir notat skrifter
	ورقة تقرير نشرة موجز دراسة كراسة مذكرة laporan makalah izvještaj izveštaj bilten`)

// caselessSeries name series in scripts that have no blanks.
var caselessSeries = []string{"工作论文", "研究报告", "政策简报", "简报", "报告第", "通报", "ワーキングペーパー", "ディスカッションペーパー", "報告書第", "速報"}

// isSeries reports whether a line says which number of a series a piece is, with its day or its place at most: "Kelm Policy Briefing N°12",
// "Working Paper 221", "Arbeitspapier Nr. 4, Mai 2021", "Documento de trabajo 8/2021".
func (p *parser) isSeries(s string) bool {
	if !numbered(s) || strings.ContainsAny(s, ":?!") {
		return false
	}
	if caseless(s) && slices.ContainsFunc(caselessSeries, func(w string) bool { return strings.Contains(s, w) }) {
		return true
	}
	for _, f := range dates.Find(s, p.dateOptions()) {
		if strings.ContainsFunc(f.Date.Printed, unicode.IsLetter) { // "Morning briefing, 5 September" has no number
			s = s[:f.Start] + strings.Repeat(" ", f.End-f.Start) + s[f.End:]
		}
	}
	ws := words(s)
	const longest, between = 14, 4 // words of a line, and those between a noun and its number
	if len(ws) > longest {
		return false
	}
	noun := -1
	for i, w := range ws {
		f := foldWord(w)
		switch {
		case seriesNouns.has(f) || seriesEnd(f):
			noun = i
		case noun >= 0 && i-noun <= between && seriesNumber(w) && afterNumber(ws[i+1:]):
			return true
		}
	}
	return false
}

// seriesEnd knows German compounds: "Policy-Kurzpapier", "SWP-Aktuell".
func seriesEnd(f string) bool {
	k := strings.LastIndexByte(f, '-')
	return k > 0 && seriesNouns.has(f[k+1:]) || strings.HasSuffix(f, "papier") || strings.HasSuffix(f, "bericht")
}

// seriesNumber reads "221", "N°181", "#3", "14/2021", "2021-05", "№12".
func seriesNumber(w string) bool {
	w = strings.Trim(w, "(),.;")
	if len(w) == 4 && isNumber(w) && (w[:2] == "19" || w[:2] == "20") {
		return false // "Annual Report 2021"
	}
	for _, sign := range [...]string{"N°", "n°", "Nº", "nº", "No.", "no.", "Nr.", "nr.", "№", "#"} {
		w = strings.TrimPrefix(w, sign)
	}
	if w == "" {
		return false
	}
	for i := range len(w) {
		if c := w[i]; (c < '0' || c > '9') && (c != '/' && c != '-' && c != '.' || i == 0) {
			return false
		}
	}
	return true
}

// afterNumber reports whether what follows the number of a series is its place at most, and no title.
func afterNumber(ws []string) bool {
	const most = 3
	other, _ := besideDate(strings.Join(ws, " "))
	return other <= most && (other == 0 || strings.HasPrefix(ws[0], "("))
}

// kickers say of what kind a piece is, alone on their line.
var kickers = wordSetLines(`opinion|opinions|op-ed|analysis|news analysis|news|world|world news|local news|politics|business|editorial|leader|leading article|comment|commentary|column|columns|feature|features|long read|the long read|essay|review|book review|interview|profile|explainer|backgrounder|background|investigation|investigations|special report|exclusive|breaking|breaking news|perspective|perspectives|
	report|reportage|letter|letters|obituary|obituaries|fact check|factcheck|fact-check|fact checks|fact checking|press review|review of the press|the papers|media review|newsletter|blog|podcast|guest post|guest essay|dispatch|dispatches|briefs|brief|briefing|in brief|policy brief|working paper|briefing paper|research briefing|policy briefing|research note|briefing note|background note|country brief|issue brief|situation report|country report|research report|news release|media release|public statement|position paper|discussion paper|fact sheet|factsheet|research|publications|press release|statement|sponsored|culture|sport|science|health|climate|environment|technology|live|video|watch|
	meinung|kommentar|leitartikel|analyse|hintergrund|reportage|essay|kolumne|glosse|interview|gastbeitrag|gastkommentar|faktencheck|presseschau|pressespiegel|politik|wirtschaft|landkreis|lokales|feuilleton|recherche|exklusiv|porträt|nachruf|rezension|pressemitteilung|kurzinformation|sachstand|positionspapier|hintergrundpapier|lagebericht|faktenfuchs|
	tribune|éditorial|édito|chronique|enquête|reportage|analyse|décryptage|entretien|portrait|opinion|point de vue|billet|récit|les vérificateurs|vérification|vrai ou faux|factuel|revue de presse|la revue de presse|revue de la presse|communiqué|communiqué de presse|note d'analyse|note de synthèse|note d'information|rapport d'information|grand format|dossier|actualités|
	reportaje|opinión|análisis|editorial|columna|entrevista|crónica|investigación|tribuna|verificación|fact-checking|chequeado|chequeo|maldito bulo|revista de prensa|resumen de prensa|perfil|reseña|exclusivo|exclusiva|nacional|internacional|economía|comunicado|comunicado de prensa|nota de prensa|nota informativa|nota técnica|informe especial|
	opinião|análise|editorial|coluna|crônica|crónica|entrevista|reportagem|investigação|checagem|verificação|fato ou fake|fake|revista de imprensa|revista da imprensa|resenha|perfil|exclusivo|política|economia|mundo|nota à imprensa|nota técnica|polígrafo|
	opinione|opinioni|analisi|editoriale|commento|inchiesta|reportage|intervista|rubrica|corsivo|rassegna stampa|approfondimento|cronaca|esteri|politica|economia|recensione|ritratto|esclusiva|comunicato stampa|nota informativa|
	achtergrond|opinie|analyse|commentaar|column|interview|reportage|onderzoek|factcheck|feitencheck|persoverzicht|essay|recensie|binnenland|buitenland|persbericht|beleidsnota|
	мнение|мнения|анализ|аналитика|комментарий|колонка|репортаж|интервью|расследование|обзор прессы|обзор сми|дайджест|фактчек|фактчекинг|проверка фактов|разбор|очерк|эссе|рецензия|политика|экономика|общество|новости|главное|эксклюзив|пресс-релиз|аналитическая записка|справка|
	думка|думки|аналітика|колонка|репортаж|інтерв'ю|розслідування|огляд преси|фактчек|блог|новини|коментар|
	opinia|opinie|analiza|komentarz|felieton|reportaż|wywiad|śledztwo|przegląd prasy|prasówka|fakt czy fałsz|fact-checking|fałsz|esej|recenzja|kraj|świat|gospodarka|polityka|
	analiz|görüş|yorum|köşe yazısı|röportaj|söyleşi|haber|dosya|inceleme|soruşturma|teyit|doğrulama|basın özeti|gündem|ekonomi|dünya|özel haber|
	åsikt|ledare|krönika|analys|granskning|reportage|debatt|intervju|faktakoll|faktagranskning|kultur|kommentar|leder|kronik|analyse|faktasjekk|faktatjek|presseoversigt|
	رأي|آراء|تحليل|تقرير|تقارير|مقال|مقالات|افتتاحية|حوار|مقابلة|تحقيق|تحقيقات|جولة الصحافة|أقوال الصحف|عرض الصحف|صحافة|تدقيق|تحقق|أخبار|سياسة|اقتصاد|
	评论|社论|分析|观点|专栏|专题|调查|访谈|事实核查|辟谣|媒体综述|新闻|国际|時評|社説|論説|コラム|解説|分析|特集|調査報道|ファクトチェック|記事|オピニオン|寄稿|사설|칼럼|분석|팩트체크|기획|
	opini|analisis|tajuk rencana|kolom|cek fakta|wawancara|laporan khusus|vélemény|elemzés|interjú|tényellenőrzés|názor|komentář|rozhovor|analýza|opinie|analiză|interviu|γνώμη|ανάλυση|mišljenje|komentar|analiza|intervju|istraživanje|provjera činjenica|provera činjenica|raskrinkavanje`)

// reviewHeads open the standing titles of press reviews, which a place or a day may follow: "Revue de presse Afrique", "Обзор прессы за 3–9 мая"; pressReviews
// are those of them that are no fact checks.
var (
	pressReviews = phrases(pressReviewTitles...)
	reviewHeads  = phrases(append([]string{"fact check", "fact-check", "faktencheck", "factcheck", "cek fakta"}, pressReviewTitles...)...)
)

var pressReviewTitles = []string{"revue de presse", "la revue de presse", "revue de la presse", "press review", "review of the press", "presseschau", "pressespiegel", "revista de prensa", "resumen de prensa", "revista de imprensa", "revista da imprensa", "rassegna stampa",
	"persoverzicht", "обзор прессы", "обзор сми", "дайджест прессы", "огляд преси", "дайджест преси", "przegląd prasy", "prasówka", "basın özeti", "presseoversigt", "جولة الصحافة", "أقوال الصحف", "عرض الصحف", "媒体综述"}

// isKicker reports whether a line is the name of a kind of piece.
func isKicker(s string) bool {
	const longestReview = 6 // words of a review's standing title
	const longestTold = 3   // and of a kind of piece with what it is about
	low := strings.ToLower(strings.Trim(s, " |/[]•"))
	if kickers.has(low) {
		return true
	}
	if ws := words(low); len(ws) > 1 && len(ws) <= longestTold && s == strings.ToUpper(s) && !caseless(s) && kickers.has(ws[len(ws)-1]) && !strings.ContainsAny(s, ".,:;?!") {
		return true // "COUNTRY BRIEF"
	}
	const longestLabel = 6
	if strings.Contains(low, " / ") && s == strings.ToUpper(s) && !caseless(s) && len(words(low)) <= longestLabel && !strings.ContainsAny(low, ".:;?!") {
		return true // "FRONT PAGE / THE BRIDGE"
	}
	if a, b, ok := cutAny(low, " | ", " / ", " · ", " • "); ok && (kickers.has(a) || kickers.has(b)) {
		return len(words(low)) <= 4 || kickers.has(a) && len(words(b)) <= 5 && s == strings.ToUpper(s) // "DOSSIER / THE CLOSED BRIDGE"
	}
	if a, b, ok := cutAny(low, " and ", " & ", " und ", " et ", " y ", " e ", " en ", " и ", " i ", " ve ", " och ", " og ", " dan ", " و"); ok && kickers.has(a) && kickers.has(b) {
		return true
	}
	return reviewHeads.begins(low) && !strings.ContainsAny(low, ":?!") && len(words(low)) <= longestReview
}

// datedReview reports whether a line is the standing title of a press review with its day.
func (p *parser) datedReview(s string) bool {
	name, d := p.headDay(s)
	return !d.IsZero() && isReview(withoutDayTies(name))
}

// cutAny cuts s at the first of some signs that stands in it.
func cutAny(s string, seps ...string) (before, after string, ok bool) {
	for _, sep := range seps {
		if before, after, ok = strings.Cut(s, sep); ok {
			return before, after, true
		}
	}
	return s, "", false
}

// asideOfTitle reports whether head i only stands beside a title.
func (p *parser) asideOfTitle(looks []look, i int) bool {
	if looks[i].page.sure() || looks[i].page == smallPrint {
		return true
	}
	switch looks[i].side {
	case label, series, masthead:
		return true
	case kicker, body:
		return p.titleNear(looks, i)
	}
	return i > 0 && looks[i].head && isLabel(p.block(i-1))
}

// titleNear reports whether another head that can be a title stands among the lines around head i, with no text between them.
func (p *parser) titleNear(looks []look, i int) bool {
	const farthest = 4 // lines
	for k := i - 1; k >= 0 && k >= i-farthest && p.front(looks, k); k-- {
		if p.plainTitle(looks, k) {
			return true
		}
	}
	for k := i + 1; k < len(looks) && k <= i+farthest && p.front(looks, k); k++ {
		if p.plainTitle(looks, k) {
			return p.proseFollows(looks, k)
		}
	}
	return false
}

// front reports whether block i can stand between a title and the text.
func (p *parser) front(looks []look, i int) bool {
	l := &looks[i]
	return !l.groups && !l.notes && (l.head || l.caption || l.isDated() || len(l.names) > 0 || l.page.sure())
}

// plainTitle reports whether block i is a head that can be a title and nothing else.
func (p *parser) plainTitle(looks []look, i int) bool {
	l := &looks[i]
	if !l.head || l.side != noSide || l.page.sure() || l.caption || l.isDated() || len(l.names) > 0 || p.namesIssue(p.block(i)) {
		return false
	}
	s := p.block(i)
	return len(words(s)) >= 3 || titleLike(s)
}
