package archives

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// sitemapEntry is an entry of a sitemap or of an index of sitemaps (sitemaps.org, protocol 0.9; Google's news sitemaps).
type sitemapEntry struct {
	loc       string
	modified  time.Time // zero where it does not say
	published time.Time // of a news sitemap
	title     string
}

// sitemapBytes is how much of one is unpacked: 50 MB, as the protocol allows. sitemapEntries is how many entries one may have by it.
// sitemapToken is the longest tag or text in one.
const (
	sitemapBytes   = 50 << 20
	sitemapEntries = 50_000
	sitemapToken   = 64 << 10
)

// readSitemap hands the entries of a sitemap on, in their order, with whether they are sitemaps themselves. It is read tag by tag as HTML is, which
// forgives more than XML does and keeps no stack of open tags: depth costs nothing. What was read before a fault stands.
func readSitemap(body []byte, each func(e *sitemapEntry, index bool)) error {
	in := io.Reader(bytes.NewReader(body))
	if bytes.HasPrefix(body, []byte{0x1F, 0x8B}) {
		z, err := gzip.NewReader(in)
		if err != nil {
			return err
		}
		in = z
	}
	z := html.NewTokenizer(io.LimitReader(in, sitemapBytes))
	z.SetMaxBuf(sitemapToken)
	z.AllowCDATA(true)
	r := sitemapReader{each: each}
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return err
			}
			return nil
		}
		if err := r.token(kind, z); err != nil {
			return err
		}
	}
}

// sitemapReader is one sitemap on its way through.
type sitemapReader struct {
	each  func(e *sitemapEntry, index bool)
	entry sitemapEntry
	field string // the tag that is open
	index bool
	n     int
}

func (r *sitemapReader) token(kind html.TokenType, z *html.Tokenizer) error {
	switch kind {
	case html.TextToken:
		r.entry.set(r.field, z.Text())
		return nil
	case html.StartTagToken, html.EndTagToken:
	default:
		return nil
	}
	name, _ := z.TagName()
	local := string(name[bytes.LastIndexByte(name, ':')+1:])
	if kind == html.StartTagToken {
		r.field = local
		r.index = r.index || local == "sitemapindex"
		if local == "url" || local == "sitemap" {
			r.entry = sitemapEntry{}
		}
		return nil
	}
	if r.field = ""; local != "url" && local != "sitemap" || r.entry.loc == "" {
		return nil
	}
	r.each(&r.entry, r.index)
	r.entry = sitemapEntry{}
	if r.n++; r.n == sitemapEntries {
		return fmt.Errorf("it has more than %d entries", sitemapEntries)
	}
	return nil
}

// set takes the text of a field. An image's or video's own <loc> has another namespace, whose prefix is not looked at: the first counts.
func (e *sitemapEntry) set(field string, text []byte) {
	const longest = 4096
	value := strings.TrimSpace(string(text[:min(len(text), longest)]))
	switch {
	case value == "":
	case field == "loc" && e.loc == "":
		e.loc = value
	case field == "title" && e.title == "":
		e.title = value
	case field == "lastmod":
		e.modified = w3cDay(value)
	case field == "publication_date":
		e.published = w3cDay(value)
	}
}

// w3cDay is the day of a date in the W3C's format, as it stands there, zero if it has none.
func w3cDay(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s[:min(len(s), len(time.DateOnly))])
	if err != nil {
		return time.Time{}
	}
	return t
}
