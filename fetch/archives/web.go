package archives

import (
	"context"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/gocolly/colly/v2"

	"example.org/verify/fetch"
	"example.org/verify/fetch/cache"
	"example.org/verify/fetch/transport"
)

// This is the only file that imports colly, and what colly does unasked is undone here: it reads settings from the environment, keeps
// cookies, a cache without validators and a list of visited pages, cuts a long body in silence, unpacks without bound, converts bodies by
// a charset that may lie, and has limits and robots.txt of its own. All of that is the transport's.

// Web asks for pages.
type Web struct {
	transport http.RoundTripper
	heavy     sync.Map      // addresses of queries that were too much for an archive in this run
	reading   chan struct{} // has room for those who read pages: one that is read takes many times its size
}

// NewWeb asks through a transport that holds the policy.
func NewWeb(t http.RoundTripper) *Web {
	return &Web{transport: t, reading: make(chan struct{}, runtime.GOMAXPROCS(0))}
}

// read runs f when it is its turn: as many pages are read at a time as there are processors.
func (w *Web) read(f func()) {
	w.reading <- struct{}{}
	defer func() { <-w.reading }()
	f()
}

// Answer is what came of one address, redirects followed.
type Answer struct {
	fetch.Page
	Header http.Header
	Links  []Link // of the page, in its order, if they were asked for
}

// Link is a link of a page.
type Link struct{ Address, Text string }

// maxLinks is how many links of a page are looked at.
const maxLinks = 2000

// Get asks for a page. Each request of it is put down in the log. Any status is an answer.
func (w *Web) Get(ctx context.Context, address string, log *Log) (*Answer, error) {
	return w.visit(ctx, address, nil, log, nil)
}

// GetAt asks a TimeGate for the copy of a page that is nearest to a time (RFC 7089, 2.1.1).
func (w *Web) GetAt(ctx context.Context, address string, at time.Time, log *Log) (*Answer, error) {
	return w.visit(ctx, address, http.Header{"Accept-Datetime": {at.UTC().Format(http.TimeFormat)}}, log, nil)
}

// GetLinks asks for a page and lists its links. base is the address that they are relative to, "" for the page's own.
func (w *Web) GetLinks(ctx context.Context, address, base string, log *Log) (*Answer, error) {
	var links []Link
	a, err := w.visit(ctx, address, nil, log, func(c *colly.Collector) {
		c.OnHTML("a[href]", func(e *colly.HTMLElement) {
			if to := absolute(e, base); to != "" && len(links) < maxLinks {
				links = append(links, Link{to, strings.Join(strings.Fields(e.Text), " ")})
			}
		})
	})
	if a != nil {
		a.Links = links
	}
	return a, err
}

func absolute(e *colly.HTMLElement, base string) string {
	if base == "" {
		return e.Request.AbsoluteURL(e.Attr("href"))
	}
	from, err := url.Parse(base)
	if err != nil {
		return ""
	}
	to, err := from.Parse(strings.TrimSpace(e.Attr("href")))
	if err != nil || to.Host == "" {
		return ""
	}
	to.Fragment = ""
	return to.String()
}

func (w *Web) visit(ctx context.Context, address string, header http.Header, log *Log, prepare func(*colly.Collector)) (*Answer, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		err := fmt.Errorf("%s: %w: it is no web address", address, transport.ErrAddress)
		log.refused(address, err)
		return nil, err
	}
	u.Fragment, u.RawFragment = "", ""
	hops := &hopper{next: w.transport, log: log}
	c := newCollector(ctx, hops)
	var a *Answer
	c.OnResponse(func(r *colly.Response) {
		a = &Answer{Page: fetch.Page{Asked: address, Final: r.Request.URL.String(), Status: r.StatusCode, Body: r.Body, Type: r.Headers.Get(declaredType)}, Header: *r.Headers}
		a.At, _ = time.Parse(time.RFC3339, r.Headers.Get(cache.At)) // zero where no cache says
	})
	if prepare != nil {
		prepare(c)
	}
	if err := plainly(u, c.Request(http.MethodGet, u.String(), nil, nil, header)); err != nil && a == nil {
		if hops.none || len(log.Attempts) == 0 {
			log.refused(address, err)
		} else {
			log.outcome(log.last(), errorState(err))
		}
		return nil, err
	}
	if a == nil {
		return nil, fmt.Errorf("%s: no answer", address)
	}
	a.SHA256 = sum(a.Body)
	return a, nil
}

// plainly names the address once: the client has put it before the error, with all of its query.
func plainly(u *url.URL, err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		err = wrapped.Err
	}
	if err == nil || strings.HasPrefix(err.Error(), "http") {
		return err
	}
	return fmt.Errorf("%s: %w", transport.Short(u), err)
}

// newCollector is a colly that does nothing but send requests through t and read their answers.
func newCollector(ctx context.Context, t http.RoundTripper) *colly.Collector {
	c := colly.NewCollector()
	c.Context = ctx
	c.CacheDir, c.CacheExpiration = "", 0
	c.AllowedDomains, c.DisallowedDomains, c.URLFilters, c.DisallowedURLFilters = nil, nil, nil, nil
	c.Async, c.CheckHead, c.DetectCharset, c.TraceHTTP = false, false, false, false
	c.MaxDepth, c.MaxRequests, c.MaxBodySize = 0, 0, 0
	c.AllowURLRevisit, c.IgnoreRobotsTxt, c.ParseHTTPErrorResponse = true, true, true
	c.DisableCookies()
	c.SetRequestTimeout(0) // a wait for the host's turn is no time of the request
	c.WithTransport(t)
	c.SetRedirectHandler(transport.CheckRedirect)
	return c
}

// declaredType is where the media type stands as the server declared it. colly is shown it without a charset: it would convert the body.
const declaredType = "Verify-Content-Type"

// hopper puts each request of a redirect chain down in the log.
type hopper struct {
	next http.RoundTripper
	log  *Log
	none bool // the last request was refused or had no answer, and is not in the log
}

// RoundTrip sends the request.
func (h *hopper) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := h.next.RoundTrip(r)
	if h.none = err != nil; h.none {
		return nil, err
	}
	at, _ := time.Parse(time.RFC3339, resp.Header.Get(cache.At))
	h.log.add(fetch.Attempt{At: at, URL: r.URL.String(), Status: resp.StatusCode, Outcome: string(statusState(resp.StatusCode))})
	declared := resp.Header.Get("Content-Type")
	resp.Header.Set(declaredType, declared)
	if kind, _, err := mime.ParseMediaType(declared); err == nil {
		resp.Header.Set("Content-Type", kind)
	} else {
		resp.Header.Set("Content-Type", "application/octet-stream")
	}
	return resp, nil
}
