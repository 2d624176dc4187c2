package archives

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"example.org/verify/fetch/support"
)

// maps is an outlet without an archive by day: its articles have addresses without a date, and its robots.txt names what robots says.
func maps(robots string, files map[string]string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for i := range stories {
			if r.URL.Path == "/news/"+stories[i].slug {
				w.Header().Set("Content-Type", "text/html")
				fmt.Fprint(w, articlePage(stories[i].title, stories[i].day, stories[i].text))
				return
			}
		}
		body, ok := files[r.URL.Path]
		switch {
		case r.URL.Path == "/robots.txt":
			fmt.Fprint(w, strings.ReplaceAll(robots, "HOST", r.Host))
		case ok && strings.HasSuffix(r.URL.Path, ".gz"):
			w.Header().Set("Content-Type", "application/gzip")
			z := gzip.NewWriter(w)
			fmt.Fprint(z, strings.ReplaceAll(body, "HOST", r.Host))
			z.Close()
		case ok:
			w.Header().Set("Content-Type", "application/xml")
			fmt.Fprint(w, strings.ReplaceAll(body, "HOST", r.Host))
		default:
			http.NotFound(w, r)
		}
	}
}

func urlset(entries ...string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">` + strings.Join(entries, "\n") + `</urlset>`
}

func entry(slug, more string) string {
	return "<url><loc>http://HOST/news/" + slug + "</loc>" + more + "</url>"
}

func TestSitemaps(t *testing.T) {
	plain := urlset(entry("goats-win-the-cup", ""), entry(stories[0].slug, ""), entry(stories[1].slug, ""))
	for name, c := range map[string]struct {
		robots string
		files  map[string]string
		asked  int // requests at most: robots.txt, sitemaps, the page, and three times 404 of the day archive
	}{
		"by its usual name":      {"", map[string]string{"/sitemap.xml": plain}, 6},
		"robots.txt":             {"Sitemap: http://HOST/maps/all.xml\nUser-agent: *\nDisallow:\n", map[string]string{"/maps/all.xml": plain}, 6},
		"a long line ahead":      {"Disallow: /" + strings.Repeat("x", 100<<10) + "\r\nSitemap: http://HOST/maps/all.xml\r\n", map[string]string{"/maps/all.xml": plain}, 6},
		"a long line of its own": {"Sitemap: http://HOST/" + strings.Repeat("x", 100<<10) + "\nSitemap: http://HOST/maps/all.xml", map[string]string{"/maps/all.xml": plain}, 6},
		"gzip":                   {"sitemap: http://HOST/all.xml.gz", map[string]string{"/all.xml.gz": plain}, 6},
		"index by month": {"Sitemap: http://HOST/index.xml", map[string]string{
			"/index.xml":        `<sitemapindex><sitemap><loc>http://HOST/m/2024-04.xml</loc></sitemap><sitemap><loc>http://HOST/m/2024-05.xml.gz</loc></sitemap><sitemap><loc>http://HOST/m/2023.xml</loc></sitemap></sitemapindex>`,
			"/m/2024-05.xml.gz": plain}, 7},
		"index by date of change": {"Sitemap: http://HOST/index.xml", map[string]string{
			"/index.xml": `<sitemapindex><sitemap><loc>http://HOST/c.xml</loc><lastmod>2024-06-20</lastmod></sitemap><sitemap><loc>http://HOST/a.xml</loc><lastmod>2024-05-01T00:00:00Z</lastmod></sitemap><sitemap><loc>http://HOST/b.xml</loc><lastmod>2024-05-20</lastmod></sitemap></sitemapindex>`,
			"/b.xml":     urlset(entry(stories[0].slug, "<lastmod>2024-05-14</lastmod>")), "/c.xml": urlset()}, 8},
		"news": {"Sitemap: http://HOST/news.xml", map[string]string{"/news.xml": urlset(
			entry(stories[2].slug, "<news:news><news:publication_date>2024-05-20T07:00:00+02:00</news:publication_date></news:news>"),
			entry(stories[0].slug, "<news:news><news:publication_date>2024-05-14T08:00:00+02:00</news:publication_date><news:title>Port workers &amp; ships</news:title></news:news>"))}, 6},
		"a circle of indexes": {"Sitemap: http://HOST/index.xml", map[string]string{
			"/index.xml": `<sitemapindex><sitemap><loc>http://HOST/index.xml</loc></sitemap><sitemap><loc>http://HOST/other.xml</loc></sitemap></sitemapindex>`,
			"/other.xml": `<sitemapindex><sitemap><loc>http://HOST/index.xml</loc></sitemap><sitemap><loc>http://HOST/all.xml</loc></sitemap></sitemapindex>`, "/all.xml": plain}, 8},
		"CDATA and an image": {"Sitemap: http://HOST/all.xml", map[string]string{"/all.xml": urlset("<url><loc><![CDATA[http://HOST/news/" + stories[0].slug + "]]></loc><image:image><image:loc>http://HOST/i.jpg</image:loc></image:image></url>")}, 6},
		"cut off":            {"Sitemap: http://HOST/all.xml", map[string]string{"/all.xml": plain[:len(plain)-20]}, 6},
	} {
		w := newWorld(t, maps(c.robots, c.files), none)
		w.Resolvers = []Resolver{Given{}, DayArchive{}, Sitemaps{}}
		q := w.question(strike, "2024-05-14", "")
		ev := w.One(context.Background(), &q)
		if ev.Verdict != support.Supported || !strings.HasSuffix(ev.Page, stories[0].slug) || len(w.asked) > c.asked {
			t.Errorf("%s: %s at %q (%s), %d requests of at most %d; %+v\n%v", name, ev.Verdict, ev.Page, ev.Why, len(w.asked), c.asked, ev.Resolvers, w.asked)
		}
		absent := w.question("Rebels shelled the refinery at Zawiya and killed 14 firemen", "2024-05-14", "")
		if ev := w.One(context.Background(), &absent); ev.Verdict != support.NotFound || ev.Resolvers[2].Why == "" {
			t.Errorf("%s: %s; %+v", name, ev.Verdict, ev.Resolvers)
		}
	}
}

// TestSitemapsAreBounded holds that an outlet with thousands of sitemaps is asked for a few, that another site's are not asked for, and
// that none is where the archive of the day has answered.
func TestSitemapsAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("<sitemapindex><sitemap><loc>http://169.254.169.254/s.xml</loc></sitemap><sitemap><loc>https://elsewhere.example/s.xml</loc></sitemap>")
	for i := range 3000 {
		fmt.Fprintf(&b, "<sitemap><loc>http://HOST/s%d.xml</loc></sitemap>", i)
	}
	b.WriteString("</sitemapindex>")
	w := newWorld(t, maps("", map[string]string{"/sitemap.xml": b.String()}), none)
	w.Resolvers = []Resolver{Sitemaps{}}
	q := w.question(strike, "2024-05-14", "")
	if ev := w.One(context.Background(), &q); ev.Verdict != support.NotFound || len(w.asked) != 1+maxSitemaps {
		t.Errorf("%s, %d requests; %+v", ev.Verdict, len(w.asked), ev.Resolvers)
	}
	w = newWorld(t, blog(false, 100), none)
	q = w.question("Rebels shelled the refinery at Zawiya and killed 14 firemen", "2024-05-14", "")
	ev := w.One(context.Background(), &q)
	for _, a := range w.asked {
		if strings.Contains(a, "sitemap") {
			t.Errorf("asked %s; %+v", a, ev.Resolvers)
		}
	}
}

// TestHostileSitemaps holds that no sitemap costs more than its bytes: depth, bombs, long text, other charsets.
func TestHostileSitemaps(t *testing.T) {
	if testing.Short() {
		t.Skip("-short")
	}
	var bomb bytes.Buffer
	z := gzip.NewWriter(&bomb)
	fmt.Fprint(z, "<urlset><url><loc>")
	for range 1 << 10 {
		z.Write(bytes.Repeat([]byte("a"), 1<<16))
	}
	z.Close()
	for name, body := range map[string][]byte{
		"depth": bytes.Repeat([]byte("<url>"), 2_000_000), "text": append([]byte("<urlset><url><loc>"), bytes.Repeat([]byte("x"), 10<<20)...), "bomb": bomb.Bytes(),
		"no gzip": {0x1F, 0x8B, 0, 0}, "nothing": nil, "charset": []byte(`<?xml version="1.0" encoding="none-such"?><urlset><url><loc>http://e.example/x</loc></url></urlset>`), "attribute": append([]byte(`<urlset a="`), bytes.Repeat([]byte("x"), 10<<20)...),
		"entities": []byte(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>`),
	} {
		n := 0
		err := readSitemap(body, func(e *sitemapEntry, _ bool) { n++ })
		if n > 1 {
			t.Errorf("%s: %d entries, %v", name, n, err)
		}
	}
	many := []byte("<urlset>" + strings.Repeat("<url><loc>/x</loc></url>", sitemapEntries+10) + "</urlset>")
	if n := 0; readSitemap(many, func(*sitemapEntry, bool) { n++ }) == nil || n != sitemapEntries {
		t.Errorf("%d entries", n)
	}
}

func TestDayInPath(t *testing.T) {
	for path, want := range map[string]string{
		"/2024/05/14/port/": "2024-05-14", "/news/2024-05-14-port": "2024-05-14", "/a/20240514/port": "2024-05-14", "/world/2024/may/14/port": "2024-05-14",
		"/2024/5/4/port": "2024-05-04", "/2024/05/": "", "/2024/02/30/x": "", "/article-2024051412": "", "/x/1234567": "", "/2024-05/14": "", "/p/20241": "",
	} {
		got := ""
		if d := dayInPath(path); !d.IsZero() {
			got = d.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
	for name, want := range map[string][2]int{"/sitemap-2024-05.xml": {2024, 5}, "/m/202405.xml": {2024, 5}, "/sitemap.xml?yyyy=2024&mm=05&dd=14": {2024, 5}, "/2024.xml": {2024, 0},
		"/sitemap-pt-post-2024-05.xml": {2024, 5}, "/sitemap12.xml": {0, 0}, "/20240514.xml": {2024, 5}, "/s-20245.xml": {0, 0}} {
		if y, m := dateInName(name); y != want[0] || m != want[1] {
			t.Errorf("%s: %d, %d, want %v", name, y, m, want)
		}
	}
}
