package archives

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
)

// raw answers with bytes of its own making, and closes the connection.
func raw(w http.ResponseWriter, answer string) {
	c, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	defer c.Close()
	io.WriteString(c, answer)
}

// bomb is some zeros, packed: the same gzip member again and again, which unpacks as one.
func bomb(megabytes int) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(make([]byte, 1<<20))
	z.Close()
	return bytes.Repeat(b.Bytes(), megabytes)
}

// hostile has a page for each way of hurting who asks for it.
func hostile() http.HandlerFunc {
	small := bomb(64)
	good := articlePage(stories[0].title, stories[0].day, stories[0].text)
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		switch r.URL.Path {
		case "/robots.txt":
			http.NotFound(w, r)
		case "/bomb":
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(small)
		case "/endless":
			for {
				if _, err := w.Write(make([]byte, 1<<16)); err != nil {
					return
				}
			}
		case "/trickle":
			for range 100 {
				io.WriteString(w, "<p>")
				w.(http.Flusher).Flush()
				select {
				case <-time.After(100 * time.Millisecond):
				case <-r.Context().Done():
					return
				}
			}
		case "/slow-header":
			select {
			case <-r.Context().Done():
			case <-time.After(10 * time.Second):
			}
		case "/long-header":
			w.Header().Set("X-Long", strings.Repeat("x", 1<<20))
		case "/circle":
			http.Redirect(w, r, "/circle2", http.StatusFound)
		case "/circle2":
			http.Redirect(w, r, "/circle", http.StatusFound)
		case "/longer":
			http.Redirect(w, r, "/longer?"+r.URL.RawQuery+"x", http.StatusFound)
		case "/metadata":
			http.Redirect(w, r, "http://169.254.169.254/latest/meta-data/", http.StatusFound)
		case "/loopback":
			http.Redirect(w, r, "http://127.0.0.1:22/", http.StatusFound)
		case "/mapped":
			http.Redirect(w, r, "http://[::ffff:127.0.0.1]/", http.StatusFound)
		case "/name":
			http.Redirect(w, r, "http://localhost/", http.StatusFound)
		case "/file":
			raw(w, "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n")
		case "/credentials":
			raw(w, "HTTP/1.1 302 Found\r\nLocation: http://user:secret@"+r.Host+"/good\r\nContent-Length: 0\r\n\r\n")
		case "/nowhere":
			raw(w, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")
		case "/no-location":
			raw(w, "HTTP/1.1 302 Found\r\nLocation: http://%zz/\r\nContent-Length: 0\r\n\r\n")
		case "/no-http":
			raw(w, "SSH-2.0-OpenSSH_9.2\r\n")
		case "/short":
			raw(w, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10000\r\n\r\n<p>Port workers")
		case "/split":
			raw(w, "HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>HTTP/1.1 200 OK\r\n\r\n")
		case "/chunks":
			raw(w, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx")
		case "/continue":
			raw(w, strings.Repeat("HTTP/1.1 100 Continue\r\n\r\n", 1000))
		case "/not-gzip":
			w.Header().Set("Content-Encoding", "gzip")
			io.WriteString(w, "this is no gzip at all")
		case "/brotli":
			w.Header().Set("Content-Encoding", "br")
			io.WriteString(w, "plain")
		case "/nested":
			io.WriteString(w, strings.Repeat("<div>", 10<<20/5/2))
		case "/charset":
			w.Header().Set("Content-Type", "text/html; charset=utf-7")
			io.WriteString(w, "+ADw-script+AD4-"+good)
		case "/binary":
			w.Write(bytes.Repeat([]byte{0, 1, 2, 0xff, 0xfe}, 20_000))
		case "/title":
			io.WriteString(w, strings.Replace(good, "<title>", "<title>\x1b[2J\u202e<script>alert(1)</script>", 1))
		case "/picture":
			w.Header().Set("Content-Type", "image/png")
			io.WriteString(w, good)
		case "/pdf":
			w.Header().Set("Content-Type", "application/pdf")
			io.WriteString(w, "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 1 0 R>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF")
		case "/cookie":
			http.SetCookie(w, &http.Cookie{Name: "id", Value: "1"})
			http.Redirect(w, r, "/cookie2", http.StatusFound)
		case "/cookie2":
			if r.Header.Get("Cookie") != "" || r.Header.Get("Referer") != "" {
				http.NotFound(w, r)
				return
			}
			io.WriteString(w, good)
		case "/good":
			io.WriteString(w, good)
		default:
			http.NotFound(w, r)
		}
	}
}

// TestHostilePeers holds that no server stops a run or learns what it should not, and that each is put down for what it is. Caps are those of the test: a second for the header, two for all.
func TestHostilePeers(t *testing.T) {
	w := newWorld(t, hostile(), none)
	w.Resolvers = []Resolver{Given{}}
	want := map[string]struct {
		state   fetch.State
		verdict support.Verdict
	}{
		"/bomb": {fetch.Unreadable, support.Blocked}, "/endless": {fetch.Unreadable, support.Blocked}, "/trickle": {fetch.Unreachable, support.Unreachable},
		"/slow-header": {fetch.Unreachable, support.Unreachable}, "/long-header": {fetch.Unreachable, support.Unreachable}, "/circle": {fetch.Unreachable, support.Unreachable},
		"/longer": {fetch.Unreachable, support.Unreachable}, "/metadata": {fetch.NotTried, support.NotSought}, "/loopback": {fetch.NotTried, support.NotSought},
		"/mapped": {fetch.NotTried, support.NotSought}, "/name": {fetch.NotTried, support.NotSought}, "/file": {fetch.NotTried, support.NotSought},
		"/credentials": {fetch.NotTried, support.NotSought}, "/nowhere": {fetch.Unreadable, support.Blocked}, "/no-location": {fetch.Unreachable, support.Unreachable},
		"/no-http": {fetch.Unreachable, support.Unreachable}, "/short": {fetch.Unreachable, support.Unreachable}, "/split": {fetch.Alive, support.Blocked},
		"/chunks": {fetch.Unreachable, support.Unreachable}, "/continue": {fetch.Unreachable, support.Unreachable}, "/not-gzip": {fetch.Unreadable, support.Blocked},
		"/brotli": {fetch.Unreadable, support.Blocked}, "/nested": {fetch.Alive, support.Blocked}, "/charset": {fetch.Alive, support.Supported},
		"/binary": {fetch.Alive, ""}, "/title": {fetch.Alive, support.Supported}, "/picture": {fetch.Unreadable, support.Blocked}, "/pdf": {fetch.Unreadable, support.Blocked},
		"/cookie": {fetch.Moved, support.Supported}, "/good": {fetch.Alive, support.Supported},
	}
	var qs []Question
	var paths []string
	for path := range want {
		qs, paths = append(qs, w.question(strike, "2024-05-14", path)), append(paths, path)
	}
	all := w.All(context.Background(), qs, func(*fetch.Evidence) {})
	for i, path := range paths {
		ev, c := &all[i], want[path]
		met := ev.Met.Outcome
		if met == "" {
			met = ev.Attempts[len(ev.Attempts)-1].Outcome
		}
		if ev.Verdict != c.verdict && c.verdict != "" || ev.Why == "" || met != string(c.state) {
			t.Errorf("%s: %s (%s), %+v; want %s, %s", path, ev.Verdict, ev.Why, ev.Attempts, c.state, c.verdict)
		}
		if said := fmt.Sprintf("%+v", ev); strings.Contains(said, "secret") {
			t.Errorf("%s: the evidence tells a password: %s", path, said)
		}
	}
}

// TestReplay holds that an offline run says the same as the one before it, word for word and attempt for attempt, also of what failed.
func TestReplay(t *testing.T) {
	once := map[string]bool{}
	site := states(once)
	w := newWorld(t, func(rw http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/bomb", "/short", "/metadata", "/no-http", "/slow-header":
			hostile()(rw, r)
		default:
			site(rw, r)
		}
	}, none)
	var qs []Question
	for _, path := range []string{"/good", "/other-day", "/moved", "/front", "/soft", "/parked", "/404", "/403", "/paywalled", "/503", "/circle", "/private/x", "/bomb", "/short", "/metadata", "/no-http", "/slow-header"} {
		qs = append(qs, w.question(strike, "2024-05-14", path))
	}
	qs = append(qs, w.question(strike, "2024-05-14", "")) // by all resolvers
	before := w.All(context.Background(), qs, func(*fetch.Evidence) {})
	n := len(w.asked)
	w.rebuild(t)
	w.cache.Offline = true
	after := w.All(context.Background(), qs, func(*fetch.Evidence) {})
	for i := range qs {
		if x, y := fmt.Sprintf("%+v", before[i]), fmt.Sprintf("%+v", after[i]); x != y {
			t.Errorf("%s:\n%s\n%s", qs[i].Address, x, y)
		}
	}
	if len(w.asked) != n {
		t.Errorf("%d requests offline", len(w.asked)-n)
	}
}

// TestHostileArchives holds that an archive's index and an outlet's API may answer anything.
func TestHostileArchives(t *testing.T) {
	for name, answer := range map[string]string{
		"junk rows": `[["original","timestamp"],["mailto:x","20240514000000"],["http://u:p@e.example/a-b-c-d","20240514000000"],["::","20240514000000"],["http://e.example/x","99999999999999"],[],["x"],["http://e.example/2024/05/14/a-b-c-d-e/","20240514000000"]]`,
		"no lists":  `{"a":1}`, "numbers": `[[1,2],[3,4]]`, "deep": strings.Repeat("[", 1<<20), "resume for ever": `[["original","timestamp"],[],["again"]]`, "words": "error: slow down", "null": "null",
	} {
		answering := func(rw http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/robots.txt" {
				http.NotFound(rw, r)
				return
			}
			rw.Header().Set("Content-Type", "application/json")
			rw.Header().Set("X-WP-TotalPages", "1000000")
			io.WriteString(rw, answer)
		}
		w := newWorld(t, answering, answering)
		q := w.question(strike, "2024-05-14", "")
		if ev := w.One(context.Background(), &q); ev.Verdict == support.Supported || len(w.asked) > 60 {
			t.Errorf("%s: %s, %d requests", name, ev.Verdict, len(w.asked))
		}
	}
}
