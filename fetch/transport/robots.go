package transport

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
)

// robotsBytes is how much of a robots.txt is read: RFC 9309, 2.5, asks for 500 KiB at least.
const robotsBytes = 512 << 10

// robotsDelay is the longest Crawl-delay that is waited for between two requests; RFC 9309 knows none.
const robotsDelay = 30 * time.Second

// robots sends no request that a host's robots.txt forbids; since each hop of a redirect passes through here, targets are asked for too.
// The file is read once a host and run.
type robots struct {
	next   http.RoundTripper
	files  http.RoundTripper
	client *http.Client // over files, with redirects
	ignore map[string]bool
	gate   *gate

	mu    sync.Mutex
	known map[string]*robotsFile
}

// robotsFile is what one host says. Who holds read's lock reads it.
type robotsFile struct {
	mu    sync.Mutex
	done  bool
	group *robotstxt.Group // nil forbids nothing
	err   error            // why it could not be read
}

// RoundTrip sends the request if robots.txt lets it.
func (t *robots) RoundTrip(r *http.Request) (*http.Response, error) {
	if t.ignore[strings.ToLower(r.URL.Hostname())] || r.URL.Path == robotsPath {
		return t.next.RoundTrip(r)
	}
	group, err := t.group(r.Context(), r.URL)
	if err != nil {
		return nil, err
	}
	if !allowed(group, r.URL) {
		return nil, refuse(r.URL, ErrRobots, "the desk may write the host into [fetch] ignore_robots")
	}
	return t.next.RoundTrip(r)
}

// allowed asks for the path as it is sent and as it reads: the library does not hold the two for equal.
func allowed(g *robotstxt.Group, u *url.URL) bool {
	if g == nil {
		return true
	}
	raw, plain := u.EscapedPath(), u.Path
	if raw == "" {
		raw, plain = "/", "/"
	}
	if u.RawQuery != "" {
		raw, plain = raw+"?"+u.RawQuery, plain+"?"+u.RawQuery
	}
	return g.Test(raw) && (raw == plain || g.Test(plain))
}

// group gives the rules of a host, reading them if they are not known. What was not read because the run ended or its budget did is not
// remembered.
func (t *robots) group(ctx context.Context, u *url.URL) (*robotstxt.Group, error) {
	t.mu.Lock()
	key := u.Scheme + "://" + HostPort(u)
	f := t.known[key]
	if f == nil {
		f = &robotsFile{}
		t.known[key] = f
	}
	t.mu.Unlock()
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.done {
		return f.group, f.err
	}
	group, err := t.read(ctx, u)
	if err != nil && (ctx.Err() != nil || errors.Is(err, ErrBudget)) {
		return nil, err
	}
	f.done, f.group, f.err = true, group, err
	if group != nil && group.CrawlDelay > 0 {
		t.gate.slow(u, min(group.CrawlDelay, robotsDelay))
	}
	return group, err
}

// read asks for the file. 4xx is no rules; what fails, and 5xx, lets nothing through (RFC 9309, 2.3.1).
func (t *robots) read(ctx context.Context, u *url.URL) (*robotstxt.Group, error) {
	at := robotsOf(u)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return nil, err
	}
	resp, err := t.client.Do(r)
	if err != nil {
		return nil, unread(err)
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode == http.StatusTooManyRequests:
		return nil, refuse(at, ErrStopped, "it answered 429 for robots.txt")
	case resp.StatusCode >= 500:
		return nil, refuse(at, ErrNoRobots, "status "+strconv.Itoa(resp.StatusCode))
	case resp.StatusCode != http.StatusOK:
		return nil, nil
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, robotsBytes))
	if err != nil {
		return nil, unread(err)
	}
	return parseRobots(body), nil
}

// unread says that robots.txt is why a page is not asked, unless the reason is one of ours that says more.
func unread(err error) error {
	for _, own := range []error{ErrAddress, ErrGuard, ErrStopped, ErrBudget, ErrUnkept, ErrPortal, ErrUnconnected, ErrCertificate, ErrNetwork, context.Canceled} {
		if errors.Is(err, own) {
			return err
		}
	}
	return fmt.Errorf("%w: %w", ErrNoRobots, err)
}

// parseRobots reads the rules for us, nil for none. A file that cannot be read at all, such as a page of HTML, has none.
func parseRobots(body []byte) *robotstxt.Group {
	data, err := robotstxt.FromBytes(withoutOddDelays(body))
	if err != nil {
		return nil
	}
	return data.FindGroup(Agent)
}

// withoutOddDelays takes out each Crawl-delay that is no number: the library takes it for an error of the whole file.
func withoutOddDelays(body []byte) []byte {
	lines := bytes.Split(body, []byte("\n"))
	kept := lines[:0]
	for _, line := range lines {
		name, value, _ := strings.Cut(strings.TrimSpace(string(line)), ":")
		if strings.EqualFold(strings.TrimSpace(name), "crawl-delay") {
			value, _, _ = strings.Cut(value, "#")
			if d, err := strconv.ParseFloat(strings.TrimSpace(value), 64); err != nil || d < 0 || d > 1e6 {
				continue
			}
		}
		kept = append(kept, line)
	}
	return bytes.Join(kept, []byte("\n"))
}

// robotsHops follows five redirects of a robots.txt, as RFC 9309, 2.3.1.2, asks.
func robotsHops(r *http.Request, via []*http.Request) error {
	if len(via) > 5 {
		return refuse(r.URL, ErrRedirect, "more than 5 for robots.txt")
	}
	return nil
}
