package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// call runs a command that reads an article of the herald's desk, without a pause between requests.
func (h *herald) call(t *testing.T, args ...string) (out, errs string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(context.Background(), args, streams{strings.NewReader(""), &o, &e})
	return o.String(), e.String(), code
}

// looking are the flags that let a command look pages up at the herald.
func (h *herald) looking(t *testing.T) []string {
	t.Helper()
	return []string{"--fetch", "--pause", "0s", "--now", "2024-06-01", "--config", h.write(t, "trusted.toml", h.open())}
}

func with(command string, lists ...[]string) []string {
	args := []string{command}
	for _, l := range lists {
		args = append(args, l...)
	}
	return args
}

func TestClaimsFetch(t *testing.T) {
	h := newHerald(t)
	args := with("claims", h.looking(t), []string{h.article})
	out, errs, code := h.call(t, args...)
	if code != exitDone {
		t.Fatalf("exit code %d, %s", code, errs)
	}
	for _, want := range []string{
		"3 citations looked up; the pages of 1 carry the claim, wholly or in part",
		"Lab Herald, 14 May 2024: supported\n",
		"“Port workers in the harbour ended a three day strike",
		"Lab Herald, 20 May 2024: not found\n", "day archive: the outlet's WordPress has no post",
		"note 1: Lab Herald, 14 May 2024: gone\n", "status 404", "F3, ", "F4, ",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	if want := "verify: 1 supported, 1 not found, 1 gone; 5 requests to 1 host\n"; !strings.HasPrefix(errs, "verify: 3 sources of claims, 3 to be sought on 1 host: ") || !strings.HasSuffix(errs, want) {
		t.Errorf("%s", errs)
	}
	first := h.hits.Load()
	for _, more := range [][]string{nil, {"--offline"}, {"--offline", "--ledger", "none"}} {
		again, _, _ := h.call(t, append(args, more...)...)
		if again != out || h.hits.Load() != first {
			t.Errorf("%v: %d requests more, the same bytes: %v", more, h.hits.Load()-first, again == out)
		}
	}
}

// TestClaimsFetchLines holds the contract's `evidence`, and that an offline run gives the same bytes.
func TestClaimsFetchLines(t *testing.T) {
	h := newHerald(t)
	args := with("claims", h.looking(t), []string{"--format", "json", h.article})
	out, errs, _ := h.call(t, args...)
	valid(t, strictSchema(t, "claims"), "looked up", []byte(out))
	var doc struct {
		Articles []struct {
			Claims    []struct{ Score map[string]any }
			Citations []struct {
				ID       string
				Evidence *struct {
					Verdict, Why                     string
					Passage, Page, Title             *string
					Date                             *struct{ ISO, How string }
					Attempts, Resolvers, Near_copies []map[string]any
					Checks                           map[string]any
					Claims                           []struct{ Claim, Verdict string }
				}
			}
			Score map[string]any
		}
	}
	if err := json.Unmarshal([]byte(out), &doc); err != nil {
		t.Fatalf("%v\n%s%s", err, out, errs)
	}
	art := doc.Articles[0]
	first, missing := art.Citations[0].Evidence, art.Citations[1].Evidence
	if first == nil || first.Verdict != "supported" || first.Passage == nil || first.Page == nil || first.Date.ISO != "2024-05-14" || first.Date.How == "" || len(first.Attempts) == 0 ||
		first.Checks["words"] == nil || first.Near_copies == nil || len(first.Claims) != 1 || first.Claims[0].Claim != "a1.c1" {
		t.Errorf("%s", out)
	}
	if missing.Verdict != "not found" || missing.Page != nil || len(missing.Resolvers) < 4 {
		t.Errorf("%+v", missing)
	}
	if art.Score["sought"] != 3.0 || art.Score["carried"] != 1.0 || art.Claims[0].Score["read"] != 1.0 || art.Claims[0].Score["grade"] != "F3" {
		t.Errorf("%v %v", art.Score, art.Claims[0].Score)
	}
	if offline, _, _ := h.call(t, append(args, "--offline")...); offline != out {
		t.Errorf("offline\n%s\nbefore\n%s", offline, out)
	}
	plain, _, _ := h.call(t, "claims", "--no-config", "--ledger", "none", "--format", "json", h.article)
	if strings.Contains(plain, `"evidence":{`) {
		t.Errorf("without --fetch\n%s", plain)
	}
}

func TestClaimsFetchTables(t *testing.T) {
	h := newHerald(t)
	args := with("claims", h.looking(t), []string{h.article, "--format"})
	rows, _, _ := h.call(t, append(args, "csv")...)
	if !strings.Contains(rows, "claim_grade,verdict,verdict_why,page,") || !strings.Contains(rows, ",supported,") || !strings.Contains(rows, ",not found\n") {
		t.Errorf("%s", rows)
	}
	text, _, _ := h.call(t, append(args, "markdown")...)
	if !strings.Contains(text, "| sources | found |") || !strings.Contains(text, "**Lab Herald, 14 May 2024: supported**: “Port workers") {
		t.Errorf("%s", text)
	}
	plain, _, _ := h.call(t, "claims", "--no-config", "--ledger", "none", "--format", "csv", h.article)
	if strings.Contains(plain, "verdict") {
		t.Errorf("%s", plain)
	}
}

// TestEvidenceInTheLedger holds what is recorded, that an offline run records nothing else, and that it can be exported and forgotten.
func TestEvidenceInTheLedger(t *testing.T) {
	h := newHerald(t)
	args := with("claims", h.looking(t), []string{h.article})
	ask := func(query string) string {
		out, errs, _ := h.call(t, "ledger", "sql", query, "--format", "csv")
		return out + errs
	}
	if _, errs, code := h.call(t, args...); code != exitDone {
		t.Fatal(errs)
	}
	for query, want := range map[string]string{
		"SELECT claim, citation, verdict FROM evidence JOIN latest USING (rev) ORDER BY claim": "claim,citation,verdict\n1,1,supported\n2,2,not found\n3,3,gone\n",
		"SELECT read, standing, sought FROM citation ORDER BY citation":                        "read,standing,sought\n1,1,1\n0,0,1\n0,0,1\n",
		"SELECT count(*) AS n, min(length(page)) AS digits FROM page":                          "n,digits\n1,64\n",
		"SELECT sought, carried FROM article_score":                                            "sought,carried\n3,1\n",
		"SELECT count(*) > 3 AS many FROM attempt":                                             "many\n1\n",
		"SELECT count(DISTINCT resolver) > 3 AS many FROM resolved":                            "many\n1\n",
	} {
		if got := ask(query); got != want {
			t.Errorf("%s\ngot %s", query, got)
		}
	}
	export := func() string {
		out, errs, code := h.call(t, "ledger", "export", "--format", "jsonl")
		if code != exitDone {
			t.Fatal(errs)
		}
		return out
	}
	before := export()
	h.call(t, append(args, "--offline")...)
	if export() != before {
		t.Error("an offline run has recorded something else")
	}
	if _, errs, code := h.call(t, "ledger", "check"); code != exitDone {
		t.Error(errs)
	}
	if _, errs, code := h.call(t, "ledger", "forget", h.article); code != exitDone {
		t.Error(errs)
	}
	if got := export(); got != "" {
		t.Errorf("something is left\n%s", got)
	}
}

// TestFetchRecords holds that verify fetch records what verify claims --fetch records, whichever of them asked, and nothing where no ledger is wanted.
func TestFetchRecords(t *testing.T) {
	h := newHerald(t)
	second := h.write(t, "desk/second.txt", "THE PORT\n\nNadira Tolmayeva\n\nShips resumed unloading at noon (Lab Herald, May 14, 2024).\n")
	flags := append(h.looking(t)[1:], "--published", "2024-05-25", h.article, second) // without --fetch
	export := func(name string, args ...string) string {
		path := filepath.Join(h.dir, name)
		if _, errs, code := h.call(t, append(args, "--ledger", path)...); code != exitDone {
			t.Fatalf("%s: exit code %d, %s", name, code, errs)
		}
		out, errs, code := h.call(t, "ledger", "export", "--format", "jsonl", "--ledger", path)
		if code != exitDone || !strings.Contains(out, `"supported"`) {
			t.Fatalf("%s: exit code %d, %s%s", name, code, out, errs)
		}
		return out
	}
	asked := export("asked.db", with("fetch", flags)...)
	first := h.hits.Load()
	for name, args := range map[string][]string{
		"claims.db": with("claims", flags, []string{"--fetch", "--offline"}),
		"lines.db":  with("fetch", flags, []string{"--offline", "--format", "jsonl"}),
		"again.db":  with("fetch", flags),
	} {
		if got := export(name, args...); got != asked || h.hits.Load() != first {
			t.Errorf("%s: %d requests more; recorded\n%s\nbefore\n%s", name, h.hits.Load()-first, got, asked)
		}
	}
	none := filepath.Join(h.dir, "data")
	t.Setenv("XDG_DATA_HOME", none)
	if _, errs, code := h.call(t, with("fetch", flags, []string{"--ledger", "none"})...); code != exitDone || strings.Contains(errs, "not recorded") {
		t.Errorf("exit code %d, %s", code, errs)
	}
	if _, err := os.Stat(filepath.Join(none, "verify", "ledger.db")); err == nil {
		t.Error("a ledger was made that nobody wanted")
	}
}

// TestCheckAndReportFetch holds that the gate and the report look pages up, too.
func TestCheckAndReportFetch(t *testing.T) {
	h := newHerald(t)
	page := filepath.Join(h.dir, "report.html")
	if _, errs, code := h.call(t, with("check", h.looking(t), []string{h.article})...); code == exitUnable || !strings.Contains(errs, "1 supported, 1 not found, 1 gone; 5 requests") {
		t.Errorf("exit code %d, %s", code, errs)
	}
	if _, errs, code := h.call(t, with("report", h.looking(t), []string{h.article, "-o", page})...); code != exitDone || !strings.Contains(errs, "1 supported, 1 not found, 1 gone; 0 requests") {
		t.Errorf("exit code %d, %s", code, errs)
	}
	if _, err := os.Stat(page); err != nil {
		t.Error(err)
	}
}

func TestLookUpUsage(t *testing.T) {
	h := newHerald(t)
	if _, errs, code := h.call(t, "claims", "--offline", h.article); code != exitUnable || !strings.Contains(errs, "add --fetch") {
		t.Errorf("exit code %d, %s", code, errs)
	}
	if _, errs, code := h.call(t, "claims", "--fetch", "--no-config", h.article); code != exitUnable || !strings.Contains(errs, "no contact is given") {
		t.Errorf("exit code %d, %s", code, errs)
	}
	out, errs, code := h.call(t, with("check", h.looking(t), []string{"--estimate", h.article, "nowhere.txt"})...)
	if code != exitSome || out != "" || !strings.Contains(errs, "3 sources of claims, 3 to be sought") || !strings.Contains(errs, "nowhere.txt: there is no such file") || h.hits.Load() != 0 {
		t.Errorf("exit code %d, %d requests\n%s%s", code, h.hits.Load(), out, errs)
	}
}

// stopped runs a command that is stopped at a request of the herald's, and says that it goes on from there.
func (h *herald) stopped(t *testing.T, at int32, args ...string) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	h.answer(func(w http.ResponseWriter, r *http.Request) {
		if h.serve(w, r); h.hits.Load() == at {
			cancel()
		}
	})
	defer h.answer(h.serve)
	var out, errs bytes.Buffer
	if code := run(ctx, args, streams{strings.NewReader(""), &out, &errs}); code != exitInterrupted || out.Len() > 0 || !strings.Contains(errs.String(), "goes on from there") {
		t.Errorf("at %d: exit code %d, %s%s", at, code, out.String(), errs.String())
	}
}

// TestClaimsFetchInterrupted holds that a run that is stopped at any request records nothing of the document, and that the next one asks nothing that was
// answered.
func TestClaimsFetchInterrupted(t *testing.T) {
	for stopAt := int32(1); stopAt <= 5; stopAt++ {
		h := newHerald(t)
		args := with("claims", h.looking(t), []string{h.article})
		h.stopped(t, stopAt, args...)
		if rows, _, _ := h.call(t, "ledger", "sql", "SELECT count(*) AS n FROM document", "--format", "csv"); !strings.Contains(rows, "\n0") && rows != "" {
			t.Errorf("at %d: %s", stopAt, rows)
		}
		before := h.hits.Load()
		if _, errs, code := h.call(t, args...); code != exitDone || h.hits.Load() > 6 { // one more than an undisturbed run: the request that was under way
			t.Errorf("at %d: exit code %d, %d and %d requests\n%s", stopAt, code, before, h.hits.Load()-before, errs)
		}
	}
}

// killed runs the program and kills it when it has made so many requests.
func (h *herald) killed(t *testing.T, at int, args ...string) {
	t.Helper()
	before := int(h.hits.Load())
	ctx, kill := context.WithCancel(context.Background())
	defer kill()
	h.answer(func(w http.ResponseWriter, r *http.Request) {
		if h.serve(w, r); int(h.hits.Load())-before == at {
			kill()
		}
	})
	defer h.answer(h.serve)
	if err := exec.CommandContext(ctx, "verify", args...).Run(); err == nil {
		t.Errorf("at %d: it was done before it could be killed", at)
	}
}

// TestClaimsFetchKilled holds that a run that is killed at any request is completed by the next, which asks again no more than what was under way at
// the moment, and gives the same bytes and the same record as a run that nobody disturbed.
func TestClaimsFetchKilled(t *testing.T) {
	h := newHerald(t)
	args := with("claims", h.looking(t), []string{h.article, "--ledger"})
	pages := func(name string) []string {
		return []string{filepath.Join(h.dir, name+".db"), "--pages", filepath.Join(h.dir, name+".pages")}
	}
	whole, errs, _ := h.call(t, append(args, pages("whole")...)...)
	asked := int(h.hits.Load())
	if asked == 0 {
		t.Fatal(errs)
	}
	for at := 1; at <= asked; at++ {
		name := fmt.Sprint("killed", at)
		before := int(h.hits.Load())
		h.killed(t, at, append(args, pages(name)...)...)
		out, errs, code := h.call(t, append(args, pages(name)...)...)
		if again := int(h.hits.Load()) - before - asked; code != exitDone || out != whole || again > 1 { // the request that was under way
			t.Errorf("at %d: exit code %d, %d requests were repeated\n%s%s", at, code, again, out, errs)
		}
		verdicts, _, _ := h.call(t, "ledger", "sql", "SELECT claim, citation, verdict, passage, why FROM evidence ORDER BY 1, 2", "--format", "csv", "--ledger", filepath.Join(h.dir, name+".db"))
		if want, _, _ := h.call(t, "ledger", "sql", "SELECT claim, citation, verdict, passage, why FROM evidence ORDER BY 1, 2", "--format", "csv", "--ledger", filepath.Join(h.dir, "whole.db")); verdicts != want || want == "" {
			t.Errorf("at %d: the ledger has\n%s", at, verdicts)
		}
	}
}

// TestWireCopies holds that two papers that print one agency's text are one origin, that it is said why, and that a citation which several claims are
// given has a verdict for each.
func TestWireCopies(t *testing.T) {
	h := newHerald(t)
	var wire strings.Builder
	for i := range 90 {
		fmt.Fprintf(&wire, "The %s of the %s %s the %s near the %s. ", words[i%7], words[(i*3)%11], []string{"reached", "left", "closed", "opened"}[i%4], words[(i*5)%13], words[(i*i)%12])
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" || !strings.HasPrefix(r.URL.Path, "/2024/") {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, `<html lang="en"><head><title>Strike ends %[1]s</title></head><body><article><h1>Strike ends %[1]s</h1><time datetime="2024-05-14">14 May 2024</time><p>Port workers ended a three day strike on Tuesday after the ministry agreed to pay 1,240 wage claims.</p><p>%[2]s</p></article></body></html>`, r.URL.Path[12:], wire.String())
	}))
	defer server.Close()
	article := h.write(t, "desk/wire.md", fmt.Sprintf(`# The port at rest

Port workers ended a three day strike after the ministry agreed to pay 1,240 wage claims.[1][2] Port workers ended a three day strike after the ministry agreed to pay 900 wage claims.[1]

## Notes

[1] "Strike ends," Lab Herald, May 14, 2024, %[1]s/2024/05/14/one/.

[2] "Strike ends," Port Courier, May 14, 2024, %[1]s/2024/05/14/two/.
`, server.URL))
	config := h.write(t, "wire.toml", h.outlet()+fmt.Sprintf("[fetch]\ncontact = \"desk@example.org\"\nwayback = \"none\"\nallow = [%q, %q]\n", strings.TrimPrefix(h.URL, "http://"), strings.TrimPrefix(server.URL, "http://")))
	out, errs, code := h.call(t, "claims", "--fetch", "--pause", "0s", "--now", "2024-06-01", "--config", config, "--format", "json", article)
	if code != exitDone {
		t.Fatal(errs)
	}
	valid(t, strictSchema(t, "claims"), "near copies", []byte(out))
	for _, want := range []string{`"near_copies":[{"citation":"a1.k2","containment":`, `"origins":1,"corroboration":1,"read":1,"differs":0`, `print nearly the same text`,
		`"evidence":{"verdict":"differs"`, `"claims":[{"claim":"a1.c1","verdict":"supported"`, `{"claim":"a1.c2","verdict":"differs"`} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is not in\n%s", want, out)
		}
	}
	rows, _, _ := h.call(t, "ledger", "sql", "SELECT n.citation, n.other, j.claim, j.carries FROM near_copy n JOIN judged j USING (rev)", "--format", "csv")
	if rows != "citation,other,claim,carries\n1,2,1,1\n" {
		t.Errorf("the ledger has %s", rows)
	}
}

var words = []string{"harbour", "convoy", "ministry", "crane", "village", "road", "depot", "bridge", "council", "school", "border", "airport", "market"}
