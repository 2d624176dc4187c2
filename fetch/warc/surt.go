package warc

import (
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// Key is an address as indexes sort it (SURT): the host's labels from the last to the first, without www, then the path and the query,
// all in lower case, the parts of the query sorted. What is no web address stays as it is.
func Key(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return target(address)
	}
	key := hostKey(strings.ToLower(u.Hostname()))
	if port := u.Port(); port != "" && (u.Scheme != "http" || port != "80") && (u.Scheme != "https" || port != "443") {
		key += ":" + port
	}
	path := strings.ToLower(u.EscapedPath())
	if path != "/" {
		path = strings.TrimSuffix(path, "/")
	}
	key += ")" + path
	if path == "" {
		key += "/"
	}
	if u.RawQuery != "" {
		parts := strings.Split(strings.ToLower(u.RawQuery), "&")
		slices.Sort(parts)
		key += "?" + strings.Join(parts, "&")
	}
	return target(key)
}

// hostKey turns the labels of a name; an address in figures of version 4 too, as the reader warcio does it.
func hostKey(host string) string {
	if at, err := netip.ParseAddr(host); err == nil && at.Is6() {
		return "[" + host + "]"
	}
	labels := strings.Split(stripWWW(host), ".")
	slices.Reverse(labels)
	return strings.Join(labels, ",")
}

// stripWWW takes www., www1. and the like away.
func stripWWW(host string) string {
	first, rest, ok := strings.Cut(host, ".")
	if number, www := strings.CutPrefix(first, "www"); ok && www && strings.Trim(number, "0123456789") == "" && strings.Contains(rest, ".") {
		return rest
	}
	return host
}
