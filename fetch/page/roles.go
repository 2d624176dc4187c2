package page

import (
	"strings"

	"golang.org/x/net/html"

	"example.org/verify/citations/text"
)

// role is what class, id and the like say that an element is for.
type role uint32

const (
	furniture   role = 1 << iota
	kept             // notes and the like, which belong to the text
	comments         // what readers wrote
	related          // leads to other pieces
	clock            // shows the day of the visit
	body             // the text of an article
	dated            // a date, or what stands around one
	publishedOn      // it says that the date is that of publication
	modified         // it says that the date is that of a change
	byline           // who wrote it
	source           // whom it was taken from
	correction
	lead    // a standfirst
	caption // of a picture
	meta    // the line of author, date and section above or below a text
	paywall
	headline
	gallery // pictures or films with their captions, a feed of short messages
)

// roleOf reads the names of an element. Each value is read once a page: classes repeat.
func (r *reader) roleOf(n *html.Node) (all role) {
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "class", "id", "itemprop", "data-testid", "data-component", "property":
			if a.Val == "" || len(a.Val) > 1000 {
				continue
			}
			got, ok := r.roles[a.Val]
			if !ok {
				if r.roles == nil {
					r.roles = map[string]role{}
				}
				got = namedRole(a.Val)
				r.roles[a.Val] = got
			}
			all |= got
		}
	}
	return all
}

// namedRole reads the words of a class or id.
func namedRole(value string) (all role) {
	for w := range strings.FieldsSeq(value) {
		all |= wordRole(w)
	}
	return all
}

// builders begin the classes of site builders, whose words say how a thing is laid out, not what it is.
var builders = []string{"elementor", "wp-block", "wp-image", "et_pb", "et-pb", "vc_", "fl-", "css-", "sc-", "jsx-", "brxe", "jet-", "uk-", "col-", "row-", "has-", "no-", "is-", "with-", "without-", "js-", "u-", "fusion-", "postid-", "single-", "tag-", "category-", "page-template", "theme-"}

// wordRole reads one name.
func wordRole(w string) (got role) {
	low := strings.ToLower(w)
	got = exactRoles[low]
	for _, b := range builders {
		if strings.HasPrefix(low, b) {
			return got
		}
	}
	for _, p := range parts(w) {
		got |= partRoles[p]
	}
	if f, k := text.NamesFurniture(w); k {
		got |= kept
	} else if f {
		got |= furniture
	}
	if got&(body|dated|byline|headline|lead|correction) != 0 && got&(comments|related|clock) == 0 {
		got &^= furniture
	}
	return got
}

// parts are the words of a name, lower-cased: "postDate", "post-date" and "post_date" have two.
func parts(w string) []string {
	var out []string
	start := 0
	for i := 0; i <= len(w); i++ {
		sep := i == len(w) || !letterByte(w[i])
		hump := i < len(w) && i > start && w[i] >= 'A' && w[i] <= 'Z' && w[i-1] >= 'a' && w[i-1] <= 'z'
		if !sep && !hump {
			continue
		}
		if i > start {
			out = append(out, strings.ToLower(w[start:i]))
		}
		start = i
		if sep {
			start++
		}
	}
	return out
}

func letterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

// exactRoles are whole names.
var exactRoles = rolesOf(map[role]string{
	body: `articlebody entry-content post-content article-content article-body article__body article__content article_body article_content articlecontent story-body storybody
		story__body story-content story__content post-body post__body post__content post_content postcontent content-body body-content article-text articletext article__text article_text
		body-copy bodycopy field-name-body field--name-body td-post-content tdb-block-inner single-content single__content article-detail article-details node-content node__content
		item-page itemfulltext newsitem_text newsitem-text c-article-body caas-body zn-body__paragraph mw-parser-output entry storytext story-text story_text story__text bodytext news-content news-text
		news_content news_text newscontent newstext newsdetail news-detail news_detail detail-content detail__body cuerpo cuerpo-noticia artikel-text artikeltext artikel-inhalt trs_editor artical-body article-entry
		blog-content blog-post-content entry-body entrybody entry-text wysiwyg rich-text richtext post-text posttext post_text text-body article-main article-copy main-text main_text maintext
		texto-noticia nota-contenido article-paragraphs single-post-content the-content the_content e-content l-article__body js-article__body ce_text csc-default content-text
		content__article-body paragraph-wrapper articlebodytext article-body-text full-text fulltext fullstory full-story ncst_cont arti_content left_zw textcontent`,
	comments: `comments comment-list commentlist comments-area comment-area comments-section commentsection comment-section respond disqus_thread reader-comments fb-comments commentblock comment-body comment-content comment-text
		post-comments user-comments kommentare leserkommentare комментарии comentarios commentaires livefyre coral-talk comment-form commentform cmt-list comentarii commenti reacties usercomments blog-comments comment-respond trackbacks pingbacks
		commentwrapper comment-wrapper comment_container comments-container comments-wrapper`,
	related: `related more-stories more-news read-more readmore see-also seealso also-read read-also further-reading you-may-like jp-relatedposts yarpp yarpp-related recirc morestories topstories top-stories most-popular mostpopular latest-news
		latestnews breaking-news prev-next post-nav nav-links nav-previous nav-next inline-related relacionadas noticias-relacionadas lire-aussi leggi-anche lee-tambien verwandte-artikel mehr-zum-thema artikel-empfehlungen linkbox
		teaser-list more-articles morearticles related-news relatednews related-links relatedlinks related-articles articles-lies weitere-artikel crp_related popular-posts recent-posts recentposts widget_recent_entries`,
	clock:       `clock current-date currentdate today todays-date date-today current_date hdate topdate top-date datetoday td-header-date td_data_time header-date headerdate date_now jclock`,
	publishedOn: `datepublished published entry-date posted-on post-date postdate pubdate pub-date pub_date publishdate publish-date publish_date date-published published-date published_date publication-date publicationdate publishedat published-at article-published date-publish dtpublished dcterms:issued dc:date datecreated post-timestamp`,
	modified:    `datemodified updated dtmodified date-modified modified-date last-updated lastupdated last-modified lastmodified updated-date update-date date-updated article-updated`,
	dated:       `dateline timestamp time-stamp datetime date-time article-date article__date articledate story-date storydate entry-meta post-meta postmeta news-date newsdate date-header date-display-single date created submitted article-info blog-date fecha datum data-publicacao время дата data-news info-date pubtime timepublish time article-time article-timestamp date_time newstime authi article_date`,
	byline:      `byline by-line author authors writer vcard author-name authorname article-author article__author post-author entry-author story-byline autor autore auteur автор firma news-author reporter journalist byname c-byline by posted-by submitted fn`,
	source:      `source news-source article-source agency credit-line provider story-source quelle fuente fonte article-credit copyright-agency wire syndication newssource articlesource article__source source-org`,
	furniture:   `footer colophon site-footer sitefooter page-footer global-footer footer-widgets foot bottom-bar topbar top-bar copyright copyrights impressum legal site-header siteheader site-info footer-content footer-wrapper footer-inner newsletter-signup social-links back-to-top`,
	correction:  `correction corrections article-correction clarification editors-note editor-note erratum errata correction-note article-corrections update-note`,
	lead:        `lead lede standfirst dek deck subtitle subhead subheadline sub-title intro introduction article-intro article-lead article__lead excerpt summary article-summary chapo chapeau vorspann teaser-text article__teaser sapo entradilla bajada sommario abstract strapline kicker-text`,
	caption:     `caption wp-caption-text image-caption photo-caption imagecaption photo-credit figcaption img-caption legende bildunterschrift`,
	meta:        `entry-meta post-meta postmeta article-meta meta byline posted-on post-info entry-info article-info entry-footer post-footer entry-header-meta article__meta story-meta content-meta submitted metadata meta-info author-info post-header-meta td-module-meta-info article-header__meta entry-utility postmetadata post-details author-date dateline timestamp`,
	paywall:     `paywall regwall premium-content subscriber-only subscription-required paywall-overlay piano-inline piano-container paywalled meteredcontent subscribe-wall tp-container-inner locked-content paywall-content m-paywall c-paywall article-paywall content-gate reg-gate gated-content paidcontent paid-content`,
	gallery:     `gallery photo-gallery image-gallery slideshow carousel slider swiper lightbox video-player videoplayer jwplayer playlist livefeed live-feed ticker newsticker diaporama fotostrecke bildergalerie galeria galería fotogaleria`,
	headline:    `headline entry-title post-title article-title article__title article-headline story-title news-title newstitle storyheadline title-article post__title article-header__title`,
})

// partRoles are words in names.
var partRoles = rolesOf(map[role]string{
	comments:   `comments commentlist disqus kommentare respond`,
	related:    `related recirculation recommended recommendations relacionadas verwandte similar mostread trending popular`,
	clock:      `clock`,
	dated:      `date datetime timestamp dateline pubdate datum fecha published posted`,
	modified:   `modified updated`,
	byline:     `byline author autor auteur autore`,
	source:     `agency`,
	correction: `correction erratum`,
	caption:    `caption figcaption`,
	paywall:    `paywall regwall`,
	gallery:    `gallery slideshow carousel`,
	lead:       `standfirst lede`,
	furniture:  `breadcrumb cookiebanner sharing socials sharebuttons banner adsense adsbygoogle advertisment sponsor outbrain taboola`,
})

func rolesOf(lists map[role]string) map[string]role {
	m := map[string]role{}
	for r, list := range lists {
		for w := range strings.FieldsSeq(list) {
			m[w] |= r
		}
	}
	return m
}
