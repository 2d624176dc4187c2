package warc

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

func day(n int) time.Time { return time.Date(2026, 11, n, 8, 15, 0, 250e6, time.UTC) }

// some are exchanges of each kind: two with one body, a redirect, one that a 304 confirmed.
func some() []*Exchange {
	text := http.Header{"Content-Type": {"text/html; charset=utf-8"}, "Etag": {`"a"`}}
	asked := http.Header{"User-Agent": {"verify/1 (contact: desk@example.org)"}}
	return []*Exchange{
		{URL: "http://herald.example/2024/05/14/port/", At: day(1), Peer: "192.0.2.7", Request: asked, Status: 200, Header: text, Body: []byte("<p>Ships</p>"), Confirmed: day(9), Confirmation: http.Header{"Etag": {`"a"`}}},
		{URL: "http://herald.example/old?b=2&a=1", At: day(2), Request: asked, Status: 301, Header: http.Header{"Location": {"/2024/05/14/port/"}}},
		{URL: "http://www.herald.example:8080/copy", At: day(3), Status: 200, Header: text, Body: []byte("<p>Ships</p>")},
		{URL: "http://herald.example/none", At: day(4), Status: 404, Header: text, Body: []byte("none")},
	}
}

func all(xs ...*Exchange) iter.Seq2[*Exchange, error] {
	return func(yield func(*Exchange, error) bool) {
		for _, x := range xs {
			if !yield(x, nil) {
				return
			}
		}
	}
}

// members unpacks a file record by record.
func members(t *testing.T, packed []byte) (records []string) {
	t.Helper()
	r := bufio.NewReader(bytes.NewReader(packed))
	for {
		if _, err := r.Peek(1); errors.Is(err, io.EOF) {
			return records
		}
		z, err := gzip.NewReader(r)
		if err != nil {
			t.Fatal(err)
		}
		z.Multistream(false)
		one, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, string(one))
	}
}

func TestWrite(t *testing.T) {
	var first, second bytes.Buffer
	entries, err := Write(&first, Info{File: "data.warc.gz", Software: "verify/1", At: day(9)}, all(some()...))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Write(&second, Info{File: "data.warc.gz", Software: "verify/1", At: day(9)}, all(some()...)); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Errorf("the same exchanges do not give the same bytes: %v", err)
	}
	records := members(t, first.Bytes())
	var kinds []string
	ids := map[string]bool{}
	for _, r := range records {
		head, _, _ := strings.Cut(r, "\r\n\r\n")
		fields := map[string]string{}
		for _, line := range strings.Split(head, "\r\n")[1:] {
			name, value, _ := strings.Cut(line, ": ")
			fields[name] = value
		}
		kinds = append(kinds, fields["WARC-Type"])
		if id := fields["WARC-Record-ID"]; ids[id] || len(id) != len("<urn:uuid:00000000-0000-0000-0000-000000000000>") {
			t.Errorf("id %q", id)
		}
		ids[fields["WARC-Record-ID"]] = true
	}
	want := "warcinfo response request revisit response request revisit request response request"
	if got := strings.Join(kinds, " "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, e := range entries {
		if r := members(t, first.Bytes()[e.Offset:e.Offset+e.Length]); len(r) != 1 || !strings.Contains(r[0], "WARC-Target-URI: "+e.URL+"\r\n") || !strings.Contains(r[0], e.Digest) {
			t.Errorf("%+v is not at its place", e)
		}
	}
	if want := "WARC-Date: 2026-11-01T08:15:00.25Z"; !strings.Contains(records[1], want) || !strings.Contains(records[1], "WARC-IP-Address: 192.0.2.7\r\n") {
		t.Errorf("%q is not in\n%s", want, records[1])
	}
	if !strings.Contains(records[2], "\r\n\r\nGET /2024/05/14/port/ HTTP/1.1\r\nHost: herald.example\r\nUser-Agent: verify/1 ") {
		t.Errorf("request\n%s", records[2])
	}
}

// TestNothingIsInjected holds that no address, header or name from outside writes a field or a record of its own.
func TestNothingIsInjected(t *testing.T) {
	evil := "x\r\nWARC-Type: warcinfo\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\n"
	x := &Exchange{URL: "http://e.example/" + evil, At: day(1), Peer: evil, Status: 200, Request: http.Header{"A": {evil}, evil: {"b"}, "Host": {"other"}},
		Header: http.Header{"Content-Type": {evil}, evil: {"b"}, "Content-Length": {"3"}, "Transfer-Encoding": {"chunked"}}, Body: []byte(evil)}
	var b bytes.Buffer
	if _, err := Write(&b, Info{File: evil, Software: evil, Title: evil, At: day(1)}, all(x)); err != nil {
		t.Fatal(err)
	}
	records := members(t, b.Bytes())
	if len(records) != 3 {
		t.Fatalf("%d records", len(records))
	}
	for _, r := range records {
		head, block, _ := strings.Cut(r, "\r\n\r\n")
		if strings.Count(head, "\r\nWARC-Type: ") != 1 || strings.ContainsAny(strings.ReplaceAll(head, "\r\n", ""), "\r\n") {
			t.Errorf("head %q", head)
		}
		fields, _, _ := strings.Cut(block, "\r\n\r\n")
		if strings.Contains(fields, "\nWARC-Type") || strings.Contains(fields, "chunked") || strings.Contains(fields, "Host: other") {
			t.Errorf("block %q", fields)
		}
	}
}

func TestWACZ(t *testing.T) {
	var first, second bytes.Buffer
	info, pages := Info{Software: "verify/1", Title: "article.txt", At: day(9)}, []Page{{"http://herald.example/2024/05/14/port/", day(1), "Ships & <ports>"}}
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := WriteWACZ(b, info, pages, all(some()...)); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same exchanges do not give the same bytes")
	}
	z, err := zip.NewReader(bytes.NewReader(first.Bytes()), int64(first.Len()))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		if f.Method != zip.Store {
			t.Errorf("%s is packed again", f.Name)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	var d struct{ Resources []resource }
	if err := json.Unmarshal(parts[packageName], &d); err != nil || len(d.Resources) != 3 {
		t.Fatalf("%v\n%s", err, parts[packageName])
	}
	for _, r := range d.Resources {
		if r.Hash != digest(parts[r.Path]) || r.Size != int64(len(parts[r.Path])) {
			t.Errorf("%s is not what the package says of it", r.Path)
		}
	}
	if !strings.Contains(string(parts[digestName]), digest(parts[packageName])) {
		t.Errorf("%s", parts[digestName])
	}
	lines := strings.Split(strings.TrimSpace(string(parts[indexName])), "\n")
	if len(lines) != 5 || !slices.IsSorted(lines) || !strings.HasPrefix(lines[0], "example,herald)/2024/05/14/port 20261101081500 {") {
		t.Errorf("%s", parts[indexName])
	}
	if !strings.Contains(string(parts[pagesName]), `"title":"Ships & <ports>"`) {
		t.Errorf("%s", parts[pagesName])
	}
}

func TestKey(t *testing.T) {
	for address, want := range map[string]string{
		"http://www.Herald.example/2024/": "example,herald)/2024", "https://herald.example": "example,herald)/", "https://herald.example:443/?B=2&a=1": "example,herald)/?a=1&b=2",
		"http://127.0.0.1:8091/": "1,0,0,127:8091)/", "http://[2001:db8::1]/x": "[2001:db8::1])/x", "http://www2.e.example/a b": "example,e)/a%20b", "http://www.example/": "example,www)/",
	} {
		if got := Key(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

// TestErrorEnds holds that a sequence that fails gives no half of a file for a whole one.
func TestErrorEnds(t *testing.T) {
	broken := errors.New("broken")
	seq := func(yield func(*Exchange, error) bool) { _ = yield(some()[0], nil) && yield(nil, broken) }
	if err := WriteWACZ(io.Discard, Info{}, nil, seq); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}
