package outlets

import (
	"strings"

	"golang.org/x/net/publicsuffix"
)

// ByDomain returns the outlet that publishes under a host name or an address, nil if none is known or several are. The longest
// host that an entry has wins: "english.alarabiya.net" is alarabiya.net's unless an entry names the longer host.
func (r *Registry) ByDomain(host string) *Outlet {
	h := hostOf(host)
	if h == "" {
		return nil
	}
	suffix, _ := publicsuffix.PublicSuffix(h)
	var room [96]byte
	for len(h) > len(suffix) {
		if k := r.index.find(append(room[:0], h...)); k != nil {
			if k.n == 1 {
				return r.index.outs[k.outs]
			}
			return nil
		}
		_, rest, ok := strings.Cut(h, ".")
		if !ok {
			return nil
		}
		h = rest
	}
	return nil
}

// hostOf returns the host of an address or of a bare host name, in lower case and without www; "" if s is neither.
func hostOf(s string) string {
	s = strings.TrimSpace(s)
	if _, rest, ok := strings.Cut(s, "://"); ok {
		s = rest
	}
	if i := strings.IndexAny(s, "/?#"); i >= 0 {
		s = s[:i]
	}
	if i := strings.LastIndexByte(s, '@'); i >= 0 {
		s = s[i+1:]
	}
	if i := strings.IndexByte(s, ':'); i >= 0 {
		s = s[:i]
	}
	s = strings.TrimSuffix(s, ".")
	if !looksLikeHost(s) {
		return ""
	}
	s = strings.ToLower(s)
	for _, p := range [...]string{"www.", "www2.", "m."} {
		if rest := strings.TrimPrefix(s, p); rest != s && strings.IndexByte(rest, '.') > 0 {
			return rest
		}
	}
	return s
}

// looksLikeHost reports whether s is written as a host name: labels parted by single dots, no blank, a last label of letters.
func looksLikeHost(s string) bool {
	dot, label := -1, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == '.':
			if label == 0 {
				return false
			}
			dot, label = i, 0
		case c == '-' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80:
			label++
		default:
			return false
		}
	}
	if dot < 0 || label < 2 {
		return false
	}
	for _, c := range []byte(s[dot+1:]) {
		if c >= '0' && c <= '9' || c == '-' && !strings.HasPrefix(s[dot+1:], "xn--") {
			return false
		}
	}
	return true
}
