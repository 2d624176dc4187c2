package transport

import (
	"errors"
	"net"
	"net/netip"
	"net/url"
	"strings"
	"testing"
)

// TestSpecialRanges holds every special-purpose range: its first address, its last, and the neighbours that are not in it.
func TestSpecialRanges(t *testing.T) {
	for _, r := range specialRanges {
		first, last := r.prefix.Masked().Addr(), lastOf(r.prefix)
		for _, a := range []netip.Addr{first, last} {
			if special(a) == "" {
				t.Errorf("%s of %s is let through", a, r.prefix)
			}
			if a.Is4() && special(netip.AddrFrom16(a.As16())) == "" {
				t.Errorf("::ffff:%s of %s is let through", a, r.prefix)
			}
		}
	}
}

func lastOf(p netip.Prefix) netip.Addr {
	b := p.Masked().Addr().AsSlice()
	for i := p.Bits(); i < len(b)*8; i++ {
		b[i/8] |= 1 << (7 - i%8)
	}
	a, _ := netip.AddrFromSlice(b)
	return a
}

// TestRegistries holds the ranges of IANA's two registries of special-purpose addresses that are not globally reachable, and multicast, one by one:
// their ends are refused, alone and in each form of IPv6 that carries an IPv4 address.
func TestRegistries(t *testing.T) {
	for _, p := range []string{
		"0.0.0.0/8", "0.0.0.0/32", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.0.0/29", "192.0.0.8/32",
		"192.0.0.170/32", "192.0.0.171/32", "192.0.2.0/24", "192.88.99.0/24", "192.88.99.2/32", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
		"240.0.0.0/4", "255.255.255.255/32", "224.0.0.0/4",
	} {
		prefix := netip.MustParsePrefix(p)
		for _, a := range []netip.Addr{prefix.Addr(), lastOf(prefix)} {
			v4 := a.As4()
			forms := map[string]netip.Addr{
				"alone": a, "mapped": netip.AddrFrom16(a.As16()), "compatible": carried("::", 12, v4), "translated": carried("::ffff:0:0:0", 12, v4),
				"NAT64": carried("64:ff9b::", 12, v4), "local NAT64": carried("64:ff9b:1::", 12, v4), "6to4": carried("2002::", 2, v4), "Teredo": carried("2001::", 12, v4),
			}
			for form, address := range forms {
				if err := guard("tcp6", net.JoinHostPort(address.String(), "443"), nil); !errors.Is(err, ErrGuard) {
					t.Errorf("%s of %s, %s (%s): %v", a, p, form, address, err)
				}
			}
		}
	}
	for _, p := range []string{
		"::1/128", "::/128", "::ffff:0:0/96", "64:ff9b:1::/48", "100::/64", "100:0:0:1::/64", "2001::/23", "2001::/32", "2001:2::/48", "2001:10::/28", "2001:20::/28", "2001:30::/28",
		"2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
	} {
		prefix := netip.MustParsePrefix(p)
		for _, a := range []netip.Addr{prefix.Addr(), lastOf(prefix)} {
			if p == "::ffff:0:0/96" { // judged by what is carried
				a = netip.MustParseAddr("::ffff:10.0.0.1")
			}
			if err := guard("tcp6", net.JoinHostPort(a.String(), "443"), nil); !errors.Is(err, ErrGuard) {
				t.Errorf("%s of %s: %v", a, p, err)
			}
		}
	}
}

// carried puts an IPv4 address into one of IPv6, at a byte.
func carried(prefix string, at int, v4 [4]byte) netip.Addr {
	b := netip.MustParseAddr(prefix).As16()
	copy(b[at:], v4[:])
	return netip.AddrFrom16(b)
}

func TestGuard(t *testing.T) {
	refused := []string{
		"0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255", "127.0.0.1", "127.255.255.255",
		"168.63.129.16", "169.254.0.1", "169.254.169.254", "169.254.170.2", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.31.196.1",
		"192.52.193.1", "192.88.99.1", "192.168.0.1", "192.168.255.255", "192.175.48.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1",
		"224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
		"::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1",
		"100::1", "100:0:0:1::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::",
		"2620:4f:8000::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%1", "fec0::1", "ff02::1", "4000::1", "1::1", "e000::1",
	}
	for _, a := range refused {
		if err := guard("tcp", net.JoinHostPort(a, "80"), nil); !errors.Is(err, ErrGuard) || strings.Contains(err.Error(), "cannot be read") {
			t.Errorf("%s: %v, want it refused", a, err)
		}
	}
	for _, a := range []string{"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "128.0.0.1", "169.253.0.1", "172.15.255.255", "172.32.0.0",
		"192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "2001:4860::8888", "::ffff:8.8.8.8"} {
		if err := guard("tcp", net.JoinHostPort(a, "443"), nil); err != nil {
			t.Errorf("%s: %v, want it let through", a, err)
		}
	}
	for _, at := range []string{"8.8.8.8:22", "8.8.8.8:8080", "no address", "8.8.8.8"} {
		if err := guard("tcp", at, nil); !errors.Is(err, ErrGuard) {
			t.Errorf("%s: %v, want it refused", at, err)
		}
	}
	if err := guard("udp", "8.8.8.8:443", nil); !errors.Is(err, ErrGuard) {
		t.Errorf("udp: %v", err)
	}
}

func TestCheckURL(t *testing.T) {
	allow := map[string]bool{"127.0.0.1:8091": true, "archive.lan:80": true, "[::1]:8091": true}
	for address, ok := range map[string]bool{
		"http://example.org/": true, "https://example.org:443/x?y": true, "http://127.0.0.1:8091/": true, "http://ARCHIVE.LAN/": true, "http://[::1]:8091/": true,
		"http://8.8.8.8/": true, "ftp://example.org/": false, "file:///etc/passwd": false, "gopher://example.org/": false, "http://user:pw@example.org/": false,
		"http://user@127.0.0.1:8091/": false, "http:///x": false, "http://example.org:22/": false, "http://127.0.0.1:8092/": false, "http://localhost/": false,
		"http://router/": false, "http://metadata.google.internal/": false, "http://a.local./": false, "http://x.localhost/": false, "javascript:alert(1)": false,
		"http://2130706433/": false, "http://0x7f.1:8091/": false,
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		if err := checkURL(u, allow); (err == nil) != ok || err != nil && !errors.Is(err, ErrAddress) {
			t.Errorf("%s: %v, want let through: %v", address, err, ok)
		}
	}
	for _, address := range []string{"http://127.0.0.1/", "http://169.254.169.254/latest/", "https://[::1]/", "http://[::ffff:10.0.0.1]/", "http://[fe80::1%25eth0]/"} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		if err := checkURL(u, allow); !errors.Is(err, ErrGuard) {
			t.Errorf("%s: %v, want it refused before it is counted as a request", address, err)
		}
	}
	u, _ := url.Parse("http://user:secret@example.org/")
	if err := checkURL(u, nil); strings.Contains(err.Error(), "secret") {
		t.Errorf("the error tells the password: %v", err)
	}
}

// TestNameToPrivate holds that the address behind a name counts, not the name: this one is looked up and leads to loopback.
func TestNameToPrivate(t *testing.T) {
	base := newBase(map[string]bool{"other.example:80": true}, DefaultLimits)
	if base.Proxy != nil {
		t.Error("a proxy is taken")
	}
	for _, at := range []string{"localhost:80", "localhost:443", "127.0.0.1:80", "[::1]:80"} {
		if c, err := base.DialContext(t.Context(), "tcp", at); !errors.Is(err, ErrGuard) {
			t.Errorf("%s: %v, %v", at, c, err)
		}
	}
}
