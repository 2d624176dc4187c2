package transport

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// still is a clock that does not wait: what sleeps moves it on.
type still struct {
	mu    sync.Mutex
	now   time.Time
	slept []time.Duration
}

func newStill() *still { return &still{now: time.Date(2018, 5, 18, 12, 0, 0, 0, time.UTC)} }

func (c *still) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *still) Sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if d > 0 {
		c.now, c.slept = c.now.Add(d), append(c.slept, d)
	}
	return ctx.Err()
}

// bench is a server on loopback and a client over the policy that may reach it.
type bench struct {
	*httptest.Server
	clock  *still
	client *http.Client
	budget *Budget
}

func newBench(t *testing.T, h http.HandlerFunc, change func(*Options)) *bench {
	t.Helper()
	b := &bench{Server: httptest.NewServer(h), clock: newStill(), budget: NewBudget(-1)}
	t.Cleanup(b.Close)
	o := Options{Clock: b.clock, Contact: "desk@example.org", Version: "1", Allow: map[string]bool{b.host(): true}, Budget: b.budget,
		IgnoreRobots: map[string]bool{"127.0.0.1": true}}
	_, b.client = opened(t, o, change)
	return b
}

// opened is a Transport with a client over it, until the test ends. change may be nil.
func opened(t *testing.T, o Options, change func(*Options)) (*Transport, *http.Client) {
	t.Helper()
	if change != nil {
		change(&o)
	}
	tr, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tr.Close)
	return tr, &http.Client{Transport: tr, CheckRedirect: CheckRedirect}
}

func (b *bench) host() string { return strings.TrimPrefix(b.URL, "http://") }

func (b *bench) get(path string) (status int, body string, err error) {
	if !strings.Contains(path, "://") {
		path = b.URL + path
	}
	resp, err := b.client.Get(path)
	if err != nil {
		return 0, "", err
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	return resp.StatusCode, string(raw), err
}

func TestHeaders(t *testing.T) {
	b := newBench(t, func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "%s|%s|%s", r.UserAgent(), r.Header.Get("Cookie"), r.Header.Get("Referer"))
	}, nil)
	r, _ := http.NewRequest(http.MethodGet, b.URL, nil)
	r.Header.Set("Cookie", "a=b")
	r.Header.Set("Referer", "http://desk.example/secret-draft")
	resp, err := b.client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	raw, _ := io.ReadAll(resp.Body)
	if want := "verify/1 (checks citations of articles; contact: desk@example.org)||"; string(raw) != want {
		t.Errorf("got %q, want %q", raw, want)
	}
}

func TestContactIsWanted(t *testing.T) {
	for _, contact := range []string{"", "a\r\nX: y", "a) (b"} {
		if _, err := New(Options{Contact: contact, Clock: RealClock{}}); err == nil {
			t.Errorf("%q is taken", contact)
		}
	}
}

// TestLoopbackIsShut holds that a server on loopback is not reached unless it is allowed, by figures, by name or by redirect.
func TestLoopbackIsShut(t *testing.T) {
	var hits atomic.Int32
	b := newBench(t, func(http.ResponseWriter, *http.Request) { hits.Add(1) }, func(o *Options) { o.Allow = nil })
	port := b.host()[strings.LastIndex(b.host(), ":"):]
	for _, address := range []string{b.URL, "http://localhost" + port, "http://[::1]" + port, "http://127.0.0.1/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest/meta-data/"} {
		if _, _, err := b.get(address); !errors.Is(err, ErrGuard) && !errors.Is(err, ErrAddress) {
			t.Errorf("%s: %v, want it refused", address, err)
		}
	}
	if hits.Load() != 0 {
		t.Errorf("the server saw %d requests", hits.Load())
	}
}

func TestRedirectToPrivate(t *testing.T) {
	var to string
	b := newBench(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) }, nil)
	for _, to = range []string{"http://10.0.0.1/", "http://169.254.169.254/", "http://[fe80::1]/", "http://127.0.0.1/", "file:///etc/passwd", "http://u:p@example.org/"} {
		if _, _, err := b.get("/"); !errors.Is(err, ErrGuard) && !errors.Is(err, ErrAddress) {
			t.Errorf("to %s: %v, want it refused", to, err)
		}
	}
	if n := len(b.clock.slept); n > 12 {
		t.Errorf("a refusal was tried again: %v", b.clock.slept)
	}
}

func TestRedirectCircle(t *testing.T) {
	var n atomic.Int32
	b := newBench(t, func(w http.ResponseWriter, r *http.Request) {
		n.Add(1)
		to := map[string]string{"/a": "/b", "/b": "/a"}[r.URL.Path]
		if to == "" {
			to = r.URL.Path + "x"
		}
		http.Redirect(w, r, to, http.StatusMovedPermanently)
	}, nil)
	if _, _, err := b.get("/a"); !errors.Is(err, ErrRedirect) || n.Load() != 2 {
		t.Errorf("circle: %v after %d requests", err, n.Load())
	}
	n.Store(0)
	if _, _, err := b.get("/long"); !errors.Is(err, ErrRedirect) || n.Load() != MaxRedirects+1 {
		t.Errorf("endless: %v after %d requests", err, n.Load())
	}
}

func TestEndlessBody(t *testing.T) {
	b := newBench(t, func(w http.ResponseWriter, r *http.Request) {
		for chunk := bytes.Repeat([]byte("x"), 64<<10); r.Context().Err() == nil; {
			if _, err := w.Write(chunk); err != nil {
				return
			}
		}
	}, func(o *Options) { o.Limits.Packed = 1 << 20 })
	if _, _, err := b.get("/"); !errors.Is(err, ErrTooLarge) {
		t.Errorf("got %v", err)
	}
	if b.budget.Spent() != 1 {
		t.Errorf("it was asked %d times", b.budget.Spent())
	}
}

// TestBodyAtTheLimit holds that a body of just as many bytes as are allowed is whole, packed or not.
func TestBodyAtTheLimit(t *testing.T) {
	b := newBench(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/packed" {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(packed(1000))
			return
		}
		w.Write(make([]byte, 1000))
	}, func(o *Options) { o.Limits.Packed, o.Limits.Unpacked = 1000, 1000 })
	for _, path := range []string{"/", "/packed"} {
		if status, body, err := b.get(path); err != nil || status != 200 || len(body) != 1000 {
			t.Errorf("%s: %d, %d bytes, %v", path, status, len(body), err)
		}
	}
}

func packed(n int) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	for chunk := make([]byte, 1<<20); n > 0; n -= len(chunk) {
		z.Write(chunk[:min(n, len(chunk))])
	}
	z.Close()
	return out.Bytes()
}

func TestGzipBomb(t *testing.T) {
	bomb := bytes.Repeat(packed(1<<20), 200)
	b := newBench(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", map[string]string{"/br": "br", "/twice": "gzip, gzip"}[r.URL.Path])
		if w.Header().Get("Content-Encoding") == "" {
			w.Header().Set("Content-Encoding", "gzip")
		}
		if r.URL.Path == "/lie" {
			io.WriteString(w, "no gzip at all")
			return
		}
		w.Write(bomb)
	}, nil)
	if _, _, err := b.get("/"); !errors.Is(err, ErrTooLarge) {
		t.Errorf("bomb of %d bytes: %v", len(bomb), err)
	}
	for _, path := range []string{"/lie", "/br", "/twice"} {
		if _, _, err := b.get(path); !errors.Is(err, ErrEncoding) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestSlow(t *testing.T) {
	hold := make(chan struct{})
	defer close(hold)
	b := newBench(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/body" {
			io.WriteString(w, "begun")
			w.(http.Flusher).Flush()
		}
		select {
		case <-hold:
		case <-r.Context().Done():
		}
	}, func(o *Options) { o.Limits.Header, o.Limits.Total = 100*time.Millisecond, 300*time.Millisecond })
	for _, path := range []string{"/header", "/body"} {
		if _, _, err := b.get(path); err == nil { // without the caps it would wait for ever
			t.Errorf("%s: no error", path)
		}
	}
	if b.budget.Spent() != 2 {
		t.Errorf("a slow server was asked %d times, want 2", b.budget.Spent())
	}
}

func TestLongHeader(t *testing.T) {
	b := newBench(t, func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("X", strings.Repeat("x", 300<<10)) }, nil)
	if _, _, err := b.get("/"); err == nil {
		t.Error("a header of 300 KiB is taken")
	}
}

func TestTooManyRequests(t *testing.T) {
	var n atomic.Int32
	b := newBench(t, func(w http.ResponseWriter, r *http.Request) {
		if n.Add(1) == 1 {
			w.Header().Set("Retry-After", "120")
			w.WriteHeader(http.StatusTooManyRequests)
		}
	}, nil)
	if status, _, err := b.get("/a"); status != 429 || err != nil {
		t.Errorf("%d, %v", status, err)
	}
	if _, _, err := b.get("/b"); !errors.Is(err, ErrStopped) || n.Load() != 1 {
		t.Errorf("after 429: %v, %d requests; want none", err, n.Load())
	}
	b.clock.Sleep(context.Background(), 2*time.Minute)
	if status, _, err := b.get("/b"); status != 200 || err != nil {
		t.Errorf("after the silence: %d, %v", status, err)
	}
}

// TestShortSilence holds that a host that asks for a few seconds is waited for once, and that one that goes on asking for them is left alone.
func TestShortSilence(t *testing.T) {
	var n atomic.Int32
	b := newBench(t, func(w http.ResponseWriter, r *http.Request) {
		if n.Add(1) == 1 || r.URL.Path != "/once" {
			w.Header().Set("Retry-After", "2")
			w.WriteHeader(http.StatusTooManyRequests)
		}
	}, nil)
	before := b.clock.Now()
	if status, _, err := b.get("/once"); status != 200 || err != nil || n.Load() != 2 || b.clock.Now().Sub(before) < 2*time.Second {
		t.Errorf("%d, %v, %d requests", status, err, n.Load())
	}
	n.Store(1)
	if status, _, err := b.get("/always"); status != 429 || err != nil || n.Load() != 3 {
		t.Errorf("%d, %v, %d requests", status, err, n.Load())
	}
	if _, _, err := b.get("/always"); !errors.Is(err, ErrStopped) || n.Load() != 3 {
		t.Errorf("after three: %v, %d requests", err, n.Load())
	}
}

// TestSilenceOfAnEarlierRun holds that a host that asked for silence is not asked by the next run either.
func TestSilenceOfAnEarlierRun(t *testing.T) {
	b := newBench(t, func(http.ResponseWriter, *http.Request) {}, func(o *Options) {
		for host := range o.Allow {
			o.Silent = map[string]time.Time{host: o.Clock.Now().Add(time.Minute)}
		}
	})
	if _, _, err := b.get("/"); !errors.Is(err, ErrStopped) || b.budget.Spent() != 0 {
		t.Errorf("%v after %d requests", err, b.budget.Spent())
	}
}

func TestRetries(t *testing.T) {
	var n atomic.Int32 // a connection that is cut may still be served when the next one is
	b := newBench(t, func(w http.ResponseWriter, r *http.Request) {
		asked := n.Add(1)
		switch {
		case r.URL.Path == "/never", asked == 1:
			w.Header().Set("Retry-After", map[string]string{"/wait": "7", "/long": "3600"}[r.URL.Path])
			w.WriteHeader(http.StatusServiceUnavailable)
		case asked == 2 && r.URL.Path == "/cut":
			panic(http.ErrAbortHandler)
		}
	}, nil)
	for _, c := range []struct {
		path     string
		status   int
		requests int32
		waited   time.Duration
	}{{"/once", 200, 2, time.Second}, {"/wait", 200, 2, 7 * time.Second}, {"/cut", 200, 3, time.Second}, {"/never", 503, 3, 5 * time.Second}, {"/long", 503, 1, 0}} {
		n.Store(0)
		before := b.clock.Now()
		status, _, err := b.get(c.path)
		if waited := b.clock.Now().Sub(before); status != c.status || err != nil || n.Load() != c.requests || waited < c.waited {
			t.Errorf("%s: %d, %v, %d requests, waited %v; want %+v", c.path, status, err, n.Load(), waited, c)
		}
	}
}

func TestBudget(t *testing.T) {
	b := newBench(t, func(http.ResponseWriter, *http.Request) {}, func(o *Options) { o.Budget = NewBudget(2) })
	for i := range 3 {
		if _, _, err := b.get("/"); errors.Is(err, ErrBudget) != (i == 2) {
			t.Errorf("request %d: %v", i+1, err)
		}
	}
}

// TestGate holds that a host is asked one thing at a time with a pause between, and that hosts do not wait for each other.
func TestGate(t *testing.T) {
	var at, most atomic.Int32
	b := newBench(t, func(http.ResponseWriter, *http.Request) {
		most.Store(max(most.Load(), at.Add(1)))
		time.Sleep(5 * time.Millisecond)
		at.Add(-1)
	}, func(o *Options) { o.Quick = 2 * time.Second })
	before := b.clock.Now()
	var all sync.WaitGroup
	for range 5 {
		all.Go(func() { b.get("/") })
	}
	all.Wait()
	if waited := b.clock.Now().Sub(before); most.Load() != 1 || waited != 8*time.Second {
		t.Errorf("%d at once, waited %v in all; want 1 and 8 s", most.Load(), waited)
	}
}

// TestTurnEndsWithTheBody holds that a host is asked nothing more until who asked has closed the answer, and then at once.
func TestTurnEndsWithTheBody(t *testing.T) {
	var asked atomic.Int32
	b := newBench(t, func(w http.ResponseWriter, _ *http.Request) { // the first try of the first question fails, which holds nobody up
		if asked.Add(1) == 1 {
			w.WriteHeader(http.StatusBadGateway)
		}
	}, nil)
	first, err := b.client.Get(b.URL)
	if err != nil {
		t.Fatal(err)
	}
	hasty, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	r, _ := http.NewRequestWithContext(hasty, http.MethodGet, b.URL, nil)
	if resp, err := b.client.Do(r); err == nil {
		resp.Body.Close()
		t.Error("the host was asked before the answer was closed")
	}
	if err := errors.Join(first.Body.Close(), first.Body.Close()); err != nil || asked.Load() != 2 {
		t.Errorf("%d requests, %v", asked.Load(), err)
	}
	if status, _, err := b.get("/"); status != http.StatusOK || err != nil || asked.Load() != 3 {
		t.Errorf("status %d, %d requests, %v", status, asked.Load(), err)
	}
}

// TestPauseIsKept holds that the quick pause is for hosts that the desk has opened, and for no others.
func TestPauseIsKept(t *testing.T) {
	g := newGate(Options{Clock: newStill(), Pause: DefaultPause, Allow: map[string]bool{"127.0.0.1:80": true},
		Paces: map[string][]Pace{"archive.example:443": {{"/cdx/", 2500 * time.Millisecond}, {"/web/", 125 * time.Millisecond}}}})
	for address, want := range map[string]time.Duration{
		"http://127.0.0.1/": 0, "http://example.org/": time.Second, "https://archive.example/cdx/search": 2500 * time.Millisecond,
		"https://archive.example/web/1": 125 * time.Millisecond, "https://archive.example/": time.Second,
	} {
		if _, pause := g.of(mustParse(t, address)); pause != want {
			t.Errorf("%s: %v, want %v", address, pause, want)
		}
	}
}

func TestCancelled(t *testing.T) {
	b := newBench(t, func(http.ResponseWriter, *http.Request) {}, nil)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r, _ := http.NewRequestWithContext(ctx, http.MethodGet, b.URL, nil)
	if _, err := b.client.Do(r); !errors.Is(err, context.Canceled) || b.budget.Spent() > 1 {
		t.Errorf("%v after %d requests", err, b.budget.Spent())
	}
}
