package archives

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

// entriesOf are the entries of a sitemap, as far as it can be read.
func entriesOf(body []byte) (all []sitemapEntry, indexes int) {
	_ = readSitemap(body, func(e *sitemapEntry, index bool) { // what was read before a fault stands
		all = append(all, *e)
		if index {
			indexes++
		}
	})
	return all, indexes
}

// A sitemap gives entries with an address within bounds, and the same ones when it is read again.
func FuzzSitemap(f *testing.F) {
	for _, s := range []string{
		`<urlset xmlns="x"><url><loc>https://a.example/2018/05/14/x</loc><lastmod>2018-05-14T10:00:00Z</lastmod><news:news><news:title>A &amp; B</news:title><news:publication_date>2018-05-14</news:publication_date></news:news></url></urlset>`,
		`<?xml version="1.0"?><sitemapindex><sitemap><loc><![CDATA[https://a.example/s-2018-05.xml]]></loc></sitemap></sitemapindex>`,
		`<url><loc></loc></url><url><loc>x<image:loc>y</image:loc>z`, "\x1f\x8b\x08", "<!DOCTYPE x [<!ENTITY a 'b'>]><url><loc>&a;</loc></url>",
	} {
		f.Add([]byte(s))
	}
	site, _ := url.Parse("https://a.example/sitemap.xml")
	f.Fuzz(func(t *testing.T, body []byte) {
		all, _ := entriesOf(body)
		if len(all) > sitemapEntries {
			t.Fatalf("%d entries", len(all))
		}
		for _, e := range all {
			if e.loc == "" || len(e.loc) > 4096 || e.loc != strings.TrimSpace(e.loc) || len(e.title) > 4096 {
				t.Fatalf("entry %+v", e)
			}
		}
		again, _ := entriesOf(body)
		if !slices.Equal(all, again) {
			t.Fatal("read twice, it is two sitemaps")
		}
		c := newSitemapSearch(&Question{Text: "Ships left the port of Velm"}, site)
		for i := range all {
			c.entry(&all[i], i%2 == 0)
		}
		for _, x := range c.found {
			if u, err := url.Parse(x.Address); err != nil || !sameSite(u, site) {
				t.Fatalf("%q is another site's", x.Address)
			}
		}
	})
}

// The index of captures gives rows with a time of the form that it gives times in.
func FuzzIndex(f *testing.F) {
	f.Add([]byte(`[["original","timestamp"],["http://a.example/","20180514101500"],["x"],[],["key"]]`))
	f.Add([]byte(`[[],["a"]]`))
	f.Add([]byte(` `))
	f.Fuzz(func(t *testing.T, body []byte) {
		rows, resume, err := readRows(body)
		if err != nil && (rows != nil || resume != "") {
			t.Fatal("rows beside an error")
		}
		for _, r := range rows {
			if r.at.IsZero() || !strings.Contains(string(body), r.at.Format(stampForm)) && !strings.Contains(string(body), `\`) {
				t.Fatalf("row %+v", r)
			}
		}
	})
}

// A target of a Link header stands in it, and has the relation that was asked for.
func FuzzLinked(f *testing.F) {
	f.Add(`<http://a.example/x,y;z>; rel="original", <http://b.example/>; rel="first memento"; datetime="x"`, "memento")
	f.Add(`<<>>;rel=`, "")
	f.Add(`<a>; REL=original; x="<b>; rel=c"`, "ORIGINAL")
	f.Fuzz(func(t *testing.T, header, rel string) {
		got := linked(header, rel)
		if got == "" {
			return
		}
		at := strings.Index(header, "<"+got+">")
		if at < 0 || !strings.Contains(strings.ToLower(header[at:]), "rel") {
			t.Fatalf("%q for %q in %q", got, rel, header)
		}
	})
}

// Days and months that a path names are ones that there are.
func FuzzDatedPath(f *testing.F) {
	for _, s := range []string{"/2018/05/14/x", "/news/20180514.html", "/2018-may-14/", "sitemap-2018_05.xml", "x?yyyy=2018&mm=05", "/2018/2/30/", "/2018/13", "ſep", "/2018/İ/1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, path string) {
		if d := dayInPath(path); !d.IsZero() && (d.Year() < 1900 || d.Year() > 2099 || !strings.Contains(path, d.Format("2006"))) {
			t.Fatalf("%q is of %v", path, d)
		}
		if year, month := dateInName(path); year != 0 && (year < 1900 || year > 2099) || month < 0 || month > 12 || year == 0 && month != 0 {
			t.Fatalf("%q is of %d-%d", path, year, month)
		}
		if d := w3cDay(path); !d.IsZero() && d.Format(time.DateOnly) != path[:len(time.DateOnly)] {
			t.Fatalf("%q is %v", path, d)
		}
	})
}
