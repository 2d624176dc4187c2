package main

import (
	"database/sql"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const loginPage = `<!DOCTYPE html><html><head><title>Hotel Wi-Fi</title></head><body><h1>Welcome, guest</h1><p>Enter the number of your room.</p></body></html>`

// second is another outlet, on another address of loopback, beside the herald's. Its desk's article cites both.
func (h *herald) second(t *testing.T) (flags []string, article string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.2:0")
	if err != nil {
		t.Skip("loopback has one address: ", err)
	}
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { (*h.served.Load())(w, r) }))
	s.Listener.Close()
	s.Listener = l
	s.Start()
	t.Cleanup(s.Close)
	config := fmt.Sprintf("[fetch]\ncontact = \"desk@example.org\"\nwayback = \"none\"\nallow = [%q, %q]\n", strings.TrimPrefix(h.URL, "http://"), l.Addr())
	article = h.write(t, "desk/article.txt", fmt.Sprintf(`THE PORT AT REST

Nadira Tolmayeva

Port workers in the harbour ended a three day strike [1]. Ships resumed unloading at noon [2].

Notes

[1] "Port workers end strike," Lab Herald, May 14, 2024, %s/2024/05/14/gone/.
[2] "Port workers end strike," Port Courier, May 14, 2024, %s/2024/05/14/port-workers/.
`, h.URL, s.URL))
	return []string{"--pause", "0s", "--now", "2024-06-01", "--config", h.write(t, "portal.toml", config)}, article
}

// TestPortalIsNoEvidence holds that before one has logged in to a network nothing counts, is kept or recorded, in whatever way that network answers, and that the same
// command does its work once one has.
func TestPortalIsNoEvidence(t *testing.T) {
	for name, portal := range map[string]http.HandlerFunc{
		"a page": func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, loginPage) },
		"a redirect": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://192.0.2.1/login?to="+r.Host, http.StatusFound)
		},
		"511": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNetworkAuthenticationRequired) },
	} {
		t.Run(name, func(t *testing.T) {
			h := newHerald(t)
			looking, article := h.second(t)
			ledger := filepath.Join(h.dir, "l.db")
			commands := [][]string{
				with("claims", looking, []string{"--fetch", "--ledger", ledger, article}), with("fetch", looking, []string{"--ledger", ledger, article}),
				with("check", looking, []string{"--fetch", "--ledger", ledger, article}), with("report", looking, []string{"--fetch", "--ledger", ledger, article, "-o", filepath.Join(h.dir, "r.html")}),
				with("audit", looking, []string{"--fetch", filepath.Join(h.dir, "desk"), "-o", filepath.Join(h.dir, "out")}),
			}
			h.answer(portal)
			for _, args := range commands {
				out, errs, code := h.call(t, args...)
				if code != exitUnable || strings.Count(errs, "captive portal") != 1 || !strings.HasSuffix(strings.TrimSpace(errs), "log in to it, then run again") && !strings.Contains(errs, "log in to it, then run again\n") {
					t.Errorf("%s: exit code %d, %s%s", args[0], code, out, errs)
				}
				if args[0] == "fetch" && (strings.Count(out, ": unreachable") != 2 || strings.Contains(out, ": gone")) {
					t.Errorf("%s", out)
				}
			}
			if _, err := os.Stat(filepath.Join(h.dir, "r.html")); err == nil {
				t.Error("a report was written")
			}
			pages := filepath.Join(os.Getenv("XDG_DATA_HOME"), "verify", "pages.db")
			for _, query := range []string{"SELECT count(*) FROM page", "SELECT count(*) FROM attempt", "SELECT count(*) FROM met"} {
				if n := numberIn(t, pages, query); n != 0 {
					t.Errorf("%s: %d", query, n)
				}
			}
			for _, path := range []string{ledger, filepath.Join(h.dir, "out", "ledger.db")} {
				if recorded := exported(t, path); recorded != "" {
					t.Errorf("%s: recorded %s", path, recorded)
				}
			}
			h.answer(h.serve)
			for _, args := range commands[:2] {
				if out, errs, code := h.call(t, args...); code != exitDone || !strings.Contains(errs, "1 supported") || !strings.Contains(errs, "1 gone") {
					t.Errorf("%s, logged in: exit code %d, %s%s", args[0], code, out, errs)
				}
			}
		})
	}
}

// TestPageInsteadOfRobots holds that hosts which have a page for their robots.txt are read all the same, each having its own.
func TestPageInsteadOfRobots(t *testing.T) {
	h := newHerald(t)
	looking, article := h.second(t)
	h.answer(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" && strings.HasPrefix(r.Host, "127.0.0.2") {
			fmt.Fprint(w, heraldPage)
			return
		}
		h.serve(w, r)
	})
	if out, errs, code := h.call(t, with("claims", looking, []string{"--fetch", "--ledger", "none", article})...); code != exitDone || !strings.Contains(errs, "1 supported") {
		t.Errorf("exit code %d, %s%s", code, out, errs)
	}
}

// numberIn is what a query of a database gives.
func numberIn(t *testing.T, path, query string) (n int) {
	t.Helper()
	db, err := sql.Open("verify-sqlite3", "file:"+path+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRow(query).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
