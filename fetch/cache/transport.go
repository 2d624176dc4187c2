package cache

import (
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

	"example.org/verify/fetch/transport"
)

// At is the header of an answer that says when it was got, as RFC 3339.
const At = "Verify-At"

// Transport answers from a Store what is fresh there, and asks Next for the rest. Several questions for one address at a time are one.
type Transport struct {
	Store   *Store
	Next    http.RoundTripper
	Now     func() time.Time
	Offline bool                                     // answers from the Store alone, fresh or not, and asks nobody
	Forever func(*http.Request, *http.Response) bool // an answer that never expires; nil for none
	Least   time.Duration                            // for so long at least an answer is fresh, whatever it says of itself; 0 takes its word

	mu   sync.Mutex
	busy map[string]*turn
}

// turn lets one question at a time through for an address.
type turn struct {
	mu    sync.Mutex
	users int
}

// RoundTrip answers a GET. What the Store cannot keep is an error: a run that repeats its questions would be no run that can be cut off.
func (t *Transport) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Method != http.MethodGet && r.Method != "" {
		return nil, fmt.Errorf("%s %s: only GET is asked", r.Method, transport.Short(r.URL))
	}
	key := keyOf(r)
	defer t.enter(key)()
	e, err := t.Store.get(r.Context(), key)
	switch {
	case err != nil:
		return nil, err
	case e != nil && (t.Offline || e.standsAt(t.Now(), t.Least)):
		return e.response(r), nil
	case t.Offline:
		return t.replay(r, key)
	}
	return t.ask(r, key, e)
}

// Failure is a request that had no answer, with the time of it. Its text and its kind are the same when it is replayed.
type Failure struct {
	At   time.Time
	what string
	kind error
}

// Error is the reason.
func (f *Failure) Error() string { return f.what }

// Unwrap is one of the errors of package transport, or what the network said; nil where a replayed one was neither.
func (f *Failure) Unwrap() error { return f.kind }

// replay answers offline for what is not kept: with what was met the last time, if that failed.
func (t *Transport) replay(r *http.Request, key string) (*http.Response, error) {
	met, err := t.Store.Failures(r.Context(), key)
	if err != nil {
		return nil, err
	}
	if len(met) == 0 {
		return nil, fmt.Errorf("%s: %w; without --offline it is asked for", transport.Short(r.URL), ErrOffline)
	}
	last := met[len(met)-1]
	if last.Status == 0 {
		return nil, &Failure{last.At, last.Why, transport.KindOf(last.Why)}
	}
	return (&entry{status: last.Status, stored: last.At, checked: last.At}).response(r), nil
}

// timeKey stands between an address and the time that it is asked for, where that is part of the question (RFC 7089, 2.1.1). An address
// that is asked has no fragment.
const timeKey = "#accept-datetime="

// keyOf is what an answer is kept under: the address, and the time that an archive is asked for.
func keyOf(r *http.Request) string {
	if at := r.Header.Get("Accept-Datetime"); at != "" {
		return r.URL.String() + timeKey + url.QueryEscape(at)
	}
	return r.URL.String()
}

// address is the address in a key.
func address(key string) string {
	before, _, _ := strings.Cut(key, timeKey)
	return before
}

// enter waits until nobody else asks for the address.
func (t *Transport) enter(key string) (leave func()) {
	t.mu.Lock()
	if t.busy == nil {
		t.busy = map[string]*turn{}
	}
	one := t.busy[key]
	if one == nil {
		one = &turn{}
		t.busy[key] = one
	}
	one.users++
	t.mu.Unlock()
	one.mu.Lock()
	return func() {
		one.mu.Unlock()
		t.mu.Lock()
		defer t.mu.Unlock()
		if one.users--; one.users == 0 {
			delete(t.busy, key)
		}
	}
}

// ask asks for what is not kept, or whether what is kept still stands. What came is written down even if the run has been ended meanwhile.
func (t *Transport) ask(r *http.Request, key string, old *entry) (*http.Response, error) {
	if err := t.Store.Lost(); err != nil {
		return nil, err
	}
	resp, err := t.Next.RoundTrip(conditional(r, old))
	ctx := context.WithoutCancel(r.Context())
	if err != nil {
		if r.Context().Err() != nil || errors.Is(err, transport.ErrBudget) || errors.Is(err, transport.ErrUnkept) || transport.Ends(err) {
			return nil, err
		}
		failed := &Failure{t.Now(), err.Error(), err}
		if err := t.Store.fail(ctx, key, Attempt{At: failed.At, Why: failed.what}); err != nil {
			return nil, errors.Join(failed, err)
		}
		return nil, failed
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNotModified && old != nil {
		return t.confirm(ctx, r, key, old, resp)
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", transport.Short(r.URL), err)
	}
	now := t.Now()
	e := &entry{status: resp.StatusCode, header: lasting(resp.Header), body: body, stored: now, checked: now, fresh: until(r, resp.StatusCode, resp.Header, now),
		request: sent(resp), peer: resp.Header.Get(transport.Peer)}
	if t.Forever != nil && t.Forever(r, resp) {
		e.fresh = never
	}
	if resp.StatusCode >= 400 {
		failed := Attempt{At: now, Status: resp.StatusCode, Why: "status " + strconv.Itoa(resp.StatusCode)}
		if resp.StatusCode == http.StatusTooManyRequests {
			failed.Silent = transport.SilentUntil(resp, now)
		}
		err = t.Store.fail(ctx, key, failed)
	}
	if err == nil && keeps(resp.StatusCode) {
		err = t.Store.put(ctx, key, e)
	}
	if err != nil {
		return nil, err
	}
	return e.response(r), nil
}

// confirm takes a kept answer for good again. Its own header stays as it came; what the 304 says of its age counts.
func (t *Transport) confirm(ctx context.Context, r *http.Request, key string, old *entry, resp *http.Response) (*http.Response, error) {
	old.confirmed, old.checked = lasting(resp.Header), t.Now()
	now := old.header.Clone()
	for _, name := range []string{"Cache-Control", "Expires", "Date", "Last-Modified", "Age"} {
		if v := resp.Header.Values(name); len(v) > 0 {
			now[name] = v
		}
	}
	old.fresh = until(r, old.status, now, old.checked)
	if err := t.Store.put(ctx, key, old); err != nil {
		return nil, err
	}
	return old.response(r), nil
}

// until is freshUntil, but for robots.txt, which is kept no longer than a day (RFC 9309, 2.4).
func until(r *http.Request, status int, h http.Header, now time.Time) time.Time {
	fresh := freshUntil(status, h, now)
	if day := now.Add(24 * time.Hour); r.URL.Path == "/robots.txt" && fresh.After(day) {
		return day
	}
	return fresh
}

// conditional adds the validators of what is kept.
func conditional(r *http.Request, old *entry) *http.Request {
	if old == nil || old.status != http.StatusOK {
		return r
	}
	r = r.Clone(r.Context())
	if v := old.header.Get("Etag"); v != "" {
		r.Header.Set("If-None-Match", v)
	}
	if v := old.header.Get("Last-Modified"); v != "" {
		r.Header.Set("If-Modified-Since", v)
	}
	return r
}

// lasting leaves out what belongs to a connection or a visitor, and what only this program may say.
func lasting(h http.Header) http.Header {
	h = h.Clone()
	for _, name := range []string{"Connection", "Keep-Alive", "Set-Cookie", "Transfer-Encoding", "Content-Encoding", "Content-Length", At, transport.Peer} {
		h.Del(name)
	}
	return h
}

// sent is the header of the request as it went out, which is not the one that was handed in.
func sent(resp *http.Response) http.Header {
	if resp.Request == nil {
		return http.Header{}
	}
	return resp.Request.Header.Clone()
}
