package archives

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"golang.org/x/net/html/charset"
)

// sitemapEntry is an entry of a sitemap or of an index of sitemaps (sitemaps.org, protocol 0.9; Google's news sitemaps).
type sitemapEntry struct {
	loc       string
	modified  time.Time // zero where it does not say
	published time.Time // of a news sitemap
	title     string
}

// sitemapBytes is how much of one is unpacked: 50 MB, as the protocol allows. sitemapEntries is how many entries one may have by it.
const (
	sitemapBytes   = 50 << 20
	sitemapEntries = 50_000
)

// readSitemap hands the entries of a sitemap on, in their order, with whether they are sitemaps themselves. It keeps one entry at a time and
// no stack of open tags: depth costs nothing. What was read before a fault stands.
func readSitemap(body []byte, each func(e *sitemapEntry, index bool)) error {
	in := io.Reader(bytes.NewReader(body))
	if bytes.HasPrefix(body, []byte{0x1F, 0x8B}) {
		z, err := gzip.NewReader(in)
		if err != nil {
			return err
		}
		in = z
	}
	d := xml.NewDecoder(io.LimitReader(in, sitemapBytes))
	d.Strict = false
	d.CharsetReader = charset.NewReaderLabel
	var e sitemapEntry
	field, index, n := "", false, 0
	for {
		token, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			field = t.Name.Local
			index = index || field == "sitemapindex"
			if field == "url" || field == "sitemap" {
				e = sitemapEntry{}
			}
		case xml.CharData:
			e.set(field, t)
		case xml.EndElement:
			field = ""
			if t.Name.Local != "url" && t.Name.Local != "sitemap" || e.loc == "" {
				continue
			}
			each(&e, index)
			if e, n = (sitemapEntry{}), n+1; n == sitemapEntries {
				return fmt.Errorf("it has more than %d entries", sitemapEntries)
			}
		}
	}
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
