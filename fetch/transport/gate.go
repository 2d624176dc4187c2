package transport

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// Pace is the pause of a part of a host, by the beginning of the path: an archive counts its index and its copies apart.
type Pace struct {
	Prefix string
	Pause  time.Duration
}

// gate lets one request at a time through to each host, with a pause after each, and none to a host that has asked for silence.
type gate struct {
	o  Options
	mu sync.Mutex
	// The queues by host:port, with the prefix of a Pace behind it; the rest by host:port alone.
	queues map[string]*queue
	silent map[string]time.Time
	hushed map[string]int           // how often a host has answered 429
	delays map[string]time.Duration // of robots.txt
}

// queue is one host, or part of one: who holds its token may ask.
type queue struct {
	token chan struct{}
	next  time.Time // when it may be asked again; read and written by the holder of the token
}

func newGate(o Options) *gate {
	g := &gate{o: o, queues: map[string]*queue{}, silent: map[string]time.Time{}, hushed: map[string]int{}, delays: map[string]time.Duration{}}
	maps.Copy(g.silent, o.Silent)
	return g
}

// of gives the queue and the pause of an address.
func (g *gate) of(u *url.URL) (*queue, time.Duration) {
	g.mu.Lock()
	defer g.mu.Unlock()
	key, pause := g.pace(u)
	q := g.queues[key]
	if q == nil {
		q = &queue{token: make(chan struct{}, 1)}
		g.queues[key] = q
	}
	return q, pause
}

// pace is called with the lock held.
func (g *gate) pace(u *url.URL) (key string, pause time.Duration) {
	key, pause = HostPort(u), g.o.Pause
	if g.o.Allow[key] {
		pause = g.o.Quick
	}
	pause = max(pause, g.delays[key])
	for _, p := range g.o.Paces[key] {
		if strings.HasPrefix(u.Path, p.Prefix) {
			return key + p.Prefix, max(p.Pause, g.delays[key])
		}
	}
	return key, pause
}

// slow lengthens the pause of a host.
func (g *gate) slow(u *url.URL, d time.Duration) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.delays[HostPort(u)] = d
}

// tolerance is after how many 429 the silence of a host is at least a minute, whatever it says: it would keep us waiting for nothing.
const tolerance = 3

// hush lets nothing more through to a host until then.
func (g *gate) hush(u *url.URL, until time.Time) {
	g.mu.Lock()
	defer g.mu.Unlock()
	host := HostPort(u)
	if g.hushed[host]++; g.hushed[host] >= tolerance && until.Before(g.o.Clock.Now().Add(silence)) {
		until = g.o.Clock.Now().Add(silence)
	}
	if until.After(g.silent[host]) {
		g.silent[host] = until
	}
}

// quiet is how long a host is to be left alone; longer than patience is an error.
func (g *gate) quiet(u *url.URL) (time.Duration, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	until := g.silent[HostPort(u)]
	left := until.Sub(g.o.Clock.Now())
	if left > patience {
		return 0, refuse(u, ErrStopped, fmt.Sprintf("it answered 429; ask again after %s", until.UTC().Format(time.RFC3339)))
	}
	return left, nil
}

// enter waits for the turn of a request. The caller leaves with what it gives.
func (g *gate) enter(ctx context.Context, u *url.URL) (leave func(), err error) {
	q, pause := g.of(u)
	select {
	case q.token <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	left, err := g.quiet(u)
	if err == nil {
		err = g.o.Clock.Sleep(ctx, max(left, q.next.Sub(g.o.Clock.Now())))
	}
	if err != nil {
		<-q.token
		return nil, err
	}
	return func() {
		q.next = g.o.Clock.Now().Add(pause)
		<-q.token
	}, nil
}

// gated sends each request when its turn has come. The turn is over when the answer's body is closed: who keeps answers has kept this one by then, so that a
// run that is killed repeats no more than one request to a host.
type gated struct {
	next http.RoundTripper
	gate *gate
}

// RoundTrip waits for the host's turn. A 429 silences the host for as long as it says, a minute if it does not, at most a day.
func (t *gated) RoundTrip(r *http.Request) (*http.Response, error) {
	leave, err := t.gate.enter(r.Context(), r.URL)
	if err != nil {
		return nil, err
	}
	resp, err := t.next.RoundTrip(r)
	if err != nil {
		leave()
		return nil, err
	}
	if resp.StatusCode == http.StatusTooManyRequests {
		t.gate.hush(r.URL, SilentUntil(resp, t.gate.o.Clock.Now()))
	}
	resp.Body = &held{ReadCloser: resp.Body, leave: sync.OnceFunc(leave)}
	return resp, nil
}

// held is the body of an answer whose host is asked nothing more until it is closed.
type held struct {
	io.ReadCloser
	leave func()
}

// Close closes the body and lets the next request through.
func (h *held) Close() error {
	defer h.leave()
	return h.ReadCloser.Close()
}

// SilentUntil is how long a host is not asked again after a 429 that came at now.
func SilentUntil(resp *http.Response, now time.Time) time.Time {
	asked := retryAfter(resp, now)
	if asked == 0 {
		asked = silence
	}
	return now.Add(min(asked, 24*time.Hour))
}

// silence follows a 429 that does not say how long: the Internet Archive blocks who asks on for a minute (archives.md, B2).
const silence = time.Minute
