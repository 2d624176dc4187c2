package transport

import (
	"bytes"
	"context"
	"crypto/sha256"
	"crypto/tls"
	"encoding/hex"
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"syscall"

	"golang.org/x/net/html"
	"golang.org/x/net/publicsuffix"
)

// What an answer shows of the network. Any other mark is one that a network in the way would show for several hosts alike.
const (
	noMark      = ""             // nothing
	asHosts     = "as hosts do"  // the host itself has answered
	loginWanted = "login wanted" // 511 (RFC 6585, 6), which only a network says
	noName      = "no such name" // what a name server without network may say of all
	noWay       = "no way"       // no name server answers, or no route leads there
	robotsPath  = "/robots.txt"  // of RFC 9309, 2.3
	markedBytes = 256 << 10      // of a page are compared
)

// markOf says what an answer, or the lack of one, shows of the network. The body of an answer that has a mark is read and closed, since its host would wait
// for that while others are asked, and stands anew in the answer.
func (p *portal) markOf(r *http.Request, resp *http.Response, err error) string {
	switch {
	case err != nil:
		return failureMark(err)
	case resp.StatusCode == http.StatusNetworkAuthenticationRequired:
		reopen(resp)
		return loginWanted
	case r.URL.Path != robotsPath:
		return noMark
	case resp.StatusCode >= 500, resp.StatusCode == http.StatusTooManyRequests, resp.StatusCode == http.StatusRequestTimeout:
		return noMark
	case resp.StatusCode == http.StatusNotModified, resp.StatusCode >= 400:
		return asHosts
	case resp.StatusCode >= 300:
		return p.redirectMark(r, resp)
	}
	body := reopen(resp)
	if !isPage(body) {
		return asHosts
	}
	return "page " + likeness(body, r.URL.Hostname())
}

// reopen reads a body, which is in memory, closes it, and lets it be read again.
func reopen(resp *http.Response) []byte {
	body, _ := io.ReadAll(resp.Body) //nolint:errcheck // it has been read before, by capped
	resp.Body.Close()
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return body
}

// failureMark is what an error shows: for whom a certificate is that is not the host's, that a name is unknown, or that there is no way.
func failureMark(err error) string {
	if c := wrongCertificate(err); c != nil {
		if len(c.UnverifiedCertificates) == 0 {
			return noMark
		}
		return "certificate " + digest(c.UnverifiedCertificates[0].Raw)
	}
	var name *net.DNSError
	switch {
	case errors.Is(err, context.Canceled):
		return noMark
	case errors.As(err, &name) && name.IsNotFound:
		return noName
	case name != nil, errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.ENETDOWN):
		return noWay
	}
	return noMark
}

func wrongCertificate(err error) (c *tls.CertificateVerificationError) {
	errors.As(err, &c)
	return c
}

// redirectMark is where a robots.txt leads, without the query, in which a login page is told where one wanted to go. To the same site, or to another's
// robots.txt, hosts lead by themselves.
func (p *portal) redirectMark(r *http.Request, resp *http.Response) string {
	to, err := resp.Location()
	if err != nil || p.related(to.Hostname(), r.URL.Hostname()) || strings.HasSuffix(to.Path, robotsPath) {
		return noMark
	}
	reopen(resp)
	p.mu.Lock()
	p.asked[siteKey(to)] = true
	p.mu.Unlock()
	return "to " + HostPort(to) + to.Path
}

// related reports whether two hosts are of one site, or of one owner as far as Options.Kin knows.
func (p *portal) related(a, b string) bool {
	return registrable(a) == registrable(b) || p.kin != nil && p.kin(a, b)
}

// registrable is the part of a name that somebody has registered: lab.example of www.lab.example. An IP address is its own.
func registrable(host string) string {
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	if _, err := netip.ParseAddr(host); err == nil {
		return host
	}
	if site, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return site
	}
	return host
}

// isPage reports whether a body is HTML, whatever its type is said to be.
func isPage(body []byte) bool {
	return strings.HasPrefix(http.DetectContentType(body), "text/html")
}

// likeness is the same for pages that differ by the name of the host, numbers, attributes and scripts alone: in these a login page has who asks, and when.
func likeness(body []byte, host string) string {
	body = bytes.ReplaceAll(body[:min(len(body), markedBytes)], []byte(host), nil)
	var all strings.Builder
	hidden := false
	for z := html.NewTokenizer(bytes.NewReader(body)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return digest([]byte(all.String()))
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			hidden = string(name) == "script" || string(name) == "style"
			all.WriteString("<" + string(name))
		case html.EndTagToken:
			hidden = false
		case html.TextToken:
			if !hidden {
				all.WriteString(strings.Map(withoutFigures, string(z.Text())))
			}
		}
	}
}

// withoutFigures drops digits and white space.
func withoutFigures(r rune) rune {
	if r >= '0' && r <= '9' || r <= ' ' {
		return -1
	}
	return r
}

func digest(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}
