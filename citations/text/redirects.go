package text

import (
	"net/url"
	"strings"
)

// Google Docs and Outlook write links as addresses of their own that lead on: google.com/url?q=…, safelinks.protection.outlook.com/?url=…. The one
// that a person linked is in them.

// straight is the address that a link leads on to, or the link itself.
func straight(address string) string {
	if strings.HasPrefix(address, "/web/") {
		return archived(address)
	}
	if !strings.Contains(address, "google.") && !strings.Contains(address, "safelinks.") && !strings.Contains(address, "l.facebook.") {
		return address
	}
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	host, to := strings.ToLower(u.Hostname()), ""
	switch q := u.Query(); {
	case u.Path == "/url" && (strings.HasPrefix(host, "www.google.") || host == "google.com"):
		if to = q.Get("q"); to == "" {
			to = q.Get("url")
		}
	case strings.HasSuffix(host, ".safelinks.protection.outlook.com"):
		to = q.Get("url")
	case host == "l.facebook.com" && u.Path == "/l.php":
		to = q.Get("u")
	}
	if strings.HasPrefix(to, "https://") || strings.HasPrefix(to, "http://") {
		return to
	}
	return address
}

// archived is the address in a link of a page that the Wayback Machine saved, which is given below its own: "/web/20090505120000/http://news.example/1".
func archived(address string) string {
	stamp, to, ok := strings.Cut(address[len("/web/"):], "/")
	if digits := strings.TrimRight(stamp, "abcdefghijklmnopqrstuvwxyz_"); !ok || len(digits) < 4 || strings.Trim(digits, "0123456789") != "" {
		return address
	}
	if strings.HasPrefix(to, "https://") || strings.HasPrefix(to, "http://") {
		return to
	}
	return address
}

// straighten makes links lead where they were meant to.
func (t *Text) straighten() {
	for i := range t.Links {
		t.Links[i].URL = straight(t.Links[i].URL)
	}
}
