package text

import "testing"

func TestStraight(t *testing.T) {
	for in, want := range map[string]string{
		"https://www.google.com/url?q=https://www.reuters.com/a%3Fb%3D1&sa=D&source=docs":                   "https://www.reuters.com/a?b=1",
		"https://www.google.de/url?sa=t&url=https%3A%2F%2Ftaz.de%2Fx":                                       "https://taz.de/x",
		"https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.bbc.com%2Fnews&data=05%7C01": "https://www.bbc.com/news",
		"https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa&h=AT0":                                "https://example.org/a",
		"/web/20090505120000/http://news.example/1":                                                         "http://news.example/1",
		"/web/20090505im_/https://news.example/1":                                                           "https://news.example/1",
		"/web/guides/http://news.example/1":                                                                 "/web/guides/http://news.example/1",
		"https://www.google.com/search?q=https://example.org":                                               "https://www.google.com/search?q=https://example.org",
		"https://www.google.com/url?q=javascript:alert(1)":                                                  "https://www.google.com/url?q=javascript:alert(1)",
		"https://example.org/url?q=https://other.org":                                                       "https://example.org/url?q=https://other.org",
		"https://safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fwww.bbc.com":              "https://safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fwww.bbc.com",
	} {
		if got := straight(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}
