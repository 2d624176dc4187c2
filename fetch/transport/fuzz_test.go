package transport

import (
	"net/url"
	"testing"
)

// Whatever a host calls its rules, the same file gives the same answer for the same path, and taking the odd delays out twice takes nothing more.
func FuzzRobots(f *testing.F) {
	for _, file := range []string{
		"User-agent: *\nDisallow: /private/\nAllow: /private/x$\nCrawl-delay: 2\n", "User-agent: verify\nDisallow: /*.pdf\n\nUser-agent: *\nDisallow:",
		"Crawl-delay: ten\nCrawl-delay: 1e999\nCrawl-delay: -1 # x\nUser-agent:*", "<html><p>no rules</p>", "\ufeffUser-agent: *\r\nDisallow: /%70\r\n", "Disallow: /\nSitemap: x",
	} {
		f.Add([]byte(file), "/private/x?y=1")
		f.Add([]byte(file), "/%70rivate/ä.pdf")
	}
	f.Fuzz(func(t *testing.T, body []byte, address string) {
		u, err := url.Parse(address)
		if err != nil || len(body) > robotsBytes {
			return
		}
		once := withoutOddDelays(append([]byte(nil), body...))
		if twice := withoutOddDelays(append([]byte(nil), once...)); string(twice) != string(once) {
			t.Fatalf("%q, then %q", once, twice)
		}
		g := parseRobots(append([]byte(nil), body...))
		if allowed(g, u) != allowed(parseRobots(append([]byte(nil), body...)), u) {
			t.Fatalf("%q: two answers for %s", body, u)
		}
		if g == nil && !allowed(g, u) {
			t.Fatal("no rules forbid something")
		}
		if g != nil && g.CrawlDelay < 0 {
			t.Fatalf("a delay of %v", g.CrawlDelay)
		}
	})
}
