package transport

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/netip"
	"strings"
	"time"
)

// Limits bound one request. A zero field is the default's.
type Limits struct {
	Connect     time.Duration // to connect, and again for TLS: 10 s
	Header      time.Duration // from the request to the end of the answer's header: 20 s
	Total       time.Duration // for all of it: 60 s
	HeaderBytes int64         // of the answer's header: 256 KiB
	Packed      int64         // bytes of the body as they come: 8 MiB
	Unpacked    int64         // bytes of the body once decompressed: 16 MiB
}

// DefaultLimits are what Limits says. Pages of more than 16 MiB are not read by fetch/page either.
var DefaultLimits = Limits{10 * time.Second, 20 * time.Second, time.Minute, 256 << 10, 8 << 20, 16 << 20}

func (l Limits) orDefault() Limits {
	d := DefaultLimits
	return Limits{or(l.Connect, d.Connect), or(l.Header, d.Header), or(l.Total, d.Total), or(l.HeaderBytes, d.HeaderBytes), or(l.Packed, d.Packed), or(l.Unpacked, d.Unpacked)}
}

func or[T comparable](v, otherwise T) T {
	var zero T
	if v == zero {
		return otherwise
	}
	return v
}

// MaxRedirects is how many redirects are followed.
const MaxRedirects = 10

// CheckRedirect is for an http.Client: it follows MaxRedirects, and none that comes back to where it was.
func CheckRedirect(r *http.Request, via []*http.Request) error {
	for _, v := range via {
		if v.URL.String() == r.URL.String() {
			return refuse(r.URL, ErrRedirect, "it leads in a circle")
		}
	}
	if len(via) > MaxRedirects {
		return refuse(r.URL, ErrRedirect, fmt.Sprintf("more than %d", MaxRedirects))
	}
	return nil
}

// capped reads the whole body, unpacks it and stops at the first byte too many: an answer is whole or an error, never cut in silence.
type capped struct {
	next   http.RoundTripper
	limits Limits
}

// Peer is the header of an answer that says which IP address gave it; whatever the server says under that name is lost.
const Peer = "Verify-Peer"

// Unpacked is the header of an answer that says how it was packed when it came. The name is the one that archives use (pywb, warcio).
const Unpacked = "X-Archive-Orig-Content-Encoding"

// RoundTrip sends the request and reads its answer within the limits. The time of the whole is real time, whatever clock the others have.
func (t *capped) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(r.Context(), t.limits.Total)
	defer cancel()
	var peer string
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(c httptrace.GotConnInfo) { peer = hostOf(c.Conn.RemoteAddr()) }})
	r = r.Clone(ctx)
	r.Header.Set("Accept-Encoding", "gzip")
	resp, err := t.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := t.read(resp)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", Short(r.URL), err)
	}
	resp.Header.Set(Peer, peer)
	for _, name := range []string{"Content-Encoding", "Content-Length", "Transfer-Encoding"} {
		if v := resp.Header.Get(name); v != "" && name == "Content-Encoding" {
			resp.Header.Set(Unpacked, v)
		}
		resp.Header.Del(name)
	}
	resp.Body, resp.ContentLength, resp.Uncompressed = io.NopCloser(bytes.NewReader(body)), int64(len(body)), true
	return resp, nil
}

// hostOf is the IP address of the other side of a connection.
func hostOf(a net.Addr) string {
	at, err := netip.ParseAddrPort(a.String())
	if err != nil {
		return ""
	}
	return at.Addr().Unmap().String()
}

func (t *capped) read(resp *http.Response) ([]byte, error) {
	packed := &bounded{r: resp.Body, left: t.limits.Packed, limit: t.limits.Packed}
	switch coding := strings.ToLower(strings.TrimSpace(resp.Header.Get("Content-Encoding"))); coding {
	case "", "identity":
		return io.ReadAll(packed)
	case "gzip", "x-gzip":
		return t.unpack(packed)
	default:
		return nil, fmt.Errorf("%w: it is packed as %q, which was not asked for", ErrEncoding, coding)
	}
}

func (t *capped) unpack(packed io.Reader) ([]byte, error) {
	z, err := gzip.NewReader(packed)
	if errors.Is(err, io.EOF) {
		return nil, nil // an empty body, as that of a redirect
	}
	if err == nil {
		var body []byte
		if body, err = io.ReadAll(&bounded{r: z, left: t.limits.Unpacked, limit: t.limits.Unpacked}); err == nil {
			return body, nil
		}
	}
	if errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) {
		return nil, fmt.Errorf("%w: %w", ErrEncoding, err)
	}
	return nil, err
}

// bounded reads no more than left bytes; one more is an error.
type bounded struct {
	r           io.Reader
	left, limit int64
}

// Read reads from r as long as the limit allows.
func (b *bounded) Read(p []byte) (int, error) {
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.r.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, fmt.Errorf("%w: more than %d bytes", ErrTooLarge, b.limit)
	}
	return n, err
}
