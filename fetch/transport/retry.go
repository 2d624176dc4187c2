package transport

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// backoff is how long is waited before each further try.
var backoff = []time.Duration{time.Second, 4 * time.Second}

// patience is the longest Retry-After that is waited for; after a longer one the answer stands.
const patience = 30 * time.Second

// retrier asks again where the network failed or the server did (5xx), never after a refusal of ours, and after a 429 once, if it says how long
// to wait and that is bearable.
type retrier struct {
	next  http.RoundTripper
	clock Clock
}

// RoundTrip sends the request up to three times. All requests are GETs without a body.
func (t *retrier) RoundTrip(r *http.Request) (*http.Response, error) {
	for try := 0; ; try++ {
		resp, err := t.next.RoundTrip(r)
		if try == len(backoff) || !again(r.Context(), resp, err) {
			return resp, err
		}
		wait := backoff[try]
		if err == nil {
			wait = max(wait, retryAfter(resp, t.clock.Now()))
		}
		if wait > patience || err == nil && resp.StatusCode == http.StatusTooManyRequests && (try > 0 || retryAfter(resp, t.clock.Now()) == 0) {
			return resp, err
		}
		if err == nil {
			resp.Body.Close() // of an answer that nobody sees: its host is asked again
		}
		if err := t.clock.Sleep(r.Context(), wait); err != nil {
			return nil, err
		}
	}
}

// again reports whether another try may go better.
func again(ctx context.Context, resp *http.Response, err error) bool {
	if err == nil {
		return resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= 500 && resp.StatusCode != http.StatusNotImplemented && resp.StatusCode != http.StatusNetworkAuthenticationRequired && resp.StatusCode != http.StatusHTTPVersionNotSupported
	}
	if ctx.Err() != nil || wrongCertificate(err) != nil {
		return false
	}
	for _, final := range []error{ErrAddress, ErrGuard, ErrStopped, ErrBudget, ErrUnkept, ErrTooLarge, ErrEncoding, context.DeadlineExceeded} {
		if errors.Is(err, final) {
			return false
		}
	}
	var slow net.Error
	if errors.As(err, &slow) && slow.Timeout() {
		return false // a server that slow is not asked thrice
	}
	var name *net.DNSError
	return !errors.As(err, &name) || !name.IsNotFound
}

// retryAfter is how long an answer asks to wait, 0 if it does not say.
func retryAfter(resp *http.Response, now time.Time) time.Duration {
	v := strings.TrimSpace(resp.Header.Get("Retry-After"))
	if seconds, err := strconv.Atoi(v); err == nil {
		return time.Duration(min(max(seconds, 0), 7*24*3600)) * time.Second
	}
	if at, err := http.ParseTime(v); err == nil {
		return max(at.Sub(now), 0)
	}
	return 0
}
