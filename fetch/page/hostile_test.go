package page

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/verify/citations/dates"
)

// hostile are pages that are made to hurt, of n bytes or a little more.
func hostile(n int) map[string]string {
	rep := func(s string) string { return strings.Repeat(s, n/len(s)+1) }
	return map[string]string{
		"nested divs":         rep("<div>"),
		"nested bold":         rep("<b>"),
		"bold in paragraphs":  rep("<p><b>x"),
		"nested links":        rep("<a href=x>"),
		"nested tables":       rep("<table><tr><td>"),
		"nested lists":        rep("<ul><li>"),
		"empty links":         "<div>" + rep("<a href=x></a>"),
		"links in lists":      rep("<ul><li><a href=x>y z</a><li><a href=x>y z</a></ul>"),
		"open scripts":        rep("<script"),
		"scripts":             rep("<script></script>"),
		"open comments":       rep("<!--"),
		"open JSON-LD":        rep(`<script type="application/ld+json">{`),
		"title":               "<title>" + rep("x"),
		"title in headings":   "<title>" + strings.Repeat("word ", 1000) + "</title>" + rep("<h1>word word</h1>"),
		"attribute":           `<div class="` + rep("a-b "),
		"classes":             rep(`<p class="date author related">x`),
		"times":               rep(`<time datetime=2020-01-01>x</time>`),
		"dates":               rep(`<p>1 May 2020`),
		"digits":              "<p>" + rep("1"),
		"letters":             "<p>" + rep("x"),
		"entities":            "<p>" + rep("&amp;&lt;"),
		"angle brackets":      rep("<"),
		"metas":               rep(`<meta name=date content=2020-01-01>`),
		"nested JSON":         `<script type="application/ld+json">` + strings.Repeat("[", min(n, 900_000)) + "</script>",
		"line breaks":         "<p>" + rep("<br>x"),
		"nested headers":      rep("<header><h2>a</h2>"),
		"forms":               rep("<form><input>"),
		"svg":                 rep("<svg>"),
		"options":             rep("<select><option>"),
		"related headings":    rep("<p>Related<p>Read more<p>Some text that is long enough to be one of the paragraphs of this page here."),
		"brackets":            "<p>" + rep("(Reuters "),
		"corrections":         rep("<p class=correction>Correction: x y z x y z x y z"),
		"windows-1251, lying": `<meta charset=utf-16>` + rep("\xcf\xf0 "),
		"gbk":                 `<meta charset=gbk><p>` + rep("\xc0\xcf\xb3\xc7"),
		"script in title":     "<title>\x1b[31m<script>alert(1)</script></title><p>" + strings.Repeat("word ", 100),
	}
}

// TestHostile reads megabytes of anything: quadratic time would run into the time limit of go test, no clock is read; with $VERIFY_HOSTILE set, ten of them.
func TestHostile(t *testing.T) {
	size := 1 << 20
	if testing.Short() {
		size = 1 << 17
	}
	if os.Getenv("VERIFY_HOSTILE") != "" {
		size = 10 << 20
	}
	for name, s := range hostile(size) {
		t.Run(name, func(t *testing.T) {
			p := Read([]byte(s), Options{Now: now, URL: "https://e.example/2020/05/01/x"})
			sound(t, p)
		})
	}
}

// sound holds what is so of every page.
func sound(t *testing.T, p *Page) {
	t.Helper()
	for _, b := range p.Blocks {
		if b.Text == "" || b.Text != fold(b.Text) || !utf8.ValidString(b.Text) {
			t.Fatalf("a block that is empty, not folded or no UTF-8: %.200q", b.Text)
		}
	}
	if len(p.Title) > 500 || len(p.Correction) > 500 || len(p.Authors) > maxAuthors || len(p.Summary) > 600 {
		t.Fatalf("a field without bounds: title %d, correction %d, authors %d", len(p.Title), len(p.Correction), len(p.Authors))
	}
	for _, s := range append([]string{p.Title, p.Correction, p.Site, p.Summary, p.Credit.Name}, p.Authors...) {
		if !utf8.ValidString(s) {
			t.Fatalf("no UTF-8: %.200q", s)
		}
	}
	if p.Date.ISO != "" {
		d, err := dates.ParseISO(p.Date.ISO)
		if err != nil || d.From.Y < firstYear || d.From.Y > now.Year()+1 {
			t.Fatalf("date %q: %v", p.Date.ISO, err)
		}
	}
	if p.Kind == "" {
		t.Fatal("no kind")
	}
}

func FuzzRead(f *testing.F) {
	for _, e := range expectations(f) {
		f.Add(saved(f, e.file))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<16 {
			return
		}
		before := bytes.Clone(raw)
		p := Read(raw, Options{Now: now})
		if !bytes.Equal(before, raw) {
			t.Fatal("the page was changed")
		}
		sound(t, p)
		q := Read(raw, Options{Now: now})
		if p.Text() != q.Text() || p.Date != q.Date || p.Kind != q.Kind {
			t.Fatal("read twice, it is two pages")
		}
	})
}

// bigPage is a page as large as those of today's papers: an article among scripts, styles, menus and teasers.
func bigPage() []byte {
	var b bytes.Buffer
	b.WriteString(`<!doctype html><html lang="en"><head><title>A long piece - The Paper</title><meta property="article:published_time" content="2020-05-04T10:00:00Z"><script type="application/ld+json">{"@type":"NewsArticle","headline":"A long piece","datePublished":"2020-05-04T10:00:00Z","author":{"name":"Jane Roe"}}</script><style>` + strings.Repeat(".a{color:red;margin:0 auto}", 1200) + `</style></head><body><nav><ul>`)
	for range 150 {
		b.WriteString(`<li class="nav-item menu__item"><a class="nav-link" href="/section/of/the/paper">A section of the paper</a></li>`)
	}
	b.WriteString(`</ul></nav><main><article class="article"><h1>A long piece</h1><div class="article-body">`)
	for range 40 {
		b.WriteString(`<p class="paragraph">` + strings.Repeat("The council of the town met on Monday and spoke about the bridge. ", 6) + `</p><div class="ad-slot"><div class="ad"></div></div><script>` + strings.Repeat("window.dataLayer.push({event:'x'});", 40) + `</script>`)
	}
	b.WriteString(`</div></article><aside class="related">`)
	for range 60 {
		b.WriteString(`<div class="teaser"><div class="teaser__image"><svg><path d="` + strings.Repeat("M0 0L1 1", 20) + `"/></svg></div><h3><a href="/x">Another piece that you may like</a></h3><time datetime="2021-01-01">1 Jan</time></div>`)
	}
	b.WriteString(`</aside></main></body></html>`)
	return b.Bytes()
}

func BenchmarkRead(b *testing.B) {
	raw := bigPage()
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		Read(raw, Options{Now: now})
	}
}

func BenchmarkReadSaved(b *testing.B) {
	var pages [][]byte
	n := 0
	for _, e := range expectations(b) {
		pages = append(pages, saved(b, e.file))
		n += len(pages[len(pages)-1])
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		for _, raw := range pages {
			Read(raw, Options{Now: now})
		}
	}
}
