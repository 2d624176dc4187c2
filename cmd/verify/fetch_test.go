package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"example.org/verify/fetch"
	"example.org/verify/fetch/transport"
)

// herald is an outlet on loopback, and a desk that has one article which cites it.
type herald struct {
	*httptest.Server
	served  atomic.Pointer[http.HandlerFunc] // see answer
	hits    atomic.Int32
	robots  string
	dir     string
	article string
}

const heraldPage = `<!DOCTYPE html><html lang="en"><head><title>Port workers end three day strike</title></head><body><article><h1>Port workers end three day strike</h1><time datetime="2024-05-14T08:15:00+02:00">14 May 2024</time><p>Port workers in the harbour ended a three day strike on Tuesday after the transport ministry agreed to pay 1,240 wage claims. Ships resumed unloading at noon.</p></article></body></html>`

func newHerald(t *testing.T) *herald {
	t.Helper()
	h := &herald{dir: t.TempDir()}
	h.answer(h.serve)
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { (*h.served.Load())(w, r) }))
	t.Cleanup(h.Close)
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"} {
		t.Setenv(name, filepath.Join(h.dir, "user", strings.ToLower(name)))
	}
	t.Setenv("VERIFY_LEDGER", "")
	h.article = h.write(t, "desk/article.txt", h.citing())
	return h
}

// answer lets f answer from now on.
func (h *herald) answer(f http.HandlerFunc) { h.served.Store(&f) }

// serve has one article of 14 May 2024, which its WordPress lists.
func (h *herald) serve(w http.ResponseWriter, r *http.Request) {
	h.hits.Add(1)
	switch {
	case r.URL.Path == "/robots.txt":
		fmt.Fprint(w, h.robots)
	case strings.HasPrefix(r.URL.Path, "/wp-json/"):
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("X-WP-TotalPages", "1")
		if strings.HasPrefix(r.URL.Query().Get("before"), "2024-05-16") {
			fmt.Fprintf(w, `[{"date":"2024-05-14T08:15:00","link":"http://%s/2024/05/14/port-workers/","title":{"rendered":"Port workers end three day strike"},"excerpt":{"rendered":""}}]`, r.Host)
			return
		}
		fmt.Fprint(w, "[]")
	case r.URL.Path == "/2024/05/14/port-workers/":
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, heraldPage)
	default:
		http.NotFound(w, r)
	}
}

// citing is an article that cites the one that is there, one that is not, and an address that is gone.
func (h *herald) citing() string {
	return fmt.Sprintf(`THE PORT AT REST

Nadira Tolmayeva

Port workers in the harbour ended a three day strike after the transport ministry agreed to pay 1,240 wage claims (Lab Herald, May 14, 2024).
Rebels shelled the refinery at Zawiya and killed 14 firemen (Lab Herald, May 20, 2024). The council denied it [1].

Notes

[1] "Port workers end strike," Lab Herald, May 14, 2024, %s/2024/05/14/gone/.
`, h.URL)
}

func (h *herald) write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(h.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func (h *herald) outlet() string {
	return fmt.Sprintf("[[outlet]]\nid = \"lab-herald\"\nname = \"Lab Herald\"\nwordpress = %q\n", h.URL)
}

// open is a desk's file that lets the server be reached and no archive be asked.
func (h *herald) open() string {
	return fmt.Sprintf("%s[fetch]\ncontact = \"desk@example.org\"\nwayback = \"none\"\nallow = [%q]\n", h.outlet(), strings.TrimPrefix(h.URL, "http://"))
}

func (h *herald) fetch(t *testing.T, args ...string) (out, errs string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(context.Background(), append([]string{"fetch", "--pause", "0s"}, args...), streams{strings.NewReader(""), &o, &e})
	return o.String(), e.String(), code
}

func TestFetch(t *testing.T) {
	h := newHerald(t)
	config := h.write(t, "trusted.toml", h.open())
	out, errs, code := h.fetch(t, "--config", config, h.article)
	if code != exitDone {
		t.Fatalf("exit code %d, %s", code, errs)
	}
	for _, want := range []string{"Lab Herald, May 14, 2024: supported", h.URL + "/2024/05/14/port-workers/", "dated       2024-05-14, by ", "Lab Herald, May 20, 2024: not found",
		"day archive: the outlet's WordPress has no post", "Wayback Machine, Wayback front page: it is", ": gone", "status 404"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	for _, want := range []string{"3 sources of claims, 3 to be sought on 1 host", "1 supported, 1 not found, 1 gone; 5 requests to 1 host",
		"article.txt a1.k2, Lab Herald, May 20, 2024: day archive: the outlet's WordPress has no post from 2024-05-19 to 2024-05-21"} {
		if !strings.Contains(errs, want) {
			t.Errorf("%q is not in\n%s", want, errs)
		}
	}
	first := h.hits.Load()
	again, _, _ := h.fetch(t, "--config", config, h.article)
	offline, _, _ := h.fetch(t, "--config", config, "--offline", h.article)
	if again != out || offline != out || h.hits.Load() != first {
		t.Errorf("the second run made %d requests; same: %v, %v", h.hits.Load()-first, again == out, offline == out)
	}
	if info, err := os.Stat(filepath.Join(os.Getenv("XDG_DATA_HOME"), "verify", "pages.db")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("pages: %v, %v", info, err)
	}
}

func TestFetchLines(t *testing.T) {
	h := newHerald(t)
	config := h.write(t, "trusted.toml", h.open())
	out, _, _ := h.fetch(t, "--config", config, "--pages", "none", "--format", "json", h.article)
	if n := valid(t, strictSchema(t, "fetch"), "fetch", []byte(out)); n != 3 {
		t.Errorf("%d lines", n)
	}
	var verdicts []string
	for line := range strings.Lines(out) {
		var l struct {
			Schema, Claim, Citation, Verdict, Why string
			Passage                               *string
			Attempts, Resolvers                   []map[string]any
		}
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatal(err)
		}
		if l.Schema != "verify/fetch/1" || l.Why == "" || len(l.Resolvers) == 0 || len(l.Attempts) == 0 || l.Passage != nil && len([]rune(*l.Passage)) > 300 {
			t.Errorf("%s", line)
		}
		verdicts = append(verdicts, l.Claim+" "+l.Verdict)
	}
	if got := strings.Join(verdicts, ", "); got != "a1.c1 supported, a1.c2 not found, a1.c3 gone" {
		t.Errorf("got %s", got)
	}
}

// TestFetchSettingsAreTrusted holds that a file beside the document opens nothing, however it writes the table, and that it does not
// take the place of the user's own.
func TestFetchSettingsAreTrusted(t *testing.T) {
	h := newHerald(t)
	own := "[fetch]\ncontact = \"desk@example.org\"\nwayback = \"none\"\n"
	host := strings.TrimPrefix(h.URL, "http://")
	for _, table := range []string{
		fmt.Sprintf("[fetch]\nallow = [%q]\n", host), fmt.Sprintf("[ fetch ]\nallow = [%q]\n", host), fmt.Sprintf("[\"fetch\"]\nallow = [%q]\n", host),
	} {
		h.write(t, "desk/.verify.toml", h.outlet()+table)
		h.write(t, "user/xdg_config_home/verify/.verify.toml", own)
		out, errs, code := h.fetch(t, "--pages", "none", h.article)
		if h.hits.Load() != 0 || code != exitDone || strings.Contains(out, "supported") || !strings.Contains(errs, "[fetch] is ignored") {
			t.Errorf("%q: %d requests, exit code %d\n%s%s", table, h.hits.Load(), code, out, errs)
		}
	}
	for _, dotted := range []string{fmt.Sprintf("fetch.allow = [%q]\n", host), fmt.Sprintf("fetch = {allow = [%q]}\n", host)} {
		h.write(t, "desk/.verify.toml", dotted+h.outlet())
		if _, errs, _ := h.fetch(t, "--pages", "none", h.article); h.hits.Load() != 0 || !strings.Contains(errs, "[fetch] is ignored") {
			t.Errorf("%q: %d requests\n%s", dotted, h.hits.Load(), errs)
		}
	}
	h.write(t, "user/xdg_config_home/verify/.verify.toml", own+fmt.Sprintf("allow = [%q]\n", host))
	if out, errs, _ := h.fetch(t, "--pages", "none", h.article); h.hits.Load() == 0 || !strings.Contains(out, "supported") {
		t.Errorf("the user's own file opens nothing\n%s%s", out, errs)
	}
}

func TestFetchManners(t *testing.T) {
	h := newHerald(t)
	h.robots = "User-agent: *\nDisallow: /2024/\nDisallow: /wp-json/\n"
	config := h.write(t, "trusted.toml", h.open())
	out, _, _ := h.fetch(t, "--config", config, "--pages", "none", h.article)
	if strings.Contains(out, "not found") || strings.Contains(out, "supported") || strings.Count(out, ": blocked") != 3 || h.hits.Load() != 2 { // robots.txt, and the sitemap, which it does not forbid
		t.Errorf("%d requests\n%s", h.hits.Load(), out)
	}
}

func TestFetchUsage(t *testing.T) {
	h := newHerald(t)
	config := h.write(t, "trusted.toml", h.open())
	proxy := h.write(t, "proxy.toml", "[fetch]\nproxy = \"http://10.0.0.1:3128\"\n")
	port := h.write(t, "port.toml", "[fetch]\nallow = [\"localhost\"]\n")
	wayback := h.write(t, "wayback.toml", "[fetch]\nwayback = \"archive\"\n")
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"--no-config", h.article}, "no contact is given"},
		{[]string{"--config", proxy, h.article}, "proxy is set"},
		{[]string{"--config", port, h.article}, "port.toml:2: allow has \"localhost\""},
		{[]string{"--config", wayback, h.article}, "wayback.toml:2: wayback"},
		{[]string{"--config", config, "--format", "xml", h.article}, "no format"},
		{[]string{"--config", config, "--budget", "-2", h.article}, "--budget -2"},
		{[]string{"--config", config, "--pause", "-1s", h.article}, "--pause"},
		{[]string{}, "no file is named"},
	} {
		if _, errs, code := h.fetch(t, c.args...); code != exitUnable || !strings.Contains(errs, c.want) {
			t.Errorf("%v: exit code %d, %s", c.args, code, errs)
		}
	}
	if _, errs, code := h.fetch(t, "--no-config", "--estimate", h.article); code != exitDone || !strings.Contains(errs, "3 sources") || h.hits.Load() != 0 {
		t.Errorf("exit code %d, %s", code, errs)
	}
	if out, _, code := h.fetch(t, "--config", config, "--pages", "none", "--budget", "1", h.article); code != exitDone || strings.Count(out, "not sought") != 3 || h.hits.Load() != 1 {
		t.Errorf("exit code %d, %d requests\n%s", code, h.hits.Load(), out)
	}
	if _, err := os.Stat(filepath.Join(os.Getenv("XDG_DATA_HOME"), "verify", "pages.db")); err == nil {
		t.Error("a run that asked for no file made one")
	}
}

// TestFetchInterrupted holds that a run that is stopped prints what it has, and that the next repeats nothing.
func TestFetchInterrupted(t *testing.T) {
	h := newHerald(t)
	config := h.write(t, "trusted.toml", h.open())
	ctx, cancel := context.WithCancel(context.Background())
	h.answer(func(w http.ResponseWriter, r *http.Request) {
		h.serve(w, r)
		if strings.HasPrefix(r.URL.Path, "/wp-json/") {
			cancel()
		}
	})
	var out, errs bytes.Buffer
	if code := run(ctx, []string{"fetch", "--pause", "0s", "--config", config, h.article}, streams{strings.NewReader(""), &out, &errs}); code != exitInterrupted {
		t.Errorf("exit code %d, %s", code, errs.String())
	}
	if !strings.Contains(errs.String(), "stopped; what was answered is kept") {
		t.Errorf("nothing is said of how to go on: %s", errs.String())
	}
	before := h.hits.Load()
	if before == 0 || !strings.Contains(out.String(), "not sought") {
		t.Errorf("%d requests\n%s", before, out.String())
	}
	h.answer(h.serve)
	if _, errs, code := h.fetch(t, "--config", config, h.article); code != exitDone || h.hits.Load() > 6 {
		t.Errorf("exit code %d, %d requests in two runs, at most 6 wanted\n%s", code, h.hits.Load(), errs)
	}
}

// TestFetchCutOff holds that a page that was asked for when a signal came has not failed: three failures would make its link a dead one.
func TestFetchCutOff(t *testing.T) {
	h := newHerald(t)
	config := h.write(t, "trusted.toml", h.open())
	ctx, cancel := context.WithCancelCause(t.Context())
	h.answer(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/gone/") {
			cancel(stopped{syscall.SIGINT})
			<-r.Context().Done()
			return
		}
		h.serve(w, r)
	})
	var out, errs bytes.Buffer
	if code := run(ctx, []string{"fetch", "--pause", "0s", "--config", config, h.article}, streams{strings.NewReader(""), &out, &errs}); code != exitInterrupted {
		t.Errorf("exit code %d, %s", code, errs.String())
	}
	if said := out.String() + errs.String(); !strings.Contains(said, "the run was ended before") || strings.Contains(said, "unreachable") || strings.Contains(said, "interrupt") {
		t.Errorf("it is said to have failed:\n%s", said)
	}
	h.answer(h.serve)
	next, said, code := h.fetch(t, "--config", config, "--format", "json", h.article)
	if code != exitDone || !strings.Contains(next, "/gone/") || strings.Contains(next, "unreachable") || strings.Contains(next, "interrupt") {
		t.Errorf("exit code %d: the next run knows of a failure:\n%s%s", code, next, said)
	}
}

// TestFetchExport holds that a run gives a web archive for each document with what was answered, and that an offline one gives the same bytes.
func TestFetchExport(t *testing.T) {
	h := newHerald(t)
	config := h.write(t, "trusted.toml", h.open())
	second := h.write(t, "other/article.txt", "THE PORT\n\nNadira Tolmayeva\n\nShips resumed unloading at noon (Lab Herald, May 14, 2024).\n")
	first, offline := filepath.Join(h.dir, "a"), filepath.Join(h.dir, "b")
	_, errs, code := h.fetch(t, "--config", config, "--export", first, h.article, second)
	if code != exitDone || strings.Count(errs, ".wacz holds what was answered") != 2 {
		t.Fatalf("exit code %d, %s", code, errs)
	}
	if _, errs, code := h.fetch(t, "--config", config, "--offline", "--export", offline, h.article, second); code != exitDone {
		t.Fatal(errs)
	}
	for _, name := range []string{"article.wacz", "article-2.wacz"} {
		a, err1 := os.ReadFile(filepath.Join(first, name))
		b, err2 := os.ReadFile(filepath.Join(offline, name))
		if err1 != nil || err2 != nil || !bytes.Equal(a, b) {
			t.Errorf("%s: %v, %v, same %v", name, err1, err2, bytes.Equal(a, b))
		}
	}
	z, err := zip.OpenReader(filepath.Join(first, "article.wacz"))
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	index, err := fs.ReadFile(z, "indexes/index.cdx")
	if err != nil || strings.Count(string(index), "\n") != 4 { // two lists of posts, the page, the one that is gone
		t.Errorf("%v\n%s", err, index)
	}
	sum, _, _ := h.call(t, "ledger", "sql", "SELECT DISTINCT 'sha256:' || page FROM page WHERE warc IS NULL AND offset IS NULL", "--format", "csv")
	if _, digest, _ := strings.Cut(strings.TrimSpace(sum), "\n"); len(digest) != len("sha256:")+64 || !strings.Contains(string(index), `"digest":"`+digest+`"`) {
		t.Errorf("the ledger's page %s is not in the index\n%s", sum, index)
	}
	pages, err := fs.ReadFile(z, "pages/pages.jsonl")
	if err != nil || !strings.Contains(string(pages), `/2024/05/14/port-workers/","ts":"20`) || strings.Count(string(pages), "\n") != 2 {
		t.Errorf("%v\n%s", err, pages)
	}
	packed, err := z.Open("archive/data.warc.gz")
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	records, err := io.ReadAll(r)
	for _, want := range []string{"WARC-Type: warcinfo", "WARC-IP-Address: 127.0.0.1", "User-Agent: verify/", "contact: desk@example.org", "agreed to pay 1,240 wage claims"} {
		if err != nil || !strings.Contains(string(records), want) {
			t.Errorf("%v: %q is not in the archive", err, want)
		}
	}
}

// TestPageFromTheWeb holds that pages are read from the web as fetch does it, through the same guard and kept in the same place, several at a
// time, and that what cannot be had is named.
func TestPageFromTheWeb(t *testing.T) {
	h := newHerald(t)
	config := h.write(t, "trusted.toml", h.open())
	call := func(args ...string) (out, errs string, code int) {
		var o, e bytes.Buffer
		code = run(context.Background(), append(args, "--pause", "0s", "--config", config), streams{strings.NewReader(""), &o, &e})
		return o.String(), e.String(), code
	}
	good := h.URL + "/2024/05/14/port-workers/"
	out, errs, code := call("page", good, h.URL+"/none", "http://169.254.169.254/latest/")
	if code != exitSome || !strings.Contains(out, "title       Port workers end three day strike") || !strings.Contains(out, "published   2024-05-14") ||
		!strings.Contains(errs, "/none: gone: status 404") || !strings.Contains(errs, "not a public address") {
		t.Errorf("exit code %d\n%s%s", code, out, errs)
	}
	before := h.hits.Load()
	out, errs, code = call("support", "--claim", "Port workers ended a three day strike after the ministry agreed to pay 1,240 wage claims", "--cited", "2024-05-14", good, h.URL+"/none", "http://127.0.0.1:1/x")
	if code != exitDone || strings.Count(out, "verdict     supported") != 1 || !strings.Contains(out, "gone: gone: status 404") || !strings.Contains(out, "not sought: not tried") || h.hits.Load() != before {
		t.Errorf("exit code %d, %d requests more\n%s%s", code, h.hits.Load()-before, out, errs)
	}
	if out, errs, code = call("page", "--offline", "--format", "jsonl", good); code != exitDone || !strings.Contains(out, `"url":"`+good+`"`) {
		t.Errorf("exit code %d\n%s%s", code, out, errs)
	}
	var o, e bytes.Buffer
	if code := run(context.Background(), []string{"page", "--no-config", good}, streams{strings.NewReader(""), &o, &e}); code != exitUnable || !strings.Contains(e.String(), "no contact is given") {
		t.Errorf("exit code %d, %s", code, e.String())
	}
}

func TestFetchProgress(t *testing.T) {
	c := newCounter(streams{err: io.Discard}, 10, transport.NewBudget(-1))
	for i := range 4 {
		ev := &fetch.Evidence{}
		if i%2 == 0 {
			ev.Title = "Ships"
		}
		c.step(ev)
	}
	if got, want := c.line(8*time.Second), "verify: 4 of 10 sources, 2 found, 6 waiting; 0 requests to 0 hosts, 12s left"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
