package readers

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nlnwa/gowarc"

	"example.org/verify/fetch/warc"
)

// exchanges are a page that a 304 confirmed, a redirect to it, a copy of it elsewhere, and one that is not there.
func exchanges() iter.Seq2[*warc.Exchange, error] {
	at := func(day int) time.Time { return time.Date(2026, 11, day, 8, 15, 0, 250_123_456, time.UTC) }
	page := http.Header{"Content-Type": {"text/html; charset=utf-8"}, "Etag": {`"a"`}, "X-Odd": {"a\r\nWARC-Type: resource", "é"}}
	asked := http.Header{"User-Agent": {"verify/1 (contact: desk@example.org)"}, "Accept-Encoding": {"gzip"}}
	body := []byte("<!doctype html><title>Ships</title><p>" + strings.Repeat("Ships resumed unloading at noon. ", 4000))
	xs := []*warc.Exchange{
		{URL: "https://herald.example/2024/05/14/port/", At: at(1), Peer: "192.0.2.7", Request: asked, Status: 200, Header: page, Body: body, Confirmed: at(9), Confirmation: http.Header{"Etag": {`"a"`}}},
		{URL: "https://herald.example/old?a=1&b=é", At: at(2), Request: asked, Status: 301, Header: http.Header{"Location": {"/2024/05/14/port/"}}},
		{URL: "https://mirror.example/port", At: at(3), Peer: "2001:db8::7", Request: asked, Status: 200, Header: page, Body: body},
		{URL: "https://herald.example/none", At: at(4), Request: asked, Status: 404, Header: page, Body: []byte("none")},
	}
	return func(yield func(*warc.Exchange, error) bool) {
		for _, x := range xs {
			if !yield(x, nil) {
				return
			}
		}
	}
}

const kinds = "warcinfo response request revisit response request revisit request response request"

func file(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := warc.Write(&b, warc.Info{File: "data.warc.gz", Software: "verify/1", Title: "article.txt", At: time.Date(2026, 11, 9, 0, 0, 0, 0, time.UTC)}, exchanges()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "data.warc.gz")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestGoReader: the reader of the National Library of Norway, told to take every fault for an error, has nothing to say, sums included.
func TestGoReader(t *testing.T) {
	r, err := gowarc.NewWarcFileReader(file(t), 0, gowarc.WithStrictValidation())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var got []string
	for {
		record, at, faults, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("record %d, at %d: %v", len(got), at, err)
		}
		if err := record.ValidateDigest(faults); err != nil || !faults.Valid() {
			t.Errorf("record %d, at %d: %v, %s", len(got), at, err, faults)
		}
		got = append(got, record.Type().String())
		if err := record.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if s := strings.Join(got, " "); s != kinds {
		t.Errorf("got %s, want %s", s, kinds)
	}
}

// TestNodeReader: the reader of Webrecorder gives back each payload byte for byte.
func TestNodeReader(t *testing.T) {
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("there is no node")
	}
	if _, err := os.Stat("node_modules/warcio"); err != nil {
		t.Skip("warcio is not installed: run npm ci in fetch/warc/readers")
	}
	out, err := exec.Command("node", "read.mjs", file(t)).Output()
	if err != nil {
		t.Fatal(err)
	}
	var got, statuses []string
	for line := range strings.Lines(string(out)) {
		var r struct {
			Type, URI, Date, Said, Digest, Refers string
			Status                                json.Number
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		got = append(got, r.Type)
		if r.Type == "response" && r.Said != r.Digest {
			t.Errorf("%s: the payload is %s, and said to be %s", r.URI, r.Digest, r.Said)
		}
		if r.Type == "revisit" && r.Refers != "https://herald.example/2024/05/14/port/" {
			t.Errorf("%s refers to %q", r.URI, r.Refers)
		}
		if slices.Contains([]string{"response", "revisit"}, r.Type) {
			statuses = append(statuses, r.Status.String())
		}
	}
	if s := strings.Join(got, " "); s != kinds {
		t.Errorf("got %s, want %s", s, kinds)
	}
	if s := strings.Join(statuses, " "); s != "200 304 301 200 404" {
		t.Errorf("statuses %s", s)
	}
}
