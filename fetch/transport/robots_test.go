package transport

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func mustParse(t *testing.T, address string) *url.URL {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestRobots(t *testing.T) {
	file, status := "", 200
	var asked atomic.Int32
	b := newBench(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			asked.Add(1)
			w.WriteHeader(status)
			io.WriteString(w, file)
		case "/out":
			http.Redirect(w, r, "/private/x", http.StatusFound)
		}
	}, nil)
	fresh := func() {
		tr, err := New(Options{Clock: b.clock, Contact: "x", Allow: map[string]bool{b.host(): true}, Budget: b.budget})
		if err != nil {
			t.Fatal(err)
		}
		b.client.Transport = tr
		asked.Store(0)
	}
	private := "User-agent: *\nDisallow: /private/\n"
	for _, c := range []struct {
		name, file string
		status     int
		path       string
		want       error
	}{
		{"allowed", private, 200, "/a", nil},
		{"forbidden", private, 200, "/private/x", ErrRobots},
		{"a redirect's target", private, 200, "/out", ErrRobots},
		{"escaped", private, 200, "/%70rivate/x", ErrRobots},
		{"ours is another's", "User-agent: other\nDisallow: /\n", 200, "/a", nil},
		{"ours by name", "User-agent: verify\nDisallow: /a\n\nUser-agent: *\nDisallow:\n", 200, "/a", ErrRobots},
		{"an odd delay", "User-agent: *\nCrawl-delay: ten\nDisallow: /private/\n", 200, "/private/x", ErrRobots},
		{"longest wins", "User-agent: *\nDisallow: /private/\nAllow: /private/x\n", 200, "/private/x", nil},
		{"none", "not found", 404, "/private/x", nil},
		{"kept back", "no", 403, "/private/x", nil},
		{"broken", "no", 500, "/a", ErrNoRobots},
		{"busy", "no", 429, "/a", ErrStopped},
		{"a page", "<!DOCTYPE html><html><body>hello</body></html>", 200, "/a", nil},
		{"endless", private + strings.Repeat("# x\n", 1<<19), 200, "/private/x", ErrRobots},
	} {
		file, status = c.file, c.status
		fresh()
		for range 2 {
			if _, _, err := b.get(c.path); !errors.Is(err, c.want) {
				t.Errorf("%s: %v, want %v", c.name, err, c.want)
			}
		}
		if c.status != 500 && asked.Load() != 1 {
			t.Errorf("%s: robots.txt was asked %d times", c.name, asked.Load())
		}
		b.clock.now = b.clock.now.Add(time.Hour)
	}
}

func TestCrawlDelay(t *testing.T) {
	b := newBench(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			fmt.Fprint(w, "User-agent: *\nCrawl-delay: 5\n")
		}
	}, func(o *Options) { o.IgnoreRobots = nil })
	for range 3 {
		b.get("/")
	}
	if n := len(b.clock.slept); n != 2 || b.clock.slept[0] != 5*time.Second {
		t.Errorf("slept %v, want 5 s twice", b.clock.slept)
	}
}
