package transport

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"syscall"
	"time"
)

// newBase is the transport that opens connections. It looks at the address that a connection really goes to, after the name was resolved,
// so that neither a redirect nor an answer of the name server leads inside.
func newBase(allow map[string]bool, l Limits) *http.Transport {
	open := &net.Dialer{Timeout: l.Connect, KeepAlive: 15 * time.Second}
	guarded := &net.Dialer{Timeout: l.Connect, KeepAlive: 15 * time.Second, Control: guard}
	return &http.Transport{
		Proxy: nil, // a proxy resolves names itself: the guard would see nothing but the proxy
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			if allow[strings.ToLower(address)] {
				return open.DialContext(ctx, network, address)
			}
			return guarded.DialContext(ctx, network, address)
		},
		TLSHandshakeTimeout:    l.Connect,
		ResponseHeaderTimeout:  l.Header,
		MaxResponseHeaderBytes: l.HeaderBytes,
		DisableCompression:     true, // capped unpacks, and counts
		ForceAttemptHTTP2:      true,
		MaxIdleConnsPerHost:    1,
		IdleConnTimeout:        30 * time.Second,
	}
}

// guard is called with the address that a connection is about to be made to.
func guard(network, address string, _ syscall.RawConn) error {
	if !strings.HasPrefix(network, "tcp") {
		return fmt.Errorf("%w: %s is not asked over %s", ErrGuard, address, network)
	}
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%w: %s cannot be read as an address", ErrGuard, address)
	}
	if at.Port() != 80 && at.Port() != 443 {
		return fmt.Errorf("%w: %s is not on port 80 or 443", ErrGuard, address)
	}
	if special(at.Addr()) != "" {
		return fmt.Errorf("%w: %s", ErrGuard, notPublic(at.Addr()))
	}
	return nil
}

// notPublic says why an address is not public, and what opens it.
func notPublic(a netip.Addr) string {
	return fmt.Sprintf("%s is %s; a server of your own is opened by name, [fetch] allow", a, special(a))
}

// special says what an address is for, "" for one that anybody on the public network may have. One that carries an IPv4 address in it is
// judged by that where the system would connect to it (mapped), and refused where a gateway would (NAT64, 6to4, Teredo).
func special(a netip.Addr) string {
	if !a.IsValid() {
		return "no address"
	}
	if a.Zone() != "" {
		return "bound to an interface"
	}
	a = a.Unmap()
	for i := range specialRanges {
		if specialRanges[i].prefix.Contains(a) {
			return specialRanges[i].what
		}
	}
	if a.Is6() && !globalUnicast.Contains(a) {
		return "outside the public range of IPv6"
	}
	return ""
}

// globalUnicast is all of IPv6 that was given out (RFC 4291, 2.4; IANA, ipv6-address-space).
var globalUnicast = netip.MustParsePrefix("2000::/3")

type specialRange struct {
	prefix netip.Prefix
	what   string
}

// specialRanges are those of IANA's registries of special-purpose addresses (iana-ipv4-special-registry, iana-ipv6-special-registry), of
// multicast, and of the metadata servers that lie outside them; written from memory in November 2026.
var specialRanges = ranges(
	"0.0.0.0/8", "this network",
	"10.0.0.0/8", "private",
	"100.64.0.0/10", "shared by a provider's customers",
	"127.0.0.0/8", "loopback",
	"168.63.129.16/32", "a metadata server",
	"169.254.0.0/16", "link-local, where metadata servers are",
	"172.16.0.0/12", "private",
	"192.0.0.0/24", "for protocols",
	"192.0.2.0/24", "for documentation",
	"192.31.196.0/24", "for AS112",
	"192.52.193.0/24", "for multicast tunnels",
	"192.88.99.0/24", "for 6to4 relays",
	"192.168.0.0/16", "private",
	"192.175.48.0/24", "for AS112",
	"198.18.0.0/15", "for benchmarks",
	"198.51.100.0/24", "for documentation",
	"203.0.113.0/24", "for documentation",
	"224.0.0.0/4", "multicast",
	"240.0.0.0/4", "reserved",
	"::1/128", "loopback",
	"::/128", "no address",
	"::/96", "IPv4 in IPv6",
	"::ffff:0:0:0/96", "IPv4 translated",
	"64:ff9b::/96", "IPv4 through NAT64",
	"64:ff9b:1::/48", "IPv4 through a local NAT64",
	"100::/64", "discarded",
	"100:0:0:1::/64", "a dummy",
	"2001::/23", "for protocols, Teredo among them",
	"2001:db8::/32", "for documentation",
	"2002::/16", "IPv4 through 6to4",
	"2620:4f:8000::/48", "for AS112",
	"3fff::/20", "for documentation",
	"5f00::/16", "for segment routing",
	"fc00::/7", "private",
	"fe80::/10", "link-local",
	"fec0::/10", "site-local",
	"ff00::/8", "multicast",
)

func ranges(pairs ...string) []specialRange {
	all := make([]specialRange, 0, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		all = append(all, specialRange{netip.MustParsePrefix(pairs[i]), pairs[i+1]})
	}
	return all
}
