package archives

import (
	"context"
	"net/url"
	"path"
	"strings"

	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
)

// A server that has a page for every address shows it for one that nobody has made, too. A page that does not carry its claim is therefore
// compared with what such a sibling shows: robustify.js and heritrix3 do so (archives.md, B8), for any page; here it costs a request a
// folder, and only where a page is doubted already.

// alike is from which share of common shingles two pages are the same: what differs is a date, an address that is named, an advertisement.
const alike = 0.8

// sibling is an address in the folder of another that nobody has made: its name is made of the folder, so that a second question about it is
// answered by what is kept. ok is false for a home page, which has none.
func sibling(address string) (made string, ok bool) {
	u, err := url.Parse(address)
	if err != nil || root(u.Path) {
		return "", false
	}
	folder, name := path.Split(strings.TrimSuffix(u.Path, "/"))
	end := path.Ext(name)
	if strings.HasSuffix(u.Path, "/") {
		end = "/"
	}
	if len(end) > 6 {
		end = ""
	}
	s := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: folder}
	s.Path += "verify-" + sum([]byte(s.String()))[:16] + end
	return s.String(), true
}

// shownForAll reports whether the server shows the same page for an address that nobody has made. Where that cannot be asked the page is
// taken for what it is.
func (s *search) shownForAll(ctx context.Context, a *Answer) bool {
	made, ok := sibling(a.Asked)
	if final, err := url.Parse(a.Final); !ok || err != nil || root(final.Path) {
		return false
	}
	b, err := s.Web.Get(ctx, made, s.log)
	switch {
	case err != nil || statusState(b.Status) != fetch.Alive:
		return false
	case b.Final == a.Final && a.Final != a.Asked:
		return true
	}
	other, err := Read(b, s.options(b.Final))
	if err != nil {
		return false
	}
	return share(a.Read.Title+"\n"+a.Read.Text(), other.Title+"\n"+other.Text()) >= alike
}

// share is how many of the shingles of two texts are common, of all that they have; texts with fewer than three words are compared as they are.
func share(a, b string) float64 {
	x, y := shingles(a), shingles(b)
	common := 0
	for s := range x {
		if y[s] {
			common++
		}
	}
	return float64(common) / float64(max(len(x)+len(y)-common, 1))
}

func shingles(text string) map[string]bool {
	words := strings.Fields(strings.ToLower(text))
	all := map[string]bool{}
	for i := 0; i+3 <= len(words); i++ {
		all[strings.Join(words[i:i+3], " ")] = true
	}
	if len(all) == 0 {
		all[strings.Join(words, " ")] = true
	}
	return all
}

// doubted reports whether a page is worth the request: it was met, and does not carry its claim.
func doubted(state fetch.State, r *support.Result) bool {
	return (state == fetch.Alive || state == fetch.Moved || state == fetch.OtherDay) && (r.Verdict == support.Unrelated || r.Verdict == support.OtherLanguage)
}
